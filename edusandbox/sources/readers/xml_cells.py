"""Cells of an XML workbook of 2003 as they are shown, and what their formulas tell."""

import re
from datetime import date, datetime, time

from lxml import etree

from edusandbox.sources.readers.cell_marks import Run, read_runs
from edusandbox.sources.readers.formatted_numbers import number_text
from edusandbox.sources.readers.number_formats import shown, shown_text
from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.sources.readers.xml_styles import PLAIN_STYLE, SS, XmlStyle, text_runs
from schemas.issues import Finding, Place, column_letters
from transforms.grid import DAY_ZERO, DAY_ZERO_OF_1904, CellValue, ShownText

_NUMBER = re.compile(r"\s*[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?\s*", re.ASCII)
_REFERENCE = re.compile(r"(?<![\w.])R(\d+|\[-?\d+\])?C(\d+|\[-?\d+\])?(?![\w(])")
Read = tuple[CellValue, tuple[Finding, ...]]


def read_cell(cell: etree._Element, style: XmlStyle, place: Place, day_zero: date) -> Read:
    """Reads a cell.

    Args:
        cell: The cell.
        style: Its style.
        place: Its row and column.
        day_zero: The day that the number 0 stands for.

    Returns:
        What it shows: a text, number, day or boolean, the text of an error, a formula without a value as its
        own text; and what is said of characters that were taken off.

    Raises:
        ValueError: It holds a day that there is not.
    """
    data = cell.find(f"{SS}Data")
    text = "" if data is None else "".join(data.itertext())
    if data is None or not text:
        formula = cell.get(f"{SS}Formula")
        return (formula if formula else None), ()
    kind = data.get(f"{SS}Type")
    if kind == "Number" and _NUMBER.fullmatch(text):
        number = float(text)
        if style.keeps_whole_numbers and (number.is_integer() or style is PLAIN_STYLE):
            return number, ()
        return _styled_number(number, style, place, day_zero)
    is_plain = style is PLAIN_STYLE and not len(data)
    if kind in {"Boolean", "DateTime"}:
        return _styled(text == "1" if kind == "Boolean" else _moment(text), style, place)
    if is_plain or kind == "Error":
        return text, ()
    read, findings = read_runs(text_runs(data, style.font), place)
    return (shown_text(read, style.code) if read else None), findings


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text.removesuffix("Z"))


def _styled_number(number: float, style: XmlStyle, place: Place, day_zero: date) -> Read:
    read, findings = read_runs([Run(number_text(number), style.font)], place)
    cell = shown(number, style.code, is_1904=day_zero == DAY_ZERO_OF_1904)
    return (None if read is None else cell), findings


def _styled(value: CellValue, style: XmlStyle, place: Place) -> Read:
    """A day or boolean; of a day its format may show no more than the year."""
    if style is PLAIN_STYLE:
        return value, ()
    read, findings = read_runs([Run("…", style.font)], place)
    if read is None:
        return None, findings
    if isinstance(value, datetime) and value.tzinfo is None:
        days = value - datetime.combine(DAY_ZERO, time())
        cell = shown(days.total_seconds() / 86_400, style.code)
        if isinstance(cell, ShownText):
            return cell, findings
    return value, findings


def add_result(details: SheetDetails, place: tuple[int, int], formula: str, value: CellValue) -> None:
    """Notes the result of a formula.

    Args:
        details: Details of the sheet.
        place: Row and column of the cell.
        formula: What the formula says, with references from the cell (`=SUM(RC[-2]:RC[-1])`).
        value: Its result.
    """
    if isinstance(value, float) and value == 0:
        details.zero_formulas[place] = _REFERENCE.sub(lambda found: _as_letters(found, place), formula)
    elif isinstance(value, str):
        details.has_text_results = details.has_text_results or value != formula
    elif value is not None:
        details.has_results = True


def _as_letters(found: re.Match[str], place: tuple[int, int]) -> str:
    """A reference as a sheet shows it: `R[-1]C` from C3 is C2."""
    row, column = (
        at if not part else at + int(part[1:-1]) if part.startswith("[") else int(part)
        for at, part in zip(place, found.groups(), strict=True)
    )
    return f"{column_letters(column)}{row}" if row > 0 and column > 0 else found[0]
