"""Compares returns with each other once a run has loaded them: nobody is left out of a sum without a word.

What is found depends on other senders and on registers, so it comes and goes without a new version of the
return. It is kept with the current version, and told to whoever has handed in.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, Engine

from edusandbox.outcomes import LeftOut, SubmissionOutcome
from edusandbox.run.attempts import Attempt, attempt_each
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, verdict
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.standing_issues import VersionKey, agencies_told, keep_standing_issues
from edusandbox.warehouse.load.submission_rows import severity_counts
from edusandbox.warehouse.marts.elsewhere import (
    ReturnSide,
    SchoolElsewhere,
    agencies_that_share,
    periods_of_returns,
    returns_without_figures,
    schools_elsewhere,
)
from schemas.catalogue import FORMS, REGISTERS
from schemas.fields import Bilingual
from schemas.issues import Finding, Issue, Place, Severity, listed
from schemas.rules import describe_all

STANDING_RULES = frozenset({"CR001", "CR002", "CR003", "CR004"})
"""What is said of returns beside each other."""
_ENTRIES = Bilingual("รายการ", "entries")
"""What a return has of its schools where its form counts nothing."""
Told = tuple[VersionKey, tuple[Issue, ...]]


def compare_returns(handed_in: Sequence[SubmissionOutcome], engine: Engine) -> Attempt[Told]:
    """Finds out whose schools count elsewhere since a run, and keeps it with the returns that it is about.

    A register may say something new of any period, another return of its own.

    Args:
        handed_in: What became of the run's submissions.
        engine: The warehouse.

    Returns:
        What is said now of the current versions that were looked at; a period that failed is named.
    """
    returns = [(each.agency_code, each.form, each.period) for each in handed_in if each.form and each.period]
    agencies = {agency for agency, _, _ in returns}
    periods = {period for _, _, period in returns}
    if any(form in REGISTERS for _, form, _ in returns):
        with engine.connect() as connection:
            periods |= set(periods_of_returns(connection))

    def compare(period: str) -> list[Told]:
        with writing(engine) as connection:
            return _compare(connection, period, agencies)

    attempt = attempt_each(sorted(periods), lambda period: f"Returns of {period} beside each other", compare)
    return Attempt([told for of_period in attempt.results for told in of_period], attempt.failed)


def _compare(connection: Connection, period: str, handed_in: Collection[str]) -> list[Told]:
    asked = {*handed_in, *agencies_told(connection, STANDING_RULES, period)}
    sharing = agencies_that_share(connection, period, asked)
    agencies = asked | sharing
    elsewhere = schools_elsewhere(connection, period, sharing)
    findings = _findings(elsewhere, returns_without_figures(connection, period, agencies))
    issues = {key: describe_all(of_return) for key, of_return in findings.items()}
    said = keep_standing_issues(connection, issues, STANDING_RULES, period, agencies)
    return [(key, tuple(of_version)) for key, of_version in said.items()]


def left_out(connection: Connection, period: str, agencies: Collection[str] | None) -> tuple[LeftOut, ...]:
    """What a period's sums by agency lack though a return reports it, or have from another agency's return.

    Args:
        connection: To a warehouse that has its views.
        period: Period code.
        agencies: Codes of those asked about; None for all.
    """
    sharing = agencies_that_share(connection, period, agencies)
    return tuple(
        LeftOut(
            form=first.form,
            part=first.part,
            period=first.period,
            agency_code=first.left.agency_code,
            agency_name_th=first.left.agency_name_th,
            heard_agency_code=first.heard.agency_code,
            heard_agency_name_th=first.heard.agency_name_th,
            counted_agency_code=first.counted_code,
            counted_agency_name_th=first.counted_name_th,
            schools=tuple(_label(each.left) for each in schools),
            figures=FORMS[first.form].figure_sum(_figure(schools)),
        )
        for schools in _by_returns(schools_elsewhere(connection, period, sharing))
        if (first := schools[0])
        and (agencies is None or {first.left.agency_code, first.counted_code} & set(agencies))
    )


def _findings(
    elsewhere: Sequence[SchoolElsewhere], without_figures: Iterable[int]
) -> Mapping[int, list[Finding]]:
    """What is to be said of submissions, by their keys."""
    findings: dict[int, list[Finding]] = defaultdict(list)
    for schools in _by_returns(elsewhere):
        first = schools[0]
        provides_schools = first.form in REGISTERS
        if first.is_left_out:
            rule = "CR003" if provides_schools else "CR001"
            findings[first.left.submission_id].append(
                _finding(rule, [each.left for each in schools], schools)
            )
            findings[first.heard.submission_id].append(
                _finding(rule, [each.heard for each in schools], schools)
            )
        elif not provides_schools:
            findings[first.left.submission_id].append(
                _finding("CR004", [each.left for each in schools], schools)
            )
    for submission_id in sorted({*without_figures, *_left_out_as_a_whole(elsewhere)}):
        findings[submission_id].append(Finding("CR002"))
    return findings


def _left_out_as_a_whole(elsewhere: Iterable[SchoolElsewhere]) -> set[int]:
    """Keys of the submissions of which not one school is heard."""
    left = Counter(
        each.left.submission_id
        for each in elsewhere
        if each.is_left_out and (each.figure is not None or FORMS[each.form].figure is None)
    )
    return {
        each.left.submission_id for each in elsewhere if left[each.left.submission_id] == each.school_count
    }


def _by_returns(elsewhere: Iterable[SchoolElsewhere]) -> list[list[SchoolElsewhere]]:
    """Schools of which the same is to be said: of the same two returns, counting for the same agency."""
    groups: dict[tuple[int, int, str], list[SchoolElsewhere]] = defaultdict(list)
    for each in elsewhere:
        groups[each.left.submission_id, each.heard.submission_id, each.counted_code].append(each)
    return list(groups.values())


def _finding(rule: str, told: Sequence[ReturnSide], schools: Sequence[SchoolElsewhere]) -> Finding:
    """What is said to one side of it: at the school, or of the file where there are several."""
    first = schools[0]
    amount = FORMS[first.form].amount(_figure(schools)) or _ENTRIES
    is_left = told[0].submission_id == first.left.submission_id
    params: dict[str, str | int] = {
        "left": first.left.agency_name_th,
        "heard": first.heard.agency_name_th if first.is_left_out else first.counted_name_th,
        "other": first.heard.agency_name_th if is_left else first.left.agency_name_th,
        "schools": listed([_label(each) for each in told]),
        "school_count": len(schools),
        "figure_th": amount.th,
        "figure_en": amount.en,
    }
    return Finding(rule, told[0].place if len(told) == 1 else Place(), params)


def _label(side: ReturnSide) -> str:
    name, code = side.place.school_name, side.place.school_code
    return f"{name} ({code})" if name else str(code)


def _figure(schools: Iterable[SchoolElsewhere]) -> float:
    return sum(each.figure or 0 for each in schools)


def with_told(
    outcomes: Sequence[tuple[Delivery, SubmissionOutcome]],
    checked: Mapping[Delivery, CheckedDelivery],
    told: Mapping[VersionKey, Sequence[Issue]],
) -> tuple[list[tuple[Delivery, SubmissionOutcome]], dict[Delivery, CheckedDelivery]]:
    """A run's outcomes and deliveries with what is said of them beside other returns.

    Args:
        outcomes: What became of each submission.
        checked: The deliveries with their issues.
        told: What `compare_returns` gave.
    """
    results, deliveries = [], dict(checked)
    for delivery, outcome in outcomes:
        key = (outcome.agency_code, outcome.form or "", outcome.part, outcome.period or "")
        issues = told.get((key, outcome.version or 0))
        if issues is None:
            results.append((delivery, outcome))
            continue
        whole = deliveries[delivery]
        parts = [_with_told(each, issues) if each.key == key else each for each in whole.submissions]
        deliveries[delivery] = replace(whole, submissions=tuple(parts))
        (own,) = (each for each in parts if each.key == key)
        counts = severity_counts(own)
        results.append((delivery, replace(outcome, status=own.status, query_count=counts[Severity.QUERY])))
    return results, deliveries


def _with_told(submission: CheckedSubmission, issues: Sequence[Issue]) -> CheckedSubmission:
    own = tuple(each for each in submission.issues if each.code not in STANDING_RULES)
    together = own + tuple(issues)
    if not submission.status.is_loaded or not len(submission.rows):
        return replace(submission, issues=together)
    return replace(submission, issues=together, status=verdict(together, len(submission.rows)))
