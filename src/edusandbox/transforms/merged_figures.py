"""Figures merged over several columns or rows of a table: they belong to none of them."""

from dataclasses import dataclass

from edusandbox.transforms.counts import is_figure
from edusandbox.transforms.grid import MergedRange
from edusandbox.transforms.table_rows import Column
from edusandbox.transforms.tables import Table


@dataclass(frozen=True, slots=True)
class MergedFigure:
    """A figure in a merged block of cells.

    Attributes:
        block: The block.
        rows: The data rows that it covers.
        column: The first column of counts that it covers.
    """

    block: MergedRange
    rows: tuple[int, ...]
    column: Column

    def covers(self, row: int | None, column: int | None) -> bool:
        """Whether a cell is part of the block."""
        block = self.block
        return (
            row is not None
            and column is not None
            and block.first_row <= row <= block.last_row
            and block.first_column <= column <= block.last_column
        )


def merged_figures(table: Table) -> list[MergedFigure]:
    """Finds the figures of a table that are merged over boys and girls, over grades or over schools.

    A block over columns of which one alone has a heading is that column, as a reporting program exports it.
    """
    data_rows = frozenset(table.data_rows)
    return [
        figure
        for block in table.grid.merged
        if block.last_row > table.match.header.last_row
        and is_figure(table.grid.rows[block.first_row - 1][block.first_column - 1])
        and (figure := _merged_figure(table, block, data_rows)) is not None
    ]


def _merged_figure(table: Table, block: MergedRange, data_rows: frozenset[int]) -> MergedFigure | None:
    rows = tuple(row for row in range(block.first_row, block.last_row + 1) if row in data_rows)
    columns = range(block.first_column, block.last_column + 1)
    of_counts = [
        part
        for column in table.columns
        if column.holds_figures
        for part in dict.fromkeys((column, *column.sections))
        if part.number in columns
    ]
    named = [number for number in columns if table.match.header.texts[number - 1]]
    if not rows or not of_counts or (len(rows) == 1 and len(named) == 1):
        return None
    return MergedFigure(block, rows, of_counts[0])
