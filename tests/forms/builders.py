"""What tests of a form need: a province that has a period of each kind open, and a filled warehouse."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.warehouse.history.as_at import read_mart
from schemas.catalogue import FORMS
from tests.calendars import calendar_entry
from tests.checking.builders import PROVINCE as PROVINCE_OF_CHECKS
from tests.checking.builders import TODAY, csv_bytes
from tests.warehouse.builders import Entry, Warehouse, make_register

PERIODS = ("2563-1", "2563", "FY2563")
START, END = date(2020, 7, 1), date(2020, 11, 13)
PROVINCE = replace(
    PROVINCE_OF_CHECKS,
    calendar={code: calendar_entry(code, START, END, due=TODAY, forms=tuple(FORMS)) for code in PERIODS},
)
AGENCY = "5001"
"""Who sends the files."""


def check_table(rows: Sequence[Sequence[object]], name: str = "return.csv") -> CheckedDelivery:
    """What the checks make of a table that an agency sends."""
    content = csv_bytes(rows)
    delivery = Delivery(
        sha256=name.rjust(64, "0"),
        file_name=name,
        path=name,
        agency_code=AGENCY,
        size_bytes=len(content),
        received_at=datetime(2020, 7, 2, tzinfo=UTC),
    )
    (checked,) = check_deliveries([(delivery, content)], CheckContext(PROVINCE, TODAY))
    return checked


def load_with_register(warehouse: Warehouse, checked: CheckedDelivery, schools: Sequence[str]) -> None:
    """Loads a register that knows the schools, then what was checked."""
    entries = [Entry(code, ministry_code=f"10{code}") for code in schools]
    warehouse.load(make_register(*entries, agency=AGENCY))
    warehouse.load_together(checked)


def mart_rows(warehouse: Warehouse, mart: str, columns: Sequence[str]) -> list[tuple[object, ...]]:
    """Some columns of a mart, its rows in order."""
    with warehouse.engine.connect() as connection:
        frame = read_mart(connection, mart)
    values = frame[list(columns)].astype(object)
    return sorted(map(tuple, values.where(values.notna(), None).to_numpy().tolist()), key=repr)


def fact_values(facts: pd.DataFrame, key: Sequence[str], figure: str) -> Mapping[tuple[str, ...], int | None]:
    """The figure of each fact by its key; None where there is none."""
    values = (None if pd.isna(value) else int(value) for value in facts[figure])
    return dict(zip(facts[list(key)].itertuples(index=False, name=None), values, strict=True))
