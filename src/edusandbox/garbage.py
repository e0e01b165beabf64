"""What the garbage collector need not look at again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def heap_spared() -> Iterator[None]:
    """Has the collector pass over everything that is there already while the block runs.

    Rows made by the hundred thousand have Python look for cycles in all that a run holds, again and again.
    What is made meanwhile is collected as ever.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
