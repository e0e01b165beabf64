"""Finds out what a file is and gives the texts that it holds outside its cells."""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from edusandbox.sources.limits import DEFAULT_LIMITS, Limits
from edusandbox.sources.readers.archives import GZIP_SIGNATURE, archive_members, member_path, unpack_gzip
from edusandbox.sources.readers.containers import OLE_SIGNATURE, ZIP_SIGNATURES
from edusandbox.sources.readers.encodings import decode_text
from edusandbox.sources.readers.outside_cells.binary_parts import binary_texts
from edusandbox.sources.readers.outside_cells.office_parts import office_texts
from edusandbox.sources.readers.outside_cells.open_document_parts import open_document_texts
from edusandbox.sources.readers.outside_cells.page_parts import (
    page_texts_outside,
    spreadsheet_xml_texts,
    web_archive_texts,
)
from edusandbox.sources.readers.outside_cells.texts import (
    ARCHIVE_COMMENTS,
    ARCHIVE_NAMES,
    OutsideText,
    as_far_as_sound,
    distinct,
    lines_of,
    narrow_text,
)
from edusandbox.sources.readers.spreadsheet_xml import NAMESPACE as SPREADSHEET_XML
from edusandbox.sources.readers.web_archive import is_web_archive
from edusandbox.sources.readers.webpage import declared_encoding, is_web_page

_OPENING_LENGTH = 4096
_TAG = re.compile(rb"<\x00?[!?A-Za-z]")
_GZIP_EXTRA, _GZIP_NAME, _GZIP_COMMENT, _GZIP_HEAD = 4, 8, 16, 10


def texts_outside_cells(content: bytes, limits: Limits = DEFAULT_LIMITS) -> tuple[OutsideText, ...]:
    """Gives the texts of a file that are in none of its cells: comments, properties, headers, names ...

    Args:
        content: The whole file, which could be read: what it unpacks to has been measured.
        limits: The bounds of reading.

    Returns:
        Texts that could tell of a person, each once; those found so far where the file is damaged.
    """
    return tuple(distinct(as_far_as_sound(_texts(content, limits))))


def names_within(content: bytes) -> tuple[OutsideText, ...]:
    """Gives the names and comments in an archive without unpacking it: of a file that could not be read.

    Args:
        content: The whole file.
    """
    return tuple(distinct(as_far_as_sound(_names(content))))


def _texts(content: bytes, limits: Limits, *, is_member: bool = False) -> Iterator[OutsideText]:
    if content.startswith(GZIP_SIGNATURE):
        yield from as_far_as_sound(_gzip_names(content))
        if not is_member:
            yield from _texts(unpack_gzip(content, limits), limits, is_member=True)
    elif content.startswith(ZIP_SIGNATURES):
        yield from _zip_texts(content, limits, is_member=is_member)
    elif content.startswith(OLE_SIGNATURE):
        yield from binary_texts(content)
    elif is_web_archive(content):
        yield from web_archive_texts(content)
    elif _TAG.search(content[:_OPENING_LENGTH]):
        yield from _markup_texts(content)


def _zip_texts(content: bytes, limits: Limits, *, is_member: bool) -> Iterator[OutsideText]:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        yield from as_far_as_sound(_zip_names(archive))
        names = archive.namelist()
        if "[Content_Types].xml" in names:
            yield from office_texts(archive)
        elif "mimetype" in names:
            yield from open_document_texts(archive)
        elif not is_member:
            for _, member in archive_members(content, limits):
                yield from as_far_as_sound(_texts(member, limits, is_member=True))


def _markup_texts(content: bytes) -> Iterator[OutsideText]:
    text = decode_text(content, declared_encoding(content)) or ""
    if SPREADSHEET_XML in text[:_OPENING_LENGTH]:
        yield from spreadsheet_xml_texts(text)
    elif is_web_page(text):
        yield from page_texts_outside(text)


def _names(content: bytes) -> Iterator[OutsideText]:
    if content.startswith(GZIP_SIGNATURE):
        yield from _gzip_names(content)
    elif content.startswith(ZIP_SIGNATURES):
        with zipfile.ZipFile(BytesIO(content)) as archive:
            yield from _zip_names(archive)


def _zip_names(archive: zipfile.ZipFile) -> Iterator[OutsideText]:
    yield from lines_of(ARCHIVE_COMMENTS, narrow_text(archive.comment))
    for part in archive.infolist():
        yield from lines_of(ARCHIVE_NAMES, member_path(part))
        if part.comment:
            yield from lines_of(ARCHIVE_COMMENTS, narrow_text(part.comment))


def _gzip_names(content: bytes) -> Iterator[OutsideText]:
    """The name and the comment in the head of a gzip file (RFC 1952)."""
    flags, place = content[3], _GZIP_HEAD
    if flags & _GZIP_EXTRA:
        place += 2 + int.from_bytes(content[place : place + 2], "little")
    for flag, kind in ((_GZIP_NAME, ARCHIVE_NAMES), (_GZIP_COMMENT, ARCHIVE_COMMENTS)):
        if flags & flag:
            end = content.index(b"\x00", place)
            yield from lines_of(kind, narrow_text(content[place:end]))
            place = end + 1
