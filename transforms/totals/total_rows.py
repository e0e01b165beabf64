"""Rows of totals are evidence: each is compared with the rows that it sums up, and none is loaded."""

from collections.abc import Collection, Iterator, Mapping, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from schemas.issues import Finding
from transforms.rows.sheet_frame import SheetFrame, family_field
from transforms.rows.table_rows import is_carried, sums_up_everything
from transforms.totals.count_sums import CountSums, plain_figure

_MOST_SECTIONS = 30
"""How many sections back a total of a district may begin that sums up those of its parts."""
_Scope = NDArray[np.bool]
"""Which rows of the Sheet frame a totals row may speak for."""


def totals_row_findings(  # noqa: PLR0913, PLR0917 - a value object would only rename the arguments
    data: SheetFrame,
    totals: SheetFrame,
    counts: Sequence[str],
    made_of: Mapping[str, Sequence[str]],
    proved: Collection[int] = (),
    kept_apart: Collection[str] = (),
) -> list[Finding]:
    """Compares each totals row with the sum of the rows that it speaks for.

    Args:
        data: The table's data rows, whatever becomes of them.
        totals: The table's totals rows, parsed like data.
        counts: Count fields.
        made_of: For count fields that are sums of others in the row, these others.
        proved: Totals rows that are known to be right.
        kept_apart: Fields whose codes no total is over, so that rows of different ones must not be added (a
            pupil may be in several): only a totals row that names a code of each says anything.

    Returns:
        SU101 for each totals row (recognised, not loaded), SU003 for each figure in it that the column
        does not add up to. A column with an unreadable cell proves nothing.
    """
    recognised = [
        Finding("SU101", totals.table.place(int(row), None)) for row in totals.frame["source_row"].unique()
    ]
    return recognised + list(
        _compare_totals_rows(data, totals, CountSums(*_summed(data, counts), made_of), proved, kept_apart)
    )


def _summed(
    data: SheetFrame, counts: Sequence[str]
) -> tuple[pd.DataFrame, Sequence[str], NDArray[np.integer]]:
    return data.frame, counts, pd.factorize(_family_codes(data))[0]


def _compare_totals_rows(
    data: SheetFrame,
    totals: SheetFrame,
    sums: CountSums,
    proved: Collection[int],
    kept_apart: Collection[str],
) -> Iterator[Finding]:
    # A code that no row has is no group: its sum is 0.
    names = pd.factorize(_family_codes(data))[1]
    groups = pd.Index(names).get_indexer(pd.Index(_family_codes(totals)))
    declared_rows = totals.frame["source_row"].to_numpy()
    scopes = _Scopes(data, totals, sums.rows, kept_apart)
    for row in sorted(totals.table.total_rows):
        if row not in proved:
            declared = np.flatnonzero(declared_rows == row)
            yield from _fewest(
                list(_compare_rows(sums, scope, totals, declared, groups[declared]))
                for scope in scopes.of(row)
            )
        scopes.close(row)


def _fewest(tries: Iterator[list[Finding]]) -> list[Finding]:
    """The shortest list, the first of several; none is tried after an empty one."""
    best: list[Finding] | None = None
    for each in tries:
        if best is None or len(each) < len(best):
            best = each
        if not best:
            break
    return best or []


class _Scopes:
    """The rows for which each totals row of a table may speak, from the top down."""

    def __init__(
        self,
        data: SheetFrame,
        totals: SheetFrame,
        rows: NDArray[np.integer],
        kept_apart: Collection[str],
    ) -> None:
        self._kept_apart = frozenset(kept_apart)
        self._grid = data.table.grid
        self._rows = rows
        self._of_code = _rows_of_one_code(data, totals)
        """For totals rows that are about one code, the fields that say so and the rows of that code."""
        self._sections = _rows_between(data, rows)
        """Rows among those of data that name a section, or say something else."""
        codes = data.frame.get("school_code")
        self._has_code = np.ones(len(rows), dtype=bool) if codes is None else codes.notna().to_numpy()
        self._closed = [0]
        """Rows of totals above, and 0 for the table's top."""
        self._carried = [0]
        """Rows above that carry a total to the next page."""

    def close(self, row: int) -> None:
        """Notes that a totals row stands here."""
        (self._carried if is_carried(self._grid.rows[row - 1]) else self._closed).append(row)

    def of(self, row: int) -> Iterator[_Scope]:
        """The rows that a totals row may sum up, the likeliest first: those of its code if it has one."""
        cells = self._grid.rows[row - 1]
        named, of_code = self._of_code.get(row, (frozenset(), None))
        if of_code is not None and named >= self._kept_apart:
            yield of_code
            yield of_code & self._between(self._closed[-1], row)
        if self._kept_apart:
            return
        if is_carried(cells):
            yield self._between(0, row)
            # Of this page or, at the head of the next one, of the page before.
            yield self._between(max(self._carried[-1], self._closed[-1]), row)
            yield self._between(self._carried[-2] if len(self._carried) > 1 else 0, row)
            return
        yield np.ones_like(self._has_code)
        yield self._between(self._closed[-1], row)
        if not self._has_code.all():
            yield self._has_code
            yield self._has_code & self._between(self._closed[-1], row)
        section = max((each for each in self._sections if each < row), default=0)
        if section > self._closed[-1]:
            yield self._between(section, row)
        if not sums_up_everything(cells):
            for start in reversed(self._closed[-_MOST_SECTIONS:-1]):
                yield self._between(start, row)

    def _between(self, start: int, end: int) -> _Scope:
        return (self._rows > start) & (self._rows < end)


def _rows_of_one_code(data: SheetFrame, totals: SheetFrame) -> dict[int, tuple[frozenset[str], _Scope]]:
    """For totals rows about one code (รวม ป.1, then รวม ป.2) the fields and the rows of data about it.

    No row of data is about a total over all codes.
    """
    scopes: dict[int, tuple[frozenset[str], _Scope]] = {}
    rows = totals.frame.drop_duplicates("source_row")
    for field in dict.fromkeys(each.meaning.field for each in totals.table.columns if each.meaning.is_code):
        of_one = rows[rows[field].isin(data.frame[field].dropna())]
        for row, code in zip(of_one["source_row"], of_one[field], strict=True):
            named, scope = scopes.get(int(row), (frozenset(), True))
            scopes[int(row)] = named | {field}, scope & (data.frame[field] == code).to_numpy()
    return scopes


def _rows_between(data: SheetFrame, rows: NDArray[np.integer]) -> list[int]:
    """Filled sheet rows between the first and the last of a table's data that are no data themselves."""
    own = set(rows.tolist())
    return [
        row
        for row in range(min(own, default=0), max(own, default=0))
        if row not in own and any(cell is not None for cell in data.table.grid.rows[row - 1])
    ]


def _compare_rows(
    sums: CountSums,
    scope: NDArray[np.bool],
    totals: SheetFrame,
    declared: NDArray[np.integer],
    groups: NDArray[np.integer],
) -> Iterator[Finding]:
    codes = _family_codes(totals)
    for field in sums.counts:
        figures = totals.frame[field].to_numpy()[declared]
        expected, is_proved = sums.of(field, scope, groups)
        for position in np.flatnonzero(~np.isnan(figures) & (figures != expected) & is_proved):
            index = declared[position]
            row = int(totals.frame["source_row"].iloc[index])
            column = totals.column(field, codes.iloc[index] or None)
            yield Finding(
                "SU003", totals.table.place(row, column), {"expected": plain_figure(expected[position])}
            )


def _family_codes(sheet: SheetFrame) -> "pd.Series[str]":
    """The code of each row's family; '' where the layout has none and a totals row speaks for all rows."""
    field = family_field(sheet.table)
    if field:
        return sheet.frame[field]
    return pd.Series("", index=sheet.frame.index, dtype="str")
