"""Adding up the facts of a submission by one of their codes, fast enough to be done at each load."""

from collections.abc import Sequence
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

    def sum(self, figure: str, which: NDArray[np.bool_] | None = None) -> pd.arrays.IntegerArray:
        """The sum of a nullable integer column by code.

        Args:
            figure: The column.
            which: The rows that are added up; None for all.

        Returns:
            Int32 by code; missing where there is no figure at all, which is not zero.
        """
        column = self._facts[figure].array
        counted = ~np.asarray(column.isna())
        if which is not None:
            counted &= which
        figures = column.to_numpy(dtype="float64", na_value=0.0)
        sums = self._added(figures * counted).astype("int32")
        return pd.arrays.IntegerArray(sums, self.count(counted) == 0)

    def count(self, which: NDArray[np.bool_]) -> NDArray[np.int32]:
        """How many of certain rows there are by code."""
        return self._added(which.astype("float64")).astype("int32")

    def has_school(self, schools: pd.Index) -> NDArray[np.bool_]:
        """Which of some schools have a row, by code and school."""
        found = np.zeros((self._length, len(schools)), dtype=bool)
        found[self._places, _places(self._facts["school_code"], schools)] = True
        return found

    def _added(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(self._places, weights, self._length).astype("float64")


def schools_of(tables: Sequence[pd.DataFrame]) -> pd.Index:
    """The codes of the schools that some fact frames may hold."""
    schools = tables[0]["school_code"].cat.categories
    for facts in tables[1:]:
        others = facts["school_code"].cat.categories
        if not schools.equals(others):
            schools = schools.union(others)
    return schools


def is_code(codes: "pd.Series[str]", code: str) -> NDArray[np.bool_]:
    """Which rows of a categorical column hold a code."""
    column = _categories(codes)
    categories = column.categories.tolist()
    if code not in categories:
        return np.zeros(len(column), dtype=bool)
    found: NDArray[np.bool_] = column.codes == categories.index(code)
    return found


def has_code(codes: "pd.Series[str]") -> NDArray[np.bool_]:
    """Which rows of a categorical column hold any code."""
    found: NDArray[np.bool_] = _categories(codes).codes >= 0
    return found


def _places(codes: "pd.Series[str]", wanted: pd.Index) -> NDArray[np.intp]:
    column = _categories(codes)
    if wanted.equals(column.categories):
        return column.codes.astype(np.intp)
    places: NDArray[np.intp] = wanted.get_indexer(column.categories)[column.codes]
    return places


def _categories(codes: "pd.Series[str]") -> "pd.Categorical[str]":
    return cast("pd.Categorical[str]", codes.array)
