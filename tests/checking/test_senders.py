"""A file that nobody has said the sender of is judged as its own agency's, and never as another's."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.checking.references import SchoolReferences
from edusandbox.sources.registry import Province
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.what_was_read import BELONGING_RULES, NOBODY, JudgedAs, WhyJudged
from schemas.layouts.lines import LayoutAdditions, LayoutLine, Presence
from tests.checking.builders import PROVINCE, TODAY, csv_bytes, references

HEADING = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]
ONE, TWO = [50010001, "บ้านเหนือ", 3, 4], [50020001, "บ้านใต้", 5, 6]
STRANGE = [50019999, "บ้านใหม่", 1, 1]
WITH_AREA = ["รหัสเขต", *HEADING, "ป.1 ห้อง"]
REGISTERS = references(("50010001", "5001", "บ้านเหนือ"), ("50020001", "5002", "บ้านใต้"))


def judge(
    *rows: Sequence[object],
    known: SchoolReferences | None = REGISTERS,
    path: str = "a.csv",
    province: Province = PROVINCE,
) -> CheckedDelivery:
    content = csv_bytes(rows)
    delivery = Delivery("0" * 64, path, path, NOBODY, len(content), datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, content)], CheckContext(province, TODAY, known))
    return checked


def judged_as(checked: CheckedDelivery) -> tuple[str, WhyJudged]:
    assert isinstance(checked.judged_as, JudgedAs)
    return checked.judged_as.agency_code, checked.judged_as.reason


def codes(checked: CheckedDelivery) -> set[str]:
    return {issue.code for issue in checked.all_issues}


@pytest.mark.parametrize(
    ("rows", "known", "agency", "reason"),
    [
        ([HEADING, ONE], REGISTERS, "5001", WhyJudged.SCHOOLS),
        ([HEADING, TWO, STRANGE], REGISTERS, "5002", WhyJudged.SCHOOLS),
        ([HEADING, ONE, TWO], REGISTERS, NOBODY, WhyJudged.SEVERAL),
        ([HEADING, STRANGE], REGISTERS, NOBODY, WhyJudged.UNKNOWN),
        ([HEADING, ONE], None, NOBODY, WhyJudged.UNKNOWN),
        ([WITH_AREA, [50010000, *ONE, 1]], None, "5001", WhyJudged.AREA_CODES),
        ([WITH_AREA, [5001, *ONE, 1]], None, "5001", WhyJudged.AREA_CODES),
        ([WITH_AREA, [50010000, *ONE, 1], [50020000, *TWO, 1]], None, NOBODY, WhyJudged.SEVERAL),
        ([WITH_AREA, [50010000, *ONE, 1], [57030000, *TWO, 1]], None, NOBODY, WhyJudged.SEVERAL),
        ([WITH_AREA, [57030000, *ONE, 1]], None, NOBODY, WhyJudged.FOREIGN),
        ([WITH_AREA, ["", *ONE, 1]], REGISTERS, "5001", WhyJudged.SCHOOLS),
        # What a row says of itself counts before the register.
        ([WITH_AREA, [50020000, *ONE, 1]], REGISTERS, "5002", WhyJudged.AREA_CODES),
        # The area's own row among the schools.
        ([HEADING, STRANGE, [50010000, "ทั้งเขต", 1, 1]], None, "5001", WhyJudged.AREA_CODES),
        ([HEADING, ONE, [50020000, "ทั้งเขต", 3, 4]], REGISTERS, "5001", WhyJudged.SCHOOLS),
    ],
)
def test_whose_a_file_is_stands_in_its_rows(
    rows: list[list[object]], known: SchoolReferences | None, agency: str, reason: WhyJudged
) -> None:
    assert judged_as(judge(*rows, known=known)) == (agency, reason)


def test_a_faultless_file_has_no_error_whosoever_it_is() -> None:
    for row in (ONE, TWO):
        assert codes(judge(HEADING, row)) == {"RE009"}


def test_a_file_with_an_owner_is_judged_by_the_rules_of_belonging() -> None:
    assert "RE001" in codes(judge(HEADING, ONE, STRANGE))
    assert "RE002" in codes(judge(WITH_AREA, [50020000, *ONE, 1]))
    assert judge(HEADING, ONE).submissions[0].agency_code == "5001"


@pytest.mark.parametrize(
    "rows",
    [
        [HEADING, ONE, TWO, STRANGE],
        [HEADING, STRANGE],
        [WITH_AREA, [50010000, *ONE, 1], [50020000, *TWO, 1], [50010000, *STRANGE, 1]],
        [WITH_AREA, [50010000, *TWO, 1], [50020000, *ONE, 1]],
    ],
)
def test_of_a_file_of_nobodys_nothing_is_said_of_whose_its_schools_are(rows: list[list[object]]) -> None:
    assert codes(judge(*rows)).isdisjoint(BELONGING_RULES)


def test_names_are_compared_with_the_register_whosoever_a_file_is() -> None:
    assert "RE006" in codes(judge(HEADING, [50010001, "ชุมชนวัดดอยสูง", 3, 4], TWO))


def test_an_agency_that_the_province_does_not_know_is_told_whosoever_sends() -> None:
    checked = judge(WITH_AREA, [57030000, *ONE, 1])
    assert "RE003" in codes(checked)
    assert checked.judged_as is not None
    assert [(each.agency_code, each.name_th, each.school_count) for each in checked.judged_as.agencies] == [
        ("57030000", "", 1)
    ]


def test_schools_of_several_agencies_are_counted_by_agency() -> None:
    checked = judge(HEADING, ONE, TWO)
    assert checked.judged_as is not None
    assert [(each.agency_code, each.school_count) for each in checked.judged_as.agencies] == [
        ("5001", 1),
        ("5002", 1),
    ]


def test_whose_a_school_was_is_asked_of_the_register_of_the_files_own_period() -> None:
    moved = references(("50010001", "5001", "บ้านเหนือ"), day=date(2019, 5, 16)).schools
    later = references(("50010001", "5002", "บ้านเหนือ"), day=date(2020, 12, 1)).schools
    known = SchoolReferences(pd.concat([moved, later], ignore_index=True))
    for semester, agency in ((1, "5001"), (2, "5002")):
        title = f"จำนวนนักเรียน ภาคเรียนที่ {semester} ปีการศึกษา 2563"
        checked = judge([title], HEADING, ONE, known=known)
        assert judged_as(checked)[0] == agency
        assert codes(checked) == set()


OWN_HEADING = LayoutLine(
    header="เลขโรงเรียน",
    field="school_code",
    taken_from="",
    presence=Presence.REQUIRED,
    agency_code="5002",
    file_name="",
)
WITH_OWN_HEADING = replace(PROVINCE, layouts=LayoutAdditions(lines=(("enrolment", "office", OWN_HEADING),)))


def test_an_agencys_own_headings_are_read_once_its_schools_tell_whose_the_file_is() -> None:
    heading = ["เลขโรงเรียน", *HEADING[1:]]
    checked = judge(heading, TWO, province=WITH_OWN_HEADING)
    assert judged_as(checked) == ("5002", WhyJudged.SCHOOLS)
    assert codes(checked) == {"RE009"}


def test_an_agencys_own_headings_are_not_read_in_anothers_file() -> None:
    heading = ["เลขโรงเรียน", *HEADING[1:]]
    checked = judge(heading, ONE, province=WITH_OWN_HEADING)
    assert judged_as(checked) == (NOBODY, WhyJudged.UNKNOWN)
    assert checked.submissions == ()


def test_a_file_that_cannot_be_read_is_nobodys() -> None:
    assert judged_as(judge(["what"], ["ever"])) == (NOBODY, WhyJudged.UNKNOWN)
