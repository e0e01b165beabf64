"""One Prefect test server for the session, and a made-up province to run on."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

import pytest

from edusandbox.outcomes import RunReport
from flows.environment import prepare_prefect

if TYPE_CHECKING:
    from prefect.client.schemas.objects import Log

# Prefect reads its settings when it is imported, which the tests' own imports do.
prepare_prefect(Path(os.environ.get("TMPDIR", "/tmp")) / "edusandbox-tests" / "prefect")  # noqa: S108

TODAY = "2563-07-10"
"""A day on which 2563-1 is open."""


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """Prefect's own test harness: a server and a database that live as long as the session."""
    from prefect.testing.utilities import prefect_test_harness  # noqa: PLC0415

    with prefect_test_harness(server_startup_timeout=120):
        yield


@dataclass
class Watched:
    """What a run told its watcher."""

    report: RunReport | None = None
    stages: tuple[str, ...] = ()

    def step(self, stage: str, _done: int, _total: int) -> None:
        if stage not in self.stages:
            self.stages += (stage,)

    def finished(self, report: RunReport) -> None:
        self.report = report


@dataclass
class Run:
    """A finished run: its final state's name, type and message, and its report."""

    name: str
    type: str
    message: str
    flow_run_name: str
    report: RunReport
    stages: tuple[str, ...]
    id: UUID

    def log_lines(self) -> "list[Log]":
        """What Prefect keeps of the run's log."""
        from prefect.client.orchestration import get_client  # noqa: PLC0415
        from prefect.client.schemas.filters import LogFilter, LogFilterFlowRunId  # noqa: PLC0415
        from prefect.logging.handlers import APILogHandler  # noqa: PLC0415

        APILogHandler().flush()
        with get_client(sync_client=True) as client:
            return client.read_logs(LogFilter(flow_run_id=LogFilterFlowRunId(any_=[self.id])), limit=200)


@pytest.fixture
def installation(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Path:
    """An installation of its own for the test: inbox, landing store, SQLite warehouse."""
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", sqlite_url)
    monkeypatch.setenv("EDUSANDBOX_INBOX_URL", str(tmp_path / "inbox"))
    monkeypatch.setenv("EDUSANDBOX_LANDING_URL", str(tmp_path / "landing"))
    return tmp_path


@pytest.fixture
def run_flow(prefect_server: None, installation: Path) -> Callable[..., Run]:  # noqa: ARG001 - must be up
    """Runs the flow `consolidate` and tells how it ended."""
    from prefect.client.orchestration import get_client  # noqa: PLC0415

    from flows.consolidate import consolidate_here  # noqa: PLC0415
    from flows.progress import watched_by  # noqa: PLC0415

    def run(**parameters: object) -> Run:
        watched = Watched()
        with watched_by(watched):
            state = consolidate_here(**{"today": TODAY, **parameters})
        with get_client(sync_client=True) as client:
            flow_run = client.read_flow_run(state.state_details.flow_run_id)
        assert watched.report is not None, state.message
        return Run(
            state.name,
            state.type.value,
            state.message or "",
            flow_run.name,
            watched.report,
            watched.stages,
            flow_run.id,
        )

    return run
