"""From a recognised table to the Sheet frame: text parsed to types, families of columns gathered.

A wide table has a column for each grade; the Sheet frame has a row for each school and grade whatever
the layout was, so that one pandera model serves every layout. Each row knows its sheet row and each
count its sheet column.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.issues import Finding
from edusandbox.transforms.counts import CellKind, CountColumn, parse_counts
from edusandbox.transforms.grid import CellValue
from edusandbox.transforms.layouts import Presence
from edusandbox.transforms.links import link_parameters
from edusandbox.transforms.tables import Column, Table
from edusandbox.transforms.text import cell_code, cell_name, normalise_header

FAMILY_CODE = "grade_code"
"""Column of the Sheet frame that takes the code named by a family of columns."""


@dataclass(frozen=True, slots=True)
class FieldTypes:
    """How a form's fields are read.

    Attributes:
        counts: Count fields.
        codes: For each field that holds a code of a list, the codes by normalised spelling.
        private: Fields that are never read.
    """

    counts: tuple[str, ...]
    codes: Mapping[str, Mapping[str, str]]
    private: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetFrame:
    """A table parsed.

    Attributes:
        table: Where it came from.
        frame: One row per school and row key. Columns: `source_sheet_number`, `source_row`, one text
            column a field (missing where blank), `grade_code` where the form has grades (a grade or a
            total over grades), and for each count field `<field>` (float64), `<field>_kind` (int8,
            `CellKind`) and `<field>_column` (int16 sheet column, 0 where the table has none).
        findings: What could not be parsed, and the repairs that were made.
    """

    table: Table
    frame: pd.DataFrame
    findings: tuple[Finding, ...]

    def column(self, field: str, code: str | None) -> Column | None:
        """The sheet column of a field, for a family the one of this code."""
        named = [each for each in self.table.columns if each.meaning.field == field]
        return next((each for each in named if each.meaning.code in {code, None}), None)


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
        shared: dict[str, object] = {
            "source_sheet_number": np.full(len(self._rows), self._table.grid.sheet_number, dtype=np.int16),
            "source_row": np.array(self._rows, dtype=np.int32),
        }
        shared |= dict(self._text_columns())
        families = self._count_columns()
        blocks = [self._block(shared, code, columns) for code, columns in families.items()]
        frame = pd.concat(blocks, ignore_index=True) if blocks else pd.DataFrame(shared)
        return frame.reset_index(drop=True)

    def _text_columns(self) -> Iterator[tuple[str, pd.Series]]:
        for column in self._table.columns:
            field = column.meaning.field
            if field in self._types.counts:
                continue
            if field in self._types.private:
                self.findings.append(Finding("PR001", self._table.place(None, column)))
            else:
                yield field, pd.Series(self._texts(column), dtype="str")

    def _texts(self, column: Column) -> list[str | None]:
        meaning = column.meaning
        if meaning.taken_from:
            return link_parameters(self._table.grid, column.number, self._rows, meaning.taken_from)
        cells = self._table.cells(column, self._rows)
        if meaning.field in self._types.codes:
            return self._codes(column, cells)
        is_name = meaning.field.endswith(("_name", "_type"))
        return [(cell_name(cell) if is_name else cell_code(cell)) or None for cell in cells]

    def _codes(self, column: Column, cells: Sequence[CellValue]) -> list[str | None]:
        spellings = self._types.codes[column.meaning.field]
        codes = [spellings.get(normalise_header(cell_name(cell))) for cell in cells]
        self.findings += [
            Finding("VA006", self._table.place(row, column))
            for row, code in zip(self._rows, codes, strict=True)
            if code is None
        ]
        return codes

    def _count_columns(self) -> dict[str | None, dict[str, Column]]:
        """Count columns by the code of their family, then by field."""
        families: dict[str | None, dict[str, Column]] = {}
        for column in self._table.columns:
            if column.meaning.field in self._types.counts:
                families.setdefault(column.meaning.code, {})[column.meaning.field] = column
        return families

    def _block(
        self, shared: Mapping[str, object], code: str | None, columns: Mapping[str, Column]
    ) -> pd.DataFrame:
        parsed = {
            field: parse_counts(self._table.cells(column, self._rows)) for field, column in columns.items()
        }
        data = dict(shared)
        if code is not None:
            data[FAMILY_CODE] = pd.Series([code] * len(self._rows), dtype="str")
        for field in self._types.counts:
            counts = parsed.get(field) or _absent(len(self._rows))
            data[field] = counts.values
            data[f"{field}_kind"] = counts.kinds
            data[f"{field}_column"] = np.full(
                len(self._rows), columns[field].number if field in columns else 0, dtype=np.int16
            )
        taught = _is_taught(list(parsed.values())) if code is not None else np.ones(len(self._rows), bool)
        for field, column in columns.items():
            self._report(column, parsed[field], taught)
        return pd.DataFrame(data)[taught]

    def _report(self, column: Column, counts: CountColumn, taught: NDArray[np.bool]) -> None:
        wanted = column.meaning.presence in {Presence.EACH, Presence.REQUIRED}
        if wanted:
            self._report_each("VA103", column, (counts.kinds == CellKind.BLANK) & taught)
        self._report_each("VA001", column, counts.kinds == CellKind.UNREADABLE)
        for rule, kind in (
            ("VA101", CellKind.REPAIRED),
            ("VA102", CellKind.DASH),
            ("VA104", CellKind.HIDDEN),
        ):
            found = np.flatnonzero(counts.kinds == kind)
            if found.size:
                place = self._table.place(self._rows[int(found[0])], column)
                self.findings.append(Finding(rule, place, count=int(found.size)))

    def _report_each(self, rule: str, column: Column, where: NDArray[np.bool]) -> None:
        self.findings += [
            Finding(rule, self._table.place(self._rows[int(position)], column))
            for position in np.flatnonzero(where)
        ]


def _absent(length: int) -> CountColumn:
    return CountColumn(np.full(length, np.nan), np.full(length, CellKind.BLANK, dtype=np.int8))


def _is_taught(columns: Sequence[CountColumn]) -> NDArray[np.bool]:
    """A grade whose cells are all blank is not taught at the school: nothing is missing there."""
    taught: NDArray[np.bool] = np.logical_or.reduce([column.kinds != CellKind.BLANK for column in columns])
    return taught
