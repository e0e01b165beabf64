"""Class sections: columns of a grade's rooms (ป.1/1, ป.1/2), which add up to their grade."""

import numpy as np
from numpy.typing import NDArray

from transforms.cells.counts import CellKind


def add_up(
    values: NDArray[np.float64], kinds: NDArray[np.int8]
) -> tuple[NDArray[np.float64], NDArray[np.int8]]:
    """Adds the sections of a grade up, row by row.

    Args:
        values: Sections x rows, NaN where there is no number.
        kinds: Sections x rows, a `CellKind` for each cell.

    Returns:
        The sums and a `CellKind` for each. Blank sections count nothing; one that is hidden, not known or
        unreadable leaves no sum.
    """
    is_blank = kinds == CellKind.BLANK
    worst: NDArray[np.int8] = np.where(is_blank, np.int8(CellKind.NUMBER), kinds).max(axis=0)
    worst[is_blank.all(axis=0)] = CellKind.BLANK
    sums = np.nansum(values, axis=0)
    sums[worst >= CellKind.BLANK] = np.nan
    return sums, worst


def telling_sections(kinds: NDArray[np.int8]) -> NDArray[np.intp]:
    """Which section of a grade tells most of its sum, row by row.

    Args:
        kinds: Sections x rows, a `CellKind` for each cell.

    Returns:
        The first section that leaves no sum; otherwise the first that is not blank, or else the first.
    """
    is_filled = kinds != CellKind.BLANK
    telling: NDArray[np.intp] = np.where(kinds > CellKind.BLANK, 2, is_filled).argmax(axis=0)
    return telling
