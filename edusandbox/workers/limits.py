"""Bounds that the operating system keeps over a worker process: memory and time.

A hostile file may make a library allocate without end or loop for ever in native code, where no Python
exception reaches. The kernel stops both, and only the worker ends.
"""

import signal

try:
    import resource
except ImportError:  # Windows has neither limits nor timers of this kind: there the pool alone protects.
    resource = None  # type: ignore[assignment]

_LIBRARY_BYTES = 80_000_000
"""Memory of the program's libraries that is not private and does not count against the kernel's limit."""

OUT_OF_TIME = -int(getattr(signal, "SIGALRM", 14))
"""Exit code of a worker that its timer ended."""


class _Worker:
    is_one = False


def become_worker(memory_bytes: int) -> None:
    """Makes this process a worker: bounds its memory and lets `arm` bound its time.

    Args:
        memory_bytes: The most memory that it may hold; beyond it Python raises `MemoryError` and native
            libraries abort.
    """
    _Worker.is_one = True
    if resource is not None:
        _, hard = resource.getrlimit(resource.RLIMIT_DATA)
        resource.setrlimit(resource.RLIMIT_DATA, (memory_bytes - _LIBRARY_BYTES, hard))


def arm(seconds: float) -> None:
    """Ends this process if it is a worker and `arm` is not called again in time; 0 takes the bound off."""
    if _Worker.is_one and hasattr(signal, "setitimer"):
        signal.signal(signal.SIGALRM, signal.SIG_DFL)
        signal.setitimer(signal.ITIMER_REAL, seconds)


def peak_memory_bytes() -> int:
    """The most memory that this process has held at once, as Linux counts it; 0 where it is not told."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 if resource is not None else 0
