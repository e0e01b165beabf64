"""A warehouse of the province that tests of forms go by, once on each database."""

from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from tests.forms.builders import PROVINCE
from tests.warehouse.builders import Warehouse


@pytest.fixture
def warehouse(empty_engine: Engine) -> Warehouse:
    """Tables, views, the province and a run."""
    create_warehouse(empty_engine)
    with writing(empty_engine) as connection:
        sync_province(connection, PROVINCE, datetime.now(UTC))
    run = start_run(empty_engine, province_code=PROVINCE.code, period="2563-1", config_hash="made-up")
    return Warehouse(empty_engine, PROVINCE, run)
