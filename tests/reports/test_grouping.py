import pytest

from edusandbox.reports.grouping import (
    PLACE_WORDS_EN,
    PLACE_WORDS_TH,
    PlaceWords,
    count_by_severity,
    describe_cells,
    group_issues,
    one_or_example,
)
from schemas.issues import Place, Severity
from tests.reports.builders import make_issue


def test_issues_of_one_fault_stand_together_worst_first() -> None:
    issues = [
        make_issue(Severity.NOTICE, code="LA002", count=12),
        make_issue(code="VA002"),
        make_issue(code="VA001"),
        make_issue(code="VA002"),
        make_issue(code="VA002", owner="province"),
    ]
    groups = [(group.severity, group.code, group.owner, group.count) for group in group_issues(issues)]
    assert groups == [
        (Severity.ERROR, "VA002", "agency", 2),
        (Severity.ERROR, "VA001", "agency", 1),
        (Severity.ERROR, "VA002", "province", 1),
        (Severity.NOTICE, "LA002", "agency", 12),
    ]


def test_a_severity_without_issues_counts_zero() -> None:
    assert count_by_severity([make_issue()]) == {Severity.ERROR: 1, Severity.QUERY: 0, Severity.NOTICE: 0}


@pytest.mark.parametrize(
    ("places", "words", "lines"),
    [
        ([("ก", 4, 2), ("ก", 9, 2), ("ก", 2, 3)], PLACE_WORDS_TH, ["แผ่น ก: B4, B9, C2"]),
        ([("ก", 4, None), ("ข", None, 28)], PLACE_WORDS_EN, ["sheet ก: row 4", "sheet ข: column AB"]),
        ([("ก", None, None)], PLACE_WORDS_TH, ["แผ่น ก"]),
        ([(None, None, None)], PLACE_WORDS_TH, ["ทั้งแฟ้ม"]),
        ([("ก", 4, 2), ("ก", 4, 2)], PLACE_WORDS_EN, ["sheet ก: B4"]),
        ([("ก", row, 1) for row in range(1, 7)], PLACE_WORDS_TH, ["แผ่น ก: A1, A2, A3, A4 และอีก 2 แห่ง"]),
    ],
)
def test_cells_are_listed_by_sheet(
    places: list[tuple[str | None, int | None, int | None]], words: PlaceWords, lines: list[str]
) -> None:
    issues = [make_issue(place=Place(sheet, row, column)) for sheet, row, column in places]
    assert describe_cells(issues, words, limit=4) == lines


def test_different_sentences_are_told_by_an_example() -> None:
    assert one_or_example(["ก", "ข"], "เช่น {}") == "เช่น ก"
    assert one_or_example(["{x}", "{x}"], "เช่น {}") == "{x}"
