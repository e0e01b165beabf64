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
    numbers, names = pd.factorize(sheet.frame[code_field])
    positions = {name: number for number, name in enumerate(names)}
    totals = {total: grades for total, grades in parts.items() if total in positions}
    if not totals:
        return []
    sums = _Sums(sheet.frame, counts, _groups(sheet))
    findings = [
        finding
        for total, grades in totals.items()
        for finding in _compare_subtotals(
            sheet,
            sums,
            total,
            np.flatnonzero(numbers == positions[total]),
            np.isin(numbers, [positions[grade] for grade in grades if grade in positions]),
        )
    ]
    if not family_field(sheet.table):
        rows = sums.rows[np.isin(numbers, [positions[total] for total in totals])]
        findings += [Finding("SU101", sheet.table.place(int(row), None)) for row in rows]
    return findings


def _groups(sheet: SheetFrame) -> NDArray[np.integer]:
    """What subtotals speak for: columns of them for their own row, rows of them for those of their school."""
    if family_field(sheet.table):
        return np.unique(sheet.frame["source_row"].to_numpy(), return_inverse=True)[1]
    keys = [key for key in _SCHOOL_KEYS if key in sheet.frame.columns]
    # A row without a school or a year is of no group; pandas says so with a missing number.
    return sheet.frame.groupby(keys).ngroup().fillna(-1).to_numpy(dtype=np.intp)


class _Sums:
    """Figures of a Sheet frame, added up by group; pandas would group anew for each total."""

    def __init__(self, frame: pd.DataFrame, counts: Sequence[str], groups: NDArray[np.integer]) -> None:
        """Takes the group of each row, from 0 up; -1 is no group."""
        self.counts = counts
        self.rows = frame["source_row"].to_numpy()
        # Rows of no group go to a last one that is never asked for: nothing is added up there.
        self._group_count = int(groups.max(initial=-1)) + 1
        self.groups = groups
        self.figures = {field: frame[field].to_numpy(dtype=np.float64) for field in counts}
        self._kinds = {field: frame[f"{field}_kind"].to_numpy() for field in counts}

    def of(
        self, field: str, is_part: NDArray[np.bool], groups: NDArray[np.integer]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool]]:
        """What the parts in some groups add up to, and whether each of them is a figure.

        Args:
            field: A count field.
            is_part: Which rows are parts.
            groups: The groups asked for.
        """
        is_part = is_part & (self.groups >= 0)
        of_parts = self.groups[is_part]
        figures = np.nan_to_num(self.figures[field][is_part])
        sums: NDArray[np.float64] = np.zeros(self._group_count + 1)
        np.add.at(sums, of_parts, figures)
        is_hidden = self._kinds[field][is_part] >= CellKind.HIDDEN
        hidden = np.bincount(of_parts[is_hidden], minlength=self._group_count + 1)
        return sums[groups], hidden[groups] == 0


def _compare_subtotals(
    sheet: SheetFrame, sums: _Sums, total: str, declared: NDArray[np.integer], is_part: NDArray[np.bool]
) -> Iterator[Finding]:
    rows = sums.rows[declared]
    if not is_part.any():
        # อนุบาล as one column: its pupils are in no grade, so that they cannot be loaded.
        for row in rows:
            yield Finding("SU004", sheet.table.place(int(row), sheet.column(sums.counts[0], total)))
        return
    for field in sums.counts:
        expected, is_proved = sums.of(field, is_part, sums.groups[declared])
        figures = sums.figures[field][declared]
        wrong = ~np.isnan(figures) & (figures != expected) & is_proved
        for row, parts_sum in zip(rows[wrong], expected[wrong], strict=True):
            place = sheet.table.place(int(row), sheet.column(field, total))
            yield Finding("SU002", place, {"expected": int(parts_sum)})


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
    numbers, names = pd.factorize(_family_codes(data))
    sums = _Sums(data.frame, counts, numbers)
    # A code that no row has is no group: its sum is 0.
    groups = pd.Index(names).get_indexer(pd.Index(_family_codes(totals)))
    declared_rows = totals.frame["source_row"].to_numpy()
    previous = 0
    for row in totals.table.total_rows:
        declared = np.flatnonzero(declared_rows == row)
        of_section = (sums.rows > previous) & (sums.rows < row)
        scopes = [of_section] if of_section.all() else [np.ones_like(of_section), of_section]
        yield from min(
            (list(_compare_rows(sums, scope, totals, declared, groups[declared])) for scope in scopes),
            key=len,
        )
        previous = row


def _compare_rows(
    sums: _Sums,
    scope: NDArray[np.bool],
    totals: SheetFrame,
    declared: NDArray[np.integer],
    groups: NDArray[np.integer],
) -> Iterator[Finding]:
    codes = _family_codes(totals)
    for field in sums.counts:
        figures = totals.frame[field].to_numpy()[declared]
        expected, is_proved = sums.of(field, scope, groups)
        for position in np.flatnonzero(~np.isnan(figures) & (figures != expected) & is_proved):
            index = declared[position]
            row = int(totals.frame["source_row"].iloc[index])
            column = totals.column(field, codes.iloc[index] or None)
            yield Finding("SU003", totals.table.place(row, column), {"expected": int(expected[position])})


def _family_codes(sheet: SheetFrame) -> "pd.Series[str]":
    """The code of each row's family; '' where the layout has none and a totals row speaks for all rows."""
    field = family_field(sheet.table)
    if field:
        return sheet.frame[field]
    return pd.Series("", index=sheet.frame.index, dtype="str")
