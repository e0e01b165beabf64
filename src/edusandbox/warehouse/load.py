"""Loading a checked delivery: a new version in and the old one closed, in one transaction a submission."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pandas as pd
from sqlalchemy import ColumnElement, Connection, Engine, Row, and_, select

from edusandbox.issues import Severity
from edusandbox.outcomes import Effect, SubmissionOutcome
from edusandbox.sources.registry import Province
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Status
from edusandbox.warehouse.bulk import insert_frame
from edusandbox.warehouse.deliveries import complete_delivery, record_delivery, record_issues
from edusandbox.warehouse.dimension_tables import dim_agency, dim_period
from edusandbox.warehouse.dimensions import ensure_period, find_agency
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.fact_rows import insert_facts
from edusandbox.warehouse.operation_tables import (
    ops_set_aside_row,
    ops_submission,
    ops_submission_school,
    ops_submission_sheet,
)
from edusandbox.warehouse.runs import RunContext
from edusandbox.warehouse.schools import resolve_schools


@dataclass(frozen=True, slots=True)
class _Arrival:
    """A submission at the warehouse's door, with the keys of everything that it belongs to."""

    submission: CheckedSubmission
    file_name: str
    delivery_id: int
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
            file_name=self.file_name,
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
    engine: Engine,
    checked: CheckedDelivery,
    *,
    province: Province,
    run: RunContext,
    provides_schools: Collection[str],
    is_whole: bool = True,
) -> tuple[SubmissionOutcome, ...]:
    """Brings a delivery into the warehouse.

    Each submission is one transaction: all of it is there afterwards, or nothing. If one raises, those
    before it stay, and the delivery is not among `previously_delivered`, so that the next run takes it
    again; what is there already is not loaded a second time.

    Args:
        engine: The warehouse, made ready by `create_warehouse` and `sync_province`.
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
    if not checked.submissions:
        return (_record_empty(engine, checked, run),)
    outcomes = []
    last = len(checked.submissions) - 1
    for position, submission in enumerate(checked.submissions):
        with writing(engine) as connection:
            delivery_id = record_delivery(connection, checked.delivery, run)
            arrival = _arrive(connection, submission, checked, delivery_id, province)
            outcomes.append(_take(connection, arrival, links=submission.form in provides_schools))
            if position == last and is_whole:
                complete_delivery(connection, delivery_id, checked.status, checked.issues)
    return tuple(outcomes)


def _record_empty(engine: Engine, checked: CheckedDelivery, run: RunContext) -> SubmissionOutcome:
    delivery = checked.delivery
    with writing(engine) as connection:
        delivery_id = record_delivery(connection, delivery, run)
        complete_delivery(connection, delivery_id, checked.status, checked.issues)
        agency = find_agency(connection, delivery.agency_code, delivery.received_at.date())
    return SubmissionOutcome.of_rejected_file(
        delivery.agency_code, agency.name_th, delivery.file_name, checked.issues
    )


def _arrive(
    connection: Connection,
    submission: CheckedSubmission,
    checked: CheckedDelivery,
    delivery_id: int,
    province: Province,
) -> _Arrival:
    period = submission.period
    period_id = ensure_period(connection, period, province.calendar.get(period.code))
    day = connection.scalars(select(dim_period.c.order_date).where(dim_period.c.period_id == period_id)).one()
    agency = _agency_before(connection, submission, period_id) or find_agency(
        connection, submission.agency_code, day
    )
    return _Arrival(
        submission, checked.delivery.file_name, delivery_id, agency.agency_id, agency.name_th, period_id
    )


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
    for each in versions:
        if _is_same_reading(each, arrival):
            effect = Effect.EQUAL_CONTENT if submission.status.is_loaded else Effect.NOT_LOADED
            return arrival.outcome(effect, each.version)
    version = versions[-1].version + 1 if versions else 1
    if submission.status.is_loaded:
        _close(connection, arrival)
    _insert(connection, arrival, version, links=links)
    effect = Effect.NEW_VERSION if submission.status.is_loaded else Effect.NOT_LOADED
    return arrival.outcome(effect, version)


def _is_waiting_from_before(arrival: _Arrival) -> ColumnElement[bool]:
    return and_(~ops_submission.c.is_current, ops_submission.c.delivery_id < arrival.delivery_id)


def _is_same_reading(version: Row[Any], arrival: _Arrival) -> bool:
    """Whether a version came of this very file: then it was loaded by another run, or before a failure.

    A different verdict on the same file is another reading: somebody decided, or a rule was changed.
    """
    submission = arrival.submission
    return bool(
        version.delivery_id == arrival.delivery_id
        and version.content_hash == submission.content_hash
        and version.verdict == submission.status.value
    )


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
        .values(is_current=False, status=Status.SUPERSEDED.value, closed_at=datetime.now(UTC))
    )


def _insert(connection: Connection, arrival: _Arrival, version: int, *, links: bool) -> None:
    submission = arrival.submission
    added = ops_submission.insert().values(_submission_values(arrival, version))
    submission_id = int(connection.scalar(added.returning(ops_submission.c.submission_id)) or 0)
    sheets = pd.DataFrame(
        {"sheet_number": list(submission.sheet_names), "sheet_name": list(submission.sheet_names.values())}
    )
    insert_frame(connection, ops_submission_sheet, sheets.assign(submission_id=submission_id))
    record_issues(connection, submission.issues, arrival.delivery_id, submission_id)
    set_aside = submission.set_aside.assign(submission_id=submission_id)
    insert_frame(connection, ops_set_aside_row, set_aside)
    if submission.status.is_loaded and not submission.rows.empty:
        school_ids = resolve_schools(connection, submission.rows, links=links)
        _insert_schools(connection, submission.rows, submission_id, school_ids)
        insert_facts(connection, submission.facts, submission_id, school_ids)


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
        "delivery_id": arrival.delivery_id,
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
        "loaded_at": datetime.now(UTC),
    }


def _issue_counts(submission: CheckedSubmission) -> Counter[Severity]:
    return Counter(issue.severity for issue in submission.issues)
