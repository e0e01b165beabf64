"""Writes a table as an Excel workbook whose bytes depend on nothing but the table."""

import io
from datetime import datetime

import xlsxwriter

from edusandbox.samples.tables import Cell, SampleTable

_CREATED = datetime(2020, 6, 10, 8, 30)  # noqa: DTZ001 - a workbook's property has no time zone
_COLUMN_WIDTH = 8
_NAME_WIDTH = 32


def xlsx_bytes(table: SampleTable) -> bytes:
    """Writes a table with its merged blocks as an xlsx workbook of one sheet."""
    content = io.BytesIO()
    # In memory, parts carry 1980 as their time; on disk they would carry the machine's.
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.set_properties({"created": _CREATED})
        heading = workbook.add_format({"bold": True, "align": "center", "valign": "vcenter", "border": 1})
        sheet = workbook.add_worksheet(table.sheet_name)
        _set_widths(table, sheet)
        for block in table.merged:
            corners = (block.first_row - 1, block.first_column - 1, block.last_row - 1, block.last_column - 1)
            sheet.merge_range(*corners, table.cell(block.first_row, block.first_column), heading)
        merged = table.covered() | table.blocks().keys()
        for row, cells in enumerate(table.rows, start=1):
            for column, value in enumerate(cells, start=1):
                if value is not None and (row, column) not in merged:
                    _write(sheet, row - 1, column - 1, value)
    return content.getvalue()


def _set_widths(table: SampleTable, sheet: xlsxwriter.worksheet.Worksheet) -> None:
    sheet.set_column(0, len(table.columns) - 1, _COLUMN_WIDTH)
    for number, column in enumerate(table.columns):
        if column.field.endswith("_name"):
            sheet.set_column(number, number, _NAME_WIDTH)
        elif column.field.endswith("_code"):
            sheet.set_column(number, number, _COLUMN_WIDTH * 2)


def _write(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: Cell) -> None:
    if isinstance(value, str):
        sheet.write_string(row, column, value)
    else:
        sheet.write_number(row, column, value)
