"""Facts about agencies: of the one that a row names, otherwise of the sender, and nobody asks for schools."""

from dataclasses import replace

import pytest

from edusandbox.submissions import CheckedDelivery, Status
from edusandbox.what_was_read import NOBODY
from schemas.fields import Bilingual
from schemas.sums import Counted, Sums
from tests.checking.builders import check_bytes, csv_bytes, issue_cells, references
from tests.sources.made_files import workbook_bytes
from tests.stranger.schemas.forms.grants import FORM

Row = list[object]
TITLE: Row = ["เงินกองทุน ภาคเรียนที่ 1 ปีการศึกษา 2563"]
OWN: list[Row] = [
    ["กองทุน", "เงินที่ได้รับ", "เงินที่ใช้"],
    ["กองทุนรัฐ", 5_000.5, 100],
    ["กองทุนท้องถิ่น", 300, ""],
]
NAMED: list[Row] = [
    ["รหัสหน่วยงาน", "กองทุน", "เงินที่ได้รับ"],
    ["5001", "กองทุนรัฐ", 10],
    ["5001", "กองทุนท้องถิ่น", 20],
    ["50020000", "กองทุนรัฐ", 30],
    ["50020000", "ทุกกองทุน", 30],
]
WIDE: list[Row] = [["กองทุนรัฐ ได้รับ", "กองทุนท้องถิ่น ได้รับ", "รวมทุกกองทุน ได้รับ"], [10, 20, 30]]
KNOWN = references(("50010001", "5001", "บ้าน ก"))


def check(rows: list[Row], sender: str = "5001") -> CheckedDelivery:
    content = csv_bytes([TITLE, *rows])
    return check_bytes(content, sender=sender, path="w.csv", known=KNOWN, tells_reading=True)


def grants_of(checked: CheckedDelivery) -> dict[str, dict[str, float]]:
    columns = ["fund_code", "granted_baht"]
    return {
        each.agency_code: dict(each.facts["fact_grant"][columns].itertuples(index=False, name=None))
        for each in checked.submissions
    }


def test_rows_that_name_no_agency_are_of_the_sender() -> None:
    checked = check(OWN)
    assert grants_of(checked) == {"5001": {"STATE": 5_000.5, "LOCAL": 300}}
    assert (checked.status, issue_cells(checked)) == (Status.ACCEPTED, set())


def test_the_last_fund_with_an_amount_in_words_is_told_and_no_note() -> None:
    signed: Row = ["ผู้รายงาน", "สมชาย"]
    checked = check([*OWN[:2], ["กองทุนท้องถิ่น", "สามร้อย", ""], signed])
    assert issue_cells(checked) == {("VA001", "B4")}
    (submission,) = checked.submissions
    assert (submission.row_count, submission.row_count_set_aside) == (2, 1)


def test_rows_that_name_agencies_are_theirs() -> None:
    checked = check(NAMED, sender="5009")
    assert grants_of(checked) == {"5001": {"STATE": 10, "LOCAL": 20}, "5002": {"STATE": 30}}
    assert {code for code, _ in issue_cells(checked)} == {"SU101", "LA014"}


def test_an_agency_that_may_not_speak_for_another_is_told() -> None:
    assert ("RE004", "A6") in issue_cells(check(NAMED))


def test_a_wrong_total_over_the_funds_of_one_agency_is_told_at_its_cell() -> None:
    wrong = [*NAMED[:4], ["5001", "ทุกกองทุน", 60]]
    assert ("SU002", "C6") in issue_cells(check(wrong, sender="5009"))


def test_a_fund_that_stands_twice_is_told_in_the_words_of_the_form() -> None:
    checked = check([*OWN, ["กองทุนรัฐ", 1, 1]])
    (issue, *_) = [issue for issue in checked.all_issues if issue.code == "RO001"]
    assert issue.message_th == "หน่วยงานนี้มีมากกว่าหนึ่งแถว (แถว 3, 5)"
    assert issue.message_en == "The agency stands in more than one row (rows 3, 5)"


@pytest.mark.parametrize("row", [[10, 20, 30], [10, 20, ""]])
def test_a_table_of_one_row_that_names_nothing_is_of_the_sender(row: Row) -> None:
    checked = check([WIDE[0], row])
    assert grants_of(checked) == {"5001": {"STATE": 10, "LOCAL": 20}}
    assert issue_cells(checked) == set()


def test_columns_of_funds_stand_beside_the_agency_of_their_row() -> None:
    rows = [["รหัสหน่วยงาน", *WIDE[0]], ["5001", 10, 20, 30], ["5002", 10, 20, 30]]
    checked = check(rows, sender="5009")
    assert grants_of(checked) == {each: {"STATE": 10, "LOCAL": 20} for each in ("5001", "5002")}
    assert "SU101" not in {code for code, _ in issue_cells(checked)}


def test_what_was_read_is_of_agencies() -> None:
    checked = check(NAMED, sender="5009")
    assert [reading.school_count for reading in checked.readings] == [2]


def test_a_file_whose_rows_name_one_agency_is_judged_as_that_agency_s() -> None:
    checked = check(NAMED[:3], sender=NOBODY)
    assert (list(grants_of(checked)), checked.judged_as and checked.judged_as.agency_code) == (
        ["5001"],
        "5001",
    )


def test_a_form_about_agencies_that_compares_schools_is_refused() -> None:
    with pytest.raises(ValueError, match="has no schools"):
        replace(FORM, figure="granted_baht")


def test_a_form_about_agencies_that_adds_up_schools_is_refused() -> None:
    granted = Counted(Bilingual("เงิน", "money"), ("granted_baht",), "missing_count")
    with pytest.raises(ValueError, match="its sums already"):
        replace(FORM, sums=(Sums("fact_grant", ("fund_code",), (granted,)),))


@pytest.mark.parametrize("row", [["0", "0"], ["-", "-"], ["0", ""]])
def test_a_table_of_one_row_of_nothing_is_no_total_of_no_rows(row: Row) -> None:
    checked = check([WIDE[0][:2], row])
    (submission,) = checked.submissions
    assert (submission.row_count, checked.status.is_loaded) == (1, True)


def test_a_row_without_an_agency_among_those_of_others_is_set_aside() -> None:
    rows = [*NAMED[:2], ["", "กองทุนท้องถิ่น", 3], NAMED[3]]
    checked = check(rows, sender="5009")
    assert ("VA045", "A4") in issue_cells(checked)
    assert grants_of(checked) == {"5001": {"STATE": 10}, "5002": {"STATE": 30}, "5009": {}}
    alone = check([NAMED[0], ["", "กองทุนท้องถิ่น", 3], NAMED[1]])
    assert grants_of(alone) == {"5001": {"LOCAL": 3, "STATE": 10}}


def test_a_code_in_a_signature_is_no_row_of_the_code() -> None:
    crew = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ตำแหน่ง", "จำนวนบุคลากร"]
    rows = [crew, ["50010001", "บ้าน ก", "ครู", 3], ["", "ผู้รับรอง", "ผู้อำนวยการ", "สมชาย ใจดี"]]
    assert {code for code, _ in issue_cells(check(rows))} & {"VA001", "VA004"} == set()
    again = check([*OWN[:3], ["กองทุนรัฐ", "สมชาย ใจดี"]])
    assert "VA001" not in {code for code, _ in issue_cells(again)}


def test_older_figures_are_left_out_only_where_each_row_is_there_again() -> None:
    def sheet(day: str, *rows: Row) -> list[Row]:
        return [[f"{TITLE[0]} ณ วันที่ {day}"], OWN[0], *rows]

    first = sheet("10 กรกฎาคม 2563", ["กองทุนรัฐ", 10, 1], ["กองทุนท้องถิ่น", 20, 2])
    content = workbook_bytes({"a": first, "b": sheet("10 สิงหาคม 2563", ["กองทุนรัฐ", 15, 1])})
    checked = check_bytes(content, path="w.xlsx")
    assert "LA017" not in {code for code, _ in issue_cells(checked)}
    later = sheet("10 สิงหาคม 2563", ["กองทุนรัฐ", 15, 1], ["กองทุนท้องถิ่น", 25, 2])
    replaced = check_bytes(workbook_bytes({"a": first, "b": later}), path="w.xlsx")
    assert grants_of(replaced) == {"5001": {"STATE": 15, "LOCAL": 25}}
