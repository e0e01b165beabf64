"""Tells whoever watches this process, as the command line does, how far a run is and what it did."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol

from edusandbox.outcomes import RunReport


class Watcher(Protocol):
    """Somebody in this process who follows a run."""

    def step(self, stage: str, done: int, total: int) -> None:
        """`done` of `total` steps of a stage are finished."""

    def finished(self, report: RunReport) -> None:
        """The run has come to its end."""


class _Watching:
    watcher: Watcher | None = None


@contextmanager
def watched_by(watcher: Watcher) -> Iterator[None]:
    """Has a watcher told of the runs of this process while the block runs."""
    _Watching.watcher = watcher
    try:
        yield
    finally:
        _Watching.watcher = None


def tell_watcher(stage: str, done: int, total: int) -> None:
    """Says that `done` of `total` parts of a stage are finished."""
    if _Watching.watcher is not None:
        _Watching.watcher.step(stage, done, total)


def hand_over(report: RunReport) -> None:
    """Gives the report to the watcher: Prefect keeps a state's data only where results are persisted."""
    if _Watching.watcher is not None:
        _Watching.watcher.finished(report)
