"""Returns in which every figure is 0."""

from collections.abc import Sequence

import pytest

from edusandbox.submissions import Status
from tests.checking.builders import check_bytes, csv_bytes, only_submission

TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
HEADING = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.1 ห้อง"]


def questions(*rows: Sequence[object]) -> list[tuple[str, int]]:
    named = [[f"5001000{number}", f"บ้าน {number}", *row] for number, row in enumerate(rows, start=1)]
    checked = check_bytes(csv_bytes([TITLE, HEADING, *named]))
    return [(issue.message_th, issue.count) for issue in checked.all_issues if issue.code == "SU005"]


@pytest.mark.parametrize("zero", [0, "-", "ไม่มี"])
def test_a_return_of_nothing_but_zeros_is_asked_about_once(zero: object) -> None:
    assert questions([zero, zero, zero], [zero, zero, zero]) == [("ตัวเลขที่กรอกเป็น 0 ทุกช่อง (4 ช่อง)", 4)]


def test_it_is_loaded_with_that_question() -> None:
    checked = check_bytes(csv_bytes([TITLE, HEADING, ["50010001", "บ้าน", 0, 0, 0]]))
    assert only_submission(checked).status is Status.ACCEPTED_WITH_QUERIES


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([[0, 0, 0], [0, 1, 1]], id="one pupil"),
        pytest.param([["*", "*", 1]], id="no figure at all"),
        pytest.param([["*", 5, 1], [0, 0, 0]], id="one figure beside a star"),
    ],
)
def test_what_has_a_figure_or_none_is_not_asked_about(rows: list[list[object]]) -> None:
    assert questions(*rows) == []
