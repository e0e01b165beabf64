"""Figures that are no counts, as offices type them: scores with decimals, amounts in baht, per cent.

They are read as counts are, and kept to what they are: a score has no sum and a dash is no score, an amount
ends in บาท or .-, a share is written in per cent and kept as a part of one.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from pythainlp.util import thai_digit_to_arabic_digit

from edusandbox.schemas.fields import Count, Figure, Money, Share
from edusandbox.transforms.counts import CellKind, CountColumn, parse_count, parse_counts
from edusandbox.transforms.grid import CellValue, ShownText
from edusandbox.transforms.text import REMEMBERED_TEXTS, clean_text

_NO_NUMBER = float("nan")
_NUMBER = r"(?P<number>[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
_BAHT = re.compile(rf"(?:฿|THB)?\s*{_NUMBER}\s*(?:บาท(?:ถ้วน)?|฿|THB|baht)?\.?", re.IGNORECASE)
_ENDED = re.compile(r"(?P<figure>[\d,]*\d)\.[-–—]")
"""An amount without satang: 50,000.-"""
_OWED = re.compile(r"\(\s*(?P<figure>[^()]*\d[^()]*)\)")
"""How accounts write a negative amount."""
_PER_CENT = re.compile(rf"(?:ร้อยละ\s*)?{_NUMBER}\s*(?:%|เปอร์เซ็นต์|per\s?cent)?", re.IGNORECASE)
_SAYS_PER_CENT = re.compile(r"%|ร้อยละ|เปอร์เซ็นต์|per\s?cent", re.IGNORECASE)
_AS_PERSONS = frozenset({CellKind.WITH_UNIT, CellKind.WITH_SHARE})
"""What is no figure of another unit: 12 คน, 12 (34.5 %)."""


def parse_figures(cells: Sequence[CellValue], declared: Figure) -> CountColumn:
    """Reads a column of figures of a declared kind.

    Args:
        cells: The column's cells as typed.
        declared: The field.

    Returns:
        Values and kinds, each as long as `cells`; shares are parts of one.
    """
    match declared:
        case Count():
            return parse_counts(cells)
        case Share():
            return _shares(cells)
        case Money():
            return _column(cells, _parse_amount)
        case _:
            return _column(cells, lambda cell: _without_units(parse_count(cell), dash_is_zero=False))


def _column(cells: Sequence[CellValue], parse: Callable[[CellValue], tuple[float, CellKind]]) -> CountColumn:
    parsed = [parse(cell) for cell in cells]
    values = np.array([value for value, _ in parsed], dtype=np.float64)
    return CountColumn(values, np.array([kind for _, kind in parsed], dtype=np.int8))


def _without_units(parsed: tuple[float, CellKind], *, dash_is_zero: bool) -> tuple[float, CellKind]:
    """What a count's reading says of another figure: persons are no points, and no score is none."""
    value, kind = parsed
    if kind in _AS_PERSONS:
        return _NO_NUMBER, CellKind.UNREADABLE
    if kind is CellKind.DASH and not dash_is_zero:
        return _NO_NUMBER, CellKind.NONE
    return value, kind


def _parse_amount(cell: CellValue) -> tuple[float, CellKind]:
    if isinstance(cell, ShownText):
        shown, stored = _amount(str(cell)), _amount(cell.stored)
        return shown if shown[0] == stored[0] else (_NO_NUMBER, CellKind.SHOWN_OTHERWISE)
    return _amount(cell) if isinstance(cell, str) else parse_count(cell)


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _amount(text: str) -> tuple[float, CellKind]:
    plain = thai_digit_to_arabic_digit(clean_text(text))
    owed = _OWED.fullmatch(plain)
    if owed is not None:
        value, kind = _amount(owed["figure"])
        return (-value, kind) if value > 0 else (_NO_NUMBER, CellKind.UNREADABLE)
    ended = _ENDED.fullmatch(plain)
    if ended is not None:
        return float(ended["figure"].replace(",", "")), CellKind.WITH_UNIT
    value, kind = _without_units(parse_count(text), dash_is_zero=True)
    match = _BAHT.fullmatch(plain)
    if kind is CellKind.UNREADABLE and match is not None:
        return float(match["number"].replace(",", "")), CellKind.WITH_UNIT
    return value, kind


def _shares(cells: Sequence[CellValue]) -> CountColumn:
    """Shares as parts of one; a bare number is in per cent where one of the column cannot be anything else.

    Where none is above one, 0.5 may be half or half a per cent: it is not guessed.
    """
    parsed = [_share(cell) for cell in cells]
    values = np.array([value for value, _ in parsed], dtype=np.float64)
    kinds = np.array([kind for _, kind in parsed], dtype=np.int8)
    # Zero is the same in either way of writing.
    is_bare = (kinds == CellKind.NUMBER) & (values != 0)
    if (values[is_bare] > 1).any():
        values[is_bare] /= 100
    else:
        values[is_bare], kinds[is_bare] = np.nan, CellKind.UNSURE_SHARE
    # With its sign a share is what it ought to be here, and no share where a count belongs.
    kinds[kinds == CellKind.SHARE] = CellKind.NUMBER
    return CountColumn(values, kinds)


def _share(cell: CellValue) -> tuple[float, CellKind]:
    """A share with its sign as a part of one; a bare number as it stands."""
    if isinstance(cell, ShownText):
        shown, kind = _share(str(cell))
        stored, _ = parse_count(cell.stored)
        is_the_same = kind is CellKind.SHARE and round(shown, 4) == round(stored, 4)
        return (stored, kind) if is_the_same else (_NO_NUMBER, CellKind.SHOWN_OTHERWISE)
    if isinstance(cell, str) and _SAYS_PER_CENT.search(cell):
        match = _PER_CENT.fullmatch(thai_digit_to_arabic_digit(clean_text(cell)))
        if match is None:
            return _NO_NUMBER, CellKind.UNREADABLE
        return float(match["number"].replace(",", "")) / 100, CellKind.SHARE
    value, kind = _without_units(parse_count(cell), dash_is_zero=False)
    return (value, CellKind.NUMBER) if kind is CellKind.REPAIRED else (value, kind)


ParsedColumns = tuple[NDArray[np.float64], NDArray[np.int8]]


def parse_columns(columns: Sequence[tuple[Figure, Sequence[CellValue]]]) -> ParsedColumns:
    """Reads several columns of figures, those of one kind together.

    Args:
        columns: Each field as it is declared, and its cells; all of one length.

    Returns:
        Values and kinds, one line a column.
    """
    length = len(columns[0][1]) if columns else 0
    values = np.full((len(columns), length), _NO_NUMBER)
    kinds = np.full((len(columns), length), CellKind.BLANK, dtype=np.int8)
    counts = [at for at, (declared, _) in enumerate(columns) if isinstance(declared, Count)]
    if counts:
        read = parse_counts([cell for at in counts for cell in columns[at][1]])
        values[counts] = read.values.reshape(len(counts), length)
        kinds[counts] = read.kinds.reshape(len(counts), length)
    for at, (declared, cells) in enumerate(columns):
        if not isinstance(declared, Count):
            read = parse_figures(cells, declared)
            values[at], kinds[at] = read.values, read.kinds
    return values, kinds
