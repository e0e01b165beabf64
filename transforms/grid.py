"""The Grid: a sheet's cells exactly as typed, with their places."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import chain
from typing import Self

from schemas.issues import Finding
from schemas.text import clean_text


class ShownText(str):
    """What a cell shows where its number format writes something else than the number stored in it.

    It is a text like any other (`50%`, `ป.1`, `12 คน`, `` where the format hides the value), and knows the
    number under it.

    Attributes:
        stored: The number that the file holds, as a text for people.
    """

    __slots__ = ("stored",)

    stored: str

    def __new__(cls, shown: str, stored: str) -> Self:
        """Makes it of what the sender sees and what the file holds."""
        text = super().__new__(cls, shown)
        text.stored = stored
        return text

    def __reduce__(self) -> tuple[type[Self], tuple[str, str]]:
        """What to make it of again, in another process."""
        return type(self), (str(self), self.stored)


DAY_ZERO = date(1899, 12, 30)
"""The day that spreadsheets write as the number 0."""
DAY_ZERO_OF_1904 = date(1904, 1, 1)
"""The same in a workbook that counts its days from 1904, as Excel for the Macintosh once did."""
_DIGITS_SHOWN = 15
_FIRST_UNSURE = 1e15
"""From here on a spreadsheet does not keep all digits of a number."""

CellValue = str | float | int | bool | datetime | date | time | timedelta | None


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A merged block of cells; 1-based and inclusive, as the spreadsheet shows it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int


@dataclass(frozen=True)
class Grid:
    """One sheet of a delivery.

    Attributes:
        sheet_name: The sheet's name; a csv file's or web page's table has the name its reader gives it.
        sheet_number: 1-based position among the delivery's sheets.
        rows: Cells as typed, row by row, all of one length; an empty cell is None. `rows[0]` is sheet row
            1 and each row's first cell is column A, whatever lies empty before the data.
        merged: Merged blocks; the value stands in the first cell, the others are None.
        links: Addresses that cells link to, by (row, column), both 1-based.
        is_hidden: Whether the sender hid the sheet.
        hidden_rows: Sheet rows with any cell that the sender hid, or a filter did.
        hidden_columns: Sheet columns with any cell that the sender hid.
        remarks: What the reader says of single cells, in the order of the sheet; their places name row and
            column, not the sheet, which may yet get another name.
        day_zero: The day that the number 0 stands for where a number means a day.
        text_above: What stands over the sheet's table and in none of its cells, a line each from the top
            down: the title, headings and paragraphs of a web page, a caption, a printed page's header.
        text_below: The same under the table: a web page's notes, a printed page's footer.
        written_widths: How many cells each row was written with, filled or not, where the format tells (csv).
    """

    sheet_name: str
    sheet_number: int
    rows: Sequence[Sequence[CellValue]]
    merged: tuple[MergedRange, ...] = ()
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    is_hidden: bool = False
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    remarks: tuple[Finding, ...] = ()
    day_zero: date = DAY_ZERO
    text_above: tuple[str, ...] = ()
    text_below: tuple[str, ...] = ()
    written_widths: Sequence[int] = ()

    @property
    def row_count(self) -> int:
        """Number of rows."""
        return len(self.rows)

    @property
    def column_count(self) -> int:
        """Number of columns."""
        return len(self.rows[0]) if self.rows else 0

    @cached_property
    def distinct_values(self) -> frozenset[CellValue]:
        """What stands in the cells, each value once; numbers that are equal are one value."""
        return frozenset(chain.from_iterable(self.rows))


def shown_number(number: float) -> float:
    """The number that a spreadsheet shows: it keeps 15 digits, so that 14.000000000000002 is 14."""
    return float(f"{number:.{_DIGITS_SHOWN}g}")


def cell_text(value: CellValue) -> str:
    """Writes a cell as the sender saw it: whole floats without `.0`, dates in ISO form, None as ''.

    Text is returned as it is: normalising is the parser's business. Of a `ShownText` only what is shown is
    left, since what is kept of a cell is a plain text.
    """
    match value:
        case None:
            return ""
        case str():
            return str(value)
        case bool():
            return "TRUE" if value else "FALSE"
        case float() if (shown := shown_number(value)).is_integer() and abs(shown) < _FIRST_UNSURE:
            return str(int(shown))
        case datetime() | date() | time():
            return value.isoformat()
        case _:
            return str(value)


def cell_name(value: CellValue) -> str:
    """Reads a cell as a name or other text for people."""
    return clean_text(cell_text(value))
