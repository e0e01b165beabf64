import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.cells.code_text import CodeKind, CodeText, read_code, read_school_code
from transforms.grid import CellValue

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@pytest.mark.parametrize(
    ("cell", "text", "kind"),
    [
        (50010001.0, "50010001", CodeKind.AS_TYPED),
        (50010001, "50010001", CodeKind.AS_TYPED),
        ("50010001", "50010001", CodeKind.AS_TYPED),
        (3640500123456.0, "3640500123456", CodeKind.AS_TYPED),
        ("50010001.0", "50010001", CodeKind.REPAIRED),
        ("๕๐๐๑๐๐๐๑", "50010001", CodeKind.REPAIRED),
        (" 5001 0001\u00a0", "50010001", CodeKind.REPAIRED),
        ("5001\u200b0001", "50010001", CodeKind.REPAIRED),
        ("5001-0001", "50010001", CodeKind.REPAIRED),
        ("'50010001", "50010001", CodeKind.REPAIRED),
        ("5001OOO1", "50010001", CodeKind.LETTERS),
        ("5001ooo1", "50010001", CodeKind.LETTERS),
        ('="50010001"', "50010001", CodeKind.REPAIRED),
        ('=""50010001""', "50010001", CodeKind.REPAIRED),
        ('"50010001"', "50010001", CodeKind.REPAIRED),
        ('="๕๐๐๑๐๐๐๑"', "50010001", CodeKind.REPAIRED),
        ("=50010001", "50010001", CodeKind.REPAIRED),
        ("5.0010001E7", "50010001", CodeKind.REPAIRED),
        ("5.0010001E+07", "50010001", CodeKind.REPAIRED),
        ("5.00100010e+07", "50010001", CodeKind.REPAIRED),
        ("1.050010001E+09", "1050010001", CodeKind.REPAIRED),
        (50010001.00000001, "50010001", CodeKind.AS_TYPED),
        ("3.64E+12", "3.64E+12", CodeKind.SHORTENED),
        ("5.00E+07", "5.00E+07", CodeKind.SHORTENED),
        ("5E+07", "5E+07", CodeKind.SHORTENED),
        ("5.00100015E+07", "5.00100015E+07", CodeKind.SHORTENED),
        ("5.001E+07", "5.001E+07", CodeKind.SHORTENED),
        ("ไม่ทราบ", "ไม่ทราบ", CodeKind.AS_TYPED),
        (None, "", CodeKind.AS_TYPED),
    ],
)
def test_codes_are_read_as_offices_type_them(cell: CellValue, text: str, kind: CodeKind) -> None:
    assert read_code(cell) == CodeText(text, kind)


@pytest.mark.parametrize(
    ("cell", "text", "kind"),
    [
        (12345, "012345", CodeKind.LOST_ZERO),
        ("12345", "012345", CodeKind.LOST_ZERO),
        ("012345", "012345", CodeKind.AS_TYPED),
        (5001001, "5001001", CodeKind.AS_TYPED),
        ("รวม", "รวม", CodeKind.AS_TYPED),
    ],
)
def test_only_obecs_codes_can_have_lost_a_zero(cell: CellValue, text: str, kind: CodeKind) -> None:
    assert read_school_code(cell) == CodeText(text, kind)


@given(st.integers(10**5, 10**10 - 1))
def test_thai_digits_and_spaces_read_back(number: int) -> None:
    written = " ".join(str(number).translate(THAI_DIGITS))
    assert read_code(written) == CodeText(str(number), CodeKind.REPAIRED)
