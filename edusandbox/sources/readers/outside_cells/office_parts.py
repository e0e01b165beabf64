"""Texts outside the cells of xlsx and xlsb workbooks: all parts but the cells, and the ends of the sheets."""

import re
import zipfile
from collections.abc import Iterator

from edusandbox.sources.readers.outside_cells.texts import (
    CHARTS,
    COMMENTS,
    DEFINED_NAMES,
    DRAWINGS,
    FORMULAS,
    MOST_BYTES,
    PARTS,
    PROPERTIES,
    VALIDATIONS,
    OutsideText,
    address_texts,
    as_far_as_sound,
    attribute_pattern,
    attributes_of,
    decoded,
    lines_of,
    page_texts,
    property_texts,
    quoted_texts,
    runs_of,
    texts_of,
)

_OF_CELLS = re.compile(
    r"sharedstrings|styles\.|/theme/|calcchain|metadata\.|content_types|/media/|printersettings|vbaproject"
)
"""What the cells show, how they look, and what holds no text."""
_SHEET = re.compile(r"/(?:work|chart|dialog|macro)sheets/[^/]+\.(?:xml|bin)$")
_PLACES = (
    (re.compile(r"^docprops/"), PROPERTIES),
    (re.compile(r"/(?:threaded)?comments?|/persons?/"), COMMENTS),
    (re.compile(r"/charts/"), CHARTS),
    (re.compile(r"/drawings/|/diagrams/|/ctrlprops/|/activex/"), DRAWINGS),
    (re.compile(r"/workbook\.(?:xml|bin)$"), DEFINED_NAMES),
)
_SHOWN = attribute_pattern(
    *("name", "title", "descr", "alt", "string", "displayName", "userId", "userName", "user", "refreshedBy"),
    *("author", "comment", "description", "caption", "sourceFile", "odcFile", "connection", "command", "v"),
)
_EXTERNAL = re.compile(
    r"<(?:\w+:)?Relationship\b[^>]*\bTargetMode\s*=\s*[\"']External[\"'][^>]*>", re.IGNORECASE
)
_TARGET = attribute_pattern("Target")
_TIPS = attribute_pattern("tooltip", "display", "location")
_PROMPTS = attribute_pattern("prompt", "promptTitle", "error", "errorTitle")
_CACHED_CELLS = re.compile(r"<(?:\w+:)?(\w+Cache)\b(?:\s[^>]*)?>.*?</(?:\w+:)?\1>", re.DOTALL)
_PAGE = re.compile(r"<(?:\w+:)?(?:odd|even|first)(?:Header|Footer)(?:\s[^>]*)?>([^<]*)<")
_PAGE_SECTION = re.compile("&[LCR]")
_RULES = re.compile(r"<(?:\w+:)?dataValidations\b.*?</(?:\w+:)?dataValidations>", re.DOTALL)
_SCENARIOS = re.compile(r"<(?:\w+:)?(?:scenario|protectedRange|inputCells)\b[^>]*>")
_FORMULA = re.compile(rb"<f(?: [^>]*)?>([^<\"&]*(?:\"|&quot;)[^<]*)<")
_PREFIXED_FORMULA = re.compile(rb":f(?: [^>]*)?>([^<\"&]*(?:\"|&quot;)[^<]*)<")
_RULE_FORMULA = re.compile(r"<(?:\w+:)?formula\w*>([^<]*)<")
_END_OF_ROWS = b"\x92\x01\x00"
"""The record that ends the rows of a sheet of an xlsb workbook."""
_BINARY_FORMULA_TEXT = re.compile(rb"\x17[\x03-\xff]\x00((?:[\x20-\x7e]\x00|[\x01-\x5b]\x0e){3,})")


def office_texts(archive: zipfile.ZipFile) -> Iterator[OutsideText]:
    """Gives the texts of a workbook that stand in no cell.

    Args:
        archive: The workbook, open.

    Yields:
        Texts, some of them more than once.
    """
    for part in archive.infolist():
        name = part.filename.replace("\\", "/").lower()
        if part.is_dir() or _OF_CELLS.search(name):
            continue
        yield from as_far_as_sound(_texts(archive, part, name))


def _texts(archive: zipfile.ZipFile, part: zipfile.ZipInfo, name: str) -> Iterator[OutsideText]:
    if _SHEET.search(name):
        yield from _sheet_texts(archive.read(part), is_binary=name.endswith(".bin"))
        return
    with archive.open(part) as stream:
        content = stream.read(MOST_BYTES)
    place = next((place for pattern, place in _PLACES if pattern.search(name)), PARTS)
    if name.endswith(".rels"):
        # Nearly all of them point to parts of the workbook itself.
        relations = _EXTERNAL.findall(decoded(content)) if b"xternal" in content else []
        for relation in relations:
            for each in attributes_of(place, relation, _TARGET):
                yield from address_texts(each.text)
    elif name.endswith((".xml", ".vml")):
        markup = _CACHED_CELLS.sub("", decoded(content)) if place == CHARTS else decoded(content)
        yield from property_texts(markup) if place == PROPERTIES else texts_of(place, markup)
        yield from attributes_of(place, markup, _SHOWN)
    elif name.endswith(".bin"):
        yield from runs_of(place, content)


def _sheet_texts(content: bytes, *, is_binary: bool) -> Iterator[OutsideText]:
    if is_binary:
        for text in _BINARY_FORMULA_TEXT.findall(content):
            yield from lines_of(FORMULAS, text.decode("utf-16-le", "replace"))
        for each in runs_of(PARTS, content[max(content.rfind(_END_OF_ROWS), 0) :]):
            yield from page_texts(each.text) if _PAGE_SECTION.search(each.text) else (each,)
        return
    yield from _formula_texts(content)
    # What follows the rows is small, and holds all but their formulas.
    rest = decoded(content[max(content.rfind(b"sheetData"), 0) :])
    for text in _PAGE.findall(rest):
        yield from page_texts(text)
    for rules in _RULES.finditer(rest):
        yield from texts_of(VALIDATIONS, rules[0])
        yield from attributes_of(VALIDATIONS, rules[0], _PROMPTS)
    for formula in _RULE_FORMULA.findall(rest):
        yield from quoted_texts(formula.replace("&quot;", '"'))
    for tip in attributes_of(PARTS, rest, _TIPS):
        yield from address_texts(tip.text)
    for tag in _SCENARIOS.findall(rest):
        yield from attributes_of(PARTS, tag, _SHOWN)


def _formula_texts(content: bytes) -> Iterator[OutsideText]:
    for ending, pattern in ((b"</f>", _FORMULA), (b":f>", _PREFIXED_FORMULA)):
        if ending in content:
            for formula in set(pattern.findall(content)):
                yield from quoted_texts(decoded(formula).replace("&quot;", '"'))
