"""Figures of the version before that a new one does not have: of which school, in which rows, of what."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import compress

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.checking.fact_places import cells_of_facts
from edusandbox.checking.partial_returns import keys_of_facts
from edusandbox.submissions import NO_SCHOOL, CheckedSubmission, StandingFigures
from schemas.catalogue import FORMS
from schemas.codes import spellings
from schemas.fact_rows import NO_SUCH_CELL
from schemas.fields import Code
from schemas.form import Form
from schemas.text import normalise_header
from transforms.cells.code_text import read_code

RowCodes = tuple[str, ...]
"""What tells the rows of one school apart: the code of its grade."""
_ASKED_AT_CELLS = frozenset({"VA012", "VA103"})
"""Rules that ask about a cell without a figure already."""
_ASKED_AT_ROWS = "RO007"
"""The rule that asks about a row of which no table counts a part of a total."""
_HIDDEN = "c"
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loss:
    """A count of one row of a school that had a figure and has none now.

    Attributes:
        row_codes: The row.
        field: The count; the form's figure where all that it is made of is missing, and then the row's other
            counts are missing for the same cause.
        figure: What the version before had, never 0.
    """

    row_codes: RowCodes
    field: str
    figure: float


@dataclass(frozen=True, slots=True)
class LostOfSchool:
    """What a school had figures of and has none now.

    Attributes:
        school: The school as the version before has it.
        losses: What is missing, each cause once.
        missing: Every count that is missing, by row and field.
        position: The school's first row in the new version; None where the school is gone.
    """

    school: StandingFigures
    losses: tuple[Loss, ...]
    missing: Collection[tuple[RowCodes, str]]
    position: int | None


def schools_of(submission: CheckedSubmission) -> list[StandingFigures]:
    """The schools of a version that is not in the warehouse yet, as the warehouse would tell them."""
    form = FORMS[submission.form]
    facts, fields = submission.facts[form.keyed_table], form.kept_counts
    names = dict(zip(_schools(submission), submission.rows["school_name"], strict=True))
    has_cell = [_has_cell(form, facts, field).tolist() for field in fields]
    figures = [facts[field].astype("object").where(facts[field].notna(), None).tolist() for field in fields]
    of_schools: dict[str, dict[RowCodes, dict[str, float | None]]] = defaultdict(dict)
    for position, (code, *row_codes) in enumerate(keys_of_facts(form, facts)):
        of_schools[code][tuple(row_codes)] = {
            field: figures[number][position]
            for number, field in enumerate(fields)
            if has_cell[number][position]
        }
    return [
        StandingFigures((code,), None if pd.isna(names[code]) else names[code], of_school)
        for code, of_school in of_schools.items()
    ]


def lost_figures(submission: CheckedSubmission, before: Sequence[StandingFigures]) -> Iterator[LostOfSchool]:
    """Finds what the schools of the version before have lost.

    A figure of 0 is no loss. A star is none either, unless it hides one part of a total whose other parts
    still stand. What stands in a row that an error has set aside is told by that error, and a cell that is
    asked about already is not asked about again.
    """
    form = FORMS[submission.form]
    spoken = _Spoken.by(submission)
    aside = _set_aside(submission)
    positions = {code: number for number, code in reversed(list(enumerate(_schools(submission))))}
    for school in before:
        position = next((positions[code] for code in school.codes if code in positions), None)
        in_error = [aside[name] for name in (*school.codes, school.name) if name in aside]
        if in_error and position is None:
            continue
        losses: list[Loss] = []
        missing: list[tuple[RowCodes, str]] = []
        for row_codes, counts in school.counts.items():
            if any(typed.issuperset(row_codes) for typed in in_error):
                continue
            now = spoken.fields_of((code, *row_codes) for code in school.codes)
            gone = {field: figure for field, figure in counts.items() if figure and field not in now}
            missing += [(row_codes, field) for field in gone]
            losses += _losses(form, row_codes, gone, now)
        if losses:
            yield LostOfSchool(school, tuple(losses), frozenset(missing), position)


def _losses(form: Form, row_codes: RowCodes, gone: Mapping[str, float], now: Collection[str]) -> list[Loss]:
    of_figure = [gone[part] for part in form.figure_parts if part in gone]
    if form.figure and of_figure and not any(part in now for part in form.figure_parts):
        return [Loss(row_codes, form.figure, sum(of_figure))]
    return [Loss(row_codes, field, figure) for field, figure in gone.items()]


@dataclass(frozen=True, slots=True)
class _Spoken:
    """Of which counts a version speaks: it has a figure, hides it, or somebody is asked about it already.

    Attributes:
        whole: Rows of which it tells every count.
        partly: The counts that it tells of the other rows.
        fields: All counts.
    """

    whole: frozenset[_Key]
    partly: Mapping[_Key, frozenset[str]]
    fields: frozenset[str]

    @classmethod
    def by(cls, submission: CheckedSubmission) -> "_Spoken":
        form = FORMS[submission.form]
        facts, fields = submission.facts[form.keyed_table], form.kept_counts
        spoken = np.array([_is_spoken_of(submission, facts, field) for field in fields]).reshape(
            len(fields), -1
        )
        keys = keys_of_facts(form, facts)
        is_whole = np.logical_and.reduce(spoken, axis=0)
        rest = np.flatnonzero(~is_whole).tolist()
        partly = {keys[row]: frozenset(compress(fields, spoken[:, row].tolist())) for row in rest}
        return cls(frozenset(compress(keys, is_whole.tolist())), partly, frozenset(fields))

    def fields_of(self, keys: Iterator[_Key]) -> frozenset[str]:
        """The counts that are told of a row, under any of its school's codes."""
        own = [*keys]
        if any(key in self.whole for key in own):
            return self.fields
        return frozenset[str]().union(*(self.partly.get(key, ()) for key in own))


def _schools(submission: CheckedSubmission) -> list[str]:
    """The school of each row; `NO_SCHOOL` of rows about an agency."""
    codes: list[str] = submission.rows["school_code"].fillna(NO_SCHOOL).tolist()
    return codes


def _has_cell(form: Form, facts: pd.DataFrame, field: str) -> "pd.Series[bool]":
    """Which facts the sender's table has a cell for."""
    marks = _marks(form, facts, field)
    return pd.Series(data=True, index=facts.index) if marks is None else marks != NO_SUCH_CELL


def _marks(form: Form, facts: pd.DataFrame, field: str) -> "pd.Series[str] | None":
    """Why values of a field are missing; None where its facts have no marks."""
    name = form.mark_columns.get(field)
    return None if name is None else facts[name]


def _is_spoken_of(submission: CheckedSubmission, facts: pd.DataFrame, field: str) -> NDArray[np.bool]:
    form = FORMS[submission.form]
    marks = _marks(form, facts, field)
    has_figure = facts[field].notna().to_numpy()
    if marks is None:
        return has_figure
    is_hidden = (marks == _HIDDEN).to_numpy()
    beside = [part for parts in form.made_of.values() if field in parts for part in parts if part != field]
    if beside:
        is_hidden = is_hidden & ~facts[beside].notna().any(axis=1).to_numpy()
    return has_figure | is_hidden | _is_asked_about(submission, facts, field, is_part=bool(beside))


def _is_asked_about(
    submission: CheckedSubmission, facts: pd.DataFrame, field: str, *, is_part: bool
) -> NDArray[np.bool]:
    """Which facts have no figure in a cell, or a row, about which the version is asked already."""
    cells = {
        (issue.place.sheet, row, issue.place.column)
        for issue in submission.issues
        if issue.code in _ASKED_AT_CELLS
        for row in issue.place.all_rows
    }
    rows = {
        (issue.place.sheet, row)
        for issue in submission.issues
        if issue.code == _ASKED_AT_ROWS and is_part
        for row in issue.place.all_rows
    }
    asked = np.zeros(len(facts), dtype=bool)
    if not (cells or rows):
        return asked
    positions = np.flatnonzero(facts[field].isna().to_numpy())
    own = facts.iloc[positions]
    names = submission.sheet_names
    own_rows = zip(own["source_sheet_number"].tolist(), own["source_row"].tolist(), strict=True)
    found = cells_of_facts(submission, FORMS[submission.form].keyed_table, own, field)
    asked[positions] = [
        (names.get(number), row) in rows or (names.get(sheet), *cell) in cells
        for (number, row), (sheet, *cell) in zip(own_rows, found, strict=True)
    ]
    return asked


def _set_aside(submission: CheckedSubmission) -> dict[str | None, set[str]]:
    """Codes of grades that are typed in rows set aside, by the school's code and by its name."""
    typed: dict[str | None, set[str]] = defaultdict(set)
    aside = submission.set_aside
    known = _codes_by_text(submission.form)
    for code, name, content in zip(aside["school_code"], aside["school_name"], aside["content"], strict=True):
        cells = json.loads(content).values()
        texts = map(normalise_header, cells)
        codes = {known[text] for text in texts if text in known}
        if FORMS[submission.form].identified:
            codes |= {read_code(text).text for text in cells}
        for label in (NO_SCHOOL if pd.isna(code) else code, name):
            if not pd.isna(label):
                typed[label] |= codes
    return typed


@cache
def _codes_by_text(form: str) -> Mapping[str, str]:
    return {
        normalise_header(text): code
        for field in map(FORMS[form].by_name.get, FORMS[form].further_key)
        if isinstance(field, Code)
        for text, code in spellings(field.code_list).items()
    }
