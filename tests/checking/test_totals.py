"""Totals are compared with what there is, never with what the table lacks, and none is loaded."""

from pathlib import Path

import pytest

from edusandbox.submissions import Status
from tests.checking.builders import TIDY, check_bytes, csv_bytes, issue_cells, only_submission
from tests.facts_by_cell import pupils_by_sex

CASES = Path(__file__).parents[3] / "shared" / "cases"
TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
PLAIN = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"]
SCHOOLS = [
    [1, "50010001", "บ้านสันทราย", 12, 14, 11, 9],
    [2, "50010002", "บ้านหลวง", 7, 8, 6, 10],
    [3, "50010003", "วัดดอยคำ", 5, 4, 3, 6],
]
EVERYTHING = [24, 26, 20, 25]
Row = list[object]


def codes(*rows: Row) -> set[tuple[str, str | None]]:
    return issue_cells(check_bytes(csv_bytes([TITLE, *rows])))


def pupils(*rows: Row) -> int:
    return int(pupils_by_sex(only_submission(check_bytes(csv_bytes([TITLE, *rows]))))["pupil_count"].sum())


@pytest.mark.skipif(not CASES.is_dir(), reason="the folder ../shared/cases is absent")
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("grand-total-three-columns.xlsx", set()),
        ("carried-forward.xlsx", {("SU101", "5"), ("SU101", "8"), ("SU101", "10")}),
    ],
)
def test_a_case_after_a_public_report_is_read_as_its_author_meant_it(
    name: str, told: set[tuple[str, str]]
) -> None:
    checked = check_bytes((CASES / name).read_bytes(), path=name)
    facts = pupils_by_sex(only_submission(checked)).groupby("sex_code", observed=True)["pupil_count"].sum()
    assert (checked.status, facts.to_dict()) == (Status.ACCEPTED, {"female": 51, "male": 44})
    assert issue_cells(checked) == told


THREE_COLUMNS = [
    ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "ป.2", "", "รวมทั้งสิ้น", "", ""],
    ["", "", "", "ชาย", "หญิง", "ชาย", "หญิง", "ชาย", "หญิง", "รวม"],
]


@pytest.mark.parametrize(
    ("total", "told"),
    [
        ([23, 23, 46], set()),
        ([23, 23, 47], {("SU002", "J4")}),
        ([24, 23, 47], {("SU002", "H4"), ("SU002", "J4")}),
        ([23, 23, ""], set()),
        (["", "", 46], set()),
        (["", "", 45], {("SU002", "J4")}),
    ],
)
def test_a_total_whose_grades_have_none_is_proved_from_boys_and_girls(
    total: Row, told: set[tuple[str, str]]
) -> None:
    rows = [[*SCHOOLS[0], *total], [*SCHOOLS[1], 13, 18, 31], [*SCHOOLS[2], 8, 10, 18]]
    assert codes(*THREE_COLUMNS, *rows) == told


def test_a_total_of_a_grade_that_was_left_blank_is_what_boys_and_girls_add_up_to() -> None:
    heading = [*PLAIN[:5], "ป.1 รวม", *PLAIN[5:], "ป.2 รวม", "รวมทั้งหมด รวม"]
    rows: list[Row] = [
        [1, "50010001", "ก", 12, 14, "", 11, 9, 20, 46],
        [2, "50010002", "ข", 7, 8, 15, 6, 10, 16, 31],
    ]
    assert codes(heading, *rows) == set()
    rows[0][-1] = 40
    assert codes(heading, *rows) == {("SU002", "J3")}


def test_a_total_of_classrooms_without_classrooms_by_grade_is_asked_about_once() -> None:
    rows = [[*school, 2] for school in SCHOOLS]
    checked = check_bytes(csv_bytes([TITLE, [*PLAIN, "รวมทั้งหมด ห้อง"], *rows]))
    assert issue_cells(checked) == {("SU004", "H3:H5")}
    assert checked.status is Status.ACCEPTED_WITH_QUERIES


@pytest.mark.parametrize("heading", ["ป.3 รวม", "รวม ป.3"])
def test_a_total_of_a_grade_without_boys_and_girls_is_asked_about(heading: str) -> None:
    rows: list[Row] = [[*school, total] for school, total in zip(SCHOOLS, [7, 0, 7], strict=True)]
    checked = check_bytes(csv_bytes([TITLE, [*PLAIN, heading], *rows]))
    assert issue_cells(checked) - {("VA105", "B4")} == {("SU004", "H3"), ("SU004", "H5")}
    assert checked.status is Status.ACCEPTED_WITH_QUERIES
    assert pupils([*PLAIN, heading], *rows) == 95


def test_a_total_of_a_grade_beside_boys_and_girls_is_not_asked_about() -> None:
    heading = [*PLAIN[:5], "ป.1 รวม", *PLAIN[5:]]
    rows: list[Row] = [
        [*school[:5], total, *school[5:]] for school, total in zip(SCHOOLS, [26, 15, 9], strict=True)
    ]
    assert codes(heading, *rows) == set()


PARTLY = [*PLAIN, "รวมประถม ชาย", "รวมประถม หญิง"]


def test_a_total_over_grades_that_the_table_lacks_is_no_error_and_does_not_pass_in_silence() -> None:
    rows = [[*SCHOOLS[0], 70, 66], [*SCHOOLS[1], 41, 49], [*SCHOOLS[2], 20, 22]]
    checked = check_bytes(csv_bytes([TITLE, PARTLY, *rows]))
    assert issue_cells(checked) == {("SU103", "H")}
    assert only_submission(checked).row_count_set_aside == 0


@pytest.mark.parametrize(
    ("first", "told"), [([23, 23], set()), ([24, 23], {("SU002", "H3")}), ([22, 23], {("SU002", "H3")})]
)
def test_where_most_totals_add_up_over_what_the_table_has_the_others_are_wrong(
    first: Row, told: set[tuple[str, str]]
) -> None:
    assert codes(PARTLY, [*SCHOOLS[0], *first], [*SCHOOLS[1], 13, 18], [*SCHOOLS[2], 8, 10]) == told


def test_a_total_smaller_than_its_grades_is_wrong_whatever_the_table_lacks() -> None:
    assert ("SU002", "H3") in codes(PARTLY, [*SCHOOLS[0], 20, 90], [*SCHOOLS[1], 41, 49])


@pytest.mark.parametrize(
    ("end", "start"),
    [
        ("ยอดยกไป", "ยอดยกมา"),
        ("ยกยอดไป", "ยกยอดมา"),
        ("ยกไป", "ยกมา"),
        ("รวมยกไป", "รวมยกมา"),
        ("ยอดรวมยกไป", "ยอดรวมยกมา"),
        ("ยอดยกไปหน้า 2", "ยอดยกมาจากหน้า 1"),
        ("(ยอดยกไป)", "(ยอดยกมา)"),
    ],
)
@pytest.mark.parametrize("column", [0, 1, 2])
def test_a_total_carried_to_the_next_page_is_no_school(end: str, start: str, column: int) -> None:
    carried: Row = ["", "", "", 19, 22, 17, 19]
    forward, brought = ([*carried[:column], word, *carried[column + 1 :]] for word in (end, start))
    rows = [*SCHOOLS[:2], forward, TITLE, PLAIN, brought, SCHOOLS[2], ["", "", "รวมทั้งสิ้น", *EVERYTHING]]
    assert codes(PLAIN, *rows) == {("SU101", "5"), ("SU101", "8"), ("SU101", "10")}
    assert pupils(PLAIN, *rows) == 95


def test_a_carried_total_may_be_one_of_its_page_or_of_all_pages_so_far() -> None:
    forward, brought = ["", "", "ยอดยกไป", 7, 8, 6, 10], ["", "", "ยอดยกมา", 7, 8, 6, 10]
    first: Row = ["", "", "ยอดยกไป", 12, 14, 11, 9]
    total: Row = ["", "", "รวม", *EVERYTHING]
    rows = [
        SCHOOLS[0],
        first,
        ["", "", "ยอดยกมา", *first[3:]],
        SCHOOLS[1],
        forward,
        brought,
        SCHOOLS[2],
        total,
    ]
    assert {code for code, _ in codes(PLAIN, *rows)} == {"SU101"}
    forward[3] = 99
    assert ("SU003", "D7") in codes(PLAIN, *rows)


def test_a_carried_total_that_is_wrong_is_asked_about() -> None:
    rows = [*SCHOOLS[:2], ["", "", "ยอดยกไป", 20, 22, 17, 19], SCHOOLS[2]]
    assert ("SU003", "D5") in codes(PLAIN, *rows)


def test_rows_that_are_set_aside_count_in_the_total_of_their_column() -> None:
    strange: Row = [2, "5001X", *SCHOOLS[1][2:]]
    told = codes(PLAIN, SCHOOLS[0], strange, SCHOOLS[2], ["", "", "รวม", *EVERYTHING])
    assert told == {("VA005", "B4"), ("SU101", "6")}


def test_a_column_with_a_cell_that_cannot_be_read_proves_no_total_and_the_others_do() -> None:
    strange: Row = [2, "50010002", "บ้านหลวง", "เจ็ด", 8, 6, 10]
    told = codes(PLAIN, SCHOOLS[0], strange, SCHOOLS[2], ["", "", "รวม", 99, 26, 20, 26])
    assert told == {("VA001", "D4"), ("SU101", "6"), ("SU003", "G6")}


def sections(first: str, second: str, column: int, *, is_above: bool) -> list[Row]:
    one, other = ([*[""] * column, name, *[""] * (2 - column)] for name in (first, second))
    blocks = [[[*one, 19, 22, 17, 19], *SCHOOLS[:2]], [[*other, 5, 4, 3, 6], SCHOOLS[2]]]
    if not is_above:
        blocks = [[*block[1:], block[0]] for block in blocks]
    return [*blocks[0], *blocks[1], ["", "", "รวมทั้งสิ้น", *EVERYTHING]]


@pytest.mark.parametrize("is_above", [True, False])
@pytest.mark.parametrize("column", [0, 1, 2])
@pytest.mark.parametrize(
    ("first", "second"),
    [("อำเภอแม่ริม", "อำเภอสันทราย"), ("ต.ริมใต้", "ต.สันทราย"), ("กลุ่มโรงเรียนแม่ริม 1", "กลุ่มโรงเรียนแม่ริม 2")],
)
def test_a_row_of_a_district_with_the_sums_of_its_schools_is_a_total(
    first: str, second: str, column: int, *, is_above: bool
) -> None:
    rows = sections(first, second, column, is_above=is_above)
    of_totals = {("SU101", str(at)) for at, row in enumerate(rows, 3) if not isinstance(row[0], int)}
    assert codes(PLAIN, *rows) == of_totals
    assert pupils(PLAIN, *rows) == 95


def test_the_last_section_alone_may_have_a_total() -> None:
    rows = [SCHOOLS[0], ["อำเภอสันทราย", "", "", "", "", "", ""], *SCHOOLS[1:], ["", "", "รวม", 12, 12, 9, 16]]
    assert codes(PLAIN, *rows) == {("SU101", "7")}
    rows[-1] = ["", "", "รวม", 12, 12, 9, 17]
    assert ("SU003", "G7") in codes(PLAIN, *rows)


GRADES: list[Row] = [
    [2563, 1, "50010001", "บ้านสันทราย", "ป.1", 12, 14, 26, 1],
    [2563, 1, "50010001", "บ้านสันทราย", "ป.2", 11, 9, 20, 1],
    [2563, 1, "50010002", "บ้านหลวง", "ป.1", 7, 8, 15, 1],
    [2563, 1, "50010002", "บ้านหลวง", "ป.2", 6, 10, 16, 1],
]


def test_a_row_of_totals_for_each_grade_sums_up_that_grade() -> None:
    totals: list[Row] = [
        ["", "", "", "รวม", "ป.1", 19, 22, 41, 2],
        ["", "", "", "รวม", "ป.2", 17, 19, 36, 2],
    ]
    content = csv_bytes([TIDY, *GRADES, *totals])
    assert issue_cells(check_bytes(content)) == {("SU101", "6"), ("SU101", "7")}
    totals[1][5:8] = [18, 19, 37]
    told = issue_cells(check_bytes(csv_bytes([TIDY, *GRADES, *totals])))
    assert told == {("SU101", "6"), ("SU101", "7"), ("SU003", "F7"), ("SU003", "H7")}


def test_districts_may_have_subdistricts() -> None:
    rows = [
        ["อำเภอแม่ริม", "", "", *EVERYTHING],
        ["ตำบลริมใต้", "", "", 19, 22, 17, 19],
        *SCHOOLS[:2],
        ["ตำบลริมเหนือ", "", "", 5, 4, 3, 6],
        SCHOOLS[2],
        ["", "", "รวม", *EVERYTHING],
    ]
    assert {code for code, _ in codes(PLAIN, *rows)} == {"SU101"}
    assert pupils(PLAIN, *rows) == 95


def test_a_total_of_a_district_may_sum_up_those_of_its_parts() -> None:
    other = [[4, "50010004", "ก", 1, 1, 1, 1], [5, "50010005", "ข", 2, 2, 2, 2]]
    rows = [
        *SCHOOLS,
        ["", "", "รวมอำเภอ ก", *EVERYTHING],
        other[0],
        ["", "", "รวมตำบล ข", 1, 1, 1, 1],
        other[1],
        ["", "", "รวมตำบล ค", 2, 2, 2, 2],
        ["", "", "รวมอำเภอ ข", 3, 3, 3, 3],
        ["", "", "รวมทั้งสิ้น", 27, 29, 23, 28],
    ]
    assert {code for code, _ in codes(PLAIN, *rows)} == {"SU101"}
    rows[-1] = ["", "", "รวมทั้งสิ้น", 3, 3, 3, 3]
    assert ("SU003", "D12") in codes(PLAIN, *rows)


def test_a_row_of_a_district_that_does_not_add_up_is_an_error_and_no_loss() -> None:
    rows = sections("อำเภอแม่ริม", "อำเภอสันทราย", 2, is_above=True)
    rows[0][3] = 20
    told = codes(PLAIN, *rows)
    assert told == {("VA004", "B3"), ("SU101", "6"), ("SU101", "8")}
    assert pupils(PLAIN, *rows) == 95


@pytest.mark.parametrize("name", ["บ้านใหม่", "โรงเรียนบ้านใหม่", ""])
def test_a_school_without_a_code_is_no_total_of_one_that_has_the_same_figures(name: str) -> None:
    rows = [SCHOOLS[0], ["", "", name, *SCHOOLS[0][3:]], SCHOOLS[1], SCHOOLS[2]]
    assert ("VA004", "B4") in codes(PLAIN, *rows)


def test_a_school_by_its_name_is_never_taken_for_a_sum() -> None:
    rows = [*SCHOOLS[:2], ["", "", "โรงเรียนบ้านใหม่", 19, 22, 17, 19], SCHOOLS[2]]
    assert ("VA004", "B5") in codes(PLAIN, *rows)


def test_a_total_of_rows_that_hold_subtotals_counts_nobody_twice() -> None:
    rows: list[Row] = [
        [2563, 1, "50010001", "ก", "ป.1", 1, 2, 3, 1],
        [2563, 1, "50010001", "ก", "ป.2", 1, 2, 3, 1],
        [2563, 1, "50010001", "ก", "รวม", 2, 4, 6, 2],
        [2563, 1, "50010002", "ข", "ป.1", 1, 1, 2, 1],
        ["", "", "", "รวมทั้งสิ้น", "", 3, 5, 8, 3],
    ]
    assert issue_cells(check_bytes(csv_bytes([TIDY, *rows]))) == {("SU101", "4"), ("SU101", "6")}
    rows[-1][5] = 4
    assert ("SU003", "F6") in issue_cells(check_bytes(csv_bytes([TIDY, *rows])))
