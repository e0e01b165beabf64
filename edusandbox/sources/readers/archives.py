"""Opens archives: gzip, or ZIP with one or more deliveries in it. Nothing is written to disk."""

import gzip
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import PurePosixPath

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.file_names import is_meant
from edusandbox.sources.limits import Limits
from schemas.issues import Finding

GZIP_SIGNATURE = b"\x1f\x8b"
_UTF8_NAME = 0x800
_ENCRYPTED = 0x1
_SYSTEM_FOLDERS = {"__macosx"}
_CHUNK_BYTES = 1_000_000
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    OSError,
    EOFError,
    ValueError,
    NotImplementedError,
)


def unpack_gzip(content: bytes, limits: Limits) -> bytes:
    """Unpacks a gzip file, as far as the limits allow.

    Raises:
        UnreadableDeliveryError: `FI004` if it is damaged, `FI006` if it unpacks to too much.
    """
    unpacked = bytearray()
    try:
        with gzip.GzipFile(fileobj=BytesIO(content)) as stream:
            while chunk := stream.read(_CHUNK_BYTES):
                unpacked += chunk
                limits.refuse_oversize_unpacked(len(unpacked), len(content))
    except (OSError, EOFError, zlib.error) as error:
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "damaged gzip file"})) from error
    return bytes(unpacked)


def archive_members(content: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """Gives the files in a ZIP archive, in the order of their paths.

    Lock files, hidden files and what systems leave are passed over. The archive as a whole was measured
    before it was opened.

    Args:
        content: The whole archive.
        limits: The bounds of reading.

    Yields:
        Path within the archive, and bytes.

    Raises:
        UnreadableDeliveryError: `FI002` for a member with a password, `FI004` for a damaged one, `FI008`
            for a path that leads out of the archive, `FI009` for too many members.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        members = [(member_path(each), each) for each in archive.infolist() if not each.is_dir()]
        for path, _ in members:
            _refuse_climbing(path)
        taken = [(path, member) for path, member in members if _is_taken(path)]
        if len(taken) > limits.archive_files:
            raise UnreadableDeliveryError(
                Finding("FI009", params={"files": len(taken), "limit": limits.archive_files})
            )
        for path, member in sorted(taken, key=lambda pair: pair[0]):
            yield path, _read(archive, member)


def _read(archive: zipfile.ZipFile, member: zipfile.ZipInfo) -> bytes:
    if member.flag_bits & _ENCRYPTED:
        raise UnreadableDeliveryError(Finding("FI002"))
    try:
        return archive.read(member)
    except _DAMAGED as error:
        raise UnreadableDeliveryError(Finding("FI004", params={"reason": "damaged ZIP file"})) from error


def member_path(member: zipfile.ZipInfo) -> str:
    """The path as the sender sees it: older programs on a Thai Windows write it in Windows-874."""
    name = member.orig_filename
    if not member.flag_bits & _UTF8_NAME:
        raw = name.encode("cp437", "replace")
        for encoding in ("utf-8", "cp874"):
            try:
                name = raw.decode(encoding)
                break
            except UnicodeDecodeError:
                continue
    return name.replace("\\", "/").partition("\x00")[0]


def _refuse_climbing(path: str) -> None:
    parts = path.split("/")
    if path.startswith("/") or ".." in parts or ":" in parts[0]:
        raise UnreadableDeliveryError(Finding("FI008", params={"path": path}))


def _is_taken(path: str) -> bool:
    *folders, name = PurePosixPath(path).parts
    return is_meant(name) and not any(
        folder.startswith(".") or folder.casefold() in _SYSTEM_FOLDERS for folder in folders
    )
