"""The rows of a recognised table: which are data, which are totals, benchmarks or notes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from schemas.issues import Place
from schemas.layouts.columns import IGNORED_FIELD
from schemas.layouts.vocabulary import Vocabulary
from transforms.cells.code_text import read_school_code
from transforms.grid import CellValue, Grid, cell_name, cell_text
from transforms.headings.recognise import Match
from transforms.headings.second_headings import HeadingWatch, SecondHeading
from transforms.rows.table_rows import Column, RowClassifier, RowKind
from transforms.rows.titles import lines_of


@dataclass(frozen=True, slots=True)
class Table:
    """A recognised table and its rows; row numbers are sheet rows, 1-based.

    Attributes:
        grid: The sheet.
        match: Its layout and heading.
        columns: The columns that the layout reads.
        data_rows: Rows that speak of a school.
        total_rows: Rows of totals over the table.
        benchmark_rows: Rows of an area or the country among the schools.
        unlabelled_row: The one of the totals rows that does not say so: it is the last and has no code.
        other_heading_row: Row of a heading unlike the table's, where reading stopped; None if there is none.
        heading_rows: Rows of the heading, wherever it stands again, and of units and numbers under it.
        glued_rows: Data rows in which a heading follows the data.
    """

    grid: Grid
    match: Match
    columns: tuple[Column, ...]
    data_rows: tuple[int, ...]
    total_rows: tuple[int, ...]
    benchmark_rows: tuple[int, ...]
    unlabelled_row: int | None = None
    other_heading_row: int | None = None
    heading_rows: frozenset[int] = frozenset()
    glued_rows: tuple[int, ...] = ()

    @property
    def title(self) -> str:
        """The texts above the heading, one line each row, and the period that the heading names."""
        title = lines_of(self.grid, self.match.title_rows, self.match.title_columns)
        return f"{title}\n{self.match.period}" if self.match.period else title

    @property
    def over_sheet(self) -> str:
        """What stands over the sheet and in none of its cells, if this is the first table under it."""
        return "\n".join(self.grid.text_above) if self.match.title_row == 1 else ""

    @property
    def notes(self) -> str:
        """The texts under the last row with figures and those under the sheet, one line each row."""
        last = max((*self.data_rows, *self.total_rows, *self.benchmark_rows), default=0)
        if not last:
            return ""
        rows = range(last + 1, (self.match.last_row or self.grid.row_count) + 1)
        notes = lines_of(self.grid, rows, self.match.title_columns)
        return "\n".join(filter(None, (notes, *self._under_sheet)))

    @property
    def _under_sheet(self) -> tuple[str, ...]:
        return self.grid.text_below if self.match.last_row is None else ()

    @property
    def area_rows(self) -> tuple[int, ...]:
        """The benchmark rows of an area, of which counts are totals; those of the country are not of it."""
        code = self.column("school_code")
        if code is None:
            return ()
        cells = self.cells(code, self.benchmark_rows)
        return tuple(
            row
            for row, cell in zip(self.benchmark_rows, cells, strict=True)
            if read_school_code(cell).text.strip("0")
        )

    def with_area_rows(self, rows: Collection[int]) -> "Table":
        """The table if some of its data rows are of an area, whose code the registry does not know."""
        return replace(
            self,
            data_rows=tuple(row for row in self.data_rows if row not in rows),
            benchmark_rows=tuple(sorted((*self.benchmark_rows, *rows))),
        )

    def with_unlabelled_row_as_data(self) -> "Table":
        """The table if the row that does not say what it is speaks of a school after all."""
        if self.unlabelled_row is None:
            return self
        return replace(
            self,
            data_rows=(*self.data_rows, self.unlabelled_row),
            total_rows=self.total_rows[:-1],
            unlabelled_row=None,
        )

    def column(self, field: str) -> Column | None:
        """The column of a field, or None."""
        return next((each for each in self.columns if each.meaning.field == field), None)

    def cells(self, column: Column, rows: tuple[int, ...]) -> list[CellValue]:
        """A column's cells in the given sheet rows."""
        position = column.number - 1
        return [self.grid.rows[row - 1][position] for row in rows]

    def place(self, row: int | None, column: Column | None) -> Place:
        """A place in this table, with what was typed there and the school that the row is about."""
        number, header = (column.number, column.header) if column else (None, None)
        if row is None:
            return Place(self.grid.sheet_name, None, number, header)
        cells = self.grid.rows[row - 1]
        typed = cell_text(cells[number - 1]) if number else None
        code, name = self.column("school_code"), self.column("school_name")
        return Place(
            self.grid.sheet_name,
            row,
            number,
            header,
            typed or None,
            (read_school_code(cells[code.number - 1]).text if code else self.stated("school_code")) or None,
            (cell_name(cells[name.number - 1]) if name else self.stated("school_name")) or None,
        )

    def stated(self, field: str) -> str | None:
        """What the sheet's name or title says of all rows, or None."""
        value = self.match.stated.get(field)
        return value.text if value else None

    def typed_row(self, row: int, private_fields: Collection[str]) -> dict[str, str]:
        """A row as typed: heading -> text, empty cells left out.

        Columns that the layout does not read and those of private fields are left out as well: they may
        hold what nobody may keep.
        """
        cells = self.grid.rows[row - 1]
        return {
            column.header: cell_text(cell)
            for whole in self.columns
            for column in dict.fromkeys((whole, *whole.sections))
            if column.meaning.field not in private_fields and (cell := cells[column.number - 1]) is not None
        }


def read_table(
    grid: Grid,
    match: Match,
    agency_codes: Collection[str] = (),
    vocabulary: Vocabulary | None = None,
) -> Table:
    """Tells the rows under a recognised heading apart.

    A heading that is repeated is passed over; where another one begins, reading stops and
    `other_heading_row` says so. A row with figures and no code may be a totals row only as the last of the
    table.

    Args:
        grid: The sheet.
        match: Its layout and heading.
        agency_codes: Codes of agencies, which are not codes of schools.
        vocabulary: As in `HeadingWatch`.
    """
    columns = _columns(match)
    grid = _spread_over_rows(grid, [each.number for each in columns if each.meaning.code is None], match)
    classifier = RowClassifier(
        match, columns, agency_codes, grid.rows[match.header.last_row : match.last_row]
    )
    classified = _classify_rows(grid, match, classifier, vocabulary)
    rows = classified.kinds
    _take_notes_off(rows, grid, classifier)
    unlabelled = _unlabelled_row(rows, grid, classifier)
    table = Table(
        grid=grid,
        match=match,
        columns=columns,
        data_rows=tuple(
            sorted(each for each in rows[RowKind.DATA] + rows[RowKind.UNLABELLED] if each != unlabelled)
        ),
        total_rows=tuple(rows[RowKind.TOTAL]),
        benchmark_rows=tuple(rows[RowKind.BENCHMARK]),
        other_heading_row=classified.other_heading_row,
        heading_rows=frozenset(classified.heading_rows),
        glued_rows=tuple(classified.glued_rows),
    )
    if unlabelled is None:
        return table
    return replace(table, total_rows=(*table.total_rows, unlabelled), unlabelled_row=unlabelled)


def _columns(match: Match) -> tuple[Column, ...]:
    """The columns that the layout reads; a grade given by its class sections is one of them."""
    parts = {part for columns in match.sections.values() for part in columns}
    texts = match.header.texts
    columns = []
    for number, header in sorted(match.known.items()):
        if number in parts and number not in match.sections:
            continue
        for meaning in match.layout.meanings[header]:
            if meaning.field != IGNORED_FIELD:
                sections = tuple(Column(at, texts[at - 1], meaning) for at in match.sections.get(number, ()))
                columns.append(Column(number, texts[number - 1], meaning, sections))
    return tuple(columns)


@dataclass(slots=True)
class _ClassifiedRows:
    """Rows under a heading; attributes as in `Table`, `kinds` by what `RowClassifier` calls them."""

    kinds: dict[RowKind, list[int]]
    heading_rows: list[int]
    glued_rows: list[int] = field(default_factory=list)
    other_heading_row: int | None = None


def _classify_rows(
    grid: Grid, match: Match, classifier: RowClassifier, vocabulary: Vocabulary | None
) -> _ClassifiedRows:
    header = match.header
    kinds: dict[RowKind, list[int]] = {kind: [] for kind in RowKind}
    found = _ClassifiedRows(kinds, [*range(header.first_row, header.last_row + 1)])
    watch = HeadingWatch(grid, match, classifier.key, vocabulary)
    row, last_row = header.last_row + 1, match.last_row or grid.row_count
    is_below_heading = True
    while row <= last_row:
        second = watch.at(row)
        depth = {SecondHeading.WHOLE: header.depth, SecondHeading.LINE: 1}.get(second, 0)
        if second is SecondHeading.OTHER:
            found.other_heading_row = row
            break
        is_below_heading = (
            is_below_heading and not depth and classifier.belongs_to_heading(grid.rows[row - 1])
        )
        if depth or is_below_heading:
            found.heading_rows += range(row, row + max(depth, 1))
            is_below_heading = True
            row += max(depth, 1)
            continue
        kind = classifier.kind(grid.rows[row - 1])
        if (
            kind in {RowKind.DATA, RowKind.UNLABELLED}
            and not classifier.has_figures(grid.rows[row - 1])
            and watch.is_decorated(row)
        ):
            found.other_heading_row = row
            break
        kinds[kind].append(row)
        if second is not SecondHeading.NONE:
            found.glued_rows.append(row)
        if second is SecondHeading.GLUED_OTHER:
            found.other_heading_row = row
            break
        row += 1
    return found


def _last_row(rows: Mapping[RowKind, Sequence[int]]) -> int:
    return max(
        (each for kind, members in rows.items() if kind != RowKind.OTHER for each in members), default=0
    )


def _take_notes_off(rows: Mapping[RowKind, list[int]], grid: Grid, classifier: RowClassifier) -> None:
    """Rows of words alone under the last row with a figure (ลงชื่อ ... ผู้รายงาน) are notes."""
    for row in sorted(rows[RowKind.DATA] + rows[RowKind.UNLABELLED], reverse=True):
        if row != _last_row(rows) or not classifier.is_words(grid.rows[row - 1]):
            return
        kind = RowKind.DATA if row in rows[RowKind.DATA] else RowKind.UNLABELLED
        rows[kind].remove(row)
        rows[RowKind.OTHER].append(row)


def _unlabelled_row(
    rows: Mapping[RowKind, Sequence[int]], grid: Grid, classifier: RowClassifier
) -> int | None:
    """The table's last row if it has no code: most likely a total that does not say so."""
    last = _last_row(rows)
    is_keyless = last in rows[RowKind.DATA] and not classifier.has_key(grid.rows[last - 1])
    return last if last in rows[RowKind.UNLABELLED] or is_keyless else None


def _spread_over_rows(grid: Grid, columns: Collection[int], match: Match) -> Grid:
    """Writes a merged code, name or grade into every row that its block covers and that says something."""
    blocks = [
        each
        for each in grid.merged
        if each.first_row > match.header.last_row and each.last_row > each.first_row
    ]
    if not blocks:
        return grid
    rows = list(grid.rows)
    for block in blocks:
        for column in set(columns) & set(range(block.first_column, block.last_column + 1)):
            value = grid.rows[block.first_row - 1][column - 1]
            for row in range(block.first_row, min(block.last_row, grid.row_count) + 1):
                if not _says_something(grid.rows[row - 1], match):
                    continue
                rows[row - 1] = [*rows[row - 1][: column - 1], value, *rows[row - 1][column:]]
    return replace(grid, rows=rows)


def _says_something(cells: Sequence[CellValue], match: Match) -> bool:
    """Whether a row holds anything of its own: where all cells are merged with those above it is none."""
    return any(cells[number - 1] is not None for number in match.known)
