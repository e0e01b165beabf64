"""Reads web archives (MHTML): a web page with its parts in one file, as Excel saves one."""

import re
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from pathlib import PurePosixPath

from lxml import etree

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.encodings import decode_text
from edusandbox.sources.readers.webpage import declared_encoding, read_web_page
from schemas.issues import Finding
from transforms.grid import Grid

_STYLE_SHEET = "text/css"
_PAGES = ("text/html", "application/xhtml+xml")
_SHEET = re.compile(
    r"<x:ExcelWorksheet>\s*<x:Name>(?P<name>[^<]*)</x:Name>.*?<x:WorksheetSource\s+HRef=\"(?P<href>[^\"]*)\"",
    re.DOTALL | re.IGNORECASE,
)


def is_web_archive(content: bytes) -> bool:
    """Whether a file begins as a web archive does."""
    opening = content[:4096].lstrip().lower()
    return opening.startswith((b"mime-version:", b"from:", b"content-type: multipart")) and (
        b"multipart/related" in opening
    )


def read_web_archive(content: bytes, limits: Limits) -> tuple[Grid, ...]:
    """Reads the tables of a web archive's pages.

    Args:
        content: The whole file.
        limits: The bounds of reading.

    Returns:
        A grid for each table, named as Excel's sheets are where the archive tells their names.

    Raises:
        UnreadableDeliveryError: `FI004` if a sheet that it lists is missing, `FI005` if a page's encoding
            cannot be told, `FI006` if a table is too large.
    """
    pages, css = _pages(content)
    names = {
        PurePosixPath(match["href"]).name: match["name"]
        for _, page in pages
        for match in _SHEET.finditer(page)
    }
    if names.keys() - {place for place, _ in pages}:
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "incomplete web archive"}))
    # The page that lists the sheets shows none of their cells.
    shown = [(place, page) for place, page in pages if not names or place in names] or pages
    grids: list[Grid] = []
    for place, page in shown:
        for grid in read_web_page(page, limits, css):
            name = names.get(place, f"ตาราง {len(grids) + 1}")
            grids.append(replace(grid, sheet_name=name, sheet_number=len(grids) + 1))
    return tuple(grids)


def _pages(content: bytes) -> tuple[list[tuple[str, str]], str]:
    """File names and texts of the pages in an archive, and its style sheets; none where it is damaged."""
    try:
        message = message_from_bytes(content, policy=policy.default)
        parts = [part for part in message.walk() if part.get_content_type() in _PAGES]
        sheets = [part for part in message.walk() if part.get_content_type() == _STYLE_SHEET]
        return [(_file_name(part), _text(part)) for part in parts], "\n".join(map(_text, sheets))
    except (MessageError, LookupError, ValueError, etree.LxmlError):
        return [], ""


def _file_name(part: EmailMessage) -> str:
    return PurePosixPath(str(part.get("Content-Location", "")).replace("\\", "/")).name


def _text(part: EmailMessage) -> str:
    body = part.get_payload(decode=True)
    content = body if isinstance(body, bytes) else b""
    text = decode_text(content, part.get_content_charset() or declared_encoding(content))
    if text is None:
        raise UnreadableDeliveryError(Finding("FI005"))
    return text
