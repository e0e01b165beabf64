"""How long the marts of a warehouse take to answer."""

import time

from sqlalchemy import Engine, text

from edusandbox.warehouse.mart_views import VIEW_NAMES
from edusandbox.warehouse.tables import METADATA


def mart_seconds(engine: Engine, rounds: int = 1) -> dict[str, list[float]]:
    """Asks each mart for all of its rows, counted in the database.

    Args:
        engine: The warehouse. On PostgreSQL its tables are analysed first, as the server does by itself
            after a while.
        rounds: How often each is asked.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"ANALYZE {', '.join(METADATA.tables)}"))
    return {name: [_seconds(engine, name) for _ in range(rounds)] for name in VIEW_NAMES}


def _seconds(engine: Engine, name: str) -> float:
    statement = text(f"SELECT COUNT(*) FROM (SELECT * FROM {name}) AS asked")  # noqa: S608 - our own names
    with engine.connect() as connection:
        start = time.perf_counter()
        connection.execute(statement).scalar()
        return time.perf_counter() - start
