"""A province of their own for the real exports of DMC: area 8601, its rounds and years."""

from datetime import date

from edusandbox.sources.registry import Agency, CalendarEntry, Province
from schemas.periods import BUDDHIST_ERA_OFFSET
from tests.calendars import calendar_entry

AREA = Agency(
    code="8601",
    name_th="สพป.ชุมพร เขต 1",
    name_en="Chumphon Primary Area 1",
    kind="สพป.",
    scheme_codes={"area4": "8601", "area8": "86010000"},
    valid_from_date=date(2010, 1, 1),
    valid_to_date=None,
    folder="8601",
    forms=("enrolment",),
    sends_for_province=False,
)
TODAY = date(2026, 7, 10)
"""A day of the last semester of its calendar, 2569-1."""
_LAST_YEAR_BE = 2569


def _calendar() -> dict[str, CalendarEntry]:
    entries = []
    for year_be in range(2560, _LAST_YEAR_BE + 1):
        year = year_be - BUDDHIST_ERA_OFFSET
        first, last = date(year, 5, 16), date(year + 1, 5, 15)
        if 2564 <= year_be <= 2568:
            entries.append(calendar_entry(str(year_be), first, last))
        entries.append(calendar_entry(f"{year_be}-1", first, date(year, 10, 31)))
        if year_be < _LAST_YEAR_BE:
            entries.append(calendar_entry(f"{year_be}-2", date(year, 11, 1), last))
    return {entry.period.code: entry for entry in entries}


CHUMPHON = Province(code="86", name_th="ชุมพร", name_en="Chumphon", agencies=(AREA,), calendar=_calendar())
