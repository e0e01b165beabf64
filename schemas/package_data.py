"""The files that hold form knowledge; they are part of the installed package."""

import csv
from collections.abc import Iterator
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

from schemas.packages import LIST_TEXTS, MARTS, OWN_PACKAGE, schema_packages

# What the warehouse makes of facts, and says of them, decides nothing about a file.
_NOT_OF_READING = {MARTS, LIST_TEXTS.rpartition("/")[2]}


@cache
def read_rows(path: str, package: str = OWN_PACKAGE) -> tuple[dict[str, str], ...]:
    """Reads a CSV file of a package.

    Args:
        path: Below the package, e.g. `codes/grade.csv`.
        package: Whose file it is.

    Returns:
        One dict a line, heading -> text.
    """
    resource = files(package).joinpath(path)
    return tuple(csv.DictReader(StringIO(resource.read_text(encoding="utf-8"), newline="")))


def read_rows_if_there(path: str, package: str) -> tuple[dict[str, str], ...]:
    """Reads a CSV file that a package may have; no rows without it."""
    return read_rows(path, package) if files(package).joinpath(path).is_file() else ()


def read_text_if_there(path: str, package: str) -> str:
    """Reads a text file that a package may have; '' without it."""
    resource = files(package).joinpath(path)
    return resource.read_text(encoding="utf-8") if resource.is_file() else ""


@cache
def rules_version() -> str:
    """Hex SHA-256 of all form knowledge: forms, layouts, code lists, rules and their wording.

    Two readings of the same bytes under one rules version and one release say the same.
    """
    digest = sha256()
    for package in schema_packages():
        for path, content in sorted(_contents(files(package), "")):
            digest.update(f"{path}\0{len(content)}\0".encode())
            digest.update(content)
    return digest.hexdigest()


def _contents(folder: Traversable, below: str) -> Iterator[tuple[str, bytes]]:
    for each in folder.iterdir():
        if each.is_dir() and each.name not in {"__pycache__", *_NOT_OF_READING}:
            yield from _contents(each, f"{below}{each.name}/")
        elif each.name.endswith((".csv", ".py")):
            yield f"{below}{each.name}", each.read_bytes()
