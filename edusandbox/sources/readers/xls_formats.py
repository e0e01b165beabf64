"""What the cells of an xls workbook show: number formats, fonts, texts written in several fonts."""

import os
from collections.abc import Mapping, Sequence
from pathlib import Path

import xlrd

from edusandbox.sources.readers.cell_marks import Font, Run, read_runs
from edusandbox.sources.readers.cell_styles import CellStyle, cell_style
from edusandbox.sources.readers.formatted_numbers import number_text
from edusandbox.sources.readers.number_formats import shown, shown_text
from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.sources.readers.xls_head import XlsHead
from schemas.issues import Finding, Place
from transforms.grid import DAY_ZERO_OF_1904

_RAISED = {1, 2}


def add_xls_formats(content: bytes, head: XlsHead, details: Mapping[str, SheetDetails]) -> None:
    """Adds what cells show to the details of an xls workbook's sheets.

    Args:
        content: The whole workbook.
        head: What its head declares.
        details: Details by sheet name. Where the formats cannot be read, `FI110` is all that is said of the
            cells.
    """
    with Path(os.devnull).open("w", encoding="utf-8") as log:
        try:
            book = xlrd.open_workbook(
                file_contents=content,
                logfile=log,
                formatting_info=True,
                ragged_rows=True,
                ignore_workbook_corruption=True,
            )
            for sheet in book.sheets():
                if sheet.name in details:
                    _Sheet(book, sheet, head).add_to(details[sheet.name])
        except MemoryError:
            raise
        except Exception:
            for each in details.values():
                each.shown.clear()
                each.remarks[:] = [Finding("FI110")]


class _Sheet:
    """One sheet as xlrd reads it; rows and columns are 0-based here."""

    def __init__(self, book: xlrd.Book, sheet: xlrd.sheet.Sheet, head: XlsHead) -> None:
        self._sheet = sheet
        self._is_1904 = head.day_zero == DAY_ZERO_OF_1904
        self._fonts = [Font(bool(each.struck_out), each.escapement in _RAISED) for each in book.font_list]
        self._styles = [
            cell_style(each.format_key, head.codes.get(each.format_key), self._fonts[each.font_index])
            for each in book.xf_list
        ]

    def add_to(self, details: SheetDetails) -> None:
        changing = {number for number, each in enumerate(self._styles) if each.is_odd or each.is_rounding}
        rich = self._sheet.rich_text_runlist_map
        for row in range(self._sheet.nrows):
            for column in range(self._sheet.row_len(row)):
                if (row, column) in rich or self._sheet.cell_xf_index(row, column) in changing:
                    self._add_cell(row, column, details)

    def _add_cell(self, row: int, column: int, details: SheetDetails) -> None:
        style = self._styles[self._sheet.cell_xf_index(row, column)]
        kind, value = self._sheet.cell_type(row, column), self._sheet.cell_value(row, column)
        if kind == xlrd.XL_CELL_TEXT:
            self._add_runs(self._runs(row, column, value, style.font), row, column, details)
        elif kind in {xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE}:
            self._add_number(value, style, row, column, details)
        elif style.font.is_struck and kind in {xlrd.XL_CELL_BOOLEAN, xlrd.XL_CELL_ERROR}:
            self._add_runs([Run("…", style.font)], row, column, details)

    def _runs(self, row: int, column: int, text: str, font: Font) -> list[Run]:
        """The characters of a cell by their fonts; those before the first change have the cell's own."""
        changes = [(0, font)]
        for offset, number in self._sheet.rich_text_runlist_map.get((row, column), ()):
            changes.append((offset, self._fonts[number]))
        ends = [*(offset for offset, _ in changes[1:]), len(text)]
        return [Run(text[start:end], of) for (start, of), end in zip(changes, ends, strict=True)]

    def _add_runs(self, runs: Sequence[Run], row: int, column: int, details: SheetDetails) -> None:
        text, findings = read_runs(runs, Place(row=row + 1, column=column + 1))
        details.remarks += findings
        style = self._styles[self._sheet.cell_xf_index(row, column)]
        written = None if text is None else shown_text(text, style.format_code)
        if findings or written is not text:
            details.shown[row + 1, column + 1] = written

    def _add_number(
        self, value: float, style: CellStyle, row: int, column: int, details: SheetDetails
    ) -> None:
        run = Run(number_text(value), style.font)
        text, findings = read_runs([run], Place(row=row + 1, column=column + 1))
        details.remarks += findings
        cell = shown(value, style.format_code, is_1904=self._is_1904)
        if text is None:
            details.shown[row + 1, column + 1] = None
        elif cell is not value and not style.is_day:
            details.shown[row + 1, column + 1] = cell
