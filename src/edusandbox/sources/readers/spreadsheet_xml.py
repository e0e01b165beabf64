"""Reads SpreadsheetML 2003: the XML workbook that many web systems hand out under the name .xls."""

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO

from lxml import etree

from edusandbox.issues import Finding
from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.edges import filled_columns, filled_rows, trim_merged
from edusandbox.transforms.grid import CellValue, Grid, MergedRange

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{NAMESPACE}}}"
_NUMBER = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*", re.ASCII)
_HIDDEN_SHEET = "{urn:schemas-microsoft-com:office:excel}Visible"


def read_spreadsheet_xml(text: str, limits: Limits) -> tuple[Grid, ...]:
    """Reads an XML workbook's sheets.

    Numbers, dates and booleans come as such, errors as their text (`#DIV/0!`), a formula without a value as
    its own text. Entities and addresses outside the file are never followed.

    Args:
        text: The whole file, decoded.
        limits: The bounds of reading.

    Returns:
        A grid for each worksheet that has any cell, hidden ones too.

    Raises:
        UnreadableDeliveryError: `FI004` if it is damaged, `FI006` if a sheet is too large.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True, encoding="utf-8")
    try:
        workbook = etree.parse(BytesIO(_without_declaration(text).encode("utf-8", "replace")), parser)
        sheets = workbook.getroot().iterchildren(f"{_SS}Worksheet")
        grids = [_Sheet(sheet, number, limits).grid() for number, sheet in enumerate(sheets, start=1)]
    except (etree.LxmlError, ValueError) as error:
        # What the parser says may quote a cell, and a cell may hold a person's name.
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "damaged XML"})) from error
    return tuple(grid for grid in grids if grid.rows)


def _without_declaration(text: str) -> str:
    # It names the encoding of the bytes that were; the text is decoded already.
    opening = text.lstrip("\ufeff \r\n\t")
    return opening.partition("?>")[2] if opening.startswith("<?xml") else opening


class _Sheet:
    def __init__(self, element: etree._Element, number: int, limits: Limits) -> None:
        self._element = element
        self._number = number
        self._limits = limits
        self._name = element.get(f"{_SS}Name", f"Sheet{number}")
        self._cells: dict[tuple[int, int], CellValue] = {}
        self._merged: list[MergedRange] = []
        self._hidden_rows: set[int] = set()
        self._hidden_columns: set[int] = set()

    def grid(self) -> Grid:
        tables = list(self._element.iterchildren(f"{_SS}Table"))
        if len(tables) > 1:
            raise ValueError("two tables in one sheet")
        for table in tables:
            self._read(table)
        row_count = max((row for row, _ in self._cells), default=0)
        column_count = max((column for _, column in self._cells), default=0)
        self._limits.refuse_oversize_sheet(self._name, row_count, column_count)
        rows: list[list[CellValue]] = [[None] * column_count for _ in range(row_count)]
        for (row, column), value in self._cells.items():
            rows[row - 1][column - 1] = value
        trimmed, merged = trim_merged(rows, self._merged)
        is_hidden = any(each.text != "SheetVisible" for each in self._element.iter(_HIDDEN_SHEET))
        return Grid(
            self._name,
            self._number,
            trimmed,
            merged,
            is_hidden=is_hidden,
            hidden_rows=filled_rows(trimmed, self._hidden_rows),
            hidden_columns=filled_columns(trimmed, self._hidden_columns),
        )

    def _read(self, table: etree._Element) -> None:
        for position, column in _indexed(table, "Column", "Span"):
            if column.get(f"{_SS}Hidden") == "1":
                last = position + int(column.get(f"{_SS}Span", "0"))
                self._hidden_columns |= set(range(position, min(last, position + 16_383) + 1))
        for position, row in _indexed(table, "Row", "Span"):
            if row.get(f"{_SS}Hidden") == "1":
                self._hidden_rows.add(position)
            for at, cell in _indexed(row, "Cell", "MergeAcross"):
                self._add(position, at, cell)

    def _add(self, row: int, column: int, cell: etree._Element) -> None:
        across, down = int(cell.get(f"{_SS}MergeAcross", "0")), int(cell.get(f"{_SS}MergeDown", "0"))
        if across or down:
            self._merged.append(MergedRange(row, column, row + down, column + across))
        value = _value(cell)
        if value is not None:
            self._cells[row, column] = value
            self._limits.refuse_oversize_sheet(self._name, 1, len(self._cells))


def _indexed(parent: etree._Element, name: str, extent: str) -> Iterator[tuple[int, etree._Element]]:
    """Gives children with their 1-based position; one may name its own and may reach over several."""
    position = 1
    for child in parent.iterchildren(f"{_SS}{name}"):
        given = int(child.get(f"{_SS}Index", position))
        if given < position:
            raise ValueError("a row or cell stands where another one stands")
        position = given
        yield position, child
        position += 1 + int(child.get(f"{_SS}{extent}", "0"))


def _value(cell: etree._Element) -> CellValue:
    data = cell.find(f"{_SS}Data")
    text = "" if data is None else "".join(data.itertext())
    if data is None or not text:
        formula = cell.get(f"{_SS}Formula")
        return formula if formula else None
    match data.get(f"{_SS}Type"):
        case "Number":
            return float(text) if _NUMBER.fullmatch(text) else text
        case "Boolean":
            return text == "1"
        case "DateTime":
            return datetime.fromisoformat(text.removesuffix("Z"))
        case _:
            return text
