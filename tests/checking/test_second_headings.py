"""A heading that changes halfway counts for the rows below it, or nothing below it is read."""

from collections.abc import Callable, Sequence

import pytest

from edusandbox.submissions import Status
from tests.checking.builders import check_bytes, issue_cells, only_submission
from tests.checking.test_tables_in_the_wild import TITLE, pupils, workbook
from tests.checking.test_unowned_cells import FLAT, as_csv, as_xlsx
from tests.facts_by_cell import pupils_by_sex

Rows = Sequence[Sequence[object]]
Writer = Callable[[Rows], bytes]
FIRST = [1, "50010001", "บ้านสันทราย", 1, 2, 3, 4]
SECOND = [2, "50010002", "บ้านหลวง", 5, 6, 7, 8]
EXCHANGED = [*FLAT[:3], "ป.1 หญิง", "ป.1 ชาย", "ป.2 หญิง", "ป.2 ชาย"]
TWO_LINES = [["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "ป.2", ""], ["", "", "", *["ชาย", "หญิง"] * 2]]
MANY = [[number, f"5001{number:04}", "บ้าน", 1, 2, 3, 4] for number in range(1, 71)]
OF_FIRST = {("P1", "male"): 1, ("P1", "female"): 2, ("P2", "male"): 3, ("P2", "female"): 4}


@pytest.fixture(params=[as_csv, as_xlsx], ids=["csv", "xlsx"])
def write(request: pytest.FixtureRequest) -> Writer:
    writer: Writer = request.param
    return writer


def of_school(content: bytes, school: str) -> dict[tuple[str, str], int]:
    counts = pupils(only_submission(check_bytes(content)))
    return {(grade, sex): count for (code, grade, sex), count in counts.items() if code == school}


@pytest.mark.parametrize("decorate", ["{}", "{} (คน)", "{}*"])
@pytest.mark.parametrize("above", [[FIRST], MANY], ids=["near", "far"])
def test_a_heading_with_exchanged_sexes_counts_for_the_rows_below(
    write: Writer, above: Rows, decorate: str
) -> None:
    again = [*FLAT[:3], *map(decorate.format, EXCHANGED[3:])]
    content = write([TITLE, FLAT, *above, again, [2, "50010099", *SECOND[2:]]])
    assert of_school(content, "50010001") == OF_FIRST
    assert of_school(content, "50010099") == {
        ("P1", "female"): 5,
        ("P1", "male"): 6,
        ("P2", "female"): 7,
        ("P2", "male"): 8,
    }


@pytest.mark.parametrize(
    "line",
    [
        ["", "", "", *["หญิง", "ชาย"] * 2],
        ["", "", "", *["หญิง (คน)", "ชาย (คน)"] * 2],
        ["", "", "", "หญิง", "ชาย", "", ""],
        ["", "", "", "ป.3", "", "ป.4", ""],
        ["", "", "", *["ญ", "ช"] * 2],
        ["", "", "", *["ญ.", "ช."] * 2],
        ["", "", "", "Girls", "Boys", "", ""],
        ["", "", "", *["Female", "Male"] * 2],
        ["", "", "", *["เด็กหญิง", "เด็กชาย"] * 2],
        ["", "", "", *["นักเรียนหญิง (คน)", "นักเรียนชาย (คน)"] * 2],
    ],
)
@pytest.mark.parametrize("above", [[FIRST], MANY], ids=["near", "far"])
def test_below_a_single_line_of_another_heading_nothing_is_read(
    write: Writer, above: Rows, line: Sequence[object]
) -> None:
    content = write([TITLE, *TWO_LINES, *above, line, [2, "50010099", *SECOND[2:]]])
    codes = {code for code, _ in issue_cells(check_bytes(content))}
    assert of_school(content, "50010001") == OF_FIRST
    assert of_school(content, "50010099") == {}
    assert "LA008" in codes


@pytest.mark.parametrize("line", [["", "", "", *["ชาย", "หญิง"] * 2], ["", "", "", "ชาย", "หญิง", "", ""]])
def test_a_line_of_the_same_heading_printed_again_changes_nothing(
    write: Writer, line: Sequence[object]
) -> None:
    content = write([TITLE, *TWO_LINES, FIRST, line, SECOND])
    checked = check_bytes(content)
    assert len(of_school(content, "50010002")) == 4
    assert only_submission(checked).status is Status.ACCEPTED


def test_figures_equal_to_the_numbers_of_the_grades_are_no_second_heading(write: Writer) -> None:
    numbered = [[*FLAT[:3], "ชั้นประถมศึกษาปีที่", "", "", ""], ["", "", "", "1", "", "2", ""], TWO_LINES[1]]
    rows = [[1, "50010001", "บ้านสันทราย", 1, 2, 2, 2], [2, "50010002", "บ้านหลวง", 1, 1, 2, 2]]
    content = write([TITLE, *numbered, *rows])
    assert sum(pupils(only_submission(check_bytes(content))).values()) == 13
    assert {code for code, _ in issue_cells(check_bytes(content))} <= {"FI101"}


@pytest.mark.parametrize(
    ("again", "row"),
    [
        (["ที่", "ชื่อโรงเรียน", *FLAT[3:]], [2, "บ้านหลวง", 5, 6, 7, 8]),
        (["ที่", "", *FLAT[2:]], SECOND),
        (["ชื่อโรงเรียน", "ป.1 ชาย"], ["บ้านหลวง", 5]),
        (["", "", "", "ม.1 ชาย", "ม.1 หญิง", "ม.2 ชาย", "ม.2 หญิง"], SECOND),
    ],
)
def test_below_a_heading_without_the_codes_nothing_is_read(
    write: Writer, again: Sequence[object], row: Sequence[object]
) -> None:
    checked = check_bytes(write([TITLE, FLAT, FIRST, again, row]))
    assert set(only_submission(checked).rows["school_code"]) == {"50010001"}
    assert ("LA008", "4") in issue_cells(checked)
    assert only_submission(checked).status is Status.PARTLY_ACCEPTED


def test_a_grade_more_in_the_second_heading_is_read(write: Writer) -> None:
    content = write([TITLE, FLAT, FIRST, [*FLAT, "ป.3 ชาย", "ป.3 หญิง"], [*SECOND, 9, 10]])
    assert of_school(content, "50010002")["P3", "female"] == 10
    assert len(of_school(content, "50010001")) == 4


def test_other_grades_in_the_second_heading_are_read(write: Writer) -> None:
    again = [str(text).replace("ป.", "ม.") for text in FLAT]
    content = write([TITLE, FLAT, FIRST, again, SECOND])
    assert {grade for grade, _ in of_school(content, "50010002")} == {"M1", "M2"}


NAMED = ["ที่", "ชื่อโรงเรียน", *FLAT[3:]]


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([[1, "บ้านใหม่", 6, 8, 10, 12]], id="equal sums"),
        pytest.param([[1, "บ้านใหม่", 1, 2, 3, 4], [2, "บ้านเก่า", 5, 6, 7, 8]], id="other schools"),
        pytest.param([[1, "บ้านสันทราย", 5, 6, 7, 8], [2, "บ้านหลวง", 1, 2, 3, 4]], id="exchanged"),
    ],
)
@pytest.mark.parametrize("on_a_sheet", [False, True], ids=["below", "another sheet"])
def test_a_second_list_of_other_schools_is_no_summary_though_it_adds_up(
    rows: Rows, *, on_a_sheet: bool
) -> None:
    first = [TITLE, FLAT, FIRST, SECOND]
    sheets = {"ก": first, "ข": [NAMED, *rows]} if on_a_sheet else {"ก": [*first, [], NAMED, *rows]}
    checked = check_bytes(workbook(sheets), path="e.xlsx")
    codes = {code for code, _ in issue_cells(checked)}
    assert "LA018" not in codes
    assert "LA007" in codes
    assert only_submission(checked).status is Status.PARTLY_ACCEPTED


def test_a_second_list_of_the_same_schools_is_a_summary() -> None:
    rows = [[1, "บ้านสันทราย", 1, 2, 3, 4], [2, "บ้านหลวง", 5, 6, 7, 8]]
    checked = check_bytes(as_xlsx([TITLE, FLAT, FIRST, SECOND, [], NAMED, *rows]), path="e.xlsx")
    assert issue_cells(checked) == {("LA018", "6")}


def test_schools_without_codes_and_with_equal_figures_are_no_repeat_of_each_other() -> None:
    sheets = {
        "ก": [TITLE, FLAT, FIRST, [2, "", "บ้านหลวง", 5, 6, 7, 8], SECOND],
        "ข": [TITLE, FLAT, [1, "", "บ้านอื่น", 5, 6, 7, 8]],
    }
    checked = check_bytes(workbook(sheets), path="e.xlsx")
    assert "LA013" not in {code for code, _ in issue_cells(checked)}


def test_a_repeated_sheet_with_a_figure_of_its_own_beside_the_table_is_told() -> None:
    sheets = {"ก": [TITLE, FLAT, FIRST, SECOND], "ข": [TITLE, FLAT, FIRST, [*SECOND, 99]]}
    checked = check_bytes(workbook(sheets), path="e.xlsx")
    assert {code for code, _ in issue_cells(checked)} == {"LA013", "VA025"}
    assert only_submission(checked).status is Status.PARTLY_ACCEPTED
    assert len(only_submission(checked).rows) == 2


OF_ALL = [["สรุป"], ["ชั้น", "ชาย", "หญิง"]]
RIGHT_SUMS = [*OF_ALL, ["ป.1", 6, 8], ["ป.2", 10, 12]]
WRONG_SUMS = [*OF_ALL, ["ป.1", 6, 8], ["ป.2", 10, 13]]


@pytest.mark.parametrize(("sums", "told"), [(RIGHT_SUMS, "LA018"), (WRONG_SUMS, "LA007")])
def test_a_summary_is_compared_though_the_first_sheet_repeats_the_others(sums: Rows, told: str) -> None:
    sheets = {"รวม": [TITLE, FLAT, FIRST, SECOND], "ก": [TITLE, FLAT, FIRST], "ข": [TITLE, FLAT, SECOND]}
    checked = check_bytes(workbook({**sheets, "สรุป": sums}), path="e.xlsx")
    assert {code for code, _ in issue_cells(checked)} == {"LA013", "LA015", told}
    assert len(pupils_by_sex(only_submission(checked))) == 8


def test_a_fault_on_another_sheet_sets_no_row_of_the_same_number_aside() -> None:
    sums = [[], *WRONG_SUMS]
    checked = check_bytes(workbook({"ก": [TITLE, FLAT, FIRST, SECOND], "ข": sums}), path="e.xlsx")
    assert [(issue.code, issue.place.cell) for issue in checked.all_issues] == [("LA007", "3")]
    assert len(pupils_by_sex(only_submission(checked))) == 8


BY_GRADE = ["รหัสโรงเรียน", "ชั้น", "ชาย", "หญิง", "รวม"]


def test_pages_of_a_table_with_a_row_for_each_grade_keep_each_rows_school(write: Writer) -> None:
    first, second = ["50010001", "ป.1", 5, 5, 10], ["50010002", "ป.2", 4, 3, 7]
    content = write([TITLE, BY_GRADE, first, BY_GRADE, [first[0], "ป.2", 0, 6, 6], BY_GRADE, second])
    assert of_school(content, "50010001") == {
        ("P1", "male"): 5,
        ("P1", "female"): 5,
        ("P2", "male"): 0,
        ("P2", "female"): 6,
    }
    assert of_school(content, "50010002") == {("P2", "male"): 4, ("P2", "female"): 3}


@pytest.mark.parametrize("heading", ["รหัส", "School code", "เลขที่"])
def test_a_sheet_of_one_school_whose_rows_name_another_is_not_read_as_that_schools(heading: str) -> None:
    title = ["จำนวนนักเรียน โรงเรียนบ้านสันทราย 50010001 ภาคเรียนที่ 1/2563"]
    rows = [title, [heading, "ชั้น", "ชาย", "หญิง"], ["50010002", "ป.1", 5, 6]]
    checked = check_bytes(as_xlsx(rows), path="e.xlsx")
    assert checked.status is Status.REJECTED
