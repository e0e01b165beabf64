"""No cell is lost without a word: each has an owner, or the sender is told of it."""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
import xlsxwriter

from edusandbox.submissions import CheckedDelivery, Status
from tests.checking.builders import TIDY, check_bytes, csv_bytes, issue_cells, only_submission
from tests.checking.test_tables_in_the_wild import EXPECTED, FIRST, OFFICE, SECOND, TITLE, pupils, workbook

CASES = Path(__file__).parents[3] / "shared" / "cases"
Rows = Sequence[Sequence[object]]
TOTAL = ["", "รวม", "", 4, 5, 9, 7, 8, 15]
THIRD = [3, "50010003", "วัดดอยคำ", 5, 4, 9, 3, 6, 9]
FLAT = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"]


def as_csv(rows: Rows) -> bytes:
    """A csv that a spreadsheet saved: all rows of one length."""
    width = max(map(len, rows))
    return csv_bytes([[*row, *[""] * (width - len(row))] for row in rows])


def as_xlsx(rows: Rows) -> bytes:
    return workbook({"ข้อมูล": rows})


@pytest.fixture(params=[as_csv, as_xlsx], ids=["csv", "xlsx"])
def write(request: pytest.FixtureRequest) -> Callable[[Rows], bytes]:
    writer: Callable[[Rows], bytes] = request.param
    return writer


def told(checked: CheckedDelivery) -> set[tuple[str, str | None]]:
    return {pair for pair in issue_cells(checked) if pair[0] not in {"RE009", "SU101", "FI101"}}


def schools(checked: CheckedDelivery) -> set[str]:
    return set(only_submission(checked).rows["school_code"])


@pytest.mark.parametrize("gap", [0, 1, 3])
def test_a_figure_right_of_the_last_heading_sets_its_row_aside(
    write: Callable[[Rows], bytes], gap: int
) -> None:
    checked = check_bytes(write([TITLE, *OFFICE, FIRST, [*SECOND, *[""] * gap, 99]]))
    assert told(checked) == {("VA025", f"{'JKLM'[gap]}5")}
    assert schools(checked) == {"50010001"}


def test_a_figure_under_an_empty_heading_within_the_table_sets_its_row_aside(
    write: Callable[[Rows], bytes],
) -> None:
    heading = [*FLAT[:5], "", *FLAT[5:]]
    rows = [TITLE, heading, [1, "50010001", "ก", 1, 2, "", 3, 4], [2, "50010002", "ข", 1, 2, 7, 3, 4]]
    checked = check_bytes(write(rows))
    assert told(checked) == {("VA025", "F4")}
    assert schools(checked) == {"50010001"}


def test_words_beside_the_rows_are_told_and_left_alone(write: Callable[[Rows], bytes]) -> None:
    checked = check_bytes(write([TITLE, *OFFICE, [*FIRST, "ย้ายมา 2 คน"], SECOND, TOTAL]))
    assert told(checked) == {("LA019", "J4")}
    assert pupils(only_submission(checked)) == EXPECTED
    assert only_submission(checked).status is Status.ACCEPTED


def test_a_list_of_codes_parked_beside_the_table_is_told_and_left_alone(
    write: Callable[[Rows], bytes],
) -> None:
    rows = [TITLE, *OFFICE, [*FIRST, "", "", 1, "สามัญ"], [*SECOND, "", "", 2, "เอกชน"]]
    checked = check_bytes(write([*rows, ["", *[""] * 8, "", "", 3, "อื่น ๆ"]]))
    assert told(checked) == {("LA019", "L4")}
    assert "L4:M6" in next(issue.message_en for issue in checked.all_issues if issue.code == "LA019")
    assert pupils(only_submission(checked)) == EXPECTED


def test_numbers_of_rows_without_a_heading_are_left_alone(write: Callable[[Rows], bytes]) -> None:
    heading = [["", *OFFICE[0][1:]], OFFICE[1]]
    checked = check_bytes(write([TITLE, *heading, FIRST, SECOND]))
    assert {code for code, _ in told(checked)} == {"LA019"}
    assert pupils(only_submission(checked)) == EXPECTED


def test_one_and_two_right_beside_two_rows_may_be_figures_that_moved(
    write: Callable[[Rows], bytes],
) -> None:
    rows = [TITLE, FLAT, [1, "50010001", "ก", 1, 2, 3, 4, 1], [2, "50010002", "ข", 1, 2, 3, 4, 2]]
    assert told(check_bytes(write(rows))) == {("VA025", "H3"), ("VA025", "H4")}


def test_a_hidden_value_under_no_heading_is_told_though_nothing_is_seen() -> None:
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for row, cells in enumerate([TITLE, *OFFICE, FIRST, SECOND]):
            sheet.write_row(row, 0, cells)
        sheet.write_number(4, 10, 7, book.add_format({"num_format": ";;;"}))
    assert told(check_bytes(made.getvalue())) == {("VA025", "K5")}


def test_a_figure_beside_a_row_of_totals_is_told_as_an_error(write: Callable[[Rows], bytes]) -> None:
    checked = check_bytes(write([TITLE, *OFFICE, FIRST, SECOND, [*TOTAL, 24]]))
    assert told(checked) == {("VA025", "J6")}
    assert pupils(only_submission(checked)) == EXPECTED


def test_a_figure_in_a_row_between_the_data_is_an_error_at_the_row(write: Callable[[Rows], bytes]) -> None:
    checked = check_bytes(write([TITLE, *OFFICE, FIRST, ["อำเภอแม่ริม", *[""] * 8, 17], SECOND]))
    assert told(checked) == {("LA020", "J5")}
    assert only_submission(checked).status is Status.PARTLY_ACCEPTED


def test_a_row_that_only_names_a_section_is_no_loss(write: Callable[[Rows], bytes]) -> None:
    checked = check_bytes(write([TITLE, *OFFICE, ["อำเภอเมือง"], FIRST, ["", "", "อำเภอแม่ริม"], SECOND]))
    assert told(checked) == set()
    assert pupils(only_submission(checked)) == EXPECTED


@pytest.mark.parametrize("row", [[3, "", "บ้านใหม่"], ["", "5001ก003", "บ้านใหม่"]])
def test_a_row_that_names_a_school_and_says_nothing_of_it_is_asked_about(
    write: Callable[[Rows], bytes], row: Sequence[object]
) -> None:
    checked = check_bytes(write([TITLE, *OFFICE, FIRST, row, SECOND]))
    assert {code for code, _ in told(checked)} == {"RO006"}
    assert pupils(only_submission(checked)) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "3,50010003,วัดดอยคำ,5,4,9,3,6,9",
        "3;50010003;วัดดอยคำ;5;4",
        "3\t50010003\tวัดดอยคำ\t๕\t๔",
        "3 1050010003 วัดดอยคำ 5 4",
        "3|510003|วัดดอยคำ|5|-",
    ],
)
@pytest.mark.parametrize("at", [0, 1, 2])
@pytest.mark.parametrize("column", [0, 2, 11])
def test_a_whole_row_in_one_cell_is_an_error_at_the_cell(
    write: Callable[[Rows], bytes], text: str, at: int, column: int
) -> None:
    rows: list[Sequence[object]] = [FIRST, SECOND]
    rows.insert(at, [*[""] * column, text])
    checked = check_bytes(write([TITLE, *OFFICE, *rows]))
    assert told(checked) == {("LA020", f"{'ABCDEFGHIJKL'[column]}{4 + at}")}
    assert only_submission(checked).status is Status.PARTLY_ACCEPTED
    assert pupils(only_submission(checked)) == EXPECTED


def test_a_row_of_as_many_parts_as_columns_in_one_cell_is_an_error(write: Callable[[Rows], bytes]) -> None:
    row = [2563, 1, "50010001", "บ้านสันทราย", "ป.1", 3, 4, 7, 1]
    text = "2563;1;50010001;บ้านสันทราย;ป.2;3;ไม่มี;3;"
    assert ("LA020", "A3") in told(check_bytes(write([TIDY, row, [text], [*row[:4], "ป.3", 3, 4, 7, 1]])))


@pytest.mark.parametrize(
    "text",
    [
        "โรงเรียน 50010003 มีนักเรียนย้ายเข้า 7 คน ย้ายออก 3 คน",
        "โรงเรียน 50010003, 50010004, 50010005 ยังไม่ส่งข้อมูล",
        "ติดต่อ 0812345678 ต่อ 12 13 หรือ 053 123456",
        "พิมพ์เมื่อ 10/06/2563 เวลา 10 30 น.",
    ],
)
def test_a_note_that_names_a_school_or_a_telephone_is_no_row(
    write: Callable[[Rows], bytes], text: str
) -> None:
    checked = check_bytes(write([TITLE, *OFFICE, FIRST, [text], SECOND, [text]]))
    assert "LA020" not in {code for code, _ in told(checked)}


def test_rows_of_figures_above_the_heading_are_an_error(write: Callable[[Rows], bytes]) -> None:
    checked = check_bytes(write([TITLE, THIRD, *OFFICE, FIRST, SECOND]))
    assert told(checked) == {("LA020", "A2")}
    assert pupils(only_submission(checked)) == EXPECTED


@pytest.mark.parametrize(
    "row",
    [
        ["จำนวนโรงเรียน", 139],
        [1, 2, 3, 4, 5],
        ["ภาคเรียนที่", 1, "ปีการศึกษา", 2563],
        ["หน่วย", "", "คน"],
        ["พิมพ์เมื่อ", "10/06/2563", "14:30"],
    ],
)
def test_titles_with_a_figure_and_numbers_of_columns_are_no_loss(
    write: Callable[[Rows], bytes], row: Sequence[object]
) -> None:
    checked = check_bytes(write([TITLE, row, *OFFICE, FIRST, SECOND]))
    assert told(checked) == set()
    assert pupils(only_submission(checked)) == EXPECTED


def test_notes_and_signatures_below_are_no_loss_wherever_they_stand(write: Callable[[Rows], bytes]) -> None:
    notes = [["หมายเหตุ : ข้อมูลจากโรงเรียน"], [*[""] * 10, "ผู้รายงาน"], ["", "ข้อมูล ณ วันที่", "10 มิถุนายน 2563"]]
    checked = check_bytes(write([TITLE, *OFFICE, FIRST, SECOND, TOTAL, [], *notes]))
    assert told(checked) == set()
    assert pupils(only_submission(checked)) == EXPECTED


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        ([1, "50010001", "ก", 1, 234, 14, 11, 9], "H3"),
        ([1, "50010001", "ก", 1, 2, 3, 4, "ย้าย"], "H3"),
    ],
)
def test_a_row_of_a_csv_longer_than_its_heading_is_set_aside(row: Sequence[object], cell: str) -> None:
    checked = check_bytes(csv_bytes([TITLE, FLAT, row, [2, "50010002", "ข", 1, 2, 3, 4]]))
    assert told(checked) == {("LA024", cell)}
    assert schools(checked) == {"50010002"}


def test_a_thousands_comma_is_found_though_a_blank_remark_takes_the_last_figure() -> None:
    rows = [TITLE, [*FLAT, "หมายเหตุ"], [1, "50010001", "ก", 1, 234, 14, 11, 9, ""]]
    checked = check_bytes(csv_bytes([*rows, [2, "50010002", "ข", 1, 2, 3, 4, ""]]))
    assert ("LA024", "D3") in told(checked)
    assert schools(checked) == {"50010002"}


def test_empty_cells_at_the_end_of_a_row_of_a_csv_are_no_longer_row() -> None:
    rows = [TITLE, FLAT, [1, "50010001", "ก", 1, 2, 3, 4, "", ""], [2, "50010002", "ข", 1, 2, 3, 4]]
    checked = check_bytes(csv_bytes(rows))
    assert told(checked) == set()


def test_a_comma_at_the_end_of_every_row_of_a_csv_makes_no_row_longer() -> None:
    rows = [[number, f"5001000{number}", "ก", 12, 345, 3, 4, ""] for number in (1, 2)]
    assert told(check_bytes(csv_bytes([TITLE, FLAT, *rows]))) == set()


@pytest.mark.parametrize("last", [9, ""])
def test_two_files_put_together_without_a_line_break_are_told_at_the_row(last: object) -> None:
    glued = [*THIRD[:3], 5, 4, 3, f"{last}ที่", *FLAT[1:]]
    rows = [TITLE, FLAT, [1, "50010001", "ก", 1, 2, 3, 4], glued, [2, "50010002", "ข", 1, 2, 3, 4]]
    checked = check_bytes(csv_bytes(rows))
    assert ("LA023", "4") in told(checked)
    assert schools(checked) == {"50010001", "50010002"}


@pytest.mark.parametrize(
    "other",
    [
        ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 หญิง", "ป.1 ชาย", "ป.2 หญิง", "ป.2 ชาย"],
        ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง", "สังกัด"],
    ],
)
def test_below_a_glued_heading_that_is_another_one_nothing_is_read(other: Sequence[str]) -> None:
    glued = [*THIRD[:3], 5, 4, 3, f"9{other[0]}", *other[1:]]
    rows = [TITLE, FLAT, [1, "50010001", "ก", 1, 2, 3, 4], glued, [2, "50010002", "ข", 1, 2, 3, 4]]
    checked = check_bytes(csv_bytes(rows))
    assert {("LA023", "4"), ("LA008", "4")} <= told(checked)
    assert schools(checked) == {"50010001"}


def test_a_glued_heading_is_told_in_a_tidy_table_too() -> None:
    row = ["2563", "1", "50010001", "ก", "ป.1", 3, 4, 7, 1]
    glued = ["2563", "1", "50010002", "ข", "ป.1", 3, 4, 7, f"1{TIDY[0]}", *TIDY[1:]]
    checked = check_bytes(csv_bytes([TIDY, row, glued, ["2563", "1", "50010003", *row[3:]]]))
    assert ("LA023", "3") in told(checked)
    assert schools(checked) == {"50010001", "50010003"}


def test_a_table_that_begins_beside_the_rows_of_another_loses_nothing(
    write: Callable[[Rows], bytes],
) -> None:
    rows = [TITLE, FLAT, [1, "50010001", "ก", 1, 2, 3, 4], [2, "50010002", "ข", 1, 2, 3, 4, "", *FLAT]]
    beside = [3, "50010003", "ค", 1, 2, 3, 4, "", 1, "50010004", "ง", 1, 2, 3, 4]
    checked = check_bytes(write([*rows, beside]))
    assert ("VA025", "I5") in told(checked)
    assert ("LA019", "I4") in told(checked)
    assert schools(checked) == {"50010001", "50010002"}


@pytest.mark.parametrize(
    ("name", "rule", "pupil_count"),
    [("glued-header.csv", ("LA023", "4"), 64), ("thousands-unquoted.csv", ("LA024", "H3"), 49)],
)
def test_case_files_of_spoilt_rows_are_told_at_the_row(
    name: str, rule: tuple[str, str], pupil_count: int
) -> None:
    path = CASES / name
    if not path.exists():
        pytest.skip("the shared cases are not there")
    checked = check_bytes(path.read_bytes(), path=name)
    assert rule in told(checked)
    assert sum(pupils(only_submission(checked)).values()) == pupil_count


REMARKS = [*FLAT, "หมายเหตุ"]


def test_a_thousands_comma_before_a_column_that_is_not_read_sets_its_row_aside() -> None:
    text = "\n".join(
        [
            TITLE[0],
            ",".join(["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "หมายเหตุ"]),
            "50010001,บ้านสันทราย,1,234,14",
            "50010002,บ้านหลวง,7,8,",
        ]
    )
    checked = check_bytes(text.encode())
    assert told(checked) == {("LA003", None), ("LA024", "C3")}
    assert schools(checked) == {"50010002"}


@pytest.mark.parametrize("remark", ["", "ย้ายมา 2 คน"])
def test_a_figure_that_moved_into_a_column_that_is_not_read_is_asked_about(
    write: Callable[[Rows], bytes], remark: str
) -> None:
    rows = [[1, "50010001", "บ้าน", 3, 12, 14, 11, 9], [2, "50010002", "บ้านหลวง", 7, 8, 6, 10, remark]]
    checked = check_bytes(write([TITLE, REMARKS, *rows]))
    assert told(checked) == {("LA003", None), ("LA032", "H3")}
    assert only_submission(checked).status is Status.ACCEPTED_WITH_QUERIES


@pytest.mark.parametrize(
    "remarks",
    [[2, 5, ""], ["ย้าย 2", "-", ""], ["012", "", ""], ["10/06/2563", "", ""], [12500, "", ""]],
)
def test_a_column_of_other_figures_or_words_is_not_asked_about(
    write: Callable[[Rows], bytes], remarks: Sequence[object]
) -> None:
    rows = [[at, f"5001000{at}", "บ้าน", 3, 4, 5, 6, remark] for at, remark in enumerate(remarks, 1)]
    assert told(check_bytes(write([TITLE, REMARKS, *rows]))) == {("LA003", None)}
