"""Periods as titles, file names and columns write them."""

import re
from calendar import monthrange
from datetime import date

from schemas.periods import BUDDHIST_ERA_OFFSET, Period, buddhist_year
from transforms.cells.dates import months_in_text, read_date
from transforms.periods.bare_years import (
    academic_year_of,
    days_in_text,
    without_days,
    without_other_years,
)
from transforms.periods.period_wording import plain_wording

_YEAR = r"(?:พ\.?ศ\.?\s*)?(?P<year>25\d\d|20\d\d)(?!\d)"
# After a word that says what it is, a year of two digits is Buddhist: เทอม 1/63.
_YEAR_OF_WORD = r"(?:พ\.?ศ\.?\s*)?(?P<year>25\d\d|20\d\d|[56]\d(?!\d))(?!\d)"
_SEMESTER = r"ภาคเรียนที่ (?P<semester>[123])(?!\d)"
_JOINT = r"[/\-,:()]|ของ|ประจำ|ปีการศึกษา|ปี"
_ROUND = r"รอบ(?:ที่)?[\s_]*(?P<semester>[123])(?!\d)"
_SEMESTERS = (
    re.compile(rf"{_SEMESTER}(?:\s*(?:{_JOINT}))+\s*{_YEAR_OF_WORD}"),
    re.compile(rf"{_SEMESTER}\s+{_YEAR}(?![/.-]\d|\s*คน)"),
    re.compile(rf"ปีการศึกษา\s*{_YEAR_OF_WORD}\s*[,/(]?\s*{_SEMESTER}"),
    re.compile(
        rf"(?<![\d/.-])(?<!ปีงบประมาณ )(?<!ปีงบประมาณ){_YEAR}\s*[,/(]?\s*{_SEMESTER}"
        rf"(?!\s*(?:{_JOINT}|พ\.ศ\.|\s)*(?:25|20)\d\d)"
    ),
)
"""Texts that call it a semester."""
_ROUNDS = (
    re.compile(rf"{_ROUND}[\s_]*(?:[/-]|ปีการศึกษา|ปี|ของปี)?[\s_]*{_YEAR_OF_WORD}"),
    re.compile(rf"(?<!\d){_YEAR}[\s_]*[-,/]?[\s_]*{_ROUND}"),
)
"""Texts that call it a round of DMC, of which the third is the whole year's."""
_NUMBERED = (
    # Dates look alike: 10/2/2563 and 2020-2-15 name no semester. Meetings, quarters and instalments are
    # numbered in the same way.
    re.compile(
        rf"(?<![\d/.-])(?<!ครั้งที่)(?<!ครั้งที่ )(?<!ไตรมาส)(?<!ไตรมาส )(?<!ไตรมาสที่)(?<!ไตรมาสที่ )(?<!งวดที่)"
        rf"(?<!งวดที่ )(?<!ฉบับที่)(?<!ฉบับที่ )"
        rf"(?P<semester>[123])\s?/\s?{_YEAR}(?![/.-]\d)"
    ),
    re.compile(
        r"(?<![\d.-])(?<!\d/)(?P<year>25\d\d|20\d\d)[-_](?P<semester>[123])(?!\d|[-_]\d\d?(?!\d)|/\d)"
    ),
)
"""Texts that only number it."""
# A spreadsheet makes of 2568-3 the first of March 2568.
_ROUND_OF_ROW = re.compile(r"(?P<year>25\d\d|20\d\d)-0?(?P<round>[123])(?:-01(?:T00:00:00)?)?")
_ROUND_OF_YEAR = "3"
_AS_AT = re.compile(
    r"(?:ณ\s*วันที่|ณ|ข้อมูล(?:เมื่อ|ของ|ถึง)?\s*วันที่|วันที่ของข้อมูล|วันที่ข้อมูล)\s*:?\s*"
    r"(?P<day>\d{4}-\d{1,2}-\d{1,2}(?:[T ]00:00(?::00)?)?(?!\d)"
    r"|\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]|(?:เดือน\s*)?[ก-๙.]+\s*(?:ปี\s*)?(?:พ\.?\s?ศ\.?)?)"
    r"\s*(?:\d{4}|\d{2})(?!\d)"
    r"|\d{5}(?:\.0)?(?![\d.]))"
)
_DAY_NUMBER = re.compile(r"(\d{5})(?:\.0)?")
_SEMESTERS_ALONE = re.compile(
    rf"{_SEMESTER}(?:\s*(?:[-–,/&+]|และ|ถึง|กับ|and|to)\s*(?:ที่\s*)?(?P<further>[123])(?!\d|\s*[/.-]\s*\d))*"
)
_FIRST_SEMESTER_MONTHS = range(5, 11)
_FIRST_MONTH_OF_YEAR = 5
_FIRST_DAY_OF_YEAR = (5, 16)
_YEAR_IN_NAME = re.compile(
    rf"(?<!\d){_YEAR}|(?<![ก-๙])ปี(?:การศึกษา)?\s*(?P<short>[56]\d)(?!\d)"
    # Names of schools end with numbers too: only after what is counted it is a year.
    r"|(?:นักเรียน|ข้อมูล|สถิติ|รายงาน)[\s_]?(?P<ending>[56]\d)(?=\.[a-z]+$|$)"
)
_YEAR_AFTER_WORD = re.compile(rf"ปี\s*{_YEAR_OF_WORD}")
_YEARS_OF_FIGURES = range(2550, 2590)
"""Schools and programmes are named after earlier years too: เฉลิมพระเกียรติ 2539."""
_YEARS_END = re.compile(r"(?:ปลาย|สิ้น)ปีการศึกษา")
_ACADEMIC_YEAR = re.compile(rf"ปีการศึกษา(?:ที่)?\s*{_YEAR_OF_WORD}")
_NUMBERED_MONTH = re.compile(r"เดือน(?:ที่)?\s*(?P<month>0?[1-9]|1[0-2])\s*/\s*(?P<year>25\d\d)(?!\d)")


def period_in_text(text: str, *, third_is_year: bool = False) -> Period | None:
    """Finds the semester, or the round of DMC, that a title or a file's name speaks of.

    A year without a semester, a fiscal year (ปีงบประมาณ) or two different semesters in one text decide
    nothing.

    Args:
        text: The title or name.
        third_is_year: Whether 2568-3 is the round at the end of the year, as DMC numbers its exports: then it
            is the academic year 2568 and not its summer term.

    Returns:
        The period, or None where the text names none or more than one.
    """
    found = periods_in_text(text, third_is_year=third_is_year)
    return found.pop() if len(found) == 1 else None


def periods_in_text(text: str, *, third_is_year: bool = False) -> set[Period]:
    """Every semester or round that a text speaks of, as `period_in_text` understands it."""
    rest = plain_wording(text)
    found = set()
    # What calls itself a semester or a round is not read a second time as a mere number.
    for patterns, has_round in ((_SEMESTERS, False), (_ROUNDS, True), (_NUMBERED, third_is_year)):
        matches = [match for pattern in patterns for match in pattern.finditer(rest)]
        found |= {_period(match["year"], match["semester"], third_is_year=has_round) for match in matches}
        for match in matches:
            rest = rest.replace(match[0], " ")
    return found


def round_period(text: str) -> Period | None:
    """Makes a period of the round that DMC writes into each row of its exports: 2568-1, 2568-2, 2568-3.

    Returns:
        The semester, for the round at the end of a year the academic year; None where the text is no round.
    """
    match = _ROUND_OF_ROW.fullmatch(text)
    return None if match is None else _period(match["year"], match["round"], third_is_year=True)


def academic_years_in_text(text: str) -> set[int]:
    """The academic years (Buddhist) that a title or a file's name states."""
    cleaned = plain_wording(text)
    return {_buddhist_year(match["year"]) for match in _ACADEMIC_YEAR.finditer(cleaned)}


def years_in_name(name: str) -> set[int]:
    """The years (Buddhist) that the name of a sheet or file speaks of: นักเรียน 2562, ปี 62.

    Of a whole day (10-6-2564) it is the academic year in which the day lies, and the year of the day.
    """
    cleaned = plain_wording(name)
    return {
        _buddhist_year(match["year"] or match["short"] or match["ending"])
        for match in _YEAR_IN_NAME.finditer(without_days(cleaned))
    } | {semester_of(day).year_be for day in days_in_text(cleaned)}


def years_of_name(name: str) -> set[int]:
    """The years (Buddhist) of the figures by the name of a sheet or file, without days, laws and counts.

    The day in a name is mostly the one on which it was saved.
    """
    plain = without_days(without_other_years(name))
    years = (match["year"] or match["short"] or match["ending"] for match in _YEAR_IN_NAME.finditer(plain))
    return {_buddhist_year(year) for year in years} & set(_YEARS_OF_FIGURES)


def years_in_title(title: str) -> set[int]:
    """The years (Buddhist) of which a title speaks without calling them academic: ปี 2562, a day by itself.

    A day is that of the figures only where the title says so (`as_at_date_in_text`); by itself it tells at
    most the academic year, and a day of printing not even that.
    """
    plain = without_other_years(title)
    years = {_buddhist_year(match["year"]) for match in _YEAR_AFTER_WORD.finditer(plain)}
    return years | {academic_year_of(day) for day in days_in_text(plain)}


def speaks_of_years_end(text: str) -> bool:
    """Whether a text says of its figures that they are of the end of an academic year."""
    return _YEARS_END.search(plain_wording(text)) is not None


def semesters_in_text(text: str) -> set[int]:
    """The semesters that a text names, with or without a year: of ภาคเรียนที่ 1-2 it is both."""
    found: set[int] = set()
    for match in _SEMESTERS_ALONE.finditer(plain_wording(text)):
        last = int(match["further"] or match["semester"])
        found |= {int(match["semester"]), last}
    return found


def last_day_of_month_in_text(
    text: str, academic_year: int | None, *, is_sheet_name: bool = False
) -> date | None:
    """Finds the month of the figures: a sheet called มิ.ย. 63, a title ประจำเดือนมิถุนายน.

    Args:
        text: A sheet's name, or a title, in which the month must follow the word เดือน.
        academic_year: Buddhist academic year (May to April) of a month without a year; None where it is not
            known, so that such a month tells no day.
        is_sheet_name: Whether it is a sheet's name.

    Returns:
        The month's last day, or None where the text names no month or more than one.
    """
    found = set(months_in_text(plain_wording(text), needs_word=not is_sheet_name))
    if len(found) != 1:
        return None
    month, year = found.pop()
    if year is None:
        if academic_year is None:
            return None
        year = academic_year - BUDDHIST_ERA_OFFSET + (month < _FIRST_MONTH_OF_YEAR)
    return date(year, month, monthrange(year, month)[1])


def last_day_of_dated_month_in_text(title: str) -> date | None:
    """Finds a month with its year that stands in a title without a word: กรกฎาคม 2563, เดือน 7/2563.

    Returns:
        The month's last day, or None where the title names none or more than one beside days and what was
        printed or decreed then.
    """
    plain = without_days(without_other_years(title))
    found = {(month, year) for month, year in months_in_text(plain, needs_word=False) if year is not None}
    found |= {
        (int(match["month"]), int(match["year"]) - BUDDHIST_ERA_OFFSET)
        for match in _NUMBERED_MONTH.finditer(plain)
    }
    if len(found) != 1:
        return None
    month, year = found.pop()
    return date(year, month, monthrange(year, month)[1])


def as_at_date_in_text(text: str) -> date | None:
    """Finds the day of the figures: ข้อมูล ณ วันที่ 10 มิถุนายน 2565, 2022-06-10, 2565-06-10, 44722.

    The last is the number that Excel keeps for the day, where its cell is not formatted as one.

    Returns:
        The day, or None where the text names none or more than one.
    """
    cleaned = plain_wording(text)
    found = {_day_of_figures(match["day"]) for match in _AS_AT.finditer(cleaned)} - {None}
    return found.pop() if len(found) == 1 else None


def _day_of_figures(text: str) -> date | None:
    number = _DAY_NUMBER.fullmatch(text)
    return read_date(int(number[1]) if number else text)


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


def _period(year: str, semester: str, *, third_is_year: bool) -> Period:
    if third_is_year and semester == _ROUND_OF_YEAR:
        return Period.parse(str(_buddhist_year(year)))
    return Period.parse(f"{_buddhist_year(year)}-{semester}")


def _buddhist_year(text: str) -> int:
    return 2500 + int(text) if len(text) == len("63") else buddhist_year(int(text))
