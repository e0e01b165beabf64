"""An upgrade over a filled warehouse: each mart that existed says afterwards what it said before."""

from typing import Any

import pytest
from sqlalchemy import Engine, inspect, text

from edusandbox.warehouse.schema import upgrade_warehouse
from edusandbox.warehouse.schema_check import check_warehouse
from tests.warehouse import first_release_warehouse, warehouse_before_wide_facts

FILLED = {
    "the first release's": first_release_warehouse.restore,
    "before wide facts": warehouse_before_wide_facts.restore,
}
OF_THE_RELEASE = {"mart_dictionary"}
"""Says what the columns of the release mean, which is another thing in each release."""


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
