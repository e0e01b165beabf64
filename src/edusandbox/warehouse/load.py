"""Loading a checked delivery: a new version in and the old one closed, in one transaction a submission."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Row, and_, select

from edusandbox.issues import Severity
from edusandbox.outcomes import Effect, SubmissionOutcome
from edusandbox.sources.registry import Province
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Status
from edusandbox.warehouse.bulk import insert_frame
from edusandbox.warehouse.deliveries import (
    came_between,
    complete_delivery,
    record_arrivals,
    record_delivery,
    record_issues,
    reopen_delivery,
)
from edusandbox.warehouse.dimension_tables import dim_agency, dim_period
from edusandbox.warehouse.dimensions import ensure_period, find_agency
from edusandbox.warehouse.engine import moment_of
from edusandbox.warehouse.fact_rows import insert_facts
from edusandbox.warehouse.operation_tables import (
    ops_set_aside_row,
    ops_submission,
    ops_submission_school,
    ops_submission_sheet,
)
from edusandbox.warehouse.runs import RunContext
from edusandbox.warehouse.schools import resolve_schools
from edusandbox.warehouse.versions import version_taken_before


@dataclass(frozen=True, slots=True)
class _Delivered:
    """A delivery at the warehouse's door.

    `came_between_at` says when another file came in its place, if its very bytes were here before that.
    """

    delivery_id: int
    file_name: str
    run: RunContext
    at: datetime
    came_between_at: datetime | None


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A submission of it, with the keys of everything that it belongs to."""

    submission: CheckedSubmission
    delivered: _Delivered
    agency_id: int
    agency_name_th: str
    period_id: int

    def outcome(self, effect: Effect, version: int) -> SubmissionOutcome:
        submission = self.submission
        counts = _issue_counts(submission)
        return SubmissionOutcome(
            agency_code=submission.agency_code,
            agency_name_th=self.agency_name_th,
            form=submission.form,
            period=submission.period.code,
            file_name=self.delivered.file_name,
            version=version,
            status=submission.status,
            effect=effect,
            rows_loaded=0 if effect is Effect.NOT_LOADED else submission.row_count_loaded,
            rows_set_aside=submission.row_count_set_aside,
            error_count=counts[Severity.ERROR],
            query_count=counts[Severity.QUERY],
            notice_count=counts[Severity.NOTICE],
        )


def load_delivery(  # noqa: PLR0913 - what a load depends on
    connection: Connection,
    checked: CheckedDelivery,
    *,
    province: Province,
    run: RunContext,
    provides_schools: Collection[str],
    is_whole: bool = True,
) -> tuple[SubmissionOutcome, ...]:
    """Brings a delivery into the warehouse.

    Each submission has a savepoint: all of it is there afterwards, or nothing. If one raises, those before
    it stay, and the delivery is not done, so that the next run takes it again; what is there already is
    not loaded a second time.

    Args:
        connection: Inside a writing transaction, of a warehouse that `sync_province` has seen.
        checked: The delivery after checking.
        province: The registry, for the dates of a period that the warehouse has not seen.
        run: The run that loads it.
        provides_schools: Codes of the forms whose rows say which codes belong to one school.
        is_whole: Whether these are all submissions of the delivery; if not, the delivery is not done with
            yet and the next run would take it again.

    Returns:
        One outcome per submission, in their order; one with neither form nor period for a delivery
        without submissions.

    Raises:
        WarehouseError: The warehouse does not know an agency, or school codes contradict each other.
    """
    delivery = checked.delivery
    with connection.begin_nested():
        delivered = _Delivered(
            delivery_id=record_delivery(connection, delivery, run),
            file_name=delivery.file_name,
            run=run,
            at=moment_of(connection),
            came_between_at=came_between(connection, delivery),
        )
        if not is_whole:
            reopen_delivery(connection, delivered.delivery_id)
    outcomes = []
    for submission in checked.submissions:
        with connection.begin_nested():
            arrival = _arrive(connection, submission, delivered, province)
            outcomes.append(_take(connection, arrival, links=submission.form in provides_schools))
    if is_whole:
        with connection.begin_nested():
            complete_delivery(connection, delivered.delivery_id, checked.status, checked.issues, delivered.at)
            record_arrivals(connection, [delivery], run, delivered.at)
    return tuple(outcomes) if checked.submissions else (_outcome_of_file(connection, checked),)


def _outcome_of_file(connection: Connection, checked: CheckedDelivery) -> SubmissionOutcome:
    delivery = checked.delivery
    agency = find_agency(connection, delivery.agency_code, delivery.received_at.date())
    return SubmissionOutcome.of_rejected_file(
        delivery.agency_code, agency.name_th, delivery.file_name, checked.issues
    )


def _arrive(
    connection: Connection, submission: CheckedSubmission, delivered: _Delivered, province: Province
) -> _Arrival:
    period = submission.period
    period_id = ensure_period(connection, period, province.calendar.get(period.code), delivered.at)
    day = connection.scalars(select(dim_period.c.order_date).where(dim_period.c.period_id == period_id)).one()
    agency = _agency_before(connection, submission, period_id) or find_agency(
        connection, submission.agency_code, day
    )
    return _Arrival(submission, delivered, agency.agency_id, agency.name_th, period_id)


def _agency_before(connection: Connection, submission: CheckedSubmission, period_id: int) -> Row[Any] | None:
    """The agency's row that earlier versions are under: versions stay together if dates were mended since."""
    statement = (
        select(dim_agency)
        .join(ops_submission, ops_submission.c.agency_id == dim_agency.c.agency_id)
        .where(dim_agency.c.agency_code == submission.agency_code)
        .where(ops_submission.c.form_code == submission.form, ops_submission.c.period_id == period_id)
        .order_by(ops_submission.c.submission_id.desc())
    )
    return connection.execute(statement.limit(1)).first()


def _take(connection: Connection, arrival: _Arrival, *, links: bool) -> SubmissionOutcome:
    submission = arrival.submission
    versions = connection.execute(
        select(ops_submission).where(*_same_return(arrival)).order_by(ops_submission.c.version)
    ).all()
    for each in versions:
        if each.is_current and each.content_hash == submission.content_hash:
            if submission.status.is_loaded:
                # The sender has come back to what stands: whatever came between and waits is settled.
                _close(connection, arrival, _is_waiting_from_before(arrival))
            return arrival.outcome(Effect.EQUAL_CONTENT, each.version)
    delivered = arrival.delivered
    taken = version_taken_before(versions, delivered.delivery_id, submission, delivered.came_between_at)
    if taken is not None:
        effect = Effect.EQUAL_CONTENT if submission.status.is_loaded else Effect.NOT_LOADED
        return arrival.outcome(effect, taken.version)
    version = versions[-1].version + 1 if versions else 1
    if submission.status.is_loaded:
        _close(connection, arrival)
    _insert(connection, arrival, version, links=links)
    effect = Effect.NEW_VERSION if submission.status.is_loaded else Effect.NOT_LOADED
    return arrival.outcome(effect, version)


def _is_waiting_from_before(arrival: _Arrival) -> ColumnElement[bool]:
    return and_(~ops_submission.c.is_current, ops_submission.c.delivery_id < arrival.delivered.delivery_id)


def _same_return(arrival: _Arrival) -> tuple[Any, ...]:
    return (
        ops_submission.c.agency_id == arrival.agency_id,
        ops_submission.c.form_code == arrival.submission.form,
        ops_submission.c.period_id == arrival.period_id,
    )


def _close(connection: Connection, arrival: _Arrival, *which: ColumnElement[bool]) -> None:
    """Closes open versions: all, or those that also meet the conditions."""
    connection.execute(
        ops_submission.update()
        .where(*_same_return(arrival), ops_submission.c.closed_at.is_(None), *which)
        .values(is_current=False, status=Status.SUPERSEDED.value, closed_at=arrival.delivered.at)
    )


def _insert(connection: Connection, arrival: _Arrival, version: int, *, links: bool) -> None:
    submission = arrival.submission
    added = ops_submission.insert().values(_submission_values(arrival, version))
    submission_id = int(connection.scalar(added.returning(ops_submission.c.submission_id)) or 0)
    sheets = pd.DataFrame(
        {"sheet_number": list(submission.sheet_names), "sheet_name": list(submission.sheet_names.values())}
    )
    insert_frame(connection, ops_submission_sheet, sheets.assign(submission_id=submission_id))
    record_issues(connection, submission.issues, arrival.delivered.delivery_id, submission_id)
    set_aside = submission.set_aside.assign(submission_id=submission_id)
    insert_frame(connection, ops_set_aside_row, set_aside)
    if submission.status.is_loaded and not submission.rows.empty:
        school_ids = resolve_schools(connection, submission.rows, arrival.delivered.at, links=links)
        _insert_schools(connection, submission.rows, submission_id, school_ids)
        owner = {
            "submission_id": submission_id,
            "province_id": arrival.delivered.run.province_id,
            "period_id": arrival.period_id,
        }
        insert_facts(connection, submission.facts, owner, school_ids)


def _insert_schools(
    connection: Connection, rows: pd.DataFrame, submission_id: int, school_ids: dict[str, int]
) -> None:
    columns = ["school_code", "school_name", "source_sheet_number", "source_row"]
    schools = rows[columns].assign(
        school_id=rows["school_code"].astype("object").map(school_ids), submission_id=submission_id
    )
    in_key_order = schools.sort_values(["school_id", "source_sheet_number", "source_row"])
    insert_frame(connection, ops_submission_school, in_key_order.drop_duplicates("school_id"))


def _submission_values(arrival: _Arrival, version: int) -> dict[str, Any]:
    submission = arrival.submission
    counts = _issue_counts(submission)
    return {
        "agency_id": arrival.agency_id,
        "form_code": submission.form,
        "period_id": arrival.period_id,
        "version": version,
        "delivery_id": arrival.delivered.delivery_id,
        "run_id": arrival.delivered.run.run_id,
        "layout_code": submission.layout,
        "verdict": submission.status.value,
        "status": submission.status.value,
        "is_current": submission.status.is_loaded,
        "content_hash": submission.content_hash,
        "row_count": submission.row_count,
        "row_count_loaded": submission.row_count_loaded if submission.status.is_loaded else 0,
        "row_count_set_aside": submission.row_count_set_aside,
        "error_count": counts[Severity.ERROR],
        "query_count": counts[Severity.QUERY],
        "notice_count": counts[Severity.NOTICE],
        "loaded_at": arrival.delivered.at,
    }


def _issue_counts(submission: CheckedSubmission) -> Counter[Severity]:
    return Counter(issue.severity for issue in submission.issues)
