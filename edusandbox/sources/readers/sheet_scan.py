"""Goes through one sheet of an xlsx workbook for what its cells show and calamine does not give."""

import re
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.cell_marks import Font
from edusandbox.sources.readers.cell_styles import TRUE, CellStyle, xlsx_font
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails
from edusandbox.sources.readers.shown_cells import (
    PLAIN_STYLE,
    Book,
    CellPlace,
    ShownCells,
    TypedRuns,
    is_figure,
)
from transforms.grid import MergedRange

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d+)$")
_WHOLE = re.compile(r"-?\d*")
MOST_COLUMNS = 16_384


def scan_sheet(sheet: str, xml: bytes, book: Book, limits: Limits) -> SheetDetails:
    """Goes through a sheet.

    Args:
        sheet: Its name.
        xml: Its part.
        book: What its cells refer to.
        limits: The bounds of reading.

    Raises:
        UnreadableDeliveryError: `FI006` if its filled cells reach too far.
        lxml.etree.XMLSyntaxError: The part is not XML.
        ValueError: A cell or a row has no valid reference.
    """
    scan = _SheetScan(book, has_formulas=b"<f" in xml or b":f" in xml)
    tags = ("{*}row", "{*}col")
    for _, element in etree.iterparse(BytesIO(xml), tag=tags, resolve_entities=False, huge_tree=True):
        if etree.QName(element).localname == "col":
            scan.add_columns(element)
            continue
        scan.add_row(element)
        element.clear()
        # What was cleared still stands in its parent: a million empty rows would fill the memory.
        while (parent := element.getparent()) is not None and parent[0] is not element:
            del parent[0]
    limits.refuse_oversize_sheet(sheet, scan.row_count, scan.column_count)
    return scan.details


def read_place(reference: str) -> tuple[int, int]:
    """Reads a reference such as `C7` as 1-based row and column.

    Raises:
        ValueError: It is none.
    """
    match = _REFERENCE.match(reference)
    if match is None:
        raise ValueError(f"{reference!r} is not a cell reference")
    column = 0
    for letter in match[1].upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def typed_runs(element: etree._Element) -> TypedRuns:
    """Reads a text with its fonts: a shared one (`si`) or one within a cell (`is`)."""
    return tuple(_typed_runs(element))


def _typed_runs(element: etree._Element) -> Iterator[tuple[str, Font | None]]:
    for child in element.iterchildren("{*}t", "{*}r"):
        if etree.QName(child).localname == "t":
            yield child.text or "", None
        else:
            font = child.find("{*}rPr")
            yield child.findtext("{*}t") or "", None if font is None else xlsx_font(font)


class _SheetScan:
    """One sheet while its rows pass by."""

    def __init__(self, book: Book, *, has_formulas: bool) -> None:
        self.row_count = 0
        self.column_count = 0
        self._book = book
        self._cells = ShownCells(book)
        self.details = self._cells.details
        self._row = 0
        self._shared_formulas: dict[str, str] = {}
        self._spilled: list[tuple[MergedRange, str]] = []
        self._has_formulas = has_formulas
        self._quiet_kinds = {"n", "b"} if book.has_marked_texts else {"n", "b", "s"}
        self._odd, self._rounding = book.styles.odd, book.styles.rounding

    def add_columns(self, element: etree._Element) -> None:
        if element.get("hidden") in TRUE:
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            self.details.hidden_columns |= set(range(first, min(last, MOST_COLUMNS) + 1))

    def add_row(self, element: etree._Element) -> None:
        # Row numbers and references may be left out; then each follows the one before.
        self._row = int(element.get("r", self._row + 1))
        if element.get("hidden") in TRUE:
            self.details.hidden_rows.add(self._row)
        reference, steps, last = "", 0, None
        for cell in element:
            if own := cell.get("r"):
                reference, steps = own, 0
            else:
                steps += 1
            if len(cell):
                last = (reference, steps)
                if not self._is_quiet(cell):
                    self._add_cell(cell, self._place(reference, steps))
        if last:
            row, column = self._place(*last)
            self.row_count = max(self.row_count, row)
            self.column_count = max(self.column_count, column)

    def _place(self, reference: str, steps: int) -> CellPlace:
        """Where a cell stands that is some steps behind the last one with a reference, if any in its row."""
        row, column = read_place(reference) if reference else (self._row, 0)
        return row, column + steps

    def _is_quiet(self, cell: etree._Element) -> bool:
        """Whether a cell can show nothing but what is stored in it; nearly all of a large sheet are so."""
        if len(cell) > 1 or self._spilled or cell.get("t", "n") not in self._quiet_kinds:
            return False
        style = cell.get("s", "0")
        if style in self._odd or (self._has_formulas and not str(cell[0].tag).endswith("}v")):
            return False
        return style not in self._rounding or _WHOLE.fullmatch(cell[0].text or "") is not None

    def _add_cell(self, cell: etree._Element, place: CellPlace) -> None:
        kind, value, formula = cell.get("t", "n"), cell.findtext("{*}v"), cell.find("{*}f")
        style = self._cells.style(int(cell.get("s", "0")))
        if style.font.is_struck and kind not in {"s", "inlineStr"} and value:
            self._cells.add_runs([(value, None)], style, place)
        elif kind == "e":
            self.details.errors[place] = value or UNNAMED_ERROR
        elif formula is not None and self._is_without_value(formula, kind, value, place):
            return
        elif self._spilled and (text := self._spilled_formula(*place)):
            self.details.formulas[place] = text
        elif kind == "n" and value and style is not PLAIN_STYLE:
            self._cells.add_number(float(value), style, place)
        elif runs := self._runs(cell, kind, value, style):
            self._cells.add_runs(runs, style, place)

    def _is_without_value(
        self, formula: etree._Element, kind: str, value: str | None, place: CellPlace
    ) -> bool:
        """Whether there is no result of a formula that could be read; then what it says stands there."""
        text = self._formula_text(formula)
        if self._book.is_uncalculated:
            is_untrusted = kind == "n" or (kind == "str" and is_figure(value or ""))
            self._note_spilling(formula, text)
        else:
            is_untrusted = not value and kind != "str"
            if value:
                self._cells.add_result(text, float(value) if kind == "n" else None, place)
        if is_untrusted:
            self.details.formulas[place] = text
        return is_untrusted

    def _formula_text(self, formula: etree._Element) -> str:
        """What a formula says; of several that share one, only the first says it."""
        text, shared = formula.text or "", formula.get("si", "")
        if text and shared:
            self._shared_formulas[shared] = text
        return f"={text or self._shared_formulas.get(shared, '')}"

    def _note_spilling(self, formula: etree._Element, text: str) -> None:
        """Keeps the block that a formula fills beyond its own cell."""
        first, _, last = formula.get("ref", "").partition(":")
        if last and formula.get("t") in {"array", "dataTable"}:
            self._spilled.append((MergedRange(*read_place(first), *read_place(last)), text))

    def _spilled_formula(self, row: int, column: int) -> str | None:
        for block, text in self._spilled:
            is_below = block.first_row <= row <= block.last_row
            if is_below and block.first_column <= column <= block.last_column:
                return text
        return None

    def _runs(self, cell: etree._Element, kind: str, value: str | None, style: CellStyle) -> TypedRuns | None:
        """The characters of a text, where its style or a font within it may change what it says."""
        if kind == "s" and value:
            return self._book.strings.get(int(value))
        if kind == "str" and value and style.needs_texts:
            return [(value, None)]
        text = cell.find("{*}is")
        if text is not None and (style.needs_texts or text.find("{*}r") is not None):
            return typed_runs(text)
        return None
