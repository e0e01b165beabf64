"""Every pupil of a current return is in a sum, or somebody is told that he is not."""

import random
from datetime import UTC, datetime

import pandas as pd
import pytest

from edusandbox.run.comparing import STANDING_RULES, compare_returns, left_out
from edusandbox.submissions import Status
from edusandbox.warehouse.history.as_at import read_mart
from edusandbox.warehouse.marts.queries import agency_totals
from tests.warehouse.builders import HIDDEN, Count, Entry, Figures, Warehouse, make_enrolment, make_register

AGENCIES = ("area1", "area2", "area3")
PERIODS = ("2563-1", "2563-2")
SCHOOLS = tuple(f"5001000{number}" for number in range(1, 7))
REPORTED = """
    SELECT s.submission_id, a.agency_code, p.period_code, COALESCE(SUM(f.pupil_count), 0)
    FROM ops_submission AS s
    JOIN dim_agency AS a ON a.agency_id = s.agency_id
    JOIN dim_period AS p ON p.period_id = s.period_id
    LEFT JOIN fact_enrolment_by_sex AS f ON f.submission_id = s.submission_id
    WHERE s.is_current AND s.form_code = 'enrolment'
    GROUP BY s.submission_id, a.agency_code, p.period_code
"""
ADDING = """
    SELECT DISTINCT submission_id FROM mart_enrolment_by_school
    WHERE pupil_count IS NOT NULL OR classroom_count IS NOT NULL
    UNION SELECT submission_id FROM mart_school
"""


def handed_in(warehouse: Warehouse, source: random.Random) -> None:
    """Some agency's return or register of some schools, often another's, with blank and hidden figures."""
    agency, period = source.choice(AGENCIES), source.choice(PERIODS)
    schools = source.sample(SCHOOLS, k=source.randint(1, 3))
    if source.random() < 0.3:
        outcome = warehouse.load(make_register(*map(Entry, schools), agency=agency, period=period))
    else:
        counts: list[Count] = source.choice([[None, HIDDEN], [None, 0, 7], [1, 20, 300]])
        figures: Figures = {
            (school, grade): (source.choice(counts), source.choice(counts), None)
            for school in schools
            for grade in ("K2", "P1")
        }
        status = source.choice([Status.ACCEPTED, Status.ACCEPTED, Status.PARTLY_ACCEPTED, Status.HELD])
        outcome = warehouse.load(make_enrolment(figures, agency=agency, period=period, status=status))
    assert compare_returns([outcome], warehouse.engine).failed == []


def assert_every_pupil_is_in_a_sum_or_told(warehouse: Warehouse) -> None:
    reported = warehouse.query(REPORTED)
    with warehouse.engine.connect() as connection:
        for period in PERIODS:
            elsewhere = left_out(connection, period, None)
            in_sums = sum(each.figures["pupil_count"] for each in agency_totals(connection, period))
            in_none = sum(each.figures["pupil_count"] for each in elsewhere if each.is_in_no_sum)
            assert sum(row[3] for row in reported if row[2] == period) == in_sums + in_none
            for each in agency_totals(connection, period):
                own = sum(row[3] for row in reported if row[1:3] == (each.agency_code, period))
                away = sum(
                    one.figures["pupil_count"] for one in elsewhere if one.agency_code == each.agency_code
                )
                come = sum(
                    one.figures["pupil_count"]
                    for one in elsewhere
                    if not one.is_in_no_sum and one.counted_agency_code == each.agency_code
                )
                assert own - away + come == each.figures["pupil_count"]


def assert_whoever_adds_nothing_is_told(warehouse: Warehouse) -> None:
    current = {row[0] for row in warehouse.query("SELECT submission_id FROM ops_submission WHERE is_current")}
    told = warehouse.query(
        "SELECT submission_id, rule_code FROM ops_issue WHERE closed_at IS NULL AND rule_code LIKE 'CR%'"
    )
    assert {rule for _, rule in told} <= STANDING_RULES
    assert {submission for submission, _ in told} <= current
    silent = current - {row[0] for row in warehouse.query(ADDING)}
    assert silent <= {submission for submission, _ in told}
    assert {submission for submission, rule in told if rule == "CR002"} <= silent


def assert_counts_and_status_follow(warehouse: Warehouse) -> None:
    rows = warehouse.query(
        """
        SELECT s.status, s.verdict, s.query_count, COUNT(i.issue_id)
        FROM ops_submission AS s
        LEFT JOIN ops_issue AS i ON i.submission_id = s.submission_id AND i.closed_at IS NULL
        WHERE s.is_current
        GROUP BY s.submission_id, s.status, s.verdict, s.query_count
        """
    )
    for status, verdict, query_count, issue_count in rows:
        assert query_count == issue_count
        if verdict == "accepted":
            assert status == ("accepted_with_queries" if query_count else "accepted")
        else:
            assert status == verdict


@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_sent_every_pupil_is_in_a_sum_or_told(warehouse: Warehouse, seed: int) -> None:
    source = random.Random(seed)  # noqa: S311 - repeatable on purpose
    for _ in range(12):
        handed_in(warehouse, source)
        assert_every_pupil_is_in_a_sum_or_told(warehouse)
        assert_whoever_adds_nothing_is_told(warehouse)
        assert_counts_and_status_follow(warehouse)


def test_a_return_without_any_figure_is_told_so(warehouse: Warehouse) -> None:
    outcome = warehouse.load(make_enrolment({(SCHOOLS[0], "P1"): (None, HIDDEN, None)}))
    ((key, issues),) = compare_returns([outcome], warehouse.engine).results
    assert key == (("area1", "enrolment", "", "2563-1"), 1)
    assert [issue.code for issue in issues] == ["CR002"]


def test_a_nil_return_adds_nothing_and_need_not_say_so(warehouse: Warehouse) -> None:
    outcome = warehouse.load(make_enrolment({}, status=Status.NIL))
    assert [issues for _, issues in compare_returns([outcome], warehouse.engine).results] == [()]


def test_what_was_said_of_a_version_ends_with_it(warehouse: Warehouse) -> None:
    outcomes = [
        warehouse.load(make_enrolment({(SCHOOLS[0], "P1"): (1, 1, 1)}, agency=agency))
        for agency in AGENCIES[:2]
    ]
    compare_returns(outcomes, warehouse.engine)
    outcome = warehouse.load(make_enrolment({(SCHOOLS[1], "P1"): (1, 1, 1)}, agency="area2"))
    compare_returns([outcome], warehouse.engine)
    rows = warehouse.query("SELECT status, query_count FROM ops_submission ORDER BY submission_id")
    assert rows == [("accepted", 0), ("superseded", 0), ("accepted", 0)]
    assert warehouse.query("SELECT COUNT(*) FROM ops_issue WHERE closed_at IS NULL") == [(0,)]


def test_the_present_is_told_alike_now_and_as_at_now(warehouse: Warehouse) -> None:
    outcomes = [
        warehouse.load(make_enrolment({(SCHOOLS[0], "P1"): (1, 1, 1)}, agency=agency))
        for agency in AGENCIES[:2]
    ]
    compare_returns(outcomes, warehouse.engine)
    with warehouse.engine.connect() as connection:
        now = read_mart(connection, "mart_submission_status", where={"period_code": "2563-1"})
        then = read_mart(
            connection, "mart_submission_status", at=datetime.now(UTC), where={"period_code": "2563-1"}
        )
    pd.testing.assert_frame_equal(now, then)
    assert set(now["status"]) == {"accepted_with_queries", "not_received"}
