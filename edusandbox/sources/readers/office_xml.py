"""Looks into an xlsx workbook for what calamine leaves out: errors, marks, formats, stray far cells."""

import re
import zipfile
from collections.abc import Iterator, Mapping
from html import unescape
from io import BytesIO
from itertools import chain, pairwise, starmap
from operator import ge, itemgetter

from lxml import etree

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.cell_styles import TRUE, CellStyles, xlsx_styles
from edusandbox.sources.readers.office_parts import Parts, workbook_part, worksheet_parts
from edusandbox.sources.readers.page_headers import header_lines
from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.sources.readers.sheet_scan import MOST_COLUMNS, read_place, scan_sheet, typed_runs
from edusandbox.sources.readers.shown_cells import Book, TypedRuns, keeps_runs

_RELATIONSHIP_ID = re.compile(r"\{[^}]*/relationships\}id$")
_DIMENSION = re.compile(rb"<(?:\w+:)?dimension\b[^>]*\bref=\"(?:[A-Z]+\d+:)?([A-Z]+\d+)\"")
_LAST_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\br=\"(\d+)\"")
# The tag of a row is not longer, or the row is not looked at.
_ROW_NUMBER = re.compile(rb"<row [^>]{0,490}?\br=\"(\d+)\"")
_NO_VALUE = rb"""\b[^<>]*(?:/>|>[^<]*</(?:\w+:)?f>)\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</|</(?:\w+:)?c>)"""
# Each begins with plain text, which is found fifteen times faster than any of several beginnings.
_WORTH_PARSING = tuple(
    map(
        re.compile,
        (
            rb"""t=["']e["']""",
            rb"""hidden=["'](?:1|true)["']""",
            b"<f" + _NO_VALUE,
            b":f" + _NO_VALUE,
        ),
    )
)
_PRINTED = re.compile(rb"<(?:\w+:)?(?:odd|first)(?P<part>Header|Footer)>(?P<text>[^<]*)<")
_MARKS = (b"vertAlign", b"strike")
# A number other than zero that follows a formula: somebody has calculated the sheet.
_RESULT = re.compile(
    rb"<(?:\w+:)?c(?=\s)(?![^>]*\st=\"(?!n\"))[^>]*>\s*<(?:\w+:)?f[^>]*>[^<]*</(?:\w+:)?f>\s*<(?:\w+:)?v>(?!0<)[^<]"
)
_HEAD_LENGTH = 4096
_LONGEST_PREFIX = 20


def xlsx_details(content: bytes, limits: Limits) -> Mapping[str, SheetDetails]:
    """Finds what calamine leaves out of an xlsx workbook.

    A sheet is parsed only where it shows an error, hides something, has a formula without a value or a cell
    that may show something else than is stored in it, or seems to reach too far; all others cost a search.

    Args:
        content: The whole workbook.
        limits: The bounds of reading.

    Returns:
        Details by sheet name.

    Raises:
        UnreadableDeliveryError: `FI006` if a sheet's filled cells reach too far.
        zipfile.BadZipFile: A part is damaged.
        lxml.etree.XMLSyntaxError: A part is not XML.
        KeyError: A part is missing.
        ValueError: A cell or a row has no valid reference, or a row stands twice.
    """
    found = {}
    with zipfile.ZipFile(BytesIO(content)) as archive:
        parts = Parts(archive)
        book = _read_book(parts)
        for sheet, part in worksheet_parts(parts, _xml_sheets):
            xml = parts.read(part)
            _refuse_rows_twice(xml)
            is_worth_it = _is_worth_parsing(xml, book) or _may_reach_too_far(xml, limits)
            details = scan_sheet(sheet, xml, book, limits) if is_worth_it else book.new_details()
            details.text_above, details.text_below = _printed(xml)
            found[sheet] = details
    return found


def _read_book(parts: Parts) -> Book:
    workbook = workbook_part(parts)
    root = etree.fromstring(parts.read(workbook))
    properties, calculation = root.find("{*}workbookPr"), root.find("{*}calcPr")
    styles = xlsx_styles(parts.read_related(workbook, "styles"))
    return Book(
        styles,
        _shared_runs(parts.read_related(workbook, "sharedStrings"), styles),
        is_1904=properties is not None and properties.get("date1904") in TRUE,
        is_uncalculated=calculation is not None and calculation.get("fullCalcOnLoad") in TRUE,
    )


def _shared_runs(part: bytes, styles: CellStyles) -> dict[int, TypedRuns]:
    """Shared texts in which characters are marked, or all where a style may change texts."""
    if not part or not (styles.needs_texts or any(each in part for each in _MARKS)):
        return {}
    found = {}
    items = etree.iterparse(BytesIO(part), tag="{*}si", resolve_entities=False, huge_tree=True)
    for number, (_, item) in enumerate(items):
        runs = typed_runs(item)
        if keeps_runs(runs, styles):
            found[number] = runs
        item.clear()
    return found


def _is_worth_parsing(xml: bytes, book: Book) -> bool:
    return (
        any(each.search(xml) for each in _WORTH_PARSING)
        or book.has_marked_texts
        or any(each in xml for each in _MARKS)
        or book.styles.may_change(xml)
        or ((b"<f" in xml or b":f" in xml) and (book.is_uncalculated or _RESULT.search(xml) is None))
    )


def _xml_sheets(workbook: bytes) -> Iterator[tuple[str, str]]:
    for sheet in etree.fromstring(workbook).iter("{*}sheet"):
        keys = (str(value) for name, value in sheet.attrib.items() if _RELATIONSHIP_ID.search(str(name)))
        yield str(sheet.get("name")), next(keys, "")


def _printed(xml: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Lines of the printed page's header and footer, which stand behind the rows."""
    found: dict[bytes, list[str]] = {b"Header": [], b"Footer": []}
    for match in _PRINTED.finditer(xml, max(xml.rfind(b"</sheetData>"), xml.rfind(b":sheetData>"), 0)):
        found[match["part"]] += header_lines(unescape(match["text"].decode("utf-8", "replace")))
    above, below = (tuple(dict.fromkeys(lines)) for lines in found.values())
    return above, below


def _refuse_rows_twice(xml: bytes) -> None:
    """Stops at a row that stands where an earlier one stands: its cells would take the others' place."""
    # Not all of them at once: a hostile part may hold twenty million, and stops at the second.
    numbers = map(int, map(itemgetter(1), _ROW_NUMBER.finditer(xml)))
    if any(starmap(ge, pairwise(chain([0], numbers)))):
        raise ValueError("a row stands twice")


def _may_reach_too_far(xml: bytes, limits: Limits) -> bool:
    # The space keeps <rowBreaks out; a prefix such as <x:row is short.
    last_rows = _LAST_ROW.findall(xml, max(xml.rfind(b"<row "), xml.rfind(b":row ") - _LONGEST_PREFIX, 0))
    last_row = int(last_rows[-1]) if last_rows else 0
    if last_row * MOST_COLUMNS <= limits.cells:
        return False
    dimension = _DIMENSION.search(xml[:_HEAD_LENGTH])
    if dimension is None:
        return True
    row, column = read_place(dimension[1].decode("ascii"))
    return row < last_row or row * column > limits.cells
