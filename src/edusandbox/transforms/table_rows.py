"""What a row of a table is: data, a total, a benchmark, a part of the heading or a note."""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from edusandbox.transforms.code_text import read_school_code
from edusandbox.transforms.counts import CellKind, is_unit, parse_count
from edusandbox.transforms.grid import CellValue, cell_text
from edusandbox.transforms.layouts import IGNORED_FIELD, ColumnMeaning
from edusandbox.transforms.recognise import Match
from edusandbox.transforms.text import REMEMBERED_TEXTS, cell_name, normalise_header

_BENCHMARK_CODE = re.compile(r"\d{4}0000")
"""An area's own eight digits (mean or total of the area), or eight zeros (the country)."""
_WHOSE = ("school_code", "agency_code", "ministry_code", "obec_code")
"""Codes that say whose a row is; another one (a grade) says what it is about."""
_MIN_DATA_CELLS = 2
"""A row with fewer cells is a note under or between the data."""
_TOTAL = re.compile(
    r"(?:ยอด|ผล)?รวม(?:(?:ทั้ง|ทุก|อำเภอ|ตำบล|เขต|ระดับ|[\s\d(]).*)?|ทั้ง(?:หมด|สิ้น)|(?:grand )?total",
    re.IGNORECASE,
)
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


class RowSorter:
    """Tells what a row is from its code, its texts and whether it holds figures."""

    def __init__(self, match: Match, columns: tuple[Column, ...], agency_codes: Collection[str]) -> None:
        """Looks up where a row says what it is.

        Args:
            match: The table's layout and heading.
            columns: The columns that the layout reads.
            agency_codes: Codes of agencies, which are not codes of schools.
        """
        by_field = {each.meaning.field: each.number - 1 for each in columns if not each.meaning.taken_from}
        self._agency_codes = agency_codes
        self._code = by_field.get("school_code")
        self._columns = slice(match.columns.start - 1, match.columns.stop - 1)
        self._texts = [
            number - 1
            for number, header in match.known.items()
            if match.layout.meanings[header][0].field in {IGNORED_FIELD, "school_name", "agency_name"}
        ]
        self._label = next(
            (at for name, at in by_field.items() if name.endswith("_code") and name not in _WHOSE), None
        )
        if self._code is not None:
            self._texts.append(self._code)  # a totals row may say รวม in the code's column
        self._key = self._label if self._code is None else self._code
        self._figures = [
            each.number - 1
            for each in columns
            if each.meaning.code is not None or each.meaning.field.endswith(("_count", "_total"))
        ]
        self._named = sorted(number - 1 for number in match.known)
        self._header = [normalise_header(text) for text in match.header.texts]

    def is_heading(self, row: Sequence[CellValue]) -> bool:
        """Whether the cell of the code says what the column's heading says."""
        if self._key is None or not isinstance(said := row[self._key], str):
            return False
        return normalise_header(said) == self._header[self._key]

    def has_key(self, row: Sequence[CellValue]) -> bool:
        """Whether a row says in a column of codes whose or what it is about."""
        keys = [position for position in (self._code, self._label) if position is not None]
        return any(row[position] is not None for position in keys)

    def belongs_to_heading(self, row: Sequence[CellValue]) -> bool:
        """Whether a row under the heading only says units, (คน), or numbers the columns, (1) (2) (3)."""
        named = {at: cell_text(row[at]).strip(" ()") for at in self._named if row[at] is not None}
        if all(map(is_unit, named.values())):
            return True
        offsets = {int(text) - at for at, text in named.items() if text.isdecimal()}
        is_counting_up = len(offsets) == 1 and all(map(str.isdecimal, named.values()))
        return is_counting_up and len(named) > _MIN_DATA_CELLS and int(named[min(named)]) <= len(self._named)

    def is_words(self, row: Sequence[CellValue]) -> bool:
        """Whether a row of the table holds words and not one digit or mark that stands for a figure."""
        named = [row[at] for at in self._named if row[at] is not None]
        return all(_is_words(cell) and not any(map(str.isdigit, str(cell))) for cell in named)

    def kind(self, row: Sequence[CellValue]) -> str:
        """One of `data`, `total`, `benchmark`, `unlabelled`, `other` (blank, note)."""
        code = "" if self._code is None else read_school_code(row[self._code]).text
        for position in self._texts:
            if _says_total(row[position]):
                return "total"
        if not code and self._code is not None and self._label is not None and _says_total(row[self._label]):
            return "total"
        if code in self._agency_codes or _BENCHMARK_CODE.fullmatch(code):
            return "benchmark"
        if code.isdecimal():
            return "data"
        filled = [cell for cell in row[self._columns] if cell is not None]
        is_note = len(filled) < _MIN_DATA_CELLS and all(_is_words(cell) for cell in filled)
        if is_note or (self._figures and all(row[position] is None for position in self._figures)):
            return "other"
        said = self._texts if self._label is None else [*self._texts, self._label]
        return "data" if any(cell_name(row[position]) for position in said) else "unlabelled"


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _says_total(cell: CellValue) -> bool:
    return isinstance(cell, str) and _TOTAL.fullmatch(cell_name(cell)) is not None


def _is_words(cell: CellValue) -> bool:
    return isinstance(cell, str) and parse_count(cell)[1] is CellKind.UNREADABLE
