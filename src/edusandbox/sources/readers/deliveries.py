"""Reads a delivery: from bytes to grids, by what the bytes are and not by what the file is called."""

from pathlib import PurePosixPath

from edusandbox.issues import Finding
from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import DEFAULT_LIMITS, Limits
from edusandbox.sources.readers.containers import (
    OLE_SIGNATURE,
    ZIP_SIGNATURES,
    foreign_kind,
    ole_format,
    zip_format,
)
from edusandbox.sources.readers.delimited import read_delimited
from edusandbox.sources.readers.encodings import decode_text
from edusandbox.sources.readers.results import FITTING_ENDINGS, KIND_NAMES, ContentFormat, ReadResult
from edusandbox.sources.readers.webpage import declared_encoding, is_web_page, read_web_page
from edusandbox.sources.readers.workbooks import hidden_sheet_findings, read_workbook
from edusandbox.transforms.grid import Grid

_XML_SPREADSHEET = "urn:schemas-microsoft-com:office:spreadsheet"
_OPENING_LENGTH = 4096


def read_delivery(content: bytes, file_name: str, limits: Limits = DEFAULT_LIMITS) -> ReadResult:
    """Reads a delivery's tables.

    Args:
        content: The whole file.
        file_name: Its name; only its ending is looked at, and only for a notice.
        limits: The bounds of reading.

    Returns:
        The tables with any cell in them, and notices: `FI101` where the name's ending promises another
        format (none where it has no ending), `FI102` for each hidden sheet.

    Raises:
        UnreadableDeliveryError: `FI001` empty file, `FI002` password, `FI003` no workbook, table or web
            page, `FI004` damaged, `FI005` unknown encoding, `FI006` too large, `FI007` no cell anywhere.
    """
    if not content:
        raise UnreadableDeliveryError(Finding("FI001"))
    limits.refuse_oversize_delivery(len(content))
    content_format, grids = _read(content, limits)
    if not grids:
        raise UnreadableDeliveryError(Finding("FI007"))
    findings = _ending_findings(file_name, content_format) + hidden_sheet_findings(grids)
    return ReadResult(grids, findings, content_format)


def _read(content: bytes, limits: Limits) -> tuple[ContentFormat, tuple[Grid, ...]]:
    if content.startswith(ZIP_SIGNATURES):
        content_format = zip_format(content, limits)
        return content_format, read_workbook(content, content_format, limits)
    if content.startswith(OLE_SIGNATURE):
        content_format = ole_format(content)
        return content_format, read_workbook(content, content_format, limits)
    return _read_text(content, limits)


def _read_text(content: bytes, limits: Limits) -> tuple[ContentFormat, tuple[Grid, ...]]:
    kind = foreign_kind(content)
    text = None if kind else decode_text(content, declared_encoding(content))
    if text is None:
        raise _foreign(kind or "unknown binary")
    opening = text[:_OPENING_LENGTH].lstrip()
    if opening.startswith("MIME-Version:"):
        raise _foreign("web archive (mht)")
    if is_web_page(text):
        return ContentFormat.HTML, read_web_page(text, limits)
    if opening.startswith("<?xml"):
        raise _foreign("XML spreadsheet (Excel 2003)" if _XML_SPREADSHEET in opening else "XML file")
    return ContentFormat.CSV, read_delimited(text, limits)


def _foreign(kind: str) -> UnreadableDeliveryError:
    return UnreadableDeliveryError(Finding("FI003", params={"kind": kind}))


def _ending_findings(file_name: str, content_format: ContentFormat) -> tuple[Finding, ...]:
    ending = PurePosixPath(file_name).suffix.lower()
    if not ending or ending in FITTING_ENDINGS[content_format]:
        return ()
    return (Finding("FI101", params={"ending": ending, "kind": KIND_NAMES[content_format]}),)
