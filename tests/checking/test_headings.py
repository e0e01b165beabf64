"""Headings in several rows, in any order; what is missing of them; what is never quoted."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import example, given, settings
from hypothesis import strategies as st

from edusandbox.submissions import CheckedDelivery, Status
from schemas.issues import Issue
from tests.checking.builders import check_bytes, csv_bytes, issue_cells, only_submission
from tests.facts_by_cell import pupils_by_sex

CASES = Path(__file__).parents[3] / "shared" / "cases"
TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
BARE_TITLE = ["จำนวนนักเรียน"]
WHO = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน"]
UNDER = ["", "", ""]
SCHOOLS = [
    [1, "50010001", "บ้านสันทราย", 12, 14, 11, 9],
    [2, "50010002", "บ้านหลวง", 7, 8, 6, 10],
    [3, "50010003", "วัดดอยคำ", 5, 4, 3, 6],
]
Row = list[object]
ALL_PUPILS = {"male": 44, "female": 51}


def merged_workbook(rows: Sequence[Row], depth: int) -> bytes:
    """A workbook whose heading, in the rows from the second on, is merged as offices merge it."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("ตาราง")
        for number, row in enumerate(rows):
            for column, cell in enumerate(row):
                if cell != "":
                    sheet.write(number, column, cell)
        for column in range(len(WHO) if depth > 1 else 0):
            sheet.merge_range(1, column, depth, column, rows[1][column])
        for number in range(1, depth):
            starts = [at for at in range(len(WHO), len(rows[number])) if rows[number][at] != ""]
            for first, end in zip(starts, [*starts[1:], len(rows[number])], strict=True):
                if end - first > 1:
                    sheet.merge_range(number, first, number, end - 1, rows[number][first])
    return stream.getvalue()


def pupils(checked: CheckedDelivery) -> dict[str, int]:
    facts = pupils_by_sex(only_submission(checked))
    counts: dict[str, int] = facts.groupby("sex_code", observed=True)["pupil_count"].sum().to_dict()
    return counts


def grades(checked: CheckedDelivery) -> set[str]:
    return set(only_submission(checked).facts["fact_enrolment"]["grade_code"].astype(str))


def both_formats(heading: Sequence[Row], rows: Sequence[Row], title: Row = TITLE) -> list[CheckedDelivery]:
    table = [title, *heading, *rows]
    return [
        check_bytes(csv_bytes(table)),
        check_bytes(merged_workbook(table, len(heading)), path="enrolment.xlsx"),
    ]


def with_columns(*columns: int | str) -> list[Row]:
    """The schools' rows with their figures in this order, texts as they are."""
    return [
        [*school[:3], *(school[3 + each] if isinstance(each, int) else each for each in columns)]
        for school in SCHOOLS
    ]


@pytest.mark.skipif(not CASES.is_dir(), reason="the folder ../shared/cases is absent")
@pytest.mark.parametrize(
    "name",
    [
        "final-group-total.xlsx",
        "level-over-grade-numbers.xlsx",
        "float-noise.xlsx",
        "codes-equals-quoted.csv",
    ],
)
def test_a_right_file_after_a_public_report_is_taken_whole(name: str) -> None:
    checked = check_bytes((CASES / name).read_bytes(), path=name)
    assert (checked.status, pupils(checked)) == (Status.ACCEPTED, ALL_PUPILS)
    assert {code for code, _ in issue_cells(checked)} <= {"VA108"}


@pytest.mark.parametrize(
    ("level", "numbers", "found"),
    [
        ("ชั้นประถมศึกษาปีที่", (1, 2), {"P1", "P2"}),
        ("ประถมศึกษาปีที่", ("5", "6"), {"P5", "P6"}),
        ("ชั้นมัธยมศึกษาปีที่", ("๑", "๒"), {"M1", "M2"}),
        ("อนุบาลปีที่", (2, 3), {"K2", "K3"}),
        ("ประถมศึกษา", (1, 2), {"P1", "P2"}),
        ("ชั้นประถมศึกษา", ("1", "2"), {"P1", "P2"}),
        ("ชั้นประถม", ("๓", "๔"), {"P3", "P4"}),
        ("ระดับประถมศึกษา", (5, 6), {"P5", "P6"}),
        ("ระดับชั้นประถมศึกษาปีที่", (1, 2), {"P1", "P2"}),
        ("ชั้นประถมศึกษาปีที่", ("ปีที่ 1", "ปีที่ 2"), {"P1", "P2"}),
        ("ประถมศึกษา", ("ชั้นปีที่ 1", "ชั้นปีที่ 2"), {"P1", "P2"}),
        ("ประถมศึกษา", ("ชั้น 1", "ชั้น 2"), {"P1", "P2"}),
        ("มัธยมศึกษาตอนต้น", (1, 2), {"M1", "M2"}),
        ("ม.ปลาย", ("ปีที่ 4", "ปีที่ 5"), {"M4", "M5"}),
        ("ระดับอนุบาล", (2, 3), {"K2", "K3"}),
        ("ปวช.", (1, 2), {"V1", "V2"}),
    ],
)
@pytest.mark.parametrize("sexes", [("ช", "ญ"), ("ชาย", "หญิง")])
def test_numbers_under_a_level_are_its_grades(
    level: str, numbers: tuple[object, object], found: set[str], sexes: tuple[str, str]
) -> None:
    heading: list[Row] = [
        [*WHO, level, "", "", ""],
        [*UNDER, numbers[0], "", numbers[1], ""],
        [*UNDER, *sexes, *sexes],
    ]
    for checked in both_formats(heading, SCHOOLS):
        assert (checked.status, pupils(checked), grades(checked)) == (Status.ACCEPTED, ALL_PUPILS, found)


@pytest.mark.parametrize(
    ("level", "numbers"), [("มัธยมศึกษาตอนปลาย", (1, 2)), ("ประถมศึกษา", (7, 8)), ("เขต", (1, 2))]
)
def test_numbers_that_are_no_grades_of_the_level_stop_the_file(level: str, numbers: tuple[int, int]) -> None:
    heading: list[Row] = [
        [*WHO, level, "", "", ""],
        [*UNDER, numbers[0], "", numbers[1], ""],
        [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง"],
    ]
    for checked in both_formats(heading, SCHOOLS):
        assert checked.status is Status.REJECTED


HEADINGS: dict[str, tuple[list[Row], list[Row]]] = {
    "sex over grade": (
        [[*WHO, "ชาย", "", "หญิง", ""], [*UNDER, "ป.1", "ป.2", "ป.1", "ป.2"]],
        with_columns(0, 2, 1, 3),
    ),
    "pupils of a sex over grade": (
        [[*WHO, "นักเรียนชาย", "", "จำนวนนักเรียนหญิง", ""], [*UNDER, "ป.1", "ป.2", "ป.1", "ป.2"]],
        with_columns(0, 2, 1, 3),
    ),
    "sex over level over numbers": (
        [
            [*WHO, "ชาย", "", "หญิง", ""],
            [*UNDER, "ชั้นประถมศึกษาปีที่", "", "ชั้นประถมศึกษาปีที่", ""],
            [*UNDER, 1, 2, 1, 2],
        ],
        with_columns(0, 2, 1, 3),
    ),
    "sex before grade in one row": ([[*WHO, "ชาย ป.1", "หญิง ป.1", "ชาย ป.2", "หญิง ป.2"]], SCHOOLS),
    "grade over sex": ([[*WHO, "ป.1", "", "ป.2", ""], [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง"]], SCHOOLS),
    "level over grade over sex": (
        [
            [*WHO, "ระดับประถมศึกษา", "", "", ""],
            [*UNDER, "ป.1", "", "ป.2", ""],
            [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง"],
        ],
        SCHOOLS,
    ),
    "number of pupils over grade over sex": (
        [
            [*WHO, "จำนวนนักเรียน (คน)", "", "", ""],
            [*UNDER, "ป.1", "", "ป.2", ""],
            [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง"],
        ],
        SCHOOLS,
    ),
    "number under each sex": (
        [
            [*WHO, "ป.1", "", "ป.2", ""],
            [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง"],
            [*UNDER, "จำนวน", "จำนวน (คน)", "จำนวน", "จำนวน"],
        ],
        SCHOOLS,
    ),
    "a column of totals at the end": (
        [[*WHO, "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง", "รวม"]],
        [[*school, sum(school[3:])] for school in SCHOOLS],  # type: ignore[arg-type] # figures
    ),
    "totals by sex at the end": (
        [
            [*WHO, "ป.1", "", "ป.2", "", "รวม", "", ""],
            [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง", "ชาย", "หญิง", "รวม"],
        ],
        [
            [*school, *total]
            for school, total in zip(SCHOOLS, [(23, 23, 46), (13, 18, 31), (8, 10, 18)], strict=True)
        ],
    ),
    "a year over the grades": (
        [
            [*WHO, "ปีการศึกษา 2563", "", "", ""],
            [*UNDER, "ป.1", "", "ป.2", ""],
            [*UNDER, "ชาย", "หญิง", "ชาย", "หญิง"],
        ],
        SCHOOLS,
    ),
}


@pytest.mark.parametrize("name", HEADINGS)
def test_the_lines_of_a_heading_may_stand_in_any_order(name: str) -> None:
    for checked in both_formats(*HEADINGS[name]):
        assert (checked.status, pupils(checked)) == (Status.ACCEPTED, ALL_PUPILS)
        assert issue_cells(checked) <= {("LA010", None)}


def test_sex_over_grade_may_have_its_totals() -> None:
    heading: list[Row] = [
        [*WHO, "ชาย", "", "", "หญิง", "", "", "รวม", "", ""],
        [*UNDER, *["ป.1", "ป.2", "รวม"] * 3],
    ]
    rows: list[Row] = [[1, "50010001", "ก", 12, 11, 23, 14, 9, 23, 26, 20, 46]]
    for checked in both_formats(heading, rows):
        assert (issue_cells(checked), pupils(checked)) == (set(), {"male": 23, "female": 23})
    rows[0][-1] = 47
    for checked in both_formats(heading, rows):
        assert {code for code, _ in issue_cells(checked)} == {"SU002"}


@pytest.mark.parametrize("share", ["ร้อยละ", "%", "คิดเป็นร้อยละ"])
def test_shares_beside_the_counts_are_named_and_not_read(share: str) -> None:
    heading: list[Row] = [
        [*WHO, "ป.1", "", "", "", "ป.2", "", "", ""],
        [*UNDER, *["ชาย", "", "หญิง", ""] * 2],
        [*UNDER, *["จำนวน", share] * 4],
    ]
    for checked in both_formats(heading, with_columns(0, 46.2, 1, 53.8, 2, 55.0, 3, 45.0)):
        assert (checked.status, pupils(checked)) == (Status.ACCEPTED, ALL_PUPILS)
        (told,) = checked.all_issues
        assert (told.code, told.count) == ("LA026", 4)
        assert f"ป.1 ชาย {share}" in told.message_th


@pytest.mark.parametrize("share", ["ร้อยละ", "%", "(%)"])
def test_shares_may_stand_over_the_sexes(share: str) -> None:
    heading: list[Row] = [
        [*WHO, "ป.1", "", "", ""],
        [*UNDER, "จำนวน", "", share, ""],
        [*UNDER, *["ชาย", "หญิง"] * 2],
    ]
    for checked in both_formats(heading, [[1, "50010001", "ก", 12, 14, 46.2, 53.8]]):
        assert (issue_cells(checked), pupils(checked)) == ({("LA026", None)}, {"male": 12, "female": 14})


SIDE_BY_SIDE: dict[str, tuple[list[Row], tuple[str, str]]] = {
    "years over grades": ([[*WHO, "ปีการศึกษา 2562", "", "ปีการศึกษา 2563", ""]], ("2562", "2563")),
    "years as numbers": ([[*WHO, 2562, "", 2563, ""]], ("2562", "2563")),
    "years of the other era": ([[*WHO, "2019", "", "2020", ""]], ("2562", "2563")),
    "semesters": ([[*WHO, "ภาคเรียนที่ 1", "", "ภาคเรียนที่ 2", ""]], ("ภาคเรียนที่ 1", "ภาคเรียนที่ 2")),
    "semesters of years": ([[*WHO, "1/2563", "", "2/2563", ""]], ("ภาคเรียนที่ 1", "ภาคเรียนที่ 2")),
    "days": ([[*WHO, "10 มิ.ย. 2563", "", "10 พ.ย. 2563", ""]], ("10/6/2563", "10/11/2563")),
    "months": ([[*WHO, "มิถุนายน", "", "พฤศจิกายน", ""]], ("เดือนมิถุนายน", "เดือนพฤศจิกายน")),
    "months cut short": ([[*WHO, "มิ.ย.63", "", "เดือน พ.ย. 63", ""]], ("มิถุนายน 2563", "พฤศจิกายน 2563")),
    "years of two digits": ([[*WHO, "62", "", "63", ""]], ("2562", "2563")),
    "years of two digits as numbers": ([[*WHO, 62, "", 63, ""]], ("2562", "2563")),
    "years of two digits in brackets": ([[*WHO, "(62)", "", "(๖๓)", ""]], ("2562", "2563")),
    "last year and this one": ([[*WHO, "ปีที่แล้ว", "", "ปีนี้", ""]], ("ปีที่แล้ว", "ปีนี้")),
    "last term and this one": (
        [[*WHO, "ภาคเรียนที่แล้ว", "", "ภาคเรียนนี้", ""]],
        ("ภาคเรียนที่แล้ว", "ภาคเรียนนี้"),
    ),
    "last year and a year": ([[*WHO, "ปีก่อน", "", "ปีการศึกษา 2563", ""]], ("ปีก่อน", "2563")),
    "the year before and this one": (
        [[*WHO, "ปีการศึกษาที่ผ่านมา", "", "ปีการศึกษาปัจจุบัน", ""]],
        ("ปีการศึกษาที่ผ่านมา", "ปีการศึกษาปัจจุบัน"),
    ),
    "in a title": (
        [["", "", "", "ปีการศึกษา 2562", "", "ปีการศึกษา 2563", ""], [*WHO, "", "", "", ""]],
        ("2562", "2563"),
    ),
}


@pytest.mark.parametrize("name", SIDE_BY_SIDE)
def test_periods_side_by_side_are_refused_by_their_names(name: str) -> None:
    upper, named = SIDE_BY_SIDE[name]
    columns = ["ป.1 ชาย", "ป.1 หญิง"] * 2
    heading = [*upper, [*UNDER, *columns]] if name != "in a title" else [upper[0], [*WHO, *columns]]
    checked = check_bytes(csv_bytes([BARE_TITLE, *heading, *SCHOOLS]))
    (told,) = checked.all_issues
    assert (checked.status, told.code) == (Status.REJECTED, "LA025")
    assert all(each in told.message_th and each in told.message_en for each in named)


@pytest.mark.skipif(not CASES.is_dir(), reason="the folder ../shared/cases is absent")
def test_two_years_side_by_side_are_refused_for_that_reason() -> None:
    checked = check_bytes((CASES / "two-years-side-by-side.xlsx").read_bytes(), path="two-years.xlsx")
    assert [
        (each.code, "2562" in each.message_th, "2563" in each.message_th) for each in checked.all_issues
    ] == [("LA025", True, True)]


@pytest.mark.parametrize(
    "years",
    [
        ("2562", "2563"),
        ("ปี 62", "ปี 63"),
        ("(2562)", "(2563)"),
        ("62", "63"),
        ("(62)", "(63)"),
        ("ปีที่แล้ว", "ปีนี้"),
    ],
)
def test_years_behind_the_names_of_columns_are_side_by_side(years: tuple[str, str]) -> None:
    columns = [f"ป.1 {sex} {year}" for year in years for sex in ("ชาย", "หญิง")]
    assert {
        code for code, _ in issue_cells(check_bytes(csv_bytes([BARE_TITLE, [*WHO, *columns], *SCHOOLS])))
    } == {"LA025"}


@pytest.mark.parametrize("word", ["ปีนี้", "ปีการศึกษาปัจจุบัน", "ภาคเรียนนี้"])
def test_a_word_for_the_present_period_over_all_figures_says_nothing(word: str) -> None:
    heading = [[*WHO, word, "", "", ""], [*UNDER, "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"]]
    for checked in both_formats(heading, SCHOOLS):
        assert (checked.status, pupils(checked)) == (Status.ACCEPTED, ALL_PUPILS)


@pytest.mark.parametrize("words", [("ปีที่แล้ว", ""), ("ปีที่แล้ว", "ปีที่แล้ว")])
def test_figures_of_an_earlier_period_are_never_taken_for_the_present_one(words: tuple[str, str]) -> None:
    heading = [
        [*WHO, words[0], "", words[1], ""],
        [*UNDER, "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"],
    ]
    checked = check_bytes(csv_bytes([TITLE, *heading, *SCHOOLS]))
    assert checked.status is Status.REJECTED


def test_columns_of_an_earlier_period_beside_others_are_asked_about() -> None:
    heading = [[*WHO, "", "", "ปีก่อน", ""], [*UNDER, "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"]]
    checked = check_bytes(csv_bytes([TITLE, *heading, *SCHOOLS]))
    assert (checked.status, grades(checked)) == (Status.ACCEPTED_WITH_QUERIES, {"P1"})


@pytest.mark.parametrize("number", ["(40)", " 50", " 2"])
def test_one_number_behind_every_name_is_a_footnotes(number: str) -> None:
    heading = [[*WHO, *(f"{name}{number}" for name in ("ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"))]]
    for checked in both_formats(heading, SCHOOLS):
        assert (checked.status, pupils(checked)) == (Status.ACCEPTED, ALL_PUPILS)


def test_a_year_over_all_figures_is_the_tables_period() -> None:
    heading = [[*WHO, "ปีการศึกษา 2562 ภาคเรียนที่ 2", "", "", ""], *HEADINGS["grade over sex"][0]]
    heading[1] = [*UNDER, *heading[1][3:]]
    for checked in both_formats(heading, SCHOOLS, BARE_TITLE):
        assert only_submission(checked).period.code == "2562-2"


def test_totals_of_earlier_years_beside_the_figures_are_no_second_period() -> None:
    heading = [[*WHO, "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง", "รวมปี 2561", "รวมปี 2562"]]
    checked = check_bytes(csv_bytes([TITLE, *heading, *([*school, 40, 41] for school in SCHOOLS)]))
    assert (issue_cells(checked), pupils(checked)) == ({("LA003", None)}, ALL_PUPILS)


def test_what_is_missing_is_told_of_all_rows_of_the_heading() -> None:
    heading = [[*WHO, "ป.1", "", "ป.2", ""], [*UNDER, "ชาย", "ห้อง", "ชาย", "หญิง"]]
    checked = check_bytes(csv_bytes([TITLE, *heading, *SCHOOLS]))
    (told,) = [each for each in checked.all_issues if each.code == "LA007"]
    missing, read = told.message_en.split("those read")
    assert "ป.1 หญิง" in missing
    assert "รหัสโรงเรียน" not in missing
    assert "รหัสโรงเรียน" in read


# What persons' tables hold: no word of it is one that headings or sentences are made of.
_PERSONS = st.sampled_from(
    ["สมหมายxq", "ใจดีxq", "คริสต์xq", "1509900123451", "2531-02-11", "0812345678", "3 หมู่xq"]
)
_WORDS_OF_HEADINGS = st.sampled_from(["ชาย", "หญิง", "ป.1", "ป.2", "ชั้น", "รวม", "โรงเรียน", "", 12, 2.5])
_FOREIGN_HEADINGS = st.sampled_from(
    ["id_no", "prefix", "fname", "sex", "level", "เพศ", "ชั้น", "ชื่อ", "ศาสนา", "รหัสโรงเรียน", "ชื่อโรงเรียน", ""]
)


@settings(max_examples=60, deadline=None)
@example(
    heading=["", "เพศ", "ชั้น", "ชื่อโรงเรียน", *[""] * 4],
    rows=[["2531-02-11", "", "", "", *[""] * 4], ["ป.2", "ชาย", "รวม", "หญิง", *[""] * 4]],
    has_heading=True,
)
@example(
    heading=["level", "fname", "เพศ", "ชื่อโรงเรียน", "เพศ", "sex", "รหัสโรงเรียน", "prefix"],
    rows=[
        ["ป.2", "", "สมหมายxq", "3 หมู่xq", "ป.1", "ชาย", "2531-02-11", "ป.2"],
        ["คริสต์xq", "0812345678", "ชั้น", 12, "ใจดีxq", "ป.2", "หญิง", "ป.1"],
    ],
    has_heading=True,
)
@given(
    heading=st.lists(_FOREIGN_HEADINGS, min_size=8, max_size=8),
    rows=st.lists(st.lists(_PERSONS | _WORDS_OF_HEADINGS, min_size=8, max_size=8), min_size=1, max_size=6),
    has_heading=st.booleans(),
)
def test_no_cell_of_a_row_of_data_is_quoted_where_no_form_was_recognised(
    heading: list[str], rows: list[list[object]], *, has_heading: bool
) -> None:
    checked = check_bytes(csv_bytes([heading, *rows] if has_heading else rows))
    if checked.submissions:
        return
    persons = {str(cell) for row in rows for cell in row if cell not in _NOT_PERSONS}
    for issue in checked.all_issues:
        assert not [each for each in persons for text in texts_of(issue) if each in text]


_NOT_PERSONS = {"ชาย", "หญิง", "ป.1", "ป.2", "ชั้น", "รวม", "โรงเรียน", "", 12, 2.5}


def texts_of(issue: Issue) -> list[str]:
    place = issue.place
    texts = (issue.message_th, issue.message_en, issue.remedy_th, issue.remedy_en, place.value, place.header)
    return [text for text in texts if text]


@pytest.mark.skipif(not CASES.is_dir(), reason="the folder ../shared/cases is absent")
def test_a_row_of_persons_is_not_taken_for_a_heading() -> None:
    checked = check_bytes((CASES / "data-row-quoted-as-headings.xlsx").read_bytes(), path="persons.xlsx")
    assert {each.code for each in checked.all_issues} <= {"LA006", "PR002", "PR003"}


def test_a_share_without_its_count_is_no_column_that_is_not_needed() -> None:
    heading = [[*WHO, "ป.1 ชาย ร้อยละ", "ป.1 หญิง ร้อยละ", "ป.2 ชาย", "ป.2 หญิง"]]
    codes = {code for code, _ in issue_cells(check_bytes(csv_bytes([TITLE, *heading, *SCHOOLS])))}
    assert "LA026" not in codes
    assert codes


def test_a_heading_with_numbers_under_a_level_may_stand_again_on_each_page() -> None:
    heading: list[Row] = [
        [*WHO, "ชั้นประถมศึกษาปีที่", "", "", ""],
        [*UNDER, 1, "", 2, ""],
        [*UNDER, "ช", "ญ", "ช", "ญ"],
    ]
    checked = check_bytes(csv_bytes([TITLE, *heading, SCHOOLS[0], TITLE, *heading, *SCHOOLS[1:]]))
    assert (issue_cells(checked), pupils(checked)) == (set(), ALL_PUPILS)
