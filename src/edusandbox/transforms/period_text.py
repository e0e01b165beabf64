"""Periods as titles, file names and columns write them."""

import re

from pythainlp.util import thai_digit_to_arabic_digit

from edusandbox.periods import Period, buddhist_year
from edusandbox.transforms.text import clean_text

_YEAR = r"(?:พ\.?ศ\.?\s*)?(?P<year>25\d\d|20\d\d)(?!\d)"
_PATTERNS = (
    re.compile(rf"ภาคเรียน(?:ที่)?\s*(?P<semester>[123])\s*(?:/|ปีการศึกษา|ปี)\s*{_YEAR}"),
    re.compile(rf"ปีการศึกษา\s*{_YEAR}\s*[,/]?\s*ภาคเรียน(?:ที่)?\s*(?P<semester>[123])"),
    # Dates look alike: 10/2/2563 and 2020-2-15 name no semester.
    re.compile(rf"(?<![\d/.-])(?P<semester>[123])/{_YEAR}(?![/.-]\d)"),
    re.compile(r"(?<![\d.-])(?<!\d/)(?P<year>25\d\d|20\d\d)[-_](?P<semester>[123])(?![\d_-])(?!/\d)"),
)
_ACADEMIC_YEAR = re.compile(rf"ปีการศึกษา(?:ที่)?\s*{_YEAR}")


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
    return {buddhist_year(int(match["year"])) for match in _ACADEMIC_YEAR.finditer(cleaned)}


def period_of_columns(year: str, semester: str) -> Period | None:
    """Makes a period of the columns ปีการศึกษา and ภาคเรียน; 2563 and 2020 are both understood.

    Returns:
        The period, or None where the two cells do not name a semester.
    """
    if not year.isdecimal() or semester not in {"1", "2", "3"}:
        return None
    try:
        return _semester(year, semester)
    except ValueError:
        return None


def _semester(year: str, semester: str) -> Period:
    return Period.parse(f"{buddhist_year(int(year))}-{semester}")
