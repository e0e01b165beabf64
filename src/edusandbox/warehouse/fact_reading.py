"""Reads back what submissions hold, with codes where the tables have keys."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Select

from edusandbox.warehouse.code_lists import CODE_LIST_TABLES, code_list_ids
from edusandbox.warehouse.one_of import one_of


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
    """Adds `grade_code`, `sex_code` and the like to facts that have the keys."""
    codes = {
        f"{name}_code": facts[f"{name}_id"].map(
            {key: code for code, key in code_list_ids(connection, name).items()}
        )
        for name in CODE_LIST_TABLES
        if f"{name}_id" in facts.columns
    }
    return facts.assign(**codes)
