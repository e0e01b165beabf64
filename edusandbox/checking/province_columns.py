"""Columns that only the province fills: what another sender writes there is told and not read."""

from collections.abc import Collection, Iterator, Sequence

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.checking.attribution import period_start
from edusandbox.checking.form_sheet import PERIOD, FormSheet
from edusandbox.sources.registry import Province
from edusandbox.what_was_read import NOBODY
from schemas.fields import Figure
from schemas.form import Form
from schemas.issues import Finding
from schemas.text import NOTHING
from transforms.cells.counts import CellKind
from transforms.grid import cell_name
from transforms.rows.table_rows import Column


def without_province_columns(
    form: Form, sheet: FormSheet, frame: pd.DataFrame, province: Province
) -> pd.DataFrame:
    """Takes out of a table what its sender may not fill in.

    Of a file that nobody has sent (`NOBODY`) it is not known who filled it in: all of it is read.

    Args:
        form: The form.
        sheet: The table; VA043 is added to its findings for each such column with values, and what was said
            of these cells is taken away, since they are not read.
        frame: Its rows with their period.
        province: The registry, which says who sends for the province.

    Returns:
        The rows, without these values as if the table had no such columns.
    """
    own = {field.name for field in form.fields if field.only_province_fills}
    table = sheet.parsed.sheet.table
    columns = [column for column in table.columns if column.meaning.field in own]
    sender = sheet.delivery.delivery.agency_code
    if not columns or sender == NOBODY:
        return frame
    is_others = ~_of_province(frame[PERIOD], sender, province)
    if not is_others.any():
        return frame
    rows = tuple(np.unique(frame["source_row"].to_numpy()[is_others]).tolist())
    _take_back(sheet, columns, rows, is_whole_table=bool(is_others.all()))
    sheet.parsed.findings += _told(sheet, columns, rows)
    return _without(form, frame, sorted({column.meaning.field for column in columns}), is_others)


def _of_province(periods: "pd.Series[str]", sender: str, province: Province) -> NDArray[np.bool]:
    """Which rows are of a period in which the sender speaks for the province."""
    speaking = [
        period
        for period in periods.unique()
        if province.is_sender_for_all(sender, period_start(province, period))
    ]
    is_of_province: NDArray[np.bool] = periods.isin(speaking).to_numpy()
    return is_of_province


def _take_back(
    sheet: FormSheet, columns: Sequence[Column], rows: Collection[int], *, is_whole_table: bool
) -> None:
    numbers = {column.number for column in columns}
    sheet.parsed.findings[:] = [
        finding
        for finding in sheet.parsed.findings
        if finding.place.column not in numbers or not (is_whole_table or finding.place.row in rows)
    ]


def _told(sheet: FormSheet, columns: Sequence[Column], rows: tuple[int, ...]) -> Iterator[Finding]:
    table = sheet.parsed.sheet.table
    for column in columns:
        cells = table.cells(column, rows)
        filled = [row for row, cell in zip(rows, cells, strict=True) if cell_name(cell) not in NOTHING]
        if filled:
            yield Finding("VA043", table.place(filled[0], column), count=len(filled))


def _without(
    form: Form, frame: pd.DataFrame, fields: Sequence[str], is_others: NDArray[np.bool]
) -> pd.DataFrame:
    columns: dict[str, pd.Series] = {}
    for name in fields:
        columns[name] = frame[name].mask(is_others)
        if isinstance(form.by_name[name], Figure):
            columns[f"{name}_kind"] = frame[f"{name}_kind"].mask(is_others, int(CellKind.BLANK))
            columns[f"{name}_column"] = frame[f"{name}_column"].mask(is_others, 0)
    return frame.assign(**columns)
