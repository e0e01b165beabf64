"""The texts above and below a table."""

from collections.abc import Sequence
from datetime import date, datetime, time

from transforms.cells.dates import DAY_NUMBERS
from transforms.grid import DAY_ZERO, CellValue, Grid, cell_name
from transforms.periods.period_text import as_at_date_in_text


def sheet_title_of(grid: Grid, rows: range) -> str:
    """The title of a sheet's first table with what stands over the sheet, one line each row.

    Args:
        grid: The sheet.
        rows: Sheet rows of the title, 1-based.
    """
    return "\n".join(filter(None, (*grid.text_above, lines_of(grid, rows))))


def lines_of(grid: Grid, rows: range, columns: range | None = None) -> str:
    """The texts of sheet rows, one line each.

    Args:
        grid: The sheet.
        rows: Sheet rows, 1-based.
        columns: Of tables side by side the columns of one, 1-based: a row that has nothing there says what
            its nearest cell further left says.
    """
    lines = (_texts(grid.rows[row - 1], columns, grid.day_zero) for row in rows)
    # A text that stands in each column of a row is one text over all of them.
    return "\n".join(line[0] if len(set(line)) == 1 else " ".join(line) for line in lines)


def states_day_of_figures(cells: Sequence[CellValue]) -> bool:
    """Whether a row says of which day the figures are, perhaps over several cells: a title or a note."""
    return as_at_date_in_text(" ".join(_text(cell) for cell in cells if cell is not None)) is not None


def _texts(row: Sequence[CellValue], columns: range | None, day_zero: date) -> Sequence[str]:
    filled = [(number, _text(cell, day_zero)) for number, cell in enumerate(row, start=1) if cell is not None]
    if columns is None:
        return [text for _, text in filled]
    own = [text for number, text in filled if number in columns]
    further_left = [text for number, text in filled if number < columns.start]
    return own or further_left[-1:]


def _text(cell: CellValue, day_zero: date = DAY_ZERO) -> str:
    """A cell's text; of a date the day alone, for a spreadsheet keeps no day without a time.

    A text has no day zero of its own: a number that may be a day is written as it counts elsewhere.
    """
    if isinstance(cell, datetime) and cell.time() == time.min:
        return cell.date().isoformat()
    if day_zero != DAY_ZERO and isinstance(cell, int | float) and int(cell) in DAY_NUMBERS:
        return cell_name(cell + (day_zero - DAY_ZERO).days)
    return cell_name(cell)
