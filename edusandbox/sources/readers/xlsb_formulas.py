"""Formulas of xlsb workbooks that only add up cells: such a one shows whether its result can be right.

Layouts of the parts of a formula: Microsoft's open specification [MS-XLSB], 2.5.97.
"""

import struct

from edusandbox.sources.readers.xlsb_book import XlsbBook
from schemas.issues import column_letters

UNREAD = "=…"
"""A formula of which is not told what it says."""
_AREA, _REFERENCE, _AREA_ELSEWHERE, _REFERENCE_ELSEWHERE = 0x25, 0x24, 0x3B, 0x3A
_FUNCTION_WITH_COUNT, _ATTRIBUTE, _PLUS, _BRACKETS = 0x22, 0x19, 0x03, 0x15
_SUM, _ADDS_UP, _SPACE = 4, 0x10, 0x40
_FIRST_OF_CLASS = 0x20
_COLUMN_MASK = 0x3FFF


def formula_text(body: bytes, place: int, book: XlsbBook) -> str:
    """Reads a formula.

    Args:
        body: Record of a cell with a formula.
        place: Where the formula begins, behind its result.
        book: The workbook.

    Returns:
        `=SUM(D3:D9)` and the like, with all that is added up; `UNREAD` for one that does anything else.
    """
    try:
        length = struct.unpack_from("<I", body, place + 2)[0]
        return _Parts(body[place + 6 : place + 6 + length], book).text()
    except (struct.error, IndexError, ValueError):
        return UNREAD


class _Parts:
    """The parts of a formula, in the order in which they are calculated."""

    def __init__(self, parts: bytes, book: XlsbBook) -> None:
        self._parts = parts
        self._place = 0
        self._book = book
        self._stack: list[str] = []

    def text(self) -> str:
        while self._place < len(self._parts):
            (kind,) = self._take("<B")
            # References and functions come in three classes that say how they are used.
            self._add(kind if kind < _FIRST_OF_CLASS else (kind & 0x1F) | _FIRST_OF_CLASS)
        (formula,) = self._stack
        return f"={formula}"

    def _add(self, kind: int) -> None:
        match kind:
            case 0x24 | 0x25:
                self._stack.append(self._reference(is_area=kind == _AREA))
            case 0x3A | 0x3B:
                name = (self._book.sheet_name(*self._take("<H")) or "").replace("'", "''")
                self._stack.append(f"'{name}'!{self._reference(is_area=kind == _AREA_ELSEWHERE)}")
            case 0x03:
                last = self._stack.pop()
                self._stack[-1] += f"+{last}"
            case 0x19:
                self._add_attribute()
            case 0x22:
                self._add_sum(*self._take("<BH"))
            case 0x15:
                pass
            case _:
                raise ValueError("a part that does not add up")

    def _add_attribute(self) -> None:
        attribute, _ = self._take("<BH")
        if attribute & _ADDS_UP:
            self._add_sum(1, _SUM)
        elif attribute & ~(_SPACE | 0x01):
            raise ValueError("an attribute that does not add up")

    def _add_sum(self, count: int, function: int) -> None:
        if function != _SUM or not 0 < count <= len(self._stack):
            raise ValueError("a function that does not add up")
        arguments = ",".join(self._stack[-count:])
        self._stack[-count:] = [f"SUM({arguments})"]

    def _reference(self, *, is_area: bool) -> str:
        rows = self._take("<II" if is_area else "<I")
        columns = self._take("<HH" if is_area else "<H")
        cells = zip(rows, columns, strict=True)
        return ":".join(f"{column_letters((column & _COLUMN_MASK) + 1)}{row + 1}" for row, column in cells)

    def _take(self, layout: str) -> tuple[int, ...]:
        found = struct.unpack_from(layout, self._parts, self._place)
        self._place += struct.calcsize(layout)
        return found
