"""From a recognised table to the Sheet frame: text parsed to types, families of columns gathered.

A wide table has a column for each grade; the Sheet frame has a row for each school and grade whatever
the layout was, so that one pandera model serves every layout. Each row knows its sheet row and each
count its sheet column.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray

from edusandbox.issues import Finding
from edusandbox.periods import buddhist_date
from edusandbox.schemas.fields import (
    Code,
    Codes,
    Date,
    Field,
    Figure,
    Flag,
    Identifier,
    Name,
    Private,
    SchoolCode,
    Text,
    Time,
)
from edusandbox.transforms.code_text import CodeKind, CodeText, read_code, read_school_code
from edusandbox.transforms.count_cells import read_count_cells
from edusandbox.transforms.dates import has_short_year, is_typed_day, read_date
from edusandbox.transforms.field_cells import read_codes, read_flag, read_text, read_time
from edusandbox.transforms.grid import CellValue
from edusandbox.transforms.layouts import JOINED_BY
from edusandbox.transforms.links import link_parameters
from edusandbox.transforms.table_rows import Column
from edusandbox.transforms.tables import Table
from edusandbox.transforms.text import NOTHING, cell_name, normalise_header

T = TypeVar("T")
_SEVERAL_CODES = "heading_code"
_NUMBERS = frozenset({bool, int, float})
_CODE_RULES = {CodeKind.LETTERS: "VA017", CodeKind.LOST_ZERO: "VA018", CodeKind.SHORTENED: "VA019"}


@dataclass(frozen=True)
class FieldTypes:
    """How a form's fields are read.

    Attributes:
        fields: The declared fields by name.
        codes: For each field that holds codes of a list, the codes by normalised spelling.
        words: For each such field what sentences call its codes.
    """

    fields: Mapping[str, Field]
    codes: Mapping[str, Mapping[str, str]]
    words: Mapping[str, Mapping[str, str]]

    @cached_property
    def counts(self) -> tuple[str, ...]:
        """The fields that hold figures."""
        return tuple(name for name, each in self.fields.items() if isinstance(each, Figure))


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
        `grade_code` for families headed by grades, `heading_code` where headings name codes of several
        lists, which have columns of their own besides; '' where no heading names a code.
    """
    lists = family_lists(table)
    return _SEVERAL_CODES if len(lists) > 1 else f"{lists[0]}_code" if lists else ""


def family_lists(table: Table) -> list[str]:
    """The code lists of the codes that the table's headings name; a layout has headings of one family."""
    family = next((each.meaning.family for each in table.columns if each.meaning.family), None)
    return family.split(JOINED_BY) if family else []


def build_sheet_frame(table: Table, rows: tuple[int, ...], types: FieldTypes) -> SheetFrame:
    """Parses rows of a table.

    Args:
        table: The table.
        rows: Sheet rows to read (data rows, or the totals rows).
        types: How the form's fields are read.
    """
    reader = _TableReader(table, rows, types)
    return SheetFrame(table, reader.frame(), tuple(reader.findings))


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
        counts = read_count_cells(self._table, self._rows, families, self._types.counts)
        self.findings += counts.findings
        self._report_blank_rows(np.logical_or.reduce(counts.is_taught, axis=0))
        taught = np.flatnonzero(counts.is_taught)
        columns = {name: values.take(taught % row_count) for name, values in shared.items()}
        if None not in families:
            columns |= self._family_codes([code for code in families if code], taught // row_count)
        columns |= {name: values[taught] for name, values in counts.arrays.items()}
        return pd.DataFrame(columns)

    def _family_codes(
        self, families: Sequence[str], positions: NDArray[np.intp]
    ) -> dict[str, ExtensionArray]:
        """The code that the heading of each row's figures names; of several also each by itself."""
        names = [family_field(self._table)]
        codes = [list(families)]
        if names == [_SEVERAL_CODES]:
            names += [f"{name}_code" for name in family_lists(self._table)]
            codes += [list(part) for part in zip(*(code.split(JOINED_BY) for code in families), strict=True)]
        return {
            name: pd.array(own, dtype="str").take(positions) for name, own in zip(names, codes, strict=True)
        }

    def _text_columns(self) -> Iterator[tuple[str, ExtensionArray]]:
        for column in self._table.columns:
            field = column.meaning.field
            declared = self._types.fields[field]
            if isinstance(declared, Figure):
                continue
            if isinstance(declared, Private):
                self.findings.append(Finding("PR001", self._table.place(None, column)))
            elif isinstance(declared, Flag):
                yield field, pd.array(self._flags(column), dtype="boolean")
            else:
                yield field, pd.array(self._texts(column, declared), dtype="str")

    def _texts(self, column: Column, declared: Field) -> Sequence[str | None]:
        meaning = column.meaning
        if meaning.taken_from:
            return link_parameters(self._table.grid, column.number, self._rows, meaning.taken_from)
        return _READERS[type(declared)](self, column)

    def _names(self, column: Column) -> list[str | None]:
        return _unless_nothing(_each_once(cell_name, self._cells(column)))

    def _whole_texts(self, column: Column) -> list[str | None]:
        return [read_text(cell) for cell in self._cells(column)]

    def _school_codes(self, column: Column) -> list[str | None]:
        return _unless_nothing(self._bare_codes(column, read_school_code))

    def _identifiers(self, column: Column) -> list[str | None]:
        return _unless_nothing(self._bare_codes(column, read_code))

    def _several_codes(self, column: Column) -> list[str | None]:
        spellings = self._types.codes[column.meaning.field]
        return self._understood(column, "VA006", lambda cell: read_codes(cell, spellings))

    def _times(self, column: Column) -> list[str | None]:
        return self._understood(column, "VA030", read_time)

    def _cells(self, column: Column) -> list[CellValue]:
        return self._table.cells(column, self._rows)

    def _flags(self, column: Column) -> list[bool | None]:
        return self._understood(column, "VA031", read_flag)

    def _understood(
        self, column: Column, rule: str, read: Callable[[CellValue], tuple[T | None, bool]]
    ) -> list[T | None]:
        """What the cells of a column hold; each that could not be read breaks the rule."""
        answers = _each_once(read, self._cells(column))
        self.findings += [
            Finding(rule, self._table.place(row, column), self._types.words.get(column.meaning.field, {}))
            for row, (_, is_read) in zip(self._rows, answers, strict=True)
            if not is_read
        ]
        return [answer for answer, _ in answers]

    def _bare_codes(self, column: Column, read: Callable[[CellValue], CodeText]) -> list[str]:
        cells = self._cells(column)
        codes = _each_once(read, cells)
        texts = list(map(attrgetter("text"), codes))
        if set(map(attrgetter("kind"), codes)) <= {CodeKind.AS_TYPED}:
            return texts
        repaired = []
        for row, code, cell in zip(self._rows, codes, cells, strict=True):
            if code.kind is CodeKind.AS_TYPED or code.text in NOTHING:
                continue
            if code.kind in _CODE_RULES:
                place = self._table.place(row, column)
                self.findings.append(Finding(_CODE_RULES[code.kind], place, {"read": code.text}))
            elif isinstance(cell, str):
                repaired.append(row)
        if repaired:
            place = self._table.place(repaired[0], column)
            self.findings.append(Finding("VA108", place, count=len(repaired)))
        return texts

    def _dates(self, column: Column) -> list[str | None]:
        cells = self._cells(column)
        days = [read_date(cell, self._table.grid.day_zero) for cell in cells]
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

    def _codes(self, column: Column) -> list[str | None]:
        cells = self._cells(column)
        spellings = self._types.codes[column.meaning.field]
        codes = _each_once(lambda cell: spellings.get(normalise_header(cell_name(cell))), cells)
        self.findings += [
            Finding("VA006", self._table.place(row, column), self._types.words[column.meaning.field])
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

    def _report_blank_rows(self, has_figures: NDArray[np.bool]) -> None:
        column = self._table.column("school_code")
        self.findings += [
            Finding("VA105", self._table.place(self._rows[int(position)], column))
            for position in np.flatnonzero(~has_figures)
        ]


_READERS: Mapping[type[Field], Callable[[_TableReader, Column], Sequence[str | None]]] = {
    Code: _TableReader._codes,
    Codes: _TableReader._several_codes,
    Date: _TableReader._dates,
    Time: _TableReader._times,
    Text: _TableReader._whole_texts,
    Name: _TableReader._names,
    SchoolCode: _TableReader._school_codes,
    Identifier: _TableReader._identifiers,
}
"""How a column of a kind that is kept as a text is read."""


def _unless_nothing(texts: Sequence[str]) -> list[str | None]:
    return [None if text in NOTHING else text for text in texts]


def _each_once(read: Callable[[CellValue], T], cells: Sequence[CellValue]) -> list[T]:
    """Reads cells, each value once, however many rows have it."""
    if len(_NUMBERS.intersection(map(type, cells))) > 1:
        # By type too, since True is 1.
        known_by_type = {each: read(each[1]) for each in set(zip(map(type, cells), cells, strict=True))}
        return [known_by_type[type(cell), cell] for cell in cells]
    known = {cell: read(cell) for cell in set(cells)}
    return [known[cell] for cell in cells]
