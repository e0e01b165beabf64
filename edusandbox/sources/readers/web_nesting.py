"""Tables of a web page that stand within another table: its data, or no more than the text of a cell."""

from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement

from edusandbox.sources.readers.web_rendering import STRUCTURE, Rendering
from transforms.cells.counts import parse_count

_CELLS = ("td", "th")
_LEAST_FILLED = 2
_LEAST_FIGURES = 2


def unwrap_inner_tables(page: HtmlElement, rendering: Rendering) -> None:
    """Turns the tables within the cells of a data table into those cells' texts.

    A table arranges a page unless texts of its own stand in two rows and two columns. One around another
    such table holds data where two figures stand in one of its rows.

    Args:
        page: The rendered page.
        rendering: What is not shown of it.
    """
    holding: set[HtmlElement] = set()
    # From within: a table that became a text no longer stands within another.
    for table in reversed(list(page.iter("table"))):
        if _is_text(table):
            _unwrap(table, rendering)
            continue
        rows = [list(_filled(row)) for row in table.iter("tr") if _table_of(row) is table]
        if not _fills_rows_and_columns(rows):
            continue
        inner = list(table.iter("table"))[1:]
        if holding.isdisjoint(inner) or any(_figures(row) >= _LEAST_FIGURES for row in rows):
            for each in inner:
                _unwrap(each, rendering)
        holding.add(table)


def _is_text(table: HtmlElement) -> bool:
    """Whether it is a table of one cell within a cell."""
    cells = list(table.iter(*_CELLS))
    return len(cells) <= 1 and any(each.tag in _CELLS for each in table.iterancestors())


def _fills_rows_and_columns(rows: list[list[tuple[int, str]]]) -> bool:
    columns = {column for row in rows for column, _ in row}
    return min(sum(map(bool, rows)), len(columns)) >= _LEAST_FILLED


def _figures(row: list[tuple[int, str]]) -> int:
    return sum(parse_count(text)[0] >= 0 for _, text in row)


def _filled(row: HtmlElement) -> Iterator[tuple[int, str]]:
    """The cells of a row with texts outside inner tables: number in the row and text."""
    for number, cell in enumerate(row.iterchildren(*_CELLS)):
        text = _own_text(cell)
        if text:
            yield number, text


def _own_text(cell: HtmlElement) -> str:
    parts = [cell.text or ""]
    walk = etree.iterwalk(cell, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            parts.append((element.tail or "") if element is not cell else "")
        elif element.tag == "table":
            walk.skip_subtree()
        elif element is not cell:
            parts.append(element.text or "")
    return "".join(parts).strip()


def _table_of(element: HtmlElement) -> HtmlElement | None:
    """The table that an element stands in or is."""
    return element if element.tag == "table" else next(element.iterancestors("table"), None)


def _unwrap(table: HtmlElement, rendering: Rendering) -> None:
    """Turns a table into text, a blank before each of its parts; what is hidden of it is not shown at all."""
    for element in (table, *table.iter(*STRUCTURE)):
        element.tag = "div"
        element.text, element.tail = f" {element.text or ''}", f" {element.tail or ''}"
    wrapper = next((each for each in _around(table) if each in rendering.hidden), None)
    for element in [wrapper] if wrapper is not None else list(table.iter(etree.Element)):
        if element in rendering.hidden:
            element.drop_tree()


def _around(table: HtmlElement) -> Iterator[HtmlElement]:
    """What stands around an inner table within its cell."""
    for element in table.iterancestors():
        if element.tag in STRUCTURE:
            return
        yield element
