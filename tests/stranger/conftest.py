"""Without the stranger's package in the catalogue of forms there is nothing to test here."""

from pathlib import Path

import pytest
from sqlalchemy import Engine

from schemas.catalogue import FORMS
from tests.stranger.warehouses import stranger_warehouse
from tests.warehouse.builders import Warehouse
from tests.warehouse.conftest import postgres_engine, warehouse

__all__ = ["postgres_engine", "warehouse"]


def pytest_ignore_collect(collection_path: Path) -> bool | None:
    """Leaves these tests to the process that `tests/test_stranger_form.py` starts."""
    is_here = Path(__file__).parent in collection_path.parents
    return True if is_here and "workshop" not in FORMS else None


@pytest.fixture
def workshops(empty_engine: Engine) -> Warehouse:
    """A warehouse that is ready for workshops, once on each database."""
    return stranger_warehouse(empty_engine)
