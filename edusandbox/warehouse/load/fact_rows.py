"""From Fact frames to rows of their tables: codes become keys, in key order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection, Table

from edusandbox.warehouse.load.bulk import gathered, insert_rows
from edusandbox.warehouse.tables.code_lists import code_list_ids
from edusandbox.warehouse.tables.collection import FACT_TABLES, SUM_TABLES

_NONE = -1
_ROWS_TOGETHER = 20_000
_TABLES = {**FACT_TABLES, **SUM_TABLES}
_OWNER = ("submission_id",)


@dataclass(frozen=True, slots=True)
class FactOwner:
    """A submission with its facts.

    Attributes:
        facts: Fact frames, valid under their models, and frames of their sums, by table name.
        submission_id: The submission.
    """

    facts: Mapping[str, pd.DataFrame]
    submission_id: int


def insert_facts(connection: Connection, owners: Sequence[FactOwner], school_ids: Mapping[str, int]) -> None:
    """Appends the facts of submissions, each table once.

    Args:
        connection: Inside the submissions' transaction.
        owners: The submissions.
        school_ids: `school_id` by school code.

    Raises:
        ValueError: A frame names a table, or a code of a dimension, that the warehouse has not: a bug of
            ours, since facts are checked before they come here.
    """
    lists = _dimensions(owners) - {"school"}
    ids = {name: code_list_ids(connection, name) for name in lists} | {"school": school_ids}
    for name in dict.fromkeys(name for owner in owners for name in owner.facts):
        some = [each for each in owners if name in each.facts and len(each.facts[name])]
        table = _TABLES[name]
        # PostgreSQL takes the rows of some submissions while those of the next are made.
        insert_rows(connection, table, (_rows(table, each, ids) for each in _together(some, name)))


def _together(owners: Sequence[FactOwner], name: str) -> Iterator[list[FactOwner]]:
    """Submissions whose facts become rows at once: a part costs a millisecond, however small it is."""
    together: list[FactOwner] = []
    row_count = 0
    for owner in owners:
        together.append(owner)
        row_count += len(owner.facts[name])
        if row_count >= _ROWS_TOGETHER:
            yield together
            together, row_count = [], 0
    if together:
        yield together


def _dimensions(owners: Sequence[FactOwner]) -> set[str]:
    """The lists of keys that the facts' tables refer to."""
    names = {name for owner in owners for name in owner.facts}
    if unknown := names - _TABLES.keys():
        raise ValueError(f"the warehouse has no table {', '.join(sorted(unknown))}")
    of_columns = (column.info.get("dimension") for name in names for column in _TABLES[name].columns)
    return {str(each) for each in of_columns if each}


def _rows(table: Table, owners: Sequence[FactOwner], ids: Mapping[str, Mapping[str, int]]) -> pa.Table:
    frames = [each.facts[table.name] for each in owners]
    lengths = [len(each) for each in frames]
    columns = {}
    for column in table.columns:
        if column.name in _OWNER:
            columns[column.name] = pa.array(
                np.repeat([getattr(each, column.name) for each in owners], lengths)
            )
        elif dimension := column.info.get("dimension"):
            codes = gathered(frames, str(column.info["code_column"]))
            columns[column.name] = _keys(codes, ids[str(dimension)])
        else:
            columns[column.name] = gathered(frames, column.name)
    names = [each.name for each in table.primary_key.columns if each.name not in _OWNER]
    # Texts, such as codes of no list, become objects.
    keys = [columns[name].to_numpy(zero_copy_only=False) for name in names]
    ends = np.cumsum(lengths)
    # Each submission by itself: several small sorts are quicker than a large one.
    order = [
        first + (np.lexsort([key[first:end] for key in reversed(keys)]) if keys else np.arange(end - first))
        for first, end in zip(ends - lengths, ends, strict=True)
    ]
    return pa.table(columns).take(pa.array(np.concatenate(order)))


def _keys(codes: pa.DictionaryArray, ids: Mapping[str, int]) -> pa.Array:
    """Looks each code up once, however many rows have it."""
    names = codes.dictionary.to_pylist()
    # The last one is what a missing code, at -1, takes.
    known = np.array([*(ids.get(each, _NONE) for each in names), _NONE])
    positions = codes.indices.fill_null(_NONE).to_numpy()
    keys = known[positions]
    unknown = sorted({names[each] for each in np.unique(positions[keys == _NONE]) if each != _NONE})
    if unknown:
        raise ValueError(f"the warehouse does not know {', '.join(unknown[:10])}")
    return pa.array(keys, mask=keys == _NONE)
