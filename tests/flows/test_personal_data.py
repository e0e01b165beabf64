"""Personal data of a delivery is nowhere in the warehouse, the marked workbook or the landing store."""

import logging
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from sqlalchemy import inspect

from edusandbox.settings import Settings
from edusandbox.sources.landing import LandingStore, digest_of
from edusandbox.warehouse.engine import open_warehouse
from tests.flows.conftest import Run
from tests.made_up_persons import made_up_id
from tests.provinces import province_that_keeps_personal_data

HEADER = "รหัสโรงเรียน,รหัสกระทรวง,ชื่อโรงเรียน,ประเภท,ตำบล,อำเภอ,ผู้บริหาร,เบอร์โทร,หมายเหตุ"
ID, OTHER_ID = made_up_id(7), made_up_id(8)
SECRETS = ("ตัวอย่างนาม", "081-234-5678", ID, OTHER_ID, "head@example.org")
CONTENT = "\n".join(
    [
        HEADER,
        f"50010001,1050130001,บ้านหนึ่ง,ประถม,ก,ข,นายตัวอย่างนาม สมมติ,081-234-5678,{ID}",
        f"5001,1050130002,บ้านสอง head@example.org,ประถม,ก,ข,นางตัวอย่างนาม สมมติ,081-234-5678,{OTHER_ID}",
        f"50010003,1050130003,บ้านสาม,ประถม,ก,ข,นายตัวอย่างนาม สอง,081-234-5678,{ID}",
    ]
).encode()


@pytest.fixture
def delivered(installation: Path) -> Path:
    path = installation / "inbox" / "5001" / "2563-1" / "ทะเบียน.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(CONTENT)
    return path


def everything_in_the_warehouse() -> str:
    engine = open_warehouse(Settings().warehouse_url)
    try:
        with engine.connect() as connection:
            names = inspect(engine).get_table_names()
            rows = [connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names]  # noqa: S608 - our own names
            return str(rows)
    finally:
        engine.dispose()


def test_personal_data_is_nowhere_and_its_bytes_are_removed_once(
    run_flow: Callable[..., Run], delivered: Path, caplog: pytest.LogCaptureFixture
) -> None:
    landing = LandingStore(Settings().landing_url)
    with caplog.at_level(logging.INFO):
        report = run_flow().report
    (outcome,) = report.outcomes
    assert outcome.rows_loaded == 2
    assert outcome.marked_file is not None
    marked = openpyxl.load_workbook(outcome.marked_file)
    cells = str([[cell.value for row in sheet.iter_rows() for cell in row] for sheet in marked])
    for place in (everything_in_the_warehouse(), cells, caplog.text):
        assert [secret for secret in SECRETS if secret in place] == []
    assert "เบอร์โทร" in cells
    assert not landing.exists(digest_of(CONTENT))

    again = run_flow().report
    assert (again.outcomes, again.unchanged_file_count) == ((), 1)
    assert not landing.exists(digest_of(CONTENT))

    forced = run_flow(force=True).report
    assert forced.failed == ()
    assert not landing.exists(digest_of(CONTENT))
    assert delivered.read_bytes() == CONTENT


def test_a_province_may_allow_the_store_to_keep_it(
    run_flow: Callable[..., Run], delivered: Path, tmp_path: Path
) -> None:
    run_flow(province_folder=str(province_that_keeps_personal_data(tmp_path)))
    assert LandingStore(Settings().landing_url).get(digest_of(CONTENT)) == delivered.read_bytes()
