"""Looks into an OpenDocument spreadsheet for what calamine leaves out: errors, marks, merged blocks."""

import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from io import BytesIO
from itertools import product

from lxml import etree

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.open_document_cells import CALC_KIND, is_plain, read_cell
from edusandbox.sources.readers.open_document_styles import OFFICE, TABLE, TEXT, Styles
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails
from schemas.issues import Place
from transforms.grid import DAY_ZERO, MergedRange

_HIDDEN = {"collapse", "filter"}
_MOST_COLUMNS = 16_384
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_KIND, _COLUMNS_REPEATED = f"{OFFICE}value-type", f"{TABLE}number-columns-repeated"
_TELLING = frozenset({f"{TABLE}formula", f"{TABLE}number-rows-spanned", f"{TABLE}number-columns-spanned"})
_MOST_REPEATED = 256
_ZERO = re.compile(r"-?0+(?:\.0*)?")
_REFERENCE = re.compile(r"\[([^\]]*)\]")


def open_document_details(content: bytes, limits: Limits) -> Mapping[str, SheetDetails]:
    """Finds what calamine leaves out of an OpenDocument spreadsheet.

    Args:
        content: The whole spreadsheet.
        limits: The bounds of reading.

    Returns:
        Details by sheet name.

    Raises:
        UnreadableDeliveryError: `FI006` if a sheet's filled cells reach too far.
        zipfile.BadZipFile: The part with the cells is damaged.
        lxml.etree.XMLSyntaxError: It is not XML.
        KeyError: It is missing.
        ValueError: A cell is repeated or spans in no valid number.
    """
    found: dict[str, SheetDetails] = {}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        xml = archive.read("content.xml")
        styles = _read_styles(archive, xml)
    tags = (f"{TABLE}table", f"{TABLE}table-row", f"{TABLE}table-column", f"{TABLE}null-date")
    scan = _SheetScan(styles)
    day_zero = DAY_ZERO
    for event, element in etree.iterparse(
        BytesIO(xml), events=("start", "end"), tag=tags, resolve_entities=False, huge_tree=True
    ):
        is_table = element.tag == tags[0]
        if event == "start" and is_table:
            scan = _SheetScan(styles)
        elif event == "end" and is_table:
            name = element.get(f"{TABLE}name", "")
            limits.refuse_oversize_sheet(name, scan.row_count, scan.column_count)
            printed = styles.printed(element.get(f"{TABLE}style-name"))
            scan.details.text_above, scan.details.text_below = printed
            found[name] = scan.details
        elif event == "end" and element.tag == tags[3]:
            day_zero = _day(element.get(f"{TABLE}date-value"))
        elif event == "end" and element.tag == tags[2]:
            scan.add_columns(element)
        elif event == "end":
            scan.add_row(element)
            element.clear()
            while (parent := element.getparent()) is not None and parent[0] is not element:
                del parent[0]
    for details in found.values():
        details.day_zero = day_zero
    return found


def _read_styles(archive: zipfile.ZipFile, content: bytes) -> Styles:
    styles = Styles()
    # The automatic styles of the cells come last: they have the last word on a name.
    if "styles.xml" in archive.namelist():
        styles.add(archive.read("styles.xml"))
    styles.add(content)
    return styles


def _day(text: str | None) -> date:
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return DAY_ZERO


class _SheetScan:
    """One sheet while its rows pass by."""

    def __init__(self, styles: Styles) -> None:
        self.details = SheetDetails()
        self._styles = styles
        self._column_styles: list[tuple[int, str]] = []
        self.row_count = 0
        self.column_count = 0
        self._next_row = 1
        self._next_column = 1

    def add_columns(self, element: etree._Element) -> None:
        repeated = _number(element, "number-columns-repeated")
        if element.get(f"{TABLE}visibility") in _HIDDEN:
            last = min(self._next_column + repeated - 1, _MOST_COLUMNS)
            self.details.hidden_columns |= set(range(self._next_column, last + 1))
        self._next_column += repeated
        self._column_styles.append((self._next_column, element.get(f"{TABLE}default-cell-style-name", "")))

    def add_row(self, element: etree._Element) -> None:
        repeated = _number(element, "number-rows-repeated")
        if element.get(f"{TABLE}visibility") in _HIDDEN and repeated < _MOST_COLUMNS:
            self.details.hidden_rows |= set(range(self._next_row, self._next_row + repeated))
        column = 1
        for cell in element.iterchildren(*_CELLS):
            kind, repeats = cell.get(_KIND), cell.get(_COLUMNS_REPEATED)
            cells_repeated = int(repeats) if repeats else 1
            if kind is not None:
                self.row_count = self._next_row + repeated - 1
                self.column_count = max(self.column_count, column + cells_repeated - 1)
            # Nearly all cells are plain, and a sheet may have a hundred thousand of them.
            is_telling = not _TELLING.isdisjoint(cell.keys()) or self._changes(cell, element, column)
            if is_telling or kind is None or not is_plain(cell, kind):
                rows = range(self._next_row, self._next_row + min(repeated, _MOST_REPEATED))
                columns = range(column, column + min(cells_repeated, _MOST_REPEATED))
                self._add_cell(cell, element, rows, columns)
            column += cells_repeated
        self._next_row += repeated

    def _add_cell(self, cell: etree._Element, line: etree._Element, rows: range, columns: range) -> None:
        formula, kind = cell.get(f"{TABLE}formula"), cell.get(_KIND)
        if cell.get(CALC_KIND) == "error":
            self.details.errors |= dict.fromkeys(
                product(rows, columns), cell.findtext(f"{TEXT}p") or UNNAMED_ERROR
            )
        elif formula and kind is None:
            self.details.formulas |= dict.fromkeys(product(rows, columns), "=" + formula.partition("=")[2])
        elif kind is not None:
            if formula:
                self._add_result(cell, formula, rows, columns)
            self._add_shown(cell, self._style_of(cell, line, columns.start), rows, columns)
        rows_spanned = _number(cell, "number-rows-spanned")
        columns_spanned = _number(cell, "number-columns-spanned")
        if rows_spanned > 1 or columns_spanned > 1:
            last_row, last_column = rows.start + rows_spanned - 1, columns.start + columns_spanned - 1
            self.details.merged.append(MergedRange(rows.start, columns.start, last_row, last_column))

    def _add_result(self, cell: etree._Element, formula: str, rows: range, columns: range) -> None:
        value = cell.get(f"{OFFICE}value", "")
        if _ZERO.fullmatch(value):
            self.details.zero_formulas |= dict.fromkeys(product(rows, columns), _as_excel_writes(formula))
        else:
            self.details.has_results = self.details.has_results or bool(value)
            self.details.has_text_results = self.details.has_text_results or not value

    def _style_of(self, cell: etree._Element, line: etree._Element, column: int) -> str | None:
        own = cell.get(f"{TABLE}style-name") or line.get(f"{TABLE}default-cell-style-name")
        return own or next((style for end, style in self._column_styles if column < end), None)

    def _changes(self, cell: etree._Element, line: etree._Element, column: int) -> bool:
        """Whether the style of a cell may change what it shows."""
        changing = self._styles.changing
        return bool(changing) and self._style_of(cell, line, column) in changing

    def _add_shown(self, cell: etree._Element, style: str | None, rows: range, columns: range) -> None:
        change, findings = read_cell(cell, style, self._styles, Place())
        for row, column in product(rows, columns) if change or findings else ():
            place = Place(row=row, column=column)
            self.details.remarks += [replace(finding, place=place) for finding in findings]
            if change:
                self.details.shown[row, column] = change.value


def _as_excel_writes(formula: str) -> str:
    """A formula with references as in Excel: `of:=SUM([.A1:.A2])` is `=SUM(A1:A2)`."""
    text = "=" + formula.partition("=")[2]
    return _REFERENCE.sub(lambda found: found[1].replace(":.", ":").removeprefix(".").replace(".", "!"), text)


def _number(element: etree._Element, attribute: str) -> int:
    return int(element.get(f"{TABLE}{attribute}", "1"))
