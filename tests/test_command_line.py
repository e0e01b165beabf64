"""The command line as people and programs use it; the flow itself is tested elsewhere."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from typer.testing import CliRunner

from edusandbox import __version__
from edusandbox.cli.main import app
from tests.provinces import province_to_edit

SOUND = (
    "ปีการศึกษา,ภาคเรียน,รหัสโรงเรียน,ชื่อโรงเรียน,ระดับชั้น,นักเรียนชาย,นักเรียนหญิง,รวม,ห้องเรียน\n"
    "2563,1,50010001,บ้านเหนือ,ป.1,1,2,3,1\n"
)
REGISTER = "รหัสโรงเรียน,รหัสกระทรวง,ชื่อโรงเรียน,ประเภท,ตำบล,อำเภอ\n50020001,1050130001,บ้านเหนือ,ประถม,ก,ข\n"
OFFICE = "ที่,รหัสโรงเรียน,ชื่อโรงเรียน,ป.1 ชาย,ป.1 หญิง\n1,50010001,บ้านเหนือ,3,4\n"
Command = Callable[..., Result]


@pytest.fixture
def command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sqlite_url: str) -> Command:
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", sqlite_url)
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Result:
        return CliRunner().invoke(app, arguments)

    return run


def test_help_names_every_command_and_the_exit_codes(command: Command) -> None:
    said = command("--help").output
    for word in ("consolidate", "check", "status", "sample", "new-form", "version", "Exit codes"):
        assert word in said


def test_version_is_the_packages(command: Command) -> None:
    assert command("version").output.strip() == __version__


def test_a_sound_file_is_accepted_with_exit_code_0(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SOUND, encoding="utf-8")
    result = command("check", "a.csv", "--agency", "5001")
    assert result.exit_code == 0
    assert "accepted" in result.output


def test_a_faulty_file_is_told_with_exit_code_3_and_its_cells(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SOUND.replace(",1,2,3,", ",1,2,4,"), encoding="utf-8")
    result = command("check", "a.csv")
    assert result.exit_code == 3
    assert "SU001" in result.output
    assert "H2" in result.output


def test_json_is_for_programs(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SOUND.replace("50010001", ""), encoding="utf-8")
    (checked,) = json.loads(command("check", "--json", "a.csv").output)
    assert checked["status"] == "rejected"
    assert checked["submissions"][0]["issues"][0]["code"] == "VA004"


def test_a_file_in_an_agencys_folder_is_checked_as_what_came_there(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDUSANDBOX_INBOX_URL", "inbox")
    path = tmp_path / "inbox" / "5002" / "2562-2" / "a.csv"
    path.parent.mkdir(parents=True)
    path.write_text(REGISTER, encoding="utf-8")
    (checked,) = json.loads(command("check", "--json", "inbox/5002/2562-2/a.csv").output)
    (submission,) = checked["submissions"]
    assert (submission["agency_code"], submission["period"]) == ("5002", "2562-2")


@pytest.mark.parametrize(
    ("options", "period", "status"),
    [
        (("--today", "2563-07-10"), "2563-1", "accepted"),
        (("--today", "2569-11-30"), "2569-2", "accepted"),
        (("--today", "2026-11-30"), "2569-2", "accepted"),
        (("--today", "2569-11-30", "--period", "2563-1"), "2563-1", "accepted"),
        (("--today", "2599-01-01"), "2598", "held"),
    ],
)
def test_a_file_that_states_no_period_is_checked_for_what_is_open_on_the_day(
    command: Command, tmp_path: Path, options: tuple[str, ...], period: str, status: str
) -> None:
    (tmp_path / "a.csv").write_text(OFFICE, encoding="utf-8")
    (checked,) = json.loads(command("check", "--json", "a.csv", "--agency", "5001", *options).output)
    assert [(each["period"], each["status"]) for each in checked["submissions"]] == [(period, status)]


def test_a_calendar_with_an_open_flag_is_refused_with_what_replaced_it(
    command: Command, tmp_path: Path
) -> None:
    province = province_to_edit(tmp_path)
    (province / "calendar.csv").write_text(
        "period,start_date,end_date,due_date,is_open,forms\n2563-1,2020-07-01,2020-11-13,2020-07-10,yes,\n",
        encoding="utf-8",
    )
    result = command("consolidate", "--province", str(province))
    assert result.exit_code == 4
    (line,) = result.output.splitlines()
    assert "the column is_open is gone; the open period now follows from the day of the run" in line


def test_check_writes_nothing(command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(SOUND, encoding="utf-8")
    command("check", "a.csv")
    assert [path.name for path in tmp_path.rglob("*")] == ["a.csv"]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("check", "absent.xlsx"), "There is no file absent.xlsx; check its name."),
        (("check", "."), "cannot be read"),
        (("check", "inbox"), "cannot be read"),
        (("check", "a.csv", "--agency", "9"), "There is no agency '9'"),
        (("check", "a.csv", "--period", "2580-1"), "There is no period '2580-1'"),
        (("check", "a.csv", "--province", "nowhere"), "is missing; a province's folder needs it"),
        (("consolidate", "--form", "staff"), "There is no form 'staff'"),
        (("consolidate", "--agency", "9"), "There is no agency '9'"),
        (("check", "a.csv", "--today", "2569-13-40"), "--today: '2569-13-40' is no day; write year, month"),
        (("consolidate", "--today", "30/11/2569"), "--today: '30/11/2569' is no day; write year, month"),
        (("status", "--today", "tomorrow"), "--today: 'tomorrow' is no day; write year, month and day"),
        (("sample", "out", "--today", ""), "--today: '' is no day; write year, month and day"),
        (("status",), "run edusandbox consolidate first"),
        (("db", "check"), "run edusandbox consolidate first"),
        (("sample", "out", "--schools", "3"), "schools"),
        (("sample", "out", "--period", "soon"), "There is no period 'soon'"),
    ],
)
def test_a_users_mistake_is_one_sentence_and_exit_code_4(
    command: Command, tmp_path: Path, arguments: tuple[str, ...], sentence: str
) -> None:
    (tmp_path / "a.csv").write_text(SOUND, encoding="utf-8")
    (tmp_path / "inbox").mkdir()
    result = command(*arguments)
    assert result.exit_code == 4
    assert sentence in result.output
    assert "Traceback" not in result.output


@pytest.mark.parametrize("arguments", [("status",), ("db", "check"), ("export", "mart_school", "out.csv")])
def test_who_only_looks_makes_no_warehouse(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...]
) -> None:
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", "sqlite:///folder/province.db")
    assert command(*arguments).exit_code == 4
    assert list(tmp_path.iterdir()) == []


def test_a_warehouse_that_cannot_be_looked_at_is_one_sentence(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", f"sqlite:///{'x' * 300}.db")
    result = command("status")
    assert result.exit_code == 4
    assert "cannot be opened" in result.output


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("EDUSANDBOX_WORKER_COUNT", "many", "The setting EDUSANDBOX_WORKER_COUNT is not right"),
        ("EDUSANDBOX_RUNNER", "carts", "The setting EDUSANDBOX_RUNNER is not right"),
        ("EDUSANDBOX_WAREHOUSE_URL", "mysql://x/y", "A warehouse lives in SQLite or PostgreSQL"),
        ("EDUSANDBOX_WAREHOUSE_URL", "nonsense", "The warehouse's address is not one"),
    ],
)
def test_a_wrong_setting_is_named(
    command: Command, monkeypatch: pytest.MonkeyPatch, name: str, text: str, sentence: str
) -> None:
    monkeypatch.setenv(name, text)
    result = command("status")
    assert result.exit_code == 4
    assert sentence in result.output


def test_an_unknown_command_is_exit_code_2(command: Command) -> None:
    assert command("consolidat").exit_code == 2


def test_sample_writes_an_inbox_and_the_truth(command: Command, tmp_path: Path) -> None:
    result = command("sample", "made-up", "--schools", "40")
    assert result.exit_code == 0
    assert list((tmp_path / "made-up" / "inbox").iterdir())
    assert (tmp_path / "made-up" / "truth" / "enrolment.csv").is_file()


def test_sample_scales_to_made_up_agencies_with_a_folder_of_their_own(
    command: Command, tmp_path: Path
) -> None:
    assert command("sample", "big", "--agencies", "9", "--schools", "50").exit_code == 0
    (tmp_path / "a.csv").write_text(SOUND, encoding="utf-8")
    assert command("check", "a.csv", "--province", "big/province").exit_code in {0, 3}
