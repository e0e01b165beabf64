"""The versions of returns while a transaction takes new ones: what is current, what each new one closes."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select

from edusandbox.outcomes import Effect
from edusandbox.submissions import CheckedSubmission, Status
from edusandbox.warehouse.conditions import one_of
from edusandbox.warehouse.load.versions import version_taken_before
from edusandbox.warehouse.tables.dimension_tables import dim_agency
from edusandbox.warehouse.tables.operation_tables import ops_submission

ReturnKey = tuple[str, str, str, int]
"""Agency code, form code, part code, period id."""


@dataclass(slots=True)
class Version:
    """A version of a return.

    Attributes:
        agency_id: The agency's row that it is under.
        delivery_id: The delivery that it came in.
        version: Its number, from 1.
        content_hash: Digest of its content.
        verdict: What became of it when it came.
        is_current: Whether its figures stand.
        is_open: Whether no later one has closed it.
        loaded_at: When it came.
        submission_id: Its key; None until it is written.
    """

    agency_id: int
    delivery_id: int
    version: int
    content_hash: str
    verdict: str
    is_current: bool
    is_open: bool
    loaded_at: datetime
    submission_id: int | None = None


@dataclass(frozen=True, slots=True)
class Coming:
    """A submission at the warehouse's door.

    Attributes:
        submission: The submission.
        key: The return that it is a version of.
        agency_id: The agency's row that it goes under.
        delivery_id: The delivery that it came in.
        came_between_at: When another file came in its place, if its very bytes were here before that.
        at: The moment of the transaction.
    """

    submission: CheckedSubmission
    key: ReturnKey
    agency_id: int
    delivery_id: int
    came_between_at: datetime | None
    at: datetime


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a submission.

    Attributes:
        effect: What it did to the warehouse.
        version: Its version.
        is_new: Whether that has to be written.
    """

    effect: Effect
    version: Version
    is_new: bool = False


class VersionLedger:
    """Numbers versions and closes those that they replace, in the order in which they come."""

    def __init__(self, versions: Iterable[tuple[ReturnKey, Version]]) -> None:
        """Takes the versions that are written, oldest first."""
        self._versions: dict[ReturnKey, list[Version]] = defaultdict(list)
        for key, version in versions:
            self._versions[key].append(version)
        self.closed_ids: list[int] = []
        """Keys of the written versions that were closed."""

    def agency_id_before(self, key: ReturnKey) -> int | None:
        """The agency's row that earlier versions are under: they stay together if dates were mended since."""
        versions = self._versions.get(key)
        return versions[-1].agency_id if versions else None

    def take(self, coming: Coming) -> Taken:
        """Decides what a submission becomes, and closes what it replaces."""
        submission = coming.submission
        is_loaded = submission.status.is_loaded
        versions = [each for each in self._versions[coming.key] if each.agency_id == coming.agency_id]
        for each in versions:
            if each.is_current and each.content_hash == submission.content_hash:
                if is_loaded:
                    # The sender has come back to what stands: whatever came between and waits is settled.
                    self._close(
                        versions, lambda one: not one.is_current and one.delivery_id < coming.delivery_id
                    )
                return Taken(Effect.EQUAL_CONTENT, each)
        taken = version_taken_before(versions, coming.delivery_id, submission, coming.came_between_at)
        if taken is not None:
            return Taken(Effect.EQUAL_CONTENT if is_loaded else Effect.NOT_LOADED, taken)
        if is_loaded:
            self._close(versions, lambda _: True)
        new = Version(
            agency_id=coming.agency_id,
            delivery_id=coming.delivery_id,
            version=versions[-1].version + 1 if versions else 1,
            content_hash=submission.content_hash,
            verdict=submission.status.value,
            is_current=is_loaded,
            is_open=True,
            loaded_at=coming.at,
        )
        self._versions[coming.key].append(new)
        return Taken(Effect.NEW_VERSION if is_loaded else Effect.NOT_LOADED, new, is_new=True)

    def _close(self, versions: Sequence[Version], is_meant: Callable[[Version], bool]) -> None:
        for each in versions:
            if each.is_open and is_meant(each):
                each.is_open = each.is_current = False
                if each.submission_id is not None:
                    self.closed_ids.append(each.submission_id)


def read_versions(connection: Connection, keys: Collection[ReturnKey]) -> VersionLedger:
    """Reads the versions of returns.

    Args:
        connection: Inside a writing transaction.
        keys: The returns.
    """
    statement = (
        select(ops_submission, dim_agency.c.agency_code)
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .where(
            one_of(connection, dim_agency.c.agency_code, {code for code, _, _, _ in keys}),
            one_of(connection, ops_submission.c.form_code, {form for _, form, _, _ in keys}),
            one_of(connection, ops_submission.c.period_id, {period_id for _, _, _, period_id in keys}),
        )
        .order_by(ops_submission.c.submission_id)
    )
    wanted = set(keys)
    return VersionLedger(
        (
            key,
            Version(
                agency_id=row.agency_id,
                delivery_id=row.delivery_id,
                version=row.version,
                content_hash=row.content_hash,
                verdict=row.verdict,
                is_current=row.is_current,
                is_open=row.closed_at is None,
                loaded_at=row.loaded_at,
                submission_id=row.submission_id,
            ),
        )
        for row in connection.execute(statement).all()
        if (key := (row.agency_code, row.form_code, row.part_code, row.period_id)) in wanted
    )


def close_versions(connection: Connection, submission_ids: Sequence[int], at: datetime) -> None:
    """Writes down that versions were replaced."""
    if submission_ids:
        connection.execute(
            ops_submission.update()
            .where(one_of(connection, ops_submission.c.submission_id, submission_ids))
            .values(is_current=False, status=Status.SUPERSEDED.value, closed_at=at)
        )
