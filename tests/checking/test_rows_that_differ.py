"""What a fast reading must not lose: rows of no school, ids beside what is no number, sheets that differ."""

import io

import openpyxl
import pytest

from edusandbox.submissions import Status
from tests.checking.builders import TIDY, check_bytes, csv_bytes
from transforms.grid import Grid
from transforms.privacy.personal_data import withhold_personal_data

ID_NUMBER = 1100700123455


@pytest.mark.parametrize("blank", [0, 1, 2], ids=["academic year", "semester", "school code"])
def test_a_row_without_a_key_beside_a_row_of_totals_is_set_aside(blank: int) -> None:
    rows = [
        ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
        ["2563", "1", "50010001", "ก", "รวม", "1", "1", "2", "1"],
        ["2563", "1", "50010002", "ข", "ป.1", "2", "3", "5", "1"],
        ["2563", "1", "50010003", "ค", "ป.1", "2", "3", "5", "1"],
    ]
    rows[2][blank] = ""
    checked = check_bytes(csv_bytes([TIDY, *rows]))
    assert checked.status is Status.PARTLY_ACCEPTED
    assert [len(each.set_aside) for each in checked.submissions] == [1]


@pytest.mark.parametrize("neighbour", [float("nan"), float("inf"), True, 5])
def test_an_id_is_found_whatever_number_stands_before_it(neighbour: float) -> None:
    grid = Grid("a", 1, [["x", "y"], [neighbour, ID_NUMBER]])
    (cleaned,), findings = withhold_personal_data([grid], {})
    assert cleaned.rows[1][1] != ID_NUMBER
    assert [each.code for each in findings] == ["PR004"]


@pytest.mark.parametrize("girls", [[], [[2, "50010002", "ข", "x?", 2]]], ids=["one school", "one bad cell"])
def test_sheets_of_boys_and_girls_may_keep_other_schools(girls: list[list[object]]) -> None:
    workbook = openpyxl.Workbook()
    boys_only = [[2, "50010002", "ข", 3, 2]]
    for name, rows in (("ชาย", boys_only), ("หญิง", girls)):
        sheet = workbook.create_sheet(name)
        sheet.append(["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"])
        sheet.append(["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "ป.2"])
        for row in [[1, "50010001", "ก", 4, 1], *rows]:
            sheet.append(row)
    workbook.remove(workbook.worksheets[0])
    content = io.BytesIO()
    workbook.save(content)
    checked = check_bytes(content.getvalue(), path="e.xlsx")
    assert [each.facts["fact_enrolment"]["school_code"].dtype.name for each in checked.submissions] == [
        "category"
    ]
