"""Returns beside each other: whose schools count elsewhere, and what adds nothing to any sum."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, select

from edusandbox.issues import Place
from edusandbox.warehouse.dimension_tables import dim_period
from edusandbox.warehouse.operation_tables import ops_submission
from edusandbox.warehouse.queries import figures_of_period, package_statement


@dataclass(frozen=True, slots=True)
class ReturnSide:
    """A school as a return has it.

    Attributes:
        submission_id: The return.
        agency_code: The agency that the return is about.
        agency_name_th: What that was called in the period.
        place: Where the school stands in its file, with the school's code and name.
    """

    submission_id: int
    agency_code: str
    agency_name_th: str
    place: Place


@dataclass(frozen=True, slots=True)
class SchoolElsewhere:
    """A school of a return that is not in the sum of the agency that the return is about.

    Attributes:
        form: Form code.
        period: Period code.
        left: The return that is not heard for the school, or is heard and counts for another agency.
        heard: The return that is heard.
        counted_code: The agency in whose sum the school is.
        counted_name_th: What that was called in the period.
        pupil_count: What `left` reports of the school; None where it has no such figure.
    """

    form: str
    period: str
    left: ReturnSide
    heard: ReturnSide
    counted_code: str
    counted_name_th: str
    pupil_count: int | None

    @property
    def is_left_out(self) -> bool:
        """Whether the figures of `left` are in no sum at all."""
        return self.left.submission_id != self.heard.submission_id


def schools_elsewhere(
    connection: Connection, period: str, agencies: Collection[str] | None = None
) -> list[SchoolElsewhere]:
    """The schools of a period's current returns that count elsewhere, in the order of their returns.

    Args:
        connection: To a warehouse that has its views.
        period: Period code.
        agencies: Codes of the agencies whose returns are asked about, on either side; None for all.
    """
    statement = figures_of_period(connection, "schools_counted_elsewhere", agencies)
    found = map(_school, connection.execute(statement, {"period": period}))
    return [
        each
        for each in found
        if agencies is None or {each.left.agency_code, each.heard.agency_code} & set(agencies)
    ]


def returns_that_add_nothing(
    connection: Connection, period: str, agencies: Collection[str] | None = None
) -> list[int]:
    """Keys of a period's current submissions of which no figure is in any mart.

    Args:
        connection: To a warehouse that has its views.
        period: Period code.
        agencies: Codes of the agencies whose returns are asked about; None for all.
    """
    statement = figures_of_period(connection, "returns_that_add_nothing", agencies)
    rows = connection.execute(statement, {"period": period}).all()
    return [row.submission_id for row in rows if agencies is None or row.agency_code in agencies]


def agencies_concerned(
    connection: Connection, period: str, agencies: Collection[str], rules: Collection[str]
) -> set[str]:
    """Agencies whose returns of a period share schools with some agencies' registers and returns.

    Args:
        connection: To a warehouse.
        period: Period code.
        agencies: Codes of the agencies that have handed in; they are among the answer.
        rules: Whoever has an open issue of one of these rules is among the answer too.
    """
    statement = package_statement("agencies_concerned").bindparams(
        bindparam("agencies", list(agencies), Text, expanding=True),
        bindparam("rules", list(rules), Text, expanding=True),
    )
    return {*agencies, *connection.scalars(statement, {"period": period})}


def periods_of_returns(connection: Connection) -> list[str]:
    """Codes of the periods of which anything is current."""
    statement = (
        select(dim_period.c.period_code)
        .join(ops_submission, ops_submission.c.period_id == dim_period.c.period_id)
        .where(ops_submission.c.is_current)
        .distinct()
    )
    return sorted(connection.scalars(statement))


def _school(row: Row[Any]) -> SchoolElsewhere:
    values = row._mapping
    return SchoolElsewhere(
        form=row.form_code,
        period=row.period_code,
        left=_side(values, ""),
        heard=_side(values, "heard_"),
        counted_code=row.counted_agency_code,
        counted_name_th=row.counted_agency_name_th,
        pupil_count=None if row.pupil_count is None else int(row.pupil_count),
    )


def _side(values: Mapping[Any, Any], prefix: str) -> ReturnSide:
    place = Place(
        sheet=values[f"{prefix}sheet_name"],
        row=values[f"{prefix}source_row"],
        value=values[f"{prefix}school_code"],
        school_code=values[f"{prefix}school_code"],
        school_name=values[f"{prefix}school_name"],
    )
    return ReturnSide(
        values[f"{prefix}submission_id"],
        values[f"{prefix}agency_code"],
        values[f"{prefix}agency_name_th"],
        place,
    )
