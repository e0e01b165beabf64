"""Writes a table as a web page, as school systems do when they offer "Excel"."""

from lxml import etree
from lxml.builder import E

from edusandbox.samples.tables import SampleTable
from transforms.grid import MergedRange, cell_text


def html_bytes(table: SampleTable, encoding: str, *, banner: str | None = None) -> bytes:
    """Writes a table as a page; merged blocks become spans and links anchors.

    Args:
        table: The table.
        encoding: `utf-8` or `windows-874`; named in the page's head.
        banner: Text of a table of its own before it, as pages have that are laid out with tables.

    Raises:
        UnicodeEncodeError: The encoding lacks a character of the table.
    """
    blocks, covered = table.blocks(), table.covered()
    columns = range(1, len(table.columns) + 1)
    lines = [
        E.tr(
            *(
                _cell(table, row, column, blocks.get((row, column)))
                for column in columns
                if (row, column) not in covered
            )
        )
        for row in range(1, len(table.rows) + 1)
    ]
    before = [E.table(E.tr(E.td(banner)))] if banner else []
    page = E.html(
        E.head(E.meta(charset=encoding), E.title(table.sheet_name)),
        E.body(*before, E.table(*lines, border="1")),
    )
    codec = "cp874" if encoding == "windows-874" else encoding
    text = etree.tostring(
        page, method="html", encoding="unicode", doctype="<!DOCTYPE html>", pretty_print=True
    )
    return text.encode(codec)


def _cell(table: SampleTable, row: int, column: int, block: MergedRange | None) -> etree._Element:
    text = cell_text(table.cell(row, column))
    address = table.links.get((row, column))
    content = E.a(text, href=address) if address else text
    spans = {}
    if block is not None:
        spans = {
            "rowspan": str(block.last_row - block.first_row + 1),
            "colspan": str(block.last_column - block.first_column + 1),
        }
    return E.td(content, **spans)
