"""Tables of a further package: made where they are missing, compared like ours, left alone without it."""

import json
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, inspect, text

from edusandbox.warehouse.checks.findings import Check
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.definitions import drop_views
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.schema import create_warehouse, upgrade_warehouse
from edusandbox.warehouse.schema_versions import VERSION_TABLE, migrate
from edusandbox.warehouse.tables.collection import FURTHER_TABLES, METADATA
from tests.stranger.warehouses import load, long_table, run_without_the_package
from tests.warehouse.builders import Warehouse
from tests.warehouse.first_release_warehouse import restore
from tests.warehouse.test_fact_tables import (
    test_every_form_has_its_tables,
    test_only_sqlite_asks_the_other_tables_about_every_fact,
    test_the_database_has_what_was_defined,
    test_the_key_is_the_submission_and_the_models_keys,
    test_the_models_bounds_are_checks,
    test_types_agree,
    test_what_may_be_missing_agrees,
)

__all__ = [
    "test_every_form_has_its_tables",
    "test_only_sqlite_asks_the_other_tables_about_every_fact",
    "test_the_database_has_what_was_defined",
    "test_the_key_is_the_submission_and_the_models_keys",
    "test_the_models_bounds_are_checks",
    "test_types_agree",
    "test_what_may_be_missing_agrees",
]
OF_LISTS = {
    f"dim_{name}{end}"
    for name in ("club", "contract", "fund", "role", "sight", "topic")
    for end in ("", "_total")
}
OF_FORMS = {
    *(
        "fact_crew",
        "fact_grant",
        "fact_task",
        "fact_member",
        "fact_office",
        "fact_post",
        "fact_post_norm",
        "fact_sight",
        "fact_want",
    ),
    *("fact_project", "fact_project_helper", "fact_project_source", "fact_workshop"),
}
OF_SUMS = {"fact_crew_by_role", "fact_post_by_role_contract"}
OF_PACKAGE = {*OF_LISTS, "dim_venue", "dim_want", *OF_FORMS, *OF_SUMS}


def tables(engine: Engine) -> set[str]:
    return set(inspect(engine).get_table_names())


def execute(engine: Engine, *statements: str) -> None:
    with writing(engine) as connection:
        for statement in statements:
            connection.execute(text(statement))


def test_the_tables_of_a_package_are_its_facts_and_its_lists() -> None:
    assert FURTHER_TABLES == OF_PACKAGE


def test_migrations_make_our_own_tables_alone(empty_engine: Engine) -> None:
    with writing(empty_engine) as connection:
        migrate(connection)
    assert tables(empty_engine) == {*METADATA.tables, VERSION_TABLE} - OF_PACKAGE


def test_a_new_warehouse_has_the_tables_and_codes_of_a_package(empty_engine: Engine) -> None:
    create_warehouse(empty_engine)
    assert tables(empty_engine) == {*METADATA.tables, VERSION_TABLE}
    with empty_engine.connect() as connection:
        codes = connection.execute(text("SELECT topic_id, topic_code FROM dim_topic ORDER BY topic_id")).all()
    assert [tuple(row) for row in codes] == [(1, "READ"), (2, "WRITE"), (3, "SUMS")]
    assert check_warehouse(empty_engine) == []


@pytest.mark.parametrize("opens", [create_warehouse, upgrade_warehouse])
def test_tables_that_are_missing_are_made(workshops: Warehouse, opens: Callable[[Engine], object]) -> None:
    with writing(workshops.engine) as connection:
        drop_views(connection)
        connection.execute(text("DROP TABLE fact_workshop"))
        connection.execute(text("DROP TABLE dim_topic"))
        connection.execute(text("UPDATE ops_definition SET sha256 = 'of another package'"))
    opens(workshops.engine)
    assert check_warehouse(workshops.engine) == []
    assert workshops.count("dim_topic") == 3


def test_an_upgrade_makes_tables_that_are_gone_though_nothing_was_declared_anew(workshops: Warehouse) -> None:
    execute(workshops.engine, "DROP TABLE fact_want")
    assert (Check.TABLES, "The warehouse lacks the table fact_want") in {
        (finding.check, finding.message) for finding in check_warehouse(workshops.engine)
    }
    assert upgrade_warehouse(workshops.engine).made_anew
    assert check_warehouse(workshops.engine) == []


def test_an_upgrade_of_the_first_release_makes_them_as_well(empty_engine: Engine) -> None:
    restore(empty_engine)
    upgrade_warehouse(empty_engine)
    assert tables(empty_engine) >= OF_PACKAGE
    assert check_warehouse(empty_engine) == []


def test_a_warehouse_made_without_the_package_takes_its_returns(empty_engine: Engine) -> None:
    said = json.loads(run_without_the_package(empty_engine))
    assert said == {"findings": [], "forms": []}
    assert not tables(empty_engine) & OF_PACKAGE
    create_warehouse(empty_engine)
    assert tables(empty_engine) >= OF_PACKAGE
    assert check_warehouse(empty_engine) == []


def test_a_warehouse_opened_without_the_package_keeps_what_it_holds(workshops: Warehouse) -> None:
    load(workshops, long_table())
    said = json.loads(run_without_the_package(workshops.engine))
    assert said["findings"] == []
    assert "workshop" in said["forms"]
    assert workshops.count("fact_workshop") == 3
    create_warehouse(workshops.engine)
    assert check_warehouse(workshops.engine) == []
    assert workshops.count("fact_workshop") == 3


@pytest.mark.parametrize(
    ("opens", "statement", "difference"),
    [
        (
            create_warehouse,
            "ALTER TABLE fact_workshop ADD COLUMN mood TEXT",
            "fact_workshop should not have the column mood",
        ),
        (
            upgrade_warehouse,
            "ALTER TABLE fact_workshop DROP COLUMN remark_text",
            "fact_workshop lacks the column remark_text",
        ),
        (
            create_warehouse,
            "ALTER TABLE dim_venue ADD COLUMN mood TEXT",
            "dim_venue should not have the column mood",
        ),
    ],
)
def test_a_table_that_is_not_as_its_package_declares_it_is_refused(
    workshops: Warehouse, opens: Callable[[Engine], object], statement: str, difference: str
) -> None:
    execute(workshops.engine, statement, "UPDATE ops_definition SET sha256 = 'of a package before'")
    with pytest.raises(WarehouseError) as raised:
        opens(workshops.engine)
    table = difference.partition(" ")[0]
    assert str(raised.value) == (
        f"{table} belongs to a package of your own, which brings no migrations, and is not as the package "
        f"declares it ({difference}); alter the table yourself until edusandbox db check finds no difference "
        "in it, or undo the change of the package, and run again"
    )
    assert (Check.TABLES, difference) in {
        (finding.check, finding.message) for finding in check_warehouse(workshops.engine)
    }


def test_nothing_is_made_where_a_table_is_refused(workshops: Warehouse) -> None:
    execute(
        workshops.engine,
        "DROP TABLE fact_want",
        "ALTER TABLE fact_workshop ADD COLUMN mood TEXT",
        "UPDATE ops_definition SET sha256 = 'of a package before'",
    )
    with pytest.raises(WarehouseError, match="brings no migrations"):
        create_warehouse(workshops.engine)
    assert "fact_want" not in tables(workshops.engine)
    assert workshops.count("mart_submission_status") > 0
