"""Findings and issues: what was found where, and the sentences that tell it.

Transforms and checks make a `Finding`: a rule code, a place and the values that the sentence needs.
The rules catalogue (`schemas.rules`) turns it into an `Issue` with severity and wording.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from itertools import groupby


class Severity(StrEnum):
    """What an issue asks of the sender."""

    ERROR = "error"
    """Must be mended: the row is set aside."""
    QUERY = "query"
    """Must be mended or explained: the row is loaded."""
    NOTICE = "notice"
    """Said, nothing to do."""


SEVERITY_NAMES_TH: Mapping[Severity, str] = {
    Severity.ERROR: "ต้องแก้",
    Severity.QUERY: "ต้องชี้แจง",
    Severity.NOTICE: "แจ้งให้ทราบ",
}
_MOST_NAMED = 8
_ROW_NUMBER = re.compile(r"\d+")


def column_letters(column: int) -> str:
    """Names a 1-based column as a spreadsheet does: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, remainder = divmod(column - 1, 26)
        letters = chr(ord("A") + remainder) + letters
    return letters


def listed(names: Sequence[str]) -> str:
    """Names for a sentence: the first ones, and how many more there are, since a sheet may be long."""
    rest = len(names) - _MOST_NAMED
    return ", ".join(names[:_MOST_NAMED]) + (f" … +{rest}" if rest > 0 else "")


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a delivery something stands; rows and columns are 1-based as the spreadsheet shows them.

    Attributes:
        sheet: The sheet's name; None where the finding is about the file as a whole.
        row: Sheet row, or None for a finding about a column or a sheet; the first one of several.
        column: Sheet column, or None for a finding about a row or a sheet.
        header: The column's heading as the sender wrote it.
        value: The cell as typed.
        school_code: Code of the school on that row, where known.
        school_name: Name of the school on that row, where known.
        rows: Every row of a finding that stands in several, in order; empty where `row` says it all.
    """

    sheet: str | None = None
    row: int | None = None
    column: int | None = None
    header: str | None = None
    value: str | None = None
    school_code: str | None = None
    school_name: str | None = None
    rows: tuple[int, ...] = ()

    @property
    def cell(self) -> str | None:
        """The place as a spreadsheet names it: `C7`, `C7:C9, C12`, `C` (a column), `7` (a row), or None."""
        if self.row is None and self.column is None:
            return None
        letters = "" if self.column is None else column_letters(self.column)
        if self.row is None:
            return letters
        return ", ".join(
            ":".join(dict.fromkeys((f"{letters}{first}", f"{letters}{last}")))
            for first, last in _runs(self.all_rows)
        )

    @property
    def all_rows(self) -> tuple[int, ...]:
        """Every row that it names; empty for a column or a sheet."""
        return self.rows or (() if self.row is None else (self.row,))


def rows_of_cell(cell: str) -> tuple[int, ...]:
    """The rows of a place as `Place.cell` names it, where there are several; otherwise none."""
    runs = [[int(number) for number in _ROW_NUMBER.findall(part)] for part in cell.split(",")]
    rows = tuple(row for run in runs if run for row in range(run[0], run[-1] + 1))
    return rows if len(rows) > 1 else ()


def _runs(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last row of each run of rows that follow each other."""
    for _, run in groupby(enumerate(rows), key=lambda pair: pair[1] - pair[0]):
        members = [row for _, row in run]
        yield members[0], members[-1]


@dataclass(frozen=True, slots=True)
class Finding:
    """One broken rule at one place, not yet worded.

    Attributes:
        code: Rule code, e.g. `VA001`; never reused.
        place: Where.
        params: Values that the rule's sentences name, e.g. `{"expected": 12}`.
        count: How many cells the finding stands for (notices are counted, not listed).
    """

    code: str
    place: Place = Place()
    params: Mapping[str, str | int] = field(default_factory=dict)
    count: int = 1

    def in_words_of_form(self, words: Mapping[str, str]) -> "Finding":
        """The same, with what its form calls things: for where findings of several forms stand together."""
        return replace(self, params={**words, **self.params})


@dataclass(frozen=True, slots=True)
class Issue:
    """A finding with its severity and sentences, as people read it and the warehouse keeps it.

    Attributes:
        code: Rule code.
        severity: What it asks of the sender.
        place: Where.
        message_th: What is wrong, in Thai.
        message_en: What is wrong, in English.
        remedy_th: What to do, in Thai.
        remedy_en: What to do, in English.
        owner: Whose move it is: `agency`, `province` or `nobody`.
        count: How many cells it stands for.
    """

    code: str
    severity: Severity
    place: Place
    message_th: str
    message_en: str
    remedy_th: str
    remedy_en: str
    owner: str
    count: int = 1
