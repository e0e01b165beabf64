"""What of a row has to be written."""

from collections.abc import Mapping
from typing import Any


def changed_values(values: Mapping[str, Any], row: Mapping[Any, Any]) -> dict[str, Any]:
    """The values that a row of a table does not hold yet.

    A key that is written again, though the same, has SQLite look through all rows that refer to it; and each
    statement is a way to the database and back.

    Args:
        values: What the row is to say, by column.
        row: What it says.
    """
    return {name: value for name, value in values.items() if value != row[name]}
