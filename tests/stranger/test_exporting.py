"""Facts of workshops as files, and the sender's own workbook with what was found in it."""

import csv
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
from sqlalchemy import text

from edusandbox.reports.export import ExportFormat, write_export
from edusandbox.reports.marked_workbook import marked_workbook
from edusandbox.sources.readers import read_delivery
from edusandbox.warehouse.dictionary.publishing import read_dictionary
from schemas.catalogue import FORMS
from tests.checking.test_tables_in_the_wild import workbook
from tests.stranger.test_reading import LONG, REMARK, ROWS
from tests.stranger.warehouses import TITLE, changed, checked_file, load, long_table
from tests.warehouse.builders import Warehouse

TYPES = {
    "taker_count": pa.int64(),
    "mean_score": pa.float64(),
    "cost_baht": pa.decimal128(18, 2),
    "held_date": pa.date32(),
    "start_time": pa.string(),
    "has_mentor": pa.bool_(),
}


def export(warehouse: Warehouse, file: Path) -> int:
    """Writes the facts as a database gives them to whoever asks in SQL."""
    table = next(each for each in read_dictionary() if each.table_name == "fact_workshop")
    names = ", ".join(each.column_name for each in table.columns)
    with warehouse.engine.connect() as connection:
        rows = connection.execute(
            text(f"SELECT {names} FROM fact_workshop ORDER BY school_id, topic_id")  # noqa: S608 - our names
        ).all()
    return write_export(file, ExportFormat(file.suffix.removeprefix(".")), table, [rows], ["การอบรม"])


def test_parquet_has_the_type_of_every_kind(workshops: Warehouse, tmp_path: Path) -> None:
    load(workshops, long_table())
    assert export(workshops, tmp_path / "w.parquet") == 3
    table = pq.read_table(tmp_path / "w.parquet")
    assert {name: table.schema.field(name).type for name in TYPES} == TYPES
    first = table.to_pylist()[0]
    assert [first[name] for name in TYPES] == [12, 55.5, Decimal("1250.50"), date(2020, 6, 1), "08:30", True]
    assert first["remark_text"] == REMARK
    assert table.schema.field("cost_baht").metadata[b"unit_th"].decode() == "บาท"


def test_csv_has_amounts_with_their_satang_and_texts_with_their_lines(
    workshops: Warehouse, tmp_path: Path
) -> None:
    load(workshops, long_table())
    export(workshops, tmp_path / "w.csv")
    with (tmp_path / "w.csv").open(encoding="utf-8-sig", newline="") as stream:
        first, second, third = csv.DictReader(stream)
    assert (first["cost_baht"], first["change_baht"], first["remark_text"]) == ("1250.50", "-300.00", REMARK)
    assert (second["change_baht"], second["held_date"]) == ("-1000.25", "2020-07-15")
    assert (third["mean_score"], third["score_mark_code"], third["has_mentor"]) == ("", "z", "0")


def test_xlsx_has_amounts_as_numbers(workshops: Warehouse, tmp_path: Path) -> None:
    load(workshops, long_table())
    export(workshops, tmp_path / "w.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "w.xlsx").active
    assert sheet is not None
    rows = list(sheet.iter_rows())
    names = [cell.value for cell in rows[3]]
    cost = rows[4][names.index("cost_baht")]
    assert (cost.value, cost.number_format) == (1250.5, "#,##0.00")


def test_the_senders_workbook_is_marked_at_the_cell() -> None:
    row = changed(ROWS[0], G="ห้าร้อย", I="เมื่อวาน", L="ดวงจันทร์")
    content = workbook({"อบรม": [TITLE, LONG, row, *ROWS[1:]]})
    checked = checked_file(content, "w.xlsx")
    marked = marked_workbook(
        read_delivery(content, "w.xlsx").grids,
        checked,
        agency_name_th="สพป.ตัวอย่าง เขต 1",
        checked_at=datetime(2020, 7, 2, tzinfo=UTC),
        form_names_th={form.code: form.name_th for form in FORMS.values()},
    )
    book = openpyxl.load_workbook(BytesIO(marked))
    sheet = book["อบรม"]
    commented = {
        cell.coordinate: cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment
    }
    assert "ไม่ใช่ตัวเลข" in commented["G3"]
    assert "อ่านวันที่" in commented["I3"]
    assert "ไม่รู้จักสถานที่" in commented["L3"]
    assert "การอบรม" in " ".join(
        str(cell.value) for row in book["สรุป"].iter_rows() for cell in row if cell.value is not None
    )
