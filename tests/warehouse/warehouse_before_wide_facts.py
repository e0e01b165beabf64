"""A filled warehouse as it was before facts became wide: see `before_wide_facts/README.md`."""

import json
import sqlite3
from pathlib import Path

from sqlalchemy import Engine, MetaData, Table, text

from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.schema_versions import migrate
from tests.warehouse.first_release_warehouse import continue_numbers

FOLDER = Path(__file__).parent / "before_wide_facts"
VERSION = "0003"


def restore(engine: Engine) -> None:
    """Fills an empty database with tables, rows and views as they were there."""
    if engine.dialect.name == "sqlite":
        with sqlite3.connect(str(engine.url.database)) as connection:
            connection.executescript((FOLDER / "sqlite.sql").read_text(encoding="utf-8"))
        connection.close()
    else:
        _restore_postgresql(engine)


def _restore_postgresql(engine: Engine) -> None:
    rows: list[dict[str, object]] = []
    table = Table("nothing_yet", MetaData())
    with writing(engine) as connection:
        migrate(connection, VERSION)

        def insert() -> None:
            if rows:
                connection.execute(table.insert(), rows)
                continue_numbers(connection, table.name, next(iter(rows[0])))

        columns: list[str] = []
        for line in (FOLDER / "postgresql.jsonl").read_text(encoding="utf-8").splitlines():
            content = json.loads(line)
            if isinstance(content, list):
                rows.append(dict(zip(columns, content, strict=True)))
                continue
            insert()
            rows, columns = [], content["columns"]
            table = Table(content["table"], MetaData(), autoload_with=connection)
        insert()
        schema = str(connection.scalar(text("SELECT current_schema()")))
        for statement in (FOLDER / "postgresql.sql").read_text(encoding="utf-8").split("\n-- next\n"):
            connection.exec_driver_sql(statement.replace("public", schema))
