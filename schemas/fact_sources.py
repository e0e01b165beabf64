"""What the facts of a table are made of, where they are not the rows' values by their key."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ItemsOf:
    """A finer table: a fact for each item of a `Breakdown` field.

    Attributes:
        field: The field's name.
    """

    field: str


@dataclass(frozen=True, slots=True)
class WholeRows:
    """A fact for each row as a whole: where it stands is the row, and no cell of it.

    Attributes:
        columns: The field of each value column of the Fact model.
    """

    columns: Mapping[str, str]


FactSource = ItemsOf | WholeRows
