"""Tells binary files apart by their first bytes and by what a container holds.

Workbooks come in two containers: ZIP (xlsx, xlsb, ods) and OLE (xls; and any workbook with a password).
Both also hold things that are not workbooks.
"""

import lzma
import re
import zipfile
import zlib
from io import BytesIO

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.results import ContentFormat
from schemas.issues import Finding

ZIP_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")
OLE_SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

FOREIGN_SIGNATURES = (
    (b"%PDF-", "PDF"),
    (b"\xff\xd8\xff", "JPEG image"),
    (b"\x89PNG\r\n\x1a\n", "PNG image"),
    (b"GIF8", "GIF image"),
    (b"BM", "BMP image"),
    (b"II*\x00", "TIFF image"),
    (b"MM\x00*", "TIFF image"),
    (b"{\\rtf", "Word document (rtf)"),
    (b"Rar!\x1a\x07", "RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "7z archive"),
    (b"PAR1", "Parquet file"),
    (b"SQLite format 3\x00", "SQLite database"),
    (b"\x00\x01\x00\x00Standard ", "Access database"),
    (b"MZ", "program"),
)
"""First bytes of files that people attach by mistake; the two-letter ones also begin words."""

_SHORTEST_SURE_SIGNATURE = 3

_OLE_HEADER_LENGTH = 512
_OLE_WORKBOOK_STREAMS = ("Workbook", "Book")
_OLE_ENCRYPTED_STREAM = "EncryptedPackage"
_OLE_FOREIGN_STREAMS = (
    ("WordDocument", "Word document"),
    ("PowerPoint Document", "PowerPoint presentation"),
    ("__properties_version1.0", "Outlook message"),
)

# A workbook stream opens with a BOF record (BIFF8 or BIFF5); a FILEPASS record behind it, with perhaps
# a WRITEPROT between, says that all the rest is encrypted.
_FILEPASS = re.compile(
    rb"\x09\x08(?:\x10\x00\x00\x06\x05\x00.{12}|\x08\x00\x00\x05\x05\x00.{4})(?:\x86\x00\x00\x00)?\x2f\x00",
    re.DOTALL,
)

# An embedded workbook shows in a document's types as well; only a main part makes the file a workbook.
_XLSX_MAIN_PART = re.compile(
    rb"(?:spreadsheetml\.(?:sheet|template)|ms-excel\.(?:sheet|template)\.macroEnabled)\.main\+xml",
    re.IGNORECASE,
)
_XLSB_MAIN_PART = b"ms-excel.sheet.binary.macroEnabled.main"

_ZIP_PARTS = (
    ("word/", "Word document"),
    ("ppt/", "PowerPoint presentation"),
)
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument."


def foreign_kind(content: bytes) -> str | None:
    """Names a file that is no workbook by its first bytes.

    Args:
        content: The whole file.

    Returns:
        What it is, in English for a finding's `kind`; None where the first bytes are none of those known.
    """
    for signature, kind in FOREIGN_SIGNATURES:
        sure = len(signature) >= _SHORTEST_SURE_SIGNATURE or b"\x00" in content[:64]
        if sure and content.startswith(signature):
            return kind
    return None


def ole_format(content: bytes) -> ContentFormat:
    """Tells what an OLE file holds.

    Args:
        content: The whole file, beginning with the OLE signature.

    Returns:
        Always `XLS`.

    Raises:
        UnreadableDeliveryError: `FI002` if it needs a password, `FI003` if it holds something else,
            `FI004` if it is cut short.
    """
    if _is_cut_short(content):
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "incomplete OLE file"}))
    if _has_stream(content, _OLE_ENCRYPTED_STREAM):
        raise UnreadableDeliveryError(Finding("FI002"))
    if any(_has_stream(content, name) for name in _OLE_WORKBOOK_STREAMS):
        if _FILEPASS.search(content):
            raise UnreadableDeliveryError(Finding("FI002"))
        return ContentFormat.XLS
    kind = next((kind for name, kind in _OLE_FOREIGN_STREAMS if _has_stream(content, name)), "unknown binary")
    raise UnreadableDeliveryError(Finding("FI003", params={"kind": kind}))


def _is_cut_short(content: bytes) -> bool:
    # The directory often stands near the end, so that a file cut short has lost it.
    if len(content) < _OLE_HEADER_LENGTH:
        return True
    sector_size, directory_sector = 1 << (content[30] & 0xF), int.from_bytes(content[48:52], "little")
    return len(content) < sector_size * (directory_sector + 2)


def _has_stream(content: bytes, name: str) -> bool:
    # A directory entry opens with 64 bytes of name in UTF-16 and the length of that name in bytes.
    padded = name.encode("utf-16-le").ljust(64, b"\x00")
    return padded + (2 * len(name) + 2).to_bytes(2, "little") in content


def zip_format(content: bytes, limits: Limits) -> ContentFormat:
    """Tells what a ZIP file holds, without unpacking it.

    Args:
        content: The whole file, beginning with a ZIP signature.
        limits: The bounds of reading.

    Raises:
        UnreadableDeliveryError: `FI002` if it needs a password, `FI003` if it is a document, `FI004`
            if it is cut short, `FI006` if it unpacks to more than allowed.
    """
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            limits.refuse_oversize_unpacked(sum(part.file_size for part in parts), len(content))
            return _format_of_archive(archive)
    except zipfile.BadZipFile as error:
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "incomplete ZIP file"})) from error
    except (OSError, EOFError, ValueError, NotImplementedError, zlib.error, lzma.LZMAError) as error:
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "damaged ZIP file"})) from error


def _format_of_archive(archive: zipfile.ZipFile) -> ContentFormat:
    names = archive.namelist()
    if any(part.flag_bits & 1 for part in archive.infolist()):
        raise UnreadableDeliveryError(Finding("FI002"))
    if "[Content_Types].xml" in names:
        return _office_format(archive.read("[Content_Types].xml"), names)
    if "mimetype" in names:
        return _open_document_format(archive)
    return ContentFormat.ARCHIVE


def _office_format(content_types: bytes, names: list[str]) -> ContentFormat:
    # The types tell more than the parts' names, which writers other than Excel choose freely.
    if _XLSB_MAIN_PART in content_types:
        return ContentFormat.XLSB
    if _XLSX_MAIN_PART.search(content_types):
        return ContentFormat.XLSX
    kind = next(
        (kind for part, kind in _ZIP_PARTS if any(name.startswith(part) for name in names)), "ZIP archive"
    )
    raise UnreadableDeliveryError(Finding("FI003", params={"kind": kind}))


def _open_document_format(archive: zipfile.ZipFile) -> ContentFormat:
    media_type = archive.read("mimetype").decode("ascii", "replace").strip()
    if not media_type.startswith(_OPEN_DOCUMENT + "spreadsheet"):
        is_document = media_type.startswith(_OPEN_DOCUMENT)
        kind = f"OpenDocument {media_type.removeprefix(_OPEN_DOCUMENT)}" if is_document else "ZIP archive"
        raise UnreadableDeliveryError(Finding("FI003", params={"kind": kind}))
    manifest = "META-INF/manifest.xml"
    if manifest in archive.namelist() and b"encryption-data" in archive.read(manifest):
        raise UnreadableDeliveryError(Finding("FI002"))
    return ContentFormat.ODS
