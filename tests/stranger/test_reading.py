"""Fields of every kind are read as they are declared, and what cannot be read is told at its cell."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.checking.parsing import parse_delivery
from edusandbox.submissions import Delivery, Status
from tests.calendars import calendar_entry
from tests.checking.builders import PROVINCE, TODAY, check_bytes, csv_bytes, issue_cells

TITLE = ["การอบรม ภาคเรียนที่ 1 ปีการศึกษา 2563"]
LONG = [
    *("รหัสโรงเรียน", "ชื่อโรงเรียน", "หัวข้ออบรม", "ผู้เข้าอบรม", "คะแนนเฉลี่ย", "ร้อยละที่ผ่าน", "งบประมาณ"),
    *("งบคงเหลือเทียบปีก่อน", "วันที่อบรม", "เวลาเริ่ม", "มีพี่เลี้ยง", "สถานที่", "ข้อเสนอแนะ"),
]
REMARK = "ข้อ ๑  เพิ่มเวลา\nข้อ 2 - ใช้ Active Learning, ๓ ขั้น"
ROWS: list[list[object]] = [
    [
        *("50010001", "บ้านสันทราย", "อ่าน", 12, "55.5", "45%", "1,250.50 บาท", "-300", "1 มิ.ย. 2563", "08:30"),
        *("มี", "หอประชุม, สนาม", REMARK),
    ],
    [
        *("50010001", "บ้านสันทราย", "การเขียน", 7, "๖๒.๗๕", "100%", "500.-", "(1,000.25)", "15/7/2563"),
        *("13.15 น.", "/", "ออนไลน์", ""),
    ],
    ["50010002", "วัดดอยคำ", "คิดเลข", 0, "-", "", "-", "", "", "", "ไม่มี", "", "ไม่มี"],
]


def frame_of(rows: list[list[object]]) -> pd.DataFrame:
    content = csv_bytes(rows)
    delivery = Delivery("0" * 64, "w.csv", "w.csv", "5001", len(content), datetime(2020, 7, 2, tzinfo=UTC))
    (sheet,) = parse_delivery(delivery, content, PROVINCE).sheets
    return sheet.sheet.frame


def values(frame: pd.DataFrame, field: str) -> list[object]:
    return [None if pd.isna(value) else value for value in frame[field]]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("topic_code", ["READ", "WRITE", "SUMS"]),
        ("taker_count", [12.0, 7.0, 0.0]),
        ("mean_score", [55.5, 62.75, None]),
        ("passed_share", [0.45, 1.0, None]),
        ("cost_baht", [1250.5, 500.0, 0.0]),
        ("change_baht", [-300.0, -1000.25, None]),
        ("held_date", ["2020-06-01", "2020-07-15", None]),
        ("start_time", ["08:30", "13:15", None]),
        ("has_mentor", [True, True, False]),
        ("venue_codes", ["HALL|YARD", "NET", None]),
        ("remark_text", [REMARK, None, "ไม่มี"]),
    ],
)
def test_a_field_is_read_as_its_kind_says(field: str, expected: list[object]) -> None:
    assert values(frame_of([TITLE, LONG, *ROWS]), field) == expected


def test_columns_of_topics_are_gathered_in_rows() -> None:
    heading = [
        "รหัสโรงเรียน",
        "อ่าน ผู้เข้าอบรม",
        "อ่าน คะแนนเฉลี่ย",
        "เขียน ผู้เข้าอบรม",
        "เขียน คะแนนเฉลี่ย",
        "รวมทุกหัวข้อ ผู้เข้าอบรม",
    ]
    frame = frame_of(
        [TITLE, heading, ["50010001", 12, "55.5", 3, "60.25", 15], ["50010002", 4, 70, 5, 71, 9]]
    )
    found = frame[frame["topic_code"] != "ANY"][["school_code", "topic_code", "taker_count", "mean_score"]]
    assert found.values.tolist() == [
        ["50010001", "READ", 12.0, 55.5],
        ["50010002", "READ", 4.0, 70.0],
        ["50010001", "WRITE", 3.0, 60.25],
        ["50010002", "WRITE", 5.0, 71.0],
    ]


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("หัวข้ออบรม", "ว่ายน้ำ", "VA006"),
        ("ผู้เข้าอบรม", "3.5", "VA003"),
        ("ผู้เข้าอบรม", "-3", "VA002"),
        ("คะแนนเฉลี่ย", "155.5", "VA029"),
        ("คะแนนเฉลี่ย", "12 คน", "VA001"),
        ("ร้อยละที่ผ่าน", "145%", "VA029"),
        ("งบประมาณ", "-20", "VA029"),
        ("งบประมาณ", "ห้าร้อย", "VA001"),
        ("วันที่อบรม", "32/13/2563", "VA020"),
        ("เวลาเริ่ม", "25:00", "VA030"),
        ("มีพี่เลี้ยง", "อาจจะ", "VA031"),
        ("สถานที่", "หอประชุม, ดวงจันทร์", "VA006"),
    ],
)
def test_what_cannot_be_is_told_at_its_cell(column: str, value: str, rule: str) -> None:
    at = LONG.index(column)
    row = [*ROWS[0][:at], value, *ROWS[0][at + 1 :]]
    told = issue_cells(check_bytes(csv_bytes([TITLE, LONG, row]), path="w.csv"))
    assert (rule, f"{'ABCDEFGHIJKLM'[at]}3") in told


def test_a_share_that_may_be_meant_in_two_ways_is_not_guessed() -> None:
    at = LONG.index("ร้อยละที่ผ่าน")
    rows = [[*row[:at], share, *row[at + 1 :]] for row, share in zip(ROWS, ("0.5", "1", "0"), strict=True)]
    assert values(frame_of([TITLE, LONG, *rows]), "passed_share") == [None, None, 0.0]
    told = issue_cells(check_bytes(csv_bytes([TITLE, LONG, *rows]), path="w.csv"))
    assert {("VA028", "F3"), ("VA028", "F4")} <= told


def test_bare_shares_are_in_per_cent_where_all_are_above_one() -> None:
    at = LONG.index("ร้อยละที่ผ่าน")
    rows = [
        [*row[:at], share, *row[at + 1 :]] for row, share in zip(ROWS, ("50.5", "45", "100"), strict=True)
    ]
    assert values(frame_of([TITLE, LONG, *rows]), "passed_share") == [0.505, 0.45, 1.0]


def test_totals_over_topics_are_compared_and_means_are_not() -> None:
    total = ["", "", "รวมทุกหัวข้อ", 19, 118.25, "", "", "", "", "", "", "", ""]
    checked = check_bytes(csv_bytes([TITLE, LONG, *ROWS[:2], ["", "", "รวม", 20, 118.25]]), path="w.csv")
    assert {code for code, _ in issue_cells(checked)} & {"SU003", "SU004"} == {"SU003"}
    right = check_bytes(csv_bytes([TITLE, LONG, *ROWS[:2], total]), path="w.csv")
    assert {code for code, _ in issue_cells(right)} & {"SU003", "SU004"} == set()


def test_a_return_without_fault_is_accepted() -> None:
    year = calendar_entry("2563", date(2020, 5, 16), date(2021, 5, 15), forms=["workshop"])
    province = replace(PROVINCE, calendar={**PROVINCE.calendar, "2563": year})
    delivery = Delivery("0" * 64, "w.csv", "w.csv", "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    content = csv_bytes([["การอบรม ปีการศึกษา 2563"], LONG, *ROWS])
    (checked,) = check_deliveries([(delivery, content)], CheckContext(province, TODAY))
    (submission,) = checked.submissions
    assert submission.form == "workshop"
    assert submission.status is Status.ACCEPTED
    assert submission.facts["fact_workshop"]["mean_score"].tolist()[:2] == [55.5, 62.75]


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("หัวข้ออบรม", "ว่ายน้ำ", 'ไม่รู้จักหัวข้อ "ว่ายน้ำ"'),
        ("สถานที่", "ดวงจันทร์", 'ไม่รู้จักสถานที่ "ดวงจันทร์"'),
        ("คะแนนเฉลี่ย", "155.5", "ค่า 155.5 อยู่นอกช่วงที่เป็นไปได้ (0–100)"),
        ("ร้อยละที่ผ่าน", "145%", "ค่า 145% อยู่นอกช่วงที่เป็นไปได้ (0–100%)"),
        ("คะแนนเฉลี่ย", "", "ช่องนี้ว่าง ทั้งที่หัวข้อนี้มีข้อมูลช่องอื่น"),
    ],
)
def test_sentences_call_things_by_the_form_s_own_words(column: str, value: str, sentence: str) -> None:
    at = LONG.index(column)
    row = [*ROWS[0][:at], value, *ROWS[0][at + 1 :]]
    issues = check_bytes(csv_bytes([TITLE, LONG, row]), path="w.csv").all_issues
    assert sentence in [issue.message_th for issue in issues]
    assert not [issue for issue in issues if "ชั้น" in issue.message_th or "grade" in issue.message_en]


def test_amounts_with_satang_are_added_up_and_told_with_them() -> None:
    at = LONG.index("งบประมาณ")
    rows = [[*row[:at], cost, *row[at + 1 :]] for row, cost in zip(ROWS, ("0.1", "0.2", "0"), strict=True)]
    total: list[object] = ["", "", "รวม", *[""] * (len(LONG) - 3)]
    total[at] = "0.3"
    assert ("SU003", "G6") not in issue_cells(
        check_bytes(csv_bytes([TITLE, LONG, *rows, total]), path="w.csv")
    )
    total[at] = "0.45"
    issues = check_bytes(csv_bytes([TITLE, LONG, *rows, total]), path="w.csv").all_issues
    assert "ยอดในแถวรวม 0.45 ไม่เท่ากับผลบวกของคอลัมน์ (0.30)" in [issue.message_th for issue in issues]
