"""What must hold on real files that nobody here wrote (`../shared/realdata`)."""

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.run.request import request_run
from edusandbox.settings import Settings
from edusandbox.sources.registry import Agency
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery, Status
from tests.facts_by_cell import classrooms, pupils_by_sex
from tests.real import chumphon

REALDATA = Path(__file__).parents[3] / "shared" / "realdata"
pytestmark = pytest.mark.skipif(
    not REALDATA.is_dir(), reason="the folder ../shared/realdata with the real files is absent"
)
CHIANG_RAI_3 = Agency(
    code="5703",
    name_th="สพป.เชียงราย เขต 3",
    name_en="Chiang Rai Primary Area 3",
    kind="สพป.",
    scheme_codes={"area4": "5703", "area8": "57030000"},
    valid_from_date=date(2010, 1, 1),
    valid_to_date=None,
    folder="5703",
    forms=("enrolment",),
    sends_for_province=False,
)


def context_of(sender: str) -> CheckContext:
    """The area whose exports of DMC are here has a province of its own; all others are of Chiang Mai's."""
    if sender == chumphon.AREA.code:
        return CheckContext(chumphon.CHUMPHON, chumphon.TODAY)
    request = request_run(Settings(), today="2563-07-10")
    province = replace(request.province, agencies=(*request.province.agencies, CHIANG_RAI_3))
    return CheckContext(province, request.today)


def check(path: str, sender: str, content: bytes | None = None, name: str | None = None) -> CheckedDelivery:
    file = REALDATA / path
    name = name or file.name
    delivery = Delivery("0" * 64, name, name, sender, 0, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, content or file.read_bytes())], context_of(sender))
    return checked


def dmc_variants() -> list[tuple[str, bytes]]:
    path = REALDATA / "dmc" / "schools-cra3-2568.csv"
    if not path.exists():
        return [("absent", b"")]
    text = path.read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    lines = "\r\n".join(",".join(row) for row in rows) + "\r\n"
    return [("as it is", path.read_bytes()), ("Windows-874 with CRLF", lines.encode("cp874"))]


@pytest.fixture(params=dmc_variants(), ids=lambda variant: variant[0])
def dmc(request: pytest.FixtureRequest) -> CheckedSubmission:
    # Under a name without its year, which is not the open period's.
    checked = check("dmc/schools-cra3-2568.csv", "5703", request.param[1], "schools-cra3.csv")
    (submission,) = checked.submissions
    return submission


def test_the_dmc_export_gives_its_known_figures(dmc: CheckedSubmission) -> None:
    pupils = pupils_by_sex(dmc)
    by_sex = pupils.groupby("sex_code", observed=True)["pupil_count"].sum()
    assert (dmc.layout, dmc.row_count, dmc.row_count_loaded) == ("dmc_area", 139, 139)
    assert (int(by_sex["male"]), int(by_sex["female"])) == (18_782, 18_247)
    assert int(pupils["pupil_count"].sum()) == 37_029
    assert int(classrooms(dmc)["classroom_count"].sum()) == 1_781


def test_the_dmc_exports_last_line_is_totals_checked_and_not_loaded(dmc: CheckedSubmission) -> None:
    totals = [issue.place.cell for issue in dmc.issues if issue.code == "SU101"]
    assert totals == ["141"]
    assert [issue for issue in dmc.issues if issue.code in {"SU002", "SU003"}] == []


def test_two_schools_of_one_name_stay_two(dmc: CheckedSubmission) -> None:
    named = dmc.rows[dmc.rows["school_name"] == "บ้านสันโค้ง"]
    assert named["school_code"].nunique() == len(named) == 2


def test_two_rooms_for_four_pupils_are_no_error(dmc: CheckedSubmission) -> None:
    assert dmc.status in {Status.ACCEPTED, Status.ACCEPTED_WITH_QUERIES}
    assert "57030132" in set(dmc.rows["school_code"])


def test_obecs_list_gives_696_schools_by_area() -> None:
    submissions = check("obec-schools/38.html", "PEO50").submissions
    assert {each.agency_code: each.row_count_loaded for each in submissions} == {
        "5001": 85, "5002": 131, "5003": 156, "5004": 90, "5005": 100, "5006": 100, "101734": 34,
    }  # fmt: skip


def test_a_school_belongs_where_the_list_says_not_where_its_code_begins() -> None:
    submissions = {each.agency_code: each for each in check("obec-schools/38.html", "PEO50").submissions}
    assert "50020136" in set(submissions["5006"].rows["school_code"])
    assert "50020136" not in set(submissions["5002"].rows["school_code"])


def test_both_code_schemes_of_a_school_are_kept() -> None:
    submissions = check("obec-schools/38.html", "PEO50").submissions
    rows = next(each.rows for each in submissions if each.agency_code == "5006")
    school = rows[rows["school_code"] == "50020136"].iloc[0]
    assert (school["school_code_scheme"], school["ministry_code"]) == ("smis8", "1050130534")


def test_an_earlier_scrape_in_other_bytes_has_equal_content() -> None:
    later = {
        each.agency_code: each.content_hash for each in check("obec-schools/38.html", "PEO50").submissions
    }
    earlier = check("obec-schools/38_earlier_scrape.html", "PEO50").submissions
    assert {each.agency_code: each.content_hash for each in earlier} == later
