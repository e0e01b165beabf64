"""Excel's binary formats: what their cells show, errors and hidden rows too."""

import pytest
from made_binary import (
    BIFF5,
    BIFF8,
    ERROR_DIVISION,
    ERROR_REF,
    xls_bytes,
    xls_error,
    xls_failed_formula,
    xls_hidden_row,
    xls_number,
    xls_text,
    xlsb_bytes,
)

from edusandbox.sources.readers import ContentFormat, read_delivery
from schemas.issues import Finding, Place


@pytest.mark.parametrize("version", [BIFF5, BIFF8])
def test_an_xls_workbook_shows_its_texts_numbers_and_errors(version: int) -> None:
    cells = [
        xls_hidden_row(1, 3),
        xls_text(0, 0, "รหัสโรงเรียน", version),
        xls_number(0, 1, 12.0),
        xls_text(1, 0, "ชาย", version),
        xls_error(1, 1, ERROR_REF),
        xls_failed_formula(1, 2, ERROR_DIVISION),
    ]
    result = read_delivery(xls_bytes(version, cells), "แฟ้ม.xls")
    assert result.content_format is ContentFormat.XLS
    assert result.grids[0].rows == [["รหัสโรงเรียน", 12.0, None], ["ชาย", "#REF!", "#DIV/0!"]]
    assert result.findings == (Finding("FI103", Place(sheet="Data"), {"hidden": "2"}),)


def test_an_xlsb_workbook_shows_its_texts_numbers_and_errors() -> None:
    rows = [(False, ["รหัสโรงเรียน", 12.0, None]), (True, ["ชาย", ERROR_REF, 3.5])]
    result = read_delivery(xlsb_bytes(rows), "แฟ้ม.xlsb")
    assert result.content_format is ContentFormat.XLSB
    assert result.grids[0].rows == [["รหัสโรงเรียน", 12.0, None], ["ชาย", "#REF!", 3.5]]
    assert result.findings == (Finding("FI103", Place(sheet="ข้อมูล"), {"hidden": "2"}),)
