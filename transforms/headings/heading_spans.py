"""Headings over several columns of a sheet that are one column of its table.

Reporting programs export them so: every field takes two columns, merged in the heading and in each row, or
the figure stands in the second one. Which of the columns the heading is for, the rows below tell; where more
than one of them is filled in a row, the heading is over several columns and says so of each.
"""

from collections.abc import Sequence
from itertools import pairwise

from transforms.grid import Grid

_SAMPLE_ROW_COUNT = 200
"""Rows that are looked at: a figure in the other column further down is told as one under no heading."""
_FEWEST_SPACED = 3


def merged_spans(grid: Grid, row: int) -> list[range]:
    """The columns of the blocks that are merged across in a heading's last line.

    Args:
        grid: The sheet.
        row: Sheet row of the heading's last line, 1-based.
    """
    return [
        range(block.first_column, block.last_column + 1)
        for block in grid.merged
        if block.first_row <= row <= block.last_row and block.first_column < block.last_column
    ]


def spaced_spans(grid: Grid, lines: Sequence[Sequence[str]], row: int) -> list[range]:
    """The spans of a heading in which an empty column follows each name, as of merged cells saved as csv.

    Args:
        grid: The sheet.
        lines: The heading's lines.
        row: Sheet row of the last of them.

    Returns:
        One span a name, from its own column to the next name's; none where two names stand side by side or
        several columns of a span are filled in one row.
    """
    named = [number for number, column in enumerate(zip(*lines, strict=True), start=1) if any(column)]
    if len(named) < _FEWEST_SPACED or any(after == before + 1 for before, after in pairwise(named)):
        return []
    # The last name's span is as wide as the one before, unless the sheet ends there.
    width = min(named[-1] - named[-2], len(lines[0]) + 1 - named[-1])
    spans = [range(start, end) for start, end in pairwise([*named, named[-1] + width])]
    return spans if all(column_of_span(grid, span, row) for span in spans) else []


def column_of_span(grid: Grid, span: range, row: int) -> int | None:
    """The column of a span that holds what the heading names.

    Args:
        grid: The sheet.
        span: Sheet columns, 1-based.
        row: Sheet row of the heading's last line.

    Returns:
        The one that is filled in most rows below; None where several are filled in one row, so that they
        are columns of their own.
    """
    filled = dict.fromkeys(span, 0)
    for cells in grid.rows[row : row + _SAMPLE_ROW_COUNT]:
        own = [column for column in span if cells[column - 1] is not None]
        if len(own) > 1:
            return None
        for column in own:
            filled[column] += 1
    return max(span, key=lambda column: filled[column])
