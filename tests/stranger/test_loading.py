"""Workshops in the warehouse: every kind of value as it was read, with its mark and its cell."""

from decimal import Decimal

import pandas as pd
import pytest
from sqlalchemy import text

from edusandbox.outcomes import Effect
from edusandbox.submissions import CheckedDelivery, Status
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.history.comparison import compare_versions
from edusandbox.warehouse.history.fact_reading import with_places
from tests.checking.builders import csv_bytes, issue_cells
from tests.stranger.test_reading import LONG, REMARK, ROWS
from tests.stranger.warehouses import (
    LOADED,
    MARKS,
    TITLE,
    VALUES,
    book,
    by_key,
    changed,
    checked_file,
    facts,
    load,
    long_table,
)
from tests.warehouse.builders import Warehouse

BY_TOPIC = [
    *("รหัสโรงเรียน", "อ่าน ผู้เข้าอบรม", "อ่าน คะแนนเฉลี่ย", "เขียน ผู้เข้าอบรม", "เขียน คะแนนเฉลี่ย", "วันที่อบรม"),
    "ข้อเสนอแนะ",
]
TAKERS = ["รหัสโรงเรียน", "หัวข้ออบรม", "ผู้เข้าอบรม", "ข้อเสนอแนะ"]
SCORES = ["ข้อเสนอแนะ", "รหัสโรงเรียน", "หัวข้ออบรม", "คะแนนเฉลี่ย"]


def cells(warehouse: Warehouse, names: tuple[str, ...] = VALUES) -> dict[tuple[str, str, str], str]:
    """Sheet, row and column of each value, by school, topic and field."""
    rows = facts(warehouse.engine)
    values = pd.concat([rows.assign(field=name) for name in names], ignore_index=True)
    with warehouse.engine.connect() as connection:
        placed = with_places(connection, "fact_workshop", values)
    return {
        (row.school_code, row.topic_code, row.field): (
            f"{row.source_sheet_number}!{' ABCDEFGHIJKLMN'[row.source_column]}{row.source_row}"
            if row.source_column
            else ""
        )
        for row in placed.itertuples()
    }


def test_every_kind_of_value_is_loaded_as_it_was_read(workshops: Warehouse) -> None:
    outcome = load(workshops, long_table())
    assert (outcome.status, outcome.version, outcome.rows_loaded) == (Status.ACCEPTED, 1, 3)
    loaded = facts(workshops.engine)
    assert by_key(loaded, VALUES) == LOADED
    assert {type(value) for value in loaded["cost_baht"]} == {Decimal}
    assert {type(value) for value in loaded["has_mentor"]} == {bool}
    assert check_warehouse(workshops.engine) == []


def test_what_was_left_blank_what_is_hidden_and_what_there_is_not_differ(workshops: Warehouse) -> None:
    load(workshops, long_table([changed(ROWS[0], F="*", G="*"), *ROWS[1:]]))
    marks = by_key(facts(workshops.engine), MARKS)
    nothing: list[str | None] = [None] * len(MARKS)
    assert marks["50010001", "READ"] == (None, None, "c", "c", *nothing[4:])
    assert marks["50010001", "WRITE"] == tuple(nothing)
    # A dash is zero of an amount, and none of a mean; the other cells are blank.
    assert marks["50010002", "SUMS"] == (None, "z", "x", None, "x", "x", "x", None, "x")


def test_a_dash_says_of_any_value_but_counts_and_amounts_that_there_is_none(workshops: Warehouse) -> None:
    row = changed(ROWS[0], D="-", E="-", F="-", G="-", H="-", I="-", J="-", K="-", L="-")
    load(workshops, long_table([row]))
    (found,) = by_key(facts(workshops.engine), (*VALUES[:-1], *MARKS)).values()
    assert found[:9] == (0, None, None, Decimal(0), Decimal(0), None, None, None, None)
    assert found[9:] == (None, "z", "z", None, None, "z", "z", "z", "z")


def test_what_cannot_be_read_of_a_row_that_is_loaded_is_missing_and_not_none(workshops: Warehouse) -> None:
    load(workshops, long_table([changed(ROWS[0], I="เมื่อวาน")]))
    assert list(by_key(facts(workshops.engine), ("held_date", "held_mark_code")).values()) == [(None, "x")]


def test_a_table_without_a_column_is_told_from_a_blank_cell(workshops: Warehouse) -> None:
    rows = [TITLE, BY_TOPIC, ["50010001", 12, "55.5", 3, "", "", "เพิ่มเวลา"]]
    load(workshops, checked_file(csv_bytes(rows), "w.csv"))
    found = by_key(facts(workshops.engine), ("taker_count", "mean_score", "remark_text", *MARKS))
    assert found == {
        ("50010001", "READ"): (12, 55.5, "เพิ่มเวลา", None, None, "z", "z", "z", "x", "z", "z", "z"),
        ("50010001", "WRITE"): (3, None, "เพิ่มเวลา", None, "x", "z", "z", "z", "x", "z", "z", "z"),
    }
    assert cells(workshops, ("taker_count", "remark_text", "start_time")) == {
        ("50010001", "READ", "taker_count"): "1!B3",
        ("50010001", "WRITE", "taker_count"): "1!D3",
        ("50010001", "READ", "remark_text"): "1!G3",
        ("50010001", "WRITE", "remark_text"): "1!G3",
        ("50010001", "READ", "start_time"): "",
        ("50010001", "WRITE", "start_time"): "",
    }


def test_every_value_knows_its_cell(workshops: Warehouse) -> None:
    load(workshops, long_table())
    found = cells(workshops)
    columns = dict(zip(VALUES, "DEFGHIJKLM", strict=True))
    lines = {key: row for row, key in enumerate(LOADED, start=3)}
    assert found == {
        (*key, field): f"1!{column}{lines[key]}" for key in LOADED for field, column in columns.items()
    }
    assert workshops.count("ops_cell_source") == 0


def test_rows_that_complete_each_other_become_one_fact_and_keep_their_cells(workshops: Warehouse) -> None:
    checked = book(
        {
            "จำนวน": [TITLE, TAKERS, ["50010001", "อ่าน", 12, ""], ["50010001", "เขียน", 7, "ดี"]],
            "คะแนน": [TITLE, SCORES, ["ดี", "50010001", "เขียน", 62.75], [REMARK, "50010001", "อ่าน", 55.5]],
        }
    )
    assert "RO001" not in {code for code, _ in issue_cells(checked)}
    load(workshops, checked)
    assert by_key(facts(workshops.engine), ("taker_count", "mean_score", "remark_text")) == {
        ("50010001", "READ"): (12, 55.5, REMARK),
        ("50010001", "WRITE"): (7, 62.75, "ดี"),
    }
    assert cells(workshops, ("taker_count", "mean_score", "remark_text")) == {
        ("50010001", "READ", "taker_count"): "1!C3",
        ("50010001", "WRITE", "taker_count"): "1!C4",
        ("50010001", "READ", "mean_score"): "2!D4",
        ("50010001", "WRITE", "mean_score"): "2!D3",
        ("50010001", "READ", "remark_text"): "2!A4",
        ("50010001", "WRITE", "remark_text"): "1!D4",
    }


def test_rows_that_complete_each_other_may_not_contradict_each_other() -> None:
    checked = book(
        {
            "จำนวน": [TITLE, TAKERS, ["50010001", "อ่าน", 12, "ดี"], ["50010002", "อ่าน", 12, "ดี"]],
            "คะแนน": [TITLE, SCORES, ["ไม่ดี", "50010001", "อ่าน", 55.5], ["ดี", "50010002", "อ่าน", 9]],
        }
    )
    assert {("RO001", "A3"), ("RO001", "B3")} <= issue_cells(checked)
    (submission,) = checked.submissions
    assert submission.facts["fact_workshop"]["school_code"].tolist() == ["50010002"]


def test_a_copy_of_a_sheet_with_another_remark_is_no_copy() -> None:
    rows = [TITLE, TAKERS, ["50010001", "อ่าน", 12, "ดี"]]
    checked = book({"หนึ่ง": rows, "สอง": [*rows[:2], [*rows[2][:3], "ไม่ดี"]]})
    assert "RO001" in {code for code, _ in issue_cells(checked)}
    assert "LA013" not in {code for code, _ in issue_cells(checked)}


def test_the_same_content_in_other_bytes_changes_nothing(workshops: Warehouse) -> None:
    load(workshops, long_table())
    again = long_table([*ROWS[::-1]], title=[*TITLE, "ส่งอีกครั้ง"])
    assert load(workshops, again).effect is Effect.EQUAL_CONTENT
    assert workshops.count("fact_workshop") == 3
    assert workshops.count("ops_submission") == 1


@pytest.mark.parametrize("cell", [{"G": "1,250.51 บาท"}, {"M": "ข้อ ๑  เพิ่มเวลา"}, {"L": "สนาม"}, {"K": "ไม่มี"}])
def test_a_changed_value_of_any_kind_is_a_new_version(workshops: Warehouse, cell: dict[str, str]) -> None:
    load(workshops, long_table())
    outcome = load(workshops, long_table([changed(ROWS[0], **cell), *ROWS[1:]]))
    assert (outcome.effect, outcome.version) == (Effect.NEW_VERSION, 2)
    rows = workshops.query("SELECT version, is_current, status FROM ops_submission ORDER BY version")
    assert [(version, bool(current)) for version, current, _ in rows] == [(1, False), (2, True)]
    assert rows[0][2] == Status.SUPERSEDED
    assert workshops.count("fact_workshop") == 6
    assert check_warehouse(workshops.engine) == []


def test_a_row_with_an_error_is_set_aside_as_it_was_typed(workshops: Warehouse) -> None:
    outcome = load(workshops, long_table([changed(ROWS[0], G="ห้าร้อย"), *ROWS[1:]]))
    assert (outcome.status, outcome.rows_loaded, outcome.rows_set_aside) == (Status.PARTLY_ACCEPTED, 2, 1)
    ((row, content),) = workshops.query("SELECT source_row, content FROM ops_set_aside_row")
    assert row == 3
    assert '"งบประมาณ": "ห้าร้อย"' in content
    assert set(by_key(facts(workshops.engine), VALUES)) == LOADED.keys() - {("50010001", "READ")}


def test_sums_of_amounts_are_exact_to_the_satang(workshops: Warehouse) -> None:
    rows = [
        [f"5001{number:04}", "บ้าน", "อ่าน", 1, 50, "", "0.10", "99,999,999.99"] for number in range(1, 1001)
    ]
    load(workshops, long_table([[*row, *[""] * 5] for row in rows]))
    satang = "SUM(CAST(ROUND({0} * 100) AS BIGINT))"
    ((small, large),) = workshops.query(
        f"SELECT {satang.format('cost_baht')}, {satang.format('change_baht')} FROM fact_workshop"  # noqa: S608
    )
    assert (int(small), int(large)) == (10_000, 9_999_999_999_000)


def test_parts_of_a_satang_are_told_and_rounded(workshops: Warehouse) -> None:
    checked = long_table([changed(ROWS[0], G="33.335"), *ROWS[1:]])
    assert ("VA110", "G3") in issue_cells(checked)
    load(workshops, checked)
    ((cost,),) = [
        row for key, row in by_key(facts(workshops.engine), ("cost_baht",)).items() if key[1] == "READ"
    ]
    assert cost in {Decimal("33.33"), Decimal("33.34")}


@pytest.mark.parametrize("amount", ["1,000,000,000,000", "-1,000,000,000,000"])
def test_an_amount_larger_than_the_warehouse_holds_is_an_error(amount: str) -> None:
    assert ("VA029", "H3") in issue_cells(long_table([changed(ROWS[0], H=amount)]))


def test_a_code_that_is_no_key_is_a_value_like_others(workshops: Warehouse) -> None:
    roles = ["ครูผู้สอน", "", "-"]

    def with_roles(*, first: str) -> CheckedDelivery:
        rows = [[*row, role] for row, role in zip(ROWS, [first, *roles[1:]], strict=True)]
        return checked_file(csv_bytes([TITLE, [*LONG, "จัดโดย"], *rows]), "w.csv")

    load(workshops, with_roles(first=roles[0]))
    found = by_key(facts(workshops.engine), ("role_code", "role_mark_code"))
    assert list(found.values()) == [("TEACH", None), (None, "x"), (None, "z")]
    assert cells(workshops, ("role_code",))["50010001", "READ", "role_code"] == "1!N3"
    load(workshops, with_roles(first="ผอ."))
    with workshops.engine.connect() as connection:
        differing = compare_versions(connection, "5001", "workshop", "2563").figures
    assert differing[["topic_code", "figure", "before", "after"]].values.tolist() == [
        ["READ", "role_code", "TEACH", "HEAD"]
    ]
    assert ("VA006", "N3") in issue_cells(with_roles(first="กัปตัน"))
    assert check_warehouse(workshops.engine) == []


def test_a_form_over_two_dimensions_is_loaded(workshops: Warehouse) -> None:
    rows = [
        ["อัตรากำลัง ภาคเรียนที่ 1 ปีการศึกษา 2563"],
        ["รหัสโรงเรียน", "อัตรา ครู ข้าราชการ", "อัตรา ครู อัตราจ้าง"],
        ["50010001", 10, "*"],
        ["50010002", 4, 0],
    ]
    load(workshops, checked_file(csv_bytes(rows), "p.csv"))
    found = facts(workshops.engine, "fact_post")[
        ["school_code", "role_code", "contract_code", "post_count", "post_mark_code"]
    ]
    assert found.where(found.notna(), None).values.tolist() == [
        ["50010001", "TEACH", "TENURED", 10, None],
        ["50010001", "TEACH", "HIRED", None, "c"],
        ["50010002", "TEACH", "TENURED", 4, None],
        ["50010002", "TEACH", "HIRED", 0, None],
    ]
    assert check_warehouse(workshops.engine) == []


def test_a_fact_without_a_code_of_its_list_is_found(workshops: Warehouse) -> None:
    load(workshops, long_table())
    engine = workshops.engine
    with engine.connect() as connection:
        if engine.dialect.name == "sqlite":
            connection.exec_driver_sql("COMMIT")
            connection.exec_driver_sql("PRAGMA foreign_keys = OFF")
            connection.exec_driver_sql("BEGIN")
        connection.execute(text("UPDATE fact_workshop SET topic_id = 99 WHERE topic_id = 3"))
        connection.commit()
    messages = [finding.message for finding in check_warehouse(engine)]
    assert messages == ["There is 1 row of fact_workshop with a topic_id that dim_topic has not"]
