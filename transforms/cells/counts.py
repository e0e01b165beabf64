"""Counts as offices type them: Thai digits, thousands commas, units, shares, dashes, blanks, stars.

A column is parsed at once. Nothing is guessed: what is not plainly a number is unreadable, and whether a
number is a plausible count (whole, not negative) is for the checks to say.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from math import isfinite

import numpy as np
from numpy.typing import NDArray
from pythainlp.util import thai_digit_to_arabic_digit

from schemas.text import NOTHING, REMEMBERED_TEXTS, clean_text
from transforms.grid import CellValue, ShownText, shown_number


class CellKind(IntEnum):
    """What a count cell held; from `HIDDEN` on there is no figure that a total could be proved with."""

    NUMBER = 0
    """A number as it stands."""
    REPAIRED = 1
    """A number after a repair that cannot be wrong: Thai digits, thousands commas, spaces."""
    DASH = 2
    """A dash or ไม่มี: nobody, zero."""
    WITH_UNIT = 3
    """A number with its unit: 78 คน."""
    WITH_SHARE = 4
    """A number with its share of the whole in brackets: 12 (34.5)."""
    LETTERS = 5
    """A number if letters stand for digits in it: 1O for 10. That could be wrong."""
    BLANK = 6
    """Nothing typed."""
    HIDDEN = 7
    """A star: the sender hides the figure."""
    UNKNOWN = 8
    """The sender says that the figure is not known: N/A, ไม่มีข้อมูล."""
    UNREADABLE = 9
    """Anything else."""
    FAILED = 10
    """The error of a formula: #REF!."""
    FORMULA = 11
    """A formula of which the file holds no value."""
    SHARE = 12
    """A share where a count belongs: 9.9%."""
    DATE = 13
    """A date, which a spreadsheet makes of 1-2 or 3/4."""
    SHOWN_OTHERWISE = 14
    """A number that its format shows as something else, or not at all."""
    UNSURE_SHARE = 15
    """A share of which nothing says whether it is in per cent: 0.5."""
    NONE = 16
    """A dash where there is no figure and zero would be one: nobody took the test, so that it has no mean."""


NUMBER = r"(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
_PLAIN_NUMBER = re.compile(r"[-+]?\d+(?:\.\d+)?")
# A power of ten with all its digits, 1.2E1; of 1.2E+02 one before the point may be gone.
_POWERS = "|".join(rf"\d{{{power},}}[eE]\+?0?{power}" for power in range(1, 7))
_ROOMS = ("ห้อง", "(?:class)?rooms?")
_UNITS = ("คน", "ราย", "students?", "pupils?", "persons?", "people", "boys?", "girls?", *_ROOMS)
_PATTERNS = (
    (re.compile(rf"'?{NUMBER}"), CellKind.REPAIRED),
    (re.compile(rf"(?P<number>[-+]?\d\.(?:{_POWERS}))"), CellKind.REPAIRED),
    (re.compile(rf"{NUMBER}\s*(?:{'|'.join(_UNITS)})\.?", re.IGNORECASE), CellKind.WITH_UNIT),
    # Only what is plainly a share is passed over: 12 (5) may mean anything.
    (re.compile(rf"{NUMBER}\s*\(\s*(?:\d+\.\d+\s*%?|\d+\s*%)\s*\)"), CellKind.WITH_SHARE),
)
_WITHOUT_FIGURE = (
    (re.compile(r"[-+]?[\d.,]+\s*%|ร้อยละ\s*[\d.,]+"), CellKind.SHARE),
    (re.compile(r"#[A-Z][A-Z/0_]*[!?]?|Err:\d+"), CellKind.FAILED),
    (re.compile(r"=.*", re.DOTALL), CellKind.FORMULA),
)
_WITH_LETTERS = re.compile(r"(?=.*[OolI])[\dOolI]{1,6}")
_LETTERS_AS_DIGITS = str.maketrans("OolI", "0011")
_NO_NUMBER = float("nan")
_UNKNOWN_WORDS = ("n/a", "na", "n.a.", "?", "ไม่ทราบ", "ไม่ระบุ", "ไม่มีข้อมูล", "รอข้อมูล", "ไม่ได้รับข้อมูล", "unknown")
_WORDS = {
    "": (_NO_NUMBER, CellKind.BLANK),
    **dict.fromkeys(NOTHING - {""}, (0.0, CellKind.DASH)),
    **dict.fromkeys(("*", "**", "***"), (_NO_NUMBER, CellKind.HIDDEN)),
    **dict.fromkeys(_UNKNOWN_WORDS, (_NO_NUMBER, CellKind.UNKNOWN)),
}


_UNIT = re.compile(
    rf"(?:จำนวน(?:นักเรียน)?\s*)?\(?\s*(?:{'|'.join(_UNITS)})\.?\s*\)?|จำนวน(?:นักเรียน)?", re.IGNORECASE
)


_ROOM_UNIT = re.compile(rf"(?:.*[\d\s(])?(?:{'|'.join(_ROOMS)})\.?\s*\)?", re.IGNORECASE)


_NUMBERS = {int, float}


@dataclass(frozen=True, slots=True)
class CountColumn:
    """A parsed count column.

    Attributes:
        values: float64, NaN where there is no number.
        kinds: int8, a `CellKind` for each cell.
    """

    values: NDArray[np.float64]
    kinds: NDArray[np.int8]


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _parse_text(text: str) -> tuple[float, CellKind]:
    if _PLAIN_NUMBER.fullmatch(text) and text.isascii():
        return shown_number(float(text)), CellKind.NUMBER
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    word = _WORDS.get(cleaned.casefold())
    if word is not None:
        return word
    for pattern, kind in _PATTERNS:
        match = pattern.fullmatch(cleaned)
        if match is not None:
            return shown_number(float(match["number"].replace(",", ""))), kind
    for pattern, kind in _WITHOUT_FIGURE:
        if pattern.fullmatch(cleaned):
            return _NO_NUMBER, kind
    if _WITH_LETTERS.fullmatch(cleaned) and (cleaned in {"O", "o"} or any(map(str.isdecimal, cleaned))):
        return float(cleaned.translate(_LETTERS_AS_DIGITS)), CellKind.LETTERS
    return _NO_NUMBER, CellKind.UNREADABLE


_NO_FIGURE = frozenset({CellKind.BLANK, CellKind.DASH, CellKind.UNKNOWN})


def is_figure(value: CellValue) -> bool:
    """Whether a cell holds a number, a date or what stands for a number, and no words."""
    if not isinstance(value, str):
        return value is not None
    kind = parse_count(value)[1]
    if kind is CellKind.UNREADABLE:
        return any(map(str.isdigit, value)) and not any(map(str.isalpha, value))
    return kind not in _NO_FIGURE


def is_unit(text: str) -> bool:
    """Whether a text is a unit of counts and nothing else: (คน), จำนวน."""
    return _UNIT.fullmatch(clean_text(text)) is not None


def is_in_rooms(cell: CellValue) -> bool:
    """Whether a cell that names the unit of its count names rooms: 12 ห้อง."""
    return isinstance(cell, str) and _ROOM_UNIT.fullmatch(clean_text(cell)) is not None


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
            number = shown_number(value) if isfinite(value) else _NO_NUMBER
            return number, CellKind.NUMBER if isfinite(value) else CellKind.UNREADABLE
        case ShownText():
            return _parse_shown(value)
        case str():
            return _parse_text(value)
        case _:
            return _NO_NUMBER, CellKind.DATE


def _parse_shown(cell: ShownText) -> tuple[float, CellKind]:
    """What the sender sees counts where it is the number that the file holds, perhaps with its unit."""
    number, kind = _parse_text(str(cell))
    stored, _ = _parse_text(cell.stored)
    is_the_same = number == stored or kind is CellKind.SHARE
    return (number, kind) if is_the_same else (_NO_NUMBER, CellKind.SHOWN_OTHERWISE)


def parse_counts(cells: Sequence[CellValue]) -> CountColumn:
    """Reads a column of counts.

    Args:
        cells: The column's cells as typed.

    Returns:
        Values and kinds, each as long as `cells`.
    """
    # Numbers are taken as they are, and most else is blank; only the rest is looked at cell by cell.
    values = np.array([cell if type(cell) in _NUMBERS else _NO_NUMBER for cell in cells], dtype=np.float64)
    others = np.flatnonzero(~np.isfinite(values))
    for position in np.flatnonzero(np.where(np.isfinite(values), values, 0) % 1 != 0).tolist():
        values[position] = shown_number(values[position])
    kinds = np.full(len(cells), CellKind.NUMBER, dtype=np.int8)
    kinds[others] = CellKind.BLANK
    for position in others.tolist():
        if cells[position] is not None:
            values[position], kinds[position] = parse_count(cells[position])
    return CountColumn(values, kinds)
