"""Of a cell of an xls workbook (BIFF 5 and 8) what the sender sees is read."""

import datetime
import struct

import pytest
from made_binary import (
    BIFF5,
    BIFF8,
    record,
    sum_of_row,
    xls_bytes,
    xls_calendar_of_1904,
    xls_font,
    xls_format,
    xls_formula,
    xls_hidden_columns,
    xls_merged,
    xls_number,
    xls_printed,
    xls_rich_text,
    xls_shared_text,
    xls_shared_texts,
    xls_style,
    xls_text,
)

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.readers import ReadResult, read_delivery
from transforms.grid import DAY_ZERO_OF_1904, MergedRange, ShownText

VERSIONS = pytest.mark.parametrize("version", [BIFF5, BIFF8])
RAISED, STRUCK = 5, 6
"""Numbers of the fonts; there is none of number 4."""


def head(version: int, *styles: bytes) -> bytes:
    """Fonts, and styles of cells from number 1 on."""
    fonts = xls_font(version) * 4 + xls_font(version, raised=1) + xls_font(version, is_struck=True)
    return fonts + xls_style(version) + b"".join(styles)


def read(version: int, *cells: bytes, head: bytes = b"") -> ReadResult:
    return read_delivery(xls_bytes(version, cells, head=head), "แฟ้ม.xls")


@VERSIONS
@pytest.mark.parametrize(
    ("text", "runs", "shown", "code"),
    [
        ("121", [(2, RAISED)], "12", "FI106"),
        ("*12", [(0, RAISED), (1, 0)], "12", "FI106"),
        ("912", [(0, STRUCK), (1, 0)], "12", "FI107"),
        ("912", [(0, STRUCK)], None, "FI109"),
        ("12", [(0, RAISED)], "12", "FI108"),
        ("ชาย1/", [(3, RAISED)], "ชาย", "FI106"),
    ],
)
def test_marked_characters_are_taken_off_and_told(
    version: int, text: str, runs: list[tuple[int, int]], shown: str | None, code: str
) -> None:
    cells = [xls_text(0, 0, "ก", version), xls_rich_text(1, 1, text, runs, version), xls_number(2, 2, 1.0)]
    result = read(version, *cells, head=head(version))
    assert result.grids[0].rows[1][1] == shown
    assert [(each.code, each.place.cell) for each in result.findings] == [(code, "B2")]


def test_marked_characters_of_shared_texts_are_taken_off() -> None:
    texts = xls_shared_texts([("121", [(2, RAISED)]), ("ก", [])])
    result = read(BIFF8, xls_shared_text(0, 0, 1), xls_shared_text(0, 1, 0), head=head(BIFF8) + texts)
    assert result.grids[0].rows == [["ก", "12"]]


@VERSIONS
def test_a_cell_struck_out_as_a_whole_is_blank(version: int) -> None:
    fonts = head(version, xls_style(version, font=STRUCK))
    result = read(version, xls_number(0, 0, 9.0, 1), xls_number(0, 1, 12.0), head=fonts)
    assert result.grids[0].rows == [[None, 12.0]]
    assert [each.code for each in result.findings] == ["FI109"]


@VERSIONS
@pytest.mark.parametrize(
    ("code", "number", "shown"),
    [
        ("0%", 1.0, "100%"),
        ('"ป."0', 1.0, "ป.1"),
        ('0" คน"', 12.0, "12 คน"),
        (";;;", 12.0, ""),
        ("000000", 98011.0, "098011"),
    ],
)
def test_a_number_is_read_as_its_format_shows_it(version: int, code: str, number: float, shown: str) -> None:
    styles = xls_format(version, 164, code) + head(version, xls_style(version, number_format=164))
    value = read(version, xls_number(0, 0, number, 1), xls_number(0, 1, 2.0), head=styles).grids[0].rows[0][0]
    assert value == shown
    assert isinstance(value, ShownText)


@VERSIONS
@pytest.mark.parametrize("code", ["0", "#,##0", "General", "@"])
def test_a_plain_format_leaves_the_number(version: int, code: str) -> None:
    styles = xls_format(version, 164, code) + head(version, xls_style(version, number_format=164))
    assert read(version, xls_number(0, 0, 1234.0, 1), head=styles).grids[0].rows == [[1234.0]]


@VERSIONS
@pytest.mark.parametrize("number_format", [14, 71, 72, 81])
def test_built_in_formats_of_days_make_days(version: int, number_format: int) -> None:
    styles = head(version, xls_style(version, number_format=number_format))
    grid = read(version, xls_number(0, 0, 44013.0, 1), head=styles).grids[0]
    assert grid.rows == [[datetime.date(2020, 7, 1)]]


@VERSIONS
def test_days_are_counted_from_1904_where_the_workbook_does_so(version: int) -> None:
    styles = head(version, xls_style(version, number_format=71), xls_style(version, number_format=14))
    cells = [xls_number(0, 0, 16937.0, 1), xls_number(0, 1, 16937.0, 2), xls_number(0, 2, 16937.0)]
    grid = read(version, *cells, head=styles + xls_calendar_of_1904()).grids[0]
    assert grid.rows == [[datetime.date(1950, 5, 16), datetime.date(1950, 5, 16), 16937.0]]
    assert grid.day_zero == DAY_ZERO_OF_1904


def test_merged_blocks_are_known() -> None:
    cells = [
        xls_text(0, 0, "ก", BIFF8),
        xls_number(1, 0, 26.0),
        xls_number(1, 2, 1.0),
        xls_merged(1, 1, 0, 1),
    ]
    assert read(BIFF8, *cells).grids[0].merged == (MergedRange(2, 1, 2, 2),)


@VERSIONS
def test_hidden_columns_are_read_and_told(version: int) -> None:
    cells = [xls_hidden_columns(1, 1), xls_number(0, 0, 1.0), xls_number(0, 1, 2.0)]
    result = read(version, *cells)
    assert result.grids[0].rows == [[1.0, 2.0]]
    assert [(each.code, each.params["hidden"]) for each in result.findings] == [("FI104", "B")]


@VERSIONS
def test_the_header_of_the_printed_page_stands_over_the_sheet(version: int) -> None:
    printed = xls_printed('&L&"Tahoma,Bold"&14จำนวนนักเรียน&Cภาคเรียนที่ 1/2563', "&P && &D", version)
    grid = read(version, printed, xls_number(0, 0, 1.0)).grids[0]
    assert (grid.text_above, grid.text_below) == (("จำนวนนักเรียน", "ภาคเรียนที่ 1/2563"), ("&",))


@VERSIONS
@pytest.mark.parametrize("result", [0.0, None])
def test_a_sum_that_nobody_calculated_is_a_formula_without_its_value(
    version: int, result: float | None
) -> None:
    cells = [
        xls_number(0, 0, 12.0),
        xls_number(0, 1, 14.0),
        xls_formula(0, 2, result, sum_of_row(0, 0, 1, version)),
    ]
    assert read(version, *cells).grids[0].rows == [[12.0, 14.0, "=SUM(A1:B1)"]]


@VERSIONS
def test_a_sum_over_another_sheet_is_followed(version: int) -> None:
    # Nothing hinders a formula from naming its own sheet as another one.
    book = record(0x01AE, struct.pack("<HH", 1, 0x0401)) + record(0x0017, struct.pack("<4H", 1, 0, 0, 0))
    sheet = struct.pack("<H", 0) if version == BIFF8 else struct.pack("<h8xHH", -1, 0, 0)
    area = sum_of_row(0, 0, 1, version)
    formula = xls_formula(0, 2, 0.0, b"\x3b" + sheet + area[1:])
    head = book if version == BIFF8 else b""
    grid = read(version, xls_number(0, 0, 12.0), xls_number(0, 1, 14.0), formula, head=head).grids[0]
    assert grid.rows == [[12.0, 14.0, "=SUM('Data'!A1:B1)"]]


@VERSIONS
def test_a_sum_of_nothing_is_zero(version: int) -> None:
    cells = [
        xls_number(0, 0, 0.0),
        xls_number(0, 1, 0.0),
        xls_formula(0, 2, 0.0, sum_of_row(0, 0, 1, version)),
    ]
    assert read(version, *cells).grids[0].rows == [[0.0, 0.0, 0.0]]


@VERSIONS
def test_zeros_beside_calculated_results_are_zeros(version: int) -> None:
    cells = [
        xls_number(0, 0, 12.0),
        xls_formula(0, 1, 0.0, sum_of_row(0, 0, 0, version)),
        xls_formula(0, 2, 12.0, sum_of_row(0, 0, 0, version)),
    ]
    assert read(version, *cells).grids[0].rows == [[12.0, 0.0, 12.0]]


def test_a_formula_that_may_give_an_empty_text_is_blank() -> None:
    cells = [xls_number(0, 0, 1.0), xls_formula(0, 1, None, b"\x17\x00\x00")]
    assert read(BIFF8, *cells).grids[0].rows == [[1.0]]


def test_formats_that_cannot_be_read_are_told() -> None:
    # The style names a font that there is not.
    styles = head(BIFF8, xls_style(BIFF8, font=99))
    result = read(BIFF8, xls_number(0, 0, 12.0, 1), head=styles)
    assert result.grids[0].rows == [[12.0]]
    assert [(each.code, each.place.sheet) for each in result.findings] == [("FI110", "Data")]


def test_a_workbook_with_a_password_is_told_so_and_not_looked_into() -> None:
    password = record(0x002F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    with pytest.raises(UnreadableDeliveryError, match="FI002"):
        read(BIFF8, xls_merged(9, 9, 9, 9), head=password)
