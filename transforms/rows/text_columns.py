"""The columns of a table that hold no figures: names, texts, codes, days, times, yes or no."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray

from schemas.breakdown_items import kept_items
from schemas.field_types import FieldTypes
from schemas.fields import (
    Breakdown,
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
from schemas.issues import Finding
from schemas.periods import buddhist_date
from schemas.text import NOTHING, normalise_header
from transforms.cells.breakdown_cells import read_items
from transforms.cells.code_text import CodeKind, CodeText, read_code, read_school_code
from transforms.cells.counts import CellKind
from transforms.cells.dates import has_short_year, is_typed_day, read_date
from transforms.cells.field_cells import read_codes, read_flag, read_text, read_time
from transforms.grid import CellValue, ShownText, cell_name
from transforms.rows.links import link_parameters
from transforms.rows.table_rows import Column
from transforms.rows.tables import Table

T = TypeVar("T")
_NUMBERS = frozenset({bool, int, float})
_CODE_RULES = {CodeKind.LETTERS: "VA017", CodeKind.LOST_ZERO: "VA018", CodeKind.SHORTENED: "VA019"}
_NONE = NOTHING - {""}
"""What says that there is none, where nothing else is understood of it: a dash."""
_HIDDEN = "…"
"""What is said of a hidden value: it may be anything."""


class TextColumns:
    """Reads them, and notes what could not be read and what was repaired."""

    def __init__(self, table: Table, rows: tuple[int, ...], types: FieldTypes) -> None:
        """Takes the table, the sheet rows to read and how the form's fields are read."""
        self._table = table
        self._rows = rows
        self._types = types
        self.findings: list[Finding] = []

    def columns(self) -> Iterator[tuple[str, ExtensionArray]]:
        """Each column with its field; what is told of them is among the findings once all are read."""
        for column in self._table.columns:
            field = column.meaning.field
            declared = self._types.fields[field]
            if isinstance(declared, Figure):
                continue
            if isinstance(declared, Private):
                self.findings.append(Finding("PR001", self._table.place(None, column)))
                continue
            cells = self._table.cells(column, self._rows)
            if not column.meaning.taken_from:
                self._report_hidden(column, cells)
            if isinstance(declared, Flag):
                yield field, pd.array(self._understood(column, cells, "VA031", read_flag), dtype="boolean")
            else:
                yield field, pd.array(self._texts(column, cells, declared), dtype="str")

    def places(self) -> Iterator[tuple[str, NDArray[np.integer]]]:
        """Of each field whose values are facts its sheet column and which cells say that there is none."""
        for field in self._types.placed:
            column = self._table.column(field)
            number = 0 if column is None else column.number
            yield f"{field}_column", np.full(len(self._rows), number, dtype=np.int16)
            kinds = np.full(len(self._rows), CellKind.BLANK, dtype=np.int8)
            if column is not None and not column.meaning.taken_from:
                cells = self._table.cells(column, self._rows)
                kinds[[cell_name(cell) in _NONE for cell in cells]] = CellKind.NONE
            yield f"{field}_kind", kinds

    def _texts(self, column: Column, cells: Sequence[CellValue], declared: Field) -> Sequence[str | None]:
        meaning = column.meaning
        if meaning.taken_from:
            return link_parameters(self._table.grid, column.number, self._rows, meaning.taken_from)
        return _READERS[type(declared)](self, column, cells)

    def _names(self, _column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        return _unless_nothing(_each_once(cell_name, cells))

    def _whole_texts(self, _column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        return [read_text(cell) for cell in cells]

    def _school_codes(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        return _unless_nothing(self._bare_codes(column, cells, read_school_code))

    def _identifiers(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        return _unless_nothing(self._bare_codes(column, cells, read_code))

    def _codes(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        spellings = self._types.codes[column.meaning.field]
        # What a row is about has to be said; what it holds besides need not.
        none = NOTHING if column.meaning.field in self._types.placed else frozenset[str]()

        def read(cell: CellValue) -> tuple[str | None, bool]:
            code = spellings.get(normalise_header(cell_name(cell)))
            return code, code is not None or cell_name(cell) in none

        return self._understood(column, cells, "VA006", read)

    def _several_codes(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        spellings = self._types.codes[column.meaning.field]
        return self._understood(column, cells, "VA006", lambda cell: read_codes(cell, spellings))

    def _items(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        field = column.meaning.field
        declared, codes = self._types.fields[field], self._types.codes.get(field, {})
        if not isinstance(declared, Breakdown):
            raise TypeError(f"the field {field!r} takes no figure apart")
        words = self._types.words.get(field, {})
        read = _each_once(lambda cell: read_items(cell, declared, codes), cells)
        self.findings += [
            Finding(fault.rule, self._table.place(row, column), {**words, **fault.params})
            for row, (_, faults) in zip(self._rows, read, strict=True)
            for fault in faults
        ]
        return [kept_items(items) if items else None for items, _ in read]

    def _times(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        return self._understood(column, cells, "VA030", read_time)

    def _understood(
        self,
        column: Column,
        cells: Sequence[CellValue],
        rule: str,
        read: Callable[[CellValue], tuple[T | None, bool]],
    ) -> list[T | None]:
        """What the cells of a column hold; each that could not be read breaks the rule."""
        answers = _each_once(read, cells)
        words = self._types.words.get(column.meaning.field, {})
        self.findings += [
            Finding(rule, self._table.place(row, column), words)
            for row, (_, is_read) in zip(self._rows, answers, strict=True)
            if not is_read
        ]
        return [answer for answer, _ in answers]

    def _bare_codes(
        self, column: Column, cells: Sequence[CellValue], read: Callable[[CellValue], CodeText]
    ) -> list[str]:
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

    def _dates(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
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

    def _report_hidden(self, column: Column, cells: Sequence[CellValue]) -> None:
        """VA022 for texts, days and codes that their number format hides."""
        self.findings += [
            Finding("VA022", self._table.place(row, column), {"shown": "", "stored": _HIDDEN})
            for row, cell in zip(self._rows, cells, strict=True)
            if isinstance(cell, ShownText) and not cell.strip()
        ]


_READERS: Mapping[type[Field], Callable[[TextColumns, Column, Sequence[CellValue]], Sequence[str | None]]] = {
    Code: TextColumns._codes,
    Codes: TextColumns._several_codes,
    Breakdown: TextColumns._items,
    Date: TextColumns._dates,
    Time: TextColumns._times,
    Text: TextColumns._whole_texts,
    Name: TextColumns._names,
    SchoolCode: TextColumns._school_codes,
    Identifier: TextColumns._identifiers,
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
