"""Figures of which a file has one part and not the other: the boys of a school and not its girls."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, cast

import pandas as pd

from edusandbox.checking.form_sheet import DELIVERY, SHEET, SUBMISSION_KEY, FormSheet
from schemas.fact_rows import PLACE
from schemas.form import Form
from schemas.issues import Finding
from transforms.cells.code_text import read_school_code
from transforms.cells.counts import CellKind
from transforms.rows.sheet_frame import family_field
from transforms.rows.table_rows import Column
from transforms.rows.tables import Table


def add_missing_counterparts(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> None:
    """RO007 on each row of a school (and grade) for which no table of its file counts a part of a total.

    A file may have a sheet for boys and one for girls: a school that stands in one of them alone, or a
    sheet that is missing, leaves half of the pupils out of every sum.

    Args:
        form: The form.
        frame: Sheet frame of the group with the columns of `form_sheet`.
        sheets: The form's tables.
    """
    for parts in form.made_of.values():
        counted = pd.DataFrame({part: _counts(frame, part) for part in parts}, index=frame.index)
        if counted.all(axis=None):
            continue
        keys = frame[[*SUBMISSION_KEY, *form.row_key]]
        known = keys.notna().all(axis=1)
        in_file = counted[known].groupby([keys.loc[known, name] for name in keys.columns], sort=False)
        spoken = in_file.transform("any")
        rows = frame.loc[spoken.index, [SHEET, "source_row"]]
        for part in parts:
            lacking = rows[spoken.any(axis=1) & ~spoken[part]].drop_duplicates()
            _report(form, part, lacking, sheets)


def with_blank_cells(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> pd.DataFrame:
    """Adds the blank cells of schools (and grades) whose other counts stand in another table.

    Where a table is blank for a school and grade, its rows are not in the Sheet frame: nothing is taught
    there. Where another table counts something of it, the cell is there and blank, and that is not no cell.

    Args:
        form: The form.
        frame: Sheet frame of the group with the columns of `form_sheet`.
        sheets: The form's tables.

    Returns:
        The frame; rows with one blank cell each are added at its end.
    """
    added = [
        cell for number in frame[DELIVERY].unique() for cell in _blank_cells(form, frame, sheets, number)
    ]
    if not added:
        return frame
    blanks = pd.DataFrame(added, columns=frame.columns).astype(frame.dtypes.to_dict())
    return pd.concat([frame, blanks], ignore_index=True)


def _blank_cells(
    form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet], delivery: int
) -> Iterator[Mapping[str, Any]]:
    own = [number for number, sheet in enumerate(sheets) if sheet.delivery_position == delivery]
    held = {number: _figures(form, sheets[number].parsed.sheet.table) for number in own}
    fields = set[str]().union(*held.values())
    if all(own_fields == fields for own_fields in held.values()):
        return
    rows = frame[(frame[DELIVERY] == delivery) & frame[[*form.row_key]].notna().all(axis=1)]
    keys = [rows[name] for name in (*SUBMISSION_KEY, *form.row_key)]
    submissions = pd.MultiIndex.from_frame(rows[[*SUBMISSION_KEY]])
    absent = (rows[[*form.row_key]] == "").to_numpy()
    for field in sorted(fields):
        is_counted = _counts(rows, field).groupby(keys, sort=False).transform("any")
        for number in own if not is_counted.all() else ():
            if field in held[number]:
                own_grain = [name not in sheets[number].parsed.sheet.frame for name in form.row_key]
                is_of_table = submissions.isin(submissions[rows[SHEET] == number])
                # Tables of another grain do not complete this one.
                is_of_table &= (absent == own_grain).all(axis=1)
                lacking = rows[~is_counted & is_of_table].drop_duplicates([*SUBMISSION_KEY, *form.row_key])
                yield from _blanks_of(form, lacking, field, number, sheets[number].parsed.sheet.table)


def _figures(form: Form, table: Table) -> set[str]:
    """The counts for which a table has columns; a total of others says nothing of its own."""
    return {
        column.meaning.field
        for column in table.columns
        if column.meaning.field in form.labels and column.meaning.field not in form.made_of
    }


def _blanks_of(
    form: Form, lacking: pd.DataFrame, field: str, number: int, table: Table
) -> Iterator[Mapping[str, Any]]:
    """The cells of a field that a table has for some rows of the Sheet frame, which have none themselves."""
    schools = _rows_of_schools(table)
    columns: dict[str | None, Column] = {
        column.meaning.code: column for column in table.columns if column.meaning.field == field
    }
    codes = family_field(table)
    if lacking.empty or codes not in lacking.columns:
        return
    blank = {f"{name}_kind": CellKind.BLANK for name in form.labels} | dict.fromkeys(
        form.labels, float("nan")
    )
    for row in cast("list[dict[str, Any]]", lacking.to_dict("records")):
        source_row, column = schools.get(row["school_code"]), columns.get(row[codes])
        if source_row is not None and column is not None:
            place = dict(zip(PLACE, (table.grid.sheet_number, source_row), strict=True))
            no_cells = {f"{name}_column": 0 for name in form.labels}
            yield {**row, SHEET: number, **place, **blank, **no_cells, f"{field}_column": column.number}


def _rows_of_schools(table: Table) -> dict[str, int]:
    """The first sheet row of each school's code."""
    column = table.column("school_code")
    if column is None:
        return {}
    cells = zip(table.data_rows, table.cells(column, table.data_rows), strict=True)
    return {read_school_code(cell).text: row for row, cell in reversed([*cells])}


def _counts(frame: pd.DataFrame, field: str) -> "pd.Series[bool]":
    """Which rows have a column for a count."""
    column = f"{field}_column"
    if column in frame.columns:
        return frame[column] > 0
    return pd.Series(data=False, index=frame.index)


def _report(form: Form, part: str, rows: pd.DataFrame, sheets: Sequence[FormSheet]) -> None:
    name = form.labels[part]
    params = {"missing": f"{name.th} ({name.en})"}
    for number, row in zip(rows[SHEET], rows["source_row"], strict=True):
        parsed = sheets[number].parsed
        parsed.findings.append(Finding("RO007", parsed.sheet.table.place(int(row), None), params))
