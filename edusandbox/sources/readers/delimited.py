"""Reads text with commas, semicolons, tabs or bars between the cells."""

import csv
from collections import Counter
from io import StringIO
from itertools import islice

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.edges import filled_extent, trim
from schemas.issues import Finding, Place
from transforms.grid import CellValue, Grid

SHEET_NAME = "ตาราง 1"
"""What the one table of a text file is called: the file itself names none."""

_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROW_COUNT = 500
# Written after the text: a quotation mark that nobody closed swallows it with everything before it.
_END = "\ue000end\ue000"


def read_delimited(text: str, limits: Limits) -> tuple[Grid, ...]:
    """Reads a csv file's text.

    Cells stay text as typed. A blank line keeps its row and a line break within quotation marks does not
    begin one, so that rows have the numbers that Excel shows.

    Args:
        text: The whole file, decoded.
        limits: The bounds of reading.

    Returns:
        One grid; none where no cell holds anything.

    Raises:
        UnreadableDeliveryError: `FI006` if the table is too large, `FI016` if a quotation mark is never
            closed.
    """
    delimiter, body = _declared_delimiter(text)
    rows = _parse(body, delimiter or _likeliest_delimiter(body), limits)
    row_count, column_count = filled_extent(rows)
    if row_count == 0:
        return ()
    limits.refuse_oversize_sheet(SHEET_NAME, row_count, column_count)
    widths = tuple(map(len, rows[:row_count]))
    return (Grid(sheet_name=SHEET_NAME, sheet_number=1, rows=trim(rows), written_widths=widths),)


def _declared_delimiter(text: str) -> tuple[str | None, str]:
    """Takes off a first line `sep=;`, which tells Excel the delimiter and is not shown as a row."""
    first, _, rest = text.partition("\n")
    declaration = first.rstrip("\r").strip('"')
    if declaration.lower().startswith("sep=") and declaration[4:] in _DELIMITERS:
        return declaration[4:], rest
    return None, text


def _likeliest_delimiter(text: str) -> str:
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter))


def _regularity(text: str, delimiter: str) -> tuple[int, int]:
    """Counts rows that a delimiter cuts into one same number of cells, and that number."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = Counter(len(row) for row in islice(reader, _SAMPLE_ROW_COUNT))
    except csv.Error:
        return 0, 0
    several = [(count, width) for width, count in widths.items() if width > 1]
    return max(several, default=(0, 0))


def _parse(text: str, delimiter: str, limits: Limits) -> list[list[CellValue]]:
    ended = f"{text}\n{_END}"
    rows: list[list[CellValue]] = []
    # Strict: a quotation mark that is never closed ends where the next quoted cell begins, in mid-text.
    reader = csv.reader(StringIO(ended, newline=""), delimiter=delimiter, strict=True)
    try:
        cell_count = 0
        for row in reader:
            if any(_swallows_rows(cell, len(row), delimiter) for cell in row):
                raise _unclosed_quotation(len(rows) + 1)
            rows.append([cell or None for cell in row])
            cell_count += len(row)
            if cell_count > limits.cells:
                limits.refuse_oversize_sheet(SHEET_NAME, len(rows), -(-cell_count // len(rows)))
    except csv.Error as error:
        # A cell of more than 131,072 characters: the csv module stops where a quotation mark ran away.
        number = len(rows) + 1
        raise (_unclosed_quotation(number) if '"' in text else _endless_cell(number, limits)) from error
    if rows.pop() != [_END]:
        raise _unclosed_quotation(len(rows) + 1)
    return rows


def _swallows_rows(cell: str, width: int, delimiter: str) -> bool:
    """Whether a cell holds a line break and beyond it as many delimiters as a row has."""
    return "\n" in cell and width > 1 and cell.count(delimiter) >= width - 1


def _unclosed_quotation(row: int) -> UnreadableDeliveryError:
    return UnreadableDeliveryError(Finding("FI016", Place(sheet=SHEET_NAME, row=row), {"row": row}))


def _endless_cell(row: int, limits: Limits) -> UnreadableDeliveryError:
    params = {"length": f"> {csv.field_size_limit():,}", "limit": f"{limits.cell_characters:,}"}
    return UnreadableDeliveryError(Finding("FI015", Place(sheet=SHEET_NAME, row=row), params))
