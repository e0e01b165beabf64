"""What a browser shows of a web page: not what is hidden, and of controls the value that was chosen."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree
from lxml.html import HtmlElement

from edusandbox.sources.readers.cell_marks import Font, Run, read_runs
from edusandbox.sources.readers.web_effects import NO_EFFECTS, Effects
from edusandbox.sources.readers.web_styles import StyleSheet
from schemas.issues import Finding, Place

STRUCTURE = frozenset({"table", "thead", "tbody", "tfoot", "tr", "td", "th", "col", "colgroup"})
"""Parts of tables: what is hidden of them is a hidden row, column or sheet."""
_CELLS = frozenset({"td", "th"})
_WITHIN_LINES = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "cite", "code", "data", "del", "dfn", "em"}
    | {"font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "s", "samp", "small", "span", "strike"}
    | {"strong", "sub", "sup", "time", "tt", "u", "var", "wbr"}
)
_MADE_BY_OFFICE = ":"
_STRUCK, _RAISED = frozenset({"del", "s", "strike"}), frozenset({"sup", "sub"})
_MARKING = _STRUCK | _RAISED
_CONTROLS = ("select", "input", "textarea", "datalist")
_NO_VALUE = frozenset({"hidden", "button", "submit", "reset", "image", "file", "password"})
_CHOICES = frozenset({"checkbox", "radio"})
_COMMENT_MARKS = frozenset({"msocomanchor", "msocomhide", "msocomtxt"})


@dataclass(slots=True)
class Rendering:
    """Which parts of a page are not shown as plain text; the page itself is left with what it shows.

    Attributes:
        styles: The page's style sheets.
        hidden: Rows, columns, cells and tables that are not shown.
        blank: Of these the cells that keep their place all the same.
        struck: Elements whose text is struck out.
        raised: Elements whose text is raised or lowered.
        doubtful: Elements of which it is not known what styles do to them.
        lines: Elements that styles give lines of their own.
        formats: Number formats of cells that may show a whole number as something else.
    """

    styles: StyleSheet
    hidden: set[HtmlElement] = field(default_factory=set)
    blank: set[HtmlElement] = field(default_factory=set)
    struck: set[HtmlElement] = field(default_factory=set)
    raised: set[HtmlElement] = field(default_factory=set)
    doubtful: set[HtmlElement] = field(default_factory=set)
    lines: set[HtmlElement] = field(default_factory=set)
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
    for details in page.iter("details"):
        _close(details)
    hidden = []
    for element in page.iter(etree.Element):
        effects = rendering.styles.effects(element)
        if effects is not NO_EFFECTS or element.tag in _MARKING:
            _note(rendering, element, effects)
        if rendering.styles.is_doubtful(element):
            rendering.doubtful.add(element)
        if effects.is_hidden or _hides_itself(element):
            hidden.append((element, effects))
    for element, effects in hidden:
        if element.tag not in STRUCTURE:
            _hide(element, rendering)
            continue
        rendering.hidden.add(element)
        if element.tag in _CELLS and effects.keeps_place and element.get("hidden") is None:
            rendering.blank.add(element)
    _part_lines(page, rendering)
    return rendering


def _part_lines(page: HtmlElement, rendering: Rendering) -> None:
    """Puts a blank where a browser begins a line: 12 over 3 is not 123.

    Elements that are not known to stand within a line are taken to part it: a figure that is torn apart is
    asked about, and one that is put together is not.
    """
    for element in page.iter(etree.Element):
        if element in rendering.lines or _parts_lines(str(element.tag)):
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"


def _parts_lines(tag: str) -> bool:
    return tag not in STRUCTURE and tag not in _WITHIN_LINES and _MADE_BY_OFFICE not in tag


def _note(rendering: Rendering, element: HtmlElement, effects: Effects) -> None:
    if effects.is_struck or element.tag in _STRUCK:
        rendering.struck.add(element)
    # Of a cell the style says where in its height the text stands.
    if element.tag in _RAISED or (effects.is_raised and element.tag not in STRUCTURE):
        rendering.raised.add(element)
    if effects.is_line:
        rendering.lines.add(element)
    if effects.format_code and element.tag in _CELLS:
        rendering.formats[element] = effects.format_code


def _hides_itself(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or (element.tag == "dialog" and element.get("open") is None):
        return True
    classes = element.get("class")
    return classes is not None and not _COMMENT_MARKS.isdisjoint(classes.split())


def show_text(
    element: HtmlElement, rendering: Rendering, row: int | None = None, column: int | None = None
) -> tuple[str, tuple[Finding, ...]]:
    """What a cell or another part of the page shows, white space folded.

    Args:
        element: A part of the rendered page.
        rendering: What is not plain text there.
        row: Row of the cell.
        column: Column of the cell.

    Returns:
        The text, and what is said of characters that were taken off.
    """
    if not (rendering.struck or rendering.raised):
        return _folded(element.itertext()), ()
    text, findings = read_runs(list(_runs(element, rendering)), Place(row=row, column=column))
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


def _close(details: HtmlElement) -> None:
    """Hides what stands under a heading (`summary`) that is yet to be opened."""
    if details.get("open") is not None:
        return
    details.text = None
    heading = details.find("summary")
    for child in details:
        child.tail = None
        if child is not heading:
            child.set("hidden", "")


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
    # A field has an edge of its own: what stands beside it is another text.
    is_seen = control.tag != "datalist" and control.get("type", "").strip().lower() != "hidden"
    for name in set(control.attrib) - {"class", "style", "id", "hidden"}:
        del control.attrib[name]
    control.tag, control.text, control.tail = "span", f" {text} " if is_seen else text, tail


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
