"""A form over roles: their names head lists of persons elsewhere, and totals over them are totals."""

import pytest

from edusandbox.submissions import Status
from schemas.layouts.files import mistake_in
from schemas.layouts.lines import LayoutAdditions, LayoutLine, Presence, layout_line
from tests.checking.builders import check_bytes, csv_bytes, issue_cells

TITLE = ["จำนวนบุคลากร ภาคเรียนที่ 1 ปีการศึกษา 2563"]
WIDE = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ผู้อำนวยการ", "ครู", "ผู้ดูแล", "รวม"]
LONG = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ตำแหน่ง", "จำนวนบุคลากร"]


def test_columns_of_counts_under_roles_are_no_names() -> None:
    rows = [["50010001", "บ้าน ก", 1, 3, 2, 6], ["50010002", "บ้าน ข", 1, 5, 0, 6]]
    checked = check_bytes(csv_bytes([TITLE, WIDE, *rows]), path="w.csv")
    (submission,) = checked.submissions
    assert (submission.status, issue_cells(checked)) == (Status.ACCEPTED, set())
    assert submission.facts["fact_crew"]["crew_count"].sum() == 12


def test_a_rule_of_the_form_s_own_is_said_in_its_own_words() -> None:
    checked = check_bytes(csv_bytes([TITLE, WIDE, ["50010001", "บ้าน ก", 2, 3, 2, 7]]), path="w.csv")
    (issue,) = checked.all_issues
    assert (issue.code, issue.place.cell, issue.message_th) == ("RO901", "C3", "มีผู้อำนวยการ 2 คน")
    assert checked.status is Status.ACCEPTED_WITH_QUERIES


def test_a_wrong_total_over_roles_is_an_error_at_its_cell() -> None:
    checked = check_bytes(csv_bytes([TITLE, WIDE, ["50010001", "บ้าน ก", 1, 3, 2, 9]]), path="w.csv")
    assert issue_cells(checked) == {("SU002", "F3")}


def test_a_column_of_roles_is_no_column_of_names() -> None:
    rows = [
        ["50010001", "บ้าน ก", "ผู้อำนวยการ", 1],
        ["50010001", "บ้าน ก", "ครู", 3],
        ["50010001", "บ้าน ก", "รวม", 4],
        ["50010002", "บ้าน ข", "ผอ.", 1],
        ["50010002", "บ้าน ข", "พี่เลี้ยง", 2],
    ]
    checked = check_bytes(csv_bytes([TITLE, LONG, *rows]), path="w.csv")
    (submission,) = checked.submissions
    assert {code for code, _ in issue_cells(checked)} == {"SU101"}
    facts = submission.facts["fact_crew"]
    assert facts["role_code"].tolist() == ["HEAD", "TEACH", "HEAD", "CARE"]
    assert facts["crew_count"].sum() == 7


@pytest.mark.parametrize("names", [("นายสมชาย ใจดี", "นางสมศรี ดีใจ"), ("สมชาย ใจดี", "สมศรี ดีใจ")])
def test_a_column_of_names_under_a_role_is_emptied(names: tuple[str, str]) -> None:
    rows = [[f"5001000{at}", "บ้าน", name, 3, 1, 4] for at, name in enumerate(names, start=1)]
    checked = check_bytes(csv_bytes([TITLE, WIDE, *rows]), path="w.csv")
    assert ("PR002", "C") in issue_cells(checked)
    assert not any(name in repr(checked) for name in names)


SIGNED = ["", "", "(นายสมชาย ใจดี)", "", "", ""]


@pytest.mark.parametrize(
    "further",
    [
        [["50010003", "บ้าน ค", "1 คน", 5, 0, 6]],
        [["50010003", "บ้าน ค", "*", 5, 0, ""]],
        [SIGNED],
        [
            ["50010003", "บ้าน ค", 1, 5, 0, 6],
            ["", "", "(สมชาย ใจดี)", "", "", ""],
            ["", "", "ผู้อำนวยการโรงเรียน", "", "", ""],
        ],
    ],
)
def test_counts_under_a_lifted_heading_stay_beside_other_cells(
    further: list[list[object]],
) -> None:
    rows: list[list[object]] = [["50010001", "บ้าน ก", 1, 3, 2, 6], ["50010002", "บ้าน ข", 1, 5, 0, 6]]
    checked = check_bytes(csv_bytes([TITLE, WIDE, *rows, *further]), path="w.csv")
    (submission,) = checked.submissions
    facts = submission.facts["fact_crew"]
    own = facts[facts["school_code"].isin(["50010001", "50010002"])]
    assert own[own["role_code"] == "HEAD"]["crew_count"].tolist() == [1, 1]
    assert "PR002" not in {code for code, _ in issue_cells(checked)}
    assert "สมชาย" not in repr(checked)


@pytest.mark.parametrize("name", ["สมชาย ใจดี", "นายสมหญิง ดีใจ และสมชาย ใจดี"])
def test_a_name_among_counts_under_a_lifted_heading_is_masked_and_told(name: str) -> None:
    rows = [["50010001", "บ้าน ก", 1, 3, 2, 6], ["50010002", "บ้าน ข", name, 5, 0, 6]]
    rows.append(["50010003", "บ้าน ค", 1, 5, 0, 6])
    checked = check_bytes(csv_bytes([TITLE, WIDE, *rows]), path="w.csv")
    (submission,) = checked.submissions
    assert {("PR005", "C4"), ("VA001", "C4")} <= issue_cells(checked)
    assert submission.status is Status.PARTLY_ACCEPTED
    assert submission.facts["fact_crew"]["crew_count"].sum() == 12
    assert "สมชาย" not in repr(checked) + repr(submission.set_aside.to_dict())


def test_a_lifted_heading_over_two_rows_is_matched_although_its_column_was_emptied() -> None:
    heading = [[*WIDE[:2], "จำนวน (คน)", "", "", ""], ["", "", *WIDE[2:]]]
    rows = [["50010001", "บ้าน ก", 1, 3, 2, 6], ["50010002", "บ้าน ข", "1 คน", 5, 0, 6]]
    checked = check_bytes(csv_bytes([TITLE, *heading, *rows]), path="w.csv")
    (submission,) = checked.submissions
    assert submission.facts["fact_crew"]["crew_count"].sum() == 12


def test_a_heading_is_lifted_only_where_its_layout_is_matched() -> None:
    rows = [["1", "โครงการ ก", 1], ["2", "โครงการ ข", "1 คน"], ["3", "โครงการ ค", 2]]
    checked = check_bytes(csv_bytes([["ลำดับ", "โครงการ", "ผู้อำนวยการ"], *rows]), path="w.csv")
    assert ("PR002", "C") in issue_cells(checked)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (LayoutLine("ผู้บริหาร", "school_name", "", Presence.OPTIONAL, not_private=True), "heads no counts"),
        (
            LayoutLine("จำนวนคน", "crew_count", "", Presence.OPTIONAL, not_private=True),
            "on no list",
        ),
    ],
)
def test_lifting_a_heading_that_needs_none_is_refused(line: LayoutLine, sentence: str) -> None:
    additions = LayoutAdditions(lines=(("crew", "long", line),))
    assert sentence in (mistake_in(additions) or "")


def test_what_is_neither_yes_nor_empty_is_no_lifting() -> None:
    row = {"header": "ผอ.", "field": "crew_count", "taken_from": "", "presence": "each", "not_private": "no"}
    with pytest.raises(ValueError, match="not_private is 'no'"):
        layout_line(row)
