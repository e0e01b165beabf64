"""A whole sample: the same bytes each time, and a truth that the files bear out."""

import os
import subprocess
import sys
from collections import Counter
from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pandas as pd
import pytest
from read_back import cell_at, read_file

from edusandbox.samples.generate import write_sample
from edusandbox.samples.province import made_up_province, write_province_folder
from edusandbox.samples.truth import SampleTruth
from edusandbox.sources.registry import Province
from schemas.periods import Period

_WRITE_IN_ANOTHER_PROCESS = """
import sys
from pathlib import Path
from schemas.periods import Period
from edusandbox.samples.generate import write_sample
from edusandbox.samples.province import made_up_province
period = Period.parse("2563-1")
write_sample(Path(sys.argv[1]), province=made_up_province(11, period=period), period=period, seed=9)
"""


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def _path(folder: Path, sender: str, path: str) -> Path:
    return folder / "inbox" / sender / path


@pytest.fixture
def truth(tmp_path: Path, province: Province, period: Period) -> SampleTruth:
    return write_sample(tmp_path, province=province, period=period, seed=9)


def test_the_same_seed_writes_the_same_bytes_in_any_process(
    tmp_path: Path, province: Province, period: Period
) -> None:
    write_sample(tmp_path / "here", province=province, period=period, seed=9)
    environment = os.environ | {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Auckland"}
    command = [sys.executable, "-c", _WRITE_IN_ANOTHER_PROCESS, str(tmp_path / "there")]
    subprocess.run(command, check=True, env=environment)  # noqa: S603 - our own code in our own Python
    assert _files(tmp_path / "here") == _files(tmp_path / "there")


def test_writing_a_sample_again_leaves_the_same_files(
    tmp_path: Path, province: Province, period: Period
) -> None:
    write_sample(tmp_path, province=province, period=period)
    before = _files(tmp_path)
    write_sample(tmp_path, province=province, period=period)
    assert _files(tmp_path) == before


def test_another_seed_writes_other_figures(tmp_path: Path, province: Province, period: Period) -> None:
    one = write_sample(tmp_path / "1", province=province, period=period, seed=1)
    other = write_sample(tmp_path / "2", province=province, period=period, seed=2)
    assert not one.enrolment.equals(other.enrolment)


def test_every_planted_value_stands_in_its_cell(tmp_path: Path, truth: SampleTruth) -> None:
    issues = truth.expected_issues[truth.expected_issues["cell"].str.match("[A-Z]")]
    assert len(issues) >= 16
    for issue in issues.itertuples():
        sheets = read_file(_path(tmp_path, issue.sender_code, issue.path))
        assert cell_at(sheets, issue.sheet, issue.cell) == issue.value, issue


def test_every_kind_of_fault_is_planted_by_default(truth: SampleTruth) -> None:
    assert set(truth.expected_issues["code"]) == {
        "FI001", "FI101", "LA001", "LA002", "LA006", "RE001", "RO001", "SU001", "SU002", "SU003", "VA001",
        "VA002", "VA003", "VA004", "VA101", "VA102", "VA103",
    }  # fmt: skip


def test_most_deliveries_are_accepted_and_every_verdict_occurs(truth: SampleTruth) -> None:
    verdicts = Counter(truth.deliveries["expected_status"])
    assert set(verdicts) == {"accepted", "accepted_with_queries", "partly_accepted", "rejected"}
    assert verdicts["accepted"] > len(truth.deliveries) / 2


def test_layouts_and_kinds_of_file_are_mixed(tmp_path: Path, truth: SampleTruth) -> None:
    endings = Counter(Path(path).suffix for path in truth.deliveries["path"].unique())
    assert set(endings) == {".csv", ".html", ".ods", ".xls", ".xlsx"}
    starts = {path.read_bytes()[:2] for path in tmp_path.rglob("*.csv") if "inbox" in path.parts}
    assert {b"\xff\xfe", b"\xef\xbb"} < starts


def test_a_delivery_row_stands_for_every_file_but_the_lock_file(tmp_path: Path, truth: SampleTruth) -> None:
    files = {name.removeprefix("inbox/") for name in _files(tmp_path) if name.startswith("inbox/")}
    known = {f"{row.sender_code}/{row.path}" for row in truth.deliveries.itertuples()}
    assert {Path(name).name[:2] for name in files - known} == {"~$"}
    assert known < files


def test_rows_loaded_and_set_aside_are_the_schools_of_the_agency(truth: SampleTruth) -> None:
    enrolment = truth.deliveries[truth.deliveries["form"] == "enrolment"]
    wide = enrolment[~enrolment["path"].str.contains("แบบกรอก|ods|101702")]
    schools = truth.schools.groupby("agency_code").size()
    for row in wide[wide["agency_code"].str.len() == 4].itertuples():
        assert row.rows_loaded + row.rows_set_aside == schools[row.agency_code]


def test_blank_cells_are_missing_with_a_mark_and_nothing_else_is(truth: SampleTruth) -> None:
    missing = truth.enrolment["pupil_count"].isna()
    assert missing.sum() == (truth.expected_issues["code"] == "VA103").sum()
    assert (missing == (truth.enrolment["mark_code"] == "x")).all()


def test_no_fact_is_there_twice(truth: SampleTruth) -> None:
    key = ["agency_code", "period", "school_code", "grade_code"]
    assert not truth.enrolment.duplicated([*key, "sex_code"]).any()
    assert not truth.classrooms.duplicated(key).any()


def test_schools_of_facts_stand_in_the_register_of_the_same_agency(truth: SampleTruth) -> None:
    registered = set(truth.schools[["agency_code", "school_code"]].itertuples(index=False, name=None))
    assert (
        set(truth.enrolment[["agency_code", "school_code"]].itertuples(index=False, name=None)) <= registered
    )


def test_the_figures_of_clean_files_add_up_to_their_totals_rows(
    tmp_path: Path, province: Province, period: Period
) -> None:
    truth = write_sample(tmp_path, province=province, period=period, faults=False, layout="dmc_area")
    for row in truth.deliveries[truth.deliveries["path"].str.endswith(".csv")].itertuples():
        (lines,) = read_file(_path(tmp_path, row.sender_code, row.path)).values()
        own = truth.enrolment[truth.enrolment["agency_code"] == row.agency_code]
        rooms = truth.classrooms[truth.classrooms["agency_code"] == row.agency_code]
        by_sex = own.groupby("sex_code")["pupil_count"].sum()
        if len(lines[0]) == 96:  # a secondary area has no DMC area export and sends the tidy template
            expected = [by_sex["male"], by_sex["female"], by_sex.sum(), rooms["classroom_count"].sum()]
            assert [int(str(cell)) for cell in lines[-1][92:]] == expected


def test_zeros_of_untaught_grades_are_told_apart_in_the_truth(
    tmp_path: Path, mixed_province: Province, period: Period
) -> None:
    truth = write_sample(
        tmp_path, province=mixed_province, period=period, school_count=20, faults=False, layout="dmc_area"
    )
    untaught = truth.enrolment[~truth.enrolment["is_taught"]]
    assert set(untaught["pupil_count"]) == {0}
    assert set(untaught["agency_code"]) == {"1001", "1002", "1003"}


def test_a_sample_without_faults_expects_nothing_but_acceptance(
    tmp_path: Path, province: Province, period: Period
) -> None:
    truth = write_sample(tmp_path, province=province, period=period, school_count=30, faults=False)
    assert set(truth.deliveries["expected_status"]) == {"accepted"}
    assert set(truth.expected_issues["code"]) <= {"FI101"}
    assert set(truth.enrolment["agency_code"]) == set(truth.schools["agency_code"])


def test_the_truth_in_the_folder_is_the_truth_returned(tmp_path: Path, truth: SampleTruth) -> None:
    for field in fields(truth):
        table = getattr(truth, field.name)
        written = pd.read_csv(
            tmp_path / "truth" / f"{field.name}.csv", dtype=table.dtypes.to_dict(), keep_default_na=False,
            na_values={"pupil_count": [""]},
        )  # fmt: skip
        pd.testing.assert_frame_equal(written, table)


@pytest.mark.parametrize(
    ("layout", "first_cell"), [("office", "จำนวนนักเรียน"), ("tidy", "ปีการศึกษา"), ("dmc_area", "รหัสเขต")]
)
def test_one_layout_for_all_is_written_in_that_layout(
    tmp_path: Path, period: Period, layout: str, first_cell: str
) -> None:
    province = made_up_province(3, period=period)
    truth = write_sample(
        tmp_path, province=province, period=period, school_count=15, faults=False, layout=layout
    )
    for row in truth.deliveries[truth.deliveries["form"] == "enrolment"].itertuples():
        (rows,) = read_file(_path(tmp_path, row.sender_code, row.path)).values()
        assert str(rows[0][0]).startswith(first_cell)


def test_agencies_that_the_list_cannot_cover_send_their_own_registers(
    tmp_path: Path, mixed_province: Province, period: Period
) -> None:
    truth = write_sample(tmp_path, province=mixed_province, period=period, school_count=30)
    registers = truth.deliveries[truth.deliveries["form"] == "school_register"]
    senders = dict(zip(registers["agency_code"], registers["sender_code"], strict=True))
    assert senders == {
        "1001": "PEO99", "1002": "1002", "1003": "PEO99", "101701": "PEO99", "PVT": "PVT", "VEC": "VEC",
    }  # fmt: skip


def test_without_a_provincial_office_every_agency_sends_its_own_register(
    tmp_path: Path, province: Province, period: Period
) -> None:
    alone = replace(province, agencies=province.agencies[:-1])
    truth = write_sample(tmp_path, province=alone, period=period, faults=False)
    registers = truth.deliveries[truth.deliveries["form"] == "school_register"]
    assert (registers["agency_code"] == registers["sender_code"]).all()
    assert len(registers) == 11


def test_files_that_name_no_period_carry_it_in_their_path_where_that_is_asked_for(
    tmp_path: Path, province: Province, period: Period
) -> None:
    truth = write_sample(tmp_path / "named", province=province, period=period, names_period=True)
    assert "2563-1/นักเรียน DMC.csv" in set(truth.deliveries["path"])
    truth = write_sample(tmp_path / "unnamed", province=province, period=period)
    assert "นักเรียน DMC.csv" in set(truth.deliveries["path"])


def test_files_lie_in_the_folder_that_the_agency_had_in_the_period(
    tmp_path: Path, province: Province, period: Period
) -> None:
    first = province.agencies[0]
    began = province.calendar[period.code].end_date + timedelta(days=1)
    moved = replace(first, valid_from_date=began, folder="moved")
    before = replace(first, valid_to_date=province.calendar[period.code].end_date)
    dated = replace(province, agencies=(before, *province.agencies[1:], moved))
    write_sample(tmp_path, province=dated, period=period)
    folders = {path.name for path in (tmp_path / "inbox").iterdir()}
    assert first.folder in folders
    assert "moved" not in folders


def test_a_period_outside_the_calendar_is_refused(tmp_path: Path, province: Province) -> None:
    with pytest.raises(ValueError, match="the calendar of Example has no 2570-1; it has 2563-1"):
        write_sample(tmp_path, province=province, period=Period.parse("2570-1"))


def test_a_period_that_is_no_semester_is_refused(tmp_path: Path, province: Province, period: Period) -> None:
    year = Period.parse("2563")
    entry = replace(province.calendar[period.code], period=year)
    yearly = replace(province, calendar={year.code: entry})
    with pytest.raises(ValueError, match="for a semester such as 2563-1, not for 2563"):
        write_sample(tmp_path, province=yearly, period=year)


def test_a_layout_that_there_is_not_is_refused(tmp_path: Path, province: Province, period: Period) -> None:
    with pytest.raises(ValueError, match="there is no layout 'obec'; there are dmc_area, office, tidy"):
        write_sample(tmp_path, province=province, period=period, layout="obec")


def test_twenty_agencies_with_four_hundred_schools(tmp_path: Path, period: Period) -> None:
    province = made_up_province(20, period=period)
    write_province_folder(province, tmp_path / "province")
    truth = write_sample(tmp_path, province=province, period=period, school_count=400)
    assert len(truth.schools) == 400
    assert truth.deliveries["agency_code"].nunique() == 20
    for issue in truth.expected_issues[truth.expected_issues["cell"].str.match("[A-Z]")].itertuples():
        sheets = read_file(_path(tmp_path, issue.sender_code, issue.path))
        assert cell_at(sheets, issue.sheet, issue.cell) == issue.value, issue
