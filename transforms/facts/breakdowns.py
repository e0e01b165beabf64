"""What is kept of a figure that one cell takes apart, and the child facts that come of it."""

from collections.abc import Sequence

import pandas as pd

from schemas.breakdown_items import items_of
from schemas.fact_rows import PLACE, FactRows
from schemas.fields import Breakdown
from transforms.facts.fact_columns import fact_column

ITEM_NUMBER = "item_number"
"""The column of child facts that tells the items of one cell apart, from 1 in their order."""


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
