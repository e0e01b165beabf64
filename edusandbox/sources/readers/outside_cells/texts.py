"""Texts and where they stand, and how they are taken out of markup and of binary records.

Nothing is parsed: what is damaged or hostile gives fewer texts and never an error.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from email.errors import MessageError
from html import unescape
from urllib.parse import unquote

from edusandbox.sources.errors import UnreadableDeliveryError

COMMENTS, HEADERS, PROPERTIES, DRAWINGS, CHARTS, VALIDATIONS, DEFINED_NAMES, LINKS, FORMULAS, PARTS, PAGE = (
    "comments",
    "headers and footers",
    "properties of the file",
    "text boxes and drawings",
    "charts",
    "rules for entering data",
    "defined names",
    "links",
    "formulas",
    "other parts of the file",
    "the page around the table",
)
ARCHIVE_NAMES, ARCHIVE_COMMENTS = "names of files in the archive", "comments of the archive"

MOST_BYTES = 16_000_000
"""Of a part outside the sheets more is not looked at."""
_MOST_TEXTS = 50_000
_FEWEST_DIGITS = 7
_DAMAGED = (
    *(UnreadableDeliveryError, zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, MessageError),
    *(OSError, EOFError, ValueError, LookupError, NotImplementedError, RecursionError),
    *(TypeError, AttributeError),
)
"""What readers of other people's formats raise for damaged files."""
_NEVER_IN_PLAIN_NAMES = frozenset(" @:([{")
_CDATA = re.compile(r"<!\[CDATA\[|\]\]>")
_INLINE_TAG = re.compile(
    r"</?(?:\w+:)?(?:r|t|rPr|rPh|span|font|b|i|u|s|sub|sup|a|em|strong|sz|color|rFont|family|charset|scheme|latin|cs|ea)"
    r"(?:\s[^<>]*)?/?>"
)
_OF_PROGRAMS = re.compile(
    r"<(?:\w+:)?(Application|AppVersion|generator|TitlesOfParts|HeadingPairs)\b.*?</(?:\w+:)?\1>", re.DOTALL
)
"""Properties that name the program, and the sheets over again."""
_TAG = re.compile(r"<[^<>]*>")
_QUOTED = re.compile(r'"((?:[^"]|"")*)"')
_PAGE_CODES = re.compile(r'&"[^"]*"|&K[0-9A-Fa-f]{6}|&\d{1,3}(?=\D|$)|&[BIUSEXY]')
_PAGE_BREAKS = re.compile(r"&[A-Za-z]")
_WIDE_RUN = re.compile(rb"(?:[\x20-\x7e]\x00|[\x01-\x5b]\x0e){3,}")
_NARROW_RUN = re.compile(rb"[\x20-\x7e\x80-\xff]{4,}")


@dataclass(frozen=True, slots=True)
class OutsideText:
    """A text outside the cells; it is looked at once and never kept or shown.

    Attributes:
        place: Where it stands, as a sentence names it.
        text: The text.
    """

    place: str
    text: str


def as_far_as_sound(texts: Iterable[OutsideText]) -> Iterator[OutsideText]:
    """The texts of a file or a part of it up to where it is damaged, and no error."""
    try:
        yield from texts
    except _DAMAGED:
        return


def distinct(texts: Iterable[OutsideText]) -> Iterator[OutsideText]:
    """Each text of a place once, as many as can be looked at, without those that cannot be about a person."""
    seen: set[OutsideText] = set()
    for each in texts:
        if is_worth_looking(each.text) and each not in seen:
            seen.add(each)
            yield each
            if len(seen) >= _MOST_TEXTS:
                return


def is_worth_looking(text: str) -> bool:
    """Whether a text could tell of a person at all: most names of parts and most properties cannot."""
    if not text.isascii() or not _NEVER_IN_PLAIN_NAMES.isdisjoint(text):
        return True
    return len(text) >= _FEWEST_DIGITS and sum(map(str.isdecimal, text)) >= _FEWEST_DIGITS


def decoded(part: bytes) -> str:
    """A part of a workbook as text, in whichever Unicode it is."""
    if part.startswith((b"\xff\xfe", b"\xfe\xff")):
        return part.decode("utf-16", "replace")
    return part.decode("utf-8", "replace")


def texts_of(place: str, markup: str) -> Iterator[OutsideText]:
    """The texts between tags; what only formats a part of a text does not divide it."""
    joined = _TAG.sub("\n", _INLINE_TAG.sub("", _CDATA.sub("", markup)))
    return lines_of(place, unescape(joined))


def property_texts(markup: str) -> Iterator[OutsideText]:
    """The properties that people fill in."""
    return texts_of(PROPERTIES, _OF_PROGRAMS.sub("", markup))


def attributes_of(place: str, markup: str, pattern: re.Pattern[str]) -> Iterator[OutsideText]:
    """The values of attributes that a pattern of `attribute_pattern` finds."""
    for match in pattern.finditer(markup):
        yield from lines_of(place, unescape(match[1] or match[2] or ""))


def attribute_pattern(*names: str) -> re.Pattern[str]:
    """Finds attributes by name, with any prefix."""
    return re.compile(rf"""[\s:](?:{"|".join(names)})\s*=\s*(?:"([^"<]*)"|'([^'<]*)')""", re.IGNORECASE)


def lines_of(place: str, text: str) -> Iterator[OutsideText]:
    """Each line that says anything."""
    return (OutsideText(place, line) for each in text.splitlines() if (line := each.strip()))


def page_texts(text: str) -> Iterator[OutsideText]:
    """A header or footer without its codes for fonts, sizes and fields."""
    plain = _PAGE_BREAKS.sub("\n", _PAGE_CODES.sub("", unescape(text)))
    return lines_of(HEADERS, plain)


def quoted_texts(formula: str) -> Iterator[OutsideText]:
    """The texts within a formula, each and joined: `"a"&"b"` shows `ab`."""
    quoted = [each.replace('""', '"') for each in _QUOTED.findall(formula)]
    for text in (*quoted, "".join(quoted)):
        yield from lines_of(FORMULAS, text)


def address_texts(address: str) -> Iterator[OutsideText]:
    """An address as typed and with its escaped letters read."""
    yield from lines_of(LINKS, address)
    if "%" in address:
        yield from lines_of(LINKS, unquote(address, errors="replace"))


def runs_of(place: str, body: bytes) -> Iterator[OutsideText]:
    """Whatever looks like text in a binary record, in two bytes a letter or in one."""
    for wide in _WIDE_RUN.findall(body):
        yield from lines_of(place, wide.decode("utf-16-le", "replace"))
    for narrow in _NARROW_RUN.findall(body):
        yield from lines_of(place, narrow_text(narrow))


def narrow_text(raw: bytes) -> str:
    """A text of one byte a letter: UTF-8, or Windows-874 as Thai systems write it."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp874", "replace")
