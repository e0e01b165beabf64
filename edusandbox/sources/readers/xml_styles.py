"""Styles of an XML workbook of 2003: number formats, and fonts that mark a text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from edusandbox.sources.readers.cell_marks import PLAIN_FONT, Font, Run
from edusandbox.sources.readers.named_formats import format_code
from edusandbox.sources.readers.number_formats import BUILT_IN_FORMATS, FormatKind, format_kind

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_STRUCK, _RAISED = frozenset({"s", "strike", "del"}), frozenset({"sup", "sub"})
_RAISED_NAMES = frozenset({"Superscript", "Subscript"})
_MOST_PARENTS = 20


@dataclass(frozen=True, slots=True)
class XmlStyle:
    """What a style does to the cells that have it.

    Attributes:
        code: Its number format.
        font: Its font.
        keeps_whole_numbers: Whether it shows whole numbers as they are.
    """

    code: str = BUILT_IN_FORMATS[0]
    font: Font = PLAIN_FONT
    keeps_whole_numbers: bool = True


PLAIN_STYLE = XmlStyle()
"""A style that does nothing."""


def read_styles(workbook: etree._Element) -> Mapping[str, XmlStyle]:
    """Reads a workbook's styles by their names, as far as they do anything.

    Args:
        workbook: The root of the workbook.
    """
    elements = {each.get(f"{SS}ID", ""): each for each in workbook.iterfind(f"{SS}Styles/{SS}Style")}
    styles = {name: _style(element, elements) for name, element in elements.items()}
    return {name: style for name, style in styles.items() if style != PLAIN_STYLE}


def _style(element: etree._Element, elements: Mapping[str, etree._Element]) -> XmlStyle:
    format_name = struck = raised = None
    for each in _with_parents(element, elements):
        number, font = each.find(f"{SS}NumberFormat"), each.find(f"{SS}Font")
        if number is not None and format_name is None:
            format_name = number.get(f"{SS}Format", BUILT_IN_FORMATS[0])
        if font is not None:
            struck = font.get(f"{SS}StrikeThrough") if struck is None else struck
            raised = font.get(f"{SS}VerticalAlign") if raised is None else raised
    code = format_code(format_name or BUILT_IN_FORMATS[0])
    marks = Font(struck == "1", raised in _RAISED_NAMES)
    is_tame = not marks.is_marked and format_kind(code) in {FormatKind.PLAIN, FormatKind.ROUNDING}
    return XmlStyle(code, marks, is_tame)


def _with_parents(
    element: etree._Element, elements: Mapping[str, etree._Element]
) -> Iterator[etree._Element]:
    style: etree._Element | None = element
    for _ in range(_MOST_PARENTS):
        if style is None:
            return
        yield style
        style = elements.get(style.get(f"{SS}Parent", ""))


def text_runs(data: etree._Element, font: Font) -> list[Run]:
    """The characters of a cell with their fonts.

    Args:
        data: The cell's text; what is marked in it stands in elements of HTML.
        font: The font of the cell.
    """
    runs: list[Run] = []
    fonts = [font]
    for event, element in etree.iterwalk(data, events=("start", "end")):
        # Comments and entities that are not followed are elements of a kind, too.
        tag = element.tag if isinstance(element.tag, str) else None
        if event == "start":
            name = "" if tag is None or element is data else etree.QName(tag).localname.lower()
            around = fonts[-1]
            fonts.append(Font(around.is_struck or name in _STRUCK, around.is_raised or name in _RAISED))
            text = element.text if tag else None
        else:
            fonts.pop()
            text = None if element is data else element.tail
        if text:
            runs.append(Run(text, fonts[-1]))
    return runs
