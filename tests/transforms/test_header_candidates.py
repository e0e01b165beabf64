"""Which rows are tried as lines of a heading: not those that could only be read for nothing."""

import pytest

from transforms.grid import CellValue, Grid, MergedRange
from transforms.headings.headers import header_candidates, is_of_figures

TITLE = ["สพป.ตัวอย่าง เขต 1", None, None, None]
UPPER = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", None]
LOWER = [None, None, "ชาย", "หญิง"]
DATA = ["10010001", "บ้านตัวอย่าง", 12.0, 11.0]
MERGED_OVER_ALL = (MergedRange(1, 1, 1, 4),)


def candidates(
    rows: list[list[CellValue]], of: list[int], merged: tuple[MergedRange, ...] = ()
) -> set[range]:
    grid = Grid("Sheet1", 1, rows, merged)
    return {range(each.first_row, each.last_row + 1) for each in header_candidates(grid, of)}


@pytest.mark.parametrize(
    "row",
    [
        ["10010001", "บ้านตัวอย่าง", 12.0, 11.0],
        ["10010001", "บ้านตัวอย่าง", "12", "๑๑"],  # a csv file has figures as text, offices Thai digits
    ],
)
def test_a_row_is_of_figures_if_most_of_it_is(row: list[CellValue]) -> None:
    assert is_of_figures(row)


@pytest.mark.parametrize(
    "row",
    [
        [None, "บ้านตัวอย่าง", "-", None],
        ["ปีการศึกษา", 2563, 2564, "รวม"],
        ["(1)", "(2)", "(3)", "(4)"],
        [None, None],
    ],
)
def test_a_row_with_as_many_words_is_none(row: list[CellValue]) -> None:
    assert not is_of_figures(row)


def test_a_row_of_figures_is_no_line_of_a_heading() -> None:
    found = candidates([UPPER, LOWER, DATA, DATA], of=[1, 2])
    assert found == {range(1, 2), range(1, 3), range(2, 3)}


def test_a_row_of_figures_is_tried_where_it_is_asked_for() -> None:
    assert range(1, 3) in candidates([UPPER, ["1", "2", "3", "4"], DATA], of=[1, 2])


def test_a_title_over_all_columns_is_no_line_of_a_heading() -> None:
    found = candidates([TITLE, UPPER, LOWER, DATA], of=[2, 3], merged=MERGED_OVER_ALL)
    assert found == {range(2, 3), range(2, 4), range(3, 4)}


def test_a_title_that_no_file_merges_is_no_line_of_a_heading_either() -> None:
    full = ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง"]
    assert range(1, 3) not in candidates([TITLE, full, DATA], of=[2])


def test_a_banner_over_some_columns_is_a_line_of_the_heading() -> None:
    banner = [None, None, "จำนวนนักเรียน", None]
    found = candidates([banner, ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง"], DATA], of=[2])
    assert range(1, 3) in found
