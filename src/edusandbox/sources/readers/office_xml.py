"""Looks into the sheets of an xlsx workbook for errors shown in cells and for stray far cells."""

import posixpath
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from io import BytesIO
from itertools import chain, pairwise, starmap
from operator import ge, itemgetter

from lxml import etree

from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.sheet_details import UNNAMED_ERROR, SheetDetails

_RELATIONSHIP_ID = re.compile(r"\{[^}]*/relationships\}id$")
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d+)$")
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
_TRUE = {"1", "true"}
_HEAD_LENGTH = 4096
_LONGEST_PREFIX = 20
_MOST_COLUMNS = 16_384


def xlsx_details(content: bytes, limits: Limits) -> Mapping[str, SheetDetails]:
    """Finds what calamine leaves out of an xlsx workbook.

    A sheet is parsed only where it shows an error, hides something, has a formula without a value or seems
    to reach too far; all others cost a search.

    Args:
        content: The whole workbook.
        limits: The bounds of reading.

    Returns:
        Details by sheet name, for worksheets that have any.

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
        for sheet, part in worksheet_parts(parts, _xml_sheets):
            xml = parts.read(part)
            _refuse_rows_twice(xml)
            if any(each.search(xml) for each in _WORTH_PARSING) or _may_reach_too_far(xml, limits):
                found[sheet] = _parse_sheet(sheet, xml, limits)
    return found


class Parts:
    """A workbook's parts by name; some writers differ from their own references in case and slashes."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        """Keeps the archive.

        Args:
            archive: The workbook, open.
        """
        self._archive = archive
        self._names = {self._plain(name): name for name in archive.namelist()}

    def read(self, name: str) -> bytes:
        """A part's bytes.

        Raises:
            KeyError: There is no such part.
        """
        return self._archive.read(self._names.get(self._plain(name), name))

    @staticmethod
    def _plain(name: str) -> str:
        return name.replace("\\", "/").lower()


def worksheet_parts(
    parts: Parts, list_sheets: Callable[[bytes], Iterable[tuple[str, str]]]
) -> Iterator[tuple[str, str]]:
    """Finds the parts that hold a workbook's worksheets.

    Args:
        parts: The workbook's parts.
        list_sheets: Gives name and relationship of each sheet from the workbook's own part.

    Yields:
        The sheet's name, and the name of its part.

    Raises:
        KeyError: A part is missing.
        lxml.etree.XMLSyntaxError: A part is not XML.
    """
    workbook = next((target for kind, _, target in _relationships(parts, "") if kind == "officeDocument"), "")
    targets = {key: target for kind, key, target in _relationships(parts, workbook) if kind == "worksheet"}
    for name, key in list_sheets(parts.read(workbook)):
        if key in targets:
            yield name, targets[key]


def _xml_sheets(workbook: bytes) -> Iterator[tuple[str, str]]:
    for sheet in etree.fromstring(workbook).iter("{*}sheet"):
        keys = (str(value) for name, value in sheet.attrib.items() if _RELATIONSHIP_ID.search(str(name)))
        yield str(sheet.get("name")), next(keys, "")


def _relationships(parts: Parts, part: str) -> Iterator[tuple[str, str, str]]:
    """Gives the kind, key and target of each part that a part points to; '' is the workbook as a whole."""
    folder, name = posixpath.split(part)
    xml = parts.read(posixpath.join(folder, "_rels", f"{name}.rels"))
    for each in etree.fromstring(xml).iter("{*}Relationship"):
        address = each.get("Target", "").replace("\\", "/")
        target = posixpath.normpath(posixpath.join("/", folder, address)).lstrip("/")
        yield each.get("Type", "").rpartition("/")[2], each.get("Id", ""), target


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
    if last_row * _MOST_COLUMNS <= limits.cells:
        return False
    dimension = _DIMENSION.search(xml[:_HEAD_LENGTH])
    if dimension is None:
        return True
    row, column = _place(dimension[1].decode("ascii"))
    return row < last_row or row * column > limits.cells


def _parse_sheet(sheet: str, xml: bytes, limits: Limits) -> SheetDetails:
    scan = _SheetScan()
    tags = ("{*}row", "{*}col")
    for _, element in etree.iterparse(BytesIO(xml), tag=tags, resolve_entities=False, huge_tree=True):
        if etree.QName(element).localname == "col":
            scan.add_columns(element)
            continue
        scan.add_row(element)
        element.clear()
        # What was cleared still stands in its parent: a million empty rows would fill the memory.
        while (parent := element.getparent()) is not None and parent[0] is not element:
            del parent[0]
    limits.refuse_oversize_sheet(sheet, scan.row_count, scan.column_count)
    return scan.details


class _SheetScan:
    """One sheet while its rows pass by."""

    def __init__(self) -> None:
        self.details = SheetDetails()
        self.row_count = 0
        self.column_count = 0
        self._row = 0

    def add_columns(self, element: etree._Element) -> None:
        if element.get("hidden") in _TRUE:
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            self.details.hidden_columns |= set(range(first, min(last, _MOST_COLUMNS) + 1))

    def add_row(self, element: etree._Element) -> None:
        # Row numbers and references may be left out; then each follows the one before.
        self._row = row = int(element.get("r", self._row + 1))
        if element.get("hidden") in _TRUE:
            self.details.hidden_rows.add(row)
        filled = 0
        for position, cell in enumerate(element, start=1):
            if len(cell):
                filled = position
                self._add_cell(cell, row, position)
        if filled:
            self.row_count = row
            self.column_count = max(self.column_count, _column(element[filled - 1], filled))

    def _add_cell(self, cell: etree._Element, row: int, position: int) -> None:
        kind, value = cell.get("t"), cell.findtext("{*}v")
        if kind == "e":
            self.details.errors[row, _column(cell, position)] = value or UNNAMED_ERROR
        elif not value and kind != "str" and (formula := cell.find("{*}f")) is not None:
            self.details.formulas[row, _column(cell, position)] = f"={formula.text or ''}"


def _column(cell: etree._Element, position: int) -> int:
    reference = cell.get("r")
    return _place(reference)[1] if reference else position


def _place(reference: str) -> tuple[int, int]:
    match = _REFERENCE.match(reference)
    if match is None:
        raise ValueError(f"{reference!r} is not a cell reference")
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column
