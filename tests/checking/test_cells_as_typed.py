"""Cells as offices type them: what was typed stays in the issue, what was made of it is in the fact."""

import io
from datetime import date

import pandas as pd
import pytest
import xlsxwriter

from edusandbox.submissions import Status
from tests.checking.builders import TIDY, check_bytes, csv_bytes, only_submission, references
from tests.facts_by_cell import pupils_by_sex

CODE = "50010001"


def row(boys: object, *, code: str = CODE, total: object = "") -> list[object]:
    return ["2563", "1", code, "บ้านสันทราย", "ป.1", boys, 4, total, 1]


@pytest.mark.parametrize(
    ("typed", "count", "rule", "status"),
    [
        ("๑,๒๓๔", 1234, "VA101", Status.ACCEPTED),
        ("-", 0, "VA102", Status.ACCEPTED),
        ("ไม่มี", 0, "VA102", Status.ACCEPTED),
        ("78 คน", 78, "VA106", Status.ACCEPTED),
        ("12 (34.5)", 12, "VA107", Status.ACCEPTED),
        ("1O", 10, "VA011", Status.ACCEPTED_WITH_QUERIES),
    ],
)
def test_a_repair_is_loaded_and_told(typed: str, count: int, rule: str, status: Status) -> None:
    submission = only_submission(check_bytes(csv_bytes([TIDY, row(typed)])))
    facts = pupils_by_sex(submission)
    assert facts[facts["sex_code"] == "male"]["pupil_count"].tolist() == [count]
    assert [issue.place.value for issue in submission.issues if issue.code == rule] == [typed]
    assert submission.status is status


@pytest.mark.parametrize(
    ("typed", "mark", "rule"), [("N/A", "x", "VA012"), ("ไม่มีข้อมูล", "x", "VA012"), ("*", "c", "VA104")]
)
def test_what_is_not_known_is_missing_and_never_zero(typed: str, mark: str, rule: str) -> None:
    submission = only_submission(check_bytes(csv_bytes([TIDY, row(typed)])))
    facts = pupils_by_sex(submission)
    (boys,) = facts[facts["sex_code"] == "male"].to_dict("records")
    assert pd.isna(boys["pupil_count"])
    assert boys["mark_code"] == mark
    assert rule in {issue.code for issue in submission.issues}


@pytest.mark.parametrize(
    ("typed", "rule"),
    [
        ("#REF!", "VA013"),
        ("=SUM(C4:D4)", "VA014"),
        ("9.9%", "VA015"),
        ("สิบสอง", "VA001"),
        ("12 (5)", "VA001"),
        ("-3", "VA002"),
        ("2.5", "VA003"),
    ],
)
def test_what_is_no_count_sets_the_row_aside_with_one_reason(typed: str, rule: str) -> None:
    checked = check_bytes(csv_bytes([TIDY, row(typed)]))
    assert checked.status is Status.REJECTED
    errors = [issue for issue in checked.all_issues if issue.place.cell == "F2"]
    assert [(issue.code, issue.place.value) for issue in errors] == [(rule, typed)]


@pytest.mark.parametrize(
    ("typed", "rule", "code"),
    [
        ("5001OOO1", "VA017", "50010001"),
        ("12345", "VA018", "012345"),
        ("๕๐๐๑๐๐๐๑", "VA108", "50010001"),
        ("5001-0001", "VA108", "50010001"),
    ],
)
def test_a_repaired_code_is_the_schools_everywhere(typed: str, rule: str, code: str) -> None:
    known = references((code, "5001", "บ้านสันทราย"))
    submission = only_submission(check_bytes(csv_bytes([TIDY, row(3, code=typed)]), known=known))
    assert submission.rows["school_code"].tolist() == [code]
    assert set(submission.facts["fact_enrolment"]["school_code"]) == {code}
    assert {issue.code for issue in submission.issues} - {"VA103"} == {rule}


def test_a_repaired_code_is_a_duplicate_of_the_same_code() -> None:
    checked = check_bytes(csv_bytes([TIDY, row(3), row(3, code="5001OOO1")]))
    assert [issue.code for issue in checked.all_issues].count("RO001") == 2


def test_a_code_that_excel_shortened_is_said_once() -> None:
    checked = check_bytes(csv_bytes([TIDY, row(3, code="5.001E+07")]))
    assert [issue.code for issue in checked.all_issues if issue.place.cell == "C2"] == ["VA019"]


def register_with_date(typed: object) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ทะเบียน")
        heading = ["รหัสโรงเรียน", "รหัสกระทรวง", "ชื่อโรงเรียน", "ประเภท", "ตำบล", "อำเภอ", "วันที่ก่อตั้ง"]
        sheet.write_row(0, 0, heading)
        sheet.write_row(1, 0, [CODE, "1050130001", "บ้านสันทราย", "ประถม", "สุเทพ", "เมือง"])
        if isinstance(typed, date):
            sheet.write_datetime(1, 6, typed, book.add_format({"num_format": "d/m/yyyy"}))
        elif typed is not None:
            sheet.write(1, 6, typed)
    return content.getvalue()


@pytest.mark.parametrize(
    ("typed", "rules"),
    [
        (date(1962, 5, 16), set()),
        (date(2505, 5, 16), set()),
        ("16/5/2505", {"VA109"}),
        ("16-05-1962", {"VA109"}),
        ("๑๖ พ.ค. ๒๕๐๕", {"VA109"}),
        ("16 พฤษภาคม พ.ศ. 2505", {"VA109"}),
        (22782, {"VA109"}),
        ("16 พ.ค. 05", {"VA021"}),
    ],
)
def test_a_date_is_read_in_either_era_and_in_words(typed: object, rules: set[str]) -> None:
    submission = only_submission(check_bytes(register_with_date(typed)))
    assert submission.facts["fact_school"]["established_date"].tolist() == [date(1962, 5, 16)]
    assert {issue.code for issue in submission.issues} - {"RE009"} == rules
    assert submission.row_count_loaded == 1


@pytest.mark.parametrize(
    ("typed", "rules"), [("31/2/2505", {"VA020"}), ("2505", {"VA020"}), ("-", set()), (None, set())]
)
def test_what_is_no_day_is_missing_and_asked_about(typed: object, rules: set[str]) -> None:
    submission = only_submission(check_bytes(register_with_date(typed)))
    assert submission.facts["fact_school"]["established_date"].isna().all()
    assert {issue.code for issue in submission.issues} - {"RE009"} == rules
    assert submission.row_count_loaded == 1


@pytest.mark.parametrize(
    ("typed", "rules"),
    [(date(2020, 7, 10), set()), (date(2020, 7, 11), {"VA032"}), ("16 พ.ค. 2605", {"VA032", "VA109"})],
)
def test_a_founding_that_is_still_to_come_is_loaded_and_asked_about(typed: object, rules: set[str]) -> None:
    submission = only_submission(check_bytes(register_with_date(typed)))
    assert {issue.code for issue in submission.issues} - {"RE009"} == rules
    assert submission.row_count_loaded == 1
