"""What a browser shows of a web page: not what is hidden, and of controls the value that was chosen."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from edusandbox.issues import Finding, Place
from edusandbox.sources.readers.cell_marks import Font, Run, read_runs
from edusandbox.sources.readers.named_formats import format_code
from edusandbox.sources.readers.number_formats import FormatKind, format_kind
from edusandbox.sources.readers.web_styles import Declarations, StyleSheet

STRUCTURE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"})
"""Parts of tables: what is hidden of them is a hidden row, column or sheet."""
_CELLS = frozenset({"td", "th"})
_STRUCK, _RAISED = frozenset({"del", "s", "strike"}), frozenset({"sup", "sub"})
_RAISED_VALUES = frozenset({"super", "sub"})
_RAISED_BY = re.compile(r"-?[\d.]*[1-9]")
_CONTROLS = ("select", "input", "textarea", "datalist")
_NO_VALUE = frozenset({"hidden", "button", "submit", "reset", "image", "file", "password"})
_CHOICES = frozenset({"checkbox", "radio"})
_COMMENT_MARKS = frozenset({"msocomanchor", "msocomhide", "msocomtxt"})
_NOTHING = re.compile(r"0(?:\.0*)?(?:px|pt|em|rem|%)?")


@dataclass(slots=True)
class Rendering:
    """Which parts of a page are not shown as plain text; the page itself is left with what it shows.

    Attributes:
        styles: The page's style sheets.
        hidden: Rows, columns, cells and tables that are not shown.
        blank: Of these the cells that keep their place all the same.
        struck: Elements whose text is struck out.
        raised: Elements whose text is raised or lowered.
        formats: Number formats of cells that may show a whole number as something else.
    """

    styles: StyleSheet
    hidden: set[HtmlElement] = field(default_factory=set)
    blank: set[HtmlElement] = field(default_factory=set)
    struck: set[HtmlElement] = field(default_factory=set)
    raised: set[HtmlElement] = field(default_factory=set)
    formats: dict[HtmlElement, str] = field(default_factory=dict)


def render(page: HtmlElement, css: str) -> Rendering:
    """Leaves a page with the texts that a browser shows.

    Args:
        page: The page; hidden texts are taken out, controls become their values.
        css: Its style sheets.
    """
    rendering = Rendering(StyleSheet(css))
    for control in list(page.iter(*_CONTROLS)):
        _show_value(control)
    hidden = []
    for element in page.iter(etree.Element):
        declared = rendering.styles.declared(element)
        if _is_struck(element, declared):
            rendering.struck.add(element)
        if element.tag in _RAISED or _is_raised(element, declared):
            rendering.raised.add(element)
        if _is_hidden(element, declared):
            hidden.append((element, declared))
        if element.tag in _CELLS and (code := _odd_format(declared)):
            rendering.formats[element] = code
    for element, declared in hidden:
        if element.tag in STRUCTURE:
            rendering.hidden.add(element)
            if element.tag in _CELLS and element.get("hidden") is None and declared.get("display") != "none":
                rendering.blank.add(element)
        else:
            _hide(element, rendering)
    return rendering


def show_text(element: HtmlElement, rendering: Rendering, place: Place) -> tuple[str, tuple[Finding, ...]]:
    """What a cell or another part of the page shows, white space folded.

    Args:
        element: A part of the rendered page.
        rendering: What is not plain text there.
        place: Row and column of the cell.

    Returns:
        The text, and what is said of characters that were taken off.
    """
    if not (rendering.struck or rendering.raised):
        return _folded(element.itertext()), ()
    text, findings = read_runs(list(_runs(element, rendering)), place)
    return _folded(text or ""), findings


def is_shown(element: HtmlElement, rendering: Rendering) -> bool:
    """Whether neither an element nor anything around it is hidden."""
    return not rendering.hidden or not (
        element in rendering.hidden or any(each in rendering.hidden for each in element.iterancestors())
    )


def _folded(texts: Iterable[str]) -> str:
    return " ".join("".join(texts).split())


def _runs(cell: HtmlElement, rendering: Rendering) -> Iterator[Run]:
    """The texts of a cell, each with whether it is struck out and whether it is raised."""
    struck = sum(each in rendering.struck for each in cell.iterancestors())
    raised = 0
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        step = 1 if event == "start" else -1
        struck += step * (element in rendering.struck)
        raised += step * (element in rendering.raised)
        text = element.text if event == "start" else element.tail if element is not cell else None
        if text:
            yield Run(text, Font(struck > 0, raised > 0))


def _odd_format(declared: Declarations) -> str | None:
    """The number format of a cell, if it may show a whole number as something else."""
    name = declared.get("mso-number-format")
    code = format_code(name) if name else None
    return code if code and format_kind(code) in {FormatKind.ODD, FormatKind.DATE} else None


def _is_struck(element: HtmlElement, declared: Declarations) -> bool:
    return element.tag in _STRUCK or any(
        "line-through" in declared.get(name, "") for name in ("text-decoration", "text-decoration-line")
    )


def _is_raised(element: HtmlElement, declared: Declarations) -> bool:
    if element.tag in STRUCTURE:
        # Of a cell it says where in its height the text stands.
        return False
    by_length = (declared.get(name, "") for name in ("vertical-align", "mso-text-raise"))
    return declared.get("vertical-align") in _RAISED_VALUES or any(map(_RAISED_BY.match, by_length))


def _is_hidden(element: HtmlElement, declared: Declarations) -> bool:
    return (
        element.get("hidden") is not None
        or declared.get("display") == "none"
        or declared.get("visibility") in {"hidden", "collapse"}
        or declared.get("mso-hide") == "all"
        or declared.get("mso-element", "").startswith("comment")
        or any(_NOTHING.fullmatch(declared.get(name, "")) for name in ("opacity", "font-size"))
        or not _COMMENT_MARKS.isdisjoint(element.get("class", "").split())
    )


def _hide(element: HtmlElement, rendering: Rendering) -> None:
    """Takes a hidden text out; hidden tables stay, as hidden sheets do."""
    tables = list(element.iter("table"))
    if element.getparent() is None or element.tag == "body":
        return
    if not tables:
        element.drop_tree()
        return
    rendering.hidden.update(tables)
    rendering.hidden.add(element)


def _show_value(control: HtmlElement) -> None:
    """Puts what a control shows in its place."""
    if control.tag == "select":
        text = _chosen(control)
    elif control.tag == "textarea":
        text = "".join(control.itertext())
    elif control.tag == "input":
        text = _typed(control)
    else:
        text = ""
    tail = control.tail
    for child in list(control):
        control.remove(child)
    for name in set(control.attrib) - {"class", "style", "id", "hidden"}:
        del control.attrib[name]
    control.tag, control.text, control.tail = "span", text, tail


def _chosen(select: HtmlElement) -> str:
    options = list(select.iter("option"))
    chosen = [option for option in options if option.get("selected") is not None]
    is_list = select.get("multiple") is not None
    # A menu in which nothing is chosen shows its first line, and where two are chosen the last.
    shown = chosen if is_list else (chosen or options[:1])[-1:]
    return " ".join(" ".join("".join(option.itertext()).split()) for option in shown)


def _typed(control: HtmlElement) -> str:
    kind = control.get("type", "text").strip().lower()
    if kind in _CHOICES:
        return "☑" if control.get("checked") is not None else "☐"
    return "" if kind in _NO_VALUE else control.get("value", "")
