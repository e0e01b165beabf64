"""What a number format makes of a stored number: the number, or what the sender sees instead."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edusandbox.sources.readers.number_formats import (
    BUILT_IN_FORMATS,
    FormatKind,
    format_kind,
    shown,
    shown_text,
)
from transforms.grid import CellValue, ShownText

SHARES = {9, 10, 67, 68}
CURRENCIES = {5, 6, 7, 8, 42, 44}
DATES = {*range(14, 23), *range(45, 48), *range(71, 82)}


@pytest.mark.parametrize(
    ("value", "code"),
    [
        (12.0, "General"),
        (12.0, "GENERAL"),
        (12.5, "General"),
        (12.0, ""),
        (12.0, "G/ทั่วไป"),
        (12.0, "@"),
        (12.0, "0"),
        (1234.0, "#,##0"),
        (1234.5, "#,##0.00"),
        (1234.5678, "#,##0.00"),
        (-5.0, "#,##0;[Red]-#,##0"),
        (-5.0, "0;[Red]0"),
        (-5.0, "#,##0_);(#,##0)"),
        (-5.0, "#,##0_);[Red](#,##0)"),
        (12.0, '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-'),
        (12.0, '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'),
        (0.0, '_-* #,##0_-;\\-* #,##0_-;_-* "-"??_-;_-@_-'),
        (0.0, '[=0]"-";#,##0'),
        (12.0, '[=0]"-";#,##0'),
        (0.0, "#"),
        (0.0, "0;-0;;@"),
        (0.0, "#,##0;-#,##0;–"),
        (12.0, "t0"),
        (1234.0, "[$-D000000]#,##0"),
        (12.0, "[$-D07041E]0"),
        (12.0, "[$-,D00]0"),
        (12.0, "[Blue]0"),
        (12.0, "[Color10]0"),
        (12.0, "0_ "),
        (12.0, "0_);(0)"),
        (12.0, "* 0"),
        (12.0, "?0"),
        (50010001.0, "00000000"),
        (50010001.0, "0.0000000E+00"),
        (50010001.0, "0.00E+00"),
        (12.0, "# ?/?"),
        (12.25, "# ?/?"),
        (14.000000000000002, "0"),
        (11.999999999999998, "#,##0"),
        (3.0, "[>=10]0;[<10]0"),
        (1e300, "0"),
    ],
)
def test_a_format_that_shows_just_the_number_leaves_it_one(value: float, code: str) -> None:
    assert shown(value, code) is value


@pytest.mark.parametrize(
    ("value", "code", "text", "stored"),
    [
        (1.0, "0%", "100%", "1"),
        (0.5, "0.0%", "50.0%", "0.5"),
        (2.0, "t0%", "๒๐๐%", "2"),
        (1.0, '"ป."0', "ป.1", "1"),
        (1.0, "\\ป\\.0", "ป.1", "1"),
        (1.0, '"ชั้น ป."General', "ชั้น ป.1", "1"),
        (12.0, '0" คน"', "12 คน", "12"),
        (12.0, '0\\ "คน"', "12 คน", "12"),
        (1234.0, '#,##0" คน";;', "1,234 คน", "1234"),
        (12.0, '[$-D07041E]0" คน"', "๑๒ คน", "12"),
        (98011.0, "000000", "098011", "98011"),
        (5.0, "00", "05", "5"),
        (5.0, ";;;", "", "5"),
        (0.0, ";;;", "", "0"),
        (5.0, ";-0;0", "", "5"),
        (5.0, '""', "", "5"),
        (5.0, '"*"', "*", "5"),
        (3.0, '[>=10]0;[<10]0"*"', "3*", "3"),
        (1.0, '[=1]"ชาย";[=2]"หญิง";0', "ชาย", "1"),
        (2.0, '[=1]"ชาย";[=2]"หญิง";0', "หญิง", "2"),
        (0.0, '0;-0;"ไม่มีข้อมูล"', "ไม่มีข้อมูล", "0"),
        (-5.0, "0;0", "5", "-5"),
        (12.4, "0", "12", "12.4"),
        (12.5, "#,##0", "13", "12.5"),
        (11.996, "0.00", "12.00", "11.996"),
        (12.04, "# ?/?", "12", "12.04"),
        (0.3, "0", "0", "0.3"),
        (12000.0, "#,##0,", "12", "12000"),
        (1234567.0, "0.0,,", "1.2", "1234567"),
        (12.0, '"฿"#,##0.00', "฿12.00", "12"),
        (12.0, "[$฿-41E]#,##0", "฿12", "12"),
        (50010001.0, "0000\\-0000", "5001-0001", "50010001"),
        (20630601.0, "0000\\/00\\/00", "2063/06/01", "20630601"),
        (12.0, '"เลขที่ "0;@', "เลขที่ 12", "12"),
    ],
)
def test_a_format_that_shows_something_else_is_told_with_both(
    value: float, code: str, text: str, stored: str
) -> None:
    cell = shown(value, code)
    assert isinstance(cell, ShownText)
    assert (str(cell), cell.stored) == (text, stored)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (43983.0, "d/m/yyyy", date(2020, 6, 1)),
        (43983.0, "[$-107041E]d mmmm yyyy;@", date(2020, 6, 1)),
        (43983.0, "[$-D07041E]d mmmm yyyy;@", date(2020, 6, 1)),
        (43983.0, "[$-th-TH,107]d mmmm yyyy;@", date(2020, 6, 1)),
        (43983.0, "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", date(2020, 6, 1)),
        (43983.0, "d/m/bbbb", date(2020, 6, 1)),
        (43983.0, "ว/ด/ปปปป", date(2020, 6, 1)),
        (43983.0, "mmm yy", date(2020, 6, 1)),
        (43983.5, "d/m/yyyy h:mm", datetime.combine(date(2020, 6, 1), time(12))),
        (0.5, "h:mm AM/PM", time(12)),
        (1.5, "[h]:mm", timedelta(hours=36)),
        (12.0, "d/m/yyyy", date(1900, 1, 12)),
    ],
)
def test_a_format_of_days_or_times_makes_one(value: float, code: str, expected: CellValue) -> None:
    assert format_kind(code) is FormatKind.DATE
    assert shown(value, code) == expected


def test_days_of_the_calendar_of_1904_count_from_there() -> None:
    assert shown(16937.0, "d/m/yyyy", is_1904=True) == date(1950, 5, 16)
    assert shown(42521.0, "bbbb", is_1904=True) == "2563"


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (43983.0, "yyyy", "2020"),
        (43983.0, "bbbb", "2563"),
        (43983.0, "[$-107041E]yyyy", "2563"),
        (43983.0, "[$-th-TH,107]yyyy;@", "2563"),
        (43983.0, "[$-D07041E]yyyy", "๒๕๖๓"),
        (43983.0, '"พ.ศ. "bbbb', "พ.ศ. 2563"),
        (43983.0, "b2yyyy", "1441"),
        (43983.0, "bb", "63"),
        (43983.0, "mmmm", "มิถุนายน"),
        (43983.0, "mmm", "มิ.ย."),
        (43983.0, "dddd", "วันจันทร์"),
        (43994.0, "d", "12"),
        (2563.0, "yyyy", "1907"),
        (-1.0, "d/m/yyyy", "########"),
    ],
)
def test_a_format_that_shows_one_part_of_a_day_alone_is_told_with_the_number(
    value: float, code: str, text: str
) -> None:
    cell = shown(value, code)
    assert isinstance(cell, ShownText)
    assert (str(cell), float(cell.stored)) == (text, value)


@pytest.mark.parametrize("number", sorted(BUILT_IN_FORMATS))
def test_every_built_in_format_is_of_its_kind(number: int) -> None:
    code = BUILT_IN_FORMATS[number]
    if number in DATES:
        assert format_kind(code) is FormatKind.DATE
    elif number in SHARES | CURRENCIES:
        assert isinstance(shown(12.0, code), ShownText)
    else:
        assert shown(12.0, code) == 12.0
        assert not isinstance(shown(12.0, code), str)


@pytest.mark.parametrize("code", ["General", "@", '@" คน"'])
def test_what_can_change_nothing_costs_nothing(code: str) -> None:
    assert format_kind(code) is FormatKind.PLAIN


@pytest.mark.parametrize(
    "code", ["0", "#,##0", "0.00", "t0", "0.00E+00", BUILT_IN_FORMATS[41], BUILT_IN_FORMATS[43], "0;-0;;@"]
)
def test_common_formats_of_figures_leave_whole_numbers_alone(code: str) -> None:
    assert format_kind(code) is FormatKind.ROUNDING


def test_a_code_without_end_takes_no_time() -> None:
    assert shown(1.0, "0" * 10_000_000) == "1".zfill(255)


@pytest.mark.parametrize(
    ("text", "code", "expected"),
    [
        ("บ้านหลวง", "General", "บ้านหลวง"),
        ("บ้านหลวง", "0%", "บ้านหลวง"),
        ("12", "0%", "12"),
        ("12", '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', "12"),
        ("บ้านหลวง", '"โรงเรียน"@', "โรงเรียนบ้านหลวง"),
        ("12", ";;;", ""),
        ("12", "0;0;0;", ""),
    ],
)
def test_texts_have_a_section_of_their_own(text: str, code: str, expected: str) -> None:
    cell = shown_text(text, code)
    assert cell == expected
    assert isinstance(cell, ShownText) is (text != expected)


@given(
    value=st.floats(allow_nan=True, allow_infinity=True) | st.integers(-(10**9), 10**9).map(float),
    code=st.text(st.sampled_from('0#?.,%;@"\\_*[]$-=<>/ EetymdhbsGคป1General')) | st.text(),
)
def test_no_code_and_no_number_bring_it_down(value: float, code: str) -> None:
    cell = shown(value, code)
    assert cell is value or isinstance(cell, ShownText | date | time | timedelta)


@given(
    value=st.integers(0, 10**9).map(float),
    code=st.sampled_from(["0", "#,##0", "#", "0.00", "t#,##0", "?,??0"]),
)
def test_a_whole_number_in_a_format_of_figures_is_itself(value: float, code: str) -> None:
    assert shown(value, code) is value


@pytest.mark.parametrize(("code", "text"), [("?/?", "12/1"), ("0*0", "120"), ("*50", "512")])
def test_a_digit_that_the_format_adds_is_shown(code: str, text: str) -> None:
    cell = shown(12.0, code)
    assert isinstance(cell, ShownText)
    assert str(cell) == text
