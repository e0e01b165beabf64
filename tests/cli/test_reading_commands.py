"""`edusandbox trace`, `diff` and `export`: what they print, write and refuse."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from typer.testing import CliRunner, Result

from edusandbox.cli.main import app
from edusandbox.sources.landing import LandingStore, digest_of
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from tests.warehouse.builders import PROVINCE, Warehouse, make_delivery, make_enrolment

SCHOOL = "50010001"
PATH = "2563-1/นักเรียน.xlsx"
SENT = make_delivery(sha256=digest_of(b"first"), path=PATH)
SENT_AGAIN = make_delivery(sha256=digest_of(b"second"), path=PATH)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments))


@pytest.fixture
def warehouse_of_two_versions(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[datetime, datetime]:
    """A return of one grade, then of two, of which one says something else; the moments after each."""
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", sqlite_url)
    monkeypatch.setenv("EDUSANDBOX_LANDING_URL", str(tmp_path / "landing"))
    for content in (b"first", b"second"):
        LandingStore(str(tmp_path / "landing")).put(content)
    engine = open_warehouse(sqlite_url)
    create_warehouse(engine)
    with writing(engine) as connection:
        sync_province(connection, PROVINCE, datetime.now(UTC))
    province_run = start_run(engine, province_code="50", period="2563-1", config_hash="made-up")
    warehouse = Warehouse(engine, PROVINCE, province_run)
    warehouse.load(make_enrolment({(SCHOOL, "P1"): (10, 11, 1)}), delivery=SENT)
    between = datetime.now(UTC)
    second = {(SCHOOL, "P1"): (12, 11, 1), (SCHOOL, "P2"): (5, None, 1)}
    warehouse.load(make_enrolment(second), delivery=SENT_AGAIN)
    engine.dispose()
    return between, datetime.now(UTC)


Moments = tuple[datetime, datetime]
BY_SCHOOL = "mart_enrolment_by_school"


def test_trace_tells_programs_the_cells_the_file_and_where_its_bytes_lie(
    warehouse_of_two_versions: Moments,
) -> None:
    assert warehouse_of_two_versions
    result = run("trace", BY_SCHOOL, "pupil_count", "--where", "grade_code=P1", "--json")
    assert result.exit_code == 0
    told = json.loads(result.stdout)
    assert told["value"] == 23
    assert [(each["cell"], each["value"]) for each in told["cells"]] == [("I4", 12), ("J4", 11)]
    (file,) = told["files"]
    assert (file["sha256"], file["path"], file["version"]) == (SENT_AGAIN.sha256, SENT_AGAIN.path, 2)
    assert Path(file["landing_place"]).read_bytes() == b"second"


def test_trace_walks_back_a_figure_of_the_past(warehouse_of_two_versions: Moments) -> None:
    between, _ = warehouse_of_two_versions
    moment = between.isoformat()
    told = run("trace", "mart_enrolment_by_agency", "pupil_count", "--as-at", moment, "--json")
    assert json.loads(told.stdout)["value"] == 21
    assert json.loads(told.stdout)["files"][0]["sha256"] == SENT.sha256


def test_trace_shows_a_person_as_many_cells_as_asked_for(warehouse_of_two_versions: Moments) -> None:
    assert warehouse_of_two_versions
    shown = run("trace", "mart_enrolment_by_province", "male_count", "--cells", "1").stdout
    assert "17" in shown
    assert "I4" in shown
    assert "I5" not in shown


def test_diff_of_versions_tells_programs_what_changed(warehouse_of_two_versions: Moments) -> None:
    assert warehouse_of_two_versions
    result = run("diff", "versions", "area1", "enrolment", "2563-1", "--json")
    assert result.exit_code == 0
    changed = {
        (each["grade_code"], each["figure"]): (each["before"], each["after"])
        for each in json.loads(result.stdout)["figures"]
    }
    assert changed == {
        ("P1", "male_count"): (10, 12),
        ("P2", "male_count"): (None, 5),
        ("P2", "female_count"): (None, "x"),
        ("P2", "classroom_count"): (None, 1),
    }


def test_diff_of_moments_finds_nothing_where_nothing_happened(warehouse_of_two_versions: Moments) -> None:
    _, after = warehouse_of_two_versions
    result = run("diff", "moments", after.isoformat(), "--json")
    assert json.loads(result.stdout)["figures"] == []


def test_diff_of_moments_shows_a_person_the_changed_figure(warehouse_of_two_versions: Moments) -> None:
    between, _ = warehouse_of_two_versions
    result = run("diff", "moments", between.isoformat())
    assert result.exit_code == 0
    assert SCHOOL in result.stdout


def test_export_writes_csv_that_excel_reads_as_thai(
    warehouse_of_two_versions: Moments, tmp_path: Path
) -> None:
    assert warehouse_of_two_versions
    file = tmp_path / "out.csv"
    result = run("export", BY_SCHOOL, str(file))
    assert (result.exit_code, result.stdout) == (0, f"{file}: 2 rows\n")
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    assert pd.read_csv(file)["pupil_count"].tolist() == [23, 5]


def test_export_of_the_past_has_the_figures_of_then(
    warehouse_of_two_versions: Moments, tmp_path: Path
) -> None:
    between, _ = warehouse_of_two_versions
    file = tmp_path / "out.parquet"
    run("export", BY_SCHOOL, str(file), "--as-at", between.isoformat())
    assert pd.read_parquet(file)["pupil_count"].tolist() == [21]


def test_export_to_xlsx_has_thai_headings(warehouse_of_two_versions: Moments, tmp_path: Path) -> None:
    assert warehouse_of_two_versions
    file = tmp_path / "out.xlsx"
    run("export", BY_SCHOOL, str(file), "--where", "grade_code=P2")
    sheet = openpyxl.load_workbook(file).worksheets[0]
    texts = {cell.value for row in sheet.iter_rows() for cell in row}
    assert {"นักเรียนชาย (คน)", "grade_code=P2"} <= texts


@pytest.mark.parametrize(
    ("command", "sentence"),
    [
        (("trace", "mart_nothing", "pupil_count"), "mart_nothing"),
        (("trace", BY_SCHOOL, "nothing"), "nothing"),
        (("trace", BY_SCHOOL, "pupil_count", "--where", "grade_code=P6"), "no row with grade_code P6"),
        (("trace", BY_SCHOOL, "pupil_count", "--where", "grade_code"), "write COLUMN=VALUE"),
        (("trace", BY_SCHOOL, "pupil_count", "--as-at", "yesterday"), "yesterday"),
        (("diff", "versions", "nobody", "enrolment", "2563-1"), "nobody"),
        (("diff", "versions", "area1", "enrolment", "2563-1", "--before", "7"), "its versions: 1, 2"),
        (("diff", "moments", "tomorrow"), "tomorrow"),
        (("export", BY_SCHOOL, "out.doc"), "end its name in .parquet, .csv or .xlsx"),
        (("export", BY_SCHOOL, "no/such/folder/out.csv"), "cannot be written"),
        (("export", BY_SCHOOL, "no/such/folder/out.xlsx"), "cannot be written"),
        (("export", "mart_nothing", "out.csv"), "mart_nothing"),
    ],
)
def test_a_users_mistake_is_told_in_one_sentence(
    warehouse_of_two_versions: Moments,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: tuple[str, ...],
    sentence: str,
) -> None:
    assert warehouse_of_two_versions
    monkeypatch.chdir(tmp_path)
    result = run(*command)
    assert result.exit_code == 4
    assert result.stderr.count("\n") == 1
    assert sentence in result.stderr
    assert not list(tmp_path.glob("out.*"))


@pytest.mark.parametrize(
    ("today", "overdue"),
    [("2563-07-10", {"2562-2": 3}), ("2020-07-11", {"2562-2": 3, "2563-1": 2})],
)
def test_the_status_tells_what_is_overdue_on_a_day_and_nothing_of_periods_to_come(
    warehouse_of_two_versions: Moments, today: str, overdue: dict[str, int]
) -> None:
    assert warehouse_of_two_versions
    board = json.loads(run("status", "--today", today, "--json").stdout)
    assert {row["period_code"] for row in board} == {"2562-2", "2563-1"}
    assert Counter(row["period_code"] for row in board if row["is_overdue"]) == overdue
    said = run("status", "--today", today).output
    assert [line.endswith("3 overdue") for line in said.splitlines() if line.startswith("2562-2")] == [True]


def test_the_status_of_a_period_that_there_is_not_names_those_that_there_are(
    warehouse_of_two_versions: Moments,
) -> None:
    assert warehouse_of_two_versions
    result = run("status", "--period", "2599-9")
    assert (result.exit_code, result.stderr.count("\n")) == (4, 1)
    assert "no period '2599-9'" in result.stderr
    assert "2563-1" in result.stderr
