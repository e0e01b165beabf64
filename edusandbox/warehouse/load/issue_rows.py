"""Issues as `ops_issue` keeps them: as people read them, whatever becomes of the rules."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Row

from edusandbox.warehouse.load.bulk import insert_tuples
from edusandbox.warehouse.tables.operation_tables import ops_issue
from schemas.issues import Issue, Place, Severity, rows_of_cell

ISSUE_COLUMNS = (
    "delivery_id",
    "submission_id",
    "rule_code",
    "severity",
    "sheet_name",
    "sheet_row",
    "sheet_column",
    "cell",
    "header",
    "cell_value",
    "school_code",
    "school_name",
    "message_th",
    "message_en",
    "remedy_th",
    "remedy_en",
    "owner",
    "cell_count",
)
"""The columns of `ops_issue` that say what an issue is."""

IssueRow = tuple[str | int | None, ...]


def record_issues(connection: Connection, rows: Sequence[IssueRow]) -> None:
    """Keeps issues.

    Args:
        connection: Inside a writing transaction.
        rows: As `issue_rows` makes them, in sheet order, which `issue_id` keeps.
    """
    insert_tuples(connection, ops_issue, ISSUE_COLUMNS, rows)


def issue_rows(issues: Iterable[Issue], delivery_id: int, submission_id: int | None) -> list[IssueRow]:
    """Issues as rows of `ops_issue`, in the order of `ISSUE_COLUMNS`.

    Args:
        issues: What was found.
        delivery_id: The delivery.
        submission_id: The submission; None for issues of the file as a whole.
    """
    return [_row(issue, delivery_id, submission_id) for issue in issues]


def issue_of(row: Row[Any]) -> Issue:
    """The issue that a row of `ops_issue` keeps."""
    return Issue(
        code=row.rule_code,
        severity=Severity(row.severity),
        place=Place(
            sheet=row.sheet_name,
            row=row.sheet_row,
            column=row.sheet_column,
            header=row.header,
            value=row.cell_value,
            school_code=row.school_code,
            school_name=row.school_name,
            rows=rows_of_cell(row.cell or ""),
        ),
        message_th=row.message_th,
        message_en=row.message_en,
        remedy_th=row.remedy_th,
        remedy_en=row.remedy_en,
        owner=row.owner,
        count=row.cell_count,
    )


def _row(issue: Issue, delivery_id: int, submission_id: int | None) -> IssueRow:
    place = issue.place
    return (
        delivery_id,
        submission_id,
        issue.code,
        issue.severity.value,
        place.sheet,
        place.row,
        place.column,
        place.cell,
        place.header,
        place.value,
        place.school_code,
        place.school_name,
        issue.message_th,
        issue.message_en,
        issue.remedy_th,
        issue.remedy_en,
        issue.owner,
        issue.count,
    )
