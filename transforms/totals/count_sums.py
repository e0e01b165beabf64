"""Counts added up by group: what totals are compared with."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from transforms.cells.counts import CellKind

_DECIMALS = 6
"""Sums of amounts are compared to so many: 0.1 + 0.2 is 0.3."""


class CountSums:
    """Figures of a Sheet frame, added up by group; pandas would group anew for each total.

    Attributes:
        counts: Count fields.
        rows: Sheet row of each row.
        groups: Group of each row, from 0 up; -1 is no group.
        declared: Figures as they stand, by field.
        is_reported: Whether the table has the figure, or what makes it up, by field.
    """

    def __init__(
        self,
        frame: pd.DataFrame,
        counts: Sequence[str],
        groups: NDArray[np.integer],
        made_of: Mapping[str, Sequence[str]],
    ) -> None:
        """Takes a Sheet frame, its groups, and for fields that are sums of others in the row, these."""
        self.counts = counts
        self.rows = frame["source_row"].to_numpy()
        # Rows of no group go to a last one that is never asked for: nothing is added up there.
        self._group_count = int(groups.max(initial=-1)) + 1
        self.groups = groups
        self.declared = {field: frame[field].to_numpy(dtype=np.float64) for field in counts}
        self.is_reported = {field: frame[f"{field}_column"].to_numpy() > 0 for field in counts}
        self._figures = dict(self.declared)
        self._kinds = {field: frame[f"{field}_kind"].to_numpy() for field in counts}
        for field, members in made_of.items():
            self._make_up(field, members)

    def _make_up(self, field: str, members: Sequence[str]) -> None:
        """Where a sum of other figures is not written down it is what they add up to."""
        figures = np.array([self._figures[member] for member in members])
        is_open = (self._kinds[field] == CellKind.BLANK) & ~np.isnan(figures).all(axis=0)
        kinds = np.max([self._kinds[member] for member in members], axis=0)
        self._figures[field] = np.where(is_open, np.nansum(figures, axis=0), self._figures[field])
        self._kinds[field] = np.where(is_open, kinds, self._kinds[field])
        has_all = np.logical_and.reduce([self.is_reported[member] for member in members])
        self.is_reported[field] |= has_all

    def of(
        self, field: str, is_part: NDArray[np.bool], groups: NDArray[np.integer]
    ) -> tuple[NDArray[np.float64], NDArray[np.bool]]:
        """What the parts in some groups add up to, and whether each of them is a figure.

        Args:
            field: A count field.
            is_part: Which rows are parts.
            groups: The groups asked for.
        """
        is_part = is_part & (self.groups >= 0)
        of_parts = self.groups[is_part]
        figures = np.nan_to_num(self._figures[field][is_part])
        sums: NDArray[np.float64] = np.zeros(self._group_count + 1)
        np.add.at(sums, of_parts, figures)
        is_hidden = self._kinds[field][is_part] >= CellKind.HIDDEN
        hidden = np.bincount(of_parts[is_hidden], minlength=self._group_count + 1)
        return np.round(sums[groups], _DECIMALS), hidden[groups] == 0


def plain_figure(figure: float) -> int | str:
    """A figure for a sentence: a whole number without its point, an amount with satang."""
    return int(figure) if float(figure).is_integer() else f"{figure:.2f}"
