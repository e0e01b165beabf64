"""What a heading says of the period of its columns is never lost, and numbers that are no years are none."""

from collections.abc import Sequence

import pytest

from edusandbox.submissions import CheckedDelivery, Status
from tests.checking.builders import check_bytes, csv_bytes, issue_cells, only_submission
from tests.facts_by_cell import classrooms

TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
WHO = ["รหัสโรงเรียน", "ชื่อโรงเรียน"]
UNDER = ["", ""]
FIRST = ["ป.1 ชาย", "ป.1 หญิง"]
SCHOOLS = [["50010001", "บ้าน ก", 1, 2, 3, 4], ["50010002", "บ้าน ข", 5, 6, 7, 8]]
Row = Sequence[object]


def check(*heading: Row, rows: Sequence[Row] = SCHOOLS) -> CheckedDelivery:
    width = max(map(len, heading))
    return check_bytes(csv_bytes([TITLE, *heading, *(row[:width] for row in rows)]))


def codes(checked: CheckedDelivery) -> set[str]:
    return {code for code, _ in issue_cells(checked)}


def grades(checked: CheckedDelivery) -> set[str]:
    return set(only_submission(checked).facts["fact_enrolment"]["grade_code"])


@pytest.mark.parametrize(
    "named",
    [
        "ปีนี้ (2562)",
        "ปีการศึกษาปัจจุบัน (2562)",
        "ภาคเรียนนี้ (2/2562)",
        "ปีนี้ (ภาคเรียนที่ 2)",
        "ภาคเรียนที่ 1/62",
        "เทอม 1/62",
        "1/62",
    ],
)
def test_another_period_over_the_figures_holds_the_file_whatever_stands_beside_it(named: str) -> None:
    checked = check([*WHO, named, ""], [*UNDER, *FIRST])
    assert only_submission(checked).status is Status.HELD


@pytest.mark.parametrize("named", ["ปีนี้ (2563)", "ภาคเรียนที่ 1/63", "ปีนี้"])
def test_the_period_of_the_title_over_the_figures_changes_nothing(named: str) -> None:
    checked = check([*WHO, named, ""], [*UNDER, *FIRST])
    assert only_submission(checked).status is Status.ACCEPTED


def test_a_year_on_a_line_of_its_own_under_a_word_for_the_present_counts() -> None:
    checked = check([*WHO, "ปีนี้", ""], [*UNDER, "2562", ""], [*UNDER, *FIRST])
    assert only_submission(checked).status is Status.HELD


@pytest.mark.parametrize("number", ["62", "(62)", "/62"])
def test_a_year_of_two_digits_behind_every_name_is_the_figures(number: str) -> None:
    checked = check([*WHO, *(f"{name} {number}" for name in FIRST)])
    assert only_submission(checked).status is Status.HELD


def test_columns_of_a_semester_and_short_year_beside_others_are_asked_about() -> None:
    checked = check([*WHO, "ป.1 ชาย 1/62", "ป.1 หญิง 1/62", "ป.2 ชาย", "ป.2 หญิง"])
    assert grades(checked) == {"P2"}
    assert "LA031" in codes(checked)


@pytest.mark.parametrize(
    "rooms", ["ห้อง (ปีที่แล้ว)", "ห้องเรียนปีก่อน", "ห้องเรียนเดือนที่แล้ว", "ห้องเรียน ปีการศึกษา 2562", "ห้องเรียน (62)"]
)
def test_rooms_of_another_period_than_the_pupils_are_not_read(rooms: str) -> None:
    rows = [["50010001", "บ้าน ก", "ป.1", 3, 4, 1]]
    checked = check([*WHO, "ชั้น", "ชาย", "หญิง", rooms], rows=rows)
    assert codes(checked) == {"LA003"}
    assert classrooms(only_submission(checked)).empty


@pytest.mark.parametrize("total", ["รวมปีที่แล้ว", "ป.1 รวม ปีก่อน", "รวม 62", "รวม (62)", "รวม ปีการศึกษา 2562"])
def test_a_total_of_another_period_is_none_of_these_figures(total: str) -> None:
    rows = [["50010001", "ก", 10, 12, 20], ["50010002", "ข", 1, 2, 9]]
    checked = check([*WHO, *FIRST, total], rows=rows)
    assert (only_submission(checked).status, codes(checked)) == (Status.ACCEPTED, {"LA003"})


def test_a_row_of_totals_under_the_heading_names_no_years() -> None:
    heading = [[*WHO, "ป.1", "", "ป.2", ""], [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง"]]
    rows = [["", "", 65, 65, 62, 70], ["50010001", "ก", 60, 60, 60, 60], ["50010002", "ข", 5, 5, 2, 10]]
    checked = check(*heading, rows=rows)
    assert (only_submission(checked).status, codes(checked)) == (Status.ACCEPTED, {"SU101"})


@pytest.mark.parametrize("numbers", [("(55)", "(60)"), ("(60)", "(70)"), ("(30)", "(31)")])
def test_numbers_that_are_no_years_behind_names_are_footnotes(numbers: tuple[str, str]) -> None:
    checked = check([*WHO, *(f"{name} {number}" for name, number in zip(FIRST, numbers, strict=True))])
    assert (only_submission(checked).status, codes(checked)) == (Status.ACCEPTED, {"LA010"})


SEXES = ["ชาย", "หญิง", "ชาย", "หญิง"]


@pytest.mark.parametrize(
    "heading",
    [
        [[*WHO, "อนุบาล", "", "ประถมศึกษา", ""], [*UNDER, 2, "", 5, ""], [*UNDER, *SEXES]],
        [[*WHO, "อนุบาล", "", "ประถมศึกษา", ""], [*UNDER, 1, "", 1, ""], [*UNDER, *SEXES]],
        [[*WHO, "อนุบาล", "", "ประถมศึกษา", ""], [*UNDER, 1, 2, 3, 4], [*UNDER, *SEXES]],
        [
            [*WHO, "ม.ปลาย", "", "", ""],
            [*UNDER, "มัธยมศึกษาปีที่", "", "", ""],
            [*UNDER, 1, "", 2, ""],
            [*UNDER, *SEXES],
        ],
        [
            [*WHO, "อนุบาล", "", "", ""],
            [*UNDER, "ประถมศึกษา", "", "", ""],
            [*UNDER, 1, "", 2, ""],
            [*UNDER, *SEXES],
        ],
    ],
    ids=["one each", "one each alike", "count of columns", "other level over it", "level over another"],
)
def test_numbers_under_levels_that_may_be_anything_are_no_grades(heading: Sequence[Row]) -> None:
    assert check(*heading).status is Status.REJECTED


@pytest.mark.parametrize("level", ["ประถมศึกษา", "ชั้นประถมศึกษาปีที่", "ระดับชั้นประถมศึกษา"])
@pytest.mark.parametrize("numbers", [("1", "2"), ("ปีที่ 1", "ปีที่ 2"), ("ชั้น 1", "ชั้น 2")])
def test_a_total_may_stand_beside_the_numbers_of_a_level(level: str, numbers: tuple[str, str]) -> None:
    heading = [
        [*WHO, level, "", "", "", "", ""],
        [*UNDER, numbers[0], "", numbers[1], "", "รวม", ""],
        [*UNDER, *SEXES, "ชาย", "หญิง"],
    ]
    rows = [["50010001", "ก", 1, 2, 3, 4, 4, 6]]
    checked = check(*heading, rows=rows)
    assert (only_submission(checked).status, grades(checked)) == (Status.ACCEPTED, {"P1", "P2"})
    rows[0][-1] = 9
    assert "SU002" in codes(check(*heading, rows=rows))


def test_levels_that_go_on_counting_are_read() -> None:
    heading = [
        [*WHO, "ม.ต้น", "", "", "", "ม.ปลาย", ""],
        [*UNDER, 2, "", 3, "", 4, ""],
        [*UNDER, *SEXES, "ชาย", "หญิง"],
    ]
    checked = check(*heading, rows=[["50010001", "ก", 1, 2, 3, 4, 4, 6]])
    assert (only_submission(checked).status, grades(checked)) == (Status.ACCEPTED, {"M2", "M3", "M4"})
