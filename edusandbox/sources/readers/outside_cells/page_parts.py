"""Texts outside the tables of web pages and archives, and outside the cells of SpreadsheetML 2003."""

import re
from collections.abc import Iterator
from email import message_from_bytes, policy
from html import unescape

from edusandbox.sources.readers.encodings import decode_text
from edusandbox.sources.readers.outside_cells.texts import (
    COMMENTS,
    DEFINED_NAMES,
    LINKS,
    PAGE,
    PROPERTIES,
    OutsideText,
    address_texts,
    attribute_pattern,
    attributes_of,
    lines_of,
    page_texts,
    quoted_texts,
    texts_of,
)
from edusandbox.sources.readers.webpage import declared_encoding

_HTML_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TABLE_EDGE = re.compile(r"<(/?)table\b[^>]*>", re.IGNORECASE)
_ROW = re.compile(r"<tr\b", re.IGNORECASE)
_FEWEST_ROWS = 2
_SHOWN = attribute_pattern(
    "alt", "title", "content", "placeholder", "value", "label", "aria-label", "summary"
)
_ADDRESS = attribute_pattern("href", "src", "action")
_HEADERS_OF_ARCHIVE = ("From", "To", "Cc", "Subject", "Author", "Reply-To")

_XML_COMMENT = re.compile(r"<(?:\w+:)?Comment\b.*?</(?:\w+:)?Comment>", re.DOTALL)
_XML_CELL = re.compile(r"<(?:\w+:)?Data\b(?:\s[^>]*)?>.*?</(?:\w+:)?Data>", re.DOTALL)
_XML_PAGE = re.compile(r"<(?:\w+:)?(?:Header|Footer)\b[^>]*\bData\s*=\s*(?:\"([^\"]*)\"|'([^']*)')")
_XML_NAMED = re.compile(r"<(?:\w+:)?NamedRange\b[^>]*>")
_XML_AUTHOR = attribute_pattern("Author")
_XML_NAME = attribute_pattern("Name", "RefersTo")
_XML_FORMULA = attribute_pattern("Formula")
_XML_ADDRESS = attribute_pattern("HRef", "HRefScreenTip")


def page_texts_outside(text: str) -> Iterator[OutsideText]:
    """Gives the texts of a web page that stand in no table of two rows or more, and those not shown.

    Args:
        text: The whole page, decoded.
    """
    for comment in _HTML_COMMENT.findall(text):
        yield from texts_of(PAGE, comment.removeprefix("<!--").removesuffix("-->"))
    yield from attributes_of(PAGE, text, _SHOWN)
    for address in attributes_of(LINKS, text, _ADDRESS):
        yield from address_texts(address.text)
    yield from texts_of(PAGE, _without_tables(_HTML_COMMENT.sub("", text)))


def _without_tables(text: str) -> str:
    """A page without its innermost tables of more than one row: those are read as cells."""
    kept: list[str] = []
    place, opened = 0, None
    for edge in _TABLE_EDGE.finditer(text):
        if not edge[1]:
            opened = edge.start()
        elif opened is not None:
            if len(_ROW.findall(text, opened, edge.end())) >= _FEWEST_ROWS:
                kept.append(text[place:opened])
                place = edge.end()
            opened = None
    return "\n".join([*kept, text[place:]])


def web_archive_texts(content: bytes) -> Iterator[OutsideText]:
    """Gives the texts of a web archive that stand in no table: its own heading and those of its pages.

    Args:
        content: The whole file.
    """
    message = message_from_bytes(content, policy=policy.default)
    for name in _HEADERS_OF_ARCHIVE:
        yield from lines_of(PROPERTIES, str(message.get(name, "")))
    for part in message.walk():
        if part.get_content_maintype() == "text" or part.get_content_type().endswith("xml"):
            body = part.get_payload(decode=True)
            raw = body if isinstance(body, bytes) else b""
            page = decode_text(raw, part.get_content_charset() or declared_encoding(raw))
            yield from page_texts_outside(page or "")


def spreadsheet_xml_texts(text: str) -> Iterator[OutsideText]:
    """Gives the texts of an XML workbook of 2003 that stand in no cell.

    Args:
        text: The whole file, decoded.
    """
    for comment in _XML_COMMENT.findall(text):
        yield from texts_of(COMMENTS, comment)
        yield from attributes_of(COMMENTS, comment, _XML_AUTHOR)
    for double, single in _XML_PAGE.findall(text):
        yield from page_texts(double or single)
    for name in _XML_NAMED.findall(text):
        yield from attributes_of(DEFINED_NAMES, name, _XML_NAME)
    for double, single in _XML_FORMULA.findall(text):
        yield from quoted_texts(unescape(double or single))
    for address in attributes_of(LINKS, text, _XML_ADDRESS):
        yield from address_texts(address.text)
    yield from texts_of(PROPERTIES, _XML_CELL.sub("", _XML_COMMENT.sub("", text)))
