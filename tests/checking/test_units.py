"""What figures are counted in and of whom: units and titles that speak of other things than pupils."""

from collections.abc import Sequence

import pytest

from edusandbox.submissions import CheckedDelivery, Status
from tests.checking.builders import check_bytes, csv_bytes, issue_cells, only_submission
from tests.checking.test_tables_in_the_wild import workbook
from tests.facts_by_cell import pupils_by_sex

PERIOD = "ภาคเรียนที่ 1 ปีการศึกษา 2563"
TITLE = [f"จำนวนนักเรียน {PERIOD}"]
WHO = ["รหัสโรงเรียน", "ชื่อโรงเรียน"]
COLUMNS = ["ป.1 ชาย", "ป.1 หญิง", "ป.1 ห้อง"]
ROWS: list[list[object]] = [["50010001", "บ้านสันทราย", 12, 14, 1], ["50010002", "บ้านหลวง", 7, 8, 1]]


def check(*rows: Sequence[object]) -> CheckedDelivery:
    return check_bytes(csv_bytes(list(rows)))


def codes(checked: CheckedDelivery) -> set[str]:
    return {code for code, _ in issue_cells(checked)}


def is_nothing_loaded(checked: CheckedDelivery) -> bool:
    return not any(each.status.is_loaded and each.row_count_loaded for each in checked.submissions)


@pytest.mark.parametrize("headings", [["ชาย", "หญิง", "ห้อง (ห้อง)"], ["ชาย (คน)", "หญิง (คน)", "ห้องเรียน (ห้อง)"]])
def test_a_unit_that_fits_its_column_adds_nothing(headings: list[str]) -> None:
    checked = check(TITLE, [*WHO, *(f"ป.1 {each}" for each in headings)], *ROWS)
    assert only_submission(checked).row_count_loaded == len(ROWS)


@pytest.mark.parametrize("unit", ["ห้อง", "rooms", "Classrooms"])
def test_pupils_counted_in_rooms_by_their_heading_are_not_read(unit: str) -> None:
    assert is_nothing_loaded(check(TITLE, [*WHO, f"ป.1 ชาย ({unit})", f"ป.1 หญิง ({unit})"], *ROWS))


@pytest.mark.parametrize(
    ("cells", "told"),
    [(["12 ห้อง", 14, 1], {"VA001"}), ([12, 14, "1 คน"], {"VA001"}), (["12 คน", 14, "1 ห้อง"], {"VA106"})],
)
def test_a_count_has_the_unit_of_its_column(cells: list[object], told: set[str]) -> None:
    checked = check(TITLE, [*WHO, *COLUMNS], ["50010001", "บ้านสันทราย", *cells], ROWS[1])
    assert codes(checked) == told
    is_read = told == {"VA106"}
    assert only_submission(checked).row_count_loaded == len(ROWS) - (not is_read)
    assert (only_submission(checked).status is Status.ACCEPTED) == is_read


PUPILS = ["ป.1 ชาย", "ป.1 หญิง"]
FIGURES: list[list[object]] = [row[:4] for row in ROWS]


@pytest.mark.parametrize(
    "unit",
    [
        "หน่วย : ร้อยคน",
        "(หน่วย : พันคน)",
        "หน่วย: คน x 100",
        "หน่วย: คน (x 100)",
        "หน่วยนับ ร้อยละ",
        "หน่วย : ห้อง",
        "Unit: thousands",
    ],
)
@pytest.mark.parametrize("where", ["above", "below", "in the title"])
def test_another_unit_than_persons_sets_the_table_aside(unit: str, where: str) -> None:
    title = [f"{TITLE[0]} {unit}"] if where == "in the title" else TITLE
    above, below = [[unit]] * (where == "above"), [[unit]] * (where == "below")
    checked = check(title, *above, [*WHO, *PUPILS], *FIGURES, *below)
    assert codes(checked) == {"LA028"}
    assert (checked.status, is_nothing_loaded(checked)) == (Status.REJECTED, True)


def test_a_row_of_rooms_under_the_headings_of_pupils_sets_the_table_aside() -> None:
    assert codes(check(TITLE, [*WHO, *PUPILS], ["", "", "(ห้อง)", "(ห้อง)"], *FIGURES)) == {"LA028"}
    checked = check(TITLE, [*WHO, *COLUMNS], ["", "", "(คน)", "(คน)", "(ห้อง)"], *ROWS)
    assert only_submission(checked).row_count_loaded == len(ROWS)


@pytest.mark.parametrize(
    "unit",
    [
        "หน่วย : คน",
        "หน่วย : คน/ห้อง",
        "หน่วย: คน, ห้อง",
        "หน่วย : ห้อง/คน",
        "(คน)",
        "หน่วยงาน : สพป.เชียงใหม่ เขต 1",
        "หน่วย : สพป.เชียงใหม่ เขต 1",
        "หน่วยเบิก : ห้องคลัง",
        "จำนวนนักเรียน (คน) จำนวนห้องเรียน (ห้อง)",
    ],
)
def test_persons_and_units_beside_them_are_as_they_should_be(unit: str) -> None:
    checked = check(TITLE, [unit], [*WHO, *COLUMNS], *ROWS)
    assert (codes(checked), checked.status) == (set(), Status.ACCEPTED)


@pytest.mark.parametrize(
    "title",
    [
        "จำนวนห้องเรียน",
        "ร้อยละของนักเรียน",
        "จำนวนครู",
        "จำนวนนักเรียนพิการเรียนรวม",
        "จำนวนนักเรียน ออกกลางคัน",
        "จำนวนนักเรียนที่จบการศึกษา",
        "ประมาณการจำนวนนักเรียน (แผนชั้นเรียน)",
        "จำนวนนักเรียนซ้ำชั้น",
        "นักเรียนที่เลื่อนชั้นจาก ป.1",
    ],
)
def test_a_title_of_others_than_all_pupils_sets_the_table_aside(title: str) -> None:
    checked = check([f"{title} {PERIOD}"], [*WHO, *PUPILS], *FIGURES)
    assert codes(checked) == {"LA029"}
    assert (checked.status, is_nothing_loaded(checked)) == (Status.REJECTED, True)


@pytest.mark.parametrize(
    "title",
    [
        "จำนวนนักเรียน จำแนกตามชั้น เพศ และห้องเรียน",
        "จำนวนนักเรียนและห้องเรียน",
        "รายงานจำนวนนักเรียน ครู และห้องเรียน",
        "จำนวนครู นักเรียน และห้องเรียน",
        "จำนวนนักเรียนทั้งหมด (รวมนักเรียนพิการเรียนรวม)",
        "จำนวนนักเรียนและนักเรียนพิการ",
        "จำนวนและร้อยละของนักเรียน",
        "จำนวนห้องเรียน",
        "จำนวนนักเรียน โรงเรียนสอนคนพิการ",
        "ข้อมูลนักเรียน โรงเรียนเศรษฐเสถียร",
        "จำนวนนักเรียน โรงเรียนโสตศึกษา",
        "ข้อมูลสารสนเทศ",
    ],
)
def test_a_title_of_pupils_and_of_what_stands_beside_them_is_as_it_should_be(title: str) -> None:
    checked = check([f"{title} {PERIOD}"], [*WHO, *COLUMNS], *ROWS)
    assert (codes(checked) - {"RO001"}, checked.status) == (set(), Status.ACCEPTED)


def test_a_second_table_of_others_leaves_the_first_as_it_is() -> None:
    second: list[list[object]] = [
        [f"จำนวนนักเรียนพิการเรียนรวม {PERIOD}"],
        [*WHO, *PUPILS],
        ["50010001", "บ้านสันทราย", 1, 1],
    ]
    checked = check(TITLE, [*WHO, *PUPILS], *FIGURES, [], *second)
    submission = only_submission(checked)
    assert submission.status is Status.PARTLY_ACCEPTED
    assert int(pupils_by_sex(submission)["pupil_count"].sum()) == 12 + 14 + 7 + 8
    assert "LA029" in codes(checked)
    assert "RO001" not in codes(checked)


def test_a_title_of_others_over_blank_rows_is_said_in_the_words_of_the_form() -> None:
    heads = [*WHO, *PUPILS]
    blank = [[f"จำนวนครู {PERIOD}"], heads, ["50010003", "วัดดอยคำ", "", ""]]
    sheets = {"ก": [TITLE, heads, *FIGURES], "ข": blank}
    checked = check_bytes(workbook(sheets), path="w.xlsx")
    assert len(checked.submissions) == 1
    (issue,) = [issue for issue in checked.issues if issue.code == "LA029"]
    assert issue.message_en.endswith("and not of all pupils, so that it was not read")
