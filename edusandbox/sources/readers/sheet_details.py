"""What a workbook's own XML tells of a sheet and calamine does not."""

from dataclasses import dataclass, field
from datetime import date

from schemas.issues import Finding
from transforms.grid import DAY_ZERO, CellValue, MergedRange

UNNAMED_ERROR = "#ERROR!"
"""What a cell is given that shows an error of which the file tells no name."""


@dataclass(slots=True)
class SheetDetails:
    """Details of one sheet; places are 1-based (row, column).

    Attributes:
        errors: Cells that show an error such as `#DIV/0!`, which calamine gives as empty: a figure that
            failed is not a figure that is missing.
        formulas: Cells with a formula of which the file holds no value, with `=` and what it says: such a
            figure is not there, and it is neither blank nor zero.
        shown: What cells show that calamine gives otherwise; None where nothing of a cell is to be read.
        remarks: What is to be said of single cells, by row and column.
        zero_formulas: Cells with a formula of which the file holds a zero, with `=` and what it says.
        has_results: Whether the file holds a number other than zero as the result of a formula.
        has_text_results: Whether it holds a text or the like as the result of one.
        merged: Merged blocks, where calamine does not give them.
        hidden_rows: Rows that are hidden.
        hidden_columns: Columns that are hidden.
        day_zero: The day that the number 0 stands for.
        text_above: Lines of the printed page's header.
        text_below: Lines of its footer.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    shown: dict[tuple[int, int], CellValue] = field(default_factory=dict)
    remarks: list[Finding] = field(default_factory=list)
    zero_formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    has_results: bool = False
    has_text_results: bool = False
    merged: list[MergedRange] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    day_zero: date = DAY_ZERO
    text_above: tuple[str, ...] = ()
    text_below: tuple[str, ...] = ()
