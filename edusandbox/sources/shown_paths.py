"""Paths of files as they may be stored and shown: without the persons whom their names tell of.

Names are masked once, at the door. What is masked gets a few digits of a digest of the true path, so that
different files stay different and a file is known again when it comes the next time; they are too few to
tell a name by trying all names.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath

from transforms.privacy.personal_text import masked_name

_LONGEST_ENDING = 6
_DIGEST_LENGTH = 6


@dataclass(frozen=True, slots=True)
class ShownPath:
    """A file's path without personal data.

    Attributes:
        path: The path; each name in it that held personal data is masked and numbered.
        personal_kind: The kind of personal data that was masked, or None.
    """

    path: str
    personal_kind: str | None = None

    @property
    def file_name(self) -> str:
        """Its name, without folders."""
        return PurePosixPath(self.path).name


def shown_path(true_path: str) -> ShownPath:
    """Masks personal data in the names of a file and of its folders.

    Args:
        true_path: The path below the agency's folder, with `/`.
    """
    names = true_path.split("/")
    masked = [_masked(name) for name in names]
    kinds = [kind for _, kind in masked if kind is not None]
    if not kinds:
        return ShownPath(true_path)
    shown = [
        name if kind is None else _numbered(name, "/".join(names[:position]))
        for position, (name, kind) in enumerate(masked, start=1)
    ]
    return ShownPath("/".join(shown), kinds[-1])


@contextmanager
def persons_unnamed() -> Iterator[None]:
    """Raises an error of the storage again without the persons whom the path in it names.

    Raises:
        OSError: The same, with the path masked.
    """
    try:
        yield
    except OSError as error:
        if error.filename is None:
            text = _masked(str(error))[0]
            if text == str(error):
                raise
            raise OSError(text) from None
        shown = shown_path(str(error.filename))
        if shown.personal_kind is None:
            raise
        raise OSError(error.errno, error.strerror, shown.path) from None


def _masked(name: str) -> tuple[str, str | None]:
    """A name without personal data, and the kind of what was in it."""
    stem, ending = _parted(name)
    masked, kind = masked_name(stem)
    return masked + ending, kind


def _parted(name: str) -> tuple[str, str]:
    stem, dot, ending = name.rpartition(".")
    is_ending = stem and ending.isascii() and ending.isalnum() and len(ending) <= _LONGEST_ENDING
    return (stem, dot + ending) if is_ending and not ending.isdecimal() else (name, "")


def _numbered(masked: str, true_path: str) -> str:
    stem, ending = _parted(masked)
    digest = hashlib.sha256(true_path.encode("utf-8", "surrogateescape")).hexdigest()
    return f"{stem} ~{digest[:_DIGEST_LENGTH]}{ending}"
