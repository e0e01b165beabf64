"""What an earlier run made of a delivery that a run takes once more.

A run takes a delivery until its sender has been answered. What was decided stands meanwhile: judged anew
it would be compared with versions that came after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select

from edusandbox.issues import Issue, Place, Severity
from edusandbox.submissions import Delivery, Status
from edusandbox.warehouse.deliveries import came_between
from edusandbox.warehouse.dimension_tables import dim_agency, dim_period
from edusandbox.warehouse.operation_tables import ops_delivery, ops_issue, ops_submission

# SQLite takes at most some 32,000 values in one statement.
_DIGESTS_A_QUERY = 10_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A submission as it was recorded.

    Attributes:
        verdict: The verdict.
        content_hash: Digest of its content.
        issues: What was found in it.
    """

    verdict: Status
    content_hash: str
    issues: tuple[Issue, ...]


def earlier_readings(
    connection: Connection, deliveries: Sequence[Delivery]
) -> dict[Delivery, Mapping[tuple[str, str, str], Reading]]:
    """Reads what became of deliveries; those that the warehouse has not seen are left out.

    Of a delivery that has come back in the place of another one only what was recorded since then counts.

    Returns:
        By delivery, those of its submissions that became versions, by agency, form and period code.
    """
    ids = _delivery_ids(connection, deliveries)
    places = {each: (each.agency_code, each.sha256) for each in deliveries}
    return {each: _readings(connection, each, ids[place]) for each, place in places.items() if place in ids}


def _delivery_ids(connection: Connection, deliveries: Sequence[Delivery]) -> dict[tuple[str, str], int]:
    digests = sorted({each.sha256 for each in deliveries})
    ids: dict[tuple[str, str], int] = {}
    for start in range(0, len(digests), _DIGESTS_A_QUERY):
        statement = (
            select(dim_agency.c.agency_code, ops_delivery.c.sha256, ops_delivery.c.delivery_id)
            .join(dim_agency, dim_agency.c.agency_id == ops_delivery.c.agency_id)
            .where(ops_delivery.c.sha256.in_(digests[start : start + _DIGESTS_A_QUERY]))
        )
        ids |= {(agency, sha256): key for agency, sha256, key in connection.execute(statement)}
    return ids


def _readings(
    connection: Connection, delivery: Delivery, delivery_id: int
) -> dict[tuple[str, str, str], Reading]:
    between = came_between(connection, delivery)
    statement = (
        select(ops_submission, dim_agency.c.agency_code, dim_period.c.period_code)
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(ops_submission.c.delivery_id == delivery_id)
        .order_by(ops_submission.c.submission_id)
    )
    return {
        (row.agency_code, row.form_code, row.period_code): Reading(
            Status(row.verdict), row.content_hash, _issues(connection, row.submission_id)
        )
        for row in connection.execute(statement).all()
        if between is None or row.loaded_at > between
    }


def _issues(connection: Connection, submission_id: int) -> tuple[Issue, ...]:
    statement = (
        select(ops_issue).where(ops_issue.c.submission_id == submission_id).order_by(ops_issue.c.issue_id)
    )
    return tuple(_issue(row) for row in connection.execute(statement))


def _issue(row: Row[Any]) -> Issue:
    return Issue(
        code=row.rule_code,
        severity=Severity(row.severity),
        place=Place(
            sheet=row.sheet_name,
            row=row.sheet_row,
            column=row.sheet_column,
            header=row.header,
            value=row.cell_value,
            school_code=row.school_code,
            school_name=row.school_name,
        ),
        message_th=row.message_th,
        message_en=row.message_en,
        remedy_th=row.remedy_th,
        remedy_en=row.remedy_en,
        owner=row.owner,
        count=row.cell_count,
    )
