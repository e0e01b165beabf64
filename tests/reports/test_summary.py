import pytest

from edusandbox.outcomes import Effect, RunReport
from edusandbox.reports.summary import run_markdown, run_message, run_state_name
from edusandbox.submissions import Status
from tests.reports.builders import make_left_out, make_outcome, make_report, make_total

ACCEPTED = make_outcome()
EQUAL = make_outcome(effect=Effect.EQUAL_CONTENT)
SET_ASIDE = make_outcome(Status.PARTLY_ACCEPTED)
HELD = make_outcome(Status.HELD, effect=Effect.NOT_LOADED)
REJECTED = make_outcome(Status.REJECTED, effect=Effect.NOT_LOADED)


@pytest.mark.parametrize(
    ("report", "message", "state"),
    [
        (make_report(*[ACCEPTED] * 9), "9 accepted", "All accepted"),
        (
            make_report(*[ACCEPTED] * 9, SET_ASIDE, SET_ASIDE, REJECTED),
            "9 accepted, 2 with rows set aside, 1 rejected",
            "Some rejected",
        ),
        (make_report(ACCEPTED, SET_ASIDE), "1 accepted, 1 with rows set aside", "Some set aside"),
        (
            make_report(make_outcome(Status.ACCEPTED_WITH_QUERIES), make_outcome(Status.NIL)),
            "1 accepted with queries, 1 with nothing to report",
            "All accepted",
        ),
        (make_report(HELD, SET_ASIDE), "1 with rows set aside, 1 held", "Some held"),
        (
            make_report(ACCEPTED, EQUAL, unchanged=1),
            "1 accepted, 1 with the same content as before, 1 file known already",
            "All accepted",
        ),
        (make_report(unchanged=14), "Nothing changed: all 14 files were known already", "Nothing changed"),
        (make_report(), "Nothing changed: no files were found", "Nothing changed"),
        (
            make_report(EQUAL, unchanged=1_300),
            "Nothing changed: 1,300 files were known already, 1 submission says the same as before",
            "Nothing changed",
        ),
        (
            make_report(EQUAL, EQUAL),
            "Nothing changed: 2 submissions say the same as before",
            "Nothing changed",
        ),
        (
            make_report(failed=(("cmi4", "no route"),), unchanged=2),
            "1 failed, 2 files known already",
            "Some failed",
        ),
    ],
)
def test_a_run_is_told_in_one_line_and_one_state_name(report: RunReport, message: str, state: str) -> None:
    assert (run_message(report), run_state_name(report)) == (message, state)


def test_markdown_has_a_row_for_each_outcome_and_each_total() -> None:
    report = make_report(ACCEPTED, REJECTED, totals=(make_total("cmi1", "เขต 1", 1200, 1100),))
    lines = run_markdown(report).splitlines()
    assert "| เขต 1 | 2563-1 | 85 | 1,200 | 1,100 | 2,300 | 900 |" in lines
    assert sum(line.startswith("| สพป.เชียงใหม่ เขต 1 |") for line in lines) == 2


def test_markdown_says_of_how_many_schools_totals_are_made_and_what_they_lack() -> None:
    totals = (make_total("cmi1", "เขต 1", 1200, 1100, expected=90),)
    lines = run_markdown(make_report(totals=totals, left_out=(make_left_out(school_count=1),))).splitlines()
    assert "| เขต 1 | 2563-1 | 85 of 90 | 1,200 | 1,100 | 2,300 | 900 |" in lines
    assert "These totals are made of 85 of 90 schools." in lines
    assert "## Not in these totals, or counted elsewhere" in lines
    assert any(line.startswith("- In no sum: 1,033 pupils of 1 school (บ้าน 1") for line in lines)


def test_markdown_shows_pipes_and_line_breaks_of_names_as_they_are() -> None:
    report = make_report(
        make_outcome(file_name="a|b_c.csv"), failed=(("cmi4", "refused:\nlogin | password <none>"),)
    )
    text = run_markdown(report)
    assert "a\\|b\\_c.csv" in text
    assert "| cmi4 | refused: login \\| password \\<none\\> |" in text


def test_every_line_of_a_markdown_table_has_as_many_cells_as_its_heading() -> None:
    report = make_report(make_outcome(file_name="a|b|c.csv", marked_file="x|y.xlsx"))
    rows = [line.replace("\\|", "") for line in run_markdown(report).splitlines() if line.startswith("|")]
    assert {row.count("|") for row in rows} == {12}
