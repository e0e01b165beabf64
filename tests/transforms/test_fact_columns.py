"""Facts keep each kind of value in a column of its own type, and amounts to the satang."""

from datetime import date
from decimal import Decimal

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from schemas.fields import (
    BAHT,
    LARGEST_AMOUNT,
    PERSONS,
    POINTS,
    Bilingual,
    Code,
    Codes,
    Count,
    Date,
    Field,
    Figure,
    Flag,
    Measure,
    Money,
    Text,
    Time,
)
from transforms.facts.fact_columns import fact_column, missing_column

LABEL = Bilingual("ค่า", "value")
COST = Money("cost_baht", BAHT, LABEL)
LARGEST = round(LARGEST_AMOUNT * 100)


def texts(*values: object) -> object:
    return pd.array(values, dtype="str")


@pytest.mark.parametrize(
    ("field", "values", "dtype", "kept"),
    [
        (Count("n_count", PERSONS, LABEL), np.array([3.0, np.nan]), "Int32", 3),
        (Measure("mean_score", POINTS, LABEL), np.array([55.5, np.nan]), "float64", 55.5),
        (COST, np.array([1250.5, np.nan]), "decimal128(14, 2)[pyarrow]", Decimal("1250.50")),
        (Date("held_date"), texts("2020-06-01", None), "date32[day][pyarrow]", date(2020, 6, 1)),
        (Flag("has_mentor"), pd.array([True, None], dtype="boolean"), "boolean", True),
        (Time("start_time"), texts("08:30", None), "str", "08:30"),
        (Codes("venue_codes", "venue"), texts("A|B", None), "str", "A|B"),
        (Text("remark_text"), texts("ก\n ข", None), "str", "ก\n ข"),
        (Code("role_code", "role"), texts("HEAD", None), "category", "HEAD"),
    ],
)
def test_a_kind_has_its_column_type(field: Field, values: object, dtype: str, kept: object) -> None:
    column = pd.Series(fact_column(values, field))
    assert str(column.dtype) == dtype
    assert column[0] == kept
    assert column.isna().tolist() == [False, True]
    if not isinstance(field, Figure):
        missing = pd.Series(missing_column(2, field))
        assert missing.isna().all()
        assert str(missing.dtype) == dtype


@example([29, 57, 113, 33335, LARGEST, -LARGEST])
@given(st.lists(st.integers(-LARGEST, LARGEST), min_size=1))
def test_amounts_are_exact_to_the_satang(satang: list[int]) -> None:
    baht = np.array([each / 100 for each in satang])
    column = pd.Series(fact_column(baht, COST))
    assert column.tolist() == [Decimal(each) / 100 for each in satang]
    assert pa.array(column).type == pa.decimal128(14, 2)
