"""The flow under Prefect's harness, on made-up deliveries whose truth is known."""

import signal
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from edusandbox.outcomes import Effect
from edusandbox.run.request import request_run
from edusandbox.samples.generate import write_sample
from edusandbox.samples.truth import SampleTruth
from edusandbox.settings import Settings
from edusandbox.submissions import Delivery, Status
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.load import loading
from schemas.periods import Period
from tests.flows.conftest import Run

RunFlow = Callable[..., Run]
FOLDERS = {agency.code: agency.folder for agency in request_run(Settings()).agencies}
HEADER = "ปีการศึกษา,ภาคเรียน,รหัสโรงเรียน,ชื่อโรงเรียน,ระดับชั้น,นักเรียนชาย,นักเรียนหญิง,รวม,ห้องเรียน"


def write_sample_inbox(folder: Path, *, faults: bool = True) -> SampleTruth:
    province = request_run(Settings()).province
    return write_sample(
        folder, province=province, period=Period.parse("2563-1"), school_count=42, seed=7, faults=faults
    )


def send(folder: Path, agency: str, name: str, *rows: str) -> Path:
    path = folder / "inbox" / agency / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return path


def read(query: str) -> pd.DataFrame:
    engine = open_warehouse(Settings().warehouse_url)
    try:
        return pd.read_sql(query, engine)
    finally:
        engine.dispose()


def loaded_pupils() -> set[tuple[str, str, str, str, int | None]]:
    frame = read(
        """
        SELECT a.agency_code, s.smis_code, g.grade_code, x.sex_code, f.pupil_count
        FROM fact_enrolment_by_sex AS f
        JOIN ops_submission AS o ON o.submission_id = f.submission_id AND o.is_current
        JOIN dim_agency AS a ON a.agency_id = o.agency_id
        JOIN dim_school AS s ON s.school_id = f.school_id
        JOIN dim_grade AS g ON g.grade_id = f.grade_id
        JOIN dim_sex AS x ON x.sex_id = f.sex_id
        """
    )
    return {
        (agency, school, grade, sex, None if pd.isna(count) else int(count))
        for agency, school, grade, sex, count in frame.itertuples(index=False)
    }


def test_the_warehouse_says_cell_by_cell_what_was_meant(installation: Path, run_flow: RunFlow) -> None:
    truth = write_sample_inbox(installation)
    run_flow()
    meant = {
        (
            row.agency_code,
            row.school_code,
            row.grade_code,
            row.sex_code,
            None if pd.isna(row.pupil_count) else int(row.pupil_count),
        )
        for row in truth.enrolment.itertuples()
    }
    assert loaded_pupils() == meant


def test_each_delivery_ends_as_was_meant(installation: Path, run_flow: RunFlow) -> None:
    truth = write_sample_inbox(installation)
    run = run_flow()
    outcomes = {
        (Path(each.file_name).name, each.agency_code): (
            each.status.value,
            each.rows_loaded,
            each.rows_set_aside,
        )
        for each in run.report.outcomes
    }
    meant = {
        (Path(row.path).name, row.agency_code): (row.expected_status, row.rows_loaded, row.rows_set_aside)
        for row in truth.deliveries.itertuples()
    }
    assert outcomes == meant


def test_every_planted_fault_is_an_issue_at_its_cell(installation: Path, run_flow: RunFlow) -> None:
    truth = write_sample_inbox(installation)
    run_flow()
    found = read(
        "SELECT d.path, i.rule_code, i.cell FROM ops_issue AS i JOIN ops_delivery AS d USING (delivery_id)"
    )
    known = set(found.fillna("").itertuples(index=False, name=None))
    meant = set(truth.expected_issues[["path", "code", "cell"]].itertuples(index=False, name=None))
    assert meant - known == set()


def test_the_states_name_and_message_tell_the_operator_the_outcome(
    installation: Path, run_flow: RunFlow
) -> None:
    write_sample_inbox(installation)
    run = run_flow()
    assert (run.name, run.type) == ("Some rejected", "COMPLETED")
    assert "rejected" in run.message


def test_prefect_keeps_the_log_lines_of_the_run_and_of_its_tasks(
    installation: Path, run_flow: RunFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_arguments: object, **_named: object) -> None:
        raise RuntimeError("a bug of ours")

    monkeypatch.setattr(loading, "record_deliveries", fail)
    send(installation, "5001", "a.csv", "2563,1,50010001,บ้านเหนือ,ป.1,1,1,2,1")
    run = run_flow()
    of_the_run = {each.message for each in run.log_lines() if each.task_run_id is None}
    of_tasks = {each.message.splitlines()[0] for each in run.log_lines() if each.task_run_id is not None}
    assert "Checking: 1 of 1" in of_the_run
    assert {"5001/a.csv failed", "Loading: 1 of 1"} <= of_tasks


def test_a_run_is_named_after_its_province_and_period(installation: Path, run_flow: RunFlow) -> None:
    send(installation, "5001", "a.csv", "2563,1,50010001,บ้านเหนือ,ป.1,1,1,2,1")
    assert run_flow(period="2563-1", today="2569-11-30").flow_run_name == "Chiang Mai 2563-1"
    assert run_flow(today="2569-11-30").flow_run_name == "Chiang Mai 2569-2"


def test_the_same_bytes_change_nothing(installation: Path, run_flow: RunFlow) -> None:
    write_sample_inbox(installation)
    run_flow()
    before = read("SELECT * FROM ops_submission")
    run = run_flow()
    assert run.name == "Nothing changed"
    assert (run.report.outcomes, run.report.changed_count) == ((), 0)
    pd.testing.assert_frame_equal(read("SELECT * FROM ops_submission"), before)


def test_equal_content_in_other_bytes_is_noted_and_changes_nothing(
    installation: Path, run_flow: RunFlow
) -> None:
    row = "2563,1,50010001,บ้านเหนือ,ป.1,1,1,2,1"
    send(installation, "5001", "a.csv", row)
    run_flow()
    send(installation, "5001", "b.csv", row, "")
    (outcome,) = run_flow().report.outcomes
    assert (outcome.effect, outcome.version) == (Effect.EQUAL_CONTENT, 1)


def test_a_corrected_file_replaces_the_older_version_which_stays(
    installation: Path, run_flow: RunFlow
) -> None:
    send(installation, "5001", "a.csv", "2563,1,50010001,บ้านเหนือ,ป.1,1,1,2,1")
    run_flow()
    send(installation, "5001", "a.csv", "2563,1,50010001,บ้านเหนือ,ป.1,5,1,6,1")
    (outcome,) = run_flow().report.outcomes
    pupils = read("SELECT SUM(pupil_count) AS pupils FROM mart_enrolment_by_province")["pupils"][0]
    assert (outcome.effect, outcome.version, pupils) == (Effect.NEW_VERSION, 2, 6)
    assert read("SELECT * FROM ops_submission")["status"].tolist() == ["superseded", "accepted"]


def test_a_version_that_shrank_is_held_and_force_accepts_it(installation: Path, run_flow: RunFlow) -> None:
    rows = [f"2563,1,5001000{number},บ้าน {number},ป.1,1,1,2,1" for number in range(1, 6)]
    send(installation, "5001", "a.csv", *rows)
    run_flow()
    send(installation, "5001", "a.csv", rows[0])
    (held,) = run_flow().report.outcomes
    (forced,) = run_flow(force=True).report.outcomes
    assert (held.status, held.effect) == (Status.HELD, Effect.NOT_LOADED)
    assert (forced.status, forced.effect) == (Status.ACCEPTED, Effect.NEW_VERSION)


def test_only_the_agencies_and_forms_asked_for_are_taken(installation: Path, run_flow: RunFlow) -> None:
    write_sample_inbox(installation)
    run = run_flow(agencies=["5006"], forms=["enrolment"])
    assert {(each.agency_code, each.form) for each in run.report.outcomes} == {("5006", "enrolment")}


def test_a_file_of_a_form_not_asked_for_waits_for_a_later_run(installation: Path, run_flow: RunFlow) -> None:
    send(installation, "5001", "a.csv", "2563,1,50010001,บ้านเหนือ,ป.1,1,1,2,1")
    assert run_flow(forms=["school_register"]).report.outcomes == ()
    (outcome,) = run_flow().report.outcomes
    assert outcome.effect is Effect.NEW_VERSION


def test_every_delivery_with_issues_gets_a_marked_workbook_in_its_out_folder(
    installation: Path, run_flow: RunFlow
) -> None:
    write_sample_inbox(installation)
    run = run_flow()
    with_issues = [each for each in run.report.outcomes if each.error_count or each.query_count]
    assert with_issues
    for outcome in with_issues:
        assert outcome.marked_file is not None
        path = Path(outcome.marked_file)
        assert "out" in path.parts
        assert openpyxl.load_workbook(path).sheetnames[:2] == ["สรุป", "รายการ"]


def test_a_delivery_that_the_program_fails_on_never_stops_the_others(
    installation: Path, run_flow: RunFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def record_or_fail(connection: object, deliveries: Sequence[Delivery], *rest: object) -> list[int]:
        if any(each.file_name == "bad.csv" for each in deliveries):
            raise RuntimeError("a bug of ours")
        return original(connection, deliveries, *rest)  # type: ignore[arg-type]

    original = loading.record_deliveries
    monkeypatch.setattr(loading, "record_deliveries", record_or_fail)
    send(installation, "5001", "bad.csv", "2563,1,50010001,บ้านเหนือ,ป.1,1,1,2,1")
    send(installation, "5002", "good.csv", "2563,1,50020001,บ้านใต้,ป.1,1,1,2,1")
    run = run_flow()
    assert (run.name, run.type) == ("Some failed", "FAILED")
    assert run.report.failed == (("5001/bad.csv", "RuntimeError: a bug of ours"),)
    assert [each.agency_code for each in run.report.outcomes] == ["5002"]


def test_codes_that_contradict_each_other_hold_the_submission(installation: Path, run_flow: RunFlow) -> None:
    header = "รหัสโรงเรียน,รหัสกระทรวง,ชื่อโรงเรียน,ประเภท,ตำบล,อำเภอ"
    path = installation / "inbox" / "5001" / "2563-1" / "register.csv"
    path.parent.mkdir(parents=True)
    row = "50010001,1050130001,บ้านเหนือ,ประถม,ก,ข"
    path.write_text(f"{header}\n{row}", encoding="utf-8")
    run_flow()
    path.write_text(f"{header}\n{row.replace('50010001', '50010002')}", encoding="utf-8")
    run = run_flow()
    (outcome,) = run.report.outcomes
    assert (outcome.status, outcome.effect) == (Status.HELD, Effect.NOT_LOADED)
    assert run.report.failed == ()


def test_an_enrolment_beside_a_register_in_one_workbook_is_checked_against_it(
    installation: Path, run_flow: RunFlow
) -> None:
    path = installation / "inbox" / "5001" / "both.xlsx"
    path.parent.mkdir(parents=True)
    workbook = openpyxl.Workbook()
    register = workbook.active
    assert register is not None
    register.append(["รหัสโรงเรียน", "รหัสกระทรวง", "ชื่อโรงเรียน", "ประเภท", "ตำบล", "อำเภอ"])
    register.append(["50010001", "1050130001", "บ้านเหนือ", "ประถม", "ก", "ข"])
    enrolment = workbook.create_sheet("นักเรียน")
    enrolment.append(HEADER.split(","))
    for school in ("50010001", "50019999"):
        enrolment.append(["2563", "1", school, "บ้านเหนือ", "ป.1", 1, 1, 2, 1])
    workbook.save(path)
    run = run_flow()
    assert {(each.form, each.status, each.rows_set_aside) for each in run.report.outcomes} == {
        ("school_register", Status.ACCEPTED, 0),
        ("enrolment", Status.PARTLY_ACCEPTED, 1),
    }
    assert run_flow().name == "Nothing changed"


def test_an_oversized_file_is_rejected_unread(
    installation: Path, run_flow: RunFlow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDUSANDBOX_MAX_DELIVERY_BYTES", "100")
    send(installation, "5001", "big.csv", *["2563,1,50010001,บ้านเหนือ,ป.1,1,1,2,1"] * 5)
    (outcome,) = run_flow().report.outcomes
    assert (outcome.status, outcome.error_count) == (Status.REJECTED, 1)
    assert outcome.marked_file is not None


@pytest.mark.usefixtures("prefect_server", "installation")
def test_an_interrupt_ends_a_run_where_it_stands(monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.consolidate import consolidate_here  # noqa: PLC0415 - as in the fixtures

    went_on = []

    def interrupted(*_: object) -> None:
        signal.raise_signal(signal.SIGINT)
        went_on.append(True)

    monkeypatch.setattr("edusandbox.run.consolidation.consolidate", interrupted)
    # What starts the tests may have interrupts ignored.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            consolidate_here()
    finally:
        signal.signal(signal.SIGINT, before)
    assert not went_on


def test_the_flow_loads_into_postgresql_as_well(
    installation: Path, run_flow: RunFlow, monkeypatch: pytest.MonkeyPatch, postgres_url: str
) -> None:
    monkeypatch.setenv("EDUSANDBOX_WAREHOUSE_URL", postgres_url)
    truth = write_sample_inbox(installation)
    run_flow()
    assert len(loaded_pupils()) == len(truth.enrolment)


def test_parts_of_a_return_in_several_files_are_held_even_when_forced(
    run_flow: RunFlow, installation: Path
) -> None:
    row = "2563,1,{},บ้านหนึ่ง,ป.1,3,4,7,1"
    send(installation, "5001", "เหนือ.csv", row.format("50010001"))
    send(installation, "5001", "ใต้.csv", row.format("50010002"))
    assert [each.status for each in run_flow().report.outcomes] == [Status.HELD, Status.HELD]
    assert [each.status for each in run_flow(force=True).report.outcomes] == [Status.HELD, Status.HELD]
    with zipfile.ZipFile(installation / "inbox" / "5001" / "ทั้งหมด.zip", "w") as archive:
        for name in ("เหนือ.csv", "ใต้.csv"):
            path = installation / "inbox" / "5001" / name
            archive.write(path, name)
            path.unlink()
    (outcome,) = run_flow().report.outcomes
    assert (outcome.effect, outcome.rows_loaded) == (Effect.NEW_VERSION, 2)


def test_a_version_about_other_schools_is_held_and_force_accepts_it_alone(
    run_flow: RunFlow, installation: Path
) -> None:
    row = "2563,1,{},บ้านหนึ่ง,ป.1,3,4,7,1"
    send(installation, "5001", "เหนือ.csv", row.format("50010001"))
    run_flow()
    send(installation, "5001", "ใต้.csv", row.format("50010002"))
    (outcome,) = run_flow().report.outcomes
    assert outcome.status is Status.HELD
    (installation / "inbox" / "5001" / "เหนือ.csv").unlink()
    (outcome,) = run_flow(force=True).report.outcomes
    assert (outcome.status, outcome.effect) == (Status.ACCEPTED, Effect.NEW_VERSION)


def test_a_file_that_brings_its_worker_down_is_rejected_and_the_others_are_loaded(
    run_flow: RunFlow, installation: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EDUSANDBOX_MAX_WORKER_BYTES", "300000000")
    send(installation, "5001", "ดี.csv", "2563,1,50010001,บ้านหนึ่ง,ป.1,3,4,7,1")
    faulty = "2563,1,x,y,ป.1,a,b,c,d"
    send(installation, "5002", "ใหญ่.csv", *[faulty] * 60_000)
    outcomes = {each.agency_code: each for each in run_flow().report.outcomes}
    assert outcomes["5001"].status is Status.ACCEPTED
    assert outcomes["5002"].status is Status.REJECTED
    codes = read("SELECT rule_code FROM ops_issue")["rule_code"].tolist()
    assert set(codes) & {"FI012", "FI014"}
