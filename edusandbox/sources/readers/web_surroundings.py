"""What a web page says around its tables: its title, headings, captions, paragraphs, notes."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lxml import etree
from lxml.html import HtmlElement

from edusandbox.sources.readers.page_headers import header_lines
from edusandbox.sources.readers.web_rendering import Rendering, show_text
from transforms.grid import Grid

_LINES = frozenset(
    {"title", "caption", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "tr", "center"}
    | {"table", "address", "blockquote", "pre", "legend", "section", "article", "header", "footer", "main"}
    | {"form", "fieldset", "br", "hr"}
)
_HEADING_LEVELS = {f"h{level}": level for level in range(1, 7)}
_NOT_TEXT = frozenset({"nav", "button", "noscript", "iframe"})
_BETWEEN_LINKS = " \t\r\n\xa0|/»>:·•-[]()"
_PARAGRAPH = 9
_MOST_LINES = 12
_MOST_TITLE_ROWS, _MOST_TITLE_CELLS = 12, 4


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the page; headings have levels from 1, other texts one below them all."""

    text: str
    level: int = _PARAGRAPH


@dataclass(slots=True)
class _Page:
    """The page while it is read from the top: which lines a table that follows would stand under."""

    lines: list[_Line] = field(default_factory=list)
    below: list[list[str]] = field(default_factory=list)
    _is_new_part: bool = False
    _takes_notes: bool = False

    def add(self, line: _Line) -> None:
        """Adds a line; a heading ends the parts of headings that are not above it."""
        if line.level < _PARAGRAPH:
            self._takes_notes = False
            ended = [at for at, each in enumerate(self.lines) if line.level <= each.level < _PARAGRAPH]
            del self.lines[min(ended, default=len(self.lines)) :]
        elif self._takes_notes and len(self.below[-1]) < _MOST_LINES:
            self.below[-1].append(line.text)
        if self._is_new_part:
            # Paragraphs over the table before are none of the following table's if that has its own.
            self.lines = [each for each in self.lines if each.level < _PARAGRAPH]
            self._is_new_part = False
        self.lines.append(line)

    def add_table(self) -> tuple[str, ...]:
        """Passes a table; returns the lines that it stands under."""
        self._is_new_part = self._takes_notes = True
        self.below.append([])
        first_near = len(self.lines) - _MOST_LINES
        return tuple(
            line.text for at, line in enumerate(self.lines) if at >= first_near or line.level < _PARAGRAPH
        )


def with_surroundings(
    page: HtmlElement, tables: Sequence[tuple[HtmlElement, Grid]], rendering: Rendering
) -> tuple[Grid, ...]:
    """Gives each table of a page what stands around it.

    A table stands under the headings in force, as in a document's outline, and under the paragraphs
    between it and the table before; a small table of words counts as such. Links lead elsewhere and say
    nothing of a table.

    Args:
        page: The page.
        tables: Its tables with their grids, in the page's order.
        rendering: What the page hides and strikes out.

    Returns:
        The grids with `text_above` and `text_below`.
    """
    grid_of = dict(tables)
    outline = _Page()
    above: list[tuple[str, ...]] = []
    line = _Collector(outline, rendering)
    walk = etree.iterwalk(page, events=("start", "end"))
    for event, element in walk:
        if event == "start" and element in grid_of:
            line.end()
            line.add_captions(element)
            above.append(outline.add_table())
            _add_words(outline, grid_of[element])
            walk.skip_subtree()
        elif event == "start" and element.tag in _NOT_TEXT:
            walk.skip_subtree()
        elif event == "start":
            line.start(element)
        elif element not in grid_of and element.tag not in _NOT_TEXT:
            line.close(element)
        if event == "end":
            line.add(element.tail)
    line.end()
    printed = rendering.styles.page
    header, footer = (
        header_lines(printed.get("mso-header-data")),
        header_lines(printed.get("mso-footer-data")),
    )
    return tuple(
        replace(grid, text_above=(*header, *over), text_below=(*under, *footer))
        for (_, grid), over, under in zip(tables, above, outline.below, strict=True)
    )


def _add_words(outline: _Page, grid: Grid) -> None:
    """Adds a table that merely arranges a title as lines."""
    rows = [[str(cell) for cell in row if cell is not None] for row in grid.rows]
    is_small = len(rows) <= _MOST_TITLE_ROWS and max(map(len, rows)) <= _MOST_TITLE_CELLS
    if is_small and all(sum(map(str.isdecimal, row)) <= 1 for row in rows):
        for row in filter(None, rows):
            outline.add(_Line(" ".join(row)))


class _Collector:
    """Puts the texts of elements together to lines."""

    def __init__(self, outline: _Page, rendering: Rendering) -> None:
        self._outline = outline
        self._rendering = rendering
        self._passed_over = rendering.hidden | rendering.struck | rendering.raised
        self._parts: list[str] = []
        self._is_link = True
        self._level = _PARAGRAPH
        self._links = self._silent = 0

    def start(self, element: HtmlElement) -> None:
        if element.tag in _LINES:
            self.end()
        self._level = _HEADING_LEVELS.get(str(element.tag), self._level)
        self._links += element.tag == "a"
        self._silent += element in self._passed_over
        # The cells of one row are one line.
        self.add(" " if element.tag in {"td", "th"} else None)
        self.add(element.text)

    def close(self, element: HtmlElement) -> None:
        self._links -= element.tag == "a"
        self._silent -= element in self._passed_over
        if element.tag in _LINES:
            self.end()
        if element.tag in _HEADING_LEVELS:
            self._level = _PARAGRAPH

    def add(self, text: str | None) -> None:
        if text and not self._silent:
            self._parts.append(text)
            self._is_link = self._is_link and (self._links > 0 or not text.strip(_BETWEEN_LINKS))

    def add_captions(self, table: HtmlElement) -> None:
        for caption in table.iterchildren("caption"):
            text, _ = show_text(caption, self._rendering)
            if text:
                self._outline.add(_Line(text))

    def end(self) -> None:
        text = " ".join("".join(self._parts).split())
        if text and not self._is_link:
            self._outline.add(_Line(text, self._level))
        self._parts.clear()
        self._is_link = True
