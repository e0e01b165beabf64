"""Agencies, calendar and obligations are the registry's, and doing it twice changes nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from edusandbox.sources.registry import Province
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.dimensions import sync_province, usual_start_date
from edusandbox.warehouse.tables.operation_tables import ops_obligation
from schemas.periods import Period
from tests.warehouse.builders import (
    PROVINCE,
    Figures,
    Warehouse,
    make_agency,
    make_enrolment,
    make_entry,
    make_province,
    statements_of,
)

FIGURES: Figures = {("50010001", "P1"): (10, 11, 1)}
AGENCIES = "SELECT agency_code, name_th, CAST(valid_from_date AS TEXT) FROM dim_agency ORDER BY 1, 3"


def sync(warehouse: Warehouse, province: Province) -> None:
    with writing(warehouse.engine) as connection:
        sync_province(connection, province, datetime.now(UTC))


def test_it_is_there_once(warehouse: Warehouse) -> None:
    sync(warehouse, PROVINCE)
    assert (warehouse.count("dim_agency"), warehouse.count("dim_period")) == (3, 3)
    assert warehouse.count("ops_obligation") == 9


def test_what_is_as_it_was_is_not_written_again(warehouse: Warehouse) -> None:
    given = statements_of(warehouse.engine)
    sync(warehouse, PROVINCE)
    written = {
        word
        for each in given
        if each.split()[0] in {"INSERT", "UPDATE", "DELETE"}
        for word in each.split()[1:3]
    }
    assert written.isdisjoint({"dim_province", "dim_agency", "dim_period", "ops_obligation"})


def test_a_changed_name_and_due_date_arrive(warehouse: Warehouse) -> None:
    agency = make_agency("area1", name_th="สพป.ตัวอย่าง เขต 1 (ใหม่)")
    entry = make_entry("2563-1", date(2020, 7, 1), due=date(2020, 8, 31))
    sync(warehouse, make_province(agency, calendar=[entry]))
    assert warehouse.query(AGENCIES) == [("area1", "สพป.ตัวอย่าง เขต 1 (ใหม่)", "2010-01-01")]
    owed = "SELECT CAST(due_date AS TEXT) FROM mart_submission_status"
    assert warehouse.query(owed) == [("2020-08-31",)]


OWED = "SELECT form_code, period_code, CAST(due_date AS TEXT) FROM mart_submission_status ORDER BY 2, 1"


def test_nothing_is_owed_before_the_day_on_which_it_may_be_sent(warehouse: Warehouse) -> None:
    province = make_province(make_agency("area1"))
    with writing(warehouse.engine) as connection:
        connection.execute(ops_obligation.delete())
    for today, periods in [
        (date(2020, 6, 30), ["2562-2"]),
        (date(2020, 7, 1), ["2562-2", "2563-1"]),
        (date(2020, 12, 1), ["2562-2", "2563-1", "2563-2"]),
    ]:
        with writing(warehouse.engine) as connection:
            sync_province(connection, province, datetime.now(UTC), today=today)
        assert [row[1] for row in warehouse.query(OWED)] == periods


def test_a_run_of_an_earlier_day_takes_nothing_back_of_what_is_owed(warehouse: Warehouse) -> None:
    province = make_province(make_agency("area1"))
    for today in (date(2020, 12, 1), date(2020, 6, 30)):
        with writing(warehouse.engine) as connection:
            sync_province(connection, province, datetime.now(UTC), today=today)
    assert [row[1] for row in warehouse.query(OWED)] == ["2562-2", "2563-1", "2563-2"]


def test_each_form_is_due_on_its_own_day_and_the_period_on_the_last(warehouse: Warehouse) -> None:
    entry = make_entry("2563-1", date(2020, 7, 1), due=date(2020, 7, 10))
    later = tuple(replace(days, due_date=date(2020, 7, 31)) for days in entry.sending[:1])
    agency = make_agency("area1", forms=("school_register", "enrolment"))
    sync(warehouse, make_province(agency, calendar=[replace(entry, sending=later + entry.sending[1:])]))
    assert warehouse.query(OWED) == [
        ("enrolment", "2563-1", "2020-07-10"),
        ("school_register", "2563-1", "2020-07-31"),
    ]
    due = "SELECT CAST(due_date AS TEXT) FROM dim_period WHERE period_code = '2563-1'"
    assert warehouse.query(due) == [("2020-07-31",)]


def test_an_agency_that_left_stays_if_it_has_sent_anything(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES, agency="area2"))
    sync(warehouse, make_province(make_agency("area1")))
    assert [row[0] for row in warehouse.query(AGENCIES)] == ["area1", "area2"]
    assert warehouse.query("SELECT DISTINCT agency_code FROM ops_obligation NATURAL JOIN dim_agency") == [
        ("area1",)
    ]


def test_a_first_day_that_was_mended_moves_the_agencys_row(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    sync(warehouse, make_province(make_agency("area1", valid_from_date=date(2009, 5, 1))))
    assert [row[2] for row in warehouse.query(AGENCIES)] == ["2009-05-01"]
    assert warehouse.query("SELECT agency_code FROM ops_submission NATURAL JOIN dim_agency") == [("area1",)]


def test_a_renamed_agency_is_called_what_it_was_called_in_each_period(warehouse: Warehouse) -> None:
    change = date(2020, 10, 1)
    province = make_province(
        make_agency("area1", name_th="ชื่อเดิม", valid_to_date=date(2020, 9, 30)),
        make_agency("area1", name_th="ชื่อใหม่", valid_from_date=change),
    )
    sync(warehouse, province)
    later = replace(warehouse, province=province)
    for period in ("2563-1", "2563-2"):
        later.load(make_enrolment(FIGURES, period=period))
    names = "SELECT period_code, agency_name_th FROM mart_enrolment_by_agency ORDER BY 1"
    assert warehouse.query(names) == [("2563-1", "ชื่อเดิม"), ("2563-2", "ชื่อใหม่")]


def test_versions_stay_together_when_the_dates_of_an_agency_are_mended(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    province = make_province(
        make_agency("area1", valid_to_date=date(2015, 1, 1)),
        make_agency("area1", valid_from_date=date(2015, 1, 2)),
    )
    sync(warehouse, province)
    outcome = replace(warehouse, province=province).load(make_enrolment({("50010001", "P1"): (1, 2, 1)}))
    assert outcome.version == 2
    assert warehouse.query("SELECT SUM(pupil_count) FROM mart_enrolment_by_school") == [(3,)]


def test_a_period_outside_the_calendar_is_added_without_dates(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES, period="2561-1"))
    dates = (
        "SELECT start_date, due_date, CAST(order_date AS TEXT) FROM dim_period WHERE period_code = '2561-1'"
    )
    assert warehouse.query(dates) == [(None, None, "2018-05-16")]


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("2563-1", date(2020, 5, 16)),
        ("2563-2", date(2020, 11, 1)),
        ("2563-3", date(2021, 4, 1)),
        ("2563", date(2020, 5, 16)),
        ("FY2563", date(2019, 10, 1)),
    ],
)
def test_periods_begin_when_they_usually_do(code: str, day: date) -> None:
    assert usual_start_date(Period.parse(code)) == day
