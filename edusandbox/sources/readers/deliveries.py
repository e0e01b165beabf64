"""Reads a delivery: from bytes to grids, by what the bytes are and not by what the file is called."""

from dataclasses import replace
from pathlib import PurePosixPath

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import DEFAULT_LIMITS, Limits
from edusandbox.sources.readers.archives import GZIP_SIGNATURE, archive_members, unpack_gzip
from edusandbox.sources.readers.cell_marks import remark_findings
from edusandbox.sources.readers.cells import clean_cells
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
from edusandbox.sources.readers.spreadsheet_xml import NAMESPACE as SPREADSHEET_XML
from edusandbox.sources.readers.spreadsheet_xml import read_spreadsheet_xml
from edusandbox.sources.readers.web_archive import is_web_archive, read_web_archive
from edusandbox.sources.readers.webpage import declared_encoding, is_web_page, read_web_page
from edusandbox.sources.readers.workbooks import hidden_findings, read_workbook
from schemas.issues import Finding, Place
from transforms.grid import Grid

_OPENING_LENGTH = 4096
_XML_DECLARATION_LENGTH = 200
MEMBER_SEPARATOR = " › "
"""Between the path of a file in an archive and the name of its sheet."""


def read_delivery(content: bytes, file_name: str, limits: Limits = DEFAULT_LIMITS) -> ReadResult:
    """Reads a delivery's tables.

    Args:
        content: The whole file.
        file_name: Its name; only its ending is looked at, and only for a notice.
        limits: The bounds of reading.

    Returns:
        The tables with any cell in them, and notices: `FI101` where the name's ending promises another
        format (none where it has no ending), `FI102` for each hidden sheet, and what readers say
        (`FI103` to `FI109`).

    Raises:
        UnreadableDeliveryError: `FI001` empty file, `FI002` password, `FI003` no workbook, table or web
            page, `FI004` damaged, `FI005` unknown encoding, `FI006` too large, `FI007` no cell anywhere,
            `FI008` to `FI011` for an archive that cannot be taken, `FI015` for a cell without end,
            `FI016` for a quotation mark that is never closed.
    """
    if not content:
        raise UnreadableDeliveryError(Finding("FI001"))
    limits.refuse_oversize_delivery(len(content))
    try:
        content_format, read = _read(content, limits)
    except RecursionError as error:
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "nested too deeply"})) from error
    if not read:
        raise UnreadableDeliveryError(Finding("FI007"))
    grids, findings = clean_cells(read, limits)
    findings += _ending_findings(file_name, content_format) + hidden_findings(grids)
    findings += remark_findings(grids)
    return ReadResult(grids, findings, content_format)


def _read(
    content: bytes, limits: Limits, *, is_member: bool = False
) -> tuple[ContentFormat, tuple[Grid, ...]]:
    if content.startswith(GZIP_SIGNATURE):
        if is_member:
            raise UnreadableDeliveryError(Finding("FI010"))
        return ContentFormat.ARCHIVE, _read(unpack_gzip(content, limits), limits, is_member=True)[1]
    if content.startswith(ZIP_SIGNATURES):
        content_format = zip_format(content, limits)
        if content_format is ContentFormat.ARCHIVE:
            if is_member:
                raise UnreadableDeliveryError(Finding("FI010"))
            return content_format, _read_members(content, limits)
        return content_format, read_workbook(content, content_format, limits)
    if content.startswith(OLE_SIGNATURE):
        content_format = ole_format(content)
        return content_format, read_workbook(content, content_format, limits)
    if is_web_archive(content):
        return ContentFormat.WEB_ARCHIVE, read_web_archive(content, limits)
    return _read_text(content, limits)


def _read_members(content: bytes, limits: Limits) -> tuple[Grid, ...]:
    """The grids of all files in an archive; one that cannot be read makes the sums wrong, so that none is."""
    grids: list[Grid] = []
    for path, member in archive_members(content, limits):
        if not member:
            continue
        try:
            _, own = _read(member, limits, is_member=True)
        except UnreadableDeliveryError as error:
            reason = {"path": path, "code": error.finding.code}
            raise UnreadableDeliveryError(Finding("FI011", Place(sheet=path), reason)) from error
        for grid in own:
            name = f"{path}{MEMBER_SEPARATOR}{grid.sheet_name}"
            grids.append(replace(grid, sheet_name=name, sheet_number=len(grids) + 1))
        limits.refuse_oversize_sheet(path, 1, sum(each.row_count * each.column_count for each in grids))
    return tuple(grids)


def _read_text(content: bytes, limits: Limits) -> tuple[ContentFormat, tuple[Grid, ...]]:
    kind = foreign_kind(content)
    text = None if kind else decode_text(content, declared_encoding(content))
    if text is None:
        raise _foreign(kind or "unknown binary")
    opening = text[:_OPENING_LENGTH].lstrip()
    if SPREADSHEET_XML in opening and "<?xml" in opening[:_XML_DECLARATION_LENGTH]:
        return ContentFormat.SPREADSHEET_XML, read_spreadsheet_xml(text, limits)
    if is_web_page(text):
        return ContentFormat.HTML, read_web_page(text, limits)
    if opening.startswith("<?xml"):
        raise _foreign("XML file")
    return ContentFormat.CSV, read_delimited(text, limits)


def _foreign(kind: str) -> UnreadableDeliveryError:
    return UnreadableDeliveryError(Finding("FI003", params={"kind": kind}))


def _ending_findings(file_name: str, content_format: ContentFormat) -> tuple[Finding, ...]:
    ending = PurePosixPath(file_name).suffix.lower()
    if not ending or ending in FITTING_ENDINGS[content_format]:
        return ()
    return (Finding("FI101", params={"ending": ending, "kind": KIND_NAMES[content_format]}),)
