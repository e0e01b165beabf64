"""What becomes of figures that a workbook shows otherwise than it stores them."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Status
from tests.checking.builders import TIDY, check_bytes, only_submission
from tests.facts_by_cell import pupils_by_sex

CASES = Path(__file__).parents[3] / "shared" / "cases"
needs_cases = pytest.mark.skipif(not CASES.is_dir(), reason="the case files lie beside the project")
TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
HEADING = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.1 รวม", "ป.2 ชาย", "ป.2 หญิง", "ป.2 รวม"]
Formats = Mapping[str, Mapping[str, object]]


def workbook(rows: Sequence[Sequence[object]], formats: Formats | None = None, **options: object) -> bytes:
    """A workbook; cells named in `formats` have these; options are those of its properties."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **options}) as book:
        sheet = book.add_worksheet("ตาราง")
        made = {cell: book.add_format(dict(properties)) for cell, properties in (formats or {}).items()}
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                cell_format = made.get(f"{chr(ord('A') + column)}{number + 1}")
                if value != "":
                    sheet.write(number, column, value, cell_format)
    return content.getvalue()


def calculated(content: bytes) -> bytes:
    parts = zipfile.ZipFile(io.BytesIO(content))
    saved = io.BytesIO()
    with zipfile.ZipFile(saved, "w") as archive:
        for name in parts.namelist():
            archive.writestr(name, parts.read(name).replace(b' fullCalcOnLoad="1"', b""))
    return saved.getvalue()


def sums(submission: CheckedSubmission) -> tuple[int, int, int]:
    """Schools, boys and girls that are loaded."""
    facts = pupils_by_sex(submission)
    by_sex = facts.groupby("sex_code", observed=True)["pupil_count"].sum()
    return facts["school_code"].nunique(), int(by_sex.get("male", 0)), int(by_sex.get("female", 0))


def said(checked: CheckedDelivery) -> set[str]:
    return {issue.code for issue in checked.all_issues} - {"RE005", "RE009"}


def cells(checked: CheckedDelivery, code: str) -> list[str | None]:
    return [issue.place.cell for issue in checked.all_issues if issue.code == code]


def case(name: str) -> CheckedDelivery:
    return check_bytes((CASES / name).read_bytes(), path=name)


@needs_cases
def test_case_count_superscript() -> None:
    checked = case("count-superscript.xlsx")
    assert sums(only_submission(checked)) == (3, 44, 51)
    assert cells(checked, "FI106") == ["D5"]


@needs_cases
def test_case_percent_format() -> None:
    checked = case("percent-format.xlsx")
    assert checked.status is Status.REJECTED
    assert cells(checked, "VA015") == ["D3:D5"]


@needs_cases
def test_case_formulas_cached_zero() -> None:
    checked = case("formulas-cached-zero.xlsx")
    assert checked.status is Status.REJECTED
    assert cells(checked, "VA014") == [f"{column}5:{column}7" for column in "DEFGHI"]


@needs_cases
def test_case_register_1904_plain_number() -> None:
    checked = case("register-1904-plain-number.xlsx")
    (register,) = checked.submissions[0].facts.values()
    assert list(register["established_date"]) == [date(1950, 5, 16)] * 3


@needs_cases
def test_case_error_without_reference() -> None:
    checked = case("error-without-reference.xlsx")
    assert sums(only_submission(checked)) == (3, 44, 51)
    assert "VA013" not in said(checked)


def wide(*, totals: bool = True) -> list[list[object]]:
    rows: list[list[object]] = [
        TITLE,
        HEADING,
        [1, "50010001", "บ้านสันทราย", 12, 14, "=D3+E3", 11, 9, "=G3+H3"],
        [2, "50010002", "บ้านหลวง", 7, 8, "=D4+E4", "", "", "=G4+H4"],
    ]
    if totals:
        rows.append(["", "", "รวม", *(f"=SUM({column}3:{column}4)" for column in "DEFGHI")])
    return rows


def test_totals_whose_formulas_have_no_value_keep_no_row_back() -> None:
    checked = check_bytes(workbook(wide()), path="ตาราง.xlsx")
    submission = only_submission(checked)
    assert submission.status is Status.ACCEPTED_WITH_QUERIES
    assert sums(submission) == (2, 30, 31)
    told = [(issue.place.cell, issue.count) for issue in checked.all_issues if issue.code == "VA023"]
    assert told == [("F3", 2), ("I3", 2), ("5", 6)]
    assert said(checked) == {"VA023", "SU101"}


def test_a_grade_is_not_taught_because_its_total_is_a_formula() -> None:
    submission = only_submission(check_bytes(workbook(wide()), path="ตาราง.xlsx"))
    facts = pupils_by_sex(submission)
    assert set(facts["grade_code"][facts["school_code"] == "50010002"]) == {"P1"}


def test_a_totals_row_without_a_label_is_one_though_its_formulas_have_no_value() -> None:
    rows = wide()
    rows[-1][2] = ""
    checked = check_bytes(workbook(rows), path="ตาราง.xlsx")
    assert sums(only_submission(checked)) == (2, 30, 31)
    assert said(checked) == {"VA023", "SU101"}


def test_a_total_in_a_row_of_its_own_or_beside_the_sexes_keeps_no_row_back() -> None:
    grade = ["2563", "1", "50010001", "บ้านสันทราย"]
    rows = [
        TIDY,
        [*grade, "ป.1", 12, 14, "=F2+G2", 1],
        [*grade, "ป.2", 11, 9, "=F3+G3", 1],
        [*grade, "รวมประถม", "=F2+F3", "=G2+G3", "=F4+G4", "=I2+I3"],
    ]
    checked = check_bytes(workbook(rows), path="ตาราง.xlsx")
    submission = only_submission(checked)
    assert sums(submission) == (1, 23, 23)
    assert submission.status is Status.ACCEPTED_WITH_QUERIES
    assert said(checked) == {"VA023", "SU101"}


def test_a_figure_whose_formula_has_no_value_sets_its_row_aside() -> None:
    rows = wide()
    rows[2][3] = "=Z1"
    checked = check_bytes(workbook(rows), path="ตาราง.xlsx")
    assert cells(checked, "VA014") == ["D3"]
    assert sums(only_submission(checked)) == (1, 7, 8)


def test_totals_that_excel_has_calculated_are_compared() -> None:
    rows: list[list[object]] = [[cell for cell in row if not str(cell).startswith("=")] for row in wide()]
    rows = [TITLE, HEADING, [1, "50010001", "บ้านสันทราย", 12, 14, 26, 11, 9, 21]]
    assert cells(check_bytes(workbook(rows), path="ตาราง.xlsx"), "SU001") == ["I3"]


SHOWN: dict[str, tuple[object, Mapping[str, object], str | None]] = {
    "plain": (12, {"num_format": "#,##0"}, None),
    "thai digits": (12, {"num_format": "t0"}, None),
    "accounting": (0, {"num_format": 41}, None),
    "unit": (12, {"num_format": '0" คน"'}, "VA106"),
    "share": (1, {"num_format": "0%"}, "VA015"),
    "grade": (1, {"num_format": '"ป."0'}, "VA022"),
    "hidden": (12, {"num_format": ";;;"}, "VA022"),
    "rounded": (12.4, {"num_format": "0"}, "VA022"),
    "thousands": (12000, {"num_format": "#,##0,"}, "VA022"),
    "year": (43983, {"num_format": "bbbb"}, "VA022"),
    "day": (43983, {"num_format": 71}, "VA016"),
    "struck out": (12, {"font_strikeout": True}, "FI109"),
    "raised": (12, {"font_script": 1}, "FI108"),
}


@pytest.mark.parametrize(("value", "properties", "rule"), SHOWN.values(), ids=SHOWN.keys())
def test_a_count_is_what_its_cell_shows(value: object, properties: Mapping[str, object], rule: str) -> None:
    rows = [TITLE, HEADING[:5], [1, "50010001", "บ้านสันทราย", value, 14]]
    checked = check_bytes(workbook(rows, {"D3": properties}), path="ตาราง.xlsx")
    assert said(checked) - {"VA103"} == ({rule} if rule else set())
    assert cells(checked, rule) == ["D3"] if rule else True


def test_a_struck_out_count_is_not_loaded_and_its_row_is() -> None:
    rows = [TITLE, HEADING[:5], [1, "50010001", "บ้านสันทราย", 12, 14]]
    checked = check_bytes(workbook(rows, {"D3": {"font_strikeout": True}}), path="ตาราง.xlsx")
    submission = only_submission(checked)
    assert submission.status is Status.ACCEPTED_WITH_QUERIES
    assert sums(submission) == (1, 0, 14)


def test_a_school_that_is_struck_out_is_not_loaded_and_asked_about_once() -> None:
    rows = [TITLE, HEADING[:5], [1, "50010001", "บ้านสันทราย", 12, 14], [2, "50010002", "บ้านหลวง", 7, 8]]
    rows.append([3, "50010003", "วัดดอยคำ", 5, 4])
    struck = {f"{column}4": {"font_strikeout": True} for column in "ABCDE"}
    checked = check_bytes(workbook(rows, struck), path="ตาราง.xlsx")
    assert sums(only_submission(checked)) == (2, 17, 18)
    assert [
        (issue.code, issue.place.cell, issue.count) for issue in checked.all_issues if issue.code == "FI109"
    ] == [("FI109", "4", 5)]
    assert checked.status is Status.ACCEPTED_WITH_QUERIES


def test_a_code_keeps_the_zeros_that_its_format_shows() -> None:
    rows = [TITLE, HEADING[:5], [1, 98011, "บ้านสันทราย", 12, 14]]
    checked = check_bytes(workbook(rows, {"B3": {"num_format": "000000"}}), path="ตาราง.xlsx")
    submission = only_submission(checked)
    assert list(submission.facts["fact_enrolment"]["school_code"].unique()) == ["098011"]
    assert "VA018" not in said(checked)


def test_a_year_is_what_its_cell_shows() -> None:
    row = [43983, 1, "50010001", "บ้านสันทราย", "ป.1", 12, 14, 26, 1]
    checked = check_bytes(workbook([TIDY, row], {"A2": {"num_format": "bbbb"}}), path="ตาราง.xlsx")
    assert only_submission(checked).period.code == "2563-1"


def with_footnotes(rows: Sequence[Sequence[object]], *footnotes: tuple[int, int]) -> bytes:
    """A workbook in which the cells at these places (0-based) end in a raised 1."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ตาราง")
        raised = book.add_format({"font_script": 1})
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        for row, column in footnotes:
            sheet.write_rich_string(row, column, str(rows[row][column]), raised, "1")
    return content.getvalue()


def test_footnotes_of_headings_and_totals_are_taken_off_and_told() -> None:
    rows = [TITLE, HEADING[:5], [1, "50010001", "บ้านสันทราย", 12, 14], ["", "", "รวม", 12, 14]]
    checked = check_bytes(with_footnotes(rows, (1, 3), (2, 3), (3, 2)), path="ตาราง.xlsx")
    assert sums(only_submission(checked)) == (1, 12, 14)
    told = [issue.message_en for issue in checked.all_issues if issue.code == "FI106"]
    assert told == [
        f'The raised or lowered "1" is a footnote; the cell was read as "{read}"'
        for read in ("ป.1 ชาย", "12", "รวม")
    ]


def test_no_name_is_quoted_that_stands_at_a_footnote() -> None:
    rows = [TITLE, [*HEADING[:5], "ผู้บริหาร", "ผู้ประสานงาน"]]
    rows.append([1, "50010001", "บ้านสันทราย", 12, 14, "สมชาย ใจดี", "นางสมหญิง ใจงาม"])
    rows.append([2, "50010002", "บ้านหลวง", 7, 8, "สมศรี ใจกว้าง", "นายสมศักดิ์ ใจเย็น"])
    checked = check_bytes(with_footnotes(rows, (2, 5), (3, 6)), path="ตาราง.xlsx")
    told = " ".join(issue.message_th + issue.message_en for issue in checked.all_issues)
    assert cells(checked, "FI106") == ["F3", "G4"]
    assert not any(name in told for name in ("สมชาย", "สมหญิง", "สมศรี", "สมศักดิ์"))


def test_a_grade_is_what_its_cell_shows() -> None:
    row = ["2563", "1", "50010001", "บ้านสันทราย", 1, 12, 14, 26, 1]
    checked = check_bytes(workbook([TIDY, row], {"E2": {"num_format": '"ป."0'}}), path="ตาราง.xlsx")
    facts = pupils_by_sex(only_submission(checked))
    assert set(facts["grade_code"]) == {"P1"}


def test_a_heading_is_what_its_cell_shows() -> None:
    rows = [TITLE, ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", 1, "", 2], ["", "", "", "ชาย", "หญิง", "ชาย", "หญิง"]]
    rows.append([1, "50010001", "บ้านสันทราย", 12, 14, 11, 9])
    grades = {"D2": {"num_format": '"ป."0'}, "F2": {"num_format": '"ป."0'}}
    assert sums(only_submission(check_bytes(workbook(rows, grades), path="ตาราง.xlsx"))) == (1, 23, 23)
