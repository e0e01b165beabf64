"""What reading a delivery gives."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from schemas.issues import Finding
from transforms.grid import Grid


class ContentFormat(StrEnum):
    """What a delivery's bytes are, whatever its name says."""

    XLSX = "xlsx"
    """Excel workbook since 2007, with or without macros."""
    XLSB = "xlsb"
    """Excel binary workbook since 2007."""
    XLS = "xls"
    """Excel workbook up to 2003."""
    ODS = "ods"
    """OpenDocument spreadsheet."""
    CSV = "csv"
    """Text with commas, semicolons or tabs between the cells."""
    HTML = "html"
    """Web page with tables."""
    SPREADSHEET_XML = "spreadsheet_xml"
    """Excel's XML workbook of 2003."""
    WEB_ARCHIVE = "web_archive"
    """Web page with its parts in one file (MHTML)."""
    ARCHIVE = "archive"
    """ZIP or gzip file with other deliveries in it."""


KIND_NAMES: Mapping[ContentFormat, str] = {
    ContentFormat.XLSX: "Excel workbook (xlsx)",
    ContentFormat.XLSB: "Excel workbook (xlsb)",
    ContentFormat.XLS: "Excel workbook (xls)",
    ContentFormat.ODS: "OpenDocument spreadsheet (ods)",
    ContentFormat.CSV: "text table (csv)",
    ContentFormat.HTML: "web page (html)",
    ContentFormat.SPREADSHEET_XML: "XML workbook (Excel 2003)",
    ContentFormat.WEB_ARCHIVE: "web archive (mht)",
    ContentFormat.ARCHIVE: "archive (zip, gzip)",
}
"""What findings call a format."""

FITTING_ENDINGS: Mapping[ContentFormat, tuple[str, ...]] = {
    ContentFormat.XLSX: (".xlsx", ".xlsm", ".xltx", ".xltm"),
    ContentFormat.XLSB: (".xlsb",),
    ContentFormat.XLS: (".xls", ".xlt"),
    ContentFormat.ODS: (".ods", ".ots"),
    ContentFormat.CSV: (".csv", ".tsv", ".tab", ".txt"),
    ContentFormat.HTML: (".html", ".htm", ".xhtml"),
    ContentFormat.SPREADSHEET_XML: (".xml",),
    ContentFormat.WEB_ARCHIVE: (".mht", ".mhtml"),
    ContentFormat.ARCHIVE: (".zip", ".gz", ".gzip"),
}
"""Endings of names that promise the format."""


@dataclass(frozen=True, slots=True)
class ReadResult:
    """A delivery's tables.

    Attributes:
        grids: Sheets with any cell in them, in the delivery's order; empty sheets and charts are left
            out but keep their number.
        findings: Notices on the reading, `FI101` to `FI109`.
        content_format: What the bytes are.
    """

    grids: tuple[Grid, ...]
    findings: tuple[Finding, ...]
    content_format: ContentFormat
