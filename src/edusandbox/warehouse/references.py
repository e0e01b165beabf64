"""What the checks ask the warehouse before a delivery is loaded."""

import pandas as pd
from sqlalchemy import Connection, Text, literal, select, union_all

from edusandbox.warehouse.dimension_tables import dim_agency, dim_period, dim_school
from edusandbox.warehouse.operation_tables import ops_submission
from edusandbox.warehouse.schools import SCHEME_COLUMNS
from edusandbox.warehouse.tables import FACT_TABLES


def school_references(connection: Connection) -> pd.DataFrame:
    """The schools of the current registers.

    Returns:
        `school_code`, `school_code_scheme` (`smis8`, `ministry10`, `obec6`), `agency_code`,
        `school_name_th`, `register_start_date` (CE date: first day of the register's period); one row a
        code and register.
    """
    fact = FACT_TABLES["fact_school"]
    schemes = [
        select(
            dim_school.c[column].label("school_code"),
            literal(scheme, Text).label("school_code_scheme"),
            dim_agency.c.agency_code,
            fact.c.school_name_th,
            dim_period.c.order_date.label("register_start_date"),
        )
        .join_from(fact, ops_submission, ops_submission.c.submission_id == fact.c.submission_id)
        .join(dim_school, dim_school.c.school_id == fact.c.school_id)
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(ops_submission.c.is_current, dim_school.c[column].is_not(None))
        for scheme, column in SCHEME_COLUMNS.items()
    ]
    result = connection.execute(union_all(*schemes))
    return pd.DataFrame(result.all(), columns=list(result.keys()))


def current_row_counts(connection: Connection) -> dict[tuple[str, str, str], int]:
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
