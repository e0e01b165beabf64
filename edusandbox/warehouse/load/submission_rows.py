"""Writes new versions: their rows in `ops_submission` and everything that hangs on them."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
from sqlalchemy import Connection

from edusandbox.submissions import NO_SCHOOL, CheckedSubmission, Status
from edusandbox.warehouse.engine import moment_of
from edusandbox.warehouse.load.bulk import (
    gathered,
    insert_frame,
    insert_returning,
    insert_rows,
    insert_tuples,
)
from edusandbox.warehouse.load.fact_rows import FactOwner, insert_facts
from edusandbox.warehouse.load.issue_rows import issue_rows, record_issues
from edusandbox.warehouse.load.runs import RunContext
from edusandbox.warehouse.load.schools import SchoolRows, resolve_schools
from edusandbox.warehouse.load.version_ledger import Version
from edusandbox.warehouse.tables.operation_tables import (
    ops_cell_source,
    ops_set_aside_row,
    ops_submission,
    ops_submission_column,
    ops_submission_school,
    ops_submission_sheet,
)
from schemas.catalogue import FORMS
from schemas.fields import Entity
from schemas.issues import Severity

_SCHOOL_COLUMNS = ["school_code", "school_name", "source_sheet_number", "source_row"]
_SCHOOL_ORDER = ["submission_id", "school_id", "source_sheet_number", "source_row"]


@dataclass(frozen=True, slots=True)
class NewVersion:
    """A version that is to be written.

    Attributes:
        submission: The submission.
        version: What it is in the warehouse; it gets its key.
        period_id: Its period.
        links: Whether its rows say which codes belong to one school.
    """

    submission: CheckedSubmission
    version: Version
    period_id: int
    links: bool


def insert_versions(
    connection: Connection, new: Sequence[NewVersion], run: RunContext, *, is_alone: bool
) -> None:
    """Writes new versions, their sheets, issues, rows set aside, schools and facts.

    Args:
        connection: Inside a writing transaction.
        new: The versions, in the order in which they came.
        run: The run that loads them.
        is_alone: Whether one submission is loaded by itself.

    Raises:
        SchoolCodeError: School codes contradict each other.
    """
    rows = [_row(connection, each, run) for each in new]
    for each, submission_id in zip(
        new, insert_returning(connection, ops_submission.c.submission_id, rows), strict=True
    ):
        each.version.submission_id = submission_id
    _insert_sheets(connection, new)
    record_issues(
        connection,
        [
            row
            for each in new
            for row in issue_rows(each.submission.issues, each.version.delivery_id, _id(each))
        ],
    )
    set_aside = [each for each in new if len(each.submission.set_aside)]
    if set_aside:
        frames = [each.submission.set_aside.assign(submission_id=_id(each)) for each in set_aside]
        insert_frame(connection, ops_set_aside_row, pd.concat(frames, ignore_index=True))
    with_figures = [
        each for each in new if each.submission.status.is_loaded and not each.submission.rows.empty
    ]
    if with_figures:
        _insert_figures(connection, with_figures, is_alone=is_alone)


def severity_counts(submission: CheckedSubmission) -> Mapping[Severity, int]:
    """How many issues of each severity a submission has."""
    return Counter(issue.severity for issue in submission.issues)


def _id(new: NewVersion) -> int:
    if new.version.submission_id is None:
        raise ValueError("a version has no key yet")
    return new.version.submission_id


def _insert_sheets(connection: Connection, new: Sequence[NewVersion]) -> None:
    sheets = [
        (_id(each), number, name) for each in new for number, name in each.submission.sheet_names.items()
    ]
    insert_tuples(connection, ops_submission_sheet, ["submission_id", "sheet_number", "sheet_name"], sheets)


def _insert_figures(connection: Connection, new: Sequence[NewVersion], *, is_alone: bool) -> None:
    of_schools = [each for each in new if FORMS[each.submission.form].entity is Entity.SCHOOL]
    school_ids: Mapping[str, int] = {}
    if of_schools:
        sent = [SchoolRows(each.submission.rows, each.links) for each in of_schools]
        school_ids = resolve_schools(connection, sent, moment_of(connection), is_alone=is_alone)
        _insert_schools(connection, of_schools, school_ids)
    owners = [FactOwner({**each.submission.facts, **each.submission.sums}, _id(each)) for each in new]
    insert_facts(connection, owners, school_ids)
    _insert_columns(connection, new)
    _insert_cell_sources(connection, new, school_ids)


def _insert_columns(connection: Connection, new: Sequence[NewVersion]) -> None:
    names = ["submission_id", "sheet_number", "field", "code", "sheet_column"]
    columns = [
        (_id(each), place.sheet_number, place.field, place.code, place.column)
        for each in new
        for place in each.submission.columns
    ]
    insert_tuples(connection, ops_submission_column, names, columns)


def _insert_cell_sources(
    connection: Connection, new: Sequence[NewVersion], school_ids: Mapping[str, int]
) -> None:
    frames = [
        sources.assign(submission_id=_id(each))
        for each in new
        if (sources := each.submission.cell_sources) is not None
    ]
    if frames:
        sources = pd.concat(frames, ignore_index=True)
        codes = sources["school_code"].tolist()
        ids = pd.array([None if code == NO_SCHOOL else school_ids[code] for code in codes], dtype="Int64")
        rows = sources.drop(columns="school_code").assign(school_id=ids)
        insert_frame(connection, ops_cell_source, rows)


def _insert_schools(connection: Connection, new: Sequence[NewVersion], school_ids: Mapping[str, int]) -> None:
    """Writes down under which code and name each school stands in each version, where it stands first."""
    frames = [each.submission.rows for each in new]
    columns = {name: gathered(frames, name) for name in _SCHOOL_COLUMNS}
    columns["school_id"] = pa.array([school_ids[code] for code in columns["school_code"].to_pylist()])
    columns["submission_id"] = pa.array(
        np.repeat([_id(each) for each in new], [len(each) for each in frames])
    )
    keys = [columns[name].to_numpy() for name in _SCHOOL_ORDER]
    order = np.lexsort(keys[::-1])
    submission_ids, ids = keys[0][order], keys[1][order]
    is_first = np.r_[True, (submission_ids[1:] != submission_ids[:-1]) | (ids[1:] != ids[:-1])]
    insert_rows(connection, ops_submission_school, [pa.table(columns).take(pa.array(order[is_first]))])


def _row(connection: Connection, new: NewVersion, run: RunContext) -> dict[str, Any]:
    submission, version = new.submission, new.version
    counts = severity_counts(submission)
    return {
        "province_id": run.province_id,
        "agency_id": version.agency_id,
        "form_code": submission.form,
        "part_code": submission.part,
        "period_id": new.period_id,
        "version": version.version,
        "delivery_id": version.delivery_id,
        "run_id": run.run_id,
        "layout_code": submission.layout,
        "verdict": version.verdict,
        "status": version.verdict if version.is_open else Status.SUPERSEDED.value,
        "is_current": version.is_current,
        "content_hash": version.content_hash,
        "row_count": submission.row_count,
        "row_count_loaded": submission.row_count_loaded if submission.status.is_loaded else 0,
        "row_count_set_aside": submission.row_count_set_aside,
        "error_count": counts[Severity.ERROR],
        "query_count": counts[Severity.QUERY],
        "notice_count": counts[Severity.NOTICE],
        "loaded_at": version.loaded_at,
        "closed_at": None if version.is_open else moment_of(connection),
    }
