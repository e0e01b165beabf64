"""Issues that hold as long as returns stand beside each other as they do: they come and go by themselves.

Whatever else was found in a submission stays as it was found.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, select

from edusandbox.submissions import Status, SubmissionKey
from edusandbox.warehouse.conditions import one_of
from edusandbox.warehouse.engine import moment_of
from edusandbox.warehouse.load.issue_rows import ISSUE_COLUMNS, IssueRow, issue_rows, record_issues
from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period
from edusandbox.warehouse.tables.operation_tables import ops_issue, ops_submission
from schemas.issues import Issue, Severity

VersionKey = tuple[SubmissionKey, int]
"""Agency, form, part and period code, and the number of the version."""

_WITHOUT_ERRORS = {Status.ACCEPTED.value, Status.ACCEPTED_WITH_QUERIES.value}


def keep_standing_issues(
    connection: Connection,
    wanted: Mapping[int, Sequence[Issue]],
    rules: Collection[str],
    period: str,
    agencies: Collection[str] | None = None,
) -> dict[VersionKey, Sequence[Issue]]:
    """Makes the open issues of some rules those that hold now; one that holds no longer is closed.

    The number of queries and the status of a submission follow, its verdict is for good.

    Args:
        connection: Inside a writing transaction.
        wanted: What holds now, by the key of the submission.
        rules: Codes of the rules that are looked at.
        period: Code of the period that is looked at.
        agencies: Codes of the agencies whose submissions are looked at; None for all.

    Returns:
        What holds of each current version that was looked at.
    """
    versions = {row.submission_id: row for row in _versions(connection, period, agencies)}
    said = _said(connection, [key for key, row in versions.items() if row.query_count], rules)
    rows = {
        key: issue_rows(wanted[key], row.delivery_id, key) if key in wanted else []
        for key, row in versions.items()
    }
    changed = [key for key in versions if said[key] != rows[key]]
    if changed:
        which = and_(_is_open(rules), one_of(connection, ops_issue.c.submission_id, changed))
        connection.execute(ops_issue.update().where(which).values(closed_at=moment_of(connection)))
        record_issues(connection, [row for key in changed for row in rows[key]])
        _count_anew(connection, [versions[key] for key in changed])
    return {
        ((row.agency_code, row.form_code, row.part_code, row.period_code), row.version): wanted.get(key, ())
        for key, row in versions.items()
        if row.is_current
    }


def agencies_told(connection: Connection, rules: Collection[str], period: str) -> set[str]:
    """Codes of the agencies of whose submissions of a period one of some rules is said now."""
    statement = (
        select(dim_agency.c.agency_code)
        .join(ops_submission, ops_submission.c.agency_id == dim_agency.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .join(ops_issue, ops_issue.c.submission_id == ops_submission.c.submission_id)
        .where(dim_period.c.period_code == period, ops_submission.c.query_count > 0, _is_open(rules))
        .distinct()
    )
    return set(connection.scalars(statement))


def _versions(connection: Connection, period: str, agencies: Collection[str] | None) -> Sequence[Row[Any]]:
    statement = (
        select(ops_submission, dim_agency.c.agency_code, dim_period.c.period_code)
        .join(dim_agency, dim_agency.c.agency_id == ops_submission.c.agency_id)
        .join(dim_period, dim_period.c.period_id == ops_submission.c.period_id)
        .where(dim_period.c.period_code == period)
        .order_by(ops_submission.c.submission_id)
    )
    if agencies is not None:
        statement = statement.where(one_of(connection, dim_agency.c.agency_code, agencies))
    return connection.execute(statement).all()


def _said(
    connection: Connection, submission_ids: Collection[int], rules: Collection[str]
) -> Mapping[int, list[IssueRow]]:
    """The open issues of some rules by submission."""
    statement = select(*(ops_issue.c[name] for name in ISSUE_COLUMNS)).order_by(ops_issue.c.issue_id)
    of_these = one_of(connection, ops_issue.c.submission_id, submission_ids)
    said: dict[int, list[IssueRow]] = defaultdict(list)
    for row in connection.execute(statement.where(_is_open(rules), of_these)):
        said[row.submission_id].append(tuple(row))
    return said


def _is_open(rules: Collection[str]) -> ColumnElement[bool]:
    return and_(ops_issue.c.closed_at.is_(None), ops_issue.c.rule_code.in_(sorted(rules)))


def _count_anew(connection: Connection, versions: Collection[Row[Any]]) -> None:
    """Brings the number of queries up to date, and the status of those that stand and have no error."""
    counted = (
        select(ops_issue.c.submission_id, func.count().label("query_count"))
        .where(
            ops_issue.c.closed_at.is_(None),
            ops_issue.c.severity == Severity.QUERY.value,
            one_of(connection, ops_issue.c.submission_id, [row.submission_id for row in versions]),
        )
        .group_by(ops_issue.c.submission_id)
    )
    counts = {row.submission_id: row.query_count for row in connection.execute(counted)}
    for row in versions:
        count = counts.get(row.submission_id, 0)
        values: dict[str, Any] = {"query_count": count}
        if row.is_current and row.status in _WITHOUT_ERRORS:
            status = Status.ACCEPTED_WITH_QUERIES if count else Status.ACCEPTED
            values["status"] = status.value
        same = ops_submission.c.submission_id == row.submission_id
        connection.execute(ops_submission.update().where(same).values(values))
