"""Counts of a Sheet frame added up by code, beside the totals that stand among its rows and columns."""

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.what_was_read import Number, ReadFigure
from schemas.codes import codes_with_totals
from schemas.form import Form
from transforms.cells.counts import CellKind

Key = tuple[str | None, str]
"""A code, None for all of them together, and a count field."""
Stated = Mapping[Key, Number]
"""What a file says that its figures add up to."""
_LONGER_THAN_COUNTS = 10**8
_NO_CODE = ""
"""Of rows whose code could not be read, or of a form without codes."""


class _Sum(NamedTuple):
    """A count field added up over the rows of one code."""

    figures: float
    figure_count: int
    loaded: float
    unread_count: int


class _Column(NamedTuple):
    """A count field: its figures, and the rows in which there are any."""

    figures: NDArray[np.float64]
    is_figure: NDArray[np.bool]

    @property
    def is_something(self) -> NDArray[np.bool]:
        """Rows with a figure that is not zero: of nothing but zeros a total is often left out."""
        is_something: NDArray[np.bool] = self.is_figure & (self.figures != 0)
        return is_something


class ReadFigures:
    """The counts of some rows of a Sheet frame."""

    def __init__(
        self, form: Form, rows: pd.DataFrame, schools: NDArray[np.intp], is_loaded: NDArray[np.bool]
    ) -> None:
        """Takes rows of the Sheet frame.

        Args:
            form: The form.
            rows: The rows.
            schools: A number for the school of each row.
            is_loaded: Which of the rows are without an error.
        """
        is_counted = ~is_total_over_others(form, rows)
        if not is_counted.all():
            rows, schools, is_loaded = rows[is_counted], schools[is_counted], is_loaded[is_counted]
        self._form = form
        self._totals = totals_of(form)
        self._apart = fields_apart(form, rows, form.totals_by_field)
        codes = _codes(form, rows)
        self._numbers, names = pd.factorize(codes)
        self._number_of = {str(name): number for number, name in enumerate(names)}
        self._schools = schools
        self._columns: dict[str, _Column] = {}
        self._sums: dict[str, dict[str, _Sum]] = {}
        self._in_rows: dict[Key, Number] = {}
        fields = [field for field in form.counts if f"{field}_column" in rows.columns]
        is_nothing = _is_nothing(rows, fields)
        for field in fields:
            self._add_up(field, rows, is_loaded, is_nothing)

    def add_totals_rows(self, tables: Sequence[tuple["ReadFigures", Stated]]) -> None:
        """Takes what totals rows say: of a figure that several tables hold, each of them has to say it.

        Args:
            tables: The figures of each table, and what its totals row says.
        """
        for key in dict.fromkeys(key for _, stated in tables for key in stated):
            holders = [stated for figures, stated in tables if figures.read(key) is not None]
            holders = holders or [stated for _, stated in tables if key in stated]
            if all(key in stated for stated in holders):
                self._in_rows[key] = sum(stated[key] for stated in holders)

    def by_code(self) -> dict[str, dict[str, ReadFigure]]:
        """The figures of each code that occurs, and of each total that the file has."""
        if not self._form.code_field:
            return {}
        found = {*self._number_of, *(code for code, _ in self._in_rows)} - {whole_of(self._form)}
        order = (*codes_with_totals(self._form.code_list), _NO_CODE)
        return {code: self._of(code) for code in order if code in found}

    def together(self) -> dict[str, ReadFigure]:
        """The figures of all codes together."""
        return self._of(None)

    def read(self, key: Key) -> Number | None:
        """What the rows add up to; None where they have no figure, none of a part, or must not be added."""
        if self._must_not_be_added(key[0]):
            return None
        parts = [self._sums_of(field, key[0]) for field in self._fields_of(key[1])]
        if not all(any(each.figure_count for each in sums) for sums in parts):
            return None
        return whole_number(sum(each.figures for sums in parts for each in sums))

    def _must_not_be_added(self, code: str | None) -> bool:
        """Whether what is shown of a code, or of all, would add up rows of codes that no total is over."""
        return bool(self._apart - ({self._form.code_field} if code is not None else frozenset()))

    def _add_up(
        self, field: str, rows: pd.DataFrame, is_loaded: NDArray[np.bool], is_nothing: NDArray[np.bool]
    ) -> None:
        figures = rows[field].to_numpy(dtype=np.float64)
        is_figure = is_count(figures)
        is_unread = ~is_figure & (rows[f"{field}_column"].to_numpy() > 0)
        is_unread &= ~(is_nothing & (rows[f"{field}_kind"].to_numpy() == CellKind.BLANK))
        known = np.where(is_figure, figures, 0.0)
        columns = [
            np.bincount(self._numbers, weights, len(self._number_of)).tolist()
            for weights in (known, is_figure, known * is_loaded, is_unread)
        ]
        sums = (
            _Sum(read, int(count), loaded, int(unread))
            for read, count, loaded, unread in zip(*columns, strict=True)
        )
        self._columns[field] = _Column(figures, is_figure)
        self._sums[field] = dict(zip(self._number_of, sums, strict=True))

    def _of(self, code: str | None) -> dict[str, ReadFigure]:
        return {field: self._figure(code, field) for field in self._columns}

    def _figure(self, code: str | None, field: str) -> ReadFigure:
        read = self.read((code, field))
        is_compared = not self._must_not_be_added(code)
        sums = [each for part in self._fields_of(field) for each in self._sums_of(part, code)]
        return ReadFigure(
            read=read,
            to_be_loaded=None if read is None else whole_number(sum(each.loaded for each in sums)),
            unread_cell_count=sum(each.unread_count for each in sums),
            in_totals_row=self._in_rows.get((code, field)) if is_compared else None,
            in_total_columns=self._in_columns(code, field) if is_compared else None,
        )

    def _fields_of(self, field: str) -> tuple[str, ...]:
        """The counts that are added up for one: its parts, if it is the sum of others."""
        return self._form.made_of.get(field, (field,))

    def _parts_of(self, code: str | None) -> set[str]:
        """The codes whose rows are added up for a code, or for all together."""
        if code is None:
            return self._number_of.keys() - {*self._totals, whole_of(self._form)}
        return {*self._totals.get(code, (code,))}

    def _own_codes(self, code: str | None) -> set[str | None]:
        """The codes of the rows in which a file gives a code's totals itself."""
        whole = whole_of(self._form)
        if code is not None:
            return {code}
        return {whole} if whole in self._number_of else {*self._parts_of(None)}

    def _sums_of(self, field: str, code: str | None) -> list[_Sum]:
        sums = self._sums.get(field, {})
        return [sums[part] for part in self._parts_of(code) if part in sums]

    def _is_of(self, codes: Iterable[str | None]) -> NDArray[np.bool]:
        numbers = [self._number_of[code] for code in codes if code in self._number_of]
        is_wanted = np.zeros(len(self._number_of), dtype=bool)
        is_wanted[numbers] = True
        is_of: NDArray[np.bool] = is_wanted[self._numbers]
        return is_of

    def _in_columns(self, code: str | None, field: str) -> Number | None:
        """What columns of totals add up to, if each school with anything to add up has the total as well."""
        fields, parts = self._fields_of(field), self._parts_of(code)
        own = self._own_codes(code)
        if fields == (field,) and own == parts:
            return None
        is_own = self._is_of(own) & self._columns[field].is_figure
        is_part = self._is_of(parts) & np.logical_or.reduce(
            [self._columns[each].is_something for each in fields if each in self._columns]
        )
        if not is_own.any() or self._is_without(is_part, is_own, by_row=own == parts):
            return None
        return whole_number(float(self._columns[field].figures[is_own].sum()))

    def _is_without(self, is_part: NDArray[np.bool], is_own: NDArray[np.bool], *, by_row: bool) -> bool:
        """Whether any school, or any row, has something to add up and no total of its own."""
        if by_row:
            return bool((is_part & ~is_own).any())
        is_without = np.zeros(int(self._schools.max(initial=-1)) + 1, dtype=bool)
        is_without[self._schools[is_part]] = True
        is_without[self._schools[is_own]] = False
        return bool(is_without.any())


def totals_of(form: Form) -> Mapping[str, Sequence[str]]:
    """For each total over some codes of a form these codes; not of that over all, which is all together."""
    whole = whole_of(form)
    return {total: parts for total, parts in form.codes_by_total.items() if total != whole}


def is_total(form: Form, rows: pd.DataFrame) -> NDArray[np.bool]:
    """Which rows of a Sheet frame hold totals over codes."""
    return _names_total(form, rows, form.totals_by_field)


def is_total_over_others(form: Form, rows: pd.DataFrame) -> NDArray[np.bool]:
    """Which rows hold totals over other codes than those by which figures are shown.

    Added to the rows that they sum up they would count these twice.
    """
    return _names_total(form, rows, [field for field in form.totals_by_field if field != form.code_field])


def fields_apart(form: Form, rows: pd.DataFrame, fields: Iterable[str]) -> frozenset[str]:
    """Which fields of codes the form has no total of over all those that some rows name.

    Rows of different ones are never added up: a pupil may be in several.
    """
    apart = set()
    for field in fields:
        totals = form.totals_by_field[field]
        named = {*rows[field].dropna().unique()} if field in rows.columns else set()
        codes = named - totals.keys() - {_NO_CODE}
        if len(codes) > 1 and not any(codes <= {*parts} for parts in totals.values()):
            apart.add(field)
    return frozenset(apart)


def _names_total(form: Form, rows: pd.DataFrame, fields: Iterable[str]) -> NDArray[np.bool]:
    is_one = np.zeros(len(rows), dtype=bool)
    for field in fields:
        if field in rows.columns:
            is_one |= rows[field].isin(form.totals_by_field[field]).to_numpy()
    return is_one


def whole_of(form: Form) -> str | None:
    """The code of the total over all codes; None where the form has none."""
    totals = form.codes_by_total
    return max(totals, key=lambda total: len(totals[total]), default=None)


def is_count(figures: NDArray[np.float64]) -> NDArray[np.bool]:
    """Which figures may count anything: a number as long as an id or a telephone number may be one.

    Added to others it would still give itself away.
    """
    may_count: NDArray[np.bool] = np.abs(np.nan_to_num(figures, nan=np.inf)) < _LONGER_THAN_COUNTS
    return may_count


def whole_number(figure: float) -> Number:
    """A figure without `.0`."""
    return int(figure) if float(figure).is_integer() else float(figure)


def _is_nothing(rows: pd.DataFrame, fields: Sequence[str]) -> NDArray[np.bool]:
    """Which rows hold zeros and nothing else: a blank beside them is no figure that is missing."""
    is_zero = rows[[*fields]].to_numpy() == 0
    is_blank = rows[[f"{field}_kind" for field in fields]].to_numpy() == CellKind.BLANK
    is_nothing: NDArray[np.bool] = (is_zero | is_blank).all(axis=1) & is_zero.any(axis=1)
    return is_nothing


def _codes(form: Form, rows: pd.DataFrame) -> NDArray[np.object_]:
    if form.code_field not in rows.columns:
        return np.full(len(rows), _NO_CODE, dtype=object)
    return rows[form.code_field].fillna(_NO_CODE).to_numpy(dtype=object)
