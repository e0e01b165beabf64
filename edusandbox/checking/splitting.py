"""Splits what was checked together into submissions: one for each delivery, agency, period and part."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.checking.fact_places import cell_sources, column_map, column_places
from edusandbox.checking.folding import told_once
from edusandbox.checking.form_sheet import FAULTY, PERIOD, SHEET, SUBMISSION_KEY, FormSheet
from edusandbox.checking.zeros import only_zeros
from edusandbox.submissions import CheckedSubmission, Status, verdict
from schemas.fact_rows import SUBMISSION_NUMBER, FactRows
from schemas.form import Form
from schemas.issues import Finding, Severity
from schemas.periods import Period
from schemas.rules import describe_all, is_error
from schemas.school_codes import school_code_schemes

_SOURCE = ["source_sheet_number", "source_row"]
_SET_ASIDE = [*_SOURCE, "school_code", "school_name"]


def split_submissions(
    form: Form, frame: pd.DataFrame, facts: Mapping[str, FactRows], sheets: Sequence[FormSheet]
) -> Iterator[tuple[int, CheckedSubmission]]:
    """Makes the submissions of a form.

    Args:
        form: The form.
        frame: Sheet frame of the group with the columns of `form_sheet` and `submission_number`.
        facts: Valid facts of the group, indexed as `frame`.
        sheets: The form's tables.

    Yields:
        The position of the delivery in the group, and the submission.
    """
    # What costs the same for many rows as for few is done once, for all submissions.
    numbers = frame[SUBMISSION_NUMBER].to_numpy()
    rows = _kept_rows(form, frame, numbers)
    said = {
        **{name: _Split(each.frame, numbers[each.frame.index.to_numpy()]) for name, each in facts.items()},
        "rows": _Split(rows, numbers[rows.index.to_numpy()]),
        "set_aside": _set_aside_rows(form, frame, numbers, sheets),
    }
    findings = _findings_by_submission(form, frame, numbers, sheets)
    sheet_numbers = frame[SHEET].groupby(numbers).unique()
    for number, key in enumerate(frame.groupby([*SUBMISSION_KEY], sort=True).size().index):
        position, agency, period, part = cast("tuple[int, str, str, str]", key)
        own_sheets = [sheets[each] for each in sheet_numbers[number]]
        own_facts = {name: each.take(said[name].positions(number)) for name, each in facts.items()}
        own_tables = {name: table.part(number) for name, table in said.items()}
        builder = _Builder(form, own_sheets, findings[number], own_tables, own_facts)
        yield position, builder.build(agency, period, part)


class _Part(NamedTuple):
    """What a submission says in one table: rows, and a digest of each whatever its place in the file."""

    rows: pd.DataFrame
    hashes: NDArray[np.uint64]


class _Split:
    """A table of a group of deliveries, taken apart by the number of the submission."""

    def __init__(self, table: pd.DataFrame, numbers: NDArray[np.integer]) -> None:
        self._order = np.argsort(numbers, kind="stable")
        self._table = table.iloc[self._order]
        self._hashes = row_hashes(self._table)
        self._numbers = numbers[self._order]

    def part(self, number: int) -> _Part:
        own = self._own(number)
        return _Part(self._table.iloc[own].reset_index(drop=True), self._hashes[own])

    def positions(self, number: int) -> NDArray[np.intp]:
        """Where the submission's rows stand in the table as it was."""
        return self._order[self._own(number)]

    def _own(self, number: int) -> slice:
        first, end = np.searchsorted(self._numbers, [number, number + 1])
        return slice(int(first), int(end))


def _kept_rows(form: Form, frame: pd.DataFrame, numbers: NDArray[np.integer]) -> pd.DataFrame:
    """Sheet rows without an error, one row each, and what says whose they are; indexed as the frame."""
    is_kept = ~frame[FAULTY].to_numpy()
    for field, totals in form.totals_by_field.items():
        if field in frame.columns:
            is_kept &= ~frame[field].isin(totals).to_numpy()
    places = frame[[SHEET, "source_row"]].assign(number=numbers)[is_kept]
    identity = ("school_code", "school_name", *form.unique_fields)
    columns = [name for name in identity if name in frame.columns]
    kept = frame[_SOURCE + columns].loc[places.index[~places.duplicated()]]
    return kept.assign(school_code_scheme=school_code_schemes(kept["school_code"]))


def _set_aside_rows(
    form: Form, frame: pd.DataFrame, numbers: NDArray[np.integer], sheets: Sequence[FormSheet]
) -> "_Split":
    """Sheet rows with an error, one row each, with what was typed in them as JSON."""
    faulty = frame[[SHEET, *_SET_ASIDE]].assign(number=numbers)[frame[FAULTY].to_numpy()]
    places = ["number", *_SOURCE]
    # Of tables side by side a sheet row holds a part each: kept together, as it stands in the sheet.
    contents: dict[tuple[int, ...], dict[str, str]] = {}
    for row in faulty.drop_duplicates([SHEET, *places])[[SHEET, *places]].itertuples(index=False):
        sheet, *place = map(int, row)
        typed = sheets[sheet].parsed.sheet.table.typed_row(place[-1], form.private_fields)
        contents.setdefault(tuple(place), {}).update(typed)
    texts = pd.array([json.dumps(each, ensure_ascii=False) for each in contents.values()], dtype="str")
    rows = faulty.drop_duplicates(places)
    return _Split(rows[_SET_ASIDE].assign(content=texts), rows["number"].to_numpy())


def _own_schools(facts: pd.DataFrame) -> pd.DataFrame:
    if "school_code" not in facts.columns:
        return facts
    return facts.assign(school_code=facts["school_code"].cat.remove_unused_categories())


def _findings_by_submission(
    form: Form, frame: pd.DataFrame, numbers: NDArray[np.integer], sheets: Sequence[FormSheet]
) -> list[list[Finding]]:
    """Findings on a data row go with the row, one cause told once; others with the table's only submission.

    An error in a row with columns of several parts concerns each of them: the whole row is set aside.
    Of a table that holds several submissions, an error concerns each of them (one about a period those of
    that period), and anything else is said of the file.
    """
    found: list[list[Finding]] = [[] for _ in range(int(numbers.max()) + 1)]
    rows = frame[[SHEET, "source_row"]].assign(number=numbers).drop_duplicates()
    told_rows = {finding.place.row for sheet in sheets for finding in sheet.parsed.findings} - {None}
    told = rows[rows["source_row"].isin(told_rows)]
    owners = told.groupby([SHEET, "source_row"])["number"].agg(list).to_dict()
    by_sheet = rows.groupby(SHEET)["number"].unique()
    periods = frame[PERIOD].groupby(numbers).first()
    of_rows: dict[tuple[int, int], list[Finding]] = {}
    for position, sheet in enumerate(sheets):
        owner_of_sheet = by_sheet.loc[position] if position in by_sheet.index else []
        for finding in sheet.parsed.findings:
            own = owners.get((position, sheet.parsed.row_of(finding)), [])
            if len(own) > 1 and not is_error(finding):
                own = _owner_of_column(form, frame, numbers, position, finding) or own[:1]
            for number in own:
                of_rows.setdefault((position, number), []).append(finding)
            if own:
                continue
            if is_error(finding) or len(owner_of_sheet) == 1:
                for number in owner_of_sheet:
                    if finding.params.get("period", periods[number]) == periods[number]:
                        found[number].append(finding)
            else:
                sheet.delivery.findings.append(finding.in_words_of_form(form.words))
    row_counts = rows.groupby([SHEET, "number"]).size()
    for key, findings in of_rows.items():
        found[key[1]] += told_once(findings, int(row_counts.loc[key]))
    return found


def _owner_of_column(
    form: Form, frame: pd.DataFrame, numbers: NDArray[np.integer], position: int, finding: Finding
) -> list[int]:
    """The submission whose value stands in the column of a finding; none where it is the whole row's."""
    columns = [name for field in form.fields if (name := f"{field.name}_column") in frame.columns]
    is_row = (frame[SHEET] == position) & (frame["source_row"] == finding.place.row)
    is_own = is_row & (frame[columns] == finding.place.column).any(axis=1)
    return [*np.unique(numbers[is_own.to_numpy()])][:1]


class _Builder:
    def __init__(
        self,
        form: Form,
        sheets: Sequence[FormSheet],
        findings: Sequence[Finding],
        said: Mapping[str, _Part],
        facts: Mapping[str, FactRows],
    ) -> None:
        self._form = form
        self._sheets = sheets
        self._findings = findings
        self._said = said
        self._facts = facts

    def build(self, agency_code: str, period: str, part: str) -> CheckedSubmission:
        tables = [each.parsed.sheet.table for each in self._sheets]
        kept = self._said["rows"].rows
        set_aside = self._said["set_aside"].rows
        facts = {name: _own_schools(each.frame) for name, each in self._facts.items()}
        columns = column_map(self._form, self._sheets, self._facts)
        findings = [*self._findings, *self._told_tables(), *only_zeros(self._form, facts)]
        issues = describe_all(findings, self._form.words)
        must_wait = any(issue.owner == "province" and issue.severity is Severity.ERROR for issue in issues)
        key_columns = {
            table.grid.sheet_number: (column.number, column.header)
            for table in tables
            if (column := table.column("school_code")) is not None
        }
        return CheckedSubmission(
            agency_code=agency_code,
            form=self._form.code,
            part=part,
            period=Period.parse(period),
            layout=tables[0].match.layout.code,
            status=Status.HELD if must_wait else verdict(issues, len(kept)),
            rows=kept,
            facts=facts,
            sums=self._form.to_sums(facts),
            set_aside=set_aside,
            issues=issues,
            sheet_names={table.grid.sheet_number: table.grid.sheet_name for table in tables},
            row_count=len(kept) + len(set_aside),
            content_hash=_digest({name: part.hashes for name, part in self._said.items()}),
            key_columns=key_columns,
            columns=column_places(columns),
            cell_sources=cell_sources(self._form, self._facts, self._sheets, columns),
            is_period_by_calendar=any(sheet.parsed.is_period_by_calendar for sheet in self._sheets),
        )

    def _told_tables(self) -> list[Finding]:
        """Says of a submission in several tables which they are."""
        names = [each.parsed.sheet.table.grid.sheet_name for each in self._sheets]
        if len(names) == 1:
            return []
        return [Finding("LA015", params={"sheets": ", ".join(dict.fromkeys(names)), "tables": len(names)})]


def content_hash(said: Mapping[str, pd.DataFrame], set_aside: pd.DataFrame) -> str:
    """Digest of what a submission says, the same whatever the order of its rows and its place in the file.

    Args:
        said: Facts and identifying columns of the rows kept, by name.
        set_aside: Rows set aside.
    """
    return _digest({name: row_hashes(table) for name, table in {**said, "set_aside": set_aside}.items()})


def row_hashes(table: pd.DataFrame) -> NDArray[np.uint64]:
    """A number for each row of a table, by what it says and not by its place in the file."""
    columns = sorted(column for column in table.columns if not column.startswith("source_"))
    hashes: NDArray[np.uint64] = np.asarray(
        pd.util.hash_pandas_object(table[columns], index=False), np.uint64
    )
    return hashes


def _digest(hashes: Mapping[str, NDArray[np.uint64]]) -> str:
    digest = hashlib.sha256()
    for name, of_rows in sorted(hashes.items()):
        digest.update(name.encode())
        digest.update(np.sort(of_rows).tobytes())
    return digest.hexdigest()
