"""What stands in every row is told once with its rows; the rows are set aside one by one all the same."""

from types import SimpleNamespace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from edusandbox.checking.folding import told_once
from edusandbox.reports.marks import sheet_marks
from edusandbox.warehouse.load.issue_rows import ISSUE_COLUMNS, issue_of, issue_rows
from schemas.issues import Finding, Place, rows_of_cell
from tests.checking.builders import TIDY, check_bytes, csv_bytes, issue_cells, only_submission, references
from transforms.grid import Grid

OFFICE = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]


def test_codes_that_are_malformed_in_every_row_are_one_issue_with_its_rows_and_each_row_is_set_aside() -> (
    None
):
    rows = [[number, f"X{number}", f"โรงเรียน {number}", 3, 4] for number in range(1, 13)]
    checked = check_bytes(csv_bytes([OFFICE, *rows]))
    (issue,) = [each for each in checked.all_issues if each.code == "VA005"]
    assert (issue.place.cell, issue.count, issue.place.school_code) == ("B2:B13", 12, None)
    assert issue.place.rows == tuple(range(2, 14))
    assert "X1, X2, X3, X4, X5, X6, X7, X8 … +4" in issue.message_en
    assert only_submission(checked).row_count_set_aside == 12


def test_one_unknown_code_among_sound_rows_is_told_once_with_its_rows() -> None:
    rows = [["2563", "1", "50010001", "ก", grade, 1, 1, 2, 1] for grade in ("ป.1", "ป.2", "ป.3", "ป.4")]
    strange = [["2563", "1", "50019999", "ข", grade, 1, 1, 2, 1] for grade in ("ป.1", "ป.2", "ป.4")]
    checked = check_bytes(
        csv_bytes([TIDY, *rows[:2], *strange[:2], *rows[2:], strange[2]]),
        known=references(("50010001", "5001", "ก")),
    )
    (issue,) = [each for each in checked.all_issues if each.code == "RE001"]
    assert (issue.place.cell, issue.place.school_code) == ("C4:C5, C8", "50019999")
    assert only_submission(checked).set_aside["source_row"].tolist() == [4, 5, 8]


def test_a_few_faults_of_one_column_stay_at_their_cells() -> None:
    rows = [[number, f"5001000{number}", f"โรงเรียน {number}", 3, 4] for number in range(1, 7)]
    rows[1][3], rows[4][3] = "สิบ", "ยี่สิบ"
    checked = check_bytes(csv_bytes([OFFICE, *rows]))
    assert {("VA001", "D3"), ("VA001", "D6")} <= issue_cells(checked)


def test_what_is_asked_about_several_schools_is_asked_of_each() -> None:
    rows = [[number, f"5001000{number}", f"โรงเรียน {number}", 3, None] for number in range(1, 6)]
    rows.append([6, "50010006", "โรงเรียน 6", 3, 4])
    checked = check_bytes(csv_bytes([OFFICE, *rows]))
    assert sum(each.code == "VA103" for each in checked.all_issues) == 5


@given(
    rows=st.lists(
        st.tuples(st.integers(1, 40), st.sampled_from(["", "ก", "ข"])), unique_by=lambda row: row[0]
    ),
    row_count=st.integers(1, 40),
)
def test_folding_loses_no_row_and_no_count(rows: list[tuple[int, str]], row_count: int) -> None:
    findings = [Finding("VA005", Place("ก", row, 2, value=value or None)) for row, value in rows]
    told = told_once(findings, row_count)
    assert sorted(row for each in told for row in each.place.all_rows) == sorted(row for row, _ in rows)
    assert sum(each.count for each in told) == len(rows)


@given(st.sets(st.integers(1, 200), min_size=2), st.none() | st.integers(1, 800))
def test_the_rows_of_a_place_can_be_read_back_from_its_cell(rows: set[int], column: int | None) -> None:
    ordered = tuple(sorted(rows))
    place = Place("ก", ordered[0], column, rows=ordered)
    assert rows_of_cell(place.cell or "") == ordered


def test_every_cell_of_an_issue_in_several_rows_is_marked() -> None:
    rows = [[number, f"X{number}", "ก", 3, 4] for number in range(1, 5)]
    content = csv_bytes([OFFICE, *rows])
    issues = [each for each in check_bytes(content).all_issues if each.code == "VA005"]
    grid = Grid("enrolment", 1, [OFFICE, *rows])
    marks = sheet_marks(grid, issues)
    assert sorted(marks.comments) == [(row, 2) for row in range(2, 6)]
    assert len(issues) == 1


def test_the_warehouse_keeps_an_issue_in_several_rows_as_one_and_gives_it_back_with_them() -> None:
    rows = [[number, f"X{number}", "ก", 3, 4] for number in range(1, 5)]
    issues = check_bytes(csv_bytes([OFFICE, *rows])).all_issues
    kept: list[Any] = [
        SimpleNamespace(**dict(zip(ISSUE_COLUMNS, row, strict=True))) for row in issue_rows(issues, 1, 1)
    ]
    assert [issue_of(row) for row in kept] == list(issues)


def test_what_names_one_cell_in_a_sentence_keeps_no_cause_apart() -> None:
    rows = [[number, f"5001001{number}", "ก", 3, 4, 70 + number] for number in range(5)]
    checked = check_bytes(csv_bytes([[*OFFICE, ""], *rows]))
    (issue,) = [each for each in checked.all_issues if each.code == "VA025"]
    assert (issue.place.cell, issue.count) == ("F2:F6", 5)
    assert "(F2, F3, F4, F5, F6)" in issue.message_en


def test_codes_that_nobody_can_read_are_no_school_that_stands_twice() -> None:
    rows = [[number, "5.00E+07", f"โรงเรียน {number}", 3, 4] for number in range(4)]
    checked = check_bytes(csv_bytes([OFFICE, *rows]))
    assert issue_cells(checked) == {("VA019", "B2:B5"), ("RE009", None)}
