"""Any past moment gives what the marts said then: a made-up year is lived through and asked about later."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from itertools import pairwise
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import text

from edusandbox.submissions import Status
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.history.as_at import read_mart
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.marts.mart_views import VIEW_NAMES
from tests.warehouse.builders import (
    PROVINCE,
    Entry,
    Warehouse,
    make_agency,
    make_delivery,
    make_enrolment,
    make_entry,
    make_issue,
    make_province,
    make_register,
)

SMIS, OTHER, THIRD = "50010001", "50010002", "50020001"
MINISTRY = "1050130534"
# What describes the program and not the province is the same at every moment.
MARTS = tuple(name for name in VIEW_NAMES if name != "mart_dictionary")


@dataclass
class Year:
    """A warehouse that is lived through: after each event the marts as they are, and the pupils meant."""

    warehouse: Warehouse
    kept: list[tuple[datetime, dict[str, set[tuple[Any, ...]]], dict[str, int]]] = field(default_factory=list)
    pupils: dict[str, int] = field(default_factory=dict)

    def remember(self, **pupils: int | None) -> None:
        """Keeps this moment; `pupils` are those of an agency in 2563-1 from now on, None for no row."""
        self.pupils |= {agency: count for agency, count in pupils.items() if count is not None}
        for agency, count in pupils.items():
            if count is None:
                self.pupils.pop(agency, None)
        self.kept.append((datetime.now(UTC), self.marts(None), dict(self.pupils)))

    def marts(self, at: datetime | None) -> dict[str, set[tuple[Any, ...]]]:
        with self.warehouse.engine.connect() as connection:
            return {
                name: set(
                    read_mart(connection, name, at=at).astype("object").itertuples(index=False, name=None)
                )
                for name in MARTS
            }

    def pupils_by_agency(self, at: datetime) -> dict[str, int]:
        with self.warehouse.engine.connect() as connection:
            mart = read_mart(connection, "mart_enrolment_by_agency", at=at, where={"period_code": "2563-1"})
        return {
            str(code): int(count) for code, count in mart.groupby("agency_code")["pupil_count"].sum().items()
        }

    def sync(self, province: Any) -> None:  # noqa: ANN401 - a registry
        with writing(self.warehouse.engine) as connection:
            sync_province(connection, province, datetime.now(UTC))


def without_nan(state: dict[str, set[tuple[Any, ...]]]) -> dict[str, set[tuple[Any, ...]]]:
    """NaN is not itself, so that sets of rows would never be equal."""
    return {
        name: {tuple(None if pd.isna(each) else each for each in row) for row in rows}
        for name, rows in state.items()
    }


def live_through(year: Year) -> None:
    load = year.warehouse.load
    year.remember()
    load(make_register(Entry(SMIS, "บ้านสันโค้ง"), Entry(OTHER, "บ้านหลวง"), period="2562-2"))
    year.remember()
    first = make_delivery(content="first")
    load(make_enrolment({(SMIS, "P1"): (10, 11, 1), (OTHER, "P1"): (1, None, 1)}), delivery=first)
    year.remember(area1=22)
    load(make_enrolment({(THIRD, "P1"): (5, 5, 1)}, agency="area2"))
    year.remember(area2=10)
    load(make_enrolment({(SMIS, "P1"): (99, 99, 1)}, status=Status.HELD, issues=[make_issue()]))
    year.remember()
    load(make_enrolment({(SMIS, "P1"): (12, 11, 1), (OTHER, "P1"): (1, 2, 1)}))
    year.remember(area1=26)
    year.sync(replace(PROVINCE, agencies=(make_agency("area1", name_th="ชื่อใหม่"), *PROVINCE.agencies[1:])))
    year.remember()
    load(make_register(Entry(OTHER, "บ้านหลวง", MINISTRY), agency="area2", period="2563-1"))
    year.remember(area1=23, area2=13)
    load(make_enrolment({(MINISTRY, "K2"): (4, 4, 1)}, agency="area3", period="2562-2"))
    year.remember()
    load(make_enrolment({(SMIS, "P1"): (10, 11, 1), (OTHER, "P1"): (1, None, 1)}), delivery=first)
    year.remember(area1=21, area2=11)
    calendar = PROVINCE.calendar.values()
    later = [make_entry(each.period.code, each.start_date, due=date(2020, 8, 31)) for each in calendar]
    year.sync(make_province(make_agency("area1"), make_agency("area2", forms=()), calendar=later))
    year.remember()


@pytest.fixture
def year(warehouse: Warehouse) -> Year:
    lived = Year(warehouse)
    live_through(lived)
    return lived


def test_every_past_moment_is_told_as_it_was(year: Year) -> None:
    for at, then, _ in year.kept:
        assert without_nan(year.marts(at)) == without_nan(then)


def test_every_past_moment_has_the_pupils_that_were_meant(year: Year) -> None:
    assert [year.pupils_by_agency(at) for at, _, _ in year.kept] == [pupils for _, _, pupils in year.kept]


def test_each_event_of_the_year_changed_something(year: Year) -> None:
    """Otherwise equal answers would prove nothing."""
    states = [without_nan(then) for _, then, _ in year.kept]
    assert all(before != after for before, after in pairwise(states))


def test_before_the_first_day_there_was_nothing(year: Year) -> None:
    states = year.marts(datetime(2019, 1, 1, tzinfo=UTC))
    assert {name: len(rows) for name, rows in states.items()} == dict.fromkeys(MARTS, 0)


def test_two_schools_that_turned_out_to_be_one_were_two_before(warehouse: Warehouse) -> None:
    year = Year(warehouse)
    warehouse.load(make_register(Entry(SMIS, "ก"), period="2562-2"))
    warehouse.load(make_register(Entry(MINISTRY, "ก"), agency="area2", period="2563-1"))
    warehouse.load(make_enrolment({(SMIS, "P1"): (1, 2, 1)}))
    year.remember(area1=3)
    warehouse.load(make_register(Entry(SMIS, "ก", MINISTRY), agency="area3", period="2563-2"))
    ((at, then, pupils),) = year.kept
    assert without_nan(year.marts(at)) == without_nan(then)
    assert year.pupils_by_agency(at) == pupils
    assert {row[0] for row in warehouse.query("SELECT school_id FROM mart_school")} == {1}
    assert year.pupils_by_agency(datetime.now(UTC)) == {"area2": 3}


def test_a_moved_school_counts_then_for_its_former_and_now_for_its_present_agency(
    warehouse: Warehouse,
) -> None:
    warehouse.load(make_register(Entry(SMIS), period="2562-2"))
    warehouse.load(make_enrolment({(SMIS, "P1"): (1, 2, 1)}, period="2562-2"))
    warehouse.load(make_register(Entry(SMIS), agency="area2", period="2563-1"))
    statement = "SELECT agency_code, pupil_count FROM {} WHERE period_code = '2562-2'"
    assert warehouse.query(statement.format("mart_enrolment_by_agency")) == [("area1", 3)]
    assert warehouse.query(statement.format("mart_enrolment_by_agency_as_now")) == [("area2", 3)]


def test_postgresql_has_a_function_for_every_past(year: Year) -> None:
    if year.warehouse.engine.dialect.name != "postgresql":
        pytest.skip("SQLite has no functions; Python's read_mart asks it the same")
    with year.warehouse.engine.connect() as connection:
        for at, then, _ in year.kept:
            for name in MARTS:
                rows = connection.execute(text(f"SELECT * FROM {name}_as_at(:at)"), {"at": at}).all()  # noqa: S608 - our own names
                assert without_nan({name: {tuple(row) for row in rows}}) == without_nan({name: then[name]})


@pytest.mark.parametrize(
    ("ask", "said"),
    [
        (
            lambda connection: read_mart(connection, "mart_pupil"),
            r"^There is no mart mart_pupil; there are mart_",
        ),
        (
            lambda connection: read_mart(connection, "mart_agency", where={"colour": 1}),
            r"^mart_agency has no column colour; it has period_id, ",
        ),
    ],
)
def test_what_there_is_not_is_named(warehouse: Warehouse, ask: Callable[..., Any], said: str) -> None:
    with warehouse.engine.connect() as connection, pytest.raises(WarehouseError, match=said):
        ask(connection)
