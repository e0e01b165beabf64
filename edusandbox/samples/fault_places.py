"""Where in a rendered table a fault may stand without a second one hiding it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random
from typing import TypeVar

from edusandbox.samples.grades import ALL_GRADES, GRADE_GROUPS
from edusandbox.samples.tables import SEX_FIELDS, SampleTable

_TOTAL_CODES = {ALL_GRADES, *(group.code for group in GRADE_GROUPS)}
_Place = TypeVar("_Place")


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of a taught grade, or a total over grades, in a row without any fault.

    Attributes:
        row: Sheet row, 1-based.
        column: Sheet column, 1-based.
        value: What it says.
        is_total: Whether it is a total over grades.
        other_sex: Pupils of the other sex in the same grade; 0 where it is not a figure by sex.
    """

    row: int
    column: int
    value: int
    is_total: bool
    other_sex: int


def free_rows(table: SampleTable) -> list[int]:
    """Data rows in which no fault stands."""
    return [row for row in table.subjects if row not in table.faulty]


def figures(table: SampleTable, fields: Sequence[str]) -> Iterator[Figure]:
    """Every figure of these fields in rows without a fault; grades that are not taught are left out."""
    places = [
        (number, column) for number, column in enumerate(table.columns, start=1) if column.field in fields
    ]
    for row in free_rows(table):
        for number, column in places:
            if not table.number(row, table.column_number("classroom_count", column.code)):
                continue
            other = 0
            if column.field in SEX_FIELDS:
                sex = SEX_FIELDS[1 - SEX_FIELDS.index(column.field)]
                other = int(table.number(row, table.column_number(sex, column.code)))
            value = int(table.number(row, number))
            yield Figure(row, number, value, column.code in _TOTAL_CODES, other)


def choose(table: SampleTable, random: Random, options: Sequence[_Place]) -> _Place:
    """Chooses one of the places that are left.

    Raises:
        ValueError: None is left.
    """
    if not options:
        raise ValueError(f"no place is left in the {table.layout} table for another fault")
    return random.choice(options)
