"""Folders anywhere that fsspec reaches: a local disk, memory, S3, SFTP."""

import os
import uuid
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from fsspec import AbstractFileSystem
from fsspec.core import url_to_fs
from fsspec.implementations.local import LocalFileSystem

_UNFINISHED = ".part"


def open_folder(url: str) -> tuple[AbstractFileSystem, str]:
    """Finds the file system of a folder.

    Args:
        url: A local path, or an address such as `file:///data/inbox`, `memory://inbox`, `s3://bucket/inbox`.

    Returns:
        The file system, and the folder's path on it without a closing `/`.

    Raises:
        ValueError: The address names a protocol that fsspec does not know.
        ImportError: The protocol needs a package that is not installed.
    """
    file_system, path = url_to_fs(url)
    return file_system, str(path).rstrip("/")


def address_of(file_system: AbstractFileSystem, path: str) -> str:
    """Names a file for people and programs outside.

    Args:
        file_system: Where it is.
        path: Its path there.

    Returns:
        The path itself on a local disk, otherwise an address such as `s3://bucket/inbox/file.xlsx`.
    """
    if isinstance(file_system, LocalFileSystem):
        return path
    return str(file_system.unstrip_protocol(path))


def write_whole(file_system: AbstractFileSystem, path: str, content: bytes) -> None:
    """Writes a file so that no reader ever sees a part of it, and makes the folders it needs.

    A local disk gets a temporary name that is moved once the bytes are safely down; object stores show
    an object only when it is complete.

    Args:
        file_system: Where.
        path: The file's path on it.
        content: Its bytes.

    Raises:
        OSError: The storage refused.
    """
    file_system.makedirs(path.rpartition("/")[0], exist_ok=True)
    if isinstance(file_system, LocalFileSystem):
        _write_and_move(Path(path), content)
    else:
        file_system.pipe_file(path, content)


def remove_unfinished(file_system: AbstractFileSystem, folder: str, before: datetime) -> None:
    """Removes what writers that were killed have left below a folder: files under a temporary name.

    Args:
        file_system: Where; only a local disk has such files.
        folder: The folder.
        before: Files written since then are left, because their writer may live.

    Raises:
        OSError: The storage refused.
    """
    if isinstance(file_system, LocalFileSystem):
        for path in Path(folder).rglob(f".*{_UNFINISHED}"):
            with suppress(FileNotFoundError):
                if path.stat().st_mtime < before.timestamp():
                    path.unlink()


def _write_and_move(path: Path, content: bytes) -> None:
    # The leading dot keeps `list_files` from taking an unfinished file for a delivery.
    temporary = path.with_name(f".{uuid.uuid4().hex}{_UNFINISHED}")
    try:
        with temporary.open("xb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
