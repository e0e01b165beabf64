"""The one way in for many rows: COPY on PostgreSQL, executemany on SQLite."""

import io
from typing import Any

import pandas as pd
import psycopg
import pyarrow as pa
import pyarrow.compute
import pyarrow.csv
from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError


def insert_frame(connection: Connection, table: Table, frame: pd.DataFrame) -> None:
    """Appends a frame's rows to a table, in the frame's order.

    Missing values of any kind (NA, None, NaN, NaT) become NULL; an empty text stays an empty text. A NUL
    character, which PostgreSQL cannot hold, becomes U+FFFD on both databases.

    Args:
        connection: Inside the transaction that the rows belong to.
        table: The table.
        frame: Columns named as the table's; a column of the table that it lacks takes its default.
            The index is not used.

    Raises:
        ValueError: The frame has a column that the table has not.
        sqlalchemy.exc.IntegrityError: A row breaks a constraint; other DBAPIErrors likewise.
    """
    unknown = [str(each) for each in frame.columns if each not in table.c]
    if unknown:
        raise ValueError(f"{table.name} has no column {', '.join(unknown)}")
    if frame.empty:
        return
    rows = _plain(pa.Table.from_pandas(frame, preserve_index=False))
    if connection.dialect.name == "postgresql":
        _copy(connection, table, rows)
    else:
        _execute_many(connection, table, rows)


def _plain(rows: pa.Table) -> pa.Table:
    """Categories as the values that they stand for, texts as both databases can hold them."""
    for position, field in enumerate(rows.schema):
        values = rows.column(position)
        if pa.types.is_dictionary(field.type):
            values = values.cast(field.type.value_type)
        if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
            values = pa.compute.replace_substring(values, "\0", "\N{REPLACEMENT CHARACTER}")
        rows = rows.set_column(position, field.name, values)
    return rows


def _copy(connection: Connection, table: Table, rows: pa.Table) -> None:
    # pyarrow quotes every text and no missing value: that is how COPY tells '' from NULL.
    buffer = io.BytesIO()
    pa.csv.write_csv(rows, buffer, pa.csv.WriteOptions(include_header=False, quoting_style="needed"))
    statement = f"COPY {_target(connection, table, rows)} FROM STDIN (FORMAT csv)"
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement) as copy:
            copy.write(buffer.getbuffer())
    except psycopg.Error as error:
        # What the database refuses is the same SQLAlchemy error whichever database it is.
        raise DBAPIError.instance(statement, None, error, psycopg.Error) from error


def _execute_many(connection: Connection, table: Table, rows: pa.Table) -> None:
    columns = [_sqlite_values(column) for column in rows.columns]
    marks = ", ".join("?" * len(columns))
    statement = f"INSERT INTO {_target(connection, table, rows)} VALUES ({marks})"  # noqa: S608 - quoted names
    connection.exec_driver_sql(statement, list(zip(*columns, strict=True)))


def _sqlite_values(column: pa.ChunkedArray) -> list[Any]:
    if pa.types.is_temporal(column.type):
        # SQLite has no dates; SQLAlchemy reads this form back.
        column = column.cast(pa.string())
    return list(column.to_pylist())


def _target(connection: Connection, table: Table, rows: pa.Table) -> str:
    quote = connection.dialect.identifier_preparer.quote
    return f"{quote(table.name)} ({', '.join(quote(name) for name in rows.column_names)})"
