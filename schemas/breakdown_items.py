"""What is kept of a figure that one cell takes apart."""

import json
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd


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
