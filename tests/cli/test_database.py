"""`edusandbox db upgrade` and `db check` on a warehouse of the first release."""

import json

import pytest
from sqlalchemy import text
from typer.testing import CliRunner, Result

from edusandbox.cli.main import app
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.schema_versions import NEWEST_VERSION
from tests.warehouse.first_release_warehouse import restore


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["db", *arguments])


@pytest.fixture
def first_release(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", sqlite_url)
    engine = open_warehouse(sqlite_url)
    restore(engine)
    engine.dispose()
    return sqlite_url


def test_check_names_the_command_that_an_older_warehouse_needs(first_release: str) -> None:
    assert first_release
    result = run("check")
    assert result.exit_code == 3
    assert result.stdout == (
        f"version: The tables are of version 0001, this release's are of version {NEWEST_VERSION}; "
        "run edusandbox db upgrade\n"
    )


def test_after_an_upgrade_all_is_well(first_release: str) -> None:
    assert first_release
    upgraded = run("upgrade")
    assert (upgraded.exit_code, upgraded.stdout) == (
        0,
        f"Brought the tables from version 0001 to {NEWEST_VERSION}; the data is all there.\n",
    )
    checked = run("check")
    assert (checked.exit_code, checked.stdout) == (
        0,
        f"All is well: tables of version {NEWEST_VERSION}, views, references and versions.\n",
    )


def test_check_tells_programs_what_it_found(first_release: str) -> None:
    run("upgrade")
    engine = open_warehouse(first_release)
    with writing(engine) as connection:
        connection.execute(text("DROP VIEW mart_dictionary"))
    engine.dispose()
    result = run("check", "--json")
    assert result.exit_code == 3
    assert json.loads(result.stdout) == {
        "version": NEWEST_VERSION,
        "findings": [
            {
                "check": "views",
                "subject": "mart_dictionary",
                "message": "mart_dictionary is not there; run edusandbox db upgrade",
            }
        ],
    }


def test_upgrade_makes_again_a_view_that_is_gone(first_release: str) -> None:
    run("upgrade")
    engine = open_warehouse(first_release)
    with writing(engine) as connection:
        connection.execute(text("DROP VIEW mart_dictionary"))
    engine.dispose()
    assert run("upgrade").stdout == (
        f"Made views, code lists and dictionary anew; the tables are of version {NEWEST_VERSION}.\n"
    )
    assert run("check").exit_code == 0


def test_where_there_is_no_warehouse_check_says_so(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", sqlite_url)
    result = run("check")
    assert result.exit_code == 4
    assert result.stderr.startswith("edusandbox: There is no warehouse at sqlite:///")
