"""The collector's way past what is there already."""

import gc
from collections.abc import Iterator

import pytest

from edusandbox.garbage import heap_spared


@pytest.fixture(autouse=True)
def nothing_frozen() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()


def test_what_is_there_is_passed_over_while_the_block_runs() -> None:
    with heap_spared():
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_what_is_there_is_looked_at_again_after_a_failure() -> None:
    with pytest.raises(ZeroDivisionError), heap_spared():
        _ = 1 // 0
    assert gc.get_freeze_count() == 0
