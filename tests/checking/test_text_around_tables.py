"""A period, school or grade that a page states outside its table counts as one in the title."""

from pathlib import Path

import pytest

from tests.checking.builders import check_bytes, issue_cells, only_submission

CASES = Path(__file__).parents[3] / "shared" / "cases"
OFFICE = (
    "<table><tr><td>ที่<td>รหัสโรงเรียน<td>ชื่อโรงเรียน<td>ป.1 ชาย<td>ป.1 หญิง"
    "<tr><td>1<td>50010001<td>บ้านสันทราย<td>3<td>4</table>"
)
ONE_SCHOOL = "<table><tr><td>ชั้น<td>ชาย<td>หญิง<td>รวม<tr><td>ป.1<td>3<td>4<td>7</table>"
ONE_GRADE = (
    "<table><tr><td>รหัสโรงเรียน<td>ชื่อโรงเรียน<td>ชาย<td>หญิง<td>รวม"
    "<tr><td>50010001<td>บ้านสันทราย<td>3<td>4<td>7</table>"
)


@pytest.mark.skipif(not CASES.is_dir(), reason="the case files (shared/cases) are not here")
def test_the_title_over_the_case_file_s_table_is_its_period() -> None:
    name = "web-title-outside-table.xls"
    submission = only_submission(check_bytes((CASES / name).read_bytes(), path=name))
    assert submission.period.code == "2562-2"


@pytest.mark.parametrize(
    "page",
    [
        f"<h3>ภาคเรียนที่ 2 ปีการศึกษา 2563</h3>{OFFICE}",
        f"<title>ภาคเรียนที่ 2 ปีการศึกษา 2563</title>{OFFICE}",
        f"<p>ปีการศึกษา 2563</p><p>ภาคเรียนที่ 2</p>{OFFICE}",
        OFFICE.replace("<table>", "<table><caption>ภาคเรียนที่ 2/2563</caption>"),
        f"<p>ข้อมูล ณ วันที่ 10 ธันวาคม 2563</p>{OFFICE}",
        f"{OFFICE}<p>ข้อมูล ณ วันที่ 10 ธันวาคม 2563</p>",
    ],
)
def test_the_period_may_stand_outside_the_table(page: str) -> None:
    assert only_submission(check_bytes(page.encode(), path="enrolment.html")).period.code == "2563-2"


def test_a_page_and_its_table_that_name_two_periods_are_held() -> None:
    table = OFFICE.replace("<table>", "<table><tr><td>ภาคเรียนที่ 1 ปีการศึกษา 2563")
    checked = check_bytes(f"<h3>ภาคเรียนที่ 2 ปีการศึกษา 2563</h3>{table}".encode(), path="enrolment.html")
    assert ("RE008", None) in issue_cells(checked)


def test_schools_may_stand_over_their_tables() -> None:
    page = "".join(
        f"<h3>โรงเรียนที่รายงาน {code} ภาคเรียนที่ 1/2563</h3>{ONE_SCHOOL}" for code in ("50010001", "50010002")
    )
    submission = only_submission(check_bytes(page.encode(), path="enrolment.html"))
    assert sorted(submission.rows["school_code"]) == ["50010001", "50010002"]


def test_grades_may_stand_over_their_tables() -> None:
    page = "".join(f"<h3>ชั้น {grade} ภาคเรียนที่ 1/2563</h3>{ONE_GRADE}" for grade in ("ป.1", "ป.2"))
    submission = only_submission(check_bytes(page.encode(), path="enrolment.html"))
    assert set(submission.facts["fact_enrolment"]["grade_code"]) == {"P1", "P2"}
