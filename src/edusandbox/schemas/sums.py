"""Adding up the facts of a submission by one of their codes, fast enough to be done at each load."""

from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray


class SumsByCode:
    """A fact frame that is added up by the codes of one of its columns; a sum has one place for each code."""

    def __init__(self, facts: pd.DataFrame, field: str, codes: pd.Index) -> None:
        """Takes a fact frame, its categorical column, and the codes that this may hold, in their order."""
        self._facts = facts
        self._places = _places(facts[field], codes)
        self._length = len(codes)

    def sum(self, *figures: str) -> pd.arrays.IntegerArray:
        """The sum of nullable integer columns by code.

        Args:
            figures: The columns, added up together.

        Returns:
            Int32 by code; missing where there is no figure at all, which is not zero.
        """
        columns = [self._facts[figure].array for figure in figures]
        added = sum(self._added(column.to_numpy(dtype="float64", na_value=0.0)) for column in columns)
        found = sum(self.count(~np.asarray(column.isna())) for column in columns)
        return pd.arrays.IntegerArray(np.asarray(added, dtype="int32"), np.asarray(found) == 0)

    def count(self, which: NDArray[np.bool_]) -> NDArray[np.int32]:
        """How many of certain rows there are by code."""
        return self._added(which.astype("float64")).astype("int32")

    def _added(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(self._places, weights, self._length).astype("float64")


def is_code(codes: "pd.Series[str]", code: str) -> NDArray[np.bool_]:
    """Which rows of a categorical column hold a code."""
    column = _categories(codes)
    categories = column.categories.tolist()
    if code not in categories:
        return np.zeros(len(column), dtype=bool)
    found: NDArray[np.bool_] = column.codes == categories.index(code)
    return found


def _places(codes: "pd.Series[str]", wanted: pd.Index) -> NDArray[np.intp]:
    column = _categories(codes)
    if wanted.equals(column.categories):
        return column.codes.astype(np.intp)
    places: NDArray[np.intp] = wanted.get_indexer(column.categories)[column.codes]
    return places


def _categories(codes: "pd.Series[str]") -> "pd.Categorical[str]":
    return cast("pd.Categorical[str]", codes.array)
