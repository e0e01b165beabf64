"""The lines of `shapes.csv`: in which order a layout's columns stand where there are no headings."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from edusandbox.transforms.layouts import ColumnMeaning, Shape, ShapeColumn
from edusandbox.transforms.text import normalise_header

_PART_SEPARATOR = "+"
_TEXT_SEPARATOR = "|"


@dataclass(frozen=True, slots=True)
class ShapeLine:
    """One line of `shapes.csv`: columns that stand side by side.

    Attributes:
        form: Form code.
        layout: Layout code.
        shape: Name of the shape; a layout may have several.
        codes: Codes for each of which the fields stand there once more; empty for one column a field.
        fields: The fields, in their order.
        values: Pattern that the text of most cells has; empty where there is none.
        one_of: Texts of which each stands in the cells and no other; with neither, the cells are figures.
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
    """Reads a line of `shapes.csv`; sums are written `pupil_total=male_count+female_count`."""
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
    parts: Mapping[str, Sequence[str]],
) -> tuple[Shape, ...]:
    """Makes the shapes of a layout.

    Args:
        lines: The layout's lines, those of one shape together.
        meanings: What the layout's columns hold, by normalised heading.
        parts: For each code that is a total the codes below it.

    Raises:
        ValueError: A line speaks of a column for which the layout has no heading.
    """
    headers: dict[tuple[str, str | None], str] = {}
    for header, named in meanings.items():
        for meaning in named:
            headers.setdefault((meaning.field, meaning.code), header)
    shapes = []
    for name, group in groupby(lines, key=lambda line: line.shape):
        own = tuple(group)
        keys = [
            (line, field, code) for line in own for code in line.codes or (None,) for field in line.fields
        ]
        absent = [(field, code) for _, field, code in keys if (field, code) not in headers]
        if absent:
            raise ValueError(f"shapes.csv: {name}: the layout has no heading for {absent[0]}")
        columns = [_column(line, headers[field, code], field, code) for line, field, code in keys]
        codes = {column.code for column in columns}
        shapes.append(
            Shape(
                columns=tuple(columns),
                sums={total: of_total for line in own for total, of_total in line.sums.items()},
                parts={
                    total: tuple(code for code in below if code in codes)
                    for total, below in parts.items()
                    if total in codes
                },
            )
        )
    return tuple(shapes)


def _column(line: ShapeLine, header: str, field: str, code: str | None) -> ShapeColumn:
    return ShapeColumn(
        header=header,
        field=field,
        code=code,
        values=re.compile(line.values) if line.values else None,
        one_of=frozenset(map(normalise_header, line.one_of)),
    )
