"""What a run says of the totals of forms that no general room knows: their figures, in their words."""

import io
import json
from dataclasses import replace

from rich.console import Console

from edusandbox.outcomes import AgencyTotal, LeftOut, RunReport
from edusandbox.reports.as_json import run_as_json
from edusandbox.reports.console import render_run
from edusandbox.reports.summary import run_markdown
from edusandbox.warehouse.marts.form_statements import (
    agency_totals_statement,
    schools_elsewhere_statement,
    without_figures_statement,
)
from schemas.catalogue import FORMS
from schemas.issues import Finding
from schemas.rules import describe
from tests.reports.builders import make_left_out, make_report, make_total

CREW = (
    AgencyTotal("cmi1", "เขต 1", "crew", "", "2563-1", 80, {"crew_count": 1200}, 85),
    AgencyTotal("cmi2", "เขต 2", "crew", "", "2563-1", 70, {"crew_count": 34}, 70),
)
ENROLMENT = make_total("cmi1", "เขต 1", 1000, 900, expected=90)
LEFT = LeftOut(
    "crew", "", "2563-1", "cmi1", "เขต 1", "cmi2", "เขต 2", "cmi2", "เขต 2", ("ก (1)",), {"crew_count": 3}
)


def console_lines(report: RunReport) -> list[str]:
    console = Console(width=80, file=io.StringIO())
    render_run(report, console)
    assert isinstance(console.file, io.StringIO)
    return [" ".join(line.split()) for line in console.file.getvalue().splitlines()]


def test_a_form_without_a_mart_is_told_by_its_figure() -> None:
    lines = console_lines(make_report(totals=CREW))
    assert "Agency Period Schools Crew" in lines
    assert "เขต 1 2563-1 80 of 85 1,200" in lines
    assert "Together 2563-1 150 of 155 1,234" in lines
    assert "These totals are made of 150 of 155 schools." in lines


def test_two_forms_of_a_run_have_a_table_and_a_sum_each() -> None:
    report = make_report(totals=(*CREW, ENROLMENT))
    lines = console_lines(report)
    assert [line for line in lines if line in {"Crew", "Enrolment"}] == ["Crew", "Enrolment"]
    assert [line for line in lines if line.startswith("Together")] == [
        "Together 2563-1 150 of 155 1,234",
        "Together 2563-1 85 of 90 1,000 900 1,900 900",
    ]
    assert "These totals are made of 85 of 90 schools." in lines
    page = run_markdown(report).splitlines()
    assert [line for line in page if line.startswith("#")][1:] == [
        "## Totals in the warehouse",
        "### Crew",
        "### Enrolment",
    ]
    assert "| Agency | Period | Schools | Crew |" in page
    assert "| เขต 2 | 2563-1 | 70 of 70 | 34 |" in page
    assert "| เขต 1 | 2563-1 | 85 of 90 | 1,000 | 900 | 1,900 | 900 |" in page


def test_amounts_are_added_up_and_shown_with_satang() -> None:
    money = [
        replace(each, figures={"crew_count": cost}) for each, cost in zip(CREW, (0.1, 1250.2), strict=True)
    ]
    report = make_report(totals=tuple(money))
    assert "Together 2563-1 150 of 155 1,250.30" in console_lines(report)
    assert "| เขต 2 | 2563-1 | 70 of 70 | 1,250.20 |" in run_markdown(report).splitlines()


def test_programs_get_each_forms_figures_by_their_names() -> None:
    content = json.loads(json.dumps(run_as_json(make_report(totals=(CREW[0], ENROLMENT), left_out=(LEFT,)))))
    assert [(each["form"], list(each["figures"])) for each in content["totals"]] == [
        ("crew", ["crew_count"]),
        ("enrolment", ["male_count", "female_count", "pupil_count", "classroom_count"]),
    ]
    assert content["left_out"][0]["figures"] == {"crew_count": 3}


def test_what_is_in_no_sum_is_told_in_the_forms_words() -> None:
    lines = " ".join(console_lines(make_report(left_out=(LEFT, make_left_out()))))
    assert "In no sum: 3 persons (crew) of 1 school (ก (1)) that เขต 1 reports (crew);" in lines
    assert "In no sum: 1,033 pupils of 2 schools" in lines


def test_returns_beside_each_other_are_told_in_the_forms_words() -> None:
    amount = FORMS["crew"].amount(12)
    assert amount is not None
    words = {"figure_th": amount.th, "figure_en": amount.en}
    words |= {"left": "ก", "heard": "ข", "other": "ข", "schools": "ค", "school_count": "1"}
    issue = describe(Finding("CR001", params=words))
    assert "ส่วนบุคลากร 12 คนในข้อมูลของ ก ไม่รวมในยอด" in issue.message_th
    assert "and 12 persons (crew) in the return of ก are in neither" in issue.message_en


def test_statements_name_what_each_form_declares() -> None:
    totals = agency_totals_statement(FORMS["crew"], "")
    assert "SUM(f.crew_count) AS crew_count" in totals
    assert "form_code = 'crew'" in totals
    assert "enrolment" not in totals
    elsewhere = schools_elsewhere_statement(FORMS.values())
    for code in ("crew", "posts", "workshop"):
        form = FORMS[code]
        assert f"SUM(f.{form.figure})" in elsewhere
        assert f"FROM {form.keyed_table} AS f" in elsewhere
    blank = without_figures_statement(FORMS.values())
    assert "f.taker_count IS NOT NULL OR f.mean_score IS NOT NULL" in blank
    assert "school_register" not in blank
