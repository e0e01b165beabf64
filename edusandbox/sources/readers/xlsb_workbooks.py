"""Looks into the records of an xlsb workbook for what calamine leaves out.

Layouts of the records: Microsoft's open specification [MS-XLSB].
"""

import io
import struct
import zipfile
from collections.abc import Mapping
from contextlib import suppress
from enum import IntEnum
from itertools import chain

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.binary_records import ERROR_NAMES, wide_text, xlsb_records
from edusandbox.sources.readers.office_parts import Parts, worksheet_parts
from edusandbox.sources.readers.page_headers import header_lines
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails
from edusandbox.sources.readers.shown_cells import PLAIN_STYLE, CellPlace, ShownCells, is_figure
from edusandbox.sources.readers.xlsb_book import XlsbBook, sheet_list
from edusandbox.sources.readers.xlsb_formulas import formula_text
from transforms.grid import MergedRange

_HIDDEN_ROW, _HIDDEN_COLUMN = 0x1000, 0x01
_MOST_COLUMNS = 16_384
_PRINTED_TEXTS = 6
_STYLE_MASK = 0xFFFFFF
_VALUE = 8
"""Where the value of a cell stands, behind its column and its style."""


class Kind(IntEnum):
    """Kinds of records (Brt...) of a sheet."""

    ROW = 0
    SMALL_NUMBER = 2
    ERROR = 3
    NUMBER = 5
    TEXT = 6
    SHARED_TEXT = 7
    TEXT_OF_FORMULA = 8
    NUMBER_OF_FORMULA = 9
    ERROR_OF_FORMULA = 11
    COLUMNS = 60
    RICH_TEXT = 62
    MERGED = 176
    PRINTED = 479


_CELLS = frozenset(range(Kind.SMALL_NUMBER, Kind.ERROR_OF_FORMULA + 1)) | {Kind.RICH_TEXT}


def xlsb_details(content: bytes, limits: Limits) -> Mapping[str, SheetDetails]:
    """Finds what calamine leaves out of an xlsb workbook.

    Args:
        content: The whole workbook.
        limits: The bounds of reading.

    Returns:
        Details by sheet name.

    Raises:
        UnreadableDeliveryError: `FI006` if a sheet's filled cells reach too far.
        zipfile.BadZipFile: A part is damaged.
        KeyError: A part is missing.
        struct.error: A record is shorter than its kind.
    """
    found = {}
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = Parts(archive)
        book = XlsbBook(parts)
        for name, part in worksheet_parts(parts, sheet_list):
            scan = _SheetScan(book)
            for kind, body in xlsb_records(parts.read(part)):
                scan.add(kind, body)
            limits.refuse_oversize_sheet(name, scan.row_count, scan.column_count)
            found[name] = scan.details
    return found


class _SheetScan:
    """One sheet while its records pass by."""

    def __init__(self, book: XlsbBook) -> None:
        self.row_count = 0
        self.column_count = 0
        self._row = 0
        self._book = book
        self._cells = ShownCells(book.book)
        self.details = self._cells.details

    def add(self, kind: int, body: bytes) -> None:
        if kind in _CELLS:
            self._add_cell(kind, body)
        elif kind == Kind.ROW:
            self._row = struct.unpack_from("<I", body)[0] + 1
            if struct.unpack_from("<H", body, 10)[0] & _HIDDEN_ROW:
                self.details.hidden_rows.add(self._row)
        elif kind == Kind.COLUMNS:
            first, last, flags = struct.unpack_from("<II8xH", body)
            if flags & _HIDDEN_COLUMN:
                self.details.hidden_columns |= set(range(first + 1, min(last + 1, _MOST_COLUMNS) + 1))
        elif kind == Kind.MERGED:
            first_row, last_row, first_column, last_column = (
                number + 1 for number in struct.unpack_from("<4I", body)
            )
            self.details.merged.append(MergedRange(first_row, first_column, last_row, last_column))
        elif kind == Kind.PRINTED:
            self._add_printed(body)

    def _add_cell(self, kind: int, body: bytes) -> None:
        column, style_number = struct.unpack_from("<II", body)
        self.row_count = self._row
        self.column_count = max(self.column_count, column + 1)
        place = (self._row, column + 1)
        style = self._cells.style(style_number & _STYLE_MASK)
        if kind in {Kind.ERROR, Kind.ERROR_OF_FORMULA} and not style.font.is_struck:
            self.details.errors[place] = ERROR_NAMES.get(body[_VALUE], UNNAMED_ERROR)
        elif kind in {Kind.NUMBER_OF_FORMULA, Kind.TEXT_OF_FORMULA} and self._is_untrusted(kind, body, place):
            return
        elif kind == Kind.SHARED_TEXT:
            runs = self._book.book.strings.get(struct.unpack_from("<I", body, _VALUE)[0])
            if runs is not None:
                self._cells.add_runs(runs, style, place)
        elif kind == Kind.RICH_TEXT:
            self._cells.add_runs(self._book.rich_text(body, _VALUE), style, place)
        elif style is not PLAIN_STYLE:
            self._add_styled(kind, body, place)

    def _add_styled(self, kind: int, body: bytes, place: CellPlace) -> None:
        style = self._cells.style(struct.unpack_from("<I", body, 4)[0] & _STYLE_MASK)
        if kind in {Kind.NUMBER, Kind.NUMBER_OF_FORMULA}:
            self._cells.add_number(struct.unpack_from("<d", body, _VALUE)[0], style, place)
        elif kind == Kind.SMALL_NUMBER:
            self._cells.add_number(_small_number(struct.unpack_from("<I", body, _VALUE)[0]), style, place)
        elif kind in {Kind.TEXT, Kind.TEXT_OF_FORMULA}:
            self._cells.add_runs([(wide_text(body, _VALUE)[0], None)], style, place)
        elif style.font.is_struck:
            self._cells.add_runs([("#", None)], style, place)

    def _is_untrusted(self, kind: int, body: bytes, place: CellPlace) -> bool:
        """Whether what is stored of a formula is no result; then what it says stands there."""
        if kind == Kind.NUMBER_OF_FORMULA:
            value = struct.unpack_from("<d", body, _VALUE)[0]
            formula = formula_text(body, _VALUE + 8, self._book)
            is_number = True
        else:
            text, end = wide_text(body, _VALUE)
            value, formula, is_number = None, formula_text(body, end, self._book), is_figure(text)
        if not self._book.book.is_uncalculated:
            self._cells.add_result(formula, value, place)
            return False
        if is_number:
            self.details.formulas[place] = formula
        return is_number

    def _add_printed(self, body: bytes) -> None:
        texts, place = [], 2
        with suppress(struct.error):
            for _ in range(_PRINTED_TEXTS):
                text, place = wide_text(body, place)
                texts.append(header_lines(text))
        # Header and footer of all pages, of even ones and of the first follow each other.
        self.details.text_above = tuple(dict.fromkeys(chain.from_iterable(texts[::2])))
        self.details.text_below = tuple(dict.fromkeys(chain.from_iterable(texts[1::2])))


def _small_number(raw: int) -> float:
    """A number in four bytes: whole, or the upper half of a float; perhaps a hundredth of it is meant."""
    if raw & 0x02:
        value = float(struct.unpack("<i", struct.pack("<I", raw))[0] >> 2)
    else:
        value = float(struct.unpack("<d", struct.pack("<II", 0, raw & 0xFFFFFFFC))[0])
    return value / 100 if raw & 0x01 else value
