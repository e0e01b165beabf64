"""What the checks ask of the warehouse before a delivery is loaded."""

from datetime import UTC, date, datetime
from typing import Any

import pandas as pd
import pytest
from sqlalchemy import Engine, text

from edusandbox.checking.partial_returns import row_keys_of
from edusandbox.checking.references import SchoolReferences
from edusandbox.outcomes import Effect
from edusandbox.submissions import CheckedDelivery, StandingFigures, Status
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import SchoolCodeError
from edusandbox.warehouse.load import runs
from edusandbox.warehouse.load.deliveries import read_delivery_log, record_answers
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.loading import LoadContext, load_delivery
from edusandbox.warehouse.load.references import current_figures, current_row_counts, school_references
from edusandbox.warehouse.load.runs import FlowRun, RunState, finish_run, start_run
from schemas.catalogue import FORMS
from tests.checking import builders as checking
from tests.warehouse.builders import (
    HIDDEN,
    PROVIDES_SCHOOLS,
    Entry,
    Figures,
    Warehouse,
    make_delivery,
    make_enrolment,
    make_register,
    statements_of,
)

COLUMNS = ["school_code", "school_code_scheme", "agency_code", "school_name_th", "register_start_date"]
FIGURES: Figures = {("50010001", "P1"): (10, 11, 1)}


def references(warehouse: Warehouse) -> pd.DataFrame:
    with warehouse.engine.connect() as connection:
        return school_references(connection)


def rows(frame: pd.DataFrame) -> set[tuple[Any, ...]]:
    return set(frame[COLUMNS].itertuples(index=False, name=None))


def test_a_school_is_there_under_each_of_its_codes(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001", "บ้านหนึ่ง", "1050010001"), Entry("500102", "บ้านสอง")))
    assert rows(references(warehouse)) == {
        ("50010001", "smis8", "area1", "บ้านหนึ่ง", date(2020, 7, 1)),
        ("1050010001", "ministry10", "area1", "บ้านหนึ่ง", date(2020, 7, 1)),
        ("500102", "obec6", "area1", "บ้านสอง", date(2020, 7, 1)),
    }


def test_a_school_is_there_once_a_register(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001"), period="2562-2"))
    warehouse.load(make_register(Entry("50010001"), agency="area2"))
    assert [each[2:] for each in sorted(rows(references(warehouse)), key=lambda each: each[4])] == [
        ("area1", "บ้านตัวอย่าง", date(2019, 11, 1)),
        ("area2", "บ้านตัวอย่าง", date(2020, 7, 1)),
    ]


def test_only_current_registers_speak(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001"), Entry("50010002")))
    warehouse.load(make_register(Entry("50010001")))
    warehouse.load(make_register(Entry("50010003"), agency="area2", status=Status.HELD))
    warehouse.load(make_enrolment({("50010004", "P1"): (1, 1, 1)}))
    assert {each[0] for each in rows(references(warehouse))} == {"50010001"}


def test_without_registers_there_are_columns_and_no_rows(warehouse: Warehouse) -> None:
    frame = references(warehouse)
    assert (list(frame.columns), len(frame)) == (COLUMNS, 0)


def test_the_checks_take_them_as_they_are(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001", "บ้านหนึ่ง", "1050010001")))
    assert SchoolReferences(references(warehouse)).as_of(date(2020, 7, 1)) is not None


def test_row_counts_are_the_loaded_rows_of_the_current_versions(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({**FIGURES, ("50010002", "P1"): (1, 1, 1)}))
    warehouse.load(
        make_enrolment(FIGURES, status=Status.PARTLY_ACCEPTED, set_aside={9: {"a": "1"}, 10: {"a": "2"}})
    )
    warehouse.load(make_enrolment({}, status=Status.REJECTED))
    warehouse.load(make_enrolment({}, agency="area2", status=Status.HELD))
    with warehouse.engine.connect() as connection:
        assert current_row_counts(connection) == {("area1", "enrolment", "", "2563-1"): 1}


def test_deliveries_that_were_dealt_with_need_not_be_read_again(warehouse: Warehouse) -> None:
    accepted, rejected = make_delivery(content="good"), make_delivery("area2", content="bad")
    warehouse.load(make_enrolment(FIGURES), delivery=accepted)
    warehouse.load_all(delivery=rejected)
    with writing(warehouse.engine) as connection:
        assert read_delivery_log(connection).done == frozenset()
        record_answers(connection, [accepted, rejected], datetime.now(UTC))
        log = read_delivery_log(connection)
        of_one = read_delivery_log(connection, {"area2"})
    assert log.done == {("area1", accepted.sha256), ("area2", rejected.sha256)}
    assert log.is_known(accepted)
    assert of_one.done == {("area2", rejected.sha256)}
    assert {agency for agency, _ in log.newest} == {"area1", "area2"}
    assert {agency for agency, _ in of_one.newest} == {"area2"}


@pytest.mark.parametrize("state", [RunState.COMPLETED, RunState.FAILED])
def test_a_run_is_logged_from_start_to_end(warehouse: Warehouse, state: RunState) -> None:
    run = start_run(
        warehouse.engine,
        province_code="50",
        period="2563-1",
        config_hash="c0ffee",
        flow_run=FlowRun("1f-2e", "ปลาทู"),
    )
    columns = "flow_run_name, flow_run_id, config_hash, state, finished_at IS NOT NULL"
    logged = f"SELECT {columns} FROM ops_run WHERE run_id = {run.run_id}"  # noqa: S608 - a number
    assert warehouse.query(logged) == [("ปลาทู", "1f-2e", "c0ffee", "running", False)]
    finish_run(warehouse.engine, run, state)
    assert warehouse.query(logged) == [("ปลาทู", "1f-2e", "c0ffee", state.value, True)]


def test_a_finished_run_leaves_postgresql_with_statistics(postgres_engine: Engine) -> None:
    run = start_run(postgres_engine, province_code="50", period="2563-1", config_hash="made-up")
    finish_run(postgres_engine, run, RunState.COMPLETED)
    tables = (
        "SELECT relname FROM pg_class WHERE relnamespace = current_schema::regnamespace AND relkind = 'r' "
        "AND relname <> 'ops_schema_version'"
    )
    with postgres_engine.connect() as connection:
        assert connection.execute(text(f"{tables} AND reltuples < 0")).all() == []


def test_a_large_table_that_has_not_grown_is_not_looked_at_again(
    postgres_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "_SMALL_TABLE_BYTES", 0)
    run = start_run(postgres_engine, province_code="50", period="2563-1", config_hash="made-up")
    given = statements_of(postgres_engine)
    looked_at = []
    for _ in range(2):
        finish_run(postgres_engine, run, RunState.COMPLETED)
        looked_at.append([each for each in given if each.startswith("ANALYZE")])
        given.clear()
    first, second = looked_at
    assert "dim_grade" in first[0]
    assert not any("dim_grade" in each for each in second)


HEADER = [
    *("ปีการศึกษา", "ภาคเรียน", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ระดับชั้น"),
    *("นักเรียนชาย", "นักเรียนหญิง", "รวม", "ห้องเรียน"),
]


def checked_csv(*schools: tuple[str, str, int]) -> CheckedDelivery:
    """What the checks make of a small csv; each school is (code, grade, boys)."""
    lines = [(2563, 1, code, f"บ้าน {code}", grade, boys, 2, boys + 2, 1) for code, grade, boys in schools]
    return checking.check_bytes(checking.csv_bytes([HEADER, *lines]))


def load_checked(warehouse: Warehouse, checked: CheckedDelivery) -> Effect:
    with writing(warehouse.engine) as connection:
        sync_province(connection, checking.PROVINCE, datetime.now(UTC))
        (outcome,) = load_delivery(
            connection,
            checked,
            LoadContext(checking.PROVINCE, warehouse.run, PROVIDES_SCHOOLS),
        )
    return outcome.effect


def test_what_the_checks_make_of_a_file_can_be_loaded_as_it_is(warehouse: Warehouse) -> None:
    checked = checked_csv(("50010001", "ป.1", 10), ("50010001", "ป.2", 0), ("50010002", "อนุบาล 2", 7))
    assert load_checked(warehouse, checked) is Effect.NEW_VERSION
    columns = "SELECT smis_code, grade_code, male_count, pupil_count, classroom_count"
    assert sorted(warehouse.query(f"{columns} FROM mart_enrolment_by_school")) == [
        ("50010001", "P1", 10, 12, 1),
        ("50010001", "P2", 0, 2, 1),
        ("50010002", "K2", 7, 9, 1),
    ]


def test_a_file_that_names_a_school_by_two_codes_is_refused(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001", ministry_code="1050010001")))
    checked = checked_csv(("50010001", "ป.1", 10), ("1050010001", "ป.1", 10))
    with pytest.raises(
        SchoolCodeError, match=r"^The file has rows under 50010001 and rows under 1050010001, but"
    ):
        load_checked(warehouse, checked)


def counts(boys: int | None, girls: int | None, rooms: int) -> dict[str, int | None]:
    return {"male_count": boys, "female_count": girls, "classroom_count": rooms}


def test_current_figures_have_every_code_and_the_counts_of_each_grade(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001", "บ้านหนึ่ง", "1050010001")))
    warehouse.load(make_enrolment({("50010001", "P1"): (100, 100, 1)}))
    figures: Figures = {
        ("50010001", "P1"): (1, 2, 1),
        ("50010001", "P2"): (3, None, 1),
        ("50010002", "K2"): (None, HIDDEN, 1),
    }
    warehouse.load(make_enrolment(figures, names={"50010001": "บ้านหนึ่ง"}))
    key, other = ("area1", "enrolment", "", "2563-1"), ("area2", "enrolment", "", "2563-1")
    with warehouse.engine.connect() as connection:
        schools = current_figures(connection, [key, other])
    assert sorted(schools[key], key=lambda each: each.codes) == [
        StandingFigures(
            ("50010001", "1050010001"), "บ้านหนึ่ง", {("P1",): counts(1, 2, 1), ("P2",): counts(3, None, 1)}
        ),
        StandingFigures(("50010002",), None, {("K2",): counts(None, None, 1)}),
    ]
    assert schools[other] == ()
    codes = ("50010001", "1050010001")
    assert row_keys_of(FORMS["enrolment"], schools[key]) == {("50010002", "K2")} | {
        (code, grade) for code in codes for grade in ("P1", "P2")
    }


def test_a_version_with_classrooms_alone_of_a_grade_does_not_speak_of_it(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({("50010001", "P1"): (1, 2, 1), ("50010001", "P2"): (3, 4, 1)}))
    with writing(warehouse.engine) as connection:
        connection.execute(
            text(
                "UPDATE fact_enrolment SET male_count = NULL, male_mark_code = 'z', "
                "female_count = NULL, female_mark_code = 'z' WHERE male_count = 3"
            )
        )
    key = ("area1", "enrolment", "", "2563-1")
    with warehouse.engine.connect() as connection:
        (school,) = current_figures(connection, [key])[key]
    assert school.counts == {("P1",): counts(1, 2, 1), ("P2",): {"classroom_count": 1}}
    assert row_keys_of(FORMS["enrolment"], [school]) == {("50010001", "P1")}


def test_current_figures_of_a_register_have_no_counts(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001", "บ้านหนึ่ง", "1050010001")))
    key = ("area1", "school_register", "", "2563-1")
    with warehouse.engine.connect() as connection:
        (school,) = current_figures(connection, [key])[key]
    assert school.counts == {(): {}}
    assert row_keys_of(FORMS["school_register"], [school]) == {("50010001",), ("1050010001",)}
