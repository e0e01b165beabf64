"""What the totals rows of a table say that its figures are."""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from edusandbox.checking.parsing import ParsedSheet
from edusandbox.checking.read_figures import (
    Key,
    ReadFigures,
    Stated,
    is_count,
    is_total_over_others,
    whole_number,
    whole_of,
)
from edusandbox.what_was_read import Number
from schemas.catalogue import field_types
from schemas.form import Form
from transforms.rows.sheet_frame import SheetFrame, build_sheet_frame
from transforms.rows.tables import Table

_MOSTLY = 0.5


def in_totals_rows(form: Form, parsed: ParsedSheet, own: ReadFigures) -> Stated:
    """What a table's totals row says; of several the one, or the sections together, that fits the rows best.

    Args:
        form: The form.
        parsed: The table.
        own: Its figures.
    """
    table = parsed.sheet.table
    stated_rows = (*table.total_rows, *table.benchmark_rows)
    if not (stated_rows and form.counts):
        return {}
    totals = build_sheet_frame(table, stated_rows, field_types(form.code))
    rows = {row: _stated(form, totals, row) for row in table.total_rows}
    # A row of the area or the country may be the table's total, or a mean, or of something larger.
    others = [_stated(form, totals, row) for row in table.benchmark_rows]
    fitting = [stated for stated in others if stated and _misfit(stated, own) < _MOSTLY]
    candidates = [stated for stated in (*_sections(table, rows), *fitting, *rows.values()) if stated]
    # Where two fit alike the lower one counts: the grand total mostly stands at the end.
    return min(reversed(candidates), key=lambda stated: _misfit(stated, own), default={})


def _stated(form: Form, totals: SheetFrame, row: int) -> dict[Key, Number]:
    """What a totals row says by code; where it names none, of what the sheet is about, or of all together."""
    frame = totals.frame[totals.frame["source_row"] == row]
    frame = frame[~is_total_over_others(form, frame)]
    field = form.code_field
    codes = frame[field].fillna("") if field in frame.columns else pd.Series("", index=frame.index)
    of_sheet = totals.table.stated(form.code_field)
    whole = whole_of(form)
    said: dict[Key, Number] = {}
    for name in form.counts:
        figures = frame[name].to_numpy(dtype=np.float64)
        for code, figure, is_stated in zip(codes, figures, is_count(figures), strict=True):
            if is_stated:
                key = (None if code == whole else code or of_sheet, name)
                # Of headings that name several codes there are several figures for each of the first list.
                said[key] = said.get(key, 0) + whole_number(figure)
    return said


def _sections(table: Table, rows: Mapping[int, Stated]) -> Iterator[Stated]:
    """The totals rows of several sections, added up: those with rows of data since the one before."""
    previous = 0
    sections = []
    for row, stated in rows.items():
        if any(previous < each < row for each in table.data_rows):
            sections.append(stated)
        previous = row
    if len(sections) > 1:
        common = set(sections[0]).intersection(*sections[1:])
        yield {key: sum(each[key] for each in sections) for key in common}


def _misfit(stated: Stated, own: ReadFigures) -> float:
    """The share of a totals row's figures that the rows do not add up to."""
    return sum(own.read(key) != figure for key, figure in stated.items()) / len(stated)
