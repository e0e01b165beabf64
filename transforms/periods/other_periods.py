"""What titles and names say of time that is no semester by itself: rounds, quarters, fiscal years, months.

Nothing of it files anything under a semester; it can only speak against the one that is open.
"""

import re
from calendar import monthrange
from datetime import date

from schemas.periods import BUDDHIST_ERA_OFFSET, buddhist_year
from transforms.cells.dates import MONTH_NAMES, months_in_text
from transforms.periods.bare_years import without_days
from transforms.periods.period_wording import plain_wording

# รอบ 6 เดือน is a stretch of time, รอบ 1 มิ.ย. a day, and รอบที่ 2/2563 names its year (`periods_in_text`).
_ROUND = re.compile(
    rf"รอบ(?:ที่)?[\s_]*(?P<round>[1-9])(?!\d|[\s_]*[/.:]\s*\d"
    rf"|[\s_]*(?:{MONTH_NAMES}|เดือน|ปี|วัน|สัปดาห์|ชั่วโมง|ครั้ง|เมตร|ทศวรรษ))"
)
_QUARTER = re.compile(
    r"(?:ไตรมาส(?:ที่)?|(?<![a-z])quarter)\s*(?P<quarter>[1-4])(?!\d)(?:\s*[/-]?\s*(?P<year>(?:25|20)\d\d|[56]\d)(?!\d))?",
    re.IGNORECASE,
)
_FISCAL_YEAR = re.compile(
    r"(?:ปี\s?งบประมาณ|(?<![a-z])fiscal\s+year)\s*:?\s*(?:พ\.ศ\.\s*)?(?P<year>(?:25|20)\d\d|[56]\d)(?!\d)"
    r"|(?<![a-z])FY\s?(?P<short>(?:25|20)\d\d|[56]\d)(?!\d)",
    re.IGNORECASE,
)
_YEAR_AND_MONTH = re.compile(
    r"(?<![\d./-])(?P<year>25\d\d)[-_.](?P<month>0[1-9]|1[0-2])(?![\d]|[-_./]\d)"
    r"|(?<![\d./-])(?P<first_month>0[1-9]|1[0-2])[-_.](?P<last_year>25\d\d)(?!\d|[-_./]\d)"
)
_FIRST_MONTH_OF_YEAR = 5


def rounds_in_text(text: str) -> set[int]:
    """The rounds (รอบที่ 2) that a title or a name speaks of without a year."""
    return {int(match["round"]) for match in _ROUND.finditer(without_days(plain_wording(text)))}


def fiscal_years_in_text(text: str) -> set[int]:
    """The fiscal years (Buddhist) that a title or a name speaks of."""
    years = (match["year"] or match["short"] for match in _FISCAL_YEAR.finditer(plain_wording(text)))
    return {_buddhist(year) for year in years}


def quarters_in_text(text: str) -> list[str]:
    """The quarters of a fiscal year that a title or a name speaks of, as people name them."""
    return [
        f"ไตรมาสที่ {match['quarter']}" + (f"/{_buddhist(match['year'])}" if match["year"] else "")
        for match in _QUARTER.finditer(plain_wording(text))
    ]


def last_day_of_month_in_name(name: str, academic_year: int | None, today: date) -> date | None:
    """Finds the month that the name of a file or folder speaks of: มิ.ย. 63, มิถุนายน, 2563-06.

    Args:
        name: The name; a whole day in it is mostly the one on which it was saved and names no month.
        academic_year: Buddhist academic year (May to April) of a month without a year; None where it is not
            known, so that such a month tells nothing.
        today: Where no year stands there, a month is the last one of its name until this day.

    Returns:
        The month's last day, or None where the name speaks of no month or of several.
    """
    plain = without_days(plain_wording(name.replace("_", " ")))
    found: set[tuple[int, int | None]] = set(months_in_text(plain, needs_word=False))
    for match in _YEAR_AND_MONTH.finditer(plain_wording(name)):
        year = int(match["year"] or match["last_year"]) - BUDDHIST_ERA_OFFSET
        found.add((int(match["month"] or match["first_month"]), year))
    if len(found) != 1:
        return None
    ((month, stated_year),) = found
    if stated_year is not None:
        return _last_day(stated_year, month)
    if academic_year is None:
        return None
    year = academic_year - BUDDHIST_ERA_OFFSET + (month < _FIRST_MONTH_OF_YEAR)
    return _last_day(year - (date(year, month, 1) > today), month)


def _last_day(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def _buddhist(year: str) -> int:
    return 2500 + int(year) if len(year) == len("63") else buddhist_year(int(year))
