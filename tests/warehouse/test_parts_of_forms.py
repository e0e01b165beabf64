"""Parts of a form have versions of their own: none replaces, holds, shrinks or answers for another."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from edusandbox.outcomes import Effect
from edusandbox.sources.registry import CalendarEntry, SendingDays
from edusandbox.submissions import CheckedSubmission, Status
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.history.comparison import compare_versions
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.filed_periods import filed_periods
from edusandbox.warehouse.load.references import current_figures, current_row_counts
from edusandbox.warehouse.marts.queries import agency_totals, submission_status
from schemas.catalogue import FORMS
from schemas.parts import Part
from schemas.periods import Period
from tests.warehouse.builders import (
    Figures,
    Warehouse,
    make_agency,
    make_delivery,
    make_enrolment,
    make_province,
)

NORTH: Figures = {("50010001", "P1"): (10, 11, 1), ("50010002", "P1"): (4, 3, 2)}
SOUTH: Figures = {("50010001", "P1"): (1, 2, 1)}
"""What a part says; which form it belongs to does not matter here, where only its key does."""


def part(code: str, figures: Figures, **changes: object) -> CheckedSubmission:
    return replace(make_enrolment(figures), part=code, **changes)  # type: ignore[arg-type]  # any field


def versions(warehouse: Warehouse) -> set[tuple[str, int, bool, str]]:
    rows = warehouse.query("SELECT part_code, version, is_current, status FROM mart_submission")
    return {(code, number, bool(is_current), status) for code, number, is_current, status in rows}


def test_each_part_is_numbered_and_replaced_by_itself(warehouse: Warehouse) -> None:
    warehouse.load(part("north", NORTH))
    first = warehouse.load(part("south", SOUTH))
    again = warehouse.load(part("north", NORTH | SOUTH))
    assert (first.part, first.version, first.effect) == ("south", 1, Effect.NEW_VERSION)
    assert (again.part, again.version) == ("north", 2)
    assert versions(warehouse) == {
        ("north", 1, False, "superseded"),
        ("north", 2, True, "accepted"),
        ("south", 1, True, "accepted"),
    }


def test_two_current_parts_are_no_damage(warehouse: Warehouse) -> None:
    warehouse.load_all(part("north", NORTH), part("south", SOUTH))
    assert check_warehouse(warehouse.engine) == []


def test_the_same_content_of_another_part_is_another_return(warehouse: Warehouse) -> None:
    outcomes = warehouse.load_all(part("north", NORTH), part("south", NORTH))
    assert [(each.part, each.effect) for each in outcomes] == [
        ("north", Effect.NEW_VERSION),
        ("south", Effect.NEW_VERSION),
    ]
    assert warehouse.load(part("south", NORTH)).effect is Effect.EQUAL_CONTENT


def test_a_held_part_leaves_the_others_as_they_are(warehouse: Warehouse) -> None:
    warehouse.load(part("south", SOUTH))
    warehouse.load(part("north", NORTH, status=Status.HELD))
    assert versions(warehouse) == {("north", 1, False, "held"), ("south", 1, True, "accepted")}


def test_what_stands_is_asked_for_by_part(warehouse: Warehouse) -> None:
    warehouse.load_all(part("north", NORTH), part("south", SOUTH))
    north, south = (("area1", "enrolment", code, "2563-1") for code in ("north", "south"))
    with warehouse.engine.connect() as connection:
        assert current_row_counts(connection) == {north: 2, south: 1}
        schools = current_figures(connection, [south])
        filed = filed_periods(connection, ["area1"])
    assert {school.codes[0] for school in schools[south]} == {"50010001"}
    assert {(form, code) for _, form, code, _ in filed} == {("enrolment", "north"), ("enrolment", "south")}


def test_the_status_has_a_row_for_each_part_that_is_owed_or_came(warehouse: Warehouse) -> None:
    days = {"north": date(2020, 7, 10), "south": date(2020, 7, 20)}
    first, last = date(2020, 7, 1), date(2021, 3, 31)
    sending = tuple(SendingDays("enrolment", code, first, due, last) for code, due in days.items())
    calendar = (CalendarEntry(Period.parse("2563-1"), first, last, sending),)
    agencies = make_agency("area1"), make_agency("area2", forms=("enrolment/south",))
    with writing(warehouse.engine) as connection:
        sync_province(connection, make_province(*agencies, calendar=calendar), datetime.now(UTC))
    warehouse.load(part("south", SOUTH))
    with warehouse.engine.connect() as connection:
        rows = [
            (row["agency_code"], row["part_code"], row["due_date"], row["status"])
            for row in submission_status(connection, "2563-1")
        ]
    assert rows == [
        ("area1", "north", days["north"], "not_received"),
        ("area1", "south", days["south"], "accepted"),
        ("area2", "south", days["south"], "not_received"),
    ]
    history = warehouse.query("SELECT part_code FROM ops_obligation_history WHERE replaced_at IS NULL")
    assert sorted(history) == [("north",), ("south",), ("south",)]


def test_a_school_is_heard_once_for_each_part(warehouse: Warehouse) -> None:
    warehouse.load_all(part("north", NORTH), part("south", SOUTH), delivery=make_delivery(content="area 1"))
    other = replace(part("south", SOUTH), agency_code="area2")
    warehouse.load(other)
    heard = warehouse.query(
        "SELECT r.part_code, d.smis_code, s.agency_code FROM mart_school_return AS r "
        "JOIN dim_school AS d ON d.school_id = r.school_id "
        "JOIN mart_submission AS s ON s.submission_id = r.submission_id ORDER BY 1, 2"
    )
    assert heard == [
        ("north", "50010001", "area1"),
        ("north", "50010002", "area1"),
        ("south", "50010001", "area2"),
    ]


def test_totals_of_a_run_are_of_each_part(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    parts = (Part("north", "เหนือ", "North"), Part("south", "ใต้", "South"))
    monkeypatch.setitem(FORMS, "enrolment", replace(FORMS["enrolment"], parts=parts, reported=None))
    warehouse.load_all(part("north", NORTH), part("south", SOUTH))
    with warehouse.engine.connect() as connection:
        totals = agency_totals(connection, "2563-1")
    assert [(total.part, total.school_count, dict(total.figures)) for total in totals] == [
        ("north", 2, {"pupil_total": 28}),
        ("south", 1, {"pupil_total": 3}),
    ]


def test_versions_of_a_part_are_compared_with_each_other(warehouse: Warehouse) -> None:
    warehouse.load_all(part("north", NORTH), part("south", SOUTH))
    warehouse.load(part("north", NORTH | {("50010001", "P1"): (12, 11, 1)}))
    with warehouse.engine.connect() as connection:
        found = compare_versions(connection, "area1", "enrolment", "2563-1", part_code="north")
    assert found.figures[["part_code", "figure", "before", "after"]].to_numpy().tolist() == [
        ["north", "male_count", 10, 12]
    ]
