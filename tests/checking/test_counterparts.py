"""Boys and girls on sheets of their own: each school is counted in both, or somebody is asked."""

import pytest

from edusandbox.submissions import Status
from tests.checking.builders import check_bytes, issue_cells, only_submission
from tests.checking.test_tables_in_the_wild import TITLE, Rows, workbook

HEADING = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "ป.2"]
BOYS = [[1, "50010001", "บ้านสันทราย", 1, 2], [2, "50010002", "บ้านหลวง", 3, 4]]
GIRLS = [[1, "50010001", "บ้านสันทราย", 10, 20], [2, "50010002", "บ้านหลวง", 30, 40]]
BOTH = [[1, "50010001", "บ้านสันทราย", 11, 22], [2, "50010002", "บ้านหลวง", 33, 44]]


def sheets_of(**rows: Rows) -> bytes:
    return workbook({name: [TITLE, HEADING, *of_sheet] for name, of_sheet in rows.items()})


def test_a_school_without_girls_anywhere_in_the_file_is_asked_about() -> None:
    checked = check_bytes(sheets_of(ชาย=BOYS, หญิง=GIRLS[:1]), path="e.xlsx")
    assert ("RO007", "4") in issue_cells(checked)
    assert only_submission(checked).status is Status.ACCEPTED_WITH_QUERIES


def test_a_file_with_the_sheet_of_boys_alone_is_asked_about() -> None:
    checked = check_bytes(sheets_of(ชาย=[*BOYS, [3, "50010003", "บ้านใหม่", 1, 1]]), path="e.xlsx")
    assert issue_cells(checked) == {("RO007", "3:5")}


def test_a_sheet_of_both_sexes_that_adds_them_up_is_evidence_and_not_loaded() -> None:
    checked = check_bytes(sheets_of(ชาย=BOYS, หญิง=GIRLS, รวม=BOTH), path="e.xlsx")
    assert {code for code, _ in issue_cells(checked)} == {"LA015", "LA018"}
    assert checked.status is Status.ACCEPTED


@pytest.mark.parametrize("wrong", [[*BOTH[:1], [2, "50010002", "บ้านหลวง", 33, 45]], BOYS])
def test_a_sheet_of_both_sexes_that_does_not_add_them_up_is_an_error(wrong: Rows) -> None:
    checked = check_bytes(sheets_of(ชาย=BOYS, หญิง=GIRLS, รวม=wrong), path="e.xlsx")
    assert "LA007" in {code for code, _ in issue_cells(checked)}
