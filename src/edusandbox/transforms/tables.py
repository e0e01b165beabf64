"""The rows of a recognised table: which are data, which are totals, benchmarks or notes."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from edusandbox.issues import Place
from edusandbox.transforms.grid import CellValue, Grid, cell_text
from edusandbox.transforms.layouts import IGNORED_FIELD, ColumnMeaning
from edusandbox.transforms.recognise import Match
from edusandbox.transforms.text import cell_code, cell_name, normalise_header

_BENCHMARK_CODE = re.compile(r"\d{4}0000")
"""An area's own eight digits (mean or total of the area), or eight zeros (the country)."""
_MIN_DATA_CELLS = 2
"""A row with fewer cells is a note under or between the data."""
_TOTAL = re.compile(r"(?:ยอด|ผล)?รวม(?:ทั้งหมด|ทั้งสิ้น|ทุกโรงเรียน)?(?:[\s\d(].*)?|(?:grand )?total", re.IGNORECASE)
"""A school may be called รวมไทยพัฒนา, so that the first letters do not decide."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    Attributes:
        number: Sheet column, 1-based.
        header: Heading as the sender wrote it.
        meaning: What it holds.
    """

    number: int
    header: str
    meaning: ColumnMeaning


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table and its rows; row numbers are sheet rows, 1-based.

    Attributes:
        grid: The sheet.
        match: Its layout and heading.
        columns: The columns that the layout reads.
        data_rows: Rows that speak of a school.
        total_rows: Rows of totals over the table.
        benchmark_rows: Rows of an area or the country among the schools.
    """

    grid: Grid
    match: Match
    columns: tuple[Column, ...]
    data_rows: tuple[int, ...]
    total_rows: tuple[int, ...]
    benchmark_rows: tuple[int, ...]

    @property
    def title(self) -> str:
        """The texts above the heading, one line each row."""
        above = self.grid.rows[: self.match.header.first_row - 1]
        return "\n".join(" ".join(cell_name(cell) for cell in row if cell is not None) for row in above)

    def column(self, field: str) -> Column | None:
        """The column of a field, or None."""
        return next((each for each in self.columns if each.meaning.field == field), None)

    def cells(self, column: Column, rows: tuple[int, ...]) -> list[CellValue]:
        """A column's cells in the given sheet rows."""
        position = column.number - 1
        return [self.grid.rows[row - 1][position] for row in rows]

    def place(self, row: int | None, column: Column | None) -> Place:
        """A place in this table, with what was typed there and the school that the row is about."""
        number, header = (column.number, column.header) if column else (None, None)
        if row is None:
            return Place(self.grid.sheet_name, None, number, header)
        cells = self.grid.rows[row - 1]
        typed = cell_text(cells[number - 1]) if number else None
        code, name = self.column("school_code"), self.column("school_name")
        return Place(
            self.grid.sheet_name,
            row,
            number,
            header,
            typed or None,
            (cell_code(cells[code.number - 1]) or None) if code else None,
            (cell_name(cells[name.number - 1]) or None) if name else None,
        )

    def typed_row(self, row: int, private_fields: Collection[str]) -> dict[str, str]:
        """A row as typed: heading -> text, empty cells left out.

        Columns that the layout does not read and those of private fields are left out as well: they may
        hold what nobody may keep.
        """
        cells = self.grid.rows[row - 1]
        return {
            column.header: cell_text(cell)
            for column in self.columns
            if column.meaning.field not in private_fields and (cell := cells[column.number - 1]) is not None
        }


def read_table(grid: Grid, match: Match) -> Table:
    """Sorts the rows under a recognised heading."""
    columns = tuple(
        Column(number, match.header.texts[number - 1], meaning)
        for number, header in sorted(match.known.items())
        for meaning in match.layout.meanings[header]
        if meaning.field != IGNORED_FIELD
    )
    kinds: Mapping[str, list[int]] = {"data": [], "total": [], "benchmark": [], "other": []}
    sorter = _RowSorter(match, columns)
    for row in range(match.header.last_row + 1, grid.row_count + 1):
        kinds[sorter.kind(grid.rows[row - 1])].append(row)
    return Table(grid, match, columns, tuple(kinds["data"]), tuple(kinds["total"]), tuple(kinds["benchmark"]))


class _RowSorter:
    """Tells what a row is from its code, its texts and whether it holds figures."""

    def __init__(self, match: Match, columns: tuple[Column, ...]) -> None:
        by_field = {each.meaning.field: each.number - 1 for each in columns if not each.meaning.taken_from}
        self._code = by_field.get("school_code")
        self._texts = [
            number - 1
            for number, header in match.known.items()
            if match.layout.meanings[header][0].field in {IGNORED_FIELD, "school_name", "agency_name"}
        ]
        if self._code is not None:
            self._texts.append(self._code)  # a totals row may say รวม in the code's column
        self._figures = [
            each.number - 1
            for each in columns
            if each.meaning.code is not None or each.meaning.field.endswith(("_count", "_total"))
        ]
        self._header = [normalise_header(text) for text in match.header.texts]

    def kind(self, row: Sequence[CellValue]) -> str:
        """One of `data`, `total`, `benchmark`, `other` (blank, note, repeated heading)."""
        code = "" if self._code is None else cell_code(row[self._code])
        if _BENCHMARK_CODE.fullmatch(code):
            return "benchmark"
        if code.isdecimal():
            return "data"
        texts = [text for position in self._texts if (text := cell_name(row[position]))]
        if any(_TOTAL.fullmatch(text) for text in texts):
            return "total"
        if self._code is not None and code and normalise_header(code) == self._header[self._code]:
            return "other"
        return self._kind_without_code(row, bool(texts))

    def _kind_without_code(self, row: Sequence[CellValue], has_texts: bool) -> str:  # noqa: FBT001 - private
        if any(row[position] is not None for position in self._figures):
            return "data" if has_texts else "total"
        is_note = sum(cell is not None for cell in row) < _MIN_DATA_CELLS
        return "other" if is_note or self._figures else "data"
