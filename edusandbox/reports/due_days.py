"""What is overdue on a day: a due day is over at 24:00 in Bangkok, so that it is itself in time."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from edusandbox.reports.wording import NOT_RECEIVED

OVERDUE = "is_overdue"


def is_overdue(due_date: date | None, today: date) -> bool:
    """Whether a due day is over.

    Args:
        due_date: The day; None where none is set.
        today: The day that it is in Bangkok.
    """
    return due_date is not None and due_date < today


def with_overdue(rows: Iterable[Mapping[str, Any]], today: date) -> list[dict[str, Any]]:
    """Adds to each row of the status board whether it is missing although its due day is over.

    Args:
        rows: With `status` and `due_date`, as `submission_status` gives them.
        today: The day that it is in Bangkok.
    """
    return [
        {**row, OVERDUE: row["status"] == NOT_RECEIVED and is_overdue(row["due_date"], today)} for row in rows
    ]
