"""Reads back what submissions hold, with codes where the tables have keys."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select, select

from edusandbox.warehouse.conditions import one_of
from edusandbox.warehouse.tables.code_lists import CODE_LIST_TABLES, code_list_ids
from edusandbox.warehouse.tables.collection import FACT_TABLES
from edusandbox.warehouse.tables.fact_tables import key_names
from edusandbox.warehouse.tables.operation_tables import ops_cell_source, ops_submission_column
from schemas.codes import JOINED_BY
from schemas.fact_rows import heading_codes


def read_by_submission(
    connection: Connection, statement: Select[Any], submission_id: ColumnElement[int], ids: Iterable[int]
) -> pd.DataFrame:
    """Reads the rows of certain submissions.

    Args:
        connection: To a warehouse.
        statement: What to read.
        submission_id: The column that names the submission.
        ids: The submissions; each is read once.

    Returns:
        The statement's columns, as objects that keep missing values apart; in no order.
    """
    result = connection.execute(
        statement.where(one_of(connection, submission_id, {int(each) for each in ids}))
    )
    return pd.DataFrame(result.all(), columns=list(result.keys()), dtype="object")


def with_codes(connection: Connection, facts: pd.DataFrame) -> pd.DataFrame:
    """Adds codes, such as `topic_code`, to facts that have the keys."""
    codes = {
        f"{name}_code": facts[f"{name}_id"].map(
            {key: code for code, key in code_list_ids(connection, name).items()}
        )
        for name in CODE_LIST_TABLES
        if f"{name}_id" in facts.columns
    }
    return facts.assign(**codes)


def with_places(connection: Connection, fact_table: str, cells: pd.DataFrame) -> pd.DataFrame:
    """Says where each value of some facts stands.

    Args:
        connection: To a warehouse.
        fact_table: The table of facts.
        cells: Facts with codes, a row a value: `field` names the column; without it a value is a whole row's.

    Returns:
        The cells with `source_column` (None for a whole row), and with sheet and row of values that do not
        stand in their fact's row.
    """
    if "field" not in cells.columns or cells.empty:
        return cells.assign(source_column=None)
    ids = cells["submission_id"]
    source, column = ops_cell_source.c, ops_submission_column.c
    moved = read_by_submission(
        connection, select(ops_cell_source).where(source.fact_table == fact_table), source.submission_id, ids
    )
    columns = read_by_submission(connection, select(ops_submission_column), column.submission_id, ids)
    # Of facts about agencies neither side names a school.
    moved_schools = moved["school_id"].astype("object").where(moved["school_id"].notna(), None)
    own = {
        (row.submission_id, school, row.key_codes, row.field): row
        for row, school in zip(moved.itertuples(), moved_schools, strict=True)
    }
    schools = cells["school_id"] if "school_id" in cells.columns else [None] * len(cells)
    of_sheet = {
        (row.submission_id, row.sheet_number, row.field, row.code): row.sheet_column
        for row in columns.itertuples()
    }
    names = key_names(FACT_TABLES[fact_table])
    placed = cells.assign(source_column=pd.Series(None, index=cells.index, dtype="object"))
    found = []
    key_rows = cells[names].astype("str").itertuples(index=False) if names else [()] * len(cells)
    for row, school, keys in zip(cells.itertuples(), schools, key_rows, strict=True):
        moved_to = own.get((row.submission_id, school, JOINED_BY.join(keys), row.field))
        if moved_to is not None:
            found.append((moved_to.source_sheet_number, moved_to.source_row, moved_to.source_column))
            continue
        sheet = row.source_sheet_number
        named = [(row.submission_id, sheet, row.field, code) for code in heading_codes(JOINED_BY.join(keys))]
        place = next((of_sheet[each] for each in named if each in of_sheet), None)
        found.append((sheet, row.source_row, place))
    placed[["source_sheet_number", "source_row", "source_column"]] = pd.DataFrame(
        found, index=cells.index, dtype="object"
    )
    return placed
