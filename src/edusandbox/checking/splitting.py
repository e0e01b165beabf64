"""Splits what was checked together into submissions: one for each delivery, agency and period."""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.checking.form_sheet import AGENCY, DELIVERY, FAULTY, PERIOD, SHEET, FormSheet
from edusandbox.issues import Finding, Severity
from edusandbox.periods import Period
from edusandbox.schemas.codes import grades_by_total
from edusandbox.schemas.form import Form
from edusandbox.schemas.rules import describe_all, is_error
from edusandbox.schemas.school_codes import school_code_schemes
from edusandbox.submissions import CheckedSubmission, Status, verdict

_IDENTITY_COLUMNS = ("school_code", "school_name", "ministry_code", "obec_code")
_SOURCE = ["source_sheet_number", "source_row"]
_KEY = [DELIVERY, AGENCY, PERIOD]
_SET_ASIDE = [*_SOURCE, "school_code", "school_name"]
_PLACED = [SHEET, FAULTY, *_SET_ASIDE]


def split_submissions(
    form: Form, frame: pd.DataFrame, facts: Mapping[str, pd.DataFrame], sheets: Sequence[FormSheet]
) -> Iterator[tuple[int, CheckedSubmission]]:
    """Makes the submissions of a form.

    Args:
        form: The form.
        frame: Sheet frame of the group with the columns of `form_sheet`.
        facts: Valid fact frames of the group, indexed as `frame`.
        sheets: The form's tables.

    Yields:
        The position of the delivery in the group, and the submission.
    """
    groups = frame[_KEY + _PLACED].groupby(_KEY, sort=True)
    numbers = groups.ngroup().to_numpy()
    # What costs the same for many rows as for few is done once, for all submissions.
    kept_rows = _kept_rows(frame, numbers)
    said = {name: _Split(table, numbers[table.index.to_numpy()]) for name, table in facts.items()}
    said["rows"] = _Split(kept_rows, numbers[kept_rows.index.to_numpy()])
    findings = _findings_by_submission(frame, numbers, sheets)
    for number, (key, rows) in enumerate(groups):
        position, agency, period = cast("tuple[int, str, str]", key)
        builder = _Builder(form, rows, sheets, findings[number], _parts(said, number))
        yield position, builder.build(agency, period)


class _Part(NamedTuple):
    """What a submission says in one table: rows, and a digest of each whatever its place in the file."""

    rows: pd.DataFrame
    hashes: NDArray[np.uint64]


class _Split:
    """A table of a group of deliveries, taken apart by the number of the submission."""

    def __init__(self, table: pd.DataFrame, numbers: NDArray[np.integer]) -> None:
        order = np.argsort(numbers, kind="stable")
        self._table = table.iloc[order]
        self._hashes = row_hashes(self._table)
        self._numbers = numbers[order]

    def part(self, number: int) -> _Part:
        first, end = np.searchsorted(self._numbers, [number, number + 1])
        return _Part(self._table.iloc[first:end].reset_index(drop=True), self._hashes[first:end])


def _parts(said: Mapping[str, _Split], number: int) -> dict[str, _Part]:
    return {name: table.part(number) for name, table in said.items()}


def _kept_rows(frame: pd.DataFrame, numbers: NDArray[np.integer]) -> pd.DataFrame:
    """Sheet rows without an error, one row each, and what says whose they are; indexed as the frame."""
    is_kept = ~frame[FAULTY].to_numpy()
    if "grade_code" in frame.columns:
        is_kept &= ~frame["grade_code"].isin(grades_by_total()).to_numpy()
    places = frame[[SHEET, "source_row"]].assign(number=numbers)[is_kept]
    columns = [name for name in _IDENTITY_COLUMNS if name in frame.columns]
    kept = frame[_SOURCE + columns].loc[places.index[~places.duplicated()]]
    return kept.assign(school_code_scheme=school_code_schemes(kept["school_code"]))


def _own_schools(facts: pd.DataFrame) -> pd.DataFrame:
    return facts.assign(school_code=facts["school_code"].cat.remove_unused_categories())


def _findings_by_submission(
    frame: pd.DataFrame, numbers: NDArray[np.integer], sheets: Sequence[FormSheet]
) -> list[list[Finding]]:
    """Findings on a data row go with the row, others with the table's only submission.

    Of a table that holds several submissions, an error concerns each of them (one about a period those of
    that period), and anything else is said of the file.
    """
    found: list[list[Finding]] = [[] for _ in range(int(numbers.max()) + 1)]
    rows = frame[[SHEET, "source_row"]].assign(number=numbers).drop_duplicates([SHEET, "source_row"])
    owners = dict(zip(zip(rows[SHEET], rows["source_row"], strict=True), rows["number"], strict=True))
    by_sheet = rows.groupby(SHEET)["number"].unique()
    periods = frame[PERIOD].groupby(numbers).first()
    for position, sheet in enumerate(sheets):
        owner_of_sheet = by_sheet.loc[position] if position in by_sheet.index else []
        for finding in sheet.parsed.findings:
            owner = owners.get((position, finding.place.row))
            if owner is not None:
                found[owner].append(finding)
            elif is_error(finding) or len(owner_of_sheet) == 1:
                for number in owner_of_sheet:
                    if finding.params.get("period", periods[number]) == periods[number]:
                        found[number].append(finding)
            else:
                sheet.delivery.findings.append(finding)
    return found


class _Builder:
    def __init__(
        self,
        form: Form,
        rows: pd.DataFrame,
        sheets: Sequence[FormSheet],
        findings: Sequence[Finding],
        said: Mapping[str, _Part],
    ) -> None:
        self._form = form
        self._rows = rows
        self._sheets = {int(number): sheets[int(number)] for number in rows[SHEET].unique()}
        self._findings = findings
        self._said = said

    def build(self, agency_code: str, period: str) -> CheckedSubmission:
        tables = [each.parsed.sheet.table for each in self._sheets.values()]
        kept = self._said["rows"].rows
        facts = {name: _own_schools(part.rows) for name, part in self._said.items() if name != "rows"}
        hashes = {name: part.hashes for name, part in self._said.items()}
        set_aside = self._set_aside_rows()
        issues = describe_all([*self._findings, *self._told_tables()])
        must_wait = any(issue.owner == "province" and issue.severity is Severity.ERROR for issue in issues)
        key_columns = {
            table.grid.sheet_number: (column.number, column.header)
            for table in tables
            if (column := table.column("school_code")) is not None
        }
        return CheckedSubmission(
            agency_code=agency_code,
            form=self._form.code,
            period=Period.parse(period),
            layout=tables[0].match.layout.code,
            status=Status.HELD if must_wait else verdict(issues, len(kept)),
            rows=kept,
            facts=facts,
            set_aside=set_aside,
            issues=issues,
            sheet_names={table.grid.sheet_number: table.grid.sheet_name for table in tables},
            row_count=len(kept) + len(set_aside),
            content_hash=_digest({**hashes, "set_aside": row_hashes(set_aside)}),
            key_columns=key_columns,
        )

    def _told_tables(self) -> list[Finding]:
        """Says of a submission in several tables which they are."""
        names = [each.parsed.sheet.table.grid.sheet_name for each in self._sheets.values()]
        if len(names) == 1:
            return []
        return [Finding("LA015", params={"sheets": ", ".join(dict.fromkeys(names)), "tables": len(names)})]

    def _set_aside_rows(self) -> pd.DataFrame:
        is_faulty = self._rows[FAULTY].to_numpy()
        if not is_faulty.any():
            return pd.DataFrame(columns=[*_SET_ASIDE, "content"])
        faulty = self._rows.iloc[np.flatnonzero(is_faulty)].drop_duplicates([SHEET, "source_row"])
        # Of tables side by side a sheet row holds a part each: kept together, as it stands in the sheet.
        contents: dict[tuple[int, int], dict[str, str]] = {}
        for table, number, row in zip(
            faulty[SHEET], faulty["source_sheet_number"], faulty["source_row"], strict=True
        ):
            contents.setdefault((number, row), {}).update(self._typed_row(int(table), int(row)))
        texts = [json.dumps(each, ensure_ascii=False) for each in contents.values()]
        return faulty[_SET_ASIDE].drop_duplicates(_SOURCE).assign(content=texts).reset_index(drop=True)

    def _typed_row(self, number: int, row: int) -> dict[str, str]:
        table = self._sheets[number].parsed.sheet.table
        return table.typed_row(row, self._form.private_fields)


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
