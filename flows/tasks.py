"""The steps of a run as Prefect's tasks, and the runner that submits them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any, TypeVar, cast

from prefect import Task, task
from prefect.cache_policies import NO_CACHE

from edusandbox.run import comparing, steps
from edusandbox.run.step_runners import LostStep
from flows.log import send_log_lines_to_prefect
from flows.progress import tell_watcher

R = TypeVar("R")


def _logged(step: Callable[..., R]) -> Callable[..., R]:
    """The step where its log lines reach Prefect, also in a process or on a machine of its own."""

    @wraps(step)
    def run(*arguments: Any) -> R:  # noqa: ANN401 - any step's
        send_log_lines_to_prefect()
        return step(*arguments)

    return run


TASKS: Mapping[Callable[..., Any], Task[..., Any]] = {
    steps.fetch_agencies: task(
        name="fetch", retries=3, retry_delay_seconds=[1, 5, 20], cache_policy=NO_CACHE
    )(_logged(steps.fetch_agencies)),
    steps.check_group: task(name="check", cache_policy=NO_CACHE)(_logged(steps.check_group)),
    steps.load_deliveries: task(name="load", cache_policy=NO_CACHE)(_logged(steps.load_deliveries)),
    comparing.compare_returns: task(name="compare", cache_policy=NO_CACHE)(
        _logged(comparing.compare_returns)
    ),
    steps.mark_group: task(name="mark", cache_policy=NO_CACHE)(_logged(steps.mark_group)),
    steps.remove_personal_data: task(name="remove", cache_policy=NO_CACHE)(
        _logged(steps.remove_personal_data)
    ),
}
"""The task of each step."""


class PrefectSteps:
    """Carries the steps of a run out as tasks of the flow run that it is used in."""

    def run_each(self, step: Callable[..., R], calls: Sequence[tuple[Any, ...]]) -> Iterator[R | LostStep]:
        """Submits a task for each tuple of arguments; a task that failed or got lost is a lost step."""
        futures = [TASKS[step].submit(*arguments) for arguments in calls]
        for future in futures:
            future.wait()
            if future.state.is_completed():
                yield future.result()
            else:
                yield LostStep(future.state.message or "the task was lost")

    def run_here(self, step: Callable[..., R], *arguments: Any) -> R:  # noqa: ANN401 - any step's
        """Runs a task in this process."""
        result: Any = TASKS[step](*arguments)
        return cast("R", result)

    def watch(self, stage: str, done: int, total: int) -> None:
        """Passes progress on to whoever watches this process."""
        tell_watcher(stage, done, total)
