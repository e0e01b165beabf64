"""One run: agencies' deliveries in, one provincial warehouse out.

Fetch and check in parallel, load serially, registers first because the other forms are checked against
them. A delivery that fails never stops the others. A run may be killed at any moment: the next one takes
up what was not loaded, and answers whoever was not answered.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import Engine

from edusandbox.checking.context import CheckContext
from edusandbox.checking.references import SchoolReferences
from edusandbox.checking.register_checks import settle, without_facts
from edusandbox.outcomes import AgencyTotal, LeftOut, RunReport, SubmissionOutcome
from edusandbox.run.comparing import compare_returns, left_out, with_told
from edusandbox.run.feedback import answer_senders, remove_bytes, with_personal_data
from edusandbox.run.grouping import GROUPS_PER_WORKER, balanced_groups, in_chunks
from edusandbox.run.progress import Progress
from edusandbox.run.request import RunRequest
from edusandbox.run.step_runners import StepRunner
from edusandbox.run.steps import (
    check_group,
    fetch_agencies,
    load_deliveries,
    path_of,
)
from edusandbox.sources.landing import LandingStore
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.engine import redacted_url, writing
from edusandbox.warehouse.load.deliveries import DeliveryLog, read_delivery_log, record_arrivals
from edusandbox.warehouse.load.dimensions import read_agencies, sync_province
from edusandbox.warehouse.load.references import school_references
from edusandbox.warehouse.load.run_lock import among_living_runs
from edusandbox.warehouse.load.runs import FlowRun, RunContext, RunState, finish_run, start_run
from edusandbox.warehouse.marts.queries import agency_totals
from edusandbox.warehouse.schema import create_warehouse
from schemas.catalogue import FORMS

_LONGEST_WRITE = timedelta(hours=1)


def consolidate(
    request: RunRequest, engine: Engine, steps: StepRunner, flow_run: FlowRun | None = None
) -> RunReport:
    """Brings what agencies have sent into the provincial warehouse.

    Args:
        request: What to do.
        engine: The warehouse, as `open_warehouse` gives it; it is made ready.
        steps: Where the steps run. In a `worker_pool` what reads files does not wait for processes.
        flow_run: Prefect's own record of the run, if there is one.

    Returns:
        What became of every delivery.

    Raises:
        WarehouseError: The warehouse was made by another release.
    """
    return _Consolidation(request, engine, steps).run(flow_run)


class _Consolidation:
    """One run; its methods are the stages, in order."""

    def __init__(self, request: RunRequest, engine: Engine, steps: StepRunner) -> None:
        self._request = request
        self._engine = engine
        self._steps = Progress(steps)
        self._outcomes: list[tuple[Delivery, SubmissionOutcome]] = []
        self._checked: dict[Delivery, CheckedDelivery] = {}
        self._overtaken: set[Delivery] = set()

    def run(self, flow_run: FlowRun | None) -> RunReport:
        request = self._request
        create_warehouse(self._engine)
        with writing(self._engine) as connection:
            sync_province(connection, request.province, datetime.now(UTC), today=request.today)
        with among_living_runs(self._engine):
            run = start_run(
                self._engine,
                province_code=request.province.code,
                period=request.period.code,
                config_hash=request.config_hash,
                flow_run=flow_run,
                today=request.today,
            )
            state = RunState.FAILED
            try:
                unchanged_file_count = self._consolidate(run)
                state = RunState.FAILED if self._steps.failed else RunState.COMPLETED
            finally:
                finish_run(self._engine, run, state)
        return self._report(unchanged_file_count)

    def _consolidate(self, run: RunContext) -> int:
        """Runs the stages; returns how many files were known already."""
        log = self._read_log()
        deliveries = self._fetch(log)
        known = [each for each in deliveries if log.is_known(each)]
        fresh = [each for each in deliveries if not log.is_known(each)]
        self._note_new_places(known, log, run)
        self._remove_again(known, fresh, log)
        fresh_checked = self._check(fresh, self._request.context)
        checked = self._wanted(fresh_checked)
        self._clear_away(fresh_checked, checked)
        registers = [_only(each, registers=True) for each in checked]
        others = [_only(each, registers=False) for each in checked]
        mixed = [
            register.delivery
            for register, other in zip(registers, others, strict=True)
            if register.submissions and other.submissions
        ]
        loaded = self._load([each for each in registers if each.submissions], run, unfinished=mixed)
        only_registers = {each.delivery for each in registers if each.submissions} - set(mixed)
        rest = self._settle([each for each in others if each.delivery not in only_registers])
        # Without its register such a delivery is not done with; the next run takes it again.
        halves = set(mixed) - loaded
        loaded = (loaded - set(mixed)) | (self._load(rest, run, unfinished=halves) - halves)
        self._compare_returns()
        self._tell_senders(loaded)
        self._forgive_what_others_did(deliveries)
        return len(known)

    def _read_log(self) -> DeliveryLog:
        if self._request.is_forced:
            return DeliveryLog()
        with self._engine.connect() as connection:
            return read_delivery_log(connection, self._request.asked_agencies)

    def _fetch(self, log: DeliveryLog) -> list[Delivery]:
        request = self._request
        LandingStore(request.settings.landing_url).remove_unfinished(datetime.now(UTC) - _LONGEST_WRITE)
        chunks = in_chunks(request.agencies, request.settings.worker_count * GROUPS_PER_WORKER)
        calls = [(chunk, request, log.of_removed) for chunk in chunks]
        names = [[each.name_th for each in chunk] for chunk in chunks]
        fetched = self._steps.run_each("Fetching", fetch_agencies, calls, names)
        oversized = [rejected for each in fetched for rejected in each.oversized]
        self._checked |= {each.delivery: each for each in oversized}
        self._outcomes += [(each.delivery, self._rejection(each)) for each in oversized]
        return [delivery for each in fetched for delivery in each.deliveries]

    def _note_new_places(self, known: Sequence[Delivery], log: DeliveryLog, run: RunContext) -> None:
        """Notes known files that came to another place: what comes there next is compared with them."""
        moved = [each for each in known if log.newest.get((each.agency_code, each.path)) != each.sha256]
        if moved:
            with writing(self._engine) as connection:
                record_arrivals(connection, moved, run, datetime.now(UTC), read_agencies(connection))

    def _remove_again(self, known: Sequence[Delivery], fresh: Sequence[Delivery], log: DeliveryLog) -> None:
        """Removes bytes that a run put back which was killed, or overtaken by another one."""
        landing = LandingStore(self._request.settings.landing_url)
        needed = {each.sha256 for each in fresh}
        for sha256 in {each.sha256 for each in known} & log.removed - needed:
            landing.remove(sha256)

    def _check(self, deliveries: Sequence[Delivery], context: CheckContext) -> list[CheckedDelivery]:
        """Checks in parallel; results come back in the order in which the files were fetched."""
        settings = self._request.settings
        groups = balanced_groups(deliveries, settings.worker_count)
        calls = [(group, settings.landing_url, context) for group in groups]
        names = [[path_of(each) for each in group] for group in groups]
        checked = self._steps.run_each("Checking", check_group, calls, names)
        order = {each: number for number, each in enumerate(deliveries)}
        return sorted(checked, key=lambda each: order[each.delivery])

    def _wanted(self, checked: Sequence[CheckedDelivery]) -> list[CheckedDelivery]:
        """Leaves files without any form asked for to a later run, untouched and unrecorded."""
        forms = self._request.forms
        return [each for each in checked if not forms or any(held.form in forms for held in each.submissions)]

    def _clear_away(self, checked: Sequence[CheckedDelivery], wanted: Sequence[CheckedDelivery]) -> None:
        """Removes the bytes of files left aside that may not be kept; who takes them fetches them again."""
        taken = {each.delivery.sha256 for each in wanted}
        left = [each for each in checked if each.delivery.sha256 not in taken]
        remove_bytes(with_personal_data(left, self._request), self._steps, self._request, self._engine)

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
        self, checked: Sequence[CheckedDelivery], run: RunContext, unfinished: Collection[Delivery] = ()
    ) -> set[Delivery]:
        """Loads deliveries; returns those that are loaded."""
        if not checked:
            return set()
        parts = [self._after_other_parts(each) for each in checked]
        # Here, not elsewhere: a connection to the warehouse goes to no other process or machine.
        loaded = self._steps.run_here(
            load_deliveries, parts, self._engine, self._request, run, unfinished, self._steps.announce
        )
        self._overtaken |= {each.checked.delivery for each in loaded if not each.outcomes}
        taken = [each for each in loaded if each.outcomes]
        for each in taken:
            self._outcomes += [(each.checked.delivery, outcome) for outcome in each.outcomes]
            self._remember(without_facts(each.checked))
        return {each.checked.delivery for each in taken}

    def _after_other_parts(self, checked: CheckedDelivery) -> CheckedDelivery:
        """The delivery with the verdicts on what of it was loaded before: they are verdicts on the file."""
        before = self._checked.get(checked.delivery)
        verdicts = tuple(each.status for each in before.submissions) if before else ()
        return replace(checked, verdicts_before=verdicts)

    def _remember(self, checked: CheckedDelivery) -> None:
        """Keeps what was found in a delivery for its marked workbook; its parts come together again."""
        earlier = self._checked.pop(checked.delivery, None)
        parts = earlier.submissions if earlier else ()
        whole = replace(checked, submissions=parts + checked.submissions, verdicts_before=())
        self._checked[checked.delivery] = whole

    def _compare_returns(self) -> None:
        """Adds what is to be said of the run's returns beside those of others."""
        handed_in = [outcome for _, outcome in self._outcomes]
        told = self._steps.run_here(compare_returns, handed_in, self._engine)
        self._outcomes, self._checked = with_told(self._outcomes, self._checked, dict(told))

    def _tell_senders(self, loaded: Collection[Delivery]) -> None:
        # Whoever took the other half of a delivery tells its sender about both.
        checked = [each for each in self._checked.values() if each.delivery not in self._overtaken]
        marked = answer_senders(checked, loaded, self._steps, self._request, self._engine)
        self._outcomes = [
            (delivery, outcome.with_marked_file(marked[delivery]) if delivery in marked else outcome)
            for delivery, outcome in self._outcomes
        ]

    def _forgive_what_others_did(self, deliveries: Sequence[Delivery]) -> None:
        """Another run may have done with a file meanwhile, and have taken its bytes from under this one."""
        if self._steps.failed:
            log = self._read_log()
            done = {path_of(each) for each in deliveries if log.is_known(each)}
            self._steps.failed = [each for each in self._steps.failed if each[0] not in done]

    def _rejection(self, rejected: CheckedDelivery) -> SubmissionOutcome:
        delivery = rejected.delivery
        return SubmissionOutcome.of_rejected_file(
            delivery.agency_code,
            self._request.agency_name_th(delivery.agency_code),
            delivery.file_name,
            rejected.all_issues,
        )

    def _report(self, unchanged_file_count: int) -> RunReport:
        outcomes = [outcome for _, outcome in self._outcomes]
        asked = self._request.asked_agencies
        whose = None if asked is None else asked | {each.agency_code for each in outcomes}
        totals: list[AgencyTotal] = []
        not_in_them: list[LeftOut] = []
        with self._engine.connect() as connection:
            for period in self._reported_periods(outcomes):
                of_period = agency_totals(connection, period, whose)
                totals += of_period
                not_in_them += left_out(connection, period, whose) if of_period else ()
        return RunReport(
            province_name_th=self._request.province.name_th,
            period=self._request.period.code,
            warehouse=redacted_url(self._request.settings.warehouse_url),
            outcomes=tuple(sorted(outcomes, key=_outcome_order)),
            unchanged_file_count=unchanged_file_count,
            failed=tuple(self._steps.failed),
            totals=tuple(totals),
            left_out=tuple(not_in_them),
        )

    def _reported_periods(self, outcomes: Iterable[SubmissionOutcome]) -> list[str]:
        """The period asked for, and those of the run's returns of forms that are sent for other kinds."""
        asked = self._request.period
        others = {
            outcome.period
            for outcome in outcomes
            if outcome.form and outcome.period and asked.kind not in FORMS[outcome.form].period_kinds
        }
        return list(dict.fromkeys([asked.code, *sorted(others)]))


def _only(checked: CheckedDelivery, *, registers: bool) -> CheckedDelivery:
    """The part of a delivery that says which schools there are, or the part that is checked against it."""
    part = [each for each in checked.submissions if FORMS[each.form].provides_schools is registers]
    return replace(checked, submissions=tuple(part))


def _outcome_order(outcome: SubmissionOutcome) -> tuple[str, ...]:
    return (outcome.agency_code, outcome.form or "", outcome.part, outcome.period or "", outcome.file_name)
