"""The collector's way past what is there already."""

import contextlib
import gc
from collections.abc import Callable, Iterator

import pytest

from edusandbox.gc_control import gc_disabled, gc_frozen


@pytest.fixture(autouse=True)
def nothing_frozen() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_is_there_is_passed_over_while_the_block_runs() -> None:
    with gc_frozen():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_is_there_is_looked_at_again_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), gc_frozen():
        _ = 1 // 0
    assert gc.get_freeze_count() == 0


@pytest.mark.parametrize("switch", [gc.enable, gc.disable])
def test_the_collector_waits_while_modules_are_imported_and_is_then_as_before(
    switch: Callable[[], None],
) -> None:
    switch()
    before, meanwhile = gc.isenabled(), True
    try:
        with contextlib.suppress(ImportError), gc_disabled():
            meanwhile = gc.isenabled()
            raise ImportError
        assert (meanwhile, gc.isenabled()) == (False, before)
    finally:
        gc.enable()
