"""What a cell shows where a file holds the shown text beside the number: web pages, OpenDocument."""

from collections.abc import Sequence
from math import isclose, isfinite

from edusandbox.sources.readers.formatted_numbers import number_text
from edusandbox.sources.readers.number_formats import shown
from edusandbox.sources.readers.sheet_details import SheetDetails
from transforms.cells.counts import parse_count
from transforms.grid import CellValue, ShownText


def web_value(text: str, stored: str | None, number_format: str | None) -> CellValue:
    """Reads the text of a cell with what Excel's attributes say of it.

    Args:
        text: What the page shows.
        stored: The number that the file holds (`x:num`, `sdval`), if it says so.
        number_format: The cell's format (`mso-number-format`), if it has one.

    Returns:
        The text, None where there is none; a `ShownText` where another number stands under it, or where
        Excel would show something else; a day where the format makes one of a number.
    """
    if stored is None and number_format is None:
        return text or None
    number = _number(stored)
    if number is not None:
        return text if says_number(text, number) else ShownText(text, number_text(number))
    typed = _number(text) if number_format else None
    if number_format and typed is not None:
        value = shown(typed, number_format)
        return text if isinstance(value, int | float) else value
    return text or None


def add_web_result(details: SheetDetails, place: tuple[int, int], formula: str, value: CellValue) -> None:
    """Notes what a page shows as the result of a formula (`x:fmla`).

    Args:
        details: Details of the table.
        place: Row and column of the cell.
        formula: What the formula says.
        value: Its result.
    """
    number = parse_count(value)[0]
    if number == 0:
        details.zero_formulas[place] = formula
    elif isfinite(number):
        details.has_results = True
    elif value is not None and value != formula:
        details.has_text_results = True


def with_numbers(rows: Sequence[Sequence[CellValue]]) -> list[list[CellValue]]:
    """The cells of a page with numbers in place of the texts that say them; others are left empty."""
    return [[number if isfinite(number := parse_count(cell)[0]) else None for cell in row] for row in rows]


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if isfinite(number) else None


def says_number(text: str, number: float) -> bool:
    """Whether a text says a number, be it with commas, a unit or in Thai digits."""
    return isclose(parse_count(text)[0], number, rel_tol=1e-9, abs_tol=1e-9)
