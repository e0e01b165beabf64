"""Years, semesters and days that stand in a heading: over its columns or behind their names."""

import re
from collections.abc import Iterator

from pythainlp.util import thai_digit_to_arabic_digit

from edusandbox.periods import buddhist_date, buddhist_year
from edusandbox.transforms.dates import MONTH_NAMES, read_date
from edusandbox.transforms.text import clean_text, normalise_header

Mark = tuple[str, str]
"""A kind of period (day, month, semester, year) and which one it is."""

_ERA = r"(?:พ\.?\s?ศ\.?\s*)?"
_FULL_YEAR = r"(?:25\d\d|20\d\d)(?!\d)"
_YEAR_OF_WORD = rf"(?:{_FULL_YEAR}|[56]\d(?!\d))"
_DAY = re.compile(
    r"(?:ข้อมูล\s*)?(?:ณ\s*)?(?:วันที่\s*)?(?<![\d/.-])(?P<day>"
    rf"\d{{1,2}}\s*(?:เดือน\s*)?(?:{MONTH_NAMES})\.?\s*(?:ปี\s*)?{_ERA}(?:\d{{4}}|\d{{2}})?(?!\d)"
    r"|\d{1,2}\s?[/.-]\s?\d{1,2}\s?[/.-]\s?(?:\d{4}|\d{2})(?!\d)|\d{4}-\d{2}-\d{2}(?:T00:00:00)?)"
)
_MONTH = re.compile(
    rf"(?:ประจำ)?(?:เดือน)?\s*(?<![ก-๎.])(?P<month>(?:{MONTH_NAMES})(?!\.?[ก-๎])\.?\s*{_ERA}{_YEAR_OF_WORD}?)"
)
_SEMESTER = re.compile(
    r"(?:(?:ภาคเรียน|ภาค|เทอม)\s*(?:ที่)?\s*(?P<semester>[123])(?!\d)"
    rf"|(?<![\d/.-])(?P<numbered>[123])(?=\s?/\s?{_FULL_YEAR}))"
)
_YEAR = re.compile(
    rf"(?:[/,-]\s*)?(?:ปีการศึกษา|ปีงบประมาณ|ปี|พ\.?\s?ศ\.?)\s*{_ERA}(?P<worded>{_YEAR_OF_WORD})"
    rf"|(?:[/,-]\s*)?(?<!\d)(?P<bare>{_FULL_YEAR})"
)
_LEFT_OVER = re.compile(r"\(\s*\)|\[\s*\]|^[\s/:,-]+|[\s/:,-]+$")


def without_period(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Takes the periods out of a heading.

    Args:
        text: A heading, or one of its lines.

    Returns:
        What else it says, tidied where it named a period and otherwise as it is; the periods that it names.
    """
    rest = thai_digit_to_arabic_digit(clean_text(text))
    if not any(map(str.isdigit, rest)) and _MONTH.search(rest) is None:
        return text, ()
    marks: list[Mark] = []
    for kind, pattern in (("day", _DAY), ("month", _MONTH), ("semester", _SEMESTER), ("year", _YEAR)):
        marks += _marks(kind, pattern, rest)
        rest = pattern.sub(" ", rest)
    if not marks:
        return text, ()
    return clean_text(_LEFT_OVER.sub(" ", clean_text(rest))), tuple(marks)


def period_name(mark: Mark) -> str:
    """What a title calls a period, so that it is read as one there."""
    kind, which = mark
    match kind:
        case "year":
            return f"ปีการศึกษา {which}"
        case "semester":
            return f"ภาคเรียนที่ {which}"
        case "day":
            day = read_date(which)
            return f"ข้อมูล ณ วันที่ {buddhist_date(day) if day else which}"
        case _:
            return f"ประจำเดือน {which}"


def _marks(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        value = next(group for group in match.groups() if group is not None)
        yield kind, _which(kind, value)


def _which(kind: str, value: str) -> str:
    """One name for one period, however it is written."""
    match kind:
        case "year":
            return str(2500 + int(value) if len(value) == len("63") else buddhist_year(int(value)))
        case "day":
            return str(read_date(value) or normalise_header(value))
        case _:
            return normalise_header(value)
