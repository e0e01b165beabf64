"""The dictionary in the database: its own tables, and on PostgreSQL a comment on everything."""

from dataclasses import asdict
from typing import Any

from psycopg import sql
from sqlalchemy import Connection, Table, select

from edusandbox.warehouse.dictionary.entries import (
    DictionaryColumn,
    DictionaryTable,
    read_dictionary,
)
from edusandbox.warehouse.tables.operation_tables import ops_dictionary_column, ops_dictionary_table

__all__ = [
    "DictionaryColumn",
    "DictionaryTable",
    "comment_statements",
    "plain_dictionary",
    "read_dictionary",
    "sync_dictionary",
]


def plain_dictionary() -> list[dict[str, Any]]:
    """The dictionary as plain values: tables, each with its `columns`."""
    return [asdict(table) for table in read_dictionary()]


def sync_dictionary(connection: Connection) -> None:
    """Makes the database say what the program's dictionary says.

    Args:
        connection: Inside a transaction; tables and views are there.
    """
    tables = plain_dictionary()
    columns = [column for table in tables for column in table.pop("columns")]
    if _differs(connection, ops_dictionary_table, tables) or _differs(
        connection, ops_dictionary_column, columns
    ):
        connection.execute(ops_dictionary_column.delete())
        connection.execute(ops_dictionary_table.delete())
        connection.execute(ops_dictionary_table.insert(), tables)
        connection.execute(ops_dictionary_column.insert(), columns)
    if connection.dialect.name == "postgresql":
        # A view that is made anew has lost its comments, even if the dictionary stays as it was.
        driver: Any = connection.connection.driver_connection
        driver.execute(";\n".join(comment_statements()))


def comment_statements() -> list[str]:
    """PostgreSQL's `COMMENT ON` for every table, view and column: "ไทย · English"."""
    statements = []
    for table in read_dictionary():
        kind = sql.SQL("VIEW" if table.is_view else "TABLE")
        name = sql.Identifier(table.table_name)
        words = sql.Literal(f"{table.meaning_th} · {table.meaning_en}")
        statements.append(sql.SQL("COMMENT ON {} {} IS {}").format(kind, name, words).as_string())
        for column in table.columns:
            place = sql.Identifier(table.table_name, column.column_name)
            words = sql.Literal(_column_comment(column))
            statements.append(sql.SQL("COMMENT ON COLUMN {} IS {}").format(place, words).as_string())
    return statements


def _column_comment(column: DictionaryColumn) -> str:
    if column.unit_th is None:
        return f"{column.meaning_th} · {column.meaning_en}"
    return f"{column.meaning_th} ({column.unit_th}) · {column.meaning_en} ({column.unit_en})"


def _differs(connection: Connection, table: Table, wanted: list[dict[str, Any]]) -> bool:
    """Whether a table's rows are others than these, in whatever order."""
    names = table.columns.keys()
    said = {tuple(row) for row in connection.execute(select(table))}
    return said != {tuple(row[name] for name in names) for row in wanted}
