"""A fault stands where it is said to stand, and breaks nothing else."""

from dataclasses import replace

import pytest

from edusandbox.samples.enrolment_layouts import dmc_area, office, tidy
from edusandbox.samples.faults import FAULTS, FAULTS_OF_LAYOUT, PlantedIssue, plant
from edusandbox.samples.grades import ALL_GRADES, GRADE_GROUPS
from edusandbox.samples.random_source import random_source
from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.tables import COUNT_FIELDS, SampleTable
from transforms.grid import cell_text

_LAYOUTS = {"dmc_area": dmc_area, "office": office, "tidy": tidy}
_CODES = {
    "thai_digits": ["VA101"],
    "thousands_comma": ["VA101"],
    "dash": ["VA102"],
    "blank": ["VA103"],
    "words": ["VA001"],
    "negative": ["VA002"],
    "fraction": ["VA003"],
    "wrong_grade_total": ["SU001"],
    "wrong_subtotal": ["SU002"],
    "wrong_totals_row": ["SU003"],
    "unknown_school": ["RE001"],
    "duplicate": ["RO001", "RO001"],
    "missing_code": ["VA004"],
    "header_typo": ["LA002"],
}
_LOADED = {"thai_digits", "thousands_comma", "dash", "blank", "wrong_totals_row"}
_SUMS = {"SU001", "SU002", "SU003"}
_CASES = [(layout, fault) for layout, faults in FAULTS_OF_LAYOUT.items() for fault in sorted(faults)]


def _wrong_cells(table: SampleTable) -> set[tuple[int, int]]:
    """Cells whose number is not what the others add up to; a row or column with text proves nothing."""
    wrong = set()
    rows = [*table.subjects, *([table.totals_row] if table.totals_row else [])]
    for row in rows:
        wrong |= {(row, column) for column in _wrong_in_row(table, row)}
    if table.totals_row is not None:
        for column, meaning in enumerate(table.columns, start=1):
            cells = [table.cell(row, column) for row in table.subjects]
            if meaning.field in COUNT_FIELDS and not any(isinstance(cell, str) for cell in cells):
                total = sum(cell for cell in cells if isinstance(cell, (int, float)))
                wrong |= (
                    {(table.totals_row, column)} if table.cell(table.totals_row, column) != total else set()
                )
    return wrong


def _wrong_in_row(table: SampleTable, row: int) -> list[int]:
    figures = {
        (column.field, column.code): (number, table.cell(row, number))
        for number, column in enumerate(table.columns, start=1)
        if column.field in COUNT_FIELDS
    }
    if any(isinstance(value, str) for _, value in figures.values()) or row == table.totals_row:
        return []
    value = {key: cell or 0 for key, (_, cell) in figures.items()}
    wrong = [
        figures["pupil_total", code][0]
        for code in {code for _, code in figures}
        if value["pupil_total", code] != value["male_count", code] + value["female_count", code]
    ]
    groups = {group.code: [grade.code for grade in group.grades] for group in GRADE_GROUPS}
    groups[ALL_GRADES] = [grade.code for group in GRADE_GROUPS for grade in group.grades]
    for (field, code), (number, _) in figures.items():
        parts = sum(value.get((field, part), 0) for part in groups.get(code or "", []))
        if code in groups and value[field, code] != parts:
            wrong.append(number)
    return wrong


@pytest.mark.parametrize(("layout", "fault"), _CASES)
@pytest.mark.parametrize("seed", range(5))
def test_a_fault_raises_its_rules_at_cells_that_hold_the_value_said(
    sent: AgencyReturn, layout: str, fault: str, seed: int
) -> None:
    table = _LAYOUTS[layout](sent)
    issues = plant(table, fault, random_source(seed))
    assert [issue.code for issue in issues] == _CODES[fault]
    assert [cell_text(table.cell(issue.row, issue.column)) for issue in issues] == [
        issue.value for issue in issues
    ]


@pytest.mark.parametrize(("layout", "fault"), _CASES)
@pytest.mark.parametrize("seed", range(5))
def test_a_fault_leaves_every_other_sum_right(sent: AgencyReturn, layout: str, fault: str, seed: int) -> None:
    table = _LAYOUTS[layout](sent)
    issues = plant(table, fault, random_source(seed))
    assert _wrong_cells(table) == {(each.row, each.column) for each in issues if each.code in _SUMS}


@pytest.mark.parametrize("layout", _LAYOUTS)
def test_a_table_without_faults_adds_up(sent: AgencyReturn, layout: str) -> None:
    assert _wrong_cells(_LAYOUTS[layout](sent)) == set()


@pytest.mark.parametrize(("layout", "fault"), _CASES)
def test_rows_are_set_aside_for_errors_and_for_nothing_else(
    sent: AgencyReturn, layout: str, fault: str
) -> None:
    table = _LAYOUTS[layout](sent)
    issues = plant(table, fault, random_source(3))
    rows = set(table.subjects) if fault == "header_typo" else {issue.row for issue in issues}
    assert table.set_aside == (set() if fault in _LOADED else rows)


def test_every_fault_can_be_planted_in_some_layout() -> None:
    assert set().union(*FAULTS_OF_LAYOUT.values()) == set(FAULTS) == set(_CODES)


def test_a_duplicate_in_the_tidy_template_repeats_school_and_grade(sent: AgencyReturn) -> None:
    table = tidy(sent)
    first, second = (issue.row for issue in plant(table, "duplicate", random_source(1)))
    assert table.rows[first - 1][2:5] == table.rows[second - 1][2:5]


def test_a_row_takes_one_fault_at_most(sent: AgencyReturn) -> None:
    table = dmc_area(sent)
    faults = ("blank", "wrong_subtotal", "duplicate", "words")
    rows = [issue.row for fault in faults for issue in plant(table, fault, random_source(1, fault))]
    assert len(set(rows)) == len(rows) == 5


@pytest.mark.parametrize(
    ("layout", "fault"), [("dmc_area", "thousands_comma"), ("office", "fraction"), ("tidy", "wrong_subtotal")]
)
def test_a_fault_that_the_layout_cannot_carry_is_refused(sent: AgencyReturn, layout: str, fault: str) -> None:
    with pytest.raises(ValueError, match=f"layout {layout} cannot carry the fault '{fault}'"):
        plant(_LAYOUTS[layout](sent), fault, random_source(1))


def test_a_table_that_is_full_of_faults_refuses_another(sent: AgencyReturn) -> None:
    table = dmc_area(replace(sent, schools=sent.schools[:1]))
    plant(table, "missing_code", random_source(1))
    with pytest.raises(ValueError, match="no place is left in the dmc_area table"):
        plant(table, "blank", random_source(1))


def test_words_are_the_number_in_thai(sent: AgencyReturn) -> None:
    table = tidy(sent)
    before = [list(row) for row in table.rows]
    (issue,) = plant(table, "words", random_source(2))
    assert issue == PlantedIssue("VA001", issue.row, issue.column, issue.value)
    assert isinstance(before[issue.row - 1][issue.column - 1], int)
    assert set(issue.value) <= set("ศูนย์หนึ่งสองสามสี่ห้าหกเจ็ดแปดเก้าสิบยี่ร้อยเอ็ด")
