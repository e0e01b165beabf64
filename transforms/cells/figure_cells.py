"""Figures that are no counts, as offices type them: scores with decimals, amounts in baht, per cent.

They are read as counts are, and kept to what they are: a score has no sum and a dash is no score, an amount
ends in บาท or .-, a share is written in per cent and kept as a part of one.
"""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

import numpy as np
from numpy.typing import NDArray
from pythainlp.util import thai_digit_to_arabic_digit

from schemas.fields import Bilingual, Count, Figure, Money, Share
from schemas.text import REMEMBERED_TEXTS, clean_text
from transforms.cells.counts import NUMBER, CellKind, CountColumn, parse_count, parse_counts
from transforms.grid import CellValue, ShownText

_NO_NUMBER = float("nan")
_BAHT = re.compile(
    rf"(?:฿|THB)?\s*{NUMBER}\s*(?:\.?\s*[-–—])?\s*(?:บาท(?:ถ้วน)?|฿|THB|baht)?\.?", re.IGNORECASE
)
"""An amount: 50,000.- has no satang."""
_OWED = re.compile(r"\(\s*(?P<figure>[^()]*\d[^()]*)\)\s*(?P<unit>บาท(?:ถ้วน)?)?")
"""How accounts write a negative amount."""
_DECIMALS = re.compile(r"\.(\d+)")
_EPSILON = 1e-9
_NUMBERS = frozenset({CellKind.NUMBER, CellKind.REPAIRED})
_PER_CENT = re.compile(rf"(?:ร้อยละ\s*)?{NUMBER}\s*(?:%|เปอร์เซ็นต์|per\s?cent)?", re.IGNORECASE)
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
            return _column(cells, partial(_parse_measure, unit=declared.unit))


def _column(cells: Sequence[CellValue], parse: Callable[[CellValue], tuple[float, CellKind]]) -> CountColumn:
    parsed = [parse(cell) for cell in cells]
    values = np.array([value for value, _ in parsed], dtype=np.float64)
    return CountColumn(values, np.array([kind for _, kind in parsed], dtype=np.int8))


def _without_units(parsed: tuple[float, CellKind], *, dash_is_zero: bool = False) -> tuple[float, CellKind]:
    """What a count's reading says of another figure: persons are no points, and no score is none."""
    value, kind = parsed
    if kind in _AS_PERSONS:
        return _NO_NUMBER, CellKind.UNREADABLE
    if kind is CellKind.DASH and not dash_is_zero:
        return _NO_NUMBER, CellKind.NONE
    return value, kind


def _parse_measure(cell: CellValue, unit: Bilingual) -> tuple[float, CellKind]:
    if isinstance(cell, ShownText):
        return _as_stored(cell, lambda text: _measure(text, unit))
    return _measure(cell, unit) if isinstance(cell, str) else _without_units(parse_count(cell))


def _measure(text: str, unit: Bilingual) -> tuple[float, CellKind]:
    value, kind = _without_units(parse_count(text))
    if kind is not CellKind.UNREADABLE:
        return value, kind
    bare = clean_text(text).removesuffix(".").casefold()
    ended = next((bare.removesuffix(word) for word in unit if bare.endswith(word)), "")
    value, kind = _without_units(parse_count(ended)) if ended else (value, kind)
    return (value, CellKind.WITH_UNIT) if kind in _NUMBERS else (_NO_NUMBER, CellKind.UNREADABLE)


def _parse_amount(cell: CellValue) -> tuple[float, CellKind]:
    if isinstance(cell, ShownText):
        return _as_stored(cell, _amount)
    return _amount(cell) if isinstance(cell, str) else parse_count(cell)


def _as_stored(cell: ShownText, parse: Callable[[str], tuple[float, CellKind]]) -> tuple[float, CellKind]:
    """The stored figure where what is shown is that figure, rounded to the decimals that are shown."""
    shown, kind = parse(str(cell))
    stored, _ = parse_count(cell.stored)
    if abs(shown - stored) <= _half_of_last_digit(str(cell)):
        return stored, kind
    return _NO_NUMBER, CellKind.SHOWN_OTHERWISE


def _half_of_last_digit(text: str) -> float:
    """Half of what the last digit of a text is worth: 0.05 of 12.3, and a little for binary fractions."""
    decimals = _DECIMALS.search(thai_digit_to_arabic_digit(text))
    return 0.5 * 10.0 ** -len(decimals[1] if decimals else "") + _EPSILON


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _amount(text: str) -> tuple[float, CellKind]:
    plain = thai_digit_to_arabic_digit(clean_text(text))
    owed = _OWED.fullmatch(plain)
    if owed is not None:
        value, kind = _amount(owed["figure"] + (owed["unit"] or ""))
        return (-value, kind) if value > 0 else (_NO_NUMBER, CellKind.UNREADABLE)
    value, kind = _without_units(parse_count(text), dash_is_zero=True)
    match = _BAHT.fullmatch(plain)
    if kind is CellKind.UNREADABLE and match is not None:
        return float(match["number"].replace(",", "")), CellKind.WITH_UNIT
    return value, kind


def _shares(cells: Sequence[CellValue]) -> CountColumn:
    """Shares as parts of one; bare numbers are in per cent where all of a column are above one.

    0.5 may be half or half a per cent, and beside it 20 as well: neither is guessed.
    """
    parsed = [_share(cell) for cell in cells]
    values = np.array([value for value, _ in parsed], dtype=np.float64)
    kinds = np.array([kind for _, kind in parsed], dtype=np.int8)
    # Zero is the same in either way of writing.
    is_bare = (kinds == CellKind.NUMBER) & (values != 0)
    if (np.abs(values[is_bare]) > 1).all():
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
        half = _half_of_last_digit(str(cell)) / 100
        is_the_same = kind is CellKind.SHARE and abs(shown - stored) <= half
        return (stored, kind) if is_the_same else (_NO_NUMBER, CellKind.SHOWN_OTHERWISE)
    if isinstance(cell, str) and _SAYS_PER_CENT.search(cell):
        match = _PER_CENT.fullmatch(thai_digit_to_arabic_digit(clean_text(cell)))
        if match is None:
            return _NO_NUMBER, CellKind.UNREADABLE
        return float(match["number"].replace(",", "")) / 100, CellKind.SHARE
    value, kind = _without_units(parse_count(cell))
    if kind is CellKind.LETTERS:
        return _NO_NUMBER, CellKind.UNREADABLE
    return (value, CellKind.NUMBER) if kind is CellKind.REPAIRED else (value, kind)


def parse_columns(
    columns: Sequence[tuple[Figure, Sequence[CellValue]]],
) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
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
