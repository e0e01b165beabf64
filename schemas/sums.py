"""Sums that a form declares once: what is added up at each load, and what marts of them are called.

From a declaration follow the table of sums and its contract, the sums of each submission, what proves them
from the facts, the marts by school, agency and province, and what their figures are traced to.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, cast

import numpy as np
import pandas as pd
import pandera.pandas as pa
from numpy.typing import NDArray

from schemas.codes import code_rows
from schemas.fact_model import FactModel, dimension
from schemas.fields import Bilingual

SCHOOLS = "school_count"
"""The column that says how many schools a sum is made of."""
BLANK, HIDDEN = "x", "c"
"""The marks of cells that a sum passes over."""


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of one kind, such as boys and girls.

    Attributes:
        what: What is counted.
        parts: Columns of the facts, each of which has a sum by its own name.
        missing: What the number of cells without a figure, blank or hidden, is called.
        together: What the sum over all parts is called; '' where there is one part alone.
        hidden: What the number of hidden cells among those is called; '' where the facts have no marks.
    """

    what: Bilingual
    parts: tuple[str, ...]
    missing: str
    together: str = ""
    hidden: str = ""

    @property
    def figures(self) -> tuple[str, ...]:
        """Its sums of counts."""
        return (*self.parts, self.together) if self.together else self.parts

    @property
    def cells(self) -> tuple[str, ...]:
        """Its numbers of cells without a figure."""
        return (self.missing, self.hidden) if self.hidden else (self.missing,)


@dataclass(frozen=True, slots=True)
class Sums:
    """What a form declares of the sums of one fact table.

    Attributes:
        facts: The fact table.
        over: The code fields by which is added up: all of the facts' key besides the school.
        counted: What is added up.
    """

    facts: str
    over: tuple[str, ...]
    counted: tuple[Counted, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """All figures and numbers of cells, in their order."""
        return tuple(chain.from_iterable((*kind.figures, *kind.cells) for kind in self.counted))


class SumTable:
    """Declared sums beside the facts that they are of.

    Attributes:
        name: The table that holds them, such as `fact_enrolment_by_grade`.
        sums: The declaration.
        code_lists: The code list of each field of `over`.
        marks: The mark column of each part that has marks.
    """

    def __init__(self, sums: Sums, model: type[FactModel]) -> None:
        """Takes the declaration and the model of its facts.

        Raises:
            ValueError: The declaration speaks of columns that the facts have not, or does not name their key.
        """
        columns = model.to_schema().columns
        keys = {
            name: str(column.metadata["dimension"])
            for name, column in columns.items()
            if column.metadata and column.metadata.get("key")
        }
        self.sums = sums
        self.code_lists = {field: keys[field] for field in sums.over if field in keys}
        parts = [part for kind in sums.counted for part in kind.parts]
        given = {part: columns[part].metadata or {} for part in parts if part in columns}
        self.marks = {part: str(own["mark_column"]) for part, own in given.items() if "mark_column" in own}
        self._units: dict[str, Bilingual] = {
            name: column.metadata["unit"]
            for name, column in columns.items()
            if column.metadata and "unit" in column.metadata
        }
        self.name = "_".join([sums.facts, "by", *self.code_lists.values()])
        if {*keys.values()} != {"school", *self.code_lists.values()} or set(parts) - columns.keys():
            raise ValueError(f"sums of {sums.facts} must be over all of its key, of counts that it has")
        if len(sums.columns) != len({*sums.columns}):
            raise ValueError(f"two sums of {sums.facts} have one name")
        for kind in sums.counted:
            if bool(kind.together) != (len(kind.parts) > 1) or (kind.hidden and not self._is_marked(kind)):
                raise ValueError(
                    f"{kind.missing} of {sums.facts}: several parts need a sum, hidden cells marks"
                )

    def unit(self, kind: Counted) -> Bilingual:
        """The unit in which counts are, as the facts' model says it."""
        return self._units[kind.parts[0]]

    @property
    def schema(self) -> pa.DataFrameSchema:
        """The warehouse's contract for the sums: one row a submission and code."""
        cells = {name for kind in self.sums.counted for name in kind.cells}
        columns = {
            field: pa.Column(pd.CategoricalDtype(), metadata=dimension(code_list))
            for field, code_list in self.code_lists.items()
        }
        columns[SCHOOLS] = pa.Column("int32", pa.Check.ge(1))
        for name in self.sums.columns:
            dtype = "int32" if name in cells else pd.Int32Dtype()
            columns[name] = pa.Column(dtype, pa.Check.ge(0), nullable=name not in cells)
        return pa.DataFrameSchema(columns, strict=True, coerce=False)

    def added_up(self, facts: pd.DataFrame) -> pd.DataFrame:
        """The sums of one submission: a row for each combination of codes that has any facts.

        Args:
            facts: Valid under the facts' model.
        """
        codes = [self._codes(field) for field in self.sums.over]
        by_code = _ByCode(facts, self.sums.over, codes)
        school_counts = by_code.count(np.ones(len(facts), dtype=bool))
        found = np.flatnonzero(school_counts)
        places = np.unravel_index(found, [len(list_codes) for list_codes in codes])
        columns: dict[str, Any] = {
            field: pd.Categorical.from_codes(place, categories=list_codes)
            for field, place, list_codes in zip(self.sums.over, places, codes, strict=True)
        }
        columns[SCHOOLS] = school_counts[found]
        for kind in self.sums.counted:
            sums = {part: by_code.sum(part) for part in kind.parts}
            if kind.together:
                sums[kind.together] = by_code.sum(*kind.parts)
            columns |= {name: values[found] for name, values in sums.items()}
            columns |= {name: by_code.count_cells(masks)[found] for name, masks in self._cells(facts, kind)}
        return pd.DataFrame(columns)

    def _cells(self, facts: pd.DataFrame, kind: Counted) -> list[tuple[str, list[NDArray[np.bool_]]]]:
        """For each number of cells which rows have such a cell, part by part and mark by mark."""
        marked = {
            mark: [_is_code(facts[self.marks[part]], mark) for part in kind.parts if part in self.marks]
            for mark in (BLANK, HIDDEN)
        }
        unmarked = [facts[part].isna().to_numpy() for part in kind.parts if part not in self.marks]
        cells = [(kind.missing, [*marked[BLANK], *marked[HIDDEN], *unmarked])]
        return [*cells, (kind.hidden, marked[HIDDEN])] if kind.hidden else cells

    def _codes(self, field: str) -> pd.Index:
        code_list = self.code_lists[field]
        return pd.Index([row[f"{code_list}_code"] for row in code_rows(code_list)])

    def _is_marked(self, kind: Counted) -> bool:
        return all(part in self.marks for part in kind.parts)


class _ByCode:
    """A fact frame that is added up by codes; a sum has one place for each combination of codes."""

    def __init__(self, facts: pd.DataFrame, fields: Sequence[str], codes: Sequence[pd.Index]) -> None:
        """Takes a fact frame, its categorical columns, and the codes that each may hold, in their order."""
        shape = [len(list_codes) for list_codes in codes]
        places = [_places(facts[field], list_codes) for field, list_codes in zip(fields, codes, strict=True)]
        self._facts = facts
        self._places = np.ravel_multi_index(tuple(places), shape)
        self._length = int(np.prod(shape))

    def sum(self, *figures: str) -> pd.arrays.IntegerArray:
        """The sum of nullable integer columns, added up together; Int32.

        It is missing where there is no figure at all, which is not zero.
        """
        columns = [self._facts[figure].array for figure in figures]
        added = sum(self._added(column.to_numpy(dtype="float64", na_value=0.0)) for column in columns)
        found = sum(self.count(~np.asarray(column.isna())) for column in columns)
        return pd.arrays.IntegerArray(np.asarray(added, dtype="int32"), np.asarray(found) == 0)

    def count(self, which: NDArray[np.bool_]) -> NDArray[np.int32]:
        """How many of certain rows there are."""
        return self._added(which.astype("float64")).astype("int32")

    def count_cells(self, masks: Sequence[NDArray[np.bool_]]) -> NDArray[np.int32]:
        """How many cells there are of which each mask tells some rows."""
        counted: NDArray[np.int32] = np.sum([self.count(mask) for mask in masks], axis=0, dtype=np.int32)
        return counted

    def _added(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.bincount(self._places, weights, self._length).astype("float64")


def _is_code(codes: "pd.Series[str]", code: str) -> NDArray[np.bool_]:
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


def sum_tables(declared: Sequence[Sums], models: Mapping[str, type[FactModel]]) -> tuple[SumTable, ...]:
    """Declared sums beside the models of their facts."""
    return tuple(SumTable(sums, models[sums.facts]) for sums in declared)
