"""Small files made after public bug reports (`../shared/cases`), each with its right outcome in figures."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest

from edusandbox.checking.group import check_deliveries
from edusandbox.run.request import request_run
from edusandbox.settings import Settings
from edusandbox.submissions import CheckedDelivery, Delivery
from tests.facts_by_cell import pupils_by_sex

CASES = Path(__file__).parents[3] / "shared" / "cases"
EXPECTATIONS = list(
    csv.DictReader((Path(__file__).parent / "expectations.csv").read_text(encoding="utf-8").splitlines())
)
pytestmark = pytest.mark.skipif(not CASES.is_dir(), reason="the folder ../shared/cases is absent")


def check(name: str) -> CheckedDelivery:
    request = request_run(Settings(), period="2563-1")
    delivery = Delivery("0" * 64, name, name, "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    context = request.context
    (checked,) = check_deliveries([(delivery, (CASES / name).read_bytes())], context)
    return checked


def pupils(checked: CheckedDelivery) -> dict[str, str]:
    """Boys and girls among the facts; '' where the file holds no counts."""
    tables = [pupils_by_sex(each) for each in checked.submissions if "fact_enrolment" in each.facts]
    return {
        field: str(sum(int(facts["pupil_count"][facts["sex_code"] == code].sum()) for facts in tables))
        if tables
        else ""
        for field, code in (("boys", "male"), ("girls", "female"))
    }


@pytest.mark.parametrize("expected", EXPECTATIONS, ids=lambda expected: expected["file"])
def test_a_case_comes_out_with_its_right_figures(expected: dict[str, str]) -> None:
    checked = check(expected["file"])
    schools = {code for each in checked.submissions for code in each.rows["school_code"]}
    found = {
        "status": checked.status.value,
        "period": " ".join(each.period.code for each in checked.submissions),
        "schools": str(len(schools)),
        **pupils(checked),
    }
    assert found == {name: expected[name] for name in found}
    told = {issue.code for issue in checked.all_issues}
    assert set(expected["told"].split()) <= told
    assert told.isdisjoint(expected["never_told"].split())


def test_no_case_is_without_an_expectation() -> None:
    files = {path.name for path in CASES.iterdir() if path.is_file()} - {"README.md"}
    assert files == {each["file"] for each in EXPECTATIONS}


def test_a_day_number_of_a_1904_workbook_is_the_day_that_its_dates_are() -> None:
    (submission,) = check("register-1904-plain-number.xlsx").submissions
    assert set(submission.facts["fact_school"]["established_date"]) == {date(1950, 5, 16)}


def test_no_cell_of_a_persons_row_is_quoted() -> None:
    name = "data-row-quoted-as-headings.xlsx"
    _, *persons = openpyxl.load_workbook(CASES / name).worksheets[0].iter_rows(values_only=True)
    told = " ".join(
        f"{issue.message_th} {issue.message_en} {issue.remedy_th} {issue.remedy_en} {issue.place}"
        for issue in check(name).all_issues
    )
    assert [cell for person in persons for cell in person if str(cell) in told] == []


def test_what_the_pieces_of_a_glued_file_lost_is_named_at_its_row() -> None:
    (finding,) = [issue for issue in check("glued-header.csv").all_issues if issue.code == "LA023"]
    assert finding.place.row == 4
