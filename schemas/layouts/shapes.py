"""The lines of `shapes.csv`: in which order a layout's columns stand where there are no headings."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from schemas.codes import JOINED_BY
from schemas.fields import Code, Figure
from schemas.layouts.columns import ColumnMeaning
from schemas.layouts.layout import Shape, ShapeColumn
from schemas.text import normalise_header

_PART_SEPARATOR = "+"
_TEXT_SEPARATOR = "|"
_LEAST_EVIDENCE = 2
"""So many columns of codes or patterns tell a shape whose figures prove each other in nothing."""

TotalsOver = Callable[[Sequence[str], Sequence[str]], Mapping[str, Sequence[str]]]
"""For the code lists that headings name and the codes of some columns: for each total what it stands for."""
Spellings = Callable[[str], frozenset[str]]
"""The normalised spellings of the codes of a list and of the totals over them, by the list's name."""


@dataclass(frozen=True, slots=True)
class ShapeLine:
    """One line of `shapes.csv`: columns that stand side by side.

    Attributes:
        form: Form code.
        layout: Layout code.
        shape: Name of the shape; a layout may have several.
        codes: Codes for each of which the fields stand there once more; empty for one column a field.
        fields: The fields, in their order; what their cells hold follows from their kind.
        values: Pattern that the text of most cells has; empty where there is none.
        one_of: Texts of which each stands in the cells and no other.
        sums: For each field that is the sum of others of the same code these fields.
    """

    form: str
    layout: str
    shape: str
    codes: tuple[str, ...]
    fields: tuple[str, ...]
    values: str
    one_of: tuple[str, ...]
    sums: Mapping[str, tuple[str, ...]]


def shape_line(row: Mapping[str, str]) -> ShapeLine:
    """Reads a line of `shapes.csv`; sums are written `crew_count=teacher_count+carer_count`."""
    sums = [text.partition("=") for text in row["sums"].split()]
    return ShapeLine(
        form=row["form"],
        layout=row["layout"],
        shape=row["shape"],
        codes=tuple(row["codes"].split()),
        fields=tuple(row["fields"].split()),
        values=row["values"],
        one_of=tuple(filter(None, row["one_of"].split(_TEXT_SEPARATOR))),
        sums={total: tuple(parts.split(_PART_SEPARATOR)) for total, _, parts in sums},
    )


def shapes_of(
    lines: Iterable[ShapeLine],
    meanings: Mapping[str, tuple[ColumnMeaning, ...]],
    totals_over: TotalsOver,
    spellings: Spellings,
) -> tuple[Shape, ...]:
    """Makes the shapes of a layout.

    Args:
        lines: The layout's lines, those of one shape together.
        meanings: What the layout's columns hold, by normalised heading.
        totals_over: What totals over the codes of columns are made of.
        spellings: How the codes of a list are written.

    Raises:
        ValueError: A line speaks of a column for which the layout has no heading, or nothing tells a table
            of the shape from any other of as many columns.
    """
    named: dict[tuple[str, str | None], tuple[str, ColumnMeaning]] = {}
    for header, of_header in meanings.items():
        for meaning in of_header:
            named.setdefault((meaning.field, meaning.code), (header, meaning))
    shapes = []
    for name, group in groupby(lines, key=lambda line: line.shape):
        own = tuple(group)
        keys = [
            (line, field, code) for line in own for code in line.codes or (None,) for field in line.fields
        ]
        absent = [(field, code) for _, field, code in keys if (field, code) not in named]
        if absent:
            raise ValueError(f"shapes.csv: {name}: the layout has no heading for {absent[0]}")
        columns = [_column(line, *named[field, code], spellings) for line, field, code in keys]
        sums = {total: of_total for line in own for total, of_total in line.sums.items()}
        parts = _parts([named[field, code][1] for _, field, code in keys], totals_over)
        evidence = sum(column.is_told for column in columns)
        if not (sums or parts) and evidence < _LEAST_EVIDENCE:
            raise ValueError(f"shapes.csv: {name}: neither sums nor codes tell it from any other table")
        shapes.append(Shape(columns=tuple(columns), sums=sums, parts=parts))
    return tuple(shapes)


def _parts(columns: Sequence[ColumnMeaning], totals_over: TotalsOver) -> dict[str, tuple[str, ...]]:
    """For each code of the columns that is a total the codes of other columns that it is made of."""
    lists = next((column.family.split(JOINED_BY) for column in columns if column.family), [])
    codes = list(dict.fromkeys(column.code for column in columns if column.code))
    return {
        total: tuple(code for code in below if code in codes)
        for total, below in totals_over(lists, codes).items()
        if total in codes
    }


def _column(line: ShapeLine, header: str, meaning: ColumnMeaning, spellings: Spellings) -> ShapeColumn:
    declared = meaning.declared
    return ShapeColumn(
        header=header,
        field=meaning.field,
        code=meaning.code,
        values=re.compile(line.values) if line.values else None,
        one_of=frozenset(map(normalise_header, line.one_of)),
        known=spellings(declared.code_list) if isinstance(declared, Code) else frozenset(),
        figure=declared if isinstance(declared, Figure) else None,
    )
