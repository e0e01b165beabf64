"""What an earlier run made of a delivery that a run takes once more.

A run takes a delivery until its sender has been answered. What was decided stands meanwhile: judged anew
it would be compared with versions that came after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from edusandbox.issues import Issue, Place, Severity
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, Status
from edusandbox.warehouse.deliveries import came_between
from edusandbox.warehouse.dimension_tables import dim_agency, dim_period
from edusandbox.warehouse.operation_tables import ops_delivery, ops_issue, ops_submission
from edusandbox.warehouse.versions import version_taken_before

_Key = tuple[str, str, str]
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
    connection: Connection, checked: Sequence[CheckedDelivery]
) -> dict[Delivery, Mapping[_Key, Reading]]:
    """Reads what became of deliveries; those that the warehouse has not seen are left out.

    Of a delivery that has come back in the place of another one only what was recorded since then counts.

    Returns:
        By delivery, those of its submissions that were taken, by agency, form and period code. One that left
        no version, because the one before it said the same, stands as it was checked.
    """
    known = _known_deliveries(connection, [each.delivery for each in checked])
    return {
        each.delivery: _readings(connection, each, known[name])
        for each in checked
        if (name := (each.delivery.agency_code, each.delivery.sha256)) in known
    }


def _known_deliveries(
    connection: Connection, deliveries: Sequence[Delivery]
) -> dict[tuple[str, str], Row[Any]]:
    digests = sorted({each.sha256 for each in deliveries})
    known: dict[tuple[str, str], Row[Any]] = {}
    for start in range(0, len(digests), _DIGESTS_A_QUERY):
        statement = (
            select(dim_agency.c.agency_code, ops_delivery)
            .join(dim_agency, dim_agency.c.agency_id == ops_delivery.c.agency_id)
            .where(ops_delivery.c.sha256.in_(digests[start : start + _DIGESTS_A_QUERY]))
        )
        known |= {(row.agency_code, row.sha256): row for row in connection.execute(statement)}
    return known


def _readings(connection: Connection, checked: CheckedDelivery, known: Row[Any]) -> dict[_Key, Reading]:
    between = came_between(connection, checked.delivery)
    own = ops_submission.c.delivery_id == known.delivery_id
    readings = {
        (row.agency_code, row.form_code, row.period_code): Reading(
            Status(row.verdict), row.content_hash, _issues(connection, row.submission_id)
        )
        for row in _versions(connection, own)
        if between is None or row.loaded_at > between
    }
    is_complete = known.status is not None and between is None
    for submission in checked.submissions:
        key = (submission.agency_code, submission.form, submission.period.code)
        if key not in readings and (
            is_complete or _left_no_version(connection, submission, known.delivery_id, between)
        ):
            readings[key] = Reading(submission.status, submission.content_hash, submission.issues)
    return readings


def _left_no_version(
    connection: Connection, submission: CheckedSubmission, delivery_id: int, between: datetime | None
) -> bool:
    versions = _versions(
        connection,
        dim_agency.c.agency_code == submission.agency_code,
        ops_submission.c.form_code == submission.form,
        dim_period.c.period_code == submission.period.code,
    )
    return version_taken_before(versions, delivery_id, submission, between) is not None


def _versions(connection: Connection, *which: ColumnElement[bool]) -> Sequence[Row[Any]]:
    statement = (
        select(ops_submission, dim_agency.c.agency_code, dim_period.c.period_code)
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(*which)
        .order_by(ops_submission.c.submission_id)
    )
    return connection.execute(statement).all()


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
