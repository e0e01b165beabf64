"""A pool of worker processes behind Prefect's threads, made before the flow starts.

Prefect's own process runner costs 0.1 to 0.2 s a task and, with an embedded API, an API for every
process; a pool of ours costs neither. Where a task runs in a process or on a machine of its own (runners
`processes` and `dask`) there is no pool and the work is done on the spot.
"""

import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from threading import Lock
from typing import ParamSpec, TypeVar

from edusandbox.checking.landed import warm_up
from edusandbox.settings import Runner, Settings

P = ParamSpec("P")
R = TypeVar("R")
_PRELOADED_MODULES = [warm_up.__module__, "edusandbox.reports.returning"]


class WorkerDiedError(Exception):
    """A worker process died of the work that it was given, as a reader may of a damaged file."""


class _Pool:
    """Worker processes that are replaced when one of them dies."""

    def __init__(self, worker_count: int) -> None:
        self._worker_count = worker_count
        self._context = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload(_PRELOADED_MODULES)
        self._lock = Lock()
        # Starting the first process waits for the modules that are preloaded: meanwhile Prefect starts.
        starter = ThreadPoolExecutor(1)
        self._executor = starter.submit(self._new_executor, worker_count)
        starter.shutdown(wait=False)

    def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        executor = self._executor.result()
        try:
            return executor.submit(function, *args, **kwargs).result()
        except BrokenProcessPool:
            # Everybody's work is lost when one worker dies: done again apart, only the culprit's fails.
            self._replace(executor)
            return self._run_apart(function, *args, **kwargs)

    def _run_apart(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        with self._new_executor(1) as executor:
            try:
                return executor.submit(function, *args, **kwargs).result()
            except BrokenProcessPool:
                raise WorkerDiedError("the worker process died of it") from None

    def _replace(self, broken: ProcessPoolExecutor) -> None:
        with self._lock:
            if self._executor.result() is broken:
                broken.shutdown(wait=False)
                self._executor = Future()
                self._executor.set_result(self._new_executor(self._worker_count))

    def _new_executor(self, worker_count: int) -> ProcessPoolExecutor:
        executor = ProcessPoolExecutor(worker_count, mp_context=self._context)
        for _ in range(worker_count):
            executor.submit(warm_up)
        return executor

    def close(self) -> None:
        self._executor.result().shutdown()


class _Workers:
    pool: _Pool | None = None


@contextmanager
def worker_pool(settings: Settings) -> Iterator[None]:
    """Keeps worker processes ready while the block runs; a pool that stands already is used.

    The processes start at once, so that they import their modules while Prefect's API starts.
    """
    if settings.runner is not Runner.THREADS or _Workers.pool is not None:
        yield
        return
    _Workers.pool = _Pool(settings.worker_count)
    try:
        yield
    finally:
        _Workers.pool.close()
        _Workers.pool = None


def run_in_worker(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs a function in a worker process if there is a pool, otherwise here.

    Raises:
        WorkerDiedError: The process died of it; others' work is not touched.
    """
    if _Workers.pool is None:
        return function(*args, **kwargs)
    return _Workers.pool.run(function, *args, **kwargs)
