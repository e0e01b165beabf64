"""Walks a figure of a mart back to the cells that it is made of."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

import pandas as pd
from sqlalchemy import Connection, Integer, Table, column, select, table, text

from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.history.as_at import read_mart
from edusandbox.warehouse.history.fact_reading import read_by_submission, with_codes, with_places
from edusandbox.warehouse.marts.lineage import Source, find_grouping, find_source
from edusandbox.warehouse.tables.code_lists import CODE_LIST_TABLES
from edusandbox.warehouse.tables.collection import FACT_TABLES
from edusandbox.warehouse.tables.fact_tables import key_names
from edusandbox.warehouse.tables.metadata import Baht
from edusandbox.warehouse.tables.operation_tables import (
    ops_submission,
    ops_submission_school,
    ops_submission_sheet,
)
from schemas.fact_rows import NO_SUCH_CELL
from schemas.issues import Place

_SUBMISSIONS = table("mart_submission", column("submission_id", Integer))


@dataclass(frozen=True, slots=True)
class Trace:
    """Where a figure comes from.

    Attributes:
        mart: The mart.
        figure: Its column.
        value: The figure: the sum over the rows asked for, a decimal of amounts; None if it is empty, a text
            for a name.
        row_count: Rows of the mart that were asked for.
        cells: One row a cell: `submission_id`, `school_code` and `school_name` where the facts are about
            schools, the codes of the fact (`topic_code`), `field`, `value`, `mark_code` where the figure has
            marks, `sheet_name`, `source_row`, `cell` (such as C7; a row's number where the whole row speaks).
            Empty where a whole file is behind the figure.
        files: One row a submission: the columns of `mart_submission` and `cell_count`.
    """

    mart: str
    figure: str
    value: int | Decimal | str | None
    row_count: int
    cells: pd.DataFrame
    files: pd.DataFrame


def trace_figure(
    connection: Connection, mart: str, figure: str, where: Mapping[str, Any], at: datetime | None = None
) -> Trace:
    """Walks a figure back to its cells.

    Args:
        connection: To a warehouse that has its views.
        mart: A mart.
        figure: A column of it.
        where: Which rows of the mart, by column; the figures of several rows are added up.
        at: The mart as it was at this moment; None for now.

    Raises:
        WarehouseError: There is no such mart, column or row, or no cells are behind the column.
        ArithmeticError: The cells do not give the figure: a bug of ours.
    """
    rows = read_mart(connection, mart, at=at, where=where)
    source = find_source(mart, figure)
    if rows.empty:
        said = ", ".join(f"{name} {value}" for name, value in where.items())
        raise WarehouseError(f"{mart} has no row with {said or 'anything'}")
    finest = _finest_rows(connection, mart, rows, at)
    cells = _cells(connection, source, finest)
    value = _value(rows, figure, source)
    _prove(cells, source, figure, value)
    files = read_by_submission(
        connection,
        select(text("*")).select_from(_SUBMISSIONS),
        _SUBMISSIONS.c.submission_id,
        finest["submission_id"],
    ).sort_values("submission_id", ignore_index=True)
    counts = cells.groupby("submission_id").size() if len(cells) else pd.Series(dtype="int64")
    files["cell_count"] = files["submission_id"].map(counts).fillna(0).astype("int64")
    return Trace(mart, figure, value, len(rows), cells, files)


def _finest_rows(connection: Connection, mart: str, rows: pd.DataFrame, at: datetime | None) -> pd.DataFrame:
    grouping = find_grouping(mart)
    if grouping is None:
        return rows
    wanted = rows[list(grouping.keys)].rename(columns=grouping.keys).drop_duplicates()
    # What all rows share narrows the query; the rest is compared here.
    shared = [str(name) for name in wanted if len(wanted[name].drop_duplicates()) == 1]
    where = {name: wanted[name].tolist()[0] for name in shared}
    finer = read_mart(connection, grouping.finer_mart, at=at, where=where)
    return finer.merge(wanted, on=list(wanted.columns))


def _cells(connection: Connection, source: Source, finest: pd.DataFrame) -> pd.DataFrame:
    if source.table not in FACT_TABLES:
        return pd.DataFrame()
    fact = FACT_TABLES[source.table]
    # A fact names its school as it was loaded, whatever that turned out to be; one about an agency has none.
    wanted = finest.drop(columns="school_id", errors="ignore")
    wanted = wanted.rename(columns={"source_school_id": "school_id"})
    keys = [each.name for each in fact.primary_key.columns if each.name in wanted.columns]
    wanted = wanted[keys].drop_duplicates()
    facts = read_by_submission(connection, select(fact), fact.c.submission_id, wanted["submission_id"])
    facts = with_codes(connection, facts.merge(wanted, on=keys))
    parts = [_of_column(fact, facts, name, source.marks) for name in source.columns]
    cells = with_places(connection, fact.name, pd.concat(parts, ignore_index=True))
    return _described(connection, cells, key_names(fact))


def _of_column(fact: Table, facts: pd.DataFrame, name: str, marks: Collection[str]) -> pd.DataFrame:
    """The cells behind one column: those with a mark that is counted, or all that the table has."""
    mark_column = fact.c[name].info.get("mark_column")
    cells = facts.assign(field=name, value=facts[name])
    if mark_column is None:
        return cells
    cells = cells.assign(mark_code=facts[str(mark_column)])
    is_counted = cells["mark_code"].isin(marks) if marks else cells["mark_code"] != NO_SUCH_CELL
    return cells[is_counted]


def _described(connection: Connection, cells: pd.DataFrame, keys: Sequence[str]) -> pd.DataFrame:
    ids = cells["submission_id"]
    sheets = read_by_submission(
        connection, select(ops_submission_sheet), ops_submission_sheet.c.submission_id, ids
    ).rename(columns={"sheet_number": "source_sheet_number"})
    cells = cells.merge(sheets, on=["submission_id", "source_sheet_number"], how="left")
    if "school_id" in cells:
        school = ops_submission_school.c
        columns = (school.submission_id, school.school_id, school.school_code, school.school_name)
        schools = read_by_submission(connection, select(*columns), school.submission_id, ids)
        cells = cells.merge(schools, on=["submission_id", "school_id"], how="left")
    cells["cell"] = [
        Place(row=int(row), column=None if column is None else int(column)).cell
        for row, column in zip(cells["source_row"], cells["source_column"], strict=True)
    ]
    codes = [f"{each}_code" for each in CODE_LIST_TABLES if f"{each}_id" in cells]
    codes += [each for each in keys if each not in codes]
    shown = ["submission_id", "school_code", "school_name", *codes, "field", "value", "mark_code"]
    shown += ["sheet_name", "source_row", "cell"]
    order = ["submission_id", "source_sheet_number", "source_row", "source_column"]
    return cells.sort_values(order)[[each for each in shown if each in cells]].reset_index(drop=True)


def _value(rows: pd.DataFrame, figure: str, source: Source) -> int | Decimal | str | None:
    values = rows[figure].dropna()
    if values.empty:
        return None
    added = _added(values, source)
    return " · ".join(dict.fromkeys(str(each) for each in values)) if added is None else added


def _added(values: "pd.Series[Any]", source: Source) -> int | Decimal | None:
    """A sum of counts, or of amounts to the satang, which a view gives as the database computes them.

    None where values are texts.
    """
    if source.table == ops_submission.name or source.marks:
        return int(values.sum())
    types = [FACT_TABLES[source.table].c[name].type for name in source.columns]
    if all(each.python_type is int for each in types):
        return int(values.sum())
    if all(isinstance(each, Baht) for each in types):
        return sum((Decimal(f"{each:.2f}") for each in values), Decimal("0.00"))
    return None


def _prove(cells: pd.DataFrame, source: Source, figure: str, value: int | Decimal | str | None) -> None:
    """Cells that do not give the figure would be a false witness."""
    if source.table not in FACT_TABLES or source.columns == ("school_id",):
        return
    if not isinstance(value, int | Decimal):
        return
    found = len(cells) if source.marks else _added(cells["value"].dropna(), source)
    if found != value:
        raise ArithmeticError(f"{figure} is {value}, but the cells found give {found}")
