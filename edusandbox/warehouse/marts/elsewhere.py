"""Returns beside each other: whose schools count elsewhere, and what adds nothing to any sum."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Text, bindparam, select, text

from edusandbox.warehouse.marts.form_statements import schools_elsewhere_statement, without_figures_statement
from edusandbox.warehouse.marts.queries import as_figure, figures_of_period, package_statement
from edusandbox.warehouse.tables.dimension_tables import dim_period
from edusandbox.warehouse.tables.operation_tables import ops_submission
from schemas.catalogue import FORMS
from schemas.issues import Place

_MOST_AGENCIES_BY_THEMSELVES = 20
"""Whether more than these share schools costs less to ask of all."""


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
        part: Code of the part of the form; empty where it has none.
        period: Period code.
        left: The return that is not heard for the school, or is heard and counts for another agency.
        heard: The return that is heard.
        counted_code: The agency in whose sum the school is.
        counted_name_th: What that was called in the period.
        figure: What `left` reports of the school, by the figure that its form counts; None where it has none.
        school_count: How many schools `left` has such figures of, or names if its form counts nothing.
    """

    form: str
    part: str
    period: str
    left: ReturnSide
    heard: ReturnSide
    counted_code: str
    counted_name_th: str
    figure: float | None
    school_count: int

    @property
    def is_left_out(self) -> bool:
        """Whether the figures of `left` are in no sum at all."""
        return self.left.submission_id != self.heard.submission_id


def schools_elsewhere(connection: Connection, period: str, sharing: Collection[str]) -> list[SchoolElsewhere]:
    """The schools of a period's current returns that count elsewhere, in the order of their returns.

    Args:
        connection: To a warehouse that has its views.
        period: Period code.
        sharing: Codes of the agencies whose returns are asked about, on either side, as
            `agencies_that_share` gives them; with none of them, as a rule, the marts need not be asked.
    """
    if not sharing:
        return []
    statement = figures_of_period(connection, schools_elsewhere_statement(FORMS.values()), sharing)
    found = map(_school, connection.execute(statement, {"period": period}))
    return [each for each in found if {each.left.agency_code, each.heard.agency_code} & set(sharing)]


def agencies_that_share(
    connection: Connection, period: str, agencies: Collection[str] | None = None
) -> frozenset[str]:
    """Agencies that name a school which another one names too, in registers or in returns of the period.

    Args:
        connection: To a warehouse.
        period: Period code.
        agencies: Codes of the agencies of whose schools this is asked; None for all.

    Returns:
        Codes of agencies, on both sides.
    """
    if agencies is None or len(agencies) > _MOST_AGENCIES_BY_THEMSELVES:
        statement = package_statement("agencies_that_share_schools")
    else:
        statement = package_statement("agencies_that_share_schools_with").bindparams(
            bindparam("agencies", list(agencies), Text, expanding=True)
        )
    return frozenset(connection.scalars(statement, {"period": period}))


def returns_without_figures(
    connection: Connection, period: str, agencies: Collection[str] | None = None
) -> list[int]:
    """Keys of a period's current submissions in which there is not one figure.

    Args:
        connection: To a warehouse.
        period: Period code.
        agencies: Codes of the agencies whose returns are asked about; None for all.
    """
    rows = connection.execute(text(without_figures_statement(FORMS.values())), {"period": period}).all()
    return [row.submission_id for row in rows if agencies is None or row.agency_code in agencies]


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
        part=row.part_code,
        period=row.period_code,
        left=_side(values, ""),
        heard=_side(values, "heard_"),
        counted_code=row.counted_agency_code,
        counted_name_th=row.counted_agency_name_th,
        figure=as_figure(row.figure),
        school_count=row.school_count,
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
