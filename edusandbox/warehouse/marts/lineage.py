"""What each figure of a mart is made of, as `lineage.csv` and `groupings.csv` and declared sums say."""

from collections.abc import Mapping
from dataclasses import dataclass

from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.marts.definition_files import lines_of_views
from edusandbox.warehouse.marts.sum_views import sum_groupings, sum_lineage

_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class Source:
    """The facts behind a figure.

    Attributes:
        mart: The finest mart that has the figure: its rows name submission, school and grade.
        table: The table of facts; `ops_submission` where a whole file is behind the figure.
        columns: The columns whose cells are summed or counted.
        marks: The marks of cells that are counted; empty where values are summed.
    """

    mart: str
    table: str
    columns: tuple[str, ...]
    marks: frozenset[str]


@dataclass(frozen=True, slots=True)
class Grouping:
    """How a mart sums up a finer one.

    Attributes:
        finer_mart: The finer one.
        keys: Its columns by those of the coarser mart.
    """

    finer_mart: str
    keys: Mapping[str, str]


def find_grouping(mart: str) -> Grouping | None:
    """What a mart sums up; None if it sums up no other."""
    lines = [line for line in (*lines_of_views("groupings"), *sum_groupings()) if line["mart"] == mart]
    if not lines:
        return None
    return Grouping(lines[0]["finer_mart"], {each["key"]: each["finer_key"] for each in lines})


def find_source(mart: str, figure: str) -> Source:
    """The facts behind a figure.

    Raises:
        WarehouseError: No facts are behind it, or it is not to be found in the mart.
    """
    grouping = find_grouping(mart)
    finest = mart if grouping is None else grouping.finer_mart
    lines = {
        line["figure"]: line
        for line in (*lines_of_views("lineage"), *sum_lineage())
        if line["mart"] == finest
    }
    if figure not in lines:
        said = f"these can: {', '.join(lines)}" if lines else "trace a figure of another mart"
        raise WarehouseError(f"{figure} of {mart} cannot be walked back to cells; {said}")
    line = lines[figure]
    marks = frozenset(line["marks"].split(_SEPARATOR)) - {""}
    return Source(finest, line["fact_table"], tuple(line["fact_columns"].split(_SEPARATOR)), marks)
