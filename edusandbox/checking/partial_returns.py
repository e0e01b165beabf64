"""Files that look like the parts of one return: they say nothing about each other's schools and grades."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from edusandbox.checking.fact_places import schools_of_facts
from edusandbox.checking.register_checks import held, with_findings
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, StandingFigures, SubmissionKey
from schemas.catalogue import FORMS
from schemas.fact_rows import NO_SUCH_CELL
from schemas.form import Form
from schemas.issues import Finding

RowKeys = frozenset[tuple[str, ...]]
_Said = tuple[int, str | None, RowKeys]
"""Who speaks of what: a delivery's position and file name, or the current version, which has no name."""


def row_keys(submission: CheckedSubmission) -> RowKeys:
    """What a submission speaks of: schools, or schools and grades, as its form keys its rows."""
    return frozenset(keys_of_facts(FORMS[submission.form], keyed_facts(submission)))


def keys_of_facts(form: Form, facts: pd.DataFrame) -> list[tuple[str, ...]]:
    """The school of each fact, `NO_SCHOOL` where facts are about an agency, and what else its row is of."""
    return list(
        zip(schools_of_facts(facts), *(facts[name].tolist() for name in form.further_key), strict=True)
    )


def keyed_facts(submission: CheckedSubmission) -> pd.DataFrame:
    """A submission's facts that are keyed as its rows are and have a cell for the form's figure.

    A sheet of classrooms alone says nothing of pupils: it would replace what it does not speak of.
    """
    form = FORMS[submission.form]
    facts = submission.facts[form.keyed_table]
    marks = figure_marks(form, facts)
    return facts if marks.empty else facts[(marks != NO_SUCH_CELL).any(axis=1)]


def figure_marks(form: Form, facts: pd.DataFrame) -> pd.DataFrame:
    """The marks beside a form's figure or its parts; no columns where its facts have no marks."""
    names = (form.mark_columns.get(part) for part in form.figure_parts)
    return facts[[name for name in names if name in facts.columns]]


def row_keys_of(form: Form, schools: Iterable[StandingFigures]) -> RowKeys:
    """What a current version speaks of, each school under every code that it has."""
    return frozenset(
        (code, *row_codes)
        for school in schools
        for row_codes, counts in school.counts.items()
        if not form.figure_parts or any(part in counts for part in form.figure_parts)
        for code in school.codes
    )


def hold_parts(
    checked: Sequence[CheckedDelivery], current: Mapping[SubmissionKey, RowKeys]
) -> list[CheckedDelivery]:
    """Holds submissions that would replace another one of which they repeat nothing.

    A new version speaks of the same schools and grades as the one before. A file that shares none with it
    is most likely a part of the return (a district, a level) and would wipe the other part out.

    Args:
        checked: Deliveries that are about to be loaded, in order.
        current: Row keys of the versions that are current now.

    Returns:
        The deliveries, with HI002 (other files) or HI003 (the current version) on each that is held.
    """
    coming: dict[SubmissionKey, list[tuple[int, str, CheckedSubmission]]] = defaultdict(list)
    for position, each in enumerate(checked):
        for submission in each.submissions:
            if submission.status.is_loaded:
                coming[submission.key].append((position, each.delivery.file_name, submission))
    said: dict[SubmissionKey, list[_Said]] = {}
    for key, parts in coming.items():
        # Most returns come alone: then what they speak of need not be gathered.
        if len(parts) > 1 or key in current:
            said[key] = [(position, name, row_keys(each)) for position, name, each in parts]
            said[key] += [(len(checked), None, current[key])] if key in current else []
    return [_without_parts(position, each, said) for position, each in enumerate(checked)]


def tell_of_later_ones(checked: Sequence[CheckedDelivery]) -> list[CheckedDelivery]:
    """Says of each submission that a later file of the run replaces at once that it does (HI005).

    Args:
        checked: Deliveries that are about to be loaded, in order. Of one that is taken once more it may be
            said already.
    """
    later: dict[SubmissionKey, tuple[str, str]] = {}
    told = []
    for each in reversed(checked):
        submissions = []
        for submission in each.submissions:
            path, content_hash = later.get(submission.key, ("", submission.content_hash))
            if submission.status.is_loaded:
                later.setdefault(submission.key, (each.delivery.path, submission.content_hash))
            is_told = any(issue.code == "HI005" for issue in submission.issues)
            is_replaced = content_hash != submission.content_hash and not is_told
            finding = [Finding("HI005", params={"other": path})] if is_replaced else []
            submissions.append(with_findings(submission, finding) if finding else submission)
        told.append(replace(each, submissions=tuple(submissions)))
    return told[::-1]


def _without_parts(
    position: int, checked: CheckedDelivery, said: Mapping[SubmissionKey, Sequence[_Said]]
) -> CheckedDelivery:
    submissions = []
    for submission in checked.submissions:
        findings = _apart(position, said.get(submission.key, ()))
        is_part = submission.status.is_loaded and bool(findings)
        submissions.append(held(submission, *findings) if is_part else submission)
    return replace(checked, submissions=tuple(submissions))


def _apart(position: int, said: Collection[_Said]) -> list[Finding]:
    """What is said of a file that speaks of other schools and grades than others."""
    own = next((keys for number, _, keys in said if number == position), frozenset())
    others = [name for number, name, keys in said if number != position and keys and own.isdisjoint(keys)]
    names = [name for name in others if name is not None]
    findings = [Finding("HI002", params={"other": ", ".join(names)})] if names else []
    return findings + ([Finding("HI003")] if None in others else [])
