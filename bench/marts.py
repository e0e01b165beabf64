"""How long the marts of a warehouse take to answer."""

import time
from dataclasses import dataclass, field

from sqlalchemy import Engine, text

from edusandbox.warehouse.marts.mart_views import VIEW_NAMES
from edusandbox.warehouse.tables.collection import METADATA


@dataclass(slots=True)
class MartAnswers:
    """What a mart answered.

    Attributes:
        rows: How many rows it has.
        seconds: How long each answer took.
    """

    rows: int = 0
    seconds: list[float] = field(default_factory=list)


def ask_marts(engine: Engine, rounds: int = 1) -> dict[str, MartAnswers]:
    """Asks each mart for all of its rows, counted in the database.

    Args:
        engine: The warehouse. On PostgreSQL its tables are analysed first, as the server does by itself
            after a while.
        rounds: How often each is asked.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text(f"ANALYZE {', '.join(METADATA.tables)}"))
    answers = {name: MartAnswers() for name in VIEW_NAMES}
    for name, answer in answers.items():
        statement = text(f"SELECT COUNT(*) FROM (SELECT * FROM {name}) AS asked")  # noqa: S608 - our own names
        for _ in range(rounds):
            with engine.connect() as connection:
                start = time.perf_counter()
                answer.rows = int(connection.execute(statement).scalar_one())
                answer.seconds.append(time.perf_counter() - start)
    return answers
