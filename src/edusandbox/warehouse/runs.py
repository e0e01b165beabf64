"""The log of runs."""

from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import Engine, text

from edusandbox import __version__
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.operation_tables import ops_run
from edusandbox.warehouse.tables import METADATA


class RunState(StrEnum):
    """Where a run stands."""

    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RunContext:
    """The run that a delivery is loaded in.

    Attributes:
        run_id: Its key in `ops_run`.
    """

    run_id: int


def start_run(
    engine: Engine, *, province_code: str, period: str, flow_run_name: str | None, config_hash: str
) -> RunContext:
    """Notes that a run has begun.

    Args:
        engine: The warehouse.
        province_code: TIS 1099 code.
        period: Code of the period asked for.
        flow_run_name: Prefect's name for the run; None outside Prefect.
        config_hash: Digest of the province's folder.
    """
    with writing(engine) as connection:
        run_id = connection.scalar(
            ops_run.insert()
            .values(
                province_code=province_code,
                period_code=period,
                flow_run_name=flow_run_name,
                started_at=datetime.now(UTC),
                code_version=__version__,
                config_hash=config_hash,
                state=RunState.RUNNING.value,
            )
            .returning(ops_run.c.run_id)
        )
    return RunContext(int(run_id or 0))


def finish_run(engine: Engine, run: RunContext, state: RunState) -> None:
    """Notes that a run has ended, and how; readers find the database's statistics up to date."""
    with writing(engine) as connection:
        connection.execute(
            ops_run.update()
            .where(ops_run.c.run_id == run.run_id)
            .values(finished_at=datetime.now(UTC), state=state.value)
        )
        if connection.dialect.name == "postgresql":
            # Autovacuum comes a minute late to large tables and never to small ones; until then the planner
            # takes thousands of rows for one, and a mart that needs seconds may need minutes.
            quote = connection.dialect.identifier_preparer.quote
            connection.execute(text(f"ANALYZE {', '.join(map(quote, METADATA.tables))}"))
