"""Texts outside the cells of an xls workbook: records that hold no cell, and the file's properties."""

import io
import re
import struct
from collections.abc import Iterator, Mapping

import olefile

from edusandbox.sources.readers.outside_cells.texts import (
    CHARTS,
    COMMENTS,
    DEFINED_NAMES,
    DRAWINGS,
    FORMULAS,
    HEADERS,
    LINKS,
    MOST_BYTES,
    PARTS,
    PROPERTIES,
    VALIDATIONS,
    OutsideText,
    page_texts,
    runs_of,
)

_PLACES: Mapping[int, str] = {
    0x0014: HEADERS,
    0x0015: HEADERS,
    0x089C: HEADERS,
    0x0018: DEFINED_NAMES,
    0x0085: DEFINED_NAMES,
    0x001C: COMMENTS,
    0x01B6: COMMENTS,
    0x00EC: DRAWINGS,
    0x005D: DRAWINGS,
    0x0023: LINKS,
    0x01AE: LINKS,
    0x01B8: LINKS,
    0x0800: LINKS,
    0x01BE: VALIDATIONS,
    0x005C: PROPERTIES,
    0x00CD: PARTS,
    0x100D: CHARTS,
}
_CONTINUE, _FORMULA = 0x003C, 0x0006
_FORMULA_TEXT = re.compile(rb"\x17.[\x00\x01](.*)", re.DOTALL)
_FORMULA_START = 20
_STREAMS = ("Workbook", "Book")
_MOST_RECORDS = 5_000_000
_HEAD = struct.Struct("<HH")


def binary_texts(content: bytes) -> Iterator[OutsideText]:
    """Gives the texts of an xls workbook that stand in no cell.

    Args:
        content: The whole workbook.

    Yields:
        Texts, some of them more than once.

    Raises:
        OSError: The file's outline is damaged.
    """
    with olefile.OleFileIO(io.BytesIO(content)) as container:
        for path in container.listdir():
            name = path[-1]
            if name.startswith("\x05"):
                yield from runs_of(PROPERTIES, container.openstream(path).read(MOST_BYTES))
            elif len(path) == 1 and name in _STREAMS:
                yield from _record_texts(container.openstream(path).read())


def _record_texts(stream: bytes) -> Iterator[OutsideText]:
    place, owner = 0, None
    for _ in range(_MOST_RECORDS):
        if place + 4 > len(stream):
            return
        kind, length = _HEAD.unpack_from(stream, place)
        place += 4
        # The text of a comment or box stands in the record behind its own.
        owner = owner if kind == _CONTINUE else _PLACES.get(kind)
        if owner is not None:
            for each in runs_of(owner, stream[place : place + length]):
                yield from page_texts(each.text) if owner == HEADERS else (each,)
        elif kind == _FORMULA:
            text = _FORMULA_TEXT.search(stream, place + _FORMULA_START, place + length)
            if text:
                yield from runs_of(FORMULAS, text[1])
        place += length
