import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from decimal import Decimal

import numpy as np
import pandas as pd
import pytest

from edusandbox.outcomes import AgencyTotal, LeftOut, RunReport, SubmissionOutcome
from edusandbox.period_source import PeriodSource
from edusandbox.reports.as_json import check_as_json, run_as_json, status_as_json
from edusandbox.submissions import CheckedDelivery, Status
from edusandbox.what_was_read import (
    BELONGING_RULES,
    NOBODY,
    AgencySchools,
    JudgedAs,
    ReadFigure,
    Reading,
    ReadTable,
    WhyJudged,
)
from schemas.issues import Issue, Place
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
    assert content["totals"][0]["form"] == "enrolment"
    assert content["totals"][0]["figures"] == {
        "male_count": 1,
        "female_count": 2,
        "pupil_count": 3,
        "classroom_count": 900,
    }
    assert content["left_out"][0]["figures"] == {"pupil_count": 1033}
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


def test_what_was_read_is_numbers_under_stable_names() -> None:
    table = ReadTable("นักเรียน", 1, 3, 4, "office", "Office table", PeriodSource.TITLE, 2)
    figure = ReadFigure(read=7, to_be_loaded=4, unread_cell_count=1, in_totals_row=8)
    reading = Reading(
        form="enrolment",
        part="",
        period="2563-1",
        tables=(table,),
        row_count=2,
        row_count_to_be_loaded=1,
        school_count=2,
        agencies=(AgencySchools("57030000", "", 2),),
        code_field="grade_code",
        figures={"PRI": {"male_count": figure}, "": {"male_count": figure}},
        together={"male_count": figure},
    )
    checked = replace(make_checked(), readings=(reading,))
    (content,) = json.loads(json.dumps(check_as_json([checked])))[0]["read"]
    assert set(content) == names(Reading) | {"period_sources", "row_count_set_aside"}
    assert set(content["tables"][0]) == names(ReadTable)
    assert content["tables"][0]["period_source"] == "title"
    assert (content["period_sources"], content["row_count_set_aside"]) == (["title"], 1)
    assert content["agencies"] == [{"agency_code": "57030000", "name_th": None, "school_count": 2}]
    assert [(each["code"], each["name_th"], each["is_total"]) for each in content["figures"]] == [
        ("PRI", "ประถมศึกษา", True),
        (None, None, False),
    ]
    counts = {
        "read": 7,
        "to_be_loaded": 4,
        "set_aside": 3,
        "unread_cell_count": 1,
        "in_totals_row": 8,
        "in_total_columns": None,
        "in_file": 8,
        "agrees": False,
    }
    assert content["together"] == content["figures"][0]["counts"] == {"male_count": counts}


@pytest.mark.parametrize(
    ("judged", "agency", "rules"),
    [
        (JudgedAs("5001", "เขต 1", WhyJudged.SCHOOLS), "5001", []),
        (JudgedAs(NOBODY, "", WhyJudged.UNKNOWN), None, [*BELONGING_RULES]),
    ],
)
def test_as_whom_a_file_was_judged_is_told(judged: JudgedAs, agency: str | None, rules: list[str]) -> None:
    (content,) = check_as_json([replace(make_checked(), judged_as=judged)])
    told = json.loads(json.dumps(content["judged_as"]))
    assert set(told) == names(JudgedAs) | {"rules_left_out"}
    assert (told["agency_code"], told["reason"], told["rules_left_out"]) == (agency, judged.reason, rules)


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
