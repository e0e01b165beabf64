"""Writes a number as a section of a number format shows it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from edusandbox.sources.readers.format_sections import Part, Section, Token

_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_ARABIC = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_PLAIN = re.compile(
    r"(?P<minus>-?)\s*(?P<bracket>\()?\s*(?P<number>(?:0|[1-9]\d*)?(?:\.\d*)?)\s*(?(bracket)\))"
)
_NOISE = 1e-9
"""How far apart, by their size, two numbers may lie that a computer's arithmetic alone made different."""


def number_text(value: float) -> str:
    """Writes a stored number for people: all its digits, no `.0`, nothing of a computer's arithmetic."""
    text = f"{value:.15g}"
    return f"{Decimal(text):f}" if "e" in text else text


def is_just(written: str, value: float) -> bool:
    """Whether a text is a number and nothing else, and a reader takes that for the number stored.

    Decimals may be cut off as long as decimals are shown: 12.34 of 12.3412 is no other number, 12 is.

    Args:
        written: What the cell shows.
        value: The number stored in it.
    """
    match = _PLAIN.fullmatch(written.translate(_ARABIC).replace(",", ""))
    if match is None or not match["number"].strip("."):
        return False
    seen = float(match["number"]) * (-1 if match["minus"] or match["bracket"] else 1)
    if abs(seen - value) <= _NOISE * max(1.0, abs(value)):
        return True
    decimals = len(match["number"].partition(".")[2])
    return not seen.is_integer() and abs(seen - value) <= 0.5000001 * 10**-decimals


def write_number(value: Decimal, section: Section) -> str:
    """Writes a number.

    Args:
        value: The number; of a section for negative numbers its magnitude.
        section: The section, without a date and without an exponent.

    Returns:
        What the cell shows, without spaces at its ends.
    """
    if section.has(Part.FRACTION):
        written = _with_fraction(value, section)
    elif section.has(Part.DIGIT):
        written = _with_digits(value, section)
    else:
        written = _literals(value, section.tokens)
        if value < 0 and not section.has(Part.GENERAL) and written.strip():
            written = f"-{written}"
    written = " ".join(written.split())
    return written.translate(_THAI) if section.has_thai_digits else written


def _literals(value: Decimal, tokens: Iterable[Token]) -> str:
    shown = {Part.GENERAL: f"{value.normalize():f}", Part.TEXT: f"{value.normalize():f}"}
    return "".join(
        shown.get(token.part, token.text) for token in tokens if token.part not in {Part.COMMA, Part.POINT}
    )


def _with_fraction(value: Decimal, section: Section) -> str:
    """A number with a fraction (`# ?/?`): said as such only where it is shown as a whole one."""
    line = next(number for number, token in enumerate(section.tokens) if token.part is Part.FRACTION)
    digits = [token for token in section.tokens[line + 1 :] if token.part is Part.DIGIT]
    nearest = Fraction(value).limit_denominator(10 ** max(len(digits), 1) - 1)
    parts = "".join("0" if token.part is Part.DIGIT else " " for token in section.tokens[:line]).split()
    if len(parts) == 1:
        # Without a place for the whole number 12 is 12/1.
        return f"{nearest.numerator}/{nearest.denominator}"
    return str(nearest.numerator) if nearest.denominator == 1 else f"{value:f}"


def _with_digits(value: Decimal, section: Section) -> str:
    tokens = section.tokens
    digits = [number for number, token in enumerate(tokens) if token.part is Part.DIGIT]
    point = next((number for number, token in enumerate(tokens) if token.part is Part.POINT), len(tokens))
    whole = [number for number in digits if number < point]
    decimals = [number for number in digits if number > point]
    last_of_whole = whole[-1] if whole else -1
    scaling = _commas_behind(tokens, last_of_whole, decimals[-1] if decimals else last_of_whole)
    percents = sum(token.part is Part.PERCENT for token in tokens)
    scaled = value * 100**percents / Decimal(1000) ** scaling
    rounded = abs(scaled).quantize(Decimal(1).scaleb(-len(decimals)), ROUND_HALF_UP)
    before, _, behind = f"{rounded:f}".partition(".")
    is_grouped = (
        any(tokens[number].part is Part.COMMA for number in range(whole[0], last_of_whole))
        if whole
        else False
    )
    head = _whole_part(before.lstrip("0"), tokens[: min(point, len(tokens))], is_grouped=is_grouped)
    tail = _decimal_part(behind, tokens[point:])
    sign = "-" if value < 0 and rounded else ""
    return f"{sign}{head}{tail}"


def _commas_behind(tokens: Sequence[Token], *places: int) -> int:
    """Commas right behind the last digit before the point, or the last one of all: each divides by 1000."""
    count = 0
    for place in set(places):
        for token in tokens[place + 1 :]:
            if token.part is not Part.COMMA:
                break
            count += 1
    return count


def _whole_part(digits: str, tokens: Sequence[Token], *, is_grouped: bool) -> str:
    """Digits before the point, put into their places from the right; the first takes all that remain."""
    places = [number for number, token in enumerate(tokens) if token.part is Part.DIGIT]
    written: list[str] = []
    count = 0
    for number in range(len(tokens) - 1, -1, -1):
        token = tokens[number]
        if token.part is Part.DIGIT:
            taken = digits if number == places[0] else digits[-1:]
            digits = "" if number == places[0] else digits[:-1]
            for digit in reversed(taken or _FILLING[token.text]):
                if is_grouped and count and count % 3 == 0 and digit != " ":
                    written.append(",")
                written.append(digit)
                count += 1
        elif token.part in {Part.LITERAL, Part.PERCENT}:
            written.append(token.text[::-1])
    return "".join(written)[::-1]


_FILLING = {"0": "0", "?": " ", "#": ""}


def _decimal_part(digits: str, tokens: Sequence[Token]) -> str:
    return "".join(_decimals(digits, tokens))


def _decimals(digits: str, tokens: Sequence[Token]) -> Iterator[str]:
    needed = digits.rstrip("0")
    position = 0
    for token in tokens:
        if token.part is Part.DIGIT:
            yield digits[position] if position < len(needed) else _FILLING[token.text]
            position += 1
        elif token.part in {Part.LITERAL, Part.PERCENT, Part.POINT}:
            yield token.text
