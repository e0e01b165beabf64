"""`check_warehouse` finds what is not as it should be, and only that."""

import sqlite3
from dataclasses import replace

import pandas as pd
import pytest
from sqlalchemy import Engine, text

from edusandbox.submissions import CELL_SOURCE_COLUMNS
from edusandbox.warehouse.checks.findings import Check
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.definitions import drop_views
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.schema import create_warehouse
from edusandbox.warehouse.schema_versions import NEWEST_VERSION, VERSION_TABLE
from tests.warehouse.builders import Figures, Warehouse, make_enrolment

FIGURES: Figures = {("50010001", "P1"): (10, 11, 1)}


def messages(warehouse: Warehouse) -> list[tuple[Check, str]]:
    return [(each.check, each.message) for each in check_warehouse(warehouse.engine)]


def execute(engine: Engine, *statements: str) -> None:
    """Changes a warehouse behind its back: SQLite would not let a reference be broken."""
    if engine.dialect.name == "sqlite":
        with sqlite3.connect(str(engine.url.database)) as connection:
            for statement in statements:
                connection.execute(statement)
        connection.close()
        return
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_a_loaded_warehouse_is_well(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    warehouse.load(make_enrolment({("50010001", "P1"): (12, 11, 1)}))
    assert messages(warehouse) == []


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        ("ALTER TABLE ops_run ADD COLUMN mood TEXT", "ops_run should not have the column mood"),
        ("ALTER TABLE ops_run DROP COLUMN flow_run_id", "ops_run lacks the column flow_run_id"),
        ("DROP INDEX ix_ops_issue_delivery_id", "ops_issue lacks the index ix_ops_issue_delivery_id"),
        (
            "ALTER TABLE fact_enrolment_by_grade RENAME TO my_sums",
            "The warehouse lacks the table fact_enrolment_by_grade",
        ),
    ],
)
def test_tables_that_differ_are_found(warehouse: Warehouse, statement: str, message: str) -> None:
    with writing(warehouse.engine) as connection:
        drop_views(connection)
        connection.execute(text(statement))
    assert (Check.TABLES, message) in messages(warehouse)


@pytest.mark.parametrize(
    ("statement", "message"),
    [
        (
            "ALTER TABLE ops_run ALTER COLUMN state DROP NOT NULL",
            "ops_run.state has nullable True, but should have False",
        ),
        (
            "ALTER TABLE fact_enrolment DROP CONSTRAINT ck_fact_enrolment_male_count",
            "fact_enrolment lacks the condition ck_fact_enrolment_male_count",
        ),
        (
            "ALTER TABLE fact_enrolment DROP CONSTRAINT pk_fact_enrolment",
            "fact_enrolment has the primary key , but should have submission_id, school_id, grade_id",
        ),
    ],
)
def test_what_postgresql_can_alter_is_found(postgres_engine: Engine, statement: str, message: str) -> None:
    execute(postgres_engine, statement)
    assert [each.message for each in check_warehouse(postgres_engine)] == [message]


def test_a_type_that_differs_is_found(postgres_engine: Engine) -> None:
    execute(postgres_engine, "ALTER TABLE ops_issue ALTER COLUMN sheet_name TYPE VARCHAR(9)")
    (finding,) = check_warehouse(postgres_engine)
    assert (finding.check, finding.subject) == (Check.TABLES, "ops_issue")
    assert finding.message.startswith("ops_issue.sheet_name has type VARCHAR(length=9)")


def test_a_view_that_is_gone_is_found(warehouse: Warehouse) -> None:
    if warehouse.engine.dialect.name == "postgresql":
        execute(warehouse.engine, "DROP FUNCTION mart_submission_as_at")
    execute(warehouse.engine, "DROP VIEW mart_submission")
    found = messages(warehouse)
    assert found[0] == (Check.VIEWS, "mart_submission is not there; run edusandbox db upgrade")
    assert {check for check, _ in found} == {Check.VIEWS}


def test_views_of_another_release_are_found(warehouse: Warehouse) -> None:
    execute(warehouse.engine, "UPDATE ops_definition SET sha256 = 'of another release'")
    assert messages(warehouse) == [
        (Check.VIEWS, "Views and code lists are those of another release; run edusandbox db upgrade")
    ]


@pytest.mark.parametrize(
    ("column", "target"),
    [
        ("school_id", "dim_school"),
        ("grade_id", "dim_grade"),
        ("submission_id", "ops_submission"),
    ],
)
def test_facts_without_what_they_refer_to_are_found(warehouse: Warehouse, column: str, target: str) -> None:
    warehouse.load(make_enrolment(FIGURES))
    execute(warehouse.engine, f"UPDATE fact_enrolment SET {column} = 9999")  # noqa: S608
    assert messages(warehouse) == [
        (Check.REFERENCES, f"There is 1 row of fact_enrolment with a {column} that {target} has not")
    ]


def test_a_submission_of_another_province_than_its_run_is_found(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    execute(
        warehouse.engine,
        "INSERT INTO dim_province VALUES (51, '51', 'อื่น', 'Other')",
        "UPDATE ops_submission SET province_id = 51",
    )
    assert messages(warehouse) == [
        (
            Check.PLACES,
            "There is 1 row of ops_submission with another province than their run",
        )
    ]


def test_two_current_versions_of_one_return_are_found(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    warehouse.load(make_enrolment({("50010001", "P1"): (12, 11, 1)}))
    execute(
        warehouse.engine,
        "INSERT INTO dim_agency (agency_id, agency_code, name_th, name_en, kind, valid_from_date) "
        "VALUES (99, 'area1', 'เดิม', 'Former', 'สพป.', '2001-01-01')",
        "UPDATE ops_submission SET agency_id = 99, is_current = TRUE, closed_at = NULL WHERE version = 1",
    )
    assert messages(warehouse) == [(Check.VERSIONS, "enrolment of area1 for 2563-1 has 2 current versions")]


def test_a_version_that_is_current_and_closed_is_found(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    execute(warehouse.engine, "UPDATE ops_submission SET closed_at = loaded_at")
    assert messages(warehouse) == [
        (Check.VERSIONS, "There is 1 row of ops_submission that is current and closed at once")
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE fact_enrolment SET male_count = male_count + 1",
        "UPDATE fact_enrolment SET female_count = NULL, female_mark_code = 'x'",
        "UPDATE fact_enrolment SET classroom_mark_code = 'c'",
        "UPDATE fact_enrolment_by_grade SET school_count = school_count + 1",
        "DELETE FROM fact_enrolment_by_grade",
    ],
)
def test_sums_that_are_not_those_of_the_facts_are_found(warehouse: Warehouse, statement: str) -> None:
    warehouse.load(make_enrolment(FIGURES))
    execute(warehouse.engine, statement)
    message = "There is 1 row of fact_enrolment_by_grade that its facts do not add up to"
    assert messages(warehouse) == [(Check.SUMS, message)]


def test_tables_of_another_version_are_the_one_finding(warehouse: Warehouse) -> None:
    execute(warehouse.engine, f"UPDATE {VERSION_TABLE} SET version_num = '9999'")  # noqa: S608 - our name
    ((check, message),) = messages(warehouse)
    assert check is Check.VERSION
    assert message.endswith(f"this release's are of version {NEWEST_VERSION}; install the newer release")


def test_a_table_that_has_a_rowid_is_found(sqlite_url: str) -> None:
    engine = open_warehouse(sqlite_url)
    create_warehouse(engine)
    with sqlite3.connect(str(engine.url.database)) as connection:
        (made,) = connection.execute("SELECT sql FROM sqlite_master WHERE name = 'fact_school'").fetchone()
        connection.execute("DROP TABLE fact_school")
        connection.execute(made.replace("WITHOUT ROWID", "").replace("source_row >= 1", "source_row >= 0"))
    connection.close()
    found = [each.message for each in check_warehouse(engine)]
    engine.dispose()
    assert found == [
        "fact_school has the condition source_row >= 0, but should have source_row >= 1",
        "fact_school has a rowid, but should have none",
    ]


@pytest.mark.parametrize("statement", ["DELETE FROM ops_submission_column WHERE field = 'male_count'"])
def test_values_whose_column_is_lost_are_found(warehouse: Warehouse, statement: str) -> None:
    warehouse.load(make_enrolment(FIGURES))
    execute(warehouse.engine, statement)
    assert messages(warehouse) == [
        (Check.PLACES, "There is 1 row of fact_enrolment with a male_count whose cell cannot be named")
    ]


def test_values_whose_own_place_is_lost_are_found(warehouse: Warehouse) -> None:
    girls = pd.DataFrame(
        [("fact_enrolment", "50010001", "P1", "female_count", 2, 4, 5)], columns=list(CELL_SOURCE_COLUMNS)
    )
    submission = make_enrolment(FIGURES)
    own = tuple(place for place in submission.columns if place.field != "female_count")
    warehouse.load(replace(submission, columns=own, cell_sources=girls))
    assert messages(warehouse) == []
    execute(warehouse.engine, "DELETE FROM ops_cell_source")
    assert messages(warehouse) == [
        (Check.PLACES, "There is 1 row of fact_enrolment with a female_count whose cell cannot be named")
    ]


def test_a_value_without_a_cell_needs_no_place(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({("50010001", "P1"): (10, 11, None)}))
    execute(warehouse.engine, "DELETE FROM ops_submission_column WHERE field = 'classroom_count'")
    assert messages(warehouse) == []
