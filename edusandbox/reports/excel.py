"""Excel's limits, kept so that no delivery, however odd, makes a workbook that Excel refuses."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from math import ceil

from rich.cells import cell_len
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

MAX_ROWS = 1_048_576
MAX_COLUMNS = 16_384
MAX_CELL_CHARACTERS = 32_767
MAX_LINKS = 65_530
MAX_SHEET_NAME_CHARACTERS = 31

_LINE_POINTS = 15
_MAX_ROW_POINTS = 409
_FILLED_SHARE = 0.9
"""Lines break between words, so that they are seldom full."""

_FORBIDDEN_IN_SHEET_NAME = re.compile(r"[\[\]:*?/\\\x00-\x1f\x7f]")
_NOT_XML = re.compile(r"[\ud800-\udfff\ufffe\uffff]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_CUT = " … (ยาวเกิน ตัดไว้เท่านี้)"
# Excel keeps this name, in any case, for its own log of changes.
_RESERVED_SHEET_NAMES = ("history",)


def sheet_names(wanted: Sequence[str], taken: Iterable[str] = ()) -> list[str]:
    """Makes sheet names that Excel takes from names of any kind.

    Args:
        wanted: The names, in order of the sheets.
        taken: Names that other sheets have already.

    Returns:
        For each wanted name the same name where Excel allows it; otherwise one without forbidden
        characters, cut to 31, and numbered (`สรุป (2)`) where another sheet has it, whatever its case.
    """
    used = {_folded(name) for name in (*taken, *_RESERVED_SHEET_NAMES)}
    names = []
    for name in wanted:
        base = _FORBIDDEN_IN_SHEET_NAME.sub("_", _NOT_XML.sub("_", name)).strip("' ") or "Sheet"
        free = _free_sheet_name(base, used)
        used.add(_folded(free))
        names.append(free)
    return names


def _free_sheet_name(base: str, used: set[str]) -> str:
    number, suffix = 1, ""
    while True:
        room = MAX_SHEET_NAME_CHARACTERS - len(suffix)
        # An apostrophe may not stand last, and the cut may have bared one.
        name = _cut_utf16(base, room).rstrip("' ") + suffix
        if name and _folded(name) not in used:
            return name
        number += 1
        suffix = f" ({number})"


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", name.lower()).lower()


def _utf16_length(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _cut_utf16(text: str, room: int) -> str:
    text = text[:room]
    while _utf16_length(text) > room:
        text = text[:-1]
    return text


def cell_content(text: str) -> str:
    """The text as a cell can hold it: the same, unless XML has no such character or it is too long."""
    if not text.isascii():
        text = _NOT_XML.sub("\ufffd", text)
    # Excel counts UTF-16 units, at most two a character: most texts need no count.
    if len(text) <= MAX_CELL_CHARACTERS // 2 or _utf16_length(text) <= MAX_CELL_CHARACTERS:
        return text
    return _cut_utf16(text, MAX_CELL_CHARACTERS - len(_CUT)) + _CUT


def comment_content(text: str) -> str:
    """The text as a comment can hold it; a comment, unlike a cell, has no way to write control characters."""
    return cell_content(_CONTROL.sub("\ufffd", text))


def write_text(worksheet: Worksheet, row: int, column: int, text: str, cell_format: Format) -> None:
    """Writes text that stays text: never a formula, a number or a link.

    Args:
        worksheet: Where.
        row: 0-based row.
        column: 0-based column.
        text: Any text.
        cell_format: The cell's looks.
    """
    text = cell_content(text)
    if text.startswith("<r>") and text.endswith("</r>"):
        # xlsxwriter takes such text for its own rich-text XML and would write it without escaping.
        worksheet.write_rich_string(row, column, "<", cell_format, text[1:], cell_format)
        return
    worksheet.write_string(row, column, text, cell_format)


def internal_link(sheet_name: str, cell: str) -> str:
    """Address of a cell of this workbook, as `Worksheet.write_url` takes it."""
    quoted = sheet_name.replace("'", "''")
    return f"internal:'{quoted}'!{cell}"


def display_width(text: str) -> int:
    """Width of the widest line in characters; Thai vowels and tone marks above or below take no room."""
    return max((cell_len(line) for line in text.splitlines()), default=0)


def fit_height(worksheet: Worksheet, row: int, cells: Iterable[tuple[str, float]]) -> None:
    """Makes a row as high as its wrapped texts need: Excel does so by itself, LibreOffice does not.

    Args:
        worksheet: Where.
        row: 0-based row, before anything is written to it.
        cells: Texts that wrap, each with the width of its column in characters.
    """
    lines = max((_line_count(text, width) for text, width in cells), default=1)
    if lines > 1:
        worksheet.set_row(row, min(lines * _LINE_POINTS, _MAX_ROW_POINTS))


def _line_count(text: str, width: float) -> int:
    if len(text) <= width * _FILLED_SHARE and "\n" not in text:
        return 1
    return sum(max(1, ceil(cell_len(line) / (width * _FILLED_SHARE))) for line in text.splitlines())
