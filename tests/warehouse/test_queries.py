"""What the operator, the reports and the example queries read."""

from collections.abc import Callable
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection

from edusandbox.outcomes import AgencyTotal
from edusandbox.reports.example_queries import example_queries
from edusandbox.submissions import Status
from edusandbox.warehouse.marts.queries import agency_totals, submission_status
from tests.warehouse.builders import (
    HIDDEN,
    RECEIVED_AT,
    Entry,
    Figures,
    Warehouse,
    make_delivery,
    make_enrolment,
    make_issue,
    make_register,
)

Answer = TypeVar("Answer")
FIGURES: Figures = {
    ("50010001", "P1"): (10, 11, 1),
    ("50010001", "P2"): (12, None, 2),
    ("50010002", "P1"): (100, HIDDEN, None),
}


def sums(male: int, female: int, pupils: int, classrooms: int) -> dict[str, int]:
    return {
        "male_count": male,
        "female_count": female,
        "pupil_count": pupils,
        "classroom_count": classrooms,
    }


def asked(warehouse: Warehouse, question: Callable[..., Answer], *details: str) -> Answer:
    with warehouse.engine.connect() as connection:
        return question(connection, *details)


def status_by_agency(connection: Connection) -> dict[str, dict[str, Any]]:
    return {
        row["agency_code"]: row
        for row in submission_status(connection, "2563-1")
        if row["form_code"] == "enrolment"
    }


def test_what_is_owed_and_has_not_come_says_so(warehouse: Warehouse) -> None:
    rows = asked(warehouse, submission_status)
    assert [(row["period_code"], row["agency_code"]) for row in rows] == [
        (period, agency)
        for period in ("2562-2", "2563-1", "2563-2")
        for agency in ("area1", "area2", "area3")
    ]
    assert {row["status"] for row in rows} == {"not_received"}
    assert rows[0]["due_date"].isoformat() == "2019-11-10"
    assert (rows[0]["current_version"], rows[0]["file_name"], rows[0]["received_at"]) == (None, None, None)


def test_what_came_says_what_became_of_it(warehouse: Warehouse) -> None:
    issues = [make_issue()]
    first = make_enrolment(FIGURES, status=Status.PARTLY_ACCEPTED, set_aside={9: {"a": "b"}}, issues=issues)
    warehouse.load(first, delivery=make_delivery(content="first", file_name="ภาค 1.xlsx"))
    row = asked(warehouse, status_by_agency)["area1"]
    assert row == {
        "agency_code": "area1",
        "agency_name_th": "สพป.ตัวอย่าง เขต 1",
        "form_code": "enrolment",
        "part_code": "",
        "period_code": "2563-1",
        "due_date": row["due_date"],
        "status": "partly_accepted",
        "newest_version": 1,
        "current_version": 1,
        "received_at": RECEIVED_AT,
        "file_name": "ภาค 1.xlsx",
        "row_count_loaded": 2,
        "row_count_set_aside": 1,
        "error_count": 1,
        "query_count": 0,
        "notice_count": 0,
    }


def test_a_held_version_shows_beside_the_current_one(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    warehouse.load(make_enrolment({("50010001", "P1"): (1, 1, 1)}, status=Status.HELD))
    row = asked(warehouse, status_by_agency)["area1"]
    assert (row["status"], row["newest_version"], row["current_version"]) == ("held", 2, 1)


def test_what_came_without_being_owed_is_there_too(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001"), period="2561-1"))
    (row,) = asked(warehouse, submission_status, "2561-1")
    assert (row["form_code"], row["status"], row["due_date"]) == ("school_register", "accepted", None)


def test_each_return_is_one_row_whatever_was_sent(warehouse: Warehouse) -> None:
    for agency in ("area1", "area2"):
        for boys in range(3):
            warehouse.load(make_enrolment({("50010001", "P1"): (boys, 1, 1)}, agency=agency))
    assert len(asked(warehouse, submission_status)) == 9


def test_totals_are_those_of_the_current_versions(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({("50010009", "P1"): (999, 999, 99)}))
    warehouse.load(make_enrolment(FIGURES))
    warehouse.load(make_enrolment({("50020001", "K2"): (None, None, None)}, agency="area2"))
    assert asked(warehouse, agency_totals, "2563-1") == (
        AgencyTotal("area1", "สพป.ตัวอย่าง เขต 1", "enrolment", "", "2563-1", 2, sums(122, 11, 133, 3)),
        AgencyTotal("area2", "สพป.ตัวอย่าง เขต 2", "enrolment", "", "2563-1", 1, sums(0, 0, 0, 0)),
    )


def test_a_school_without_a_figure_is_counted_among_the_totals_schools(warehouse: Warehouse) -> None:
    figures: Figures = {("50010001", "P1"): (None, None, None), ("50010002", "P2"): (1, None, 2)}
    warehouse.load(make_enrolment(figures))
    (totals,) = asked(warehouse, agency_totals, "2563-1")
    assert (totals.school_count, totals.figures) == (2, sums(1, 0, 1, 2))


def test_totals_count_a_school_for_its_own_agency(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001"), Entry("50010002")))
    warehouse.load(make_register(Entry("50010003"), agency="area2"))
    figures: Figures = {("50010001", "P1"): (1, 1, 1), ("50010003", "P1"): (10, 10, 10)}
    warehouse.load(make_enrolment(figures))
    totals = [
        (each.agency_code, each.figures["pupil_count"]) for each in asked(warehouse, agency_totals, "2563-1")
    ]
    assert totals == [("area1", 2), ("area2", 20)]


def test_totals_leave_other_periods_out_and_hear_an_older_register(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010003"), agency="area2", period="2561-1"))
    warehouse.load(make_enrolment({("50010003", "P1"): (10, 10, 10)}))
    warehouse.load(make_enrolment({("50010003", "P1"): (1, 1, 1)}, period="2563-2"))
    totals = [
        (each.agency_code, each.figures["pupil_count"]) for each in asked(warehouse, agency_totals, "2563-1")
    ]
    assert totals == [("area1", 0), ("area2", 20)]


@pytest.mark.parametrize(
    ("period", "coverage"),
    [
        pytest.param("2562-2", (0, 3), id="before its first register: that"),
        pytest.param("2563-1", (2, 3), id="its newest register until then"),
        pytest.param("2563-2", (1, 2), id="without a school that has gone, with one that has come"),
    ],
)
def test_totals_say_of_how_many_schools_they_are_made(
    warehouse: Warehouse, period: str, coverage: tuple[int, int]
) -> None:
    schools = [Entry(f"5001000{number}") for number in range(1, 5)]
    warehouse.load(make_register(*schools[:3], period="2563-1"))
    warehouse.load(make_register(schools[0], schools[3], period="2563-2"))
    warehouse.load(make_enrolment({("50010001", "P1"): (1, 1, 1), ("50010002", "P1"): (1, 1, 1)}))
    warehouse.load(make_enrolment({("50010001", "P1"): (1, 1, 1)}, period="2563-2"))
    warehouse.load(make_enrolment({("50020001", "P1"): (1, 1, 1)}, agency="area2", period="2562-2"))
    of_area1 = asked(warehouse, agency_totals, period)[0]
    assert (of_area1.school_count, of_area1.expected_school_count) == coverage


def test_a_school_that_another_agencys_register_has_meanwhile_is_expected_there(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001"), Entry("50010002"), period="2562-2"))
    warehouse.load(make_register(Entry("50010002"), Entry("50020001"), agency="area2"))
    warehouse.load(make_enrolment({("50010001", "P1"): (1, 1, 1)}))
    totals = asked(warehouse, agency_totals, "2563-1")
    assert [(each.agency_code, each.school_count, each.expected_school_count) for each in totals] == [
        ("area1", 1, 1),
        ("area2", 0, 2),
    ]


def test_a_school_that_no_register_has_yet_is_one_of_all_schools(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({("50010001", "P1"): (1, 1, 1), ("50010009", "P1"): (1, 1, 1)}))
    warehouse.load(make_register(Entry("50010001"), Entry("50010002")))
    (totals,) = asked(warehouse, agency_totals, "2563-1")
    assert (totals.school_count, totals.expected_school_count) == (2, 3)


def test_totals_of_some_agencies_are_the_same_as_among_all(warehouse: Warehouse) -> None:
    # Before its register comes, area3 reports a school of area1 under another of its codes.
    warehouse.load(make_enrolment({("50010002", "P1"): (5, 5, 5)}, period="2562-1"))
    by_ministry_code: Figures = {("1050010002", "P1"): (3, 3, 3), ("50030001", "P1"): (100, 100, 100)}
    warehouse.load(make_enrolment(by_ministry_code, agency="area3"))
    linked = Entry("50010002", ministry_code="1050010002")
    warehouse.load(make_register(Entry("50010001"), Entry("50010009"), linked, period="2562-1"))
    warehouse.load(make_register(Entry("50010003"), agency="area2"))
    warehouse.load(make_register(Entry("50010001"), linked, period="2563-2"))
    replaced: Figures = {("50010009", "P1"): (1000, 1000, 1000)}
    warehouse.load(make_enrolment(replaced, agency="area2"))
    warehouse.load(make_enrolment({("50030001", "P1"): (7, 7, 7)}, agency="area2"))
    foreign: Figures = {("50010001", "P1"): (1, 1, 1), ("50010003", "P1"): (10, 10, 10)}
    warehouse.load(make_enrolment(foreign))
    with warehouse.engine.connect() as connection:
        of_all = agency_totals(connection, "2563-1")
        assert [(each.agency_code, each.school_count, each.figures["pupil_count"]) for each in of_all] == [
            ("area1", 2, 8),
            ("area2", 2, 34),
            ("area3", 0, 0),
        ]
        assert [each.expected_school_count for each in of_all] == [3, 2, None]
        for each in of_all:
            assert agency_totals(connection, "2563-1", [each.agency_code]) == (each,)
        assert agency_totals(connection, "2563-1", ["area2", "area1", "area3"]) == of_all
        assert agency_totals(connection, "2563-1", []) == ()


def test_a_period_without_figures_has_no_totals(warehouse: Warehouse) -> None:
    assert asked(warehouse, agency_totals, "2563-2") == ()


@pytest.mark.parametrize(
    ("number", "answer"),
    [
        (0, [("สพป.ตัวอย่าง เขต 1", 122, 11, 133, 3)]),
        (
            1,
            [
                ("สพป.ตัวอย่าง เขต 1", "50010001", "โรงเรียน 50010001", 33),
                ("สพป.ตัวอย่าง เขต 1", "50010002", "โรงเรียน 50010002", 100),
            ],
        ),
        (2, [("สพป.ตัวอย่าง เขต 2", "enrolment", ""), ("สพป.ตัวอย่าง เขต 3", "enrolment", "")]),
    ],
)
def test_the_example_queries_answer(warehouse: Warehouse, number: int, answer: list[tuple[Any, ...]]) -> None:
    warehouse.load(make_enrolment(FIGURES))
    rows = warehouse.query(example_queries("2563-1")[number].sql)
    assert [row[-len(answer[0]) :] for row in rows] == answer
