"""Tells whoever watches how far a run is: Prefect's log, and the command line if it listens."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from prefect.logging import get_run_logger

Listener = Callable[[str, int, int], None]


class _Progress:
    listener: Listener | None = None


@contextmanager
def listening(listener: Listener | None) -> Iterator[None]:
    """Has a listener called with (stage, done, total) while the block runs."""
    _Progress.listener = listener
    try:
        yield
    finally:
        _Progress.listener = None


def announce(stage: str, done: int, total: int) -> None:
    """Says that `done` of `total` steps of a stage are finished; to be called inside a run."""
    if done in {0, total}:
        get_run_logger().info("%s: %s of %s", stage, done, total)
    if _Progress.listener is not None:
        _Progress.listener(stage, done, total)
