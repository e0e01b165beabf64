"""The texts above and below a table, as one line for each row."""

from datetime import date

import pytest

from transforms.grid import DAY_ZERO, DAY_ZERO_OF_1904, CellValue, Grid
from transforms.periods.period_text import as_at_date_in_text
from transforms.rows.titles import lines_of


@pytest.mark.parametrize(
    ("day_zero", "cell", "expected"),
    [
        (DAY_ZERO, 43992, date(2020, 6, 10)),
        (DAY_ZERO_OF_1904, 43992, date(2024, 6, 11)),
        (DAY_ZERO_OF_1904, 43992.0, date(2024, 6, 11)),
        (DAY_ZERO_OF_1904, "10 มิ.ย. 2563", date(2020, 6, 10)),
    ],
)
def test_a_day_number_in_a_title_counts_from_its_workbooks_day_zero(
    day_zero: date, cell: CellValue, expected: date
) -> None:
    grid = Grid("ก", 1, [["ข้อมูล ณ วันที่", cell]], day_zero=day_zero)
    assert as_at_date_in_text(lines_of(grid, range(1, 2))) == expected


def test_a_number_in_a_title_that_is_no_day_stays_what_it_is() -> None:
    grid = Grid("ก", 1, [["รหัส", 50010001, 12]], day_zero=DAY_ZERO_OF_1904)
    assert lines_of(grid, range(1, 2)) == "รหัส 50010001 12"
