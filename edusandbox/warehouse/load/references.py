"""What the checks ask the warehouse before a delivery is loaded."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
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

from edusandbox.submissions import NO_SCHOOL, StandingFigures, SubmissionKey
from edusandbox.warehouse.load.schools import SCHEME_COLUMNS, same_school
from edusandbox.warehouse.tables.collection import CODE_LIST_TABLES, FACT_TABLES
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period, dim_school
from edusandbox.warehouse.tables.operation_tables import ops_submission, ops_submission_school
from schemas.catalogue import FORMS
from schemas.fact_rows import NO_SUCH_CELL
from schemas.fields import Code, Entity
from schemas.form import Form
from schemas.further_counts import further_counts


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


def current_figures(
    connection: Connection, wanted: Collection[SubmissionKey]
) -> dict[SubmissionKey, tuple[StandingFigures, ...]]:
    """The schools of current versions, with their counts as the form keys its rows.

    Args:
        connection: A connection to the warehouse.
        wanted: Agency, form, part and period codes of the versions asked for.

    Returns:
        The schools by agency, form, part and period code; of a form about agencies the agency itself.
    """
    return {key: _standing(connection, key) for key in wanted}


def current_sums_of_further_tables(
    connection: Connection, wanted: Collection[SubmissionKey]
) -> dict[SubmissionKey, Mapping[str, float]]:
    """What current versions add up in tables that are not keyed as their form's rows are, by column.

    Args:
        connection: A connection to the warehouse.
        wanted: Agency, form, part and period codes of the versions asked for.
    """
    return {key: _further_sums(connection, key) for key in wanted if further_counts(FORMS[key[1]])}


def _further_sums(connection: Connection, key: SubmissionKey) -> Mapping[str, float]:
    sums: dict[str, float] = {}
    for name, columns in further_counts(FORMS[key[1]]).items():
        fact = FACT_TABLES[name]
        statement = _of_returns(fact, *(func.sum(fact.c[column]) for column in columns))
        row = connection.execute(statement.where(*_is_current(*key))).one()
        sums |= {column: float(value) for column, value in zip(columns, row, strict=True) if value}
    return sums


def _of_returns(fact: Table, *columns: ColumnElement[Any]) -> Select[Any]:
    """A statement of facts beside the submission, agency and period that they are of."""
    return (
        select(*columns)
        .join_from(fact, ops_submission, ops_submission.c.submission_id == fact.c.submission_id)
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
    )


def _is_current(
    agency_code: str, form_code: str, part_code: str, period_code: str
) -> Sequence[ColumnElement[bool]]:
    return (
        ops_submission.c.is_current,
        dim_agency.c.agency_code == agency_code,
        ops_submission.c.form_code == form_code,
        ops_submission.c.part_code == part_code,
        dim_period.c.period_code == period_code,
    )


def _standing(connection: Connection, key: SubmissionKey) -> tuple[StandingFigures, ...]:
    form = FORMS[key[1]]
    rows = _rows_of_schools(form) if form.entity is Entity.SCHOOL else _rows_of_agencies(form)
    statement = rows.where(*_is_current(*key))
    fields, key_count = form.kept_counts, len(form.further_key)
    counts: dict[int | None, dict[tuple[str, ...], dict[str, float | None]]] = defaultdict(dict)
    named: dict[int | None, tuple[tuple[str, ...], str | None]] = {}
    for row in connection.execute(statement):
        row_codes, figures = row[:key_count], row[key_count : key_count + 2 * len(fields)]
        # Of a row about an agency nothing is left.
        school_id, name, *codes = row[key_count + 2 * len(fields) :] or (None, None, NO_SCHOOL)
        named[school_id] = (tuple(code for code in codes if code is not None), name)
        counts[school_id][tuple(row_codes)] = {
            field: figure
            for field, figure, cell_count in zip(
                fields, figures[: len(fields)], figures[len(fields) :], strict=True
            )
            if cell_count
        }
    return tuple(StandingFigures(*named[key], of_school) for key, of_school in counts.items())


def _rows_of_agencies(form: Form) -> Select[Any]:
    """A statement of a form's rows: what tells those of one agency or school apart, counts, their cells."""
    fact = FACT_TABLES[form.keyed_table]
    lists = {
        field.code_list: CODE_LIST_TABLES[field.code_list]
        for field in map(form.by_name.get, form.further_key)
        if isinstance(field, Code)
    }
    of_lists = {f"{name}_code": table.c[f"{name}_code"] for name, table in lists.items()}
    # A code of no list stands in the fact itself.
    codes = [of_lists[name] if name in of_lists else fact.c[name] for name in form.further_key]
    # A sum is NULL where there is no value at all, which is not zero.
    sums = [func.sum(fact.c[field]) for field in form.kept_counts]
    cells = [_cell_count(fact, field) for field in form.kept_counts]
    statement = _of_returns(fact, *codes, *sums, *cells).group_by(fact.c.submission_id, *codes)
    for name, table in lists.items():
        statement = statement.join(table, table.c[f"{name}_id"] == fact.c[f"{name}_id"])
    return statement


def _rows_of_schools(form: Form) -> Select[Any]:
    """The same of schools, then the school, its name and its codes."""
    fact = FACT_TABLES[form.keyed_table]
    school = [dim_school.c.school_id, *(dim_school.c[column] for column in SCHEME_COLUMNS.values())]
    entry = dim_school.alias()
    school_id, *codes = school
    return (
        _rows_of_agencies(form)
        .add_columns(school_id, func.min(ops_submission_school.c.school_name), *codes)
        .join(
            ops_submission_school,
            and_(
                ops_submission_school.c.submission_id == fact.c.submission_id,
                ops_submission_school.c.school_id == fact.c.school_id,
            ),
        )
        .join(entry, entry.c.school_id == fact.c.school_id)
        .join(dim_school, dim_school.c.school_id == same_school(entry))
        .group_by(*school)
    )


def _cell_count(fact: Table, field: str) -> ColumnElement[int]:
    """How many cells the sender's table has for a count; where facts have no marks it has one for each."""
    mark = fact.c[field].info.get("mark_column")
    return func.count() if mark is None else func.sum(case((fact.c[mark] == NO_SUCH_CELL, 0), else_=1))
