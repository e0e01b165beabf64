from pathlib import Path

import pytest
from sqlalchemy import text

from edusandbox.reports.example_queries import ExampleQuery, example_queries
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.schema import create_warehouse


@pytest.mark.parametrize("query", example_queries("2563-1"), ids=lambda query: query.title)
def test_the_queries_fit_the_marts(query: ExampleQuery, tmp_path: Path) -> None:
    engine = open_warehouse(f"sqlite:///{tmp_path / 'warehouse.db'}")
    try:
        create_warehouse(engine)
        with engine.connect() as connection:
            assert connection.execute(text(query.sql)).all() == []
    finally:
        engine.dispose()
