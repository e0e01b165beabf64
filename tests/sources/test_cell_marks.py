"""Marks of single characters: what is read of a cell, and what is said of the rest."""

import pytest

from edusandbox.sources.readers.cell_marks import Font, Run, read_runs, remark_findings
from schemas.issues import Finding, Place
from transforms.grid import Grid

PLACE = Place(row=5, column=4)
RAISED, STRUCK = Font(is_raised=True), Font(is_struck=True)


@pytest.mark.parametrize(
    ("runs", "read", "said"),
    [
        ([Run("12")], "12", []),
        ([Run("12"), Run("1", RAISED)], "12", [("FI106", "1", "12")]),
        ([Run("12 "), Run("1)", RAISED)], "12 ", [("FI106", "1)", "12")]),
        ([Run("*", RAISED), Run("7")], "7", [("FI106", "*", "7")]),
        ([Run("9", STRUCK), Run("12")], "12", [("FI107", "9", "12")]),
        ([Run("9", STRUCK), Run("12"), Run("1", RAISED)], "12", [("FI107", "9", "12"), ("FI106", "1", "12")]),
        ([Run("9", STRUCK)], None, [("FI109", None, None)]),
        ([Run("9", STRUCK), Run(" ")], None, [("FI109", None, None)]),
        ([Run("1", RAISED)], "1", [("FI108", "1", None)]),
        ([Run("(คน)", RAISED)], "(คน)", []),
        ([Run("ชาย"), Run("1/", RAISED)], "ชาย", [("FI106", "1/", "…")]),
    ],
)
def test_a_cell_is_read_without_what_is_marked_in_it(
    runs: list[Run], read: str | None, said: list[tuple[str, str | None, str | None]]
) -> None:
    text, findings = read_runs(runs, PLACE)
    assert text == read
    assert [(each.code, each.params.get("mark"), each.params.get("read")) for each in findings] == said
    assert {each.place for each in findings} <= {PLACE}


@pytest.mark.parametrize("text", ["สมชาย ใจดี", "1509900000001", "0812345678", "a1"])
def test_no_text_that_may_name_a_person_is_quoted(text: str) -> None:
    _, findings = read_runs([Run(text, STRUCK), Run("12")], PLACE)
    assert findings[0].params["mark"] == "…"


def test_a_row_of_which_nothing_is_left_is_told_once() -> None:
    remarks = tuple(
        Finding("FI109", Place(row=row, column=column)) for row, column in [(1, 1), (1, 2), (2, 2)]
    )
    grid = Grid("ข้อมูล", 1, [[None, None], ["ก", None]], remarks=remarks)
    assert remark_findings([grid]) == (
        Finding("FI109", Place("ข้อมูล", 1), count=2),
        Finding("FI109", Place("ข้อมูล", 2, 2)),
    )
