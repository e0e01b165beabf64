"""No file can hurt the machine: each is read right or rejected with a reason, and the workers live on."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.settings import Settings
from edusandbox.sources.limits import Limits
from edusandbox.submissions import CheckedDelivery, Delivery, Status
from edusandbox.workers.limits import peak_memory_bytes
from edusandbox.workers.pool import check_in_worker, run_in_worker, worker_pool
from tests.checking.builders import PROVINCE, TODAY
from tests.hostile.files import READ, Hostile, hostile_files

FILES = hostile_files()
LIMITS = Limits(seconds=20)


@pytest.fixture(scope="module", autouse=True)
def pool() -> Iterator[None]:
    with worker_pool(Settings(worker_count=1)):
        yield


def check(content: bytes, limits: Limits = LIMITS) -> CheckedDelivery:
    delivery = Delivery(
        "0" * 64, "แฟ้ม.xlsx", "แฟ้ม.xlsx", "5001", len(content), datetime(2020, 7, 2, tzinfo=UTC)
    )
    return check_in_worker(delivery, content, CheckContext(PROVINCE, TODAY, limits=limits))


@pytest.mark.parametrize("hostile", FILES, ids=lambda hostile: hostile.name)
def test_a_hostile_file_is_read_right_or_rejected_with_a_reason(hostile: Hostile) -> None:
    checked = check(hostile.make())
    codes = {issue.code for issue in checked.all_issues}
    is_read = [len(each.rows) for each in checked.submissions] == [1]
    assert (READ in hostile.codes and is_read) or codes & set(hostile.codes), codes
    assert all(issue.message_th and issue.message_en and issue.remedy_th for issue in checked.all_issues)
    assert 0 < run_in_worker(peak_memory_bytes) < 600_000_000


def test_there_are_at_least_forty_of_them_and_no_two_alike() -> None:
    assert len({hostile.name for hostile in FILES}) == len(FILES) >= 40


def test_a_reader_that_takes_too_long_is_ended_and_the_file_rejected() -> None:
    rows = b"1,2,3,4,5,6,7,8,9\n" * 100_000
    checked = check(rows, replace(LIMITS, seconds=0.05))  # type: ignore[arg-type] # less than settings allow
    assert checked.status is Status.REJECTED
    assert [issue.code for issue in checked.issues] == ["FI013"]
    assert "LA006" in {issue.code for issue in check(b"x").issues}
