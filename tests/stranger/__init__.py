"""A made-up form that differs from enrolment in every way, held against the general rooms.

Forms are known once, when a process starts: these tests run in a process of their own
(`tests/test_stranger_form.py`), with `EDUSANDBOX_SCHEMA_PACKAGES` naming the package beside this file.
"""
