"""Figures merged over several columns or rows of a table: they belong to none of them."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from transforms.cells.counts import is_figure
from transforms.grid import MergedRange
from transforms.rows.table_rows import Column
from transforms.rows.tables import Table


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

    Reporting programs merge a column with an empty one beside it, in the heading or in most rows, and a whole
    row with an empty one below it. Such a block is one cell; the same block on its own is not.
    """
    data_rows = frozenset(table.data_rows)
    paired = _paired_columns(table, data_rows)
    return [
        figure
        for block in table.grid.merged
        if block.last_row > table.match.header.last_row
        and is_figure(table.grid.rows[block.first_row - 1][block.first_column - 1])
        and (figure := _merged_figure(table, block, data_rows, paired)) is not None
    ]


def _paired_columns(table: Table, data_rows: Collection[int]) -> set[range]:
    """The columns that are merged in the heading's last line or in most rows."""
    last = table.match.header.last_row
    rows = Counter(_columns(block) for block in table.grid.merged if block.first_row in data_rows)
    in_most = {columns for columns, count in rows.items() if count * 2 > len(data_rows)}
    return in_most | {
        _columns(block) for block in table.grid.merged if block.first_row <= last <= block.last_row
    }


def _is_whole_row(table: Table, block: MergedRange) -> bool:
    """Whether what says whose the row is spans the same rows."""
    rows = (block.first_row, block.last_row)
    own = {column.number for column in table.columns if not column.holds_figures}
    return block.first_row == block.last_row or any(
        (other.first_row, other.last_row) == rows and not own.isdisjoint(_columns(other))
        for other in table.grid.merged
    )


def _columns(block: MergedRange) -> range:
    return range(block.first_column, block.last_column + 1)


def _merged_figure(
    table: Table, block: MergedRange, data_rows: Collection[int], paired: Collection[range]
) -> MergedFigure | None:
    rows = tuple(row for row in range(block.first_row, block.last_row + 1) if row in data_rows)
    columns = _columns(block)
    of_counts = [
        part
        for column in table.columns
        if column.holds_figures
        for part in dict.fromkeys((column, *column.sections))
        if part.number in columns
    ]
    named = [number for number in columns if table.match.header.texts[number - 1]]
    if not rows or not of_counts:
        return None
    is_one_column = len(columns) == 1 or (len(named) == 1 and columns in paired)
    if len(rows) == 1 and is_one_column and _is_whole_row(table, block):
        return None
    return MergedFigure(block, rows, of_counts[0])
