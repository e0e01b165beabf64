"""Prefect's task runner, chosen by a setting."""

from typing import Any

from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from edusandbox.errors import UserError
from edusandbox.settings import Runner, Settings


class MissingExtraError(UserError):
    """A setting asks for something that was not installed, as one sentence."""


def task_runner(settings: Settings) -> TaskRunner[Any]:
    """Makes the task runner that the settings ask for.

    Raises:
        MissingExtraError: The runner is `dask` and the extra `dask` is not installed.
    """
    match settings.runner:
        case Runner.THREADS:
            # One thread more than workers, so that a worker never waits for the next group.
            return ThreadPoolTaskRunner(max_workers=settings.worker_count + 1)
        case Runner.PROCESSES:
            return ProcessPoolTaskRunner(max_workers=settings.worker_count)
        case Runner.DASK:
            return _dask_runner(settings)


def _dask_runner(settings: Settings) -> TaskRunner[Any]:
    try:
        import dask  # noqa: PLC0415 - an extra: most installations lack it
        from prefect_dask.task_runners import DaskTaskRunner  # noqa: PLC0415 - as above
    except ImportError:
        raise MissingExtraError(
            "EDUSANDBOX_RUNNER is dask, but prefect-dask is not installed; run pip install 'edusandbox[dask]'"
        ) from None
    # Reading happens in processes of the workers' own, which a daemon may not have.
    dask.config.set({"distributed.worker.daemon": False})
    runner: TaskRunner[Any] = (
        DaskTaskRunner(address=settings.dask_address)
        if settings.dask_address
        else DaskTaskRunner(cluster_kwargs={"n_workers": settings.worker_count, "threads_per_worker": 1})
    )
    return runner
