"""What figures are counted in and of whom: units and titles that speak of other things than pupils."""

import pytest

from edusandbox.submissions import CheckedDelivery, Status
from tests.checking.builders import check_bytes, csv_bytes, issue_cells, only_submission

PERIOD = "ภาคเรียนที่ 1 ปีการศึกษา 2563"
TITLE = [f"จำนวนนักเรียน {PERIOD}"]
WHO = ["รหัสโรงเรียน", "ชื่อโรงเรียน"]
COLUMNS = ["ป.1 ชาย", "ป.1 หญิง", "ป.1 ห้อง"]
ROWS: list[list[object]] = [["50010001", "บ้านสันทราย", 12, 14, 1], ["50010002", "บ้านหลวง", 7, 8, 1]]


def check(*rows: list[object] | list[str]) -> CheckedDelivery:
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
