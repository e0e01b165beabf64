"""Writes a table as an OpenDocument spreadsheet whose bytes depend on nothing but the table."""

import io
import zipfile
from collections.abc import Mapping

from lxml import etree

from edusandbox.samples.tables import Cell, SampleTable
from transforms.grid import MergedRange, cell_text

_MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
_NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns"
_NAMESPACES = {name: f"{_NAMESPACE}:{name}:1.0" for name in ("office", "table", "text", "manifest")}
_WRITTEN = (1980, 1, 1, 0, 0, 0)


def ods_bytes(table: SampleTable) -> bytes:
    """Writes a table with its merged blocks as an ods workbook of one sheet."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        # The format asks for the type first and uncompressed, so that it can be read without unzipping.
        archive.writestr(zipfile.ZipInfo("mimetype", _WRITTEN), _MIMETYPE)
        for name, root in (("META-INF/manifest.xml", _manifest()), ("content.xml", _document(table))):
            part = zipfile.ZipInfo(name, _WRITTEN)
            part.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(part, etree.tostring(root, xml_declaration=True, encoding="UTF-8"))
    return content.getvalue()


def _qualified(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{_NAMESPACES[prefix]}}}{local}"


def _element(name: str, attributes: Mapping[str, str], *children: etree._Element) -> etree._Element:
    namespaces = {prefix: _NAMESPACES[prefix] for prefix in ("office", "table", "text")}
    element = etree.Element(_qualified(name), nsmap=namespaces)
    for key, value in attributes.items():
        element.set(_qualified(key), value)
    element.extend(children)
    return element


def _manifest() -> etree._Element:
    root = etree.Element(_qualified("manifest:manifest"), nsmap={"manifest": _NAMESPACES["manifest"]})
    root.set(_qualified("manifest:version"), "1.2")
    for path, kind in (("/", _MIMETYPE), ("content.xml", "text/xml")):
        entry = etree.SubElement(root, _qualified("manifest:file-entry"))
        entry.set(_qualified("manifest:full-path"), path)
        entry.set(_qualified("manifest:media-type"), kind)
    return root


def _document(table: SampleTable) -> etree._Element:
    blocks, covered = table.blocks(), table.covered()
    lines = []
    for row, values in enumerate(table.rows, start=1):
        places = [(row, column) for column in range(1, len(values) + 1)]
        cells = (
            _element("table:covered-table-cell", {}) if place in covered else _cell(value, blocks.get(place))
            for place, value in zip(places, values, strict=True)
        )
        lines.append(_element("table:table-row", {}, *cells))
    sheet = _element("table:table", {"table:name": table.sheet_name}, *lines)
    body = _element("office:body", {}, _element("office:spreadsheet", {}, sheet))
    return _element("office:document-content", {"office:version": "1.2"}, body)


def _cell(value: Cell, block: MergedRange | None) -> etree._Element:
    attributes = {}
    if block is not None:
        attributes["table:number-rows-spanned"] = str(block.last_row - block.first_row + 1)
        attributes["table:number-columns-spanned"] = str(block.last_column - block.first_column + 1)
    if value is None:
        return _element("table:table-cell", attributes)
    if isinstance(value, str):
        attributes["office:value-type"] = "string"
    else:
        attributes |= {"office:value-type": "float", "office:value": repr(value)}
    paragraph = _element("text:p", {})
    paragraph.text = cell_text(value)
    return _element("table:table-cell", attributes, paragraph)
