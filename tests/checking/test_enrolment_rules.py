"""Every rule of the enrolment form, each broken in one cell of an otherwise sound table."""

import pytest

from edusandbox.submissions import Status
from tests.checking.builders import (
    TIDY,
    check_bytes,
    csv_bytes,
    issue_cells,
    only_submission,
    references,
)
from tests.facts_by_cell import pupils_by_sex

SOUND = ["2563", "1", "50010001", "บ้านสันทราย", "ป.1", "10", "12", "22", "1"]
OTHER = ["2563", "1", "50010002", "วัดศรีดอนชัย", "ป.1", "7", "8", "15", "1"]


def table(**changes: object) -> bytes:
    """The sound table with cells of its first row changed, by heading."""
    row = list(SOUND)
    for heading, value in changes.items():
        row[TIDY.index(heading)] = str(value)
    return csv_bytes([TIDY, row, OTHER])


def test_a_sound_table_is_accepted_without_an_issue() -> None:
    checked = check_bytes(table())
    submission = only_submission(checked)
    assert checked.all_issues == ()
    assert (submission.status, submission.period.code, submission.layout) == (
        Status.ACCEPTED,
        "2563-1",
        "tidy",
    )
    assert submission.row_count_loaded == 2


@pytest.mark.parametrize(
    ("changes", "issue"),
    [
        ({"นักเรียนชาย": "สิบ"}, ("VA001", "F2")),
        ({"นักเรียนชาย": "-2", "รวม": "10"}, ("VA002", "F2")),
        ({"นักเรียนหญิง": "12.5", "รวม": "22.5"}, ("VA003", "G2")),
        ({"รหัสโรงเรียน": ""}, ("VA004", "C2")),
        ({"รหัสโรงเรียน": "5001XX01"}, ("VA005", "C2")),
        ({"รหัสโรงเรียน": "5001001"}, ("VA005", "C2")),
        ({"ระดับชั้น": "ป.7"}, ("VA006", "E2")),
        ({"นักเรียนชาย": "99999", "รวม": "100011"}, ("VA007", "F2")),
        ({"ปีการศึกษา": "63"}, ("VA008", "A2")),
        ({"รวม": "23"}, ("SU001", "H2")),
    ],
)
def test_an_error_sets_its_row_aside_and_loads_the_rest(
    changes: dict[str, str], issue: tuple[str, str]
) -> None:
    checked = check_bytes(table(**changes))
    submission = only_submission(checked)
    assert issue in issue_cells(checked)
    assert submission.status is Status.PARTLY_ACCEPTED
    assert submission.set_aside["source_row"].tolist() == [2]
    assert submission.rows["school_code"].tolist() == ["50010002"]
    assert set(submission.facts["fact_enrolment"]["source_row"]) == {3}


@pytest.mark.parametrize(
    ("changes", "issue"),
    [
        ({"นักเรียนชาย": "", "รวม": ""}, ("VA103", "F2")),
        ({"นักเรียนชาย": "0", "นักเรียนหญิง": "0", "รวม": "0"}, ("RO002", "I2")),
        ({"ห้องเรียน": "0"}, ("RO003", "I2")),
        ({"ห้องเรียน": "23"}, ("RO004", "I2")),
    ],
)
def test_a_query_is_asked_and_the_row_is_loaded(changes: dict[str, str], issue: tuple[str, str]) -> None:
    checked = check_bytes(table(**changes))
    submission = only_submission(checked)
    assert issue in issue_cells(checked)
    assert submission.status is Status.ACCEPTED_WITH_QUERIES
    assert submission.row_count_loaded == 2


@pytest.mark.parametrize(
    ("changes", "issue"),
    [
        ({"นักเรียนชาย": "๑๐"}, ("VA101", "F2")),
        ({"ห้องเรียน": "*"}, ("VA104", "I2")),
        ({"นักเรียนชาย": "-", "รวม": "12"}, ("VA102", "F2")),
    ],
)
def test_a_notice_changes_nothing_about_acceptance(changes: dict[str, str], issue: tuple[str, str]) -> None:
    checked = check_bytes(table(**changes))
    assert issue in issue_cells(checked)
    assert only_submission(checked).status is Status.ACCEPTED


def test_an_unreadable_cell_is_not_called_blank_as_well() -> None:
    codes = {code for code, _ in issue_cells(check_bytes(table(นักเรียนชาย="สิบ")))}
    assert codes == {"VA001"}


def test_zero_missing_and_hidden_stay_apart() -> None:
    zero = pupils_by_sex(only_submission(check_bytes(table(นักเรียนชาย="0", รวม="12"))))
    blank = pupils_by_sex(only_submission(check_bytes(table(นักเรียนชาย="", รวม=""))))
    hidden = pupils_by_sex(only_submission(check_bytes(table(นักเรียนชาย="*", รวม=""))))
    facts = [
        facts[(facts["source_row"] == 2) & (facts["sex_code"] == "male")].iloc[0]
        for facts in (zero, blank, hidden)
    ]
    assert [(str(each["pupil_count"]), str(each["mark_code"])) for each in facts] == [
        ("0", "nan"),
        ("<NA>", "x"),
        ("<NA>", "c"),
    ]


def test_every_row_of_a_repeated_school_and_grade_is_shown() -> None:
    checked = check_bytes(csv_bytes([TIDY, SOUND, OTHER, SOUND]))
    assert {("RO001", "C2"), ("RO001", "C4")} <= issue_cells(checked)
    assert only_submission(checked).set_aside["source_row"].tolist() == [2, 4]


def test_of_a_school_that_stands_in_many_rows_each_row_is_told_with_the_first_rows_and_a_number() -> None:
    checked = check_bytes(csv_bytes([TIDY, *[SOUND] * 20]))
    told = [issue for issue in checked.all_issues if issue.code == "RO001"]
    assert [issue.place.row for issue in told] == list(range(2, 22))
    assert {issue.message_en for issue in told} == {
        "The school stands in more than one row (rows 2, 3, 4, 5, 6, 7, 8, 9 … +12)"
    }


def test_all_errors_of_a_row_are_told_at_once() -> None:
    checked = check_bytes(table(นักเรียนชาย="สิบ", นักเรียนหญิง="-1", ห้องเรียน="1.5"))
    assert {("VA001", "F2"), ("VA002", "G2"), ("VA003", "I2")} <= issue_cells(checked)


def test_an_issue_names_the_school_and_what_was_typed() -> None:
    (issue,) = check_bytes(table(นักเรียนชาย="สิบ")).all_issues
    assert (issue.place.school_code, issue.place.school_name) == ("50010001", "บ้านสันทราย")
    assert (issue.place.value, issue.place.header) == ("สิบ", "นักเรียนชาย")
    assert "สิบ" in issue.message_th


def test_a_row_set_aside_keeps_what_was_typed() -> None:
    submission = only_submission(check_bytes(table(นักเรียนชาย="สิบ")))
    assert '"นักเรียนชาย": "สิบ"' in submission.set_aside["content"][0]


@pytest.mark.parametrize(
    ("known", "code"),
    [
        (references(("50010009", "5001", "บ้านอื่น"), ("50010002", "5001", "วัดศรีดอนชัย")), "RE001"),
        (references(("50010001", "5002", "บ้านสันทราย"), ("50010002", "5001", "วัดศรีดอนชัย")), "RE002"),
    ],
)
def test_a_school_that_is_not_the_agencys_is_set_aside(known: object, code: str) -> None:
    checked = check_bytes(table(), known=known)  # type: ignore[arg-type] # parametrised
    assert issue_cells(checked) == {(code, "C2")}
    assert only_submission(checked).set_aside["school_code"].tolist() == ["50010001"]


def test_a_name_that_is_quite_another_is_queried() -> None:
    known = references(("50010001", "5001", "อนุบาลเมืองใหม่"), ("50010002", "5001", "วัดศรีดอนชัย"))
    assert issue_cells(check_bytes(table(), known=known)) == {("RE006", "C2")}


def test_without_a_register_of_the_agency_codes_are_not_judged() -> None:
    known = references(("50020001", "5002", "บ้านอื่น"))
    checked = check_bytes(table(), known=known)
    assert issue_cells(checked) == {("RE005", None)}
    assert only_submission(checked).row_count_loaded == 2
