"""Of a cell of an OpenDocument spreadsheet what the sender sees is read."""

import datetime

import pytest
from made_documents import ods, ods_number, ods_row, ods_style, ods_text

from edusandbox.sources.readers import ReadResult, read_delivery
from transforms.grid import DAY_ZERO_OF_1904, CellValue, ShownText

STYLES = (
    ods_style("R", 'style:text-position="super 58%"')
    + ods_style("L", 'style:text-position="sub 58%"')
    + ods_style("N", 'style:text-position="0% 100%"')
    + ods_style("S", 'style:text-line-through-style="solid" style:text-line-through-type="single"')
    + ods_style("CS", 'style:text-line-through-type="single"', family="table-cell")
    + ods_style("CR", 'style:text-position="33% 58%"', family="table-cell")
    + ods_style("CC", family="table-cell", attributes='style:parent-style-name="CS"')
    + ods_style("B", 'style:text-line-through-style="none"')
)


def read(*cells: str, rows: str = "", styles: str = STYLES) -> ReadResult:
    other = ods_row(ods_text("ก"), ods_text("ข"), ods_text("ค"), ods_text("ง"))
    return read_delivery(ods(other + ods_row(*cells) + rows, styles=styles), "แฟ้ม.ods")


def read_cell(cell: str, styles: str = STYLES) -> CellValue:
    return read(cell, ods_text("ข"), styles=styles).grids[0].rows[1][0]


@pytest.mark.parametrize(
    ("cell", "shown", "codes"),
    [
        (ods_text('12<text:span text:style-name="R">1</text:span>'), "12", ["FI106"]),
        (ods_text('12<text:span text:style-name="L">1</text:span>'), "12", ["FI106"]),
        (ods_text('1<text:span text:style-name="N">2</text:span>'), "12", []),
        (ods_text('<text:span text:style-name="S">9</text:span>12'), "12", ["FI107"]),
        (ods_text('<text:span text:style-name="S">9</text:span>'), None, ["FI109"]),
        (
            ods_text('9<text:span text:style-name="B">12</text:span>', 'table:style-name="CS"'),
            "12",
            ["FI107"],
        ),
        (ods_text("9", 'table:style-name="CS"'), None, ["FI109"]),
        (ods_text("9", 'table:style-name="CC"'), None, ["FI109"]),
        (ods_number(9, "9", attributes='table:style-name="CS"'), None, ["FI109"]),
        (ods_number(9, "9", attributes='table:style-name="CR"'), 9.0, ["FI108"]),
        (
            ods_text('<text:p>ชาย<text:s/><text:span text:style-name="R">1/</text:span></text:p>'),
            "ชาย ",
            ["FI106"],
        ),
    ],
)
def test_marked_characters_are_taken_off_and_told(cell: str, shown: CellValue, codes: list[str]) -> None:
    result = read(cell, ods_text("ข"))
    assert result.grids[0].rows[1][0] == shown
    assert [(each.code, each.place.cell) for each in result.findings] == [(code, "A2") for code in codes]


def test_the_style_of_a_row_or_a_column_is_that_of_its_cells() -> None:
    struck = 'table:default-cell-style-name="CS"'
    rows = ods_row(ods_text("9"), ods_text("9"), attributes=struck)
    column = f'<table:table-column table:number-columns-repeated="1"/><table:table-column {struck}/>'
    content = ods(
        column + ods_row(ods_text("12"), ods_text("9")) + rows + ods_row(ods_text("ก")), styles=STYLES
    )
    grid = read_delivery(content, "แฟ้ม.ods").grids[0]
    assert grid.rows == [["12"], [None], ["ก"]]


def test_cells_written_once_for_several_are_all_told() -> None:
    cell = ods_text("9", 'table:style-name="CS" table:number-columns-repeated="2"')
    result = read(cell, ods_text("12"))
    assert result.grids[0].rows[1] == [None, None, "12", None]
    assert [each.place.cell for each in result.findings] == ["A2", "B2"]


@pytest.mark.parametrize(
    ("cell", "shown", "stored"),
    [
        (ods_number(12, "12"), 12.0, None),
        (ods_number(1234, "1,234"), 1234.0, None),
        (ods_number(12, "๑๒"), 12.0, None),
        (ods_number(12, "12 คน"), 12.0, None),
        (ods_number(50010001, "5.00E+07"), 50010001.0, None),
        (ods_number(0, "-"), 0.0, None),
        (ods_number(0, ""), 0.0, None),
        (ods_number(12), 12.0, None),
        (ods_number("14.000000000000002", "14"), 14.000000000000002, None),
        (ods_number(1, "100%", "percentage"), "100%", "1"),
        (ods_number(1, None, "percentage"), "100%", "1"),
        (ods_number("12.4", "12"), "12", "12.4"),
        (ods_number(1, "ป.1"), "ป.1", "1"),
        (ods_number(12, ""), "", "12"),
        (ods_number(1, None, attributes='table:style-name="G"'), "ป.1", "1"),
        (ods_number(1, "1", attributes='table:style-name="P"'), "100%", "1"),
        (ods_number(1, "1", attributes='table:style-name="W"'), 1.0, None),
        (ods_number(0, "", attributes='table:style-name="E"'), "", "0"),
    ],
)
def test_a_number_is_read_as_it_is_shown(cell: str, shown: CellValue, stored: str | None) -> None:
    formats = (
        '<number:number-style style:name="n1"><number:text>ป.</number:text>'
        '<number:number number:min-integer-digits="1"/></number:number-style>'
        '<number:percentage-style style:name="n2"><number:number number:decimal-places="0"'
        ' number:min-integer-digits="1"/><number:text>%</number:text></number:percentage-style>'
        '<number:number-style style:name="n3"><number:number number:grouping="true"'
        ' number:min-integer-digits="1"/></number:number-style>'
        '<number:number-style style:name="n4"/>'
    )
    cells = "".join(
        ods_style(name, family="table-cell", attributes=f'style:data-style-name="{of}"')
        for name, of in (("G", "n1"), ("P", "n2"), ("W", "n3"), ("E", "n4"))
    )
    value = read_cell(cell, formats + cells)
    assert value == shown
    assert (value.stored if isinstance(value, ShownText) else None) == stored


def test_of_a_day_its_year_may_be_all_that_is_shown() -> None:
    opening = '<table:table-cell office:value-type="date" office:date-value="2020-07-01"><text:p>'
    result = read(
        *(f"{opening}{text}</text:p></table:table-cell>" for text in ("2563", "1 ก.ค. 63", "กรกฎาคม"))
    )
    assert result.grids[0].rows[1] == ["2563", datetime.date(2020, 7, 1), "กรกฎาคม", None]


def test_annotations_are_no_text_of_a_cell() -> None:
    note = "<office:annotation><text:p>หมายเหตุ</text:p></office:annotation>"
    assert read_cell(ods_text(f"<text:p>12</text:p>{note}")) == "12"


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("12<text:tab/>3", "12\n3"),
        ("12<text:line-break/>3", "12\n3"),
        ("12<text:s/>3", "12 3"),
        ('12<text:s text:c="2"/>3', "12  3"),
        ('12<text:span text:style-name="H">3</text:span>', "12"),
        ('<text:span text:style-name="H">3</text:span>', None),
        ('1<text:span text:style-name="V">2</text:span>', "12"),
        ("<text:a>12</text:a>", "12"),
        ("<text:p>12</text:p><text:p><text:span>3</text:span></text:p>", "12\n3"),
    ],
)
@pytest.mark.parametrize("styles", ["", STYLES])
def test_a_text_is_read_with_its_tabs_and_without_its_hidden_parts(
    content: str, text: str | None, styles: str
) -> None:
    hidden = ods_style("H", 'text:display="none"') + ods_style("V", 'text:display="true"')
    assert read_cell(ods_text(content), styles + hidden) == text


@pytest.mark.parametrize("text", ["12", "12    "])
def test_a_format_that_is_not_known_leaves_the_text_its_word(text: str) -> None:
    fraction = '<number:number-style style:name="n"><number:fraction/></number:number-style>'
    style = ods_style("F", family="table-cell", attributes='style:data-style-name="n"')
    assert read_cell(ods_number(12, text, attributes='table:style-name="F"'), fraction + style) == 12.0


_DIGITS = '<number:number number:min-integer-digits="{}" {}>{}</number:number>'
_ABOVE_ZERO = '<style:map style:condition="value()&gt;=0" style:apply-style-name="m"/>'


@pytest.mark.parametrize(
    ("number_format", "value", "shown", "stored"),
    [
        (_DIGITS.format(1, 'number:display-factor="1000"', ""), 12000, "12", "12000"),
        (_DIGITS.format(1, 'number:display-factor="100"', ""), 12000, "?", "12000"),
        (_DIGITS.format(1, 'number:display-factor="1"', ""), 12, 12.0, None),
        (
            _DIGITS.format(2, "", '<number:embedded-text number:position="1">-</number:embedded-text>'),
            12,
            "1-2",
            "12",
        ),
        (f"{_DIGITS.format(1, '', '')}{_ABOVE_ZERO}", 12, "120", "12"),
        (f"{_DIGITS.format(1, '', '')}{_ABOVE_ZERO}", -12, -12.0, None),
        (f"{_DIGITS.format(1, '', '')}{_ABOVE_ZERO.replace('value', 'cell')}", 12, "?", "12"),
        ("<number:fraction/>", 12, "?", "12"),
    ],
)
def test_a_number_without_its_text_is_read_as_its_format_says(
    number_format: str, value: float, shown: CellValue, stored: str | None
) -> None:
    style = ods_style("F", family="table-cell", attributes='style:data-style-name="n"')
    formats = (
        f'<number:number-style style:name="m">{_DIGITS.format(1, "", "")}<number:text>0</number:text>'
        f'</number:number-style><number:number-style style:name="n">{number_format}</number:number-style>'
    )
    value_read = read_cell(ods_number(value, attributes='table:style-name="F"'), formats + style)
    assert value_read == shown
    assert (value_read.stored if isinstance(value_read, ShownText) else None) == stored


def test_days_are_counted_from_1904_where_the_document_does_so() -> None:
    null_date = '<table:null-date table:date-value="1904-01-01"/>'
    settings = f"<table:calculation-settings>{null_date}</table:calculation-settings>"
    grid = read_delivery(ods(ods_row(ods_number(16937, "16937")), before=settings), "แฟ้ม.ods").grids[0]
    assert grid.day_zero == DAY_ZERO_OF_1904


def test_a_sum_that_nobody_calculated_is_a_formula_without_its_value() -> None:
    total = ods_number(0, "0", attributes='table:formula="of:=SUM([.A2:.B2])"')
    assert read(ods_number(12, "12"), ods_number(14, "14"), total).grids[0].rows[1][2] == "=SUM(A2:B2)"


def test_zeros_beside_calculated_results_are_zeros() -> None:
    cells = [
        ods_number(0, "0", attributes='table:formula="of:=SUM([.C2])"'),
        ods_number(14, "14", attributes='table:formula="of:=[.C2]"'),
        ods_number(14, "14"),
    ]
    assert read(*cells).grids[0].rows[1][:3] == [0.0, 14.0, 14.0]


def test_the_header_of_the_printed_page_stands_over_the_sheet() -> None:
    page = (
        '<style:master-page style:name="หน้า"><style:header><style:region-left><text:p>จำนวนนักเรียน '
        "<text:sheet-name>???</text:sheet-name></text:p></style:region-left><style:region-center>"
        "<text:p>ภาคเรียนที่ <text:span>1</text:span>/2563</text:p></style:region-center></style:header>"
        '<style:footer style:display="false"><text:p>ปี 2562</text:p></style:footer></style:master-page>'
    )
    sheet = '<style:style style:name="ta1" style:family="table" style:master-page-name="หน้า"/>'
    content = ods(ods_row(ods_text("ก")), styles=sheet, common=page, table='table:style-name="ta1"')
    grid = read_delivery(content, "แฟ้ม.ods").grids[0]
    assert (grid.text_above, grid.text_below) == (("จำนวนนักเรียน", "ภาคเรียนที่ 1/2563"), ())
