"""The steps of a run; each works on a group, because a step may cost its runner some milliseconds."""

import logging
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import ceil

from sqlalchemy import Connection, Engine

from edusandbox.checking.context import CheckContext
from edusandbox.checking.register_checks import hold
from edusandbox.gc_control import gc_frozen
from edusandbox.outcomes import SubmissionOutcome
from edusandbox.reports.returning import MarkOrder, return_marked
from edusandbox.run.admission import judge
from edusandbox.run.attempts import Attempt, attempt_each, reason_of
from edusandbox.run.grouping import in_chunks
from edusandbox.run.request import RunRequest
from edusandbox.sources.inbox import OversizedFile, fetch_deliveries
from edusandbox.sources.landing import LandingStore
from edusandbox.sources.registry import Agency
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import SchoolCodeError
from edusandbox.warehouse.load.batches import batches
from edusandbox.warehouse.load.deliveries import DeliveryLog, read_delivery_log, record_removal
from edusandbox.warehouse.load.loading import DeliveryPart, LoadContext, load_delivery, load_together
from edusandbox.warehouse.load.runs import RunContext
from edusandbox.workers.entry import check_landed, rejected
from edusandbox.workers.pool import WorkerDiedError, fatal_finding, rest_workers, run_apart, run_in_worker
from schemas.catalogue import REGISTERS
from schemas.issues import Finding

Announce = Callable[[str, int, int], None]
"""Takes a stage, how many of its parts are done, and how many there are."""

# More of them at once need more memory, fewer more calls of pandera.
_CHECKED_TOGETHER = 20
_BYTES_CHECKED_TOGETHER = 8_000_000
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an agency's folder held.

    Attributes:
        deliveries: Files now in the landing store.
        oversized: Files that are too large to be read, as rejected deliveries.
    """

    deliveries: tuple[Delivery, ...]
    oversized: tuple[CheckedDelivery, ...]


def fetch_agencies(
    agencies: Sequence[Agency], request: RunRequest, not_kept: DeliveryLog | None = None
) -> Attempt[Fetched]:
    """Copies what agencies have left into the landing store.

    Args:
        agencies: Whose folders to look into.
        request: The run.
        not_kept: What is known of files that are not put into the landing store again.

    Raises:
        OSError: Not one of the folders could be read: it may help to try again.
    """
    attempt = attempt_each(
        agencies, lambda agency: agency.name_th, lambda agency: _fetch(agency, request, not_kept)
    )
    if attempt.failed and not attempt.results:
        raise OSError("; ".join(f"{name}: {reason}" for name, reason in attempt.failed))
    return attempt


def _fetch(agency: Agency, request: RunRequest, not_kept: DeliveryLog | None) -> Fetched:
    fetch = fetch_deliveries(
        agency.code,
        request.folder_url(agency.code),
        LandingStore(request.settings.landing_url),
        datetime.now(UTC),
        max_bytes=request.settings.max_delivery_bytes,
        is_kept=lambda delivery: not_kept is None or not not_kept.is_known(delivery),
    )
    return Fetched(fetch.deliveries, tuple(_reject_oversized(each) for each in fetch.oversized))


def _reject_oversized(oversized: OversizedFile) -> CheckedDelivery:
    shown = oversized.file.shown
    delivery = Delivery(
        sha256="",
        file_name=shown.file_name,
        path=shown.path,
        agency_code=oversized.agency_code,
        size_bytes=oversized.file.size_bytes,
        received_at=datetime.now(UTC),
        personal_name_kind=shown.personal_kind,
    )
    return rejected(delivery, oversized.finding)


def check_group(
    deliveries: Sequence[Delivery], landing_url: str, context: CheckContext
) -> Attempt[CheckedDelivery]:
    """Reads and checks a group of deliveries, some together, one by one where they fail together."""
    attempt: Attempt[CheckedDelivery] = Attempt()
    size_bytes = sum(each.size_bytes for each in deliveries)
    chunk_count = max(ceil(len(deliveries) / _CHECKED_TOGETHER), ceil(size_bytes / _BYTES_CHECKED_TOGETHER))
    for some in in_chunks(deliveries, chunk_count):
        attempt.add(_check_together(some, landing_url, context))
    return attempt


def _check_together(
    deliveries: Sequence[Delivery], landing_url: str, context: CheckContext
) -> Attempt[CheckedDelivery]:
    try:
        return Attempt(list(run_in_worker(check_landed, deliveries, landing_url, context)))
    except Exception:
        _LOG.exception("A group of %s deliveries failed; trying them one by one", len(deliveries))
    attempt = attempt_each(deliveries, path_of, lambda each: _check_apart(each, landing_url, context))
    return Attempt([checked for group in attempt.results for checked in group], attempt.failed)


def _check_apart(delivery: Delivery, landing_url: str, context: CheckContext) -> tuple[CheckedDelivery, ...]:
    """Checks one delivery in a process of its own; one that brings the process down is rejected."""
    try:
        return run_apart(context.limits.memory_bytes, check_landed, [delivery], landing_url, context)
    except WorkerDiedError as error:
        _LOG.warning("%s: %s", path_of(delivery), error)
        return (rejected(delivery, fatal_finding(error, context.limits)),)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A delivery as the warehouse took it.

    Attributes:
        checked: The delivery with its final verdicts.
        outcomes: What became of each submission; empty where another run has done all of it meanwhile.
    """

    checked: CheckedDelivery
    outcomes: tuple[SubmissionOutcome, ...] = ()


def load_deliveries(  # noqa: PLR0913, PLR0917 - what a load depends on, as a tuple
    checked: Sequence[CheckedDelivery],
    engine: Engine,
    request: RunRequest,
    run: RunContext,
    unfinished: Collection[Delivery],
    announce: Announce,
) -> Attempt[Loaded]:
    """Loads deliveries in order, many in a transaction; each submission still fails alone.

    Args:
        checked: The deliveries.
        engine: The warehouse.
        request: The run, as it was asked for.
        run: The run, as the warehouse knows it.
        unfinished: Those of which further submissions will follow.
        announce: Is told of each transaction.
    """
    context = LoadContext(request.province, run, REGISTERS)
    together: Attempt[Loaded] = Attempt()
    transactions = list(batches(checked))
    if len(transactions) > 1:
        # That takes seconds, in which idle workers would keep memory for nothing; new ones start at once.
        rest_workers()
    done = 0
    for batch in transactions:
        with gc_frozen():
            together.add(_load_batch(batch, engine, request, context, unfinished))
        done += len(batch)
        announce("Loading", done, len(checked))
    return together


def _load_batch(
    batch: Sequence[CheckedDelivery],
    engine: Engine,
    request: RunRequest,
    context: LoadContext,
    unfinished: Collection[Delivery],
) -> Attempt[Loaded]:
    """Judges and loads deliveries in one transaction; where it fails as a whole, none of them is loaded."""
    try:
        with writing(engine) as connection:
            senders = {each.delivery.agency_code for each in batch}
            log = DeliveryLog() if request.is_forced else read_delivery_log(connection, senders)
            overtaken = [each for each in batch if log.is_known(each.delivery)]
            left = [each for each in batch if not log.is_known(each.delivery)]
            judged = judge(
                connection,
                left,
                is_forced=request.is_forced,
                is_period_asked=request.asked_period is not None,
            )
            attempt = _load_judged(connection, judged, context, unfinished)
        attempt.results += [Loaded(each) for each in overtaken]
        return attempt
    except Exception as error:
        _LOG.exception("A transaction of %s deliveries failed", len(batch))
        return Attempt(failed=[(path_of(each.delivery), reason_of(error)) for each in batch])


def _load_judged(
    connection: Connection,
    judged: Sequence[CheckedDelivery],
    context: LoadContext,
    unfinished: Collection[Delivery],
) -> Attempt[Loaded]:
    """Loads deliveries together, or one by one so that the one that fails is the only one that does."""
    parts = [DeliveryPart(each, None if each.delivery in unfinished else each.status) for each in judged]
    try:
        outcomes = load_together(connection, parts, context)
    except Exception as error:
        # Whatever it is comes up again, and is reported, at the delivery that it belongs to.
        _LOG.info("%s deliveries do not load together (%s); one by one", len(judged), reason_of(error))
    else:
        return Attempt([Loaded(each, told) for each, told in zip(judged, outcomes, strict=True)])

    def load(each: CheckedDelivery) -> Loaded:
        return _load_or_hold(connection, each, context, is_whole=each.delivery not in unfinished)

    return attempt_each(judged, lambda each: path_of(each.delivery), load)


def _load_or_hold(
    connection: Connection, checked: CheckedDelivery, context: LoadContext, *, is_whole: bool
) -> Loaded:
    """Loads a delivery; one whose school codes contradict what is known is held for a person instead."""
    try:
        return Loaded(checked, load_delivery(connection, checked, context, is_whole=is_whole))
    except SchoolCodeError as error:
        to_hold = hold(checked, Finding("RE010", params={"reason": str(error)}))
        return Loaded(to_hold, load_delivery(connection, to_hold, context, is_whole=is_whole))


def mark_group(
    orders: Sequence[MarkOrder], landing_url: str, checked_at: datetime
) -> Attempt[tuple[Delivery, str]]:
    """Writes marked workbooks back to their senders; gives each delivery and where its workbook lies."""

    def mark(order: MarkOrder) -> tuple[Delivery, str]:
        paths = run_in_worker(return_marked, [order], landing_url, checked_at)
        return order.checked.delivery, paths[0]

    return attempt_each(orders, lambda order: path_of(order.checked.delivery), mark)


def remove_personal_data(
    deliveries: Sequence[Delivery], landing_url: str, engine: Engine, removed_at: datetime
) -> Attempt[Delivery]:
    """Takes files with personal data out of the landing store and notes it."""
    landing = LandingStore(landing_url)

    def remove(delivery: Delivery) -> Delivery:
        landing.remove(delivery.sha256)
        with writing(engine) as connection:
            record_removal(connection, delivery.sha256, removed_at)
        _LOG.info("%s: personal data; its bytes were removed from the landing store", path_of(delivery))
        return delivery

    return attempt_each(deliveries, path_of, remove)


def path_of(delivery: Delivery) -> str:
    """How a delivery is called in a report: its agency's code and its path."""
    return f"{delivery.agency_code}/{delivery.path}"
