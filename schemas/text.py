"""Thai text as offices type it, brought to one form before it is compared.

Two texts that a reader would call the same must compare equal; what was typed stays in the Grid.
"""

import re
import unicodedata
from functools import lru_cache

from pythainlp import (
    thai_above_vowels,
    thai_below_vowels,
    thai_follow_vowels,
    thai_lead_vowels,
    thai_tonemarks,
)
from pythainlp.util import normalize as normalise_thai
from pythainlp.util import thai_digit_to_arabic_digit

NOTHING = frozenset({"", "-", "–", "—", "−", "ไม่มี"})
"""What offices type where there is nothing to type."""
REMEMBERED_TEXTS = 1024
"""How many answers about texts a process keeps for each question: names and codes of schools seldom come
twice, headings and grades do in every file, and each worker pays for what it keeps."""
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad"))
# How exports write a text that Excel must not take for a number: ="50010001", its quotes perhaps doubled.
_TEXT_FORMULA = re.compile(r'\s*=\s*(?:"((?:[^"]|"")*)"|""([^"]*)"")\s*')
_LAST_NUMBER = re.compile(r"\d+$")
_HEADER_NOISE = re.compile(r"[\s._]+")
_NOT_ALONE = rf"{thai_above_vowels}{thai_below_vowels}\u0e3a\u0e4c\u0e4d\u0e4e"
# What pythainlp's normalize mends; it looks for each of forty things by itself, and hardly any text has one.
_IRREGULAR = re.compile(
    rf"([{_NOT_ALONE}{thai_follow_vowels}{thai_lead_vowels}]) *\1"
    rf"|[{thai_tonemarks}\u0e4c][{thai_above_vowels}{thai_below_vowels}]"
    rf"|[{thai_follow_vowels}][{thai_tonemarks}]"
    rf"|[{thai_tonemarks}][{thai_tonemarks}]"
    rf"|(?:^| )[{_NOT_ALONE}{thai_tonemarks}]"
    r"|[\u0e45\u0e4d\n]"
)


@lru_cache(maxsize=REMEMBERED_TEXTS)
def clean_text(text: str) -> str:
    """Tidies text for people: NFC, ํ + า as ำ, no invisible characters, single spaces, none at the ends.

    Of a formula that only says a text (`="50010001"`) it is that text.
    """
    if '"' in text and "=" in text:
        said = _TEXT_FORMULA.fullmatch(text)
        text = text if said is None else (said[1] or said[2] or "").replace('""', '"')
    if text.isascii():
        return " ".join(text.split())
    visible = unicodedata.normalize("NFC", text).translate(_INVISIBLE)
    spaced = " ".join(visible.split())
    return spaced if _IRREGULAR.search(spaced) is None else str(normalise_thai(spaced))


@lru_cache(maxsize=REMEMBERED_TEXTS)
def normalise_header(text: str) -> str:
    """Brings a heading to the form in which layouts are matched.

    Spaces, dots and underscores say nothing in a heading (`ป. 1 ชาย`, `ป.1ชาย`), Thai digits are digits,
    capitals do not matter.
    """
    return _HEADER_NOISE.sub("", thai_digit_to_arabic_digit(clean_text(text))).casefold()


def stem_and_number(text: str) -> tuple[str, str]:
    """What stands before the number at the end of a text, and that number, '' if there is none: ป. and 1."""
    found = _LAST_NUMBER.search(text)
    return (text[: found.start()], found[0]) if found else (text, "")
