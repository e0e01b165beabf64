"""Answers for the operator, the command line and the reports."""

from collections.abc import Collection
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import (
    Connection,
    Date,
    Integer,
    Text,
    TextClause,
    bindparam,
    column,
    or_,
    select,
    table,
    text,
)

from edusandbox.outcomes import AgencyTotal
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.marts.form_statements import agency_totals_statement, statement_text
from edusandbox.warehouse.marts.mart_views import narrowed
from edusandbox.warehouse.tables.dimension_tables import dim_period
from edusandbox.warehouse.tables.metadata import UtcDateTime
from edusandbox.warehouse.tables.operation_tables import ops_submission
from schemas.catalogue import FORMS
from schemas.fields import Entity
from schemas.form import Form

_DECIMALS = 2
"""Amounts have satang, whose sums are no binary fractions."""
_STATUS = table(
    "mart_submission_status",
    column("agency_code", Text),
    column("agency_name_th", Text),
    column("form_code", Text),
    column("part_code", Text),
    column("period_code", Text),
    column("due_date", Date),
    column("status", Text),
    column("newest_version", Integer),
    column("current_version", Integer),
    column("received_at", UtcDateTime),
    column("file_name", Text),
    column("row_count_loaded", Integer),
    column("row_count_set_aside", Integer),
    column("error_count", Integer),
    column("query_count", Integer),
    column("notice_count", Integer),
)
_RECEIVED = (
    select(ops_submission.c.form_code, ops_submission.c.part_code)
    .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
    .where(ops_submission.c.is_current, dim_period.c.period_code == bindparam("period"))
    .distinct()
)
"""The forms and parts of which there is a current return of a period."""
_STATUS_ORDER = (_STATUS.c.period_code, _STATUS.c.agency_code, _STATUS.c.form_code, _STATUS.c.part_code)


def submission_status(
    connection: Connection, period: str | None = None, *, today: date | None = None
) -> list[dict[str, Any]]:
    """Who owes what and what came of it.

    Args:
        connection: To a warehouse that has its views.
        period: Only this period's code; None for all.
        today: The day by which it is asked: what is missing of periods that begin later is left out; None
            for all of them.

    Returns:
        One dict per agency, form, part and period that is owed or was received, keyed by the columns of
        `mart_submission_status`, in order of period, agency, form and part.

    Raises:
        WarehouseError: The warehouse knows no such period.
    """
    if period is not None:
        _require_known_period(connection, period)
    statement = select(_STATUS).order_by(*_STATUS_ORDER)
    if period is not None:
        statement = statement.where(_STATUS.c.period_code == period)
    if today is not None:
        begun = select(dim_period.c.period_code).where(dim_period.c.order_date <= today)
        statement = statement.where(or_(_STATUS.c.status != "not_received", _STATUS.c.period_code.in_(begun)))
    return [dict(row) for row in connection.execute(statement).mappings()]


def _require_known_period(connection: Connection, period: str) -> None:
    known = connection.scalars(select(dim_period.c.period_code).order_by(dim_period.c.order_date)).all()
    if period not in known:
        raise WarehouseError(f"The warehouse knows no period {period!r}; there are {', '.join(known)}.")


def agency_totals(
    connection: Connection, period: str, agencies: Collection[str] | None = None
) -> tuple[AgencyTotal, ...]:
    """Figures of each agency in a period, and its schools, by form and part, as current returns have them.

    Args:
        connection: To a warehouse that has its views.
        period: Period code.
        agencies: Codes of those asked about; None for all. Others' returns are hardly looked at.

    Returns:
        For each form with figures, or part of one, of which there is a return of the period the totals of all
        that have handed it in or have a register, in order of their codes.
    """
    received = {(row.form_code, row.part_code) for row in connection.execute(_RECEIVED, {"period": period})}
    counting = [
        (form, part)
        for code, form in FORMS.items()
        for part in form.part_codes
        if form.reported_fields and (code, part) in received
    ]
    return tuple(
        total
        for form, part in counting
        for total in _totals_of_part(connection, form, part, period, agencies)
    )


def _totals_of_part(
    connection: Connection, form: Form, part: str, period: str, agencies: Collection[str] | None
) -> list[AgencyTotal]:
    statement = figures_of_period(connection, agency_totals_statement(form, part), agencies)
    rows = connection.execute(statement, {"period": period}).mappings().all()
    if form.entity is Entity.SCHOOL and not any(row["school_count"] for row in rows):
        return []
    return [
        AgencyTotal(
            agency_code=row["agency_code"],
            agency_name_th=row["agency_name_th"],
            form=form.code,
            part=part,
            period=period,
            school_count=_number(row.get("school_count")),
            figures={name: as_figure(row[f"figure_{name}"]) for name in form.reported_fields},
            expected_school_count=_number(row.get("expected_school_count")),
        )
        for row in rows
        if agencies is None or row["agency_code"] in agencies
    ]


def _number(value: int | None) -> int | None:
    return None if value is None else int(value)


def as_figure(value: float | Decimal | None) -> float | None:
    """A sum as the database gives it, whole where it is whole; None where there is none."""
    if value is None:
        return None
    number = round(float(value), _DECIMALS)
    return int(number) if number.is_integer() else number


def figures_of_period(connection: Connection, statement: str, agencies: Collection[str] | None) -> TextClause:
    """A statement on the marts of one period, spared whatever cannot matter to it.

    Args:
        connection: The one that will be asked, with the period's code as `period`.
        statement: The statement.
        agencies: Codes of those asked about; None for all. What else the answer has is not the whole truth.
    """
    rows_that_count = "submissions_of_period" if agencies is None else "submissions_of_agencies"
    spared = text(
        narrowed(statement, connection.dialect.name, ops_submission.name, statement_text(rows_that_count))
    )
    if agencies is None:
        return spared
    return spared.bindparams(bindparam("agencies", list(agencies), Text, expanding=True))


def package_statement(name: str) -> TextClause:
    """A statement of `statements/` that is the same for all forms."""
    return text(statement_text(name))
