"""The flow `consolidate`: agencies' deliveries in, one provincial warehouse out.

Fetch and check in parallel, load serially, registers first because the other forms are checked against
them. A delivery that fails never stops the others; the run's state says what a person has to do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from prefect import flow, runtime
from prefect.artifacts import create_markdown_artifact
from prefect.client.schemas import State
from prefect.futures import PrefectFuture
from prefect.states import Completed, Failed
from sqlalchemy import Engine

from edusandbox.checking import CheckContext
from edusandbox.checking.parts import Key, RowKeys, hold_parts, submission_key
from edusandbox.checking.references import SchoolReferences
from edusandbox.checking.settling import hold_shrunk, settle, without_facts
from edusandbox.flows.grouping import GROUPS_PER_WORKER, balanced_groups, in_chunks
from edusandbox.flows.progress import announce, hand_over
from edusandbox.flows.runners import task_runner
from edusandbox.flows.tasks import (
    Attempt,
    R,
    check_group,
    fetch_agencies,
    load_deliveries,
    mark_group,
    remove_personal_data,
)
from edusandbox.outcomes import RunReport, SubmissionOutcome
from edusandbox.reports.returning import MarkOrder
from edusandbox.reports.summary import run_markdown, run_message, run_state_name
from edusandbox.run_request import RunRequest, request_run
from edusandbox.schemas.catalogue import FORMS
from edusandbox.settings import Settings
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.deliveries import previously_delivered, removed_digests
from edusandbox.warehouse.dimensions import sync_province
from edusandbox.warehouse.engine import open_warehouse, redacted_url, writing
from edusandbox.warehouse.marts import create_warehouse
from edusandbox.warehouse.queries import agency_totals
from edusandbox.warehouse.references import current_row_counts, current_row_keys, school_references
from edusandbox.warehouse.runs import RunContext, RunState, finish_run, start_run
from edusandbox.workers import worker_pool


def _run_name() -> str:
    given = runtime.flow_run.parameters
    folder = given["province_folder"]
    request = request_run(
        Settings(), province_folder=Path(folder) if folder else None, period=given["period"]
    )
    return f"{request.province.name_en} {request.period.code}"


@flow(name="consolidate", flow_run_name=_run_name, task_runner=task_runner(Settings()))
def consolidate(
    province_folder: str | None = None,
    period: str | None = None,
    agencies: list[str] | None = None,
    forms: list[str] | None = None,
    force: bool = False,  # noqa: FBT001, FBT002 - Prefect shows it as a switch
) -> State[Any]:
    """Brings what agencies have sent into the provincial warehouse.

    Args:
        province_folder: The province's folder; the settings' if not given.
        period: Period of deliveries that state none, e.g. 2563-1; the calendar's open one if not given.
        agencies: Agency codes; all if not given.
        forms: Form codes: only files that hold one of them are taken; all if not given.
        force: Take files again whose bytes are known, and accept versions unlike the current one.

    Returns:
        A state whose name and message say the outcome.
    """
    settings = Settings()
    request = request_run(
        settings,
        province_folder=Path(province_folder) if province_folder else None,
        period=period,
        agencies=agencies or (),
        forms=forms or (),
        force=force,
    )
    engine = open_warehouse(settings.warehouse_url)
    try:
        with worker_pool(settings):
            report = _Consolidation(request, engine).run()
    finally:
        engine.dispose()
    create_markdown_artifact(run_markdown(report), key="consolidation", description=run_message(report))
    hand_over(report)
    state = Failed if report.failed else Completed
    return state(name=run_state_name(report), message=run_message(report))


class _Consolidation:
    """One run; its methods are the stages, in order."""

    def __init__(self, request: RunRequest, engine: Engine) -> None:
        self._request = request
        self._engine = engine
        self._failed: list[tuple[str, str]] = []
        self._outcomes: list[tuple[Delivery, SubmissionOutcome]] = []
        self._checked: list[CheckedDelivery] = []

    def run(self) -> RunReport:
        request = self._request
        create_warehouse(self._engine)
        with writing(self._engine) as connection:
            sync_province(connection, request.province)
        run = start_run(
            self._engine,
            province_code=request.province.code,
            period=request.period.code,
            flow_run_name=runtime.flow_run.name,
            config_hash=request.config_hash,
        )
        state = RunState.FAILED
        try:
            unchanged = self._consolidate(run)
            state = RunState.FAILED if self._failed else RunState.COMPLETED
        finally:
            finish_run(self._engine, run, state)
        return self._report(unchanged)

    def _consolidate(self, run: RunContext) -> int:
        """Runs the stages; returns how many files were known already."""
        deliveries = self._fetch()
        fresh = self._without_known(deliveries)
        checked = self._wanted(self._check(fresh, self._request.context))
        registers = [_only(each, registers=True) for each in checked]
        others = [_only(each, registers=False) for each in checked]
        mixed = [
            register.delivery
            for register, other in zip(registers, others, strict=True)
            if register.submissions and other.submissions
        ]
        self._load([each for each in registers if each.submissions], run, unfinished=mixed)
        done = {each.delivery for each in registers if each.submissions} - set(mixed)
        self._load(self._settle([each for each in others if each.delivery not in done]), run)
        self._mark()
        self._remove_personal_data()
        return len(deliveries) - len(fresh)

    def _fetch(self) -> list[Delivery]:
        request = self._request
        chunks = in_chunks(request.agencies, request.settings.worker_count * GROUPS_PER_WORKER)
        not_kept: frozenset[str] = frozenset()
        if not request.is_forced:
            with self._engine.connect() as connection:
                not_kept = removed_digests(connection)
        futures = [fetch_agencies.submit(chunk, request, not_kept) for chunk in chunks]
        fetched = self._collect("Fetching", futures, [[each.name_th for each in chunk] for chunk in chunks])
        self._checked += [rejected for each in fetched for rejected in each.oversized]
        self._outcomes += [
            (rejected.delivery, self._rejection(rejected)) for each in fetched for rejected in each.oversized
        ]
        return [delivery for each in fetched for delivery in each.deliveries]

    def _without_known(self, deliveries: Sequence[Delivery]) -> list[Delivery]:
        if self._request.is_forced:
            return list(deliveries)
        with self._engine.connect() as connection:
            known = previously_delivered(connection)
        return [each for each in deliveries if (each.agency_code, each.sha256) not in known]

    def _check(self, deliveries: Sequence[Delivery], context: CheckContext) -> list[CheckedDelivery]:
        """Checks in parallel; results come back in the order in which the files were fetched."""
        settings = self._request.settings
        groups = balanced_groups(deliveries, settings.worker_count)
        futures = [check_group.submit(group, settings.landing_url, context) for group in groups]
        names = [[f"{each.agency_code}/{each.path}" for each in group] for group in groups]
        order = {(each.agency_code, each.path): number for number, each in enumerate(deliveries)}
        checked = self._collect("Checking", futures, names)
        return sorted(checked, key=lambda each: order[each.delivery.agency_code, each.delivery.path])

    def _wanted(self, checked: Sequence[CheckedDelivery]) -> list[CheckedDelivery]:
        """Leaves files without any form asked for to a later run, untouched and unrecorded."""
        forms = self._request.forms
        return [each for each in checked if not forms or any(held.form in forms for held in each.submissions)]

    def _settle(self, checked: Sequence[CheckedDelivery]) -> list[CheckedDelivery]:
        """Compares with the registers, which are in the warehouse now; checks again what they set aside."""
        with self._engine.connect() as connection:
            references = SchoolReferences(school_references(connection))
        settled = [(each, settle(each, references, self._request.province)) for each in checked]
        again = [each.delivery for each, result in settled if result is None]
        context = replace(self._request.context, references=references)
        checked_again = self._check(again, context) if again else []
        rechecked = {each.delivery: _only(each, registers=False) for each in checked_again}
        results = [result or rechecked.get(each.delivery) for each, result in settled]
        return [result for result in results if result is not None]

    def _load(
        self, checked: Sequence[CheckedDelivery], run: RunContext, unfinished: Sequence[Delivery] = ()
    ) -> None:
        if not checked:
            return
        # A person may accept a version unlike the current one, but of files of one run that share nothing
        # none may wipe out another.
        counts: Mapping[Key, int] = {}
        keys: Mapping[Key, RowKeys] = {}
        if not self._request.is_forced:
            coming = {submission_key(held) for each in checked for held in each.submissions}
            with self._engine.connect() as connection:
                counts = current_row_counts(connection)
                keys = current_row_keys(connection, coming & counts.keys())
        checked = [hold_shrunk(each, counts) for each in hold_parts(checked, keys)]
        # Called, not submitted: a connection to the warehouse goes to no other process or machine.
        attempt = load_deliveries(checked, self._engine, self._request, run, unfinished)
        self._failed += attempt.failed
        for loaded in attempt.results:
            self._outcomes += [(loaded.checked.delivery, outcome) for outcome in loaded.outcomes]
            self._remember(without_facts(loaded.checked))

    def _remember(self, checked: CheckedDelivery) -> None:
        """Keeps what was found in a delivery for its marked workbook; its parts come together again."""
        earlier = [each for each in self._checked if each.delivery == checked.delivery]
        self._checked = [each for each in self._checked if each.delivery != checked.delivery]
        parts = tuple(submission for each in earlier for submission in each.submissions)
        self._checked.append(replace(checked, submissions=parts + checked.submissions))

    def _mark(self) -> None:
        request = self._request
        orders = [
            MarkOrder(
                each,
                request.agency_name_th(each.delivery.agency_code),
                request.folder_url(each.delivery.agency_code),
                request.settings.limits,
            )
            for each in self._checked
            if each.all_issues
        ]
        chunks = in_chunks(orders, request.settings.worker_count * GROUPS_PER_WORKER)
        now = datetime.now(UTC)
        futures = [mark_group.submit(chunk, request.settings.landing_url, now) for chunk in chunks]
        names = [[order.checked.delivery.path for order in chunk] for chunk in chunks]
        marked = dict(self._collect("Writing marked workbooks", futures, names))
        self._outcomes = [
            (delivery, outcome.with_marked_file(marked[delivery]) if delivery in marked else outcome)
            for delivery, outcome in self._outcomes
        ]

    def _remove_personal_data(self) -> None:
        """Removes the bytes of files with personal data, once their senders have been told."""
        if self._request.province.keeps_personal_data:
            return
        told = {delivery for delivery, outcome in self._outcomes if outcome.marked_file is not None}
        found = [each.delivery for each in self._checked if each.has_personal_data and each.delivery in told]
        if found:
            landing_url = self._request.settings.landing_url
            attempt = remove_personal_data(found, landing_url, self._engine, datetime.now(UTC))
            self._failed += attempt.failed

    def _collect(
        self, stage: str, futures: Sequence[PrefectFuture[Attempt[R]]], names: Sequence[Sequence[str]]
    ) -> list[R]:
        """Waits for tasks; what a lost task was to do is reported as failed, by name."""
        results: list[R] = []
        for done, (future, members) in enumerate(zip(futures, names, strict=True), start=1):
            future.wait()
            announce(stage, done, len(futures))
            if future.state.is_completed():
                attempt = future.result()
                results += attempt.results
                self._failed += attempt.failed
            else:
                self._failed += [(name, future.state.message or "the task was lost") for name in members]
        return results

    def _rejection(self, rejected: CheckedDelivery) -> SubmissionOutcome:
        delivery = rejected.delivery
        return SubmissionOutcome.of_rejected_file(
            delivery.agency_code,
            self._request.agency_name_th(delivery.agency_code),
            delivery.file_name,
            rejected.all_issues,
        )

    def _report(self, unchanged_file_count: int) -> RunReport:
        with self._engine.connect() as connection:
            totals = agency_totals(connection, self._request.period.code)
        outcomes = [outcome for _, outcome in self._outcomes]
        return RunReport(
            province_name_th=self._request.province.name_th,
            period=self._request.period.code,
            warehouse=redacted_url(self._request.settings.warehouse_url),
            outcomes=tuple(sorted(outcomes, key=_outcome_order)),
            unchanged_file_count=unchanged_file_count,
            failed=tuple(self._failed),
            totals=totals,
        )


def _only(checked: CheckedDelivery, *, registers: bool) -> CheckedDelivery:
    """The part of a delivery that says which schools there are, or the part that is checked against it."""
    part = [each for each in checked.submissions if FORMS[each.form].provides_schools is registers]
    return replace(checked, submissions=tuple(part))


def _outcome_order(outcome: SubmissionOutcome) -> tuple[str, str, str, str]:
    return (outcome.agency_code, outcome.form or "", outcome.period or "", outcome.file_name)
