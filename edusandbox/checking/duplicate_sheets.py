"""Sheets that repeat or replace what others of the file say: one with everything, a copy, a later month."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from typing import cast

import pandas as pd

from edusandbox.checking.form_sheet import AGENCY, DELIVERY, PERIOD, SHEET, SUBMISSION_KEY, FormSheet
from edusandbox.checking.unowned import UNOWNED_RULES
from schemas.fields import Entity
from schemas.form import Form
from schemas.issues import Finding, Place
from schemas.periods import buddhist_date


def without_repeats(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> pd.DataFrame:
    """Leaves out tables every row of which stands in other tables of the same file with the same figures.

    Of two copies the later is left out, of a table with everything and its parts the table with
    everything. LA013 says so on the sheet.

    Args:
        form: The form.
        frame: Sheet frame of the group with the columns of `form_sheet`.
        sheets: The form's tables.
    """
    said = [*SUBMISSION_KEY, *form.row_key, *_figures(form, frame)]
    repeated: set[int] = set()
    for _, rows in frame.groupby(DELIVERY):
        sizes = rows.groupby(SHEET).size()
        if len(sizes) == 1:
            continue
        texts = pd.MultiIndex.from_frame(_named(rows)[said].astype(str))
        for number in sorted(sizes.index, key=lambda each: (-sizes[each], -each)):
            is_own = (rows[SHEET] == number).to_numpy()
            is_other = ~is_own & ~rows[SHEET].isin(repeated).to_numpy()
            if texts[is_own].isin(texts[is_other]).all():
                repeated.add(number)
                _report(sheets[number], "LA013", heir=_heir(number, repeated, sheets))
    return _without(frame, repeated)


def without_older_figures(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> pd.DataFrame:
    """Leaves out tables of an earlier day or month for which the same file holds later figures.

    A table is left out where each of its schools has, for the same period, at least one row of the same
    key and the same counts in a table that says it is of a later day; otherwise both stay, and rows that
    stand twice are told as such. LA017 says so on the sheet.

    Args:
        form: The form.
        frame: Sheet frame of the group with the columns of `form_sheet`.
        sheets: The form's tables.
    """
    if not _has_several_days(sheets):
        return frame
    days = pd.to_datetime(frame[SHEET].map({number: each.parsed.as_at for number, each in enumerate(sheets)}))
    counts = [name for field in form.counts if (name := f"{field}_column") in frame.columns]
    said = frame[[*SUBMISSION_KEY, *form.row_key]].assign(**{name: frame[name] > 0 for name in counts})
    keys = pd.MultiIndex.from_frame(said.astype(str))
    # Of an agency's own facts each row must be there again: it has no other schools that speak for it.
    whose = ("school_code",) if form.entity is Entity.SCHOOL else form.row_key
    schools = pd.MultiIndex.from_frame(frame[[AGENCY, PERIOD, *whose]].astype(str))
    older: set[int] = set()
    for number, own_days in days.dropna().groupby(frame[SHEET]):
        is_own = (frame[SHEET] == number).to_numpy()
        is_later = (days > own_days.iloc[0]).to_numpy()
        is_replaced = is_own & keys.isin(keys[is_later])
        if schools[is_own].isin(schools[is_replaced]).all():
            older.add(cast("int", number))
    for number in older:
        _report(sheets[number], "LA017", _days(sheets[number], sheets), _heir(number, older, sheets))
    return _without(frame, older)


def _has_several_days(sheets: Sequence[FormSheet]) -> bool:
    """Whether tables of one file are of different days."""
    days: dict[int, set[date]] = {}
    for sheet in sheets:
        if sheet.parsed.as_at is not None:
            days.setdefault(sheet.delivery_position, set()).add(sheet.parsed.as_at)
    return any(len(each) > 1 for each in days.values())


def _days(sheet: FormSheet, sheets: Sequence[FormSheet]) -> dict[str, str]:
    """The day of a table's figures, and the last day of which its file holds some."""
    days = [
        each.parsed.as_at
        for each in sheets
        if each.delivery_position == sheet.delivery_position and each.parsed.as_at is not None
    ]
    return {"day": buddhist_date(sheet.parsed.as_at or max(days)), "latest": buddhist_date(max(days))}


def _without(frame: pd.DataFrame, numbers: set[int]) -> pd.DataFrame:
    return frame[~frame[SHEET].isin(numbers)].reset_index(drop=True) if numbers else frame


def _named(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows, those without a code told apart by their names: two schools may have the same figures."""
    if "school_name" not in rows.columns:
        return rows
    return rows.assign(school_code=rows["school_code"].fillna("= " + rows["school_name"].fillna("")))


def _heir(number: int, left_out: Collection[int], sheets: Sequence[FormSheet]) -> FormSheet | None:
    """The first table of the same file that stays."""
    position = sheets[number].delivery_position
    return next(
        (
            sheet
            for other, sheet in enumerate(sheets)
            if other not in left_out and sheet.delivery_position == position
        ),
        None,
    )


def _report(
    sheet: FormSheet,
    rule: str,
    params: Mapping[str, str] | None = None,
    heir: FormSheet | None = None,
) -> None:
    """Says that a table was left out; what is said of its rows of figures, another table's rows say.

    What nobody has read in it, and what stands elsewhere on its sheet or on other sheets, stays said.
    """
    table = sheet.parsed.sheet.table
    of_figures = {*table.data_rows, *table.total_rows, *table.benchmark_rows}
    staying = [
        finding
        for finding in sheet.parsed.findings
        if finding.code in UNOWNED_RULES or sheet.parsed.row_of(finding) not in of_figures
    ]
    sheet.parsed.findings.clear()
    if heir is not None:
        heir.parsed.findings += staying
    sheet.delivery.findings.append(Finding(rule, Place(table.grid.sheet_name), params or {}))


def _figures(form: Form, frame: pd.DataFrame) -> list[str]:
    if form.provides_schools:
        return [name for name in ("school_name", *form.unique_fields) if name in frame.columns]
    fields = (*form.counts, *form.repeatable_fields)
    stated = [name for field in fields for name in (field, f"{field}_kind") if name in frame.columns]
    return stated + [items.name for items in form.breakdowns if items.name in frame.columns]
