"""Makes the files that the tests of the readers read; nothing in them comes from a real agency."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter

HEADER = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง"]
ROWS = [HEADER, ["99010001", "บ้านตัวอย่าง", 12, 15], ["99010002", "วัดสมมติ ๒", 7, 0]]


def workbook_bytes(sheets: Mapping[str, Sequence[Sequence[Any]]], hidden: Sequence[str] = ()) -> bytes:
    """An xlsx workbook; None leaves a cell empty."""
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        for name, rows in sheets.items():
            worksheet = workbook.add_worksheet(name)
            for row, cells in enumerate(rows):
                for column, value in enumerate(cells):
                    if value is not None:
                        worksheet.write(row, column, value)
            if name in hidden:
                worksheet.hide()
    return content.getvalue()


def zip_bytes(parts: Mapping[str, str | bytes]) -> bytes:
    """A ZIP file with these parts."""
    content = BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return content.getvalue()


_ODS_OPENING = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
 office:version="1.2"><office:body><office:spreadsheet>"""
_ODS_CLOSING = "</office:spreadsheet></office:body></office:document-content>"
_ODS_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">{}</manifest:file-entry>
</manifest:manifest>"""


def ods_cell(text: str, attributes: str = "") -> str:
    """A text cell of an OpenDocument sheet."""
    opening = f'<table:table-cell office:value-type="string" {attributes}>'
    return f"{opening}<text:p>{text}</text:p></table:table-cell>"


def ods_bytes(*table_rows: str, encrypted: bool = False, media_type: str = "spreadsheet") -> bytes:
    """An OpenDocument spreadsheet with one sheet, แผ่น1, made of these table rows."""
    sheet = f'<table:table table:name="แผ่น1">{"".join(table_rows)}</table:table>'
    return zip_bytes(
        {
            "mimetype": f"application/vnd.oasis.opendocument.{media_type}",
            "content.xml": f"{_ODS_OPENING}{sheet}{_ODS_CLOSING}",
            "META-INF/manifest.xml": _ODS_MANIFEST.format("<manifest:encryption-data/>" if encrypted else ""),
        }
    )


def ole_bytes(*stream_names: str, body: bytes = b"") -> bytes:
    """The outline of an OLE file: its signature, a directory with these streams, a body."""
    entries = [
        name.encode("utf-16-le").ljust(64, b"\x00") + (2 * len(name) + 2).to_bytes(2, "little")
        for name in stream_names
    ]
    directory = b"".join(entry.ljust(128, b"\x00") for entry in entries).ljust(512, b"\x00")
    sector_size_exponent, directory_sector = (9).to_bytes(2, "little"), (1).to_bytes(4, "little")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(30, b"\x00") + sector_size_exponent
    return (
        (header.ljust(48, b"\x00") + directory_sector).ljust(512, b"\x00")
        + body.ljust(512, b"\x00")
        + directory
    )
