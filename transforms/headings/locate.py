"""Where in a sheet its tables stand: one under another, side by side, with titles, notes and lists around."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from math import isnan

from schemas.layouts.layout import Layout
from schemas.layouts.vocabulary import Vocabulary
from schemas.text import normalise_header
from transforms.cells.counts import parse_count
from transforms.grid import CellValue, Grid, cell_name
from transforms.headings.headers import (
    MAX_HEADER_DEPTH,
    Header,
    header_at,
    header_candidates,
)
from transforms.headings.heading_rows import heading_rows, regions
from transforms.headings.recognise import Match, match_layout, with_misspelt
from transforms.headings.shapes import has_declared_values, shaped_table
from transforms.rows.own_columns import rows_say_otherwise
from transforms.rows.sheet_values import SheetValue, sheet_values
from transforms.rows.titles import lines_of, sheet_title_of, states_day_of_figures

_MOST_TITLE_CELLS = 3
_MOST_TITLE_ROWS = 12
_COSTLY_MATCHES = 3


@dataclass(frozen=True, slots=True)
class Located:
    """What a sheet holds.

    Attributes:
        tables: Headings that fit a layout, from the top down and from left to right.
        unread: The heading that came nearest where none fits, or further headings that fit no layout.
    """

    tables: tuple[Match, ...] = ()
    unread: tuple[Match, ...] = ()

    def unread_rows(self, grid: Grid) -> list[range]:
        """The rows of tables that most likely belong to the return and could not be read."""
        starts = sorted(match.title_row for match in self.tables)
        near = [match for match in self.unread if match.is_near]
        following = [
            min((row for row in starts if row > match.title_row), default=grid.row_count + 1)
            for match in near
        ]
        return [range(match.title_row, end) for match, end in zip(near, following, strict=True)]


def locate_tables(
    grid: Grid, vocabulary: Vocabulary, file_name: str = "", agency_codes: Collection[str] = ()
) -> Located:
    """Finds the headings of a sheet and the layouts that fit them.

    Args:
        grid: The sheet.
        vocabulary: What headings may say.
        file_name: The file's name, which may state a school, grade or sex for all rows.
        agency_codes: Codes of agencies, which are not codes of schools.

    Returns:
        The tables. A heading that stands again (a printed table's next page) begins a table of its own
        only under a title that states something else. A sheet without headings holds the table whose
        declared shape it has.
    """
    finder = _Finder(grid, vocabulary, file_name, agency_codes)
    tables: list[Match] = []
    unread: list[Match] = []
    last_header_row = last_near_row = 0
    for region in regions(heading_rows(grid, vocabulary)):
        if region[0] <= last_header_row or finder.continues(tables, region):
            continue
        best = finder.best(region, max(last_header_row, last_near_row))
        if best is None:
            continue
        if best[0].is_complete:
            tables = _closed(tables, best[0]) + [
                replace(each, sheet_title=finder.sheet_title(tables)) for each in best
            ]
            last_header_row = best[0].header.last_row
        elif best[0].is_near or not tables:
            if best[0].is_near:
                tables = _closed(tables, best[0])
                # Its rows are no title of what stands below it.
                last_near_row = best[0].header.last_row
            unread += best
    shaped = _without_headings(grid, vocabulary, tables)
    if shaped is None:
        return Located(tuple(tables), tuple(unread))
    return Located((shaped, *_closed_above(tables)), tuple(match for match in unread if match.is_near))


def _without_headings(grid: Grid, vocabulary: Vocabulary, tables: Sequence[Match]) -> Match | None:
    """The table without headings that a sheet holds, or that stands over the first one with headings."""
    if not tables:
        return shaped_table(grid, vocabulary.layouts)
    last_row = tables[0].header.first_row - 1
    shaped = shaped_table(replace(grid, rows=grid.rows[:last_row]), vocabulary.layouts) if last_row else None
    return None if shaped is None else replace(shaped, last_row=last_row)


def _closed_above(tables: Sequence[Match]) -> list[Match]:
    """The tables under one without headings, whose rows are no title of the first."""
    return [replace(each, title_row=each.header.first_row) for each in tables[:1]] + list(tables[1:])


def _closed(tables: Sequence[Match], following: Match) -> list[Match]:
    """Ends the tables above where the title of the following one begins."""
    last_row = following.title_row - 1
    return [replace(each, last_row=last_row) if each.last_row is None else each for each in tables]


class _Finder:
    def __init__(
        self, grid: Grid, vocabulary: Vocabulary, file_name: str, agency_codes: Collection[str]
    ) -> None:
        self._grid = grid
        self._vocabulary = vocabulary
        self._file_name = file_name
        self._agency_codes = agency_codes
        self._heading_above = 0
        self._values_by_title: dict[str, dict[str, SheetValue]] = {}

    def best(self, region: Sequence[int], heading_above: int) -> list[Match] | None:
        """The tables under the heading of a region: one, several side by side, or what comes nearest.

        Args:
            region: Sheet rows that look like a heading.
            heading_above: Last row of the heading of the tables above; 0 where there are none.
        """
        self._heading_above = heading_above
        headers = list(header_candidates(self._grid, region[:_MOST_TITLE_ROWS], self._vocabulary))
        matches = [match for header in headers for match in self._matches(header)]
        if not matches:
            return None
        # The costly search for misspelt headings is worth it only for the layouts that fit best.
        ranked = sorted(matches, key=lambda match: match.rank, reverse=True)
        best = max((with_misspelt(match) for match in ranked[:_COSTLY_MATCHES]), key=lambda match: match.rank)
        beside = [tables for header in headers if (tables := self._side_by_side(header))]
        if not beside:
            best = _of_several_periods(best, matches)
        tables = max([[best], *beside], key=_joint_rank)
        return tables if tables[0].is_complete else [self._with_all_rows(best, region)]

    def _with_all_rows(self, match: Match, region: Sequence[int]) -> Match:
        """Adds what stands in rows of the heading that do not fit into the match."""
        header = match.header
        rows = {*region, *range(header.first_row, header.last_row + 1)}
        cells = (
            cell_name(cell)
            for row in sorted(rows)
            if row - header.last_row <= MAX_HEADER_DEPTH and header.first_row - row <= MAX_HEADER_DEPTH
            for cell in self._grid.rows[row - 1]
            if isinstance(cell, str)
        )
        heading = self._vocabulary.heading
        texts = dict.fromkeys(text for text in (*cells, *header.looked_up) if text)
        found = {text: key for text in texts if (key := heading(match.layout, text)) is not None}
        return replace(match, elsewhere=frozenset(found.values()), seen=tuple(found))

    def continues(self, tables: Sequence[Match], region: Sequence[int]) -> bool:
        """Whether a region is the heading of the last table again, under no title that states otherwise."""
        if not tables:
            return False
        header = tables[-1].header
        columns = [at for each in tables if each.header.first_row == header.first_row for at in each.known]
        again = [
            candidate
            for candidate in header_candidates(self._grid, region[:1], self._vocabulary)
            if candidate.depth == header.depth
            and self._says_again(candidate, header, columns)
            and not self._says_more(candidate, header, tables[-1].layout)
        ]
        if not again:
            return False
        self._heading_above = header.last_row
        title_row = self._title_row(again[0])
        title = lines_of(self._grid, range(title_row, again[0].first_row))
        return not title or title == lines_of(self._grid, tables[-1].title_rows)

    def _says_again(self, header: Header, above: Header, columns: Sequence[int]) -> bool:
        """Whether a heading says in these columns what the one above says there."""
        whole = header_at(self._grid, above.first_row, above.depth)
        return all(
            normalise_header(header.texts[at - 1]) == normalise_header(whole.texts[at - 1]) for at in columns
        )

    def _says_more(self, header: Header, above: Header, layout: Layout) -> bool:
        """Whether a heading has columns of the layout that the one above has not: a grade more."""
        whole = header_at(self._grid, above.first_row, above.depth)
        return any(
            text
            and normalise_header(text) != normalise_header(before)
            and self._vocabulary.heading(layout, text)
            for text, before in zip(header.texts, whole.texts, strict=True)
        )

    def sheet_title(self, tables: Sequence[Match]) -> str:
        """The title over the first of the sheet's tables; empty where there is none yet."""
        return sheet_title_of(self._grid, tables[0].title_rows) if tables else ""

    def _matches(self, header: Header, columns: range | None = None) -> list[Match]:
        title_row = self._title_row(header)
        stated = self._stated(range(title_row, header.first_row), columns)
        return [
            replace(match, title_row=title_row, title_columns=columns)
            for layout in self._vocabulary.layouts
            if (match := match_layout(header, layout, self._vocabulary, stated)).known
            and not (match.is_complete and self._is_refuted(match))
        ]

    def _is_refuted(self, match: Match) -> bool:
        """Whether the cells under a heading that fits a layout show that it is not meant."""
        return not has_declared_values(self._grid, match) or rows_say_otherwise(
            self._grid, match, self._vocabulary
        )

    def _stated(self, title_rows: range, columns: range | None) -> dict[str, SheetValue]:
        title = lines_of(self._grid, title_rows, columns)
        if title not in self._values_by_title:
            # Apart from the title: a page with a table for each grade names several of them over the first.
            over_sheet = "\n".join(self._grid.text_above)
            texts = (title, over_sheet, self._grid.sheet_name, self._file_name)
            values = sheet_values(texts, self._vocabulary.code_lists, self._agency_codes)
            self._values_by_title[title] = values
        return self._values_by_title[title]

    def _side_by_side(self, header: Header) -> list[Match]:
        """The tables of a heading that says the same again further right; none unless each part fits."""
        starts = _segment_starts(header)
        if len(starts) == 1:
            return []
        ends = [*starts[1:], len(header.texts) + 1]
        parts = [range(start, end) for start, end in zip(starts, ends, strict=True)]
        complete: list[Match] = []
        for part in parts:
            best = max(self._matches(_only(header, part), part), key=lambda match: match.rank, default=None)
            if best is None or not best.is_complete:
                return []
            complete.append(best)
        return complete

    def _title_row(self, header: Header) -> int:
        """First row of the title: text rows and blank ones above the heading, up to another table's."""
        if not self._heading_above:
            return 1
        row = first = header.first_row
        while row > self._heading_above + 1 and header.first_row - row < _MOST_TITLE_ROWS:
            filled = [cell for cell in self._grid.rows[row - 2] if cell is not None]
            if not _is_title(filled):
                break
            row -= 1
            first = row if filled else first
        return first


def _is_title(filled: Sequence[CellValue]) -> bool:
    """Whether what stands in a row may be a line of a title: few texts, perhaps each in several columns."""
    if len(set(filled)) > _MOST_TITLE_CELLS:
        return False
    # A csv's figures are texts as well, and a school may have as many boys as girls, or none.
    count_count = sum(not isnan(parse_count(cell)[0]) for cell in filled)
    is_text = all(isinstance(cell, str) for cell in filled) and count_count * 2 <= len(filled)
    return is_text or states_day_of_figures(filled)


def _of_several_periods(best: Match, matches: Sequence[Match]) -> Match:
    """The same heading with the line that says of how many periods its columns are, where there is one."""
    of_several = [each for each in matches if each.periods and each.needed_count >= best.needed_count]
    return max(of_several, key=lambda match: match.rank, default=best)


def _joint_rank(tables: Sequence[Match]) -> tuple[int, ...]:
    """Sort key of tables that share a heading row: the greater, the more of the row is understood."""
    ranks = [each.rank for each in tables]
    is_complete = all(each.is_complete for each in tables)
    return (is_complete, *(sum(parts) for parts in zip(*(rank[1:] for rank in ranks), strict=True)))


def _segment_starts(header: Header) -> list[int]:
    """The columns (1-based) where a heading begins anew; only the first without a repetition."""
    by_text: dict[str, list[int]] = {}
    for column, text in enumerate(header.texts, start=1):
        if text:
            by_text.setdefault(normalise_header(text), []).append(column)
    repeated = next((columns for columns in by_text.values() if len(columns) > 1), [1])
    return [1, *repeated[1:]]


def _only(header: Header, columns: range) -> Header:
    """The heading with the texts of these columns alone."""
    first, end = columns.start - 1, columns.stop - 1
    before, after = ("",) * first, ("",) * (len(header.texts) - end)
    texts, plain = (
        (*before, *each[first:end], *after) if each else () for each in (header.texts, header.plain_texts)
    )
    return replace(header, texts=texts, plain_texts=plain)
