"""Reports as JSON-ready values, for programs: keys are the names of the values' own attributes."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import pandas as pd

from edusandbox.issues import Issue
from edusandbox.outcomes import RunReport
from edusandbox.submissions import CheckedDelivery, CheckedSubmission

JsonValue = str | int | float | bool | None | list["JsonValue"] | dict[str, "JsonValue"]
JsonObject = dict[str, JsonValue]


def run_as_json(report: RunReport) -> JsonObject:
    """What a run did: the attributes of `RunReport` and, besides, `changed_count` and `needs_a_person`."""
    return _object(asdict(report)) | {
        "changed_count": report.changed_count,
        "needs_a_person": report.needs_a_person,
    }


def check_as_json(checked: Sequence[CheckedDelivery]) -> list[JsonObject]:
    """What a check found, one object a delivery.

    A submission has the attributes of `CheckedSubmission` except `rows`; `facts` holds the number of rows of
    each fact table, `set_aside` the rows as typed, `period` the period's code. An issue's `place` has the
    attributes of `Place` and its `cell`.
    """
    return [
        {
            "delivery": _object(asdict(each.delivery)),
            "status": each.status.value,
            "submissions": [_submission(submission) for submission in each.submissions],
            "issues": [_issue(issue) for issue in each.issues],
        }
        for each in checked
    ]


def status_as_json(rows: Sequence[Mapping[str, object]]) -> list[JsonObject]:
    """The rows of the status board, dates and times in ISO form."""
    return [_object(row) for row in rows]


def _submission(submission: CheckedSubmission) -> JsonObject:
    return {
        "agency_code": submission.agency_code,
        "form": submission.form,
        "period": submission.period.code,
        "layout": submission.layout,
        "status": submission.status.value,
        "row_count": submission.row_count,
        "row_count_loaded": submission.row_count_loaded,
        "row_count_set_aside": submission.row_count_set_aside,
        "facts": {table: len(frame) for table, frame in submission.facts.items()},
        "set_aside": _set_aside(submission.set_aside),
        "issues": [_issue(issue) for issue in submission.issues],
        "sheet_names": {str(number): name for number, name in submission.sheet_names.items()},
        "content_hash": submission.content_hash,
    }


def _set_aside(frame: pd.DataFrame) -> list[JsonValue]:
    rows: list[JsonValue] = []
    for record in frame.to_dict(orient="records"):
        row = {str(key): _value(value) for key, value in record.items()}
        rows.append(row | {"content": json.loads(str(record["content"]))})
    return rows


def _issue(issue: Issue) -> JsonObject:
    content = _object(asdict(issue))
    return content | {"place": _object(asdict(issue.place)) | {"cell": issue.place.cell}}


def _object(content: Mapping[str, Any]) -> JsonObject:
    return {str(key): _value(value) for key, value in content.items()}


def _value(value: Any) -> JsonValue:  # noqa: ANN401 - whatever a database or a frame holds
    """Turns a value into JSON's own; anything unknown is refused rather than written as its repr.

    Raises:
        TypeError: JSON has no such value.
    """
    match value:
        case Mapping():
            return _object(value)
        case list() | tuple():
            return [_value(each) for each in value]
        case str():
            return str(value)
        case None | bool() | int():
            return value
        case date() | datetime():
            return None if pd.isna(value) else value.isoformat()
        case _:
            return _scalar(value)


def _scalar(value: Any) -> JsonValue:  # noqa: ANN401 - as above
    if value is pd.NA:
        return None
    plain = value.item() if hasattr(value, "item") else value
    if isinstance(plain, float):
        return plain if math.isfinite(plain) else None
    if isinstance(plain, bool | int):
        return plain
    raise TypeError(f"{type(value).__name__} {value!r} has no place in JSON")
