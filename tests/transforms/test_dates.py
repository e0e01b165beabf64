from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pythainlp.util.date import thai_abbr_months, thai_full_months

from transforms.cells.dates import has_short_year, read_date
from transforms.grid import DAY_ZERO_OF_1904, CellValue

TENTH_OF_JUNE = date(2020, 6, 10)
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    "typed",
    [
        date(2020, 6, 10),
        datetime(2020, 6, 10, tzinfo=UTC),
        date(2563, 6, 10),
        43992,
        43992.0,
        "10/6/2563",
        "10-06-2563",
        "10.6.2563",
        "10/06/2020",
        "10/6/63",
        "๑๐/๖/๒๕๖๓",
        "2020-06-10",
        "2563-06-10",
        "2020-06-10 00:00:00",
        "10 มิ.ย. 2563",
        "10 มิย. 63",
        "10 มิถุนายน 2563",
        "วันที่ 10 เดือน มิถุนายน พ.ศ. 2563",
        "๑๐ มิถุนายน พ.ศ.๒๕๖๓",
        "10 มิถุนายน 2020",
        "  10  มิถุนายน\u00a02563 ",
    ],
)
def test_a_day_is_read_however_it_is_written(typed: CellValue) -> None:
    assert read_date(typed) == TENTH_OF_JUNE


def test_a_buddhist_year_is_never_taken_for_a_christian_one() -> None:
    assert read_date("01-01-2568") == date(2025, 1, 1)


def test_a_leap_day_is_one_of_the_christian_year() -> None:
    assert read_date("29/2/2563") == date(2020, 2, 29)
    assert read_date("29/2/2564") is None


@pytest.mark.parametrize(
    "typed",
    [
        None,
        "",
        "05/23/2563",
        "31/4/2563",
        "10 มิถุนา",
        "มิถุนายน 2563",
        "2563",
        "10/6/1463",
        12,
        50010001,
        True,
        time(8, 30),
    ],
)
def test_what_names_no_day_gives_none(typed: CellValue) -> None:
    assert read_date(typed) is None


STYLES: list[Callable[[date], CellValue]] = [
    lambda day: f"{day.day}/{day.month}/{day.year + 543}",
    lambda day: f"{day.day:02}-{day.month:02}-{day.year + 543}",
    lambda day: f"{day.day}/{day.month}/{day.year}",
    lambda day: f"{day.day} {thai_full_months[day.month - 1]} {day.year + 543}",
    lambda day: f"{day.day} {thai_abbr_months[day.month - 1]} {day.year + 543}",
    lambda day: f"{day.day}{thai_abbr_months[day.month - 1].replace('.', '')}{day.year + 543}",
    lambda day: f"วันที่ {day.day} เดือน{thai_full_months[day.month - 1]} พ.ศ. {day.year + 543}".translate(
        THAI_DIGITS
    ),
    lambda day: day.isoformat(),
    lambda day: (day - date(1899, 12, 30)).days,
]


@given(day=st.dates(date(1930, 1, 1), date(2099, 12, 31)), style=st.sampled_from(STYLES))
def test_a_day_written_in_any_style_reads_back(day: date, style: Callable[[date], CellValue]) -> None:
    assert read_date(style(day)) == day


def test_a_number_of_a_day_counts_from_the_day_zero_of_its_workbook() -> None:
    assert read_date(16937) == date(1946, 5, 15)
    assert read_date(16937, DAY_ZERO_OF_1904) == date(1950, 5, 16)


@pytest.mark.parametrize(
    ("text", "is_short"),
    [
        ("16/5/93", True),
        ("16 พ.ค. 93", True),
        ("16/5/2493", False),
        ("1950-05-16", False),
        ("๒๔๙๓-๐๕-๑๖", False),
    ],
)
def test_the_day_at_the_end_of_an_iso_date_is_no_year_of_two_digits(text: str, *, is_short: bool) -> None:
    assert has_short_year(text) is is_short
