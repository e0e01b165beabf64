"""The flow `consolidate`: a run (`edusandbox.run`) as Prefect shows it.

The run's state says what a person has to do.
"""

import asyncio
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import current_thread, main_thread
from typing import Any

from prefect import flow, runtime
from prefect.artifacts import acreate_markdown_artifact
from prefect.client.schemas import State
from prefect.context import SyncClientContext
from prefect.states import Completed, Failed

from edusandbox.outcomes import RunReport
from edusandbox.reports.summary import run_markdown, run_message, run_state_name
from edusandbox.run import consolidation
from edusandbox.run.request import RunRequest, request_run
from edusandbox.settings import Settings
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.load.runs import FlowRun
from edusandbox.workers.pool import worker_pool
from flows.log import send_log_lines_to_prefect
from flows.progress import hand_over
from flows.runners import task_runner
from flows.tasks import PrefectSteps


def _run_name() -> str:
    given = runtime.flow_run.parameters
    folder = given["province_folder"]
    request = request_run(
        Settings(),
        province_folder=Path(folder) if folder else None,
        period=given["period"],
        today=given["today"],
    )
    return f"{request.province.name_en} {request.period.code}"


# Asynchronous though a run is not: of a synchronous flow Prefect waits at its end until its heartbeat thread,
# which sleeps a second at a time, has looked whether it is over (ADR 0030).
@flow(name="consolidate", flow_run_name=_run_name, task_runner=task_runner(Settings()))
async def consolidate(  # noqa: PLR0913, PLR0917 - a flow's parameters are what Prefect asks for
    province_folder: str | None = None,
    period: str | None = None,
    today: str | None = None,
    agencies: list[str] | None = None,
    forms: list[str] | None = None,
    force: bool = False,  # noqa: FBT001, FBT002 - Prefect shows it as a switch
) -> State[Any]:
    """Brings what agencies have sent into the provincial warehouse.

    Args:
        province_folder: The province's folder; the settings' if not given.
        period: Period of deliveries that state none, e.g. 2563-1; the one that is open on the day if not
            given.
        today: The day to go by, e.g. 2569-11-30; today in Bangkok if not given.
        agencies: Agency codes; all if not given.
        forms: Form codes: only files that hold one of them are taken; all if not given.
        force: Take files again whose bytes are known, and accept versions unlike the current one.

    Returns:
        A state whose name and message say the outcome.
    """
    send_log_lines_to_prefect()
    request = request_run(
        Settings(),
        province_folder=Path(province_folder) if province_folder else None,
        period=period,
        today=today,
        agencies=agencies or (),
        forms=forms or (),
        force=force,
    )
    # One client for all tasks, which are synchronous: otherwise each of them makes its own.
    with SyncClientContext.get_or_create(), _interruptible():
        report = _run(request)
    await acreate_markdown_artifact(
        run_markdown(report), key="consolidation", description=run_message(report)
    )
    hand_over(report)
    state = Failed if report.failed else Completed
    return state(name=run_state_name(report), message=run_message(report))


def _run(request: RunRequest) -> RunReport:
    engine = open_warehouse(request.settings.warehouse_url)
    try:
        with worker_pool(request.settings):
            flow_run = FlowRun(id=str(runtime.flow_run.id), name=str(runtime.flow_run.name))
            return consolidation.consolidate(request, engine, PrefectSteps(), flow_run)
    finally:
        engine.dispose()


@contextmanager
def _interruptible() -> Iterator[None]:
    """Has an interrupt (Ctrl-C) end the block where it stands: asyncio's handler waits for an await."""
    handler = signal.getsignal(signal.SIGINT)
    if current_thread() is not main_thread() or not callable(handler):
        yield
        return
    signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


def consolidate_here(**parameters: Any) -> State[Any]:  # noqa: ANN401 - the flow's
    """Runs the flow in this process, which must not be within an event loop, and waits for its end.

    Args:
        **parameters: The flow's.

    Returns:
        Its final state.
    """

    async def final_state() -> State[Any]:
        return await consolidate(**parameters, return_state=True)

    # Prefect's asynchronous engine asks some things through a synchronous client, and closes none of its own.
    with SyncClientContext.get_or_create():
        return asyncio.run(final_state())
