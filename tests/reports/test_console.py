import io
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from rich.cells import cell_len
from rich.console import Console

from edusandbox.outcomes import Effect
from edusandbox.reports.console import render_check, render_run, render_status
from edusandbox.reports.example_queries import example_queries
from edusandbox.submissions import CheckedDelivery, Status
from schemas.issues import Place, Severity
from tests.reports.builders import (
    CHECKED_AT,
    make_checked,
    make_delivery,
    make_issue,
    make_left_out,
    make_outcome,
    make_report,
    make_total,
)

Render = Callable[[Any, Console], None]
LONG_PATH = "/srv/edusandbox/chiang_mai/out/cmi1/2563-1/จำนวนนักเรียนรายโรงเรียน ปีการศึกษา 2563.xlsx_ตรวจแล้ว.xlsx"


def shown(render: Render, value: object, *, terminal: bool = False) -> str:
    console = Console(width=80, file=io.StringIO(), force_terminal=terminal)
    render(value, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def board_row(**changes: object) -> dict[str, object]:
    row: dict[str, object] = {
        "agency_code": "cmi1",
        "agency_name_th": "สพป.เชียงใหม่ เขต 1",
        "form_code": "enrolment",
        "part_code": "",
        "period_code": "2563-1",
        "status": "accepted",
        "due_date": "2020-06-30",
        "received_at": CHECKED_AT,
        "file_name": "enrolment.csv",
        "row_count_loaded": 1085,
        "row_count_set_aside": 2,
    }
    return row | changes


NOT_RECEIVED = {
    "status": "not_received",
    "received_at": None,
    "file_name": None,
    "row_count_loaded": None,
    "row_count_set_aside": None,
}


def test_a_run_begins_with_what_it_did() -> None:
    report = make_report(make_outcome(), make_outcome(Status.PARTLY_ACCEPTED))
    assert shown(render_run, report).startswith("1 accepted, 1 with rows set aside.\n")


@pytest.mark.parametrize(("unchanged", "words"), [(14, "all 14 files were"), (1, "the only file was")])
def test_a_run_that_changed_nothing_says_so_first(unchanged: int, words: str) -> None:
    assert shown(render_run, make_report(unchanged=unchanged)).startswith(
        f"Nothing changed: {words} known already.\n"
    )


@pytest.mark.parametrize("status", [*Status])
def test_a_status_is_a_word_with_and_without_colour(status: Status) -> None:
    report = make_report(make_outcome(status))
    plain, coloured = shown(render_run, report), shown(render_run, report, terminal=True)
    first_word = {"nil": "nothing"}.get(status.value, status.value.split("_", maxsplit=1)[0])
    assert f" {first_word}" in plain
    assert "\x1b[" not in plain
    assert first_word in coloured


def test_issues_of_a_run_are_told_as_errors_queries_and_notices() -> None:
    assert " 2/1/3" in shown(render_run, make_report(make_outcome(Status.PARTLY_ACCEPTED)))


def test_a_file_without_a_form_is_told_by_its_name_markup_and_all() -> None:
    outcome = make_outcome(Status.REJECTED, effect=Effect.NOT_LOADED, file_name="[red]x.pdf")
    assert "[red]x.pdf" in shown(render_run, make_report(outcome))


def test_tables_keep_within_80_columns() -> None:
    report = make_report(
        *(
            make_outcome(status, agency_name_th="สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต 1")
            for status in Status
        ),
        totals=(make_total("cmi1", "สำนักงานเขตพื้นที่การศึกษาประถมศึกษาเชียงใหม่ เขต 1", 123_456, 654_321),),
    )
    text = shown(render_run, report) + shown(render_status, [board_row(), board_row(**NOT_RECEIVED)])
    assert max(cell_len(line) for line in text.splitlines() if not line[:1].isdigit()) <= 80
    assert text.count("0/1/3") == len(Status) - 1
    assert text.count("777,777") == 2


def test_totals_add_up_over_agencies() -> None:
    totals = (make_total("cmi1", "เขต 1", 1000, 900), make_total("cmi2", "เขต 2", 20, 30))
    text = shown(render_run, make_report(totals=totals))
    row = next(line for line in text.splitlines() if "Together" in line)
    assert row.split() == ["Together", "2563-1", "170", "1,020", "930", "1,950", "1,800"]


def test_totals_say_of_how_many_schools_they_are_made() -> None:
    totals = (
        make_total("cmi1", "เขต 1", 1000, 900, expected=90),
        make_total("cmi2", "เขต 2", 1, 2, expected=85),
    )
    text = shown(render_run, make_report(totals=totals))
    rows = [" ".join(line.split()) for line in text.splitlines()]
    assert "เขต 1 2563-1 85 of 90 1,000 900 1,900 900" in rows
    assert any(row.startswith("Together 2563-1 170 of 175 ") for row in rows)
    assert "These totals are made of 170 of 175 schools." in rows


def test_where_a_register_is_missing_totals_say_that_nobody_knows_the_number_of_schools() -> None:
    totals = (make_total("cmi1", "เขต 1", 1000, 900, expected=90), make_total("cmi2", "เขต 2", 1, 2))
    text = " ".join(shown(render_run, make_report(totals=totals)).split())
    assert "Together 2563-1 170 1,001 " in text
    assert "made of 170 schools. No register says how many there should be of เขต 2." in text


def test_what_is_in_no_sum_and_what_counts_elsewhere_stand_below_the_totals() -> None:
    left_out = (make_left_out(), make_left_out(heard="cmi1", school_count=1))
    text = " ".join(shown(render_run, make_report(left_out=left_out)).split())
    assert (
        "In no sum: 1,033 pupils of 2 schools (บ้าน 1 (50010001), บ้าน 2 (50010002)) that เขต 1 reports "
        "(enrolment); เขต 2 reports these schools too and is heard."
    ) in text
    assert (
        "By the register in the sum of เขต 2: 1,033 pupils of 1 school (บ้าน 1 (50010001)) that เขต 1 reports "
        "(enrolment)."
    ) in text


def test_paths_stay_whole_so_that_they_can_be_copied() -> None:
    outcomes = (make_outcome(marked_file=LONG_PATH), make_outcome(marked_file=LONG_PATH))
    lines = shown(render_run, make_report(*outcomes)).splitlines()
    assert lines.count(f"  {LONG_PATH}") == 1
    assert "Warehouse: sqlite:///warehouse.db" in lines


def test_what_failed_is_told_with_its_reason() -> None:
    text = shown(render_run, make_report(failed=(("cmi4", "the server refused the login [530]"),)))
    assert "failed cmi4: the server refused the login [530]\n" in text


def test_a_run_ends_with_queries_that_run_as_they_stand() -> None:
    text = shown(render_run, make_report(make_outcome()))
    queries = example_queries("2563-1")
    assert len(queries) == 3
    for query in queries:
        assert query.sql in text
        assert sqlite3.complete_statement(query.sql)
        assert max(len(line) for line in query.sql.splitlines()) <= 78


def test_a_period_cannot_break_out_of_a_query() -> None:
    assert all("'x''; DROP'" in query.sql for query in example_queries("x'; DROP"))


def test_a_check_begins_with_the_verdict_and_groups_the_issues() -> None:
    issues = (
        make_issue(place=Place("นักเรียน", 4, 2)),
        make_issue(place=Place("นักเรียน", 9, 2)),
        make_issue(Severity.NOTICE, code="LA002", place=Place("นักเรียน", 12), message_th="แถวนี้เป็นแถวรวม"),
    )
    lines = shown(render_check, [make_checked(*issues)]).splitlines()
    assert lines == [
        "2563-1/enrolment.csv: partly accepted",
        "  enrolment (layout dmc_area), 2563-1, agency cmi1: partly accepted",
        "  3 rows: 2 usable, 1 set aside; 2 errors, 0 queries, 1 notice",
        "",
        "error VA001, 2 cells",
        "  sheet นักเรียน: B4, B9",
        "  ค่านี้ไม่ใช่จำนวน",
        "  This is not a count",
        "  กรอกเป็นตัวเลข",
        "  Write a number",
        "",
        "notice LA002",
        "  sheet นักเรียน: row 12",
        "  แถวนี้เป็นแถวรวม",
        "  This is not a count",
        "  กรอกเป็นตัวเลข",
        "  Write a number",
    ]


def test_a_check_of_a_file_without_a_form_says_so() -> None:
    checked = CheckedDelivery(make_delivery("หนังสือ.pdf"), (), (make_issue(code="FI001", place=Place()),))
    lines = shown(render_check, [checked]).splitlines()
    assert lines[:2] == ["หนังสือ.pdf: rejected", "  No form was recognised in it."]
    assert "  the whole file" in lines


def test_the_board_counts_and_shows_what_came_and_what_did_not() -> None:
    text = shown(render_status, [board_row(), board_row(**NOT_RECEIVED), board_row(period_code="FY2563")])
    assert text.startswith("2563-1: 1 of 2 received\n")
    assert "FY2563: 1 of 1 received\n" in text
    assert "30 Jun 2563  8 Jun 2563" in text
    assert "not received" in " ".join(text.split()) or " not " in text


def test_what_is_missing_after_its_due_day_is_called_overdue() -> None:
    missing = board_row(**NOT_RECEIVED)
    text = shown(render_status, [board_row(), missing, {**missing, "is_overdue": True}])
    assert text.startswith("2563-1: 1 of 3 received, 1 overdue\n")
    assert text.count("overdue") == 2


def test_an_empty_board_says_why() -> None:
    assert shown(render_status, []).startswith("Nothing is expected")
