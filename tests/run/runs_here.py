"""Runs in the process of the test."""

from typing import Any

from edusandbox.outcomes import RunReport
from edusandbox.run.consolidation import consolidate
from edusandbox.run.request import request_run
from edusandbox.run.step_runners import InlineSteps
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.workers.pool import work_in_this_process
from tests.run.expendable import TODAY, Installation


def run(installation: Installation, **choices: Any) -> RunReport:  # noqa: ANN401 - a run's parameters
    choices = {"today": TODAY, **choices}
    engine = open_warehouse(installation.warehouse_url)
    try:
        with work_in_this_process():
            return consolidate(request_run(installation.settings, **choices), engine, InlineSteps())
    finally:
        engine.dispose()
