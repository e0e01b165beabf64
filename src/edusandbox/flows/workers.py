"""A pool of worker processes behind Prefect's threads, made before the flow starts.

Prefect's own process runner costs 0.1 to 0.2 s a task and, with an embedded API, an API for every
process; a pool of ours costs neither. Where a task runs in a process or on a machine of its own (runners
`processes` and `dask`) there is no pool and the work is done on the spot.
"""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from typing import ParamSpec, TypeVar

from edusandbox.checking.landed import warm_up
from edusandbox.settings import Runner, Settings

P = ParamSpec("P")
R = TypeVar("R")


class _Workers:
    pool: ProcessPoolExecutor | None = None


@contextmanager
def worker_pool(settings: Settings) -> Iterator[None]:
    """Keeps worker processes ready while the block runs; a pool that stands already is used.

    The processes start at once, so that they import their modules while Prefect's API starts.
    """
    if settings.runner is not Runner.THREADS or _Workers.pool is not None:
        yield
        return
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([warm_up.__module__, "edusandbox.reports.returning"])
    with ProcessPoolExecutor(settings.worker_count, mp_context=context) as pool:
        for _ in range(settings.worker_count):
            pool.submit(warm_up)
        _Workers.pool = pool
        try:
            yield
        finally:
            _Workers.pool = None


def run_in_worker(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs a function in a worker process if there is a pool, otherwise here."""
    if _Workers.pool is None:
        return function(*args, **kwargs)
    return _Workers.pool.submit(function, *args, **kwargs).result()
