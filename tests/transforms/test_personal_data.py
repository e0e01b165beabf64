"""Personal data is found by heading and by content, and what only looks like it is left alone."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.personal_data import personal_headings
from tests.made_up_persons import made_up_id
from transforms.grid import CellValue, Grid
from transforms.privacy.personal_data import withhold_personal_data
from transforms.privacy.personal_text import (
    MASK,
    PATTERNS,
    SUSPICIOUS,
    personal_kind,
    without_personal_data,
)

ID = made_up_id(10_501)
HEADINGS = personal_headings()
Told = set[tuple[str, int | None, object]]


def withhold(rows: Sequence[Sequence[CellValue]]) -> tuple[list[list[CellValue]], Told]:
    width = max(len(row) for row in rows)
    grid = Grid("ข้อมูล", 1, [[*row, *[None] * (width - len(row))] for row in rows])
    (cleaned,), findings = withhold_personal_data([grid], HEADINGS)
    return [list(row) for row in cleaned.rows], {
        (finding.code, finding.place.column, finding.params["kind"]) for finding in findings
    }


@pytest.mark.parametrize("name", ["น.\u200bส.สมมุติ ตัวอย่าง", "น.  ส. สมมุติ ตัวอย่าง", "นา\u200bยตัวอย่าง สมมติ"])
@pytest.mark.parametrize("codes", [("10010001", "10010002"), ("ก", "ข")])
def test_a_title_hidden_by_what_does_not_show_is_seen(name: str, codes: tuple[str, str]) -> None:
    cleaned, told = withhold([["รหัส", "คนที่"], [codes[0], name], [codes[1], name]])
    assert [row[1] for row in cleaned[1:]] == [None, None]
    assert told == {("PR002", 2, "names")}


@pytest.mark.parametrize(
    ("heading", "values", "kind"),
    [
        ("ชื่อ-สกุล", ["ก ข", "ค ง"], "names"),
        ("ชื่อ - นามสกุล", ["ก ข"], "names"),
        ("ผู้บริหาร", ["นายตัวอย่าง สมมติ"], "names"),
        ("ผู้อำนวยการ", ["ตัวอย่าง สมมติ"], "names"),
        ("เบอร์โทรศัพท์", [812345678], "telephone numbers"),
        ("โทร.", ["053-123456"], "telephone numbers"),
        ("E-mail", ["x"], "e-mail addresses"),
        ("เลขประจำตัวประชาชน", ["ไม่ทราบ"], "13-digit ids"),
        ("วันเกิด", ["12/01/2555"], "dates of birth"),
        ("Passport No.", ["AA1234567"], "passport numbers"),
        ("ติดต่อ", [812345678.0, 66912345678], "telephone numbers"),
        ("คนที่", ["นายตัวอย่าง", "นางสาวสมมุติ", "พ.ต.อ.ตัวอย่าง สมมติ"], "names"),
        ("หมายเหตุ", [ID, made_up_id(2)], "13-digit ids"),
        ("หมายเหตุ", [int(ID), int(made_up_id(2))], "13-digit ids"),
        ("หมายเหตุ", [float(ID), float(made_up_id(2))], "13-digit ids"),
        ("หมายเหตุ", [f"{ID[0]}-{ID[1:5]}-{ID[5:10]}-{ID[10:12]}-{ID[12]}", made_up_id(3)], "13-digit ids"),
        ("รหัส", ["G650000000001", "G650000000002"], "pupil numbers"),
        ("ติดต่อ", ["081-234-5678", "053 123456", "+66 81 234 5678"], "telephone numbers"),
        ("ติดต่อ", ["๐๘๑-๒๓๔-๕๖๗๘", "0812345678"], "telephone numbers"),
        ("ติดต่อ", ["a@example.org", "b.c@example.ac.th"], "e-mail addresses"),
        ("คนที่", ["นายตัวอย่าง สมมติ", "นางสาวสมมุติ ตัวอย่าง", "ด.ช.ก่อ เกื้อ"], "names"),
        ("คนที่", ["เด็กชายก่อ เกื้อ", "เด็กหญิงกอ กาน"], "names"),
    ],
)
def test_a_column_of_personal_data_is_emptied_and_named(
    heading: str, values: list[CellValue], kind: str
) -> None:
    rows: list[list[CellValue]] = [["ที่", heading], *([1, value] for value in values)]
    cleaned, told = withhold(rows)
    assert [row[1] for row in cleaned[1:]] == [None] * len(values)
    assert cleaned[0] == ["ที่", heading]
    assert told == {("PR002", 2, kind)}


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("รหัสโรงเรียน", ["50010001", 50010002, "๕๐๐๑๐๐๐๓"]),
        ("รหัสกระทรวง", ["1050130001", 1050130534]),
        ("รหัส OBEC", ["012345", "650001"]),
        ("ชื่อโรงเรียน", ["บ้านนายาว", "นางแลวิทยา", "บ้านนางิ้ว", "เด็กดีวิทยา", "ว่าที่ดินสอ"]),
        ("งบประมาณ (บาท)", [1234567890123, 9876543210987]),
        ("งบประมาณ", ["1,234,567.00", "812,345,678"]),
        ("เงินอุดหนุน", [812345678, 912345678.0]),
        ("รหัสเดิม", [812345678, "0812345678"]),
        ("อำเภอ", ["นางรอง", "พระแสง", "พระทองคำ", "Santi Suk", "Charoen Sin"]),
        ("วันที่", ["01-01-2568", "02/03/2563", "2563-06-10"]),
        ("ผู้อำนวยการ", [1, 0, "-", "๑"]),
        ("ชาย", [12, 15, 1200]),
        ("อีเมล", [None, None]),
        ("ภาคเรียน", ["1/2563", "2/2563"]),
    ],
)
def test_what_only_looks_like_personal_data_stays(heading: str, values: list[CellValue]) -> None:
    rows: list[list[CellValue]] = [["ที่", heading], *([1, value] for value in values)]
    assert withhold(rows) == (rows, set())


def test_a_single_number_within_other_text_is_masked_and_told() -> None:
    rows: list[list[CellValue]] = [
        ["ผู้รายงาน โทร 081-234-5678 อีเมล a@example.org", None],
        ["ชื่อโรงเรียน", "ชาย"],
        ["บ้านสันทราย", 3],
        [f"บ้านหลวง {ID}", int(ID)],
        ["บ้านใหม่", 4],
        ["บ้านเก่า", 5],
        ["บ้านกลาง", 6],
    ]
    cleaned, told = withhold(rows)
    assert cleaned[0][0] == f"ผู้รายงาน โทร {MASK} อีเมล {MASK}"
    assert cleaned[3] == [f"บ้านหลวง {MASK}", MASK]
    assert {code for code, _, _ in told} == {"PR004", "PR005"}


@pytest.mark.parametrize(
    "block",
    [
        [["ลงชื่อ ........ ผู้รายงาน", None], ["(นายตัวอย่าง สมมติ)", None]],
        [[None, "ผู้รายงาน"], [None, "(นางสาวสมมุติ ตัวอย่าง)"]],
        [[None, "ผู้อำนวยการโรงเรียน"], [None, "ตัวอย่าง สมมติ"]],
        [["ผู้รายงาน", "นายตัวอย่าง สมมติ"]],
        [["ลงชื่อ นายตัวอย่าง สมมติ ผู้รายงาน", None]],
    ],
)
def test_the_name_of_who_signs_is_masked_and_the_figures_above_are_read(block: list[list[CellValue]]) -> None:
    figures: list[list[CellValue]] = [["รหัสโรงเรียน", "ชาย"], ["50010001", 3], ["50010002", 4]]
    cleaned, told = withhold([*figures, *block])
    assert cleaned[:3] == figures
    assert not re.search("สมมติ|สมมุติ", str(cleaned))
    assert {code for code, _, _ in told} == {"PR005"}


def test_a_school_that_bears_a_persons_name_keeps_it() -> None:
    rows: list[list[CellValue]] = [
        ["รหัสโรงเรียน", "ชื่อโรงเรียน"],
        ["50010001", "นางสมมติ อนุสรณ์"],
        *([f"5001000{number}", "บ้านใหม่"] for number in range(2, 6)),
    ]
    assert withhold(rows) == (rows, set())


@pytest.mark.parametrize("persons", [1, 4])
def test_a_bare_person_in_the_place_of_a_schools_name_is_masked_and_the_schools_stay(persons: int) -> None:
    schools: list[list[CellValue]] = [
        ["รหัสโรงเรียน", "ชื่อโรงเรียน"],
        ["50010001", "บ้านใหม่"],
        ["50010002", "วัดพระสิงห์"],
    ]
    cleaned, told = withhold([*schools, *([None, "(นายสมชาย ใจดี)"] for _ in range(persons))])
    assert cleaned == [*schools, *([None, f"({MASK})"] for _ in range(persons))]
    assert told == {("PR005", 2, "names")}


@given(st.integers(0, 10**11 - 1))
def test_every_valid_id_is_found_and_no_other(number: int) -> None:
    valid = made_up_id(number)
    wrong = f"{valid[:-1]}{(int(valid[-1]) + 1) % 10}"
    assert withhold([["ก", valid], ["ข", valid]])[0] == [["ก", None], ["ข", None]]
    assert withhold([["ก", wrong], ["ข", wrong]])[1] == set()


@pytest.mark.parametrize(
    "text",
    [
        "08-1234-5678",
        "(081) 234-5678",
        "081.234.5678",
        "081–234–5678",
        "0 5312 3456",
        "66812345678",
        "G-123456789",
        "นายตัวอย่าง สมมติ",
        "ดช.ตัวอย่าง สมมติ",
        "นส.สมมุติ ตัวอย่าง",
        "Dr. John Example",
        "ผศ.ดร.ตัวอย่าง สมมติ",
        f"{ID[0]}-{ID[1:5]}-{ID[5:10]}-{ID[10:12]}-{ID[12]}",
    ],
)
def test_what_is_about_a_person_is_masked_within_other_text(text: str) -> None:
    assert without_personal_data(text) == MASK
    masked = without_personal_data(f"ผู้รายงาน {text} ครับ")
    assert masked.startswith(f"ผู้รายงาน {MASK}")
    assert text not in masked


def test_everything_about_a_person_in_one_text_is_masked() -> None:
    assert without_personal_data("นายตัวอย่าง สมมติ โทร.0812345678") == f"{MASK} โทร.{MASK}"


@pytest.mark.parametrize(
    "text",
    [
        "นายกเทศมนตรี ตำบลตัวอย่าง",
        "นายอำเภอ เมืองตัวอย่าง",
        "เด็กชาย จำนวน (คน)",
        "เด็กหญิง ก่อนประถม รวม",
        "โรงเรียนนายตัวอย่าง อนุสรณ์",
        "misspelt headers",
        "05-072563",
        "0.2912345678",
        "1050130001",
        "1,234,567.89",
    ],
)
def test_what_only_sounds_like_a_person_is_not(text: str) -> None:
    assert personal_kind(text) is None
    assert without_personal_data(text) == text


@pytest.mark.parametrize(
    "heading",
    [
        "ชื่อ – นามสกุล",
        "ชื่อ-สกุล (ผู้บริหาร)",
        "ชื่อผู้อำนวยการโรงเรียน",
        "ชื่อ-สกุล*",
        "ผอ.โรงเรียน",
        "เบอร์โทรศัพท์ผู้บริหาร",
        "เลขประจำตัวประชาชน (13 หลัก)",
        "Tel.",
    ],
)
def test_a_heading_announces_personal_data_by_a_word_of_it(heading: str) -> None:
    rows: list[list[CellValue]] = [["ที่", "รหัสโรงเรียน", heading], [1, "50010001", "ก ข"]]
    cleaned, told = withhold(rows)
    assert cleaned[1][2] is None
    assert [column for _, column, _ in told] == [3]


def test_a_position_that_stands_before_figures_is_no_heading() -> None:
    rows: list[list[CellValue]] = [
        ["ตำแหน่ง", "วิทยฐานะ", "ชาย", "หญิง"],
        ["1. ผู้อำนวยการโรงเรียน", "-", "0", "1"],
        ["2. รองผู้อำนวยการโรงเรียน", "-", "1", "0"],
        ["3. ครู", "-", "5", "9"],
    ]
    assert withhold(rows) == (rows, set())


def test_a_first_and_a_last_name_in_two_columns_are_names() -> None:
    cleaned, _ = withhold([["ที่", "ชื่อ", "สกุล"], [1, "ตัวอย่าง", "สมมติ"]])
    assert cleaned[1] == [1, None, None]


def test_names_above_the_first_with_a_title_are_taken_out_and_never_called_a_heading() -> None:
    rows: list[list[CellValue]] = [
        ["รหัสโรงเรียน", "ครูคนที่หนึ่ง"],
        ["50010001", "ตัวอย่าง สมมติ"],
        ["50010002", "นายสมมติ ตัวอย่าง"],
        ["50010003", "นางสมมติ ตัวอย่าง"],
    ]
    grid = Grid("ข้อมูล", 1, rows)
    (cleaned,), (finding,) = withhold_personal_data([grid], HEADINGS)
    assert [row[1] for row in cleaned.rows] == ["ครูคนที่หนึ่ง", None, None, None]
    assert finding.place.header is None


def test_schools_named_like_persons_keep_their_names() -> None:
    names = ["นางรอง พิทยาคม", "นางแล ประชานุกูล", "บ้านใหม่"]
    rows: list[list[CellValue]] = [["รหัสโรงเรียน", "ชื่อโรงเรียน"], *(["50010001", name] for name in names)]
    assert withhold(rows) == (rows, set())


@pytest.mark.parametrize("name", ["นายตัวอย่าง สมมติ", "นายตัวอย่าง_สมมติ", ID])
def test_a_person_in_a_sheets_name_is_masked_and_told(name: str) -> None:
    (cleaned,), (finding,) = withhold_personal_data([Grid(name, 1, [["ก"]])], HEADINGS)
    assert cleaned.sheet_name == finding.place.sheet == MASK
    assert finding.code == "PR007"


@pytest.mark.parametrize("pattern", [pattern for _, pattern in PATTERNS], ids=[kind for kind, _ in PATTERNS])
@given(data=st.data())
def test_whatever_a_pattern_finds_is_worth_a_closer_look(
    pattern: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(pattern))
    assert SUSPICIOUS.search(text)


def test_a_title_behind_a_digit_is_seen() -> None:
    assert personal_kind("65Ms. Example Person") == "names"
