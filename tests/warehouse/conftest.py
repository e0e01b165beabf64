"""A warehouse that is ready, once on each database."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from sqlalchemy import Engine

from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from tests.warehouse.builders import PROVINCE, Warehouse


@pytest.fixture
def warehouse(empty_engine: Engine) -> Warehouse:
    """Tables, views, the made-up province and a run."""
    create_warehouse(empty_engine)
    with writing(empty_engine) as connection:
        sync_province(connection, PROVINCE, datetime.now(UTC))
    run = start_run(empty_engine, province_code="50", period="2563-1", config_hash="made-up")
    return Warehouse(empty_engine, PROVINCE, run)


@pytest.fixture
def postgres_engine(postgres_url: str) -> Iterator[Engine]:
    """Tables and views on PostgreSQL, for what it alone has."""
    engine = open_warehouse(postgres_url)
    create_warehouse(engine)
    yield engine
    engine.dispose()
