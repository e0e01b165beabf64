"""Reads the files of a province's folder; a mistake is told in one sentence with file and line."""

import csv
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import ErrorDetails

from edusandbox.errors import UserError

Row = TypeVar("Row", bound="FileRow")


class ProvinceFolderError(UserError):
    """A mistake in a province's folder, as one sentence with file and line."""


class FileRow(BaseModel):
    """A row of a file: unknown columns are mistakes, spaces at the ends are not."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def read_toml(path: Path) -> dict[str, Any]:
    """Reads a TOML file.

    Raises:
        ProvinceFolderError: It is missing, or no TOML.
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise ProvinceFolderError(f"{path} is missing; a province's folder needs it") from None
    except OSError as error:
        raise ProvinceFolderError(f"{path} cannot be read: {error.strerror}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ProvinceFolderError(f"{path.name}: {error}") from None


def read_csv(
    path: Path, model: type[Row], gone: Mapping[str, str] | None = None
) -> Iterator[tuple[str, Row]]:
    """Yields each row with its place, `agencies.csv, line 4`.

    Args:
        path: The file.
        model: What a row is.
        gone: Columns that are read no longer, and what replaced each.

    Raises:
        ProvinceFolderError: The file is missing or no UTF-8, it has a column that is gone, or a row is not
            as it should be.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise ProvinceFolderError(f"{path} is missing; a province's folder needs it") from None
    except OSError as error:
        raise ProvinceFolderError(f"{path} cannot be read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise ProvinceFolderError(f"{path.name} is not UTF-8; save it as CSV UTF-8") from None
    reader = csv.DictReader(text.splitlines())
    for column, replacement in (gone or {}).items():
        if column in (reader.fieldnames or ()):
            raise ProvinceFolderError(f"{path.name}: the column {column} is gone; {replacement}")
    for row in reader:
        place = f"{path.name}, line {reader.line_num}"
        if None in row or None in row.values():
            wanted = len(reader.fieldnames or [])
            raise ProvinceFolderError(f"{place}: the row has not the {wanted} columns that the heading has")
        yield place, validated(model, row, place)


def validated(model: type[Row], values: dict[str, Any], place: str) -> Row:
    """Makes a row of what was read.

    Raises:
        ProvinceFolderError: A value is not as it should be; the text names the place and the column.
    """
    try:
        return model.model_validate(values)
    except ValidationError as error:
        first = error.errors()[0]
        column = ".".join(str(part) for part in first["loc"])
        raise ProvinceFolderError(f"{place}: {column}: {_wrong(first)}") from None


def _wrong(error: ErrorDetails) -> str:
    """What is wrong with a value and what to write instead."""
    given = error["input"]
    if error["type"] == "missing":
        return error["msg"]
    if error["type"].startswith("date_"):
        found = f"{given!r} is no day" if str(given).strip() else "the day is missing"
        return f"{found}; write year, month and day in the Christian era, such as 2020-07-01"
    return f"{error['msg']} (it says {given!r})"
