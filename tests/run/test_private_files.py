"""A person in the name, a sheet's name, a comment ... of a file is told and gets nowhere."""

import io
import json
import logging
import os
import zipfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest
import xlsxwriter
from sqlalchemy import Connection, inspect, select

from edusandbox.outcomes import RunReport
from edusandbox.reports.as_json import run_as_json
from edusandbox.sources.landing import LandingStore, digest_of
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.tables.operation_tables import ops_arrival, ops_delivery, ops_issue
from tests.made_up_persons import made_up_id
from tests.run.expendable import Installation
from tests.run.inboxes import enrolment
from tests.run.runs_here import run

ID = made_up_id(70_707)
TELEPHONE = "081-234-9998"
SECRETS = (ID, TELEPHONE, "ตัวอย่างนาม", "สมมติสกุล")
NAMED = f"5001/นายตัวอย่างนาม_สมมติสกุล/จำนวน_{ID}_{TELEPHONE}.csv"
Change = Callable[[xlsxwriter.Workbook, xlsxwriter.workbook.Worksheet], object]
WORKBOOKS: Mapping[str, tuple[str, Change]] = {
    "5002/comment.xlsx": ("PR008", lambda _, sheet: sheet.write_comment("B2", f"ถาม {ID}", {"author": ID})),
    "5003/property.xlsx": (
        "PR008",
        lambda book, _: book.set_properties({"author": ID, "manager": TELEPHONE}),
    ),
    "5004/header.xlsx": ("PR008", lambda _, sheet: sheet.set_header(f"&C{ID}&R นางตัวอย่างนาม สมมติสกุล")),
    "5005/box.xlsx": ("PR008", lambda _, sheet: sheet.insert_textbox("L2", f"โทร {TELEPHONE} {ID}")),
    "5006/sheet.xlsx": ("PR007", lambda book, _: book.add_worksheet(f"นายตัวอย่างนาม {ID}").write("A1", "ก")),
}


def workbook(agency: str, change: Change) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for number, line in enumerate(enrolment(agency, 3)):
            sheet.write_row(number, 0, line.split(","))
        change(book, sheet)
    return content.getvalue()


def deliver(installation: Installation, path: str, content: bytes) -> bytes:
    target = installation.folder / "inbox" / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(content)
    return content


def opened(content: bytes) -> Iterator[bytes]:
    """A file's bytes, and those of what is packed in it."""
    yield content
    if zipfile.is_zipfile(io.BytesIO(content)):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for member in archive.infolist():
                yield member.filename.encode()
                yield from opened(archive.read(member))


@contextmanager
def warehouse(installation: Installation) -> Iterator[Connection]:
    engine = open_warehouse(installation.warehouse_url)
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def everything_stored(installation: Installation) -> str:
    with warehouse(installation) as connection:
        names = inspect(connection).get_table_names()
        return str([connection.exec_driver_sql(f'SELECT * FROM "{name}"').all() for name in names])  # noqa: S608 - our own names


def left_behind(installation: Installation, sent: Mapping[str, bytes]) -> Iterator[bytes]:
    """Names and bytes of all files but those that were sent."""
    for folder, _, names in os.walk(installation.folder):
        for name in names:
            path = Path(folder, name)
            relative = path.relative_to(
                installation.folder / "inbox" if "inbox" in path.parts else installation.folder
            )
            if relative.as_posix() not in sent:
                yield str(relative).encode()
                yield from opened(path.read_bytes())


def codes_by_path(installation: Installation) -> dict[str, set[str]]:
    statement = select(ops_delivery.c.path, ops_issue.c.rule_code).join(
        ops_issue, ops_issue.c.delivery_id == ops_delivery.c.delivery_id
    )
    found: dict[str, set[str]] = {}
    with warehouse(installation) as connection:
        for path, code in connection.execute(statement):
            found.setdefault(path, set()).add(code)
    return found


@pytest.mark.parametrize("is_split", [False, True], ids=["alone", "beside its other half"])
def test_a_person_beside_the_cells_gets_nowhere(
    install: Callable[[str], Installation], caplog: pytest.LogCaptureFixture, *, is_split: bool
) -> None:
    installation = install("private")
    sent = {NAMED: deliver(installation, NAMED, "\n".join(enrolment("5001", 3)).encode())}
    for path, (_, change) in WORKBOOKS.items():
        sent[path] = deliver(installation, path, workbook(path[:4], change))
    if is_split:
        # Each half of a return is held and names the other one.
        lines = "\n".join(line.replace(",50010", ",50019") for line in enrolment("5001", 3))
        sent["5001/half.csv"] = deliver(installation, "5001/half.csv", lines.encode())
    with caplog.at_level(logging.INFO):
        report = run(installation)
    assert report.failed == ()
    said = json.dumps(run_as_json(report), ensure_ascii=False)
    places = [
        everything_stored(installation).encode(),
        said.encode(),
        repr(report).encode(),
        caplog.text.encode(),
    ]
    for place in (*places, *left_behind(installation, sent)):
        assert [secret for secret in SECRETS if secret.encode() in place] == []
    codes = codes_by_path(installation)
    assert "PR006" in next(found for path, found in codes.items() if path.startswith("•••"))
    assert {path: rule for path, (rule, _) in WORKBOOKS.items() if rule not in codes[path[5:]]} == {}
    landing = LandingStore(installation.settings.landing_url)
    assert [path for path, content in sent.items() if landing.exists(digest_of(content))] == (
        ["5001/half.csv"] if is_split else []
    )
    assert run(installation).unchanged_file_count == len(sent)


def send(installation: Installation, path: str, boys: int) -> RunReport:
    deliver(installation, path, "\n".join(enrolment("5001", 3, boys)).encode())
    return run(installation)


def test_a_masked_file_is_known_again_and_kept_apart_from_others(
    install: Callable[[str], Installation],
) -> None:
    installation = install("masked")
    first, second = f"5001/{ID}.csv", f"5001/{made_up_id(80_808)}.csv"
    (outcome,) = send(installation, first, 3).outcomes
    assert outcome.status.is_loaded
    assert send(installation, first, 3).unchanged_file_count == 1
    (changed,) = send(installation, first, 4).outcomes
    (back,) = send(installation, first, 3).outcomes
    (other,) = send(installation, second, 5).outcomes
    assert len({outcome.marked_file, changed.marked_file, back.marked_file}) == 1
    assert other.marked_file not in {None, outcome.marked_file}
    with warehouse(installation) as connection:
        arrivals = connection.scalars(select(ops_arrival.c.path).order_by(ops_arrival.c.arrival_id)).all()
    assert len(arrivals) == 4
    assert len(set(arrivals)) == 2
