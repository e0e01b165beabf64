"""Totals are evidence: each is compared with its parts and none is loaded."""

from collections.abc import Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.issues import Finding
from edusandbox.transforms.counts import CellKind
from edusandbox.transforms.sheet_frame import SheetFrame, family_field

_SCHOOL_KEYS = ("school_code", "academic_year", "semester")


def subtotal_findings(
    sheet: SheetFrame, code_field: str, counts: Sequence[str], parts: Mapping[str, Sequence[str]]
) -> list[Finding]:
    """Compares subtotal columns (รวมประถม, รวมทั้งหมด) and rows with the grades that they stand for.

    Args:
        sheet: Data rows.
        code_field: Column of the Sheet frame that holds grades and codes of totals.
        counts: Count fields.
        parts: For each total's code the grades below it.

    Returns:
        SU002 for each subtotal that its parts do not add up to; one with an unreadable part proves
        nothing and is passed over. SU101 for each row of its own that holds a subtotal.
    """
    codes = sheet.frame[code_field]
    is_total = codes.isin(parts)
    if not is_total.any():
        return []
    findings = [
        finding
        for total, grades in parts.items()
        for finding in _compare_subtotals(
            sheet, counts, total, sheet.frame[codes == total], sheet.frame[codes.isin(grades)]
        )
    ]
    if not family_field(sheet.table):
        rows = sheet.frame.loc[is_total, "source_row"]
        findings += [Finding("SU101", sheet.table.place(int(row), None)) for row in rows]
    return findings


def _compare_subtotals(
    sheet: SheetFrame, counts: Sequence[str], total: str, declared: pd.DataFrame, of_grades: pd.DataFrame
) -> Iterator[Finding]:
    if declared.empty:
        return
    if of_grades.empty:
        # อนุบาล as one column: its pupils are in no grade, so that they cannot be loaded.
        for row in declared["source_row"]:
            yield Finding("SU004", sheet.table.place(int(row), sheet.column(counts[0], total)))
        return
    rows = declared["source_row"]
    # Columns of subtotals speak for their own row, rows of subtotals for the rows of their school.
    keys = ["source_row"] if family_field(sheet.table) else _present(sheet, _SCHOOL_KEYS)
    by_school = of_grades.groupby(keys)
    wanted = declared[keys]
    sums = wanted.merge(by_school[list(counts)].sum(), "left", left_on=keys, right_index=True).fillna(0)
    kinds = [f"{field}_kind" for field in counts]
    worst_kinds = wanted.merge(by_school[kinds].max(), "left", left_on=keys, right_index=True).fillna(0)
    for field in counts:
        expected = sums[field].to_numpy()
        is_proved = worst_kinds[f"{field}_kind"].to_numpy() < CellKind.HIDDEN
        wrong = declared[field].notna().to_numpy() & (declared[field].to_numpy() != expected) & is_proved
        for row, parts_sum in zip(rows[wrong], expected[wrong], strict=True):
            place = sheet.table.place(int(row), sheet.column(field, total))
            yield Finding("SU002", place, {"expected": int(parts_sum)})


def _present(sheet: SheetFrame, columns: Sequence[str]) -> list[str]:
    return [column for column in columns if column in sheet.frame.columns]


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
    recognised = [
        Finding("SU101", totals.table.place(int(row), None)) for row in totals.frame["source_row"].unique()
    ]
    return recognised + list(_compare_totals_rows(data, totals, counts))


def _compare_totals_rows(data: SheetFrame, totals: SheetFrame, counts: Sequence[str]) -> Iterator[Finding]:
    """A totals row speaks for the whole table or, between sections, for the rows since the last one."""
    data_rows = data.frame["source_row"].to_numpy()
    previous = 0
    for row in totals.table.total_rows:
        declared = totals.frame[totals.frame["source_row"] == row]
        of_section = (data_rows > previous) & (data_rows < row)
        yield from min(
            (
                list(_compare_rows(data, scope, totals, declared, counts))
                for scope in (data_rows > 0, of_section)
            ),
            key=len,
        )
        previous = row


def _compare_rows(
    data: SheetFrame,
    scope: NDArray[np.bool],
    totals: SheetFrame,
    declared: pd.DataFrame,
    counts: Sequence[str],
) -> Iterator[Finding]:
    codes = _family_codes(totals)[declared.index]
    by_code = data.frame[scope].groupby(_family_codes(data)[scope].to_numpy())
    sums = by_code[list(counts)].sum().reindex(codes, fill_value=0)
    worst_kinds = by_code[[f"{field}_kind" for field in counts]].max().reindex(codes, fill_value=0)
    for field in counts:
        figures, expected = declared[field].to_numpy(), sums[field].to_numpy()
        is_proved = worst_kinds[f"{field}_kind"].to_numpy() < CellKind.HIDDEN
        for position in np.flatnonzero(~np.isnan(figures) & (figures != expected) & is_proved):
            row = int(declared["source_row"].iloc[position])
            column = totals.column(field, codes.iloc[position] or None)
            yield Finding("SU003", totals.table.place(row, column), {"expected": int(expected[position])})


def _family_codes(sheet: SheetFrame) -> "pd.Series[str]":
    """The code of each row's family; '' where the layout has none and a totals row speaks for all rows."""
    field = family_field(sheet.table)
    if field:
        return sheet.frame[field]
    return pd.Series("", index=sheet.frame.index, dtype="str")
