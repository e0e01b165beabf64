"""Headings of one to four rows, merged across and down, combined into one text a column."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from schemas.layouts.vocabulary import Vocabulary
from transforms.grid import CellValue, Grid, MergedRange, cell_name
from transforms.headings.heading_lines import numbers_something, plain_column
from transforms.headings.heading_spans import column_of_span, merged_spans, spaced_spans
from transforms.periods.heading_periods import Mark

MAX_HEADER_DEPTH = 4
_SECOND_ROW = 2
_DATA = re.compile(r"[\s'=\"]*[\d.,/:() -]*\d[\d.,/:() \"-]*")


@dataclass(frozen=True, slots=True)
class Header:
    """A table's heading.

    Attributes:
        first_row: Sheet row of its first line, 1-based.
        depth: Number of its lines.
        texts: Combined text of each sheet column, '' where there is none; `texts[0]` is column A.
        plain_texts: The same without what adds nothing; empty where all of it is looked up.
        periods: The periods that each column's heading names; empty where `plain_texts` is.
    """

    first_row: int
    depth: int
    texts: tuple[str, ...]
    plain_texts: tuple[str, ...] = ()
    periods: tuple[tuple[Mark, ...], ...] = ()

    @property
    def looked_up(self) -> tuple[str, ...]:
        """What each column is looked up by in the layouts."""
        return self.plain_texts or self.texts

    @property
    def last_row(self) -> int:
        """Sheet row of its last line."""
        return self.first_row + self.depth - 1


def header_at(grid: Grid, first_row: int, depth: int) -> Header:
    """Combines the heading that stands in `depth` rows from `first_row` (1-based) down.

    A merged cell speaks for its whole block. Where the file keeps no merged blocks (csv, ods, xls), an
    empty cell of an upper line belongs to the group on its left as long as a lower line says something. A
    heading of no rows, which a table without headings has, says nothing anywhere.
    """
    if not depth:
        return Header(first_row, 0, ("",) * grid.column_count)
    return _header(first_row, _lines(grid, first_row, depth))


def _lines(grid: Grid, first_row: int, depth: int) -> list[list[str]]:
    """The texts of a heading's lines, each with what is merged into it."""
    lines = [list(grid.rows[first_row - 1 + offset]) for offset in range(depth)]
    for block in grid.merged:
        _spread(lines, block, first_row, grid)
    texts = [[_header_text(cell) for cell in line] for line in lines]
    spaced = spaced_spans(grid, texts, first_row + depth - 1)
    if spaced:
        _fill_spaced_names(texts, [span.start - 1 for span in spaced])
    else:
        _fill_names(texts)
    for span in [*spaced, *merged_spans(grid, first_row + depth - 1)]:
        _name_one_column(texts, span, column_of_span(grid, span, first_row + depth - 1))
    return texts


def _header(first_row: int, lines: Sequence[Sequence[str]]) -> Header:
    return Header(first_row, len(lines), tuple(_combine(column) for column in zip(*lines, strict=True)))


def header_candidates(
    grid: Grid, rows: Collection[int], vocabulary: Vocabulary | None = None
) -> Iterator[Header]:
    """Every heading, once, that one of these sheet rows could be a line of.

    With a vocabulary each comes also without what adds nothing, where there is any. A row may also be a
    banner over the heading, into which the code's own heading is merged. Other rows full of figures are
    data, unless they number what stands over them, and a line that says one thing of all columns is a
    title: a heading with one of them in it would be read for each file anew, and never fit.
    """
    figures = {
        row
        for row in _near(grid, rows)
        if row not in rows and is_of_figures(grid.rows[row - 1]) and not _numbers_words(grid, row, vocabulary)
    }
    places = dict.fromkeys(
        (first_row, depth)
        for row in rows
        for depth in range(1, MAX_HEADER_DEPTH + 1)
        for first_row in range(max(1, row - depth + 1), row + 2)
        if first_row + depth - 1 <= grid.row_count and figures.isdisjoint(range(first_row, first_row + depth))
    )
    for first_row, depth in places:
        lines = _lines(grid, first_row, depth)
        if _is_titled(lines):
            continue
        header = _header(first_row, lines)
        plain = None if vocabulary is None else _plain(header, lines, vocabulary)
        # Where nothing is left out it says the same, and its periods besides.
        if plain is None or plain.plain_texts != header.texts:
            yield header
        if plain is not None:
            yield plain


def _plain(header: Header, lines: Sequence[Sequence[str]], vocabulary: Vocabulary) -> Header | None:
    """The heading without what adds nothing; None where all of it says something."""
    columns = [plain_column(column, vocabulary) for column in zip(*lines, strict=True)]
    texts = tuple(text for text, _ in columns)
    periods = tuple(marks for _, marks in columns)
    if texts == header.texts and not any(periods):
        return None
    return replace(header, plain_texts=texts, periods=periods)


def _numbers_words(grid: Grid, row: int, vocabulary: Vocabulary | None) -> bool:
    """Whether a row of figures completes the words over it: 1, 2 under ชั้นประถมศึกษาปีที่."""
    if vocabulary is None or row < _SECOND_ROW:
        return False
    (words,) = _lines(grid, row - 1, 1)
    numbers = [_header_text(cell) for cell in grid.rows[row - 1]]
    word = ""
    for column, text in enumerate(words):
        # Where nothing is merged, a word reaches to the next one whatever lies between.
        words[column] = word = text or word
    return numbers_something(numbers, words, vocabulary)


def _near(grid: Grid, rows: Collection[int]) -> range:
    """The sheet rows that a heading with one of these in it may have."""
    return range(max(1, min(rows) - MAX_HEADER_DEPTH), min(max(rows) + MAX_HEADER_DEPTH, grid.row_count) + 1)


def is_of_figures(cells: Sequence[CellValue]) -> bool:
    """Whether most of what stands in a row is figures, written as such or as text."""
    filled = len(cells) - cells.count(None)
    texts = [cell for cell in cells if isinstance(cell, str)]
    figures = filled - len(texts) + sum(map(str.isdecimal, texts))
    return figures * 2 > filled


def holds_data(cells: Sequence[CellValue]) -> bool:
    """Whether a row holds a number, a day or a time, written as such or as text."""
    return any(cell is not None and (not isinstance(cell, str) or _DATA.fullmatch(cell)) for cell in cells)


def _is_titled(lines: Sequence[Sequence[str]]) -> bool:
    """Whether the uppermost of several lines says the same of every column."""
    said = {column[0] for column in zip(*lines, strict=True) if any(column)}
    return len(lines) > 1 and len(said) == 1 and said != {""}


def _spread(lines: list[list[CellValue]], block: MergedRange, first_row: int, grid: Grid) -> None:
    # A block may begin above: a banner row over the grades leaves the code's heading merged past it.
    last_row = first_row + len(lines) - 1
    if block.last_row < first_row or block.first_row > last_row:
        return
    value = grid.rows[block.first_row - 1][block.first_column - 1]
    for row in range(max(first_row, block.first_row), min(block.last_row, last_row) + 1):
        for column in range(block.first_column, block.last_column + 1):
            lines[row - first_row][column - 1] = value


def _header_text(cell: CellValue) -> str:
    return cell_name(cell) if cell is not None else ""


def _fill_names(lines: Sequence[list[str]]) -> None:
    # From below: a group's name reaches as far as the groups under it do, and no further than those over it.
    for upper in reversed(range(len(lines) - 1)):
        begins = [any(column) for column in zip(*lines[:upper], strict=True)]
        below = [next(filter(None, column), "") for column in zip(*lines[upper + 1 :], strict=True)]
        _fill_group_names(lines[upper], below, begins)


def _fill_group_names(upper: list[str], lower: Sequence[str], begins: Sequence[bool]) -> None:
    """Writes a group's name over the columns right of it that say something below.

    A group ends where one over it begins. A heading with nothing below it is no group. Where columns left of
    the first group say what columns within the groups say (ชาย before ป.1), the names stand in the middle of
    their groups: whose such a column is cannot be told, and it gets no name.
    """
    group = ""
    alone: set[str] = set()
    for column, text in enumerate(upper):
        if text:
            group = text if lower[column] else ""
        elif not lower[column] or (begins and begins[column]):
            group = ""
        elif group and lower[column] not in alone:
            upper[column] = group
        else:
            group = ""
            alone.add(lower[column])


def _fill_spaced_names(texts: list[list[str]], named: Sequence[int]) -> None:
    """Writes names of groups over the columns of a heading in which an empty column follows each name."""
    close = [[line[position] for position in named] for line in texts]
    _fill_names(close)
    for line, names in zip(texts, close, strict=True):
        for position, name in zip(named, names, strict=True):
            line[position] = name


def _name_one_column(texts: list[list[str]], span: range, column: int | None) -> None:
    """Gives the name over a span to the one column of it that the heading is for, if it is for one."""
    if column is not None:
        for line in texts:
            name = line[span.start - 1]
            line[span.start - 1 : span.stop - 1] = [name if other == column else "" for other in span]


def _combine(parts: Sequence[str]) -> str:
    """Joins the lines of one column, a text that a merged block repeats counted once."""
    return " ".join(dict.fromkeys(part for part in parts if part))
