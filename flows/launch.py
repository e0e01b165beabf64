"""Starts a run from the command line: workers, Prefect, the flow; says what it waits for."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
)

from edusandbox.gc_control import gc_disabled
from edusandbox.outcomes import RunReport
from edusandbox.run.request import request_run
from edusandbox.settings import Settings
from edusandbox.workers.pool import worker_pool
from flows.embedded_api import EmbeddedApi, embedded_api
from flows.environment import has_server, prepare_prefect

_DRAIN_SECONDS = 5


class RunFailedError(Exception):
    """The flow ended without a report; Prefect's log above says why."""


def run_consolidation(  # noqa: PLR0913 - these are the run's parameters
    settings: Settings,
    console: Console,
    *,
    province_folder: Path | None,
    period: str | None,
    today: str | None,
    agencies: Sequence[str],
    forms: Sequence[str],
    force: bool,
) -> RunReport:
    """Runs the flow `consolidate` in this process.

    Args:
        settings: The installation's settings.
        console: Where to say what is going on; progress is drawn only on a terminal.
        province_folder: Another province than the settings name.
        period: Period of deliveries that state none; None for the one that is open on the day.
        today: The day to go by; None for today in Bangkok.
        agencies: Agency codes; empty for all.
        forms: Form codes; empty for all.
        force: Take known files again.

    Raises:
        UserError: The province, period, day, agency or form is not right, or the warehouse cannot be reached.
        RunFailedError: The flow failed before it could report.
    """
    request = request_run(
        settings,
        province_folder=province_folder,
        period=period,
        today=today,
        agencies=agencies,
        forms=forms,
        force=force,
    )
    prepare_prefect(settings.prefect_home)
    parameters = {
        "province_folder": None if province_folder is None else str(province_folder),
        "period": period,
        # One reading of the clock: a run that starts before midnight goes by that day to its end.
        "today": request.today.isoformat(),
        "agencies": list(agencies) or None,
        "forms": list(forms) or None,
        "force": force,
    }
    if has_server():
        console.print("Connecting to the Prefect server …")
        with worker_pool(settings):
            return _run_flow(settings, console, parameters)
    console.print("Starting Prefect's embedded API; it takes 6 to 17 seconds …")
    with embedded_api() as api, worker_pool(settings):
        return _run_flow(settings, console, parameters, api)


class _ConsoleWatcher:
    """Draws a run's progress on a terminal and keeps its report."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._tasks: dict[str, TaskID] = {}
        self.report: RunReport | None = None

    def step(self, stage: str, done: int, total: int) -> None:
        if stage not in self._tasks:
            self._tasks[stage] = self._progress.add_task(stage, total=total)
        self._progress.update(self._tasks[stage], completed=done, total=total)

    def finished(self, report: RunReport) -> None:
        self.report = report


def _run_flow(
    settings: Settings, console: Console, parameters: Mapping[str, Any], api: EmbeddedApi | None = None
) -> RunReport:
    # Prefect reads its settings when it is imported, so that it comes after prepare_prefect.
    with gc_disabled():
        from prefect.events.worker import EventsWorker  # noqa: PLC0415
        from prefect.logging.handlers import APILogHandler  # noqa: PLC0415

        from edusandbox.warehouse.engine import open_warehouse  # noqa: PLC0415
        from edusandbox.warehouse.schema import create_warehouse  # noqa: PLC0415
        from flows.consolidate import consolidate_here  # noqa: PLC0415
        from flows.progress import watched_by  # noqa: PLC0415

    # A warehouse that is not right is the user's to mend: one sentence, before Prefect logs a traceback.
    engine = open_warehouse(settings.warehouse_url)
    try:
        create_warehouse(engine)
    finally:
        engine.dispose()
    if api is not None:
        api.wait_until_ready()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        watcher = _ConsoleWatcher(progress)
        with watched_by(watcher):
            state = consolidate_here(**parameters)
    # The API goes when this returns: log lines and events still on their way must have arrived.
    APILogHandler().flush()
    EventsWorker.drain_all(timeout=_DRAIN_SECONDS)
    if watcher.report is None:
        raise RunFailedError(state.message or state.name)
    return watcher.report
