"""Reading marts: as they are now, or as they were at any past moment."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import Connection, CursorResult, bindparam, text

from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.marts.mart_contract import ContractColumn, newest_contract
from edusandbox.warehouse.marts.mart_views import VIEW_NAMES, as_at_query
from edusandbox.warehouse.tables.metadata import UtcDateTime

_ROWS_AT_A_TIME = 50_000
_TYPED: Mapping[str, Callable[[str], Any]] = {
    "integer": int,
    "decimal": float,
    "money": float,
    "boolean": lambda said: said.lower() in {"1", "true", "yes"},
}


def mart_columns(name: str) -> dict[str, ContractColumn]:
    """The columns of a mart by name, in their order.

    Raises:
        WarehouseError: There is no such mart.
    """
    columns = {each.name: each for each in newest_contract() if each.view == name}
    if not columns:
        raise WarehouseError(f"There is no mart {name}; there are {', '.join(VIEW_NAMES)}")
    return columns


def as_typed(name: str, where: Mapping[str, str]) -> dict[str, Any]:
    """What a person typed as the values that a mart's columns hold.

    Args:
        name: The mart.
        where: Texts by column.

    Raises:
        WarehouseError: There is no such mart or column, or a number is none.
    """
    columns = mart_columns(name)
    _require_columns(name, where)
    try:
        return {each: _TYPED.get(columns[each].data_type, str)(said) for each, said in where.items()}
    except ValueError as error:
        raise WarehouseError(f"A value for {name} is not right: {error}") from error


def read_mart(
    connection: Connection,
    name: str,
    *,
    at: datetime | None = None,
    where: Mapping[str, Any] | None = None,
) -> pd.DataFrame:
    """Reads a mart.

    Args:
        connection: To a warehouse that has its views.
        name: A mart, such as `mart_enrolment_by_agency`.
        at: A moment, aware of its zone: what the mart said then; None for now.
        where: Only rows with these values, by column.

    Returns:
        The mart's columns and rows, in no order; moments as the database gives them.

    Raises:
        WarehouseError: There is no such mart or column.
        ValueError: The moment does not say its zone.
    """
    result = _execute(connection, name, at, where or {})
    return pd.DataFrame(result.all(), columns=list(result.keys()))


@contextmanager
def stream_mart(
    connection: Connection, name: str, *, at: datetime | None = None, where: Mapping[str, Any] | None = None
) -> Iterator[Iterator[Sequence[Sequence[Any]]]]:
    """Reads a mart in parts, so that a large one needs little memory; arguments as for `read_mart`."""
    streaming = connection.execution_options(stream_results=True, max_row_buffer=_ROWS_AT_A_TIME)
    result = _execute(streaming, name, at, where or {})
    with result:
        yield result.partitions(_ROWS_AT_A_TIME)


def _execute(
    connection: Connection, name: str, at: datetime | None, where: Mapping[str, Any]
) -> CursorResult[Any]:
    _require_columns(name, where)
    conditions = "".join(f" AND {each} = :where_{each}" for each in where)
    parameters = {f"where_{each}": value for each, value in where.items()}
    if at is None:
        statement = text(f"SELECT * FROM {name} WHERE 1 = 1{conditions}")  # noqa: S608 - known names
    else:
        query = as_at_query(name, connection.dialect.name, ":moment")
        moment = bindparam("moment", type_=UtcDateTime)
        statement = text(f"{query} WHERE 1 = 1{conditions}").bindparams(moment)
        parameters["moment"] = at
    return connection.execute(statement, parameters)


def _require_columns(name: str, where: Iterable[str]) -> None:
    columns = mart_columns(name)
    unknown = [each for each in where if each not in columns]
    if unknown:
        raise WarehouseError(f"{name} has no column {unknown[0]}; it has {', '.join(columns)}")
