"""Headings that stand among a table's rows: printed again, of another table, or glued to a row of data."""

from collections.abc import Collection, Sequence
from enum import Enum

from schemas.layouts.vocabulary import Vocabulary
from schemas.text import normalise_header
from transforms.cells.counts import is_figure
from transforms.grid import CellValue, Grid, cell_name
from transforms.headings.headers import header_at
from transforms.headings.recognise import Match

_FEWEST_WORDS = 2
"""One word of a heading may stand in any row (รวม, a grade); two of them are a heading."""

_FEWEST_LETTERS = 2


class SecondHeading(Enum):
    """What of a heading stands in a row under the table's own."""

    NONE = "none"
    """Nothing."""
    WHOLE = "whole"
    """The table's own heading again, all its lines."""
    LINE = "line"
    """One line of the table's own heading."""
    OTHER = "other"
    """A heading that is not the table's."""
    GLUED = "glued"
    """The table's own heading at the end of a row of data: a file put behind another without a line break."""
    GLUED_OTHER = "glued other"
    """The same, but whether it is the table's own heading cannot be told."""


class HeadingWatch:
    """Looks for headings under a table's own."""

    def __init__(
        self, grid: Grid, match: Match, key: int | None, vocabulary: Vocabulary | None = None
    ) -> None:
        """Looks up which texts of the sheet are words of headings: each text once, not once a row.

        Args:
            grid: The sheet.
            match: The table's layout and heading.
            key: Position of the column that says whose or what a row is, from 0; None where there is none.
            vocabulary: What headings may say, however it is spelt; without it only what this table's layout
                calls its columns is known.
        """
        self._vocabulary = vocabulary
        self._grid = grid
        self._match = match
        self._key = key
        header = match.header
        self._lines = [grid.rows[row - 1] for row in range(header.first_row, header.last_row + 1)]
        self._own = slice(match.columns.start - 1, match.columns.stop - 1)
        self._names = [normalise_header(header.texts[number - 1]) for number in sorted(match.known)]
        pieces = {normalise_header(cell) for line in self._lines for cell in line if isinstance(cell, str)}
        names = pieces | set(self._names) | match.layout.meanings.keys()
        bare = {name for name in names if name and not name.isdecimal()}
        self._names_known = tuple(bare)
        self._words = {text for text in grid.distinct_values if isinstance(text, str) and _bare(text) in bare}
        # A heading may number its grades, and a csv's figures are texts too: they are no words of it.
        own_texts = {cell for line in self._lines for cell in line if isinstance(cell, str)}
        self._words |= {text for text in own_texts if not is_figure(text)}
        # A table without headings prints none again.
        self._keys = set() if key is None or not header.depth else self._texts_like(header.texts[key], key)
        self._words |= self._keys

    def at(self, row: int) -> SecondHeading:
        """What of a heading stands in a sheet row (1-based)."""
        cells = self._grid.rows[row - 1]
        if self._words.isdisjoint(cells):
            return SecondHeading.NONE
        if self._is_heading(cells[self._own]) or (self._key is not None and cells[self._key] in self._keys):
            return self._of_lines(row)
        if self._match.title_columns is None and begins_with_data(cells, self._words):
            return SecondHeading.GLUED if self._ends_in_own_heading(cells) else SecondHeading.GLUED_OTHER
        return SecondHeading.NONE

    def is_decorated(self, row: int) -> bool:
        """Whether a sheet row without a code holds parts of a heading, or one with more: ป.3, ชาย (คน).

        That is looked at only in rows that are odd: it costs more than `at`.
        """
        own = [cell for cell in self._grid.rows[row - 1][self._own] if cell is not None]
        texts = [normalise_header(cell) for cell in own if isinstance(cell, str)]
        words = sum(text.startswith(self._names_known) or self._begins_name(text) for text in texts)
        return (words >= _FEWEST_WORDS and words * 2 > len(own)) or self._names_columns(row)

    def _names_columns(self, row: int) -> bool:
        """Whether a row says in columns of figures what headings say there, however it is spelt: ญ., Girls.

        Only there: in a column of their own grade and sex are data.
        """
        if self._vocabulary is None:
            return False
        meanings = self._match.layout.meanings
        cells = [
            self._grid.rows[row - 1][number - 1]
            for number, header in self._match.known.items()
            if any(meaning.code is not None for meaning in meanings[header])
        ]
        filled = [cell for cell in cells if cell is not None]
        words = sum(isinstance(cell, str) and self._vocabulary.is_piece(cell) for cell in filled)
        return words >= _FEWEST_WORDS and words * 2 > len(filled)

    def _begins_name(self, text: str) -> bool:
        return len(text) >= _FEWEST_LETTERS and any(name.startswith(text) for name in self._names_known)

    def _texts_like(self, header: str, position: int) -> set[str]:
        """The texts of a column that say what its heading says."""
        own = normalise_header(header)
        texts = {cell for cell in {row[position] for row in self._grid.rows} if isinstance(cell, str)}
        return {text for text in texts if normalise_header(text) == own}

    def _is_heading(self, cells: Sequence[CellValue]) -> bool:
        words = sum(cell in self._words for cell in cells)
        return words >= _FEWEST_WORDS and words * 2 > len(cells) - cells.count(None)

    def _of_lines(self, row: int) -> SecondHeading:
        if self._repeats_heading(row):
            return SecondHeading.WHOLE
        own = self._grid.rows[row - 1][self._own]
        if any(_says_what(own, line[self._own]) for line in self._lines):
            return SecondHeading.LINE
        return SecondHeading.OTHER

    def _repeats_heading(self, row: int) -> bool:
        """Whether the table's own heading stands again from a row down."""
        header = self._match.header
        if not header.depth or row + header.depth - 1 > self._grid.row_count:
            return False
        again = header_at(self._grid, row, header.depth).texts
        return all(
            normalise_header(again[at - 1]) == normalise_header(header.texts[at - 1])
            for at in self._match.known
        )

    def _ends_in_own_heading(self, cells: Sequence[CellValue]) -> bool:
        """Whether a row's last cells are the table's heading of one line, the first glued to a figure."""
        if self._match.header.depth != 1:
            return False
        texts = [normalise_header(cell_name(cell)) for cell in cells if cell is not None]
        first, *others = self._names
        tail = texts[-len(self._names) :]
        return tail[1:] == others and tail[0].endswith(first)


def begins_with_data(
    cells: Sequence[CellValue], words: Collection[CellValue], *, across_gaps: bool = False
) -> bool:
    """Whether a row is one of data in which words of a heading follow.

    Args:
        cells: The row.
        words: Texts that are words of headings.
        across_gaps: Whether empty cells may part the words from the data.
    """
    figures = run = 0
    is_behind_data = False
    for at, cell in enumerate(cells):
        if cell in words:
            is_behind_data = is_behind_data if run else across_gaps or cells[at - 1] is not None
            run += 1
            if run >= _FEWEST_WORDS and is_behind_data and figures >= _FEWEST_WORDS:
                return True
        else:
            figures += is_figure(cell)
            run = 0
    return False


def _says_what(cells: Sequence[CellValue], line: Sequence[CellValue]) -> bool:
    """Whether everything in a row stands in the same column of a heading's line."""
    return all(
        normalise_header(cell_name(cell)) == normalise_header(cell_name(above))
        for cell, above in zip(cells, line, strict=True)
        if cell is not None
    )


def _bare(text: str) -> str:
    """What is cheaply taken off: most texts of a sheet are no heading, and need no more."""
    return "".join(text.split()).replace(".", "").replace("_", "").casefold()
