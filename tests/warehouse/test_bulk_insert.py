"""The one way in for many rows gives back exactly what was put in, on both databases."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Double,
    Engine,
    Integer,
    MetaData,
    Numeric,
    SmallInteger,
    Table,
    Text,
    cast,
    func,
    select,
)

from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.bulk import insert_frame
from edusandbox.warehouse.tables.metadata import Baht, UtcDateTime

SAMPLE = Table(
    "bulk sample",
    MetaData(),
    Column("row_id", Integer, primary_key=True, autoincrement=False),
    Column("note", Text),
    Column("mark_code", Text),
    Column("small", SmallInteger),
    Column("count", Integer),
    Column("large", BigInteger),
    Column("is_open", Boolean),
    Column("score", Double),
    Column("start_date", Date),
    Column("received_at", UtcDateTime),
    Column("cost_baht", Baht),
    Column("select", Text, server_default="as made"),
)
MARKS = ["x", "c", "", 'a "quoted", one', "ไทย"]
LARGEST = Decimal("999999999999.99")
Row = tuple[object, ...]


def or_missing(values: st.SearchStrategy[object]) -> st.SearchStrategy[object]:
    return st.none() | values


ROWS = st.lists(
    st.tuples(
        or_missing(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))),
        or_missing(st.sampled_from(MARKS)),
        or_missing(st.integers(-(2**15), 2**15 - 1)),
        or_missing(st.integers(-(2**31), 2**31 - 1)),
        or_missing(st.integers(-(2**63), 2**63 - 1)),
        or_missing(st.booleans()),
        or_missing(st.floats(allow_nan=False)),
        or_missing(st.dates(date(1900, 1, 1), date(2200, 1, 1))),
        or_missing(
            st.datetimes(datetime(1900, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001 - bounds
        ),
        or_missing(st.decimals(-LARGEST, LARGEST, places=2)),
    ),
    max_size=8,
)


def frame_of(rows: list[Row]) -> pd.DataFrame:
    """A frame with the types that frames of facts and of findings have, in reverse order of the key."""
    columns = list(zip(*rows, strict=True)) if rows else [()] * 10
    frame = pd.DataFrame(
        {
            "row_id": pd.Series(range(len(rows)), dtype="int32"),
            "note": pd.Series(columns[0], dtype="str"),
            "mark_code": pd.Categorical(columns[1], categories=MARKS),
            "small": pd.array(columns[2], dtype="Int16"),
            "count": pd.array(columns[3], dtype="Int32"),
            "large": pd.array(columns[4], dtype="Int64"),
            "is_open": pd.array(columns[5], dtype="boolean"),
            "score": pd.Series(columns[6], dtype="float64"),
            "start_date": pd.Series(columns[7], dtype="object"),
            "received_at": pd.Series(columns[8], dtype="datetime64[us, UTC]"),
            "cost_baht": pd.Series(columns[9], dtype=pd.ArrowDtype(pa.decimal128(14, 2))),
        }
    )
    return frame.iloc[::-1]


def read_back(connection: Connection) -> list[Row]:
    columns = [column for column in SAMPLE.c if column.name not in {"row_id", "select"}]
    return [tuple(row) for row in connection.execute(select(*columns).order_by(SAMPLE.c.row_id))]


@pytest.fixture
def sample_engine(empty_engine: Engine) -> Engine:
    SAMPLE.create(empty_engine)
    return empty_engine


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(rows=[("a\n\\.\nb", "", 0, 0, 0, False, 0.0, None, None, None), ("\\.", None, *[None] * 8)])
@example(rows=[("", None, *[None] * 8), (None, "", *[None] * 8), ("\\N", "x", *[None] * 8)])
@example(rows=[("NULL", None, *[None] * 8), ("\r\n;'\"\t", None, *[None] * 8)])
@example(rows=[(None, None, 1, None, None, None, float("inf"), None, None, None)])
@given(rows=ROWS)
def test_rows_come_back_as_they_were(sample_engine: Engine, rows: list[Row]) -> None:
    with writing(sample_engine) as connection:
        connection.execute(SAMPLE.delete())
        insert_frame(connection, SAMPLE, frame_of(rows))
        assert read_back(connection) == rows


@pytest.mark.parametrize("count", [1, 498, 499, 500, 1000])
def test_rows_are_all_there_however_many_go_into_a_statement(sample_engine: Engine, count: int) -> None:
    with writing(sample_engine) as connection:
        insert_frame(connection, SAMPLE, pd.DataFrame({"row_id": range(count), "count": range(count)}))
        kept = connection.execute(select(SAMPLE.c.row_id, SAMPLE.c["count"]).order_by(SAMPLE.c.row_id))
        assert kept.all() == [(number, number) for number in range(count)]


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(amounts=[Decimal("0.29"), Decimal("0.57"), LARGEST, LARGEST, Decimal("-0.01")])
@given(amounts=st.lists(st.decimals(-LARGEST, LARGEST, places=2), min_size=1))
def test_amounts_are_added_up_exactly_in_whole_satang(sample_engine: Engine, amounts: list[Decimal]) -> None:
    satang = func.sum(cast(func.round(SAMPLE.c.cost_baht * 100, type_=Numeric(asdecimal=False)), BigInteger))
    with writing(sample_engine) as connection:
        connection.execute(SAMPLE.delete())
        column = pd.Series(amounts, dtype=pd.ArrowDtype(pa.decimal128(14, 2)))
        insert_frame(connection, SAMPLE, pd.DataFrame({"row_id": range(len(amounts)), "cost_baht": column}))
        assert connection.scalar(select(satang)) == sum(amounts) * 100


def test_a_column_that_the_frame_lacks_takes_its_default(sample_engine: Engine) -> None:
    with writing(sample_engine) as connection:
        insert_frame(connection, SAMPLE, pd.DataFrame({"row_id": [1]}))
        assert connection.execute(select(SAMPLE.c["select"], SAMPLE.c.note)).all() == [("as made", None)]


def test_not_a_number_is_missing(sample_engine: Engine) -> None:
    with writing(sample_engine) as connection:
        insert_frame(connection, SAMPLE, pd.DataFrame({"row_id": [1], "score": [float("nan")]}))
        assert connection.scalars(select(SAMPLE.c.score)).all() == [None]


def test_a_character_that_postgresql_cannot_hold_is_replaced_on_both(sample_engine: Engine) -> None:
    with writing(sample_engine) as connection:
        insert_frame(connection, SAMPLE, pd.DataFrame({"row_id": [1], "note": ["1\0002"]}))
        assert connection.scalars(select(SAMPLE.c.note)).all() == ["1\ufffd2"]


def test_a_category_without_values_is_missing(sample_engine: Engine) -> None:
    frame = pd.DataFrame({"row_id": [1, 2], "mark_code": pd.Categorical([None, None])})
    with writing(sample_engine) as connection:
        insert_frame(connection, SAMPLE, frame)
        assert connection.scalars(select(SAMPLE.c.mark_code)).all() == [None, None]


def test_a_column_that_the_table_lacks_is_named(sample_engine: Engine) -> None:
    with (
        writing(sample_engine) as connection,
        pytest.raises(ValueError, match=r"^bulk sample has no column colour$"),
    ):
        insert_frame(connection, SAMPLE, pd.DataFrame({"row_id": [1], "colour": ["red"]}))
