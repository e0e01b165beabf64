"""Boys and girls on sheets of their own: each school is counted in both, or somebody is asked."""

import pytest

from edusandbox.checking.fact_places import cells_of_facts
from edusandbox.submissions import CheckedSubmission, Status
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


def mark_and_place(
    submission: CheckedSubmission, school: str, grade: str, field: str
) -> tuple[object, tuple[int, int, int | None]]:
    """The mark of a value, and the sheet, row and column that it is said to stand in."""
    facts = submission.facts["fact_enrolment"]
    fact = facts[(facts["school_code"] == school) & (facts["grade_code"] == grade)]
    (place,) = cells_of_facts(submission, "fact_enrolment", fact, field)
    return fact[f"{field.removesuffix('_count')}_mark_code"].item(), place


def test_a_blank_cell_on_the_sheet_of_girls_is_a_cell_without_a_figure() -> None:
    girls = [[1, "50010002", "บ้านหลวง", 30, 40], [2, "50010001", "บ้านสันทราย", "", 20]]
    checked = check_bytes(sheets_of(ชาย=BOYS, หญิง=girls), path="e.xlsx")
    assert mark_and_place(only_submission(checked), "50010001", "P1", "female_count") == ("x", (2, 4, 4))
    assert ("RO007", "3") in issue_cells(checked)


def test_a_row_of_the_sheet_of_girls_that_is_blank_as_a_whole_has_cells_too() -> None:
    checked = check_bytes(
        sheets_of(ชาย=BOYS, หญิง=[GIRLS[0], [2, "50010002", "บ้านหลวง", "", ""]]), path="e.xlsx"
    )
    submission = only_submission(checked)
    assert mark_and_place(submission, "50010002", "P2", "female_count") == ("x", (2, 4, 5))
    assert submission.row_count == 3


def test_boys_that_are_blank_where_girls_stand_are_a_cell_without_a_figure() -> None:
    checked = check_bytes(
        sheets_of(ชาย=[[1, "50010001", "บ้านสันทราย", "", 2], BOYS[1]], หญิง=GIRLS), path="e.xlsx"
    )
    assert mark_and_place(only_submission(checked), "50010001", "P1", "male_count") == ("x", (1, 3, 4))


def test_a_school_that_the_sheet_of_girls_leaves_out_has_no_cell_there() -> None:
    checked = check_bytes(sheets_of(ชาย=BOYS, หญิง=GIRLS[:1]), path="e.xlsx")
    assert mark_and_place(only_submission(checked), "50010002", "P1", "female_count")[0] == "z"
    assert mark_and_place(only_submission(checked), "50010001", "P1", "classroom_count")[0] == "z"


def test_a_grade_for_which_the_sheet_of_girls_has_no_column_has_no_cell_there() -> None:
    girls = [TITLE, HEADING[:4], *(row[:4] for row in GIRLS)]
    checked = check_bytes(workbook({"ชาย": [TITLE, HEADING, *BOYS], "หญิง": girls}), path="e.xlsx")
    assert mark_and_place(only_submission(checked), "50010001", "P2", "female_count")[0] == "z"


def test_a_blank_cell_of_another_semesters_sheet_is_none_of_this_one() -> None:
    second = ["จำนวนนักเรียนหญิง ภาคเรียนที่ 2 ปีการศึกษา 2563"]
    girls = [second, HEADING, [1, "50010001", "บ้านสันทราย", "", 20], GIRLS[1]]
    checked = check_bytes(workbook({"ชาย": [TITLE, HEADING, *BOYS], "หญิง": girls}), path="e.xlsx")
    first = next(each for each in checked.submissions if each.period.code == "2563-1")
    assert mark_and_place(first, "50010001", "P1", "female_count")[0] == "z"


def test_a_blank_cell_in_a_row_that_an_error_sets_aside_is_not_among_the_facts() -> None:
    girls = [[1, "50010001", "บ้านสันทราย", "", "ยี่สิบ"], GIRLS[1]]
    checked = check_bytes(sheets_of(ชาย=BOYS, หญิง=girls), path="e.xlsx")
    assert mark_and_place(only_submission(checked), "50010001", "P1", "female_count")[0] == "z"
