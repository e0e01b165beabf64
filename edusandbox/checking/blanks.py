"""What the version before had figures of and a new one leaves blank: asked about, never taken in silence."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from edusandbox.checking.fact_places import cells_of_facts
from edusandbox.checking.lost_figures import (
    Loss,
    LostOfSchool,
    RowCodes,
    lost_figures,
    schools_of,
)
from edusandbox.checking.partial_returns import keys_of_facts
from edusandbox.checking.register_checks import school_places, with_findings
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, StandingFigures, SubmissionKey
from schemas.catalogue import FORMS
from schemas.codes import code_rows
from schemas.fields import Code, Entity, Field, Identifier
from schemas.further_counts import further_counts
from schemas.issues import Finding, Place, listed

_MOST_TOLD_APART = 2
"""Where all schools that had a grade have lost it, and they are more than these, that is one cause."""


def ask_about_blanks(
    checked: Sequence[CheckedDelivery], current: Mapping[SubmissionKey, Sequence[StandingFigures]]
) -> list[CheckedDelivery]:
    """Asks about figures of the version before that a submission does not have (HI004).

    Schools that are gone are told of the file, a school that has lost a grade or a count at its row; a grade,
    a count of a grade, or a count of every grade that all schools have lost is told of the file.

    Args:
        checked: Deliveries that are about to be loaded, in order: a later one replaces one before it.
        current: The schools of the versions that are current now.

    Returns:
        The deliveries, with HI004 where figures are missing.
    """
    before: dict[SubmissionKey, Sequence[StandingFigures] | CheckedSubmission] = dict(current)
    asked = []
    for delivery in checked:
        submissions = []
        for submission in delivery.submissions:
            standing = before.get(submission.key, ())
            is_compared = submission.status.is_loaded and bool(FORMS[submission.form].kept_counts)
            if is_compared:
                before[submission.key] = submission
            submissions.append(_compared(submission, standing) if is_compared and standing else submission)
        asked.append(replace(delivery, submissions=tuple(submissions)))
    return asked


def ask_about_lost_tables(
    checked: Sequence[CheckedDelivery], before: Mapping[SubmissionKey, Mapping[str, float]]
) -> list[CheckedDelivery]:
    """Asks about counts of a form's other tables, norms beside posts, that are gone as a whole (HI004).

    Args:
        checked: Deliveries that are about to be loaded.
        before: What the tables of the current versions add up, by column.
    """
    asked = []
    for delivery in checked:
        found = [[*_lost_tables(each, before.get(each.key, {}))] for each in delivery.submissions]
        submissions = (
            with_findings(each, findings) if findings else each
            for each, findings in zip(delivery.submissions, found, strict=True)
        )
        asked.append(replace(delivery, submissions=tuple(submissions)))
    return asked


def _lost_tables(submission: CheckedSubmission, before: Mapping[str, float]) -> Iterator[Finding]:
    if not submission.status.is_loaded:
        return
    for table, columns in further_counts(FORMS[submission.form]).items():
        for name, label in columns.items():
            if before.get(name) and not submission.facts[table][name].notna().any():
                yield _finding(label.th, before[name])


def _compared(
    submission: CheckedSubmission, standing: Sequence[StandingFigures] | CheckedSubmission
) -> CheckedSubmission:
    schools = schools_of(standing) if isinstance(standing, CheckedSubmission) else standing
    lost = list(lost_figures(submission, schools))
    return with_findings(submission, _Questions(submission, schools, lost).findings()) if lost else submission


class _Questions:
    """What is asked about the losses of a submission's schools."""

    def __init__(
        self, submission: CheckedSubmission, before: Sequence[StandingFigures], lost: Sequence[LostOfSchool]
    ) -> None:
        self._submission = submission
        self._form = FORMS[submission.form]
        self._gone = [school for school in lost if school.position is None]
        self._there = [school for school in lost if school.position is not None]
        gone = {school.school.codes for school in self._gone}
        self._before = [school for school in before if school.codes not in gone]

    def findings(self) -> list[Finding]:
        """The questions: of the file first, then those at rows."""
        if self._form.entity is Entity.AGENCY:
            return [*self._of_agency()]
        findings = []
        asked: set[tuple[RowCodes | None, str]] = set()
        for (row_codes, field), schools in self._lost_everywhere().items():
            asked.add((row_codes, field))
            names = listed([school.school.label for school, _ in schools])
            total = sum(figure for _, figure in schools)
            findings.append(_finding(f"{self._words(row_codes, field)}: {names}", total))
        return findings + list(self._of_file()) + self._at_rows(asked)

    def _of_agency(self) -> Iterator[Finding]:
        """Rows that are gone are told of the file by what they counted, a count that is lost at its cell."""
        facts = self._submission.facts[self._form.keyed_table]
        there = {key[1:]: at for at, key in enumerate(keys_of_facts(self._form, facts))}
        gone: dict[str, list[Loss]] = defaultdict(list)
        lost = [loss for agency in (*self._gone, *self._there) for loss in agency.losses]
        for loss in lost:
            if loss.row_codes not in there:
                gone[loss.field].append(loss)
        for field, losses in gone.items():
            rows = [f"{self._words(loss.row_codes, '')} {_figure(loss.figure)}".strip() for loss in losses]
            words = f"{self._words(None, field)}: {listed(rows)}"
            whole = words if len(rows) > 1 else self._words(losses[0].row_codes, field)
            yield _finding(whole, sum(loss.figure for loss in losses))
        for loss in lost:
            if loss.row_codes in there:
                place = self._place(facts.iloc[[there[loss.row_codes]]], loss.field)
                yield replace(_finding(self._words(loss.row_codes, loss.field), loss.figure), place=place)

    def _place(self, fact: pd.DataFrame, field: str) -> Place:
        ((sheet, row, column),) = cells_of_facts(self._submission, self._form.keyed_table, fact, field)
        return Place(sheet=self._submission.sheet_names.get(sheet), row=row, column=column)

    def _lost_everywhere(self) -> dict[tuple[RowCodes | None, str], list[tuple[LostOfSchool, float]]]:
        """What all schools that are still there have lost, with what each had: one cause, one question.

        The key is a row and a count, without the row where a count is lost in every row of all schools.
        """
        of_field: dict[str, list[tuple[LostOfSchool, float]]] = defaultdict(list)
        of_row: dict[tuple[RowCodes, str], list[tuple[LostOfSchool, float]]] = defaultdict(list)
        for school in self._there:
            for field in dict.fromkeys(loss.field for loss in school.losses):
                own = [loss for loss in school.losses if loss.field == field]
                of_field[field].append((school, sum(loss.figure for loss in own)))
                for loss in own:
                    of_row[loss.row_codes, field].append((school, loss.figure))
        missing = Counter(field for school in self._there for _, field in school.missing)
        had = Counter(
            field
            for school in self._before
            for counts in school.counts.values()
            for field, figure in counts.items()
            if figure
        )
        # Of the form's figure each grade is told by itself, with what else is lost of it.
        whole = {
            field: schools
            for field, schools in of_field.items()
            if field != self._form.figure and _is_one_cause(schools, missing[field], had[field])
        }
        rows: dict[tuple[RowCodes | None, str], list[tuple[LostOfSchool, float]]] = {
            (row_codes, field): schools
            for (row_codes, field), schools in of_row.items()
            if field not in whole and _is_one_cause(schools, len(schools), self._having(row_codes, field))
        }
        return {**{(None, field): schools for field, schools in whole.items()}, **rows}

    def _having(self, row_codes: RowCodes, field: str) -> int:
        """How many schools that are still there had a count of a row."""
        fields = self._form.figure_parts if field == self._form.figure else (field,)
        counts = (school.counts.get(row_codes, {}) for school in self._before)
        return sum(any(own.get(name) for name in fields) for own in counts)

    def _of_file(self) -> Iterator[Finding]:
        """Schools that are gone: each by the form's figure or, where it had none, by another count."""
        of_kind: dict[str, list[tuple[str, float]]] = defaultdict(list)
        for school in self._gone:
            field, losses = next(iter(self._by_kind(school.losses).items()))
            of_kind[field].append((school.school.label, sum(loss.figure for loss in losses)))
        for field, schools in of_kind.items():
            words = self._words(None, field)
            names = listed([f"{name} {_figure(total)}" for name, total in schools])
            yield _finding(f"{words}: {names}" if words else names, sum(total for _, total in schools))

    def _at_rows(self, asked: Collection[tuple[RowCodes | None, str]]) -> list[Finding]:
        questions = []
        for school in self._there:
            left = [
                loss
                for loss in school.losses
                if (None, loss.field) not in asked and (loss.row_codes, loss.field) not in asked
            ]
            questions += [(school, losses) for losses in self._by_kind(left).values()]
        questions.sort(key=lambda pair: pair[0].position or 0)
        positions = [school.position for school, _ in questions if school.position is not None]
        findings = []
        for (school, losses), place in zip(
            questions, school_places(self._submission, positions), strict=True
        ):
            words = listed(list(filter(None, (self._words(loss.row_codes, loss.field) for loss in losses))))
            total = sum(loss.figure for loss in losses)
            findings.append(replace(_finding(f"{school.school.label} {words}".rstrip(), total), place=place))
        return findings

    def _by_kind(self, losses: Sequence[Loss]) -> dict[str, list[Loss]]:
        """Losses by what they may be added up with: the form's figure with its parts, then other counts."""
        of_kind: dict[str, list[Loss]] = defaultdict(list)
        for loss in losses:
            is_of_figure = loss.field == self._form.figure or loss.field in self._form.figure_parts
            of_kind[self._form.figure or "" if is_of_figure else loss.field].append(loss)
        return dict(sorted(of_kind.items(), key=lambda pair: pair[0] != self._form.figure))

    def _words(self, row_codes: RowCodes | None, field: str) -> str:
        """What people call a row and its count: `ป.1`, `ป.1 ชาย`, `ห้องเรียน`; '' for no count."""
        fields = (self._form.by_name[name] for name in self._form.further_key)
        names = [] if row_codes is None else map(_name, fields, row_codes)
        label = [] if field in {self._form.figure, ""} else [self._form.labels[field].th]
        return " ".join([*names, *label])


def _is_one_cause(schools: Sequence[object], missing: int, had: int) -> bool:
    return len(schools) > _MOST_TOLD_APART and missing == had


def _finding(lost: str, total: float) -> Finding:
    return Finding("HI004", params={"lost": lost, "total": _figure(total)})


def _figure(figure: float) -> str:
    """A figure for a sentence: a whole number without its point, an amount with satang."""
    return f"{figure:,.2f}".removesuffix(".00")


def _name(field: Field, code: str) -> str:
    """What people call a code of a list, and one of no list: `โครงการ 5001-01`."""
    if isinstance(field, Code):
        known = code_rows(field.code_list)
        return next(row["name_th"] for row in known if row[f"{field.code_list}_code"] == code)
    noun = field.noun.th if isinstance(field, Identifier) and field.noun else ""
    return f"{noun} {code}".strip()
