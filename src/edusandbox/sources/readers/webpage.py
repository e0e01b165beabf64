"""Reads the tables of a web page, under whatever name it was saved."""

import re
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from edusandbox.issues import Finding
from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.edges import trim_merged
from edusandbox.sources.readers.web_surroundings import with_surroundings
from edusandbox.transforms.grid import CellValue, Grid, MergedRange

_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b.*?<tr\b.*?<t[dh]\b", re.IGNORECASE | re.DOTALL)
_OPENING_LENGTH = 4096
_DECLARED_ENCODING = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
_WORD_BREAKS = ("br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6")
_NOT_SHOWN = ("script", "style", "template")
_LEADING_DIGITS = re.compile(r"\s*(\d+)")
# Browsers' own bounds (HTML standard, 4.9.11).
_MOST_COLUMNS_SPANNED = 1000
_MOST_ROWS_SPANNED = 65534
_LEAST_FILLED = 2


def is_web_page(text: str) -> bool:
    """Whether a text is a web page or a piece of one.

    Args:
        text: The whole file, decoded.
    """
    opening = text[:_OPENING_LENGTH]
    if not opening.lstrip().startswith("<"):
        # Some programs print a warning before the page.
        return _TABLE.search(opening) is not None
    return _PAGE.search(opening) is not None or _TABLE.search(text) is not None


def declared_encoding(content: bytes) -> str | None:
    """Finds the encoding that a web page says it has.

    Args:
        content: The whole file.

    Returns:
        The name as written in the first `meta` or `?xml` that has one, or None.
    """
    match = _DECLARED_ENCODING.search(content[:_OPENING_LENGTH])
    return match[1].decode("ascii", "ignore") if match else None


def read_web_page(text: str, limits: Limits) -> tuple[Grid, ...]:
    """Reads a web page's tables.

    Only tables without a table inside them are read, one of a single cell counting as text; those that
    merely arrange the page (a banner, a menu: fewer than two rows or two columns with text) are passed over
    where the page has any other.

    Args:
        text: The whole page, decoded.
        limits: The bounds of reading.

    Returns:
        A grid for each table, named `ตาราง 1`, `ตาราง 2`, ...; texts with inner white space folded; with
        what the page says around it.

    Raises:
        UnreadableDeliveryError: `FI004` if the page ends within a table, `FI006` if a table is too large.
    """
    if _is_cut_short(text):
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "incomplete web page"}))
    page = _parse(text)
    if page is None:
        return ()
    tables = [(each, _read_table(each)) for each in page.iter("table") if each.find(".//table") is None]
    filled = [(element, table) for element, table in tables if table.cells]
    chosen = [(element, table) for element, table in filled if table.holds_data] or filled
    grids = [
        (element, table.to_grid(number, limits)) for number, (element, table) in enumerate(chosen, start=1)
    ]
    return with_surroundings(page, grids)


@dataclass(slots=True)
class _Table:
    """A table while it is laid out; places are 1-based."""

    row_count: int = 0
    column_count: int = 0
    cells: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[MergedRange] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)

    @property
    def holds_data(self) -> bool:
        filled_rows = {row for row, _ in self.cells}
        filled_columns = {column for _, column in self.cells}
        return min(len(filled_rows), len(filled_columns)) >= _LEAST_FILLED

    def to_grid(self, number: int, limits: Limits) -> Grid:
        name = f"ตาราง {number}"
        limits.refuse_oversize_sheet(name, self.row_count, self.column_count)
        rows: list[list[CellValue]] = [[None] * self.column_count for _ in range(self.row_count)]
        for (row, column), value in self.cells.items():
            rows[row - 1][column - 1] = value
        trimmed, merged = trim_merged(rows, self.merged)
        links = {
            (row, column): address
            for (row, column), address in self.links.items()
            if row <= len(trimmed) and column <= len(trimmed[0])
        }
        return Grid(name, number, trimmed, merged, links)


def _parse(text: str) -> HtmlElement | None:
    # Parsed from bytes: lxml refuses text that declares an encoding, and pages declare wrong ones.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(text.replace("\x00", "").encode("utf-8", "replace"), parser=parser)
    except etree.ParserError:
        return None  # nothing but comments or white space
    etree.strip_elements(page, *_NOT_SHOWN, with_tail=False)
    for table in list(page.iter("table")):
        _take_as_text(table)
    for element in page.iter(*_WORD_BREAKS):
        element.text = f" {element.text or ''}"
        element.tail = f" {element.tail or ''}"
    return page


def _is_cut_short(text: str) -> bool:
    """Whether the last table of a page is never closed: rows after the cut are gone, and a figure halved."""
    lowered = text.lower()
    return lowered.rfind("<td") > max(lowered.rfind("</table"), lowered.rfind("</html"))


def _take_as_text(table: HtmlElement) -> None:
    """Turns a table of one cell within a cell into that cell's text."""
    cells = list(table.iter("td", "th"))
    if len(cells) <= 1 and any(each.tag in {"td", "th"} for each in table.iterancestors()):
        for element in (table, *table.iter("tbody", "tr", "td", "th")):
            element.tag = "span"


def _rows(table: HtmlElement) -> list[list[HtmlElement]]:
    """The cells of each row; cells that no row holds make one, as browsers show them."""
    rows: list[list[HtmlElement]] = []
    is_stray = False
    for element in table.iter("tr", "td", "th"):
        if element.tag == "tr":
            rows.append(list(element.iterchildren("td", "th")))
            is_stray = False
        elif next(element.iterancestors()).tag != "tr":
            if not is_stray:
                rows.append([])
            rows[-1].append(element)
            is_stray = True
    return rows


def _read_table(table: HtmlElement) -> _Table:
    laid_out = _Table()
    rows = _rows(table)
    laid_out.row_count = len(rows)
    rows_left: dict[int, int] = {}
    for row, cells in enumerate(rows, start=1):
        started: dict[int, int] = {}
        column = 1
        for cell in cells:
            while column in rows_left:
                column += 1
            last_row, last_column = _lay_cell(laid_out, cell, row, column)
            started |= dict.fromkeys(range(column, last_column + 1), last_row - row)
            column = last_column + 1
        rows_left = {at: left - 1 for at, left in rows_left.items() if left > 1}
        rows_left |= {at: left for at, left in started.items() if left > 0}
    return laid_out


def _lay_cell(table: _Table, cell: HtmlElement, row: int, column: int) -> tuple[int, int]:
    """Puts one cell into the table; returns the last row and column that it covers."""
    last_row = min(row + _span(cell, "rowspan", _MOST_ROWS_SPANNED) - 1, table.row_count)
    last_column = column + _span(cell, "colspan", _MOST_COLUMNS_SPANNED) - 1
    table.column_count = max(table.column_count, last_column)
    if (last_row, last_column) != (row, column):
        table.merged.append(MergedRange(row, column, last_row, last_column))
    value = " ".join("".join(cell.itertext()).split())
    if value:
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
