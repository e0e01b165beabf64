"""Fact tables, made from the pandera Fact models: one definition for frames and tables."""

from collections.abc import Callable, Mapping
from typing import Any

from pandera.api.checks import Check
from pandera.api.pandas.components import Column as ModelColumn
from pandera.pandas import DataFrameSchema
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    Date,
    Double,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    SmallInteger,
    Table,
    Text,
    and_,
)
from sqlalchemy.types import TypeEngine

from edusandbox.warehouse.tables.metadata import Baht
from schemas.fact_model import FactModel
from schemas.form import Form

_USUAL = {"source_sheet_number": "1"}
"""What nearly all rows have in a column: where a whole batch has it, the statement leaves the column out."""

_TYPES: Mapping[str, type[TypeEngine[Any]]] = {
    "int16": SmallInteger,
    "int32": Integer,
    "int64": BigInteger,
    "float32": Double,
    "float64": Double,
    "decimal128(14, 2)": Baht,
    "bool": Boolean,
    "boolean": Boolean,
    "str": Text,
    "string": Text,
    "category": Text,
    "date32": Date,
}

_CONDITIONS: Mapping[str, Callable[[Column[Any], Mapping[str, Any]], ColumnElement[bool]]] = {
    "greater_than_or_equal_to": lambda column, given: column >= given["min_value"],
    "greater_than": lambda column, given: column > given["min_value"],
    "less_than_or_equal_to": lambda column, given: column <= given["max_value"],
    "less_than": lambda column, given: column < given["max_value"],
    "isin": lambda column, given: column.in_(list(given["allowed_values"])),
}


def fact_models(forms: Mapping[str, Form]) -> dict[str, type[FactModel]]:
    """Gathers the Fact models of all forms by table name.

    Raises:
        ValueError: Two forms give different models for one table.
    """
    models: dict[str, type[FactModel]] = {}
    for form in forms.values():
        for name, model in form.fact_models.items():
            if models.setdefault(name, model) is not model:
                raise ValueError(f"form {form.code} has another model for table {name} than a form before it")
    return models


def fact_tables(
    models: Mapping[str, type[FactModel]] | Mapping[str, DataFrameSchema], metadata: MetaData
) -> dict[str, Table]:
    """Makes the tables of Fact models, or of the contracts of their sums, by table name.

    Args:
        models: Models or contracts by table name.
        metadata: The collection that the tables join; it holds `ops_submission` and the `dim_` tables.
    """
    return {name: fact_table(name, model, metadata) for name, model in models.items()}


def fact_table(name: str, model: type[FactModel] | DataFrameSchema, metadata: MetaData) -> Table:
    """Makes the table of one Fact model.

    A model column that refers to a dimension (`school_code`) becomes that dimension's integer key
    (`school_id`), with `info["code_column"]` naming the model's column; the others keep name, type,
    nullability and the checks that SQL can say (bounds, lists of codes). The primary key is `submission_id`
    and the model's key columns in their order; the remaining columns follow. Province and period are the
    submission's. SQLite enforces the references to other tables, on PostgreSQL the loader alone answers for
    them.

    Args:
        name: Table name, `fact_...`.
        model: The model of facts, or the contract of sums.
        metadata: The collection that the table joins.

    Raises:
        TypeError: A column has a type that the warehouse has no column type for.
    """
    columns = (model if isinstance(model, DataFrameSchema) else model.to_schema()).columns
    keys = [each for each in columns.values() if (each.metadata or {}).get("key")]
    others = [each for each in columns.values() if each not in keys]
    metadatas = [each.metadata or {} for each in columns.values()]
    dimensions = [each["dimension"] for each in metadatas if "dimension" in each]
    references = {"submission_id": "ops_submission.submission_id"} | {
        f"{each}_id": f"dim_{each}.{each}_id" for each in dimensions
    }
    table = Table(
        name,
        metadata,
        Column("submission_id", Integer, primary_key=True, autoincrement=False),
        *(_column(each, metadata) for each in keys),
        *(_column(each, metadata) for each in others),
        # PostgreSQL asks about each row and key by itself, which takes six times as long as the COPY.
        *(
            ForeignKeyConstraint([column], [target]).ddl_if(dialect="sqlite")
            for column, target in references.items()
        ),
        sqlite_with_rowid=False,
    )
    for column in columns.values():
        _add_checks(table, column)
    return table


def key_names(table: Table) -> list[str]:
    """What tells the facts of one school apart, under the names of the Fact model: `topic_code`."""
    keys = [each for each in table.primary_key.columns if each.name not in {"submission_id", "school_id"}]
    return [str(each.info.get("code_column", each.name)) for each in keys]


def _column(column: ModelColumn, tables: MetaData) -> Column[Any]:
    metadata = column.metadata or {}
    if "dimension" not in metadata:
        return Column(
            column.name,
            _column_type(column),
            primary_key=bool(metadata.get("key")),
            autoincrement=False,
            nullable=bool(column.nullable),
            server_default=_USUAL.get(column.name),
            info={"mark_column": metadata["mark_column"]} if "mark_column" in metadata else {},
        )
    dimension = metadata["dimension"]
    name = f"{dimension}_id"
    return Column(
        name,
        tables.tables[f"dim_{dimension}"].c[name].type,
        primary_key=bool(metadata["key"]),
        autoincrement=False,
        nullable=bool(column.nullable) and not metadata["key"],
        info={"dimension": dimension, "code_column": column.name},
    )


def _column_type(column: ModelColumn) -> TypeEngine[Any]:
    name = str(column.dtype).split("[")[0].lower()
    if name not in _TYPES:
        raise TypeError(f"{column.name}: the warehouse has no column type for {column.dtype}")
    return _TYPES[name]()


def _add_checks(table: Table, column: ModelColumn) -> None:
    if column.name not in table.c:
        return
    target = table.c[column.name]
    conditions = [each for check in column.checks if (each := _condition(target, check)) is not None]
    if conditions:
        table.append_constraint(CheckConstraint(and_(*conditions), name=column.name))


def _condition(column: Column[Any], check: Check) -> ColumnElement[bool] | None:
    """The check in SQL, or None where only pandera can say it; facts pass pandera before they come here."""
    make = _CONDITIONS.get(str(check.name))
    return None if make is None else make(column, check.statistics or {})
