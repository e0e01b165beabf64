"""Figures of which a file has one part and not the other: the boys of a school and not its girls."""

from collections.abc import Sequence

import pandas as pd

from edusandbox.checking.form_sheet import SHEET, SUBMISSION_KEY, FormSheet
from edusandbox.issues import Finding
from edusandbox.schemas.form import Form


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
