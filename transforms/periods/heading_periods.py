"""Years, semesters and days that stand in a heading: over its columns or behind their names."""

import re
from collections.abc import Iterator

from pythainlp.util import thai_digit_to_arabic_digit

from schemas.periods import buddhist_date, buddhist_year
from schemas.text import clean_text, normalise_header
from transforms.cells.dates import MONTH_NAMES, month_in_full, read_date

Mark = tuple[str, str]
"""A kind of period (day, month, semester, year and the two below) and which one it is."""
RELATIVE = "relative"
"""The kind of a period that is named by its distance from the present one: ปีที่แล้ว, ปีนี้."""
SHORT_YEAR = "short year"
"""The kind of a year of two digits behind a column's name, where a footnote's number looks the same."""

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
_EARLIER = r"(?:ที่แล้ว|ที่ผ่านมา|ก่อน)"
_RELATIVE = re.compile(
    rf"(?P<relative>(?:ปี(?:การศึกษา)?|ภาค(?:เรียน)?|เทอม|เดือน)\s*(?:{_EARLIER}|นี้|ปัจจุบัน))(?![ก-๎])"
)
_TWO_DIGITS = r"(?:5[89]|6\d|7[0-5])"
"""Years that returns may be of; smaller numbers are ages and full marks."""
_SHORT_YEAR = re.compile(rf"[(\[]?\s*(?P<year>{_TWO_DIGITS})\s*[)\]]?")
_SHORT_YEAR_AT_END = re.compile(rf"(?:(?<=[\s/])|[(\[])\s*(?P<short>{_TWO_DIGITS})\s*[)\]]?$")
_SEMESTER_OF_SHORT_YEAR = re.compile(
    rf"(?<![\d/.-])(?P<semester>[123])\s?/\s?(?P<year>{_TWO_DIGITS})(?!\d|\s?/)"
)
_LEFT_OVER = re.compile(r"\(\s*\)|\[\s*\]|^[\s/:,-]+|[\s/:,-]+$")


_PATTERNS = (
    ("day", _DAY),
    (RELATIVE, _RELATIVE),
    ("month", _MONTH),
    ("semester", _SEMESTER),
    ("year", _YEAR),
)


def without_period(text: str) -> tuple[str, tuple[Mark, ...]]:
    """Takes the periods out of a heading.

    Args:
        text: A heading, or one of its lines.

    Returns:
        What else it says, tidied where it named a period and otherwise as it is; the periods that it names.
    """
    rest = thai_digit_to_arabic_digit(clean_text(text))
    if not (any(map(str.isdigit, rest)) or _MONTH.search(rest) or _RELATIVE.search(rest)):
        return text, ()
    short = _SHORT_YEAR.fullmatch(rest)
    if short is not None:
        return "", ((SHORT_YEAR, _which("year", short["year"])),)
    rest = _SEMESTER_OF_SHORT_YEAR.sub(r"\g<semester>/25\g<year>", rest)
    marks: list[Mark] = []
    for kind, pattern in _PATTERNS:
        marks += _marks(kind, pattern, rest)
        rest = pattern.sub(" ", rest)
    if not marks:
        # Its number stays with the name: it is taken off, and told, as a footnote's.
        return text, tuple(_marks(SHORT_YEAR, _SHORT_YEAR_AT_END, rest))
    return clean_text(_LEFT_OVER.sub(" ", clean_text(rest))), tuple(marks)


def period_name(mark: Mark) -> str:
    """What a title calls a period, so that it is read as one there."""
    kind, which = mark
    match kind:
        case "year" | "short year":
            return f"ปีการศึกษา {which}"
        case "relative":
            return which
        case "semester":
            return f"ภาคเรียนที่ {which}"
        case "day":
            day = read_date(which)
            return f"ข้อมูล ณ วันที่ {buddhist_date(day) if day else which}"
        case _:
            return f"เดือน{which}"


def is_earlier(mark: Mark) -> bool:
    """Whether a period is called an earlier one, without a word which: ปีที่แล้ว."""
    return mark[0] == RELATIVE and re.search(_EARLIER, mark[1]) is not None


def _marks(kind: str, pattern: re.Pattern[str], text: str) -> Iterator[Mark]:
    for match in pattern.finditer(text):
        value = next(group for group in match.groups() if group is not None)
        yield kind, _which(kind, value)


def _which(kind: str, value: str) -> str:
    """One name for one period, however it is written."""
    match kind:
        case "year" | "short year":
            return str(2500 + int(value) if len(value) == len("63") else buddhist_year(int(value)))
        case "day":
            return str(read_date(value) or normalise_header(value))
        case "month":
            return month_in_full(value)
        case _:
            return normalise_header(value)
