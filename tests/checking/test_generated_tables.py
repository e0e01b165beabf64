"""Whatever the layout, the figures that come out are those that were written down."""

import re

import pandas as pd
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from edusandbox.submissions import CheckedDelivery
from schemas.issues import Issue, Severity, column_letters
from tests.checking.builders import check_bytes, only_submission
from tests.checking.generated_tables import (
    Cell,
    Figures,
    Rows,
    Style,
    figures,
    file_of,
    sheets_of,
    styles,
    written,
)
from tests.facts_by_cell import pupils_by_sex
from transforms.cells.counts import is_figure


@given(said=figures(), style=styles())
@settings(
    max_examples=120,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
def test_figures_come_out_as_they_were_written_down(said: Figures, style: Style) -> None:
    checked = check_bytes(file_of(said, style))
    note([(issue.code, issue.place.cell, issue.message_en) for issue in checked.all_issues])
    only_submission(checked)
    assert loaded(checked) == expected(said)
    asked = {issue.code for issue in checked.all_issues if issue.severity is not Severity.NOTICE}
    assert asked == (set() if any(map(any, said.values())) else {"SU005"})


def loaded(checked: CheckedDelivery) -> dict[tuple[str, str, str], int]:
    """Pupils by school, grade and sex."""
    return {
        (str(school), str(grade), str(sex)): count
        for submission in checked.submissions
        for facts in [pupils_by_sex(submission)]
        for school, grade, sex, count in zip(
            facts["school_code"], facts["grade_code"], facts["sex_code"], facts["pupil_count"], strict=True
        )
        # A number alone in the column of codes may name a school without a figure: it is asked about.
        if not pd.isna(count)
    }


def expected(said: Figures) -> dict[tuple[str, str, str], int]:
    """The same as it was written down."""
    return {
        (school, grade, sex): count
        for (school, grade), pair in said.items()
        for sex, count in zip(("male", "female"), pair, strict=True)
    }


WORDS, FIGURE = "ข้อความ", 77777
_BLOCK = re.compile(r"\b([A-Z]{1,2})(\d+)(?::([A-Z]{1,2})(\d+))?\b")


@st.composite
def typed_cells(pick: st.DrawFn) -> list[tuple[float, float, Cell]]:
    """What somebody types into cells that were empty: where, as shares of the sheet's size, and what."""
    share = st.floats(0, 1, exclude_max=True)
    return pick(
        st.lists(
            st.tuples(share, share, st.sampled_from([WORDS, FIGURE, str(FIGURE)])), min_size=1, max_size=4
        )
    )


def type_into(rows: Rows, cells: list[tuple[float, float, Cell]]) -> dict[tuple[int, int], Cell]:
    """Types into empty cells of a sheet, in, beside and below its table.

    Returns:
        What was typed, by sheet row and column (1-based).
    """
    height, width = len(rows) + 3, max(map(len, rows)) + 4
    typed = {}
    for down, across, value in cells:
        row, column = int(down * height), int(across * width)
        rows.extend([] for _ in range(row + 1 - len(rows)))
        rows[row].extend([None] * (column + 1 - len(rows[row])))
        if rows[row][column] in {None, ""}:
            rows[row][column] = value
            typed[row + 1, column + 1] = value
    return typed


@given(said=figures(), style=styles(), cells=typed_cells())
@settings(
    max_examples=80,
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],
    suppress_health_check=[HealthCheck.too_slow],
)
def test_whatever_is_typed_beside_the_figures_is_told_and_changes_none_of_them(
    said: Figures, style: Style, cells: list[tuple[float, float, Cell]]
) -> None:
    sheets = sheets_of(said, style)
    name, rows = next(iter(sheets.items()))
    plain = {name: [list(row) for row in rows] for name, rows in sheets.items()}
    before = check_bytes(written(plain, style))
    typed = type_into(rows, cells)
    checked = check_bytes(written(sheets, style))
    note([(issue.code, issue.place.cell, issue.message_en) for issue in checked.all_issues])
    note([typed, rows])
    counts, right = loaded(checked), expected(said)
    assert counts.items() <= right.items()
    severities = {issue.severity for issue in checked.all_issues}
    assert counts == right or Severity.ERROR in severities
    known = {(issue.code, issue.place.cell) for issue in before.all_issues}
    told = [issue for issue in checked.all_issues if (issue.code, issue.place.cell) not in known]
    assert [
        place for place in beside(plain[name], typed) if not any(names(each, place) for each in told)
    ] == []


def beside(rows: Rows, typed: dict[tuple[int, int], Cell]) -> list[tuple[int, int]]:
    """Of the cells that were typed those right of the table, from its first row of figures to its last."""
    of_figures = [
        number
        for number, cells in enumerate(rows, start=1)
        if sum(map(is_figure, cells)) > 1 and not str(cells[0]).startswith("(")
    ]
    width = max(map(len, rows))
    return [(row, column) for row, column in typed if column > width and row in of_figures]


def names(issue: Issue, place: tuple[int, int]) -> bool:
    """Whether an issue stands at a cell's row or names the cell in its sentence."""
    row, column = place
    blocks = [
        (first, int(top), last or first, int(bottom or top))
        for first, top, last, bottom in _BLOCK.findall(issue.message_en)
    ]
    is_named = any(
        top <= row <= bottom and number_of(first) <= column <= number_of(last)
        for first, top, last, bottom in blocks
    )
    return row in issue.place.all_rows or is_named or "… +" in issue.message_en


def number_of(letters: str) -> int:
    return next(number for number in range(1, 1000) if column_letters(number) == letters)
