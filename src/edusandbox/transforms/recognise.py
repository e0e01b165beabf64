"""Which form and layout a sheet is, told from its headings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from rapidfuzz import fuzz, process

from edusandbox.transforms.grid import Grid
from edusandbox.transforms.headers import Header, header_candidates
from edusandbox.transforms.layouts import IGNORED_FIELD, Layout
from edusandbox.transforms.text import cell_name, normalise_header

HEADER_SEARCH_ROWS = 60
"""Headings stand near the top; offices put at most some title and note rows before them."""
_MIN_HEADER_CELLS = 3
_SIMILAR = 72.0
"""rapidfuzz ratio above which two headings are likely the same word misspelt."""
_NEAR_FIT = 0.5
"""Fit from which a sheet is called nearly the layout."""


@dataclass(frozen=True, slots=True)
class Match:
    """How well a sheet's heading fits a layout.

    Attributes:
        layout: The layout.
        header: The heading.
        known: Normalised headings that the layout knows, by sheet column (1-based).
        absent: Headings that the layout asks for and the sheet has not.
        misspelt: Headings that look like one of the layout's: the layout's, by sheet column (1-based).
        unknown: The sender's headings that the layout does not know, by sheet column (1-based).
        repeated: Headings that mean what an earlier column means already, by sheet column (1-based).
    """

    layout: Layout
    header: Header
    known: Mapping[int, str]
    absent: tuple[str, ...]
    misspelt: Mapping[int, str]
    unknown: Mapping[int, str]
    repeated: Mapping[int, str]

    @property
    def is_complete(self) -> bool:
        """Whether the table can be read by this layout."""
        return not (self.absent or self.misspelt or self.repeated)

    @property
    def fit(self) -> float:
        """Share of the columns that the layout asks for which are there or stand there misspelt, 0 to 1."""
        missing = len(set(self.absent) - set(self.misspelt.values()))
        present = len({self._first_field(header) for header in self.known.values()} - {IGNORED_FIELD})
        found = present + len(self.misspelt)
        return found / (found + missing) if found else 0.0

    @property
    def is_near(self) -> bool:
        """Whether the sender most likely meant this layout."""
        return self.fit > _NEAR_FIT

    def _first_field(self, header: str) -> str:
        return self.layout.meanings[header][0].field

    @property
    def rank(self) -> tuple[bool, int, int, int]:
        """Sort key: the greater, the better the fit."""
        needed = sum(self._first_field(header) != IGNORED_FIELD for header in self.known.values())
        return (self.is_complete, needed, -len(self.absent), -self.header.depth)


def recognise(grid: Grid, layouts: Sequence[Layout]) -> Match | None:
    """Finds the heading and layout that fit a sheet best.

    Args:
        grid: The sheet.
        layouts: Every layout of every form.

    Returns:
        The best match, perhaps an incomplete one; None where no layout knows any heading of the sheet.
    """
    matches = [
        match
        for row in _likely_header_rows(grid, layouts)
        for header in header_candidates(grid, row)
        for layout in layouts
        if (match := _match(header, layout)).known
    ]
    if not matches:
        return None
    # The costly search for misspelt headings is worth it only for the layouts that fit best.
    ranked = sorted(matches, key=lambda match: match.rank, reverse=True)
    return max((_with_misspelt(match) for match in ranked[:3]), key=lambda match: match.rank)


def _likely_header_rows(grid: Grid, layouts: Sequence[Layout]) -> list[int]:
    """Sheet rows (1-based) worth trying: those with the most headings that some layout knows."""
    words = {header for layout in layouts for header in layout.meanings}
    hits = {}
    for number, row in enumerate(grid.rows[:HEADER_SEARCH_ROWS], start=1):
        texts = [normalise_header(cell_name(cell)) for cell in row if isinstance(cell, str)]
        if len(texts) >= _MIN_HEADER_CELLS:
            hits[number] = sum(text in words for text in texts)
    best = max(hits.values(), default=0)
    return [number for number, count in hits.items() if count == best > 0]


def _match(header: Header, layout: Layout) -> Match:
    normalised = {column: normalise_header(text) for column, text in enumerate(header.texts, 1) if text}
    known: dict[int, str] = {}
    repeated: dict[int, str] = {}
    seen: set[tuple[str, str | None, str]] = set()
    for column, text in normalised.items():
        meanings = {
            (each.field, each.code, each.taken_from)
            for each in layout.meanings.get(text, ())
            if each.field != IGNORED_FIELD
        }
        if meanings & seen:
            repeated[column] = header.texts[column - 1]
        elif text in layout.meanings:
            known[column] = text
        seen |= meanings
    unknown = {
        column: header.texts[column - 1] for column in normalised.keys() - known.keys() - repeated.keys()
    }
    return Match(
        layout, header, known, layout.absent(known.values()), {}, dict(sorted(unknown.items())), repeated
    )


def _with_misspelt(match: Match) -> Match:
    present = set(match.known.values())
    fields = {(each.field, each.code) for text in present for each in match.layout.meanings[text]}
    expected = {
        text: meanings[0].header
        for text, meanings in match.layout.meanings.items()
        if meanings[0].field != IGNORED_FIELD
        and (meanings[0].field, meanings[0].code) not in fields
        and meanings[0].header
    }
    misspelt = {}
    for column, text in match.unknown.items():
        nearest = process.extractOne(
            normalise_header(text), expected.keys(), scorer=fuzz.ratio, score_cutoff=_SIMILAR
        )
        if nearest is not None:
            misspelt[column] = expected[nearest[0]]
    return replace(match, misspelt=misspelt)
