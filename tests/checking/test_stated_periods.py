"""What the file says of its period beats the calendar, and the calendar is no evidence against a file."""

from datetime import datetime
from pathlib import Path

import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.run.request import request_run
from edusandbox.settings import Settings
from edusandbox.submissions import CheckedDelivery, Delivery, Status
from tests.checking.builders import TODAY, check_bytes, csv_bytes, issue_cells, only_submission
from tests.checking.test_tables_in_the_wild import FIRST, OFFICE, SECOND, codes, workbook
from tests.facts_by_cell import pupils_by_sex

CASES = Path(__file__).parents[3] / "shared" / "cases"
HEADING = ["ชั้น/เพศ", "ชาย", "หญิง", "รวม"]


def period_rules(checked: CheckedDelivery) -> set[str]:
    return {code for code in codes(checked) if code.startswith("RE0")} - {"RE005"}


def office(title: str, path: str = "enrolment.csv", note: str = "") -> CheckedDelivery:
    return check_bytes(csv_bytes([[title], *OFFICE, FIRST, [note]]), path=path)


@pytest.mark.parametrize(
    ("title", "path", "period", "rules"),
    [
        ("จำนวนนักเรียน", "enrolment.csv", "2563-1", {"RE009"}),
        ("จำนวนนักเรียน", "นักเรียน 2563.csv", "2563-1", {"RE015"}),
        ("จำนวนนักเรียน ปีการศึกษา 2563", "enrolment.csv", "2563-1", {"RE015"}),
        ("จำนวนนักเรียน", "นักเรียน 2562.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน", "2562/นักเรียน.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน", "2563/นักเรียน 2568.csv", "2568", {"RE013"}),
        ("จำนวนนักเรียน", "นักเรียน ปี 62.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน", "นักเรียน 10-11-2562.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน ปี 2562", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน 2019-11-10", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน ปีการศึกษา 2562", "enrolment.csv", "2562", {"RE014"}),
        ("จำนวนนักเรียน ปีการศึกษา 2562", "นักเรียน 2563.csv", "2562", {"RE014"}),
        ("จำนวนนักเรียน ปีการศึกษา 2563", "นักเรียน 2562.csv", "2562", {"RE014"}),
        ("ปีการศึกษา 2562 และปีการศึกษา 2563", "enrolment.csv", "2562", {"RE014"}),
        ("ภาคเรียนที่ 1/2563 เทียบกับ 2/2563", "enrolment.csv", "2563", {"RE014"}),
        ("ภาคเรียนที่ 1 และ 2 ปีการศึกษา 2563", "enrolment.csv", "2563", {"RE014"}),
        ("ภาคเรียนที่ 1-2 ปีการศึกษา 2563", "enrolment.csv", "2563", {"RE014"}),
        ("ปีการศึกษา 2563 ภาคเรียนที่ 1 และภาคเรียนที่ 2", "enrolment.csv", "2563", {"RE014"}),
        ("ภาคการศึกษาที่ 2 ประจำปีการศึกษา 2563", "enrolment.csv", "2563-2", set()),
        ("ภาคฤดูร้อน ปีการศึกษา 2563", "enrolment.csv", "2563-3", {"RE007"}),
        ("Students as of 10 December 2020", "enrolment.csv", "2563-2", {"RE011"}),
        ("จำนวนนักเรียน 2562", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน พ.ศ. 2562", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน 2562-2563", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน 10 มิถุนายน 2562", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน (10 ธ.ค. 62)", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน ก.พ. 2563", "enrolment.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน 10 พ.ค. 2563", "enrolment.csv", "2563-1", {"RE015"}),
        ("จำนวนนักเรียน", "นักเรียน62.csv", "2562", {"RE013"}),
        ("จำนวนนักเรียน", "นักเรียน 62 คน.csv", "2563-1", {"RE009"}),
        ("จำนวนนักเรียน", "ไทยรัฐวิทยา 62.csv", "2563-1", {"RE009"}),
        ("จำนวนนักเรียน ภาคเรียนที่ 2", "enrolment.csv", "2563", {"RE014"}),
        ("จำนวนนักเรียน เทอม 2", "2563/enrolment.csv", "2563", {"RE014"}),
        ("จำนวนนักเรียน", "เทอม 2.csv", "2563", {"RE014"}),
        ("จำนวนนักเรียน ภาคเรียนที่ 1", "2563/enrolment.csv", "2563-1", set()),
        ("ภาคเรียนที่ 2 ณ วันที่ 10 มิถุนายน 2563", "enrolment.csv", "2563", {"RE014"}),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "เทอม 2.csv", "2563-1", {"RE008"}),
        ("จำนวนนักเรียน ปลายปีการศึกษา 2563", "enrolment.csv", "2563", {"RE014"}),
        ("จำนวนนักเรียน ภาคเรียนที่ 2/2563", "นักเรียน 2568.csv", "2563-2", {"RE016"}),
        ("จำนวนนักเรียน ภาคเรียนที่ 2/2563", "นักเรียน 2564.csv", "2563-2", set()),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "นักเรียน 2564.csv", "2563-1", {"RE016"}),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "นักเรียน62.csv", "2563-1", {"RE016"}),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "นักเรียน 2562-2563.csv", "2563-1", set()),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "นักเรียน 10-6-2568.csv", "2563-1", set()),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "ปีงบประมาณ 2564.csv", "2563-1", set()),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "เฉลิมพระเกียรติ 2539.csv", "2563-1", set()),
        ("จำนวนนักเรียน ภาคเรียนที่ 1/2563", "2562/นักเรียน.csv", "2563-1", set()),
        ("จำนวนนักเรียน", "2563-1/นักเรียน 2562.csv", "2563-1", set()),
        ("จำนวนนักเรียน", "2563_รอบที่_2_schoolmis.csv", "2563-2", set()),
        ("จำนวนนักเรียน", "2563-2-นักเรียน-50010000.csv", "2563-2", set()),
        ("จำนวนนักเรียน", "2563-1/2563-2-นักเรียน.csv", "2563-2", {"RE008"}),
        ("พิมพ์เมื่อ 10/6/2564", "enrolment.csv", "2563-1", {"RE009"}),
        ("ข้อมูล ณ วันที่ 2020-12-10", "enrolment.csv", "2563-2", {"RE011"}),
        ("ข้อมูล ณ วันที่ 2563-12-10", "enrolment.csv", "2563-2", {"RE011"}),
        ("ข้อมูล ณ วันที่ 44175", "enrolment.csv", "2563-2", {"RE011"}),
        ("ข้อมูล ณ วันที่ 10 ธ.ค. 63", "นักเรียน 2563.csv", "2563-2", {"RE011"}),
        ("ข้อมูล ณ วันที่ 10 ก.พ. 2564", "นักเรียน 2564.csv", "2563-2", {"RE011"}),
        ("ข้อมูล ณ วันที่ 10 ธ.ค. 2563", "นักเรียน 2561.csv", "2563-2", {"RE008", "RE011"}),
    ],
)
def test_what_is_made_of_what_a_file_says_of_its_period(
    title: str, path: str, period: str, rules: set[str]
) -> None:
    checked = office(title, path)
    assert only_submission(checked).period.code == period
    assert period_rules(checked) == rules
    is_held = bool(rules & {"RE007", "RE008", "RE013", "RE014"})
    assert (only_submission(checked).status is Status.HELD) == is_held


@pytest.mark.parametrize(
    "title",
    [
        "พิมพ์เมื่อ 10 มิถุนายน 2564",
        "วันที่พิมพ์ 10 มิ.ย. 64",
        "ตาม พ.ร.บ. การศึกษาภาคบังคับ พ.ศ. 2562",
        "หลักสูตรแกนกลางการศึกษาขั้นพื้นฐาน พุทธศักราช 2551",
        "ก่อตั้งเมื่อ พ.ศ. 2560",
        "ที่ ศธ 04001/2562",
        "โทร. 053 2562 111",
        "โทร 0-5325-2562",
        "นักเรียนทั้งหมด 2562 คน",
        "รวม 2019",
        "ประชุมครั้งที่ 3/2562",
        "สำนักงานศึกษาธิการภาค 15",
        "เฉลิมพระเกียรติ 2539",
    ],
)
def test_years_of_other_things_are_not_those_of_the_figures(title: str) -> None:
    checked = office(f"จำนวนนักเรียน {title}")
    assert (only_submission(checked).period.code, period_rules(checked)) == ("2563-1", {"RE009"})


@pytest.mark.parametrize(
    ("title", "note", "period", "rules"),
    [
        ("", "ข้อมูลภาคเรียนที่ 2 ปีการศึกษา 2562", "2562-2", {"RE007"}),
        ("", "หมายเหตุ : ข้อมูลภาคเรียนที่ 2 ปีการศึกษา 2563", "2563-2", set()),
        ("", "ที่มา : ข้อมูลจากระบบ DMC ภาคเรียนที่ 2/2563", "2563-2", set()),
        ("", "หมายเหตุ ภาคเรียนที่ 2/2563", "2563-2", set()),
        ("", "ปีการศึกษา 2562", "2562", {"RE014"}),
        ("", "ภาคเรียนที่ 2", "2563", {"RE014"}),
        ("ปีการศึกษา 2563", "ข้อมูลภาคเรียนที่ 2", "2563-2", set()),
        ("", "ย้ายเข้าจากภาคเรียนที่ 2/2562 จำนวน 3 คน", "2563-1", {"RE009"}),
        ("", "ข้อมูลเทียบกับภาคเรียนที่ 2/2562", "2563-1", {"RE009"}),
        ("ภาคเรียนที่ 1/2563", "ข้อมูลภาคเรียนที่ 2 ปีการศึกษา 2562", "2563-1", {"RE008"}),
        ("ภาคเรียนที่ 1/2563", "ข้อมูลภาคเรียนที่ 2 จะส่งภายหลัง", "2563-1", set()),
        ("ภาคเรียนที่ 1/2563", "ย้ายเข้าจากภาคเรียนที่ 2/2562", "2563-1", set()),
        ("ปีการศึกษา 2563", "ปีการศึกษา 2562 มี 7 คน", "2563-1", {"RE015"}),
    ],
)
def test_a_note_states_the_period_where_nothing_else_does(
    title: str, note: str, period: str, rules: set[str]
) -> None:
    checked = office(f"จำนวนนักเรียน {title}", note=note)
    assert (only_submission(checked).period.code, period_rules(checked)) == (period, rules)


def test_a_sheets_name_with_another_year_is_a_question() -> None:
    checked = check_bytes(workbook({"ปี 2562": [["จำนวนนักเรียน"], *OFFICE, FIRST]}), path="นักเรียน.xlsx")
    assert period_rules(checked) == {"RE013"}


@pytest.mark.parametrize("sheet_name", ["2562", "ปี 62"])
def test_a_sheets_name_that_contradicts_the_title_is_asked_about(sheet_name: str) -> None:
    sheet = [["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"], *OFFICE, FIRST]
    checked = check_bytes(workbook({sheet_name: sheet}), path="enrolment.xlsx")
    assert period_rules(checked) == {"RE016"}
    assert only_submission(checked).status is Status.ACCEPTED_WITH_QUERIES


def test_the_sentence_names_the_years_that_the_name_says() -> None:
    (issue,) = [each for each in office("จำนวนนักเรียน", "นักเรียน 2562.csv").all_issues if each.code == "RE013"]
    assert "2562" in issue.message_en
    assert "2562" in issue.message_th
    assert (issue.owner, issue.place.cell) == ("province", None)


def test_a_menu_of_years_over_a_pages_table_states_none() -> None:
    years = " ".join(f"ปีการศึกษา {year}" for year in range(2560, 2565))
    rows = (["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"], ["50010001", "บ้านสันทราย", "3", "4"])
    table = "".join("<tr><td>" + "<td>".join(row) for row in rows)
    page = f"<p>{years}</p><p>ปีการศึกษา 2563 ภาคเรียนที่ 2</p><table>{table}</table>"
    submission = only_submission(check_bytes(page.encode(), path="enrolment.html"))
    assert (submission.period.code, submission.status) == ("2563-2", Status.ACCEPTED)


@pytest.mark.parametrize("day", ["10 ธันวาคม 2563", "2563-12-10", "2020-12-10", "44175"])
def test_a_note_or_title_that_stands_in_each_column_is_one_text(day: str) -> None:
    note, table = [f"ข้อมูล ณ วันที่ {day}"] * 4, [["ป.1", 3, 4, 7], ["ป.2", 5, 5, 10]]
    for rows in ([HEADING, *table, note], [note, HEADING, *table]):
        checked = check_bytes(csv_bytes(rows), path="50010001.csv")
        assert (only_submission(checked).period.code, only_submission(checked).row_count) == ("2563-2", 2)
        assert codes(checked) == {"RE011"}


def test_a_title_in_each_column_of_a_further_table_is_its_title() -> None:
    titles = [[f"จำนวนนักเรียน ภาคเรียนที่ {semester}/2563"] * 9 for semester in (1, 2)]
    rows = [titles[0], *OFFICE, FIRST, [], titles[1], *OFFICE, FIRST]
    submissions = check_bytes(csv_bytes(rows)).submissions
    assert {each.period.code for each in submissions} == {"2563-1", "2563-2"}


def test_a_day_beside_its_words_is_the_title_of_a_further_table() -> None:
    day: list[object] = ["ข้อมูล ณ วันที่", datetime(2020, 12, 10)]  # noqa: DTZ001 - a spreadsheet knows no zones
    rows = [["ภาคเรียนที่ 1/2563"], *OFFICE, FIRST, [], ["จำนวนนักเรียน"], day, *OFFICE, SECOND]
    assert "RE012" not in codes(check_bytes(csv_bytes(rows)))


@pytest.mark.skipif(not CASES.is_dir(), reason="the folder ../shared/cases with the case files is absent")
@pytest.mark.parametrize(
    ("name", "rows", "figures", "rules"),
    [
        ("asat-date-in-own-cell.xlsx", 3, {"male": 44, "female": 51}, {"RE011"}),
        ("50010001.csv", 2, {"male": 23, "female": 23}, {"RE011", "SU101"}),
    ],
)
def test_the_case_files_are_of_the_day_that_they_state(
    name: str, rows: int, figures: dict[str, int], rules: set[str]
) -> None:
    province = request_run(Settings(), today="2563-07-10").province
    delivery = Delivery("0" * 64, name, name, "5001", 0, datetime.fromisoformat("2020-07-02T00:00:00+00:00"))
    context = CheckContext(province, TODAY)
    (checked,) = check_deliveries([(delivery, (CASES / name).read_bytes())], context)
    submission = only_submission(checked)
    by_sex = pupils_by_sex(submission).groupby("sex_code", observed=True)["pupil_count"].sum()
    assert (submission.period.code, submission.status) == ("2562-2", Status.ACCEPTED)
    assert (submission.row_count_loaded, by_sex.to_dict()) == (rows, figures)
    assert {code for code, _ in issue_cells(checked)} == rules
