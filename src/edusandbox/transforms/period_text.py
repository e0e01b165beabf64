"""Periods as titles, file names and columns write them."""

import re
from calendar import monthrange
from datetime import date

from pythainlp.util import thai_digit_to_arabic_digit

from edusandbox.periods import BUDDHIST_ERA_OFFSET, Period, buddhist_year
from edusandbox.transforms.dates import months_in_text, read_date
from edusandbox.transforms.text import clean_text

_YEAR = r"(?:พ\.?ศ\.?\s*)?(?P<year>25\d\d|20\d\d)(?!\d)"
# After a word that says what it is, a year of two digits is Buddhist: เทอม 1/63.
_YEAR_OF_WORD = r"(?:พ\.?ศ\.?\s*)?(?P<year>25\d\d|20\d\d|[56]\d(?!\d))(?!\d)"
_SEMESTER = r"(?:ภาคเรียน|เทอม)(?:ที่)?\s*(?P<semester>[123])"
_PATTERNS = (
    re.compile(rf"{_SEMESTER}\s*(?:[/-]|ปีการศึกษา|ปี)\s*{_YEAR_OF_WORD}"),
    re.compile(rf"ปีการศึกษา\s*{_YEAR_OF_WORD}\s*[,/]?\s*{_SEMESTER}"),
    # Dates look alike: 10/2/2563 and 2020-2-15 name no semester. Meetings, quarters and instalments are
    # numbered in the same way.
    re.compile(
        rf"(?<![\d/.-])(?<!ครั้งที่)(?<!ครั้งที่ )(?<!ไตรมาส)(?<!ไตรมาส )(?<!ไตรมาสที่)(?<!ไตรมาสที่ )(?<!งวดที่)"
        rf"(?<!งวดที่ )(?<!ฉบับที่)(?<!ฉบับที่ )(?P<semester>[123])\s?/\s?{_YEAR}(?![/.-]\d)"
    ),
    re.compile(r"(?<![\d.-])(?<!\d/)(?P<year>25\d\d|20\d\d)[-_](?P<semester>[123])(?![\d_-])(?!/\d)"),
)
_AS_AT = re.compile(
    r"(?:ณ\s*วันที่|ณ|ข้อมูลวันที่)\s*"
    r"(?P<day>\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]|(?:เดือน\s*)?[ก-๙.]+\s*(?:พ\.?ศ\.?)?)\s*\d{4})"
)
_SEMESTER_ALONE = re.compile(rf"{_SEMESTER}(?!\d|\s*(?:[-–,/]|และ|ถึง)\s*\d)")
_FIRST_SEMESTER_MONTHS = range(5, 11)
_FIRST_MONTH_OF_YEAR = 5
_FIRST_DAY_OF_YEAR = (5, 16)
_YEAR_IN_NAME = re.compile(rf"(?<!\d){_YEAR}")
_ACADEMIC_YEAR = re.compile(rf"ปีการศึกษา(?:ที่)?\s*{_YEAR_OF_WORD}")


def period_in_text(text: str) -> Period | None:
    """Finds the semester that a title or a file's name speaks of.

    A year without a semester, a fiscal year (ปีงบประมาณ) or two different semesters in one text decide
    nothing.

    Returns:
        The period, or None where the text names none or more than one.
    """
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    found = {
        _semester(match["year"], match["semester"])
        for pattern in _PATTERNS
        for match in pattern.finditer(cleaned)
    }
    return found.pop() if len(found) == 1 else None


def academic_years_in_text(text: str) -> set[int]:
    """The academic years (Buddhist) that a title or a file's name states."""
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    return {_buddhist_year(match["year"]) for match in _ACADEMIC_YEAR.finditer(cleaned)}


def years_in_name(name: str) -> set[int]:
    """The years (Buddhist) that stand by themselves in the name of a sheet or file: นักเรียน 2562."""
    cleaned = thai_digit_to_arabic_digit(clean_text(name))
    return {buddhist_year(int(match["year"])) for match in _YEAR_IN_NAME.finditer(cleaned)}


def semester_in_text(text: str) -> int | None:
    """The semester that a text names, with or without a year; None where it names none or several."""
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    found = {int(match["semester"]) for match in _SEMESTER_ALONE.finditer(cleaned)}
    return found.pop() if len(found) == 1 else None


def last_day_of_month_in_text(text: str, academic_year: int, *, is_sheet_name: bool = False) -> date | None:
    """Finds the month of the figures: a sheet called มิ.ย. 63, a title ประจำเดือนมิถุนายน.

    Args:
        text: A sheet's name, or a title, in which the month must follow the word เดือน.
        academic_year: Buddhist academic year (May to April) of a month without a year.
        is_sheet_name: Whether it is a sheet's name.

    Returns:
        The month's last day, or None where the text names no month or more than one.
    """
    found = set(months_in_text(thai_digit_to_arabic_digit(clean_text(text)), needs_word=not is_sheet_name))
    if len(found) != 1:
        return None
    month, year = found.pop()
    if year is None:
        year = academic_year - BUDDHIST_ERA_OFFSET + (month < _FIRST_MONTH_OF_YEAR)
    return date(year, month, monthrange(year, month)[1])


def as_at_date_in_text(text: str) -> date | None:
    """Finds the day of the figures: ข้อมูล ณ วันที่ 10 มิถุนายน 2565.

    Returns:
        The day, or None where the text names none or more than one.
    """
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    found = {read_date(match["day"]) for match in _AS_AT.finditer(cleaned)} - {None}
    return found.pop() if len(found) == 1 else None


def semester_of(day: date) -> Period:
    """The semester of a day: the first from 16 May, the second from November (DOMAIN 2.4, 2.11)."""
    year = day.year if (day.month, day.day) >= _FIRST_DAY_OF_YEAR else day.year - 1
    semester = 1 if year == day.year and day.month in _FIRST_SEMESTER_MONTHS else 2
    return Period.parse(f"{year + BUDDHIST_ERA_OFFSET}-{semester}")


def period_of_columns(year: str, semester: str) -> Period | None:
    """Makes a period of the columns ปีการศึกษา and ภาคเรียน; 2563 and 2020 are both understood.

    Returns:
        The period, or None where the two cells do not name a semester.
    """
    if not year.isdecimal() or semester not in {"1", "2", "3"}:
        return None
    try:
        return Period.parse(f"{buddhist_year(int(year))}-{semester}")
    except ValueError:
        return None


def _semester(year: str, semester: str) -> Period:
    return Period.parse(f"{_buddhist_year(year)}-{semester}")


def _buddhist_year(text: str) -> int:
    return 2500 + int(text) if len(text) == len("63") else buddhist_year(int(text))
