"""Headings that name codes of two lists: each figure has both, and totals over either are compared."""

from edusandbox.checking.blanks import ask_about_blanks
from edusandbox.submissions import Status
from tests.checking.builders import check_bytes, csv_bytes, issue_cells

TITLE = ["อัตรากำลัง ภาคเรียนที่ 1 ปีการศึกษา 2563"]
HEADING = [
    *("รหัสโรงเรียน", "อัตรา ครู ข้าราชการ", "อัตรา ครู อัตราจ้าง", "อัตรา ครู รวม"),
    *("อัตรา ผู้ดูแล ข้าราชการ", "อัตรา ผู้ดูแล อัตราจ้าง", "อัตรา รวมทุกตำแหน่ง อัตราจ้าง", "อัตรา รวมทุกตำแหน่ง รวม"),
]
ROWS: list[list[object]] = [["50010001", 10, 2, 12, 1, 3, 5, 16], ["50010002", 4, 0, 4, 0, 1, 1, 5]]
SUMS = ["รวม", 14, 2, 16, 1, 4, 6, 21]


def test_each_figure_has_a_code_of_either_list() -> None:
    checked = check_bytes(csv_bytes([TITLE, HEADING, *ROWS, SUMS]), path="w.csv")
    (submission,) = checked.submissions
    assert submission.status is Status.ACCEPTED
    assert {code for code, _ in issue_cells(checked)} == {"SU101"}
    facts = submission.facts["fact_post"]
    found = facts[["school_code", "role_code", "contract_code", "post_count"]].values.tolist()
    assert sorted(found) == [
        ["50010001", "CARE", "HIRED", 3],
        ["50010001", "CARE", "TENURED", 1],
        ["50010001", "TEACH", "HIRED", 2],
        ["50010001", "TEACH", "TENURED", 10],
        ["50010002", "CARE", "HIRED", 1],
        ["50010002", "CARE", "TENURED", 0],
        ["50010002", "TEACH", "HIRED", 0],
        ["50010002", "TEACH", "TENURED", 4],
    ]


def test_the_columns_of_a_fact_are_found_by_both_of_its_codes() -> None:
    (submission,) = check_bytes(csv_bytes([TITLE, HEADING, *ROWS, SUMS]), path="w.csv").submissions
    assert {each.code: each.column for each in submission.columns} == {
        "TEACH+TENURED": 2,
        "TEACH+HIRED": 3,
        "CARE+TENURED": 5,
        "CARE+HIRED": 6,
    }
    assert submission.cell_sources is None


def test_a_wrong_total_over_either_list_or_both_is_told_at_its_cell() -> None:
    for column, cell in ((3, "D3"), (6, "G3"), (7, "H3")):
        row = [*ROWS[0]]
        row[column] = 99
        told = issue_cells(check_bytes(csv_bytes([TITLE, HEADING, row, *ROWS[1:]]), path="w.csv"))
        assert ("SU002", cell) in told


def test_a_wrong_row_of_totals_is_told_at_its_cell() -> None:
    sums = [*SUMS[:4], 2, *SUMS[5:]]
    assert ("SU003", "E5") in issue_cells(check_bytes(csv_bytes([TITLE, HEADING, *ROWS, sums]), path="w.csv"))


def test_a_figure_that_is_no_count_is_told_at_its_cell() -> None:
    row = [*ROWS[0][:5], "3.5", *ROWS[0][6:]]
    assert ("VA003", "F3") in issue_cells(check_bytes(csv_bytes([TITLE, HEADING, row]), path="w.csv"))


def test_a_figure_that_the_next_version_leaves_blank_is_asked_about_by_both_of_its_codes() -> None:
    later = [*ROWS[0]]
    later[2] = later[3] = later[6] = later[7] = ""
    versions = [check_bytes(csv_bytes([TITLE, HEADING, row]), path="w.csv") for row in (ROWS[0], later)]
    first, second = ask_about_blanks(versions, {})
    assert "HI004" not in {issue.code for issue in first.all_issues}
    (issue,) = [issue for issue in second.all_issues if issue.code == "HI004"]
    assert issue.message_th == "50010001 ครู อัตราจ้าง มีตัวเลขในฉบับก่อน (รวม 2) แต่ฉบับนี้ไม่มี"
