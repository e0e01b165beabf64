"""All cells of counts of a table at once: a sheet has a dozen to a hundred such columns."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from schemas.fields import Count
from schemas.issues import Finding
from schemas.layouts.lines import Presence
from transforms.cells.class_sections import add_up, telling_sections
from transforms.cells.counts import CellKind, is_in_rooms
from transforms.cells.figure_cells import parse_columns
from transforms.grid import CellValue, ShownText
from transforms.rows.table_rows import Column
from transforms.rows.tables import Table

_LONGEST_QUOTED = 8
CELL_RULES = {
    CellKind.UNREADABLE: "VA001",
    CellKind.LETTERS: "VA011",
    CellKind.UNKNOWN: "VA012",
    CellKind.FAILED: "VA013",
    CellKind.FORMULA: "VA014",
    CellKind.SHARE: "VA015",
    CellKind.DATE: "VA016",
    CellKind.SHOWN_OTHERWISE: "VA022",
    CellKind.UNSURE_SHARE: "VA028",
}
"""What is said of each cell of a kind."""
_COUNTED_RULES = {
    CellKind.REPAIRED: "VA101",
    CellKind.DASH: "VA102",
    CellKind.HIDDEN: "VA104",
    CellKind.WITH_UNIT: "VA106",
    CellKind.WITH_SHARE: "VA107",
}
"""What is said once of all cells of a kind in a column."""
_BOTH_SEXES = 2


@dataclass(frozen=True, slots=True)
class CountCells:
    """The count columns of a table, by family (the grade in their heading) and field.

    Attributes:
        arrays: For each field `<field>` (float64, NaN where there is no number), `<field>_kind` (int8,
            `CellKind`) and `<field>_column` (int16 sheet column, of several that are added up one that has
            a figure; 0 where the table has none): family by family, within each row by row.
        is_taught: Families x rows: where anything of a family was filled in.
        findings: What is said of the cells.
    """

    arrays: Mapping[str, NDArray[np.generic]]
    is_taught: NDArray[np.bool]
    findings: tuple[Finding, ...]


def read_count_cells(
    table: Table,
    rows: Sequence[int],
    families: Mapping[str | None, Mapping[str, Column]],
    fields: Sequence[str],
) -> CountCells:
    """Parses the count columns of a table.

    Args:
        table: The table.
        rows: Sheet rows to read.
        families: Columns by the code of their family (None where headings name none), then by field.
        fields: The form's count fields.
    """
    columns = [column for family in families.values() for column in family.values()]
    read = _ReadColumns(table, rows, columns)
    values, kinds = read.added_up()
    is_wanted = _is_wanted(columns)
    is_taught = _is_taught(values, kinds, is_wanted, families)
    family_of_column = [number for number, family in enumerate(families.values()) for _ in family]
    is_asked = is_wanted[:, np.newaxis] & is_taught[family_of_column]
    if (is_asked & (kinds == CellKind.BLANK)).any():
        is_last = np.append(np.diff(family_of_column) > 0, True)[:, np.newaxis]
        is_asked &= ~(is_last & _has_nobody(values, kinds, is_wanted, families)[family_of_column])
    findings = [*read.blanks(is_asked), *read.findings()]
    arrays = _arrays(values, kinds, read.places(), families, fields)
    return CountCells(arrays, is_taught, tuple(findings))


def _is_wanted(columns: Sequence[Column]) -> NDArray[np.bool]:
    return np.array([column.meaning.presence in {Presence.EACH, Presence.REQUIRED} for column in columns])


class _ReadColumns:
    """The cells of count columns; a column may be the sum of several of the sheet."""

    def __init__(self, table: Table, rows: Sequence[int], columns: Sequence[Column]) -> None:
        self._table = table
        self._rows = rows
        self._columns = columns
        self._parts = [part for column in columns for part in column.read_columns]
        self._whole = np.repeat(np.arange(len(columns)), [len(column.read_columns) for column in columns])
        self._values, self._kinds = _parsed(table, rows, self._parts)
        # A section that is no count would hide in the sum of the others.
        is_section = np.array([part is not column for column in columns for part in column.read_columns])
        self._is_no_count = is_section[:, np.newaxis] & ((self._values < 0) | (self._values % 1 > 0))

    def added_up(self) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
        """Values and kinds of the columns by row, those of sections added up."""
        if len(self._parts) == len(self._columns):
            return self._values, self._kinds
        kinds = np.where(self._is_no_count, np.int8(CellKind.UNREADABLE), self._kinds)
        sums = [
            add_up(self._values[self._whole == at], kinds[self._whole == at])
            for at in range(len(self._columns))
        ]
        return np.array([values for values, _ in sums]), np.array([kind for _, kind in sums])

    def places(self) -> NDArray[np.int16]:
        """The sheet column, by column and row, where each figure stands.

        Of the sections of a sum it is the first that has a figure; where one leaves the sum without any, that
        one.
        """
        numbers = np.array([part.number for part in self._parts], dtype=np.int16)
        if len(self._parts) == len(self._columns):
            return numbers[:, np.newaxis].repeat(len(self._rows), axis=1)
        places = [
            numbers[self._whole == at][telling_sections(self._kinds[self._whole == at])]
            for at in range(len(self._columns))
        ]
        return np.array(places, dtype=np.int16)

    def blanks(self, is_asked: NDArray[np.bool]) -> Iterator[Finding]:
        """VA103 for blank cells of columns and rows in which they are asked for."""
        is_blank = (self._kinds == CellKind.BLANK) & is_asked[self._whole]
        for part, row in np.argwhere(is_blank).tolist():
            yield Finding("VA103", self._table.place(self._rows[row], self._parts[part]))

    def findings(self) -> Iterator[Finding]:
        """What is said of cells by their kinds, and of sections that are no counts or prove nothing."""
        yield from _told(self._table, self._rows, self._parts, self._values, self._kinds)
        for part, row in np.argwhere(self._is_no_count).tolist():
            rule = "VA002" if self._values[part, row] < 0 else "VA003"
            yield Finding(rule, self._table.place(self._rows[row], self._parts[part]))
        for at, column in enumerate(self._columns):
            if column.sections and not column.is_sum:
                yield from self._unproved(column, self._values[self._whole == at][0])

    def _unproved(self, column: Column, figures: NDArray[np.float64]) -> Iterator[Finding]:
        """VA027 where a grade's own column is not what its sections add up to."""
        values, kinds = _parsed(self._table, self._rows, column.sections)
        yield from _told(self._table, self._rows, column.sections, values, kinds)
        sums, _ = add_up(values, kinds)
        is_wrong = ~np.isnan(sums) & ~np.isnan(figures) & (sums != figures)
        for row in np.flatnonzero(is_wrong).tolist():
            place = self._table.place(self._rows[row], column)
            yield Finding("VA027", place, {"expected": int(sums[row])})


def _parsed(
    table: Table, rows: Sequence[int], columns: Sequence[Column]
) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    """Values and kinds of the cells of columns, by column and row."""
    cells = [table.grid.rows[row - 1] for row in rows]
    declared = [column.meaning.figure for column in columns]
    values, kinds = parse_columns(
        [
            (figure, [row[column.number - 1] for row in cells])
            for figure, column in zip(declared, columns, strict=True)
        ]
    )
    for at, row in np.argwhere(kinds == CellKind.WITH_UNIT).tolist():
        if not isinstance(declared[at], Count):
            continue
        # Rooms are no pupils, nor pupils rooms.
        if is_in_rooms(cells[row][columns[at].number - 1]) != columns[at].meaning.counts_rooms:
            values[at, row], kinds[at, row] = np.nan, CellKind.UNREADABLE
    return values, kinds


def _arrays(
    values: NDArray[np.float64],
    kinds: NDArray[np.int8],
    places: NDArray[np.int16],
    families: Mapping[str | None, Mapping[str, Column]],
    fields: Sequence[str],
) -> dict[str, NDArray[np.generic]]:
    row_count = values.shape[1]
    columns = [(code, field) for code, family in families.items() for field in family]
    # The last line is that of columns which the table has not.
    values = np.vstack([values, np.full(row_count, np.nan)])
    kinds = np.vstack([kinds, np.full(row_count, CellKind.BLANK, dtype=np.int8)])
    places = np.vstack([places, np.zeros(row_count, dtype=np.int16)])
    line_of_column = {column: line for line, column in enumerate(columns)}
    arrays: dict[str, NDArray[np.generic]] = {}
    for field in fields:
        lines = [line_of_column.get((code, field), len(columns)) for code in families]
        arrays[field] = values[lines].ravel()
        arrays[f"{field}_kind"] = kinds[lines].ravel()
        arrays[f"{field}_column"] = places[lines].ravel()
    return arrays


def _is_taught(
    values: NDArray[np.float64],
    kinds: NDArray[np.int8],
    is_wanted: NDArray[np.bool],
    families: Mapping[str | None, Mapping[str, Column]],
) -> NDArray[np.bool]:
    """A grade whose cells are all blank is not taught at the school: nothing is missing there.

    A total or a number of rooms that is 0 beside blanks is what a formula leaves: it says no more. Nor does
    a formula without a value.
    """
    says_more = (values != 0) & (kinds != CellKind.FORMULA)
    is_filled = (kinds != CellKind.BLANK) & (is_wanted[:, np.newaxis] | says_more)
    is_taught: NDArray[np.bool] = np.logical_or.reduceat(is_filled, _starts(families), axis=0)
    is_taught[[code is None for code in families]] = True
    return is_taught


def _has_nobody(
    values: NDArray[np.float64],
    kinds: NDArray[np.int8],
    is_wanted: NDArray[np.bool],
    families: Mapping[str | None, Mapping[str, Column]],
) -> NDArray[np.bool]:
    """Where a grade has no boys and no girls: of its last column (the rooms), left blank, nothing is asked.

    DMC writes such zeros for each grade that a school does not teach, and may leave the rooms out.
    """
    starts = _starts(families)
    is_zero = (values == 0) & is_wanted[:, np.newaxis]
    is_more = (kinds != CellKind.BLANK) & (values != 0)
    zero_count = np.add.reduceat(is_zero.astype(np.int8), starts, axis=0)
    has_nobody: NDArray[np.bool] = (zero_count >= _BOTH_SEXES) & ~np.logical_or.reduceat(
        is_more, starts, axis=0
    )
    return has_nobody


def _starts(families: Mapping[str | None, Mapping[str, Column]]) -> NDArray[np.intp]:
    """Where each family's columns begin; those of one follow each other."""
    return np.cumsum([0, *map(len, families.values())])[:-1]


def _told(
    table: Table,
    rows: Sequence[int],
    columns: Sequence[Column],
    values: NDArray[np.float64],
    kinds: NDArray[np.int8],
) -> Iterator[Finding]:
    """What is said of cells by their kinds."""
    for kind in map(CellKind, np.unique(kinds).tolist()):
        is_kind = kinds == kind
        if kind in CELL_RULES:
            for column, row in np.argwhere(is_kind).tolist():
                params = _params(
                    table.grid.rows[rows[row] - 1][columns[column].number - 1], values[column, row]
                )
                yield Finding(CELL_RULES[kind], table.place(rows[row], columns[column]), params)
        if kind in _COUNTED_RULES:
            for column in np.flatnonzero(is_kind.any(axis=1)).tolist():
                first, count = int(is_kind[column].argmax()), int(is_kind[column].sum())
                yield Finding(_COUNTED_RULES[kind], table.place(rows[first], columns[column]), count=count)


def _params(cell: CellValue, read: float) -> dict[str, str | int]:
    """What a sentence about a cell names besides what it shows: what was read, or what is stored under it."""
    if isinstance(cell, ShownText):
        # A number with more digits is no count: it may be a person's.
        is_short = sum(map(str.isdecimal, cell.stored)) <= _LONGEST_QUOTED
        return {"shown": str(cell), "stored": cell.stored if is_short else "…"}
    return {} if np.isnan(read) else {"read": int(read)}
