"""What records of an xls sheet say beside its values: hidden columns, merged blocks, headers, formulas."""

import struct

from edusandbox.sources.readers.page_headers import header_lines
from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.sources.readers.xls_formulas import formula_text
from edusandbox.sources.readers.xls_head import XlsHead
from transforms.grid import MergedRange

_HEADER, _FOOTER, _COLUMNS, _MERGED = 0x14, 0x15, 0x7D, 0xE5
ARRANGEMENT = frozenset({_HEADER, _FOOTER, _COLUMNS, _MERGED})
"""Kinds of the records that `add_arrangement` takes."""
_HIDDEN = 0x01
_LAST_COLUMN = 255
_SHORTEST_TEXT = 3
_NO_NUMBER, _EMPTY_TEXT = b"\xff\xff", 3


def add_arrangement(details: SheetDetails, kind: int, body: bytes, *, is_biff8: bool) -> None:
    """Takes a record on columns, merged blocks or the printed page.

    Raises:
        struct.error: It is shorter than its kind.
    """
    if kind == _HEADER:
        details.text_above = header_lines(_text(body, is_biff8=is_biff8))
    elif kind == _FOOTER:
        details.text_below = header_lines(_text(body, is_biff8=is_biff8))
    elif kind == _COLUMNS:
        first, last, _, _, attributes = struct.unpack_from("<5H", body)
        if attributes & _HIDDEN:
            details.hidden_columns |= set(range(first + 1, min(last, _LAST_COLUMN) + 2))
    else:
        for place in range(2, 2 + 8 * struct.unpack_from("<H", body)[0], 8):
            first_row, last_row, first, last = struct.unpack_from("<4H", body, place)
            details.merged.append(MergedRange(first_row + 1, first + 1, last_row + 1, last + 1))


def _text(body: bytes, *, is_biff8: bool) -> str:
    if not is_biff8:
        return body[1 : 1 + sum(body[:1])].decode("cp874", "replace")
    if len(body) < _SHORTEST_TEXT:
        return ""
    length, attributes = struct.unpack_from("<HB", body)
    return body[3:].decode("utf-16-le" if attributes & 1 else "latin-1", "replace")[:length]


def add_formula(details: SheetDetails, body: bytes, head: XlsHead) -> None:
    """Takes a formula that shows no error.

    A formula that can only give a number and holds an empty text was never calculated: some programs write
    formulas so.

    Raises:
        struct.error: It is shorter than its kind.
    """
    row, column = struct.unpack_from("<HH", body)
    place = row + 1, column + 1
    if body[12:14] == _NO_NUMBER:
        text = formula_text(body, head) if body[6] == _EMPTY_TEXT else None
        if text is not None:
            details.formulas[place] = text
        elif body[6] != _EMPTY_TEXT:
            details.has_text_results = True
    elif struct.unpack_from("<d", body, 6)[0]:
        details.has_results = True
    else:
        details.zero_formulas[place] = formula_text(body, head) or "="
