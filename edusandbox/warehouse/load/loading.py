"""Loading checked deliveries: new versions in and the old ones closed, many in one transaction."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, select

from edusandbox.outcomes import Effect, SubmissionOutcome
from edusandbox.sources.registry import Province
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, Status
from edusandbox.warehouse.engine import moment_of
from edusandbox.warehouse.errors import SchoolCodeError
from edusandbox.warehouse.load.deliveries import (
    Arrival,
    Completion,
    came_between,
    complete_deliveries,
    newest_arrivals,
    record_arrivals,
    record_deliveries,
    reopen_deliveries,
)
from edusandbox.warehouse.load.dimensions import ensure_period, read_agencies
from edusandbox.warehouse.load.runs import RunContext
from edusandbox.warehouse.load.submission_rows import NewVersion, insert_versions, severity_counts
from edusandbox.warehouse.load.version_ledger import Coming, ReturnKey, Taken, close_versions, read_versions
from edusandbox.warehouse.tables.dimension_tables import dim_period
from schemas.issues import Severity
from schemas.periods import Period


@dataclass(frozen=True, slots=True)
class LoadContext:
    """What a load depends on beside the deliveries.

    Attributes:
        province: The registry, for the dates of a period that the warehouse has not seen.
        run: The run that loads.
        provides_schools: Codes of the forms whose rows say which codes belong to one school.
    """

    province: Province
    run: RunContext
    provides_schools: Collection[str]


@dataclass(frozen=True, slots=True)
class DeliveryPart:
    """Submissions of a delivery that are loaded together.

    Attributes:
        checked: The delivery after checking, with these submissions only.
        completes: The verdict on the whole delivery if nothing of it is left after these; None if more
            submissions follow, so that the delivery is not done with and the next run would take it again.
    """

    checked: CheckedDelivery
    completes: Status | None

    @property
    def delivery(self) -> Delivery:
        """The file."""
        return self.checked.delivery


Outcomes = tuple[SubmissionOutcome, ...]


def load_delivery(
    connection: Connection, checked: CheckedDelivery, context: LoadContext, *, is_whole: bool = True
) -> Outcomes:
    """Brings a delivery into the warehouse, if need be one submission after the other.

    A submission is there afterwards with everything, or nothing of it is. If one raises, those before it
    stay, and the delivery is not done, so that the next run takes it again; what is there already is not
    loaded a second time. Codes that contradict each other leave nothing of the delivery, or what came before
    them where that made schools one.

    Args:
        connection: Inside a writing transaction, of a warehouse that `sync_province` has seen.
        checked: The delivery after checking.
        context: What the load depends on.
        is_whole: Whether these are all submissions of the delivery.

    Returns:
        One outcome per submission, in their order; one with neither form nor period for a delivery
        without submissions.

    Raises:
        WarehouseError: The warehouse does not know an agency, or school codes contradict each other.
    """
    status = checked.status if is_whole else None
    try:
        return load_together(connection, [DeliveryPart(checked, status)], context)[0]
    except SchoolCodeError:
        raise
    except Exception:
        if len(checked.submissions) <= 1:
            raise
    last = len(checked.submissions) - 1
    outcomes: Outcomes = ()
    for number, submission in enumerate(checked.submissions):
        part = DeliveryPart(replace(checked, submissions=(submission,)), status if number == last else None)
        outcomes += load_together(connection, [part], context)[0]
    return outcomes


def load_together(
    connection: Connection, parts: Sequence[DeliveryPart], context: LoadContext
) -> list[Outcomes]:
    """Brings deliveries into the warehouse, all of them or, if anything raises, none.

    The database is asked once for all of them, and each table is written once.

    Args:
        connection: Inside a writing transaction, of a warehouse that `sync_province` has seen.
        parts: The deliveries, in the order in which they came.
        context: What the load depends on.

    Returns:
        The outcomes of each delivery, as `load_delivery` gives them.

    Raises:
        WarehouseError: The warehouse does not know an agency, or school codes contradict each other.
        NotTogetherError: Each may be right by itself, but not all of them in one go.
    """
    with connection.begin_nested():
        return _Load(connection, context).take(parts)


class _Load:
    """A load; its methods are its stages, in order."""

    def __init__(self, connection: Connection, context: LoadContext) -> None:
        self._connection = connection
        self._context = context
        self._at = moment_of(connection)
        self._agencies = read_agencies(connection)

    def take(self, parts: Sequence[DeliveryPart]) -> list[Outcomes]:
        connection, run = self._connection, self._context.run
        deliveries = [each.delivery for each in parts]
        delivery_ids = record_deliveries(connection, deliveries, run, self._agencies)
        # The same bytes may lie in two places, and are one delivery: the last one says how it ends.
        last = dict(zip(delivery_ids, parts, strict=True))
        reopen_deliveries(connection, [key for key, part in last.items() if part.completes is None])
        coming = self._coming(parts, delivery_ids)
        taken = self._decide([each for of_one in coming for each in of_one])
        completions = [
            Completion(key, part.completes, part.checked.issues)
            for key, part in last.items()
            if part.completes is not None
        ]
        complete_deliveries(connection, completions, self._at)
        arrived = [each.delivery for each in parts if each.completes is not None]
        record_arrivals(connection, arrived, run, self._at, self._agencies)
        decided = iter(taken)
        return [
            tuple(self._outcome(part.delivery, each, next(decided)) for each in of_one)
            or (self._outcome_of_file(part.checked),)
            for part, of_one in zip(parts, coming, strict=True)
        ]

    def _coming(self, parts: Sequence[DeliveryPart], delivery_ids: Sequence[int]) -> list[list[Coming]]:
        """The submissions of each delivery with the keys of everything that they belong to."""
        newest = newest_arrivals(self._connection, [each.delivery for each in parts])
        submissions = [each for part in parts for each in part.checked.submissions]
        periods = self._periods({each.period.code: each.period for each in submissions})
        keys = {_key(each, periods[each.period.code]) for each in submissions}
        self._ledger = read_versions(self._connection, keys)
        coming = []
        for part, delivery_id in zip(parts, delivery_ids, strict=True):
            between = came_between(newest, part.delivery)
            if part.completes is not None:
                place = (part.delivery.agency_code, part.delivery.path)
                newest[place] = Arrival(part.delivery.sha256, self._at)
            coming.append(
                [
                    Coming(
                        submission,
                        _key(submission, periods[submission.period.code]),
                        self._agency_id(submission, periods[submission.period.code]),
                        delivery_id,
                        between,
                        self._at,
                    )
                    for submission in part.checked.submissions
                ]
            )
        return coming

    def _periods(self, wanted: Mapping[str, Period]) -> dict[str, Row[Any]]:
        """Rows of `dim_period` by code; those that are not there yet are added."""
        calendar = self._context.province.calendar
        for code, period in wanted.items():
            ensure_period(self._connection, period, calendar.get(code), self._at)
        rows = self._connection.execute(select(dim_period).where(dim_period.c.period_code.in_(wanted)))
        return {row.period_code: row for row in rows}

    def _agency_id(self, submission: CheckedSubmission, period: Row[Any]) -> int:
        before = self._ledger.agency_id_before(_key(submission, period))
        day: date = period.order_date
        return before or int(self._agencies.on(submission.agency_code, day).agency_id)

    def _decide(self, coming: Sequence[Coming]) -> list[Taken]:
        """Numbers the new versions, closes what they replace, writes them."""
        taken = [self._ledger.take(each) for each in coming]
        close_versions(self._connection, self._ledger.closed_ids, self._at)
        new = [
            NewVersion(
                each.submission,
                one.version,
                each.key[-1],
                links=each.submission.form in self._context.provides_schools,
            )
            for each, one in zip(coming, taken, strict=True)
            if one.is_new
        ]
        insert_versions(self._connection, new, self._context.run, is_alone=len(coming) == 1)
        return taken

    def _outcome(self, delivery: Delivery, coming: Coming, taken: Taken) -> SubmissionOutcome:
        submission = coming.submission
        counts = severity_counts(submission)
        return SubmissionOutcome(
            agency_code=submission.agency_code,
            agency_name_th=self._agencies.named(coming.agency_id).name_th,
            form=submission.form,
            part=submission.part,
            period=submission.period.code,
            file_name=delivery.file_name,
            version=taken.version.version,
            status=submission.status,
            effect=taken.effect,
            rows_loaded=0 if taken.effect is Effect.NOT_LOADED else submission.row_count_loaded,
            rows_set_aside=submission.row_count_set_aside,
            error_count=counts[Severity.ERROR],
            query_count=counts[Severity.QUERY],
            notice_count=counts[Severity.NOTICE],
        )

    def _outcome_of_file(self, checked: CheckedDelivery) -> SubmissionOutcome:
        delivery = checked.delivery
        agency = self._agencies.on(delivery.agency_code, delivery.received_at.date())
        return SubmissionOutcome.of_rejected_file(
            delivery.agency_code, agency.name_th, delivery.file_name, checked.issues
        )


def _key(submission: CheckedSubmission, period: Row[Any]) -> ReturnKey:
    return (submission.agency_code, submission.form, submission.part, period.period_id)
