"""Formulas that were never calculated: programs that write workbooks store a zero as the result of each."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from edusandbox.sources.readers.sheet_details import SheetDetails
from transforms.grid import CellValue

Rows = Sequence[Sequence[CellValue]]

_SHEET = r"(?:(?:'(?P<quoted>(?:[^']|'')+)'|(?P<bare>[\w.\u0e00-\u0e7f]+))!)?"
_CELL = r"\$?([A-Z]{1,3})\$?(\d{1,7})"
_CELLS = re.compile(rf"{_SHEET}{_CELL}(?::{_CELL})?(?![\w(.])", re.IGNORECASE)
_COLUMNS = re.compile(rf"{_SHEET}\$?([A-Z]{{1,3}}):\$?([A-Z]{{1,3}})(?![\w(.])", re.IGNORECASE)
_ADDING = re.compile(r"=(?:\bSUM\b|[+(),\s])*", re.IGNORECASE)
_MOST_CELLS = 10_000
_FEWEST_FORMULAS = 6
"""Of formulas that may rightly be zero, fewer than these say nothing together."""
_LEAST_CODE = 100_000
"""No count of one grade: a school's code written as a number."""


def distrust_zeros(details: Mapping[str, SheetDetails], sheets: Mapping[str, Rows]) -> None:
    """Takes the zeros of formulas for what they are where a sheet shows that nobody calculated it.

    All of its formulas are zero, and one of them that does nothing but add up refers to figures that are
    not; or it is made of formulas, and what they look up is mostly not zero. Then no result of the sheet is
    one, and each becomes a formula without its value.

    Args:
        details: Details of all sheets, by name; those of such a sheet are changed.
        sheets: Cells of all sheets as calamine gives them, by name.
    """
    for name, sheet in details.items():
        if not sheet.zero_formulas or sheet.has_results:
            continue
        formulas = set(sheet.zero_formulas.values())
        if any(_adds_up_to_more(formula, name, sheets) for formula in formulas) or _looks_up_more(
            sheet, name, sheets
        ):
            sheet.formulas.update(sheet.zero_formulas)


def _adds_up_to_more(formula: str, sheet_name: str, sheets: Mapping[str, Rows]) -> bool:
    """Whether a formula only adds up cells, of which none is below zero and one is above it."""
    if not _ADDING.fullmatch(_CELLS.sub("", formula)):
        return False
    figures = list(islice(_figures(formula, sheet_name, sheets), _MOST_CELLS))
    return any(figures) and min(figures) >= 0


def _looks_up_more(sheet: SheetDetails, name: str, sheets: Mapping[str, Rows]) -> bool:
    """Whether the figures of a sheet are formulas, all zero, that refer to counts of which most are not.

    A look-up may rightly find a zero, and a column that checks the others holds nothing else: but not all
    figures of a sheet do beside such counts. A text that a formula gave shows that it was calculated.
    """
    formulas = sheet.zero_formulas
    if len(formulas) < _FEWEST_FORMULAS or sheet.has_text_results:
        return False
    rows = sheets.get(name, ())
    typed = sum(
        isinstance(cell, int | float) and (row, column) not in formulas
        for row in {row for row, _ in formulas}
        for column, cell in enumerate(rows[row - 1] if row <= len(rows) else (), start=1)
    )
    if typed >= len(formulas):
        return False
    counts = [figure for figure in _referred_to(formulas.values(), name, sheets) if _may_be_a_count(figure)]
    return sum(map(bool, counts)) * 2 > len(counts)


def _referred_to(formulas: Iterable[str], name: str, sheets: Mapping[str, Rows]) -> list[float]:
    figures = (
        figure for formula in dict.fromkeys(formulas) for figure in _figures(formula, name, sheets, _COLUMNS)
    )
    return list(islice(figures, _MOST_CELLS))


def _may_be_a_count(figure: float) -> bool:
    return 0 <= figure < _LEAST_CODE and figure % 1 == 0


def _figures(
    formula: str, sheet_name: str, sheets: Mapping[str, Rows], columns: re.Pattern[str] | None = None
) -> Iterator[float]:
    """The figures in the cells that a formula refers to, and in whole columns where these are asked for."""
    for match in _CELLS.finditer(formula):
        first_column, first_row, last_column, last_row = match.groups()[2:]
        rows = sheets.get(_sheet_of(match) or sheet_name, ())[int(first_row) - 1 : int(last_row or first_row)]
        yield from _figures_in(rows, first_column, last_column or first_column)
    for match in columns.finditer(formula) if columns else ():
        yield from _figures_in(sheets.get(_sheet_of(match) or sheet_name, ()), *match.groups()[2:])


def _figures_in(rows: Rows, first_column: str, last_column: str) -> Iterator[float]:
    columns = slice(_column(first_column) - 1, _column(last_column))
    for row in rows:
        yield from (cell for cell in row[columns] if isinstance(cell, int | float))


def _sheet_of(match: re.Match[str]) -> str:
    return (match["quoted"] or "").replace("''", "'") or match["bare"] or ""


def _column(letters: str) -> int:
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return column
