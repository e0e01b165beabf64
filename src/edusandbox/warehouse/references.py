"""What the checks ask the warehouse before a delivery is loaded."""

from collections import defaultdict
from collections.abc import Collection
from typing import Any

import pandas as pd
from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Table,
    Text,
    and_,
    case,
    func,
    literal,
    select,
    union_all,
)

from edusandbox.schemas.catalogue import FORMS
from edusandbox.submissions import StandingSchool, SubmissionKey
from edusandbox.transforms.facts import NO_SUCH_CELL
from edusandbox.warehouse.dimension_tables import dim_agency, dim_period, dim_school
from edusandbox.warehouse.operation_tables import ops_submission, ops_submission_school
from edusandbox.warehouse.schools import SCHEME_COLUMNS, same_school
from edusandbox.warehouse.tables import CODE_LIST_TABLES, FACT_TABLES


def school_references(connection: Connection) -> pd.DataFrame:
    """The schools of the current registers.

    Returns:
        `school_code`, `school_code_scheme` (`smis8`, `ministry10`, `obec6`), `agency_code`,
        `school_name_th`, `register_start_date` (CE date: first day of the register's period); one row a
        code and register.
    """
    fact = FACT_TABLES["fact_school"]
    entry = dim_school.alias()
    schemes = [
        select(
            dim_school.c[column].label("school_code"),
            literal(scheme, Text).label("school_code_scheme"),
            dim_agency.c.agency_code,
            fact.c.school_name_th,
            dim_period.c.order_date.label("register_start_date"),
        )
        .join_from(fact, ops_submission, ops_submission.c.submission_id == fact.c.submission_id)
        .join(entry, entry.c.school_id == fact.c.school_id)
        .join(dim_school, dim_school.c.school_id == same_school(entry))
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(ops_submission.c.is_current, dim_school.c[column].is_not(None))
        for scheme, column in SCHEME_COLUMNS.items()
    ]
    result = connection.execute(union_all(*schemes))
    return pd.DataFrame(result.all(), columns=list(result.keys()))


def current_row_counts(connection: Connection) -> dict[SubmissionKey, int]:
    """Loaded rows of each current version by agency, form, part and period code."""
    statement = (
        select(
            dim_agency.c.agency_code,
            ops_submission.c.form_code,
            ops_submission.c.part_code,
            dim_period.c.period_code,
            ops_submission.c.row_count_loaded,
        )
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(ops_submission.c.is_current)
    )
    return {tuple(key): count for *key, count in connection.execute(statement)}


def current_schools(
    connection: Connection, wanted: Collection[SubmissionKey]
) -> dict[SubmissionKey, tuple[StandingSchool, ...]]:
    """The schools of current versions, with their counts as the form keys its rows.

    Args:
        connection: A connection to the warehouse.
        wanted: Agency, form, part and period codes of the versions asked for.

    Returns:
        The schools by agency, form, part and period code.
    """
    return {key: _schools(connection, *key) for key in wanted}


def _schools(
    connection: Connection, agency_code: str, form_code: str, part_code: str, period_code: str
) -> tuple[StandingSchool, ...]:
    statement = _rows_of_schools(form_code).where(
        ops_submission.c.is_current,
        dim_agency.c.agency_code == agency_code,
        ops_submission.c.form_code == form_code,
        ops_submission.c.part_code == part_code,
        dim_period.c.period_code == period_code,
    )
    fields = FORMS[form_code].kept_counts
    scheme_count, field_count = len(SCHEME_COLUMNS), len(fields)
    counts: dict[int, dict[tuple[str, ...], dict[str, float | None]]] = defaultdict(dict)
    named: dict[int, tuple[tuple[str, ...], str | None]] = {}
    for school_id, name, *row in connection.execute(statement):
        figures, codes = row[: 2 * field_count], row[2 * field_count :]
        named[school_id] = (tuple(code for code in codes[:scheme_count] if code is not None), name)
        counts[school_id][tuple(codes[scheme_count:])] = {
            field: figure
            for field, figure, cell_count in zip(
                fields, figures[:field_count], figures[field_count:], strict=True
            )
            if cell_count
        }
    return tuple(StandingSchool(*named[key], of_school) for key, of_school in counts.items())


def _rows_of_schools(form_code: str) -> Select[Any]:
    """A statement of a form's rows: school, name, counts, their cells, codes, the row key's other codes."""
    form = FORMS[form_code]
    names = [field.removesuffix("_code") for field in form.row_key if field != "school_code"]
    lists = [CODE_LIST_TABLES[name] for name in names]
    codes = [
        *(dim_school.c[column] for column in SCHEME_COLUMNS.values()),
        *(table.c[f"{name}_code"] for name, table in zip(names, lists, strict=True)),
    ]
    fact = FACT_TABLES[form.keyed_table]
    entry = dim_school.alias()
    statement = (
        select(
            dim_school.c.school_id,
            func.min(ops_submission_school.c.school_name),
            # A sum is NULL where there is no value at all, which is not zero.
            *(func.sum(fact.c[field]) for field in form.kept_counts),
            *(_cell_count(fact, field) for field in form.kept_counts),
            *codes,
        )
        .join_from(fact, ops_submission, ops_submission.c.submission_id == fact.c.submission_id)
        .join(
            ops_submission_school,
            and_(
                ops_submission_school.c.submission_id == fact.c.submission_id,
                ops_submission_school.c.school_id == fact.c.school_id,
            ),
        )
        .join(entry, entry.c.school_id == fact.c.school_id)
        .join(dim_school, dim_school.c.school_id == same_school(entry))
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .group_by(dim_school.c.school_id, *codes)
    )
    for name, table in zip(names, lists, strict=True):
        statement = statement.join(table, table.c[f"{name}_id"] == fact.c[f"{name}_id"])
    return statement


def _cell_count(fact: Table, field: str) -> ColumnElement[int]:
    """How many cells the sender's table has for a count; where facts have no marks it has one for each."""
    mark = fact.c[field].info.get("mark_column")
    return func.count() if mark is None else func.sum(case((fact.c[mark] == NO_SUCH_CELL, 0), else_=1))
