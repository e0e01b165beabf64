"""What a workbook hides, leaves out or smuggles in."""

import zipfile
from io import BytesIO

import openpyxl
import pytest
import xlsxwriter
from made_files import ROWS, ods_bytes, ods_cell, workbook_bytes, zip_bytes

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers import read_delivery
from schemas.issues import Finding, Place


def test_hidden_rows_and_columns_are_read_and_told() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("ข้อมูล")
        for number, row in enumerate(ROWS):
            sheet.write_row(number, 0, row)
        sheet.set_row(1, None, None, {"hidden": True})
        sheet.set_row(40, None, None, {"hidden": True})
        sheet.set_column(3, 3, None, None, {"hidden": True})
    result = read_delivery(content.getvalue(), "แฟ้ม.xlsx")
    assert result.grids[0].rows[1][0] == "99010001"
    assert result.findings == (
        Finding("FI103", Place(sheet="ข้อมูล"), {"hidden": "2"}),
        Finding("FI104", Place(sheet="ข้อมูล"), {"hidden": "D"}),
    )


def test_rows_that_an_ods_filter_hides_are_read_and_told() -> None:
    content = ods_bytes(
        f"<table:table-row>{ods_cell('ก')}</table:table-row>",
        f'<table:table-row table:visibility="filter">{ods_cell("ข")}</table:table-row>',
    )
    result = read_delivery(content, "แฟ้ม.ods")
    assert result.grids[0].rows == [["ก"], ["ข"]]
    assert result.findings == (Finding("FI103", Place(sheet="แผ่น1"), {"hidden": "2"}),)


def test_a_formula_without_a_stored_value_is_neither_blank_nor_zero() -> None:
    workbook = openpyxl.Workbook()
    for row in (["ก", 1, 2], ["ข", 3, "=SUM(B1:B2)"], [None, None, None, "=A1"]):
        workbook.active.append(row)
    content = BytesIO()
    workbook.save(content)
    grid = read_delivery(content.getvalue(), "แฟ้ม.xlsx").grids[0]
    assert grid.rows[1][2] == "=SUM(B1:B2)"
    assert grid.rows[2][3] == "=A1"


def test_a_formula_whose_value_is_an_empty_text_is_blank() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        sheet.write_formula("A1", '=IF(1,"","x")', value="")
        sheet.write("B1", "ก")
    parts = zipfile.ZipFile(content)
    # As Excel writes it: the type says that the value is a text, which is empty.
    sheets = {
        name: parts.read(name).replace(b'<c r="A1">', b'<c r="A1" t="str">') for name in parts.namelist()
    }
    assert read_delivery(zip_bytes(sheets), "แฟ้ม.xlsx").grids[0].rows == [[None, "ก"]]


def test_an_ods_formula_without_a_value_is_its_own_text() -> None:
    formula = '<table:table-cell table:formula="of:=SUM([.A1:.A2])"/>'
    content = ods_bytes(f"<table:table-row>{ods_cell('ก')}{formula}</table:table-row>")
    assert read_delivery(content, "แฟ้ม.ods").grids[0].rows == [["ก", "=SUM([.A1:.A2])"]]


def test_a_figure_that_is_shown_turned_round_is_none() -> None:
    result = read_delivery("ชาย,หญิง,ชื่อ\n\u202e21,\u200e12,\u202eบ้าน 21\n".encode() + b"x" * 200, "แฟ้ม.csv")
    assert result.grids[0].rows[1][:3] == ["\ufffd21", "\u200e12", "บ้าน 21"]


def test_control_characters_are_taken_out_and_told() -> None:
    result = read_delivery("ก\x07,ข\n\u202eค,\x01\nง\ufffe,จ\n".encode() + b"x" * 200, "แฟ้ม.csv")
    assert [list(row) for row in result.grids[0].rows[:3]] == [["ก", "ข"], ["ค", None], ["ง", "จ"]]
    assert [(finding.code, finding.count) for finding in result.findings] == [("FI105", 4)]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(workbook_bytes({"ข้อมูล": [["ก", "ข" * 3000]]}), id="xlsx"),
        pytest.param(f"ก,{'ข' * 3000}\n".encode(), id="csv"),
        pytest.param(f"<table><tr><td>ก<td>{'ข' * 3000}</table>".encode(), id="html"),
    ],
)
def test_a_text_without_end_is_told_at_its_cell(content: bytes) -> None:
    with pytest.raises(UnreadableDeliveryError) as caught:
        read_delivery(content, "แฟ้ม", Limits(cell_characters=2000))
    assert (caught.value.finding.code, caught.value.finding.place.cell) == ("FI015", "B1")
