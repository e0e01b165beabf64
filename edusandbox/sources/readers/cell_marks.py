"""Marks of single characters: raised and lowered ones are footnotes, struck out ones are no text."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from schemas.issues import Finding, Place
from transforms.grid import Grid

_WITHOUT_LETTERS = re.compile(r"[^\w\s]*\d[\d\W]{0,8}|\W{1,4}")
"""What a sentence may quote: a figure or a mark, never a name or a number as long as a person's."""

UNQUOTED = "…"
"""What stands for a text that is not quoted, as long as it may name a person."""


@dataclass(frozen=True, slots=True)
class Font:
    """What a font says of its characters.

    Attributes:
        is_struck: Whether they are struck out.
        is_raised: Whether they are raised or lowered.
    """

    is_struck: bool = False
    is_raised: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether they are no plain text."""
        return self.is_struck or self.is_raised


PLAIN_FONT = Font()
"""A font that marks nothing."""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a cell that follow each other in one font.

    Attributes:
        text: The characters.
        font: Their font.
    """

    text: str
    font: Font = PLAIN_FONT


def read_runs(runs: Sequence[Run], place: Place) -> tuple[str | None, tuple[Finding, ...]]:
    """Reads a cell's text without what is marked in it.

    A raised or lowered text with nothing beside it is what the cell shows: it stays, and is asked about
    where it is a figure.

    Args:
        runs: The cell's characters.
        place: Row and column of the cell.

    Returns:
        The text (None where all of it is struck out), and `FI106` to `FI109`.
    """
    kept = [run for run in runs if not run.font.is_struck]
    struck = "".join(run.text for run in runs if run.font.is_struck).strip()
    text = "".join(run.text for run in kept)
    if struck and not text.strip():
        return None, (Finding("FI109", place),)
    marks = "".join(run.text for run in kept if run.font.is_raised).strip()
    plain = "".join(run.text for run in kept if not run.font.is_raised)
    read = plain if plain.strip() else text
    return read, tuple(_findings(struck, marks, read, place, is_alone=not plain.strip()))


def _findings(struck: str, marks: str, read: str, place: Place, *, is_alone: bool) -> Iterator[Finding]:
    if struck:
        yield Finding("FI107", place, {"mark": _quoted(struck), "read": _quoted(read)})
    if marks and not is_alone:
        yield Finding("FI106", place, {"mark": _quoted(marks), "read": _quoted(read)})
    elif marks and any(map(str.isdecimal, marks)) and not any(map(str.isalpha, marks)):
        yield Finding("FI108", place, {"mark": _quoted(marks)})


def _quoted(text: str) -> str:
    return text.strip() if _WITHOUT_LETTERS.fullmatch(text.strip()) else UNQUOTED


def remark_findings(grids: Sequence[Grid]) -> tuple[Finding, ...]:
    """Says what readers made of single cells.

    Args:
        grids: Sheets as read.

    Returns:
        Their remarks with the names of the sheets. A row of which nothing is left is told once.
    """
    return tuple(finding for grid in grids if grid.remarks for finding in _of_sheet(grid))


def _of_sheet(grid: Grid) -> Iterator[Finding]:
    for row, remarks in groupby(grid.remarks, key=lambda finding: finding.place.row):
        found = [replace(each, place=replace(each.place, sheet=grid.sheet_name)) for each in remarks]
        is_left = row is not None and row <= grid.row_count and any(x is not None for x in grid.rows[row - 1])
        if is_left or len(found) == 1 or any(each.code != "FI109" for each in found):
            yield from found
        else:
            yield Finding("FI109", Place(grid.sheet_name, row), count=len(found))
