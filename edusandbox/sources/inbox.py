"""An agency's folder: what lies in it, fetching it, and writing marked workbooks back."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from fsspec import AbstractFileSystem

from edusandbox.sources.file_names import is_meant
from edusandbox.sources.landing import LandingStore, digest_of
from edusandbox.sources.limits import MAX_DELIVERY_BYTES, oversize_finding
from edusandbox.sources.shown_paths import ShownPath, persons_unnamed, shown_path
from edusandbox.sources.storage import address_of, open_folder, write_whole
from edusandbox.submissions import Delivery
from schemas.issues import Finding

OUT_FOLDER = "out"
"""Folder below the agency's own into which marked workbooks go; nothing in it is a delivery."""


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file in an agency's folder.

    Attributes:
        relative_path: Its place below the folder, with `/`, as it is; not to be stored or shown.
        size_bytes: Its length.
        modified_at: When it was last written, seconds since 1970; 0 where the storage does not say.
    """

    relative_path: str = field(repr=False)
    size_bytes: int
    modified_at: float = field(default=0.0, compare=False)

    @property
    def shown(self) -> ShownPath:
        """Its place without personal data."""
        return shown_path(self.relative_path)


@dataclass(frozen=True, slots=True)
class OversizedFile:
    """A file that was left where it lies because it is too large to be a return.

    Attributes:
        file: Where it lies, and its size.
        agency_code: The agency whose folder it is in.
        finding: `FI006`, with the file's size and the limit.
    """

    file: InboxFile
    agency_code: str
    finding: Finding


@dataclass(frozen=True, slots=True)
class Fetch:
    """What one look into an agency's folder brought.

    Attributes:
        deliveries: Files whose bytes are in the landing store now, the oldest first.
        oversized: Files that were not read, the oldest first.
    """

    deliveries: tuple[Delivery, ...] = ()
    oversized: tuple[OversizedFile, ...] = ()


def list_files(folder_url: str) -> tuple[InboxFile, ...]:
    """Lists the files that an agency has left, in all folders below its own.

    Passed over: lock files of open workbooks (`~$...`, `.~lock...`), hidden files and folders, what
    Windows leaves (Thumbs.db, desktop.ini), and everything under a folder `out`.

    Args:
        folder_url: The folder, as fsspec names it.

    Returns:
        Files in order of their path; empty where there is no such folder, for that is an agency that
        has sent nothing yet.

    Raises:
        NotADirectoryError: The address names a file.
        OSError: The folder or one below it cannot be read.
    """
    file_system, root = open_folder(folder_url)
    if not file_system.isdir(root):
        if file_system.exists(root):
            raise NotADirectoryError(f"{folder_url} is a file; an agency's address names a folder")
        return ()
    # Object stores remember listings; a file that came since the last look must be seen.
    file_system.invalidate_cache()
    return tuple(sorted(_files_below(file_system, root, ""), key=lambda file: file.relative_path))


def _files_below(file_system: AbstractFileSystem, root: str, below: str) -> Iterator[InboxFile]:
    # Not `find` or `walk` of fsspec: they leave out folders that cannot be read and say nothing.
    folder = f"{root}/{below}".rstrip("/")
    for details in file_system.ls(folder, detail=True):
        name = str(details["name"]).rstrip("/").rpartition("/")[2]
        relative_path = f"{below}/{name}".lstrip("/")
        if details["type"] == "directory" and _is_taken_folder(name):
            yield from _files_below(file_system, root, relative_path)
        elif details["type"] == "file" and is_meant(name):
            yield InboxFile(relative_path, int(details["size"]), _modified_at(details))


def fetch_deliveries(  # noqa: PLR0913 - where from, where to, when, and the two exceptions
    agency_code: str,
    folder_url: str,
    landing: LandingStore,
    received_at: datetime,
    *,
    max_bytes: int = MAX_DELIVERY_BYTES,
    is_kept: Callable[[Delivery], bool] = lambda _delivery: True,
) -> Fetch:
    """Copies every file of an agency's folder into the landing store.

    Args:
        agency_code: The agency whose folder it is.
        folder_url: The folder, as fsspec names it.
        landing: Where the bytes go.
        received_at: When, UTC; written on each delivery.
        max_bytes: Files larger than this stay where they are, unread.
        is_kept: Whether a file goes into the landing store: one that is known and whose bytes were removed
            from it is told as a delivery and not put there again.

    Returns:
        Deliveries, the oldest file first, so that of two versions the newer is loaded last; and files
        too large to be one. Both are empty where there is no such folder.

    Raises:
        OSError: The folder or a file cannot be read, or the landing store cannot be written.
    """
    with persons_unnamed():
        return _fetch(agency_code, folder_url, landing, received_at, max_bytes, is_kept)


def _fetch(  # noqa: PLR0913, PLR0917 - those of `fetch_deliveries`
    agency_code: str,
    folder_url: str,
    landing: LandingStore,
    received_at: datetime,
    max_bytes: int,
    is_kept: Callable[[Delivery], bool],
) -> Fetch:
    file_system, root = open_folder(folder_url)
    deliveries, oversized = [], []
    for file in sorted(list_files(folder_url), key=lambda each: (each.modified_at, each.relative_path)):
        finding = oversize_finding(file.size_bytes, max_bytes)
        if finding is not None:
            oversized.append(OversizedFile(file, agency_code, finding))
            continue
        content = file_system.cat_file(f"{root}/{file.relative_path}")
        shown = file.shown
        delivery = Delivery(
            sha256=digest_of(content),
            file_name=shown.file_name,
            path=shown.path,
            agency_code=agency_code,
            size_bytes=len(content),
            received_at=received_at,
            personal_name_kind=shown.personal_kind,
        )
        if is_kept(delivery):
            landing.put(content)
        deliveries.append(delivery)
    return Fetch(tuple(deliveries), tuple(oversized))


def write_beside(folder_url: str, relative_path: str, content: bytes) -> str:
    """Writes a file for the agency into the folder `out` below its own.

    Args:
        folder_url: The agency's folder, as fsspec names it.
        relative_path: Where below `out`, with `/`; folders are made as needed.
        content: The file's bytes.

    Returns:
        Where it lies: a path on a local disk, otherwise an address.

    Raises:
        ValueError: The path leads out of the folder.
        OSError: The storage refused.
    """
    parts = relative_path.replace("\\", "/").split("/")
    if not all(parts) or {".", ".."} & set(parts):
        raise ValueError(f"{relative_path!r} is not a path below the folder {OUT_FOLDER}")
    file_system, root = open_folder(folder_url)
    path = "/".join([root, OUT_FOLDER, *parts])
    write_whole(file_system, path, content)
    return address_of(file_system, path)


def _modified_at(details: Mapping[str, Any]) -> float:
    """Storages name the time of a file's last change differently."""
    for name in ("mtime", "LastModified", "last_modified", "created"):
        match details.get(name):
            case int() | float() as seconds:
                return float(seconds)
            case datetime() as moment:
                return moment.timestamp()
    return 0.0


def _is_taken_folder(name: str) -> bool:
    return not name.startswith(".") and name.casefold() != OUT_FOLDER
