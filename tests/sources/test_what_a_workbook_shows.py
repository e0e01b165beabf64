"""What the cells of an xlsx workbook show: marks of characters, number formats, calendars, stale formulas."""

import zipfile
from collections.abc import Callable, Sequence
from datetime import date, time, timedelta
from io import BytesIO

import pytest
import xlsxwriter
from made_files import zip_bytes
from xlsxwriter.worksheet import Worksheet

from edusandbox.sources.readers import read_delivery
from edusandbox.sources.readers.results import ReadResult
from schemas.issues import Finding, Place
from transforms.grid import DAY_ZERO, DAY_ZERO_OF_1904, CellValue, ShownText

Write = Callable[[xlsxwriter.Workbook, Worksheet], None]
NAME = "แฟ้ม.xlsx"


def made(write: Write, **options: object) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **options}) as book:
        write(book, book.add_worksheet("ข้อมูล"))
    return content.getvalue()


def edited(content: bytes, part: str, *changes: tuple[str, str]) -> bytes:
    parts = zipfile.ZipFile(BytesIO(content))
    texts = {name: parts.read(name) for name in parts.namelist()}
    for old, new in changes:
        assert old.encode() in texts[part]
        texts[part] = texts[part].replace(old.encode(), new.encode())
    return zip_bytes(texts)


def saved_by_excel(content: bytes) -> bytes:
    """As Excel saves it: it has calculated the formulas."""
    return edited(content, "xl/workbook.xml", (' fullCalcOnLoad="1"', ""))


def first(result: ReadResult) -> list[CellValue]:
    return list(result.grids[0].rows[0])


def with_formats(cells: Sequence[tuple[object, object]]) -> bytes:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        for column, (value, code) in enumerate(cells):
            number_format = book.add_format()
            number_format.set_num_format(code)
            sheet.write(0, column, value, number_format)

    return made(write)


def test_raised_characters_are_a_footnote() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        raised, lowered = book.add_format({"font_script": 1}), book.add_format({"font_script": 2})
        sheet.write_rich_string("A1", "12", raised, "1")
        sheet.write_rich_string("B1", "ชาย", lowered, "2)")
        sheet.write("C1", 7)

    for content in (made(write), made(write, constant_memory=True)):
        result = read_delivery(content, NAME)
        assert first(result) == ["12", "ชาย", 7]
        assert result.findings == (
            Finding("FI106", Place("ข้อมูล", 1, 1), {"mark": "1", "read": "12"}),
            Finding("FI106", Place("ข้อมูล", 1, 2), {"mark": "2)", "read": "…"}),
        )


def test_struck_out_characters_are_no_text() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        struck = book.add_format({"font_strikeout": True})
        sheet.write_rich_string("A1", struck, "9", "12")
        sheet.write("B1", 9, struck)
        sheet.write("C1", "บ้านหลวง", struck)
        sheet.write_rich_string("D1", struck, "บ้าน", struck, "หลวง")
        sheet.write("E1", 3)

    result = read_delivery(made(write), NAME)
    assert first(result) == ["12", None, None, None, 3]
    assert [(each.code, each.place.cell) for each in result.findings] == [
        ("FI107", "A1"),
        ("FI109", "B1"),
        ("FI109", "C1"),
        ("FI109", "D1"),
    ]


def test_a_row_that_is_struck_out_is_told_once() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_row("A1", ["ก", "ข"])
        sheet.write_row("A2", ["50010001", 9, 9], book.add_format({"font_strikeout": True}))
        sheet.write_row("A3", ["ค"])

    result = read_delivery(made(write), NAME)
    assert result.grids[0].rows[1] == [None, None]
    assert result.findings == (Finding("FI109", Place("ข้อมูล", 2), count=3),)


def test_characters_without_a_font_of_their_own_have_that_of_their_cell() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        plain = book.add_format({"bold": True})
        sheet.write_rich_string("A1", "9", plain, "12", book.add_format({"font_strikeout": True}))

    assert first(read_delivery(made(write), NAME)) == ["12"]


def test_a_figure_that_is_raised_as_a_whole_is_kept_and_asked_about() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        raised = book.add_format({"font_script": 1})
        sheet.write("A1", 1, raised)
        sheet.write("B1", "(คน)", raised)

    result = read_delivery(made(write), NAME)
    assert first(result) == [1, "(คน)"]
    assert result.findings == (Finding("FI108", Place("ข้อมูล", 1, 1), {"mark": "1"}),)


@pytest.mark.parametrize(
    ("value", "code", "shown"),
    [
        (1, "0%", "100%"),
        (1, 9, "100%"),
        (1, '"ป."0', "ป.1"),
        (12, '0" คน"', "12 คน"),
        (98011, "000000", "098011"),
        (5, ";;;", ""),
        (12.4, "0", "12"),
        (43983, "bbbb", "2563"),
        (43983, "[$-107041E]yyyy", "2563"),
        (43983, "yyyy", "2020"),
        ("12", ";;;", ""),
        ("หลวง", '"บ้าน"@', "บ้านหลวง"),
    ],
)
def test_a_cell_shows_what_its_format_makes_of_it(value: object, code: object, shown: str) -> None:
    (cell,) = first(read_delivery(with_formats([(value, code)]), NAME))
    assert isinstance(cell, ShownText)
    assert (str(cell), cell.stored) == (shown, str(value))


@pytest.mark.parametrize(
    "code", ["General", "0", "#,##0", "0.00", "t0", '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-', 1, 3, 41, 59]
)
def test_a_format_of_plain_figures_leaves_them_alone(code: object) -> None:
    assert first(read_delivery(with_formats([(1234, code), (0, code)]), NAME)) == [1234, 0]


@pytest.mark.parametrize(
    "code",
    [
        *[14, 15, 16, 17, 22, 71, 72, 73, 74, 77, 81, "d/m/yyyy", "yyyy-mm-dd;@", "d mmm yy", "dd/mm/bbbb"],
        *["[$-107041E]d mmmm yyyy;@", "[$-D07041E]d mmmm yyyy", "[$-th-TH,107]d/m/yyyy", "[$-1070000]d/m/yy"],
        *["ว/ด/ปปปป", "ดดด-ปป", "[Red]d/m/yyyy", 'd" วัน "m', "\\(d/m/yy\\)", "d/m/yyyy h:mm AM/PM"],
    ],
)
def test_every_format_of_days_makes_a_day(code: object) -> None:
    (cell,) = first(read_delivery(with_formats([(43983, code)]), NAME))
    assert cell == date(2020, 6, 1)


@pytest.mark.parametrize(
    ("value", "code", "expected"),
    [
        (5, "[>1000]d/m/yyyy;0", 5),
        (43983, "[>1000]d/m/yyyy;0", date(2020, 6, 1)),
        (43983, "[<1000]0;d/m/yyyy", date(2020, 6, 1)),
        (12, "0;d/m/yyyy", 12),
        (43983, "d/m/yyyy;@", date(2020, 6, 1)),
    ],
)
def test_a_format_may_show_days_in_one_of_its_sections(value: int, code: str, expected: CellValue) -> None:
    assert first(read_delivery(with_formats([(value, code)]), NAME)) == [expected]


def test_formats_of_times_make_times() -> None:
    content = with_formats([(0.5, 75), (0.5, "h:mm"), (1.5, 79), (0.5, "mm:ss.0"), (0.5, 80)])
    assert first(read_delivery(content, NAME)) == [
        time(12),
        time(12),
        timedelta(hours=36),
        time(12),
        time(12),
    ]


def test_a_workbook_says_from_which_day_it_counts() -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write("A1", 16937, book.add_format({"num_format": "d/m/yyyy"}))
        sheet.write("B1", 16937, book.add_format({"num_format": 71}))
        sheet.write("C1", 16937)

    result = read_delivery(made(write, date_1904=True), NAME)
    assert first(result) == [date(1950, 5, 16), date(1950, 5, 16), 16937]
    assert result.grids[0].day_zero == DAY_ZERO_OF_1904
    assert read_delivery(made(write), NAME).grids[0].day_zero == DAY_ZERO


def test_no_result_counts_of_a_workbook_that_is_yet_to_be_calculated() -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_formula("A1", "=B1", value=12)
        sheet.write_formula("C1", '="บ้าน"&"หลวง"', value="บ้านหลวง")
        sheet.write_formula("D1", '="1"&"2"', value="12")
        sheet.write("E1", 5)

    content = made(write)
    assert first(read_delivery(content, NAME)) == ["=B1", None, "บ้านหลวง", '="1"&"2"', 5]
    assert first(read_delivery(saved_by_excel(content), NAME)) == [12, None, "บ้านหลวง", "12", 5]


def test_a_formula_that_fills_a_block_is_behind_each_of_its_cells() -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_array_formula("A1:A2", "{=C1:C2}", value=3)
        sheet.write("A2", 4)

    rows = read_delivery(made(write), NAME).grids[0].rows
    assert rows == [["=C1:C2"], ["=C1:C2"]]


@pytest.mark.parametrize(
    "formula", ["=B1", "=$B$1+C1", "=SUM(B1:C1)", "=กรอก!A1", "='ที่ กรอก'!A1", "=SUM(กรอก!A1:A2,D1)"]
)
def test_zeros_of_formulas_that_add_up_figures_are_no_results(formula: str) -> None:
    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        book.add_worksheet("กรอก").write("A1", 5)
        book.add_worksheet("ที่ กรอก").write("A1", 5)
        sheet.write_formula("A1", formula, value=0)
        sheet.write("B1", 12)
        sheet.write_formula("A2", "=IF(B2>1,1,0)", value=0)

    rows = read_delivery(saved_by_excel(made(write)), NAME).grids[0].rows
    assert [row[0] for row in rows] == [formula, "=IF(B2>1,1,0)"]


@pytest.mark.parametrize(
    ("formula", "result"),
    [("=C1", 0), ("=B1-B1", 0), ("=LOG10(B1)", 0), ("=B1*C1", 0), ("=SUM(B1:D1)", 0), ("=B:B", 0)],
)
def test_zeros_that_may_be_right_are_results(formula: str, result: float) -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_formula("A1", formula, value=result)
        sheet.write_row("B1", [12, None, -12])

    assert first(read_delivery(saved_by_excel(made(write)), NAME))[0] == 0


def test_a_text_that_a_formula_gave_is_no_result_of_those_that_add_up() -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_formula("A1", "=B1", value=0)
        sheet.write("B1", 12)
        sheet.write_formula("C1", '="50010001"&""', value="50010001")

    assert first(read_delivery(saved_by_excel(made(write)), NAME)) == ["=B1", 12, "50010001"]


LOOK_UPS = [
    "=VLOOKUP($H{row},กรอก!$A$1:$C$9,2,0)",
    "=VLOOKUP($H{row},กรอก!A:C,2,0)",
    "=SUMIF(กรอก!A1:A9,H{row},กรอก!B1:B9)",
    "=INDEX(กรอก!B1:B9,MATCH(H{row},กรอก!A1:A9,0))",
    "=IFERROR(กรอก!B{row},0)",
    "=กรอก!B{row}*1",
]


def looking_up(formula: str, counts: list[int], typed: int, text: str = "") -> list[list[CellValue]]:
    """The rows of a sheet of three rows of two formulas each, all zero, beside so many typed figures."""

    def write(book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        source = book.add_worksheet("กรอก")
        for row in range(3):
            source.write_row(row, 0, [50010001 + row, *counts])
            sheet.write_row(row, 2, [5] * typed)
            sheet.write(row, 7, "50010001")
            for column in range(2):
                sheet.write_formula(row, column, formula.format(row=row + 1), value=0)
        if text:
            sheet.write_formula("J1", '="ก"', value=text)

    return [list(row) for row in read_delivery(saved_by_excel(made(write)), NAME).grids[0].rows]


@pytest.mark.parametrize("formula", LOOK_UPS)
def test_zeros_of_a_sheet_made_of_look_ups_are_no_results(formula: str) -> None:
    rows = looking_up(formula, [12, 14], typed=1)
    assert [row[:2] for row in rows] == [[formula.format(row=number)] * 2 for number in (1, 2, 3)]


@pytest.mark.parametrize("formula", LOOK_UPS)
@pytest.mark.parametrize(
    ("counts", "typed", "text"), [([0, 0], 1, ""), ([12, 14], 2, ""), ([12, 14], 1, "ก")]
)
def test_zeros_that_look_ups_may_have_found_are_results(
    formula: str, counts: list[int], typed: int, text: str
) -> None:
    assert [row[:2] for row in looking_up(formula, counts, typed, text)] == [[0, 0]] * 3


def test_one_result_shows_that_a_sheet_was_calculated() -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write_formula("A1", "=B1", value=0)
        sheet.write("B1", 12)
        sheet.write_formula("C1", "=B1", value=12)

    assert first(read_delivery(saved_by_excel(made(write)), NAME)) == [0, 12, 12]


CELL_PLACES = {
    "cells without r follow the one before": (
        '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c><c t="e"><v>#N/A</v></c><c r="F2"/></row>',
        [[None] * 4, [None, 1, 2, "#N/A"]],
    ),
    "the first cell is left out": (
        '<row r="1"><c r="C1"><v>1</v></c><c t="e"><v>#N/A</v></c></row>',
        [[None, None, 1, "#N/A"]],
    ),
    "rows without r follow the one before": (
        '<row r="2"><c><v>1</v></c></row><row><c t="e"><v>#N/A</v></c></row>',
        [[None], [1], ["#N/A"]],
    ),
    "no r at all": (
        "<row><c><v>1</v></c><c/><c><f>A1</f></c></row><row><c><f>A1</f></c><c><v>2</v></c></row>",
        [[1, None, "=A1"], ["=A1", 2, None]],
    ),
    "an empty cell takes its place": (
        '<row r="1"><c r="A1"/><c/><c t="e"><v>#N/A</v></c><c><v>5</v></c></row>',
        [[None, None, "#N/A", 5]],
    ),
    "a cell's own row counts": (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A3" t="e"><v>#N/A</v></c></row>',
        [[1], [None], ["#N/A"]],
    ),
    "small letters are letters": (
        '<row r="1"><c r="b1" t="e"><v>#N/A</v></c><c><v>5</v></c></row>',
        [[None, "#N/A", 5]],
    ),
}


@pytest.mark.parametrize(("rows", "expected"), CELL_PLACES.values(), ids=CELL_PLACES.keys())
def test_cells_stand_where_the_file_says(rows: str, expected: list[list[CellValue]]) -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write("A1", 0)

    content = edited(
        made(write),
        "xl/worksheets/sheet1.xml",
        ('<row r="1" spans="1:1"><c r="A1"><v>0</v></c></row>', rows),
        ('<dimension ref="A1"/>', ""),
    )
    assert read_delivery(content, NAME).grids[0].rows == expected


def test_a_workbook_may_have_no_styles() -> None:
    content = with_formats([(1, "0%")])
    parts = zipfile.ZipFile(BytesIO(content))
    texts = {name: parts.read(name) for name in parts.namelist() if name != "xl/styles.xml"}
    assert first(read_delivery(zip_bytes(texts), NAME)) == [1]


def test_what_is_printed_on_each_page_stands_around_the_sheet() -> None:
    def write(_book: xlsxwriter.Workbook, sheet: Worksheet) -> None:
        sheet.write("A1", "ก")
        sheet.set_header('&C&"Tahoma,Bold"ภาคเรียนที่ 1/2563 && 2564')
        sheet.set_footer("&Lหน้า &P")

    (grid,) = read_delivery(made(write), NAME).grids
    assert (grid.text_above, grid.text_below) == (("ภาคเรียนที่ 1/2563 & 2564",), ("หน้า",))
