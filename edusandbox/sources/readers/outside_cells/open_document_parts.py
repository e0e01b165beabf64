"""Texts outside the cells of an OpenDocument spreadsheet."""

import re
import zipfile
from collections.abc import Iterator

from edusandbox.sources.readers.outside_cells.texts import (
    COMMENTS,
    DEFINED_NAMES,
    DRAWINGS,
    HEADERS,
    LINKS,
    MOST_BYTES,
    PARTS,
    VALIDATIONS,
    OutsideText,
    address_texts,
    as_far_as_sound,
    attribute_pattern,
    attributes_of,
    decoded,
    property_texts,
    quoted_texts,
    texts_of,
)

_PAGES = (b"style:header", b"style:footer", b"style:header-left", b"style:footer-left", b"style:header-first")
_WITHOUT_TEXTS = ("content.xml", "settings.xml", "meta-inf/manifest.xml")
_SECTIONS = (
    (b"office:annotation", COMMENTS),
    (b"table:content-validation", VALIDATIONS),
    (b"table:named-expressions", DEFINED_NAMES),
    (b"table:tracked-changes", PARTS),
    (b"table:shapes", DRAWINGS),
    (b"draw:frame", DRAWINGS),
    (b"draw:custom-shape", DRAWINGS),
    (b"draw:caption", DRAWINGS),
    (b"draw:rect", DRAWINGS),
    (b"draw:g", DRAWINGS),
)
_SHOWN = attribute_pattern("name", "title", "condition", "expression")
_ADDRESS = attribute_pattern("href", "title")
_FORMULA = re.compile(rb'table:formula="([^"]*&quot;[^"]*)"')


def open_document_texts(archive: zipfile.ZipFile) -> Iterator[OutsideText]:
    """Gives the texts of a spreadsheet that stand in no cell.

    Args:
        archive: The spreadsheet, open.

    Yields:
        Texts, some of them more than once.
    """
    for part in archive.infolist():
        yield from as_far_as_sound(_part_texts(archive, part))


def _part_texts(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> Iterator[OutsideText]:
    name = part.filename.lower()
    if name == "content.xml":
        yield from _content_texts(archive.read(part))
    if name in _WITHOUT_TEXTS or not name.endswith((".xml", ".rdf")):
        return
    with archive.open(part) as stream:
        content = stream.read(MOST_BYTES)
    if name.endswith("styles.xml"):
        for tag in _PAGES:
            yield from _section_texts(content, tag, HEADERS)
    else:
        markup = decoded(content)
        yield from property_texts(markup) if name == "meta.xml" else texts_of(PARTS, markup)


def _content_texts(content: bytes) -> Iterator[OutsideText]:
    for tag, place in _SECTIONS:
        yield from _section_texts(content, tag, place)
    for formula in set(_FORMULA.findall(content)):
        yield from quoted_texts(decoded(formula).replace("&quot;", '"'))
    if b"xlink:href" in content:
        for each in attributes_of(LINKS, decoded(content), _ADDRESS):
            yield from address_texts(each.text)


def _section_texts(content: bytes, tag: bytes, place: str) -> Iterator[OutsideText]:
    """The texts within elements of a name; such an element holds no other one of its name."""
    opening, closing = b"<" + tag, b"</" + tag + b">"
    start = content.find(opening)
    while start >= 0:
        end = content.find(closing, start)
        if end < 0:
            return
        section = decoded(content[start:end])
        yield from texts_of(place, section)
        yield from attributes_of(place, section, _SHOWN)
        start = content.find(opening, end)
