"""Records of binary workbooks: how those of an xlsb workbook follow each other, and what both kinds share.

Layouts of the records: Microsoft's open specification [MS-XLSB].
"""

import struct
from collections.abc import Iterator, Mapping

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
MOST_RECORDS = 5_000_000
"""More records are read of no part of a workbook."""
_NO_TEXT = 0xFFFFFFFF


def xlsb_records(part: bytes) -> Iterator[tuple[int, bytes]]:
    """Kind and body of each record of a part of an xlsb workbook."""
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


def wide_text(body: bytes, place: int) -> tuple[str, int]:
    """Reads a text of an xlsb record.

    Args:
        body: The record.
        place: Where its length stands.

    Returns:
        The text, empty where there is none, and the place behind it.

    Raises:
        struct.error: The record is shorter.
    """
    length = struct.unpack_from("<I", body, place)[0]
    if length == _NO_TEXT:
        return "", place + 4
    end = place + 4 + 2 * length
    return body[place + 4 : end].decode("utf-16-le", "replace"), end
