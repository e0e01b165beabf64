"""Asking for many keys at once: one value a statement, however many keys there are."""

import json
from collections.abc import Collection

from sqlalchemy import ARRAY, ColumnElement, Connection, any_, func, literal, select


def one_of(
    connection: Connection, column: ColumnElement[int] | ColumnElement[str], values: Collection[int | str]
) -> ColumnElement[bool]:
    """The condition that a column has one of these values.

    SQLAlchemy's `in_` sends each value by itself: thousands of them take longer to send than to find, and
    SQLite takes some 32,000 at most.

    Args:
        connection: The one that will be asked.
        column: A column of numbers or texts.
        values: What it may be; with none of them no row meets the condition.
    """
    wanted = sorted(values, key=str)
    if connection.dialect.name == "postgresql":
        return column == any_(literal(wanted, ARRAY(column.type)))
    given = func.json_each(json.dumps(wanted)).table_valued("value")
    return column.in_(select(given.c.value))
