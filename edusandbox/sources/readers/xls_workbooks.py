"""Looks into the records of an xls workbook (BIFF 5 and 8) for what calamine leaves out.

Layouts of the records: Microsoft's open specification [MS-XLS].
"""

import io
import struct
from collections.abc import Iterator, Mapping

import olefile

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.readers.binary_records import ERROR_NAMES, MOST_RECORDS
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails
from edusandbox.sources.readers.xls_arrangement import ARRANGEMENT, add_arrangement, add_formula
from edusandbox.sources.readers.xls_formats import add_xls_formats
from edusandbox.sources.readers.xls_head import XlsHead
from schemas.issues import Finding

_ROW, _FORMULA, _ERROR, _END, _BEGIN = (0x208, 0x06, 0x205, 0x0A, 0x809)
_TELLING = frozenset({_ROW, _FORMULA, _ERROR}) | ARRANGEMENT
_BIFF8 = 0x0600
_HIDDEN_ROW = 0x20
_FAILED, _NO_NUMBER = 2, b"\xff\xff"


def xls_details(content: bytes) -> Mapping[str, SheetDetails]:
    """Finds what calamine leaves out of an xls workbook.

    Args:
        content: The whole workbook.

    Returns:
        Details by sheet name.

    Raises:
        UnreadableDeliveryError: `FI002` if it needs a password.
        OSError: The file's outline is damaged.
        struct.error: A record is shorter than its kind.
    """
    with olefile.OleFileIO(io.BytesIO(content)) as container:
        name = next((each for each in ("Workbook", "Book") if container.exists(each)), None)
        stream = container.openstream(name).read() if name else b""
    head = XlsHead(is_biff8=struct.unpack_from("<H", stream, 4)[0] == _BIFF8)
    for kind, body in _records(stream, 0):
        head.add(kind, body)
        if head.has_password:
            raise UnreadableDeliveryError(Finding("FI002"))
    found = {sheet: _read_sheet(stream, start, head) for sheet, start in head.sheets}
    if head.may_change_cells:
        add_xls_formats(content, head, found)
    return found


def _read_sheet(stream: bytes, start: int, head: XlsHead) -> SheetDetails:
    details = SheetDetails(day_zero=head.day_zero)
    for kind, body in _records(stream, start):
        if kind not in _TELLING:
            continue
        if kind == _ROW:
            if struct.unpack_from("<I", body, 12)[0] & _HIDDEN_ROW:
                details.hidden_rows.add(struct.unpack_from("<H", body)[0] + 1)
        elif kind == _ERROR:
            if body[7]:
                _add_error(details, body, body[6])
        elif kind != _FORMULA:
            add_arrangement(details, kind, body, is_biff8=head.is_biff8)
        elif body[12:14] == _NO_NUMBER and body[6] == _FAILED:
            _add_error(details, body, body[8])
        else:
            add_formula(details, body, head)
    return details


def _add_error(details: SheetDetails, body: bytes, number: int) -> None:
    row, column = struct.unpack_from("<HH", body)
    details.errors[row + 1, column + 1] = ERROR_NAMES.get(number, UNNAMED_ERROR)


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """The records of a part of the stream, from its BOF to its EOF."""
    place, depth = start, 0
    for _ in range(MOST_RECORDS):
        if place + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, place)
        yield kind, stream[place + 4 : place + 4 + length]
        depth += (kind == _BEGIN) - (kind == _END)
        if depth <= 0:
            return
        place += 4 + length
