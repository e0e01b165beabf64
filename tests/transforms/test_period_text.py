from datetime import date

import pytest

from transforms.periods.period_text import (
    as_at_date_in_text,
    last_day_of_month_in_text,
    period_in_text,
    period_of_columns,
    semester_of,
    semesters_in_text,
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563", "2563-1"),
        ("ข้อมูลนักเรียน ปีการศึกษา ๒๕๖๓ ภาคเรียนที่ ๒", "2563-2"),
        ("ภาคเรียนที่ 1/2563", "2563-1"),
        ("ภาคเรียน 2 /2563", "2563-2"),
        ("จำนวนนักเรียน 1/2020", "2563-1"),
        ("2563-1/enrolment.xlsx", "2563-1"),
        ("5001_enrolment_2563_1.csv", "2563-1"),
        ("เทอม 1/63", "2563-1"),
        ("ภาคเรียนที่ 2 ปีการศึกษา 63", "2563-2"),
        ("ภาคเรียนที่ 2 พ.ศ. 2562", "2562-2"),
        ("ภาคเรียนที่ 2 พุทธศักราช 2562", "2562-2"),
        ("ภาคเรียนที่ 2 2562", "2562-2"),
        ("ภาคเรียนที่ : 2 ปีการศึกษา : 2562", "2562-2"),
        ("2562 ภาคเรียนที่ 2", "2562-2"),
        ("ภาคการศึกษาที่ 2 ประจำปีการศึกษา 2563", "2563-2"),
        ("ภ.2/2562", "2562-2"),
        ("ภาค 2/62", "2562-2"),
        ("ภาคปลาย ปีการศึกษา 2562", "2562-2"),
        ("ภาคเรียนต้น ปีการศึกษา 2563", "2563-1"),
        ("เทอมสอง ปีการศึกษา 2563", "2563-2"),
        ("ภาคเรียนที่ II ปีการศึกษา 2563", "2563-2"),
        ("ภาคฤดูร้อน ปีการศึกษา 2563", "2563-3"),
        ("Number of students, Semester 2, Academic Year 2019", "2562-2"),
        ("Second semester, school year 2562", "2562-2"),
    ],
)
def test_a_semester_is_found_in_titles_and_names(text: str, code: str) -> None:
    period = period_in_text(text)
    assert period is not None
    assert period.code == code


@pytest.mark.parametrize(
    "text",
    [
        "",
        "ปีการศึกษา 2563",
        "ปีงบประมาณ 2563",
        "ข้อมูล ณ วันที่ 01-01-2568",
        "10/06/2563",
        "ภาคเรียนที่ 1/2563 เทียบกับ 2/2563",
        "schools-cra3-2568.csv",
        "2563-12",
        "รายงานการประชุมครั้งที่ 1/2563",
        "ไตรมาสที่ 1/2563",
        "งวดที่ 2/2563 ปีงบประมาณ 2563",
        "ภาคเรียนที่ 2 ปีงบประมาณ 2563",
        "ภาคเรียนที่ 1 2019 คน",
    ],
)
def test_what_names_no_single_semester_decides_nothing(text: str) -> None:
    assert period_in_text(text) is None


@pytest.mark.parametrize(
    ("year", "semester", "code"), [("2563", "1", "2563-1"), ("2020", "2", "2563-2"), ("63", "1", None)]
)
def test_year_columns_of_both_eras_are_understood(year: str, semester: str, code: str | None) -> None:
    period = period_of_columns(year, semester)
    assert (period.code if period else None) == code


@pytest.mark.parametrize(
    ("text", "semesters"),
    [
        ("เทอม 1", {1}),
        ("ภาคเรียนที่ ๒", {2}),
        ("ภาคเรียนที่ 1-2", {1, 2}),
        ("ภาคเรียนที่ 1 และ 2", {1, 2}),
        ("ภาคต้น", {1}),
        ("ม.1", set()),
        ("ภาคเรียนที่ 12", set()),
        ("สำนักงานศึกษาธิการภาค 2", set()),
        ("ภาค 2", set()),
        ("long-term 2", set()),
    ],
)
def test_semesters_are_found_without_their_year(text: str, semesters: set[int]) -> None:
    assert semesters_in_text(text) == semesters


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("มิ.ย.", date(2020, 6, 30)),
        ("มิย 63", date(2020, 6, 30)),
        ("กุมภาพันธ์", date(2021, 2, 28)),
        ("พฤษภาคม ๒๕๖๔", date(2021, 5, 31)),
        ("เดือน ก.ย.", date(2020, 9, 30)),
        ("มิ.ย.-ก.ค.", None),
        ("ก.ค.ศ.", None),
        ("ม.1", None),
        ("บ้านมกรา", None),
    ],
)
def test_a_sheets_name_tells_the_month(name: str, day: date | None) -> None:
    assert last_day_of_month_in_text(name, 2563, is_sheet_name=True) == day


@pytest.mark.parametrize(
    ("title", "day"), [("ประจำเดือนมิถุนายน 2563", date(2020, 6, 30)), ("พิมพ์ มิ.ย. 2563", None), ("ทุกเดือน", None)]
)
def test_a_title_tells_the_month_after_the_word(title: str, day: date | None) -> None:
    assert last_day_of_month_in_text(title, 2563) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ข้อมูล ณ วันที่ 10 มิถุนายน 2565", date(2022, 6, 10)),
        ("ข้อมูล ณ วันที่ ๑๐ พฤศจิกายน พ.ศ. ๒๕๖๓", date(2020, 11, 10)),
        ("ณ 10 มิ.ย. 2563", date(2020, 6, 10)),
        ("Students as of 10 November 2019", date(2019, 11, 10)),
        ("Students as at June 10th, 2020", date(2020, 6, 10)),
        ("ข้อมูลวันที่ 10/6/2563", date(2020, 6, 10)),
        ("ณ วันที่ 10 มิถุนายน 2563 และ ณ วันที่ 10 พฤศจิกายน 2563", None),
        ("พิมพ์เมื่อ 10 มิถุนายน 2563", None),
    ],
)
def test_the_day_of_the_figures_is_found_in_titles_and_notes(text: str, day: date | None) -> None:
    assert as_at_date_in_text(text) == day


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2020, 5, 16), "2563-1"),
        (date(2020, 6, 10), "2563-1"),
        (date(2020, 10, 31), "2563-1"),
        (date(2020, 11, 1), "2563-2"),
        (date(2021, 2, 10), "2563-2"),
        (date(2021, 5, 15), "2563-2"),
    ],
)
def test_a_day_lies_in_a_semester(day: date, code: str) -> None:
    assert semester_of(day).code == code
