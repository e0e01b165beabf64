"""Workbooks become grids with absolute places."""

from datetime import date
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from made_files import ROWS, ods_bytes, ods_cell, workbook_bytes

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers import read_delivery
from schemas.issues import Finding, Place
from transforms.grid import Grid, MergedRange


def only_grid(content: bytes) -> Grid:
    (grid,) = read_delivery(content, "แฟ้ม").grids
    return grid


def test_cells_come_as_typed() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        worksheet = workbook.add_worksheet("ข้อมูล")
        worksheet.write_row(0, 0, ["  เว้น  วรรค ", "007", 12, 3.5, True])
        worksheet.write_datetime(0, 5, date(2020, 6, 10), workbook.add_format({"num_format": "dd/mm/yyyy"}))
        worksheet.write_formula(0, 6, "=A1", value="ผล")
    assert only_grid(content.getvalue()).rows == [
        ["  เว้น  วรรค ", "007", 12, 3.5, True, date(2020, 6, 10), "ผล"]
    ]


def test_the_first_row_and_column_are_row_one_and_column_a() -> None:
    grid = only_grid(workbook_bytes({"ข้อมูล": [[], [], [None, None, "ก"], [None, None, None, 5]]}))
    assert grid.rows == [[None] * 4, [None] * 4, [None, None, "ก", None], [None, None, None, 5]]


def test_empty_text_cells_after_the_data_are_cut_off() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["ก", "", ""])
    sheet["Z99"] = ""
    sheet["A1"].value = "ก"
    content = BytesIO()
    book.save(content)
    result = read_delivery(content.getvalue(), "แฟ้ม", Limits(cells=900))
    assert result.grids[0].rows == [["ก"]]


def test_sheets_keep_their_number_and_empty_ones_are_left_out() -> None:
    result = read_delivery(workbook_bytes({"หนึ่ง": [["ก"]], "ว่าง": [], "สาม": [["ข"]]}), "แฟ้ม.xlsx")
    assert [(grid.sheet_name, grid.sheet_number) for grid in result.grids] == [("หนึ่ง", 1), ("สาม", 3)]


def test_a_hidden_sheet_is_read_and_told() -> None:
    result = read_delivery(workbook_bytes({"หนึ่ง": ROWS, "ซ่อน": ROWS}, hidden=["ซ่อน"]), "แฟ้ม.xlsx")
    assert [grid.is_hidden for grid in result.grids] == [False, True]
    assert result.findings == (Finding("FI102", Place(sheet="ซ่อน")),)


def test_a_chart_is_no_table() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.add_worksheet("ข้อมูล").write(0, 0, 1)
        chart = workbook.add_chart({"type": "column"})
        chart.add_series({"values": "=ข้อมูล!$A$1:$A$1"})
        workbook.add_chartsheet("แผนภูมิ").set_chart(chart)
    assert only_grid(content.getvalue()).sheet_name == "ข้อมูล"


def test_merged_blocks_are_one_based_and_absolute() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        worksheet = workbook.add_worksheet()
        worksheet.merge_range("B2:D3", "ชั้น")
        worksheet.write("E4", 1)
    grid = only_grid(content.getvalue())
    assert grid.merged == (MergedRange(2, 2, 3, 4),)
    assert grid.rows[1] == [None, "ชั้น", None, None, None]


def test_merged_blocks_end_with_the_rows() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        worksheet = workbook.add_worksheet()
        worksheet.merge_range("A1:Z1", "ชื่อรายงาน")
        worksheet.merge_range("A9:B9", "")
        worksheet.write_row("A2", [1, 2, 3])
    assert only_grid(content.getvalue()).merged == (MergedRange(1, 1, 1, 3),)


def test_a_value_that_a_merged_block_hides_is_not_read() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["เห็น", "ซ่อนอยู่", "ค"])
    sheet.merged_cells.add("A1:B1")
    content = BytesIO()
    book.save(content)
    assert only_grid(content.getvalue()).rows == [["เห็น", None, "ค"]]


@pytest.mark.parametrize("error", ["#DIV/0!", "#N/A", "#REF!", "#VALUE!"])
def test_a_cell_that_shows_an_error_is_not_an_empty_cell(error: str) -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        workbook.add_worksheet("ก่อน").write(0, 0, 1)
        worksheet = workbook.add_worksheet("ข้อมูล")
        worksheet.write_row("B3", [1, 2])
        worksheet.write_formula("D4", "=1/0", value=error)
    grid = read_delivery(content.getvalue(), "แฟ้ม.xlsx").grids[1]
    assert grid.rows[3] == [None, None, None, error]


def test_a_cell_far_from_a_formatted_page_does_not_reject_it() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        worksheet = workbook.add_worksheet()
        worksheet.write(0, 0, "ก")
        worksheet.write_blank(99, 99, None, workbook.add_format({"bold": True}))
    result = read_delivery(content.getvalue(), "แฟ้ม", Limits(cells=900))
    assert result.grids[0].rows == [["ก"]]


def test_a_sheet_with_page_breaks_is_measured_by_its_rows() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        worksheet = workbook.add_worksheet()
        worksheet.write(99, 99, "ก")
        worksheet.set_h_pagebreaks([5])
    with pytest.raises(Exception, match="FI006"):
        read_delivery(content.getvalue(), "แฟ้ม.xlsx", Limits(cells=900))


def test_an_ods_sheet_is_read_with_repeats_merges_and_errors() -> None:
    content = ods_bytes(
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>',
        '<table:table-row><table:table-cell table:number-columns-repeated="1"/>'
        + ods_cell("ชั้น", 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/></table:table-row>",
        '<table:table-row><table:table-cell/><table:table-cell office:value-type="float" office:value="7"/>'
        + ods_cell("#N/A", 'office:string-value="" calcext:value-type="error"')
        + '<table:table-cell table:number-columns-repeated="16381"/></table:table-row>',
        '<table:table-row table:number-rows-repeated="1048572"><table:table-cell/></table:table-row>',
    )
    grid = only_grid(content)
    assert grid.rows == [[None] * 3, [None] * 3, [None, "ชั้น", None], [None, 7, "#N/A"]]
    assert (grid.sheet_name, grid.merged) == ("แผ่น1", (MergedRange(3, 2, 3, 3),))
