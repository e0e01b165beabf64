"""Rows of data that stand in one cell, as where the separator of one line is not that of the file."""

import re
from itertools import pairwise

from pythainlp.util import thai_digit_to_arabic_digit

_SEPARATOR = re.compile(r"[,;|\t]")
_GAP = re.compile(r"[,;|\s]+")
_QUOTES = "\"'“”= "
_CODE = re.compile(r"\d{8}|10\d{8}")
_SHORT_CODE = re.compile(r"\d{6}")
"""Six digits are as often part of a telephone number: they are a code only where a row begins."""
_ROW_NUMBER = re.compile(r"\d{1,5}\.?")
_FIGURE = re.compile(r"\d{1,4}|-")
_FEWEST_FIELDS = 3


def holds_row(text: str, width: int) -> bool:
    """Whether a text is a row of data: a school's code, and two figures side by side or all columns.

    A note may name a school and say how many pupils it has, and a telephone number is no code: such a text
    has words between its numbers.

    Args:
        text: What stands in the cell.
        width: How many columns the table has.
    """
    plain = thai_digit_to_arabic_digit(text)
    fields = [field.strip(_QUOTES) for field in _SEPARATOR.split(plain)]
    codes = [field for field in fields if _CODE.fullmatch(field)]
    if len(codes) == 1 and len(fields) >= max(width, _FEWEST_FIELDS):
        return True
    parts = [part for field in _GAP.split(plain) if (part := field.strip(_QUOTES))]
    at = _first_code(parts)
    if at is None:
        return False
    is_figure = [_FIGURE.fullmatch(part) is not None for part in parts[at + 1 :]]
    return any(left and right for left, right in pairwise(is_figure))


def _first_code(parts: list[str]) -> int | None:
    """Where the first code of a school stands among the words and numbers of a text."""
    first = 1 if len(parts) > 1 and _ROW_NUMBER.fullmatch(parts[0]) else 0
    for at, part in enumerate(parts):
        if _CODE.fullmatch(part) or (at == first and _SHORT_CODE.fullmatch(part)):
            return at
    return None
