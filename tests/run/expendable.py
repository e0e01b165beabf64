"""Runs in processes of their own that may be killed at any moment.

A process that has everything imported forks one for each run: it is ready at once, so that a kill hits the
run and not the start of Python.
"""

import multiprocessing
import multiprocessing.process
import os
import sys
import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from pathlib import Path
from time import monotonic

from edusandbox.run.consolidation import consolidate
from edusandbox.run.request import request_run
from edusandbox.run.step_runners import InlineSteps
from edusandbox.settings import Settings
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.load import batches
from edusandbox.workers.entry import warm_up
from edusandbox.workers.pool import work_in_this_process

FAILED = 3
TODAY = "2563-07-10"
"""A day on which 2563-1 is open."""


@dataclass(frozen=True)
class Installation:
    """Where a run finds and leaves everything."""

    warehouse_url: str
    folder: Path

    @property
    def settings(self) -> Settings:
        return Settings(
            warehouse_url=self.warehouse_url,
            inbox_url=str(self.folder / "inbox"),
            landing_url=str(self.folder / "landing"),
            # Few groups of deliveries: a group costs the checks a tenth of a second.
            worker_count=1,
        )


@dataclass(frozen=True)
class Ended:
    """How a run ended: its exit code, negative for a signal, and the seconds that it took."""

    exit_code: int
    seconds: float


@dataclass(frozen=True)
class _Order:
    installation: Installation
    kill_after: float | None
    run_count: int


def run_once(installation: Installation) -> None:
    """A whole run in this process; a delivery that failed gives an exit code of its own."""
    # A transaction for almost every delivery, so that there are moments between transactions.
    batches._ROWS_A_BATCH = 1
    settings = installation.settings
    engine = open_warehouse(settings.warehouse_url)
    with work_in_this_process():
        report = consolidate(request_run(settings, today=TODAY), engine, InlineSteps())
    engine.dispose()
    if report.failed:
        print(report.failed, file=sys.stderr)  # noqa: T201 - the test's own process shows it
        sys.exit(FAILED)


@dataclass
class Runs:
    """Starts runs in processes that share nothing with this one, and kills them."""

    _connection: Connection = field(init=False)
    _process: multiprocessing.process.BaseProcess = field(init=False)

    def __post_init__(self) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,))
        self._process.start()
        theirs.close()

    def run(self, installation: Installation, *, kill_after: float | None = None) -> Ended:
        """Runs to the end, or until it is killed after some seconds."""
        (ended,) = self._order(_Order(installation, kill_after, 1))
        return ended

    def run_at_once(self, installation: Installation, run_count: int) -> list[Ended]:
        """Runs several times at once, to the end."""
        return self._order(_Order(installation, None, run_count))

    def close(self) -> None:
        self._connection.close()
        self._process.join()

    def _order(self, order: _Order) -> list[Ended]:
        self._connection.send(order)
        ended: list[Ended] = self._connection.recv()
        return ended


def _serve(orders: Connection) -> None:
    warm_up()
    # The libraries' threads are idle when this process forks.
    warnings.simplefilter("ignore", DeprecationWarning)
    while True:
        try:
            order: _Order = orders.recv()
        except EOFError:
            return
        orders.send(_carry_out(order))


def _carry_out(order: _Order) -> Sequence[Ended]:
    context = multiprocessing.get_context("fork")
    start = monotonic()
    processes = [context.Process(target=run_once, args=(order.installation,)) for _ in range(order.run_count)]
    for process in processes:
        process.start()
    for process in processes:
        process.join(order.kill_after)
        if process.exitcode is None:
            process.kill()
            process.join()
    ends = [process.exitcode for process in processes]
    return [Ended(os.EX_SOFTWARE if end is None else end, monotonic() - start) for end in ends]
