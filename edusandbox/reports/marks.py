"""Which cells of a sheet are marked, with what, and what their comments say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from edusandbox.reports.grouping import SEVERITY_ORDER
from schemas.issues import SEVERITY_NAMES_TH, Issue, Place, Severity
from transforms.grid import Grid, cell_text

Cell = tuple[int, int]
"""Sheet row and column, 1-based."""

ROW_MARK_WIDTH = 3
"""Cells that show an issue of a whole row."""

MAX_ISSUES_IN_COMMENT = 5


@dataclass(frozen=True, slots=True)
class SheetMarks:
    """What to mark on one sheet.

    Attributes:
        severities: The worst severity of each cell to fill, by sheet row, then column (1-based).
        comments: Issues to tell at each cell, by cell.
    """

    severities: Mapping[int, Mapping[int, Severity]] = field(default_factory=dict)
    comments: Mapping[Cell, Sequence[Issue]] = field(default_factory=dict)

    @property
    def worst(self) -> Severity | None:
        """The worst severity on the sheet."""
        found = {each for row in self.severities.values() for each in row.values()}
        return next((each for each in SEVERITY_ORDER if each in found), None)


def sheet_marks(grid: Grid, issues: Iterable[Issue]) -> SheetMarks:
    """Finds the cells to mark.

    An issue with a row and a column marks that cell; with a row only, the row's first cells; with a column
    only, the column's heading. One that stands in several rows marks each of them. An issue with neither row
    nor column stands only in the lists.

    Args:
        grid: The sheet.
        issues: The issues of this sheet.
    """
    severities: dict[int, dict[int, Severity]] = {}
    comments: dict[Cell, list[Issue]] = {}
    for issue in issues:
        for place in _places(issue):
            cells = marked_cells(grid, place)
            for row, column in cells:
                marked = severities.setdefault(row, {})
                marked[column] = _worse(issue.severity, marked.get(column))
            if cells:
                comments.setdefault(cells[0], []).append(issue)
    return SheetMarks(severities, comments)


def _places(issue: Issue) -> list[Place]:
    """An issue's place in each of its rows."""
    return [replace(issue.place, row=row) for row in issue.place.rows] or [issue.place]


def marked_cells(grid: Grid, place: Place) -> list[Cell]:
    """The cells that show what is said of a place (of several rows the first); the first has the comment."""
    if place.row is not None and place.column is not None:
        return [(place.row, place.column)]
    if place.row is not None:
        first = _first_filled_column(grid, place.row)
        last = max(first, min(first + ROW_MARK_WIDTH - 1, grid.column_count))
        return [(place.row, column) for column in range(first, last + 1)]
    if place.column is not None:
        return [(_heading_row(grid, place.column, place.header), place.column)]
    return []


def _worse(one: Severity, other: Severity | None) -> Severity:
    return one if other is None else min(one, other, key=SEVERITY_ORDER.index)


def _first_filled_column(grid: Grid, row: int) -> int:
    if row > grid.row_count:
        return 1
    cells = grid.rows[row - 1]
    return next((column for column, value in enumerate(cells, 1) if value not in (None, "")), 1)


def _heading_row(grid: Grid, column: int, header: str | None) -> int:
    if column > grid.column_count:
        return 1
    filled = [
        (row, cell_text(cells[column - 1]))
        for row, cells in enumerate(grid.rows, 1)
        if cells[column - 1] not in (None, "")
    ]
    named = (row for row, text in filled if header and text.strip() == header.strip())
    return next(named, filled[0][0] if filled else 1)


def comment_text(issues: Sequence[Issue]) -> str:
    """What a cell's comment says: each issue once with its remedy, in Thai.

    Args:
        issues: The issues of the cell.
    """
    ordered = sorted(issues, key=lambda issue: SEVERITY_ORDER.index(issue.severity))
    told = list(dict.fromkeys(_comment_paragraph(issue) for issue in ordered))
    more = len(told) - MAX_ISSUES_IN_COMMENT
    last = [f"และอีก {more} ข้อ ดูที่แผ่น รายการ"] if more > 0 else []
    return "\n\n".join(told[:MAX_ISSUES_IN_COMMENT] + last)


def _comment_paragraph(issue: Issue) -> str:
    lines = [f"{SEVERITY_NAMES_TH[issue.severity]} ({issue.code})", issue.message_th]
    if issue.remedy_th:
        # What is not the sender's move is told, but not as something to mend.
        lines.append(f"วิธีแก้: {issue.remedy_th}" if issue.owner == "agency" else issue.remedy_th)
    return "\n".join(lines)
