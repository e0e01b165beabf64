"""A rendered table before it becomes a file: cells, what each column and row is about, and its sums."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from edusandbox.samples.grades import ALL_GRADES, GROUP_OF_GRADE
from transforms.grid import MergedRange

Cell = str | int | float | None

SEX_FIELDS = ("male_count", "female_count")
COUNT_FIELDS = (*SEX_FIELDS, "pupil_total", "classroom_count")
"""The four columns of every grade, in order."""


@dataclass(frozen=True, slots=True)
class SampleColumn:
    """What a column holds.

    Attributes:
        headings: Heading of each header line, from the top; merged blocks repeat their text.
        field: Field of the form, e.g. `male_count`.
        code: Grade or total over grades that the heading names, or None.
    """

    headings: tuple[str, ...]
    field: str
    code: str | None = None


@dataclass(frozen=True, slots=True)
class RowSubject:
    """What a row is about: a school, or one grade of it."""

    school_code: str
    grade_code: str | None = None


@dataclass(slots=True)
class SampleTable:
    """A table as it will stand in the file; rows and columns are 1-based as the spreadsheet shows them.

    Attributes:
        form: Form code.
        layout: Layout code.
        sheet_name: Name of its sheet.
        columns: What each column holds.
        rows: Every row of the sheet, titles and notes included.
        header_row: First line of the heading.
        subjects: Data rows and what they are about.
        totals_row: The row of totals, or None.
        merged: Merged blocks.
        links: Addresses that cells link to, by (row, column).
        set_aside: Data rows in which an error was planted.
        blanked: Cells that were emptied, by (row, column).
        faulty: Data rows in which any fault stands, so that no second one hides it.
    """

    form: str
    layout: str
    sheet_name: str
    columns: tuple[SampleColumn, ...]
    rows: list[list[Cell]]
    header_row: int
    subjects: dict[int, RowSubject]
    totals_row: int | None = None
    merged: list[MergedRange] = field(default_factory=list)
    links: dict[tuple[int, int], str] = field(default_factory=dict)
    set_aside: set[int] = field(default_factory=set)
    blanked: set[tuple[int, int]] = field(default_factory=set)
    faulty: set[int] = field(default_factory=set)

    def cell(self, row: int, column: int) -> Cell:
        """What stands in a cell."""
        return self.rows[row - 1][column - 1]

    def put(self, row: int, column: int, value: Cell) -> None:
        """Types over a cell; no sum follows."""
        self.rows[row - 1][column - 1] = value

    def covered(self) -> set[tuple[int, int]]:
        """Cells that lie under a merged block, its first cell left out, by (row, column)."""
        return {
            (row, column)
            for block in self.merged
            for row in range(block.first_row, block.last_row + 1)
            for column in range(block.first_column, block.last_column + 1)
            if (row, column) != (block.first_row, block.first_column)
        }

    def blocks(self) -> dict[tuple[int, int], MergedRange]:
        """Merged blocks by (row, column) of their first cell."""
        return {(block.first_row, block.first_column): block for block in self.merged}

    def column_number(self, name: str, code: str | None = None) -> int:
        """The column of a field and code.

        Raises:
            KeyError: The table has no such column.
        """
        for number, column in enumerate(self.columns, start=1):
            if column.field == name and column.code == code:
                return number
        raise KeyError(f"{self.layout} has no column {name} of {code}")

    def number(self, row: int, column: int) -> int | float:
        """The number in a cell; a blank one counts as nothing.

        Raises:
            TypeError: The cell holds text.
        """
        value = self.cell(row, column)
        if isinstance(value, str):
            raise TypeError(f"row {row}, column {column} of {self.layout} holds the text {value!r}")
        return value or 0

    def change_number(self, row: int, column: int, value: int | None) -> None:
        """Types over a figure; every sum that adds it follows, as a spreadsheet's formulas do."""
        change = (value or 0) - self.number(row, column)
        self.put(row, column, value)
        self._add_to_totals_row(column, change)
        for other in self._columns_that_add(self.columns[column - 1]):
            self.put(row, other, self.number(row, other) + change)
            self._add_to_totals_row(other, change)

    def add_to_cell(self, row: int, column: int, change: int) -> None:
        """Makes one cell wrong by some number; of the sums only the column's own follows."""
        self.put(row, column, self.number(row, column) + change)
        self._add_to_totals_row(column, change)

    def _add_to_totals_row(self, column: int, change: int | float) -> None:
        if self.totals_row is not None and change:
            self.put(self.totals_row, column, self.number(self.totals_row, column) + change)

    def _columns_that_add(self, changed: SampleColumn) -> Iterator[int]:
        """Columns of the same row in whose figure the changed one is contained."""
        fields = {changed.field} | ({"pupil_total"} if changed.field in SEX_FIELDS else set())
        codes = {changed.code}
        if changed.code is not None:
            codes |= {GROUP_OF_GRADE.get(changed.code), ALL_GRADES}
        for number, column in enumerate(self.columns, start=1):
            if column is not changed and column.field in fields and column.code in codes:
                yield number
