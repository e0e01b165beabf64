"""Tables as offices lay them out: where they stand in a sheet, how they are headed, over how many sheets."""

import io
from collections.abc import Mapping, Sequence

import pytest
import xlsxwriter

from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Status
from tests.checking.builders import TIDY, check_bytes, csv_bytes, issue_cells, only_submission, references
from tests.facts_by_cell import classrooms, pupils_by_sex

OFFICE = [
    ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "", "ป.2", "", ""],
    ["", "", "", *["ชาย", "หญิง", "รวม"] * 2],
]
FIRST = [1, "50010001", "บ้านสันทราย", 3, 4, 7, 5, 6, 11]
SECOND = [2, "50010002", "บ้านหลวง", 1, 1, 2, 2, 2, 4]
TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
Rows = Sequence[Sequence[object]]


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, [None if value == "" else value for value in row])
    return content.getvalue()


def pupils(submission: CheckedSubmission) -> dict[tuple[str, str, str], int]:
    facts = pupils_by_sex(submission)
    return {
        (str(school), str(grade), str(sex)): int(count)
        for school, grade, sex, count in zip(
            facts["school_code"], facts["grade_code"], facts["sex_code"], facts["pupil_count"], strict=True
        )
    }


EXPECTED = {
    ("50010001", "P1", "male"): 3,
    ("50010001", "P1", "female"): 4,
    ("50010001", "P2", "male"): 5,
    ("50010001", "P2", "female"): 6,
    ("50010002", "P1", "male"): 1,
    ("50010002", "P1", "female"): 1,
    ("50010002", "P2", "male"): 2,
    ("50010002", "P2", "female"): 2,
}


def codes(checked: CheckedDelivery) -> set[str]:
    return {issue.code for issue in checked.all_issues}


def test_title_unit_and_blank_rows_before_and_notes_after_the_table_are_no_data() -> None:
    rows = [TITLE, ["หน่วย : คน"], [], *OFFICE, FIRST, SECOND, [], ["หมายเหตุ : ข้อมูลจากระบบ"]]
    assert pupils(only_submission(check_bytes(csv_bytes(rows)))) == EXPECTED


def test_code_lists_parked_right_of_the_table_are_no_data() -> None:
    lists = [
        ["", "", "ประเภท", "สังกัด"],
        ["", "", "สามัญ", "สพฐ."],
        ["", "", "เอกชน", "สช."],
        ["", "", "อื่น", "อปท."],
    ]
    rows = [TITLE, *[[*left, *right] for left, right in zip([*OFFICE, FIRST, SECOND], lists, strict=True)]]
    rows += [["", *[""] * 8, "", "", f"{number}", "รายการ"] for number in range(5)]
    checked = check_bytes(csv_bytes(rows))
    assert pupils(only_submission(checked)) == EXPECTED
    assert "LA003" in codes(checked)


def test_a_used_range_far_larger_than_the_data_is_no_matter() -> None:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for number, row in enumerate([TITLE, *OFFICE, FIRST, SECOND]):
            sheet.write_row(number, 0, row)
        sheet.write_blank(1945, 1023, None, book.add_format({"bold": True}))
    assert pupils(only_submission(check_bytes(content.getvalue()))) == EXPECTED


def test_two_tables_side_by_side_are_both_read() -> None:
    rows = [TITLE, [*OFFICE[0], "", *OFFICE[0]], [*OFFICE[1], "", *OFFICE[1]], [*FIRST, "", *SECOND]]
    checked = check_bytes(csv_bytes(rows))
    assert pupils(only_submission(checked)) == EXPECTED
    assert "LA015" in codes(checked)


def test_rows_of_tables_side_by_side_are_set_aside_together() -> None:
    wrong = [*FIRST[:3], "?", *FIRST[4:], "", *SECOND[:3], "!", *SECOND[4:]]
    rows = [
        TITLE,
        [*OFFICE[0], "", *OFFICE[0]],
        [*OFFICE[1], "", *OFFICE[1]],
        wrong,
        [*FIRST[:1], "50010003", *FIRST[2:]],
    ]
    submission = only_submission(check_bytes(csv_bytes(rows)))
    assert submission.set_aside["source_row"].tolist() == [4]


def test_two_tables_one_under_another_with_titles_of_their_own_are_two_submissions() -> None:
    other = ["จำนวนนักเรียน ภาคเรียนที่ 2 ปีการศึกษา 2563"]
    checked = check_bytes(csv_bytes([TITLE, *OFFICE, FIRST, [], other, [], *OFFICE, SECOND]))
    assert [each.period.code for each in checked.submissions] == ["2563-1", "2563-2"]
    assert {school for each in checked.submissions for school, _, _ in pupils(each)} == {
        "50010001",
        "50010002",
    }
    assert "LA014" in codes(checked)


def test_a_second_table_without_a_title_belongs_to_the_period_of_the_first() -> None:
    secondary = [[text.replace("ป.", "ม.") for text in OFFICE[0]], OFFICE[1]]
    checked = check_bytes(csv_bytes([TITLE, *OFFICE, FIRST, [], *secondary, FIRST]))
    assert {grade for _, grade, _ in pupils(only_submission(checked))} == {"P1", "P2", "M1", "M2"}


def test_a_heading_repeated_on_every_printed_page_is_one_table() -> None:
    total = ["", "รวม", "", 4, 5, 9, 7, 8, 15]
    checked = check_bytes(csv_bytes([TITLE, *OFFICE, FIRST, TITLE, *OFFICE, SECOND, total]))
    assert pupils(only_submission(checked)) == EXPECTED
    assert "SU003" not in codes(checked)


def test_a_second_table_of_no_known_form_is_told_and_not_read() -> None:
    nearly = [
        ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "ป.2", ""],
        ["", "", "", "ชาย", "จำนวน", "ชาย", "จำนวน"],
    ]
    checked = check_bytes(csv_bytes([TITLE, *OFFICE, FIRST, SECOND, [], *nearly, FIRST]))
    assert pupils(only_submission(checked)) == EXPECTED
    assert "LA008" in codes(checked)


@pytest.mark.parametrize(
    "heading",
    [
        pytest.param([["รหัสโรงเรียน1", "ชื่อโรงเรียน 2)", "ป.1", ""], ["", "", "ชาย*", "หญิง¹"]], id="footnotes"),
        pytest.param(
            [["รหัส\nโรงเรียน", "ชื่อ  โรงเรียน", "ป.1", ""], ["", "", "ชาย ", "ห\u200bญิง"]], id="breaks"
        ),
        pytest.param(
            [
                ["รหัสโรงเรียน (School code)", "ชื่อโรงเรียน / School name", "ป.1", ""],
                ["", "", "ชาย Male", "หญิง Female"],
            ],
            id="bilingual",
        ),
        pytest.param([["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", ""], ["", "", "ชาย (คน)", "หญิง (คน)"]], id="units"),
        pytest.param(
            [["", "", "จำนวนนักเรียน", ""], ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", ""], ["", "", "ชาย", "หญิง"]],
            id="banner",
        ),
        pytest.param(
            [
                ["", "", "ป.1", ""],
                ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง"],
                ["School code", "School name", "Male", "Female"],
            ],
            id="English in a line of its own",
        ),
    ],
)
def test_headings_are_read_through_what_adds_nothing(heading: Rows) -> None:
    checked = check_bytes(csv_bytes([TITLE, *heading, ["50010001", "บ้านสันทราย", 3, 4]]))
    assert pupils(only_submission(checked)) == {
        ("50010001", "P1", "male"): 3,
        ("50010001", "P1", "female"): 4,
    }


def test_a_bracket_that_changes_the_meaning_is_not_taken_off() -> None:
    heading = [["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", ""], ["", "", "ชาย (พิการ)", "หญิง (พิการ)"]]
    checked = check_bytes(csv_bytes([TITLE, *heading, ["50010001", "บ้านสันทราย", 3, 4]]))
    assert checked.status is Status.REJECTED


GRADE_HEADING = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง", "รวม"]


def test_a_sheet_for_each_grade_is_one_submission() -> None:
    sheets = {
        "ป.1": [TITLE, GRADE_HEADING, FIRST[:6], SECOND[:6]],
        "ประถมศึกษาปีที่ 2": [TITLE, GRADE_HEADING, [*FIRST[:3], *FIRST[6:]], [*SECOND[:3], *SECOND[6:]]],
    }
    checked = check_bytes(workbook(sheets))
    assert pupils(only_submission(checked)) == EXPECTED
    assert "LA015" in codes(checked)


def test_that_an_agency_has_no_register_is_said_once_however_many_sheets_it_fills() -> None:
    sheets = {grade: [TITLE, GRADE_HEADING, FIRST[:6], SECOND[:6]] for grade in ("ป.1", "ป.2")}
    known = references(("50020001", "5002", "บ้านอื่น"))
    checked = check_bytes(workbook(sheets), path="e.xlsx", known=known)
    assert only_submission(checked)
    assert [issue.code for issue in checked.all_issues].count("RE005") == 1


def test_a_grade_in_the_title_is_read_where_the_sheet_has_no_name_for_it() -> None:
    title = ["จำนวนนักเรียนชั้นประถมศึกษาปีที่ ๑ ภาคเรียนที่ 1 ปีการศึกษา 2563"]
    checked = check_bytes(csv_bytes([title, GRADE_HEADING, FIRST[:6]]))
    assert {grade for _, grade, _ in pupils(only_submission(checked))} == {"P1"}


def test_a_sheet_for_each_sex_completes_the_other() -> None:
    heading = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "ป.2", "รวม"]
    sheets = {
        "ชาย": [TITLE, heading, [1, "50010001", "บ้านสันทราย", 3, 5, 8], [2, "50010002", "บ้านหลวง", 1, 2, 3]],
        "หญิง": [TITLE, heading, [1, "50010001", "บ้านสันทราย", 4, 6, 10], [2, "50010002", "บ้านหลวง", 1, 2, 3]],
    }
    checked = check_bytes(workbook(sheets))
    submission = only_submission(checked)
    assert pupils(submission) == EXPECTED
    assert submission.status is Status.ACCEPTED


SCHOOL_HEADING = ["ชั้น", "ชาย", "หญิง", "รวม", "ห้องเรียน"]


def test_a_sheet_for_each_school_takes_the_code_from_its_name_or_title() -> None:
    sheets = {
        "50010001": [
            TITLE,
            SCHOOL_HEADING,
            ["ป.1", 3, 4, 7, 1],
            ["ป.2", 5, 6, 11, 1],
            ["รวมประถม", 8, 10, 18, 2],
        ],
        "แผ่น 2": [
            [*TITLE, "โรงเรียนบ้านหลวง รหัส 50010002"],
            SCHOOL_HEADING,
            ["ป.1", 1, 1, 2, 1],
            ["ป.2", 2, 2, 4, 1],
            ["รวม", 3, 3, 6, 2],
        ],
    }
    checked = check_bytes(workbook(sheets))
    submission = only_submission(checked)
    assert pupils(submission) == EXPECTED
    assert submission.status is Status.ACCEPTED
    assert classrooms(submission)["classroom_count"].sum() == 4


def test_a_sheet_whose_name_and_title_contradict_each_other_is_held() -> None:
    title = ["จำนวนนักเรียน ป.2 ภาคเรียนที่ 1 ปีการศึกษา 2563"]
    checked = check_bytes(workbook({"ป.1": [title, GRADE_HEADING, FIRST[:6]]}))
    assert only_submission(checked).status is Status.HELD
    assert "LA011" in codes(checked)


@pytest.mark.parametrize("order", [("รวมทุกโรงเรียน", "ก", "ข"), ("ก", "ข", "รวมทุกโรงเรียน")])
def test_a_sheet_that_repeats_the_others_is_counted_once(order: Sequence[str]) -> None:
    sheets = {"รวมทุกโรงเรียน": [FIRST, SECOND], "ก": [FIRST], "ข": [SECOND]}
    checked = check_bytes(workbook({name: [TITLE, *OFFICE, *sheets[name]] for name in order}))
    assert pupils(only_submission(checked)) == EXPECTED
    assert [issue.place.sheet for issue in checked.all_issues if issue.code == "LA013"] == ["รวมทุกโรงเรียน"]


def test_a_copied_sheet_is_counted_once() -> None:
    rows = [TITLE, *OFFICE, FIRST, SECOND]
    checked = check_bytes(workbook({"ข้อมูล": rows, "ข้อมูล (2)": rows}))
    assert pupils(only_submission(checked)) == EXPECTED
    assert [issue.place.sheet for issue in checked.all_issues if issue.code == "LA013"] == ["ข้อมูล (2)"]


def test_a_sheet_that_says_otherwise_of_a_school_is_an_error_that_names_the_sheets() -> None:
    sheets = {"ก": [TITLE, *OFFICE, FIRST, SECOND], "ข": [TITLE, *OFFICE, [*FIRST[:3], 4, 4, 8, 5, 6, 11]]}
    checked = check_bytes(workbook(sheets))
    messages = [issue.message_en for issue in checked.all_issues if issue.code == "RO001"]
    assert messages
    assert all("ก:4" in message and "ข:4" in message for message in messages)


def test_sections_each_closed_by_a_bare_total_are_read() -> None:
    total = ["", "", "รวม", 3, 4, 7, 5, 6, 11]
    other = ["", "", "รวม", 1, 1, 2, 2, 2, 4]
    everything = ["", "", "รวมทั้งสิ้น", 4, 5, 9, 7, 8, 15]
    rows = [TITLE, *OFFICE, ["อำเภอเมือง"], FIRST, total, ["อำเภอแม่ริม"], SECOND, other, everything]
    checked = check_bytes(csv_bytes(rows))
    assert pupils(only_submission(checked)) == EXPECTED
    assert "SU003" not in codes(checked)


def test_the_day_of_the_figures_tells_the_semester_where_nothing_else_does() -> None:
    checked = check_bytes(csv_bytes([["ข้อมูล ณ วันที่ 10 ธันวาคม 2563"], *OFFICE, FIRST]))
    assert only_submission(checked).period.code == "2563-2"
    assert "RE011" in codes(checked)


def test_rows_of_figures_are_never_taken_for_a_heading() -> None:
    rows = [["2563", "1", f"5001{number:04d}", "ก", "ป.1", "1", "1", "2", "1"] for number in range(1, 200)]
    assert len(only_submission(check_bytes(csv_bytes([TIDY, *rows]))).rows) == 199
    assert ("LA008", "9") not in issue_cells(check_bytes(csv_bytes([TIDY, *rows])))


def test_in_a_csv_rows_of_figures_above_a_heading_are_no_title_of_it() -> None:
    heading = ["ชั้น", "ชาย", "หญิง"]
    rows = [
        TITLE,
        ["โรงเรียนบ้านสันทราย 50010001"],
        heading,
        *[[f"ป.{grade}", "3", "4"] for grade in range(1, 7)],
        ["รวม", "18", "24"],
        [],
        ["โรงเรียนวัดศรีดอนชัย 50010002"],
        heading,
        *[[f"ป.{grade}", "1", "2"] for grade in range(1, 7)],
        ["รวม", "6", "12"],
    ]
    facts = pupils_by_sex(only_submission(check_bytes(csv_bytes(rows))))
    sums = facts.groupby("school_code", observed=True)["pupil_count"].sum()
    assert sums.to_dict() == {"50010001": 42, "50010002": 18}


def test_of_a_sheet_for_each_month_the_latest_month_of_a_semester_counts_and_the_others_are_told() -> None:
    title = ["จำนวนนักเรียน ปีการศึกษา 2563"]
    sheets = {
        "มิ.ย.": [title, *OFFICE, [1, "50010001", "บ้านสันทราย", 9, 9, 18, 9, 9, 18], SECOND],
        "ก.ค.": [title, *OFFICE, FIRST, SECOND],
        "ธันวาคม 2563": [title, *OFFICE, [1, "50010001", "บ้านสันทราย", 2, 2, 4, 2, 2, 4]],
    }
    checked = check_bytes(workbook(sheets))
    first, second = checked.submissions
    assert (first.period.code, second.period.code) == ("2563-1", "2563-2")
    assert pupils(first) == EXPECTED
    assert sum(pupils(second).values()) == 8
    told = [issue for issue in checked.all_issues if issue.code == "LA017"]
    assert [issue.place.sheet for issue in told] == ["มิ.ย."]
    assert "30/6/2563" in told[0].message_th


def test_an_earlier_month_with_a_school_that_the_later_one_lacks_is_not_dropped() -> None:
    later = [*FIRST[:3], 4, 4, 8, 4, 4, 8]
    sheets = {"มิ.ย. 63": [TITLE, *OFFICE, FIRST, SECOND], "ก.ค. 63": [TITLE, *OFFICE, later]}
    checked = check_bytes(workbook(sheets))
    submission = only_submission(checked)
    assert "LA017" not in codes(checked)
    assert "RO001" in codes(checked)
    assert set(submission.rows["school_code"]) == {"50010002"}


def test_sheets_of_other_days_for_other_schools_are_one_submission() -> None:
    sheets = {
        "ก": [["จำนวนนักเรียน ภาคเรียนที่ 1/2563 ข้อมูล ณ วันที่ 10 มิถุนายน 2563"], *OFFICE, FIRST],
        "ข": [["จำนวนนักเรียน ภาคเรียนที่ 1/2563 ข้อมูล ณ วันที่ 25 มิถุนายน 2563"], *OFFICE, SECOND],
    }
    checked = check_bytes(workbook(sheets))
    assert pupils(only_submission(checked)) == EXPECTED
    assert "LA017" not in codes(checked)


def test_a_semester_in_the_sheets_name_goes_with_the_year_in_the_title() -> None:
    title = ["จำนวนนักเรียน ปีการศึกษา 2562"]
    sheets = {"เทอม 1": [title, *OFFICE, FIRST], "เทอม 2": [title, *OFFICE, SECOND]}
    checked = check_bytes(workbook(sheets))
    assert [each.period.code for each in checked.submissions] == ["2562-1", "2562-2"]


def test_tables_side_by_side_each_have_the_title_that_stands_over_them() -> None:
    rows = [
        ["จำนวนนักเรียน ชั้น ป.1", "", "", "", "", "จำนวนนักเรียน ชั้น ป.2", "", "", ""],
        ["ภาคเรียนที่ 1/2563"],
        ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง", "", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง"],
        ["50010001", "บ้านสันทราย", 3, 4, "", "50010001", "บ้านสันทราย", 5, 6],
        ["50010002", "บ้านหลวง", 1, 1, "", "50010002", "บ้านหลวง", 2, 2],
    ]
    assert pupils(only_submission(check_bytes(csv_bytes(rows)))) == EXPECTED


def test_two_semesters_side_by_side_are_two_submissions() -> None:
    rows = [
        ["จำนวนนักเรียน ชั้น ป.1", "", "", "", "", "จำนวนนักเรียน ชั้น ป.1", "", "", ""],
        ["ภาคเรียนที่ 1/2563", "", "", "", "", "ภาคเรียนที่ 2/2563"],
        ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง", "", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง"],
        ["50010001", "บ้านสันทราย", 3, 4, "", "50010001", "บ้านสันทราย", 5, 6],
    ]
    submissions = check_bytes(csv_bytes(rows)).submissions
    assert {each.period.code: sum(pupils(each).values()) for each in submissions} == {
        "2563-1": 7,
        "2563-2": 11,
    }


@pytest.mark.parametrize(
    ("title", "rules"),
    [
        ("ภาคเรียนที่ 1/2563 ข้อมูล ณ วันที่ 10 มิถุนายน 2563", set()),
        ("ภาคเรียนที่ 1/2563 ข้อมูล ณ วันที่ 10 พฤศจิกายน 2563", set()),
        ("ภาคเรียนที่ 1/2563 ข้อมูล ณ วันที่ 10 มิถุนายน 2562", {"RE012"}),
        ("ภาคเรียนที่ 2/2563 ข้อมูล ณ วันที่ 10 มิถุนายน 2563", {"RE012"}),
        ("ภาคเรียนที่ 1/2563 ข้อมูล ณ วันที่ 10 มิถุนายน 2564", {"RE012"}),
    ],
)
def test_figures_of_a_day_outside_their_semester_are_asked_about(title: str, rules: set[str]) -> None:
    assert codes(check_bytes(csv_bytes([[title], *OFFICE, FIRST]))) == rules


@pytest.mark.parametrize(
    ("path", "sheet", "status"),
    [
        ("นักเรียน2562.xlsx", "ข้อมูล", Status.HELD),
        ("2562/นักเรียน.xlsx", "ข้อมูล", Status.HELD),
        ("นักเรียน.xlsx", "ปี 2562", Status.HELD),
        ("นักเรียน2563.xlsx", "ข้อมูล", Status.ACCEPTED),
        ("นักเรียน 50012562.xlsx", "ข้อมูล", Status.ACCEPTED),
    ],
)
def test_no_period_is_guessed_against_a_year_in_a_name(path: str, sheet: str, status: Status) -> None:
    checked = check_bytes(workbook({sheet: [["จำนวนนักเรียน"], *OFFICE, FIRST]}), path=path)
    assert only_submission(checked).status is status
    stated = check_bytes(workbook({sheet: [TITLE, *OFFICE, FIRST]}), path=path)
    assert only_submission(stated).period.code == "2563-1"
    # A title beats the year in a name, which is asked about (RE016).
    assert only_submission(stated).status in {Status.ACCEPTED, Status.ACCEPTED_WITH_QUERIES}


def test_group_names_in_the_middle_of_their_groups_are_not_taken_for_the_next_ones() -> None:
    heading = [
        ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "", "ป.1", "", "", "รวมทั้งหมด", ""],
        ["", "", "", *["ชาย", "หญิง", "รวม"] * 2],
    ]
    checked = check_bytes(csv_bytes([TITLE, *heading, [1, "50010001", "บ้านสันทราย", 3, 3, 6, 3, 3, 6]]))
    assert checked.status is Status.REJECTED
    assert issue_cells(checked) == {("LA002", "D3")}
    assert "ป.1 ชาย" in checked.issues[0].message_th


@pytest.mark.parametrize("name", ["ทั้งหมด", "ทั้งสิ้น", "สพป.ตัวอย่าง เขต 1", ""])
def test_a_last_row_without_a_code_that_adds_up_is_a_total_whatever_it_is_called(name: str) -> None:
    total = ["", "", name, 4, 5, 9, 7, 8, 15]
    checked = check_bytes(csv_bytes([TITLE, *OFFICE, FIRST, SECOND, total]))
    assert pupils(only_submission(checked)) == EXPECTED
    assert codes(checked) == {"SU101"}


def test_a_last_row_without_a_code_that_does_not_add_up_is_an_error() -> None:
    unknown = ["", "", "บ้านใหม่", 4, 5, 9, 7, 7, 14]
    assert ("VA004", "B6") in issue_cells(check_bytes(csv_bytes([TITLE, *OFFICE, FIRST, SECOND, unknown])))


def test_a_grade_without_its_schools_code_is_no_total_though_it_adds_up() -> None:
    rows = [TIDY, ["2563", "1", "50010001", "ก", "ป.1", 1, 1, 2, 1], ["2563", "1", "", "", "ป.2", 1, 1, 2, 1]]
    assert ("VA004", "C3") in issue_cells(check_bytes(csv_bytes(rows)))


def test_signatures_below_a_table_are_no_data() -> None:
    signed = [["ลงชื่อ", "", "", "ผู้รายงาน"], ["", "", "", "(นายตัวอย่าง สมมติ)"], ["", "", "", "ผู้อำนวยการโรงเรียน"]]
    checked = check_bytes(csv_bytes([TITLE, *OFFICE, FIRST, SECOND, [], *signed]))
    assert pupils(only_submission(checked)) == EXPECTED
    assert codes(checked) == {"PR005"}


SUMMARY = [["สรุปจำนวนนักเรียน ภาคเรียนที่ 1/2563"], ["ชั้น", "ชาย", "หญิง", "รวม"]]


def test_a_sheet_that_sums_up_the_others_is_checked_and_not_loaded() -> None:
    by_grade = [*SUMMARY, ["ป.1", 4, 5, 9], ["ป.2", 7, 8, 15], ["รวม", 11, 13, 24]]
    checked = check_bytes(workbook({"ข้อมูล": [TITLE, *OFFICE, FIRST, SECOND], "สรุป": by_grade}))
    assert pupils(only_submission(checked)) == EXPECTED
    assert checked.status is Status.ACCEPTED
    assert "LA018" in codes(checked)


def test_a_sheet_that_sums_up_the_others_wrongly_is_an_error() -> None:
    by_grade = [*SUMMARY, ["ป.1", 4, 5, 9], ["ป.2", 7, 9, 16]]
    checked = check_bytes(workbook({"ข้อมูล": [TITLE, *OFFICE, FIRST, SECOND], "สรุป": by_grade}))
    assert pupils(only_submission(checked)) == EXPECTED
    assert ("LA007", "2") in issue_cells(checked)


@pytest.mark.parametrize(
    "under_heading",
    [
        [["", "", "", *["(คน)"] * 6]],
        [[f"({number})" for number in range(1, 10)]],
        [list(range(1, 10))],
        [["", "", "", *["คน"] * 6], ["", *range(2, 10)]],
    ],
)
def test_units_and_column_numbers_under_the_heading_are_no_data(under_heading: Rows) -> None:
    checked = check_bytes(csv_bytes([TITLE, *OFFICE, *under_heading, FIRST, SECOND]))
    assert pupils(only_submission(checked)) == EXPECTED
    assert checked.status is Status.ACCEPTED


def test_boys_and_girls_may_be_one_letter_each() -> None:
    heading = [OFFICE[0], ["", "", "", *["ช", "ญ.", "รวม"] * 2]]
    assert pupils(only_submission(check_bytes(csv_bytes([TITLE, *heading, FIRST, SECOND])))) == EXPECTED
