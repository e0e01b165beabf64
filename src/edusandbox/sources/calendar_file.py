"""Reads `calendar.csv`: the periods of a province and the days on which each form is sent.

One row a period and form, or part of a form. A row without a form is for every form that is sent for
periods of that kind and has no row of its own in the period. Several rows of a period repeat its first and
last day.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from edusandbox.periods import BUDDHIST_ERA_OFFSET, Period, PeriodKind
from edusandbox.sources.province_files import FileRow, ProvinceFolderError, read_csv
from edusandbox.sources.registry import CalendarEntry, SendingDays

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
KindsByForm = Mapping[str, Collection[PeriodKind]]
"""The kinds of periods for which each form is sent, by the codes of all forms."""


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


def read_calendar(path: Path, kinds_by_form: KindsByForm) -> dict[str, CalendarEntry]:
    """Reads and validates a calendar.

    Args:
        path: The file.
        kinds_by_form: The forms that there are.

    Returns:
        The periods by code, in order of their start.

    Raises:
        ProvinceFolderError: Something is missing or wrong; the text names file and line.
    """
    rows = list(read_csv(path, _CalendarRow, gone=_GONE))
    if not rows:
        raise ProvinceFolderError(f"{path.name}: no period is listed; add one row a period and form")
    for place, row in rows:
        _require_sound(place, row, kinds_by_form)
    _require_agreement(rows)
    in_order = sorted((row for _, row in rows), key=lambda row: (row.start_date, row.period))
    return {
        period: _entry(list(of_period), kinds_by_form)
        for period, of_period in groupby(in_order, key=lambda row: row.period)
    }


def _entry(rows: Sequence[_CalendarRow], kinds_by_form: KindsByForm) -> CalendarEntry:
    period = Period.parse(rows[0].period)
    named = {row.form for row in rows if row.form}
    others = [form for form, kinds in kinds_by_form.items() if period.kind in kinds and form not in named]
    sending = tuple(
        SendingDays(form, row.part, row.opening_date, row.due_date, row.closing_date)
        for row in rows
        for form in ([row.form] if row.form else others)
    )
    return CalendarEntry(period, rows[0].start_date, rows[0].end_date, sending)


def _require_sound(place: str, row: _CalendarRow, kinds_by_form: KindsByForm) -> None:
    if row.form and row.form not in kinds_by_form:
        choices = ", ".join(sorted(kinds_by_form))
        raise ProvinceFolderError(f"{place}: form: there is no form {row.form!r}; there are {choices}")
    if row.part:
        raise ProvinceFolderError(f"{place}: part: no form has a part {row.part!r}; leave it empty")
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


def _require_agreement(rows: Sequence[tuple[str, _CalendarRow]]) -> None:
    """Refuses a second row for the same returns, and one that dates its period otherwise."""
    places: dict[tuple[str, str, str], str] = {}
    first_rows: dict[str, tuple[str, _CalendarRow]] = {}
    for place, row in rows:
        key = (row.period, row.form, row.part)
        if key in places:
            whose = f"form {row.form}" if row.form else "every form"
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
