"""The log of runs."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum

from sqlalchemy import Connection, Engine, text

from edusandbox import __version__
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.dimensions import province_id
from edusandbox.warehouse.tables.collection import METADATA
from edusandbox.warehouse.tables.operation_tables import ops_run
from schemas.package_data import rules_version

# Looking at a table of this size takes some milliseconds.
_SMALL_TABLE_BYTES = 1_000_000
_STALE_TABLES = text("""
    SELECT name
    FROM unnest(CAST(:names AS text[])) AS name
    JOIN pg_class AS c ON c.oid = to_regclass(quote_ident(name))
    WHERE pg_relation_size(c.oid) < :small
        OR pg_relation_size(c.oid) > 1.1 * c.relpages * current_setting('block_size')::bigint
    ORDER BY name
""")


class RunState(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FlowRun:
    """Prefect's record of a run.

    Attributes:
        id: Its id.
        name: Its name.
    """

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class RunContext:
    """The run that a delivery is loaded in.

    Attributes:
        run_id: Its key in `ops_run`.
        province_id: Key of the province.
    """

    run_id: int
    province_id: int


def start_run(  # noqa: PLR0913 - what names a run
    engine: Engine,
    *,
    province_code: str,
    period: str,
    config_hash: str,
    flow_run: FlowRun | None = None,
    today: date | None = None,
) -> RunContext:
    """Notes that a run has begun.

    Args:
        engine: The warehouse.
        province_code: TIS 1099 code.
        period: Code of the period asked for.
        config_hash: Digest of the province's folder.
        flow_run: Prefect's own record of the run; None outside Prefect.
        today: The day by which the run decides what is open, owed and overdue.
    """
    with writing(engine) as connection:
        run_id = connection.scalar(
            ops_run.insert()
            .values(
                province_code=province_code,
                period_code=period,
                flow_run_name=flow_run and flow_run.name,
                flow_run_id=flow_run and flow_run.id,
                started_at=datetime.now(UTC),
                code_version=__version__,
                config_hash=config_hash,
                rules_version=rules_version(),
                state=RunState.RUNNING.value,
                today_date=today,
            )
            .returning(ops_run.c.run_id)
        )
    return RunContext(int(run_id or 0), province_id(province_code))


def finish_run(engine: Engine, run: RunContext, state: RunState) -> None:
    """Notes that a run has ended, and how; readers find the database's statistics up to date."""
    with writing(engine) as connection:
        connection.execute(
            ops_run.update()
            .where(ops_run.c.run_id == run.run_id)
            .values(finished_at=datetime.now(UTC), state=state.value)
        )
        if connection.dialect.name == "postgresql":
            _analyze(connection)


def _analyze(connection: Connection) -> None:
    """Has PostgreSQL look at its tables, at a large one only if it has grown by a tenth since the last time.

    Autovacuum comes a minute late to large tables and never to small ones; until then the planner takes
    thousands of rows for one, and a mart that needs seconds may need minutes.
    """
    tables = connection.scalars(
        _STALE_TABLES, {"names": [*METADATA.tables], "small": _SMALL_TABLE_BYTES}
    ).all()
    if tables:
        quote = connection.dialect.identifier_preparer.quote
        connection.execute(text(f"ANALYZE {', '.join(map(quote, tables))}"))
