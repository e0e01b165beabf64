"""What is said of cells that nobody has read, and of figures that belong to more than one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from schemas.issues import Finding, Place, column_letters, listed
from transforms.rows.merged_figures import merged_figures
from transforms.rows.ownership import Unowned, UnownedCells
from transforms.rows.tables import Table

_RULES = {
    Unowned.BESIDE_ROW: "VA025",
    Unowned.LONG_ROW: "LA024",
    Unowned.GLUED: "LA023",
    Unowned.STRAY_ROW: "LA020",
    Unowned.NAMED_ROW: "RO006",
    Unowned.ODD_FIGURE: "LA032",
}
UNOWNED_RULES = frozenset(_RULES.values())
"""What is said of cells that nobody has read and that may be figures."""


def unowned_finding(cells: UnownedCells) -> Finding:
    """What is said of a row with cells that nobody has read, at the first of them."""
    table, row, columns = cells.table, cells.row, cells.columns
    place = table.place(row, None)
    if columns:
        place = Place(
            place.sheet,
            row,
            columns[0],
            school_code=place.school_code,
            school_name=place.school_name,
        )
    return Finding(_RULES[cells.reason], place, {"cells": listed(_names(columns, row, row))})


def left_alone_finding(left_alone: Sequence[UnownedCells]) -> Finding:
    """LA019, once a sheet, for words and lists that stand beside its tables."""
    first = left_alone[0]
    place = Place(first.table.grid.sheet_name, first.row, first.columns[0])
    count = sum(len(cells.columns) for cells in left_alone)
    return Finding("LA019", place, {"cells": listed(list(_blocks(left_alone)))}, count)


def with_merged_figures(table: Table, findings: Iterable[Finding]) -> Iterator[Finding]:
    """VA026 in each row of a merged figure; that its other cells are blank is not said besides."""
    merged = merged_figures(table)
    for finding in findings:
        place = finding.place
        if not any(figure.covers(place.row, place.column) for figure in merged):
            yield finding
    for figure in merged:
        block = figure.block
        columns = range(block.first_column, block.last_column + 1)
        names = {"range": _names(columns, block.first_row, block.last_row)[0]}
        for row in figure.rows:
            yield Finding("VA026", table.place(row, figure.column), names)


def _blocks(cells: Sequence[UnownedCells]) -> Iterator[str]:
    """Names of blocks: rows that follow each other with cells in the same columns."""
    by_columns = sorted(cells, key=lambda each: (each.columns, each.row))
    numbered = enumerate(by_columns)
    for (columns, _), run in groupby(numbered, key=lambda pair: (pair[1].columns, pair[1].row - pair[0])):
        rows = [each.row for _, each in run]
        yield from _names(columns, rows[0], rows[-1])


def _names(columns: Sequence[int], first_row: int, last_row: int) -> list[str]:
    """What a spreadsheet calls the cells of these columns: `H4`, `H4:I9`."""
    names = []
    for _, run in groupby(enumerate(columns), key=lambda pair: pair[1] - pair[0]):
        own = [column for _, column in run]
        first, last = (
            f"{column_letters(column)}{row}" for column, row in ((own[0], first_row), (own[-1], last_row))
        )
        names.append(first if first == last else f"{first}:{last}")
    return names
