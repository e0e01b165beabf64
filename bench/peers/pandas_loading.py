"""to_sql, told what makes it fast: on PostgreSQL a `method` that copies, as pandas' documentation shows."""

import csv
import io
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any

import pandas as pd
from recipe import sqlite_path
from sqlalchemy import create_engine


def copy_rows(table: Any, connection: Any, keys: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """The `method` of to_sql for PostgreSQL: COPY of CSV."""
    buffer = io.StringIO()
    csv.writer(buffer).writerows(rows)
    names = ", ".join(f'"{each}"' for each in keys)
    with (
        connection.connection.cursor() as cursor,
        cursor.copy(f"COPY {table.name} ({names}) FROM STDIN (FORMAT csv)") as copy,
    ):
        copy.write(buffer.getvalue())


def write(url: str, tables: dict[str, pd.DataFrame]) -> None:
    """Writes frames with to_sql in one transaction."""
    if url.startswith("sqlite"):
        with closing(sqlite3.connect(sqlite_path(url))) as connection:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            for name, frame in tables.items():
                frame.to_sql(name, connection, index=False)
            connection.commit()
        return
    engine = create_engine(url.replace("postgresql://", "postgresql+psycopg://"))
    with engine.begin() as server:
        for name, frame in tables.items():
            frame.to_sql(name, server, index=False, method=copy_rows, chunksize=100_000)
