"""What the cells of an xlsb workbook refer to: its styles, shared texts, calendar and calculation.

Layouts of the records: Microsoft's open specification [MS-XLSB].
"""

import struct
from collections.abc import Iterator, Sequence
from enum import IntEnum
from itertools import pairwise

from edusandbox.sources.readers.binary_records import wide_text, xlsb_records
from edusandbox.sources.readers.cell_marks import PLAIN_FONT, Font
from edusandbox.sources.readers.cell_styles import CellStyle, CellStyles, cell_style
from edusandbox.sources.readers.office_parts import Parts, workbook_part
from edusandbox.sources.readers.shown_cells import Book, TypedRuns, keeps_runs

_IS_1904, _IS_UNCALCULATED = 0x01, 0x01
_IS_STRUCK = 0x08
_IS_RICH = 0x01
_CALCULATION_FLAGS = 24


class Kind(IntEnum):
    """Kinds of records (Brt...) of a workbook's own parts."""

    SHEET = 156
    PROPERTIES = 153
    CALCULATION = 157
    THIS_BOOK = 357
    OTHER_BOOK = 355
    SAME_SHEET = 358
    ADD_INS = 667
    REFERENCES = 362
    FONT = 43
    FORMAT = 44
    STYLE = 47
    STYLES_OF_CELLS = 617
    END_OF_STYLES_OF_CELLS = 618
    SHARED_TEXT = 19


class XlsbBook:
    """An xlsb workbook but for its sheets.

    Attributes:
        book: What its cells refer to.
        fonts: Its fonts by number.
    """

    def __init__(self, parts: Parts) -> None:
        """Reads it.

        Args:
            parts: The parts of the workbook.

        Raises:
            KeyError: A part is missing.
            struct.error: A record is shorter than its kind.
        """
        workbook = workbook_part(parts)
        self.fonts: list[Font] = []
        self._sheets: list[str] = []
        self._is_this_book: list[bool] = []
        self._referred_to: list[tuple[int, int]] = []
        is_1904, is_uncalculated = self._read_workbook(parts.read(workbook))
        styles = CellStyles(tuple(self._styles(parts.read_related(workbook, "styles"))))
        strings = {
            number: runs
            for number, runs in enumerate(self._shared_texts(parts.read_related(workbook, "sharedStrings")))
            if keeps_runs(runs, styles)
        }
        self.book = Book(styles, strings, is_1904=is_1904, is_uncalculated=is_uncalculated)

    def sheet_name(self, reference: int) -> str | None:
        """The sheet of this workbook that a formula refers to by number; None for one of another workbook."""
        if reference >= len(self._referred_to):
            return None
        book, sheet = self._referred_to[reference]
        is_here = book < len(self._is_this_book) and self._is_this_book[book]
        return self._sheets[sheet] if is_here and 0 <= sheet < len(self._sheets) else None

    def rich_text(self, body: bytes, place: int) -> TypedRuns:
        """Reads a text with its changes of font.

        Args:
            body: The record.
            place: Where the text begins with what it consists of.
        """
        text, end = wide_text(body, place + 1)
        if not body[place] & _IS_RICH:
            return ((text, None),)
        count = struct.unpack_from("<I", body, end)[0]
        changes = list(struct.iter_unpack("<HH", body[end + 4 : end + 4 + 4 * count]))
        # Characters are counted as UTF-16 counts them.
        raw = text.encode("utf-16-le", "replace")
        bounds = [(0, None), *((at, self._font(font)) for at, font in changes), (len(raw) // 2, None)]
        return tuple(
            (raw[2 * first : 2 * last].decode("utf-16-le", "replace"), font)
            for (first, font), (last, _) in pairwise(bounds)
            if last > first
        )

    def _font(self, number: int) -> Font:
        return self.fonts[number] if number < len(self.fonts) else PLAIN_FONT

    def _read_workbook(self, part: bytes) -> tuple[bool, bool]:
        is_1904 = is_uncalculated = False
        for kind, body in xlsb_records(part):
            match kind:
                case Kind.SHEET:
                    self._sheets.append(wide_text(body, wide_text(body, 8)[1])[0])
                case Kind.PROPERTIES:
                    is_1904 = bool(body[0] & _IS_1904)
                case Kind.CALCULATION if len(body) > _CALCULATION_FLAGS:
                    is_uncalculated = bool(body[_CALCULATION_FLAGS] & _IS_UNCALCULATED)
                case Kind.THIS_BOOK | Kind.OTHER_BOOK | Kind.SAME_SHEET | Kind.ADD_INS:
                    self._is_this_book.append(kind == Kind.THIS_BOOK)
                case Kind.REFERENCES:
                    count = struct.unpack_from("<I", body)[0]
                    triples = struct.iter_unpack("<Iii", body[4 : 4 + 12 * count])
                    self._referred_to = [(book, first) for book, first, _ in triples]
        return is_1904, is_uncalculated

    def _styles(self, part: bytes) -> Iterator[CellStyle]:
        codes: dict[int, str] = {}
        is_of_cells = False
        for kind, body in xlsb_records(part):
            match kind:
                case Kind.FONT:
                    attributes, raised = struct.unpack_from("<2xH2xH", body)
                    self.fonts.append(
                        Font(is_struck=bool(attributes & _IS_STRUCK), is_raised=raised in {1, 2})
                    )
                case Kind.FORMAT:
                    codes[struct.unpack_from("<H", body)[0]] = wide_text(body, 2)[0]
                case Kind.STYLES_OF_CELLS | Kind.END_OF_STYLES_OF_CELLS:
                    is_of_cells = kind == Kind.STYLES_OF_CELLS
                case Kind.STYLE if is_of_cells:
                    number, font = struct.unpack_from("<2xHH", body)
                    yield cell_style(number, codes.get(number), self._font(font))

    def _shared_texts(self, part: bytes) -> Iterator[TypedRuns]:
        return (self.rich_text(body, 0) for kind, body in xlsb_records(part) if kind == Kind.SHARED_TEXT)


def sheet_list(workbook: bytes) -> Sequence[tuple[str, str]]:
    """Name and relationship of each sheet that the workbook's own part lists."""
    found = []
    for kind, body in xlsb_records(workbook):
        if kind == Kind.SHEET:
            key, place = wide_text(body, 8)
            found.append((wide_text(body, place)[0], key))
    return found
