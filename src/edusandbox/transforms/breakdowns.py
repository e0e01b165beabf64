"""What is kept of a figure that one cell takes apart, and the child facts that come of it."""

import json
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from edusandbox.schemas.fields import Breakdown
from edusandbox.transforms.fact_columns import fact_column
from edusandbox.transforms.facts import PLACE, FactRows

ITEM_NUMBER = "item_number"
"""The column of child facts that tells the items of one cell apart, from 1 in their order."""


class Item(NamedTuple):
    """One part of the figure: its name, or its code in the field's list; None where no figure is stated."""

    name: str
    figure: float | None


def kept_items(items: Sequence[Item]) -> str:
    """The items as the Sheet frame holds them: a JSON list of pairs."""
    return json.dumps(items, ensure_ascii=False)


def items_of(kept: str) -> list[Item]:
    """The items of a cell of the Sheet frame."""
    return [Item(*pair) for pair in json.loads(kept)]


def sums_of_items(cells: "pd.Series[str]") -> "pd.Series[float]":
    """What the items of each cell add up to; missing where there are none, or one has no figure."""
    sums = {
        kept: sum(float("nan") if item.figure is None else item.figure for item in items_of(kept))
        for kept in cells.dropna().unique()
    }
    return cells.map(sums).astype("float64")


def child_facts(sheet: pd.DataFrame, declared: Breakdown, key: Sequence[str]) -> FactRows:
    """Makes a fact of each item of a field: the finer table beside that of the rows themselves.

    Args:
        sheet: Rows of a Sheet frame that are without fault, with the place and the key's columns.
        declared: The field.
        key: The columns that tell the rows apart, none of them missing.

    Returns:
        One row an item with the place and the key of its row, `item_number` (int16, from 1), the item's name
        (`item_name`, or `<list>_code` where it is of a code list) and its figure under the name that the
        field's figure has, of its kind's column type; missing where none is stated.
    """
    kept = (
        sheet[declared.name] if declared.name in sheet.columns else pd.Series(index=sheet.index, dtype="str")
    )
    items = kept.dropna().map(items_of).explode().dropna()
    rows = sheet.loc[items.index, [*PLACE, *key]].copy()
    figures = pd.Series([item.figure for item in items], index=items.index, dtype="float64")
    rows[ITEM_NUMBER] = (items.groupby(level=0).cumcount() + 1).astype("int16")
    rows[declared.item_column] = pd.array([item.name for item in items], dtype="str")
    rows[declared.figure.name] = fact_column(figures.to_numpy(), declared.figure)
    return FactRows(rows)
