"""Dates as offices type them: Buddhist or Christian years, Thai months, Excel's own day numbers.

A year from 2400 on is Buddhist wherever it stands: 01-01-2568 is the first of January 2025, never a day of
the year 2568 CE. The day comes before the month, as Thai is written.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from functools import lru_cache

from pythainlp.util import thai_digit_to_arabic_digit
from pythainlp.util.date import thai_abbr_months, thai_full_months

from schemas.periods import BUDDHIST_ERA_OFFSET
from schemas.text import REMEMBERED_TEXTS, clean_text
from transforms.grid import DAY_ZERO, CellValue

_FIRST_BUDDHIST_YEAR = 2400
_LAST_BUDDHIST_YEAR = 2700
_FIRST_CHRISTIAN_YEAR = 1900
_LAST_CHRISTIAN_YEAR = 2100
_SHORT_YEAR = re.compile(r"\d\d")
_SHORT_YEAR_AT_END = re.compile(r"(?<!\d)\d\d$")
DAY_NUMBERS = range(10_000, 80_000)
"""Excel's numbers of the days from 1927 to 2119, four years on where it counts from 1904; smaller ones are
counts, larger ones codes."""

_MONTHS = {
    re.sub(r"[.\s]", "", name): number
    for names in (thai_full_months, thai_abbr_months)
    for number, name in enumerate(names, start=1)
}
MONTH_NAMES = "|".join(
    r"\.?\s?".join(map(re.escape, name)) if len(name) <= len("มิย.") else re.escape(name)
    for name in sorted(_MONTHS, key=len, reverse=True)
)
"""Matches a Thai month's name, in full or shortened."""
_MONTH_IN_TEXT = re.compile(
    rf"(?:(?P<word>เดือน)\s*|(?<![ก-๎\w.]))(?P<month>{MONTH_NAMES})(?!\.?[ก-๎])"
    r"\.?\s*(?:ปี\s*)?(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*(?P<year>\d{4}(?!\d)|\d{2}(?!\d))?"
)
_NUMBERS = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4}|\d{2})")
_WORDS = re.compile(
    r"(?:วันที่\s*)?(?P<day>\d{1,2})\s*(?:เดือน\s*)?(?P<month>[ก-๎][ก-๎. ]*?)\.?\s*"
    r"(?:ปี\s*)?(?:พ\.?\s?ศ\.?|ค\.?\s?ศ\.?)?\s*(?P<year>\d{4}|\d{2})"
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?)?")


def read_date(value: CellValue, day_zero: date = DAY_ZERO) -> date | None:
    """Reads a cell as a date.

    Args:
        value: A date or time of the spreadsheet, a number of a day, or text.
        day_zero: The day that the number 0 stands for.

    Returns:
        The day in the Christian era; None where the cell names no day that there is.
    """
    match value:
        case datetime():
            return _day(value.year, value.month, value.day)
        case date():
            return _day(value.year, value.month, value.day)
        case bool():
            return None
        case int() | float() if int(value) in DAY_NUMBERS:
            return day_zero + timedelta(days=int(value))
        case str():
            return _read_text(value)
        case _:
            return None


def months_in_text(text: str, *, needs_word: bool) -> Iterator[tuple[int, int | None]]:
    """The months that a text names, with the year (Christian era) where one follows.

    Args:
        text: Cleaned text with Arabic digits.
        needs_word: Whether only what follows the word เดือน counts.
    """
    for match in _MONTH_IN_TEXT.finditer(text):
        if match["word"] or not needs_word:
            month = _MONTHS[re.sub(r"[.\s]", "", match["month"])]
            first_day = _day(_year(match["year"]), month, 1) if match["year"] else None
            yield month, first_day.year if first_day else None


def month_in_full(text: str) -> str:
    """A month's full name, and its Buddhist year where it has one: มิถุนายน 2563 for มิ.ย. 63.

    Raises:
        ValueError: The text names no month.
    """
    (month, year), *_ = list(months_in_text(text, needs_word=False)) or [(0, None)]
    if not month:
        raise ValueError(f"{text!r} names no month")
    name = thai_full_months[month - 1]
    return name if year is None else f"{name} {year + BUDDHIST_ERA_OFFSET}"


def is_typed_day(value: CellValue) -> bool:
    """Whether a cell is a date of the spreadsheet itself, in which nothing had to be understood."""
    return isinstance(value, date)


def has_short_year(value: CellValue) -> bool:
    """Whether a date was typed with a year of two digits, which may have been meant in either era."""
    if not isinstance(value, str):
        return False
    cleaned = clean_text(value)
    return _ISO.fullmatch(cleaned) is None and _SHORT_YEAR_AT_END.search(cleaned) is not None


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _read_text(text: str) -> date | None:
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    iso = _ISO.fullmatch(cleaned)
    if iso is not None:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = _NUMBERS.fullmatch(cleaned)
    if numbers is not None:
        return _day(_year(numbers[3]), int(numbers[2]), int(numbers[1]))
    words = _WORDS.fullmatch(cleaned)
    month = _MONTHS.get(re.sub(r"[.\s]", "", words["month"])) if words else None
    if words is None or month is None:
        return None
    return _day(_year(words["year"]), month, int(words["day"]))


def _year(text: str) -> int:
    """A year of two digits is Buddhist: 10 มิ.ย. 63."""
    return 2500 + int(text) if _SHORT_YEAR.fullmatch(text) else int(text)


def _day(year: int, month: int, day: int) -> date | None:
    if _FIRST_BUDDHIST_YEAR <= year <= _LAST_BUDDHIST_YEAR:
        year -= BUDDHIST_ERA_OFFSET
    elif not _FIRST_CHRISTIAN_YEAR <= year <= _LAST_CHRISTIAN_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
