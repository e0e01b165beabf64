"""Facts about agencies through a run's last look, the warehouse, marts, trace, diff and export."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest
from rich.console import Console
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from edusandbox.outcomes import Effect, RunReport, SubmissionOutcome
from edusandbox.reports.comparing import render_comparison
from edusandbox.reports.console import render_run
from edusandbox.reports.export import ExportFormat, write_export
from edusandbox.reports.summary import run_markdown
from edusandbox.reports.tracing import render_trace, trace_as_json
from edusandbox.run.admission import judge
from edusandbox.submissions import CheckedDelivery, Status
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.dictionary.publishing import read_dictionary
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.history.as_at import read_mart, stream_mart
from edusandbox.warehouse.history.comparison import compare_moments, compare_versions
from edusandbox.warehouse.history.trace import Trace, trace_figure
from edusandbox.warehouse.marts.queries import agency_totals
from tests.checking.builders import csv_bytes
from tests.stranger.test_agencies import NAMED, OWN, TITLE, Row
from tests.stranger.warehouses import book, checked_file, load, long_table
from tests.warehouse.builders import Warehouse

MARTS = ("mart_grant_by_agency", "mart_grant_by_province")
GRANTED: list[Row] = [TITLE, ["กองทุน", "เงินที่ได้รับ"], ["กองทุนรัฐ", 5_000.5], ["กองทุนท้องถิ่น", 300]]


def check(rows: list[Row], sender: str = "5001") -> CheckedDelivery:
    return checked_file(csv_bytes([TITLE, *rows]), "w.csv", sender)


def own(*rows: Row) -> CheckedDelivery:
    """A return of the agency 5001 with these rows of funds."""
    return check([OWN[0], *rows])


def judged(warehouse: Warehouse, checked: CheckedDelivery, *, is_forced: bool = False) -> CheckedDelivery:
    with warehouse.engine.connect() as connection:
        (found,) = judge(connection, [checked], is_forced=is_forced, is_period_asked=False)
    return found


def load_all(warehouse: Warehouse, checked: CheckedDelivery) -> tuple[SubmissionOutcome, ...]:
    return warehouse.load_all(*checked.submissions, delivery=checked.delivery, issues=checked.issues)


def traced(warehouse: Warehouse, mart: str, figure: str, **where: Any) -> Trace:  # noqa: ANN401 - any value
    with warehouse.engine.connect() as connection:
        return trace_figure(connection, mart, figure, where)


def codes(checked: CheckedDelivery) -> set[str]:
    return {issue.code for issue in checked.all_issues}


def test_a_return_about_its_sender_is_loaded_without_a_school(workshops: Warehouse) -> None:
    outcome = load(workshops, judged(workshops, check(OWN)))
    assert (outcome.status, outcome.version, outcome.rows_loaded) == (Status.ACCEPTED, 1, 2)
    rows = workshops.query(
        "SELECT fund_code, granted_baht, spent_baht FROM mart_grant_by_agency ORDER BY fund_id"
    )
    assert [(code, float(granted), spent and float(spent)) for code, granted, spent in rows] == [
        ("STATE", 5000.5, 100),
        ("LOCAL", 300, None),
    ]
    assert (workshops.count("ops_submission_school"), workshops.count("dim_school")) == (0, 0)
    assert check_warehouse(workshops.engine) == []


def test_a_return_about_agencies_is_loaded_beside_one_about_schools(workshops: Warehouse) -> None:
    for checked in (long_table(), check(OWN)):
        load(workshops, checked)
    workshops.load_together(*(replace(each, issues=()) for each in (long_table([]), check([*OWN[:2]]))))
    assert check_warehouse(workshops.engine) == []


def test_each_agency_that_a_file_names_has_a_return_of_its_own(workshops: Warehouse) -> None:
    outcomes = load_all(workshops, judged(workshops, check(NAMED, sender="5009")))
    assert {(each.agency_code, each.version, each.rows_loaded) for each in outcomes} == {
        ("5001", 1, 2),
        ("5002", 1, 1),
    }
    rows = workshops.query(
        "SELECT fund_code, agency_count, granted_baht FROM mart_grant_by_province ORDER BY fund_id"
    )
    assert [(code, count, float(granted)) for code, count, granted in rows] == [
        ("STATE", 2, 40),
        ("LOCAL", 1, 20),
    ]


def test_an_amount_is_traced_to_its_cell_and_a_sum_of_a_province_to_each_agency_s(
    workshops: Warehouse,
) -> None:
    load(workshops, check(OWN))
    found = traced(workshops, "mart_grant_by_agency", "granted_baht", agency_code="5001", fund_code="STATE")
    assert found.value == Decimal("5000.50")
    assert found.cells[["fund_code", "cell"]].values.tolist() == [["STATE", "B3"]]
    load_all(workshops, check([NAMED[0], ["5002", "กองทุนรัฐ", 30]], sender="5009"))
    found = traced(workshops, "mart_grant_by_province", "granted_baht", fund_code="STATE")
    assert (found.value, found.row_count) == (Decimal("5030.50"), 1)
    assert sorted(found.cells["cell"]) == ["B3", "C3"]
    assert sorted(found.files["agency_code"]) == ["5001", "5002"]
    console = Console(file=StringIO(), width=200)
    render_trace(found, {}, console, cell_count=5)
    assert isinstance(console.file, StringIO)
    assert "granted_baht: 5,030.50" in console.file.getvalue()
    assert trace_as_json(found, {})["value"] == 5030.5


def test_an_amount_that_is_blank_has_no_figure_to_trace(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    found = traced(workshops, "mart_grant_by_agency", "spent_baht", agency_code="5001", fund_code="LOCAL")
    assert found.value is None


def test_a_value_that_stands_elsewhere_than_its_fact_keeps_its_cell(workshops: Warehouse) -> None:
    spent = [TITLE, ["เงินที่ใช้", "กองทุน"], [100, "กองทุนรัฐ"]]
    checked = book({"ได้รับ": GRANTED, "ใช้": spent})
    load(workshops, checked)
    assert workshops.query("SELECT school_id, key_codes, field FROM ops_cell_source") == [
        (None, "STATE", "spent_baht")
    ]
    found = traced(workshops, "mart_grant_by_agency", "spent_baht", fund_code="STATE")
    assert found.cells[["sheet_name", "cell", "value"]].values.tolist() == [["ใช้", "A3", Decimal("100.00")]]
    assert check_warehouse(workshops.engine) == []


def test_the_cell_of_a_fact_about_an_agency_is_kept_once(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    row = "INSERT INTO ops_cell_source VALUES (1, 'fact_grant', NULL, 'STATE', 'spent_baht', 1, 3, 2)"
    with writing(workshops.engine) as connection:
        connection.execute(text(row))
    with pytest.raises(IntegrityError), writing(workshops.engine) as connection:
        connection.execute(text(row))


def test_a_fact_whose_cell_nothing_names_is_found(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    with writing(workshops.engine) as connection:
        connection.execute(text("DELETE FROM ops_submission_column WHERE field = 'granted_baht'"))
    messages = [finding.message for finding in check_warehouse(workshops.engine)]
    assert messages == ["There are 2 rows of fact_grant with a granted_baht whose cell cannot be named"]


def test_a_new_version_replaces_the_one_before(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    again = judged(workshops, check([OWN[0], ["กองทุนรัฐ", 6_000, 150], OWN[2]]))
    outcome = load(workshops, again)
    assert (outcome.effect, outcome.version) == (Effect.NEW_VERSION, 2)
    assert workshops.query("SELECT version, granted_baht FROM mart_grant_by_agency WHERE fund_id = 1") == [
        (2, Decimal(6_000) if workshops.engine.dialect.name == "postgresql" else 6_000)
    ]


def test_the_same_content_changes_nothing(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    assert load(workshops, check([OWN[0], OWN[2], OWN[1]])).effect is Effect.EQUAL_CONTENT


def test_a_version_that_shares_no_fund_with_the_one_before_waits(workshops: Warehouse) -> None:
    load(workshops, own(OWN[1]))
    other = own(OWN[2])
    found = judged(workshops, other)
    (issue,) = [issue for issue in found.all_issues if issue.code == "HI003"]
    assert "หน่วยงานหรือกองทุน" in issue.message_th
    assert found.status is Status.HELD
    assert judged(workshops, other, is_forced=True).status is Status.ACCEPTED


def test_two_files_that_share_no_fund_wait(workshops: Warehouse) -> None:
    files = [own(OWN[1]), own(OWN[2])]
    with workshops.engine.connect() as connection:
        found = judge(connection, files, is_forced=False, is_period_asked=False)
    assert {each.status for each in found} == {Status.HELD}
    assert all("HI002" in codes(each) for each in found)


def test_an_amount_that_the_version_before_had_is_asked_about_at_its_row(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    found = judged(workshops, check([OWN[0], ["กองทุนรัฐ", 5_000.5, ""], OWN[2]]))
    (issue,) = [issue for issue in found.all_issues if issue.code == "HI004"]
    assert issue.message_th.startswith("กองทุนรัฐ ใช้ มีตัวเลขในฉบับก่อน (รวม 100)")
    assert (issue.place.cell, issue.place.school_code) == ("C3", None)
    assert found.status is Status.ACCEPTED_WITH_QUERIES


def test_what_two_rows_have_lost_is_asked_about_at_each_row(workshops: Warehouse) -> None:
    load(workshops, own(OWN[1], ["กองทุนท้องถิ่น", 300, 20]))
    found = judged(workshops, own(["กองทุนรัฐ", 5_000.5, ""], ["กองทุนท้องถิ่น", 300, ""]))
    asked = {issue.place.cell: issue.message_th for issue in found.all_issues if issue.code == "HI004"}
    assert [(cell, words.partition(" มีตัวเลข")[0]) for cell, words in asked.items()] == [
        ("C3", "กองทุนรัฐ ใช้"),
        ("C4", "กองทุนท้องถิ่น ใช้"),
    ]


def test_a_fund_that_is_gone_is_asked_about(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    found = judged(workshops, own(OWN[1]))
    (issue,) = [issue for issue in found.all_issues if issue.code == "HI004"]
    assert issue.message_th.startswith("กองทุนท้องถิ่น ได้รับ มีตัวเลขในฉบับก่อน (รวม 300)")


def test_what_a_row_that_was_set_aside_held_is_not_asked_about_again(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    found = judged(workshops, own(OWN[1], ["กองทุนท้องถิ่น", "สามร้อย", ""]))
    assert "HI004" not in codes(found)
    assert found.status is Status.PARTLY_ACCEPTED


def test_two_versions_differ_by_fund(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    load(workshops, check([OWN[0], ["กองทุนรัฐ", 6_000, 100], OWN[2]]))
    with workshops.engine.connect() as connection:
        found = compare_versions(connection, "5001", "grants", "2563-1")
    assert found.schools.empty
    columns = ["agency_code", "fund_code", "figure", "before", "after"]
    assert found.figures[columns].values.tolist() == [
        ["5001", "STATE", "granted_baht", Decimal("5000.50"), Decimal("6000.00")]
    ]
    assert found.figures["school_id"].isna().all()
    assert found.totals["change"].tolist() == [Decimal("999.50")]


def test_moments_differ_by_the_returns_of_agencies(workshops: Warehouse) -> None:
    load(workshops, long_table())
    then = datetime.now(UTC)
    load_all(workshops, check(NAMED, sender="5009"))
    with workshops.engine.connect() as connection:
        found = compare_moments(connection, then)
    assert found.schools[["change", "agency_code", "form_code"]].values.tolist() == [
        ["new", "5001", "grants"],
        ["new", "5002", "grants"],
    ]
    assert found.schools["school_id"].isna().all()
    assert found.figures[["agency_code", "fund_code", "after"]].values.tolist() == [
        ["5001", "LOCAL", Decimal("20.00")],
        ["5001", "STATE", Decimal("10.00")],
        ["5002", "STATE", Decimal("30.00")],
    ]
    console = Console(file=StringIO(), width=200)
    render_comparison(found, console, row_count=30)
    assert isinstance(console.file, StringIO)
    assert "Returns about agencies: 2 new, 0 gone" in console.file.getvalue()


def test_a_run_reports_the_sums_of_each_agency_and_no_schools(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    load_all(workshops, check([NAMED[0], ["5002", "กองทุนรัฐ", 30]], sender="5009"))
    with workshops.engine.connect() as connection:
        totals = agency_totals(connection, "2563-1")
        assert agency_totals(connection, "2563-1", ["5002"]) == totals[1:]
    assert [(each.agency_code, each.school_count, dict(each.figures)) for each in totals] == [
        ("5001", None, {"granted_baht": 5300.5, "spent_baht": 100}),
        ("5002", None, {"granted_baht": 30, "spent_baht": None}),
    ]
    report = RunReport("ตัวอย่าง", "2563-1", "sqlite://", (), 0, (("w.csv", "unread"),), totals)
    console = Console(file=StringIO(), width=120)
    render_run(report, console)
    assert isinstance(console.file, StringIO)
    shown = console.file.getvalue()
    assert "5,330.50" in shown
    assert "made of the figures of 2 agencies" in shown
    assert "| Agency | Period | Granted | Spent |" in run_markdown(report)


@pytest.mark.parametrize("mart", MARTS)
def test_marts_of_amounts_are_exported_as_decimals(workshops: Warehouse, tmp_path: Path, mart: str) -> None:
    load(workshops, check(OWN))
    table = next(each for each in read_dictionary() if each.table_name == mart)
    file = tmp_path / "grants.parquet"
    with workshops.engine.connect() as connection, stream_mart(connection, mart) as parts:
        assert write_export(file, ExportFormat.PARQUET, table, parts, ["เงินกองทุน"]) == 2
    amounts = pq.read_table(file)["granted_baht"].to_pylist()
    assert sorted(amounts) == [Decimal("300.00"), Decimal("5000.50")]


def test_a_mart_says_what_it_said_at_a_moment(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    then = datetime.now(UTC)
    load(workshops, check([OWN[0], ["กองทุนรัฐ", 6_000, 100], OWN[2]]))
    with workshops.engine.connect() as connection:
        before, now = (read_mart(connection, MARTS[0], at=at) for at in (then, None))
    assert [float(each.set_index("fund_code")["granted_baht"]["STATE"]) for each in (before, now)] == [
        5000.5,
        6000,
    ]


OFFICE: Row = ["รหัสหน่วยงาน", "เจ้าหน้าที่สำนักงาน", "เงินสดสำนักงาน"]


def office(clerks: object, cash: object) -> CheckedDelivery:
    title: Row = ["สำนักงาน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
    return checked_file(csv_bytes([title, OFFICE, ["5001", clerks, cash]]), "o.csv")


def test_one_fact_of_an_agency_is_loaded_compared_and_told(workshops: Warehouse) -> None:
    load(workshops, office(12, 1000.25))
    assert workshops.query("SELECT clerk_count FROM fact_office") == [(12,)]
    asked = judged(workshops, office(12, ""))
    (issue,) = [issue for issue in asked.all_issues if issue.code == "HI004"]
    assert (issue.place.cell, issue.message_th.partition(" มี")[0]) == ("C3", "เงินสด")
    load(workshops, office(13, 1000.25))
    with workshops.engine.connect() as connection:
        found = compare_versions(connection, "5001", "offices", "2563-1")
    assert found.figures[["figure", "before", "after"]].values.tolist() == [["clerk_count", 12, 13]]
    assert check_warehouse(workshops.engine) == []


def test_the_same_funds_in_a_row_instead_of_two_are_no_shrunk_version(workshops: Warehouse) -> None:
    load(workshops, check(OWN))
    wide = check([["กองทุนรัฐ ได้รับ", "กองทุนท้องถิ่น ได้รับ"], [6_000, 300]])
    assert "HI001" not in codes(judged(workshops, wide))


def test_a_version_of_less_than_half_of_the_facts_waits(workshops: Warehouse) -> None:
    tasks: list[Row] = [["รหัสงาน", "ชื่องาน", "ผู้ทำงาน"], *([f"ก-{number}", "งาน", 1] for number in range(9))]
    title: Row = ["งานของเขต ภาคเรียนที่ 1 ปีการศึกษา 2563"]
    load(workshops, checked_file(csv_bytes([title, *tasks]), "t.csv"))
    found = judged(workshops, checked_file(csv_bytes([title, *tasks[:5]]), "t.csv"))
    assert "HI001" in codes(found)
