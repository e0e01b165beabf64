"""Categories, the first of them the total of the rest, as rows and as columns, and those that have none."""

import pytest

from edusandbox.submissions import CheckedDelivery, Status
from tests.checking.builders import check_bytes, csv_bytes, issue_cells

Row = list[object]
TITLE = ["ภาคเรียนที่ 1 ปีการศึกษา 2563"]
TESTED, BLIND, DIM = "นักเรียนที่ตรวจสายตาทั้งหมด", "ตาบอด", "สายตาเลือนราง"
BY_GRADE = ["รหัสโรงเรียน", "ระดับสายตา", "ป.1", "ป.2", "รวม"]
LONG = ["รหัสโรงเรียน", "ระดับสายตา", "ชั้น", "จำนวนนักเรียน"]
WANTS_LONG = ["รหัสโรงเรียน", "ความขาดแคลน", "จำนวนนักเรียน"]
ANY, UNIFORM, BOOKS = "นักเรียนที่ขาดแคลนทั้งหมด", "ขาดแคลนเครื่องแบบ", "ขาดแคลนแบบเรียน"


def check(*rows: Row, tells_reading: bool = False) -> CheckedDelivery:
    return check_bytes(csv_bytes([TITLE, *rows]), path="w.csv", tells_reading=tells_reading)


def sights(*, total: Row, further: Row | None = None) -> list[Row]:
    rows = [["50010001", TESTED, *total], ["50010001", BLIND, 1, 0, 1], ["50010001", DIM, 2, 3, 5]]
    return [BY_GRADE, *rows, ["50010002", DIM, 4, 0, 4], *([further] if further else [])]


def test_rows_of_a_category_that_is_the_total_are_proved_and_not_loaded() -> None:
    checked = check(*sights(total=[3, 3, 6]))
    (submission,) = checked.submissions
    assert (submission.status, issue_cells(checked)) == (Status.ACCEPTED, {("SU101", "3")})
    facts = submission.facts["fact_sight"]
    assert set(facts["sight_code"]) == {"BLIND", "DIM"}
    assert (facts["pupil_count"].sum(), submission.row_count) == (10, 3)


@pytest.mark.parametrize(
    ("total", "told"),
    [([9, 3, 12], {"C3", "E3"}), ([3, 9, 12], {"D3", "E3"}), ([3, 3, 7], {"E3"}), (["", "", 7], {"E3"})],
)
def test_a_wrong_total_over_categories_is_told_in_the_column_where_it_stands(
    total: Row, told: set[str]
) -> None:
    found = {cell for code, cell in issue_cells(check(*sights(total=total))) if code == "SU002"}
    assert found == told


def test_a_row_that_sums_up_schools_is_compared_with_the_parts_alone() -> None:
    sums: Row = ["รวม", "", 7, 3, 10]
    assert {"SU002", "SU003"}.isdisjoint(codes_of(check(*sights(total=[3, 3, 6], further=sums))))
    wrong: Row = ["รวม", "", 7, 4, 10]
    assert ("SU003", "D7") in issue_cells(check(*sights(total=[3, 3, 6], further=wrong)))


def test_totals_over_either_code_of_a_row_are_proved() -> None:
    rows: list[Row] = [
        [LONG[0], *LONG[1:]],
        ["50010001", TESTED, "ป.1", 3],
        ["50010001", BLIND, "ป.1", 1],
        ["50010001", DIM, "ป.1", 2],
        ["50010001", BLIND, "ป.2", 0],
        ["50010001", DIM, "ป.2", 3],
        ["50010001", DIM, "รวมทุกชั้น", 5],
        ["50010001", TESTED, "ป.2", 3],
    ]
    checked = check(*rows)
    (submission,) = checked.submissions
    assert codes_of(checked) == {"SU101"}
    assert (submission.facts["fact_sight"]["pupil_count"].sum(), submission.row_count) == (6, 4)
    for at, cell in ((1, "D3"), (6, "D8"), (7, "D9")):
        wrong = [[*row[:3], 1] if number == at else row for number, row in enumerate(rows)]
        assert {each for code, each in issue_cells(check(*wrong)) if code == "SU002"} == {cell}


def test_figures_that_are_shown_count_no_row_twice() -> None:
    (reading,) = check(*sights(total=[3, 3, 6]), tells_reading=True).readings
    shown = {code: figures["pupil_count"].read for code, figures in reading.figures.items()}
    assert shown == {"BLIND": 1, "DIM": 9}
    assert reading.together["pupil_count"].read == 10


WANTS: list[Row] = [
    WANTS_LONG,
    ["50010001", ANY, 5],
    ["50010001", UNIFORM, 4],
    ["50010001", BOOKS, 3],
    ["50010002", ANY, 2],
    ["50010002", UNIFORM, 2],
]


def test_categories_that_no_total_is_over_are_all_loaded_and_never_added_up() -> None:
    checked = check(*WANTS, ["รวม", "", 99], tells_reading=True)
    (submission,) = checked.submissions
    assert submission.status is Status.ACCEPTED
    assert codes_of(checked) == {"SU101"}
    facts = submission.facts["fact_want"]
    assert sorted(facts["pupil_count"]) == [2, 2, 3, 4, 5]
    (reading,) = checked.readings
    assert reading.figures["ANYWANT"]["pupil_count"].read == 7
    assert reading.together["pupil_count"].read is None


def test_a_row_that_sums_up_one_of_these_categories_is_compared() -> None:
    assert codes_of(check(*WANTS, ["รวม", ANY, 7])) == {"SU101"}
    assert ("SU003", "C8") in issue_cells(check(*WANTS, ["รวม", ANY, 8]))


def test_columns_of_these_categories_are_summed_up_by_themselves() -> None:
    rows: list[Row] = [["รหัสโรงเรียน", ANY, UNIFORM, BOOKS], ["50010001", 5, 4, 3], ["50010002", 2, 2, 0]]
    checked = check(*rows, ["รวม", 7, 6, 3])
    assert codes_of(checked) == {"SU101"}
    assert checked.submissions[0].facts["fact_want"]["pupil_count"].sum() == 16
    assert ("SU003", "C5") in issue_cells(check(*rows, ["รวม", 7, 12, 3]))


def codes_of(checked: CheckedDelivery) -> set[str]:
    return {code for code, _ in issue_cells(checked)}
