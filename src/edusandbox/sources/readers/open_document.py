"""Looks into an OpenDocument spreadsheet for merged blocks, errors in cells and stray far cells."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

from lxml import etree

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails
from edusandbox.transforms.grid import MergedRange

_TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
_CALC = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
_HIDDEN = {"collapse", "filter"}
_MOST_COLUMNS = 16_384
_CELLS = (f"{{{_TABLE}}}table-cell", f"{{{_TABLE}}}covered-table-cell")


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
    tags = (f"{{{_TABLE}}}table", f"{{{_TABLE}}}table-row", f"{{{_TABLE}}}table-column")
    scan = _SheetScan()
    for event, element in etree.iterparse(
        BytesIO(xml), events=("start", "end"), tag=tags, resolve_entities=False, huge_tree=True
    ):
        is_table = element.tag == tags[0]
        if event == "start" and is_table:
            scan = _SheetScan()
        elif event == "end" and is_table:
            name = element.get(f"{{{_TABLE}}}name", "")
            limits.refuse_oversize_sheet(name, scan.row_count, scan.column_count)
            found[name] = scan.details
        elif event == "end" and element.tag == tags[2]:
            scan.add_columns(element)
        elif event == "end":
            scan.add_row(element)
            element.clear()
            while (parent := element.getparent()) is not None and parent[0] is not element:
                del parent[0]
    return found


class _SheetScan:
    """One sheet while its rows pass by."""

    def __init__(self) -> None:
        self.details = SheetDetails()
        self.row_count = 0
        self.column_count = 0
        self._next_row = 1
        self._next_column = 1

    def add_columns(self, element: etree._Element) -> None:
        repeated = _number(element, "number-columns-repeated")
        if element.get(f"{{{_TABLE}}}visibility") in _HIDDEN:
            last = min(self._next_column + repeated - 1, _MOST_COLUMNS)
            self.details.hidden_columns |= set(range(self._next_column, last + 1))
        self._next_column += repeated

    def add_row(self, element: etree._Element) -> None:
        repeated = _number(element, "number-rows-repeated")
        if element.get(f"{{{_TABLE}}}visibility") in _HIDDEN and repeated < _MOST_COLUMNS:
            self.details.hidden_rows |= set(range(self._next_row, self._next_row + repeated))
        column = 1
        for cell in element.iterchildren(*_CELLS):
            cells_repeated = _number(cell, "number-columns-repeated")
            if cell.get(f"{{{_OFFICE}}}value-type") is not None:
                self.row_count = self._next_row + repeated - 1
                self.column_count = max(self.column_count, column + cells_repeated - 1)
            self._add_cell(cell, column)
            column += cells_repeated
        self._next_row += repeated

    def _add_cell(self, cell: etree._Element, column: int) -> None:
        row = self._next_row
        if cell.get(f"{{{_CALC}}}value-type") == "error":
            self.details.errors[row, column] = cell.findtext(f"{{{_TEXT}}}p") or UNNAMED_ERROR
        elif cell.get(f"{{{_TABLE}}}formula") and cell.get(f"{{{_OFFICE}}}value-type") is None:
            self.details.formulas[row, column] = "=" + cell.get(f"{{{_TABLE}}}formula", "").partition("=")[2]
        rows, columns = _number(cell, "number-rows-spanned"), _number(cell, "number-columns-spanned")
        if rows > 1 or columns > 1:
            self.details.merged.append(MergedRange(row, column, row + rows - 1, column + columns - 1))


def _number(element: etree._Element, attribute: str) -> int:
    return int(element.get(f"{{{_TABLE}}}{attribute}", "1"))
