"""A form over roles: their names head lists of persons elsewhere, and totals over them are totals."""

import pytest

from edusandbox.submissions import Status
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
