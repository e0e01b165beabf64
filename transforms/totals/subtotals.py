"""Totals over grades are evidence: each is compared with its parts and none is loaded."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from schemas.issues import Finding, Place
from transforms.rows.sheet_frame import SheetFrame, family_field
from transforms.totals.count_sums import CountSums, plain_figure

_SCHOOL, _AGENCY = "school_code", "agency_code"
_PERIOD_KEYS = ("academic_year", "semester")


def subtotal_findings(  # noqa: PLR0913, PLR0917 - a value object would only rename the arguments
    sheet: SheetFrame,
    code_field: str,
    counts: Sequence[str],
    parts: Mapping[str, Sequence[str]],
    made_of: Mapping[str, Sequence[str]],
    further_codes: Sequence[str] = (),
) -> list[Finding]:
    """Compares subtotal columns (รวมประถม, รวมทั้งหมด) and rows with the grades that they stand for.

    Args:
        sheet: Data rows.
        code_field: Column of the Sheet frame that holds grades and codes of totals.
        counts: Count fields.
        parts: For each total's code the grades below it.
        made_of: For count fields that are sums of others in the row, these others.
        further_codes: Other columns of codes by which rows are told apart: a total row is over the rows that
            have the same of these.

    Returns:
        SU002 for each subtotal that its parts do not add up to; one with an unreadable part proves
        nothing and is passed over. SU103 for a subtotal that seems to cover grades which the table lacks,
        SU004 for one of which it has no parts at all. SU101 for each row of its own that holds a subtotal.
    """
    numbers, names = pd.factorize(sheet.frame[code_field])
    positions = {name: number for number, name in enumerate(names)}
    totals = {total: grades for total, grades in parts.items() if total in positions}
    if not totals:
        return []
    is_heading = code_field == family_field(sheet.table)
    sums = CountSums(sheet.frame, counts, _groups(sheet, is_heading, further_codes), made_of)
    findings: list[Finding] = []
    for total, grades in totals.items():
        reported = [grade for grade in grades if grade in positions]
        is_part = np.isin(numbers, [positions[grade] for grade in reported])
        declared = np.flatnonzero(numbers == positions[total])
        missing = [grade for grade in grades if grade not in positions]
        findings += _Subtotal(sheet, total, declared, missing, is_heading).findings(sums, is_part)
    if not is_heading:
        rows = np.unique(sums.rows[np.isin(numbers, [positions[total] for total in totals])])
        findings += [Finding("SU101", sheet.table.place(int(row), None)) for row in rows]
    return findings


def unsplit_findings(
    sheet: SheetFrame, code_field: str, totals: Collection[str], made_of: Mapping[str, Sequence[str]]
) -> list[Finding]:
    """Says of a grade's total without columns of boys and girls that its pupils are not loaded.

    Args:
        sheet: Data rows.
        code_field: Column of the Sheet frame that holds grades and codes of totals.
        totals: Codes of totals over grades.
        made_of: For count fields that are sums of others in the row, these others.

    Returns:
        SU004 for each figure over 0.
    """
    frame = sheet.frame
    is_grade = ~frame[code_field].isin(totals)
    findings: list[Finding] = []
    for field, members in made_of.items():
        has_parts = frame[[f"{member}_column" for member in members]].gt(0).any(axis=1)
        unsplit = frame[is_grade & ~has_parts & frame[field].gt(0)]
        findings += [
            Finding("SU004", sheet.table.place(int(row), sheet.column(field, code)))
            for row, code in zip(unsplit["source_row"], unsplit[code_field], strict=True)
        ]
    return findings


def _groups(sheet: SheetFrame, is_heading: bool, further_codes: Sequence[str]) -> NDArray[np.integer]:  # noqa: FBT001 - one call site
    """What subtotals speak for: columns of them for their own row, rows of them for those of their school."""
    if is_heading:
        return np.unique(sheet.frame["source_row"].to_numpy(), return_inverse=True)[1]
    whose = _SCHOOL if _SCHOOL in sheet.frame.columns else _AGENCY
    keys = [key for key in (whose, *_PERIOD_KEYS, *further_codes) if key in sheet.frame.columns]
    if not keys:
        return np.zeros(len(sheet.frame), dtype=np.intp)
    # A row without a school or a year is of no group; pandas says so with a missing number.
    return sheet.frame.groupby(keys).ngroup().fillna(-1).to_numpy(dtype=np.intp)


@dataclass(frozen=True, slots=True)
class _Compared:
    """The figures of a subtotal in one count field, beside what their parts add up to; row by row."""

    field: str
    figures: NDArray[np.float64]
    expected: NDArray[np.float64]
    is_proved: NDArray[np.bool]

    @property
    def is_wrong(self) -> NDArray[np.bool]:
        is_wrong: NDArray[np.bool] = ~np.isnan(self.figures) & (self.figures != self.expected)
        return is_wrong & self.is_proved

    @property
    def is_larger(self) -> NDArray[np.bool]:
        return self.is_wrong & (self.figures > self.expected)

    @property
    def is_shown_right(self) -> NDArray[np.bool]:
        is_right: NDArray[np.bool] = (self.figures == self.expected) & (self.figures > 0)
        return is_right & self.is_proved


@dataclass(frozen=True, slots=True)
class _Subtotal:
    """One total over grades.

    Attributes:
        sheet: The data rows.
        total: Its code.
        declared: Where in the Sheet frame its figures stand.
        missing: Grades that it may cover and the table does not report.
        is_heading: Whether headings name it, and not a cell of the row.
    """

    sheet: SheetFrame
    total: str
    declared: NDArray[np.integer]
    missing: Sequence[str]
    is_heading: bool

    def findings(self, sums: CountSums, is_part: NDArray[np.bool]) -> Iterator[Finding]:
        compared = []
        for field in sums.counts:
            figures = sums.declared[field][self.declared]
            if not (is_part & sums.is_reported[field]).any():
                yield from self._unproved(sums, field, np.flatnonzero(figures > 0))
            else:
                expected, is_proved = sums.of(field, is_part, sums.groups[self.declared])
                compared.append(_Compared(field, figures, expected, is_proved))
        if self._covers_more(compared):
            first = next(each for each in compared if each.is_larger.any())
            place = self._place(sums, first.field, int(first.is_larger.argmax()))
            if self.is_heading:
                place = self.sheet.table.place(None, self.sheet.column(first.field, self.total))
            yield Finding("SU103", place, count=sum(int(each.is_larger.sum()) for each in compared))
            return
        for each in compared:
            for position in np.flatnonzero(each.is_wrong).tolist():
                place = self._place(sums, each.field, position)
                yield Finding("SU002", place, {"expected": plain_figure(each.expected[position])})

    def _unproved(self, sums: CountSums, field: str, positions: NDArray[np.integer]) -> Iterator[Finding]:
        """อนุบาล as one column: its pupils are in no grade, so that they cannot be loaded."""
        for position in positions.tolist():
            yield Finding("SU004", self._place(sums, field, position))

    def _place(self, sums: CountSums, field: str, position: int) -> Place:
        index = self.declared[position]
        family = family_field(self.sheet.table)
        # A total that a cell of the row names stands in the columns of its other codes.
        code = self.sheet.frame[family].iloc[index] if family else self.total
        return self.sheet.table.place(int(sums.rows[index]), self.sheet.column(field, code))

    def _covers_more(self, compared: Sequence[_Compared]) -> bool:
        """Whether the total is most likely one over further grades as well.

        Then it is larger than its parts in most rows. Where most rows add up, it covers what the table has,
        and the others are wrong.
        """
        if not self.missing:
            return False
        larger, right = (
            np.logical_or.reduce([getattr(each, name) for each in compared]) if compared else np.zeros(0)
            for name in ("is_larger", "is_shown_right")
        )
        is_smaller = any((each.is_wrong & ~each.is_larger).any() for each in compared)
        return bool(larger.any()) and not is_smaller and int(larger.sum()) > int(right.sum())
