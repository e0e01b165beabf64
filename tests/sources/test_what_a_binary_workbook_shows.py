"""What the cells of an xlsb workbook show: what holds of an xlsx workbook holds of it too."""

from collections.abc import Sequence
from datetime import date

import pytest
from made_binary import (
    xlsb_area,
    xlsb_calculation,
    xlsb_calendar_of_1904,
    xlsb_font,
    xlsb_formats,
    xlsb_formula,
    xlsb_hidden_columns,
    xlsb_merged,
    xlsb_number,
    xlsb_printed,
    xlsb_rich_text,
    xlsb_runs,
    xlsb_shared_text,
    xlsb_small_number,
    xlsb_styles,
    xlsb_text,
    xlsb_workbook,
)

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers import read_delivery
from edusandbox.sources.readers.results import ReadResult
from schemas.issues import Finding, Place
from transforms.grid import DAY_ZERO_OF_1904, MergedRange, ShownText

FONTS = xlsb_font() + xlsb_font(raised=1) + xlsb_font(is_struck=True)
RAISED, STRUCK = 1, 2
SUM = b"\x19\x10\x00\x00"
PLUS = b"\x03"


def read(rows: Sequence[Sequence[bytes]], **parts: object) -> ReadResult:
    return read_delivery(xlsb_workbook(rows, **parts), "แฟ้ม.xlsb")  # type: ignore[arg-type] # as its builder


def test_raised_characters_are_a_footnote_and_struck_out_ones_no_text() -> None:
    strings = [
        xlsb_runs("121", [(2, RAISED)]),
        xlsb_runs("912", [(0, STRUCK), (1, 0)]),
        xlsb_runs("12"),
        xlsb_runs("😀ก1", [(3, RAISED)]),
    ]
    cells = [xlsb_shared_text(column, column) for column in range(4)]
    cells.append(xlsb_rich_text(4, xlsb_runs("7*", [(1, RAISED)])))
    result = read([cells], styles=FONTS + xlsb_styles((0, 0)), strings=strings)
    assert result.grids[0].rows == [["12", "12", "12", "😀ก", "7"]]
    assert [(each.code, each.place.cell, each.params["mark"]) for each in result.findings] == [
        ("FI106", "A1", "1"),
        ("FI107", "B1", "9"),
        ("FI106", "D1", "1"),
        ("FI106", "E1", "*"),
    ]


def test_cells_that_are_struck_out_hold_nothing() -> None:
    styles = FONTS + xlsb_styles((0, 0), (0, STRUCK))
    cells = [
        xlsb_text(0, "ก"),
        xlsb_number(1, 9.0, 1),
        xlsb_small_number(2, 900, 1),
        xlsb_text(3, "ข", 1),
        xlsb_shared_text(4, 0, 1),
        xlsb_number(5, 3.0),
    ]
    result = read([cells], styles=styles, strings=[xlsb_runs("ค")])
    assert result.grids[0].rows == [["ก", None, None, None, None, 3]]
    assert [(each.code, each.place.cell) for each in result.findings] == [
        ("FI109", f"{column}1") for column in "BCDE"
    ]


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        (9, None, "100%"),
        (164, '"ป."0', "ป.1"),
        (164, "000", "001"),
        (164, ";;;", ""),
        (164, '0" คน"', "1 คน"),
    ],
)
def test_a_cell_shows_what_its_format_makes_of_it(number: int, code: str | None, shown: str) -> None:
    formats = xlsb_formats({number: code}) if code else b""
    styles = formats + FONTS + xlsb_styles((0, 0), (number, 0))
    result = read(
        [[xlsb_number(0, 1.0, 1), xlsb_small_number(1, 100, 1), xlsb_number(2, 1.0)]], styles=styles
    )
    *cells, plain = result.grids[0].rows[0]
    assert [str(cell) for cell in cells] == [shown, shown]
    assert all(isinstance(cell, ShownText) and cell.stored == "1" for cell in cells)
    assert plain == 1


def test_days_are_days_in_both_calendars() -> None:
    styles = xlsb_formats({164: "d/m/bbbb"}) + FONTS + xlsb_styles((0, 0), (14, 0), (71, 0), (164, 0))
    cells = [xlsb_number(column, 16937.0, column) for column in range(4)]
    result = read([cells], styles=styles, head=xlsb_calendar_of_1904())
    assert result.grids[0].rows == [[16937, *[date(1950, 5, 16)] * 3]]
    assert result.grids[0].day_zero == DAY_ZERO_OF_1904
    assert read([cells], styles=styles).grids[0].rows == [[16937, *[date(1946, 5, 15)] * 3]]


def test_no_result_counts_of_a_workbook_that_is_yet_to_be_calculated() -> None:
    cells = [
        xlsb_formula(0, 12.0, xlsb_area(0, 3, 4) + SUM),
        xlsb_formula(1, "บ้านหลวง", b"\x17\x00"),
        xlsb_formula(2, "12", b"\x17\x00"),
        xlsb_number(3, 12.0),
    ]
    result = read([cells], head=xlsb_calculation(is_uncalculated=True))
    assert result.grids[0].rows == [["=SUM(D1:E1)", "บ้านหลวง", "=…", 12]]
    result = read([cells], head=xlsb_calculation(is_uncalculated=False))
    assert result.grids[0].rows == [[12, "บ้านหลวง", "12", 12]]


@pytest.mark.parametrize(
    ("parts", "formula"),
    [
        (xlsb_area(0, 1, 2) + SUM, "=SUM(B1:C1)"),
        (xlsb_area(0, 1, 1) + xlsb_area(0, 2, 2) + b"\x42\x02\x04\x00", "=SUM(B1:B1,C1:C1)"),
        (b"\x44\x00\x00\x00\x00\x01\xc0" + b"\x24\x00\x00\x00\x00\x02\xc0" + PLUS, "=B1+C1"),
    ],
)
def test_zeros_of_formulas_that_add_up_figures_are_no_results(parts: bytes, formula: str) -> None:
    cells = [xlsb_formula(0, 0.0, parts), xlsb_number(1, 12.0), xlsb_number(2, 1.0)]
    assert read([cells]).grids[0].rows == [[formula, 12, 1]]


@pytest.mark.parametrize(
    "parts", [xlsb_area(0, 1, 2) + b"\x42\x01\x05\x00", xlsb_area(0, 3, 4) + SUM, b"\x24"]
)
def test_zeros_that_may_be_right_are_results(parts: bytes) -> None:
    cells = [xlsb_formula(0, 0.0, parts), xlsb_number(1, 12.0), xlsb_number(2, 1.0)]
    assert read([cells]).grids[0].rows == [[0, 12, 1]]


def test_merged_blocks_hidden_columns_and_printed_titles_are_found() -> None:
    behind = xlsb_merged(0, 0, 0, 1) + xlsb_printed("&Cภาคเรียนที่ 1/2563", "&Lหน้า &P", "", "", "", "")
    result = read([[xlsb_hidden_columns(2, 2), xlsb_number(0, 26.0), xlsb_number(2, 3.0)]], behind=behind)
    (grid,) = result.grids
    assert grid.merged == (MergedRange(1, 1, 1, 2),)
    assert (grid.text_above, grid.text_below) == (("ภาคเรียนที่ 1/2563",), ("หน้า",))
    assert result.findings == (Finding("FI104", Place("ข้อมูล"), {"hidden": "C"}),)


def test_a_far_cell_is_told_before_it_is_laid_out() -> None:
    with pytest.raises(UnreadableDeliveryError, match="FI006"):
        read_delivery(xlsb_workbook([[xlsb_number(16_000, 1.0)]]), "แฟ้ม.xlsb", Limits(cells=10_000))
