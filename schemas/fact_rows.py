"""Facts as they come from a Sheet frame, with the places that they come from."""

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from schemas.codes import JOINED_BY

SUBMISSION_NUMBER = "submission_number"
"""The column of a group's Sheet frame that tells which submission a row belongs to, from 0."""
PLACE = ("source_sheet_number", "source_row")
NO_SUCH_CELL = "z"
"""The mark of a value that the table has no cell for, or for which a dash says that there is none."""
MARKS = pd.Index(["x", "c", NO_SUCH_CELL])
"""Why a value is missing: blank or not known; hidden; nothing to report (code list `mark`)."""


@dataclass(frozen=True, slots=True)
class FactRows:
    """The facts of one table.

    Attributes:
        frame: One row a fact, valid under its Fact model; the index is that of the Sheet frame's row that it
            comes from, of several the first.
        columns: For each value field the sheet column (int16) that it was read from, 0 where there is none;
            indexed as `frame`. None for facts that come from whole rows.
        moved: Values that come from another row than their fact: columns `fact` (position in `frame`),
            `field`, `source_sheet_number`, `source_row`. None where there are none.
    """

    frame: pd.DataFrame
    columns: pd.DataFrame | None = None
    moved: pd.DataFrame | None = None

    def take(self, positions: NDArray[np.intp]) -> "FactRows":
        """Some of the facts, by their positions in `frame`, numbered anew from 0."""
        frame = self.frame.iloc[positions].reset_index(drop=True)
        columns = None if self.columns is None else self.columns.iloc[positions].reset_index(drop=True)
        return FactRows(frame, columns, self._moved_of(positions))

    def _moved_of(self, positions: NDArray[np.intp]) -> pd.DataFrame | None:
        if self.moved is None:
            return None
        new_positions = pd.Series(np.arange(len(positions)), index=positions)
        moved = self.moved[self.moved["fact"].isin(positions)]
        return moved.assign(fact=moved["fact"].map(new_positions)) if len(moved) else None


def heading_codes(key_codes: str) -> tuple[str, ...]:
    """What a heading over a value may name of the joined codes of its fact's key: all, one of them, none."""
    return (key_codes, *key_codes.split(JOINED_BY), "")
