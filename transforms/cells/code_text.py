"""Codes as offices type them and as spreadsheets spoil them."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from pythainlp.util import thai_digit_to_arabic_digit

from schemas.text import REMEMBERED_TEXTS, clean_text
from transforms.grid import CellValue, cell_text

_SEPARATORS = re.compile(r"[\s'’\"“”]+|^=|(?<=\d)[-.](?=\d)")
_SCIENTIFIC = re.compile(r"(?P<first>\d)(?:\.(?P<further>\d+))?[eE]\+?(?P<exponent>\d{1,2})")
_WITH_LETTERS = re.compile(r"(?=.*\d)(?=.*[OolI])[\dOolI]{4,}")
_LETTERS_AS_DIGITS = str.maketrans("OolI", "0011")
_WHOLE_FLOAT = re.compile(r"(\d+)\.0+")
_OBEC_CODE_LENGTH = 6


class CodeKind(IntEnum):
    """What was done to read a code."""

    AS_TYPED = 0
    """Nothing."""
    REPAIRED = 1
    """What cannot be wrong: spaces, Thai digits, hyphens, quotes taken off; 5.0010001E7 written out."""
    LETTERS = 2
    """Letters taken for digits (O for 0): that could be wrong."""
    LOST_ZERO = 3
    """The zero put back that a spreadsheet takes off the front: that could be wrong."""
    SHORTENED = 4
    """Nothing helped: a spreadsheet wrote 3.64E+12, and the digits are gone."""


@dataclass(frozen=True, slots=True)
class CodeText:
    """A code as read.

    Attributes:
        text: The code; of a shortened one what stands there.
        kind: What was done to read it.
    """

    text: str
    kind: CodeKind


def _read(text: str) -> CodeText:
    cleaned = thai_digit_to_arabic_digit(clean_text(text))
    scientific = _SCIENTIFIC.fullmatch(cleaned)
    if scientific is not None:
        digits = _all_digits(scientific)
        return CodeText(digits or cleaned, CodeKind.REPAIRED if digits else CodeKind.SHORTENED)
    whole = _WHOLE_FLOAT.fullmatch(cleaned)
    bare = _SEPARATORS.sub("", whole[1] if whole else cleaned)
    if _WITH_LETTERS.fullmatch(bare):
        return CodeText(bare.translate(_LETTERS_AS_DIGITS), CodeKind.LETTERS)
    return CodeText(bare, CodeKind.AS_TYPED if bare == text else CodeKind.REPAIRED)


def _all_digits(number: re.Match[str]) -> str | None:
    """The digits of 5.0010001E7, where each of them stands there; of 5.00E+07 some are gone."""
    further, exponent = number["further"] or "", int(number["exponent"])
    is_whole = len(further) >= exponent > 0 and not further[exponent:].strip("0")
    return number["first"] + further[:exponent] if is_whole else None


def read_code(value: CellValue) -> CodeText:
    """Reads a cell as a code; a number that a spreadsheet made of it counts as its digits."""
    return _read(cell_text(value))


@lru_cache(maxsize=REMEMBERED_TEXTS, typed=True)
def read_school_code(value: CellValue) -> CodeText:
    """Reads a cell as a school's code.

    Codes of OBEC have six digits and may begin with 0, those of SMIS and of the ministry do not
    (DOMAIN 2.2): of five digits the zero in front was lost.
    """
    code = read_code(value)
    if len(code.text) == _OBEC_CODE_LENGTH - 1 and code.text.isdecimal():
        return CodeText(f"0{code.text}", CodeKind.LOST_ZERO)
    return code
