"""Looks into the records of xlsb workbooks for errors shown in cells and for hidden rows.

Layouts of the records: Microsoft's open specification [MS-XLSB].
"""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping

from edusandbox.sources.readers.office_parts import Parts, worksheet_parts
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails

ERROR_NAMES: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
"""Errors that cells show, by the numbers that binary workbooks give them."""
_XLSB_ROW, _XLSB_ERROR, _XLSB_FORMULA_ERROR = 0, 3, 11
_XLSB_HIDDEN_ROW = 0x1000
MOST_RECORDS = 5_000_000
"""More records are read of no part of a workbook."""


def xlsb_details(content: bytes) -> Mapping[str, SheetDetails]:
    """Finds what calamine leaves out of an xlsb workbook.

    Args:
        content: The whole workbook.

    Returns:
        Details by sheet name.

    Raises:
        zipfile.BadZipFile: A part is damaged.
        KeyError: A part is missing.
        struct.error: A record is shorter than its kind.
    """
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = Parts(archive)
        return {name: _xlsb_sheet(parts.read(part)) for name, part in worksheet_parts(parts, _xlsb_sheets)}


def _xlsb_sheets(workbook: bytes) -> Iterator[tuple[str, str]]:
    """Name and relationship of each sheet that the workbook part lists (BrtBundleSh)."""
    for kind, body in _xlsb_records(workbook):
        if kind == _XLSB_BUNDLE_SHEET:
            key, place = _wide_text(body, 8)
            yield _wide_text(body, place)[0], key


_XLSB_BUNDLE_SHEET = 156


def _xlsb_sheet(part: bytes) -> SheetDetails:
    details = SheetDetails()
    row = 0
    for kind, body in _xlsb_records(part):
        if kind == _XLSB_ROW:
            row = struct.unpack_from("<I", body)[0] + 1
            if struct.unpack_from("<H", body, 10)[0] & _XLSB_HIDDEN_ROW:
                details.hidden_rows.add(row)
        elif kind in {_XLSB_ERROR, _XLSB_FORMULA_ERROR}:
            column = struct.unpack_from("<I", body)[0] + 1
            details.errors[row, column] = ERROR_NAMES.get(body[8], UNNAMED_ERROR)
    return details


def _xlsb_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    for _ in range(MOST_RECORDS):
        if place >= len(part):
            return
        kind, place = _variable(part, place, 2)
        length, place = _variable(part, place, 4)
        yield kind, part[place : place + length]
        place += length


def _variable(part: bytes, place: int, most: int) -> tuple[int, int]:
    """A number in groups of seven bits; returns it and the place behind it."""
    number = 0
    for position in range(most):
        byte = part[place]
        place += 1
        number |= (byte & 0x7F) << (7 * position)
        if not byte & 0x80:
            break
    return number, place


def _wide_text(body: bytes, place: int) -> tuple[str, int]:
    length = struct.unpack_from("<I", body, place)[0]
    end = place + 4 + 2 * length
    return body[place + 4 : end].decode("utf-16-le", "replace"), end
