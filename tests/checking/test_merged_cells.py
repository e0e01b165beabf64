"""Merged cells in every format that has them: a figure over two columns or rows belongs to neither."""

import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xlsxwriter

from edusandbox.submissions import Status
from tests.checking.builders import TIDY, check_bytes, csv_bytes, issue_cells, only_submission
from tests.checking.test_tables_in_the_wild import TITLE, pupils
from tests.sources.made_files import ods_bytes

CASES = Path(__file__).parents[3] / "shared" / "cases"
Rows = Sequence[Sequence[object]]
Blocks = Mapping[tuple[int, int], tuple[int, int]]
"""Rows and columns that a merged block covers, by the row and column of its first cell, from 0."""
FLAT = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"]
DATA = [
    [1, "50010001", "บ้านสันทราย", 12, 14, 11, 9],
    [2, "50010002", "บ้านหลวง", 7, 8, 6, 10],
    [3, "50010003", "วัดดอยคำ", 5, 4, 3, 6],
]


def covered(blocks: Blocks) -> set[tuple[int, int]]:
    return {
        (row, column)
        for (first_row, first_column), (rows, columns) in blocks.items()
        for row in range(first_row, first_row + rows)
        for column in range(first_column, first_column + columns)
    } - blocks.keys()


def as_xlsx(rows: Rows, blocks: Blocks) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for (row, column), (down, across) in blocks.items():
            sheet.merge_range(row, column, row + down - 1, column + across - 1, "")
        for row, cells in enumerate(rows):
            for column, value in enumerate(cells):
                if value not in {"", None} and (row, column) not in covered(blocks):
                    sheet.write(row, column, value)
    return content.getvalue()


def as_html(rows: Rows, blocks: Blocks) -> bytes:
    lines = []
    for row, cells in enumerate(rows):
        written = [
            '<td rowspan="{}" colspan="{}">{}</td>'.format(*blocks.get((row, column), (1, 1)), value)
            for column, value in enumerate(cells)
            if (row, column) not in covered(blocks)
        ]
        lines.append(f"<tr>{''.join(written)}</tr>")
    return f"<html><meta charset='utf-8'><table>{''.join(lines)}</table></html>".encode()


def as_ods(rows: Rows, blocks: Blocks) -> bytes:
    lines = []
    for row, cells in enumerate(rows):
        written = []
        for column, value in enumerate(cells):
            down, across = blocks.get((row, column), (1, 1))
            spans = f'table:number-rows-spanned="{down}" table:number-columns-spanned="{across}"'
            kind = "float" if isinstance(value, int) else "string"
            typed = f'office:value-type="{kind}"' + (f' office:value="{value}"' if kind == "float" else "")
            if (row, column) in covered(blocks):
                written.append("<table:covered-table-cell/>")
            elif value == "":
                written.append(f"<table:table-cell {spans}/>")
            else:
                written.append(
                    f"<table:table-cell {spans} {typed}><text:p>{value}</text:p></table:table-cell>"
                )
        lines.append(f"<table:table-row>{''.join(written)}</table:table-row>")
    return ods_bytes(*lines)


def as_xml(rows: Rows, blocks: Blocks) -> bytes:
    lines = []
    for row, cells in enumerate(rows):
        written = []
        for column, value in enumerate(cells):
            if (row, column) in covered(blocks) or value == "":
                continue
            down, across = blocks.get((row, column), (1, 1))
            kind = "Number" if isinstance(value, int) else "String"
            written.append(
                f'<Cell ss:Index="{column + 1}" ss:MergeAcross="{across - 1}" ss:MergeDown="{down - 1}">'
                f'<Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'
            )
        lines.append(f'<Row ss:Index="{row + 1}">{"".join(written)}</Row>')
    return (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">'
        f'<Worksheet ss:Name="ข้อมูล"><Table>{"".join(lines)}</Table></Worksheet></Workbook>'
    ).encode()


Writer = Callable[[Rows, Blocks], bytes]


@pytest.fixture(params=[as_xlsx, as_html, as_ods, as_xml], ids=["xlsx", "html", "ods", "xml"])
def write(request: pytest.FixtureRequest) -> Writer:
    writer: Writer = request.param
    return writer


def sums(content: bytes) -> dict[str, int]:
    """Pupils by school."""
    by_school: dict[str, int] = {}
    for (school, _, _), count in pupils(only_submission(check_bytes(content))).items():
        by_school[school] = by_school.get(school, 0) + count
    return by_school


def errors(content: bytes) -> set[tuple[str, str | None]]:
    return {pair for pair in issue_cells(check_bytes(content)) if pair[0][2] == "0"} - {("RE009", None)}


EVERYBODY = {"50010001": 46, "50010002": 31, "50010003": 18}


def test_a_figure_over_boys_and_girls_belongs_to_neither(write: Writer) -> None:
    rows = [TITLE, FLAT, [*DATA[0][:3], 26, "", 11, 9], *DATA[1:]]
    content = write(rows, {(2, 3): (1, 2)})
    assert errors(content) == {("VA026", "D3")}
    assert sums(content) == {"50010002": 31, "50010003": 18}
    message = next(issue.message_en for issue in check_bytes(content).all_issues if issue.code == "VA026")
    assert "(D3:E3)" in message


def test_a_figure_over_two_schools_belongs_to_neither(write: Writer) -> None:
    rows = [TITLE, FLAT, DATA[0], [*DATA[1][:3], 12, *DATA[1][4:]], [*DATA[2][:3], "", *DATA[2][4:]]]
    content = write(rows, {(3, 3): (2, 1)})
    assert errors(content) == {("VA026", "D4"), ("VA026", "D5")}
    assert sums(content) == {"50010001": 46}


@pytest.mark.parametrize(("shape", "place"), [((1, 2), "G4"), ((2, 1), "G5")], ids=["right", "below"])
def test_a_figure_over_an_empty_column_or_row_of_the_sheet_sets_its_row_aside(
    write: Writer, shape: tuple[int, int], place: str
) -> None:
    data = [[*row, remark] for row, remark in zip(DATA, ("ย้ายมา", "", ""), strict=True)]
    rows = [TITLE, [*FLAT, ""], *data, [""] * 8, ["หมายเหตุ นับเด็กพิเศษแล้ว"]]
    content = write(rows, {(int(place[1]) - 1, 6): shape})
    assert errors(content) == {("LA019", "H3"), ("VA026", place)}


def test_a_figure_over_two_grades_of_a_school_belongs_to_neither(write: Writer) -> None:
    rows = [
        list(TIDY),
        [2563, 1, "50010001", "ก", "ป.1", 9, 4, 13, 1],
        ["", "", "", "", "ป.2", "", 4, "", 1],
        [2563, 1, "50010002", "ข", "ป.1", 2, 4, 6, 1],
    ]
    blocks = {(1, column): (2, 1) for column in range(4)} | {(1, 5): (2, 1)}
    content = write(rows, blocks)
    assert {("VA026", "F2"), ("VA026", "F3")} <= errors(content)
    assert sums(content) == {"50010002": 6}


def test_a_school_merged_over_the_rows_of_its_grades_is_read(write: Writer) -> None:
    rows = [
        list(TIDY),
        [2563, 1, "50010001", "ก", "ป.1", 3, 4, 7, 1],
        ["", "", "", "", "ป.2", 2, 4, 6, 1],
    ]
    content = write(rows, {(1, column): (2, 1) for column in range(4)})
    assert errors(content) == set()
    assert sums(content) == {"50010001": 13}


def test_rows_that_a_report_merges_with_those_below_are_one_row_each(write: Writer) -> None:
    blank = [""] * len(FLAT)
    rows = [TITLE, FLAT, *(row for school in DATA for row in (school, blank))]
    content = write(rows, {(2 + 2 * school, column): (2, 1) for school in range(3) for column in range(7)})
    assert errors(content) == set()
    assert sums(content) == EVERYBODY


def test_words_over_all_columns_between_the_rows_are_a_label(write: Writer) -> None:
    label = ["อำเภอแม่ริม", *[""] * 6]
    content = write([TITLE, FLAT, DATA[0], label, *DATA[1:]], {(3, 0): (1, 7)})
    assert errors(content) == set()
    assert sums(content) == EVERYBODY


def in_pairs(cells: Sequence[object], *, second: bool = False) -> list[object]:
    return [part for cell in cells for part in (("", cell) if second else (cell, ""))]


TWO_LINES = [["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1", "", "ป.2", ""], ["", "", "", *["ชาย", "หญิง"] * 2]]


def test_pairs_of_columns_merged_in_the_heading_and_the_rows_are_one_column(write: Writer) -> None:
    rows = [TITLE, *map(in_pairs, TWO_LINES), *map(in_pairs, DATA)]
    blocks = {(1, column): (2, 2) for column in (0, 2, 4)}
    blocks |= {(1, column): (1, 4) for column in (6, 10)} | {(2, column): (1, 2) for column in (6, 8, 10, 12)}
    blocks |= {(row, column): (1, 2) for row in (3, 4, 5) for column in range(0, 14, 2)}
    content = write(rows, blocks)
    assert errors(content) == set()
    assert sums(content) == EVERYBODY


def test_the_figure_may_stand_in_the_second_column_of_a_merged_heading(write: Writer) -> None:
    data = [[*in_pairs(row[:3]), *in_pairs(row[3:], second=True)] for row in DATA]
    rows = [TITLE, *map(in_pairs, TWO_LINES), *data]
    blocks = {(1, column): (2, 2) for column in (0, 2, 4)}
    blocks |= {(1, column): (1, 4) for column in (6, 10)} | {(2, column): (1, 2) for column in (6, 8, 10, 12)}
    content = write(rows, blocks)
    assert errors(content) == set()
    assert sums(content) == EVERYBODY


@pytest.mark.parametrize("second", [False, True])
@pytest.mark.parametrize("heading", [[FLAT], TWO_LINES], ids=["one line", "two lines"])
def test_an_export_with_pairs_of_columns_may_have_been_saved_as_csv(heading: Rows, *, second: bool) -> None:
    data = [[*in_pairs(row[:3]), *in_pairs(row[3:], second=second)] for row in DATA]
    content = csv_bytes([[*TITLE, *[""] * 13], *map(in_pairs, heading), *data])
    assert errors(content) == set()
    assert sums(content) == EVERYBODY


def test_a_figure_in_the_other_column_of_a_pair_is_not_lost() -> None:
    data = [in_pairs(row) for row in DATA]
    data[1][6:8] = [7, 99]
    checked = check_bytes(csv_bytes([[*TITLE, *[""] * 13], in_pairs(FLAT), *data]))
    assert checked.status is Status.REJECTED or "VA025" in {issue.code for issue in checked.all_issues}


def test_a_heading_over_two_filled_columns_is_no_pair(write: Writer) -> None:
    heading = [*FLAT[:3], "ป.1 ชาย", "", "ป.1 หญิง", ""]
    content = write([TITLE, heading, *DATA], {(1, 3): (1, 2), (1, 5): (1, 2)})
    assert check_bytes(content).status is Status.REJECTED


@pytest.mark.parametrize(
    ("name", "status", "pupil_count", "rules"),
    [
        ("merged-across-sexes.xlsx", Status.PARTLY_ACCEPTED, 49, {("VA026", "D3")}),
        ("report-export-merged-pairs.xlsx", Status.ACCEPTED, 95, set()),
    ],
)
def test_case_files_of_merged_cells_come_out_right(
    name: str, status: Status, pupil_count: int, rules: set[tuple[str, str | None]]
) -> None:
    path = CASES / name
    if not path.exists():
        pytest.skip("the shared cases are not there")
    checked = check_bytes(path.read_bytes(), path=name)
    assert (checked.status, issue_cells(checked)) == (status, rules)
    assert sum(pupils(only_submission(checked)).values()) == pupil_count
