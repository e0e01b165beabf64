"""The sender's own sheet, as typed, with the cells that have issues filled."""

import math
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time, timedelta

from xlsxwriter.worksheet import Worksheet

from edusandbox.reports.cell_formats import SEVERITY_TABS, CellFormats
from edusandbox.reports.excel import MAX_COLUMNS, MAX_ROWS, comment_content, display_width, write_text
from edusandbox.reports.marks import SheetMarks, comment_text
from schemas.issues import Severity
from transforms.grid import CellValue, Grid, MergedRange, cell_text

_NARROWEST, _WIDEST = 5, 45
_ROWS_MEASURED = 500
# A block drawn down a whole empty sheet would cost memory by the million cells and show nothing.
_MAX_MERGED_CELLS = 100_000
# Excel keeps 15 digits of a number; a longer code would come back with zeros at its end.
_FIRST_INEXACT_NUMBER = 10**15
# Excel's calendar has a 29 February 1900 that never was.
_FIRST_EXCEL_DATE = date(1900, 3, 1)
_NUMBER_FORMATS: Mapping[type, str] = {
    datetime: "yyyy-mm-dd hh:mm:ss",
    date: "yyyy-mm-dd",
    time: "hh:mm:ss",
    timedelta: "[h]:mm:ss",
}
_NO_MARKS: Mapping[int, Severity] = {}
_COMMENT_LOOKS = {"font_name": "Tahoma", "font_size": 10, "color": "#FFFFFF", "width": 340}
_COMMENT_CHARACTERS_PER_LINE = 48
_COMMENT_LINE_HEIGHT = 17  # pixels


def write_sender_sheet(worksheet: Worksheet, grid: Grid, marks: SheetMarks, formats: CellFormats) -> None:
    """Writes a sheet of the sender, row after row: what belongs to a row cannot be written later.

    Args:
        worksheet: An empty sheet.
        grid: The sender's sheet.
        marks: Its cells with issues; all `comments` are written, so they must be within Excel's limits.
        formats: The workbook's formats.
    """
    for column, width in enumerate(_column_widths(grid)):
        worksheet.set_column(column, column, width)
    merges = _merges_by_first_row(grid)
    for row in _rows_to_write(grid, marks):
        for block in merges.get(row, ()):
            # Without a format this writes no cell, so that rows still go out one after the other.
            worksheet.merge_range(
                row - 1, block.first_column - 1, block.last_row - 1, block.last_column - 1, "", None
            )
        values = grid.rows[row - 1] if row <= grid.row_count else ()
        for column, value, severity in _cells(values, marks.severities.get(row, _NO_MARKS)):
            _write_cell(worksheet, (row - 1, column - 1), value, severity, formats)
            if severity is not None and (row, column) in marks.comments:
                _write_comment(worksheet, (row - 1, column - 1), comment_text(marks.comments[row, column]))
    if marks.worst is not None:
        worksheet.set_tab_color(SEVERITY_TABS[marks.worst])
    elif grid.is_hidden:
        worksheet.hide()


def is_cut(grid: Grid) -> bool:
    """Whether the sheet is larger than one of Excel's, so that its end is not shown."""
    return grid.row_count > MAX_ROWS or grid.column_count > MAX_COLUMNS


def _rows_to_write(grid: Grid, marks: SheetMarks) -> Iterator[int]:
    yield from range(1, min(grid.row_count, MAX_ROWS) + 1)
    yield from sorted(row for row in marks.severities if grid.row_count < row <= MAX_ROWS)


def _cells(
    values: Sequence[CellValue], marked: Mapping[int, Severity]
) -> Iterator[tuple[int, CellValue, Severity | None]]:
    for column, value in enumerate(values[:MAX_COLUMNS], 1):
        if value is not None or column in marked:
            yield column, value, marked.get(column)
    for column in sorted(marked):
        if len(values) < column <= MAX_COLUMNS:
            yield column, None, marked[column]


def _write_cell(
    worksheet: Worksheet,
    cell: tuple[int, int],
    value: CellValue,
    severity: Severity | None,
    formats: CellFormats,
) -> None:
    # Most cells are figures, and there may be a million of them.
    if (type(value) is float or type(value) is int) and abs(value) < _FIRST_INEXACT_NUMBER:
        worksheet.write_number(*cell, value, formats.sender("", severity, wrap=False))
        return
    wrap = isinstance(value, str) and "\n" in value
    looks = formats.sender(_NUMBER_FORMATS.get(type(value), ""), severity, wrap=wrap)
    if value is None:
        worksheet.write_blank(*cell, None, looks)
    elif isinstance(value, str) or not _is_exact_in_excel(value):
        write_text(worksheet, *cell, cell_text(value), looks)
    elif isinstance(value, bool):
        worksheet.write_boolean(*cell, value, looks)
    elif isinstance(value, int | float):
        worksheet.write_number(*cell, value, looks)
    else:
        worksheet.write_datetime(*cell, value, looks)


def _write_comment(worksheet: Worksheet, cell: tuple[int, int], text: str) -> None:
    lines = sum(-(-display_width(line) // _COMMENT_CHARACTERS_PER_LINE) or 1 for line in text.split("\n"))
    height = (lines + 1) * _COMMENT_LINE_HEIGHT
    worksheet.write_comment(*cell, comment_content(text), _COMMENT_LOOKS | {"height": height})


def _is_exact_in_excel(value: float | datetime | date | time | timedelta) -> bool:
    """Whether Excel keeps the value; what it would change is written as text instead."""
    match value:
        case int():
            return abs(value) < _FIRST_INEXACT_NUMBER
        case float():
            return math.isfinite(value)
        case datetime():
            return value.tzinfo is None and value.date() >= _FIRST_EXCEL_DATE
        case date():
            return value >= _FIRST_EXCEL_DATE
        case time():
            return value.tzinfo is None
        case timedelta():
            return value >= timedelta()


def _merges_by_first_row(grid: Grid) -> dict[int, list[MergedRange]]:
    """The blocks that Excel takes and that hide nothing: more than one cell, none over another or a value."""
    merges: dict[int, list[MergedRange]] = {}
    covered: set[tuple[int, int]] = set()
    for block in grid.merged:
        fitting = _clipped(block, grid)
        cells = _cells_of(fitting)
        if (
            len(cells) > 1
            and covered.isdisjoint(cells)
            and not any(_has_value(grid, *cell) for cell in cells[1:])
        ):
            covered.update(cells)
            merges.setdefault(fitting.first_row, []).append(fitting)
    return merges


def _clipped(block: MergedRange, grid: Grid) -> MergedRange:
    rows = block.last_row - block.first_row + 1
    columns = block.last_column - block.first_column + 1
    last_row, last_column = min(block.last_row, MAX_ROWS), min(block.last_column, MAX_COLUMNS)
    if rows * columns > _MAX_MERGED_CELLS:
        last_row, last_column = min(last_row, grid.row_count), min(last_column, grid.column_count)
    return MergedRange(block.first_row, block.first_column, last_row, last_column)


def _cells_of(block: MergedRange) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row in range(block.first_row, block.last_row + 1)
        for column in range(block.first_column, block.last_column + 1)
    ]


def _has_value(grid: Grid, row: int, column: int) -> bool:
    within = row <= grid.row_count and column <= grid.column_count
    return within and grid.rows[row - 1][column - 1] not in (None, "")


def _column_widths(grid: Grid) -> list[int]:
    """Widths in characters, from the first rows; titles, which run over other columns, do not count."""
    column_count = min(grid.column_count, MAX_COLUMNS)
    titles = {
        (block.first_row, block.first_column)
        for block in grid.merged
        if block.last_column > block.first_column
    }
    rows_with_titles = {row for row, _ in titles}
    measured: list[Sequence[CellValue]] = []
    for row, cells in enumerate(grid.rows[:_ROWS_MEASURED], 1):
        values = cells[:column_count]
        if column_count - values.count(None) < 2 < column_count:
            continue
        if row in rows_with_titles:
            values = [None if (row, column) in titles else value for column, value in enumerate(values, 1)]
        measured.append(values)
    widths = map(_widest, zip(*measured, strict=True)) if measured else [0] * column_count
    return [min(max(width + 2, _NARROWEST), _WIDEST) for width in widths]


def _widest(values: Sequence[CellValue]) -> int:
    # Each value once; by type too, since True is 1 and is written otherwise.
    distinct = set(zip(map(type, values), values, strict=True))
    return max((display_width(cell_text(value)) for _, value in distinct), default=0)
