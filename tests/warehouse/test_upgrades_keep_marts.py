"""An upgrade over a filled warehouse: each mart that existed says afterwards what it said before."""

from collections.abc import Sequence
from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.schema import upgrade_warehouse
from tests.warehouse import first_release_warehouse, warehouse_before_wide_facts

FILLED = {
    "the first release's": first_release_warehouse.restore,
    "before wide facts": warehouse_before_wide_facts.restore,
}
OF_THE_RELEASE = {"mart_dictionary"}
"""Says what the columns of the release mean, which is another thing in each release."""

CELL_VIEWS = {"fact_enrolment": "fact_enrolment_by_sex", "fact_classroom": "fact_classroom"}
"""Where what these tables held is read now."""


@pytest.fixture(params=FILLED)
def filled(request: pytest.FixtureRequest, empty_engine: Engine) -> Engine:
    FILLED[request.param](empty_engine)
    return empty_engine


def marts(
    engine: Engine, columns: dict[str, list[str]] | None = None
) -> dict[str, tuple[list[str], list[Any]]]:
    """Columns and rows of each mart, or of those columns alone."""
    found = {}
    with engine.connect() as connection:
        inspector = inspect(connection)
        for name in sorted(set(columns or inspector.get_view_names()) - OF_THE_RELEASE):
            if not name.startswith("mart_"):
                continue
            wanted = (columns or {}).get(name) or [each["name"] for each in inspector.get_columns(name)]
            rows = connection.execute(text(f"SELECT {', '.join(wanted)} FROM {name}")).all()  # noqa: S608
            found[name] = (wanted, sorted(map(str, rows)))
    return found


def test_each_mart_says_after_an_upgrade_what_it_said_before(filled: Engine) -> None:
    before = marts(filled)
    upgrade_warehouse(filled)
    after = marts(filled, {name: columns for name, (columns, _) in before.items()})
    assert any(rows for _, rows in before.values())
    assert after == before
    assert check_warehouse(filled) == []


def rows_of(engine: Engine, name: str, columns: Sequence[str] = ("*",)) -> list[str]:
    with engine.connect() as connection:
        return sorted(map(str, connection.execute(text(f"SELECT {', '.join(columns)} FROM {name}")).all()))  # noqa: S608


def test_the_views_a_cell_say_what_the_tables_held(filled: Engine) -> None:
    columns = {name: [each["name"] for each in inspect(filled).get_columns(name)] for name in CELL_VIEWS}
    before = {name: rows_of(filled, name, columns[name]) for name in CELL_VIEWS}
    upgrade_warehouse(filled)
    assert all(before.values())
    assert {name: rows_of(filled, view, columns[name]) for name, view in CELL_VIEWS.items()} == before


def test_an_upgrade_that_fails_while_facts_are_made_anew_leaves_them_as_they_were(filled: Engine) -> None:
    with writing(filled) as connection:
        connection.execute(text("CREATE TABLE ops_cell_source (in_the_way INTEGER)"))
    names = {*CELL_VIEWS, "fact_enrolment_by_grade", "fact_school", "ops_submission"}
    names &= set(inspect(filled).get_table_names())
    before = {name: rows_of(filled, name) for name in names}, marts(filled)
    with pytest.raises(DBAPIError, match="ops_cell_source"):
        upgrade_warehouse(filled)
    assert ({name: rows_of(filled, name) for name in names}, marts(filled)) == before


def test_the_warehouse_before_wide_facts_holds_a_return_of_each_verdict(empty_engine: Engine) -> None:
    warehouse_before_wide_facts.restore(empty_engine)
    with empty_engine.connect() as connection:
        statuses = set(connection.scalars(text("SELECT status FROM ops_submission")))
        verdicts = set(connection.scalars(text("SELECT verdict FROM ops_submission")))
        marks = set(connection.scalars(text("SELECT mark_code FROM fact_enrolment")))
        aside = connection.scalar(text("SELECT COUNT(*) FROM ops_set_aside_row"))
    assert {"superseded", "held", "rejected", "partly_accepted", "accepted"} <= statuses
    assert "partly_accepted" in verdicts
    assert (marks, aside) == ({None, "c"}, 9)
