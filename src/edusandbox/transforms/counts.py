"""Counts as offices type them: numbers, Thai digits, thousands commas, dashes, blanks, stars.

A column is parsed at once. Nothing is guessed: what is not plainly a number is unreadable, and whether a
number is a plausible count (whole, not negative) is for the checks to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pythainlp.util import thai_digit_to_arabic_digit

from edusandbox.transforms.grid import CellValue
from edusandbox.transforms.text import NOTHING, clean_text


class CellKind(IntEnum):
    """What a count cell held."""

    NUMBER = 0
    """A number as it stands."""
    REPAIRED = 1
    """A number after a repair that cannot be wrong: Thai digits, thousands commas, spaces."""
    DASH = 2
    """A dash or ไม่มี: nobody, zero."""
    BLANK = 3
    """Nothing typed."""
    HIDDEN = 4
    """A star: the sender hides the figure."""
    UNREADABLE = 5
    """Anything else."""


_PLAIN_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
_GROUPED_NUMBER = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_NO_NUMBER = float("nan")
_WORDS = {
    "": (_NO_NUMBER, CellKind.BLANK),
    **dict.fromkeys(NOTHING - {""}, (0.0, CellKind.DASH)),
    **dict.fromkeys(("*", "**"), (_NO_NUMBER, CellKind.HIDDEN)),
}


@dataclass(frozen=True, slots=True)
class CountColumn:
    """A parsed count column.

    Attributes:
        values: float64, NaN where there is no number.
        kinds: int8, a `CellKind` for each cell.
    """

    values: NDArray[np.float64]
    kinds: NDArray[np.int8]


@lru_cache(maxsize=65536)
def _parse_text(text: str) -> tuple[float, CellKind]:
    if _PLAIN_NUMBER.fullmatch(text) and text.isascii():
        return float(text), CellKind.NUMBER
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    if cleaned in _WORDS:
        return _WORDS[cleaned]
    if _GROUPED_NUMBER.fullmatch(cleaned) or _PLAIN_NUMBER.fullmatch(cleaned):
        return float(cleaned.replace(",", "")), CellKind.REPAIRED
    return _NO_NUMBER, CellKind.UNREADABLE


def parse_count(value: CellValue) -> tuple[float, CellKind]:
    """Reads one cell as a count.

    Returns:
        The number (NaN where there is none) and what the cell held.
    """
    match value:
        case None:
            return _NO_NUMBER, CellKind.BLANK
        case bool():
            return _NO_NUMBER, CellKind.UNREADABLE
        case int() | float():
            return float(value), CellKind.NUMBER
        case str():
            return _parse_text(value)
        case _:
            return _NO_NUMBER, CellKind.UNREADABLE


def parse_counts(cells: Sequence[CellValue]) -> CountColumn:
    """Reads a column of counts.

    Args:
        cells: The column's cells as typed.

    Returns:
        Values and kinds, each as long as `cells`.
    """
    if set(map(type, cells)) <= {int, float}:
        return CountColumn(np.array(cells, dtype=np.float64), np.zeros(len(cells), dtype=np.int8))
    parsed = [parse_count(cell) for cell in cells]
    values = np.fromiter((number for number, _ in parsed), dtype=np.float64, count=len(parsed))
    kinds = np.fromiter((kind for _, kind in parsed), dtype=np.int8, count=len(parsed))
    return CountColumn(values, kinds)
