"""Last look at a checked delivery before it is loaded: against the registers, against its current version."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial

import pandas as pd

from edusandbox.checking.attribution import period_start
from edusandbox.checking.folding import told_once
from edusandbox.checking.references import SchoolReferences, reference_findings
from edusandbox.sources.registry import Province
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Status, SubmissionKey, verdict
from schemas.catalogue import FORMS
from schemas.fields import Entity
from schemas.issues import Finding, Place
from schemas.rules import describe_all, is_error

_SHRUNK_SHARE = 0.5
"""A new version with fewer than this share of the current one's rows is most likely a part of a return."""


def settle(
    checked: CheckedDelivery, references: SchoolReferences, province: Province
) -> CheckedDelivery | None:
    """Compares a delivery that was checked without references with the schools that are known now.

    Returns:
        The delivery with what the registers say against it; None where they set rows aside, so that it
        has to be checked again with the references in hand.
    """
    submissions = []
    for submission in checked.submissions:
        findings = told_once(_findings(submission, references, province), submission.row_count)
        if any(is_error(finding) for finding in findings):
            return None
        submissions.append(with_findings(submission, findings))
    return replace(checked, submissions=tuple(submissions))


def hold_shrunk(checked: CheckedDelivery, current_row_counts: Mapping[SubmissionKey, int]) -> CheckedDelivery:
    """Holds submissions that would replace a current version by less than half of its rows.

    Args:
        checked: The delivery.
        current_row_counts: Loaded rows of the current version by agency, form, part and period code; of forms
            about agencies their facts.
    """
    return replace(
        checked, submissions=tuple(_hold_shrunk(each, current_row_counts) for each in checked.submissions)
    )


def hold(checked: CheckedDelivery, finding: Finding) -> CheckedDelivery:
    """Holds every submission of a delivery, with the finding as the reason."""
    return replace(checked, submissions=tuple(held(each, finding) for each in checked.submissions))


def without_facts(checked: CheckedDelivery) -> CheckedDelivery:
    """The delivery without its facts and their sums, for handing on to where only the issues matter."""
    without = tuple(replace(each, facts={}, sums={}) for each in checked.submissions)
    return replace(checked, submissions=without)


def _hold_shrunk(
    submission: CheckedSubmission, current_row_counts: Mapping[SubmissionKey, int]
) -> CheckedSubmission:
    current, new = current_row_counts.get(submission.key, 0), _row_count(submission)
    if not submission.status.is_loaded or new >= current * _SHRUNK_SHARE:
        return submission
    return held(submission, Finding("HI001", params={"new": new, "old": current}))


def _row_count(submission: CheckedSubmission) -> int:
    """Rows that are loaded; of an agency the facts, for a wide table is one row of them all."""
    form = FORMS[submission.form]
    is_of_schools = form.entity is Entity.SCHOOL
    return submission.row_count_loaded if is_of_schools else len(submission.facts[form.keyed_table])


def held(submission: CheckedSubmission, *findings: Finding) -> CheckedSubmission:
    """The submission, held, with the findings as the reason."""
    return replace(
        submission,
        status=Status.HELD,
        issues=describe_all(findings, FORMS[submission.form].words) + submission.issues,
    )


def _findings(
    submission: CheckedSubmission, references: SchoolReferences, province: Province
) -> Iterator[Finding]:
    if not (FORMS[submission.form].asks_registers and submission.status.is_loaded):
        return
    day = period_start(province, submission.period.code)
    known = references.as_of(day)
    if submission.agency_code not in known.agencies:
        yield Finding("RE005")
    yield from reference_findings(
        submission.rows,
        partial(school_places, submission),
        submission.agency_code,
        known,
        province.agency_names(day),
    )


def school_places(submission: CheckedSubmission, positions: list[int]) -> Iterator[Place]:
    """The cells with the school's code of some rows of a submission, by their positions in `rows`."""
    rows = submission.rows.iloc[positions]
    for sheet_number, row, code, name in zip(
        rows["source_sheet_number"], rows["source_row"], rows["school_code"], rows["school_name"], strict=True
    ):
        column, header = submission.key_columns.get(sheet_number, (None, None))
        yield Place(
            sheet=submission.sheet_names.get(sheet_number),
            row=int(row),
            column=column,
            header=header,
            value=code,
            school_code=code,
            school_name=None if pd.isna(name) else name,
        )


def with_findings(submission: CheckedSubmission, findings: Iterable[Finding]) -> CheckedSubmission:
    """The submission with further findings and the verdict that these leave; a held one stays as it is."""
    if not submission.status.is_loaded:
        return submission
    issues = submission.issues + describe_all(findings, FORMS[submission.form].words)
    return replace(submission, issues=issues, status=verdict(issues, len(submission.rows)))
