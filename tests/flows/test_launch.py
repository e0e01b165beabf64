"""Starting a run from the command line."""

import pytest
from rich.console import Console
from sqlalchemy import text

from edusandbox.settings import Settings
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.schema import create_warehouse
from edusandbox.warehouse.schema_versions import VERSION_TABLE
from flows.launch import run_consolidation


@pytest.mark.usefixtures("prefect_server", "installation")
def test_a_warehouse_of_another_release_is_told_before_the_flow_begins() -> None:
    settings = Settings()
    engine = open_warehouse(settings.warehouse_url)
    create_warehouse(engine)
    with writing(engine) as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608 - our name
        connection.execute(text("UPDATE ops_definition SET sha256 = 'of a newer release'"))
    engine.dispose()
    console = Console(quiet=True)
    with pytest.raises(WarehouseError, match="is of a newer release"):
        run_consolidation(
            settings,
            console,
            province_folder=None,
            period=None,
            today=None,
            agencies=(),
            forms=(),
            force=False,
        )
