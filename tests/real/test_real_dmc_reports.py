"""The real exports of DMC for enrolment: known figures, and the identities that hold in every row."""

import csv
import gzip
import io
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from edusandbox.checking.group import check_deliveries
from edusandbox.run.request import request_run
from edusandbox.settings import Settings
from edusandbox.submissions import CheckedSubmission, Delivery, Status
from tests.facts_by_cell import classrooms, pupils_by_sex
from tests.real.test_real_returns import REALDATA, check

FOLDER = REALDATA / "enrolment"
pytestmark = pytest.mark.skipif(
    not FOLDER.is_dir(), reason="the folder ../shared/realdata with the real exports of DMC is absent"
)
FIGURES = {
    "2560-1-schoolmis.csv": ("2560-1", 115, 13_814, 12_587, 1_346),
    "2563_รอบที่_1_schoolmis.csv": ("2563-1", 110, 13_025, 11_990, 1_274),
    "2563_รอบที่_2_schoolmis.csv": ("2563-2", 107, 13_072, 12_061, 1_271),
    "2565-2-schoolmis-86010000.csv": ("2565-2", 107, 13_050, 11_894, 1_281),
    "2568-3-จำนวนนักเรียนแยกชั้น,เพศ.csv": ("2568", 107, 12_316, 11_561, 1_291),
}
"""Period, schools, boys, girls and rooms."""
AREA = {"8601", "86010000"}


def submission_of(name: str, content: bytes | None = None) -> CheckedSubmission:
    (submission,) = check(f"enrolment/{name}", "8601", content, name).submissions
    return submission


def figures(submission: CheckedSubmission) -> tuple[str, int, int, int, int]:
    pupils = pupils_by_sex(submission).groupby("sex_code", observed=True)["pupil_count"].sum()
    rooms = classrooms(submission)["classroom_count"].sum()
    return (
        *(submission.period.code, submission.row_count_loaded),
        *(int(pupils["male"]), int(pupils["female"]), int(rooms)),
    )


def raw_rows(name: str) -> Iterator[list[str]]:
    """The file read plainly: data rows as texts."""
    content = (FOLDER / name).read_bytes()
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp874")
    rows = csv.reader(io.StringIO(text, newline=""))
    return ([cell.strip() for cell in row] for row in rows if row[0][:2] == "25")


@pytest.mark.parametrize("name", FIGURES)
@pytest.mark.parametrize("is_packed", [False, True], ids=["as it is", "packed"])
def test_each_export_gives_its_known_figures(name: str, *, is_packed: bool) -> None:
    content = gzip.compress((FOLDER / name).read_bytes()) if is_packed else None
    submission = submission_of(name, content)
    assert figures(submission) == FIGURES[name]
    assert submission.status is Status.ACCEPTED


@pytest.mark.parametrize("name", FIGURES)
def test_each_school_has_the_total_that_its_own_row_states(name: str) -> None:
    pupils = pupils_by_sex(submission_of(name))
    loaded = pupils.groupby("school_code", observed=True)["pupil_count"].sum().to_dict()
    stated = {row[1]: int(row[-2]) for row in raw_rows(name) if row[1] not in AREA}
    assert loaded == stated


@pytest.mark.parametrize("name", FIGURES)
def test_an_area_is_no_school_and_is_what_its_schools_add_up_to(name: str) -> None:
    submission = submission_of(name)
    assert AREA.isdisjoint(submission.rows["school_code"])
    area = [row for row in raw_rows(name) if row[1] in AREA]
    assert len([issue for issue in submission.issues if issue.code == "SU102"]) == len(area)
    for row in area:
        _, _, boys, girls, rooms = FIGURES[name]
        assert [int(cell) for cell in row[-4:]] == [boys, girls, boys + girls, rooms]


def test_the_rooms_of_levels_and_grades_agree() -> None:
    for name in FIGURES:
        assert not {"SU001", "SU002", "SU003"} & {issue.code for issue in submission_of(name).issues}


def test_the_return_of_another_province_is_held_and_its_cause_told_once() -> None:
    request = request_run(Settings(), today="2563-07-10")
    file = REALDATA / "dmc" / "schools-cra3-2568.csv"
    delivery = Delivery("0" * 64, file.name, file.name, "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, file.read_bytes())], request.context)
    assert checked.status is Status.HELD
    told = [(issue.code, issue.count) for issue in checked.all_issues if issue.code.startswith("RE0")]
    assert sorted(told) == [("RE003", 139), ("RE013", 1)]
    (submission,) = checked.submissions
    assert submission.period.code == "2568"
