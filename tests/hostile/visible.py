"""Tables as a person sees them on the sheet, written in several formats; what is seen is known beforehand."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.sources.made_files import zip_bytes

PLAIN, SUPERSCRIPT, SUBSCRIPT, STRUCK_OUT = "plain", "superscript", "subscript", "struck out"


@dataclass(frozen=True)
class Run:
    """A piece of a text and the mark that its characters bear."""

    text: str
    mark: str = PLAIN


@dataclass(frozen=True)
class VisibleCell:
    """A cell: a text in pieces, or a number in a format.

    Attributes:
        runs: The pieces of a text.
        number: The stored number.
        number_format: How the number is shown.
    """

    runs: tuple[Run, ...] = ()
    number: int | None = None
    number_format: str = "General"

    @property
    def shown(self) -> str:
        """What a person reads there: footnote marks and struck-out text are no part of it."""
        if self.number is not None:
            return NUMBER_FORMATS[self.number_format](self.number)
        return "".join(run.text for run in self.runs if run.mark == PLAIN)


NUMBER_FORMATS: Mapping[str, Callable[[int], str]] = {
    "General": str,
    "0": str,
    "#,##0": lambda number: f"{number:,}",
    "0%": lambda number: f"{100 * number}%",
    '"ป."0': lambda number: f"ป.{number}",
    '0" คน"': lambda number: f"{number} คน",
    ";;;": lambda _: "",
    "0.0": lambda number: f"{number}.0",
    "0000": lambda number: f"{number:04}",
    '0;-0;"-"': lambda number: str(number) if number else "-",
}
"""Number formats, and what they make of a whole number."""

Block = tuple[int, int, int, int]
"""First row, first column, last row, last column of a merged block, from 0."""


@dataclass
class VisibleTable:
    """A sheet: rows of cells of any length (None is empty) and merged blocks."""

    rows: list[list[VisibleCell | None]]
    merged: list[Block] = field(default_factory=list)


def text(value: str) -> VisibleCell:
    """A cell with a plain text."""
    return VisibleCell((Run(value),))


def number(value: int, number_format: str = "General") -> VisibleCell:
    """A cell with a number."""
    return VisibleCell(number=value, number_format=number_format)


def as_csv(table: VisibleTable) -> bytes:
    """Text with commas: neither marks nor formats nor merged blocks, only what is seen."""
    stream = io.StringIO()
    csv.writer(stream).writerows([cell.shown if cell else "" for cell in row] for row in table.rows)
    return stream.getvalue().encode()


def as_html(table: VisibleTable) -> bytes:
    """A web page; a number's format is what Excel's own pages say of it, and the text is what is seen."""
    tags = {PLAIN: "span", SUPERSCRIPT: "sup", SUBSCRIPT: "sub", STRUCK_OUT: "del"}
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in table.merged}
    lines = []
    for row, cells in enumerate(table.rows):
        line = []
        for column, cell in enumerate(cells):
            if is_covered(table, row, column):
                continue
            down, across = spans.get((row, column), (1, 1))
            content = ""
            if cell and cell.number is not None:
                content = escape(cell.shown)
            elif cell:
                content = "".join(
                    f"<{tags[run.mark]}>{escape(run.text)}</{tags[run.mark]}>" for run in cell.runs
                )
            line.append(f'<td rowspan="{down}" colspan="{across}">{content}</td>')
        lines.append(f"<tr>{''.join(line)}</tr>")
    return f"<html><body><table>{''.join(lines)}</table></body></html>".encode()


def as_xlsx(table: VisibleTable) -> bytes:
    """An Excel workbook."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for row, cells in enumerate(table.rows):
            for column, cell in enumerate(cells):
                if cell is not None and not is_covered(table, row, column):
                    _write(book, sheet, row, column, cell)
        for block in table.merged:
            top, left, *_ = block
            sheet.merge_range(*block, "")
            if (cell := table.rows[top][left]) is not None:
                _write(book, sheet, top, left, cell)
    return stream.getvalue()


def _write(book: xlsxwriter.Workbook, sheet: Worksheet, row: int, column: int, cell: VisibleCell) -> None:
    if cell.number is not None:
        sheet.write_number(row, column, cell.number, book.add_format({"num_format": cell.number_format}))
        return
    formats = [book.add_format(_XLSX_MARKS[run.mark]) for run in cell.runs]
    if len(cell.runs) == 1:
        sheet.write_string(row, column, cell.runs[0].text, formats[0])
        return
    pieces = [piece for run, form in zip(cell.runs, formats, strict=True) for piece in (form, run.text)]
    sheet.write_rich_string(row, column, *pieces)


_XLSX_MARKS: Mapping[str, Mapping[str, object]] = {
    PLAIN: {},
    SUPERSCRIPT: {"font_script": 1},
    SUBSCRIPT: {"font_script": 2},
    STRUCK_OUT: {"font_strikeout": True},
}


def as_spreadsheet_xml(table: VisibleTable) -> bytes:
    """An XML workbook of Excel 2003."""
    formats = sorted({cell.number_format for row in table.rows for cell in row if cell and not cell.runs})
    styles = "".join(
        f'<Style ss:ID="f{at}"><NumberFormat ss:Format="{escape(code)}"/></Style>'
        for at, code in enumerate(formats)
    )
    lines = []
    for row, cells in enumerate(table.rows):
        line = []
        for column, cell in enumerate(cells):
            if cell is not None and not is_covered(table, row, column):
                line.append(_xml_cell(table, row, column, cell, formats))
        lines.append(f'<Row ss:Index="{row + 1}">{"".join(line)}</Row>')
    return (
        '<?xml version="1.0" encoding="UTF-8"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Styles>'
        f'{styles}</Styles><Worksheet ss:Name="ข้อมูล"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


def _xml_cell(table: VisibleTable, row: int, column: int, cell: VisibleCell, formats: Sequence[str]) -> str:
    block = next((each for each in table.merged if each[:2] == (row, column)), None)
    merge = f' ss:MergeDown="{block[2] - row}" ss:MergeAcross="{block[3] - column}"' if block else ""
    if cell.number is not None:
        style = f' ss:StyleID="f{formats.index(cell.number_format)}"'
        data = f'<Data ss:Type="Number">{cell.number}</Data>'
        return f'<Cell ss:Index="{column + 1}"{merge}{style}>{data}</Cell>'
    tags = {PLAIN: "Font", SUPERSCRIPT: "Sup", SUBSCRIPT: "Sub", STRUCK_OUT: "S"}
    content = "".join(f"<{tags[run.mark]}>{escape(run.text)}</{tags[run.mark]}>" for run in cell.runs)
    html = 'xmlns="http://www.w3.org/TR/REC-html40"'
    return f'<Cell ss:Index="{column + 1}"{merge}><ss:Data ss:Type="String" {html}>{content}</ss:Data></Cell>'


_ODS_SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in (
        ("office", "office"),
        ("table", "table"),
        ("text", "text"),
        ("style", "style"),
        ("fo", "xsl-fo-compatible"),
        ("number", "datastyle"),
    )
)
_ODS_MARKS = {
    SUPERSCRIPT: 'style:text-position="super 58%"',
    SUBSCRIPT: 'style:text-position="sub 58%"',
    STRUCK_OUT: 'style:text-line-through-style="solid"',
}
_ODS_NUMBERS = {
    '"ป."0': "<number:text>ป.</number:text><number:number number:min-integer-digits='1'/>",
    '0" คน"': "<number:number number:min-integer-digits='1'/><number:text> คน</number:text>",
    ";;;": "",
    "0000": "<number:number number:min-integer-digits='4'/>",
}


def as_ods(table: VisibleTable) -> bytes:
    """An OpenDocument spreadsheet; the text of each cell is what is seen, as office suites write it."""
    marks = "".join(
        f'<style:style style:name="{mark.replace(" ", "_")}" style:family="text">'
        f"<style:text-properties {attributes}/></style:style>"
        for mark, attributes in _ODS_MARKS.items()
    )
    styles = "".join(
        f'<number:number-style style:name="N{at}">{content}</number:number-style>'
        f'<style:style style:name="f{at}" style:family="table-cell" style:data-style-name="N{at}"/>'
        for at, content in enumerate(_ODS_NUMBERS.values())
    )
    lines = []
    for row, cells in enumerate(table.rows):
        line = [_ods_cell(table, row, column, cell) for column, cell in enumerate(cells)]
        lines.append(f"<table:table-row>{''.join(line)}</table:table-row>")
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODS_SPACES} office:version="1.2">'
        f"<office:automatic-styles>{marks}{styles}</office:automatic-styles>"
        f'<office:body><office:spreadsheet><table:table table:name="ข้อมูล">{"".join(lines)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<?xml version="1.0" encoding="UTF-8"?><manifest:manifest'
        ' xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return zip_bytes({"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest})


def _ods_cell(table: VisibleTable, row: int, column: int, cell: VisibleCell | None) -> str:
    if is_covered(table, row, column):
        return "<table:covered-table-cell/>"
    if cell is None:
        return "<table:table-cell/>"
    block = next((each for each in table.merged if each[:2] == (row, column)), None)
    span = (
        f' table:number-rows-spanned="{block[2] - row + 1}"'
        f' table:number-columns-spanned="{block[3] - column + 1}"'
        if block
        else ""
    )
    if cell.number is None:
        content = "".join(
            escape(run.text)
            if run.mark == PLAIN
            else f'<text:span text:style-name="{run.mark.replace(" ", "_")}">{escape(run.text)}</text:span>'
            for run in cell.runs
        )
        opening = f'<table:table-cell office:value-type="string"{span}>'
        return f"{opening}<text:p>{content}</text:p></table:table-cell>"
    kind = "percentage" if cell.number_format == "0%" else "float"
    styled = list(_ODS_NUMBERS)
    style = f' table:style-name="f{styled.index(cell.number_format)}"' if cell.number_format in styled else ""
    value = f'office:value-type="{kind}" office:value="{cell.number}"'
    return f"<table:table-cell {value}{style}{span}><text:p>{escape(cell.shown)}</text:p></table:table-cell>"


def is_covered(table: VisibleTable, row: int, column: int) -> bool:
    """Whether a place (0-based) lies in a merged block and is not its first."""
    return any(
        top <= row <= bottom and left <= column <= right and (row, column) != (top, left)
        for top, left, bottom, right in table.merged
    )


WRITERS: Mapping[str, Callable[[VisibleTable], bytes]] = {
    "csv": as_csv,
    "html": as_html,
    "xlsx": as_xlsx,
    "xml": as_spreadsheet_xml,
    "ods": as_ods,
}
"""How a table is written, by the ending of its file's name."""
