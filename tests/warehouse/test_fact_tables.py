"""The tables are what the Fact models say: one definition for frames and for the database."""

import os
from dataclasses import replace
from typing import Any

import numpy as np
import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.typing import Series
from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Date,
    Double,
    Integer,
    MetaData,
    SmallInteger,
    Text,
    inspect,
)

from edusandbox.warehouse.tables.collection import FACT_MODELS, FACT_TABLES, FURTHER_TABLES, METADATA
from edusandbox.warehouse.tables.fact_tables import fact_models, fact_table, key_names
from edusandbox.warehouse.tables.metadata import Baht
from schemas.catalogue import FORMS
from schemas.fact_model import FactModel, dimension
from schemas.packages import NAMED_BY
from tests.warehouse.builders import Warehouse

TABLES = pytest.mark.parametrize("table", sorted(FACT_TABLES))
TYPES = {
    "int16": SmallInteger,
    "int32": Integer,
    "int64": BigInteger,
    "category": Text,
    "string": Text,
    "date32": Date,
    "float64": Double,
    "decimal128(14, 2)": Baht,
    "boolean": Boolean,
}


def model_columns(table: str) -> dict[str, Any]:
    """The model's columns under the names that they have in the table."""
    columns = FACT_MODELS[table].to_schema().columns
    return {
        f"{dimension_name}_id" if (dimension_name := (each.metadata or {}).get("dimension")) else name: each
        for name, each in columns.items()
    }


def test_every_form_has_its_tables() -> None:
    assert set(FACT_TABLES) == {name for form in FORMS.values() for name in form.fact_models}


@TABLES
def test_a_table_has_the_columns_of_its_model(table: str) -> None:
    assert set(FACT_TABLES[table].columns.keys()) == {"submission_id", *model_columns(table)}


@TABLES
def test_types_agree(table: str) -> None:
    for name, column in model_columns(table).items():
        made = FACT_TABLES[table].c[name]
        if "dimension" in (column.metadata or {}):
            (reference,) = made.foreign_keys
            assert reference.target_fullname == f"dim_{column.metadata['dimension']}.{name}"
        else:
            assert isinstance(made.type, TYPES[str(column.dtype).lower().split("[")[0]]), name


@TABLES
def test_what_may_be_missing_agrees(table: str) -> None:
    for name, column in model_columns(table).items():
        assert FACT_TABLES[table].c[name].nullable == column.nullable, name


@TABLES
def test_the_key_is_the_submission_and_the_models_keys(table: str) -> None:
    keys = [name for name, column in model_columns(table).items() if (column.metadata or {}).get("key")]
    assert FACT_TABLES[table].primary_key.columns.keys() == ["submission_id", *keys]


@TABLES
def test_the_models_bounds_are_checks(table: str) -> None:
    bounded = {name for name, column in model_columns(table).items() if column.checks}
    constraints = [each for each in FACT_TABLES[table].constraints if isinstance(each, CheckConstraint)]
    assert {str(each.name) for each in constraints} == {f"ck_{table}_{name}" for name in bounded}


@TABLES
def test_the_database_has_what_was_defined(warehouse: Warehouse, table: str) -> None:
    inspector = inspect(warehouse.engine)
    found = {column["name"]: column for column in inspector.get_columns(table)}
    assert set(found) == set(FACT_TABLES[table].columns.keys())
    for column in FACT_TABLES[table].columns:
        assert found[column.name]["nullable"] == column.nullable, column.name
    assert inspector.get_pk_constraint(table)["constrained_columns"] == (
        FACT_TABLES[table].primary_key.columns.keys()
    )


@TABLES
def test_only_sqlite_asks_the_other_tables_about_every_fact(warehouse: Warehouse, table: str) -> None:
    found = inspect(warehouse.engine).get_foreign_keys(table)
    is_sqlite = warehouse.engine.dialect.name == "sqlite"
    assert len(found) == (len(FACT_TABLES[table].foreign_key_constraints) if is_sqlite else 0)


class ScoreFact(FactModel):
    """Scores of one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school"), title="โรงเรียน")
    mean_score: Series[float] = pa.Field(gt=0, lt=100, nullable=True, title="คะแนน")
    note_th: Series[str] = pa.Field(str_length=3)


class ItemFact(FactModel):
    """Things that one school names, by their number in its cell."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school"), title="โรงเรียน")
    item_number: Series[np.int16] = pa.Field(ge=1, metadata={"key": True})
    item_name: Series[str]


class AnnualFact(FactModel):
    """A fact of a type that the warehouse has no column for."""

    taken_at: Series[pd.Timestamp]


def test_a_model_of_a_new_form_becomes_a_table_by_itself() -> None:
    metadata = MetaData()
    for name in ("ops_submission", "dim_province", "dim_period", "dim_school"):
        METADATA.tables[name].to_metadata(metadata)
    table = fact_table("fact_score", ScoreFact, metadata)
    assert table.primary_key.columns.keys() == ["submission_id", "school_id"]
    assert isinstance(table.c.mean_score.type, Double)
    checks = {
        str(each.name): str(each.sqltext) for each in table.constraints if isinstance(each, CheckConstraint)
    }
    bounds = "fact_score.mean_score > :mean_score_1 AND fact_score.mean_score < :mean_score_2"
    assert checks["mean_score"] == bounds
    assert "note_th" not in checks


def test_a_key_may_be_of_no_dimension() -> None:
    metadata = MetaData()
    for name in ("ops_submission", "dim_province", "dim_period", "dim_school"):
        METADATA.tables[name].to_metadata(metadata)
    table = fact_table("fact_item", ItemFact, metadata)
    assert table.primary_key.columns.keys() == ["submission_id", "school_id", "item_number"]
    assert key_names(table) == ["item_number"]


def test_all_tables_are_our_own_where_no_further_package_is_named() -> None:
    if os.environ.get(NAMED_BY):
        pytest.skip("packages of forms are named for all tests")
    assert not FURTHER_TABLES


def test_a_type_without_a_column_type_is_named() -> None:
    with pytest.raises(TypeError, match=r"^taken_at: the warehouse has no column type for datetime64"):
        fact_table("fact_annual", AnnualFact, MetaData())


def test_two_models_for_one_table_are_refused() -> None:
    enrolment = FORMS["enrolment"]
    other = replace(enrolment, code="other", fact_models={"fact_enrolment": ScoreFact})
    with pytest.raises(
        ValueError, match=r"^form other has another model for table fact_enrolment than a form"
    ):
        fact_models({"enrolment": enrolment, "other": other})
