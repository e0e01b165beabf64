"""Making a warehouse ready, again and again, and over what another release made."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import Engine, inspect, text

from edusandbox.warehouse import definitions
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.marts import mart_views
from edusandbox.warehouse.marts.mart_views import FACT_VIEW_NAMES, VIEW_NAMES, view_definition
from edusandbox.warehouse.schema import create_warehouse, has_warehouse, require_warehouse
from edusandbox.warehouse.schema_versions import VERSION_TABLE
from edusandbox.warehouse.tables import code_lists
from edusandbox.warehouse.tables.code_lists import CODE_LISTS
from edusandbox.warehouse.tables.collection import METADATA
from tests.warehouse.builders import Figures, Warehouse, make_enrolment, statements_of

FIGURES: Figures = {("50010001", "P1"): (10, 11, 1)}


def execute(engine: Engine, statement: str) -> None:
    with writing(engine) as connection:
        connection.execute(text(statement))


def change_view(monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str) -> None:
    read = mart_views._definition
    assert old in read(name, "")

    def changed(each: str, day: str) -> str:
        return read(each, day).replace(old, new) if each == name else read(each, day)

    monkeypatch.setattr(mart_views, "_definition", changed)
    # Not the one that remembers what it has read.
    monkeypatch.setattr(definitions, "view_definition", view_definition.__wrapped__)


def test_a_new_warehouse_has_every_table_view_and_code(empty_engine: Engine) -> None:
    create_warehouse(empty_engine)
    inspector = inspect(empty_engine)
    assert set(inspector.get_table_names()) == {*METADATA.tables, VERSION_TABLE}
    assert set(inspector.get_view_names()) == {*VIEW_NAMES, *FACT_VIEW_NAMES}
    with empty_engine.connect() as connection:
        grades = connection.execute(text("SELECT grade_id, grade_code FROM dim_grade ORDER BY 1")).all()
    assert [tuple(grade) for grade in grades] == [
        (int(row["grade_id"]), row["grade_code"]) for row in CODE_LISTS["grade"]
    ]


def test_every_view_can_be_read_while_it_is_empty(empty_engine: Engine) -> None:
    create_warehouse(empty_engine)
    with empty_engine.connect() as connection:
        for name in (*VIEW_NAMES, *FACT_VIEW_NAMES):
            rows = connection.execute(text(f"SELECT * FROM {name}")).all()  # noqa: S608 - our names
            assert rows == [] or name == "mart_dictionary"


def test_making_it_ready_again_defines_nothing_and_keeps_what_is_there(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES))
    given = statements_of(warehouse.engine)
    create_warehouse(warehouse.engine)
    assert [
        each for each in given if each.split()[0] in {"CREATE", "DROP", "INSERT", "UPDATE", "DELETE"}
    ] == []
    assert warehouse.count("fact_enrolment") == 1


def test_a_changed_view_is_made_anew_over_the_same_data(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse.load(make_enrolment(FIGURES))
    change_view(monkeypatch, "mart_agency", "SELECT period_id,", "SELECT 'changed' AS sign, period_id,")
    create_warehouse(warehouse.engine)
    assert {row[0] for row in warehouse.query("SELECT sign FROM mart_agency")} == {"changed"}
    assert warehouse.query("SELECT SUM(pupil_count) FROM mart_enrolment_by_school") == [(21,)]


def test_a_new_name_in_a_code_list_arrives(warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch) -> None:
    male, *others = CODE_LISTS["sex"]
    monkeypatch.setattr(
        definitions, "CODE_LISTS", lists := {**CODE_LISTS, "sex": [{**male, "name_en": "Boys"}, *others]}
    )
    monkeypatch.setattr(code_lists, "CODE_LISTS", lists)
    given = statements_of(warehouse.engine)
    create_warehouse(warehouse.engine)
    assert warehouse.query("SELECT name_en FROM dim_sex WHERE sex_code = 'male'") == [("Boys",)]
    # Only what changed, and no key: SQLite would look through all facts for whoever refers to it.
    (update,) = [each for each in given if each.startswith("UPDATE dim_")]
    assert update.startswith("UPDATE dim_sex SET name_en=")
    assert "," not in update


def test_a_release_that_changed_no_table_is_brought_up_to_date(warehouse: Warehouse) -> None:
    execute(warehouse.engine, "UPDATE ops_definition SET sha256 = 'of another release'")
    with writing(warehouse.engine) as connection:
        definitions.drop_views(connection)
    create_warehouse(warehouse.engine)
    assert warehouse.count("mart_submission_status") == 9


def test_a_view_of_the_analysts_own_is_not_dropped_behind_their_back(
    postgres_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    execute(postgres_engine, "CREATE VIEW my_own AS SELECT * FROM mart_enrolment_by_province")
    change_view(monkeypatch, "mart_agency", "SELECT period_id,", "SELECT 'changed' AS sign, period_id,")
    with pytest.raises(WarehouseError, match=r"^mart_enrolment_by_province must be made anew, but views of"):
        create_warehouse(postgres_engine)
    assert "my_own" in inspect(postgres_engine).get_view_names()


def test_two_at_once_make_one_warehouse(empty_engine: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        for made in [pool.submit(create_warehouse, empty_engine) for _ in range(2)]:
            made.result()
    assert set(inspect(empty_engine).get_view_names()) == {*VIEW_NAMES, *FACT_VIEW_NAMES}


def test_a_place_without_a_warehouse_is_told_from_one_with(empty_engine: Engine) -> None:
    assert not has_warehouse(empty_engine)
    with pytest.raises(
        WarehouseError, match=r"^There is no warehouse at \S+ yet; run edusandbox consolidate"
    ):
        require_warehouse(empty_engine)
    create_warehouse(empty_engine)
    require_warehouse(empty_engine)
    assert has_warehouse(empty_engine)
