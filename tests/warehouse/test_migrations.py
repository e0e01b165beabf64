"""Tables come from migrations: as they are defined, and over a filled warehouse of the first release."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any

import pandera.pandas as pa
import pytest
from pandera.typing import Series
from sqlalchemy import Engine, MetaData, inspect, select, text
from sqlalchemy.exc import DBAPIError

from edusandbox.samples.province import made_up_province
from edusandbox.warehouse import schema
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.checks.table_check import table_findings
from edusandbox.warehouse.definitions import drop_views
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.history.as_at import read_mart
from edusandbox.warehouse.load.deliveries import read_delivery_log
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.marts.queries import submission_status
from edusandbox.warehouse.schema import create_warehouse, require_warehouse, upgrade_warehouse
from edusandbox.warehouse.schema_versions import (
    FIRST_VERSION,
    NEWEST_VERSION,
    VERSION_TABLE,
    known_versions,
    schema_version,
)
from edusandbox.warehouse.tables.collection import CODE_LIST_TABLES, FACT_MODELS, METADATA
from edusandbox.warehouse.tables.fact_tables import fact_table
from schemas.periods import Period
from tests.warehouse.builders import Figures, Warehouse, make_enrolment
from tests.warehouse.first_release_warehouse import EXPECTED, restore, stored_tables
from tests.warehouse.schema_description import describe_schema

FIGURES: Figures = {("10010001", "P1"): (10, 11, 1), ("10010003", "P1"): (3, 2, 1)}
CELLS_NOW = {"fact_enrolment": "fact_enrolment_by_sex"}
"""Where what a table of the first release held is read now, a row a cell as it was."""
PROVINCE = made_up_province(2, period=Period.parse("2563-1"))


@pytest.fixture
def first_release(empty_engine: Engine) -> Engine:
    """A filled warehouse as the first release left it."""
    restore(empty_engine)
    return empty_engine


@pytest.fixture
def upgraded(first_release: Engine) -> Engine:
    upgrade_warehouse(first_release)
    return first_release


def everything(engine: Engine) -> dict[str, Any]:
    """Definitions and rows of all tables and views."""
    with engine.connect() as connection:
        inspector = inspect(connection)
        names = sorted([*inspector.get_table_names(), *inspector.get_view_names()])
        rows = {
            name: sorted(map(str, connection.execute(text(f"SELECT * FROM {name}")).all()))  # noqa: S608
            for name in names
        }
        return {"tables": describe_schema(connection), "rows": rows}


def stored_value(value: Any) -> Any:  # noqa: ANN401 - whatever a column holds
    """A value as the dump of the first release has it."""
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S.%f")
    if isinstance(value, date):
        return value.isoformat()
    return int(value) if isinstance(value, bool) else value


def sums(engine: Engine, mart: str, *columns: str) -> list[list[Any]]:
    counts = ("pupil_count", "male_count", "female_count", "classroom_count")
    with engine.connect() as connection:
        frame = read_mart(connection, mart).astype(dict.fromkeys(counts, "float64"))
    return [[*key, *row] for key, row in zip(*_grouped(frame, columns, counts), strict=True)]


def _grouped(frame: Any, columns: tuple[str, ...], counts: tuple[str, ...]) -> tuple[list[Any], list[Any]]:  # noqa: ANN401
    summed = frame.groupby(list(columns))[list(counts)].sum().sort_index()
    return list(summed.index), summed.astype(int).to_numpy().tolist()


def test_the_newest_version_is_the_last_migration() -> None:
    assert known_versions()[0] == FIRST_VERSION
    assert known_versions()[-1] == NEWEST_VERSION


def test_migrations_make_the_tables_that_are_defined(empty_engine: Engine) -> None:
    create_warehouse(empty_engine)
    with writing(empty_engine) as connection:
        assert table_findings(connection, METADATA) == []
        migrated = describe_schema(connection)
        drop_views(connection)
        METADATA.drop_all(connection)
        METADATA.create_all(connection)
        assert migrated == describe_schema(connection)


def test_a_column_more_in_a_fact_model_is_a_difference(empty_engine: Engine) -> None:
    class WiderFact(FACT_MODELS["fact_enrolment"]):  # type: ignore[misc]  # a model that is chosen at run time
        absent_count: Series[int] = pa.Field(ge=0)

    create_warehouse(empty_engine)
    metadata = MetaData(naming_convention=METADATA.naming_convention)
    for table in METADATA.sorted_tables:
        if table.name != "fact_enrolment":
            table.to_metadata(metadata)
    fact_table("fact_enrolment", WiderFact, metadata)
    with empty_engine.connect() as connection:
        messages = [each.message for each in table_findings(connection, metadata)]
    assert messages == [
        "fact_enrolment lacks the column absent_count",
        "fact_enrolment lacks the condition ck_fact_enrolment_absent_count",
    ]


def test_an_upgrade_keeps_every_row_of_the_first_release(upgraded: Engine) -> None:
    changing = {"ops_definition", *(each.name for each in CODE_LIST_TABLES.values())}
    with upgraded.connect() as connection:
        for name, columns, rows in stored_tables():
            statement = text(f"SELECT {', '.join(columns)} FROM {CELLS_NOW.get(name, name)}")  # noqa: S608 - our own names
            found = [list(map(stored_value, row)) for row in connection.execute(statement)]
            if name in changing:
                assert len(found) >= len(rows)
            else:
                assert sorted(found, key=repr) == sorted(rows, key=repr), name


def test_an_upgraded_warehouse_is_whole(upgraded: Engine) -> None:
    with upgraded.connect() as connection:
        assert schema_version(connection) == NEWEST_VERSION
    assert check_warehouse(upgraded) == []


def test_the_marts_say_after_an_upgrade_what_they_said_before(upgraded: Engine) -> None:
    by_school = ("agency_code", "period_code", "smis_code", "ministry_code")
    assert sums(upgraded, "mart_enrolment_by_school", *by_school) == EXPECTED["schools"]
    assert sums(upgraded, "mart_enrolment_by_agency", "agency_code", "period_code") == EXPECTED["agencies"]
    columns = ("agency_code", "form_code", "period_code", "status", "newest_version", "current_version")
    with upgraded.connect() as connection:
        status = [[row[each] for each in columns] for row in submission_status(connection)]
    assert sorted(status) == EXPECTED["status"]


def test_the_past_before_an_upgrade_can_be_asked_about(upgraded: Engine) -> None:
    with upgraded.connect() as connection:
        closed_at = connection.scalar(text("SELECT MAX(closed_at) FROM ops_submission"))
        first_loaded = select(METADATA.tables["ops_run"].c.finished_at).where(
            METADATA.tables["ops_run"].c.run_id == 1
        )
        then = read_mart(connection, "mart_enrolment_by_agency", at=connection.scalar(first_loaded))
    assert closed_at is not None
    assert int(then["pupil_count"].sum()) == 8632


def test_a_new_version_is_loaded_on_top_of_an_upgrade(upgraded: Engine) -> None:
    with upgraded.connect() as connection:
        log = read_delivery_log(connection)
        assert len(log.done) == connection.scalar(text("SELECT COUNT(*) FROM ops_delivery"))
    with writing(upgraded) as connection:
        sync_province(connection, PROVINCE, datetime.now(UTC))
    run = start_run(upgraded, province_code="99", period="2563-1", config_hash="made-up")
    outcome = Warehouse(upgraded, PROVINCE, run).load(make_enrolment(FIGURES, agency="1001"))
    assert outcome.version == 3
    assert sums(upgraded, "mart_enrolment_by_agency", "agency_code", "period_code")[0] == [
        *("1001", "2563-1"),
        *(26, 13, 13, 2),
    ]
    assert check_warehouse(upgraded) == []
    with upgraded.connect() as connection:
        names = connection.execute(text("SELECT province_code, name_en FROM dim_province")).all()
    assert [tuple(each) for each in names] == [("99", "Example")]


def test_upgrading_again_changes_nothing(upgraded: Engine) -> None:
    before = everything(upgraded)
    assert upgrade_warehouse(upgraded).sentence.startswith("Nothing to do: ")
    assert everything(upgraded) == before


def test_an_upgrade_says_what_it_did(first_release: Engine) -> None:
    done = upgrade_warehouse(first_release)
    assert (
        done.sentence == f"Brought the tables from version 0001 to {NEWEST_VERSION}; the data is all there."
    )


def test_an_upgrade_of_nothing_makes_a_warehouse(empty_engine: Engine) -> None:
    made = upgrade_warehouse(empty_engine)
    assert made.sentence == f"Made a new warehouse with tables of version {NEWEST_VERSION}."
    assert check_warehouse(empty_engine) == []


def test_a_migration_that_fails_leaves_the_warehouse_as_it_was(first_release: Engine) -> None:
    with writing(first_release) as connection:
        connection.execute(text("CREATE TABLE ops_dictionary_table (in_the_way INTEGER)"))
    before = everything(first_release)
    with pytest.raises(DBAPIError, match="ops_dictionary_table"):
        upgrade_warehouse(first_release)
    assert everything(first_release) == before


def test_what_fails_after_the_migrations_takes_them_back(
    first_release: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = everything(first_release)

    def fail(*_arguments: object) -> None:
        raise OSError("power cut")

    monkeypatch.setattr(schema, "make_definitions", fail)
    with pytest.raises(OSError, match="power"):
        upgrade_warehouse(first_release)
    assert everything(first_release) == before


def test_two_upgrades_at_once_upgrade_once(first_release: Engine) -> None:
    with ThreadPoolExecutor(2) as pool:
        upgrades = [pool.submit(upgrade_warehouse, first_release) for _ in range(2)]
        before = sorted(str(each.result().before) for each in upgrades)
    assert before == [FIRST_VERSION, NEWEST_VERSION]
    assert check_warehouse(first_release) == []


def test_an_analysts_own_tables_and_views_stay(first_release: Engine) -> None:
    with writing(first_release) as connection:
        connection.execute(text("CREATE TABLE my_notes (note TEXT)"))
        connection.execute(text("CREATE VIEW my_own AS SELECT COUNT(*) AS n FROM ops_submission"))
        before = connection.scalar(text("SELECT n FROM my_own"))
        if connection.dialect.name == "sqlite":
            connection.execute(text("CREATE VIEW my_mart AS SELECT * FROM mart_enrolment_by_province"))
    upgrade_warehouse(first_release)
    with first_release.connect() as connection:
        assert connection.scalar(text("SELECT n FROM my_own")) == before
    assert check_warehouse(first_release) == []


def test_an_analysts_own_view_of_a_table_that_is_made_anew_is_asked_to_go_first(
    first_release: Engine,
) -> None:
    if first_release.dialect.name == "sqlite":
        pytest.skip("SQLite keeps a view whatever becomes of its tables")
    with writing(first_release) as connection:
        connection.execute(text("CREATE VIEW my_own AS SELECT SUM(pupil_count) AS n FROM fact_enrolment"))
    before = everything(first_release)
    with pytest.raises(WarehouseError, match=r"^Tables .* views of your own .* drop them and run again$"):
        upgrade_warehouse(first_release)
    assert everything(first_release) == before


@pytest.mark.parametrize("opens", [create_warehouse, require_warehouse])
def test_a_warehouse_of_an_older_release_is_not_touched(first_release: Engine, opens: Any) -> None:  # noqa: ANN401
    before = everything(first_release)
    with pytest.raises(
        WarehouseError, match=r"^The warehouse at \S+ is of an older .* then run edusandbox db upgrade$"
    ):
        opens(first_release)
    assert everything(first_release) == before


@pytest.mark.parametrize("opens", [create_warehouse, require_warehouse, upgrade_warehouse])
def test_a_warehouse_of_a_newer_release_is_not_touched(empty_engine: Engine, opens: Any) -> None:  # noqa: ANN401
    create_warehouse(empty_engine)
    with writing(empty_engine) as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '9999'"))  # noqa: S608 - our name
        connection.execute(text("UPDATE ops_definition SET sha256 = 'of a newer release'"))
    with pytest.raises(
        WarehouseError, match=r"^The warehouse at \S+ is of a newer release .* install that release$"
    ):
        opens(empty_engine)
