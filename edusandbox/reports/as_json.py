"""Reports as JSON-ready values, for programs: keys are the names of the values' own attributes."""

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any

import pandas as pd

from edusandbox.outcomes import RunReport
from edusandbox.submissions import CheckedDelivery, CheckedSubmission
from edusandbox.what_was_read import BELONGING_RULES, AgencySchools, JudgedAs, ReadFigure, Reading
from schemas.codes import codes_by_total, codes_with_totals
from schemas.issues import Issue

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

    `read` says what was read, one object a form, part and period: the attributes of `Reading`,
    `period_sources` and `row_count_set_aside`. Its `figures` are a list in the order of the code list, one
    object a code with its name, `is_total` and `counts`: by field the attributes of `ReadFigure`,
    `set_aside`, `in_file` and `agrees`. `judged_as` has the attributes of `JudgedAs` and the
    `rules_left_out`. An agency that is not known is null.
    """
    return [
        {
            "delivery": _object(asdict(each.delivery)) | {"agency_code": each.delivery.agency_code or None},
            "status": each.status.value,
            "judged_as": None if each.judged_as is None else _judged_as(each.judged_as),
            "read": [_reading(reading) for reading in each.readings],
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
        "agency_code": submission.agency_code or None,
        "form": submission.form,
        "part": submission.part or None,
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


def _judged_as(judged: JudgedAs) -> JsonObject:
    left_out: list[JsonValue] = [] if judged.agency_code else [*BELONGING_RULES]
    return {
        "agency_code": judged.agency_code or None,
        "name_th": judged.name_th or None,
        "reason": judged.reason.value,
        "agencies": _agencies(judged.agencies),
        "rules_left_out": left_out,
    }


def _agencies(agencies: Sequence[AgencySchools]) -> list[JsonValue]:
    return [_object(asdict(each)) | {"name_th": each.name_th or None} for each in agencies]


def _reading(reading: Reading) -> JsonObject:
    code_list = reading.code_field.removesuffix("_code")
    names = codes_with_totals(code_list) if code_list else {}
    totals = codes_by_total(code_list) if code_list else {}
    figures: list[JsonValue] = [
        {
            "code": code or None,
            "name_th": names.get(code),
            "is_total": code in totals,
            "counts": _figures(counts),
        }
        for code, counts in reading.figures.items()
    ]
    return {
        "form": reading.form,
        "part": reading.part or None,
        "period": reading.period,
        "period_sources": [source.value for source in reading.period_sources],
        "tables": [_object(asdict(table)) for table in reading.tables],
        "row_count": reading.row_count,
        "row_count_to_be_loaded": reading.row_count_to_be_loaded,
        "row_count_set_aside": reading.row_count_set_aside,
        "school_count": reading.school_count,
        "agencies": _agencies(reading.agencies),
        "code_field": reading.code_field or None,
        "figures": figures,
        "together": _figures(reading.together),
    }


def _figures(figures: Mapping[str, ReadFigure]) -> JsonObject:
    return {
        field: _object(asdict(figure))
        | {"set_aside": figure.set_aside, "in_file": figure.in_file, "agrees": figure.agrees}
        for field, figure in figures.items()
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
