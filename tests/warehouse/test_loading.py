"""What each kind of delivery does to the warehouse, and to the versions that are there."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from edusandbox.outcomes import Effect
from edusandbox.submissions import Status
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.marts.queries import submission_status
from edusandbox.warehouse.tables.operation_tables import ops_delivery, ops_submission
from schemas.issues import Place, Severity
from tests.warehouse.builders import (
    HIDDEN,
    RECEIVED_AT,
    Figures,
    Warehouse,
    make_delivery,
    make_enrolment,
    make_issue,
)

FIGURES: Figures = {
    ("50010001", "P1"): (10, 11, 1),
    ("50010001", "P2"): (0, None, 1),
    ("50010002", "P1"): (HIDDEN, 3, None),
}
OTHER_FIGURES: Figures = {("50010001", "P1"): (20, 21, 2)}
VERSIONS = "SELECT version, verdict, status, is_current, closed_at IS NOT NULL FROM ops_submission ORDER BY 1"
CURRENT_CELLS = """
    SELECT s.smis_code, g.grade_code, x.sex_code, f.pupil_count, f.mark_code
    FROM fact_enrolment_by_sex AS f
    JOIN ops_submission AS o ON o.submission_id = f.submission_id AND o.is_current
    JOIN dim_school AS s ON s.school_id = f.school_id
    JOIN dim_grade AS g ON g.grade_id = f.grade_id
    JOIN dim_sex AS x ON x.sex_id = f.sex_id
"""


def status_of(warehouse: Warehouse) -> dict[str, object]:
    with warehouse.engine.connect() as connection:
        (row,) = [
            row
            for row in submission_status(connection, "2563-1")
            if row["form_code"] == "enrolment" and row["agency_code"] == "area1"
        ]
    return row


def test_a_first_return_becomes_the_current_version(warehouse: Warehouse) -> None:
    outcome = warehouse.load(make_enrolment(FIGURES))
    assert (outcome.effect, outcome.version, outcome.rows_loaded) == (Effect.NEW_VERSION, 1, 2)
    assert warehouse.query(VERSIONS) == [(1, "accepted", "accepted", 1, 0)]


def test_every_cell_arrives_with_its_mark(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    assert set(warehouse.query(CURRENT_CELLS)) == {
        ("50010001", "P1", "male", 10, None),
        ("50010001", "P1", "female", 11, None),
        ("50010001", "P2", "male", 0, None),
        ("50010001", "P2", "female", None, "x"),
        ("50010002", "P1", "male", None, "c"),
        ("50010002", "P1", "female", 3, None),
    }


def test_a_newer_return_closes_the_older_and_keeps_its_facts(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    outcome = warehouse.load(make_enrolment(OTHER_FIGURES))
    assert (outcome.effect, outcome.version) == (Effect.NEW_VERSION, 2)
    assert warehouse.query(VERSIONS) == [
        (1, "accepted", "superseded", 0, 1),
        (2, "accepted", "accepted", 1, 0),
    ]
    assert warehouse.count("fact_enrolment") == 3 + 1
    assert {cell[3] for cell in warehouse.query(CURRENT_CELLS)} == {20, 21}


def test_the_same_delivery_again_changes_nothing(warehouse: Warehouse) -> None:
    delivery = make_delivery(content="once")
    warehouse.load(make_enrolment(FIGURES), delivery=delivery)
    outcome = warehouse.load(make_enrolment(FIGURES), delivery=delivery)
    assert (outcome.effect, outcome.version) == (Effect.EQUAL_CONTENT, 1)
    assert (warehouse.count("ops_delivery"), warehouse.count("ops_submission")) == (1, 1)


def test_equal_content_in_other_bytes_is_noted_and_changes_nothing(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    outcome = warehouse.load(make_enrolment(FIGURES))
    assert (outcome.effect, outcome.version) == (Effect.EQUAL_CONTENT, 1)
    assert (warehouse.count("ops_delivery"), warehouse.count("ops_submission")) == (2, 1)


def test_content_equal_to_a_closed_version_is_a_new_version(warehouse: Warehouse) -> None:
    for figures in (FIGURES, OTHER_FIGURES, FIGURES):
        outcome = warehouse.load(make_enrolment(figures))
    assert (outcome.effect, outcome.version) == (Effect.NEW_VERSION, 3)
    assert [row[3] for row in warehouse.query(VERSIONS)] == [0, 0, 1]


def test_reading_an_old_file_again_that_still_lies_there_does_not_bring_its_figures_back(
    warehouse: Warehouse,
) -> None:
    old = make_delivery(content="old", path="old.xlsx")
    warehouse.load(make_enrolment(FIGURES), delivery=old)
    warehouse.load(make_enrolment(OTHER_FIGURES), delivery=make_delivery(content="new", path="new.xlsx"))
    warehouse.load(make_enrolment(FIGURES), delivery=old)
    assert [row[3] for row in warehouse.query(VERSIONS)] == [0, 1]


def test_a_file_that_comes_back_in_the_place_of_a_newer_one_is_a_new_version(warehouse: Warehouse) -> None:
    old = make_delivery(content="old")
    warehouse.load(make_enrolment(FIGURES), delivery=old)
    warehouse.load(make_enrolment(OTHER_FIGURES), delivery=make_delivery(content="new"))
    warehouse.load(make_enrolment(FIGURES), delivery=old)
    assert [row[3] for row in warehouse.query(VERSIONS)] == [0, 0, 1]


@pytest.mark.parametrize("verdict", [Status.HELD, Status.REJECTED])
def test_a_return_that_is_not_taken_leaves_the_current_version_alone(
    warehouse: Warehouse, verdict: Status
) -> None:
    warehouse.load(make_enrolment(FIGURES))
    outcome = warehouse.load(make_enrolment(OTHER_FIGURES, status=verdict, issues=[make_issue()]))
    assert (outcome.effect, outcome.version, outcome.rows_loaded) == (Effect.NOT_LOADED, 2, 0)
    assert warehouse.query(VERSIONS) == [
        (1, "accepted", "accepted", 1, 0),
        (2, verdict.value, verdict.value, 0, 0),
    ]
    assert (warehouse.count("fact_enrolment"), warehouse.count("ops_issue")) == (3, 1)
    assert status_of(warehouse)["status"] == verdict.value


@pytest.mark.parametrize("verdict", [Status.HELD, Status.REJECTED])
def test_a_return_that_was_not_taken_is_settled_by_a_better_one(
    warehouse: Warehouse, verdict: Status
) -> None:
    warehouse.load(make_enrolment(OTHER_FIGURES, status=verdict))
    warehouse.load(make_enrolment(FIGURES))
    assert [row[1:4] for row in warehouse.query(VERSIONS)] == [
        (verdict.value, "superseded", 0),
        ("accepted", "accepted", 1),
    ]


def test_sending_the_current_content_again_settles_a_rejected_return_between(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    warehouse.load(make_enrolment(OTHER_FIGURES, status=Status.REJECTED))
    warehouse.load(make_enrolment(FIGURES))
    assert [row[2] for row in warehouse.query(VERSIONS)] == ["accepted", "superseded"]
    assert (status_of(warehouse)["status"], status_of(warehouse)["current_version"]) == ("accepted", 1)


def test_taking_the_current_delivery_again_does_not_settle_a_rejected_one_after_it(
    warehouse: Warehouse,
) -> None:
    delivery = make_delivery(content="current")
    warehouse.load(make_enrolment(FIGURES), delivery=delivery)
    warehouse.load(make_enrolment(OTHER_FIGURES, status=Status.REJECTED))
    warehouse.load(make_enrolment(FIGURES), delivery=delivery)
    assert status_of(warehouse)["status"] == "rejected"


def test_a_held_return_that_a_person_lets_through_becomes_current(warehouse: Warehouse) -> None:
    delivery = make_delivery(content="held")
    warehouse.load(make_enrolment(FIGURES, status=Status.HELD), delivery=delivery)
    outcome = warehouse.load(make_enrolment(FIGURES), delivery=delivery)
    assert (outcome.effect, outcome.version) == (Effect.NEW_VERSION, 2)


def test_a_nil_return_closes_the_version_before_it(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    outcome = warehouse.load(make_enrolment({}, status=Status.NIL))
    assert (outcome.effect, outcome.rows_loaded) == (Effect.NEW_VERSION, 0)
    assert warehouse.query(CURRENT_CELLS) == []


def test_of_a_partly_accepted_return_the_rows_set_aside_are_kept(warehouse: Warehouse) -> None:
    submission = make_enrolment(
        FIGURES,
        status=Status.PARTLY_ACCEPTED,
        set_aside={9: {"รหัสโรงเรียน": "5001000๓", "ป.1 ชาย": "สิบ"}},
        issues=[make_issue(), make_issue(Severity.QUERY), make_issue(Severity.NOTICE, count=12)],
    )
    outcome = warehouse.load(submission)
    assert (outcome.rows_loaded, outcome.rows_set_aside) == (2, 1)
    assert (outcome.error_count, outcome.query_count, outcome.notice_count) == (1, 1, 1)
    assert warehouse.query("SELECT source_row, school_code, content FROM ops_set_aside_row") == [
        (9, None, '{"รหัสโรงเรียน": "5001000๓", "ป.1 ชาย": "สิบ"}')
    ]
    counts = "SELECT row_count, row_count_loaded, row_count_set_aside, error_count FROM ops_submission"
    assert warehouse.query(counts) == [(3, 2, 1, 1)]


def test_an_issue_keeps_its_place_and_its_sentences(warehouse: Warehouse) -> None:
    place = Place("แผ่น 1", 7, 3, "ป.1\nชาย", '1,"2"\\', "50010001", "บ้าน; 'ตัวอย่าง'")
    warehouse.load(make_enrolment(FIGURES, issues=[make_issue(place=place), make_issue(place=Place())]))
    issues = warehouse.frame("SELECT * FROM ops_issue ORDER BY issue_id").astype("object")
    issues = issues.where(issues.notna(), None)
    assert tuple(issues.loc[0, "sheet_name":"school_name"]) == (
        *("แผ่น 1", 7, 3, "C7", "ป.1\nชาย", '1,"2"\\', "50010001", "บ้าน; 'ตัวอย่าง'"),
    )
    assert tuple(issues.loc[1, "sheet_name":"school_name"]) == (None,) * 8
    assert list(issues["message_th"]) == ["ค่านี้ไม่ใช่จำนวน"] * 2


def test_text_that_postgresql_cannot_hold_does_not_stop_a_load(warehouse: Warehouse) -> None:
    place = Place("แผ่น 1", 7, 3, value="1\x002")
    warehouse.load(make_enrolment(FIGURES, issues=[make_issue(place=place)]))
    assert warehouse.query("SELECT cell_value FROM ops_issue") == [("1\N{REPLACEMENT CHARACTER}2",)]


def test_a_delivery_without_submissions_is_kept_with_its_issues(warehouse: Warehouse) -> None:
    delivery = make_delivery(content="unreadable")
    (outcome,) = warehouse.load_all(delivery=delivery, issues=[make_issue(code="FI001")])
    assert (outcome.form, outcome.period, outcome.version) == (None, None, None)
    assert (outcome.status, outcome.effect) == (Status.REJECTED, Effect.NOT_LOADED)
    assert (outcome.agency_name_th, outcome.error_count) == ("สพป.ตัวอย่าง เขต 1", 1)
    assert warehouse.query("SELECT submission_id, rule_code FROM ops_issue") == [(None, "FI001")]
    assert warehouse.query("SELECT status FROM ops_delivery") == [("rejected",)]


def test_a_delivery_read_again_has_the_issues_of_its_last_reading_open_and_the_others_closed(
    warehouse: Warehouse,
) -> None:
    delivery = make_delivery(content="unreadable")
    warehouse.load_all(delivery=delivery, issues=[make_issue(code="FI001"), make_issue(code="FI002")])
    warehouse.load_all(delivery=delivery, issues=[make_issue(code="FI003")])
    assert warehouse.query("SELECT rule_code FROM ops_issue WHERE closed_at IS NULL") == [("FI003",)]
    assert warehouse.count("ops_issue") == 3


def test_a_delivery_read_again_with_the_same_issues_changes_none(warehouse: Warehouse) -> None:
    delivery = make_delivery(content="unreadable")
    for _ in range(2):
        warehouse.load_all(delivery=delivery, issues=[make_issue(code="FI001"), make_issue(code="FI002")])
    assert warehouse.query("SELECT rule_code, closed_at FROM ops_issue ORDER BY issue_id") == [
        ("FI001", None),
        ("FI002", None),
    ]


def test_a_delivery_of_two_periods_gives_two_submissions(warehouse: Warehouse) -> None:
    both = [make_enrolment(FIGURES, period=period) for period in ("2563-1", "2562-2")]
    outcomes = warehouse.load_all(*both)
    assert [(each.period, each.version) for each in outcomes] == [("2563-1", 1), ("2562-2", 1)]
    assert warehouse.count("ops_delivery") == 1


def test_a_delivery_is_logged_with_its_path_and_time(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES), delivery=make_delivery(content="x", path="ภาค 1/แฟ้ม.xlsx"))
    with warehouse.engine.connect() as connection:
        delivered = connection.execute(select(ops_delivery)).one()
        loaded_at = connection.scalars(select(ops_submission.c.loaded_at)).one()
    assert (delivered.path, delivered.received_at) == ("ภาค 1/แฟ้ม.xlsx", RECEIVED_AT)
    assert loaded_at.utcoffset() == timedelta(0)


def test_a_sender_that_the_registry_does_not_know_is_named(warehouse: Warehouse) -> None:
    with pytest.raises(WarehouseError, match=r"^The warehouse knows no agency area9; is it in the province"):
        warehouse.load(make_enrolment(FIGURES, agency="area9"))
