import pytest

from edusandbox.transforms.period_text import period_in_text, period_of_columns


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
