"""Tables as a person sees them on the sheet, written as Excel's binary workbooks, record by record."""

from collections.abc import Callable, Mapping, Sequence
from itertools import accumulate

from tests.hostile.visible import (
    NUMBER_FORMATS,
    PLAIN,
    STRUCK_OUT,
    SUBSCRIPT,
    SUPERSCRIPT,
    Run,
    VisibleCell,
    VisibleTable,
    is_covered,
)
from tests.sources.made_binary import (
    BIFF5,
    BIFF8,
    xls_bytes,
    xls_font,
    xls_format,
    xls_merged,
    xls_number,
    xls_rich_text,
    xls_style,
    xls_text,
    xlsb_font,
    xlsb_formats,
    xlsb_merged,
    xlsb_number,
    xlsb_rich_text,
    xlsb_runs,
    xlsb_styles,
    xlsb_text,
    xlsb_workbook,
)

_OWN_FORMATS = {code: 164 + at for at, code in enumerate(NUMBER_FORMATS) if code != "General"}
_FORMATS = {"General": 0, **_OWN_FORMATS}
"""The number of each format; those below 164 are Excel's own."""
_STYLES = {code: at for at, code in enumerate(_FORMATS)}
_XLS_FONTS = {PLAIN: 0, SUPERSCRIPT: 5, SUBSCRIPT: 6, STRUCK_OUT: 7}
"""Fonts of the older format are numbered without a 4."""
_XLSB_FONTS = {PLAIN: 0, SUPERSCRIPT: 1, SUBSCRIPT: 2, STRUCK_OUT: 3}


def as_xls(table: VisibleTable) -> bytes:
    """A workbook of Excel 97 to 2003."""
    return _as_xls(table, BIFF8)


def as_older_xls(table: VisibleTable) -> bytes:
    """A workbook of Excel 5 and 95, which knows no merged blocks."""
    return _as_xls(table, BIFF5)


def _as_xls(table: VisibleTable, version: int) -> bytes:
    fonts = xls_font(version) * 4 + xls_font(version, raised=1) + xls_font(version, raised=2)
    fonts += xls_font(version, is_struck=True)
    formats = b"".join(xls_format(version, number, code) for code, number in _OWN_FORMATS.items())
    styles = b"".join(xls_style(version, number_format=number) for number in _FORMATS.values())
    cells = [
        _xls_cell(row, column, cell, version)
        for row, line in enumerate(table.rows)
        for column, cell in enumerate(line)
        if cell is not None and not is_covered(table, row, column)
    ]
    cells += [xls_merged(top, bottom, left, right) for top, left, bottom, right in table.merged]
    return xls_bytes(version, cells, head=fonts + formats + styles)


def _xls_cell(row: int, column: int, cell: VisibleCell, version: int) -> bytes:
    if cell.number is not None:
        return xls_number(row, column, float(cell.number), _STYLES[cell.number_format])
    if [run.mark for run in cell.runs] == [PLAIN]:
        return xls_text(row, column, cell.runs[0].text, version)
    return xls_rich_text(row, column, _whole(cell.runs), _changes(cell.runs, _XLS_FONTS), version)


def as_xlsb(table: VisibleTable) -> bytes:
    """A binary workbook of Excel 2007 and later."""
    fonts = xlsb_font() + xlsb_font(raised=1) + xlsb_font(raised=2) + xlsb_font(is_struck=True)
    styles = xlsb_styles(*((number, 0) for number in _FORMATS.values()))
    rows = [
        [
            _xlsb_cell(column, cell)
            for column, cell in enumerate(line)
            if cell is not None and not is_covered(table, row, column)
        ]
        for row, line in enumerate(table.rows)
    ]
    merged = b"".join(xlsb_merged(top, bottom, left, right) for top, left, bottom, right in table.merged)
    formats = xlsb_formats({number: code for code, number in _OWN_FORMATS.items()})
    return xlsb_workbook(rows, behind=merged, styles=formats + fonts + styles)


def _xlsb_cell(column: int, cell: VisibleCell) -> bytes:
    if cell.number is not None:
        return xlsb_number(column, float(cell.number), _STYLES[cell.number_format])
    if [run.mark for run in cell.runs] == [PLAIN]:
        return xlsb_text(column, cell.runs[0].text)
    return xlsb_rich_text(column, xlsb_runs(_whole(cell.runs), _changes(cell.runs, _XLSB_FONTS)))


def _whole(runs: Sequence[Run]) -> str:
    return "".join(run.text for run in runs)


def _changes(runs: Sequence[Run], fonts: dict[str, int]) -> list[tuple[int, int]]:
    """From which character on which font holds."""
    starts = accumulate((len(run.text) for run in runs[:-1]), initial=0)
    return [(start, fonts[run.mark]) for start, run in zip(starts, runs, strict=True)]


BINARY_WRITERS: Mapping[str, Callable[[VisibleTable], bytes]] = {
    "xls": as_xls,
    "older.xls": as_older_xls,
    "xlsb": as_xlsb,
}
"""How a table is written, by the ending of its file's name."""
