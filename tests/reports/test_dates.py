from datetime import UTC, date, datetime

import pytest

from edusandbox.reports.dates import short_date, thai_date_time


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2020, 6, 8, 7, 5, tzinfo=UTC), "8 มิถุนายน 2563 เวลา 14.05 น."),
        (datetime(2020, 12, 31, 17, 0, tzinfo=UTC), "1 มกราคม 2564 เวลา 00.00 น."),
    ],
)
def test_a_moment_is_told_in_bangkok_time_and_buddhist_years(moment: datetime, text: str) -> None:
    assert thai_date_time(moment) == text


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="no time zone"):
        thai_date_time(datetime(2020, 6, 8))  # noqa: DTZ001 - what the test is about


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, ""),
        (date(2020, 6, 8), "8 Jun 2563"),
        ("2020-06-08", "8 Jun 2563"),
        (datetime(2020, 6, 8, 20, tzinfo=UTC), "9 Jun 2563"),
        ("2020-06-08 20:00:00.000000", "9 Jun 2563"),
        ("2020-06-08T20:00:00+00:00", "9 Jun 2563"),
        ("ยังไม่กำหนด", "ยังไม่กำหนด"),
    ],
)
def test_a_date_of_the_board_is_short(value: object, text: str) -> None:
    assert short_date(value) == text
