"""Which form and layout a delivery is, whose it is, which period, and which rows are data."""

import pytest

from edusandbox.submissions import Status
from schemas.layouts.files import vocabulary_for
from schemas.layouts.lines import LayoutAdditions
from tests.checking.builders import TIDY, check_bytes, csv_bytes, issue_cells, only_submission
from tests.facts_by_cell import classrooms, pupils_by_sex
from transforms.grid import CellValue, Grid
from transforms.headings.locate import locate_tables

OFFICE = [
    ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "", "", "ป.2", "", "", "", "รวมทั้งหมด", "", "", ""],
    ["", "", "", *["ชาย", "หญิง", "รวม", "ห้อง"] * 3],
]
SCHOOL = ["1", "50010001", "บ้านสันทราย", 3, 4, 7, 1, 5, 6, 11, 1, 8, 10, 18, 2]
SECOND = ["2", "50010002", "รวมไทยพัฒนา", 1, 1, 2, 1, 2, 2, 4, 1, 3, 3, 6, 2]
TOTAL = ["", "รวม", "", 4, 5, 9, 2, 7, 8, 15, 2, 11, 13, 24, 4]
TITLE = ["จำนวนนักเรียน ภาคเรียนที่ 2 ปีการศึกษา 2563"]


def office(*rows: list[object], title: list[str] | None = None) -> bytes:
    above = [title or TITLE, ["หน่วย : คน"], []]
    return csv_bytes([*above, *OFFICE, *rows])


def test_a_two_row_header_is_combined_from_group_and_column() -> None:
    submission = only_submission(check_bytes(office(SCHOOL, SECOND, TOTAL)))
    facts = pupils_by_sex(submission)
    boys = facts[(facts["source_row"] == 6) & (facts["grade_code"] == "P2") & (facts["sex_code"] == "male")]
    assert submission.layout == "office"
    assert boys[["pupil_count", "source_column"]].to_numpy().tolist() == [[5, 8]]


def test_totals_are_evidence_and_not_loaded() -> None:
    checked = check_bytes(office(SCHOOL, SECOND, TOTAL))
    submission = only_submission(checked)
    assert ("SU101", "8") in issue_cells(checked)
    assert submission.status is Status.ACCEPTED
    assert pupils_by_sex(submission)["pupil_count"].sum() == 24
    assert classrooms(submission)["classroom_count"].sum() == 4


def test_a_school_whose_name_begins_like_a_total_is_a_school() -> None:
    submission = only_submission(check_bytes(office(SCHOOL, SECOND, TOTAL)))
    assert "รวมไทยพัฒนา" in submission.rows["school_name"].tolist()


def test_a_total_row_that_does_not_add_up_is_queried_at_its_cell() -> None:
    wrong = [*TOTAL[:3], 5, *TOTAL[4:]]
    checked = check_bytes(office(SCHOOL, SECOND, wrong))
    assert ("SU003", "D8") in issue_cells(checked)
    assert only_submission(checked).status is Status.ACCEPTED_WITH_QUERIES


def test_a_subtotal_that_does_not_add_up_sets_the_row_aside() -> None:
    wrong = [*SCHOOL[:11], 9, 10, 19, 2]
    checked = check_bytes(office(wrong, SECOND))
    assert {("SU002", "L6"), ("SU002", "N6")} <= issue_cells(checked)
    assert only_submission(checked).set_aside["source_row"].tolist() == [6]


@pytest.mark.parametrize(("declared", "codes"), [("3", {"SU101"}), ("4", {"SU101", "SU002", "SU001"})])
def test_a_total_row_of_a_school_among_its_grades_is_checked_and_not_loaded(
    declared: str, codes: set[str]
) -> None:
    rows = [
        TIDY,
        ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
        ["2563", "1", "50010001", "ก", "ป.2", "2", "3", "5", "1"],
        ["2563", "1", "50010001", "ก", "รวม", declared, "4", "7", "2"],
    ]
    checked = check_bytes(csv_bytes(rows))
    assert {issue.code for issue in checked.all_issues} == codes
    assert pupils_by_sex(only_submission(checked))["pupil_count"].sum() == 7


def test_a_total_over_an_unreadable_cell_proves_nothing() -> None:
    unreadable = [*SCHOOL[:3], "สาม", *SCHOOL[4:]]
    codes = {code for code, _ in issue_cells(check_bytes(office(unreadable, SECOND, TOTAL)))}
    assert "SU002" not in codes
    assert ("SU003", "D8") not in issue_cells(check_bytes(office(unreadable, SECOND, TOTAL)))


def test_notes_blank_lines_and_repeated_headings_are_no_rows() -> None:
    note = ["หมายเหตุ: ข้อมูล ณ วันที่ 10 มิถุนายน"]
    submission = only_submission(check_bytes(office(SCHOOL, [], *OFFICE, SECOND, [], note)))
    assert submission.row_count == 2


def test_a_benchmark_row_among_schools_is_told_and_not_loaded() -> None:
    area = ["", "50010000", "สพป.ตัวอย่าง เขต 1", *SCHOOL[3:]]
    checked = check_bytes(office(SCHOOL, area))
    assert ("SU102", "7") in issue_cells(checked)
    assert only_submission(checked).row_count == 1


def test_a_grade_left_wholly_blank_is_not_taught_and_nothing_is_missing() -> None:
    row = [*SCHOOL[:7], "", "", "", "", 3, 4, 7, 1]
    checked = check_bytes(office(row))
    facts = pupils_by_sex(only_submission(checked))
    assert issue_cells(checked) == set()
    assert set(facts["grade_code"]) == {"P1"}


def test_a_misspelt_heading_is_answered_with_the_heading_expected() -> None:
    header = [*TIDY[:5], "นักเรียชาย", *TIDY[6:]]
    checked = check_bytes(csv_bytes([header, ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"]]))
    (issue,) = checked.issues
    assert checked.status is Status.REJECTED
    assert issue.code == "LA002"
    assert (issue.place.cell, issue.place.value) == ("F1", "นักเรียชาย")
    assert '"นักเรียนชาย"' in issue.message_th


def test_headings_that_are_missing_are_listed_beside_those_misspelt() -> None:
    header = [*TIDY[:5], "นักเรียชาย", *TIDY[6:8]]
    checked = check_bytes(csv_bytes([header, ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2"]]))
    assert issue_cells(checked) == {("LA002", "F1"), ("LA007", "1")}


def test_a_misspelt_grade_heading_does_not_drop_its_figures_silently() -> None:
    header = [OFFICE[0], [*OFFICE[1][:7], "ชา", *OFFICE[1][8:]]]
    checked = check_bytes(csv_bytes([*header, SCHOOL]))
    assert [issue.code for issue in checked.issues] == ["LA002"]


def test_unknown_extra_columns_are_named_and_counted() -> None:
    rows = [[*TIDY, "หมายเหตุ", "ผู้กรอก"], ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1", "", ""]]
    (issue,) = check_bytes(csv_bytes(rows)).all_issues
    assert (issue.code, issue.count) == ("LA003", 2)
    assert "หมายเหตุ, ผู้กรอก" in issue.message_en


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["x", "y", "z"], [1, 2, 3]], "LA006"),
        ([TIDY], "LA004"),
        ([["รหัสโรงเรียน", "ชื่อโรงเรียน", "คะแนนเฉลี่ย"], ["50010001", "ก", "45.1"]], "LA001"),
    ],
)
def test_a_file_without_a_table_to_load_is_rejected_with_the_reason(
    rows: list[list[object]], code: str
) -> None:
    checked = check_bytes(csv_bytes(rows))
    assert checked.status is Status.REJECTED
    assert [issue.code for issue in checked.all_issues] == [code]


@pytest.mark.parametrize(("said", "heading_rows"), [("ระดับชั้น", [1]), ("อะไร", [])])
def test_rows_of_figures_are_no_heading_even_where_the_heading_says_less(
    said: str, heading_rows: list[int]
) -> None:
    rows: list[list[CellValue]] = [[said, "ก", "ข", "ค", "ง"], *[["ป.1", "ชาย", 1, 2, 3]] * 4]
    found = locate_tables(Grid("แผ่น 1", 1, rows), vocabulary_for(LayoutAdditions(), "", ""))
    assert [each.header.first_row for each in (*found.tables, *found.unread)] == heading_rows


def test_the_period_in_the_title_wins_over_the_open_one() -> None:
    submission = only_submission(check_bytes(office(SCHOOL)))
    assert submission.period.code == "2563-2"


def test_the_period_in_the_folders_name_is_taken_when_the_table_states_none() -> None:
    content = office(SCHOOL, title=["จำนวนนักเรียน"])
    assert only_submission(check_bytes(content, path="2563-2/enrolment.csv")).period.code == "2563-2"


def test_an_unstated_period_is_the_open_one_and_said() -> None:
    checked = check_bytes(office(SCHOOL, title=["จำนวนนักเรียน"]))
    assert only_submission(checked).period.code == "2563-1"
    assert ("RE009", None) in issue_cells(checked)


def test_a_title_and_a_name_that_contradict_each_other_hold_the_submission() -> None:
    checked = check_bytes(office(SCHOOL), path="2563-1/enrolment.csv")
    assert only_submission(checked).status is Status.HELD
    assert ("RE008", None) in issue_cells(checked)


def test_a_period_outside_the_calendar_holds_the_submission() -> None:
    checked = check_bytes(office(SCHOOL, title=["ภาคเรียนที่ 1/2570"]))
    assert only_submission(checked).status is Status.HELD


def test_both_eras_in_one_column_are_one_period_and_two_semesters_two_submissions() -> None:
    rows = [
        TIDY,
        ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
        ["2020", "1", "50010001", "ก", "ป.2", "1", "1", "2", "1"],
        ["2563", "2", "50010001", "ก", "ป.1", "2", "1", "3", "1"],
    ]
    checked = check_bytes(csv_bytes(rows))
    assert {each.period.code: each.row_count for each in checked.submissions} == {"2563-1": 2, "2563-2": 1}


def register(agency: str) -> bytes:
    header = ["รหัสหน่วยงาน", "รหัสโรงเรียน", "รหัสกระทรวง", "ชื่อโรงเรียน", "ประเภท", "ตำบล", "อำเภอ"]
    row = [agency, "50020001", "1050130001", "บ้านหลวง", "ประถมศึกษา", "สุเทพ", "เมือง"]
    return csv_bytes([header, row])


def test_an_agency_may_not_speak_for_another() -> None:
    checked = check_bytes(register("5002"))
    assert ("RE004", "A2") in issue_cells(checked)
    assert only_submission(checked).status is Status.REJECTED


def test_the_provincial_office_speaks_for_each_agency_that_its_file_names() -> None:
    checked = check_bytes(register("50020000"), sender="5009")
    assert only_submission(checked).agency_code == "5002"
    assert only_submission(checked).status is Status.ACCEPTED


def test_an_agency_of_another_province_is_not_known() -> None:
    assert ("RE003", "A2") in issue_cells(check_bytes(register("9999"), sender="5009"))


def test_names_of_people_are_not_read() -> None:
    header = ["รหัสโรงเรียน", "รหัสกระทรวง", "ชื่อโรงเรียน", "ประเภท", "ตำบล", "อำเภอ", "ผู้บริหาร"]
    row = ["50010001", "1050130001", "บ้านหลวง", "ประถม", "สุเทพ", "เมือง", "PERSON-NAME"]
    checked = check_bytes(csv_bytes([header, row]))
    assert ("PR001", "G") in issue_cells(checked)
    submission = only_submission(checked)
    assert "PERSON-NAME" not in str(submission.rows.to_dict()) + str(
        submission.facts["fact_school"].to_dict()
    )


def test_a_file_with_a_period_outside_the_calendar_holds_that_periods_submission_alone() -> None:
    rows = [
        TIDY,
        ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
        ["2570", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
    ]
    checked = check_bytes(csv_bytes(rows))
    assert {each.period.code: each.status for each in checked.submissions} == {
        "2563-1": Status.ACCEPTED,
        "2570-1": Status.HELD,
    }


def test_a_contradiction_about_the_period_holds_every_submission_of_the_table() -> None:
    rows = [
        ["ภาคเรียนที่ 1/2562"],
        TIDY,
        ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
        ["2563", "2", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
    ]
    assert {each.status for each in check_bytes(csv_bytes(rows)).submissions} == {Status.HELD}


def test_what_is_private_or_no_part_of_the_form_is_not_kept_with_a_row_set_aside() -> None:
    header = [*register("").decode().splitlines()[0].split(",")[1:], "ผู้บริหาร", "เบอร์โทร"]
    row = ["5002001", "1050130001", "บ้านหลวง", "ประถมศึกษา", "สุเทพ", "เมือง", "PERSON-NAME", "PHONE"]
    submission = only_submission(check_bytes(csv_bytes([header, row])))
    (content,) = submission.set_aside["content"]
    assert "บ้านหลวง" in content
    assert "PERSON-NAME" not in content
    assert "PHONE" not in content


def test_equal_content_in_another_order_and_encoding_has_the_same_hash() -> None:
    rows = [
        ["2563", "1", "50010001", "ก", "ป.1", "1", "1", "2", "1"],
        ["2563", "1", "50010002", "ข", "ป.1", "2", "3", "5", "1"],
    ]
    one = only_submission(check_bytes(csv_bytes([TIDY, *rows])))
    other = only_submission(check_bytes(csv_bytes([["บัญชี"], TIDY, *reversed(rows)], "cp874")))
    assert one.content_hash == other.content_hash
    rows[1][5:8] = ["3", "3", "6"]
    assert only_submission(check_bytes(csv_bytes([TIDY, *rows]))).content_hash != one.content_hash


def test_a_second_table_under_other_headings_is_not_read_as_the_first() -> None:
    other = [[text.replace("ป.", "ม.") if isinstance(text, str) else text for text in row] for row in OFFICE]
    facts = pupils_by_sex(only_submission(check_bytes(office(SCHOOL, [], *other, SECOND))))
    grades = facts.groupby("source_row")["grade_code"].agg(lambda codes: set(codes.astype(str)))
    assert grades.to_dict() == {6: {"P1", "P2"}, 10: {"M1", "M2"}}


def test_figures_without_code_and_name_are_a_total_only_if_they_are_the_sums() -> None:
    total = ["", "", "", *TOTAL[3:]]
    assert ("SU101", "8") in issue_cells(check_bytes(office(SCHOOL, SECOND, total)))
    unknown = ["", "", "", 90, 90, 180, 3, 80, 80, 160, 3, 170, 170, 340, 6]
    checked = check_bytes(office(SCHOOL, SECOND, unknown))
    assert ("VA004", "B8") in issue_cells(checked)
    assert only_submission(checked).set_aside["source_row"].tolist() == [8]


def test_figures_without_code_and_name_among_the_rows_are_no_total() -> None:
    unknown = ["", "", "", *SCHOOL[3:]]
    assert ("VA004", "B7") in issue_cells(check_bytes(office(SCHOOL, unknown, SECOND)))


def test_two_columns_of_one_meaning_are_refused_at_their_heading() -> None:
    top = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "ประถม 1", ""]
    rows = [top, ["", "", "", "ชาย", "หญิง", "ชาย", "หญิง"], ["1", "50010001", "ก", 5, 6, 100, 100]]
    checked = check_bytes(csv_bytes(rows))
    assert checked.status is Status.REJECTED
    assert issue_cells(checked) == {("LA009", "F2"), ("LA009", "G2")}


def test_a_school_without_any_figure_is_asked_about() -> None:
    blank = ["2", "50010002", "ข", *[""] * 12]
    assert ("VA105", "B7") in issue_cells(check_bytes(office(SCHOOL, blank)))


def test_a_template_sent_back_unfilled_is_rejected() -> None:
    blank = ["1", "50010001", "ก", *[""] * 12]
    assert [issue.code for issue in check_bytes(office(blank)).issues] == ["LA004"]


def test_sections_may_each_have_their_total() -> None:
    first, second = ["", "", "รวม อำเภอ ก", *SCHOOL[3:]], ["", "", "รวม อำเภอ ข", *SECOND[3:]]
    everything = ["", "", "รวมทั้งสิ้น", *TOTAL[3:]]
    checked = check_bytes(office(SCHOOL, first, SECOND, second, everything))
    assert {code for code, _ in issue_cells(checked)} == {"SU101"}
    assert only_submission(checked).row_count == 2


def test_an_agencys_code_among_schools_is_no_school() -> None:
    area = ["", "5002", "สพป.ตัวอย่าง เขต 2", *SCHOOL[3:]]
    assert ("SU102", "7") in issue_cells(check_bytes(office(SCHOOL, area)))


@pytest.mark.parametrize(
    ("title", "period"),
    [("พิมพ์เมื่อ 10/2/2563", "2563-1"), ("ข้อมูล ณ 2563-2-10", "2562-2"), ("ข้อมูล ณ วันที่ 10/2/2563", "2562-2")],
)
def test_a_date_in_the_title_is_not_taken_for_a_semesters_number(title: str, period: str) -> None:
    assert only_submission(check_bytes(office(SCHOOL, title=[title]))).period.code == period


def test_an_academic_year_that_is_not_the_open_one_holds_the_submission() -> None:
    checked = check_bytes(office(SCHOOL, title=["จำนวนนักเรียน ปีการศึกษา 2562"]))
    assert only_submission(checked).status is Status.HELD


def test_a_ministry_code_that_two_schools_share_sets_both_aside() -> None:
    lines = register("5001").decode().splitlines()
    twin = lines[1].replace("50020001", "50020002")
    checked = check_bytes("\n".join([lines[0], lines[1], twin]).encode())
    assert {("RO005", "C2"), ("RO005", "C3")} <= issue_cells(checked)


def test_a_dash_in_a_code_column_is_no_code() -> None:
    content = register("5001").decode().replace("1050130001", "-").encode()
    assert only_submission(check_bytes(content)).status is Status.ACCEPTED


def test_a_mended_ministry_code_is_new_content() -> None:
    one = only_submission(check_bytes(register("5001")))
    mended = register("5001").decode().replace("1050130001", "1050130002").encode()
    assert only_submission(check_bytes(mended)).content_hash != one.content_hash
