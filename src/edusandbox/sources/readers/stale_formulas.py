"""Formulas that were never calculated: programs that write workbooks store a zero as the result of each."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.transforms.grid import CellValue

Rows = Sequence[Sequence[CellValue]]

_SHEET = r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[\w.\u0e00-\u0e7f]+))!)?"
_CELL = r"\$?([A-Z]{1,3})\$?(\d{1,7})"
_CELLS = re.compile(rf"{_SHEET}{_CELL}(?::{_CELL})?(?![\w(.])", re.IGNORECASE)
_ADDING = re.compile(r"=(?:\bSUM\b|[+(),\s])*", re.IGNORECASE)
_MOST_CELLS = 10_000


def distrust_zeros(details: Mapping[str, SheetDetails], sheets: Mapping[str, Rows]) -> None:
    """Takes the zeros of formulas for what they are where a sheet shows that nobody calculated it.

    All of its formulas are zero, and one of them that does nothing but add up refers to figures that are
    not: then no result of the sheet is one, and each becomes a formula without its value.

    Args:
        details: Details of all sheets, by name; those of such a sheet are changed.
        sheets: Cells of all sheets as calamine gives them, by name.
    """
    for name, sheet in details.items():
        if sheet.zero_formulas and not sheet.has_results:
            formulas = set(sheet.zero_formulas.values())
            if any(_adds_up_to_more(formula, name, sheets) for formula in formulas):
                sheet.formulas.update(sheet.zero_formulas)


def _adds_up_to_more(formula: str, sheet_name: str, sheets: Mapping[str, Rows]) -> bool:
    """Whether a formula only adds up cells, of which none is below zero and one is above it."""
    if not _ADDING.fullmatch(_CELLS.sub("", formula)):
        return False
    figures = list(islice(_figures(formula, sheet_name, sheets), _MOST_CELLS))
    return any(figures) and min(figures) >= 0


def _figures(formula: str, sheet_name: str, sheets: Mapping[str, Rows]) -> Iterator[float]:
    for match in _CELLS.finditer(formula):
        name = (match["quoted"] or "").replace("''", "'") or match["bare"] or sheet_name
        first_column, first_row, last_column, last_row = match.groups()[2:]
        columns = slice(_column(first_column) - 1, _column(last_column or first_column))
        for row in sheets.get(name, ())[int(first_row) - 1 : int(last_row or first_row)]:
            yield from (cell for cell in row[columns] if isinstance(cell, int | float))


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
