"""The tasks of a run; each works on a group, because a task costs Prefect some milliseconds of its own."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Generic, TypeVar

from prefect import task
from prefect.cache_policies import NO_CACHE
from prefect.logging import get_run_logger
from sqlalchemy import Engine

from edusandbox.checking import CheckContext
from edusandbox.checking.landed import check_landed, rejected
from edusandbox.checking.settling import hold
from edusandbox.flows.progress import announce
from edusandbox.issues import Finding
from edusandbox.outcomes import SubmissionOutcome
from edusandbox.reports.returning import MarkOrder, return_marked
from edusandbox.run_request import RunRequest
from edusandbox.schemas.catalogue import FORMS
from edusandbox.schemas.rules import describe_all
from edusandbox.sources.inbox import OversizedFile, fetch_deliveries
from edusandbox.sources.landing import LandingStore
from edusandbox.sources.registry import Agency
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.deliveries import record_removal
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import SchoolCodeError
from edusandbox.warehouse.load import load_delivery
from edusandbox.warehouse.runs import RunContext
from edusandbox.workers import WorkerDiedError, fatal_finding, run_apart, run_in_worker

T = TypeVar("T")
R = TypeVar("R")
_PROVIDES_SCHOOLS = frozenset(form.code for form in FORMS.values() if form.provides_schools)


@dataclass(slots=True)
class Attempt(Generic[R]):
    """What a group gave, and which of its members the program could not deal with.

    Attributes:
        results: What succeeded, in order.
        failed: Name and reason of each member that did not.
    """

    results: list[R] = field(default_factory=list)
    failed: list[tuple[str, str]] = field(default_factory=list)


def attempt_each(items: Sequence[T], name: Callable[[T], str], work: Callable[[T], R]) -> Attempt[R]:
    """Does a piece of work for each item; one that raises is logged and reported, the others go on."""
    attempt: Attempt[R] = Attempt()
    for item in items:
        try:
            attempt.results.append(work(item))
        except Exception as error:
            get_run_logger().exception("%s failed", name(item))
            attempt.failed.append((name(item), f"{type(error).__name__}: {error}"))
    return attempt


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an agency's folder held.

    Attributes:
        deliveries: Files now in the landing store.
        oversized: Files that are too large to be read, as rejected deliveries.
    """

    deliveries: tuple[Delivery, ...]
    oversized: tuple[CheckedDelivery, ...]


@task(name="fetch", retries=3, retry_delay_seconds=[1, 5, 20], cache_policy=NO_CACHE)
def fetch_agencies(
    agencies: Sequence[Agency], request: RunRequest, not_kept: Collection[str] = ()
) -> Attempt[Fetched]:
    """Copies what agencies have left into the landing store, save for what was removed from it.

    Raises:
        OSError: Not one of the folders could be read: the task is tried again.
    """
    attempt = attempt_each(
        agencies, lambda agency: agency.name_th, lambda agency: _fetch(agency, request, not_kept)
    )
    if attempt.failed and not attempt.results:
        raise OSError("; ".join(f"{name}: {reason}" for name, reason in attempt.failed))
    return attempt


def _fetch(agency: Agency, request: RunRequest, not_kept: Collection[str]) -> Fetched:
    fetch = fetch_deliveries(
        agency.code,
        request.folder_url(agency.code),
        LandingStore(request.settings.landing_url),
        datetime.now(UTC),
        max_bytes=request.settings.max_delivery_bytes,
        not_kept=not_kept,
    )
    return Fetched(fetch.deliveries, tuple(_reject_oversized(each) for each in fetch.oversized))


def _reject_oversized(oversized: OversizedFile) -> CheckedDelivery:
    file = oversized.file
    delivery = Delivery(
        sha256="",
        file_name=file.file_name,
        path=file.relative_path,
        agency_code=oversized.agency_code,
        size_bytes=file.size_bytes,
        received_at=datetime.now(UTC),
    )
    return CheckedDelivery(delivery, issues=describe_all([oversized.finding]))


@task(name="check", cache_policy=NO_CACHE)
def check_group(
    deliveries: Sequence[Delivery], landing_url: str, context: CheckContext
) -> Attempt[CheckedDelivery]:
    """Reads and checks a group of deliveries together, one by one where the group as a whole fails."""
    try:
        return Attempt(list(run_in_worker(check_landed, deliveries, landing_url, context)))
    except Exception:
        get_run_logger().exception("A group of %s deliveries failed; trying them one by one", len(deliveries))
    attempt = attempt_each(
        deliveries,
        lambda each: f"{each.agency_code}/{each.path}",
        lambda each: _check_apart(each, landing_url, context),
    )
    return Attempt([checked for group in attempt.results for checked in group], attempt.failed)


def _check_apart(delivery: Delivery, landing_url: str, context: CheckContext) -> tuple[CheckedDelivery, ...]:
    """Checks one delivery in a process of its own; one that brings the process down is rejected."""
    try:
        return run_apart(context.limits.memory_bytes, check_landed, [delivery], landing_url, context)
    except WorkerDiedError as error:
        get_run_logger().warning("%s/%s: %s", delivery.agency_code, delivery.path, error)
        return (rejected(delivery, fatal_finding(error, context.limits)),)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A delivery as the warehouse took it, and what became of each submission."""

    checked: CheckedDelivery
    outcomes: tuple[SubmissionOutcome, ...]


@task(name="load", cache_policy=NO_CACHE)
def load_deliveries(
    checked: Sequence[CheckedDelivery],
    engine: Engine,
    request: RunRequest,
    run: RunContext,
    unfinished: Collection[Delivery] = (),
) -> Attempt[Loaded]:
    """Loads deliveries one after the other; each submission is a transaction of its own.

    Of the `unfinished` deliveries further submissions will follow.
    """
    done = 0

    def load(each: CheckedDelivery) -> Loaded:
        nonlocal done
        loaded = _load_or_hold(each, engine, request, run, is_whole=each.delivery not in unfinished)
        done += 1
        announce("Loading", done, len(checked))
        return loaded

    return attempt_each(checked, lambda each: f"{each.delivery.agency_code}/{each.delivery.path}", load)


def _load_or_hold(
    checked: CheckedDelivery, engine: Engine, request: RunRequest, run: RunContext, *, is_whole: bool
) -> Loaded:
    """Loads a delivery; one whose school codes contradict what is known is held for a person instead."""

    def load(each: CheckedDelivery) -> Loaded:
        outcomes = load_delivery(
            engine,
            each,
            province=request.province,
            run=run,
            provides_schools=_PROVIDES_SCHOOLS,
            is_whole=is_whole,
        )
        return Loaded(each, outcomes)

    try:
        return load(checked)
    except SchoolCodeError as error:
        return load(hold(checked, Finding("RE010", params={"reason": str(error)})))


@task(name="mark", cache_policy=NO_CACHE)
def mark_group(
    orders: Sequence[MarkOrder], landing_url: str, checked_at: datetime
) -> Attempt[tuple[Delivery, str]]:
    """Writes marked workbooks back to their senders."""

    def mark(order: MarkOrder) -> tuple[Delivery, str]:
        paths = run_in_worker(return_marked, [order], landing_url, checked_at)
        return order.checked.delivery, paths[0]

    return attempt_each(orders, lambda order: f"{order.agency_name_th}: {order.checked.delivery.path}", mark)


@task(name="remove", cache_policy=NO_CACHE)
def remove_personal_data(
    deliveries: Sequence[Delivery], landing_url: str, engine: Engine, removed_at: datetime
) -> Attempt[Delivery]:
    """Takes files with personal data out of the landing store and notes it."""
    landing = LandingStore(landing_url)

    def remove(delivery: Delivery) -> Delivery:
        landing.remove(delivery.sha256)
        with writing(engine) as connection:
            record_removal(connection, delivery.sha256, removed_at)
        get_run_logger().info(
            "%s/%s: personal data; its bytes were removed from the landing store",
            delivery.agency_code,
            delivery.path,
        )
        return delivery

    return attempt_each(deliveries, lambda each: f"{each.agency_code}/{each.path}", remove)
