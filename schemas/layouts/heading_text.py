"""What a heading says once footnote marks, units and its English double are taken off.

Only what is known to add nothing is taken off: `ชาย (คน)` is `ชาย`, but `ชาย (พิการ)` is something else.
"""

import re
from collections.abc import Collection, Iterator
from functools import lru_cache

from schemas.text import REMEMBERED_TEXTS, clean_text, normalise_header

_FOOTNOTE_SIGNS = re.compile(r"[*†‡¹²³⁰⁴-⁹]+")
_FOOTNOTE_NUMBER = re.compile(r"(?<=[^\d\s./-])\s*[(/]?\d{1,2}\)?$")
_LATIN_WORD = re.compile(r"[A-Za-z][A-Za-z.'’-]*")
_THAI = re.compile(r"[\u0e01-\u0e5b]")
_BRACKETED = re.compile(r"\(([^()]*)\)|\[([^\[\]]*)\]")
_EMPTIED = re.compile(r"\(\s*\)|\[\s*\]|[/|:–-]+\s*(?=$|\s)|(?<=\s)[/|:–-]+")


@lru_cache(maxsize=REMEMBERED_TEXTS)
def plain_headings(heading: str, noise: Collection[str]) -> tuple[str, ...]:
    """The forms in which a heading may be looked up, the fullest first.

    Args:
        heading: The heading as the sender wrote it, its lines joined.
        noise: Words that add nothing: units in brackets, English words that say the Thai ones again; in
            small letters.

    Returns:
        Normalised forms: as it is; without footnote signs, units and English; without a footnote's number
        glued to its end. Each once, none empty.
    """
    return tuple(dict.fromkeys(form for form in _forms(heading, noise) if form))


def _forms(heading: str, noise: Collection[str]) -> Iterator[str]:
    yield normalise_header(heading)
    text = _FOOTNOTE_SIGNS.sub("", clean_text(heading))
    text = _BRACKETED.sub(
        lambda match: "" if _is_noise(match[1] or match[2] or "", noise) else match[0], text
    )
    if _THAI.search(text):
        words = _LATIN_WORD.findall(text)
        if words and all(word.casefold().strip(".") in noise for word in words):
            text = _LATIN_WORD.sub("", text)
    text = _EMPTIED.sub("", text).strip()
    yield normalise_header(text)
    yield normalise_header(_FOOTNOTE_NUMBER.sub("", text))


def _is_noise(text: str, noise: Collection[str]) -> bool:
    words = text.casefold().split()
    return bool(words) and all(word.strip(".") in noise for word in words)
