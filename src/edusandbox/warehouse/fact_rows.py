"""From a Fact frame to rows of its table: codes become keys, in key order."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Connection, Table, select

from edusandbox.warehouse.bulk import insert_frame
from edusandbox.warehouse.code_lists import CODE_LIST_TABLES
from edusandbox.warehouse.tables import FACT_TABLES


def insert_facts(
    connection: Connection,
    facts: Mapping[str, pd.DataFrame],
    submission_id: int,
    school_ids: Mapping[str, int],
) -> None:
    """Appends a submission's facts.

    Args:
        connection: Inside the submission's transaction.
        facts: Fact frames by table name, valid under their models.
        submission_id: The submission.
        school_ids: `school_id` by school code.

    Raises:
        ValueError: A frame names a table, or a code of a dimension, that the warehouse has not: a bug of
            ours, since facts are checked before they come here.
    """
    for name, frame in facts.items():
        if name not in FACT_TABLES:
            raise ValueError(f"the warehouse has no table {name}")
        table = FACT_TABLES[name]
        insert_frame(connection, table, _rows(connection, table, frame, submission_id, school_ids))


def _rows(
    connection: Connection,
    table: Table,
    frame: pd.DataFrame,
    submission_id: int,
    school_ids: Mapping[str, int],
) -> pd.DataFrame:
    columns: dict[str, pd.Series] = {}
    for column in table.columns:
        if column.name == "submission_id":
            columns[column.name] = pd.Series(submission_id, index=frame.index)
        elif dimension := column.info.get("dimension"):
            ids = school_ids if dimension == "school" else _code_list_ids(connection, str(dimension))
            columns[column.name] = _keys(frame[str(column.info["code_column"])], ids)
        else:
            columns[column.name] = frame[column.name]
    return pd.DataFrame(columns).sort_values([each.name for each in table.primary_key.columns])


def _keys(codes: "pd.Series[str]", ids: Mapping[str, int]) -> pd.Series:
    keys = codes.astype("object").map(ids).astype("Int32")
    unknown = sorted(codes[keys.isna() & codes.notna()].astype("object").unique())
    if unknown:
        raise ValueError(f"{codes.name}: the warehouse does not know {', '.join(map(str, unknown[:10]))}")
    return keys


def _code_list_ids(connection: Connection, dimension: str) -> dict[str, int]:
    table = CODE_LIST_TABLES[dimension]
    rows = connection.execute(select(table.c[f"{dimension}_code"], table.c[f"{dimension}_id"]))
    return {str(row[0]): int(row[1]) for row in rows}
