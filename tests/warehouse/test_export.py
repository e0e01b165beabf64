"""A mart as a file: the same rows whatever the database, in the types of the contract."""

import csv
from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from edusandbox.reports.export import ExportFormat, write_export
from edusandbox.warehouse.dictionary.publishing import read_dictionary
from edusandbox.warehouse.history.as_at import stream_mart
from tests.warehouse.builders import HIDDEN, Entry, Warehouse, make_enrolment, make_register


@pytest.fixture
def filled(warehouse: Warehouse) -> Warehouse:
    warehouse.load(make_register(Entry("50010001", "=บ้านสูตร"), Entry("50010002", "บ้านหลวง")))
    warehouse.load(make_enrolment({("50010001", "P1"): (0, None, 1), ("50010002", "P1"): (HIDDEN, 3, 2)}))
    return warehouse


def export(warehouse: Warehouse, mart: str, file: Path, at: datetime | None = None) -> int:
    table = next(each for each in read_dictionary() if each.table_name == mart)
    written_as = ExportFormat(file.suffix.removeprefix("."))
    with warehouse.engine.connect() as connection, stream_mart(connection, mart, at=at) as parts:
        return write_export(file, written_as, table, parts, [table.meaning_th, "ทุกแถว"])


def test_parquet_has_the_types_and_meanings_of_the_contract(filled: Warehouse, tmp_path: Path) -> None:
    assert export(filled, "mart_school", tmp_path / "school.parquet") == 2
    table = pq.read_table(tmp_path / "school.parquet")
    assert table.schema.field("established_date").type == pa.date32()
    assert table.schema.field("is_present").type == pa.bool_()
    assert table.column("established_date").to_pylist() == [date(1962, 5, 16)] * 2
    assert "โรงเรียน" in table.schema.field("school_name_th").metadata[b"title_th"].decode()


def test_parquet_tells_moments_in_utc(filled: Warehouse, tmp_path: Path) -> None:
    export(filled, "mart_submission", tmp_path / "submission.parquet")
    loaded = pq.read_table(tmp_path / "submission.parquet").column("loaded_at")
    assert loaded.type == pa.timestamp("us", tz="UTC")
    assert all(abs(datetime.now(UTC) - each).total_seconds() < 600 for each in loaded.to_pylist())


def test_zero_missing_and_hidden_differ_in_every_format(filled: Warehouse, tmp_path: Path) -> None:
    for suffix in ExportFormat:
        export(filled, "mart_enrolment_by_school", tmp_path / f"pupils.{suffix}")
    parquet = pd.read_parquet(tmp_path / "pupils.parquet").set_index("smis_code")
    text = pd.read_csv(tmp_path / "pupils.csv", dtype={"smis_code": "str"}).set_index("smis_code")
    sheet = pd.read_excel(
        tmp_path / "pupils.xlsx", header=4, dtype={"smis_code": "str"}, engine="calamine"
    ).set_index("smis_code")
    for frame in (parquet, text, sheet):
        blank, hidden = frame.loc["50010001"], frame.loc["50010002"]
        assert (blank["male_count"], blank["female_mark_code"], hidden["male_mark_code"]) == (0, "x", "c")
        assert pd.isna(blank["female_count"])
        assert pd.isna(hidden["male_count"])
        assert pd.isna(blank["male_mark_code"])


def test_csv_opens_right_in_excel(filled: Warehouse, tmp_path: Path) -> None:
    file = tmp_path / "school.csv"
    export(filled, "mart_school", file)
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as stream:
        names = {row["school_name_th"] for row in csv.DictReader(stream)}
    assert names == {"'=บ้านสูตร", "บ้านหลวง"}


def test_xlsx_has_thai_headings_over_the_columns_names(filled: Warehouse, tmp_path: Path) -> None:
    export(filled, "mart_school", tmp_path / "school.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "school.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows(values_only=True))
    titles = dict(zip(rows[4], rows[3], strict=True))
    assert titles["school_name_th"] == "ชื่อโรงเรียน"
    values = [dict(zip(rows[4], row, strict=True)) for row in rows[5:]]
    assert {each["school_name_th"] for each in values} == {"=บ้านสูตร", "บ้านหลวง"}
    assert {each["established_date"] for each in values} == {datetime(1962, 5, 16)}  # noqa: DTZ001 - a sheet's day


def test_an_empty_mart_is_a_file_with_its_columns(warehouse: Warehouse, tmp_path: Path) -> None:
    for suffix in ExportFormat:
        assert export(warehouse, "mart_school", tmp_path / f"school.{suffix}") == 0
    assert "school_name_th" in pd.read_parquet(tmp_path / "school.parquet").columns
    assert "school_name_th" in pd.read_csv(tmp_path / "school.csv").columns


def test_a_file_that_stands_there_stays_when_writing_fails(filled: Warehouse, tmp_path: Path) -> None:
    file = tmp_path / "school.csv"
    file.write_text("old", encoding="utf-8")
    table = next(each for each in read_dictionary() if each.table_name == "mart_school")
    with pytest.raises(ValueError, match="zip"):
        write_export(file, ExportFormat.CSV, table, [[("too", "short")]], [])
    assert (file.read_text(encoding="utf-8"), list(tmp_path.glob(".*"))) == ("old", [])
    assert filled.count("mart_school") == 2
