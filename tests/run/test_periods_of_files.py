"""Under which period a run files what it reads, and what it leaves open."""

from collections.abc import Callable

from sqlalchemy import text

from edusandbox.outcomes import RunReport
from edusandbox.submissions import Status
from edusandbox.warehouse.engine import open_warehouse
from tests.checking.dmc_exports import as_text, report
from tests.run.expendable import Installation
from tests.run.inboxes import Inbox
from tests.run.runs_here import run

OFFICE = ["ที่,รหัสโรงเรียน,ชื่อโรงเรียน,ป.1 ชาย,ป.1 หญิง", "1,50010001,บ้านสันทราย,3,4"]


def rows(installation: Installation, query: str, **values: str) -> list[tuple[object, ...]]:
    engine = open_warehouse(installation.warehouse_url)
    try:
        with engine.connect() as connection:
            return [tuple(row) for row in connection.execute(text(query), values)]
    finally:
        engine.dispose()


def put(installation: Installation, path: str, content: bytes) -> None:
    target = installation.folder / "inbox" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)


def statuses(installation: Installation) -> dict[object, object]:
    """By period, of the enrolment that 5001 owes or has sent."""
    found = rows(
        installation,
        "SELECT period_code, status FROM mart_submission_status"
        " WHERE agency_code = '5001' AND form_code = 'enrolment'",
    )
    return {row[0]: row[1] for row in found}


def test_a_file_whose_name_says_another_year_answers_for_no_period(
    install: Callable[[str], Installation],
) -> None:
    installation = install("another_year")
    Inbox(installation.folder / "inbox").send("5001/นักเรียน 2568.csv", OFFICE)
    outcomes = run(installation).outcomes
    assert [(each.status, each.period, each.rows_loaded) for each in outcomes] == [(Status.HELD, "2568", 0)]
    assert statuses(installation)["2563-1"] == "not_received"
    assert statuses(installation)["2568"] == "held"
    assert rows(installation, "SELECT COUNT(*) FROM fact_enrolment") == [(0,)]
    assert rows(installation, "SELECT COUNT(*) FROM mart_school_return") == [(0,)]


def test_in_a_folder_that_says_the_period_the_same_file_is_filed_under_it(
    install: Callable[[str], Installation],
) -> None:
    installation = install("decided")
    Inbox(installation.folder / "inbox").send("5001/2563-1/นักเรียน 2568.csv", OFFICE)
    assert [each.status for each in run(installation).outcomes] == [Status.ACCEPTED]
    assert statuses(installation)["2563-1"] == "accepted"


def test_a_file_that_states_no_period_is_filed_under_the_one_that_is_open_on_the_day(
    install: Callable[[str], Installation],
) -> None:
    installation = install("by_day")
    inbox = Inbox(installation.folder / "inbox")
    inbox.send("5001/นักเรียน.csv", OFFICE)
    report = run(installation, today="2563-11-30")
    assert [(each.status, each.period) for each in report.outcomes] == [(Status.ACCEPTED, "2563-1")]
    assert report.period == "2563-1"
    inbox.send("5002/นักเรียน.csv", OFFICE)
    report = run(installation, today="2563-12-01")
    assert [each.period for each in report.outcomes] == ["2563-2"]
    assert report.period == "2563-2"
    assert statuses(installation)["2563-1"] == "accepted"


def test_where_no_period_is_open_a_file_that_states_none_is_held_and_answers_for_none(
    install: Callable[[str], Installation],
) -> None:
    installation = install("nothing_open")
    inbox = Inbox(installation.folder / "inbox")
    inbox.send("5001/นักเรียน.csv", OFFICE)
    inbox.send("5002/2563-1/นักเรียน.csv", OFFICE)
    outcomes = {each.agency_code: each for each in run(installation, today="2580-01-01").outcomes}
    assert (outcomes["5001"].status, outcomes["5001"].rows_loaded) == (Status.HELD, 0)
    assert (outcomes["5002"].status, outcomes["5002"].period) == (Status.ACCEPTED, "2563-1")
    found = rows(installation, "SELECT DISTINCT rule_code FROM ops_issue WHERE severity = 'error'")
    assert found == [("RE017",)]
    assert rows(installation, "SELECT COUNT(*) FROM ops_submission WHERE is_current") == [(1,)]


def test_what_was_held_while_nothing_was_open_is_taken_under_the_period_asked_for(
    install: Callable[[str], Installation],
) -> None:
    installation = install("asked")
    Inbox(installation.folder / "inbox").send("5001/นักเรียน.csv", OFFICE)
    run(installation, today="2580-01-01")
    report = run(installation, today="2580-01-02", period="2563-1", agencies=["5001"], force=True)
    assert [(each.status, each.period) for each in report.outcomes] == [(Status.ACCEPTED, "2563-1")]


def totals(installation: Installation, period: str) -> list[tuple[object, ...]]:
    return rows(
        installation,
        "SELECT agency_code, SUM(male_count), SUM(female_count), SUM(classroom_count)"
        " FROM mart_enrolment_by_agency WHERE period_code = :period GROUP BY agency_code",
        period=period,
    )


def test_the_round_at_the_end_of_a_year_is_filed_under_the_academic_year(
    install: Callable[[str], Installation],
) -> None:
    installation = install("year")
    put(installation, "5001/2562-3-จำนวนนักเรียน.csv", as_text(report("2562-3", area="50010000"), "cp874"))
    put(installation, "5001/2563_รอบที่_1_schoolmis.csv", as_text(report("2563-1")))
    result: RunReport = run(installation)
    assert {each.period: each.status for each in result.outcomes} == {
        "2562": Status.ACCEPTED,
        "2563-1": Status.ACCEPTED,
    }
    for period in ("2562", "2563-1"):
        assert totals(installation, period) == [("5001", 52, 60, 8)]
        assert statuses(installation)[period] == "accepted"


PUPILS = "SELECT period_code, SUM(pupil_count) FROM mart_enrolment_by_agency GROUP BY period_code ORDER BY 1"


def test_a_file_read_again_on_a_later_day_is_filed_under_no_second_period(
    install: Callable[[str], Installation],
) -> None:
    installation = install("again")
    Inbox(installation.folder / "inbox").send("5001/นักเรียน.csv", OFFICE)
    run(installation, today="2563-11-30")
    (outcome,) = run(installation, today="2563-12-01", force=True).outcomes
    assert outcome.status is Status.HELD
    assert rows(installation, PUPILS) == [("2563-1", 7)]
    told = rows(installation, "SELECT DISTINCT rule_code FROM ops_issue WHERE rule_code = 'RE020'")
    assert told == [("RE020",)]


def test_a_correction_after_the_closing_day_waits_for_a_person_who_may_say_its_period(
    install: Callable[[str], Installation],
) -> None:
    installation = install("correction")
    inbox = Inbox(installation.folder / "inbox")
    inbox.send("5001/นักเรียน.csv", OFFICE)
    run(installation, today="2563-11-30")
    inbox.send("5001/นักเรียน.csv", [OFFICE[0], OFFICE[1].replace(",3,4", ",4,4")])
    (outcome,) = run(installation, today="2563-12-01").outcomes
    assert outcome.status is Status.HELD
    assert rows(installation, PUPILS) == [("2563-1", 7)]
    (outcome,) = run(installation, today="2563-12-01", period="2563-1", force=True).outcomes
    assert outcome.status is Status.ACCEPTED
    assert rows(installation, PUPILS) == [("2563-1", 8)]
