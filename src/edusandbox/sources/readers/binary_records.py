"""Looks into the records of xls and xlsb workbooks for errors shown in cells and for hidden rows.

Layouts of the records: Microsoft's open specifications [MS-XLS] and [MS-XLSB].
"""

import io
import struct
import zipfile
from collections.abc import Iterator, Mapping

import olefile

from edusandbox.sources.readers.office_parts import Parts, worksheet_parts
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails

_ERROR_NAMES: Mapping[int, str] = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}
_XLS_SHEET, _XLS_ROW, _XLS_FORMULA, _XLS_ERROR, _XLS_END, _XLS_BEGIN = (0x85, 0x208, 0x06, 0x205, 0x0A, 0x809)
_XLS_BIFF8 = 0x0600
_XLS_HIDDEN_ROW = 0x20
_XLSB_ROW, _XLSB_ERROR, _XLSB_FORMULA_ERROR = 0, 3, 11
_XLSB_HIDDEN_ROW = 0x1000
_MOST_RECORDS = 5_000_000


def xls_details(content: bytes) -> Mapping[str, SheetDetails]:
    """Finds what calamine leaves out of an xls workbook (BIFF 5 and 8).

    Args:
        content: The whole workbook.

    Returns:
        Details by sheet name.

    Raises:
        OSError: The file's outline is damaged.
        struct.error: A record is shorter than its kind.
    """
    with olefile.OleFileIO(io.BytesIO(content)) as container:
        name = next((each for each in ("Workbook", "Book") if container.exists(each)), None)
        stream = container.openstream(name).read() if name else b""
    is_biff8 = struct.unpack_from("<H", stream, 4)[0] == _XLS_BIFF8
    found = {}
    for kind, body in _xls_records(stream, 0):
        if kind == _XLS_SHEET:
            found[_xls_name(body, is_biff8=is_biff8)] = _xls_sheet(stream, struct.unpack_from("<I", body)[0])
    return found


def _xls_sheet(stream: bytes, start: int) -> SheetDetails:
    details = SheetDetails()
    for kind, body in _xls_records(stream, start):
        if kind == _XLS_ROW and struct.unpack_from("<I", body, 12)[0] & _XLS_HIDDEN_ROW:
            details.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _XLS_ERROR and body[7]:
            row, column = struct.unpack_from("<HH", body)
            details.errors[row + 1, column + 1] = _ERROR_NAMES.get(body[6], UNNAMED_ERROR)
        elif kind == _XLS_FORMULA and body[12:14] == b"\xff\xff" and body[6] == 2:
            row, column = struct.unpack_from("<HH", body)
            details.errors[row + 1, column + 1] = _ERROR_NAMES.get(body[8], UNNAMED_ERROR)
    return details


def _xls_records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream, from its BOF to its EOF."""
    place, depth = start, 0
    for _ in range(_MOST_RECORDS):
        if place + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + length]
        depth += (kind == _XLS_BEGIN) - (kind == _XLS_END)
        if depth <= 0:
            return
        place += 4 + length


def _xls_name(body: bytes, *, is_biff8: bool) -> str:
    length = body[6]
    if not is_biff8:
        return body[7 : 7 + length].decode("cp874", "replace")
    if body[7] & 1:
        return body[8 : 8 + 2 * length].decode("utf-16-le", "replace")
    return body[8 : 8 + length].decode("latin-1")


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
            details.errors[row, column] = _ERROR_NAMES.get(body[8], UNNAMED_ERROR)
    return details


def _xlsb_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    place = 0
    for _ in range(_MOST_RECORDS):
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
