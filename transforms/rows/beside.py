"""What stands beside a table, under no heading: lists of codes, remarks, row numbers, stray figures."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from transforms.cells.counts import is_figure
from transforms.grid import CellValue, Grid, ShownText, cell_name, cell_text

_FEWEST_NUMBERED = 2
_FEWEST_NUMBERED_BEHIND = 3
"""Rows from which a column numbers them: right behind the figures 1 and 2 may be figures that have moved."""


@dataclass(frozen=True, slots=True)
class Block:
    """Columns side by side that have no heading and hold something; rows and columns are 1-based.

    Attributes:
        columns: The columns.
        cells: Filled cells by sheet row, then by column.
        is_apart: Whether an empty column parts it from every column with a heading.
        is_behind: Whether a column with a heading stands right before it.
    """

    columns: range
    cells: Mapping[int, Mapping[int, CellValue]]
    is_apart: bool
    is_behind: bool

    def stray_figures(self, data_rows: Collection[int]) -> Iterator[tuple[int, tuple[int, ...]]]:
        """The figures that nothing explains, by row.

        A list of codes explains its own: it stands apart, and says in words what each code means or, over
        one column of them, what they are. So does a column that numbers the rows.
        """
        if self._numbers_rows(data_rows):
            return
        for row, cells in self.cells.items():
            figures = tuple(column for column, cell in cells.items() if is_figure(cell))
            has_words = len(figures) * 2 <= len(cells)
            is_listed = has_words or (len(self.columns) == 1 and self._is_headed(row, self.columns.start))
            if figures and not (self.is_apart and is_listed):
                yield row, figures

    def _is_headed(self, row: int, column: int) -> bool:
        """Whether the cells above without a gap begin with a word."""
        while column in self.cells.get(row, {}):
            if not is_figure(self.cells[row][column]):
                return True
            row -= 1
        return False

    def _numbers_rows(self, data_rows: Collection[int]) -> bool:
        if len(self.columns) > 1:
            return False
        of_data = [cells[self.columns.start] for row, cells in self.cells.items() if row in data_rows]
        numbers = [text for text in map(cell_text, of_data) if text.isdecimal()]
        expected = [str(number) for number in range(1, len(numbers) + 1)]
        is_every_row = len(numbers) == len(of_data) == len(data_rows)
        fewest = _FEWEST_NUMBERED_BEHIND if self.is_behind else _FEWEST_NUMBERED
        return is_every_row and len(numbers) >= fewest and list(map(_plain, numbers)) == expected


def blocks_beside(grid: Grid, rows: range, named: Collection[int]) -> list[Block]:
    """Finds the blocks without a heading.

    Args:
        grid: The sheet.
        rows: Sheet rows to look at.
        named: Columns with a heading.
    """
    cells = _filled_cells(grid, rows, _runs(set(range(1, grid.column_count + 1)) - set(named)))
    filled = {column for of_row in cells.values() for column in of_row}
    return [
        Block(
            columns,
            {
                row: own
                for row, of_row in cells.items()
                if (own := {column: cell for column, cell in of_row.items() if column in columns})
            },
            is_apart=columns.start - 1 not in named and columns.stop not in named,
            is_behind=columns.start - 1 in named,
        )
        for columns in _runs(filled)
    ]


def _filled_cells(grid: Grid, rows: range, runs: Sequence[range]) -> dict[int, dict[int, CellValue]]:
    found: dict[int, dict[int, CellValue]] = {}
    for run in runs:
        nothing = [None] * len(run)
        for row in rows:
            own = grid.rows[row - 1][run.start - 1 : run.stop - 1]
            # A sheet may have a hundred thousand rows: most have nothing here.
            if list(own) != nothing:
                filled = {at: cell for at, cell in zip(run, own, strict=True) if _holds_something(cell)}
                found.setdefault(row, {}).update(filled)
    return {row: cells for row, cells in found.items() if cells}


def _holds_something(cell: CellValue) -> bool:
    """Whether a cell shows anything, or hides a value by its number format."""
    return isinstance(cell, ShownText) or (cell is not None and cell_name(cell) != "")


def _runs(columns: Collection[int]) -> list[range]:
    """Runs of columns that follow each other."""
    runs: list[range] = []
    for column in sorted(columns):
        if runs and runs[-1].stop == column:
            runs[-1] = range(runs[-1].start, column + 1)
        else:
            runs.append(range(column, column + 1))
    return runs


def _plain(number: str) -> str:
    return str(int(number))
