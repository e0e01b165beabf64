"""Of a cell of an XML workbook of 2003 what the sender sees is read."""

import datetime

import pytest
from made_documents import spreadsheet_xml, xml_cell, xml_row

from edusandbox.sources.readers import ReadResult, read_delivery
from transforms.grid import DAY_ZERO_OF_1904, CellValue, ShownText

STYLES = (
    '<Style ss:ID="Default"><Font ss:Size="11"/></Style>'
    '<Style ss:ID="struck"><Font ss:StrikeThrough="1"/></Style>'
    '<Style ss:ID="child" ss:Parent="struck"><Font ss:Bold="1"/></Style>'
    '<Style ss:ID="raised"><Font ss:VerticalAlign="Superscript"/></Style>'
    '<Style ss:ID="percent"><NumberFormat ss:Format="Percent"/></Style>'
    '<Style ss:ID="grade"><NumberFormat ss:Format="&quot;ป.&quot;0"/></Style>'
    '<Style ss:ID="none"><NumberFormat ss:Format=";;;"/></Style>'
    '<Style ss:ID="day"><NumberFormat ss:Format="Short Date"/></Style>'
    '<Style ss:ID="year"><NumberFormat ss:Format="bbbb"/></Style>'
    '<Style ss:ID="whole"><NumberFormat ss:Format="#,##0"/></Style>'
)


def read(*cells: str, before: str = "", workbook: str = "", options: str = "") -> ReadResult:
    rows = xml_row(xml_cell("ก"), xml_cell("ข"), xml_cell("ค")) + xml_row(*cells)
    content = spreadsheet_xml(before + rows, styles=STYLES, workbook=workbook, options=options)
    return read_delivery(content, "แฟ้ม.xml")


def styled(style: str, content: str, kind: str = "String") -> str:
    return xml_cell(content, kind, f'ss:StyleID="{style}"')


@pytest.mark.parametrize(
    ("cell", "shown", "codes"),
    [
        (xml_cell("12<Sup>1</Sup>"), "12", ["FI106"]),
        (xml_cell('<Font html:Size="8" xmlns:html="x"><Sub>1)</Sub></Font>12'), "12", ["FI106"]),
        (xml_cell("<S>9</S>12"), "12", ["FI107"]),
        (xml_cell("<B>12</B>"), "12", []),
        (xml_cell("<S>9</S>"), None, ["FI109"]),
        (styled("struck", "9"), None, ["FI109"]),
        (styled("struck", "9", "Number"), None, ["FI109"]),
        (styled("child", "9", "Number"), None, ["FI109"]),
        (styled("struck", "2020-07-01T00:00:00.000", "DateTime"), None, ["FI109"]),
        (styled("raised", "9", "Number"), 9.0, ["FI108"]),
    ],
)
def test_marked_characters_are_taken_off_and_told(cell: str, shown: CellValue, codes: list[str]) -> None:
    result = read(cell, xml_cell("ข"))
    assert result.grids[0].rows[1][0] == shown
    assert [(each.code, each.place.cell) for each in result.findings] == [(code, "A2") for code in codes]


@pytest.mark.parametrize(
    ("cell", "shown", "stored"),
    [
        (styled("percent", "1", "Number"), "100.00%", "1"),
        (styled("grade", "1", "Number"), "ป.1", "1"),
        (styled("none", "12", "Number"), "", "12"),
        (styled("whole", "1234", "Number"), 1234.0, None),
        (styled("day", "44013", "Number"), datetime.date(2020, 7, 1), None),
        (styled("day", "2020-07-01T00:00:00.000", "DateTime"), datetime.datetime(2020, 7, 1), None),  # noqa: DTZ001
        (styled("year", "2020-07-01T00:00:00.000", "DateTime"), "2563", "44013"),
    ],
)
def test_a_cell_is_read_as_its_format_shows_it(cell: str, shown: CellValue, stored: str | None) -> None:
    value = read(cell, xml_cell("ข")).grids[0].rows[1][0]
    assert value == shown
    assert (value.stored if isinstance(value, ShownText) else None) == stored


def test_the_style_of_a_row_or_a_column_is_that_of_its_cells() -> None:
    column = '<Column ss:Index="2" ss:StyleID="struck"/>'
    grid = read(xml_cell("12"), xml_cell("9"), xml_cell("14"), before=column).grids[0]
    assert grid.rows[1] == ["12", None, "14"]


def test_days_are_counted_from_1904_where_the_workbook_does_so() -> None:
    workbook = '<ExcelWorkbook xmlns="urn:schemas-microsoft-com:office:excel"><Date1904/></ExcelWorkbook>'
    grid = read(styled("day", "16937", "Number"), xml_cell("16937", "Number"), workbook=workbook).grids[0]
    assert grid.rows[1][:2] == [datetime.date(1950, 5, 16), 16937.0]
    assert grid.day_zero == DAY_ZERO_OF_1904


@pytest.mark.parametrize("formula", ["=SUM(RC[-2]:RC[-1])", "=R2C1+RC[-1]", "=SUM('ข้อมูล'!R2C1:R2C2)"])
def test_a_sum_that_nobody_calculated_is_a_formula_without_its_value(formula: str) -> None:
    total = xml_cell("0", "Number", f'ss:Formula="{formula}"')
    grid = read(xml_cell("12", "Number"), xml_cell("14", "Number"), total).grids[0]
    assert str(grid.rows[1][2]).startswith("=")


def test_zeros_beside_calculated_results_are_zeros() -> None:
    cells = (
        xml_cell("12", "Number", 'ss:Formula="=RC[2]"'),
        xml_cell("0", "Number", 'ss:Formula="=RC[1]"'),
        xml_cell("12", "Number"),
    )
    assert read(*cells).grids[0].rows[1] == [12.0, 0.0, 12.0]


def test_the_header_of_the_printed_page_stands_over_the_sheet() -> None:
    options = (
        '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><PageSetup>'
        '<Header x:Data="&amp;Lจำนวนนักเรียน&amp;Cภาคเรียนที่ 1/2563"/><Footer x:Data="&amp;P"/>'
        "</PageSetup></WorksheetOptions>"
    )
    grid = read(xml_cell("ก"), options=options).grids[0]
    assert (grid.text_above, grid.text_below) == (("จำนวนนักเรียน", "ภาคเรียนที่ 1/2563"), ())
