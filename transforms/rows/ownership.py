"""Which cells of a sheet nobody has read, so that none is lost without a word.

A filled cell belongs to a heading, to a row of data or of totals, to a title or a note, or to a column or a
table that is named as not read. What is left over is told: figures as something to be mended, words as
something that was left alone.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby, pairwise
from math import isnan

from schemas.layouts.columns import IGNORED_FIELD
from transforms.cells.counts import CellKind, is_figure, parse_count
from transforms.grid import CellValue, Grid, cell_text
from transforms.rows.beside import blocks_beside
from transforms.rows.odd_figures import odd_figures
from transforms.rows.row_in_cell import holds_row
from transforms.rows.tables import Table

_FEWEST_CELLS = 2
"""One figure above a heading is part of a title, one text between the rows the name of a section."""
_THOUSANDS = re.compile(r"[1-9]\d{0,2}")
_BELOW_THOUSAND = re.compile(r"\d{3}")


class Unowned(Enum):
    """Why nobody has read a cell."""

    BESIDE_ROW = "beside row"
    """A figure in a row of data or of totals, under no heading."""
    LONG_ROW = "long row"
    """A row of text that was written with more cells than its heading."""
    GLUED = "glued"
    """A row of data that ends in the words of a heading."""
    STRAY_ROW = "stray row"
    """A row with figures that is neither data nor a total, a title or a note."""
    NAMED_ROW = "named row"
    """A row that names something and has neither a code nor a figure."""
    ODD_FIGURE = "odd figure"
    """A figure in a column that is not read and holds none in the other rows: the row may have moved."""
    LEFT_ALONE = "left alone"
    """Words, lists and row numbers beside the table."""


@dataclass(frozen=True, slots=True)
class UnownedCells:
    """Cells of one row that nobody has read.

    Attributes:
        table: The table beside which, over which or under which they stand.
        row: Sheet row, 1-based.
        columns: Sheet columns, 1-based.
        reason: Why nobody has read them.
    """

    table: Table
    row: int
    columns: tuple[int, ...]
    reason: Unowned


def unowned_cells(grid: Grid, tables: Sequence[Table], unread_rows: Collection[range]) -> list[UnownedCells]:
    """Finds the cells of a sheet that are part of nothing.

    Args:
        grid: The sheet, as the reader gave it.
        tables: The tables read from it, in the order of the sheet; not empty.
        unread_rows: Rows of tables that are named as not read.
    """
    named_as_unread = {row for rows in unread_rows for row in rows}
    bands = [list(band) for _, band in groupby(tables, key=lambda table: table.match.header.first_row)]
    found = (cells for band in bands for cells in _Band(grid, band).unowned())
    return sorted((each for each in found if each.row not in named_as_unread), key=lambda each: each.row)


class _Band:
    """The tables that share a heading row, one or several side by side, with what is above and below them."""

    def __init__(self, grid: Grid, tables: Sequence[Table]) -> None:
        self._grid = grid
        self._tables = tables
        self._first = tables[0]
        match = self._first.match
        self._rows = range(match.title_row, self._end() + 1)
        self._data = {row for table in tables for row in table.data_rows}
        self._rows_of_data = {row for table in tables for row in _rows_of_data(table)}
        self._headings = {row for table in tables for row in table.heading_rows}
        # A row that begins another table is told where reading stopped.
        stops = {table.other_heading_row for table in tables if table.other_heading_row is not None}
        self._headings |= stops - self._rows_of_data
        self._named = {at for table in tables for at, text in enumerate(table.match.header.texts, 1) if text}
        self._last = max(self._rows_of_data, default=0)

    def _end(self) -> int:
        """The last row of the band: where another heading begins, the rows below are named as not read."""
        stops = [table.other_heading_row for table in self._tables if table.other_heading_row is not None]
        if stops and len(stops) == len(self._tables):
            return max(stops)
        return self._first.match.last_row or self._grid.row_count

    def unowned(self) -> Iterator[UnownedCells]:
        """What nobody has read of the band's rows."""
        spoilt = dict(self._spoilt_rows())
        for row, (reason, columns) in spoilt.items():
            yield UnownedCells(self._beside_which(row, 0), row, columns, reason)
        for row, columns, reason in self._beside():
            if row not in spoilt:
                yield UnownedCells(self._beside_which(row, columns[0]), row, columns, reason)
        for row in range(self._rows.start, self._first.match.header.first_row):
            yield from self._of_title(row)
        for table in self._tables:
            own = _rows_of_data(table) | self._headings
            for row in range(self._first.match.header.last_row + 1, self._rows.stop):
                if row not in own and row not in spoilt and (columns := self._named_cells(table, row)):
                    yield UnownedCells(table, row, columns, Unowned.NAMED_ROW)

    def _beside_which(self, row: int, column: int) -> Table:
        """Of tables side by side the one whose row it is, the nearest one further left if there are two."""
        own = [table for table in self._tables if row in _rows_of_data(table)] or self._tables
        left = [table for table in own if table.match.columns.start <= column]
        return left[-1] if left else own[0]

    def _spoilt_rows(self) -> Iterator[tuple[int, tuple[Unowned, tuple[int, ...]]]]:
        """Rows of data in which cells stand under headings that are not theirs."""
        yield from self._rows_in_cells()
        yield from self._odd_figures()
        glued = {row for table in self._tables for row in table.glued_rows}
        yield from ((row, (Unowned.GLUED, ())) for row in glued)
        widths = self._grid.written_widths
        if not widths:
            return
        header = self._first.match.header
        # Without a heading the declared columns are the width.
        width = max(widths[header.first_row - 1 : header.last_row], default=max(self._named, default=0))
        # Where every row ends in a comma more than the heading, none is longer.
        least = min((widths[row - 1] for row in self._rows_of_data), default=width)
        for row in self._rows_of_data - glued:
            if widths[row - 1] > width:
                columns = self._beyond(row, width)
                if not columns and widths[row - 1] > max(width, least):
                    columns = self._cut_in_two(row)
                if columns:
                    yield row, (Unowned.LONG_ROW, columns)

    def _rows_in_cells(self) -> Iterator[tuple[int, tuple[Unowned, tuple[int, ...]]]]:
        """Rows that are taken for notes or names of sections, and of which one cell holds a row of data."""
        width = len(self._first.match.known)
        for row in range(self._first.match.header.last_row + 1, self._rows.stop):
            if row in self._rows_of_data:
                continue
            texts = {at: cell for at, cell in enumerate(self._grid.rows[row - 1], 1) if isinstance(cell, str)}
            columns = tuple(at for at, text in texts.items() if holds_row(text, width))
            if columns:
                yield row, (Unowned.STRAY_ROW, columns)

    def _odd_figures(self) -> Iterator[tuple[int, tuple[Unowned, tuple[int, ...]]]]:
        """Figures in columns that are not read, where a cell more in the row has moved them there."""
        is_csv = bool(self._grid.written_widths)
        for table in self._tables:
            for row, column in odd_figures(table):
                cut = self._cut_in_two(row) if is_csv else ()
                yield row, (Unowned.LONG_ROW, cut) if cut else (Unowned.ODD_FIGURE, (column,))

    def _beyond(self, row: int, width: int) -> tuple[int, ...]:
        """The filled cells of a row beyond the heading's last."""
        cells = self._grid.rows[row - 1]
        return tuple(at for at, cell in enumerate(cells, 1) if at > width and cell is not None)

    def _cut_in_two(self, row: int) -> tuple[int, ...]:
        """The first cells of a row that may be one figure, cut in two by its thousands comma."""
        cells = self._grid.rows[row - 1]
        return next(
            (
                (at, at + 1)
                for at, (left, right) in enumerate(pairwise(map(cell_text, cells)), 1)
                if _THOUSANDS.fullmatch(left) and _BELOW_THOUSAND.fullmatch(right)
            ),
            (),
        )

    def _beside(self) -> Iterator[tuple[int, tuple[int, ...], Unowned]]:
        below_title = range(self._first.match.header.last_row + 1, self._rows.stop)
        for block in blocks_beside(self._grid, below_title, self._named):
            stray = dict(block.stray_figures(self._data))
            is_note = min(block.cells) > self._last > 0
            for row, cells in block.cells.items():
                if is_note and not any(map(is_figure, cells.values())):
                    continue
                reason = self._reason(row) if row in stray else Unowned.LEFT_ALONE
                yield row, tuple(cells) if reason is Unowned.LEFT_ALONE else stray[row], reason

    def _reason(self, row: int) -> Unowned:
        """Why a figure under no heading is told as it is."""
        if row in self._rows_of_data:
            return Unowned.BESIDE_ROW
        is_among_data = row < self._last or not self._last
        return Unowned.STRAY_ROW if is_among_data and row not in self._headings else Unowned.LEFT_ALONE

    def _of_title(self, row: int) -> Iterator[UnownedCells]:
        """A row above the heading is its title, unless it is one of figures."""
        filled = {at: cell for at, cell in enumerate(self._grid.rows[row - 1], 1) if cell is not None}
        figures = [at for at, cell in filled.items() if _is_count(cell)]
        if len(figures) < _FEWEST_CELLS or len(figures) * 2 <= len(filled) or _counts_up(filled):
            return
        yield UnownedCells(self._first, row, tuple(figures), Unowned.STRAY_ROW)

    def _named_cells(self, table: Table, row: int) -> tuple[int, ...]:
        """Of a row that was taken for a note: what makes it look like a school's, if anything does.

        Below the last row of data a number is one of a note, unless it goes on numbering the rows.
        """
        cells = self._grid.rows[row - 1]
        numbered = {at for at, name in table.match.known.items() if _is_ignored(table, name)}
        code = table.column("school_code")
        telling = numbered if row > self._last > 0 else set(table.match.known)
        filled = tuple(at for at in sorted(table.match.known) if cells[at - 1] is not None)
        is_numbered = any(is_figure(cells[at - 1]) for at in telling.intersection(filled))
        has_code = code is not None and any(map(str.isdigit, cell_text(cells[code.number - 1])))
        is_named = len(filled) >= _FEWEST_CELLS and (is_numbered or has_code)
        return filled if is_named else ()


def _rows_of_data(table: Table) -> set[int]:
    return {*table.data_rows, *table.total_rows, *table.benchmark_rows}


def _is_ignored(table: Table, name: str) -> bool:
    return table.match.layout.meanings[name][0].field == IGNORED_FIELD


def _is_count(cell: CellValue) -> bool:
    """Whether a cell holds a number of something; in titles stand days, hours and telephone numbers too."""
    number, kind = parse_count(cell)
    return not isnan(number) and kind is not CellKind.DASH


def _counts_up(cells: Mapping[int, CellValue]) -> bool:
    """Whether a row numbers the columns."""
    texts = [cell_text(cell).strip(" ()") for cell in cells.values()]
    if not all(map(str.isdecimal, texts)):
        return False
    return all(int(after) == int(before) + 1 for before, after in pairwise(texts))
