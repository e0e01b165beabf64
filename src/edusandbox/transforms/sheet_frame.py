"""From a recognised table to the Sheet frame: text parsed to types, families of columns gathered.

A wide table has a column for each grade; the Sheet frame has a row for each school and grade whatever
the layout was, so that one pandera model serves every layout. Each row knows its sheet row and each
count its sheet column.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray

from edusandbox.issues import Finding
from edusandbox.periods import buddhist_date
from edusandbox.transforms.code_text import CodeKind, read_code, read_school_code
from edusandbox.transforms.counts import CellKind, CountColumn, parse_counts
from edusandbox.transforms.dates import has_short_year, is_typed_day, read_date
from edusandbox.transforms.grid import CellValue
from edusandbox.transforms.layout_lines import Presence
from edusandbox.transforms.links import link_parameters
from edusandbox.transforms.table_rows import Column
from edusandbox.transforms.tables import Table
from edusandbox.transforms.text import NOTHING, cell_name, normalise_header

_CELL_RULES = {
    CellKind.UNREADABLE: "VA001",
    CellKind.LETTERS: "VA011",
    CellKind.UNKNOWN: "VA012",
    CellKind.FAILED: "VA013",
    CellKind.FORMULA: "VA014",
    CellKind.SHARE: "VA015",
    CellKind.DATE: "VA016",
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
_CODE_RULES = {CodeKind.LETTERS: "VA017", CodeKind.LOST_ZERO: "VA018", CodeKind.SHORTENED: "VA019"}


@dataclass(frozen=True, slots=True)
class FieldTypes:
    """How a form's fields are read.

    Attributes:
        counts: Count fields.
        codes: For each field that holds a code of a list, the codes by normalised spelling.
        private: Fields that are never read.
        school_codes: Fields that hold codes of schools.
        dates: Fields that hold dates.
    """

    counts: tuple[str, ...]
    codes: Mapping[str, Mapping[str, str]]
    private: tuple[str, ...]
    school_codes: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """A table parsed.

    Attributes:
        table: Where it came from.
        frame: One row per school and row key. Columns: `source_sheet_number`, `source_row`, one text
            column a field (missing where blank), `grade_code` where the form has grades (a grade or a
            total over grades), and for each count field `<field>` (float64), `<field>_kind` (int8,
            `CellKind`) and `<field>_column` (int16 sheet column, 0 where the table has none).
        findings: What could not be parsed, and the repairs that were made.
    """

    table: Table
    frame: pd.DataFrame
    findings: tuple[Finding, ...]

    def column(self, field: str, code: str | None) -> Column | None:
        """The sheet column of a field, for a family the one of this code."""
        named = [each for each in self.table.columns if each.meaning.field == field]
        return next((each for each in named if each.meaning.code in {code, None}), None)


def family_field(table: Table) -> str:
    """The column of the Sheet frame that takes the codes of the table's families of columns.

    Returns:
        `grade_code` for families headed by grades; '' where no heading names a code.
    """
    families = {column.meaning.family for column in table.columns} - {None}
    return f"{families.pop()}_code" if families else ""


def build_sheet_frame(table: Table, rows: tuple[int, ...], types: FieldTypes) -> SheetFrame:
    """Parses rows of a table.

    Args:
        table: The table.
        rows: Sheet rows to read (data rows, or the totals rows).
        types: How the form's fields are read.
    """
    reader = _TableReader(table, rows, types)
    return SheetFrame(table, reader.frame(), tuple(reader.findings))


@dataclass(frozen=True, slots=True)
class _Block:
    """The count columns of one family, and the rows in which anything of it was filled in."""

    arrays: Mapping[str, NDArray[np.generic]]
    is_taught: NDArray[np.bool]


class _TableReader:
    def __init__(self, table: Table, rows: tuple[int, ...], types: FieldTypes) -> None:
        self._table = table
        self._rows = rows
        self._types = types
        self.findings: list[Finding] = []

    def frame(self) -> pd.DataFrame:
        row_count = len(self._rows)
        shared: dict[str, NDArray[np.generic] | ExtensionArray] = {
            "source_sheet_number": np.full(row_count, self._table.grid.sheet_number, dtype=np.int16),
            "source_row": np.array(self._rows, dtype=np.int32),
            **dict(self._text_columns()),
        }
        families = self._count_columns()
        if not families:
            return pd.DataFrame(shared)
        blocks = [self._block(code, columns) for code, columns in families.items()]
        self._report_blank_rows(np.logical_or.reduce([block.is_taught for block in blocks]))
        taught = np.flatnonzero(np.concatenate([block.is_taught for block in blocks]))
        columns = {name: values.take(taught % row_count) for name, values in shared.items()}
        if None not in families:
            codes = pd.array(list(families), dtype="str")
            columns[family_field(self._table)] = codes.take(taught // row_count)
        for name in blocks[0].arrays:
            columns[name] = np.concatenate([block.arrays[name] for block in blocks])[taught]
        return pd.DataFrame(columns)

    def _text_columns(self) -> Iterator[tuple[str, ExtensionArray]]:
        for column in self._table.columns:
            field = column.meaning.field
            if field in self._types.counts:
                continue
            if field in self._types.private:
                self.findings.append(Finding("PR001", self._table.place(None, column)))
            else:
                yield field, pd.array(self._texts(column), dtype="str")

    def _texts(self, column: Column) -> list[str | None]:
        meaning = column.meaning
        if meaning.taken_from:
            return link_parameters(self._table.grid, column.number, self._rows, meaning.taken_from)
        cells = self._table.cells(column, self._rows)
        if meaning.field in self._types.codes:
            return self._codes(column, cells)
        if meaning.field in self._types.dates:
            return self._dates(column, cells)
        if meaning.field.endswith(("_name", "_type")):
            texts = [cell_name(cell) for cell in cells]
        else:
            texts = self._bare_codes(column, cells)
        return [None if text in NOTHING else text for text in texts]

    def _bare_codes(self, column: Column, cells: Sequence[CellValue]) -> list[str]:
        is_school = column.meaning.field in self._types.school_codes
        read = read_school_code if is_school else read_code
        # Read once each, however many rows have it; by type too, since True is 1.
        typed = list(zip(map(type, cells), cells, strict=True))
        known = {each: read(each[1]) for each in set(typed)}
        codes = [known[each] for each in typed]
        for row, code in zip(self._rows, codes, strict=True):
            if code.kind in _CODE_RULES and code.text not in NOTHING:
                place = self._table.place(row, column)
                self.findings.append(Finding(_CODE_RULES[code.kind], place, {"read": code.text}))
        repaired = [
            row
            for row, code, cell in zip(self._rows, codes, cells, strict=True)
            if code.kind is CodeKind.REPAIRED and code.text not in NOTHING and isinstance(cell, str)
        ]
        if repaired:
            place = self._table.place(repaired[0], column)
            self.findings.append(Finding("VA108", place, count=len(repaired)))
        return [code.text for code in codes]

    def _dates(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        days = [read_date(cell) for cell in cells]
        understood = []
        for row, cell, day in zip(self._rows, cells, days, strict=True):
            place = self._table.place(row, column)
            if day is None and cell_name(cell) not in NOTHING:
                self.findings.append(Finding("VA020", place))
            elif day is not None and has_short_year(cell):
                self.findings.append(Finding("VA021", place, {"read": buddhist_date(day)}))
            elif day is not None and not is_typed_day(cell):
                understood.append(place)
        if understood:
            self.findings.append(Finding("VA109", understood[0], count=len(understood)))
        return [day.isoformat() if day else None for day in days]

    def _codes(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        spellings = self._types.codes[column.meaning.field]
        codes = [spellings.get(normalise_header(cell_name(cell))) for cell in cells]
        self.findings += [
            Finding("VA006", self._table.place(row, column))
            for row, code in zip(self._rows, codes, strict=True)
            if code is None
        ]
        return codes

    def _count_columns(self) -> dict[str | None, dict[str, Column]]:
        """Count columns by the code of their family, then by field."""
        families: dict[str | None, dict[str, Column]] = {}
        for column in self._table.columns:
            if column.meaning.field in self._types.counts:
                families.setdefault(column.meaning.code, {})[column.meaning.field] = column
        return families

    def _block(self, code: str | None, columns: Mapping[str, Column]) -> _Block:
        row_count = len(self._rows)
        parsed = {
            field: parse_counts(self._table.cells(column, self._rows)) for field, column in columns.items()
        }
        arrays: dict[str, NDArray[np.generic]] = {}
        for field in self._types.counts:
            counts = parsed.get(field) or _absent(row_count)
            number = columns[field].number if field in columns else 0
            arrays[field] = counts.values
            arrays[f"{field}_kind"] = counts.kinds
            arrays[f"{field}_column"] = np.full(row_count, number, dtype=np.int16)
        is_taught = np.ones(row_count, dtype=np.bool)
        if code is not None:
            is_taught = _is_taught(
                [parsed[field] for field, column in columns.items() if _is_wanted(column)],
                [parsed[field] for field, column in columns.items() if not _is_wanted(column)],
            )
        for field, column in columns.items():
            self._report(column, parsed[field], is_taught)
        return _Block(arrays, is_taught)

    def _report(self, column: Column, counts: CountColumn, taught: NDArray[np.bool]) -> None:
        if _is_wanted(column):
            self._report_each("VA103", column, (counts.kinds == CellKind.BLANK) & taught)
        if counts.kinds.max(initial=CellKind.NUMBER) == CellKind.NUMBER:
            return
        for kind, rule in _CELL_RULES.items():
            for position in np.flatnonzero(counts.kinds == kind):
                place = self._table.place(self._rows[int(position)], column)
                read = counts.values[position]
                params = {} if np.isnan(read) else {"read": int(read)}
                self.findings.append(Finding(rule, place, params))
        for kind, rule in _COUNTED_RULES.items():
            found = np.flatnonzero(counts.kinds == kind)
            if found.size:
                place = self._table.place(self._rows[int(found[0])], column)
                self.findings.append(Finding(rule, place, count=int(found.size)))

    def _report_blank_rows(self, has_figures: NDArray[np.bool]) -> None:
        column = self._table.column("school_code")
        self._report_each("VA105", column, ~has_figures)

    def _report_each(self, rule: str, column: Column | None, where: NDArray[np.bool]) -> None:
        self.findings += [
            Finding(rule, self._table.place(self._rows[int(position)], column))
            for position in np.flatnonzero(where)
        ]


def _absent(length: int) -> CountColumn:
    return CountColumn(np.full(length, np.nan), np.full(length, CellKind.BLANK, dtype=np.int8))


def _is_wanted(column: Column) -> bool:
    return column.meaning.presence in {Presence.EACH, Presence.REQUIRED}


def _is_taught(wanted: Sequence[CountColumn], others: Sequence[CountColumn]) -> NDArray[np.bool]:
    """A grade whose cells are all blank is not taught at the school: nothing is missing there.

    A total or a number of rooms that is 0 beside blanks is what a formula leaves: it says no more.
    """
    filled = [column.kinds != CellKind.BLANK for column in wanted]
    filled += [(column.kinds != CellKind.BLANK) & (column.values != 0) for column in others]
    taught: NDArray[np.bool] = np.logical_or.reduce(filled)
    return taught
