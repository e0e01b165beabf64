"""Formulas of xls workbooks, as far as they show what a result depends on.

Layouts of the parts of a formula: Microsoft's open specification [MS-XLS], 2.5.198.
"""

import struct

from edusandbox.sources.readers.xls_head import XlsHead
from schemas.issues import column_letters

_AREA, _REFERENCE, _AREA_ELSEWHERE, _REFERENCE_ELSEWHERE = 0x25, 0x24, 0x3B, 0x3A
_FUNCTION, _FUNCTION_WITH_COUNT, _ATTRIBUTE = 0x21, 0x22, 0x19
_NUMBER, _WHOLE_NUMBER = 0x1F, 0x1E
_OPERATORS = {0x03: "+", 0x04: "-", 0x05: "*", 0x06: "/", 0x07: "^"}
_SILENT = {0x12, 0x13, 0x14, 0x15}
"""Signs, per cent, brackets: they take nothing and change no reference."""
_ADDS_UP = 0x10
_FUNCTIONS = {0: "COUNT", 4: "SUM", 5: "AVERAGE", 6: "MIN", 7: "MAX", 24: "ABS", 27: "ROUND", 169: "COUNTA"}
_SUM, _ROUND = "SUM", "ROUND"
_FIRST_OF_CLASS = 0x20
_COLUMN_MASK = 0xFF
_ROW_MASK = 0x3FFF


def formula_text(body: bytes, head: XlsHead) -> str | None:
    """Reads a formula that only adds up, multiplies or counts cells and numbers: its result is a number.

    Args:
        body: Body of a FORMULA record.
        head: What the workbook's head declares.

    Returns:
        `=SUM(D3:D9)` and the like, with the references and the last function; None for a formula that does
        anything else, whose result may be a text or depend on what is not looked at.
    """
    try:
        length = struct.unpack_from("<H", body, 20)[0]
        return _Parts(body[22 : 22 + length], head).text()
    except (struct.error, IndexError):
        return None


class _Parts:
    """The parts of a formula, in the order in which they are calculated."""

    def __init__(self, parts: bytes, head: XlsHead) -> None:
        self._parts = parts
        self._place = 0
        self._head = head
        self._stack: list[str] = []

    def text(self) -> str | None:
        while self._place < len(self._parts):
            kind = self._parts[self._place]
            self._place += 1
            # References and functions come in three classes that say how they are used.
            plain = kind if kind < _FIRST_OF_CLASS else (kind & 0x1F) | _FIRST_OF_CLASS
            if not (self._take_operator(plain) or self._take_operand(plain) or self._take_function(plain)):
                return None
        return f"={self._stack[0]}" if len(self._stack) == 1 else None

    def _take_operator(self, kind: int) -> bool:
        if kind in _OPERATORS:
            right = self._stack.pop()
            self._stack[-1] = f"{self._stack[-1]}{_OPERATORS[kind]}{right}"
        return kind in _OPERATORS or kind in _SILENT

    def _take_operand(self, kind: int) -> bool:
        if kind in {_REFERENCE, _AREA}:
            self._stack.append(self._reference(is_area=kind == _AREA))
        elif kind in {_REFERENCE_ELSEWHERE, _AREA_ELSEWHERE}:
            number = self._take("<H" if self._head.is_biff8 else "<10xH2x")[0]
            name = self._head.sheet_name(number)
            reference = self._reference(is_area=kind == _AREA_ELSEWHERE)
            if name is None:
                return False
            quoted = name.replace("'", "''")
            self._stack.append(f"'{quoted}'!{reference}")
        elif kind == _WHOLE_NUMBER:
            self._stack.append(str(self._take("<H")[0]))
        elif kind == _NUMBER:
            self._stack.append(f"{self._take('<d')[0]:.15g}")
        else:
            return False
        return True

    def _take_function(self, kind: int) -> bool:
        if kind == _ATTRIBUTE:
            attribute, _ = self._take("<BH")
            if attribute & _ADDS_UP:
                self._stack[-1] = f"{_SUM}({self._stack[-1]})"
            return not attribute & ~(_ADDS_UP | 0x41)
        if kind == _FUNCTION_WITH_COUNT:
            count, number = self._take("<BH")
        elif kind == _FUNCTION:
            number = self._take("<H")[0]
            count = 2 if _FUNCTIONS.get(number) == _ROUND else 1
        else:
            return False
        name = _FUNCTIONS.get(number & 0x7FFF)
        if name is None or not 0 < count <= len(self._stack):
            return False
        arguments = ",".join(self._stack[-count:])
        self._stack[-count:] = [f"{name}({arguments})"]
        return True

    def _reference(self, *, is_area: bool) -> str:
        """A reference to a cell or an area; the upper bits only say whether it moves when copied."""
        count = 2 if is_area else 1
        if self._head.is_biff8:
            numbers = self._take(f"<{2 * count}H")
            rows, columns = numbers[:count], [number & _COLUMN_MASK for number in numbers[count:]]
        else:
            numbers = self._take(f"<{count}H{count}B")
            rows, columns = tuple(row & _ROW_MASK for row in numbers[:count]), list(numbers[count:])
        return ":".join(
            f"{column_letters(column + 1)}{row + 1}" for row, column in zip(rows, columns, strict=True)
        )

    def _take(self, layout: str) -> tuple[int, ...]:
        found = struct.unpack_from(layout, self._parts, self._place)
        self._place += struct.calcsize(layout)
        return found
