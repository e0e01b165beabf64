"""What facts keep the values of each kind of field as: one column type a kind, and amounts to the satang."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import pyarrow as pa

from schemas.fact_model import AMOUNT, DAY
from schemas.fields import Code, Count, Date, Field, Flag, Measure, Money, Share


def fact_column(values: Any, field: Field) -> Any:  # noqa: ANN401 - arrays of numpy and of pandas
    """The values of a field as facts hold them.

    Args:
        values: As the Sheet frame has them: float64 for figures, else texts or true and false.
        field: The field.

    Returns:
        Int32 for a count, decimal(14, 2) for an amount, float64 for any other figure, a day for a date,
        boolean for yes or no, categories for a code, text for all else. Missing values stay missing.
    """
    return _COLUMNS.get(type(field), _texts)(values)


def missing_column(length: int, field: Field) -> Any:  # noqa: ANN401 - as above
    """A column of a field, no figure, of which no table has anything."""
    return fact_column(_texts([None] * length), field)


def _counts(values: Any) -> Any:  # noqa: ANN401 - as above
    return pd.array(values, dtype="Float64").astype("Int32")


def _amounts(values: Any) -> Any:  # noqa: ANN401 - as above
    """Rounded to the satang, which a binary fraction of a baht hardly ever is."""
    return pd.arrays.ArrowExtensionArray(pa.array(values, from_pandas=True).cast(AMOUNT))


def _figures(values: Any) -> Any:  # noqa: ANN401 - as above
    return values


def _days(values: Any) -> Any:  # noqa: ANN401 - as above
    return pd.arrays.ArrowExtensionArray(pa.array(values, pa.string(), from_pandas=True).cast(DAY))


def _flags(values: Any) -> Any:  # noqa: ANN401 - as above
    return pd.array(values, dtype="boolean")


def _texts(values: Any) -> Any:  # noqa: ANN401 - as above
    return pd.array(values, dtype="str")


_COLUMNS: Mapping[type[Field], Callable[[Any], Any]] = {
    Count: _counts,
    Money: _amounts,
    Measure: _figures,
    Share: _figures,
    Date: _days,
    Flag: _flags,
    Code: pd.Categorical,
}
