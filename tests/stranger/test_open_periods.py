"""A return that is sent for years is filed under a year, never under a semester that is open as well."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.submissions import Delivery, Status
from tests.calendars import calendar_entry
from tests.checking.builders import PROVINCE, csv_bytes
from tests.stranger.test_reading import LONG, ROWS

YEAR = calendar_entry(
    "2562",
    date(2019, 5, 16),
    date(2020, 5, 15),
    opening=date(2020, 6, 1),
    closing=date(2021, 5, 31),
    forms=["workshop"],
)


@pytest.mark.parametrize(
    ("today", "period", "status"),
    [(date(2020, 7, 10), "2562", Status.ACCEPTED), (date(2020, 5, 31), "2563", Status.HELD)],
)
def test_a_yearly_return_that_states_no_period(today: date, period: str, status: Status) -> None:
    province = replace(PROVINCE, calendar={**PROVINCE.calendar, "2562": YEAR})
    content = csv_bytes([["การอบรม"], LONG, *ROWS])
    delivery = Delivery("0" * 64, "w.csv", "w.csv", "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, content)], CheckContext(province, today))
    (submission,) = checked.submissions
    assert (submission.period.code, submission.status) == (period, status)
    wanted = "RE009" if status is Status.ACCEPTED else "RE017"
    assert [issue.code for issue in checked.all_issues if issue.code.startswith("RE")] == [wanted]


@pytest.mark.parametrize(
    ("title", "period", "told"),
    [
        ("การอบรม ปีการศึกษา 2562", "2562", set()),
        ("การอบรม ภาคเรียนที่ 1 ปีการศึกษา 2562", "2562", {"RE019"}),
        ("การอบรม ภาคเรียนที่ 1/2562 และ 2/2562", "2562", {"RE019"}),
        ("การอบรม ปีการศึกษา 2561", "2561", {"RE007"}),
        ("การอบรม ปีการศึกษา 2561 และ ปีการศึกษา 2562", "2562", {"RE014"}),
    ],
)
def test_a_yearly_return_is_filed_under_the_year_that_it_states(
    title: str, period: str, told: set[str]
) -> None:
    entry = replace(YEAR, sending=())
    province = replace(PROVINCE, calendar={**PROVINCE.calendar, "2562": entry})
    content = csv_bytes([[title], LONG, *ROWS])
    delivery = Delivery("0" * 64, "w.csv", "w.csv", "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, content)], CheckContext(province, date(2020, 7, 10)))
    (submission,) = checked.submissions
    assert submission.period.code == period
    assert {issue.code for issue in checked.all_issues if issue.code.startswith("RE")} == told
    assert submission.status.is_loaded == told.isdisjoint({"RE007", "RE014"})
