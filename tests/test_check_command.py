"""`edusandbox check`: what was read, as whose file it was judged, and that nothing is written."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from edusandbox.cli.main import app
from edusandbox.run.request import request_run
from edusandbox.settings import Settings
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from tests.warehouse.builders import Entry, Warehouse, make_register

HEADING = "ปีการศึกษา,ภาคเรียน,รหัสโรงเรียน,ชื่อโรงเรียน,ระดับชั้น,นักเรียนชาย,นักเรียนหญิง,รวม,ห้องเรียน\n"
SIXTH = f"{HEADING}2563,1,50060001,บ้านเหนือ,ป.1,1,2,3,1\n2563,1,50060002,บ้านใต้,ป.1,4,5,9,1\n"
FIRST = f"{HEADING}2563,1,50010001,บ้านกลาง,ป.1,1,2,3,1\n"
BOTH = SIXTH + FIRST.removeprefix(HEADING)
FAULTY = SIXTH.replace(",9,1", ",8,1")
DMC = Path(__file__).parents[2] / "shared" / "realdata" / "dmc" / "schools-cra3-2568.csv"
Command = Callable[..., Result]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Command:
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", sqlite_url)
    monkeypatch.chdir(tmp_path)
    for name, text in {"sixth": SIXTH, "first": FIRST, "both": BOTH, "faulty": FAULTY}.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, ["check", *arguments])

    return run


@pytest.fixture
def registers(sqlite_url: str) -> None:
    """A warehouse that has the registers of 5001 and 5006."""
    engine = open_warehouse(sqlite_url)
    create_warehouse(engine)
    province = request_run(Settings()).province
    with writing(engine) as connection:
        sync_province(connection, province, datetime.now(UTC))
    run = start_run(engine, province_code=province.code, period="2563-1", config_hash="made-up")
    warehouse = Warehouse(engine, province, run)
    warehouse.load(make_register(Entry("50010001", "บ้านกลาง"), agency="5001"))
    schools = (Entry("50060001", "บ้านเหนือ"), Entry("50060002", "บ้านใต้"))
    warehouse.load(make_register(*schools, agency="5006"))
    engine.dispose()


def told(result: Result) -> Any:  # noqa: ANN401 - whatever JSON holds
    (checked,) = json.loads(result.output)
    return checked


def codes(checked: Any) -> set[str]:  # noqa: ANN401 - as above
    issues = [*checked["issues"], *(issue for each in checked["submissions"] for issue in each["issues"])]
    return {issue["code"] for issue in issues}


def test_what_was_read_is_shown_beside_the_files_own_totals(command: Command) -> None:
    output = command("sixth.csv").output
    assert "Read: Enrolment, 2563-1 (as its rows say)" in output
    assert "heading in row 1, 2 rows" in output
    assert "2 schools in 2 rows: 0 set aside, 2 to be loaded" in output
    (row,) = [line.split() for line in output.splitlines() if line.split()[:1] == ["ป.1"]]
    assert row == ["ป.1", "5", "7", "12", "=", "2"]


def test_what_was_read_is_told_to_programs_whatever_the_verdict(command: Command) -> None:
    (reading,) = told(command("faulty.csv", "--json"))["read"]
    pupils = reading["together"]["pupil_total"]
    assert (reading["row_count"], reading["row_count_to_be_loaded"], reading["row_count_set_aside"]) == (
        2,
        1,
        1,
    )
    assert (pupils["read"], pupils["to_be_loaded"], pupils["in_file"], pupils["agrees"]) == (12, 3, 11, False)


def test_a_faultless_file_from_a_desktop_has_no_error_where_no_register_is_known(command: Command) -> None:
    result = command("sixth.csv", "--json")
    checked = told(result)
    assert (result.exit_code, checked["status"], codes(checked)) == (0, "accepted", set())
    assert (checked["judged_as"]["agency_code"], checked["judged_as"]["reason"]) == (None, "unknown")
    assert checked["delivery"]["agency_code"] is None
    assert "Judged as nobody" in command("sixth.csv").output


@pytest.mark.usefixtures("registers")
@pytest.mark.parametrize(("name", "agency"), [("sixth.csv", "5006"), ("first.csv", "5001")])
def test_a_file_from_a_desktop_is_judged_as_the_agency_whose_schools_they_are(
    command: Command, name: str, agency: str
) -> None:
    result = command(name, "--json")
    checked = told(result)
    assert (result.exit_code, checked["status"], codes(checked)) == (0, "accepted", set())
    assert (checked["judged_as"]["agency_code"], checked["judged_as"]["reason"]) == (agency, "schools")
    assert checked["submissions"][0]["agency_code"] == agency
    assert f"Judged as {agency} สพป.เชียงใหม่ เขต {agency[-1]}, whose schools they are" in command(name).output


@pytest.mark.usefixtures("registers")
def test_a_file_of_several_agencies_is_judged_as_nobodys_unless_one_is_asked_for(command: Command) -> None:
    checked = told(command("both.csv", "--json"))
    assert (checked["judged_as"]["reason"], codes(checked)) == ("several", set())
    schools = {each["agency_code"]: each["school_count"] for each in checked["judged_as"]["agencies"]}
    assert schools == {"5001": 1, "5006": 2}
    asked = told(command("both.csv", "--json", "--agency", "5006"))
    assert (asked["judged_as"]["reason"], codes(asked)) == ("asked", {"RE002"})


@pytest.mark.usefixtures("registers")
def test_a_file_in_an_agencys_folder_is_judged_as_its_own(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDUSANDBOX_INBOX_URL", "inbox")
    path = tmp_path / "inbox" / "5001" / "sixth.csv"
    path.parent.mkdir(parents=True)
    path.write_text(SIXTH, encoding="utf-8")
    checked = told(command("inbox/5001/sixth.csv", "--json"))
    assert (checked["judged_as"]["agency_code"], checked["judged_as"]["reason"]) == ("5001", "folder")
    assert codes(checked) == {"RE002"}


def test_several_files_are_told_in_their_order(command: Command) -> None:
    result = command("sixth.csv", "faulty.csv", "first.csv", "--json")
    assert result.exit_code == 3
    assert [each["delivery"]["file_name"] for each in json.loads(result.output)] == [
        *("sixth.csv", "faulty.csv", "first.csv"),
    ]
    text = command("sixth.csv", "faulty.csv").output
    assert text.index("sixth.csv: accepted") < text.index("faulty.csv: partly accepted")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("sixth.csv", "absent.csv"), "There is no file absent.csv"),
        (("sixth.csv", "."), "cannot be read"),
        (("sixth.csv", "--agency", "5099"), "There is no agency '5099'"),
        (("sixth.csv", "--agency", ""), "There is no agency ''"),
    ],
)
def test_of_wrong_arguments_nothing_but_the_mistake_is_told(
    command: Command, arguments: tuple[str, ...], sentence: str
) -> None:
    for result in (command(*arguments), command(*arguments, "--json")):
        assert result.exit_code == 4
        assert sentence in result.output
        assert "Judged" not in result.output


@pytest.mark.usefixtures("registers")
def test_looking_writes_nothing(command: Command, tmp_path: Path) -> None:
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    command("sixth.csv", "both.csv")
    command("sixth.csv", "--json", "--agency", "5006")
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(not DMC.is_file(), reason="the folder ../shared/realdata with the real files is absent")
@pytest.mark.parametrize("arguments", [(), ("--agency", "5001")], ids=["nobody", "another agency"])
def test_the_real_export_is_read_whole_whatever_becomes_of_it(
    command: Command, arguments: tuple[str, ...]
) -> None:
    checked = told(command(str(DMC), "--json", *arguments))
    (reading,) = checked["read"]
    assert checked["status"] == "held"
    assert (reading["school_count"], reading["row_count_to_be_loaded"]) == (139, 0)
    figures = {field: (each["read"], each["in_file"]) for field, each in reading["together"].items()}
    assert figures == {
        "male_count": (18_782, 18_782),
        "female_count": (18_247, 18_247),
        "pupil_total": (37_029, 37_029),
        "classroom_count": (1_781, 1_781),
    }
    assert all(each["agrees"] for code in reading["figures"] for each in code["counts"].values())
    text = command(str(DMC), *arguments).output
    assert "139 schools in 139 rows: 139 set aside, 0 to be loaded" in text
    (row,) = [line.split() for line in text.splitlines() if line.split()[:1] == ["Read"]]
    assert row == ["Read", "18,782", "=", "18,247", "=", "37,029", "=", "1,781", "="]
