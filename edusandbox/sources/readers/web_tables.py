"""The cells of a web page's table, laid out as a browser lays them out."""

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml.html import HtmlElement

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.edges import filled_columns, filled_rows, trim_merged
from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.sources.readers.shown_values import add_web_result, web_value, with_numbers
from edusandbox.sources.readers.stale_formulas import distrust_zeros
from edusandbox.sources.readers.web_rendering import Rendering, is_shown, show_text
from schemas.issues import Finding
from transforms.grid import CellValue, Grid, MergedRange

_LEADING_DIGITS = re.compile(r"\s*(\d+)")
# Browsers' own bounds (HTML standard, 4.9.11).
_MOST_COLUMNS_SPANNED = 1000
_MOST_ROWS_SPANNED = 65534
_LEAST_FILLED = 2
Row = tuple[HtmlElement | None, list[HtmlElement]]


@dataclass(slots=True)
class WebTable:
    """A table while it is laid out; places are 1-based.

    Attributes:
        element: The table's element.
        rendering: What the page hides, strikes out and raises.
        row_count: Number of rows.
        column_count: Number of columns.
        cells: What cells show.
        merged: Cells that span several.
        links: Addresses that cells link to.
        remarks: What is said of characters that were taken off.
        details: What Excel's formulas tell.
        hidden_rows: Rows that are hidden.
        hidden_columns: Columns that are hidden.
        places: Row, first and last column of each cell, where the page hides anything.
    """

    element: HtmlElement
    rendering: Rendering
    row_count: int = 0
    column_count: int = 0
    cells: dict[tuple[int, int], CellValue] = field(default_factory=dict)
    merged: list[MergedRange] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    remarks: list[Finding] = field(default_factory=list)
    details: SheetDetails = field(default_factory=SheetDetails)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    places: dict[HtmlElement, tuple[int, int, int]] = field(default_factory=dict)

    @property
    def holds_data(self) -> bool:
        """Whether it is more than an arrangement of the page: a banner, a menu."""
        filled_rows = {row for row, _ in self.cells}
        filled_columns = {column for _, column in self.cells}
        return min(len(filled_rows), len(filled_columns)) >= _LEAST_FILLED

    def to_grid(self, number: int, limits: Limits) -> Grid:
        """The table as a sheet.

        Args:
            number: Its number on the page.
            limits: The bounds of reading.

        Raises:
            UnreadableDeliveryError: `FI006` if it is too large.
        """
        name = f"ตาราง {number}"
        limits.refuse_oversize_sheet(name, self.row_count, self.column_count)
        rows: list[list[CellValue]] = [[None] * self.column_count for _ in range(self.row_count)]
        for (row, column), value in self.cells.items():
            rows[row - 1][column - 1] = value
        if self.details.zero_formulas:
            distrust_zeros({name: self.details}, {name: with_numbers(rows)})
            for (row, column), formula in self.details.formulas.items():
                rows[row - 1][column - 1] = formula
        trimmed, merged = trim_merged(rows, self.merged)
        links = {
            (row, column): address
            for (row, column), address in self.links.items()
            if row <= len(trimmed) and column <= len(trimmed[0])
        }
        return Grid(
            name,
            number,
            trimmed,
            merged,
            links,
            is_hidden=not is_shown(self.element, self.rendering),
            hidden_rows=filled_rows(trimmed, self.hidden_rows),
            hidden_columns=filled_columns(trimmed, self.hidden_columns),
            remarks=tuple(self.remarks),
        )


def lay_out(element: HtmlElement, rendering: Rendering) -> WebTable:
    """Lays out a table.

    A hidden row or column is read and known as such. A cell that is hidden by itself takes no place: those
    after it stand further left, as the reader of the page sees them.

    Args:
        element: The table.
        rendering: What the page hides, strikes out and raises.
    """
    rows = list(_rows(element))
    table = _lay_rows(element, rendering, rows)
    if not rendering.hidden:
        return table
    out_of_place = _hidden_among_shown(table, rows) - rendering.blank
    if out_of_place:
        rows = [(line, [cell for cell in cells if cell not in out_of_place]) for line, cells in rows]
        table = _lay_rows(element, rendering, rows)
    for cell in _hidden_among_shown(table, rows):
        table.cells.pop(table.places[cell][:2], None)
    table.hidden_columns |= _hidden_columns(table, rows) | _columns_hidden_at_once(element, rendering)
    return table


def _rows(table: HtmlElement) -> Iterator[Row]:
    """The rows with their cells; cells that no row holds make one, as browsers show them."""
    stray: list[HtmlElement] = []
    for element in table.iter("tr", "td", "th"):
        if element.tag == "tr":
            if stray:
                yield None, stray
                stray = []
            yield element, list(element.iterchildren("td", "th"))
        elif next(element.iterancestors()).tag != "tr":
            stray.append(element)
    if stray:
        yield None, stray


def _lay_rows(element: HtmlElement, rendering: Rendering, rows: Sequence[Row]) -> WebTable:
    table = WebTable(element, rendering)
    if not rendering.doubtful.isdisjoint(element.iter() if rendering.doubtful else ()):
        table.remarks.append(Finding("FI110"))
    table.row_count = len(rows)
    rows_left: dict[int, int] = {}
    for row, (line, cells) in enumerate(rows, start=1):
        if line is not None and rendering.hidden and _is_hidden_row(line, rendering):
            table.hidden_rows.add(row)
        started: dict[int, int] = {}
        column = 1
        for cell in cells:
            while column in rows_left:
                column += 1
            last_row, last_column = _lay_cell(table, cell, row, column)
            started |= dict.fromkeys(range(column, last_column + 1), last_row - row)
            column = last_column + 1
        rows_left = {at: left - 1 for at, left in rows_left.items() if left > 1}
        rows_left |= {at: left for at, left in started.items() if left > 0}
    return table


def _is_hidden_row(line: HtmlElement, rendering: Rendering) -> bool:
    around = itertools.takewhile(lambda each: each.tag != "table", line.iterancestors())
    return line in rendering.hidden or any(each in rendering.hidden for each in around)


def _shown_columns(table: WebTable, rows: Sequence[Row]) -> set[int]:
    """Columns with a cell of their own, in a shown row, that is not hidden."""
    return {
        table.places[cell][1]
        for number, (_, cells) in enumerate(rows, start=1)
        for cell in cells
        if number not in table.hidden_rows
        and cell not in table.rendering.hidden
        and table.places[cell][1] == table.places[cell][2]
    }


def _hidden_among_shown(table: WebTable, rows: Sequence[Row]) -> set[HtmlElement]:
    """Cells that are hidden by themselves: in a row and in a column that are shown."""
    shown = _shown_columns(table, rows)
    return {
        cell
        for cell, (row, first, last) in table.places.items()
        if cell in table.rendering.hidden
        and row not in table.hidden_rows
        and not shown.isdisjoint(range(first, last + 1))
    }


def _hidden_columns(table: WebTable, rows: Sequence[Row]) -> set[int]:
    shown = _shown_columns(table, rows)
    covered = {
        column
        for cell, (row, first, last) in table.places.items()
        if cell in table.rendering.hidden and row not in table.hidden_rows
        for column in range(first, last + 1)
    }
    return covered - shown


def _columns_hidden_at_once(table: HtmlElement, rendering: Rendering) -> set[int]:
    """Columns that `col` or `colgroup` hide, as Excel writes hidden columns."""
    hidden: set[int] = set()
    position = 1
    for column in table.iter("colgroup", "col"):
        if column.tag == "colgroup" and column.find("col") is not None:
            continue
        last = position + _span(column, "span", _MOST_COLUMNS_SPANNED) - 1
        if column in rendering.hidden or next(column.iterancestors()) in rendering.hidden - {table}:
            hidden |= set(range(position, last + 1))
        position = last + 1
    return hidden


def _lay_cell(table: WebTable, cell: HtmlElement, row: int, column: int) -> tuple[int, int]:
    """Puts one cell into the table; returns the last row and column that it covers."""
    last_row = min(row + _span(cell, "rowspan", _MOST_ROWS_SPANNED) - 1, table.row_count)
    last_column = column + _span(cell, "colspan", _MOST_COLUMNS_SPANNED) - 1
    table.column_count = max(table.column_count, last_column)
    if (last_row, last_column) != (row, column):
        table.merged.append(MergedRange(row, column, last_row, last_column))
    if table.rendering.hidden:
        table.places[cell] = (row, column, last_column)
    text, remarks = show_text(cell, table.rendering, row, column)
    table.remarks += remarks
    # Excel and LibreOffice write the number under the text.
    stored = None if remarks else cell.get("x:num") or cell.get("sdval")
    value = web_value(text, stored, table.rendering.formats.get(cell))
    if formula := cell.get("x:fmla"):
        value = formula if value is None and not remarks else value
        add_web_result(table.details, (row, column), formula, value)
    if value is not None:
        table.cells[row, column] = value
    address = next((link.get("href", "").strip() for link in cell.iter("a") if link.get("href")), "")
    if address:
        table.links[row, column] = address
    return last_row, last_column


def _span(cell: HtmlElement, attribute: str, most: int) -> int:
    match = _LEADING_DIGITS.match(cell.get(attribute, ""))
    # Nought means "to the end of the table" for rows, and browsers take it for one column.
    span = int(match[1]) if match else 1
    return min(span or (most if attribute == "rowspan" else 1), most)
