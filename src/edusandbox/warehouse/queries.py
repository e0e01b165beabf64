"""Answers for the operator, the command line and the reports."""

from collections.abc import Collection
from datetime import date
from importlib.resources import files
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
from edusandbox.schemas.catalogue import REGISTERS
from edusandbox.warehouse.dimension_tables import dim_period
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.mart_views import narrowed
from edusandbox.warehouse.metadata import UtcDateTime
from edusandbox.warehouse.operation_tables import ops_submission

_REGISTERS = ", ".join(f"'{code}'" for code in sorted(REGISTERS))
"""Codes of registers as SQL writes a list; they are names of folders and need no quoting."""
_STATUS = table(
    "mart_submission_status",
    column("agency_code", Text),
    column("agency_name_th", Text),
    column("form_code", Text),
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
        One dict per agency, form and period that is owed or was received, keyed by the columns of
        `mart_submission_status`, in order of period, agency and form.

    Raises:
        WarehouseError: The warehouse knows no such period.
    """
    if period is not None:
        _require_known_period(connection, period)
    statement = select(_STATUS).order_by(_STATUS.c.period_code, _STATUS.c.agency_code, _STATUS.c.form_code)
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
    """Pupils, classrooms and schools of each agency in a period, as the current submissions have them.

    Args:
        connection: To a warehouse that has its views.
        period: Period code.
        agencies: Codes of those asked about; None for all. Others' returns are hardly looked at.

    Returns:
        The totals of all that have handed in anything or have a register, in order of their codes; none
        where there is no return of the period at all.
    """
    statement = figures_of_period(connection, "agency_totals", agencies)
    rows = connection.execute(statement, {"period": period}).all()
    if not any(row.school_count for row in rows):
        return ()
    return tuple(
        AgencyTotal(
            agency_code=row.agency_code,
            agency_name_th=row.agency_name_th,
            period=period,
            school_count=int(row.school_count),
            male_count=int(row.male_count),
            female_count=int(row.female_count),
            pupil_count=int(row.pupil_count),
            classroom_count=int(row.classroom_count),
            expected_school_count=row.expected_school_count and int(row.expected_school_count),
        )
        for row in rows
        if agencies is None or row.agency_code in agencies
    )


def figures_of_period(
    connection: Connection, statement_name: str, agencies: Collection[str] | None
) -> TextClause:
    """A statement of `statements/` on the marts of one period, spared whatever cannot matter to it.

    Args:
        connection: The one that will be asked, with the period's code as `period`.
        statement_name: The statement.
        agencies: Codes of those asked about; None for all. What else the answer has is not the whole truth.
    """
    rows_that_count = "submissions_of_period" if agencies is None else "submissions_of_agencies"
    statement = text(
        narrowed(
            str(package_statement(statement_name)),
            connection.dialect.name,
            ops_submission.name,
            str(package_statement(rows_that_count)),
        )
    )
    if agencies is None:
        return statement
    return statement.bindparams(bindparam("agencies", list(agencies), Text, expanding=True))


def package_statement(name: str) -> TextClause:
    """A statement of `statements/`: where a form has to be named, in data and not in Python.

    `{registers}` in it stands for the codes of the forms that say which schools there are.
    """
    file = files("edusandbox.warehouse") / "statements" / f"{name}.sql"
    return text(file.read_text(encoding="utf-8").replace("{registers}", _REGISTERS))
