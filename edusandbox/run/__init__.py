"""A run from the inbox to the marked workbooks, without Prefect: `consolidation.consolidate` does it all.

`steps` are what a run consists of, `step_runners` say where they run: `flows` has them run by Prefect.
"""
