"""Columns that the form does not know and that most likely hold pupils, so that these are in no sum."""

from transforms.cells.counts import CellKind, is_figure, parse_count
from transforms.grid import CellValue
from transforms.rows.tables import Table


def likely_pupil_columns(table: Table) -> list[int]:
    """The columns whose headings may speak of pupils and that hold whole numbers in most rows of data.

    Args:
        table: The table.

    Returns:
        Sheet columns, 1-based; none where the table has no counts.
    """
    if not any(column.holds_figures for column in table.columns):
        return []
    rows = [table.grid.rows[row - 1] for row in table.data_rows]
    return [
        column
        for column in sorted(table.match.pupils_likely)
        if sum(_is_whole(cells[column - 1]) for cells in rows) * 2 > len(rows)
    ]


def _is_whole(cell: CellValue) -> bool:
    number, kind = parse_count(cell)
    return is_figure(cell) and kind is not CellKind.SHARE and not number % 1 > 0
