"""Runs without Prefect, in processes that may be killed, on installations of their own."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.conftest import new_schema
from tests.run.expendable import Installation, Runs


@pytest.fixture(scope="session")
def runs() -> Iterator[Runs]:
    """Starts runs in processes of their own."""
    runs = Runs()
    yield runs
    runs.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def install(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[str], Installation]]:
    """Makes installations by name, once on each database."""
    with ExitStack() as schemas:

        def make(name: str) -> Installation:
            folder = tmp_path / name
            folder.mkdir()
            if request.param == "sqlite":
                return Installation(f"sqlite:///{folder / 'province.db'}", folder)
            server_url = request.getfixturevalue("postgres_server_url")
            return Installation(schemas.enter_context(new_schema(server_url)), folder)

        yield make
