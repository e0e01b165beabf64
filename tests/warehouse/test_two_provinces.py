"""Two provinces in one warehouse: neither's figures are ever added to the other's, nor said to be its own."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from edusandbox.sources.registry import Province
from edusandbox.submissions import CheckedSubmission
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.history.as_at import read_mart
from edusandbox.warehouse.history.trace import trace_figure
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.marts.elsewhere import agencies_that_share, schools_elsewhere
from edusandbox.warehouse.marts.mart_contract import newest_contract
from tests.warehouse.builders import (
    PROVINCE,
    Entry,
    Warehouse,
    make_agency,
    make_enrolment,
    make_province,
    make_register,
)

NORTH = replace(make_province(make_agency("north1"), make_agency("north2")), code="51", name_en="North")
HERE, THERE, SHARED = "50010001", "50010002", "50010003"
WITHOUT_PROVINCE = {"mart_agency", "mart_agency_as_now", "mart_dictionary"}
"""Marts of names alone: no figure and no submission is in them."""


@pytest.fixture
def here(warehouse: Warehouse) -> "Loader":
    """Loads returns in runs of province 50."""
    return Loader(warehouse, PROVINCE)


@pytest.fixture
def north(warehouse: Warehouse) -> "Loader":
    """Loads returns in runs of province 51, into the same warehouse."""
    return Loader(warehouse, NORTH)


@dataclass(frozen=True)
class Loader:
    """Each return comes in a run of its own, which begins with its province's registry."""

    warehouse: Warehouse
    province: Province

    def load(self, submission: CheckedSubmission) -> None:
        engine, code = self.warehouse.engine, self.province.code
        with writing(engine) as connection:
            sync_province(connection, self.province, datetime.now(UTC))
        run = start_run(engine, province_code=code, period="2563-1", config_hash="made-up")
        Warehouse(engine, self.province, run).load(submission)

    def load_figures(self, agency: str, pupils: int, *schools: str) -> None:
        self.load(make_enrolment({(school, "P1"): (pupils, 0, 1) for school in schools}, agency=agency))


def pupils(warehouse: Warehouse, mart: str, *columns: str) -> list[tuple[Any, ...]]:
    return sorted(warehouse.query(f"SELECT {', '.join(columns)}, pupil_count FROM {mart}"))  # noqa: S608 - our own names


def test_every_mart_of_figures_or_submissions_says_the_province() -> None:
    saying = {column.view for column in newest_contract() if column.name == "province_code"}
    assert saying == {column.view for column in newest_contract()} - WITHOUT_PROVINCE


def test_sums_are_each_provinces_own(warehouse: Warehouse, here: Loader, north: Loader) -> None:
    here.load_figures("area1", 10, HERE)
    north.load_figures("north1", 7, THERE)
    assert pupils(
        warehouse, "mart_enrolment_by_province", "province_code", "agency_count", "school_count"
    ) == [
        ("50", 1, 1, 10),
        ("51", 1, 1, 7),
    ]
    for mart in ("mart_enrolment_by_agency", "mart_enrolment_by_agency_as_now"):
        assert pupils(warehouse, mart, "province_code", "agency_code") == [
            ("50", "area1", 10),
            ("51", "north1", 7),
        ]
    assert check_warehouse(warehouse.engine) == []


@pytest.mark.parametrize("is_registered", [False, True])
def test_a_school_that_both_report_is_heard_in_each(
    warehouse: Warehouse,
    here: Loader,
    north: Loader,
    is_registered: bool,  # noqa: FBT001 - a parameter
) -> None:
    if is_registered:
        here.load(make_register(Entry(SHARED), agency="area1"))
    here.load_figures("area1", 10, HERE, SHARED)
    north.load_figures("north1", 7, SHARED)
    speaking = warehouse.query(
        "SELECT province_code, agency_code FROM mart_school_return WHERE form_code = 'enrolment'"
    )
    assert sorted(speaking) == [("50", "area1"), ("50", "area1"), ("51", "north1")]
    assert pupils(warehouse, "mart_enrolment_by_province", "province_code") == [("50", 20), ("51", 7)]
    assert pupils(warehouse, "mart_enrolment_by_agency_as_now", "agency_code") == [
        ("area1", 20),
        ("north1", 7),
    ]


def test_a_school_that_both_report_is_not_said_to_count_elsewhere(
    warehouse: Warehouse, here: Loader, north: Loader
) -> None:
    here.load_figures("area1", 10, SHARED)
    north.load_figures("north1", 7, SHARED)
    with warehouse.engine.connect() as connection:
        sharing = agencies_that_share(connection, "2563-1")
        assert schools_elsewhere(connection, "2563-1", sharing) == []
    assert sharing == {"area1", "north1"}
    here.load_figures("area2", 11, SHARED)
    with warehouse.engine.connect() as connection:
        (told,) = schools_elsewhere(connection, "2563-1", ["area1", "area2", "north1"])
    assert (told.left.agency_code, told.heard.agency_code) == ("area1", "area2")


def test_a_register_of_the_other_province_moves_no_school(
    warehouse: Warehouse, here: Loader, north: Loader
) -> None:
    here.load(make_register(Entry(SHARED, name="ชื่อเดิม"), agency="area1"))
    north.load(make_register(Entry(SHARED, name="ชื่อเหนือ"), agency="north2", period="2563-2"))
    here.load(make_enrolment({(SHARED, "P1"): (5, 0, 1)}, agency="area2", period="2563-2"))
    schools = "SELECT province_code, present_agency_code, present_school_name_th, is_first FROM mart_school"
    assert sorted(warehouse.query(schools)) == [
        ("50", "area1", "ชื่อเดิม", True),
        ("51", "north2", "ชื่อเหนือ", True),
    ]
    assert pupils(warehouse, "mart_enrolment_by_agency", "province_code", "agency_code") == [
        ("50", "area1", 5)
    ]


def test_a_return_left_out_in_part_is_added_up_in_its_province(
    warehouse: Warehouse, here: Loader, north: Loader
) -> None:
    """Its schools are added up one by one, which is another way to the sum."""
    here.load(make_register(Entry(HERE), agency="area1"))
    here.load(make_register(Entry(SHARED), agency="area2"))
    here.load_figures("area1", 10, HERE, SHARED)
    north.load_figures("north1", 7, HERE, SHARED)
    assert pupils(warehouse, "mart_enrolment_by_agency", "province_code", "agency_code") == [
        ("50", "area1", 10),
        ("50", "area2", 10),
        ("51", "north1", 14),
    ]


def test_submissions_say_their_province_and_what_is_owed_the_registrys(
    warehouse: Warehouse, here: Loader, north: Loader
) -> None:
    here.load_figures("area1", 10, HERE)
    north.load_figures("north1", 7, THERE)
    submissions = "SELECT province_code, agency_code FROM mart_submission"
    assert sorted(warehouse.query(submissions)) == [("50", "area1"), ("51", "north1")]
    status = (
        "SELECT province_code, agency_code, status FROM mart_submission_status WHERE period_code = '2563-1'"
    )
    assert sorted(warehouse.query(status)) == [
        ("50", "area1", "accepted"),
        ("51", "north1", "accepted"),
        ("51", "north2", "not_received"),
    ]


def test_the_past_keeps_provinces_apart_too(warehouse: Warehouse, here: Loader, north: Loader) -> None:
    here.load_figures("area1", 10, HERE)
    north.load_figures("north1", 7, HERE)
    moment = datetime.now(UTC)
    north.load_figures("north1", 8, HERE)
    with warehouse.engine.connect() as connection:
        then = read_mart(connection, "mart_enrolment_by_province", at=moment)
        status = read_mart(connection, "mart_submission_status", at=moment)
    assert sorted(zip(then["province_code"], then["pupil_count"], strict=True)) == [("50", 10), ("51", 7)]
    assert set(status["province_code"]) == {"50", "51"}


def test_a_figure_is_walked_back_to_its_province_alone(
    warehouse: Warehouse, here: Loader, north: Loader
) -> None:
    here.load_figures("area1", 10, HERE)
    north.load_figures("north1", 7, HERE)
    with warehouse.engine.connect() as connection:
        found = trace_figure(connection, "mart_enrolment_by_province", "pupil_count", {"province_code": "51"})
    assert (found.value, found.files["agency_code"].tolist()) == (7, ["north1"])


def test_an_agency_by_a_code_of_the_other_province_is_refused(warehouse: Warehouse, north: Loader) -> None:
    north.load_figures("north1", 7, THERE)
    mistaken = replace(PROVINCE, agencies=(make_agency("area1"), make_agency("north1")))
    with (
        pytest.raises(WarehouseError, match=r"^The registry of province 50 .* north1 \(of province 51\)\."),
        writing(warehouse.engine) as connection,
    ):
        sync_province(connection, mistaken, datetime.now(UTC))
    with writing(warehouse.engine) as connection:
        sync_province(connection, PROVINCE, datetime.now(UTC))
