"""Worker processes: ready before a run starts, and expendable when a file brings one down.

Prefect's own process runner costs 0.1 to 0.2 s a task and, with an embedded API, an API for every
process; a pool of ours costs neither. Where a task runs in a process or on a machine of its own (runners
`processes` and `dask`) there is no pool, and what reads files runs in a process apart.
"""

import multiprocessing
import os
import pickle
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import Connection
from threading import Lock
from typing import Any, ParamSpec, TypeVar

from edusandbox.checking.context import CheckContext
from edusandbox.settings import Runner, Settings
from edusandbox.sources.limits import Limits
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.workers.entry import check_bytes, rejected
from edusandbox.workers.limits import OUT_OF_TIME, become_worker
from edusandbox.workers.server import worker_context
from schemas.issues import Finding

P = ParamSpec("P")
R = TypeVar("R")


class WorkerDiedError(Exception):
    """A worker process died of the work that it was given, as a reader may of a damaged file.

    Attributes:
        exit_code: How it ended; negative for a signal.
    """

    def __init__(self, exit_code: int) -> None:
        """Keeps the exit code."""
        super().__init__(f"the worker process died of it (exit code {exit_code})")
        self.exit_code = exit_code

    @property
    def ran_out_of_time(self) -> bool:
        """Whether its timer ended it."""
        return self.exit_code == OUT_OF_TIME


def fatal_finding(error: WorkerDiedError, limits: Limits) -> Finding:
    """What is said of a file that brought its worker down: FI013 out of time, otherwise FI014."""
    if error.ran_out_of_time:
        return Finding("FI013", params={"seconds": limits.seconds})
    return Finding("FI014")


def check_in_worker(delivery: Delivery, content: bytes, context: CheckContext) -> CheckedDelivery:
    """Reads and checks a file where it can hurt nobody; one that brings its worker down is rejected."""
    try:
        (checked,) = run_in_worker(check_bytes, delivery, content, context)
    except WorkerDiedError as error:
        return rejected(delivery, fatal_finding(error, context.limits))
    return checked


class _Pool:
    """Worker processes that are replaced when one of them dies."""

    def __init__(self, settings: Settings) -> None:
        self._worker_count = settings.worker_count
        self._memory_bytes = settings.limits.memory_bytes
        self._lock = Lock()
        # Starting the first process waits for the modules that are preloaded: meanwhile Prefect starts.
        starter = ThreadPoolExecutor(1)
        self._executor = starter.submit(self._started_executor)
        starter.shutdown(wait=False)

    def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        executor = self._executor.result()
        try:
            with self._lock:
                # The workers may have been let go, or replaced, since then.
                executor = self._executor.result()
                work = executor.submit(function, *args, **kwargs)
            return work.result()
        except BrokenProcessPool:
            # Everybody's work is lost when one worker dies: done again apart, only the culprit's fails.
            self._replace(executor)
            return run_apart(self._memory_bytes, function, *args, **kwargs)

    def rest(self) -> None:
        # Workers that could not start are told of where there is work for them.
        if self._executor.exception() is None:
            self._replace(self._executor.result())

    def _replace(self, executor: ProcessPoolExecutor) -> None:
        """Lets processes go once they have done what they were given; new ones start when there is work."""
        with self._lock:
            if self._executor.result() is executor:
                executor.shutdown(wait=False)
                self._executor = Future()
                self._executor.set_result(self._new_executor())

    def _started_executor(self) -> ProcessPoolExecutor:
        executor = self._new_executor()
        # A process starts when there is work for it.
        for _ in range(self._worker_count):
            executor.submit(os.getpid)
        return executor

    def _new_executor(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(
            self._worker_count,
            mp_context=worker_context(),
            initializer=become_worker,
            initargs=(self._memory_bytes,),
        )

    def close(self) -> None:
        self._executor.result().shutdown()


class _ThisProcess:
    """Does the work itself."""

    def run(self, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        return function(*args, **kwargs)


class _Workers:
    pool: _Pool | _ThisProcess | None = None


@contextmanager
def worker_pool(settings: Settings) -> Iterator[None]:
    """Keeps worker processes ready while the block runs; a pool that stands already is used.

    The processes start at once, so that they import their modules while Prefect's API starts.
    """
    if settings.runner is not Runner.THREADS or _Workers.pool is not None:
        yield
        return
    pool = _Workers.pool = _Pool(settings)
    try:
        yield
    finally:
        pool.close()
        _Workers.pool = None


def rest_workers() -> None:
    """Lets the pool's processes go when they have done what they were given; further work has new ones.

    For a stage in which they have nothing to do: an idle process keeps what its work needed (45 MB).
    """
    if isinstance(_Workers.pool, _Pool):
        _Workers.pool.rest()


@contextmanager
def work_in_this_process() -> Iterator[None]:
    """Has this process do the workers' work while the block runs: without a process, and unprotected.

    For a process that is expendable itself, or files that are known to be harmless.
    """
    before, _Workers.pool = _Workers.pool, _ThisProcess()
    try:
        yield
    finally:
        _Workers.pool = before


def run_in_worker(function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs a function in a worker process: of the pool if there is one, otherwise in one of its own.

    Raises:
        WorkerDiedError: The process died of it; others' work is not touched.
    """
    if _Workers.pool is None:
        return run_apart(Settings().limits.memory_bytes, function, *args, **kwargs)
    return _Workers.pool.run(function, *args, **kwargs)


def run_apart(memory_bytes: int, function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
    """Runs a function in a process of its own.

    Args:
        memory_bytes: The most memory that the process may hold.
        function: What to run.
        *args: Its arguments.
        **kwargs: Its keyword arguments.

    Raises:
        WorkerDiedError: The process died of it.
        RuntimeError: This process is a daemon, as Dask's workers are unless told otherwise.
    """
    if multiprocessing.current_process().daemon:
        raise RuntimeError(
            "A daemonic process may not start the one that reads a file; start Dask's workers with "
            "DASK_DISTRIBUTED__WORKER__DAEMON=False"
        )
    receiver, sender = worker_context().Pipe(duplex=False)
    process = worker_context().Process(target=_serve, args=(sender, memory_bytes, function, args, kwargs))
    process.start()
    sender.close()
    with receiver:
        try:
            is_result, answer = pickle.loads(receiver.recv_bytes())  # noqa: S301 - from our own process
        except EOFError:
            process.join()
            raise WorkerDiedError(process.exitcode or 0) from None
    process.join()
    if not is_result:
        raise answer
    result: R = answer
    return result


def _serve(
    sender: Connection,
    memory_bytes: int,
    function: Callable[..., Any],
    args: Sequence[Any],
    kwargs: dict[str, Any],
) -> None:
    become_worker(memory_bytes)
    try:
        answer = (True, function(*args, **kwargs))
    except Exception as error:
        answer = (False, error)
    sender.send_bytes(pickle.dumps(answer))
    sender.close()
