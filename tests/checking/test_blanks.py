"""Figures that the version before had and a new one leaves blank."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from edusandbox.checking.blanks import ask_about_blanks
from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.submissions import CheckedDelivery, Delivery, StandingFigures, Status
from schemas.issues import Issue
from tests.checking.builders import PROVINCE, TIDY, TODAY, check_bytes, csv_bytes, only_submission
from tests.checking.test_tables_in_the_wild import workbook

TITLE = "จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"
KEY = ("5001", "enrolment", "", "2563-1")
GRADES = {"ป.1": "P1", "ป.2": "P2", "ป.3": "P3"}
OFFICE = ["รหัสโรงเรียน", "ชื่อโรงเรียน", *(f"{grade} {sex}" for grade in GRADES for sex in ("ชาย", "หญิง"))]
SCHOOLS = {"50010001": "บ้านสันทราย", "50010002": "บ้านหลวง", "50010003": "บ้านใหม่", "50010004": "บ้านท่า"}
Boys = Mapping[str, Sequence[object]]
"""What stands in each grade's cell of boys, by school; girls are always as many."""


def delivered(*rows: Sequence[object], name: str = "ใหม่.csv") -> CheckedDelivery:
    delivery = Delivery(name.rjust(64, "0"), name, name, "5001", 1, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, csv_bytes(rows))], CheckContext(PROVINCE, TODAY))
    return checked


def office(boys: Boys, name: str = "ใหม่.csv") -> CheckedDelivery:
    """An office's table with a column for each grade and sex."""
    rows = [
        [code, SCHOOLS[code], *(cell for cell in cells for _ in ("ชาย", "หญิง"))]
        for code, cells in boys.items()
    ]
    return delivered([TITLE], OFFICE, *rows, name=name)


def standing(code: str, *counts: int | None, further: str = "") -> StandingFigures:
    """A school as the warehouse has it, with so many pupils in each grade."""
    rows = {
        (grade,): {"male_count": count, "female_count": count and 0}
        for grade, count in zip(GRADES.values(), counts, strict=False)
    }
    return StandingFigures((code, further) if further else (code,), SCHOOLS[code], rows)


def standing_with_rooms(code: str, *cells: tuple[int, int, int]) -> StandingFigures:
    """A school as the warehouse has it, with boys, girls and classrooms of each grade."""
    fields = ("male_count", "female_count", "classroom_count")
    rows = {
        (grade,): dict(zip(fields, of_grade, strict=True))
        for grade, of_grade in zip(GRADES.values(), cells, strict=False)
    }
    return StandingFigures((code,), SCHOOLS[code], rows)


def with_rooms(cells: Mapping[str, Sequence[object]], *headings: str) -> CheckedDelivery:
    """An office's table with the cells of each school under these headings."""
    rows = [[code, SCHOOLS[code], *of_school] for code, of_school in cells.items()]
    return delivered([TITLE], [*OFFICE[:2], *headings], *rows)


def asked(checked: CheckedDelivery, *before: StandingFigures) -> list[Issue]:
    (result,) = ask_about_blanks([checked], {KEY: before})
    return [issue for issue in result.all_issues if issue.code == "HI004"]


def places(issues: Sequence[Issue]) -> list[tuple[int | None, str | None]]:
    return [(issue.place.row, issue.place.school_code) for issue in issues]


def test_a_grade_that_had_figures_and_is_blank_is_asked_about_at_its_schools_row() -> None:
    checked = office({"50010001": (3, "", 5), "50010002": (1, 1, 1)})
    (issue,) = asked(checked, standing("50010001", 6, 8, 10), standing("50010002", 2, 2, 2))
    assert places([issue]) == [(3, "50010001")]
    assert issue.message_th == "บ้านสันทราย (50010001) ป.2 มีตัวเลขในฉบับก่อน (รวม 8) แต่ฉบับนี้ไม่มี"
    assert issue.message_en == (
        "The version before had figures of บ้านสันทราย (50010001) ป.2 (8 in all); this one has none"
    )
    assert issue.place.school_name == "บ้านสันทราย"
    assert issue.place.cell == "A3"


def test_a_question_leaves_the_return_accepted_with_queries() -> None:
    (result,) = ask_about_blanks([office({"50010001": (3, "", 5)})], {KEY: [standing("50010001", 6, 8, 10)]})
    assert only_submission(result).status is Status.ACCEPTED_WITH_QUERIES


def test_schools_that_are_gone_are_told_in_one_issue_of_the_file() -> None:
    checked = office({"50010001": (3, 4, 5)})
    before = [standing("50010001", 6, 8, 10), standing("50010002", 1000, 2, 2), standing("50010003", 1)]
    (issue,) = asked(checked, *before)
    assert places([issue]) == [(None, None)]
    assert issue.message_th == (
        "บ้านหลวง (50010002) 1,004, บ้านใหม่ (50010003) 1 มีตัวเลขในฉบับก่อน (รวม 1,005) แต่ฉบับนี้ไม่มี"
    )


def test_of_many_schools_that_are_gone_eight_are_named() -> None:
    before = [
        StandingFigures((f"500200{number:02}",), None, {("P1",): {"male_count": number}})
        for number in range(1, 12)
    ]
    (issue,) = asked(office({"50010001": (3, 4, 5)}), *before)
    assert "50020008 8 … +3 มีตัวเลข" in issue.message_th
    assert "50020009" not in issue.message_th


def test_a_grade_that_all_schools_have_lost_is_told_once() -> None:
    checked = office(dict.fromkeys(SCHOOLS, (3, 4, "")))
    (issue,) = asked(checked, *(standing(code, 6, 8, 10) for code in SCHOOLS))
    names = ", ".join(f"{name} ({code})" for code, name in SCHOOLS.items())
    assert issue.message_th == f"ป.3: {names} มีตัวเลขในฉบับก่อน (รวม 40) แต่ฉบับนี้ไม่มี"
    assert places([issue]) == [(None, None)]


def test_a_grade_that_one_school_still_has_is_asked_about_at_each_row_of_the_others() -> None:
    cells = dict.fromkeys(SCHOOLS, (3, 4, "")) | {"50010004": (3, 4, 5)}
    issues = asked(office(cells), *(standing(code, 6, 8, 10) for code in SCHOOLS))
    assert places(issues) == [(3, "50010001"), (4, "50010002"), (5, "50010003")]


@pytest.mark.parametrize(
    ("cells", "before"),
    [
        pytest.param((3, 4, 5), (9, 9, 9), id="other figures"),
        pytest.param((3, 4, 0), (6, 8, 10), id="zero is a figure"),
        pytest.param((3, 4, "-"), (6, 8, 10), id="a dash is zero"),
        pytest.param((3, 4, "*"), (6, 8, 10), id="hidden"),
        pytest.param((3, 4, ""), (6, 8, 0), id="there were none"),
        pytest.param((3, 4, ""), (6, 8, None), id="it was not known"),
        pytest.param((3, 4, ""), (6, 8), id="it was blank before"),
    ],
)
def test_what_is_no_loss_is_not_asked_about(cells: Sequence[object], before: Sequence[int | None]) -> None:
    assert asked(office({"50010001": cells}), standing("50010001", *before)) == []


def test_a_school_under_another_of_its_codes_is_not_gone() -> None:
    row = ["2563", "1", "1050010001", "บ้านสันทราย", "ป.1", 3, 4, 7, 1]
    before = standing("50010001", 7, 8, further="1050010001")
    (issue,) = asked(delivered(TIDY, row), before)
    assert issue.message_th.startswith("บ้านสันทราย (50010001) ป.2 มีตัวเลข")


def test_a_school_whose_row_an_error_sets_aside_is_told_by_that_error_alone() -> None:
    checked = office({"50010001": (3, 4, 5), "50010002": (1, "สอง", 1)})
    assert asked(checked, standing("50010001", 6, 8, 10), standing("50010002", 2, 2, 2)) == []


def test_a_row_set_aside_hides_no_other_grade_of_its_school() -> None:
    rows = [
        ["2563", "1", "50010001", "บ้านสันทราย", grade, boys, 4, "", 1]
        for grade, boys in (("ป.1", 3), ("ป.2", "สอง"))
    ]
    (issue,) = asked(delivered(TIDY, *rows), standing("50010001", 6, 8, 10))
    assert issue.message_th.startswith("บ้านสันทราย (50010001) ป.3 มีตัวเลขในฉบับก่อน (รวม 10)")


def test_of_several_files_each_is_compared_with_the_one_before_it() -> None:
    first = office({"50010001": (3, 4, 5), "50010002": (1, 1, 1)}, name="1.csv")
    second = office({"50010001": (3, "", 5), "50010002": (1, 1, 1)}, name="2.csv")
    third = office({"50010001": (3, "", 5)}, name="3.csv")
    results = ask_about_blanks([first, second, third], {})
    lost = [[each.message_th for each in result.all_issues if each.code == "HI004"] for result in results]
    assert [len(each) for each in lost] == [0, 1, 1]
    assert lost[1][0].startswith("บ้านสันทราย (50010001) ป.2 มีตัวเลขในฉบับก่อน (รวม 8)")
    assert lost[2][0].startswith("บ้านหลวง (50010002) 6 มีตัวเลข")


P1 = ("ป.1 ชาย", "ป.1 หญิง")
P1_ROOMS = (*P1, "ป.1 ห้อง")


def messages(issues: Sequence[Issue]) -> list[str]:
    return [issue.message_th.removesuffix(" แต่ฉบับนี้ไม่มี") for issue in issues]


def test_classrooms_that_are_blank_now_are_asked_about_beside_pupils_that_stand() -> None:
    checked = with_rooms({"50010001": (3, 4, ""), "50010002": (3, 4, 1)}, *P1_ROOMS)
    issues = asked(checked, *(standing_with_rooms(code, (3, 4, 2)) for code in ("50010001", "50010002")))
    assert messages(issues) == ["บ้านสันทราย (50010001) ป.1 ห้องเรียน มีตัวเลขในฉบับก่อน (รวม 2)"]
    assert places(issues) == [(3, "50010001")]


def test_classrooms_that_a_version_leaves_out_altogether_are_asked_about_once() -> None:
    two_grades = ((3, 4, 2), (5, 6, 1))
    checked = with_rooms(dict.fromkeys(SCHOOLS, (3, 4, 5, 6)), *P1, "ป.2 ชาย", "ป.2 หญิง")
    (issue,) = asked(checked, *(standing_with_rooms(code, *two_grades) for code in SCHOOLS))
    names = ", ".join(f"{name} ({code})" for code, name in SCHOOLS.items())
    assert messages([issue]) == [f"ห้องเรียน: {names} มีตัวเลขในฉบับก่อน (รวม 12)"]
    assert places([issue]) == [(None, None)]


def test_classrooms_that_all_schools_have_lost_in_one_grade_are_asked_about_once() -> None:
    headings = (*P1_ROOMS, "ป.2 ชาย", "ป.2 หญิง", "ป.2 ห้อง")
    checked = with_rooms(dict.fromkeys(SCHOOLS, (3, 4, "", 5, 6, 1)), *headings)
    (issue,) = asked(checked, *(standing_with_rooms(code, (3, 4, 2), (5, 6, 1)) for code in SCHOOLS))
    assert messages([issue])[0].startswith("ป.1 ห้องเรียน: บ้านสันทราย (50010001)")
    assert "(รวม 8)" in issue.message_th


def test_one_sex_that_a_star_hides_while_the_other_and_the_total_stand_is_asked_about() -> None:
    checked = with_rooms({"50010001": ("*", 4, 7)}, *P1, "ป.1 รวม")
    issues = asked(checked, standing_with_rooms("50010001", (3, 4, 0)))
    assert messages(issues) == ["บ้านสันทราย (50010001) ป.1 ชาย มีตัวเลขในฉบับก่อน (รวม 3)"]


@pytest.mark.parametrize("cells", [("*", "*", 1), (3, 4, "*")])
def test_a_star_over_all_that_a_count_is_made_of_is_no_loss(cells: Sequence[object]) -> None:
    checked = with_rooms({"50010001": cells}, *P1_ROOMS)
    assert asked(checked, standing_with_rooms("50010001", (3, 4, 1))) == []


@pytest.mark.parametrize(("typed", "rule"), [("", "VA103"), ("ไม่ทราบ", "VA012")])
def test_a_cell_that_is_asked_about_already_is_not_asked_about_again(typed: str, rule: str) -> None:
    checked = with_rooms({"50010001": (typed, 4, 7, 1)}, *P1, "ป.1 รวม", "ป.1 ห้อง")
    assert (rule, "C3") in {(issue.code, issue.place.cell) for issue in checked.all_issues}
    assert asked(checked, standing_with_rooms("50010001", (3, 4, 1))) == []


def test_cells_of_many_rows_that_are_asked_about_at_once_are_not_asked_about_again() -> None:
    checked = with_rooms(dict.fromkeys(SCHOOLS, ("", 4, 1)), *P1_ROOMS)
    assert {issue.place.cell for issue in checked.all_issues if issue.code == "VA103"} == {"C3:C6"}
    assert asked(checked, *(standing_with_rooms(code, (3, 4, 1)) for code in SCHOOLS)) == []


def test_boys_whose_sheet_is_missing_are_asked_about_as_such_alone() -> None:
    rows = [[*OFFICE[:2], "ป.1"], *([code, name, 4] for code, name in SCHOOLS.items())]
    content = workbook({"หญิง": [[TITLE], *rows]})
    checked = check_bytes(content, path="ใหม่.xlsx")
    assert "RO007" in {issue.code for issue in checked.all_issues}
    assert asked(checked, *(standing_with_rooms(code, (3, 4, 0)) for code in SCHOOLS)) == []


def test_a_grade_that_is_gone_with_its_classrooms_is_asked_about_once() -> None:
    headings = (*P1_ROOMS, "ป.2 ชาย", "ป.2 หญิง", "ป.2 ห้อง")
    checked = with_rooms({"50010001": (3, 4, 1, "", "", "")}, *headings)
    issues = asked(checked, standing_with_rooms("50010001", (3, 4, 1), (5, 6, 2)))
    assert messages(issues) == ["บ้านสันทราย (50010001) ป.2 มีตัวเลขในฉบับก่อน (รวม 11)"]


def test_pupils_and_classrooms_of_a_school_are_never_added_up() -> None:
    headings = (*P1_ROOMS, "ป.2 ชาย", "ป.2 หญิง", "ป.3 ชาย", "ป.3 หญิง")
    checked = with_rooms({"50010001": (3, 4, "", "", "", "*", 9)}, *headings)
    issues = asked(checked, standing_with_rooms("50010001", (3, 4, 2), (5, 6, 0), (7, 8, 0)))
    assert messages(issues) == [
        "บ้านสันทราย (50010001) ป.2, ป.3 ชาย มีตัวเลขในฉบับก่อน (รวม 18)",
        "บ้านสันทราย (50010001) ป.1 ห้องเรียน มีตัวเลขในฉบับก่อน (รวม 2)",
    ]


def test_a_school_that_is_gone_is_asked_about_by_its_pupils_or_else_by_its_classrooms() -> None:
    rooms_alone = StandingFigures(("50010003",), SCHOOLS["50010003"], {("P1",): {"classroom_count": 2}})
    checked = with_rooms({"50010001": (3, 4, 1)}, *P1_ROOMS)
    before = [standing_with_rooms(code, (3, 4, 1)) for code in ("50010001", "50010002")]
    assert messages(asked(checked, *before, rooms_alone)) == [
        "บ้านหลวง (50010002) 7 มีตัวเลขในฉบับก่อน (รวม 7)",
        "ห้องเรียน: บ้านใหม่ (50010003) 2 มีตัวเลขในฉบับก่อน (รวม 2)",
    ]


def test_classrooms_lost_from_file_to_file_of_one_run_are_asked_about() -> None:
    first = with_rooms({"50010001": (3, 4, 2)}, *P1_ROOMS)
    second = with_rooms({"50010001": (3, 4)}, *P1)
    results = ask_about_blanks([first, second], {})
    lost = [[issue for issue in result.all_issues if issue.code == "HI004"] for result in results]
    assert lost[0] == []
    assert messages(lost[1]) == ["บ้านสันทราย (50010001) ป.1 ห้องเรียน มีตัวเลขในฉบับก่อน (รวม 2)"]


def test_a_held_version_is_not_asked_about() -> None:
    checked = office({"50010001": (3, "", 5)})
    held = replace(checked, submissions=(replace(only_submission(checked), status=Status.HELD),))
    assert asked(held, standing("50010001", 6, 8, 10)) == []


@settings(max_examples=40, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(list(SCHOOLS)), st.lists(st.integers(0, 3), min_size=3, max_size=3), min_size=1
    ),
    st.dictionaries(
        st.sampled_from(list(SCHOOLS)), st.lists(st.sampled_from(["", 0, 2]), min_size=3, max_size=3)
    ),
)
def test_every_pupil_that_is_left_out_is_told_once(
    before: Mapping[str, list[int]], now: Mapping[str, list[object]]
) -> None:
    cells = now or {"50010001": [1, 1, 1]}
    schools = [standing(code, *counts) for code, counts in before.items()]
    checked = office(cells)
    assume(checked.status.is_loaded)
    told = asked(checked, *schools)
    missing = sum(
        count
        for code, counts in before.items()
        for number, count in enumerate(counts)
        if code not in cells or cells[code][number] == ""
    )
    totals = [int(each.message_th.split("(รวม ")[1].split(")")[0].replace(",", "")) for each in told]
    assert sum(totals) == missing
