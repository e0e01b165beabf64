"""The log of deliveries: what came, where it lay, and how it was dealt with."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, select

from edusandbox.submissions import Delivery, Status
from edusandbox.warehouse.conditions import one_of
from edusandbox.warehouse.load.bulk import insert_returning
from edusandbox.warehouse.load.dimensions import Agencies
from edusandbox.warehouse.load.issue_rows import ISSUE_COLUMNS, IssueRow, issue_rows, record_issues
from edusandbox.warehouse.load.runs import RunContext
from edusandbox.warehouse.tables.dimension_tables import dim_agency
from edusandbox.warehouse.tables.operation_tables import ops_arrival, ops_delivery, ops_issue
from schemas.issues import Issue

_Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DeliveryLog:
    """What the warehouse knows of the files that agencies leave.

    Attributes:
        done: (agency code, SHA-256) of each delivery that was loaded and answered.
        newest: SHA-256 of the file that came last, by agency code and path.
        removed: SHA-256 of the deliveries whose bytes are no longer in the landing store.
    """

    done: frozenset[tuple[str, str]] = frozenset()
    newest: Mapping[_Place, str] = field(default_factory=dict)
    removed: frozenset[str] = frozenset()

    @property
    def of_removed(self) -> "DeliveryLog":
        """What is known of the done deliveries whose bytes the landing store is not to hold."""
        done = frozenset(each for each in self.done if each[1] in self.removed)
        agencies = {agency for agency, _ in done}
        newest = {place: sha256 for place, sha256 in self.newest.items() if place[0] in agencies}
        return DeliveryLog(done, newest, self.removed)

    def is_known(self, delivery: Delivery) -> bool:
        """Whether a file need not be read again: the same bytes came before, and nothing else since."""
        return (delivery.agency_code, delivery.sha256) in self.done and not self.has_come_back(delivery)

    def has_come_back(self, delivery: Delivery) -> bool:
        """Whether a file has come again in the place of another one that came between."""
        return self.newest.get((delivery.agency_code, delivery.path), delivery.sha256) != delivery.sha256


def read_delivery_log(connection: Connection, agencies: Collection[str] | None = None) -> DeliveryLog:
    """Reads what has been delivered so far.

    Args:
        connection: To a warehouse.
        agencies: Codes of those asked about; None for all. Bytes that are no longer in the landing store
            are told whoever sent them.
    """
    of_agency = dim_agency.c.agency_id == ops_delivery.c.agency_id
    done = select(dim_agency.c.agency_code, ops_delivery.c.sha256).join(ops_delivery, of_agency)
    answered = done.where(ops_delivery.c.status.is_not(None), ops_delivery.c.answered_at.is_not(None))
    if agencies is not None:
        answered = answered.where(one_of(connection, dim_agency.c.agency_code, agencies))
    removed = select(ops_delivery.c.sha256).where(ops_delivery.c.bytes_removed_at.is_not(None))
    return DeliveryLog(
        done=frozenset((row.agency_code, row.sha256) for row in connection.execute(answered)),
        newest={place: each.sha256 for place, each in newest_arrivals(connection, agencies=agencies).items()},
        removed=frozenset(connection.scalars(removed)),
    )


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that came to a place.

    Attributes:
        sha256: Hex digest of its bytes.
        arrived_at: When it came.
    """

    sha256: str
    arrived_at: datetime


def newest_arrivals(
    connection: Connection,
    deliveries: Sequence[Delivery] | None = None,
    agencies: Collection[str] | None = None,
) -> dict[_Place, Arrival]:
    """The files that came last, by agency code and path.

    Args:
        connection: To a warehouse.
        deliveries: Files at whose places to look; at all places if not given.
        agencies: Codes of those in whose folders to look; in all folders if not given.
    """
    arrivals = (
        select(dim_agency.c.agency_code, ops_arrival.c.path, ops_arrival.c.sha256, ops_arrival.c.arrived_at)
        .join(ops_arrival, ops_arrival.c.agency_id == dim_agency.c.agency_id)
        .order_by(ops_arrival.c.arrival_id)
    )
    if deliveries is not None:
        arrivals = arrivals.where(one_of(connection, ops_arrival.c.path, {each.path for each in deliveries}))
    if agencies is not None:
        arrivals = arrivals.where(one_of(connection, dim_agency.c.agency_code, agencies))
    return {(agency, path): Arrival(*file) for agency, path, *file in connection.execute(arrivals)}


def record_arrivals(
    connection: Connection,
    deliveries: Sequence[Delivery],
    run: RunContext,
    at: datetime,
    agencies: Agencies,
) -> None:
    """Notes files that came to a place where another one, or none, was before; the rest is known.

    Args:
        connection: Inside a writing transaction.
        deliveries: The files, in the order in which they came.
        run: The run that fetched them.
        at: When.
        agencies: Those of the warehouse.

    Raises:
        WarehouseError: The warehouse does not know an agency.
    """
    newest = {place: each.sha256 for place, each in newest_arrivals(connection, deliveries).items()}
    rows = []
    for each in deliveries:
        place = (each.agency_code, each.path)
        if newest.get(place) != each.sha256:
            newest[place] = each.sha256
            agency = agencies.on(each.agency_code, each.received_at.date())
            rows.append(
                {
                    "agency_id": agency.agency_id,
                    "path": each.path,
                    "sha256": each.sha256,
                    "run_id": run.run_id,
                    "arrived_at": at,
                }
            )
    if rows:
        connection.execute(ops_arrival.insert(), rows)


def came_between(newest: Mapping[_Place, Arrival], delivery: Delivery) -> datetime | None:
    """When another file came to the place to which a file comes back; None where it does not come back.

    Args:
        newest: As `newest_arrivals` gave it before the file's own arrival was noted.
        delivery: The file.
    """
    last = newest.get((delivery.agency_code, delivery.path))
    return None if last is None or last.sha256 == delivery.sha256 else last.arrived_at


def record_answers(connection: Connection, deliveries: Sequence[Delivery], at: datetime) -> None:
    """Notes that senders have been told what became of their files: until then a run takes them again."""
    answered = [each.delivery_id for each in known_deliveries(connection, deliveries).values()]
    _set(connection, answered, answered_at=at)


def record_bytes_kept(connection: Connection, digests: Collection[str]) -> None:
    """Notes that bytes are in the landing store, whatever was noted of them before.

    Args:
        connection: Inside a writing transaction.
        digests: SHA-256 of the bytes.
    """
    which = and_(
        ops_delivery.c.bytes_removed_at.is_not(None), one_of(connection, ops_delivery.c.sha256, digests)
    )
    connection.execute(ops_delivery.update().where(which).values(bytes_removed_at=None))


def record_removal(connection: Connection, sha256: str, removed_at: datetime) -> None:
    """Notes that bytes have left the landing store, whichever agency they came from."""
    connection.execute(
        ops_delivery.update().where(ops_delivery.c.sha256 == sha256).values(bytes_removed_at=removed_at)
    )


def known_deliveries(
    connection: Connection, deliveries: Sequence[Delivery]
) -> dict[tuple[str, str], Row[Any]]:
    """Rows of `ops_delivery` for files that the warehouse has, by agency code and SHA-256."""
    wanted = {(each.agency_code, each.sha256) for each in deliveries}
    statement = select(dim_agency.c.agency_code, ops_delivery).join(
        dim_agency, dim_agency.c.agency_id == ops_delivery.c.agency_id
    )
    digests = {each.sha256 for each in deliveries}
    rows = connection.execute(statement.where(one_of(connection, ops_delivery.c.sha256, digests)))
    known: dict[tuple[str, str], Row[Any]] = {(row.agency_code, row.sha256): row for row in rows}
    return {key: row for key, row in known.items() if key in wanted}


def record_deliveries(
    connection: Connection, deliveries: Sequence[Delivery], run: RunContext, agencies: Agencies
) -> list[int]:
    """Adds the deliveries whose bytes are new for their agencies.

    Returns:
        The key of each in `ops_delivery`.

    Raises:
        WarehouseError: The warehouse does not know an agency.
    """
    keys = [(each.agency_code, each.sha256) for each in deliveries]
    ids = {key: int(row.delivery_id) for key, row in known_deliveries(connection, deliveries).items()}
    new: dict[tuple[str, str], Delivery] = {}
    for key, each in zip(keys, deliveries, strict=True):
        if key not in ids:
            # Of the same bytes in two places the first place counts.
            new.setdefault(key, each)
    rows = [
        {
            "agency_id": agencies.on(each.agency_code, each.received_at.date()).agency_id,
            "run_id": run.run_id,
            "sha256": each.sha256,
            "file_name": each.file_name,
            "path": each.path,
            "size_bytes": each.size_bytes,
            "received_at": each.received_at,
        }
        for each in new.values()
    ]
    ids |= zip(new, insert_returning(connection, ops_delivery.c.delivery_id, rows), strict=True)
    return [ids[key] for key in keys]


def reopen_deliveries(connection: Connection, delivery_ids: Sequence[int]) -> None:
    """Notes that more submissions of deliveries follow, so that the next run takes them if this one ends."""
    _set(connection, delivery_ids, status=None, answered_at=None)


@dataclass(frozen=True, slots=True)
class Completion:
    """How a delivery was dealt with.

    Attributes:
        delivery_id: The delivery.
        status: The worst verdict of its submissions.
        issues: Issues of the file as a whole.
    """

    delivery_id: int
    status: Status
    issues: Sequence[Issue]


def complete_deliveries(connection: Connection, completions: Sequence[Completion], at: datetime) -> None:
    """Notes that deliveries have been dealt with, and the issues of the files as a whole.

    A delivery that is read again has the status of its last reading; issues that this no longer finds, or
    says otherwise, are closed.

    Args:
        connection: Inside the transaction of the deliveries' last submissions.
        completions: The deliveries; of one that stands there twice the last counts.
        at: When.
    """
    last = {each.delivery_id: each for each in completions}
    said = _said_of_files(connection, last)
    rows = {key: issue_rows(each.issues, key, None) for key, each in last.items()}
    otherwise = [key for key in last if said.get(key, []) != rows[key]]
    if replaced := [key for key in otherwise if key in said]:
        which = and_(_is_of_file(), one_of(connection, ops_issue.c.delivery_id, replaced))
        connection.execute(ops_issue.update().where(which).values(closed_at=at))
    record_issues(connection, [row for key in otherwise for row in rows[key]])
    for status in {each.status for each in last.values()}:
        same = [key for key, each in last.items() if each.status is status]
        _set(connection, same, status=status.value, answered_at=None)


def _said_of_files(connection: Connection, delivery_ids: Collection[int]) -> dict[int, list[IssueRow]]:
    said: dict[int, list[IssueRow]] = defaultdict(list)
    statement = select(*(ops_issue.c[name] for name in ISSUE_COLUMNS)).order_by(ops_issue.c.issue_id)
    of_these = one_of(connection, ops_issue.c.delivery_id, delivery_ids)
    for row in connection.execute(statement.where(_is_of_file(), of_these)):
        said[row.delivery_id].append(tuple(row))
    return said


def _is_of_file() -> ColumnElement[bool]:
    return and_(ops_issue.c.submission_id.is_(None), ops_issue.c.closed_at.is_(None))


def _set(connection: Connection, delivery_ids: Sequence[int], **values: str | datetime | None) -> None:
    if delivery_ids:
        which = one_of(connection, ops_delivery.c.delivery_id, delivery_ids)
        connection.execute(ops_delivery.update().where(which).values(values))
