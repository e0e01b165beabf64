"""What is overdue: a due day is over at 24:00 in Bangkok."""

from datetime import UTC, date, datetime

import pytest

from edusandbox.reports.due_days import with_overdue
from edusandbox.timestamps import day_in_bangkok

DUE = date(2020, 7, 10)


@pytest.mark.parametrize(
    ("moment", "is_overdue"),
    [
        (datetime(2020, 7, 10, 16, 59, 59, tzinfo=UTC), False),
        (datetime(2020, 7, 10, 17, 0, tzinfo=UTC), True),
    ],
)
def test_a_due_day_ends_at_midnight_in_bangkok(moment: datetime, *, is_overdue: bool) -> None:
    rows = [{"status": "not_received", "due_date": DUE}]
    assert [row["is_overdue"] for row in with_overdue(rows, day_in_bangkok(moment))] == [is_overdue]


@pytest.mark.parametrize(
    "row",
    [
        {"status": "accepted", "due_date": DUE},
        {"status": "held", "due_date": DUE},
        {"status": "not_received", "due_date": None},
    ],
)
def test_what_came_or_is_due_on_no_day_is_not_overdue(row: dict[str, object]) -> None:
    assert with_overdue([row], date(2026, 11, 30)) == [{**row, "is_overdue": False}]
