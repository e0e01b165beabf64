"""Styles of an OpenDocument spreadsheet: fonts that mark a text, number formats, headers of printed pages."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO

from lxml import etree

from edusandbox.sources.readers.cell_marks import PLAIN_FONT, Font
from edusandbox.sources.readers.number_formats import FormatKind, format_kind

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
NUMBER = "{urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0}"
_NUMBER_STYLES = tuple(f"{NUMBER}{kind}-style" for kind in ("number", "percentage", "currency", "text"))
_WITHOUT_TEXT = frozenset({f"{STYLE}text-properties", f"{STYLE}map"})
_FIELDS = frozenset(
    f"{TEXT}{name}"
    for name in ("sheet-name", "page-number", "page-count", "date", "time", "file-name", "title")
)
_CONDITION = re.compile(r"value\(\)\s*(>=|<=|!=|=|<|>)\s*(-?\d+(?:\.\d+)?)")
_SIGNS = {"!=": "<>"}
_SCALES = {"1": "", "1000": ",", "1000000": ",,"}
_NOTHING = ";;;"
_MOST_PARENTS = 20
_MOST_DIGITS = 30


@dataclass(frozen=True, slots=True)
class OpenDocumentStyle:
    """What a style says; None where it leaves it to its parent.

    Attributes:
        parent: Name of its parent.
        is_struck: Whether text is struck out.
        is_raised: Whether text is raised or lowered.
        is_hidden: Whether text is not shown.
        format_name: Name of its number format.
        page: Name of the page that a sheet is printed on.
    """

    parent: str | None = None
    is_struck: bool | None = None
    is_raised: bool | None = None
    is_hidden: bool | None = None
    format_name: str | None = None
    page: str | None = None


@dataclass
class Styles:
    """The styles of a spreadsheet.

    Attributes:
        by_name: Styles by family (`table-cell`, `text`, `table`) and name.
        codes: Number formats, as Excel writes them, by name.
        conditional: Number formats that differ by value, as Excel writes them, by name.
        unknown: Names of number formats that cannot be written so.
        headers: Lines of the header and of the footer of printed pages, by name of the page.
    """

    by_name: dict[tuple[str, str], OpenDocumentStyle] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    conditional: dict[str, str] = field(default_factory=dict)
    unknown: set[str] = field(default_factory=set)
    headers: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(default_factory=dict)

    def add(self, xml: bytes) -> None:
        """Takes the styles of a part of the spreadsheet.

        Raises:
            lxml.etree.XMLSyntaxError: The part is not XML.
        """
        tags = (f"{STYLE}style", *_NUMBER_STYLES, f"{STYLE}master-page", f"{OFFICE}body")
        for event, element in etree.iterparse(
            BytesIO(xml), events=("start", "end"), tag=tags, resolve_entities=False, huge_tree=True
        ):
            if element.tag == f"{OFFICE}body":
                break
            if event == "end":
                self._take(element)

    def _take(self, element: etree._Element) -> None:
        name = element.get(f"{STYLE}name", "")
        if element.tag == f"{STYLE}style":
            self.by_name[element.get(f"{STYLE}family", ""), name] = _style(element)
        elif element.tag in _NUMBER_STYLES:
            self._take_format(name, element)
        elif element.tag == f"{STYLE}master-page":
            self.headers[name] = _lines(element, "header"), _lines(element, "footer")

    def _take_format(self, name: str, element: etree._Element) -> None:
        code = _format_code(element)
        sections = [self._section(each) for each in element.iterchildren(f"{STYLE}map")]
        if code is None or not all(sections):
            self.unknown.add(name)
        elif sections:
            whole = ";".join([*filter(None, sections), "" if code == _NOTHING else code])
            self.conditional[name] = whole
        else:
            self.codes[name] = code

    def _section(self, condition: etree._Element) -> str | None:
        """A section of a format that holds under a condition, None where that is not known."""
        match = _CONDITION.fullmatch(condition.get(f"{STYLE}condition", ""))
        code = self.codes.get(condition.get(f"{STYLE}apply-style-name", ""))
        return f"[{_SIGNS.get(match[1], match[1])}{match[2]}]{code}" if match and code else None

    @cached_property
    def changing(self) -> frozenset[str]:
        """Styles of cells that may show something else than is stored."""
        names = (name for family, name in self.by_name if family == "table-cell")
        return frozenset(name for name in names if self._changes(name))

    def _changes(self, name: str) -> bool:
        code = self.format_code(name)
        is_odd = code is not None and format_kind(code) is FormatKind.ODD
        return is_odd or self.font("table-cell", name).is_marked

    @cached_property
    def mark_characters(self) -> bool:
        """Whether characters within a cell may be marked."""
        return any(
            style.is_struck or style.is_raised
            for (family, _), style in self.by_name.items()
            if family == "text"
        )

    def font(self, family: str, name: str | None, around: Font = PLAIN_FONT) -> Font:
        """The font of a style; what it leaves open is as in the text around."""
        struck: bool | None = None
        raised: bool | None = None
        for style in self._with_parents(family, name):
            struck = style.is_struck if struck is None else struck
            raised = style.is_raised if raised is None else raised
        return Font(
            around.is_struck if struck is None else struck, around.is_raised if raised is None else raised
        )

    def is_hidden(self, name: str | None) -> bool:
        """Whether characters of a style are not shown."""
        if name is None:
            return False
        hidden = (style.is_hidden for style in self._with_parents("text", name))
        return next((each for each in hidden if each is not None), False)

    def format_code(self, name: str | None) -> str | None:
        """The number format of a style of cells, if it has one that is known."""
        return self.codes.get(self._format_name(name))

    def format_without_text(self, name: str | None) -> str | None:
        """The number format of a style of cells, where the format alone says what a cell shows."""
        return self.format_code(name) or self.conditional.get(self._format_name(name))

    def is_unknown(self, name: str | None) -> bool:
        """Whether a style of cells has a number format of which it is not known what it shows."""
        return self._format_name(name) in self.unknown

    def _format_name(self, name: str | None) -> str:
        names = (style.format_name for style in self._with_parents("table-cell", name))
        return next(filter(None, names), "")

    def printed(self, sheet_style: str | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The lines of the header and of the footer that a sheet is printed with."""
        pages = (style.page for style in self._with_parents("table", sheet_style))
        return self.headers.get(next(filter(None, pages), "Default"), ((), ()))

    def _with_parents(self, family: str, name: str | None) -> Iterator[OpenDocumentStyle]:
        for _ in range(_MOST_PARENTS):
            style = self.by_name.get((family, name or ""))
            if style is None:
                return
            yield style
            name = style.parent


def _style(element: etree._Element) -> OpenDocumentStyle:
    font = element.find(f"{STYLE}text-properties")
    struck = raised = hidden = None
    if font is not None:
        lines = [
            value
            for attribute in ("style", "type")
            if (value := font.get(f"{STYLE}text-line-through-{attribute}")) is not None
        ]
        struck = "none" not in lines if lines else None
        position = font.get(f"{STYLE}text-position")
        raised = position.split()[:1] not in ([], ["0%"]) if position is not None else None
        display = font.get(f"{TEXT}display")
        hidden = display == "none" if display is not None else None
    return OpenDocumentStyle(
        element.get(f"{STYLE}parent-style-name"),
        struck,
        raised,
        hidden,
        element.get(f"{STYLE}data-style-name"),
        element.get(f"{STYLE}master-page-name"),
    )


def _format_code(element: etree._Element) -> str | None:
    """A number format as Excel would write it, None where part of it (a fraction) is not known."""
    parts = []
    for child in element:
        if child.tag == f"{NUMBER}text":
            parts.append("".join("%" if char == "%" else f"\\{char}" for char in child.text or ""))
        elif child.tag == f"{NUMBER}number":
            digits = _digits(child)
            if digits is None:
                return None
            parts.append(digits)
        elif child.tag == f"{NUMBER}text-content":
            parts.append("@")
        elif child.tag == f"{NUMBER}currency-symbol":
            parts.append("".join(f"\\{char}" for char in child.text or ""))
        elif child.tag == f"{NUMBER}scientific-number":
            parts.append("0.00E+00")
        elif child.tag not in _WITHOUT_TEXT:
            return None
    # A format of nothing shows nothing.
    return "".join(parts) or _NOTHING


def _digits(number: etree._Element) -> str | None:
    whole = min(_attribute(number, "min-integer-digits", 1), _MOST_DIGITS)
    decimals = min(_attribute(number, "decimal-places", 0), _MOST_DIGITS)
    scale = _SCALES.get(number.get(f"{NUMBER}display-factor", "1"))
    if scale is None:
        return None
    zeros = "0" * whole or "#"
    grouped = f"#,##{zeros.rjust(1, '0')}" if number.get(f"{NUMBER}grouping") == "true" else zeros
    for text in number.iterchildren(f"{NUMBER}embedded-text"):
        # Its place is counted from the last whole digit.
        place = _attribute(text, "position", 0)
        if grouped is not zeros or len(number) > 1 or place >= whole:
            return None
        grouped = zeros[: whole - place] + _literal(text.text) + zeros[whole - place :]
    return f"{grouped}.{'0' * decimals}{scale}" if decimals else f"{grouped}{scale}"


def _literal(text: str | None) -> str:
    return "".join(f"\\{char}" for char in text or "")


def _attribute(element: etree._Element, name: str, otherwise: int) -> int:
    text = element.get(f"{NUMBER}{name}", "")
    return int(text) if text.isdecimal() else otherwise


def _lines(page: etree._Element, name: str) -> tuple[str, ...]:
    """The lines of a header or footer, without what stands for a page number or a name."""
    lines = []
    for part in page.iterchildren(f"{STYLE}{name}"):
        if part.get(f"{STYLE}display") == "false":
            continue
        for paragraph in part.iter(f"{TEXT}p"):
            texts = (text for each in paragraph.iter() for text in _own_texts(each, paragraph))
            lines.append(" ".join("".join(texts).split()))
    return tuple(filter(None, lines))


def _own_texts(element: etree._Element, paragraph: etree._Element) -> Iterator[str]:
    if element.text and element.tag not in _FIELDS:
        yield element.text
    if element.tail and element is not paragraph:
        yield element.tail
