"""From a Fact frame to rows of its table: codes become keys, in key order."""

from collections.abc import Mapping

import pandas as pd
from sqlalchemy import Connection, Table

from edusandbox.warehouse.bulk import insert_frame
from edusandbox.warehouse.code_lists import code_list_ids
from edusandbox.warehouse.tables import FACT_TABLES


def insert_facts(
    connection: Connection,
    facts: Mapping[str, pd.DataFrame],
    owner: Mapping[str, int],
    school_ids: Mapping[str, int],
) -> None:
    """Appends a submission's facts.

    Args:
        connection: Inside the submission's transaction.
        facts: Fact frames by table name, valid under their models.
        owner: What all of them share: `submission_id`, `province_id`, `period_id`.
        school_ids: `school_id` by school code.

    Raises:
        ValueError: A frame names a table, or a code of a dimension, that the warehouse has not: a bug of
            ours, since facts are checked before they come here.
    """
    for name, frame in facts.items():
        if name not in FACT_TABLES:
            raise ValueError(f"the warehouse has no table {name}")
        table = FACT_TABLES[name]
        insert_frame(connection, table, _rows(connection, table, frame, owner, school_ids))


def _rows(
    connection: Connection,
    table: Table,
    frame: pd.DataFrame,
    owner: Mapping[str, int],
    school_ids: Mapping[str, int],
) -> pd.DataFrame:
    columns: dict[str, pd.Series] = {}
    for column in table.columns:
        if column.name in owner:
            columns[column.name] = pd.Series(owner[column.name], index=frame.index)
        elif dimension := column.info.get("dimension"):
            ids = school_ids if dimension == "school" else code_list_ids(connection, str(dimension))
            columns[column.name] = _keys(frame[str(column.info["code_column"])], ids)
        else:
            columns[column.name] = frame[column.name]
    return pd.DataFrame(columns).sort_values([each.name for each in table.primary_key.columns])


def _keys(codes: "pd.Series[str]", ids: Mapping[str, int]) -> pd.Series:
    """Looks each code up once, however many rows have it."""
    used = codes.cat.remove_unused_categories().cat
    unknown = [code for code in used.categories if code not in ids]
    if unknown:
        raise ValueError(f"{codes.name}: the warehouse does not know {', '.join(map(str, unknown[:10]))}")
    keys = pd.array([ids[code] for code in used.categories], dtype="Int32")
    return pd.Series(keys.take(used.codes.to_numpy(), allow_fill=True), index=codes.index)
