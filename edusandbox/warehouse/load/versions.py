"""Which version a delivery that is taken once more has left, if an earlier run has taken it."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Protocol, TypeVar

from edusandbox.submissions import CheckedSubmission, Status


class TakenVersion(Protocol):
    """What a row of `ops_submission` says of a version."""

    @property
    def version(self) -> int:
        """Its number, from 1."""

    @property
    def delivery_id(self) -> int:
        """The delivery that it came in."""

    @property
    def content_hash(self) -> str:
        """Digest of its content."""

    @property
    def verdict(self) -> str:
        """What became of it when it came."""

    @property
    def loaded_at(self) -> datetime:
        """When it came."""


V = TypeVar("V", bound=TakenVersion)


def version_taken_before(
    versions: Sequence[V],
    delivery_id: int,
    submission: CheckedSubmission,
    came_between_at: datetime | None,
) -> V | None:
    """The version that a submission has become already, by another run or before a failure.

    A different verdict on the same file is another reading: somebody decided, or a rule was changed. Between
    verdicts that load the same content there is no difference: queries depend on what stood there before. A
    file that left no version, because the one before it said the same, must not undo a later one either.

    Args:
        versions: Rows of `ops_submission` of the agency, form, part and period, in order.
        delivery_id: The delivery.
        submission: The submission.
        came_between_at: When another file came in the delivery's place; versions from before do not count.
    """
    for each in versions:
        is_same = each.content_hash == submission.content_hash and _are_alike(each, submission)
        if each.delivery_id == delivery_id and is_same and _is_since(each, came_between_at):
            return each
    return None if came_between_at else _equal_when_it_came(versions, delivery_id, submission)


def _are_alike(version: TakenVersion, submission: CheckedSubmission) -> bool:
    is_loaded = Status(version.verdict).is_loaded and submission.status.is_loaded
    return is_loaded or version.verdict == submission.status.value


def _equal_when_it_came(versions: Sequence[V], delivery_id: int, submission: CheckedSubmission) -> V | None:
    loaded = [each for each in versions if Status(each.verdict).is_loaded]
    for version, replacing in pairwise(loaded):
        is_equal = version.content_hash == submission.content_hash
        if is_equal and version.delivery_id < delivery_id < replacing.delivery_id:
            return version
    return None


def _is_since(version: TakenVersion, moment: datetime | None) -> bool:
    return moment is None or version.loaded_at > moment
