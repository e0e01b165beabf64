"""What the version before had figures of and a new one leaves blank: asked about, never taken in silence."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

import pandas as pd

from edusandbox.checking.parts import figure_marks, keyed_facts
from edusandbox.checking.settling import school_places, with_findings
from edusandbox.issues import Finding, listed
from edusandbox.schemas.catalogue import FORMS
from edusandbox.schemas.codes import code_rows, spellings
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, StandingSchool, SubmissionKey
from edusandbox.transforms.text import normalise_header

_RowCodes = tuple[str, ...]
"""What tells the rows of one school apart: the code of its grade."""
_MOST_TOLD_APART = 2
"""Where all schools that had a grade have lost it, and they are more than these, that is one cause."""


@dataclass(frozen=True, slots=True)
class _Lost:
    """A school with figures that are blank now.

    Attributes:
        school: The school as the version before has it.
        figures: The figures, none of them 0.
        position: Its first row in the new version; None where the school is gone.
    """

    school: StandingSchool
    figures: Mapping[_RowCodes, int]
    position: int | None


def ask_about_blanks(
    checked: Sequence[CheckedDelivery], current: Mapping[SubmissionKey, Sequence[StandingSchool]]
) -> list[CheckedDelivery]:
    """Asks about figures of the version before that a submission leaves blank (HI004).

    Schools that are gone are told of the file, a school that has lost a grade at its row, a grade that all
    schools have lost of the file. A figure of 0 is no loss; a hidden figure is none, and what stands in a row
    that an error has set aside is told by that error.

    Args:
        checked: Deliveries that are about to be loaded, in order: a later one replaces one before it.
        current: The schools of the versions that are current now.

    Returns:
        The deliveries, with HI004 where figures are missing.
    """
    before: dict[SubmissionKey, Sequence[StandingSchool] | CheckedSubmission] = dict(current)
    asked = []
    for delivery in checked:
        submissions = []
        for submission in delivery.submissions:
            standing = before.get(submission.key, ())
            is_compared = submission.status.is_loaded and FORMS[submission.form].figure is not None
            if is_compared:
                before[submission.key] = submission
            submissions.append(_compared(submission, standing) if is_compared and standing else submission)
        asked.append(replace(delivery, submissions=tuple(submissions)))
    return asked


def _compared(
    submission: CheckedSubmission, standing: Sequence[StandingSchool] | CheckedSubmission
) -> CheckedSubmission:
    schools = _schools_of(standing) if isinstance(standing, CheckedSubmission) else standing
    lost = list(_lost(submission, schools))
    return with_findings(submission, _findings(submission, schools, lost)) if lost else submission


def _schools_of(submission: CheckedSubmission) -> list[StandingSchool]:
    """The schools of a version that is not in the warehouse yet, as the warehouse would tell them."""
    facts, form = keyed_facts(submission), FORMS[submission.form]
    names = dict(zip(submission.rows["school_code"], submission.rows["school_name"], strict=True))
    sums = facts[[*form.figure_parts]].sum(axis=1, min_count=1)
    sums = sums.groupby([facts[name] for name in form.row_key], observed=True).sum(min_count=1).dropna()
    figures: dict[str, dict[_RowCodes, int | None]] = defaultdict(dict)
    for (code, *row_codes), total in zip(sums.index, sums, strict=True):
        figures[code][tuple(row_codes)] = int(total)
    return [
        StandingSchool((code,), None if pd.isna(names[code]) else names[code], of_school)
        for code, of_school in figures.items()
    ]


def _lost(submission: CheckedSubmission, before: Sequence[StandingSchool]) -> Iterator[_Lost]:
    facts, form = keyed_facts(submission), FORMS[submission.form]
    is_told = facts[[*form.figure_parts]].notna().any(axis=1)
    is_told |= (figure_marks(form, facts) == "c").any(axis=1)
    told = frozenset(facts.loc[is_told, [*form.row_key]].itertuples(index=False, name=None))
    aside = _set_aside(submission)
    positions = {code: number for number, code in reversed(list(enumerate(submission.rows["school_code"])))}
    for school in before:
        position = next((positions[code] for code in school.codes if code in positions), None)
        in_error = [aside[name] for name in (*school.codes, school.name) if name in aside]
        if in_error and position is None:
            continue
        figures = {
            row_codes: figure
            for row_codes, figure in school.figures.items()
            if figure
            and not any((code, *row_codes) in told for code in school.codes)
            and not any(typed.issuperset(row_codes) for typed in in_error)
        }
        if figures:
            yield _Lost(school, figures, position)


def _set_aside(submission: CheckedSubmission) -> dict[str | None, set[str]]:
    """Codes of grades that are typed in rows set aside, by the school's code and by its name."""
    typed: dict[str | None, set[str]] = defaultdict(set)
    aside = submission.set_aside
    known = _codes_by_text(submission.form)
    for code, name, content in zip(aside["school_code"], aside["school_name"], aside["content"], strict=True):
        texts = map(normalise_header, json.loads(content).values())
        codes = {known[text] for text in texts if text in known}
        for each in (code, name):
            if not pd.isna(each):
                typed[each] |= codes
    return typed


@cache
def _codes_by_text(form: str) -> Mapping[str, str]:
    return {
        normalise_header(text): code for name in _code_lists(form) for text, code in spellings(name).items()
    }


def _code_lists(form: str) -> list[str]:
    return [field.removesuffix("_code") for field in FORMS[form].row_key if field != "school_code"]


def _findings(
    submission: CheckedSubmission, before: Sequence[StandingSchool], lost: Sequence[_Lost]
) -> list[Finding]:
    gone = [each for each in lost if each.position is None]
    there = [each for each in lost if each.position is not None]
    everywhere = _lost_everywhere(before, gone, there)
    findings = [_told_of_all(submission.form, codes, schools) for codes, schools in everywhere.items()]
    if gone:
        findings.append(_told_of_file(gone))
    return findings + _told_at_rows(submission, there, everywhere.keys())


def _lost_everywhere(
    before: Sequence[StandingSchool], gone: Sequence[_Lost], there: Sequence[_Lost]
) -> dict[_RowCodes, list[_Lost]]:
    """What all schools that are still there have lost, and these schools."""
    by_codes: dict[_RowCodes, list[_Lost]] = defaultdict(list)
    for each in there:
        for row_codes in each.figures:
            by_codes[row_codes].append(each)
    are_gone = {each.school.codes for each in gone}
    having = [each.figures for each in before if each.codes not in are_gone]
    return {
        row_codes: schools
        for row_codes, schools in by_codes.items()
        if _MOST_TOLD_APART < len(schools) == sum(bool(figures.get(row_codes)) for figures in having)
    }


def _told_of_all(form: str, row_codes: _RowCodes, schools: Sequence[_Lost]) -> Finding:
    names = listed([each.school.label for each in schools])
    return _finding(f"{_words(form, row_codes)}: {names}", sum(each.figures[row_codes] for each in schools))


def _told_of_file(gone: Sequence[_Lost]) -> Finding:
    totals = [sum(each.figures.values()) for each in gone]
    names = listed([f"{each.school.label} {total:,}" for each, total in zip(gone, totals, strict=True)])
    return _finding(names, sum(totals))


def _told_at_rows(
    submission: CheckedSubmission, there: Sequence[_Lost], told: Collection[_RowCodes]
) -> list[Finding]:
    left = [
        replace(each, figures={codes: figure for codes, figure in each.figures.items() if codes not in told})
        for each in there
    ]
    left = sorted((each for each in left if each.figures), key=lambda each: each.position or 0)
    places = school_places(submission, [each.position for each in left if each.position is not None])
    findings = []
    for each, place in zip(left, places, strict=True):
        rows = [_words(submission.form, codes) for codes in each.figures]
        names = f"{each.school.label} {listed([name for name in rows if name])}".rstrip()
        findings.append(replace(_finding(names, sum(each.figures.values())), place=place))
    return findings


def _finding(lost: str, total: int) -> Finding:
    return Finding("HI004", params={"lost": lost, "total": total})


def _words(form: str, row_codes: _RowCodes) -> str:
    """What people call what tells rows apart: `ป.1`."""
    return " ".join(_name(*pair) for pair in zip(_code_lists(form), row_codes, strict=True))


def _name(code_list: str, code: str) -> str:
    return next(row["name_th"] for row in code_rows(code_list) if row[f"{code_list}_code"] == code)
