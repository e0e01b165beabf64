"""Personal data in a sheet: found by heading and by content, and taken out before anything else is read.

A column that holds it is emptied below its heading; a single telephone number or id within other text is
masked. What is taken out is in no fact, no issue, no log and no marked workbook.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from math import isnan

from pythainlp.util import thai_digit_to_arabic_digit

from schemas.issues import Finding, Place
from schemas.personal_data import SHORTEST_WORD
from schemas.text import clean_text, normalise_header
from transforms.cells.counts import CellKind, is_unit, parse_count
from transforms.grid import CellValue, Grid, cell_name, cell_text
from transforms.privacy.personal_text import (
    GRAVE_KINDS,
    MASK,
    NAMES,
    TELEPHONES,
    masked_name,
    personal_kind,
    without_personal_data,
)
from transforms.privacy.persons_as_schools import is_person_and_no_school

_HEADING_ROWS = 60
_MIN_COLUMN_CELLS = 2
_MOST_SIGNATURE_ROWS = 4
_COLUMN_SHARE = 0.5
_SCHOOL_HEADING = re.compile("(?:ชื่อ)?(?:โรงเรียน|สถานศึกษา)|schoolname")
"""A school may bear a person's name; what is a person and no school is masked, and the column kept."""
_NUMBER_HEADING = re.compile("รหัส.*|.*(?:บาท|งบ|เงิน|มูลค่า|ราคา).*")
"""A code or a sum of money may look like a telephone number."""
_COUNTS_BELOW = 1_000_000
_FIRST_TELEPHONE = 6 * 10**8
"""A number without the nought that a spreadsheet takes off; what is larger may be an id."""
_FEWEST_HEADINGS = 3
_LONGEST_HEADING = 40
"""A shorter heading of personal data may be a part of any word."""
_FIRST_NAME, _LAST_NAMES = "ชื่อ", ("สกุล", "นามสกุล")
_NO_COUNTS = frozenset({CellKind.UNREADABLE, CellKind.FORMULA, CellKind.DATE, CellKind.SHOWN_OTHERWISE})

CountedColumns = Mapping[tuple[int, int], int]
"""Columns that hold counts whatever their heading says, by sheet number and column; the last row of the
heading of each."""


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that holds personal data; its heading where that tells so, since another may be a name."""

    kind: str
    heading_row: int
    heading: str = ""


def withhold_personal_data(
    grids: Sequence[Grid],
    headings: Mapping[str, str],
    listed: Collection[str] = frozenset(),
    counted: CountedColumns | None = None,
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Takes personal data out of a delivery's sheets.

    Args:
        grids: Sheets as read.
        headings: The kind of personal data by normalised heading.
        listed: Words of code lists, normalised: a column of ผู้อำนวยการ, ครู and ครูผู้ช่วย holds roles, although
            the first of them heads columns of names elsewhere.
        counted: Columns that a matched layout says to be of counts. Where most of their cells are, they stay
            and only what is no count is masked.

    Returns:
        The sheets without it; and PR002 for each column that was emptied, PR004 and PR005 for each sheet in
        which single values were masked.
    """
    cleaned, findings = [], []
    for grid in grids:
        sheet = _Sheet(grid, headings, listed, counted or {})
        cleaned.append(sheet.cleaned())
        findings += sheet.findings
    return tuple(cleaned), tuple(findings)


class _Sheet:
    def __init__(
        self, grid: Grid, headings: Mapping[str, str], listed: Collection[str], counted: CountedColumns
    ) -> None:
        self._grid = grid
        self._headings = headings
        self._listed = listed
        self._counted = {
            number: last_row for (sheet, number), last_row in counted.items() if sheet == grid.sheet_number
        }
        self._near_top = [_normalised(row) for row in grid.rows[:_HEADING_ROWS]]
        self._of_schools = self._headed(_SCHOOL_HEADING)
        self._of_numbers = self._headed(_NUMBER_HEADING)
        self._found = {
            place: kind for place, kind in _suspicious_cells(grid).items() if not self._is_spared(place, kind)
        }
        self._columns = {**self._told_by_content(), **self._told_by_heading()}
        self.findings: list[Finding] = []

    def cleaned(self) -> Grid:
        """The sheet without personal data."""
        strays = {place: kind for place, kind in self._found.items() if not self._is_emptied(*place)}
        sheet_name, name_kind = masked_name(self._grid.sheet_name)
        if not (strays or self._columns) and sheet_name == self._grid.sheet_name:
            return self._grid
        rows = [list(row) for row in self._grid.rows]
        for number, column in sorted(self._columns.items()):
            for cells in rows[column.heading_row :]:
                cells[number - 1] = None
            place = Place(sheet_name, column=number, header=column.heading or None)
            self.findings.append(Finding("PR002", place, {"kind": column.kind}))
        for row, number in strays:
            cell = rows[row - 1][number - 1]
            rows[row - 1][number - 1] = MASK if number in self._counted else _masked(cell)
        self._report(sheet_name, name_kind, strays)
        links = {
            place: address for place, address in self._grid.links.items() if not self._is_emptied(*place)
        }
        return replace(self._grid, sheet_name=sheet_name, rows=rows, links=links)

    def _report(self, sheet_name: str, name_kind: str | None, strays: Mapping[tuple[int, int], str]) -> None:
        """PR004 of anybody, PR005 of who signed or can be asked, PR007 of the sheet's name."""
        if name_kind is not None:
            self.findings.append(Finding("PR007", Place(sheet_name), {"kind": name_kind}))
        for rule, is_grave in (("PR004", True), ("PR005", False)):
            found = {place: kind for place, kind in strays.items() if (kind in GRAVE_KINDS) is is_grave}
            if found:
                first = min(found)
                place = Place(sheet_name, *first)
                self.findings.append(Finding(rule, place, {"kind": found[first]}, len(found)))

    def _is_emptied(self, row: int, number: int) -> bool:
        column = self._columns.get(number)
        return column is not None and row > column.heading_row

    def _headed(self, heading: re.Pattern[str]) -> frozenset[int]:
        """The columns with such a heading near the top."""
        return frozenset(
            number for texts in self._near_top for number, text in texts.items() if heading.fullmatch(text)
        )

    def _is_spared(self, place: tuple[int, int], kind: str) -> bool:
        """Whether what looks like personal data may be a school's name, a code or a sum of money."""
        row, number = place
        if kind == NAMES and number in self._of_schools:
            return not is_person_and_no_school(cell_text(self._grid.rows[row - 1][number - 1]))
        return kind == TELEPHONES and number in self._of_numbers

    def _told_by_content(self) -> dict[int, _Column]:
        """Columns at least half of whose cells, and two of them, are of one kind."""
        by_column: dict[int, list[str]] = defaultdict(list)
        for (_, number), kind in self._found.items():
            if kind == NAMES and number in self._of_schools:
                continue
            by_column[number].append(kind)
        told = {}
        for number, kinds in by_column.items():
            likeliest = max(sorted(set(kinds)), key=kinds.count)
            cells = [row[number - 1] for row in self._grid.rows]
            first = min(row for row, at in self._found if at == number)
            filled = sum(cell is not None for cell in cells[first - 1 :])
            is_signed = filled <= _MOST_SIGNATURE_ROWS and _has_counts(cells[: first - 1])
            if len(kinds) >= max(_MIN_COLUMN_CELLS, _COLUMN_SHARE * filled) and not is_signed:
                told[number] = _Column(likeliest, _heading_row(cells, first))
        return told

    def _told_by_heading(self) -> dict[int, _Column]:
        told: dict[int, _Column] = {}
        for row, texts in enumerate(self._near_top, start=1):
            cells = self._grid.rows[row - 1]
            for number, kind in sorted(_heading_kinds(cells, texts, self._headings).items()):
                if number in told or not self._holds_values(row, number):
                    continue
                if (others := self._among_counts(number)) is not None:
                    self._found.update(dict.fromkeys(((at, number) for at in others), kind))
                    continue
                signed = self._signed(row, number)
                if signed:
                    self._found.update(dict.fromkeys(((at, number) for at in signed), NAMES))
                else:
                    told[number] = _Column(kind, row, cell_name(cells[number - 1]))
        return told

    def _signed(self, row: int, number: int) -> list[int]:
        """The rows of names under ผู้รายงาน and the like, where that stands below a column of figures."""
        if not _has_counts([cells[number - 1] for cells in self._grid.rows[: row - 1]]):
            return []
        below = {at: cells[number - 1] for at, cells in enumerate(self._grid.rows[row:], start=row + 1)}
        filled = [at for at, cell in below.items() if cell is not None]
        return filled if len(filled) <= _MOST_SIGNATURE_ROWS else []

    def _among_counts(self, number: int) -> list[int] | None:
        """The rows with what is no count in a column that is said to be of counts; None if most are none."""
        if number not in self._counted:
            return None
        first = self._counted[number] + 1
        below = {at: row[number - 1] for at, row in enumerate(self._grid.rows[first - 1 :], start=first)}
        filled = [at for at, cell in below.items() if cell is not None]
        others = [at for at in filled if not _may_be_count(below[at])]
        if len(others) >= len(filled) * _COLUMN_SHARE:
            return None
        return [at for at in others if not self._is_known_word(below[at])]

    def _is_known_word(self, cell: CellValue) -> bool:
        """Whether a cell says what headings and code lists say: a printed table's next heading."""
        word = normalise_header(cell_name(cell))
        return word in self._listed or word in self._headings

    def _holds_values(self, heading_row: int, number: int) -> bool:
        """Whether a column holds more than counts and codes: ผู้อำนวยการ may head the number of directors."""
        below = (row[number - 1] for row in self._grid.rows[heading_row:])
        others = [cell for cell in below if cell is not None and not _is_count(cell)]
        codes = sum(normalise_header(cell_name(cell)) in self._listed for cell in others)
        return codes < len(others) * _COLUMN_SHARE if codes else bool(others)


def _normalised(row: Sequence[CellValue]) -> dict[int, str]:
    """A row's texts as headings, by column."""
    return {
        number: normalise_header(cell) for number, cell in enumerate(row, start=1) if isinstance(cell, str)
    }


def _heading_kinds(
    row: Sequence[CellValue], texts: Mapping[int, str], headings: Mapping[str, str]
) -> dict[int, str]:
    """The kinds of personal data that a row's cells announce, by column; `texts` are its normalised texts.

    A word of a heading counts only within a row of headings.
    """
    kinds = {at: headings[text] for at, text in texts.items() if text in headings}
    if not set(_LAST_NAMES).isdisjoint(texts.values()):
        kinds |= {at: NAMES for at, text in texts.items() if text == _FIRST_NAME}
    if len(texts) < _FEWEST_HEADINGS or _has_counts(row):
        return kinds
    words = {word: kind for word, kind in headings.items() if len(word) >= SHORTEST_WORD}
    for at, text in texts.items():
        kind = next((kind for word, kind in words.items() if word in text), None)
        if kind is not None and len(text) <= _LONGEST_HEADING:
            kinds.setdefault(at, kind)
    return kinds


def _heading_row(cells: Sequence[CellValue], first: int) -> int:
    """The row above the words that stand without a gap over a column's first personal cell."""
    top = first
    while top > 1 and isinstance(cells[top - 2], str) and not _is_count(cells[top - 2]):
        top -= 1
    return top if top < first else first - 1


def _has_counts(cells: Sequence[CellValue]) -> bool:
    return any(cell is not None and _is_count(cell) for cell in cells)


def _suspicious_cells(grid: Grid) -> dict[tuple[int, int], str]:
    """The kind of personal data by (row, column), both 1-based, of cells that hold some."""
    # Each value is looked at once, however many cells hold it.
    kinds = {value: kind for value in grid.distinct_values if (kind := _kind_of(value)) is not None}
    if not kinds:
        return {}
    return {
        (row, column): kinds[cell]
        for row, cells in enumerate(grid.rows, start=1)
        for column, cell in enumerate(cells, start=1)
        if cell in kinds
    }


def _kind_of(value: CellValue) -> str | None:
    if isinstance(value, str):
        return personal_kind(value)
    if isinstance(value, int | float) and value >= _FIRST_TELEPHONE:
        return personal_kind(cell_text(value))
    return None


def _is_count(cell: CellValue) -> bool:
    text = thai_digit_to_arabic_digit(clean_text(cell_text(cell))).replace(",", "")
    return not text.strip("-–—") or (text.isdecimal() and int(text) < _COUNTS_BELOW)


def _may_be_count(cell: CellValue) -> bool:
    """Whether a cell is read as a count, perhaps with its unit, or says that there is none."""
    value, kind = parse_count(cell)
    is_small = isnan(value) or abs(value) < _COUNTS_BELOW
    return (kind not in _NO_COUNTS and is_small) or is_unit(cell_text(cell))


def _masked(cell: CellValue) -> str:
    """A cell with what is personal in it masked; all of it where nothing in it says what is."""
    text = cell_text(cell)
    masked = without_personal_data(text)
    return MASK if masked == text else masked
