"""Whose figures a table's rows are, which period they are about and which part of their form they are.

A period is looked for in the table's title (of a further table in a sheet also in the first one's), the
columns, the sheet's name and the file's or folder's name, in this order; where two of them speak and
disagree, a person must decide. Where none speaks, `take_period` says what is made of the rest. An agency
comes from the table's own column of agency codes, otherwise it is the sender.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.checking.context import CheckContext
from edusandbox.checking.form_sheet import AGENCY, PART, PERIOD
from edusandbox.checking.stated_periods import StatedPeriods
from edusandbox.checking.table_parts import parts_of_rows
from edusandbox.checking.taken_period import is_about, may_be_called, take_period
from edusandbox.period_source import PeriodSource
from edusandbox.sources.registry import Province
from edusandbox.submissions import Delivery
from edusandbox.what_was_read import NOBODY
from schemas.catalogue import FORMS
from schemas.fields import Entity
from schemas.issues import Finding, Place
from schemas.periods import BUDDHIST_ERA_OFFSET, Period, buddhist_date
from transforms.periods.period_text import period_of_columns, round_period

if TYPE_CHECKING:
    from edusandbox.checking.parsing import ParsedSheet

_PERIOD_COLUMNS: Mapping[tuple[str, ...], Callable[..., Period | None]] = {
    ("academic_year", "semester"): period_of_columns,
    ("round_name",): round_period,
}
"""Columns that together say the period of a row, and how they are read."""


def attribute(parsed: "ParsedSheet", delivery: Delivery, context: CheckContext) -> pd.DataFrame:
    """Adds `submission_agency`, `submission_period` and `submission_part` (codes) to a Sheet frame.

    That of a form about agencies gets a `school_code` that is missing in each row.

    What speaks against the attribution is added to `parsed.findings`.
    """
    frame = parsed.sheet.frame
    parts = parts_of_rows(parsed)
    known = [part for part in FORMS[parsed.form].part_codes if part in set(parts)]
    periods = _periods(parsed, delivery, context, known or FORMS[parsed.form].part_codes)
    agencies = _agencies(parsed, delivery, context.province, periods)
    attributed = frame.assign(**{AGENCY: agencies, PERIOD: periods, PART: parts})
    if FORMS[parsed.form].entity is Entity.SCHOOL:
        return attributed
    # No row is about a school: what asks for its code finds none.
    return attributed.assign(school_code=pd.Series(index=frame.index, dtype="str"))


def _periods(
    parsed: "ParsedSheet", delivery: Delivery, context: CheckContext, parts: Sequence[str]
) -> "pd.Series[str]":
    table = parsed.sheet.table
    frame = parsed.sheet.frame
    form = FORMS[parsed.form]
    open_periods = context.open_periods(form, parts)
    open_years = {period.year_be for period in open_periods}
    stated = StatedPeriods.of(
        table,
        delivery.path,
        open_year=min(open_years) if len(open_years) == 1 else None,
        today=context.today,
    )
    if form.is_yearly:
        stated = stated.of_years()
    parsed.as_at = stated.as_at
    taken = take_period(stated, context, form, open_periods)
    columns = next((each for each in _PERIOD_COLUMNS if set(each) <= set(frame.columns)), None)
    parsed.period_source = taken.source if columns is None else PeriodSource.COLUMNS
    parsed.is_period_by_calendar = taken.is_by_calendar and columns is None
    if columns is not None:
        periods = _column_periods(parsed, columns, taken.period)
    else:
        periods = pd.Series(taken.period.code, index=frame.index, dtype="str")
        if taken.finding is not None:
            parsed.findings.append(replace(taken.finding, place=Place(table.grid.sheet_name)))
    if columns is not None or not taken.is_open_question:
        _report_periods(parsed, periods, stated, context.province, has_columns=columns is not None)
    _report_layout_age(parsed, set(periods.unique()), context.province)
    return periods


def _report_layout_age(parsed: "ParsedSheet", periods: set[str], province: Province) -> None:
    """Says of a layout that has been replaced until when it is taken; refuses later periods."""
    layout = parsed.sheet.table.match.layout
    if layout.accepted_until is None:
        return
    params = {
        "layout": layout.name_th,
        "until": buddhist_date(layout.accepted_until),
        "replacement": layout.replaced_by,
    }
    late = {code for code in periods if period_start(province, code) > layout.accepted_until}
    place = Place(parsed.sheet.table.grid.sheet_name)
    parsed.findings.append(Finding("LA012" if late else "LA016", place, params))
    parsed.refused_periods = frozenset(late)


def _column_periods(parsed: "ParsedSheet", columns: tuple[str, ...], elsewhere: Period) -> "pd.Series[str]":
    """The period of each row by its own columns; of rows that are unreadable there that of the others."""
    frame = parsed.sheet.frame
    stated = frame[list(columns)].fillna("")
    # What stands there is read once, however many rows have it.
    numbers = stated.groupby(list(columns), sort=False).ngroup().to_numpy()
    read = _PERIOD_COLUMNS[columns]
    found = [read(*map(str, texts)) for texts in stated.drop_duplicates().itertuples(index=False)]
    column = parsed.sheet.column(columns[0], None)
    is_unreadable = np.array([period is None for period in found])[numbers]
    parsed.findings += [
        Finding("VA008", parsed.sheet.table.place(int(row), column))
        for row in np.unique(frame["source_row"].to_numpy()[is_unreadable])
    ]
    # Rows that are set aside stay with the rest of their table: nothing else says that they are of another.
    fallback = next((period for period in found if period is not None), elsewhere)
    codes = pd.array([(period or fallback).code for period in found], dtype="str")
    return pd.Series(codes.take(numbers), index=frame.index)


def _report_periods(
    parsed: "ParsedSheet",
    periods: "pd.Series[str]",
    stated: StatedPeriods,
    province: Province,
    *,
    has_columns: bool,
) -> None:
    place = Place(parsed.sheet.table.grid.sheet_name)
    used = set(periods.unique())
    outside = {each.code for each in stated.periods}
    years = set(stated.academic_years)
    if stated.as_at is not None and not stated.periods and not has_columns:
        # A name may speak of the day's own year or of the academic year in which the day lies.
        years |= set(stated.years_in_names) - {stated.as_at.year + BUDDHIST_ERA_OFFSET}
    outside |= {str(year) for year in years - {Period.parse(code).year_be for code in used}}
    if outside and (len(outside) > 1 or not outside <= used):
        found = ", ".join(sorted(outside | used))
        parsed.findings.append(Finding("RE008", place, {"found": found}))
    elif has_columns or (stated.periods and stated.source is not PeriodSource.FOLDER_NAME):
        # A folder called by its period is how a person answers what such a name leaves open.
        parsed.findings += [
            Finding(
                "RE016",
                place,
                {"found": ", ".join(map(str, sorted(years))), "period": ", ".join(sorted(used))},
            )
            for years in stated.years_of_names
            if not any(may_be_called(Period.parse(code), year) for code in used for year in years)
        ]
    for code in sorted(used - province.calendar.keys()):
        parsed.findings.append(Finding("RE007", place, {"period": code}))
    if stated.as_at is not None:
        day = buddhist_date(stated.as_at)
        parsed.findings += [
            Finding("RE012", place, {"period": code, "day": day})
            for code in sorted(used)
            if not is_about(Period.parse(code), stated.as_at)
        ]


def _agencies(
    parsed: "ParsedSheet", delivery: Delivery, province: Province, periods: "pd.Series[str]"
) -> "pd.Series[str]":
    frame = parsed.sheet.frame
    sender = delivery.agency_code
    if "agency_code" not in frame.columns:
        return pd.Series(sender, index=frame.index, dtype="str")
    stated = pd.DataFrame({"code": frame["agency_code"].fillna(""), "period": periods})
    agencies = np.full(len(frame), sender, dtype=object)
    for key, positions in stated.groupby(["code", "period"], sort=False).indices.items():
        code, period = cast("tuple[str, str]", key)
        if code:
            rows = sorted(set(frame["source_row"].iloc[positions]))
            agencies[positions] = _agency(parsed, delivery, province, code, period, rows)
    if FORMS[parsed.form].entity is Entity.AGENCY and _speaks_for_others(delivery, province, periods):
        _report_unnamed(parsed, (stated["code"] == "").to_numpy())
    return pd.Series(agencies, index=frame.index, dtype="str")


def _speaks_for_others(delivery: Delivery, province: Province, periods: "pd.Series[str]") -> bool:
    day = period_start(province, str(periods.iloc[0]))
    return delivery.agency_code == NOBODY or province.is_sender_for_all(delivery.agency_code, day)


def _report_unnamed(parsed: "ParsedSheet", is_unnamed: NDArray[np.bool]) -> None:
    """VA045 on rows without an agency among those that have one: whose they are is not to be guessed."""
    if is_unnamed.all():
        return
    column = parsed.sheet.column("agency_code", None)
    rows = sorted(set(parsed.sheet.frame["source_row"].to_numpy()[is_unnamed].tolist()))
    parsed.findings += [Finding("VA045", parsed.sheet.table.place(row, column)) for row in rows]


def _agency(  # noqa: PLR0913, PLR0917 - one call site; a value object would only rename the arguments
    parsed: "ParsedSheet", delivery: Delivery, province: Province, code: str, period: str, rows: list[int]
) -> str:
    """The agency that a code names; the sender, with a finding on each row, where it may not be."""
    column = parsed.sheet.column("agency_code", None)
    table = parsed.sheet.table
    day = period_start(province, period)
    agency = province.agency_by_scheme_code(code, day)
    if agency is None:
        parsed.findings += [Finding("RE003", table.place(row, column)) for row in rows]
        return delivery.agency_code
    is_own = delivery.agency_code in {agency.code, NOBODY}
    if not is_own and not province.is_sender_for_all(delivery.agency_code, day):
        params = {"agency": agency.name_th}
        parsed.findings += [Finding("RE004", table.place(row, column), params) for row in rows]
        return delivery.agency_code
    return agency.code


def period_start(province: Province, period: str) -> date:
    """First day of a period; for one outside the calendar the day on which academic years begin.

    Source: 16 May (DOMAIN 2.11).
    """
    entry = province.calendar.get(period)
    if entry is not None:
        return entry.start_date
    return date(Period.parse(period).year_be - BUDDHIST_ERA_OFFSET, 5, 16)
