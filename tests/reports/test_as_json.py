import json
from dataclasses import fields
from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from edusandbox.issues import Issue, Place
from edusandbox.outcomes import AgencyTotal, LeftOut, RunReport, SubmissionOutcome
from edusandbox.reports.as_json import check_as_json, run_as_json, status_as_json
from edusandbox.submissions import CheckedDelivery, Status
from tests.reports.builders import (
    make_checked,
    make_delivery,
    make_issue,
    make_left_out,
    make_outcome,
    make_report,
    make_total,
)


def names(kind: type) -> set[str]:
    return {field.name for field in fields(kind)}


def test_a_run_has_the_names_of_its_attributes() -> None:
    report = make_report(
        make_outcome(Status.HELD),
        failed=(("cmi4", "no route"),),
        totals=(make_total("cmi1", "เขต 1", 1, 2, expected=90),),
        left_out=(make_left_out(),),
    )
    content = json.loads(json.dumps(run_as_json(report)))
    assert set(content) == names(RunReport) | {"changed_count", "needs_a_person"}
    assert set(content["outcomes"][0]) == names(SubmissionOutcome)
    assert set(content["totals"][0]) == names(AgencyTotal)
    assert set(content["left_out"][0]) == names(LeftOut)
    assert (content["totals"][0]["school_count"], content["totals"][0]["expected_school_count"]) == (85, 90)
    assert (content["outcomes"][0]["status"], content["needs_a_person"]) == ("held", True)
    assert content["failed"] == [["cmi4", "no route"]]


def test_an_issue_has_its_cell() -> None:
    issue = make_issue(place=Place("นักเรียน", 4, 28, value="๑๒ คน"))
    content = json.loads(json.dumps(check_as_json([make_checked(issue)])))
    (found,) = content[0]["submissions"][0]["issues"]
    assert set(found) == names(Issue)
    assert set(found["place"]) == names(Place) | {"cell"}
    assert (found["place"]["cell"], found["severity"]) == ("AB4", "error")


def test_a_submission_tells_period_counts_and_rows_set_aside() -> None:
    content = json.loads(json.dumps(check_as_json([make_checked(make_issue())])))
    (submission,) = content[0]["submissions"]
    assert (submission["period"], submission["facts"]) == ("2563-1", {"fact_enrolment": 6})
    assert (submission["row_count"], submission["row_count_loaded"], submission["row_count_set_aside"]) == (
        *(3, 2, 1),
    )
    assert submission["set_aside"] == [
        {
            "source_sheet_number": 1,
            "source_row": 4,
            "school_code": None,
            "school_name": None,
            "content": {"ชาย": "๑๒ คน"},
        }
    ]


def test_a_delivery_without_submissions_is_rejected() -> None:
    (content,) = check_as_json([CheckedDelivery(make_delivery(), (), (make_issue(place=Place()),))])
    assert (content["status"], content["submissions"]) == ("rejected", [])


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (None, None),
        (pd.NA, None),
        (pd.NaT, None),
        (float("nan"), None),
        (np.int32(85), 85),
        (np.float64(0.5), 0.5),
        (np.bool_(1), True),
        (Status.ACCEPTED, "accepted"),
        (date(2020, 6, 30), "2020-06-30"),
        (datetime(2020, 6, 8, 7, 5, tzinfo=UTC), "2020-06-08T07:05:00+00:00"),
        (pd.Timestamp("2020-06-08T07:05Z"), "2020-06-08T07:05:00+00:00"),
    ],
)
def test_a_value_of_the_board_becomes_jsons_own(value: object, plain: object) -> None:
    (row,) = status_as_json([{"value": value}])
    assert json.loads(json.dumps(row)) == {"value": plain}
    assert type(row["value"]) is type(plain)


def test_a_value_that_json_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="Decimal"):
        status_as_json([{"value": Decimal(1)}])
