"""What the checks ask the warehouse before a delivery is loaded."""

import functools
import operator
from collections import defaultdict
from collections.abc import Collection, Sequence
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
    null,
    or_,
    select,
    true,
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
    """Loaded rows of each current version by agency, form and period code."""
    statement = (
        select(
            dim_agency.c.agency_code,
            ops_submission.c.form_code,
            dim_period.c.period_code,
            ops_submission.c.row_count_loaded,
        )
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(ops_submission.c.is_current)
    )
    return {(agency, form, period): count for agency, form, period, count in connection.execute(statement)}


def current_schools(
    connection: Connection, wanted: Collection[SubmissionKey]
) -> dict[SubmissionKey, tuple[StandingSchool, ...]]:
    """The schools of current versions, with their figures as the form keys its rows.

    Args:
        connection: A connection to the warehouse.
        wanted: Agency, form and period codes of the versions asked for.

    Returns:
        The schools by agency, form and period code.
    """
    return {key: _schools(connection, *key) for key in wanted}


def _schools(
    connection: Connection, agency_code: str, form_code: str, period_code: str
) -> tuple[StandingSchool, ...]:
    statement = _rows_of_schools(form_code).where(
        ops_submission.c.is_current,
        dim_agency.c.agency_code == agency_code,
        ops_submission.c.form_code == form_code,
        dim_period.c.period_code == period_code,
    )
    figures: dict[int, dict[tuple[str, ...], int | None]] = defaultdict(dict)
    named: dict[int, tuple[tuple[str, ...], str | None]] = {}
    schemes = len(SCHEME_COLUMNS)
    for school_id, name, figure, *codes in connection.execute(statement):
        own_codes = tuple(code for code in codes[:schemes] if code is not None)
        named[school_id] = (own_codes, name)
        figures[school_id][tuple(codes[schemes:])] = figure
    return tuple(StandingSchool(*named[key], of_school) for key, of_school in figures.items())


def _rows_of_schools(form_code: str) -> Select[Any]:
    """A statement of a form's rows: school, its name, the figure, its codes, the row key's other codes."""
    form = FORMS[form_code]
    names = [field.removesuffix("_code") for field in form.row_key if field != "school_code"]
    lists = [CODE_LIST_TABLES[name] for name in names]
    codes = [
        *(dim_school.c[column] for column in SCHEME_COLUMNS.values()),
        *(table.c[f"{name}_code"] for name, table in zip(names, lists, strict=True)),
    ]
    fact = _keyed_table(form_code)
    entry = dim_school.alias()
    statement = (
        select(
            dim_school.c.school_id,
            func.min(ops_submission_school.c.school_name),
            _sum(fact, form.figure_parts) if form.figure_parts else null(),
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
    return statement.where(_has_cell(fact, form.figure_parts))


def _sum(fact: Table, parts: Sequence[str]) -> ColumnElement[Any]:
    """Columns added up over rows; NULL where there is no value at all, which is not zero."""
    values = [fact.c[part] for part in parts]
    together = functools.reduce(operator.add, (func.coalesce(func.sum(each), 0) for each in values))
    return case((or_(*(func.count(each) > 0 for each in values)), together))


def _has_cell(fact: Table, parts: Sequence[str]) -> ColumnElement[bool]:
    """Whether the sender's table has a cell for any of some values; where facts have no marks it has."""
    marks = [fact.c[name] for part in parts if (name := fact.c[part].info.get("mark_column"))]
    return or_(*(or_(mark.is_(None), mark != NO_SUCH_CELL) for mark in marks)) if marks else true()


def _keyed_table(form_code: str) -> Table:
    """The first of a form's fact tables that is keyed as the form's rows are."""
    form = FORMS[form_code]
    keyed = {
        name: {column.info.get("code_column") for column in FACT_TABLES[name].columns}
        for name in form.fact_models
    }
    return next(FACT_TABLES[name] for name, codes in keyed.items() if codes.issuperset(form.row_key))
