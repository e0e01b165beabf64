"""Starting a run from the command line."""

import sqlite3
from pathlib import Path

import pytest
from rich.console import Console

from edusandbox.flows.launch import run_consolidation
from edusandbox.settings import Settings
from edusandbox.warehouse.errors import WarehouseError


@pytest.mark.usefixtures("prefect_server")
def test_a_warehouse_of_another_release_is_told_before_the_flow_begins(installation: Path) -> None:
    settings = Settings()
    with sqlite3.connect(settings.warehouse_url.removeprefix("sqlite:///")) as connection:
        connection.execute("CREATE TABLE ops_delivery (delivery_id INTEGER PRIMARY KEY)")
    connection.close()
    assert (installation / "landing").exists() is False
    with pytest.raises(WarehouseError, match="made by another release of the program: ops_delivery"):
        run_consolidation(
            settings,
            Console(quiet=True),
            province_folder=None,
            period=None,
            agencies=(),
            forms=(),
            force=False,
        )
