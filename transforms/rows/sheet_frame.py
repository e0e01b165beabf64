"""From a recognised table to the Sheet frame: text parsed to types, families of columns gathered.

A wide table has a column for each grade; the Sheet frame has a row for each school and grade whatever
the layout was, so that one pandera model serves every layout. Each row knows its sheet row and each
count its sheet column.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from pandas.api.extensions import ExtensionArray

from schemas.codes import JOINED_BY
from schemas.field_types import FieldTypes
from schemas.issues import Finding
from transforms.cells.count_cells import read_count_cells
from transforms.rows.table_rows import Column
from transforms.rows.tables import Table
from transforms.rows.text_columns import TextColumns

_SEVERAL_CODES = "heading_code"


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """A table parsed.

    Attributes:
        table: Where it came from.
        frame: One row per school and row key. Columns: `source_sheet_number`, `source_row`, one text
            column a field (missing where blank), `topic_code` where rows are told apart by topics (a topic
            or a total over topics), and for each count field `<field>` (float64), `<field>_kind` (int8,
            `CellKind`) and `<field>_column` (int16 sheet column, 0 where the table has none); kind and
            column also of other fields whose values are facts.
        findings: What could not be parsed, and the repairs that were made.
    """

    table: Table
    frame: pd.DataFrame
    findings: tuple[Finding, ...]

    def column(self, field: str, code: str | None) -> Column | None:
        """The sheet column of a field, for a family the one of this code."""
        named = [each for each in self.table.columns if each.meaning.field == field]
        return next((each for each in named if each.meaning.code in {code, None}), None)


def family_field(table: Table) -> str:
    """The column of the Sheet frame that takes the codes of the table's families of columns.

    Returns:
        `topic_code` for families headed by topics, `heading_code` where headings name codes of several
        lists, which have columns of their own besides; '' where no heading names a code.
    """
    lists = family_lists(table)
    return _SEVERAL_CODES if len(lists) > 1 else f"{lists[0]}_code" if lists else ""


def family_lists(table: Table) -> list[str]:
    """The code lists of the codes that the table's headings name; a layout has headings of one family."""
    family = next((each.meaning.family for each in table.columns if each.meaning.family), None)
    return family.split(JOINED_BY) if family else []


def has_cells_for(sheet: pd.DataFrame, figures: Sequence[str]) -> "pd.Series[bool]":
    """Which rows of a Sheet frame come from a table with a cell for one of these figures.

    By that a form with tables of different grain tells which rows are facts of which of its tables.
    """
    columns = [f"{figure}_column" for figure in figures]
    return (sheet[columns] > 0).any(axis=1)


def build_sheet_frame(table: Table, rows: tuple[int, ...], types: FieldTypes) -> SheetFrame:
    """Parses rows of a table.

    Args:
        table: The table.
        rows: Sheet rows to read (data rows, or the totals rows).
        types: How the form's fields are read.
    """
    reader = _TableReader(table, rows, types)
    return SheetFrame(table, reader.frame(), tuple(reader.findings))


class _TableReader:
    def __init__(self, table: Table, rows: tuple[int, ...], types: FieldTypes) -> None:
        self._table = table
        self._rows = rows
        self._types = types
        self.findings: list[Finding] = []

    def frame(self) -> pd.DataFrame:
        row_count = len(self._rows)
        texts = TextColumns(self._table, self._rows, self._types)
        shared: dict[str, NDArray[np.generic] | ExtensionArray] = {
            "source_sheet_number": np.full(row_count, self._table.grid.sheet_number, dtype=np.int16),
            "source_row": np.array(self._rows, dtype=np.int32),
            **dict(texts.columns()),
            **dict(texts.places()),
        }
        self.findings += texts.findings
        families = self._count_columns()
        if not families:
            return pd.DataFrame(shared)
        counts = read_count_cells(self._table, self._rows, families, self._types.figures)
        self.findings += counts.findings
        self._report_blank_rows(np.logical_or.reduce(counts.is_taught, axis=0))
        taught = np.flatnonzero(counts.is_taught)
        columns = {name: values.take(taught % row_count) for name, values in shared.items()}
        if None not in families:
            columns |= self._family_codes([code for code in families if code], taught // row_count)
        columns |= {name: values[taught] for name, values in counts.arrays.items()}
        return pd.DataFrame(columns)

    def _family_codes(
        self, families: Sequence[str], positions: NDArray[np.intp]
    ) -> dict[str, ExtensionArray]:
        """The code that the heading of each row's figures names; of several also each by itself."""
        names = [family_field(self._table)]
        codes = [list(families)]
        if names == [_SEVERAL_CODES]:
            names += [f"{name}_code" for name in family_lists(self._table)]
            codes += [list(part) for part in zip(*(code.split(JOINED_BY) for code in families), strict=True)]
        return {
            name: pd.array(own, dtype="str").take(positions) for name, own in zip(names, codes, strict=True)
        }

    def _count_columns(self) -> dict[str | None, dict[str, Column]]:
        """Count columns by the code of their family, then by field."""
        families: dict[str | None, dict[str, Column]] = {}
        for column in self._table.columns:
            if column.meaning.field in self._types.figures:
                families.setdefault(column.meaning.code, {})[column.meaning.field] = column
        return families

    def _report_blank_rows(self, has_figures: NDArray[np.bool]) -> None:
        column = self._table.column("school_code")
        self.findings += [
            Finding("VA105", self._table.place(self._rows[int(position)], column))
            for position in np.flatnonzero(~has_figures)
        ]
