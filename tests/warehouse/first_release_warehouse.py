"""A filled warehouse as the first release left it, on either database: see `first_release/README.md`."""

import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, MetaData, Table, text

from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.schema_versions import FIRST_VERSION, VERSION_TABLE, migrate

FOLDER = Path(__file__).parent / "first_release"
SCHEMA = (FOLDER / "schema.sql").read_text(encoding="utf-8")
EXPECTED: dict[str, list[list[Any]]] = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def stored_tables() -> Iterator[tuple[str, list[str], list[list[Any]]]]:
    """Name, columns and rows of each table, each after those that it refers to."""
    lines = [json.loads(line) for line in (FOLDER / "rows.jsonl").read_text(encoding="utf-8").splitlines()]
    starts = [position for position, line in enumerate(lines) if isinstance(line, dict)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        yield lines[start]["table"], lines[start]["columns"], lines[start + 1 : end]


def restore(engine: Engine) -> None:
    """Fills an empty database: SQLite with the very definitions that were there, PostgreSQL with 0001's."""
    if engine.dialect.name == "sqlite":
        _restore_sqlite(str(engine.url.database))
    else:
        _restore_postgresql(engine)


def _restore_sqlite(path: str) -> None:
    with sqlite3.connect(path) as connection:
        connection.executescript(SCHEMA)
        for table, columns, rows in stored_tables():
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})", rows)  # noqa: S608
    connection.close()


def _restore_postgresql(engine: Engine) -> None:
    with writing(engine) as connection:
        migrate(connection, FIRST_VERSION)
        connection.execute(text(f"DROP TABLE {VERSION_TABLE}"))
        for table, columns, rows in stored_tables():
            if rows:
                values = [_typed(columns, row) for row in rows]
                connection.execute(Table(table, MetaData(), autoload_with=connection).insert(), values)
                continue_numbers(connection, table, columns[0])
        for statement in SCHEMA.split(";\n"):
            if statement.startswith("CREATE VIEW"):
                connection.exec_driver_sql(statement)


def _typed(columns: list[str], row: list[Any]) -> dict[str, Any]:
    """SQLite has no truth values, and moments without a zone."""
    values = dict(zip(columns, row, strict=True))
    for name, value in values.items():
        if name.startswith("is_"):
            values[name] = bool(value)
        elif name.endswith("_at") and value is not None:
            values[name] = f"{value}+00"
    return values


def continue_numbers(connection: Connection, table: str, column: str) -> None:
    """Lets PostgreSQL give out keys beyond those that were brought in."""
    statement = text("SELECT pg_get_serial_sequence(:table, :column)")
    if sequence := connection.scalar(statement, {"table": table, "column": column}):
        connection.execute(text(f"SELECT setval('{sequence}', MAX({column})) FROM {table}"))  # noqa: S608
