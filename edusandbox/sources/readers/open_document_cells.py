"""What a cell of an OpenDocument spreadsheet shows, where calamine gives something else."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from edusandbox.sources.readers.cell_marks import PLAIN_FONT, Font, Run, read_runs
from edusandbox.sources.readers.formatted_numbers import number_text
from edusandbox.sources.readers.number_formats import FormatKind, format_kind, shown
from edusandbox.sources.readers.open_document_styles import OFFICE, TEXT, Styles
from edusandbox.sources.readers.shown_values import says_number
from schemas.issues import Finding, Place
from transforms.grid import CellValue, ShownText

CALC_KIND = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
"""Where LibreOffice says that a cell shows an error."""
_NUMBERS = frozenset({"float", "percentage", "currency"})
_SCIENTIFIC = re.compile(r"[-+]?\d(?:[.,]\d+)?[eE][-+]?\d+")
_OF_NOTHING = frozenset({"", "-", "–"})
_SHARE = "0%"
_UNKNOWN = "?"
_MOST_SPACES = 100
_PARTING = frozenset(f"{TEXT}{name}" for name in ("line-break", "tab", "ruby-text"))
_NOTE = f"{OFFICE}annotation"


def is_plain(cell: etree._Element, kind: str) -> bool:
    """Whether a cell's style is all that could make it show something else than is stored in it.

    Args:
        cell: The cell.
        kind: What kind of value it has.
    """
    if kind == "float":
        return len(cell) == 1 and cell[0].text == cell.get(f"{OFFICE}value")
    return (
        kind == "string" and cell.get(f"{OFFICE}string-value") is None and len(cell) == 1 and not len(cell[0])
    )


@dataclass(frozen=True, slots=True)
class Shown:
    """What a cell shows instead of what is stored in it; None where nothing of it is to be read."""

    value: CellValue


def read_cell(
    cell: etree._Element, style: str | None, styles: Styles, place: Place
) -> tuple[Shown | None, tuple[Finding, ...]]:
    """Reads a cell as it is shown.

    Args:
        cell: The cell; it has a value.
        style: Name of its style.
        styles: The styles of the spreadsheet.
        place: Row and column of the cell.

    Returns:
        What it shows, None where that is what is stored; and what is said of characters that were taken off.
    """
    if not (styles.mark_characters or style in styles.changing):
        return _shown(cell, style, styles), ()
    runs = list(_runs(cell, styles.font("table-cell", style), styles))
    if not any(run.font.is_marked for run in runs):
        return _shown(cell, style, styles), ()
    text, findings = read_runs(runs, place)
    if text is None or cell.get(f"{OFFICE}value-type") == "string":
        return Shown(text), findings
    return _shown(cell, style, styles), findings


def _shown(cell: etree._Element, style: str | None, styles: Styles) -> Shown | None:
    kind = cell.get(f"{OFFICE}value-type", "")
    paragraphs = list(cell.iterchildren(f"{TEXT}p"))
    runs = _runs(cell, PLAIN_FONT, styles) if paragraphs else ()
    text = "".join(run.text for run in runs).strip() if paragraphs else None
    if kind in _NUMBERS:
        return _number(cell.get(f"{OFFICE}value", ""), text, kind, style, styles)
    if kind == "date" and text and (text.isdecimal() or not any(map(str.isdecimal, text))):
        # Of a day no more than its year or month is shown.
        return Shown(ShownText(text, cell.get(f"{OFFICE}date-value", "")))
    stored_text = cell.get(f"{OFFICE}string-value")
    if kind != "string" or text is None:
        return None
    if stored_text is not None:
        is_as_stored = text.split() == stored_text.split()
        return None if is_as_stored else Shown(ShownText(text, stored_text))
    # Calamine puts together what a tab or a new line parts, and hidden characters with the others.
    return Shown(text or None) if any(map(len, paragraphs)) else None


def _number(stored: str, text: str | None, kind: str, style: str | None, styles: Styles) -> Shown | None:
    """What is shown of a number; where the file does not hold it, or just the number, the format says it."""
    if text == stored and style not in styles.changing and kind != "percentage":
        return None
    try:
        value = float(stored)
    except ValueError:
        return None
    if text is not None and not says_number(text, value):
        return _otherwise(value, text, styles.format_code(style))
    if text is None and styles.is_unknown(style):
        return Shown(ShownText(_UNKNOWN, number_text(value)))
    code = styles.format_code(style) if text is not None else styles.format_without_text(style)
    code = code or (_SHARE if kind == "percentage" else None)
    if code is None or (text is not None and format_kind(code) is not FormatKind.ODD):
        return None
    cell = shown(value, code)
    return Shown(cell) if isinstance(cell, ShownText) and cell != text else None


def _otherwise(value: float, text: str, code: str | None) -> Shown | None:
    """What is shown of a number by a text that does not say it: a format may leave zeros out, or hide all."""
    if value == 0 and text in _OF_NOTHING:
        cell = value if code is None else shown(value, code)
        return Shown(cell) if isinstance(cell, ShownText) else None
    return None if _SCIENTIFIC.fullmatch(text) else Shown(ShownText(text, number_text(value)))


def _runs(cell: etree._Element, font: Font, styles: Styles) -> Iterator[Run]:
    """The characters of a cell with their fonts; its paragraphs are lines."""
    for number, paragraph in enumerate(cell.iterchildren(f"{TEXT}p")):
        if number:
            yield Run("\n", font)
        fonts = [font]
        walk = etree.iterwalk(paragraph, events=("start", "end"))
        for event, element in walk:
            if event == "end":
                fonts.pop()
                if element is not paragraph and element.tail:
                    yield Run(element.tail, fonts[-1])
                continue
            name = element.get(f"{TEXT}style-name")
            fonts.append(styles.font("text", name, fonts[-1]) if name else fonts[-1])
            if element.tag == _NOTE or styles.is_hidden(name):
                walk.skip_subtree()
            else:
                yield Run(_white_space(element) + (element.text or ""), fonts[-1])


def _white_space(element: etree._Element) -> str:
    if element.tag == f"{TEXT}s":
        return " " * min(int(element.get(f"{TEXT}c", "1")), _MOST_SPACES)
    return "\n" if element.tag in _PARTING else ""
