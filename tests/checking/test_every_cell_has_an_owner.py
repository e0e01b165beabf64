"""What is read, set aside, summed up, written around a table and told is all that a sheet holds."""

from collections import Counter
from collections.abc import Iterator, Sequence
from enum import Enum

from hypothesis import HealthCheck, Phase, given, note, settings

from edusandbox.sources.readers import read_delivery
from schemas.issues import Issue, Severity
from schemas.layouts.files import vocabulary_for
from tests.checking.builders import PROVINCE, check_bytes
from tests.checking.generated_tables import Cell, Figures, Style, figures, sheets_of, styles, written
from tests.checking.test_generated_tables import names, type_into, typed_cells
from transforms.cells.counts import is_figure
from transforms.grid import CellValue, Grid
from transforms.headings.locate import locate_tables
from transforms.rows.tables import Table, read_table

Place = tuple[int, int]
"""Row and column of a cell, 1-based."""


class Owner(Enum):
    """What a filled cell is part of."""

    HEADING = "heading"
    READ = "read"
    SET_ASIDE = "set aside"
    TOTALS = "totals"
    NOTES = "notes"
    TOLD = "told"
    NOBODY = "nobody"


@given(said=figures(), style=styles(), cells=typed_cells())
@settings(
    max_examples=60,
    deadline=None,
    derandomize=True,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
def test_read_and_set_aside_and_totals_and_notes_and_told_are_all_filled_cells(
    said: Figures, style: Style, cells: list[tuple[float, float, Cell]]
) -> None:
    sheets = sheets_of(said, style)
    type_into(next(iter(sheets.values())), cells)
    content = written(sheets, style)
    checked = check_bytes(content)
    note(
        [(issue.code, issue.place.sheet, issue.place.cell, issue.message_en) for issue in checked.all_issues]
    )
    for grid in read_delivery(content, "enrolment.csv").grids:
        owners = _owners(grid, [issue for issue in checked.all_issues if _concerns(issue, grid.sheet_name)])
        counts = Counter(owners.values())
        assert [place for place, owner in owners.items() if owner is Owner.NOBODY] == []
        assert counts.total() == sum(cell is not None for row in grid.rows for cell in row)


def _concerns(issue: Issue, sheet_name: str) -> bool:
    """Whether an issue stands on a sheet or names it: what is the same of several sheets is told once."""
    return issue.place.sheet == sheet_name or sheet_name in issue.message_en


def _owners(grid: Grid, issues: Sequence[Issue]) -> dict[Place, Owner]:
    """What each filled cell of a sheet is part of, by what the tables say of themselves and what is told."""
    vocabulary = vocabulary_for(PROVINCE.layouts, "5001", "enrolment.csv")
    tables = [read_table(grid, match) for match in locate_tables(grid, vocabulary, "enrolment.csv").tables]
    if not tables:
        # Why nothing is read of a sheet is told of the whole of it.
        owner = Owner.TOLD if issues else Owner.NOBODY
        return dict.fromkeys(_filled(grid), owner)
    with_errors = {
        row for issue in issues if issue.severity is Severity.ERROR for row in issue.place.all_rows
    }
    owners = {}
    for place in _filled(grid):
        is_told = any(names(issue, place) or _is_of_column(issue, place, tables) for issue in issues)
        known = [owner for table in tables if (owner := _owner(table, place, with_errors)) is not None]
        owners[place] = known[0] if known else Owner.TOLD if is_told else _around(grid, place, tables)
    return owners


def _owner(table: Table, place: Place, rows_with_errors: set[int]) -> Owner | None:
    """What a cell is part of by its table's account; None where the table does not know it."""
    row, column = place
    header = table.match.header
    in_table = column in table.match.columns
    if row in table.heading_rows or header.first_row <= row <= header.last_row:
        return Owner.HEADING if in_table else None
    read = {part.number for own in table.columns for part in own.read_columns}
    has_heading = in_table and bool(header.texts[column - 1])
    if row in table.data_rows and (column in read or has_heading):
        return Owner.SET_ASIDE if row in rows_with_errors else Owner.READ
    if row in {*table.total_rows, *table.benchmark_rows} and has_heading:
        return Owner.TOTALS
    return None


def _is_of_column(issue: Issue, place: Place, tables: Sequence[Table]) -> bool:
    """Whether an issue names the column of a cell by its heading: it is not read."""
    headings = {table.match.header.texts[place[1] - 1] for table in tables} - {""}
    return issue.place.row is None and any(heading in issue.message_en for heading in headings)


def _around(grid: Grid, place: Place, tables: Sequence[Table]) -> Owner:
    """A title or a note is a row of words with no more figures, or one figure that stands alone.

    Among the rows of data a figure may only stand alone.
    """
    row, column = place
    cells = grid.rows[row - 1]
    rows = [each for table in tables for each in (*table.data_rows, *table.total_rows)]
    if row < min(rows, default=row + 1) or row > max(rows, default=0):
        filled = [cell for cell in cells if cell is not None]
        return _note(filled, max(1, len(filled) // 2))
    # Of tables side by side each has rows of its own.
    columns = next((table.match.columns for table in tables if column in table.match.columns), None)
    own = cells[columns.start - 1 : columns.stop - 1] if columns else cells
    filled = [cell for cell in own if cell is not None]
    return _note(filled, int(len(filled) == 1))


def _note(filled: Sequence[CellValue], most_figures: int) -> Owner:
    return Owner.NOTES if sum(map(is_figure, filled)) <= most_figures else Owner.NOBODY


def _filled(grid: Grid) -> Iterator[Place]:
    for number, row in enumerate(grid.rows, start=1):
        yield from ((number, at) for at, cell in enumerate(row, start=1) if cell is not None)
