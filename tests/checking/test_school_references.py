"""Schools of a return beside the registers: each row that is wrong is told, each school looked at once."""

from collections.abc import Iterable

import pandas as pd

from edusandbox.checking.references import KnownSchools, reference_findings
from edusandbox.checking.register_checks import settle
from schemas.issues import Place
from tests.checking.builders import (
    PROVINCE,
    TIDY,
    check_bytes,
    csv_bytes,
    issue_cells,
    only_submission,
    references,
)

KNOWN = KnownSchools(
    {
        "50010001": ("5001", "บ้านสันทราย"),
        "50010002": ("5001", "วัดศรีดอนชัย"),
        "50020001": ("5002", "บ้านอื่น"),
    },
    agencies=frozenset({"5001", "5002"}),
)
NAMES = {"5001": "เขต 1", "5002": "เขต 2"}


def told(*schools: tuple[str | None, str | None]) -> list[tuple[str, int | None]]:
    """Rule and row of what is said of schools, one a row from sheet row 2 on."""
    frame = pd.DataFrame(schools, columns=["school_code", "school_name"], dtype="str")

    def places_of(positions: list[int]) -> Iterable[Place]:
        return (Place(row=position + 2) for position in positions)

    return [
        (each.code, each.place.row) for each in reference_findings(frame, places_of, "5001", KNOWN, NAMES)
    ]


def test_a_school_is_told_in_each_row_that_names_it_and_others_are_not() -> None:
    unknown, sound = ("50010009", "บ้านใหม่"), ("50010001", "บ้านสันทราย")
    foreign = ("50020001", "บ้านอื่น")
    assert told(unknown, sound, foreign, unknown, sound) == [("RE001", 2), ("RE002", 4), ("RE001", 5)]


def test_one_code_under_two_names_is_queried_where_the_name_is_quite_another() -> None:
    assert told(("50010001", "บ้านสันทราย"), ("50010001", "อนุบาลเมืองใหม่")) == [("RE006", 3)]


def test_what_a_row_does_not_say_is_not_compared() -> None:
    assert told((None, "บ้านใหม่"), ("50010001", None), (None, None)) == []


def test_of_an_agency_without_a_register_that_is_told_and_its_schools_are_taken() -> None:
    row = ["2563", "1", "50010001", "บ้านสันทราย", "ป.1", "10", "12", "22", "1"]
    checked = check_bytes(csv_bytes([TIDY, row]))
    settled = settle(checked, references(("50020001", "5002", "บ้านอื่น")), PROVINCE)
    assert settled is not None
    assert issue_cells(settled) == {("RE005", None)}
    assert only_submission(settled).rows["school_code"].tolist() == ["50010001"]


def test_a_dash_for_a_code_is_a_missing_code_and_no_unknown_school() -> None:
    known = references(("50010001", "5001", "บ้านสันทราย"), ("50010002", "5001", "วัดศรีดอนชัย"))
    rows = [
        ["2563", "1", "-", "บ้านสันทราย", "ป.1", "10", "12", "22", "1"],
        ["2563", "1", "50010002", "-", "ป.1", "7", "8", "15", "1"],
    ]
    checked = check_bytes(csv_bytes([TIDY, *rows]), known=known)
    assert issue_cells(checked) == {("VA004", "C2")}
    assert only_submission(checked).rows["school_code"].tolist() == ["50010002"]
