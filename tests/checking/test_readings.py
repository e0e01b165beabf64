"""What was read of a file is told whatever becomes of it, beside the totals that the file states itself."""

import pickle
from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from edusandbox.period_source import PeriodSource
from edusandbox.submissions import CheckedDelivery, Status
from edusandbox.what_was_read import Number, Reading
from tests.checking.builders import TIDY, check_bytes, csv_bytes
from tests.checking.generated_tables import Figures, Style, figures, file_of, styles
from tests.sources.made_files import workbook_bytes

Row = Sequence[object]
TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
OFFICE = [
    TITLE,
    ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "", "ป.2", "", "", "รวมทั้งหมด", "", ""],
    ["", "", "", *("ชาย", "หญิง", "รวม") * 3],
]
NORTH = [1, 50010001, "บ้านเหนือ", 12, 14, 26, 11, 9, 20, 23, 23, 46]
SOUTH = [2, 50010002, "บ้านใต้", 7, 8, 15, 6, 10, 16, 13, 18, 31]
TOTALS = ["", "", "รวม", 19, 22, 41, 17, 19, 36, 36, 41, 77]
SHORT = [TITLE, ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]]


def look(content: bytes, *, sender: str = "5001", path: str = "a.csv") -> CheckedDelivery:
    return check_bytes(content, sender=sender, path=path, tells_reading=True)


def reading_of(*rows: Row) -> Reading:
    (reading,) = look(csv_bytes(rows)).readings
    return reading


def read(reading: Reading, code: str | None = None) -> list[Number | None]:
    """Boys, girls, pupils of a grade, or of all together."""
    counts = reading.together if code is None else reading.figures[code]
    return [counts[field].read for field in ("male_count", "female_count", "pupil_total")]


def in_file(reading: Reading, code: str | None = None) -> list[Number | None]:
    counts = reading.together if code is None else reading.figures[code]
    return [counts[field].in_file for field in ("male_count", "female_count", "pupil_total")]


def test_figures_are_added_up_by_grade_and_sex_and_stand_beside_the_files_own() -> None:
    reading = reading_of(*OFFICE, NORTH, SOUTH, TOTALS)
    assert (reading.school_count, reading.row_count, reading.row_count_to_be_loaded) == (2, 2, 2)
    assert list(reading.figures) == ["P1", "P2"]
    assert read(reading, "P1") == in_file(reading, "P1") == [19, 22, 41]
    assert read(reading) == in_file(reading) == [36, 41, 77]
    assert {figure.agrees for figure in reading.together.values()} == {True, None}


def test_it_is_told_where_it_was_read_and_how_the_period_was_found() -> None:
    (table,) = reading_of(*OFFICE, NORTH, SOUTH).tables
    assert (table.heading_first_row, table.heading_last_row, table.row_count) == (2, 3, 2)
    assert (table.layout, table.period_source, table.is_counted) == ("office", PeriodSource.TITLE, True)


@pytest.mark.parametrize(
    ("row", "status", "loaded"),
    [
        (["", *NORTH[1:]], Status.ACCEPTED, 46),
        ([1, 999, *NORTH[2:]], Status.REJECTED, 0),
        ([1, 50010001, "บ้านเหนือ", 12, 14, 99, *NORTH[6:]], Status.REJECTED, 0),
    ],
)
def test_what_was_read_is_told_whatever_the_verdict(row: Row, status: Status, loaded: int) -> None:
    checked = look(csv_bytes([*OFFICE, row]))
    (reading,) = checked.readings
    pupils = reading.together["pupil_total"]
    assert (checked.status, reading.school_count) == (status, 1)
    assert (pupils.read, pupils.to_be_loaded, pupils.set_aside) == (46, loaded, 46 - loaded)


def test_a_held_file_tells_what_was_read_of_it() -> None:
    checked = look(csv_bytes([*OFFICE, NORTH]), path="2562-1.csv")
    assert checked.status is Status.HELD
    assert read(checked.readings[0]) == [23, 23, 46]


def test_a_file_of_which_nothing_was_recognised_tells_nothing() -> None:
    assert look(b"what,ever\n1,2\n").readings == ()


def test_a_total_that_is_not_what_was_read_is_the_files_own_one() -> None:
    reading = reading_of(*OFFICE, NORTH, SOUTH, [*TOTALS[:3], 18, *TOTALS[4:]])
    boys = reading.figures["P1"]["male_count"]
    assert (boys.read, boys.in_file, boys.agrees) == (19, 18, False)
    assert reading.figures["P2"]["male_count"].agrees


def test_columns_of_totals_are_the_files_own_where_it_has_no_totals_row() -> None:
    reading = reading_of(*OFFICE, NORTH, SOUTH)
    assert in_file(reading, "P1") == [None, None, 41]
    assert in_file(reading) == [36, 41, 77]


def test_of_columns_and_row_of_totals_the_one_that_was_not_read_is_told() -> None:
    reading = reading_of(*OFFICE, [*NORTH[:-1], 47], SOUTH, TOTALS)
    pupils = reading.together["pupil_total"]
    assert (pupils.read, pupils.in_totals_row, pupils.in_total_columns, pupils.in_file) == (77, 77, 78, 78)


def test_a_column_of_totals_that_a_school_left_blank_is_no_total_of_the_file() -> None:
    reading = reading_of(*OFFICE, [*NORTH[:-3], "", "", ""], SOUTH)
    assert in_file(reading) == [None, None, None]
    assert read(reading) == [36, 41, 77]


def test_totals_by_level_stand_after_their_grades_where_the_file_has_them() -> None:
    heading = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "รวมประถม ชาย", "รวมประถม หญิง"]
    reading = reading_of(TITLE, heading, [50010001, "บ้านเหนือ", 3, 4, 3, 5])
    assert list(reading.figures) == ["P1", "PRI"]
    assert (read(reading, "PRI"), in_file(reading, "PRI")) == ([3, 4, 7], [3, 5, None])
    assert read(reading) == [3, 4, 7]


def test_cells_without_a_figure_are_counted() -> None:
    reading = reading_of(*SHORT, [50010001, "บ้านเหนือ", 3, "*"], [50010002, "บ้านใต้", "x", ""])
    boys, girls, pupils = (reading.figures["P1"][name] for name in list(reading.figures["P1"])[:3])
    assert (boys.read, boys.unread_cell_count) == (3, 1)
    assert (girls.read, girls.unread_cell_count) == (None, 2)
    assert (pupils.read, pupils.unread_cell_count) == (None, 3)


def test_a_blank_beside_nothing_but_zeros_is_no_missing_figure() -> None:
    reading = reading_of(*SHORT, [50010001, "บ้านเหนือ", 0, ""], [50010002, "บ้านใต้", "*", ""])
    counts = reading.figures["P1"]
    assert (counts["male_count"].read, counts["male_count"].unread_cell_count) == (0, 1)
    assert counts["female_count"].unread_cell_count == 1


def test_a_number_as_long_as_an_id_is_added_to_nothing() -> None:
    reading = reading_of(*SHORT, [50010001, "บ้านเหนือ", 812349999, 4], [50010002, "บ้านใต้", 5, 6])
    boys = reading.together["male_count"]
    assert (boys.read, boys.unread_cell_count) == (5, 1)


def test_rows_whose_grade_could_not_be_read_are_read_all_the_same() -> None:
    reading = reading_of(
        TIDY, [2563, 1, 50010001, "ก", "ป.1", 1, 2, 3, 1], [2563, 1, 50010001, "ก", "ห้อง", 10, 20, 30, 1]
    )
    assert list(reading.figures) == ["P1", ""]
    assert read(reading) == [11, 22, 33]


SECTIONS = [[1, 50010001, "บ้านเหนือ", 12, 14], [2, 50010002, "บ้านใต้", 7, 8]]
SECTION_HEADING = [TITLE, ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]]


@pytest.mark.parametrize(
    "rows",
    [
        [*SECTIONS, ["", "", "รวม", 19, 22]],
        [["", "", "รวม", 19, 22], *SECTIONS],
        [SECTIONS[0], ["", "", "รวม", 12, 14], SECTIONS[1], ["", "", "รวม", 7, 8]],
        [
            SECTIONS[0],
            ["", "", "รวม", 12, 14],
            SECTIONS[1],
            ["", "", "รวม", 7, 8],
            ["", "", "รวมทั้งสิ้น", 19, 22],
        ],
    ],
    ids=["below", "above", "sections", "sections and all"],
)
def test_totals_of_sections_and_of_all_are_told_apart(rows: list[Row]) -> None:
    reading = reading_of(*SECTION_HEADING, *rows)
    assert in_file(reading, "P1")[:2] == read(reading, "P1")[:2] == [19, 22]


@pytest.mark.parametrize(
    ("area", "expected"),
    [([50010000, "ทั้งเขต", 19, 22], [19, 22]), ([50010000, "ค่าเฉลี่ย", 9.5, 11], [None, None])],
)
def test_an_areas_own_row_is_the_total_if_it_is_what_the_schools_add_up_to(
    area: Row, expected: list[Number | None]
) -> None:
    reading = reading_of(*SECTION_HEADING, *SECTIONS, [3, *area])
    assert (read(reading, "P1")[:2], in_file(reading, "P1")[:2]) == ([19, 22], expected)


def test_sheets_for_boys_and_girls_make_one_total() -> None:
    heading = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "ป.2"]
    sheets = {
        "ชาย": [TITLE, heading, [1, 50010001, "ก", 3, 5], ["", "", "รวม", 3, 5]],
        "หญิง": [TITLE, heading, [1, 50010001, "ก", 4, 6], ["", "", "รวม", 4, 6]],
    }
    (reading,) = look(workbook_bytes(sheets), path="a.xlsx").readings
    assert (reading.school_count, len(reading.tables)) == (1, 2)
    assert read(reading, "P1") == [3, 4, 7]
    assert in_file(reading, "P1")[:2] == [3, 4]
    assert read(reading) == [8, 10, 18]


def test_sheets_for_schools_add_up_to_the_totals_of_each() -> None:
    title = "ภาคเรียนที่ 1/2563"
    sheets = {
        "50010001": [[title], ["ชั้น", "ชาย", "หญิง", "รวม"], ["ป.1", 3, 4, 7], ["รวม", 3, 4, 7]],
        "50010002": [[title], ["ชั้น", "ชาย", "หญิง", "รวม"], ["ป.1", 1, 0, 1], ["รวม", 1, 0, 1]],
    }
    (reading,) = look(workbook_bytes(sheets), path="a.xlsx").readings
    assert (reading.school_count, read(reading), in_file(reading)) == (2, [4, 4, 8], [4, 4, 8])
    assert [reading.row_count, *(table.row_count for table in reading.tables)] == [2, 1, 1]


def test_a_sheet_that_repeats_another_is_named_and_not_added() -> None:
    rows = [*SHORT, [50010001, "บ้านเหนือ", 3, 4]]
    (reading,) = look(workbook_bytes({"one": rows, "copy": rows}), path="a.xlsx").readings
    assert [(table.sheet_name, table.is_counted) for table in reading.tables] == [
        ("one", True),
        ("copy", False),
    ]
    assert (read(reading), reading.row_count) == ([3, 4, 7], 1)


def test_each_period_of_a_table_is_read_for_itself_and_its_totals_row_is_of_none() -> None:
    rows = [
        TIDY,
        [2563, 1, 50010001, "ก", "ป.1", 1, 2, 3, 1],
        [2563, 2, 50010001, "ก", "ป.1", 4, 5, 9, 1],
        ["", "", "", "รวมทั้งสิ้น", "", 5, 7, 12, 2],
    ]
    first, second = look(csv_bytes(rows)).readings
    assert [each.period for each in (first, second)] == ["2563-1", "2563-2"]
    assert (read(first), read(second)) == ([1, 2, 3], [4, 5, 9])
    assert {figure.in_totals_row for each in (first, second) for figure in each.together.values()} == {None}


def test_two_forms_of_a_workbook_are_two_readings() -> None:
    register = [
        ["รหัสโรงเรียน", "รหัสกระทรวง", "ชื่อโรงเรียน", "ประเภท", "ตำบล", "อำเภอ"],
        [50010001, 1050130001, "บ้านเหนือ", "ประถม", "ก", "ข"],
    ]
    sheets = {"นักเรียน": [*SHORT, [50010001, "บ้านเหนือ", 3, 4]], "ทะเบียน": register}
    schools, pupils = look(workbook_bytes(sheets), path="a.xlsx").readings
    assert (schools.form, schools.school_count, schools.together) == ("school_register", 1, {})
    assert (pupils.form, read(pupils)) == ("enrolment", [3, 4, 7])


def test_schools_are_counted_by_the_agency_that_they_are_taken_for() -> None:
    rows = [
        ["รหัสเขต", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.1 ห้อง"],
        [50010000, 50010001, "ก", 1, 2, 1],
        [50010000, 50010002, "ข", 1, 2, 1],
        [50020000, 50020001, "ค", 1, 2, 1],
    ]
    (reading,) = look(csv_bytes(rows), sender="5009").readings
    assert [(each.agency_code, each.school_count) for each in reading.agencies] == [("5001", 2), ("5002", 1)]


def test_nothing_is_added_up_where_nobody_asks() -> None:
    assert check_bytes(csv_bytes([*OFFICE, NORTH])).readings == ()


def test_what_was_read_travels_between_processes() -> None:
    (reading,) = look(csv_bytes([*OFFICE, NORTH, SOUTH, TOTALS])).readings
    assert pickle.loads(pickle.dumps(reading)) == reading  # noqa: S301 - our own bytes


@given(said=figures(), style=styles())
@settings(
    max_examples=40,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
def test_whatever_the_layout_what_was_read_is_what_was_written_down(said: Figures, style: Style) -> None:
    (reading,) = look(file_of(said, style)).readings
    boys, girls = (sum(pair[sex] for pair in said.values()) for sex in (0, 1))
    assert read(reading) == [boys, girls, boys + girls]
    assert reading.school_count == len({school for school, _ in said})
    assert False not in {figure.agrees for figure in reading.together.values()}
    loaded = replace(reading, tables=()).together["pupil_total"].to_be_loaded
    assert loaded == boys + girls
