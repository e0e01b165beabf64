"""What an earlier run made of a delivery that a run takes once more.

A run takes a delivery until its sender has been answered. What was decided stands meanwhile: judged anew
it would be compared with versions that came after it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, select

from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, Status, SubmissionKey
from edusandbox.warehouse.load.deliveries import came_between, known_deliveries, newest_arrivals
from edusandbox.warehouse.load.issue_rows import issue_of
from edusandbox.warehouse.load.versions import version_taken_before
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period
from edusandbox.warehouse.tables.operation_tables import ops_issue, ops_submission
from schemas.issues import Issue


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
) -> dict[Delivery, Mapping[SubmissionKey, Reading]]:
    """Reads what became of deliveries; those that the warehouse has not seen are left out.

    Of a delivery that has come back in the place of another one only what was recorded since then counts.

    Returns:
        By delivery, those of its submissions that were taken, by agency, form, part and period code. One that
        left no version, because the one before it said the same, stands as it was checked.
    """
    deliveries = [each.delivery for each in checked]
    known = known_deliveries(connection, deliveries)
    newest = newest_arrivals(connection, deliveries) if known else {}
    return {
        each.delivery: _readings(connection, each, known[name], came_between(newest, each.delivery))
        for each in checked
        if (name := (each.delivery.agency_code, each.delivery.sha256)) in known
    }


def _readings(
    connection: Connection, checked: CheckedDelivery, known: Row[Any], between: datetime | None
) -> dict[SubmissionKey, Reading]:
    own = ops_submission.c.delivery_id == known.delivery_id
    readings = {
        (row.agency_code, row.form_code, row.part_code, row.period_code): Reading(
            Status(row.verdict), row.content_hash, _issues(connection, row.submission_id)
        )
        for row in _versions(connection, own)
        if between is None or row.loaded_at > between
    }
    is_complete = known.status is not None and between is None
    for submission in checked.submissions:
        key = submission.key
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
        ops_submission.c.part_code == submission.part,
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
        select(ops_issue)
        .where(ops_issue.c.submission_id == submission_id, ops_issue.c.closed_at.is_(None))
        .order_by(ops_issue.c.issue_id)
    )
    return tuple(issue_of(row) for row in connection.execute(statement))
