"""Figures in columns that are not read, such as remarks, where no other row holds one."""

from collections.abc import Iterator
from math import isnan

from transforms.cells.counts import CellKind, parse_count
from transforms.grid import CellValue
from transforms.rows.tables import Table

_MOST_PUPILS = 10_000
"""A number from here on is one of a telephone, an identity or an amount of money."""


def odd_figures(table: Table) -> Iterator[tuple[int, int]]:
    """Finds figures that a cell too many in their row may have moved into a column of something else.

    A comma within a figure or a name of a csv, or a cell put in by hand, moves the rest of its row to the
    right: the last figure then stands under remarks. A column that holds figures in several rows and no
    more words than figures is one of figures that the form does not ask for.

    Args:
        table: The table.

    Yields:
        Sheet row and column of each, 1-based.
    """
    if len(table.data_rows) <= 1:
        return
    for column in table.match.unknown:
        cells = {row: table.grid.rows[row - 1][column - 1] for row in table.data_rows}
        figures = [row for row, cell in cells.items() if _is_number_of_pupils(cell)]
        words = sum(cell is not None for cell in cells.values()) - len(figures)
        if len(figures) == 1 or words > len(figures):
            yield from ((row, column) for row in figures)


def _is_number_of_pupils(cell: CellValue) -> bool:
    number, kind = parse_count(cell)
    if isnan(number) or kind is not CellKind.NUMBER or number % 1 or not 0 <= number < _MOST_PUPILS:
        return False
    # A code of a room or a telephone begins with a zero.
    return not isinstance(cell, str) or len(cell) == 1 or not cell.startswith("0")
