"""How far a run is: which of its steps have ended, and what failed in them."""

import logging
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from edusandbox.run.attempts import Attempt
from edusandbox.run.step_runners import LostStep, StepRunner

R = TypeVar("R")
_LOG = logging.getLogger(__name__)


class Progress:
    """Has the steps of a run carried out, tells how far they are and keeps what failed.

    Attributes:
        failed: Name and reason of everything that the program could not deal with.
    """

    def __init__(self, runner: StepRunner) -> None:
        """Takes whatever carries the steps out."""
        self._runner = runner
        self.failed: list[tuple[str, str]] = []

    def run_each(
        self,
        stage: str,
        step: Callable[..., Attempt[R]],
        calls: Sequence[tuple[Any, ...]],
        names: Sequence[Sequence[str]],
    ) -> list[R]:
        """Runs a step once for each tuple of arguments, and waits for all.

        Args:
            stage: What the step is called where progress is told.
            step: A function of `steps`.
            calls: The arguments of each call.
            names: What each call works on: it is reported as failed, by name, where the call is lost.

        Returns:
            What the calls gave, in order.
        """
        results: list[R] = []
        outcomes = zip(self._runner.run_each(step, calls), names, strict=True)
        for done, (outcome, members) in enumerate(outcomes, start=1):
            self.announce(stage, done, len(calls))
            if isinstance(outcome, LostStep):
                self.failed += [(name, outcome.reason) for name in members]
            else:
                results += self._results_of(outcome)
        return results

    def run_here(self, step: Callable[..., Attempt[R]], *arguments: Any) -> list[R]:  # noqa: ANN401 - any step's
        """Runs a step in this process and waits for it."""
        return self._results_of(self._runner.run_here(step, *arguments))

    def announce(self, stage: str, done: int, total: int) -> None:
        """Tells that `done` of `total` parts of a stage are finished."""
        if done == total:
            _LOG.info("%s: %s of %s", stage, done, total)
        self._runner.watch(stage, done, total)

    def _results_of(self, attempt: Attempt[R]) -> list[R]:
        self.failed += attempt.failed
        return attempt.results
