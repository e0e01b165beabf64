"""What a province adds to the layouts: spellings for all, one agency or one file; the end of a layout."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.run.request import RunRequestError, request_run
from edusandbox.settings import Settings, default_province_folder
from edusandbox.submissions import CheckedDelivery, Delivery, Status
from schemas.layouts.lines import LayoutAdditions, LayoutLine, LayoutRow, Presence
from tests.checking.builders import PROVINCE, TIDY, TODAY, csv_bytes
from tests.facts_by_cell import pupils_by_sex

ODD = [text.replace("นักเรียนชาย", "ผู้ชาย") for text in TIDY]
ROW = ["2563", "1", "50010001", "บ้านสันทราย", "ป.1", "3", "4", "7", "1"]


def check(
    additions: LayoutAdditions, *, header: list[str] = ODD, agency: str = "5001", path: str = "2563-1/a.csv"
) -> CheckedDelivery:
    content = csv_bytes([header, ROW])
    delivery = Delivery(
        "0" * 64, path.rpartition("/")[2], path, agency, len(content), datetime(2020, 7, 2, tzinfo=UTC)
    )
    context = CheckContext(replace(PROVINCE, layouts=additions), TODAY)
    (checked,) = check_deliveries([(delivery, content)], context)
    return checked


def spelling(field: str = "male_count", *, agency: str = "", file_name: str = "") -> LayoutAdditions:
    line = LayoutLine("ผู้ชาย", field, "", Presence.REQUIRED, agency, file_name)
    return LayoutAdditions(lines=(("enrolment", "tidy", line),))


def test_an_unknown_spelling_is_only_suggested() -> None:
    assert check(LayoutAdditions()).status is Status.REJECTED


@pytest.mark.parametrize(
    ("additions", "is_read"),
    [
        (spelling(), True),
        (spelling(agency="5001"), True),
        (spelling(agency="5002"), False),
        (spelling(file_name="a*.csv"), True),
        (spelling(file_name="2563-1/a*.csv"), True),
        (spelling(file_name="b*.csv"), False),
        (spelling(agency="5001", file_name="b*.csv"), False),
    ],
)
def test_one_line_accepts_a_spelling_for_everybody_an_agency_or_a_file(
    additions: LayoutAdditions, *, is_read: bool
) -> None:
    assert bool(check(additions).submissions) is is_read


def test_the_most_specific_line_speaks() -> None:
    general = LayoutLine("ผู้ชาย", "female_count", "", Presence.REQUIRED)
    own = LayoutLine("ผู้ชาย", "male_count", "", Presence.REQUIRED, "5001")
    additions = LayoutAdditions(lines=tuple(("enrolment", "tidy", line) for line in (general, own)))
    (submission,) = check(additions).submissions
    facts = pupils_by_sex(submission)
    assert facts[facts["sex_code"] == "male"]["pupil_count"].tolist() == [3]


def old_layout(until: date) -> LayoutAdditions:
    row = LayoutRow("tidy", "enrolment", "แบบเดิม", "Old template", until, "office")
    return LayoutAdditions(layouts=(row,))


def test_an_old_layout_is_taken_until_its_last_day_and_its_successor_named() -> None:
    checked = check(old_layout(date(2020, 12, 31)), header=TIDY)
    assert checked.status is Status.ACCEPTED
    (notice,) = [issue for issue in checked.all_issues if issue.code == "LA016"]
    assert "31/12/2563" in notice.message_th
    assert "ตารางสรุปของสำนักงาน" in notice.message_th


def test_an_old_layout_is_refused_for_periods_after_its_last_day() -> None:
    checked = check(old_layout(date(2020, 1, 1)), header=TIDY)
    assert checked.status is Status.REJECTED
    assert [issue.code for issue in checked.all_issues if issue.code.startswith("LA")] == ["LA012"]


@pytest.fixture
def province_folder(tmp_path: Path) -> Path:
    for file in default_province_folder().iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


HEADING = "form,layout,header,field,taken_from,presence,agency_code,file_name\n"


def test_a_province_keeps_its_spellings_in_its_folder(province_folder: Path) -> None:
    lines = f"{HEADING}enrolment,tidy,ช.,male_count,,required,5001,\n"
    (province_folder / "layout_lines.csv").write_text(lines, encoding="utf-8")
    before = request_run(Settings()).config_hash
    request = request_run(Settings(), province_folder=province_folder)
    assert [line.header for _, _, line in request.province.layouts.lines] == ["ช."]
    assert request.config_hash != before


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("enrolment,tydi,ช.,male_count,,required,,", "no layout 'tydi'"),
        ("enrolment,tidy,ช.,boys,,required,,", "no field 'boys'"),
        ("enrolment,tidy,นักเรียนหญิง,male_count,,required,,", "means two things"),
        ("enrolments,tidy,ช.,male_count,,required,,", "no form 'enrolments'"),
        ("enrolment,tidy,ช.,male_count,,always,,", "line 2: presence"),
    ],
)
def test_a_mistake_in_a_provinces_spellings_is_told_in_a_sentence(
    province_folder: Path, line: str, sentence: str
) -> None:
    (province_folder / "layout_lines.csv").write_text(f"{HEADING}{line}\n", encoding="utf-8")
    with pytest.raises(Exception, match=sentence):
        request_run(Settings(), province_folder=province_folder)


def test_a_layout_cannot_be_replaced_by_one_that_there_is_not(province_folder: Path) -> None:
    text = "layout,form,name_th,name_en,accepted_until,replaced_by\ntidy,enrolment,เดิม,Old,2020-01-01,new\n"
    (province_folder / "layouts.csv").write_text(text, encoding="utf-8")
    with pytest.raises(RunRequestError, match="no layout 'new'"):
        request_run(Settings(), province_folder=province_folder)
