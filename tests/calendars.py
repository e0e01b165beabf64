"""Entries of made-up calendars."""

from collections.abc import Sequence
from datetime import date

from edusandbox.periods import Period
from edusandbox.sources.registry import CalendarEntry, SendingDays

FORMS = ("school_register", "enrolment")


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
