"""Exports without headings of forms that no general room knows, in the order that `shapes.csv` declares."""

import pandas as pd
import pytest

from tests.checking.builders import check_bytes, csv_bytes, issue_cells
from tests.stranger.test_reading import frame_of, values
from tests.stranger.test_two_dimensions import TITLE as POSTS_TITLE

WORKSHOPS: list[list[object]] = [
    ["50010001", "อ่าน", 12, "55.5", "45%", "1,250.50 บาท", "1 มิ.ย. 2563", "มี", "ข้อ ๑\nข้อ ๒"],
    ["50010001", "การเขียน", 7, "๖๒.๗๕", "100%", "500.-", "15/7/2563", "/", ""],
    ["50010002", "คิดเลข", 0, "-", "", "-", "", "ไม่มี", ""],
]
POSTS: list[list[object]] = [["50010001", 10, 2, 12, 1, 3, 4, 16], ["50010002", 4, 0, 4, 0, 1, 1, 5]]
TITLE = ["การอบรม ภาคเรียนที่ 1 ปีการศึกษา 2563"]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("topic_code", ["READ", "WRITE", "SUMS"]),
        ("taker_count", [12.0, 7.0, 0.0]),
        ("mean_score", [55.5, 62.75, None]),
        ("passed_share", [0.45, 1.0, None]),
        ("cost_baht", [1250.5, 500.0, 0.0]),
        ("held_date", ["2020-06-01", "2020-07-15", None]),
        ("has_mentor", [True, True, False]),
        ("remark_text", ["ข้อ ๑\nข้อ ๒", None, None]),
    ],
)
def test_fields_of_every_kind_are_read_by_their_place(field: str, expected: list[object]) -> None:
    assert values(frame_of([TITLE, *WORKSHOPS]), field) == expected


def test_that_there_are_no_headings_is_told() -> None:
    assert ("LA030", None) in issue_cells(check_bytes(csv_bytes([TITLE, *WORKSHOPS]), path="w.csv"))


def test_columns_of_codes_of_two_lists_are_told_by_their_sums() -> None:
    (submission,) = check_bytes(csv_bytes([POSTS_TITLE, *POSTS]), path="w.csv").submissions
    assert _facts(submission.facts["fact_post"]) == [
        ("50010001", "CARE", "HIRED", 3),
        ("50010001", "CARE", "TENURED", 1),
        ("50010001", "TEACH", "HIRED", 2),
        ("50010001", "TEACH", "TENURED", 10),
        ("50010002", "CARE", "HIRED", 1),
        ("50010002", "CARE", "TENURED", 0),
        ("50010002", "TEACH", "HIRED", 0),
        ("50010002", "TEACH", "TENURED", 4),
    ]


def test_figures_that_do_not_add_up_are_no_table_of_that_shape() -> None:
    rows = [[*row[:3], 99, *row[4:6], 88, row[7]] for row in POSTS]
    assert check_bytes(csv_bytes([POSTS_TITLE, *rows]), path="w.csv").submissions == ()


def test_columns_of_two_lists_with_a_row_for_each_pair_are_told_by_their_codes() -> None:
    rows = [
        ["50010001", "ครู", "ข้าราชการ", 10],
        ["50010001", "ครู", "อัตราจ้าง", 2],
        ["50010002", "ผู้ดูแล", "จ้าง", 1],
    ]
    (submission,) = check_bytes(csv_bytes([POSTS_TITLE, *rows]), path="w.csv").submissions
    assert _facts(submission.facts["fact_post"]) == [
        ("50010001", "TEACH", "HIRED", 2),
        ("50010001", "TEACH", "TENURED", 10),
        ("50010002", "CARE", "HIRED", 1),
    ]


def _facts(facts: pd.DataFrame) -> list[tuple[object, ...]]:
    columns = ["school_code", "role_code", "contract_code", "post_count"]
    return sorted(map(tuple, facts[columns].values.tolist()))
