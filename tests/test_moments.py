"""Moments as people type them."""

from datetime import UTC, datetime

import pytest

from edusandbox.moments import MomentError, parse_moment


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
    assert parse_moment(said) == meant


@pytest.mark.parametrize("said", ["yesterday", "2563", "2563-13-01", "", "2563-07-10+00:00", "2563-07-10Z"])
def test_what_is_no_moment_is_said(said: str) -> None:
    with pytest.raises(MomentError, match=r"is no moment; write a day such as 2563-07-10"):
        parse_moment(said)
