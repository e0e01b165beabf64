"""Exports of DMC as they fall: with and without headings, of 94 and 82 columns, with and without the area."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, Status
from schemas.periods import Period
from tests.calendars import calendar_entry
from tests.checking.builders import PROVINCE, TODAY, check_bytes, issue_cells, only_submission
from tests.checking.dmc_exports import (
    SCHOOLS,
    WITH_VOCATIONAL,
    WITHOUT_VOCATIONAL,
    as_text,
    figures,
    headings,
    report,
)
from tests.checking.test_tables_in_the_wild import codes
from tests.facts_by_cell import classrooms, pupils_by_sex

Rows = list[list[object]]


def sums(submission: CheckedSubmission) -> tuple[int, int, int, int]:
    """Schools, boys, girls and rooms."""
    pupils = pupils_by_sex(submission).groupby("sex_code", observed=True)["pupil_count"].sum()
    rooms = classrooms(submission)["classroom_count"].sum()
    return (len(submission.rows), int(pupils["male"]), int(pupils["female"]), int(rooms))


TRUTH = (3, 52, 60, 8)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp874"])
@pytest.mark.parametrize("levels", [WITH_VOCATIONAL, WITHOUT_VOCATIONAL], ids=["94 columns", "82 columns"])
@pytest.mark.parametrize("area", ["", "5001", "50010000", "1050010000"])
def test_a_report_without_headings_is_read_by_its_shape(
    encoding: str, levels: tuple[str, ...], area: str
) -> None:
    checked = check_bytes(as_text(report(levels=levels, area=area), encoding))
    submission = only_submission(checked)
    assert (submission.layout, submission.period.code) == ("dmc_report", "2563-1")
    assert sums(submission) == TRUTH
    assert issue_cells(checked) == {("LA030", None)} | ({("SU102", "4")} if area else set())
    assert submission.status is Status.ACCEPTED


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874"])
@pytest.mark.parametrize("levels", [WITH_VOCATIONAL, WITHOUT_VOCATIONAL], ids=["94 columns", "82 columns"])
def test_a_heading_that_calls_the_period_an_area_is_understood(
    encoding: str, levels: tuple[str, ...]
) -> None:
    checked = check_bytes(as_text([headings(levels), *report("2563-2", levels, area="50010000")], encoding))
    assert only_submission(checked).period.code == "2563-2"
    assert sums(only_submission(checked)) == TRUTH
    assert codes(checked) == {"SU102"}


def test_an_area_in_the_column_of_that_name_is_an_area_and_no_period() -> None:
    rows = [headings(), *report("5001")]
    checked = check_bytes(as_text(rows))
    assert checked.submissions == ()
    assert codes(checked) == {"LA007"}


def test_a_line_break_in_the_last_cell_and_rooms_left_out_where_nobody_is_are_no_trouble() -> None:
    rows = report()
    for row in rows:
        row[-1] = f"{row[-1]}\n"
        for at in (77, 81, 85):
            row[at] = ""
    checked = check_bytes(as_text(rows))
    assert sums(only_submission(checked)) == TRUTH
    assert codes(checked) == {"LA030", "VA101"}


def test_rooms_left_out_of_a_grade_with_pupils_are_asked_about() -> None:
    rows = report()
    rows[0][21] = ""
    assert ("VA103", "V1") in issue_cells(check_bytes(as_text(rows)))


def test_a_workbook_that_made_dates_of_the_rounds_is_read() -> None:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "mmm-yy"}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for number, row in enumerate(report()):
            sheet.write_row(number, 0, [date(2563, 2, 1), int(str(row[1])), *row[2:]])
    submission = only_submission(check_bytes(content.getvalue(), path="enrolment.xlsx"))
    assert (submission.period.code, sums(submission)) == ("2563-2", TRUTH)


def test_lines_of_a_title_may_stand_over_a_table_without_headings() -> None:
    rows: Rows = [["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"], [], *report()]
    assert sums(only_submission(check_bytes(as_text(rows)))) == TRUTH


def test_a_wrong_total_of_a_block_sets_its_row_aside() -> None:
    rows = report()
    rows[1][20] = 99
    submission = only_submission(check_bytes(as_text(rows)))
    assert submission.set_aside["source_row"].tolist() == [2]
    assert {issue.code for issue in submission.issues} == {"LA030", "SU001", "SU002"}


@pytest.mark.parametrize("row", [1, 2])
@pytest.mark.parametrize(("column", "broken"), [(0, "2563/9"), (1, "5001003")], ids=["period", "code"])
def test_a_broken_code_or_period_sets_its_row_aside(row: int, column: int, broken: str) -> None:
    rows = report()
    rows[row - 1][column] = broken
    submission = only_submission(check_bytes(as_text(rows)))
    assert submission.set_aside["source_row"].tolist() == [row]


def test_a_row_longer_than_the_declared_columns_lets_nothing_in() -> None:
    rows = report()
    rows[1].append(7)
    assert check_bytes(as_text(rows)).submissions == ()


def test_an_area_that_its_schools_do_not_add_up_to_is_asked_about() -> None:
    rows = report(area="50010000")
    rows[-1][18] = 25
    checked = check_bytes(as_text(rows))
    assert ("SU003", "S4") in issue_cells(checked)
    assert sums(only_submission(checked)) == TRUTH


def test_an_area_of_another_province_is_told_by_its_sums() -> None:
    assert sums(only_submission(check_bytes(as_text(report(area="8601"))))) == TRUTH
    rows = report(area="8601")
    rows[-1][18:21] = [25, 26, 51]
    assert ("VA005", "B4") in issue_cells(check_bytes(as_text(rows)))


def foreign(row: list[object]) -> list[object]:
    """Scores of ninety-two questions."""
    return [*row[:2], *(7 * at % 13 for at in range(len(row) - 2))]


def exchanged(row: list[object]) -> list[object]:
    """The total before its parts."""
    blocks = [row[at : at + 4] for at in range(2, len(row), 4)]
    return [
        *row[:2],
        *(cell for boys, girls, all_of_them, rooms in blocks for cell in (all_of_them, boys, girls, rooms)),
    ]


def without_levels(row: list[object]) -> list[object]:
    """Twenty-three groups of which none is the sum of others."""
    return [*row[:2], *[cell for number in range(23) for cell in (number + 1, 2, number + 3, 1)]]


@pytest.mark.parametrize(
    "change",
    [
        foreign,
        exchanged,
        without_levels,
        lambda row: ["2563", *row[1:]],
        lambda row: [row[0], "บ้านสันทราย", *row[2:]],
        lambda row: row[:-1],
        lambda row: [*row, 1],
        lambda row: [*row[:2], *[0] * 92],
        lambda row: [*row[:2], *["ดี"] * 92],
    ],
)
def test_another_table_of_as_many_columns_is_not_taken(
    change: Callable[[list[object]], list[object]],
) -> None:
    checked = check_bytes(as_text([change(row) for row in report()]))
    assert checked.submissions == ()
    assert codes(checked) == {"LA006"}


def test_a_table_with_headings_is_never_read_by_its_shape() -> None:
    names = ["งวด", "รหัส", *[f"ข้อ {number}" for number in range(92)]]
    assert check_bytes(as_text([names, *report()])).submissions == ()
    misspelt = [headings()[0], "รหัสโรงเรีบน", *headings()[2:]]
    assert "LA002" in codes(check_bytes(as_text([misspelt, *report()])))


WITH_YEARS = replace(
    PROVINCE,
    calendar={
        **PROVINCE.calendar,
        "2562": calendar_entry("2562", date(2019, 5, 16), date(2020, 5, 15), closing=date(2020, 5, 31)),
    },
)


def check_under(name: str, rows: Rows) -> CheckedDelivery:
    delivery = Delivery("0" * 64, name.rpartition("/")[2], name, "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, as_text(rows))], CheckContext(WITH_YEARS, TODAY))
    return checked


@pytest.mark.parametrize(
    "name",
    [
        "2562-3-จำนวนนักเรียนแยกชั้น,เพศ.csv",
        "2562-3/จำนวนนักเรียน.csv",
        "2562_รอบที่_3_schoolmis.csv",
        "2562-3-schoolmis-86010000 (1).csv",
        "จำนวนนักเรียน ปีการศึกษา 2562.csv",
        "จำนวนนักเรียน.csv",
    ],
)
def test_the_third_round_is_the_academic_year(name: str) -> None:
    checked = check_under(name, report("2562-3"))
    submission = only_submission(checked)
    assert (submission.period, submission.status) == (Period.parse("2562"), Status.ACCEPTED)
    assert codes(checked) == {"LA030"}


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("2563_รอบที่_2_schoolmis.csv", "2563-1"),
        ("2562-3-จำนวนนักเรียน.csv", "2563-1"),
        ("2563-1-จำนวนนักเรียน.csv", "2562-3"),
    ],
)
def test_another_round_in_the_name_than_inside_holds_the_file(name: str, period: str) -> None:
    checked = check_under(name, report(period))
    assert only_submission(checked).status is Status.HELD
    assert "RE008" in codes(checked)


def test_elsewhere_a_third_semester_stays_the_summer_term() -> None:
    heading = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]
    checked = check_under("2562-3-นักเรียน.csv", [heading, ["50010001", "บ้านสันทราย", 3, 4]])
    assert only_submission(checked).period.code == "2562-3"


def test_an_academic_year_that_the_calendar_lacks_is_held() -> None:
    checked = check_bytes(as_text(report("2561-3")))
    assert ("RE007", None) in issue_cells(checked)
    assert only_submission(checked).status is Status.HELD


def test_a_row_without_its_round_stays_with_its_table() -> None:
    rows = report("2563-2")
    rows[1][0] = ""
    submission = only_submission(check_bytes(as_text(rows)))
    assert (submission.period.code, len(submission.rows), len(submission.set_aside)) == ("2563-2", 2, 1)


BLOCKS = st.tuples(st.integers(0, 60), st.integers(0, 60), st.integers(0, 3))
GRADES = st.dictionaries(st.sampled_from(" ".join(WITHOUT_VOCATIONAL).split()), BLOCKS, min_size=1)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874"])
@pytest.mark.parametrize("above", [[], [headings()]], ids=["without headings", "with headings"])
@pytest.mark.parametrize("area", ["", "50010000"])
@settings(max_examples=5, deadline=None)
@given(drawn=st.lists(GRADES, min_size=1, max_size=4))
def test_whatever_an_export_says_is_what_is_read(
    drawn: list[dict[str, tuple[int, int, int]]], area: str, above: Rows, encoding: str
) -> None:
    # One school is there in any case, for a table of zeros proves nothing.
    schools = {"50010099": {"P1": (1, 2, 1)}} | {f"5001001{at}": grades for at, grades in enumerate(drawn)}
    checked = check_bytes(as_text([*above, *report(schools=schools, area=area)], encoding))
    blocks = [block for grades in schools.values() for block in grades.values()]
    boys, girls, rooms = (sum(numbers) for numbers in zip(*blocks, strict=True))
    assert sums(only_submission(checked)) == (len(schools), boys, girls, rooms)


@pytest.mark.parametrize("is_headed_first", [True, False])
def test_two_exports_put_together_are_both_read(*, is_headed_first: bool) -> None:
    headed, bare = [headings(), *report("2563-1")], report("2563-2")
    rows = [*headed, *bare] if is_headed_first else [*bare, *headed]
    submissions = check_bytes(as_text(rows)).submissions
    assert {each.period.code: sums(each) for each in submissions} == {"2563-1": TRUTH, "2563-2": TRUTH}


def test_the_made_up_export_is_what_it_says() -> None:
    assert len(figures(SCHOOLS["50010001"])) == 92
    assert len(headings()) == 94
