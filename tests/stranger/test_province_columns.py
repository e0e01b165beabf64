"""A column that only the province fills is read from its own file, and told of every other sender."""

from dataclasses import replace

import pytest

from edusandbox.submissions import CheckedDelivery, Status
from edusandbox.what_was_read import NOBODY
from schemas.layouts.files import mistake_in
from schemas.layouts.lines import LayoutAdditions, LayoutLine, Presence
from tests.checking.builders import check_bytes, csv_bytes, issue_cells

TITLE = ["โครงการ ภาคเรียนที่ 1 ปีการศึกษา 2563"]
HEADING = ["รหัสโรงเรียน", "โครงการ", "งบประมาณโครงการ", "เงินรางวัล"]
BONUS = LayoutLine("เงินพิเศษ", "bonus_baht", "", Presence.OPTIONAL)


def check(*bonuses: object, sender: str) -> CheckedDelivery:
    rows = [[f"5001000{at}", "อ่าน", 10, bonus] for at, bonus in enumerate(bonuses, start=1)]
    return check_bytes(csv_bytes([TITLE, HEADING, *rows]), sender=sender, path="w.csv")


def bonuses_of(checked: CheckedDelivery) -> list[float]:
    (submission,) = checked.submissions
    return [float(bonus) for bonus in submission.facts["fact_project"]["bonus_baht"].dropna()]


def test_what_the_province_s_sender_fills_in_is_read() -> None:
    checked = check(500, 0, sender="5009")
    assert (checked.status, issue_cells(checked)) == (Status.ACCEPTED, set())
    assert bonuses_of(checked) == [500, 0]


def test_what_another_sender_fills_in_is_told_and_not_read() -> None:
    checked = check(500, "", 0, "-", sender="5001")
    assert issue_cells(checked) == {("VA043", "D3")}
    (issue,) = checked.all_issues
    assert issue.message_th == "คอลัมน์นี้ให้จังหวัดกรอกเท่านั้น จึงไม่ได้นำเข้าค่าที่กรอกไว้ (2 ช่อง)"
    assert (bonuses_of(checked), checked.submissions[0].row_count_loaded) == ([], 4)


def test_what_is_not_read_is_not_found_fault_with() -> None:
    checked = check("มาก", -5, sender="5001")
    assert issue_cells(checked) == {("VA043", "D3")}
    assert {("VA001", "D3"), ("VA029", "D4")} <= issue_cells(check("มาก", -5, sender="5009"))


def test_a_column_that_others_leave_empty_is_no_cause_to_say_anything() -> None:
    assert issue_cells(check("", "", sender="5001")) == set()


def test_a_file_of_which_nobody_knows_the_sender_is_read_as_it_is() -> None:
    assert "VA043" not in {code for code, _ in issue_cells(check(500, sender=NOBODY))}


@pytest.mark.parametrize("presence", [Presence.REQUIRED, Presence.EACH])
def test_a_layout_that_asks_everybody_for_it_is_refused(presence: Presence) -> None:
    line = ("projects", "long", replace(BONUS, presence=presence))
    assert "only the province fills it" in (mistake_in(LayoutAdditions(lines=(line,))) or "")
    assert mistake_in(LayoutAdditions(lines=(("projects", "long", BONUS),))) is None
