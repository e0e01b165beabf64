"""The log of deliveries and of what was found in them."""

from collections.abc import Sequence
from datetime import datetime

import pandas as pd
from sqlalchemy import Connection, select

from edusandbox.issues import Issue
from edusandbox.submissions import Delivery, Status
from edusandbox.warehouse.bulk import insert_frame
from edusandbox.warehouse.dimension_tables import dim_agency
from edusandbox.warehouse.dimensions import find_agency
from edusandbox.warehouse.operation_tables import ops_delivery, ops_issue
from edusandbox.warehouse.runs import RunContext

_ISSUE_COLUMNS = [
    "delivery_id",
    "submission_id",
    "rule_code",
    "severity",
    "sheet_name",
    "sheet_row",
    "sheet_column",
    "cell",
    "header",
    "cell_value",
    "school_code",
    "school_name",
    "message_th",
    "message_en",
    "remedy_th",
    "remedy_en",
    "owner",
    "cell_count",
]


def previously_delivered(connection: Connection) -> set[tuple[str, str]]:
    """The files that need not be read again: (agency code, SHA-256) of each delivery taken to its end."""
    statement = (
        select(dim_agency.c.agency_code, ops_delivery.c.sha256)
        .join(ops_delivery, ops_delivery.c.agency_id == dim_agency.c.agency_id)
        .where(ops_delivery.c.status.is_not(None))
    )
    return {(row.agency_code, row.sha256) for row in connection.execute(statement)}


def removed_digests(connection: Connection) -> frozenset[str]:
    """SHA-256 of the deliveries whose bytes are no longer in the landing store."""
    statement = select(ops_delivery.c.sha256).where(ops_delivery.c.bytes_removed_at.is_not(None))
    return frozenset(connection.scalars(statement))


def record_removal(connection: Connection, sha256: str, removed_at: datetime) -> None:
    """Notes that bytes have left the landing store, whichever agency they came from."""
    connection.execute(
        ops_delivery.update().where(ops_delivery.c.sha256 == sha256).values(bytes_removed_at=removed_at)
    )


def record_delivery(connection: Connection, delivery: Delivery, run: RunContext) -> int:
    """The key of a delivery in `ops_delivery`; one whose bytes are new for the agency is added.

    Raises:
        WarehouseError: The warehouse does not know the agency.
    """
    known = connection.scalar(
        select(ops_delivery.c.delivery_id)
        .join(dim_agency, dim_agency.c.agency_id == ops_delivery.c.agency_id)
        .where(dim_agency.c.agency_code == delivery.agency_code, ops_delivery.c.sha256 == delivery.sha256)
    )
    if known is not None:
        return int(known)
    agency = find_agency(connection, delivery.agency_code, delivery.received_at.date())
    values = {
        "agency_id": agency.agency_id,
        "run_id": run.run_id,
        "sha256": delivery.sha256,
        "file_name": delivery.file_name,
        "path": delivery.path,
        "size_bytes": delivery.size_bytes,
        "received_at": delivery.received_at,
    }
    added = ops_delivery.insert().values(values).returning(ops_delivery.c.delivery_id)
    return int(connection.scalar(added) or 0)


def complete_delivery(
    connection: Connection, delivery_id: int, status: Status, issues: Sequence[Issue]
) -> None:
    """Notes that a delivery has been dealt with, and the issues of the file as a whole.

    A delivery that is read again keeps the status and the issues of its last reading.

    Args:
        connection: Inside the transaction of the delivery's last submission.
        delivery_id: The delivery.
        status: The worst verdict of its submissions.
        issues: Issues of the file as a whole.
    """
    connection.execute(
        ops_issue.delete().where(ops_issue.c.delivery_id == delivery_id, ops_issue.c.submission_id.is_(None))
    )
    record_issues(connection, issues, delivery_id, None)
    connection.execute(
        ops_delivery.update().where(ops_delivery.c.delivery_id == delivery_id).values(status=status.value)
    )


def record_issues(
    connection: Connection, issues: Sequence[Issue], delivery_id: int, submission_id: int | None
) -> None:
    """Keeps issues as people read them.

    Args:
        connection: Inside a writing transaction.
        issues: In sheet order, which `issue_id` keeps.
        delivery_id: The delivery.
        submission_id: The submission; None for issues of the file as a whole.
    """
    rows = [_issue_row(issue, delivery_id, submission_id) for issue in issues]
    frame = pd.DataFrame(rows, columns=_ISSUE_COLUMNS)
    whole = dict.fromkeys(("submission_id", "sheet_row", "sheet_column"), "Int64")
    insert_frame(connection, ops_issue, frame.astype(whole))


def _issue_row(issue: Issue, delivery_id: int, submission_id: int | None) -> tuple[str | int | None, ...]:
    place = issue.place
    return (
        delivery_id,
        submission_id,
        issue.code,
        issue.severity.value,
        place.sheet,
        place.row,
        place.column,
        place.cell,
        place.header,
        place.value,
        place.school_code,
        place.school_name,
        issue.message_th,
        issue.message_en,
        issue.remedy_th,
        issue.remedy_en,
        issue.owner,
        issue.count,
    )
