"""What the head of an xls workbook declares: its sheets, calendar, fonts and number formats."""

import struct
from enum import IntEnum

from edusandbox.sources.readers.cell_marks import PLAIN_FONT
from edusandbox.sources.readers.cell_styles import cell_style
from transforms.grid import DAY_ZERO, DAY_ZERO_OF_1904

_THIS_BOOK = b"\x01\x04"
_STRUCK, _IS_NAMED = 0x08, 0x04


class Kind(IntEnum):
    """Kinds of records."""

    SHEET = 0x85
    FONT = 0x31
    FORMAT = 0x41E
    STYLE = 0xE0
    CALENDAR = 0x22
    PASSWORD = 0x2F
    BOOK = 0x1AE
    REFERENCES = 0x17


class XlsHead:
    """The head of a workbook, as its records pass by.

    Attributes:
        is_biff8: Whether it is of Excel 97 to 2003.
        sheets: Name and place of each sheet.
        codes: Format codes by number, of those that the workbook declares itself.
        day_zero: The day that the number 0 stands for.
        has_password: Whether all that follows is encrypted.
    """

    def __init__(self, *, is_biff8: bool) -> None:
        """Begins with nothing declared."""
        self.is_biff8 = is_biff8
        self.sheets: list[tuple[str, int]] = []
        self.codes: dict[int, str] = {}
        self.day_zero = DAY_ZERO
        self.has_password = False
        self._has_marked_font = False
        self._formats: set[int] = set()
        self._is_this_book: list[bool] = []
        self._referred_to: list[tuple[int, int]] = []

    def add(self, kind: int, body: bytes) -> None:
        """Takes a record.

        Raises:
            struct.error: It is shorter than its kind.
        """
        match kind:
            case Kind.SHEET:
                self.sheets.append((self._name(body), struct.unpack_from("<I", body)[0]))
            case Kind.FONT:
                attributes, raised = struct.unpack_from("<2xH4xH", body)
                self._has_marked_font = self._has_marked_font or bool(attributes & _STRUCK or raised)
            case Kind.FORMAT:
                self.codes[struct.unpack_from("<H", body)[0]] = self._code(body)
            case Kind.STYLE:
                number, attributes = struct.unpack_from("<2xHH", body)
                # Styles with a name (Percent, Comma) stand in every workbook, and no cell refers to them.
                if not attributes & _IS_NAMED:
                    self._formats.add(number)
            case Kind.CALENDAR:
                self.day_zero = DAY_ZERO_OF_1904 if any(body[:2]) else DAY_ZERO
            case Kind.PASSWORD:
                self.has_password = True
            case Kind.BOOK:
                self._is_this_book.append(body[2:4] == _THIS_BOOK)
            case Kind.REFERENCES if self.is_biff8:
                # A long list goes on in other records, which are not read.
                count = min(struct.unpack_from("<H", body)[0], (len(body) - 2) // 6)
                self._referred_to += [struct.unpack_from("<HH", body, 2 + 6 * at) for at in range(count)]
            case _:
                pass

    def sheet_name(self, reference: int) -> str | None:
        """The sheet of this workbook that a formula refers to; None for one of another workbook.

        Args:
            reference: In BIFF 8 the number of a reference, otherwise of the sheet itself.
        """
        number = reference
        if self.is_biff8:
            if reference >= len(self._referred_to):
                return None
            book, number = self._referred_to[reference]
            if book >= len(self._is_this_book) or not self._is_this_book[book]:
                return None
        return self.sheets[number][0] if number < len(self.sheets) else None

    @property
    def may_change_cells(self) -> bool:
        """Whether any cell may show something else than is stored in it."""
        return self._has_marked_font or any(
            cell_style(number, self.codes.get(number), PLAIN_FONT).is_odd for number in self._formats
        )

    def _code(self, body: bytes) -> str:
        if not self.is_biff8:
            return body[3 : 3 + body[2]].decode("cp874", "replace")
        length, is_wide = struct.unpack_from("<HB", body, 2)
        text = body[5 : 5 + length * (1 + is_wide % 2)]
        return text.decode("utf-16-le" if is_wide % 2 else "latin-1", "replace")

    def _name(self, body: bytes) -> str:
        length = body[6]
        if not self.is_biff8:
            return body[7 : 7 + length].decode("cp874", "replace")
        if body[7] & 1:
            return body[8 : 8 + 2 * length].decode("utf-16-le", "replace")
        return body[8 : 8 + length].decode("latin-1")
