"""Reads `calendar.csv`: the periods of a province and the days on which each form is sent.

One row a period and form, or part of a form. A row without a form is for every form that is sent for
periods of that kind, and every part of one, that has no row of its own in the period; one without a part for
every part of its form that has none. Several rows of a period repeat its first and last day.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Annotated, Protocol

from pydantic import AfterValidator, BeforeValidator

from edusandbox.form_parts import form_and_part
from edusandbox.sources.province_files import FileRow, ProvinceFolderError, read_csv
from edusandbox.sources.registry import CalendarEntry, SendingDays
from schemas.periods import BUDDHIST_ERA_OFFSET, Period, PeriodKind

_DAYS = ("start_date", "end_date", "opening_date", "due_date", "closing_date")
_IN_ORDER = (("start_date", "end_date"), ("opening_date", "due_date"), ("due_date", "closing_date"))
_COLUMNS = "period,start_date,end_date,form,part,opening_date,due_date,closing_date,to_confirm,note"
_PERIOD_DAYS = ("start_date", "end_date")
_MOST_YEARS_OFF = 2
"""Returns are sent a year after their period's at the most."""
_GONE = {
    "is_open": "the open period now follows from the day of the run: opening_date, due_date and "
    f"closing_date of each form replace it and the column forms; write the columns {_COLUMNS}",
    "forms": "form, one a row with its opening_date, due_date and closing_date, replaces it; "
    f"write the columns {_COLUMNS}",
}

PeriodCode = Annotated[str, AfterValidator(lambda text: Period.parse(text).code)]
DayNames = Annotated[tuple[str, ...], BeforeValidator(lambda text: tuple(str(text).split()))]


class SentForm(Protocol):
    """What has to be known of a form to say when it is sent."""

    @property
    def period_kinds(self) -> Collection[PeriodKind]:
        """The kinds of periods for which it is sent."""

    @property
    def part_codes(self) -> Collection[str]:
        """The codes of its parts; only the empty one where it has none."""


SentForms = Mapping[str, SentForm]
"""All forms by their codes."""


class _CalendarRow(FileRow):
    period: PeriodCode
    start_date: date
    end_date: date
    form: str
    part: str
    opening_date: date
    due_date: date
    closing_date: date
    to_confirm: DayNames = ()
    note: str = ""


def read_calendar(path: Path, forms: SentForms) -> dict[str, CalendarEntry]:
    """Reads and validates a calendar.

    Args:
        path: The file.
        forms: The forms that there are.

    Returns:
        The periods by code, in order of their start.

    Raises:
        ProvinceFolderError: Something is missing or wrong; the text names file and line.
    """
    rows = list(read_csv(path, _CalendarRow, gone=_GONE))
    if not rows:
        raise ProvinceFolderError(f"{path.name}: no period is listed; add one row a period and form")
    for place, row in rows:
        _require_sound(place, row, forms)
    _require_agreement(rows)
    in_order = sorted((row for _, row in rows), key=lambda row: (row.start_date, row.period))
    return {
        period: _entry(list(of_period), forms)
        for period, of_period in groupby(in_order, key=lambda row: row.period)
    }


def _entry(rows: Sequence[_CalendarRow], forms: SentForms) -> CalendarEntry:
    period = Period.parse(rows[0].period)
    named = {(row.form, row.part) for row in rows}
    unnamed = {
        form: [part for part in sent.part_codes if part == "" or (form, part) not in named]
        for form, sent in forms.items()
    }
    others = [
        (form, part)
        for form, sent in forms.items()
        if period.kind in sent.period_kinds and (form, "") not in named
        for part in unnamed[form]
    ]

    def meant(row: _CalendarRow) -> list[tuple[str, str]]:
        if not row.form:
            return others
        return [(row.form, part) for part in ([row.part] if row.part else unnamed[row.form])]

    sending = tuple(
        SendingDays(form, part, row.opening_date, row.due_date, row.closing_date)
        for row in rows
        for form, part in meant(row)
    )
    return CalendarEntry(period, rows[0].start_date, rows[0].end_date, sending)


def _require_sound(place: str, row: _CalendarRow, forms: SentForms) -> None:
    if row.form and row.form not in forms:
        choices = ", ".join(sorted(forms))
        raise ProvinceFolderError(f"{place}: form: there is no form {row.form!r}; there are {choices}")
    if row.part:
        _require_part(place, row.form, row.part, forms)
    christian_year = Period.parse(row.period).year_be - BUDDHIST_ERA_OFFSET
    for name in (*_PERIOD_DAYS, *_DAYS):
        day = getattr(row, name)
        if abs(day.year - christian_year) > _MOST_YEARS_OFF:
            raise ProvinceFolderError(
                f"{place}: {name}: {day} lies far from {row.period}; write Christian years, such as "
                f"{christian_year}-07-01"
            )
    for earlier, later in _IN_ORDER:
        if getattr(row, later) < getattr(row, earlier):
            raise ProvinceFolderError(f"{place}: {later} lies before {earlier}")
    for name in row.to_confirm:
        if name not in _DAYS:
            raise ProvinceFolderError(
                f"{place}: to_confirm: {name!r} is no column of days; there are {', '.join(_DAYS)}"
            )


def _require_part(place: str, form: str, part: str, forms: SentForms) -> None:
    parts = sorted(filter(None, forms[form].part_codes)) if form else []
    if part not in parts:
        whose = f"the form {form!r}" if form else "every form together"
        choices = f"there are {', '.join(parts)}" if parts else "leave it empty"
        raise ProvinceFolderError(f"{place}: part: {whose} has no part {part!r}; {choices}")


def _require_agreement(rows: Sequence[tuple[str, _CalendarRow]]) -> None:
    """Refuses a second row for the same returns, and one that dates its period otherwise."""
    places: dict[tuple[str, str, str], str] = {}
    first_rows: dict[str, tuple[str, _CalendarRow]] = {}
    for place, row in rows:
        key = (row.period, row.form, row.part)
        if key in places:
            whose = f"form {form_and_part(row.form, row.part)}" if row.form else "every form"
            raise ProvinceFolderError(
                f"{place}: period {row.period} for {whose} stands in {places[key]} already"
            )
        places[key] = place
        first_place, first = first_rows.setdefault(row.period, (place, row))
        for name in ("start_date", "end_date"):
            if getattr(row, name) != getattr(first, name):
                raise ProvinceFolderError(
                    f"{place}: {name} of {row.period} is another than in {first_place}; make them the same"
                )
