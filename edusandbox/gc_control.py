"""What the garbage collector need not look at again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def gc_frozen() -> Iterator[None]:
    """Has the collector pass over everything that is there already while the block runs.

    Rows made by the hundred thousand have Python look for cycles in all that a run holds, again and again.
    What is made meanwhile is collected as ever.
    """
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


@contextmanager
def gc_disabled() -> Iterator[None]:
    """Has the collector wait while modules are imported: nearly all that they make is there to stay.

    It would look at all of it again and again, a tenth of what importing takes.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()
