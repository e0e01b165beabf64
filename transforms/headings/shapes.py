"""Tables without headings, told by their declared shape: how many columns, what stands in them, what adds up.

A number of columns alone proves nothing. A table is taken only if its columns of codes hold what the shape
says, its figures are figures, and sums that the shape declares hold in nearly all rows: boys and girls make
the total of each grade, grades make that of their level. One shape must fit and no other.
"""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from schemas.layouts.layout import Layout, Shape, ShapeColumn
from schemas.text import normalise_header
from transforms.cells.counts import CellKind
from transforms.cells.figure_cells import parse_columns
from transforms.grid import CellValue, Grid, cell_name
from transforms.headings.headers import Header
from transforms.headings.recognise import Match

_Key = tuple[str, str | None]
"""Field and code of a column."""
_MOST_TITLE_CELLS = 3
_LOOKED_AT_ROWS = 500
_FIRST_ROWS = 9
_MOST = 0.5
"""More than this share of the rows must hold in a column what the shape declares for it."""
_FIGURES_AFTER_ALL = (CellKind.NONE, CellKind.UNSURE_SHARE)
"""Nobody who took the test, a share that may be meant in two ways: no words."""
_PROVED = 0.75
"""Share of the sums other than 0 that must hold: one wrong row is the sender's, many are another table."""


def shaped_table(grid: Grid, layouts: Iterable[Layout]) -> Match | None:
    """Finds the layout whose declared shape a sheet without headings has.

    Args:
        grid: The sheet.
        layouts: The layouts, those without shapes among them.

    Returns:
        The table, with a heading of no rows above its first row whose texts are the layout's; None where no
        shape fits, or more than one.
    """
    body = _body(grid)
    if body is None:
        return None
    fitting = [
        (layout, shape)
        for layout in layouts
        for shape in layout.shapes
        if len(shape.columns) == body.width and _fits(body, shape)
    ]
    if len(fitting) != 1:
        return None
    ((layout, shape),) = fitting
    named = dict(enumerate((column.header for column in shape.columns), start=body.first_column))
    headers = [layout.meanings[header][0].header for header in named.values()]
    return Match(
        layout=layout,
        header=Header(body.first_row, 0, (*[""] * (body.first_column - 1), *headers)),
        known=named,
        absent=(),
        misspelt={},
        unknown={},
        repeated={},
    )


def has_declared_values(grid: Grid, match: Match) -> bool:
    """Whether most cells under a table's headings hold what its layout declares for these columns."""
    first = match.header.last_row
    rows = grid.rows[first : min(match.last_row or grid.row_count, first + _LOOKED_AT_ROWS)]
    for at, header in match.known.items():
        pattern = match.layout.declared_values.get(header)
        cells = _filled([row[at - 1] for row in rows]) if pattern else []
        if pattern is not None and cells and not _holds(pattern, cells):
            return False
    return True


@dataclass(frozen=True, slots=True)
class _Body:
    """The rows of a table, without title and notes; `first_row` and `first_column` are 1-based."""

    first_row: int
    first_column: int
    width: int
    rows: Sequence[Sequence[CellValue]]

    def column(self, number: int) -> list[CellValue]:
        """The cells of a column, counted from 0 within the table."""
        return [row[self.first_column - 1 + number] for row in self.rows]


def _body(grid: Grid) -> _Body | None:
    """The rows that fill most columns; None where a row above them is more than a line of a title."""
    is_full = [(len(row) - row.count(None)) * 2 > len(row) for row in islice(grid.rows, _LOOKED_AT_ROWS)]
    if True not in is_full:
        return None
    first = is_full.index(True)
    if any(len(set(_filled(row))) > _MOST_TITLE_CELLS for row in grid.rows[:first]):
        return None
    rows = [row for row, is_data in zip(grid.rows, is_full, strict=False) if is_data]
    first_column = min(next(at for at, cell in enumerate(row) if cell is not None) for row in rows)
    return _Body(first + 1, first_column + 1, grid.column_count - first_column, rows)


def _fits(body: _Body, shape: Shape) -> bool:
    declared = [(at, column) for at, column in enumerate(shape.columns) if column.is_told]
    offset = body.first_column - 1
    # Most tables are told from the first rows: one broken code there is the sender's mistake like any other.
    first_rows = body.rows[:_FIRST_ROWS]
    for at, column in declared:
        fitting = sum(_may_hold(column, row[offset + at]) for row in first_rows)
        if fitting <= len(first_rows) * _MOST:
            return False
    if not all(_has_texts(column, body.column(at)) for at, column in declared):
        return False
    figures = _Figures(body, shape)
    return figures.are_figures and figures.prove()


def _may_hold(column: ShapeColumn, cell: CellValue) -> bool:
    if column.values is not None:
        return column.values.fullmatch(cell_name(cell)) is not None
    return normalise_header(cell_name(cell)) in (column.one_of or column.known)


def _has_texts(column: ShapeColumn, cells: Sequence[CellValue]) -> bool:
    if column.values is not None:
        return _holds(column.values, cells)
    if not column.one_of:
        return sum(_may_hold(column, cell) for cell in cells) > len(cells) * _MOST
    return {normalise_header(cell_name(cell)) for cell in set(cells)} == column.one_of


def _holds(pattern: re.Pattern[str], cells: Collection[CellValue]) -> bool:
    fitting = sum(pattern.fullmatch(cell_name(cell)) is not None for cell in cells)
    return fitting > len(cells) * _MOST


def _filled(cells: Sequence[CellValue]) -> list[CellValue]:
    return [cell for cell in cells if cell is not None]


class _Figures:
    """The columns of a table that a shape declares to be figures."""

    def __init__(self, body: _Body, shape: Shape) -> None:
        self._shape = shape
        figures = [(at, column.figure) for at, column in enumerate(shape.columns) if column.figure]
        columns = [at for at, _ in figures]
        values, self._kinds = parse_columns([(figure, body.column(at)) for at, figure in figures])
        self._lines: dict[_Key, NDArray[np.float64]] = {
            (shape.columns[at].field, shape.columns[at].code): line
            for at, line in zip(columns, values, strict=True)
        }

    @property
    def are_figures(self) -> bool:
        """Whether no row is one of words (a heading, another table), and nearly all cells are figures."""
        if not self._lines:
            return True
        is_word = (self._kinds >= CellKind.UNREADABLE) & ~np.isin(self._kinds, _FIGURES_AFTER_ALL)
        return not is_word.all(axis=0).any() and bool(is_word.mean() < 1 - _PROVED)

    def prove(self) -> bool:
        """Whether the declared sums hold: the total of each block, the grades of each level."""
        codes = list(dict.fromkeys(code for _, code in self._lines))
        fields = list(dict.fromkeys(field for field, code in self._lines if code is not None))
        totals = [
            ((total, code), [(part, code) for part in parts])
            for total, parts in self._shape.sums.items()
            for code in codes
        ]
        levels = [
            ((field, level), [(field, part) for part in parts if part in codes])
            for field in fields
            for level, parts in self._shape.parts.items()
            if level in codes
        ]
        return all(self._hold(sums) for sums in (totals, levels) if sums)

    def _hold(self, sums: Sequence[tuple[_Key, Sequence[_Key]]]) -> bool:
        stated = np.array([self._lines[total] for total, _ in sums])
        added = np.array([np.nansum([self._lines[part] for part in parts], axis=0) for _, parts in sums])
        speaks = ~np.isnan(stated) & ((stated != 0) | (added != 0))
        return bool(speaks.any() and (stated == added)[speaks].mean() >= _PROVED)
