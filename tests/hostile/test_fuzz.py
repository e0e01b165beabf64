"""A short fuzz run with a fixed seed; `make fuzz` runs on with another one."""

from collections.abc import Iterator
from itertools import islice

import pytest

from edusandbox.settings import Settings
from edusandbox.workers.limits import peak_memory_bytes
from edusandbox.workers.pool import run_in_worker, worker_pool
from tests.hostile.figures import changed_tables, faults
from tests.hostile.fuzz import MOST_MEMORY_BYTES, check, mutants, seeds


@pytest.fixture(scope="module", autouse=True)
def pool() -> Iterator[None]:
    with worker_pool(Settings(worker_count=1)):
        yield


def test_three_hundred_mutants_are_read_or_rejected_with_a_reason() -> None:
    for content in islice(mutants(2563, seeds()), 300):
        checked = check(content, "แฟ้ม.xlsx")
        assert checked.submissions or checked.issues
    assert run_in_worker(peak_memory_bytes) < MOST_MEMORY_BYTES


def test_the_same_seed_gives_the_same_mutants() -> None:
    originals = seeds()
    assert list(islice(mutants(7, originals), 20)) == list(islice(mutants(7, originals), 20))


def test_a_hundred_changed_tables_load_what_is_seen_or_ask_about_it() -> None:
    wrong = {
        (changed.ending, changed.changes): found
        for changed in islice(changed_tables(2563), 100)
        if (found := faults(changed))
    }
    assert wrong == {}
