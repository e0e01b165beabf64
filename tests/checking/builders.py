"""Small builders for the tests of reading and checking: a province, a delivery, a csv."""

import csv
import io
from collections.abc import Sequence
from datetime import UTC, date, datetime

import pandas as pd

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.checking.references import SchoolReferences
from edusandbox.sources.registry import Agency, Province
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery
from tests.calendars import calendar_entry

TIDY = [
    "ปีการศึกษา",
    "ภาคเรียน",
    "รหัสโรงเรียน",
    "ชื่อโรงเรียน",
    "ระดับชั้น",
    "นักเรียนชาย",
    "นักเรียนหญิง",
    "รวม",
    "ห้องเรียน",
]
START = date(2020, 7, 1)
TODAY = date(2020, 7, 10)
"""A day on which 2563-1 is open."""


def make_agency(code: str, *, sends_for_province: bool = False) -> Agency:
    return Agency(
        code=code,
        name_th=f"สพป.ตัวอย่าง เขต {code[-1]}",
        name_en=f"Sample Area {code[-1]}",
        kind="สพป.",
        scheme_codes={"area4": code, "area8": f"{code}0000"},
        valid_from_date=date(2010, 1, 1),
        valid_to_date=None,
        folder=code,
        forms=("enrolment",),
        sends_for_province=sends_for_province,
    )


PROVINCE = Province(
    code="50",
    name_th="ตัวอย่าง",
    name_en="Sample",
    agencies=(make_agency("5001"), make_agency("5002"), make_agency("5009", sends_for_province=True)),
    calendar={
        "2563-1": calendar_entry("2563-1", START, date(2020, 11, 13), due=TODAY),
        "2563-2": calendar_entry("2563-2", date(2020, 12, 1), date(2021, 4, 9), due=date(2020, 12, 10)),
    },
)


def references(*schools: tuple[str, str, str], day: date = START) -> SchoolReferences:
    """References from (school code, agency code, name)."""
    return SchoolReferences(
        pd.DataFrame(
            [(code, "smis8", agency, name, day) for code, agency, name in schools],
            columns=[
                "school_code",
                "school_code_scheme",
                "agency_code",
                "school_name_th",
                "register_start_date",
            ],
        )
    )


def csv_bytes(rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode(encoding)


def check_bytes(
    content: bytes,
    *,
    sender: str = "5001",
    path: str = "enrolment.csv",
    known: SchoolReferences | None = None,
    tells_reading: bool = False,
) -> CheckedDelivery:
    delivery = Delivery(
        sha256="0" * 64,
        file_name=path.rsplit("/", 1)[-1],
        path=path,
        agency_code=sender,
        size_bytes=len(content),
        received_at=datetime(2020, 7, 2, tzinfo=UTC),
    )
    context = CheckContext(PROVINCE, TODAY, known, tells_reading=tells_reading)
    (checked,) = check_deliveries([(delivery, content)], context)
    return checked


def only_submission(checked: CheckedDelivery) -> CheckedSubmission:
    (submission,) = checked.submissions
    return submission


def issue_cells(checked: CheckedDelivery) -> set[tuple[str, str | None]]:
    """(rule code, cell) of every issue."""
    return {(issue.code, issue.place.cell) for issue in checked.all_issues}
