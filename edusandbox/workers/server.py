"""The process that worker processes part from, and how they do.

It imports what a worker needs and checks something once, which takes as long as a run's own start. A command
that will need workers starts it first of all, so that both happen at once: therefore this module
imports nothing that takes time.
"""

import os
import sys
from functools import cache
from multiprocessing import forkserver
from multiprocessing.context import ForkServerContext, ForkServerProcess
from threading import Lock
from types import ModuleType

_PRELOADED_MODULES = ["edusandbox.reports.marked_workbook", "edusandbox.workers.preload"]
_HIDING_MAIN = Lock()


class _WorkerProcess(ForkServerProcess):
    """A process that does not import the program's main module again, as multiprocessing would have it.

    The command line or Prefect's engine is half a second and 50 MB or more to each worker, and what workers
    do is not in it: a function of `__main__` cannot be given to them.
    """

    def start(self) -> None:
        with _HIDING_MAIN:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = ModuleType("__main__")
            try:
                super().start()
            finally:
                sys.modules["__main__"] = main


class WorkerContext(ForkServerContext):
    """How multiprocessing starts workers."""

    Process = _WorkerProcess


@cache
def worker_context() -> WorkerContext:
    """Returns the context of all workers; the server behind it starts with the first of them."""
    context = WorkerContext()
    # Arrow's own allocator takes a gigabyte of addresses at once, which the limit of memory would count.
    os.environ.setdefault("ARROW_DEFAULT_MEMORY_POOL", "system")
    context.set_forkserver_preload(_PRELOADED_MODULES)
    return context


def start_worker_server() -> None:
    """Starts the server and does not wait for it; where it runs already, nothing happens."""
    worker_context()
    forkserver.ensure_running()
