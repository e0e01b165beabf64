"""Starting a run from the command line."""

import pytest
from rich.console import Console
from sqlalchemy import text

from edusandbox.flows.launch import run_consolidation
from edusandbox.settings import Settings
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.errors import WarehouseError


@pytest.mark.usefixtures("prefect_server", "installation")
def test_a_warehouse_of_another_release_is_told_before_the_flow_begins() -> None:
    settings = Settings()
    engine = open_warehouse(settings.warehouse_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE ops_delivery (delivery_id INTEGER PRIMARY KEY)"))
    engine.dispose()
    console = Console(quiet=True)
    with pytest.raises(WarehouseError, match="made by another release of the program: ops_delivery"):
        run_consolidation(
            settings, console, province_folder=None, period=None, agencies=(), forms=(), force=False
        )
