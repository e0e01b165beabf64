"""Reads SpreadsheetML 2003: the XML workbook that many web systems hand out under the name .xls."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Self

from lxml import etree

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.edges import filled_columns, filled_rows, trim_merged
from edusandbox.sources.readers.page_headers import header_lines
from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.sources.readers.stale_formulas import distrust_zeros
from edusandbox.sources.readers.xml_cells import add_result, read_cell
from edusandbox.sources.readers.xml_styles import PLAIN_STYLE, XmlStyle, read_styles
from schemas.issues import Finding, Place
from transforms.grid import DAY_ZERO, DAY_ZERO_OF_1904, CellValue, Grid, MergedRange

NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_SS = f"{{{NAMESPACE}}}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_LAST_COLUMN = 16_383


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
        book = _Book.of(workbook.getroot())
        elements = workbook.getroot().iterchildren(f"{_SS}Worksheet")
        sheets = [_Sheet(sheet, number, book, limits) for number, sheet in enumerate(elements, start=1)]
    except (etree.LxmlError, ValueError) as error:
        # What the parser says may quote a cell, and a cell may hold a person's name.
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "damaged XML"})) from error
    distrust_zeros(
        {sheet.name: sheet.details for sheet in sheets}, {sheet.name: sheet.rows for sheet in sheets}
    )
    grids = [sheet.grid() for sheet in sheets]
    return tuple(grid for grid in grids if grid.rows)


@dataclass(frozen=True, slots=True)
class _Book:
    """What the cells of a workbook refer to."""

    styles: Mapping[str, XmlStyle]
    day_zero: date

    @classmethod
    def of(cls, workbook: etree._Element) -> Self:
        is_1904 = workbook.find(f"{_EXCEL}ExcelWorkbook/{_EXCEL}Date1904") is not None
        return cls(read_styles(workbook), DAY_ZERO_OF_1904 if is_1904 else DAY_ZERO)


def _without_declaration(text: str) -> str:
    # It names the encoding of the bytes that were; the text is decoded already.
    opening = text.lstrip("\ufeff \r\n\t")
    return opening.partition("?>")[2] if opening.startswith("<?xml") else opening


class _Sheet:
    """A worksheet; places are 1-based."""

    def __init__(self, element: etree._Element, number: int, book: _Book, limits: Limits) -> None:
        self._element = element
        self._number = number
        self._book = book
        self._limits = limits
        self.name = element.get(f"{_SS}Name", f"Sheet{number}")
        self.details = SheetDetails(day_zero=book.day_zero)
        self._cells: dict[tuple[int, int], CellValue] = {}
        tables = list(self._element.iterchildren(f"{_SS}Table"))
        if len(tables) > 1:
            raise ValueError("two tables in one sheet")
        for table in tables:
            self._read(table)
        self.rows = self._laid_out()

    def _laid_out(self) -> list[list[CellValue]]:
        row_count = max((row for row, _ in self._cells), default=0)
        column_count = max((column for _, column in self._cells), default=0)
        self._limits.refuse_oversize_sheet(self.name, row_count, column_count)
        rows: list[list[CellValue]] = [[None] * column_count for _ in range(row_count)]
        for (row, column), value in self._cells.items():
            rows[row - 1][column - 1] = value
        return rows

    def grid(self) -> Grid:
        for (row, column), text in self.details.formulas.items():
            self.rows[row - 1][column - 1] = text
        trimmed, merged = trim_merged(self.rows, self.details.merged)
        is_hidden = any(each.text != "SheetVisible" for each in self._element.iter(f"{_EXCEL}Visible"))
        return Grid(
            self.name,
            self._number,
            trimmed,
            merged,
            is_hidden=is_hidden,
            hidden_rows=filled_rows(trimmed, self.details.hidden_rows),
            hidden_columns=filled_columns(trimmed, self.details.hidden_columns),
            remarks=tuple(self.details.remarks),
            day_zero=self.details.day_zero,
            text_above=self._printed("Header"),
            text_below=self._printed("Footer"),
        )

    def _printed(self, name: str) -> tuple[str, ...]:
        parts = self._element.iterfind(f"{_EXCEL}WorksheetOptions/{_EXCEL}PageSetup/{_EXCEL}{name}")
        return tuple(line for part in parts for line in header_lines(part.get(f"{_EXCEL}Data")))

    def _read(self, table: etree._Element) -> None:
        styles: dict[int, str] = {}
        for position, column in _indexed(table, "Column", "Span"):
            last = min(position + int(column.get(f"{_SS}Span", "0")), position + _LAST_COLUMN)
            columns = range(position, last + 1)
            if column.get(f"{_SS}Hidden") == "1":
                self.details.hidden_columns |= set(columns)
            if style := column.get(f"{_SS}StyleID"):
                styles |= dict.fromkeys(columns, style)
        of_table = table.get(f"{_SS}StyleID", "Default")
        for position, row in _indexed(table, "Row", "Span"):
            if row.get(f"{_SS}Hidden") == "1":
                self.details.hidden_rows.add(position)
            of_row = row.get(f"{_SS}StyleID")
            for at, cell in _indexed(row, "Cell", "MergeAcross"):
                style = cell.get(f"{_SS}StyleID") or of_row or styles.get(at, of_table)
                self._add(position, at, cell, self._book.styles.get(style, PLAIN_STYLE))

    def _add(self, row: int, column: int, cell: etree._Element, style: XmlStyle) -> None:
        across, down = int(cell.get(f"{_SS}MergeAcross", "0")), int(cell.get(f"{_SS}MergeDown", "0"))
        if across or down:
            self.details.merged.append(MergedRange(row, column, row + down, column + across))
        value, remarks = read_cell(cell, style, Place(row=row, column=column), self.details.day_zero)
        self.details.remarks += remarks
        if value is not None:
            self._cells[row, column] = value
            self._limits.refuse_oversize_sheet(self.name, 1, len(self._cells))
        if formula := cell.get(f"{_SS}Formula"):
            add_result(self.details, (row, column), formula, value)


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
