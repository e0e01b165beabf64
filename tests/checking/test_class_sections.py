"""A grade given by its class sections: they add up to it, and nothing of them is lost."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from edusandbox.submissions import Status
from schemas.layouts.section_headings import section_heading
from tests.checking.builders import TIDY, check_bytes, csv_bytes, issue_cells, only_submission
from tests.checking.test_tables_in_the_wild import TITLE, pupils, workbook
from tests.facts_by_cell import pupils_by_sex

CASES = Path(__file__).parents[3] / "shared" / "cases"
Rows = Sequence[Sequence[object]]
TWO_LINES = [
    ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1/1", "", "ป.1/2", "", "ป.2", ""],
    ["", "", "", *["ชาย", "หญิง"] * 3],
]
ROW = [1, "50010001", "บ้านสันทราย", 9, 12, 3, 2, 11, 9]
EXPECTED = {
    ("50010001", "P1", "male"): 12,
    ("50010001", "P1", "female"): 14,
    ("50010001", "P2", "male"): 11,
    ("50010001", "P2", "female"): 9,
}


def told(rows: Rows) -> set[tuple[str, str | None]]:
    return issue_cells(check_bytes(csv_bytes(rows)))


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param(TWO_LINES, id="two lines"),
        pytest.param(
            [[*TWO_LINES[0][:3], "ป.1/1 ชาย", "ป.1/1 หญิง", "ป.๑/๒ ช", "ป.๑/๒ ญ", "ป.2 ชาย", "ป.2 หญิง"]],
            id="one line",
        ),
        pytest.param(
            [
                ["รหัสโรงเรียน", "ชื่อโรงเรียน", "", "ป.1", "", "", "", "ป.2", ""],
                ["", "", "", "ป.1/1", "", "ป.1/2", "", "", ""],
                ["", "", "", *["ชาย", "หญิง"] * 3],
            ],
            id="grade over its sections",
        ),
        pytest.param(
            [
                ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "", "", "ป.2", ""],
                ["", "", "", "ห้อง 1", "", "ห้อง 2", "", "", ""],
                ["", "", "", *["ชาย", "หญิง"] * 3],
            ],
            id="rooms",
        ),
        pytest.param(
            [
                [*TWO_LINES[0][:3], "ประถมศึกษาปีที่ 1/1", "", "ประถมศึกษาปีที่ 1/2", "", "ประถมศึกษาปีที่ 2", ""],
                TWO_LINES[1],
            ],
            id="in words",
        ),
    ],
)
def test_sections_add_up_to_their_grade_and_are_told(heading: Rows) -> None:
    row = ["50010001", "บ้านสันทราย", "", *ROW[3:]] if heading[0][0] == "รหัสโรงเรียน" else ROW
    checked = check_bytes(csv_bytes([TITLE, *heading, row]))
    assert pupils(only_submission(checked)) == EXPECTED
    assert {issue.code for issue in checked.all_issues} <= {"LA021", "RE009"}
    assert "LA021" in {issue.code for issue in checked.all_issues}


def test_a_fact_names_the_first_of_the_sections_that_it_is_the_sum_of() -> None:
    facts = pupils_by_sex(only_submission(check_bytes(csv_bytes([TITLE, *TWO_LINES, ROW]))))
    assert sorted(facts["source_column"]) == [4, 5, 8, 9]


@pytest.mark.parametrize(
    ("figures", "columns"),
    [
        pytest.param(["", 12, 3, 2, 11, 9], [5, 6, 8, 9], id="the first is blank"),
        pytest.param(["", "", 3, 2, 11, 9], [6, 7, 8, 9], id="both sexes of the first are blank"),
        pytest.param([9, 12, "*", 2, 11, 9], [5, 6, 8, 9], id="the second is hidden"),
        pytest.param(["", "", "", 2, 11, 9], [4, 7, 8, 9], id="nothing is there"),
    ],
)
def test_a_fact_names_a_section_that_says_what_the_fact_says(
    figures: list[object], columns: list[int]
) -> None:
    checked = check_bytes(csv_bytes([TITLE, *TWO_LINES, [*ROW[:3], *figures]]))
    facts = pupils_by_sex(only_submission(checked))
    assert sorted(facts["source_column"]) == columns


def test_totals_of_sections_are_proved() -> None:
    heading = [
        ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1/1", "", "", "ป.1/2", "", "", "รวมทั้งหมด", "", ""],
        ["", "", *["ชาย", "หญิง", "รวม"] * 3],
    ]
    right = ["50010001", "ก", 3, 4, 7, 1, 2, 3, 4, 6, 10]
    wrong = ["50010002", "ข", 3, 4, 7, 1, 2, 4, 4, 6, 10]
    total = ["", "รวม", 6, 8, 14, 2, 4, 7, 8, 12, 20]
    cells = told([TITLE, *heading, right, wrong, total])
    assert ("SU001", "E5") in cells
    assert {cell for code, cell in cells if code in {"SU001", "SU002"}} <= {"E5", "K5"}


def test_a_column_of_the_grade_itself_is_loaded_and_proved_by_its_sections() -> None:
    heading = [*FLAT_IDS, "ป.1/1 ชาย", "ป.1/2 ชาย", "ป.1 ชาย", "ป.1/1 หญิง", "ป.1/2 หญิง", "ป.1 หญิง"]
    right = ["50010001", "ก", 3, 4, 7, 1, 2, 3]
    wrong = ["50010002", "ข", 3, 4, 8, 1, 2, 3]
    checked = check_bytes(csv_bytes([TITLE, heading, right, wrong]))
    assert ("VA027", "E4") in issue_cells(checked)
    assert pupils(only_submission(checked)) == {
        ("50010001", "P1", "male"): 7,
        ("50010001", "P1", "female"): 3,
    }


FLAT_IDS = ["รหัสโรงเรียน", "ชื่อโรงเรียน"]


def test_a_group_called_the_sum_of_the_grade_is_the_grades_own() -> None:
    heading = [
        [*FLAT_IDS, "ป.1/1", "", "ป.1/2", "", "รวม ป.1", ""],
        ["", "", *["ชาย", "หญิง"] * 3],
    ]
    rows = [["50010001", "ก", 3, 4, 1, 2, 4, 6], ["50010002", "ข", 3, 4, 1, 2, 4, 7]]
    checked = check_bytes(csv_bytes([TITLE, *heading, *rows]))
    assert ("VA027", "H5") in issue_cells(checked)
    assert sum(pupils(only_submission(checked)).values()) == 10


@pytest.mark.parametrize(
    ("typed", "rule", "is_loaded"),
    [
        ("?!", "VA001", False),
        ("-1", "VA002", False),
        ("1.5", "VA003", False),
        ("#REF!", "VA013", False),
        ("", "VA103", True),
    ],
)
def test_a_section_that_is_no_count_is_told_at_its_cell(typed: str, rule: str, *, is_loaded: bool) -> None:
    row = [*ROW[:5], typed, *ROW[6:]]
    other = [2, "50010002", "ข", 1, 1, 1, 1, 1, 1]
    checked = check_bytes(csv_bytes([TITLE, *TWO_LINES, row, other]))
    assert (rule, "F4") in issue_cells(checked)
    assert ("50010001" in set(only_submission(checked).rows["school_code"])) is is_loaded


def test_a_hidden_section_hides_its_grade() -> None:
    row = [*ROW[:5], "*", *ROW[6:]]
    facts = pupils_by_sex(only_submission(check_bytes(csv_bytes([TITLE, *TWO_LINES, row]))))
    boys = facts[(facts["grade_code"] == "P1") & (facts["sex_code"] == "male")]
    assert boys["mark_code"].tolist() == ["c"]
    assert boys["pupil_count"].isna().all()


def test_sections_of_a_sheet_for_each_sex_add_up() -> None:
    heading = [*FLAT_IDS, "ป.1/1", "ป.1/2", "ป.2"]
    sheets = {
        sex: [TITLE, heading, ["50010001", "ก", *figures]]
        for sex, figures in {"ชาย": (9, 3, 11), "หญิง": (12, 2, 9)}.items()
    }
    assert pupils(only_submission(check_bytes(workbook(sheets)))) == EXPECTED


@pytest.mark.parametrize("heading", ["ป.2-1", "ป.2.1", "ป.2 ก", "ป.2+3", "ป.2 นักเรียน"])
def test_columns_of_pupils_that_no_layout_knows_stop_the_file(heading: str) -> None:
    heads = [*FLAT_IDS, "ป.1 ชาย", "ป.1 หญิง", f"{heading}ชาย", f"{heading}หญิง"]
    checked = check_bytes(csv_bytes([TITLE, heads, ["50010001", "ก", 1, 2, 3, 4]]))
    assert checked.status is Status.REJECTED
    assert {code for code, _ in issue_cells(checked)} & {"LA022", "LA002"}


@pytest.mark.parametrize(
    "heading",
    ["ป.1 ชาย (พิการ)", "ป.1 (พิการ) ชาย", "ป.1 พิการ ชาย", "ป.1-6 ชาย", "ชาย ร้อยละ", "1/2 ชาย"],
)
def test_columns_of_something_else_are_named_and_not_read(heading: str) -> None:
    heads = [*FLAT_IDS, "ป.1 ชาย", "ป.1 หญิง", heading]
    checked = check_bytes(csv_bytes([TITLE, heads, ["50010001", "ก", 1, 2, 3]]))
    assert {code for code, _ in issue_cells(checked)} == {"LA003"}
    assert sum(pupils(only_submission(checked)).values()) == 3


@pytest.mark.parametrize(
    "headings",
    [
        ["เด็กเล็ก ชาย", "เด็กเล็ก หญิง"],
        ["ปวส.1 ชาย", "ปวส.1 หญิง"],
        ["ป.7 ชาย", "ป.7 หญิง"],
        ["ป.3/1 จำนวน", "ป.3/2 จำนวน"],
        ["ป.1 พิการ ชาย", "ป.1 พิการ หญิง"],
    ],
)
def test_columns_that_most_likely_hold_pupils_are_asked_about(headings: list[str]) -> None:
    heads = [*FLAT_IDS, "ป.1 ชาย", "ป.1 หญิง", *headings]
    rows = [["50010001", "ก", 1, 2, *[3] * len(headings)], ["50010002", "ข", 1, 2, *["-"] * len(headings)]]
    checked = check_bytes(csv_bytes([TITLE, heads, *rows, ["50010003", "ค", 1, 2, *[4] * len(headings)]]))
    assert issue_cells(checked) == {("LA003", None), ("LA031", "E2")}
    assert checked.status is Status.ACCEPTED_WITH_QUERIES


def test_likely_pupils_of_a_table_of_two_periods_are_asked_about_in_the_words_of_its_form() -> None:
    heads = [*TIDY, "ป.7 ชาย", "ป.7 หญิง"]
    rows = [[2563, term, "50010001", "ก", "ป.1", 1, 2, 3, 1, 3, 4] for term in (1, 2)]
    checked = check_bytes(csv_bytes([heads, *rows]))
    (issue,) = [issue for issue in checked.issues if issue.code == "LA031"]
    assert len(checked.submissions) == 2
    assert issue.message_en.startswith("2 columns most likely hold pupils but are not part of the form")


@pytest.mark.parametrize(
    "headings",
    [
        ["ป.3 (EP) ชาย", "ป.3 (EP) หญิง"],
        ["ป.3 (1) ชาย", "ป.3 (1) หญิง", "ป.3 (2) ชาย", "ป.3 (2) หญิง"],
        ["ป.3 ห้อง ก ชาย", "ป.3 ห้อง ก หญิง"],
        ["ป.3 และ ป.4 ชาย", "ป.3 และ ป.4 หญิง"],
        ["ป.3 ชาย/หญิง"],
        ["อ.1-อ.3 ชาย"],
    ],
)
def test_pupils_of_a_grade_without_a_column_of_its_own_stop_the_file(headings: list[str]) -> None:
    heads = [*FLAT_IDS, "ป.1 ชาย", "ป.1 หญิง", *headings]
    checked = check_bytes(csv_bytes([TITLE, heads, ["50010001", "ก", 1, 2, *[3] * len(headings)]]))
    assert checked.status is Status.REJECTED
    assert {code for code, _ in issue_cells(checked)} == {"LA022"}


@pytest.mark.parametrize(
    ("headings", "figures"),
    [
        (["เฉลี่ย ชาย", "เฉลี่ย หญิง"], [2.5, 3.25]),
        (["ครูผู้สอน ชาย"], [3]),
        (["ผู้ดูแล ชาย", "ผู้ดูแล หญิง"], ["สมชาย", "สมหญิง"]),
        (["ป.1 พิการ"], [1]),
    ],
)
def test_columns_without_whole_numbers_or_of_no_pair_are_not_asked_about(
    headings: list[str], figures: list[object]
) -> None:
    heads = [*FLAT_IDS, "ป.1 ชาย", "ป.1 หญิง", *headings]
    checked = check_bytes(csv_bytes([TITLE, heads, ["50010001", "ก", 1, 2, *figures]]))
    assert "LA031" not in {code for code, _ in issue_cells(checked)}


@pytest.mark.parametrize(
    ("level", "total"),
    [
        ("ประถมศึกษา", "รวมประถม"),
        ("ประถมศึกษา", "รวมประถมศึกษา"),
        ("ระดับประถมศึกษา", "รวมประถม"),
        ("ชั้นประถมศึกษา", "รวมประถม"),
    ],
)
def test_the_total_of_a_level_under_its_heading_is_clear_and_proved(level: str, total: str) -> None:
    heading = [
        [*FLAT_IDS, level, "", "", "", "", ""],
        ["", "", "ป.1", "", "ป.2", "", total, ""],
        ["", "", *["ชาย", "หญิง"] * 3],
    ]
    right, wrong = ["50010001", "ก", 1, 2, 3, 4, 4, 6], ["50010002", "ข", 1, 2, 3, 4, 4, 7]
    checked = check_bytes(csv_bytes([TITLE, *heading, right]))
    assert issue_cells(checked) == set()
    assert sum(pupils(only_submission(checked)).values()) == 10
    assert ("SU002", "H6") in told([TITLE, *heading, right, wrong])


def test_the_total_of_another_level_under_a_heading_is_asked_about() -> None:
    heading = [
        [*FLAT_IDS, "ประถมศึกษา", "", "", "", "", ""],
        ["", "", "ป.1", "", "ป.2", "", "รวมอนุบาล", ""],
        ["", "", *["ชาย", "หญิง"] * 3],
    ]
    cells = told([TITLE, *heading, ["50010001", "ก", 1, 2, 3, 4, 4, 6]])
    assert "LA031" in {code for code, _ in cells}


def test_the_same_section_twice_is_told() -> None:
    heads = [*FLAT_IDS, "ป.1/1 ชาย", "ป.1/1 หญิง", "ป.1/1 ชาย"]
    assert ("LA009", "E2") in told([TITLE, heads, ["50010001", "ก", 1, 2, 3]])


def test_a_section_in_a_column_of_grades_is_an_error_at_its_row() -> None:
    row = ["2563", "1", "50010001", "ก", "ป.1/1", 3, 4, 7, 1]
    assert ("VA006", "E2") in told([TIDY, row])


def test_a_year_behind_a_grade_is_no_room() -> None:
    layout = type("Layout", (), {"meanings": {"ป1ชาย": ()}})()
    assert section_heading("ป1/2563ชาย", layout) is None


def test_the_case_file_of_class_sections_comes_out_right() -> None:
    path = CASES / "class-sections.xlsx"
    if not path.exists():
        pytest.skip("the shared cases are not there")
    checked = check_bytes(path.read_bytes(), path=path.name)
    assert (checked.status, issue_cells(checked)) == (Status.ACCEPTED, {("LA021", None)})
    assert sum(pupils(only_submission(checked)).values()) == 95
