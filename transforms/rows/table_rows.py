"""What a row of a table is: data, a total, a benchmark, a part of the heading or a note."""

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from schemas.codes import spellings
from schemas.fields import Name
from schemas.layouts.columns import IGNORED_FIELD, ColumnMeaning
from schemas.text import normalise_header
from transforms.cells.code_text import read_school_code
from transforms.cells.counts import CellKind, is_figure, is_unit, parse_count
from transforms.grid import CellValue, cell_name, cell_text
from transforms.headings.recognise import Match
from transforms.rows.titles import states_day_of_figures

_AREA_CODE_LENGTH = 8
_MIN_DATA_CELLS = 2
"""A row with fewer cells is a note under or between the data."""
_TOTAL = re.compile(
    r"(?:ยอด|ผล)?รวม(?:(?:ทั้ง|ทุก|อำเภอ|ตำบล|เขต|จังหวัด|ระดับ|กลุ่ม|เครือข่าย|หน้า|ยอด|จำนวน|นักเรียน|[\s\d(:]).*)?"
    r"|ทั้ง(?:หมด|สิ้น)|(?:grand )?total",
    re.IGNORECASE,
)
"""A school may be called รวมไทยพัฒนา, so that the first letters do not decide."""
_CARRIED = re.compile(r"\(?(?:ยอด|รวม){0,2}ยก(?:ยอด|รวม){0,2}(?:ไป|มา)(?:(?:จาก|หน้า|ยัง|[\s\d():]).*)?")
"""What a printed list says where a page ends and where the next one begins: ยอดยกไป, ยอดยกมา."""
_OF_EVERYTHING = re.compile(r"รวม$|ทั้ง(?:หมด|สิ้น)|ทุก|เขต|จังหวัด|total", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table.

    Attributes:
        number: Sheet column, 1-based.
        header: Heading as the sender wrote it.
        meaning: What it holds.
        sections: Columns of the class sections of its grade. Where it is the first of these itself, they are
            added up; otherwise it is the grade's own column and they prove it.
    """

    number: int
    header: str
    meaning: ColumnMeaning
    sections: tuple["Column", ...] = ()

    @property
    def read_columns(self) -> tuple["Column", ...]:
        """The columns of the sheet whose cells make up its figures."""
        return self.sections if self.is_sum else (self,)

    @property
    def is_sum(self) -> bool:
        """Whether its figures are those of several columns, added up."""
        return any(section.number == self.number for section in self.sections)

    @property
    def holds_figures(self) -> bool:
        """Whether it is a column of figures."""
        return self.meaning.is_figure


class RowKind(StrEnum):
    """What a row under a heading is."""

    DATA = "data"
    TOTAL = "total"
    BENCHMARK = "benchmark"
    """Figures of an area or of the country."""
    UNLABELLED = "unlabelled"
    """Figures that do not say whose they are."""
    OTHER = "other"
    """Blank, or a note."""


class RowClassifier:
    """Tells what a row is from its code, its texts and whether it holds figures."""

    def __init__(
        self,
        match: Match,
        columns: tuple[Column, ...],
        agency_codes: Collection[str],
        rows: Sequence[Sequence[CellValue]],
    ) -> None:
        """Looks up where a row says what it is, and which cells say so.

        Args:
            match: The table's layout and heading.
            columns: The columns that the layout reads.
            agency_codes: Codes of agencies, which are not codes of schools.
            rows: The rows under the heading: each text of a column is looked at once, not once a row.
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
        self._agency = by_field.get("agency_code") if self._code is None else None
        """Of a form about agencies their codes say whose a row is, as those of schools do elsewhere."""
        if self._agency is not None:
            self._texts.append(self._agency)
        keys = [each for each in columns if each.meaning.tells_rows_apart]
        self._label = keys[0].number - 1 if keys else None
        self._named_once: frozenset[CellValue] = frozenset()
        if self._code is None and len(keys) == 1 and keys[0].meaning.code_list:
            self._named_once = _named_once(keys[0], rows)
        if self._code is None and keys and not keys[0].meaning.code_list:
            # A totals row may say รวม instead of a code of no list, or in the name beside it.
            names = [each.number - 1 for each in columns if isinstance(each.meaning.declared, Name)]
            self._texts += [keys[0].number - 1, *names]
        if self._code is not None:
            self._texts.append(self._code)  # a totals row may say รวม in the code's column
        self._key = self._label if self._code is None else self._code
        self._said = self._texts if self._label is None else [*self._texts, self._label]
        # Without a code a row may say in any column what it is, also in one that the layout does not know.
        self._may_say = [*self._said, *(number - 1 for number in match.unknown)]
        self._figures = [
            part.number - 1
            for column in columns
            if column.holds_figures
            for part in (column, *column.sections)
        ]
        self._named = sorted(number - 1 for number in match.known)
        self._totals = {text for at in self._may_say for text in _texts_at(at, rows) if says_total(text)}

    @property
    def key(self) -> int | None:
        """Position of the column that says whose or what a row is, from 0; None where there is none."""
        return self._key

    def has_key(self, row: Sequence[CellValue]) -> bool:
        """Whether a row says in a column of codes whose or what it is about."""
        keys = [position for position in (self._code, self._agency, self._label) if position is not None]
        return any(row[position] is not None for position in keys)

    def has_figures(self, row: Sequence[CellValue]) -> bool:
        """Whether a row holds a figure where the table's figures stand, or a school's code."""
        code = "" if self._code is None else read_school_code(row[self._code]).text
        return code.isdecimal() or any(map(is_figure, (row[position] for position in self._figures)))

    def belongs_to_heading(self, row: Sequence[CellValue]) -> bool:
        """Whether a row under the heading only says units, (คน), or numbers the columns, (1) (2) (3)."""
        named = {at: cell_text(row[at]).strip(" ()") for at in self._named if row[at] is not None}
        if all(map(is_unit, named.values())):
            return True
        offsets = {int(text) - at for at, text in named.items() if text.isdecimal()}
        is_counting_up = len(offsets) == 1 and all(map(str.isdecimal, named.values()))
        return is_counting_up and len(named) > _MIN_DATA_CELLS and int(named[min(named)]) <= len(self._named)

    def is_words(self, row: Sequence[CellValue]) -> bool:
        """Whether a row of the table holds words and not one digit or mark that stands for a figure.

        One that alone names a code of a list is about that code, whatever else is typed in it. Where more
        than a code tells rows apart, or another row has the code, it may be a signature.
        """
        if self._label is not None and row[self._label] in self._named_once:
            return False
        named = [row[at] for at in self._named if row[at] is not None]
        return all(_is_words(cell) and not any(map(str.isdigit, str(cell))) for cell in named)

    def kind(self, row: Sequence[CellValue]) -> RowKind:
        """What a row is."""
        code = "" if self._code is None else read_school_code(row[self._code]).text
        if self._totals:
            may_say = self._texts if code or self._code is None else self._may_say
            if any(row[position] in self._totals for position in may_say):
                return RowKind.TOTAL
        if code in self._agency_codes or _is_of_area(code):
            return RowKind.BENCHMARK
        if code.isdecimal():
            return RowKind.DATA
        filled = [cell for cell in row[self._columns] if cell is not None]
        if _is_note(filled) or (self._figures and all(row[position] is None for position in self._figures)):
            return RowKind.OTHER
        return (
            RowKind.DATA if any(cell_name(row[position]) for position in self._said) else RowKind.UNLABELLED
        )


def _named_once(column: Column, rows: Sequence[Sequence[CellValue]]) -> frozenset[CellValue]:
    """The texts in a column of codes that name a code of its list in one row alone."""
    counts = Counter(row[column.number - 1] for row in rows)
    texts = {cell for cell, count in counts.items() if isinstance(cell, str) and count == 1}
    known = set(map(normalise_header, spellings(column.meaning.code_list)))
    return frozenset(text for text in texts if normalise_header(cell_name(text)) in known)


def _texts_at(position: int, rows: Sequence[Sequence[CellValue]]) -> set[str]:
    """The texts in a column, each once."""
    return {cell for cell in {row[position] for row in rows} if isinstance(cell, str)}


def says_total(text: str) -> bool:
    """Whether a text calls its row one of totals."""
    name = cell_name(text)
    return _TOTAL.fullmatch(name) is not None or _CARRIED.fullmatch(name) is not None


def is_carried(row: Sequence[CellValue]) -> bool:
    """Whether a row carries the total of a page to the next one: ยอดยกไป, ยอดยกมา."""
    return any(isinstance(cell, str) and _CARRIED.fullmatch(cell_name(cell)) for cell in row)


def sums_up_everything(row: Sequence[CellValue]) -> bool:
    """Whether a totals row is one of the whole table by its name, or has none that says otherwise."""
    names = [cell_name(cell) for cell in row if isinstance(cell, str) and _is_words(cell)]
    return not names or any(_OF_EVERYTHING.search(name) for name in names)


def _is_note(filled: Sequence[CellValue]) -> bool:
    """Whether what stands in a row is one text, perhaps in each column of it, or the day of the figures."""
    is_one_text = len(filled) < _MIN_DATA_CELLS or filled.count(filled[0]) == len(filled)
    if is_one_text and all(_is_words(cell) for cell in filled):
        return True
    texts = [cell for cell in filled if isinstance(cell, str)]
    return any("ณ" in text or "วันที่" in text for text in texts) and states_day_of_figures(filled)


def _is_of_area(code: str) -> bool:
    """Whether a code is an area's own (mean or total of the area), or eight zeros, which is the country.

    The ministry's ten digits of an area are 10 and its eight.
    """
    area = code.removeprefix("10") if len(code) == _AREA_CODE_LENGTH + len("10") else code
    return area.endswith("0000") and len(area) == _AREA_CODE_LENGTH and code.isdecimal()


def _is_words(cell: CellValue) -> bool:
    return isinstance(cell, str) and parse_count(cell)[1] is CellKind.UNREADABLE
