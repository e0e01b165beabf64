"""What a workbook's own XML tells of a sheet and calamine does not."""

from dataclasses import dataclass, field

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import oversize_sheet_finding
from edusandbox.transforms.grid import MergedRange

UNNAMED_ERROR = "#ERROR!"
"""What a cell is given that shows an error of which the file tells no name."""


@dataclass(slots=True)
class SheetDetails:
    """Details of one sheet; places are 1-based (row, column).

    Attributes:
        errors: Cells that show an error such as `#DIV/0!`, which calamine gives as empty: a figure that
            failed is not a figure that is missing.
        merged: Merged blocks, where calamine does not give them (OpenDocument).
    """

    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    merged: list[MergedRange] = field(default_factory=list)


def refuse_oversize_sheet(sheet: str, row_count: int, column_count: int) -> None:
    """Stops before calamine lays out a sheet that does not fit in memory: that would end the process.

    Args:
        sheet: The sheet's name.
        row_count: Rows from 1 to the last filled one.
        column_count: Columns from A to the last filled one.

    Raises:
        UnreadableDeliveryError: `FI006`.
    """
    finding = oversize_sheet_finding(sheet, row_count, column_count)
    if finding is not None:
        raise UnreadableDeliveryError(finding)
