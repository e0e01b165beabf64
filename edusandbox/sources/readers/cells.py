"""What no cell of a return may hold: texts without end, and control characters."""

import re
from collections.abc import Sequence
from dataclasses import replace

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from schemas.issues import Finding, Place
from transforms.grid import CellValue, Grid

_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff\u202a-\u202e\u2066-\u2069]")

_TURNING = "\u202e"
_UNKNOWN = "\ufffd"
"""What stands for a character that cannot be told."""


def clean_cells(grids: Sequence[Grid], limits: Limits) -> tuple[tuple[Grid, ...], tuple[Finding, ...]]:
    """Takes control characters out of the cells of a delivery.

    They are no writing: NUL, halves of characters, marks that turn the direction of a text. A database or
    a workbook that is given one fails or shows something else.

    Args:
        grids: Sheets as read.
        limits: The bounds of reading.

    Returns:
        The grids, and `FI105` for each sheet that held such characters, with the number of cells.

    Raises:
        UnreadableDeliveryError: `FI015` if a text is longer than a cell of a return can be.
    """
    cleaned: list[Grid] = []
    findings: list[Finding] = []
    for grid in grids:
        clean = grid
        if not _are_sound(grid, limits):
            faulty = [place for number, row in enumerate(grid.rows) for place in _faulty(number, row, limits)]
            clean, finding = _clean(grid, faulty, limits)
            findings.append(finding)
        cleaned.append(_with_clean_texts(clean))
    return tuple(cleaned), tuple(findings)


def _with_clean_texts(grid: Grid) -> Grid:
    """The grid with clean texts in its name and around its table."""
    around = grid.sheet_name, *grid.text_above, *grid.text_below
    if not any(map(_CONTROLS.search, around)):
        return grid
    return replace(
        grid,
        sheet_name=_CONTROLS.sub("", grid.sheet_name),
        text_above=tuple(_CONTROLS.sub("", text) for text in grid.text_above),
        text_below=tuple(_CONTROLS.sub("", text) for text in grid.text_below),
    )


def _are_sound(grid: Grid, limits: Limits) -> bool:
    # Each text once, and all at once: nearly all of them are sound.
    texts = [value for value in grid.distinct_values if isinstance(value, str)]
    return max(map(len, texts), default=0) <= limits.cell_characters and not _CONTROLS.search(
        "\n".join(texts)
    )


def _faulty(number: int, row: Sequence[CellValue], limits: Limits) -> list[tuple[int, int]]:
    return [
        (number, column)
        for column, cell in enumerate(row)
        if isinstance(cell, str) and (len(cell) > limits.cell_characters or _CONTROLS.search(cell))
    ]


def _is_turned_figure(text: str) -> bool:
    """Whether a text of digits is shown from right to left: 21 as 12, and which is meant cannot be told."""
    return _TURNING in text and any(map(str.isdigit, text)) and not any(map(str.isalpha, text))


def _clean(grid: Grid, faulty: Sequence[tuple[int, int]], limits: Limits) -> tuple[Grid, Finding]:
    rows: list[list[CellValue]] = [list(row) for row in grid.rows]
    for row, column in faulty:
        text = str(rows[row][column])
        if len(text) > limits.cell_characters:
            place = Place(sheet=grid.sheet_name, row=row + 1, column=column + 1)
            params = {"length": f"{len(text):,}", "limit": f"{limits.cell_characters:,}"}
            raise UnreadableDeliveryError(Finding("FI015", place, params))
        rows[row][column] = _CONTROLS.sub(_UNKNOWN if _is_turned_figure(text) else "", text) or None
    row, column = faulty[0]
    place = Place(sheet=grid.sheet_name, row=row + 1, column=column + 1)
    return replace(grid, rows=rows), Finding("FI105", place, count=len(faulty))
