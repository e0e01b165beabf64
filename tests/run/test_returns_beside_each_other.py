"""Returns that report the same schools: nobody is left out of a sum without a word."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text

from edusandbox.outcomes import RunReport
from edusandbox.run.request import request_run
from edusandbox.samples.generate import write_sample
from edusandbox.submissions import Status
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.marts.queries import submission_status
from schemas.periods import Period
from tests.run.expendable import Installation
from tests.run.inboxes import ENROLMENT, Inbox, register
from tests.run.runs_here import run

FIRST, SECOND = "สพป.เชียงใหม่ เขต 1", "สพป.เชียงใหม่ เขต 2"
Install = Callable[[str], Installation]


def enrolment(*codes: str, boys: int = 10, period: str = "2563,1") -> list[str]:
    """A return of these schools; each has one girl."""
    return [ENROLMENT, *(f"{period},{code},บ้าน {code[-2:]},ป.1,{boys},1,{boys + 1},1" for code in codes)]


@pytest.fixture
def place(install: Install) -> Installation:
    return install("beside")


@pytest.fixture
def inbox(place: Installation) -> Inbox:
    return Inbox(place.folder / "inbox")


def asked(place: Installation, statement: str) -> list[tuple[Any, ...]]:
    engine = open_warehouse(place.warehouse_url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(statement))]
    finally:
        engine.dispose()


def open_issues(place: Installation) -> list[tuple[str, str, str]]:
    """Agency, rule and Thai sentence of what is said now of returns beside each other."""
    return asked(
        place,
        "SELECT a.agency_code, i.rule_code, i.message_th FROM ops_issue AS i "
        "JOIN ops_submission AS s ON s.submission_id = i.submission_id "
        "JOIN dim_agency AS a ON a.agency_id = s.agency_id "
        "WHERE i.closed_at IS NULL AND i.rule_code LIKE 'CR%' ORDER BY a.agency_code, i.rule_code",
    )


def told(place: Installation) -> list[tuple[str, str]]:
    return [(agency, rule) for agency, rule, _ in open_issues(place)]


def board(place: Installation) -> dict[str, tuple[str, int]]:
    """Status and number of queries of each return of the enrolment of 2563-1."""
    engine = open_warehouse(place.warehouse_url)
    try:
        with engine.connect() as connection:
            return {
                row["agency_code"]: (row["status"], row["query_count"])
                for row in submission_status(connection, "2563-1")
                if row["form_code"] == "enrolment" and row["query_count"] is not None
            }
    finally:
        engine.dispose()


def totals(report: RunReport) -> list[tuple[str, int, int | None, float]]:
    return [
        (each.agency_code, each.school_count, each.expected_school_count, each.figures["pupil_count"])
        for each in report.totals
    ]


def statuses(report: RunReport) -> list[tuple[str, Status, int]]:
    return [(each.agency_code, each.status, each.query_count) for each in report.outcomes]


def marked(report: RunReport) -> list[str]:
    return [Path(each.marked_file).name for each in report.outcomes if each.marked_file]


def test_two_returns_that_report_a_school_are_both_told(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002", "50010003"))
    inbox.send("5002/e.csv", enrolment("50010002", "50020001", boys=20))
    report = run(place)
    assert statuses(report) == [
        ("5001", Status.ACCEPTED_WITH_QUERIES, 1),
        ("5002", Status.ACCEPTED_WITH_QUERIES, 1),
    ]
    sentence = (
        "มีโรงเรียน 1 โรงที่ {} รายงานด้วย (บ้าน 02 (50010002)) จึงนับตามข้อมูลของ " + SECOND + " เท่านั้น "
        "ส่วนนักเรียน 11 คนในข้อมูลของ " + FIRST + " ไม่รวมในยอดของหน่วยงานและยอดจังหวัด"
    )
    assert open_issues(place) == [
        ("5001", "CR001", sentence.format(SECOND)),
        ("5002", "CR001", sentence.format(FIRST)),
    ]
    assert totals(report) == [("5001", 2, None, 22), ("5002", 2, None, 42)]
    (left,) = report.left_out
    assert (left.agency_code, left.heard_agency_code, left.figures) == ("5001", "5002", {"pupil_count": 11})
    assert left.schools == ("บ้าน 02 (50010002)",)


def test_it_is_told_of_a_return_that_was_loaded_before(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    assert board_after(place) == {"5001": ("accepted", 0)}
    inbox.send("5002/e.csv", enrolment("50010002", "50020001"))
    report = run(place)
    assert statuses(report) == [("5002", Status.ACCEPTED_WITH_QUERIES, 1)]
    assert [each.agency_code for each in report.left_out] == ["5001"]
    assert board(place) == {
        "5001": ("accepted_with_queries", 1),
        "5002": ("accepted_with_queries", 1),
    }


def board_after(place: Installation) -> dict[str, tuple[str, int]]:
    run(place)
    return board(place)


def test_what_is_said_goes_when_the_other_sends_again_without_the_school(
    place: Installation, inbox: Inbox
) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    inbox.send("5002/e.csv", enrolment("50010002", "50020001"))
    run(place)
    inbox.send("5002/e.csv", enrolment("50020001", boys=20))
    report = run(place)
    assert told(place) == []
    assert report.left_out == ()
    assert board(place) == {"5001": ("accepted", 0), "5002": ("accepted_with_queries", 1)}
    assert asked(place, "SELECT COUNT(*) FROM ops_issue WHERE rule_code = 'HI004'") == [(1,)]
    assert totals(report) == [("5001", 2, None, 22), ("5002", 1, None, 21)]


def test_a_return_that_is_left_out_as_a_whole_is_told_so(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    run(place)
    inbox.send("5002/e.csv", enrolment("50010001", "50010002", "50020001", boys=20))
    report = run(place)
    assert told(place) == [("5001", "CR001"), ("5001", "CR002"), ("5002", "CR001")]
    # An agency that has handed in is there, though nothing of it counts.
    assert totals(report) == [("5001", 0, None, 0), ("5002", 3, None, 63)]


def test_a_register_that_comes_later_says_who_is_heard(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    inbox.send("5002/e.csv", enrolment("50010001", "50020001", boys=20))
    run(place)
    inbox.send("5001/2563-1/register.csv", register("5001", 5))
    report = run(place)
    (left,) = report.left_out
    assert (left.agency_code, left.heard_agency_code, left.figures) == ("5002", "5001", {"pupil_count": 21})
    assert told(place) == [("5001", "CR001"), ("5002", "CR001")]
    assert totals(report)[0] == ("5001", 2, 5, 22)


def test_a_school_that_only_another_agency_reports_is_told_where_it_counts(
    place: Installation, inbox: Inbox
) -> None:
    inbox.send("5002/e.csv", enrolment("50010001", "50020001"))
    run(place)
    inbox.send("5001/2563-1/register.csv", register("5001", 2))
    report = run(place)
    assert told(place) == [("5002", "CR004")]
    (left,) = report.left_out
    assert (left.agency_code, left.heard_agency_code, left.counted_agency_code) == ("5002", "5002", "5001")
    assert totals(report) == [("5001", 1, 2, 11), ("5002", 1, None, 11)]


def test_two_registers_that_list_a_school_are_both_told(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/2563-1/register.csv", register("5001", 3))
    run(place)
    inbox.send("5002/2563-1/register.csv", [*register("5002", 2), *register("5001", 1)[1:]])
    report = run(place)
    assert told(place) == [("5001", "CR003"), ("5002", "CR003")]
    assert statuses(report) == [("5002", Status.ACCEPTED_WITH_QUERIES, 1)]
    assert f"จึงถือว่าสังกัด {SECOND}" in open_issues(place)[0][2]


def test_what_the_provincial_office_sends_is_told_of_the_agency_it_speaks_for(
    place: Installation, inbox: Inbox
) -> None:
    sample = place.folder / "sample"
    province = request_run(place.settings).province
    write_sample(sample, province=province, period=Period.parse("2563-1"), school_count=42, faults=False)
    sent = min(sample.rglob("*DMC.csv"))
    spoken_for = sent.relative_to(sample / "inbox").parts[0]
    target = place.folder / "inbox" / "provincial" / sent.name
    target.parent.mkdir(parents=True)
    sent.rename(target)
    run(place)
    ((code,),) = asked(place, "SELECT MIN(smis_code) FROM mart_enrolment_by_school")
    other = "5006" if spoken_for != "5006" else "5001"
    inbox.send(f"{other}/e.csv", enrolment(code, "50990001"))
    (left,) = run(place).left_out
    assert (left.agency_code, left.heard_agency_code) == (spoken_for, other)
    assert sorted(told(place)) == sorted([(spoken_for, "CR001"), (other, "CR001")])


@pytest.mark.parametrize(
    "second",
    [
        pytest.param(("5001/again.csv", enrolment("50010001", "50010002", boys=30)), id="another version"),
        pytest.param(("5002/e.csv", enrolment("50020001")), id="other schools"),
        pytest.param(("5002/e.csv", enrolment("50010001", period="2563,2")), id="another period"),
    ],
)
def test_returns_that_share_nothing_are_not_told_of_each_other(
    place: Installation, inbox: Inbox, second: tuple[str, Sequence[str]]
) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    run(place)
    inbox.send(*second)
    run(place)
    assert told(place) == []


def test_a_run_that_finds_nothing_new_tells_it_still(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    inbox.send("5002/e.csv", enrolment("50010002", "50020001"))
    first, again = run(place), run(place)
    assert again.outcomes == ()
    assert again.left_out == first.left_out
    assert len(told(place)) == 2


def test_a_file_that_is_read_again_is_no_new_version_for_what_is_said_of_it(
    place: Installation, inbox: Inbox
) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    inbox.send("5002/e.csv", enrolment("50010002", "50020001"))
    run(place)
    before = open_issues(place)
    run(place, force=True)
    assert open_issues(place) == before
    assert asked(place, "SELECT MAX(version), COUNT(*) FROM ops_submission") == [(1, 2)]
    assert asked(place, "SELECT COUNT(*) FROM ops_issue WHERE rule_code LIKE 'CR%'") == [(2,)]


def test_a_run_about_one_agency_tells_the_other_too(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/e.csv", enrolment("50010001", "50010002"))
    run(place, agencies=["5001"])
    inbox.send("5002/e.csv", enrolment("50010002", "50020001"))
    report = run(place, agencies=["5002"])
    assert told(place) == [("5001", "CR001"), ("5002", "CR001")]
    assert [each.agency_code for each in report.left_out] == ["5001"]


def test_a_file_that_another_replaces_at_once_is_told_so(place: Installation, inbox: Inbox) -> None:
    inbox.send("5001/1.csv", enrolment("50010001", "50010002"))
    inbox.send("5001/2.csv", enrolment("50010001", "50010002", boys=20))
    report = run(place)
    assert statuses(report) == [
        ("5001", Status.ACCEPTED_WITH_QUERIES, 1),
        ("5001", Status.ACCEPTED, 0),
    ]
    assert marked(report)[0] == "1_ตรวจแล้ว.xlsx"
    # Read again, both stay what they are.
    run(place, force=True)
    assert asked(
        place, "SELECT COUNT(*), MAX(CASE WHEN is_current THEN version END) FROM ops_submission"
    ) == [(2, 2)]
