"""The edges of a table: one length for all rows, nothing empty after the last cell."""

from collections.abc import Iterable, Sequence
from typing import TypeGuard

from transforms.grid import CellValue, MergedRange

Rows = list[list[CellValue]]


def filled_extent(rows: Sequence[Sequence[CellValue]]) -> tuple[int, int]:
    """Measures rows up to the last filled cell.

    Args:
        rows: Cells row by row, of any lengths; an empty cell is None.

    Returns:
        Number of rows and of columns up to the last cell that is not None; (0, 0) if there is none.
    """
    row_count = column_count = 0
    for number, row in enumerate(rows, start=1):
        width = _filled_width(row)
        if width:
            row_count = number
            column_count = max(column_count, width)
    return row_count, column_count


def trim(rows: Sequence[Sequence[CellValue]]) -> Rows:
    """Cuts empty rows and columns off the end and gives all rows one length.

    Args:
        rows: Cells row by row, of any lengths; an empty cell is None.

    Returns:
        Rows of one length; the first row and the first column stay where they are, even when empty. A list
        of that length is given back itself.
    """
    if _ends_where_it_says(rows):
        return list(rows)
    row_count, column_count = filled_extent(rows)
    return [_fit(row, column_count) for row in rows[:row_count]]


def trim_merged(
    rows: Sequence[Sequence[CellValue]], merged: Iterable[MergedRange]
) -> tuple[Rows, tuple[MergedRange, ...]]:
    """Trims rows together with their merged blocks.

    Args:
        rows: Cells row by row, of any lengths; an empty cell is None.
        merged: Blocks as the sender merged them.

    Returns:
        The rows as `trim` gives them, without values that a merged block hides from the sender; and the
        blocks within these rows in order of their first cell, save for those that shrink to one cell.
    """
    trimmed = trim(rows)
    row_count, column_count = len(trimmed), len(trimmed[0]) if trimmed else 0
    clipped = {
        MergedRange(
            each.first_row,
            each.first_column,
            min(each.last_row, row_count),
            min(each.last_column, column_count),
        )
        for each in merged
        if each.first_row <= row_count and each.first_column <= column_count
    }
    blocks = [
        each for each in clipped if (each.first_row, each.first_column) != (each.last_row, each.last_column)
    ]
    for block in blocks:
        _empty_hidden_cells(trimmed, block)
    return trimmed, tuple(sorted(blocks, key=lambda each: (each.first_row, each.first_column)))


def filled_rows(rows: Rows, chosen: Iterable[int]) -> frozenset[int]:
    """Of the sheet rows chosen (1-based), those with any cell."""
    return frozenset(
        row for row in chosen if row <= len(rows) and any(cell is not None for cell in rows[row - 1])
    )


def filled_columns(rows: Rows, chosen: Iterable[int]) -> frozenset[int]:
    """Of the sheet columns chosen (1-based), those with any cell."""
    return frozenset(
        column for column in chosen if any(len(row) >= column and row[column - 1] is not None for row in rows)
    )


def _empty_hidden_cells(rows: Rows, block: MergedRange) -> None:
    shown = rows[block.first_row - 1][block.first_column - 1]
    nothing: list[CellValue] = [None] * (block.last_column - block.first_column + 1)
    for row in rows[block.first_row - 1 : block.last_row]:
        row[block.first_column - 1 : block.last_column] = nothing
    rows[block.first_row - 1][block.first_column - 1] = shown


def _ends_where_it_says(rows: Sequence[Sequence[CellValue]]) -> TypeGuard[Rows]:
    """Whether there is nothing to cut: lists of one length, the last row and the last column not empty."""
    if not rows or set(map(type, rows)) != {list} or len(set(map(len, rows))) > 1:
        return False
    return any(cell is not None for cell in rows[-1]) and any(row[-1] is not None for row in rows)


def _filled_width(row: Sequence[CellValue]) -> int:
    # Most rows are filled to their end, and there may be a hundred thousand of them.
    if row and row[-1] is not None:
        return len(row)
    return next((width for width in range(len(row), 0, -1) if row[width - 1] is not None), 0)


def _fit(row: Sequence[CellValue], column_count: int) -> list[CellValue]:
    missing = column_count - len(row)
    if missing == 0 and isinstance(row, list):
        return row
    return [*row, *[None] * missing] if missing > 0 else list(row[:column_count])
