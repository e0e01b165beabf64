"""Entries of made-up calendars."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edusandbox.sources.registry import CalendarEntry, SendingDays
from schemas.periods import Period, PeriodKind

FORMS = ("school_register", "enrolment")


@dataclass(frozen=True)
class MadeUpForm:
    """What a registry knows of a form that there is not."""

    period_kinds: tuple[PeriodKind, ...] = (PeriodKind.SEMESTER,)
    part_codes: tuple[str, ...] = ("",)


def calendar_entry(
    code: str,
    start: date,
    end: date,
    *,
    due: date | None = None,
    opening: date | None = None,
    closing: date | None = None,
    forms: Sequence[str] = FORMS,
) -> CalendarEntry:
    """A period whose returns are sent from its first to its last day, where nothing else is said."""
    first, last = opening or start, closing or end
    days = tuple(SendingDays(form, "", first, due or last, last) for form in forms)
    return CalendarEntry(Period.parse(code), start, end, days)
