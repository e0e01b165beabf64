"""Moments as people type them."""

from datetime import UTC, date, datetime

import pytest

from edusandbox.timestamps import TimestampError, day_in_bangkok, parse_as_of, parse_day


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2563-07-10", datetime(2020, 7, 10, 16, 59, 59, 999999, tzinfo=UTC)),
        ("2020-07-10", datetime(2020, 7, 10, 16, 59, 59, 999999, tzinfo=UTC)),
        ("2567-02-29", datetime(2024, 2, 29, 16, 59, 59, 999999, tzinfo=UTC)),
        ("2563-07-10T14:05", datetime(2020, 7, 10, 7, 5, tzinfo=UTC)),
        ("2563-07-10 14:05:30", datetime(2020, 7, 10, 7, 5, 30, tzinfo=UTC)),
        ("2020-07-10T14:05+00:00", datetime(2020, 7, 10, 14, 5, tzinfo=UTC)),
    ],
)
def test_a_moment_is_thai_time_unless_it_says_otherwise(said: str, meant: datetime) -> None:
    assert parse_as_of(said) == meant


@pytest.mark.parametrize("said", ["yesterday", "2563", "2563-13-01", "", "2563-07-10+00:00", "2563-07-10Z"])
def test_what_is_no_moment_is_said(said: str) -> None:
    with pytest.raises(TimestampError, match=r"is no moment; write a day such as 2563-07-10"):
        parse_as_of(said)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2569-11-30", date(2026, 11, 30)),
        ("2026-11-30", date(2026, 11, 30)),
        (" 2567-02-29 ", date(2024, 2, 29)),
    ],
)
def test_a_day_is_of_either_era(said: str, meant: date) -> None:
    assert parse_day(said, "--today") == meant


@pytest.mark.parametrize(
    "said",
    [
        "2569-13-40",
        "30/11/2569",
        "2569-11-31",
        "25691130",
        "2026-W48-1",
        "today",
        "",
        "๒๕๖๙-๑๑-๓๐",
        "2700-01-01",
    ],
)
def test_what_is_no_day_is_said_with_what_to_write(said: str) -> None:
    with pytest.raises(TimestampError) as error:
        parse_day(said, "--today")
    wanted = "is no day; write year, month and day, such as 2569-11-30 or 2026-11-30"
    assert str(error.value) == f"--today: {said!r} {wanted}"


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 30, 16, 59, 59, tzinfo=UTC), date(2026, 11, 30)),
        (datetime(2026, 11, 30, 17, 0, tzinfo=UTC), date(2026, 12, 1)),
    ],
)
def test_a_day_is_over_at_midnight_in_bangkok(moment: datetime, day: date) -> None:
    assert day_in_bangkok(moment) == day
