"""A warehouse that knows the stranger's forms, and returns of workshops on their way into it."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Engine, select

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.outcomes import SubmissionOutcome
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.history.fact_reading import with_codes
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from edusandbox.warehouse.tables.collection import FACT_TABLES
from schemas.packages import NAMED_BY
from tests.calendars import calendar_entry
from tests.checking.builders import PROVINCE, TODAY, csv_bytes
from tests.checking.test_tables_in_the_wild import workbook
from tests.stranger.test_reading import LONG, REMARK, ROWS
from tests.warehouse.builders import Warehouse

YEAR = calendar_entry("2563", date(2020, 5, 16), date(2021, 5, 15), forms=["workshop"])
STRANGER_PROVINCE = replace(PROVINCE, calendar={**PROVINCE.calendar, "2563": YEAR})
TITLE = ["การอบรม ปีการศึกษา 2563"]
VALUES = (
    "taker_count",
    "mean_score",
    "passed_share",
    "cost_baht",
    "change_baht",
    "held_date",
    "start_time",
    "has_mentor",
    "venue_codes",
    "remark_text",
)
MARKS = (
    "taker_mark_code",
    "score_mark_code",
    "passed_mark_code",
    "cost_mark_code",
    "change_mark_code",
    "held_mark_code",
    "start_mark_code",
    "mentor_mark_code",
    "venue_mark_code",
)
Values = tuple[object, ...]
"""The values of a workshop in the order of `VALUES`."""
LOADED: Mapping[tuple[str, str], Values] = {
    ("50010001", "READ"): (
        *(12, 55.5, 0.45, Decimal("1250.50"), Decimal("-300.00"), date(2020, 6, 1), "08:30", True),
        *("HALL|YARD", REMARK),
    ),
    ("50010001", "WRITE"): (
        *(7, 62.75, 1.0, Decimal("500.00"), Decimal("-1000.25"), date(2020, 7, 15), "13:15", True),
        *("NET", None),
    ),
    ("50010002", "SUMS"): (0, None, None, Decimal("0.00"), None, None, None, False, None, "ไม่มี"),
}
"""What `ROWS` of the tests of reading say."""
_WITHOUT_PACKAGE = """
import json, sys
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.schema import create_warehouse
from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.marts.queries import submission_status
from edusandbox.warehouse.history.comparison import compare_moments, compare_versions
from datetime import UTC, datetime
engine = open_warehouse(sys.argv[1])
create_warehouse(engine)
with engine.connect() as connection:
    rows = submission_status(connection)
    compare_moments(connection, datetime(2020, 1, 1, tzinfo=UTC))
    if rows:
        compare_versions(connection, "5001", "workshop", "2563", before=1, after=1)
found = [each.message for each in check_warehouse(engine)]
engine.dispose()
print(json.dumps({"findings": found, "forms": sorted({row["form_code"] for row in rows})}))
"""


def stranger_warehouse(engine: Engine) -> Warehouse:
    """Tables, views, the made-up province and a run."""
    create_warehouse(engine)
    with writing(engine) as connection:
        sync_province(connection, STRANGER_PROVINCE, datetime.now(UTC))
    run = start_run(engine, province_code="50", period="2563", config_hash="made-up")
    return Warehouse(engine, STRANGER_PROVINCE, run)


def checked_file(content: bytes, path: str, sender: str = "5001") -> CheckedDelivery:
    """A file of an agency, checked."""
    digest = hashlib.sha256(content).hexdigest()
    received = datetime(2020, 7, 2, tzinfo=UTC)
    delivery = Delivery(digest, path.rsplit("/", 1)[-1], path, sender, len(content), received)
    (checked,) = check_deliveries([(delivery, content)], CheckContext(STRANGER_PROVINCE, TODAY))
    return checked


def long_table(
    rows: Sequence[Sequence[object]] = ROWS, *, title: Sequence[object] = TITLE
) -> CheckedDelivery:
    """A csv with a row a topic."""
    return checked_file(csv_bytes([title, LONG, *rows]), "w.csv")


def book(sheets: Mapping[str, Sequence[Sequence[object]]]) -> CheckedDelivery:
    """A workbook of several sheets."""
    return checked_file(workbook(sheets), "w.xlsx")


def load(warehouse: Warehouse, checked: CheckedDelivery) -> SubmissionOutcome:
    """Loads the one submission of a file."""
    (outcome,) = warehouse.load_all(*checked.submissions, delivery=checked.delivery, issues=checked.issues)
    return outcome


def changed(row: Sequence[object], **cells: object) -> list[object]:
    """A row of a long table with other cells: `changed(row, F="45%")`."""
    return [cells.get("ABCDEFGHIJKLM"[at], cell) for at, cell in enumerate(row)]


def facts(engine: Engine, table: str = "fact_workshop") -> pd.DataFrame:
    """All facts of a table with codes beside their keys, as SQLAlchemy gives them."""
    with engine.connect() as connection:
        result = connection.execute(select(FACT_TABLES[table]).order_by(*FACT_TABLES[table].primary_key))
        rows = with_codes(connection, pd.DataFrame(result.all(), columns=list(result.keys()), dtype="object"))
        schools = {
            row.school_id: row.smis_code
            for row in connection.exec_driver_sql("SELECT school_id, smis_code FROM dim_school")
        }
    return rows.assign(school_code=rows["school_id"].map(schools))


def by_key(rows: pd.DataFrame, names: Sequence[str]) -> dict[tuple[str, str], Values]:
    """Columns of facts of workshops by school and topic."""
    plain = rows.astype("object").where(rows.notna(), None)
    return {
        (row["school_code"], row["topic_code"]): tuple(row[name] for name in names)
        for _, row in plain.iterrows()
    }


def run_without_the_package(engine: Engine) -> str:
    """Makes or opens a warehouse in a process without the stranger's forms; what it found, as JSON."""
    environment: dict[str, Any] = {name: value for name, value in os.environ.items() if name != NAMED_BY}
    url = engine.url.render_as_string(hide_password=False)
    run = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-c", _WITHOUT_PACKAGE, url],
        cwd=Path(__file__).parents[2],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    return run.stdout
