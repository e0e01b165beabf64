"""Where the steps of a run happen: the one seam between a run and whatever carries it out."""

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from typing import Any, Protocol, TypeVar

from edusandbox.run.attempts import reason_of

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class LostStep:
    """A step that ended without a result.

    Attributes:
        reason: Why, in one line.
    """

    reason: str


class StepRunner(Protocol):
    """Carries out the steps of a run."""

    def run_each(self, step: Callable[..., R], calls: Sequence[tuple[Any, ...]]) -> Iterator[R | LostStep]:
        """Runs a step once for each tuple of arguments, perhaps several at a time and on other machines.

        Args:
            step: A function of `steps`; it and its arguments can be pickled.
            calls: The arguments of each call.

        Yields:
            What each call gave, in order, as soon as it is there.
        """

    def run_here(self, step: Callable[..., R], *arguments: Any) -> R:  # noqa: ANN401 - any step's
        """Runs a step in this process and waits for it."""

    def watch(self, stage: str, done: int, total: int) -> None:
        """Is told that `done` of `total` parts of a stage are finished."""


class InlineSteps:
    """Runs one step after the other."""

    def run_each(self, step: Callable[..., R], calls: Sequence[tuple[Any, ...]]) -> Iterator[R | LostStep]:
        """Runs a step once for each tuple of arguments."""
        for arguments in calls:
            yield _outcome_of(partial(step, *arguments))

    def run_here(self, step: Callable[..., R], *arguments: Any) -> R:  # noqa: ANN401 - any step's
        """Runs a step."""
        return step(*arguments)

    def watch(self, stage: str, done: int, total: int) -> None:
        """Leaves it at that: the log says when a stage is finished."""


class ThreadedSteps(InlineSteps):
    """Runs steps in threads; what reads files runs in the worker processes behind them (`worker_pool`)."""

    def __init__(self, thread_count: int) -> None:
        """Takes the most threads that may run at a time."""
        self._thread_count = thread_count

    def run_each(self, step: Callable[..., R], calls: Sequence[tuple[Any, ...]]) -> Iterator[R | LostStep]:
        """Runs a step once for each tuple of arguments, several at a time."""
        with ThreadPoolExecutor(self._thread_count) as pool:
            futures = [pool.submit(step, *arguments) for arguments in calls]
            for future in futures:
                yield _outcome_of(future.result)


def _outcome_of(work: Callable[[], R]) -> R | LostStep:
    try:
        return work()
    except Exception as error:
        return LostStep(reason_of(error))
