"""What a workbook's own XML tells of a sheet and calamine does not."""

from dataclasses import dataclass, field

from edusandbox.transforms.grid import MergedRange

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
        merged: Merged blocks, where calamine does not give them (OpenDocument).
        hidden_rows: Rows that are hidden.
        hidden_columns: Columns that are hidden.
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    formulas: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[MergedRange] = field(default_factory=list)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
