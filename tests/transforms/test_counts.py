import math
from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.cells.counts import CellKind, parse_count, parse_counts
from transforms.grid import CellValue

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    ("typed", "number", "kind"),
    [
        (12, 12, CellKind.NUMBER),
        (12.0, 12, CellKind.NUMBER),
        ("12", 12, CellKind.NUMBER),
        ("-3", -3, CellKind.NUMBER),
        ("2.5", 2.5, CellKind.NUMBER),
        (14.000000000000002, 14, CellKind.NUMBER),
        (13.999999999999998, 14, CellKind.NUMBER),
        ("14.000000000000002", 14, CellKind.NUMBER),
        ("13.999999999999998", 14, CellKind.NUMBER),
        (2.5, 2.5, CellKind.NUMBER),
        (0.1 + 0.2, 0.3, CellKind.NUMBER),
        ("1.2E1", 12, CellKind.REPAIRED),
        ("1.20E+02", 120, CellKind.REPAIRED),
        ("1.4000000000000002E1", 14, CellKind.REPAIRED),
        ('="12"', 12, CellKind.REPAIRED),
        ('=""12""', 12, CellKind.REPAIRED),
        ("๑๒", 12, CellKind.REPAIRED),
        (" 12 ", 12, CellKind.REPAIRED),
        ("1,234", 1234, CellKind.REPAIRED),
        ("๑,๒๓๔,๕๖๗", 1234567, CellKind.REPAIRED),
        ("-", 0, CellKind.DASH),
        ("–", 0, CellKind.DASH),
        ("ไม่มี", 0, CellKind.DASH),
        ("'12", 12, CellKind.REPAIRED),
        ("１２", 12, CellKind.REPAIRED),
        ("12\u00a0", 12, CellKind.REPAIRED),
        ("๑,๒๓๔", 1234, CellKind.REPAIRED),
        ("78 คน", 78, CellKind.WITH_UNIT),
        ("๗๘คน", 78, CellKind.WITH_UNIT),
        ("1,078 คน", 1078, CellKind.WITH_UNIT),
        ("3 ห้อง", 3, CellKind.WITH_UNIT),
        ("78 students", 78, CellKind.WITH_UNIT),
        ("12 (34.5)", 12, CellKind.WITH_SHARE),
        ("12(34.5%)", 12, CellKind.WITH_SHARE),
        ("12 (34 %)", 12, CellKind.WITH_SHARE),
        ("1O", 10, CellKind.LETTERS),
        ("l2", 12, CellKind.LETTERS),
        ("O", 0, CellKind.LETTERS),
    ],
)
def test_what_offices_type_for_a_number_is_read(typed: CellValue, number: float, kind: CellKind) -> None:
    assert parse_count(typed) == (number, kind)


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        (None, CellKind.BLANK),
        ("", CellKind.BLANK),
        ("  ", CellKind.BLANK),
        ("\u00a0", CellKind.BLANK),
        ("*", CellKind.HIDDEN),
        ("สิบสอง", CellKind.UNREADABLE),
        ("12 (5)", CellKind.UNREADABLE),
        ("12 คนครึ่ง", CellKind.UNREADABLE),
        ("1,23", CellKind.UNREADABLE),
        ("1.2E+02", CellKind.UNREADABLE),
        ("1E+02", CellKind.UNREADABLE),
        ('=""', CellKind.BLANK),
        ("1,5", CellKind.UNREADABLE),
        ("N/A", CellKind.UNKNOWN),
        ("n/a", CellKind.UNKNOWN),
        ("ไม่มีข้อมูล", CellKind.UNKNOWN),
        ("ไม่ทราบ", CellKind.UNKNOWN),
        ("รอข้อมูล", CellKind.UNKNOWN),
        ("#REF!", CellKind.FAILED),
        ("#DIV/0!", CellKind.FAILED),
        ("#N/A", CellKind.FAILED),
        ("#NAME?", CellKind.FAILED),
        ("Err:502", CellKind.FAILED),
        ("=SUM(C4:D4)", CellKind.FORMULA),
        ("=", CellKind.FORMULA),
        ("9.9%", CellKind.SHARE),
        ("๙.๙ %", CellKind.SHARE),
        ("ร้อยละ 12.5", CellKind.SHARE),
        (date(2020, 2, 1), CellKind.DATE),
        (datetime(2020, 2, 1, tzinfo=UTC), CellKind.DATE),
        ("Ol", CellKind.UNREADABLE),
        ("1e3", CellKind.UNREADABLE),
        ("nan", CellKind.UNREADABLE),
        (True, CellKind.UNREADABLE),
    ],
)
def test_what_is_no_number_gives_none_and_says_why(typed: CellValue, kind: CellKind) -> None:
    number, found = parse_count(typed)
    assert math.isnan(number)
    assert found is kind


@given(st.integers(min_value=0, max_value=10**9))
def test_thai_digits_and_commas_read_back(number: int) -> None:
    assert parse_count(f"{number:,}".translate(THAI_DIGITS)) == (number, CellKind.REPAIRED)


@given(st.lists(st.integers(0, 10**6) | st.floats(0, 10**6) | st.none() | st.sampled_from(["-", "๓", "x"])))
def test_a_column_parses_as_its_cells_do(cells: list[CellValue]) -> None:
    column = parse_counts(cells)
    for position, cell in enumerate(cells):
        number, kind = parse_count(cell)
        assert column.kinds[position] == kind
        assert column.values[position] == number or math.isnan(number)
