"""Rows told apart by codes of no list: projects, innovations, lines of a budget."""

from dataclasses import replace
from decimal import Decimal

import pandas as pd
import pytest
from sqlalchemy import select, text

from edusandbox.run.admission import judge
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Status
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.history.comparison import compare_versions
from edusandbox.warehouse.history.fact_reading import with_places
from edusandbox.warehouse.tables.collection import FACT_TABLES
from schemas.fields import Identifier
from tests.checking.builders import csv_bytes, issue_cells
from tests.stranger.schemas.forms.tasks import FIELDS, FORM
from tests.stranger.test_agencies import Row
from tests.stranger.warehouses import checked_file, load
from tests.warehouse.builders import Warehouse

TITLE: Row = ["งานของเขต ภาคเรียนที่ 1 ปีการศึกษา 2563"]
HEAD: Row = ["รหัสงาน", "ชื่องาน", "ผู้ทำงาน", "ราคางาน"]
READ: Row = ["ก-1", "อ่านคล่อง", 3, 1_000.25]
WRITE: Row = ["ข-2", "เขียนคล่อง", 4, ""]


def check(*rows: Row) -> CheckedDelivery:
    return checked_file(csv_bytes([TITLE, HEAD, *rows]), "w.csv")


def only(checked: CheckedDelivery) -> CheckedSubmission:
    (submission,) = checked.submissions
    return submission


def judged(warehouse: Warehouse, checked: CheckedDelivery) -> CheckedDelivery:
    with warehouse.engine.connect() as connection:
        (found,) = judge(connection, [checked], is_forced=False, is_period_asked=False)
    return found


def messages(checked: CheckedDelivery, rule: str) -> list[tuple[str, str, str]]:
    return [
        (issue.place.cell or "", issue.message_th, issue.message_en)
        for issue in checked.all_issues
        if issue.code == rule
    ]


def test_codes_are_kept_as_they_are_read() -> None:
    facts = only(check(["ก-๑", *READ[1:]], WRITE)).facts["fact_task"]
    assert facts[["task_code", "task_name", "doer_count"]].values.tolist() == [
        ["ก-1", "อ่านคล่อง", 3],
        ["ข-2", "เขียนคล่อง", 4],
    ]


def test_a_task_without_a_code_is_set_aside_and_told() -> None:
    checked = check(READ, ["", "คิดเลข", 5, 10], WRITE)
    assert messages(checked, "VA044") == [("A4", "ไม่มีรหัสงาน", "The code of the task is missing")]
    assert only(checked).facts["fact_task"]["task_code"].tolist() == ["ก-1", "ข-2"]
    assert only(checked).row_count_set_aside == 1


def test_a_last_task_without_a_code_is_set_aside_unless_its_figures_are_the_sums() -> None:
    assert issue_cells(check(READ, WRITE, ["", "คิดเลข", 5, 10])) == {("VA044", "A5")}
    summed = check(READ, WRITE, ["", "", 7, 1_000.25])
    assert only(summed).row_count == 2
    assert "VA044" not in {code for code, _ in issue_cells(summed)}


@pytest.mark.parametrize("said", [["รวม", ""], ["", "รวม"], ["", "รวมทั้งสิ้น"]])
def test_totals_over_all_tasks_are_proved(said: list[object]) -> None:
    right, wrong = (check(READ, WRITE, [*said, doers, ""]) for doers in (7, 8))
    assert only(right).row_count == only(wrong).row_count == 2
    assert {code for code, _ in issue_cells(right)} == {"SU101"}
    assert ("SU003", "C5") in issue_cells(wrong)


def test_a_task_that_stands_twice_is_told_as_a_task() -> None:
    found = messages(check(READ, WRITE, ["ก-1", "อ่านซ้ำ", 1, 1]), "RO001")
    assert {message for _, message, _ in found} == {"งานนี้มีมากกว่าหนึ่งแถว (แถว 3, 5)"}
    assert {message for _, _, message in found} == {"The task stands in more than one row (rows 3, 5)"}


def test_tasks_are_loaded_by_their_codes(workshops: Warehouse) -> None:
    outcome = load(workshops, check(READ, WRITE))
    assert (outcome.status, outcome.rows_loaded) == (Status.ACCEPTED, 2)
    rows = workshops.query("SELECT task_code, task_name, doer_count FROM fact_task ORDER BY task_code")
    assert rows == [("ก-1", "อ่านคล่อง", 3), ("ข-2", "เขียนคล่อง", 4)]
    assert check_warehouse(workshops.engine) == []


def test_a_value_of_a_task_knows_its_cell(workshops: Warehouse) -> None:
    load(workshops, check(READ, WRITE))
    with workshops.engine.connect() as connection:
        result = connection.execute(select(FACT_TABLES["fact_task"]))
        facts = pd.DataFrame(result.all(), columns=list(result.keys()), dtype="object")
        placed = with_places(connection, "fact_task", facts.assign(field="price_baht"))
    assert sorted(zip(placed["source_row"], placed["source_column"], strict=True)) == [(3, 4), (4, 4)]


def test_a_value_without_a_cell_is_found(workshops: Warehouse) -> None:
    load(workshops, check(READ, WRITE))
    with writing(workshops.engine) as connection:
        connection.execute(text("DELETE FROM ops_submission_column WHERE field = 'doer_count'"))
    (finding,) = check_warehouse(workshops.engine)
    assert finding.message == "There are 2 rows of fact_task with a doer_count whose cell cannot be named"


def test_versions_are_compared_by_task(workshops: Warehouse) -> None:
    load(workshops, check(READ, WRITE))
    apart = judged(workshops, check(["ค-3", "คิดเลข", 5, 10]))
    ((_, message, _),) = messages(apart, "HI003")
    assert "ไม่มีงานที่ซ้ำกับฉบับปัจจุบัน" in message
    blank = judged(workshops, check([*READ[:2], 3, ""], WRITE))
    ((_, message, _),) = messages(blank, "HI004")
    assert message.startswith("งาน ก-1 ราคางาน มีตัวเลขในฉบับก่อน (รวม 1,000.25)")
    aside = judged(workshops, check(["ก-1", "อ่านคล่อง", "สาม", 9], WRITE))
    assert messages(aside, "HI004") == []


def test_two_versions_differ_by_task(workshops: Warehouse) -> None:
    load(workshops, check(READ, WRITE))
    load(workshops, check([*READ[:3], 2_000], WRITE))
    with workshops.engine.connect() as connection:
        found = compare_versions(connection, "5001", "tasks", "2563-1")
    columns = ["agency_code", "task_code", "figure", "before", "after"]
    assert found.figures[columns].values.tolist() == [
        ["5001", "ก-1", "price_baht", Decimal("1000.25"), Decimal("2000.00")]
    ]


def test_a_code_that_tells_rows_apart_without_a_noun_is_refused() -> None:
    fields = tuple(Identifier("task_code") if each.name == "task_code" else each for each in FIELDS)
    with pytest.raises(ValueError, match="is its noun"):
        replace(FORM, fields=fields)
