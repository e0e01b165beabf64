"""The landing store: every delivery's bytes, kept as they came, under their own digest."""

import hashlib
import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from fsspec import AbstractFileSystem

from edusandbox.sources.errors import DamagedBytesError, MissingBytesError
from edusandbox.sources.storage import address_of, open_folder, remove_unfinished, write_whole

_SHA256 = re.compile(r"[0-9a-f]{64}")


def digest_of(content: bytes) -> str:
    """Hex SHA-256, by which a delivery's bytes are known."""
    return hashlib.sha256(content).hexdigest()


@dataclass(frozen=True, slots=True)
class LandingStore:
    """Content-addressed storage of deliveries; holds only its address, so that any worker can open it.

    Attributes:
        url: The folder, as fsspec names it: a local path, `file://`, `memory://`, `s3://`.
    """

    url: str

    def put(self, content: bytes) -> str:
        """Keeps a delivery's bytes; the same bytes are written once.

        Args:
            content: The whole file.

        Returns:
            Hex SHA-256 of the bytes, by which `get` finds them.

        Raises:
            OSError: The storage refused.
        """
        sha256 = digest_of(content)
        file_system, path = self._locate(sha256)
        # A file of another length is what a full disk or a power cut left: it is written again.
        if _size_bytes(file_system, path) != len(content):
            write_whole(file_system, path, content)
        return sha256

    def get(self, sha256: str) -> bytes:
        """Gives a delivery's bytes back.

        Args:
            sha256: Hex digest, as `put` returned it.

        Raises:
            MissingBytesError: Nothing is stored under this digest.
            DamagedBytesError: The bytes stored have another digest.
            ValueError: The text is not a SHA-256 digest.
        """
        file_system, path = self._locate(sha256)
        try:
            content: bytes = file_system.cat_file(path)
        except FileNotFoundError as error:
            raise MissingBytesError(sha256) from error
        if digest_of(content) != sha256:
            raise DamagedBytesError(sha256)
        return content

    def exists(self, sha256: str) -> bool:
        """Whether something is stored under a digest.

        Args:
            sha256: Hex digest.

        Raises:
            ValueError: The text is not a SHA-256 digest.
        """
        file_system, path = self._locate(sha256)
        return bool(file_system.exists(path))

    def place(self, sha256: str) -> str | None:
        """Where a delivery's bytes are, for people and programs outside; None where they are not kept.

        Args:
            sha256: Hex digest.

        Raises:
            ValueError: The text is not a SHA-256 digest.
        """
        file_system, path = self._locate(sha256)
        return address_of(file_system, path) if file_system.exists(path) else None

    def remove(self, sha256: str) -> None:
        """Takes a delivery's bytes out of the store; what is not there stays so.

        Args:
            sha256: Hex digest.

        Raises:
            ValueError: The text is not a SHA-256 digest.
            OSError: The storage refused.
        """
        file_system, path = self._locate(sha256)
        # Asking first would not help: another run may remove it between the question and this.
        with suppress(FileNotFoundError):
            file_system.rm_file(path)

    def remove_unfinished(self, before: datetime) -> None:
        """Takes out what a `put` that was killed has left: it may be a part of what is not to be kept.

        Args:
            before: What was written since then is left, because its writer may live.

        Raises:
            OSError: The storage refused.
        """
        file_system, folder = open_folder(self.url)
        remove_unfinished(file_system, folder, before)

    def _locate(self, sha256: str) -> tuple[AbstractFileSystem, str]:
        if _SHA256.fullmatch(sha256) is None:
            raise ValueError(f"{sha256!r} is not a SHA-256 digest of 64 small hexadecimal digits")
        file_system, folder = open_folder(self.url)
        # Two digits of folder keep any one folder small enough for every file system.
        return file_system, f"{folder}/{sha256[:2]}/{sha256}"


def _size_bytes(file_system: AbstractFileSystem, path: str) -> int | None:
    """The length of a stored file; None where there is none."""
    try:
        size_bytes: int | None = file_system.size(path)
    except FileNotFoundError:
        return None
    return size_bytes
