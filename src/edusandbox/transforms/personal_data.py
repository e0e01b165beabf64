"""Personal data in a sheet: found by heading and by content, and taken out before anything else is read.

A column that holds it is emptied below its heading; a single telephone number or id within other text is
masked. What is taken out is in no fact, no issue, no log and no marked workbook.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pythainlp.util import thai_digit_to_arabic_digit
from stdnum.th import pin

from edusandbox.issues import Finding, Place
from edusandbox.transforms.grid import CellValue, Grid, cell_text
from edusandbox.transforms.text import cell_name, clean_text, normalise_header

MASK = "•••"
NAMES, IDS, PUPIL_NUMBERS, TELEPHONES, ADDRESSES = (
    "names",
    "13-digit ids",
    "pupil numbers",
    "telephone numbers",
    "e-mail addresses",
)
_HEADING_ROWS = 60
_MIN_COLUMN_CELLS = 2
_MOST_SIGNATURE_ROWS = 4
_COLUMN_SHARE = 0.5
_SCHOOL_HEADINGS = ("ชื่อโรงเรียน", "โรงเรียน", "ชื่อสถานศึกษา", "สถานศึกษา", "schoolname")
"""A school may bear a person's name."""
_COUNTS_BELOW = 1_000_000
_ID_DIGITS = 13

# Rows without any of these hold nothing of the kind: nearly all of them.
_SUSPICIOUS = re.compile(
    r"\d[\d\s-]{7,}\d|@|[Gg]\d|นาย|นาง|น\.\s?ส|ด\.\s?[ชญ]|เด็ก|ว่าที่|ดร\.|\bMr|\bMs|\bMiss", re.IGNORECASE
)
_PATTERNS = (
    (IDS, re.compile(r"(?<!\d)\d(?:[\s-]?\d){12}(?!\d)")),
    (PUPIL_NUMBERS, re.compile(r"(?<![A-Za-z\d])G\d{8,13}(?!\d)", re.IGNORECASE)),
    (TELEPHONES, re.compile(r"(?<![\d.])(?:\+66[\s-]?|0)[2-9]\d?[\s-]?\d{3}[\s-]?\d{3,4}(?![\d.])")),
    (ADDRESSES, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
)
_NAME = re.compile(
    r"(?:ลงชื่อ[\s.…]*)?\(?(?:นาย|นางสาว|นาง|น\.\s?ส\.|ด\.\s?[ชญ]\.|เด็กชาย|เด็กหญิง|ว่าที่\s?(?:ร้อย|ร\.)\S*|ดร\.|(?:Mrs?|Ms|Miss)\b\.?)"
    r"\s*[ก-ฮเ-ไA-Za-z][^\s\d]+\s+[^\s\d]{2,}.*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Column:
    """A column that holds personal data; the heading's row is 0 where the content alone tells."""

    kind: str
    heading_row: int


def withhold_personal_data(
    grids: Sequence[Grid], headings: Mapping[str, str]
) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Takes personal data out of a delivery's sheets.

    Args:
        grids: Sheets as read.
        headings: The kind of personal data by normalised heading.

    Returns:
        The sheets without it; and PR002 for each column that was emptied, PR004 and PR005 for each sheet in
        which single values were masked.
    """
    cleaned, findings = [], []
    for grid in grids:
        sheet = _Sheet(grid, headings)
        cleaned.append(sheet.cleaned())
        findings += sheet.findings
    return tuple(cleaned), tuple(findings)


class _Sheet:
    def __init__(self, grid: Grid, headings: Mapping[str, str]) -> None:
        self._grid = grid
        self._found = _suspicious_cells(grid)
        self._school_columns = {
            number
            for row in grid.rows[:_HEADING_ROWS]
            for number, cell in enumerate(row, start=1)
            if isinstance(cell, str) and normalise_header(cell) in _SCHOOL_HEADINGS
        }
        self._columns = {**self._told_by_content(), **self._told_by_heading(headings)}
        self.findings: list[Finding] = []

    def cleaned(self) -> Grid:
        """The sheet without personal data."""
        strays = {
            place: kind
            for place, kind in self._found.items()
            if not self._is_emptied(*place) and not (kind == NAMES and place[1] in self._school_columns)
        }
        if not (strays or self._columns):
            return self._grid
        rows = [list(row) for row in self._grid.rows]
        for number, column in sorted(self._columns.items()):
            for cells in rows[column.heading_row :]:
                cells[number - 1] = None
            header = cell_name(rows[column.heading_row - 1][number - 1]) if column.heading_row else None
            place = Place(self._grid.sheet_name, column=number, header=header or None)
            self.findings.append(Finding("PR002", place, {"kind": column.kind}))
        for (row, number), kind in strays.items():
            cell = rows[row - 1][number - 1]
            rows[row - 1][number - 1] = MASK if kind == NAMES else _masked(cell)
        self._report(strays)
        links = {
            place: address for place, address in self._grid.links.items() if not self._is_emptied(*place)
        }
        return replace(self._grid, rows=rows, links=links)

    def _report(self, strays: Mapping[tuple[int, int], str]) -> None:
        """PR005 of those who signed or can be asked, PR004 of anybody else."""
        for rule, kinds in (("PR004", (IDS, PUPIL_NUMBERS)), ("PR005", (NAMES, TELEPHONES, ADDRESSES))):
            found = {place: kind for place, kind in strays.items() if kind in kinds}
            if found:
                first = min(found)
                place = Place(self._grid.sheet_name, *first)
                self.findings.append(Finding(rule, place, {"kind": found[first]}, len(found)))

    def _is_emptied(self, row: int, number: int) -> bool:
        column = self._columns.get(number)
        return column is not None and row > column.heading_row

    def _told_by_content(self) -> dict[int, _Column]:
        """Columns at least half of whose cells, and two of them, are of one kind."""
        by_column: dict[int, list[str]] = defaultdict(list)
        for (_, number), kind in self._found.items():
            by_column[number].append(kind)
        told = {}
        for number, kinds in by_column.items():
            likeliest = max(sorted(set(kinds)), key=kinds.count)
            first = min(row for row, at in self._found if at == number)
            filled = sum(row[number - 1] is not None for row in self._grid.rows[first - 1 :])
            if len(kinds) >= max(_MIN_COLUMN_CELLS, _COLUMN_SHARE * filled):
                told[number] = _Column(likeliest, first - 1)
        return told

    def _told_by_heading(self, headings: Mapping[str, str]) -> dict[int, _Column]:
        told: dict[int, _Column] = {}
        for row, cells in enumerate(self._grid.rows[:_HEADING_ROWS], start=1):
            for number, cell in enumerate(cells, start=1):
                kind = headings.get(normalise_header(cell)) if isinstance(cell, str) else None
                if kind is None or number in told or not self._holds_values(row, number):
                    continue
                signed = self._signed(row, number)
                if signed:
                    self._found.update(dict.fromkeys(((at, number) for at in signed), NAMES))
                else:
                    told[number] = _Column(kind, row)
        return told

    def _signed(self, row: int, number: int) -> list[int]:
        """The rows of names under ผู้รายงาน and the like, where that stands below a column of figures."""
        above = [cells[number - 1] for cells in self._grid.rows[: row - 1]]
        if not any(cell is not None and _is_count(cell) for cell in above):
            return []
        below = {at: cells[number - 1] for at, cells in enumerate(self._grid.rows[row:], start=row + 1)}
        filled = [at for at, cell in below.items() if cell is not None]
        return filled if len(filled) <= _MOST_SIGNATURE_ROWS else []

    def _holds_values(self, heading_row: int, number: int) -> bool:
        """Whether a column holds anything but counts: ผู้อำนวยการ may head the number of directors."""
        below = (row[number - 1] for row in self._grid.rows[heading_row:])
        return any(not _is_count(cell) for cell in below if cell is not None)


def _suspicious_cells(grid: Grid) -> dict[tuple[int, int], str]:
    """The kind of personal data by (row, column), both 1-based, of cells that hold some."""
    found = {}
    for row, cells in enumerate(grid.rows, start=1):
        joined = "\n".join([cell for cell in cells if isinstance(cell, str)])
        is_suspicious = _SUSPICIOUS.search(joined) is not None
        for column, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                kind = _kind(cell) if is_suspicious else None
            else:
                kind = IDS if _is_id_number(cell) else None
            if kind is not None:
                found[row, column] = kind
    return found


def _kind(text: str) -> str | None:
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    for kind, pattern in _PATTERNS:
        if any(kind != IDS or pin.is_valid(match[0]) for match in pattern.finditer(cleaned)):
            return kind
    return NAMES if _NAME.fullmatch(cleaned) else None


def _is_id_number(cell: CellValue) -> bool:
    if not isinstance(cell, int | float) or not 10 ** (_ID_DIGITS - 1) <= cell < 10**_ID_DIGITS:
        return False
    return bool(pin.is_valid(cell_text(cell)))


def _is_count(cell: CellValue) -> bool:
    text = thai_digit_to_arabic_digit(clean_text(cell_text(cell))).replace(",", "")
    return not text.strip("-–—") or (text.isdecimal() and int(text) < _COUNTS_BELOW)


def _masked(cell: CellValue) -> str:
    """A cell with what is personal in it masked."""
    text = thai_digit_to_arabic_digit(clean_text(cell_text(cell)))
    for kind, pattern in _PATTERNS:
        text = pattern.sub(_mask_valid_id if kind == IDS else MASK, text)
    return text


def _mask_valid_id(match: re.Match[str]) -> str:
    return MASK if pin.is_valid(match[0]) else match[0]
