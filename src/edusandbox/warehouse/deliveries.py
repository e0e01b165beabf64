"""The log of deliveries and of what was found in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import pandas as pd
from sqlalchemy import ColumnElement, Connection, and_, select

from edusandbox.issues import Issue
from edusandbox.submissions import Delivery, Status
from edusandbox.warehouse.bulk import insert_frame
from edusandbox.warehouse.dimension_tables import dim_agency
from edusandbox.warehouse.dimensions import find_agency
from edusandbox.warehouse.operation_tables import ops_arrival, ops_delivery, ops_issue
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


@dataclass(frozen=True, slots=True)
class DeliveryLog:
    """What the warehouse knows of the files that agencies leave.

    Attributes:
        done: (agency code, SHA-256) of each delivery that was loaded and answered.
        newest: SHA-256 of the file that came last, by agency code and path.
        removed: SHA-256 of the deliveries whose bytes are no longer in the landing store.
    """

    done: frozenset[tuple[str, str]] = frozenset()
    newest: Mapping[tuple[str, str], str] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    @property
    def done_without_bytes(self) -> frozenset[tuple[str, str]]:
        """(agency code, SHA-256) of the done deliveries whose bytes the landing store is not to hold."""
        return frozenset(each for each in self.done if each[1] in self.removed)

    def is_known(self, delivery: Delivery) -> bool:
        """Whether a file need not be read again: the same bytes came before, and nothing else since."""
        if (delivery.agency_code, delivery.sha256) not in self.done:
            return False
        return delivery.sha256 in self.removed or not self.has_come_back(delivery)

    def has_come_back(self, delivery: Delivery) -> bool:
        """Whether a file has come again in the place of another one that came between."""
        return self.newest.get((delivery.agency_code, delivery.path), delivery.sha256) != delivery.sha256


def read_delivery_log(connection: Connection) -> DeliveryLog:
    """Reads what has been delivered so far, by all agencies."""
    of_agency = dim_agency.c.agency_id == ops_delivery.c.agency_id
    done = select(dim_agency.c.agency_code, ops_delivery.c.sha256).join(ops_delivery, of_agency)
    answered = done.where(ops_delivery.c.status.is_not(None), ops_delivery.c.answered_at.is_not(None))
    removed = select(ops_delivery.c.sha256).where(ops_delivery.c.bytes_removed_at.is_not(None))
    return DeliveryLog(
        done=frozenset((row.agency_code, row.sha256) for row in connection.execute(answered)),
        newest=_newest_arrivals(connection),
        removed=frozenset(connection.scalars(removed)),
    )


def _newest_arrivals(connection: Connection, *which: ColumnElement[bool]) -> dict[tuple[str, str], str]:
    arrivals = (
        select(dim_agency.c.agency_code, ops_arrival.c.path, ops_arrival.c.sha256)
        .join(ops_arrival, ops_arrival.c.agency_id == dim_agency.c.agency_id)
        .where(*which)
        .order_by(ops_arrival.c.arrival_id)
    )
    return {(agency, path): sha256 for agency, path, sha256 in connection.execute(arrivals)}


def record_arrivals(
    connection: Connection, deliveries: Sequence[Delivery], run: RunContext, at: datetime
) -> None:
    """Notes files that came to a place where another one, or none, was before; the rest is known.

    Args:
        connection: Inside a writing transaction.
        deliveries: The files, in the order in which they came.
        run: The run that fetched them.
        at: When.

    Raises:
        WarehouseError: The warehouse does not know an agency.
    """
    of_one = [ops_arrival.c.path == each.path for each in deliveries[:1] if len(deliveries) == 1]
    newest = _newest_arrivals(connection, *of_one)
    for each in deliveries:
        place = (each.agency_code, each.path)
        if newest.get(place) != each.sha256:
            newest[place] = each.sha256
            agency = find_agency(connection, each.agency_code, each.received_at.date())
            values = {
                "agency_id": agency.agency_id,
                "path": each.path,
                "sha256": each.sha256,
                "run_id": run.run_id,
                "arrived_at": at,
            }
            connection.execute(ops_arrival.insert().values(values))


def came_between(connection: Connection, delivery: Delivery) -> datetime | None:
    """When another file came to the place to which a file comes back; None where it does not come back.

    To be asked before the file's own arrival is noted.
    """
    agencies = select(dim_agency.c.agency_id).where(dim_agency.c.agency_code == delivery.agency_code)
    newest = connection.execute(
        select(ops_arrival.c.sha256, ops_arrival.c.arrived_at)
        .where(ops_arrival.c.agency_id.in_(agencies), ops_arrival.c.path == delivery.path)
        .order_by(ops_arrival.c.arrival_id.desc())
        .limit(1)
    ).first()
    return None if newest is None or newest.sha256 == delivery.sha256 else newest.arrived_at


def record_answers(connection: Connection, deliveries: Sequence[Delivery], at: datetime) -> None:
    """Notes that senders have been told what became of their files: until then a run takes them again."""
    for each in deliveries:
        agency_ids = select(dim_agency.c.agency_id).where(dim_agency.c.agency_code == each.agency_code)
        connection.execute(
            ops_delivery.update()
            .where(ops_delivery.c.agency_id.in_(agency_ids), ops_delivery.c.sha256 == each.sha256)
            .values(answered_at=at)
        )


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


def reopen_delivery(connection: Connection, delivery_id: int) -> None:
    """Notes that more submissions of a delivery follow, so that the next run takes it if this one ends."""
    connection.execute(
        ops_delivery.update()
        .where(ops_delivery.c.delivery_id == delivery_id)
        .values(status=None, answered_at=None)
    )


def complete_delivery(
    connection: Connection, delivery_id: int, status: Status, issues: Sequence[Issue], at: datetime
) -> None:
    """Notes that a delivery has been dealt with, and the issues of the file as a whole.

    A delivery that is read again has the status of its last reading; issues that this no longer finds, or
    says otherwise, are closed.

    Args:
        connection: Inside the transaction of the delivery's last submission.
        delivery_id: The delivery.
        status: The worst verdict of its submissions.
        issues: Issues of the file as a whole.
        at: When.
    """
    of_file = and_(
        ops_issue.c.delivery_id == delivery_id,
        ops_issue.c.submission_id.is_(None),
        ops_issue.c.closed_at.is_(None),
    )
    said = (
        select(*(ops_issue.c[name] for name in _ISSUE_COLUMNS)).where(of_file).order_by(ops_issue.c.issue_id)
    )
    if [tuple(row) for row in connection.execute(said)] != [
        _issue_row(each, delivery_id, None) for each in issues
    ]:
        connection.execute(ops_issue.update().where(of_file).values(closed_at=at))
        record_issues(connection, issues, delivery_id, None)
    connection.execute(
        ops_delivery.update()
        .where(ops_delivery.c.delivery_id == delivery_id)
        .values(status=status.value, answered_at=None)
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
