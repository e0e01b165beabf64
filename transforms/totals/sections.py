"""Rows of a district or a group of schools among the schools: no code, and the sums of their section."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from transforms.cells.counts import CellKind, parse_counts
from transforms.grid import CellValue, cell_name
from transforms.rows.tables import Table

_AREA = re.compile(
    r"(?:รวม|ยอด)?\s*(?:กิ่ง)?(?:อำเภอ|ตำบล|เขต|จังหวัด|กลุ่ม|เครือข่าย|ศูนย์|สหวิทยาเขต|สังกัด|เทศบาล|อบต|ขนาด|ระดับ|สพ[ปม]"
    r"|อ\.|ต\.|จ\.)"
)
_SCHOOL = re.compile(r"โรงเรียน|ร\.?\s*ร\.")
_FEWEST = 2
"""Without the name of an area, rows and figures that must agree before a row is a sum and no school."""
_MOST_SECTIONS = 30
"""How many sections above or below a row may sum up."""


def with_section_totals(table: Table, counts: Collection[str]) -> tuple[Table, tuple[int, ...]]:
    """Finds the rows without a code that sum up the rows above or below them.

    Each of their figures must be the sum of its column over whole sections, from the row to another one
    without a code, to a row of totals or to an end of the table. Others may be schools whose code is missing.

    Args:
        table: The table.
        counts: Fields that hold counts.

    Returns:
        The table with these rows among its totals, and the rows.
    """
    code = table.column("school_code")
    if code is None or any(each.meaning.is_code for each in table.columns):
        return table, ()
    rows = tuple(sorted({*table.data_rows, table.unlabelled_row or table.data_rows[0]}))
    keyless = [row for row, cell in zip(rows, table.cells(code, rows), strict=True) if not _is_code(cell)]
    if not keyless or len(keyless) == len(rows):
        return table, ()
    found = _Sections.of(table, rows, keyless, counts).proved()
    is_of_section = set(found)
    labelled = replace(table, unlabelled_row=None) if table.unlabelled_row in is_of_section else table
    return (
        replace(
            labelled,
            data_rows=tuple(row for row in table.data_rows if row not in is_of_section),
            # The row that does not say that it is a total stays the last one.
            total_rows=(*found, *(row for row in table.total_rows if row not in is_of_section)),
        ),
        found,
    )


def _is_code(cell: CellValue) -> bool:
    """Whether a cell may be meant as a code, however malformed; กลุ่มโรงเรียนแม่ริม 1 is none."""
    if not isinstance(cell, str):
        return cell is not None
    return any(map(str.isdigit, cell)) and not _AREA.match(cell_name(cell))


@dataclass(frozen=True, slots=True)
class _Sections:
    """The rows of a table as a matrix of figures.

    Attributes:
        names: What a row without a code says, by its sheet row.
        above: Of each row without a code how many rows with one stand above it, by its sheet row.
        borders: Numbers of rows with a code above every border of a section, from the top down.
        figures: Figures of the rows without a code, by sheet row; NaN where there is none.
        sums: Figures of the rows with a code, added up from the top: line n sums up n rows.
        hidden: How many of them are no figures, added up likewise.
        filled: How many rows hold any figure but zero, added up likewise.
    """

    names: dict[int, str]
    above: dict[int, int]
    borders: Sequence[int]
    figures: dict[int, NDArray[np.float64]]
    sums: NDArray[np.float64]
    hidden: NDArray[np.int64]
    filled: NDArray[np.int64]

    @classmethod
    def of(
        cls, table: Table, rows: tuple[int, ...], keyless: Sequence[int], counts: Collection[str]
    ) -> "_Sections":
        columns = [each for each in table.columns if each.meaning.field in counts]
        parsed = [parse_counts(table.cells(each, rows)) for each in columns]
        values = np.array([each.values for each in parsed]).T
        is_hidden = np.array([each.kinds for each in parsed]).T >= CellKind.HIDDEN
        is_coded = ~np.isin(rows, keyless)
        coded = np.nan_to_num(values[is_coded])
        coded_rows = np.array(rows)[is_coded]
        borders = sorted({0, len(coded_rows), *_above(coded_rows, (*keyless, *table.total_rows))})
        return cls(
            names={row: _name(table, row) for row in keyless},
            above=dict(zip(keyless, _above(coded_rows, keyless), strict=True)),
            borders=borders,
            figures={row: values[rows.index(row)] for row in keyless},
            sums=_added_up(coded),
            hidden=_added_up(is_hidden[is_coded]).astype(np.int64),
            filled=_added_up(coded.any(axis=1)).astype(np.int64),
        )

    def proved(self) -> tuple[int, ...]:
        return tuple(
            row
            for row in self.names
            if any(self._sums_up(row, first, end) for first, end in self._runs(self.above[row]))
        )

    def _runs(self, here: int) -> Iterator[tuple[int, int]]:
        """The runs of sections that begin or end at a row, the shortest first."""
        below = [border for border in self.borders if border > here][:_MOST_SECTIONS]
        above = [border for border in reversed(self.borders) if border < here][:_MOST_SECTIONS]
        yield from ((here, border) for border in below)
        yield from ((border, here) for border in above)

    def _sums_up(self, row: int, first: int, end: int) -> bool:
        name = self.names[row]
        if _SCHOOL.match(name):
            return False
        figures = self.figures[row]
        is_told = ~np.isnan(figures) & (self.hidden[end] == self.hidden[first])
        is_sum = figures == self.sums[end] - self.sums[first]
        if not is_sum[is_told].all() or not (figures[is_told] > 0).any():
            return False
        rows, agreeing = self.filled[end] - self.filled[first], int((figures[is_told] > 0).sum())
        return bool(_AREA.match(name)) or min(int(rows), agreeing) >= _FEWEST


def _above(coded_rows: NDArray[np.integer], rows: Sequence[int]) -> list[int]:
    counted: list[int] = np.searchsorted(coded_rows, rows).tolist()
    return counted


def _added_up(lines: NDArray[np.generic]) -> NDArray[np.float64]:
    """Sums from the top: line n is the sum of the first n."""
    start = np.zeros((1, *lines.shape[1:]))
    return np.concatenate([start, np.cumsum(lines, axis=0, dtype=np.float64)])


def _name(table: Table, row: int) -> str:
    """What a row says besides its figures: its first text."""
    texts = (cell_name(cell) for cell in table.grid.rows[row - 1] if isinstance(cell, str))
    return next((text for text in texts if text and not any(map(str.isdigit, text[:1]))), "")
