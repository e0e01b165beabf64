"""The warehouse as somebody reads it who has never seen the program."""

import shutil
import sqlite3
from importlib.metadata import files as package_files
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from sqlalchemy import create_engine, make_url

from edusandbox.reports.export import ExportFormat, write_export
from edusandbox.warehouse.dictionary.publishing import read_dictionary
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.history.as_at import stream_mart
from tests.warehouse.builders import Warehouse, make_enrolment

QUESTION = "SELECT agency_code, SUM(pupil_count) AS pupils FROM {} GROUP BY agency_code ORDER BY agency_code"
ANSWER = [("area1", 21), ("area2", 3)]


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    warehouse.load(make_enrolment({("50010001", "P1"): (10, 11, 1)}))
    warehouse.load(make_enrolment({("50020001", "P1"): (1, 2, 1)}, agency="area2"))
    return warehouse


@pytest.fixture
def sqlite_file(filled: Warehouse, tmp_path: Path) -> Path:
    """The file alone, as somebody gets it who was sent it after the run."""
    if filled.engine.dialect.name != "sqlite":
        pytest.skip("a file is what SQLite has")
    filled.engine.dispose()
    copy = tmp_path / "sent" / "warehouse.sqlite"
    copy.parent.mkdir()
    shutil.copy(str(filled.engine.url.database), copy)
    return copy


def test_pandas_reads_a_mart(filled: Warehouse) -> None:
    address = make_url(filled.engine.url)
    stranger = create_engine(address)
    frame = pd.read_sql(QUESTION.format("mart_enrolment_by_agency"), stranger)
    stranger.dispose()
    assert list(frame.itertuples(index=False, name=None)) == ANSWER


def test_the_file_alone_is_the_whole_warehouse(sqlite_file: Path) -> None:
    # Bytes 18 and 19 say WAL: readers and the writer never wait for each other.
    assert sqlite_file.read_bytes()[18:20] == b"\x02\x02"
    connection = sqlite3.connect(f"file:{sqlite_file}?mode=ro&immutable=1", uri=True)
    try:
        assert connection.execute(QUESTION.format("mart_enrolment_by_agency")).fetchall() == ANSWER
    finally:
        connection.close()


def test_duckdb_attaches_the_sqlite_file(sqlite_file: Path) -> None:
    extension = next(
        each.locate()
        for each in package_files("duckdb-extension-sqlite-scanner") or ()
        if each.name == "sqlite_scanner.duckdb_extension"
    )
    with duckdb.connect() as connection:
        connection.execute(f"LOAD '{extension}'")
        connection.execute(f"ATTACH '{sqlite_file}' AS warehouse (TYPE sqlite, READ_ONLY)")
        assert connection.execute(QUESTION.format("warehouse.mart_enrolment_by_agency")).fetchall() == ANSWER


def test_duckdb_reads_the_exported_parquet(filled: Warehouse, tmp_path: Path) -> None:
    file = tmp_path / "pupils.parquet"
    table = next(each for each in read_dictionary() if each.table_name == "mart_enrolment_by_agency")
    with (
        filled.engine.connect() as connection,
        stream_mart(connection, table.table_name) as parts,
    ):
        write_export(file, ExportFormat.PARQUET, table, parts, [])
    with duckdb.connect() as stranger:
        assert stranger.execute(QUESTION.format(f"'{file}'")).fetchall() == ANSWER


def test_the_dictionary_is_in_the_warehouse_itself(filled: Warehouse) -> None:
    engine = open_warehouse(filled.engine.url.render_as_string(hide_password=False))
    rows = pd.read_sql(
        "SELECT column_name, unit_th FROM mart_dictionary "
        "WHERE table_name = 'mart_enrolment_by_agency' AND column_name = 'pupil_count'",
        engine,
    )
    engine.dispose()
    assert rows.to_dict("records") == [{"column_name": "pupil_count", "unit_th": "คน"}]
