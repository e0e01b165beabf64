"""What a workbook's styles do to the cells that have them: number formats, and fonts that mark a text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from edusandbox.sources.readers.cell_marks import PLAIN_FONT, Font
from edusandbox.sources.readers.number_formats import (
    BUILT_IN_FORMATS,
    FormatKind,
    changes_texts,
    format_kind,
    shows_plain_days,
)

GENERAL = "General"
TRUE = {"1", "true"}
"""How a part of an xlsx workbook writes that something is so."""
_DAYS_KNOWN_BY_NUMBER = {*range(14, 23), *range(45, 48)}
_RAISED = {"superscript", "subscript"}
_FRACTION = (re.compile(rb"<v>-?\d*(?:\.\d|\d[.\d]*[eE]-)"), re.compile(rb":v>-?\d*(?:\.\d|\d[.\d]*[eE]-)"))
_MOST_ALTERNATIVES = 50
_STYLE = re.compile(rb"""\bs=["'](\d+)["']""")


@dataclass(frozen=True, slots=True)
class CellStyle:
    """A style of cells.

    Attributes:
        format_code: Code of its number format.
        font: Its font.
        is_day: Whether its number format shows days in a way that calamine understands.
    """

    format_code: str = GENERAL
    font: Font = PLAIN_FONT
    is_day: bool = False

    @property
    def needs_texts(self) -> bool:
        """Whether it may change what a text says."""
        return self.font.is_marked or changes_texts(self.format_code)

    @property
    def is_odd(self) -> bool:
        """Whether any cell with it may show something else than is stored."""
        kind = FormatKind.PLAIN if self.is_day else format_kind(self.format_code)
        return self.needs_texts or kind in {FormatKind.ODD, FormatKind.DATE}

    @property
    def is_rounding(self) -> bool:
        """Whether cells with it may show something else where the number is not whole."""
        return format_kind(self.format_code) is FormatKind.ROUNDING


def cell_style(number: int, code: str | None, font: Font) -> CellStyle:
    """Makes a style.

    Args:
        number: Number of its format.
        code: What the workbook declares for that number; None where it does not.
        font: Its font.
    """
    if code is None:
        return CellStyle(BUILT_IN_FORMATS.get(number, GENERAL), font, number in _DAYS_KNOWN_BY_NUMBER)
    return CellStyle(code, font, shows_plain_days(code))


class CellStyles:
    """The styles of a workbook, by their position as cells name it."""

    def __init__(self, styles: Sequence[CellStyle] = ()) -> None:
        """Sorts out which of them may change what a cell shows.

        Args:
            styles: All of them, in their order.
        """
        odd = [number for number, style in enumerate(styles) if style.is_odd]
        rounding = [number for number, style in enumerate(styles) if style.is_rounding]
        # As cells of an xlsx workbook write them.
        self.odd = frozenset(map(str, odd))
        self.rounding = frozenset(map(str, rounding))
        self.changing: Mapping[int, CellStyle] = {number: styles[number] for number in (*odd, *rounding)}
        self.needs_texts = any(styles[number].needs_texts for number in odd)
        self._odd_in_xml = {number.encode() for number in self.odd}
        self._pattern = re.compile(b"|".join(b' s="' + each + b'"' for each in self._odd_in_xml))

    def may_change(self, xml: bytes) -> bool:
        """Whether any cell of a sheet may show something else than is stored in it.

        Args:
            xml: The sheet's part of an xlsx workbook.
        """
        if self.rounding and any(each.search(xml) for each in _FRACTION):
            return True
        if not self.odd:
            return False
        if "0" in self.odd or b" s='" in xml or len(self.odd) > _MOST_ALTERNATIVES:
            return "0" in self.odd or not self._odd_in_xml.isdisjoint(_STYLE.findall(xml))
        return self._pattern.search(xml) is not None


def xlsx_styles(part: bytes) -> CellStyles:
    """Reads the part of an xlsx workbook that holds its styles.

    Args:
        part: The part; empty where the workbook has none.

    Raises:
        lxml.etree.XMLSyntaxError: It is not XML.
    """
    if not part:
        return CellStyles()
    root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=True))
    codes = {_number(each, "numFmtId"): each.get("formatCode", GENERAL) for each in root.iter("{*}numFmt")}
    fonts = [xlsx_font(each) for each in root.iterfind("{*}fonts/{*}font")]
    styles = []
    for style in root.iterfind("{*}cellXfs/{*}xf"):
        number, font = _number(style, "numFmtId"), _number(style, "fontId")
        styles.append(
            cell_style(number, codes.get(number), fonts[font] if 0 <= font < len(fonts) else PLAIN_FONT)
        )
    return CellStyles(styles)


def xlsx_font(element: etree._Element) -> Font:
    """Reads a font, of a style or of some characters."""
    strike, raised = element.find("{*}strike"), element.find("{*}vertAlign")
    return Font(
        is_struck=strike is not None and strike.get("val", "1") in TRUE,
        is_raised=raised is not None and raised.get("val") in _RAISED,
    )


def _number(element: etree._Element, attribute: str) -> int:
    text = element.get(attribute, "0")
    return int(text) if text.isdecimal() else 0
