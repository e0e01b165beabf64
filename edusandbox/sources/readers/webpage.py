"""Reads the tables of a web page, under whatever name it was saved."""

import re

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.web_nesting import unwrap_inner_tables
from edusandbox.sources.readers.web_rendering import render
from edusandbox.sources.readers.web_surroundings import with_surroundings
from edusandbox.sources.readers.web_tables import lay_out
from schemas.issues import Finding
from transforms.grid import Grid

_PAGE = re.compile(r"<(?:!doctype\s+html|html|body)\b", re.IGNORECASE)
_TABLE = re.compile(r"<table\b.*?<tr\b.*?<t[dh]\b", re.IGNORECASE | re.DOTALL)
_OPENING_LENGTH = 4096
_DECLARED_ENCODING = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,200}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE
)
# Tags without an end that the parser takes for the beginning of what follows them.
_NEVER_CLOSED = re.compile(r"<(?:wbr|source|track|keygen)\b[^<>]{0,1000}>", re.IGNORECASE)
_NOT_SHOWN = (
    "script",
    "template",
    "noscript",
    "noframes",
    "noembed",
    "iframe",
    "canvas",
    "audio",
    "video",
    "rp",
)
_NOT_SHOWN_OF_DRAWINGS = ("title", "desc", "defs", "metadata")


def is_web_page(text: str) -> bool:
    """Whether a text is a web page or a piece of one.

    Args:
        text: The whole file, decoded.
    """
    opening = text[:_OPENING_LENGTH]
    if not opening.lstrip().startswith("<"):
        # Some programs print a warning before the page.
        return _TABLE.search(opening) is not None
    return _PAGE.search(opening) is not None or _TABLE.search(text) is not None


def declared_encoding(content: bytes) -> str | None:
    """Finds the encoding that a web page says it has.

    Args:
        content: The whole file.

    Returns:
        The name as written in the first `meta` or `?xml` that has one, or None.
    """
    match = _DECLARED_ENCODING.search(content[:_OPENING_LENGTH])
    return match[1].decode("ascii", "ignore") if match else None


def read_web_page(text: str, limits: Limits, css: str = "") -> tuple[Grid, ...]:
    """Reads a web page's tables as a browser shows them.

    A table within a cell of a data table, or of a single cell, counts as text; another table around one is
    passed over. So are those that merely arrange the page (a banner, a menu: fewer than two rows or two
    columns with text) where the page has any other.

    Args:
        text: The whole page, decoded.
        limits: The bounds of reading.
        css: Style sheets that do not stand in the page itself.

    Returns:
        A grid for each table, named `ตาราง 1`, `ตาราง 2`, ...; texts with inner white space folded; with
        what the page says around it.

    Raises:
        UnreadableDeliveryError: `FI004` if the page ends within a table, `FI006` if a table is too large.
    """
    if _is_cut_short(text):
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "incomplete web page"}))
    page = _parse(text)
    if page is None:
        return ()
    rendering = render(page, css + "".join(_style_sheets(page)))
    unwrap_inner_tables(page, rendering)
    tables = [lay_out(each, rendering) for each in page.iter("table") if each.find(".//table") is None]
    filled = [table for table in tables if table.cells]
    chosen = [table for table in filled if table.holds_data] or filled
    grids = [(each.element, each.to_grid(number, limits)) for number, each in enumerate(chosen, start=1)]
    return with_surroundings(page, grids, rendering)


def _parse(text: str) -> HtmlElement | None:
    # Parsed from bytes: lxml refuses text that declares an encoding, and pages declare wrong ones.
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        page = document_fromstring(
            _NEVER_CLOSED.sub("", text.replace("\x00", "")).encode("utf-8", "replace"), parser=parser
        )
    except etree.ParserError:
        return None  # nothing but comments or white space
    etree.strip_elements(page, *_NOT_SHOWN, with_tail=False)
    for drawing in page.iter("svg"):
        etree.strip_elements(drawing, *_NOT_SHOWN_OF_DRAWINGS, with_tail=False)
    return page


def _style_sheets(page: HtmlElement) -> list[str]:
    """The style sheets of a page, which are taken out of it."""
    sheets = ["".join(element.itertext()) for element in page.iter("style")]
    etree.strip_elements(page, "style", with_tail=False)
    return sheets


def _is_cut_short(text: str) -> bool:
    """Whether the last table of a page is never closed: rows after the cut are gone, and a figure halved."""
    lowered = text.lower()
    return lowered.rfind("<td") > max(lowered.rfind("</table"), lowered.rfind("</html"))
