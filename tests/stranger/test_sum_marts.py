"""Marts of sums follow from a declaration alone; others lie as SQL in the folder of their form."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from edusandbox.submissions import CheckedSubmission
from edusandbox.warehouse.checks.row_check import row_findings
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.history.trace import trace_figure
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.marts.lineage import find_grouping, find_source
from edusandbox.warehouse.marts.mart_contract import newest_contract
from edusandbox.warehouse.marts.mart_views import FACT_VIEW_NAMES, VIEW_NAMES, view_definition
from edusandbox.warehouse.tables.code_lists import sync_code_lists
from edusandbox.warehouse.tables.collection import METADATA
from tests.checking.builders import check_bytes, csv_bytes
from tests.stranger.test_roles import TITLE, WIDE
from tests.stranger.test_two_dimensions import HEADING
from tests.stranger.test_two_dimensions import TITLE as POSTS_TITLE
from tests.warehouse.builders import PROVINCE, Warehouse

KINDS = ("by_school", "by_agency", "by_agency_as_now", "by_province")


@pytest.fixture
def warehouse(empty_engine: Engine) -> Warehouse:
    """Tables and views as they are declared, without a dictionary."""
    METADATA.create_all(empty_engine)
    with writing(empty_engine) as connection:
        for name in (*FACT_VIEW_NAMES, *VIEW_NAMES):
            definition = view_definition(name, connection.dialect.name).replace(":", r"\:")
            connection.execute(text(f"CREATE VIEW {name} AS {definition}"))
        sync_code_lists(connection)
        sync_province(connection, PROVINCE, datetime.now(UTC))
    run = start_run(empty_engine, province_code="50", period="2563-1", config_hash="made-up")
    return Warehouse(empty_engine, PROVINCE, run)


def sent(title: list[str], heading: list[str], *rows: list[object]) -> CheckedSubmission:
    (submission,) = check_bytes(csv_bytes([title, heading, *rows]), path="w.csv").submissions
    return replace(submission, agency_code="area1")


def rows_of(warehouse: Warehouse, mart: str, columns: Iterable[str]) -> list[tuple[Any, ...]]:
    return sorted(warehouse.query(f"SELECT {', '.join(columns)} FROM {mart}"), key=str)  # noqa: S608 - our own names


def test_the_marts_are_there_and_none_is_written_by_hand() -> None:
    declared = {f"mart_{subject}_{kind}" for subject in ("crew", "post") for kind in KINDS}
    assert declared <= set(VIEW_NAMES)
    by_hand = {file.stem for file in Path(__file__).parent.rglob("marts/*.sql")}
    assert by_hand == {"mart_crew_head", "mart_grant_by_agency", "mart_grant_by_province"}


def test_views_come_after_those_that_they_read() -> None:
    order = list(VIEW_NAMES)
    chain = ["mart_school", "mart_school_return", "mart_crew_by_school", "mart_crew_head"]
    assert sorted(chain, key=order.index) == chain


@pytest.mark.parametrize(
    "mart", [name for name in VIEW_NAMES if name.startswith(("mart_crew_", "mart_post_"))]
)
def test_the_marts_have_the_columns_of_their_contracts(warehouse: Warehouse, mart: str) -> None:
    promised = [column.name for column in newest_contract() if column.view == mart]
    assert warehouse.frame(f"SELECT * FROM {mart}").columns.tolist() == promised  # noqa: S608 - our own name


def test_a_mart_written_by_hand_in_a_forms_folder_is_read_and_traced(warehouse: Warehouse) -> None:
    warehouse.load(sent(TITLE, WIDE, ["50010001", "บ้าน ก", 1, 3, 2, 6], ["50010002", "บ้าน ข", 2, 3, 0, 5]))
    assert rows_of(warehouse, "mart_crew_head", ["head_count"]) == [(1,), (2,)]
    with warehouse.engine.connect() as connection:
        found = trace_figure(connection, "mart_crew_head", "head_count", {})
    assert (found.value, sorted(found.cells["value"])) == (3, [1, 2])


def test_counts_of_two_code_lists_are_added_up_by_both(warehouse: Warehouse) -> None:
    rows: list[list[object]] = [["50010001", 10, 2, 12, 1, 3, 5, 16], ["50010002", 4, "*", "", 0, 1, "", ""]]
    warehouse.load(sent(POSTS_TITLE, HEADING, *rows))
    keys = ("role_code", "contract_code")
    found = rows_of(warehouse, "mart_post_by_school", ("smis_code", *keys, "post_count", "post_mark_code"))
    assert ("50010002", "TEACH", "HIRED", None, "c") in found
    assert len(found) == 8
    sums = [
        ("CARE", "HIRED", 2, 4, 0, 0),
        ("CARE", "TENURED", 2, 1, 0, 0),
        ("TEACH", "HIRED", 2, 2, 1, 1),
        ("TEACH", "TENURED", 2, 14, 0, 0),
    ]
    for kind in KINDS[1:]:
        columns = (*keys, "school_count", "post_count", "missing_count", "hidden_count")
        assert rows_of(warehouse, f"mart_post_{kind}", columns) == sums
    assert warehouse.query("SELECT DISTINCT province_code, agency_count FROM mart_post_by_province") == [
        ("50", 1)
    ]


def test_the_same_sums_come_from_schools_one_by_one(warehouse: Warehouse) -> None:
    """A return of which another sender is heard for one school is not taken as it was added up."""
    rows: list[list[object]] = [["50010001", 10, 2, 12, 1, 3, 5, 16], ["50010002", 4, 0, 4, 0, 1, 1, 5]]
    warehouse.load(sent(POSTS_TITLE, HEADING, *rows))
    warehouse.load(
        replace(sent(POSTS_TITLE, HEADING, ["50010002", 1, 0, 1, 0, 0, 0, 1]), agency_code="area2")
    )
    found = rows_of(
        warehouse, "mart_post_by_agency", ("agency_code", "role_code", "contract_code", "post_count")
    )
    assert found[:4] == [
        ("area1", "CARE", "HIRED", 3),
        ("area1", "CARE", "TENURED", 1),
        ("area1", "TEACH", "HIRED", 2),
        ("area1", "TEACH", "TENURED", 10),
    ]
    assert [row for row in found if row[0] == "area2" and row[3]] == [("area2", "TEACH", "TENURED", 1)]


def test_counts_without_marks_say_how_many_are_missing(warehouse: Warehouse) -> None:
    warehouse.load(sent(TITLE, WIDE, ["50010001", "บ้าน ก", 1, 3, 2, 6], ["50010002", "บ้าน ข", 1, "*", 0, ""]))
    found = rows_of(
        warehouse, "mart_crew_by_agency", ("role_code", "school_count", "crew_count", "crew_missing_count")
    )
    assert found == [("CARE", 2, 2, 0), ("HEAD", 2, 2, 0), ("TEACH", 2, 3, 1)]


def test_sums_are_proved_from_the_facts(warehouse: Warehouse) -> None:
    warehouse.load(sent(POSTS_TITLE, HEADING, ["50010001", 10, 2, 12, 1, 3, 5, 16]))
    with warehouse.engine.connect() as connection:
        assert row_findings(connection) == []
    with writing(warehouse.engine) as connection:
        connection.execute(text("UPDATE fact_post_by_role_contract SET post_count = post_count + 1"))
        (finding,) = row_findings(connection)
    assert finding.subject == "fact_post_by_role_contract"


def test_figures_are_traced_by_the_declaration() -> None:
    source = find_source("mart_post_by_province", "missing_count")
    assert (source.mart, source.table, source.columns) == (
        "mart_post_by_school",
        "fact_post",
        ("post_count",),
    )
    assert source.marks == {"x", "c"}
    grouping = find_grouping("mart_post_by_agency_as_now")
    assert grouping is not None
    assert grouping.keys == {
        "province_code": "province_code",
        "period_id": "period_id",
        "role_id": "role_id",
        "contract_id": "contract_id",
        "agency_code": "present_agency_code",
    }
