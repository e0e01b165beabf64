"""What a cell shows where a file holds the shown text beside the number: web pages, OpenDocument."""

from math import isclose, isfinite

from edusandbox.sources.readers.formatted_numbers import number_text
from edusandbox.sources.readers.named_formats import format_code
from edusandbox.sources.readers.number_formats import shown
from edusandbox.transforms.counts import parse_count
from edusandbox.transforms.grid import CellValue, ShownText


def web_value(text: str, stored: str | None, number_format: str | None) -> CellValue:
    """Reads the text of a cell with what Excel's attributes say of it.

    Args:
        text: What the page shows.
        stored: The number that the file holds (`x:num`), if it says so.
        number_format: The cell's format (`mso-number-format`), if it has one.

    Returns:
        The text, None where there is none; a `ShownText` where another number stands under it, or where
        Excel would show something else; a day where the format makes one of a number.
    """
    number = _number(stored)
    if number is not None:
        return text if says_number(text, number) else ShownText(text, number_text(number))
    typed = _number(text) if number_format else None
    if number_format and typed is not None:
        value = shown(typed, format_code(number_format))
        return text if isinstance(value, int | float) else value
    return text or None


def _number(text: str | None) -> float | None:
    try:
        number = float(text or "")
    except ValueError:
        return None
    return number if isfinite(number) else None


def says_number(text: str, number: float) -> bool:
    """Whether a text says a number, be it with commas, a unit or in Thai digits."""
    return isclose(parse_count(text)[0], number, rel_tol=1e-9, abs_tol=1e-9)
