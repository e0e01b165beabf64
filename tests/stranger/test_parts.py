"""Reports of one form are told apart by what they hold, and no part speaks of another."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from edusandbox.checking.blanks import ask_about_blanks
from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.checking.partial_returns import hold_parts, tell_of_later_ones
from edusandbox.checking.register_checks import hold_shrunk
from edusandbox.sources.registry import CalendarEntry, SendingDays
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, Status
from schemas.catalogue import FORMS
from schemas.periods import Period
from tests.checking.builders import PROVINCE, TODAY, check_bytes, csv_bytes, issue_cells
from tests.sources.made_files import workbook_bytes

TITLE = ["ชมรม ภาคเรียนที่ 1 ปีการศึกษา 2563"]
LONG = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชมรม", "สมาชิกชมรม"]
CAMP = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ค่ายของชมรม", "ผู้ไปค่าย"]
Rows = list[list[object]]


def long(*clubs: tuple[str, object], school: str = "50010001") -> Rows:
    return [TITLE, LONG, *([school, "บ้านสันทราย", club, count] for club, count in clubs)]


SPORTS = long(("วิ่ง", 12), ("ว่ายน้ำ", 7), ("หมากรุก", 3))
ARTS = long(("ร้องเพลง", 9), ("รำ", 4), ("หมากรุก", 2))
AT_CAMP: Rows = [TITLE, CAMP, ["50010001", "บ้านสันทราย", "วิ่ง", 5]]


ON_THE_DAY = CheckContext(PROVINCE, TODAY)


def checked(*contents: bytes, context: CheckContext = ON_THE_DAY) -> list[CheckedDelivery]:
    """Files of one run."""
    names = [f"{number}.xlsx" for number in range(len(contents))]
    at = datetime(2020, 7, 2, tzinfo=UTC)
    deliveries = [
        (Delivery(name.rjust(64, "0"), name, name, "5001", 1, at), content)
        for name, content in zip(names, contents, strict=True)
    ]
    return list(check_deliveries(deliveries, context))


def parts(delivery: CheckedDelivery) -> dict[str, CheckedSubmission]:
    return {submission.part: submission for submission in delivery.submissions}


def members(delivery: CheckedDelivery) -> dict[str, list[int]]:
    facts = {code: each.facts["fact_member"] for code, each in parts(delivery).items()}
    return {code: frame["member_count"].tolist() for code, frame in facts.items()}


@pytest.mark.parametrize(
    ("rows", "part"),
    [
        (SPORTS, "sports"),
        (ARTS, "arts"),
        (long(("วิ่ง", 12), ("ว่ายน้ำ", 7)), "sports"),
        (long(("วิ่ง", 12), ("รวม", 12)), "sports"),
        (AT_CAMP, "camp"),
    ],
)
def test_a_report_is_known_by_its_headings_or_by_what_it_holds(rows: Rows, part: str) -> None:
    (delivery,) = checked(workbook_bytes({"1": rows}))
    assert {code: each.status for code, each in parts(delivery).items()} == {part: Status.ACCEPTED}


@pytest.mark.parametrize(
    ("rows", "found"),
    [(long(("หมากรุก", 3)), "หมากรุก"), (long(("วิ่ง", 3), ("รำ", 1), ("หมากรุก", 2)), "นาฏศิลป์, วิ่ง, หมากรุก")],
)
def test_what_fits_no_report_or_two_of_them_waits_for_a_person(rows: Rows, found: str) -> None:
    (delivery,) = checked(workbook_bytes({"1": rows}))
    ((part, submission),) = parts(delivery).items()
    assert (part, submission.status) == ("", Status.HELD)
    (issue,) = submission.issues
    assert (issue.code, issue.owner) == ("LA033", "province")
    names = issue.message_th.partition("พบ ")[2].partition(")")[0]
    assert set(names.split(", ")) == set(found.split(", "))
    assert "ชมรมกีฬา, ชมรมศิลปะ, ค่าย" in issue.remedy_th


def test_a_table_with_clubs_that_only_one_report_has_is_both_reports() -> None:
    (delivery,) = checked(workbook_bytes({"1": long(("วิ่ง", 12), ("ร้องเพลง", 9), ("รวม", 21))}))
    assert members(delivery) == {"sports": [12], "arts": [9]}
    assert {each.status for each in delivery.submissions} == {Status.ACCEPTED}


def test_three_reports_on_three_sheets_are_three_submissions_told_by_name() -> None:
    (delivery,) = checked(workbook_bytes({"ก": SPORTS, "ข": ARTS, "ค": AT_CAMP}))
    assert {code: each.row_count for code, each in parts(delivery).items()} == {
        "sports": 3,
        "arts": 3,
        "camp": 1,
    }
    (issue,) = [issue for issue in delivery.issues if issue.code == "LA014"]
    assert issue.message_th.endswith("ชมรม (ชมรมศิลปะ) 2563-1, ชมรม (ค่าย) 2563-1, ชมรม (ชมรมกีฬา) 2563-1")


def wide(*columns: str, cells: list[object]) -> bytes:
    heading = ["รหัสโรงเรียน", "ชื่อโรงเรียน", *(f"สมาชิก {club}" for club in columns)]
    return csv_bytes([TITLE, heading, ["50010001", "บ้านสันทราย", *cells]])


def test_a_row_with_columns_of_two_reports_is_taken_apart() -> None:
    delivery = check_bytes(wide("วิ่ง", "ร้องเพลง", cells=[12, 9]), path="w.csv")
    assert members(delivery) == {"sports": [12], "arts": [9]}


def test_an_error_in_such_a_row_is_told_in_both_reports_for_both_lack_the_row() -> None:
    delivery = check_bytes(wide("วิ่ง", "ร้องเพลง", cells=["สิบสอง?", 9]), path="w.csv")
    assert {code: each.row_count_set_aside for code, each in parts(delivery).items()} == {
        "sports": 1,
        "arts": 1,
    }
    for submission in delivery.submissions:
        assert [(issue.code, issue.place.cell) for issue in submission.issues] == [("VA001", "C3")]


def test_what_is_said_of_a_cell_of_such_a_row_is_said_in_the_report_of_its_column() -> None:
    delivery = check_bytes(wide("วิ่ง", "ร้องเพลง", cells=[12, "๙ คน"]), path="w.csv")
    told = {code: [issue.place.cell for issue in each.issues] for code, each in parts(delivery).items()}
    assert told == {"sports": [], "arts": ["D3"]}
    assert members(delivery) == {"sports": [12], "arts": [9]}


def test_parts_in_two_files_and_a_third_with_both_do_not_hold_each_other() -> None:
    both = workbook_bytes({"ก": SPORTS, "ข": ARTS})
    run = checked(workbook_bytes({"1": SPORTS}), workbook_bytes({"1": ARTS}), both)
    judged = tell_of_later_ones(ask_about_blanks(hold_parts(run, {}), {}))
    assert [each.status for delivery in judged for each in delivery.submissions] == [Status.ACCEPTED] * 4


def test_a_part_is_compared_with_its_own_version_alone() -> None:
    small = long(("ร้องเพลง", 9))
    (delivery,) = checked(workbook_bytes({"1": small}))
    (submission,) = delivery.submissions
    sports = replace(submission, part="sports").key
    assert hold_shrunk(delivery, {sports: 40}) == delivery
    assert hold_shrunk(delivery, {submission.key: 40}).status is Status.HELD


def test_a_part_that_states_no_period_is_filed_under_its_own_open_one() -> None:
    days = {"2563-1": ("sports", date(2020, 7, 1)), "2563-2": ("arts", date(2020, 7, 1))}
    calendar = {
        code: CalendarEntry(
            Period.parse(code),
            first,
            date(2021, 3, 31),
            (SendingDays("clubs", part, first, date(2021, 3, 31), date(2021, 3, 31)),),
        )
        for code, (part, first) in days.items()
    }
    context = CheckContext(replace(PROVINCE, calendar=calendar), date(2020, 12, 15))
    content = workbook_bytes({"ก": [["ชมรม"], *SPORTS[1:]], "ข": [["ชมรม"], *ARTS[1:]]})
    (delivery,) = checked(content, context=context)
    assert {code: each.period.code for code, each in parts(delivery).items()} == {
        "sports": "2563-1",
        "arts": "2563-2",
    }
    mixed = workbook_bytes({"1": [["ชมรม"], *long(("วิ่ง", 12), ("ร้องเพลง", 9))[1:]]})
    (delivery,) = checked(mixed, context=context)
    assert {each.status for each in delivery.submissions} == {Status.HELD}
    assert ("RE018", None) in issue_cells(delivery)


def test_a_form_knows_the_codes_and_names_of_its_parts() -> None:
    clubs, crew = FORMS["clubs"], FORMS["crew"]
    assert clubs.part_codes == ("sports", "arts", "camp")
    assert clubs.name_of_part_th("camp") == "ชมรม (ค่าย)"
    assert (crew.part_codes, crew.name_of_part_en("")) == (("",), "Crew")
