"""Totals are evidence: each is compared with its parts and none is loaded."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from edusandbox.issues import Finding
from edusandbox.transforms.counts import CellKind
from edusandbox.transforms.sheet_frame import FAMILY_CODE, SheetFrame


def subtotal_findings(
    sheet: SheetFrame, counts: Sequence[str], parts: Mapping[str, Sequence[str]]
) -> list[Finding]:
    """Compares subtotal columns (รวมประถม, รวมทั้งหมด) with the grades that they stand for.

    Args:
        sheet: Data rows; `grade_code` holds grades and codes of totals.
        counts: Count fields.
        parts: For each total's code the grades below it.

    Returns:
        SU002 for each subtotal that its parts do not add up to; a row with an unreadable part proves
        nothing and is passed over.
    """
    frame = sheet.frame
    if FAMILY_CODE not in frame.columns or not frame[FAMILY_CODE].isin(parts).any():
        return []
    return [
        finding
        for total, grades in parts.items()
        for field in counts
        for finding in _compare_subtotal(sheet, field, total, grades)
    ]


def _compare_subtotal(sheet: SheetFrame, field: str, total: str, grades: Sequence[str]) -> list[Finding]:
    frame = sheet.frame
    declared = frame[(frame[FAMILY_CODE] == total) & frame[field].notna()]
    if declared.empty:
        return []
    of_grades = frame[frame[FAMILY_CODE].isin(grades)]
    sums = of_grades.groupby("source_row")[field].sum().reindex(declared["source_row"]).fillna(0).to_numpy()
    unproved = set(of_grades.loc[of_grades[f"{field}_kind"] >= CellKind.HIDDEN, "source_row"])
    wrong = (declared[field].to_numpy() != sums) & ~declared["source_row"].isin(unproved).to_numpy()
    column = sheet.column(field, total)
    return [
        Finding("SU002", sheet.table.place(int(row), column), {"expected": int(expected)})
        for row, expected in zip(declared["source_row"][wrong], sums[wrong], strict=True)
    ]


def totals_row_findings(data: SheetFrame, totals: SheetFrame, counts: Sequence[str]) -> list[Finding]:
    """Compares each totals row with the sum of the rows above it.

    Args:
        data: The table's data rows.
        totals: The table's totals rows, parsed like data.
        counts: Count fields.

    Returns:
        SU101 for each totals row (recognised, not loaded), SU003 for each figure in it that the column
        does not add up to. A column with an unreadable cell proves nothing.
    """
    findings = [
        Finding("SU101", totals.table.place(int(row), None)) for row in totals.frame["source_row"].unique()
    ]
    has_families = FAMILY_CODE in data.frame.columns and FAMILY_CODE in totals.frame.columns
    codes: Sequence[str | None] = (
        list(totals.frame[FAMILY_CODE].dropna().unique()) if has_families else [None]
    )
    for code in codes:
        rows = data.frame if code is None else data.frame[data.frame[FAMILY_CODE] == code]
        declared = totals.frame if code is None else totals.frame[totals.frame[FAMILY_CODE] == code]
        for field in counts:
            if not (rows[f"{field}_kind"] >= CellKind.HIDDEN).any():
                findings += _compare_column(totals, declared, field, code, rows[field])
    return findings


def _compare_column(
    totals: SheetFrame, declared: pd.DataFrame, field: str, code: str | None, values: "pd.Series[float]"
) -> list[Finding]:
    expected = float(np.nansum(values.to_numpy()))
    wrong = declared[declared[field].notna() & (declared[field] != expected)]
    column = totals.column(field, code)
    return [
        Finding("SU003", totals.table.place(int(row), column), {"expected": int(expected)})
        for row in wrong["source_row"]
    ]
