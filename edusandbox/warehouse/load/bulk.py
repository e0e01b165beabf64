"""The one way in for many rows: COPY on PostgreSQL, executemany on SQLite."""

import io
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, cast

import numpy as np
import pandas as pd
import psycopg
import pyarrow as pa
import pyarrow.compute
import pyarrow.csv
from numpy.typing import NDArray
from psycopg.copy import QueuedLibpqWriter
from sqlalchemy import Column, Connection, DefaultClause, Table
from sqlalchemy.exc import DBAPIError

# Many rows a statement take two thirds of the time that a row a statement takes. A SQLite before 3.32 has
# no more values than these.
_SQLITE_MOST_VALUES = 999
_SQLITE_STATEMENTS = 50


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
    insert_rows(connection, table, [pa.Table.from_pandas(frame, preserve_index=False)])


def insert_tuples(
    connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]
) -> None:
    """Appends rows to a table, as `insert_frame` does, without the price of a frame.

    Args:
        connection: Inside the transaction that the rows belong to.
        table: The table.
        columns: Names of the values in each row.
        rows: Plain values; None is a missing one.
    """
    if rows:
        values = (pa.array(each) for each in zip(*rows, strict=True))
        insert_rows(connection, table, [pa.table(dict(zip(columns, values, strict=True)))])


def insert_rows(connection: Connection, table: Table, parts: Iterable[pa.Table]) -> None:
    """Appends rows to a table, as `insert_frame` does.

    Args:
        connection: Inside the transaction that the rows belong to. Nobody else uses it meanwhile.
        table: The table.
        parts: The rows, in parts of the same columns, named as the table's; a dictionary stands for its
            values. While PostgreSQL takes one part the next one is made.

    Raises:
        ValueError: There is a column that the table has not.
        sqlalchemy.exc.IntegrityError: A row breaks a constraint; other DBAPIErrors likewise.
    """
    filled = (_plain(table, each) for each in parts if each.num_rows)
    first = next(filled, None)
    if first is not None:
        insert = _copy if connection.dialect.name == "postgresql" else _execute_many
        insert(connection, table, first.column_names, chain([first], filled))


def gathered(frames: Iterable[pd.DataFrame], column: str) -> pa.Array:
    """One column of several frames, one below the other.

    pandas would turn categories that are not the same in all frames into objects.

    Args:
        frames: The frames; the column has one kind of values in all of them.
        column: Its name.
    """
    columns = [frame[column].array for frame in frames]
    if isinstance(columns[0], pd.Categorical):
        return _gathered_codes(cast("list[pd.Categorical[str]]", columns))
    return pa.chunked_array([pa.Array.from_pandas(each) for each in columns]).combine_chunks()


def _gathered_codes(columns: Sequence["pd.Categorical[str]"]) -> pa.DictionaryArray:
    places: dict[str, int] = {}
    codes = []
    for column in columns:
        own = [places.setdefault(each, len(places)) for each in column.categories.tolist()]
        # The last one is what a missing value, at -1, takes.
        codes.append(np.array([*own, -1], dtype=np.int32)[column.codes])
    all_codes = np.concatenate(codes)
    indices = pa.array(all_codes, mask=all_codes < 0)
    return pa.DictionaryArray.from_arrays(indices, pa.array(list(places), type=pa.large_string()))


def insert_returning(
    connection: Connection, key: Column[int], rows: Sequence[Mapping[str, Any]]
) -> list[int]:
    """Appends some rows to a table whose keys the database gives out.

    Args:
        connection: Inside the transaction that the rows belong to.
        key: The table's integer primary key.
        rows: The values of each row; all rows have the same columns.

    Returns:
        The keys, in the order of the rows.
    """
    if not rows:
        return []
    added = key.table.insert().returning(key, sort_by_parameter_order=True)
    return [int(each) for each in connection.scalars(added, list(rows))]


def _plain(table: Table, rows: pa.Table) -> pa.Table:
    """Categories as the values that they stand for, texts as both databases can hold them."""
    unknown = [str(each) for each in rows.column_names if each not in table.c]
    if unknown:
        raise ValueError(f"{table.name} has no column {', '.join(unknown)}")
    for position, field in enumerate(rows.schema):
        values = rows.column(position)
        if pa.types.is_dictionary(field.type):
            values = values.cast(field.type.value_type)
        if pa.types.is_string(values.type) or pa.types.is_large_string(values.type):
            values = pa.compute.replace_substring(values, "\0", "\N{REPLACEMENT CHARACTER}")
        rows = rows.set_column(position, field.name, values)
    return rows


def _copy(connection: Connection, table: Table, columns: Sequence[str], parts: Iterable[pa.Table]) -> None:
    statement = f"COPY {_target(connection, table, columns)} FROM STDIN (FORMAT csv)"
    driver: Any = connection.connection.driver_connection
    try:
        with driver.cursor() as cursor, cursor.copy(statement, writer=QueuedLibpqWriter(cursor)) as copy:
            for part in parts:
                copy.write(_csv(part))
    except psycopg.Error as error:
        # What the database refuses is the same SQLAlchemy error whichever database it is.
        raise DBAPIError.instance(statement, None, error, psycopg.Error) from error


def _csv(rows: pa.Table) -> bytes:
    # pyarrow quotes every text and no missing value: that is how COPY tells '' from NULL.
    buffer = io.BytesIO()
    pa.csv.write_csv(rows, buffer, pa.csv.WriteOptions(include_header=False, quoting_style="needed"))
    return buffer.getvalue()


def _execute_many(
    connection: Connection, table: Table, _columns: Sequence[str], parts: Iterable[pa.Table]
) -> None:
    driver: Any = connection.connection.driver_connection
    statement = ""
    try:
        for part in parts:
            rows = _without_usual(table, part)
            statement = f"INSERT INTO {_target(connection, table, rows.column_names)} VALUES "  # noqa: S608 - quoted names
            _execute_part(driver, statement, rows)
    except sqlite3.Error as error:
        raise DBAPIError.instance(statement, None, error, sqlite3.Error) from error


def _execute_part(driver: Any, target: str, rows: pa.Table) -> None:  # noqa: ANN401 - the driver's own connection
    width = len(rows.column_names)
    row = f"({', '.join('?' * width)})"
    rows_at_once = max(1, _SQLITE_MOST_VALUES // width)
    several = target + ", ".join([row] * rows_at_once)
    # A part's rows as Python's own values take thirty times its memory: some at a time.
    for part in _slices(rows, rows_at_once * _SQLITE_STATEMENTS):
        values = np.empty((part.num_rows, width), dtype=object)
        for number, column in enumerate(part.columns):
            values[:, number] = _sqlite_values(column)
        together = part.num_rows // rows_at_once * rows_at_once
        for some, each in (
            (several, values[:together].reshape(-1, rows_at_once * width)),
            (target + row, values[together:]),
        ):
            # Not by SQLAlchemy, which wants dictionaries.
            driver.executemany(some, each.tolist()).close()


def _without_usual(table: Table, rows: pa.Table) -> pa.Table:
    """Leaves out columns that hold in all rows what the table gives them by itself: a fifth of the time."""
    usual = [name for name in rows.column_names if _is_usual(table.c[name], rows.column(name))]
    return rows.drop_columns(usual) if len(usual) < len(rows.column_names) else rows


def _is_usual(column: Column[Any], values: pa.ChunkedArray) -> bool:
    if values.null_count == len(values):
        return column.server_default is None and column.nullable is True
    default = column.server_default
    if not isinstance(default, DefaultClause) or values.null_count or not pa.types.is_integer(values.type):
        return False
    least_and_most = pa.compute.min_max(values).as_py()
    return {str(each) for each in least_and_most.values()} == {str(default.arg)}


def _slices(rows: pa.Table, length: int) -> Iterator[pa.Table]:
    return (rows.slice(first, length) for first in range(0, rows.num_rows, length))


def _sqlite_values(column: pa.ChunkedArray) -> NDArray[np.generic] | list[Any]:
    if pa.types.is_temporal(column.type):
        # SQLite has no dates; SQLAlchemy reads this form back.
        column = column.cast(pa.string())
    if pa.types.is_decimal(column.type):
        # SQLite has no decimals either; the nearest binary fraction has the same two decimals.
        return [None if amount is None else float(amount) for amount in column.to_pylist()]
    if pa.types.is_integer(column.type) and column.null_count == 0:
        whole: NDArray[np.generic] = column.to_numpy()
        return whole
    return list(column.to_pylist())


def _target(connection: Connection, table: Table, columns: Sequence[str]) -> str:
    quote = connection.dialect.identifier_preparer.quote
    return f"{quote(table.name)} ({', '.join(quote(name) for name in columns)})"
