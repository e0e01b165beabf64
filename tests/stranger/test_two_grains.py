"""Two fact tables of different grain on two sheets of one workbook: posts by role and contract, norms."""

import io
from collections.abc import Mapping

import pytest
import xlsxwriter

from edusandbox.run.admission import judge
from edusandbox.submissions import CheckedDelivery, Status
from tests.checking.builders import check_bytes, issue_cells
from tests.stranger.warehouses import checked_file, load
from tests.warehouse.builders import Warehouse

Rows = list[list[object]]
TITLE: list[object] = ["อัตรากำลัง ภาคเรียนที่ 1 ปีการศึกษา 2563"]
POSTS: Rows = [
    TITLE,
    ["รหัสโรงเรียน", "อัตรา ครู ข้าราชการ", "อัตรา ครู อัตราจ้าง", "อัตรา ครู รวม"],
    ["50010001", 10, 2, 12],
    ["50010002", 4, 0, 4],
]
NORMS: Rows = [
    TITLE,
    ["รหัสโรงเรียน", "ครู ตามเกณฑ์", "ครู มีจริง", "ผู้ดูแล ตามเกณฑ์", "ผู้ดูแล มีจริง", "รวม ตามเกณฑ์"],
    ["50010001", 14, 12, 1, 0, 15],
    ["50010002", 4, 4, 1, 1, 5],
]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return content.getvalue()


def check(posts: Rows | None, norms: Rows | None) -> CheckedDelivery:
    sheets = {"อัตรา": posts, "เกณฑ์": norms}
    content = workbook({name: rows for name, rows in sheets.items() if rows})
    return check_bytes(content, path="w.xlsx", tells_reading=True)


def facts_of(checked: CheckedDelivery, table: str) -> list[list[object]]:
    (submission,) = checked.submissions
    columns = {
        "fact_post": ["school_code", "role_code", "contract_code", "post_count"],
        "fact_post_norm": ["school_code", "role_code", "norm_count", "actual_count"],
    }
    return sorted(submission.facts[table][columns[table]].values.tolist())


POST_FACTS = [
    ["50010001", "TEACH", "HIRED", 2],
    ["50010001", "TEACH", "TENURED", 10],
    ["50010002", "TEACH", "HIRED", 0],
    ["50010002", "TEACH", "TENURED", 4],
]
NORM_FACTS = [
    ["50010001", "CARE", 1, 0],
    ["50010001", "TEACH", 14, 12],
    ["50010002", "CARE", 1, 1],
    ["50010002", "TEACH", 4, 4],
]


@pytest.mark.parametrize(
    ("posts", "norms", "expected"),
    [
        (POSTS, NORMS, (POST_FACTS, NORM_FACTS)),
        (POSTS, None, (POST_FACTS, [])),
        (None, NORMS, ([], NORM_FACTS)),
    ],
)
def test_each_sheet_fills_the_table_of_its_grain(
    posts: Rows | None, norms: Rows | None, expected: tuple[list[list[object]], list[list[object]]]
) -> None:
    checked = check(posts, norms)
    assert checked.status is Status.ACCEPTED
    assert {code for code, _ in issue_cells(checked)} <= {"LA015"}
    assert (facts_of(checked, "fact_post"), facts_of(checked, "fact_post_norm")) == expected


def test_the_column_of_each_fact_is_known() -> None:
    (submission,) = check(POSTS, NORMS).submissions
    assert {(each.sheet_number, each.field, each.code): each.column for each in submission.columns} == {
        (1, "post_count", "TEACH+TENURED"): 2,
        (1, "post_count", "TEACH+HIRED"): 3,
        (2, "norm_count", "TEACH"): 2,
        (2, "actual_count", "TEACH"): 3,
        (2, "norm_count", "CARE"): 4,
        (2, "actual_count", "CARE"): 5,
    }
    assert submission.cell_sources is None


def test_a_school_that_stands_twice_in_the_sheet_of_coarser_grain_is_told() -> None:
    checked = check(POSTS, [*NORMS, ["50010001", 9, 9, 0, 0, 9]])
    assert {cell for code, cell in issue_cells(checked) if code == "RO001"} == {"A3", "A5"}
    assert facts_of(checked, "fact_post") == POST_FACTS


@pytest.mark.parametrize(("sheet", "column", "cell"), [(0, 3, "D3"), (1, 5, "F3")])
def test_a_wrong_total_on_either_sheet_is_told_at_its_cell(sheet: int, column: int, cell: str) -> None:
    sheets = [POSTS, NORMS]
    row = [*sheets[sheet][2]]
    row[column] = 99
    sheets[sheet] = [*sheets[sheet][:2], row, *sheets[sheet][3:]]
    assert ("SU002", cell) in issue_cells(check(*sheets))


def test_figures_that_are_shown_are_those_of_both_sheets() -> None:
    (reading,) = check(POSTS, NORMS).readings
    shown = {field: figure.read for field, figure in reading.figures["TEACH"].items()}
    assert shown == {"post_count": 16, "norm_count": 18, "actual_count": 16}


def sent(posts: Rows | None, norms: Rows | None) -> CheckedDelivery:
    sheets = {"อัตรา": posts, "เกณฑ์": norms}
    return checked_file(workbook({name: rows for name, rows in sheets.items() if rows}), "w.xlsx")


def test_a_table_that_is_gone_as_a_whole_is_asked_about(workshops: Warehouse) -> None:
    load(workshops, sent(POSTS, NORMS))
    with workshops.engine.connect() as connection:
        (found,) = judge(connection, [sent(POSTS, None)], is_forced=False, is_period_asked=False)
        (same,) = judge(connection, [sent(POSTS, NORMS)], is_forced=False, is_period_asked=False)
    lost = [issue.message_th for issue in found.all_issues if issue.code == "HI004"]
    assert [words.partition(" แต่")[0] for words in lost] == [
        "ตามเกณฑ์ มีตัวเลขในฉบับก่อน (รวม 20)",
        "มีจริง มีตัวเลขในฉบับก่อน (รวม 17)",
    ]
    assert "HI004" not in {issue.code for issue in same.all_issues}
