"""Reads the CSV files that hold form knowledge; they are part of the installed package."""

import csv
from functools import cache
from importlib.resources import files
from io import StringIO


@cache
def read_rows(path: str) -> tuple[dict[str, str], ...]:
    """Reads a CSV file of this package.

    Args:
        path: Below `edusandbox/schemas`, e.g. `codes/grade.csv`.

    Returns:
        One dict a line, heading -> text.
    """
    resource = files("edusandbox.schemas").joinpath(path)
    return tuple(csv.DictReader(StringIO(resource.read_text(encoding="utf-8"), newline="")))
