"""What becomes of a figure that looks otherwise than it is stored, in every format but Excel's newer ones.

Each file holds the same three schools with 95 pupils; one cell, D5 (5 boys of the last school, which has 18
pupils), is written in a way that changes what the sender sees.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest
from made_binary import (
    BIFF5,
    BIFF8,
    sum_of_row,
    xls_bytes,
    xls_font,
    xls_format,
    xls_formula,
    xls_number,
    xls_rich_text,
    xls_style,
    xls_text,
)
from made_documents import ods, ods_number, ods_row, ods_style, ods_text, spreadsheet_xml, xml_cell, xml_row

from edusandbox.submissions import CheckedDelivery
from tests.checking.builders import check_bytes
from tests.facts_by_cell import pupils_by_sex

CASES = Path(__file__).parents[3] / "shared" / "cases"
TITLE = "จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"
HEADING = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"]
ROWS: list[list[str | int]] = [
    [1, "50010001", "บ้านสันทราย", 12, 14, 11, 9],
    [2, "50010002", "บ้านหลวง", 7, 8, 6, 10],
    [3, "50010003", "วัดดอยคำ", 5, 4, 3, 6],
]
PLACE = (2, 3)
"""Row among the data and column of the cell that is special, 0-based."""


def laid_out(write: Callable[[str | int], str], special: str) -> list[list[str]]:
    """The rows of the table, cell by cell."""
    rows = [[write(cell) for cell in row] for row in ([TITLE], HEADING, *ROWS)]
    rows[2 + PLACE[0]][PLACE[1]] = special
    return rows


def web_page(special: str) -> bytes:
    rows = laid_out(lambda cell: f"<td>{cell}</td>", special)
    lines = "".join(f"<tr>{''.join(row)}</tr>" for row in rows)
    formats = {"p": "0%", "g": "\\0022ป.\\00220", "n": "\\;\\;\\;"}
    style = "".join(f'.{name} {{mso-number-format:"{code}"}}' for name, code in formats.items())
    return f"<html><style>{style}</style><body><table>{lines}</table></body></html>".encode()


def web_archive(special: str) -> bytes:
    head = "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
    return f"{head}Content-Type: text/html; charset=utf-8\n\n{web_page(special).decode()}\n--x--\n".encode()


def open_document(special: str) -> bytes:
    formats = (
        '<number:percentage-style style:name="n2"><number:number number:min-integer-digits="1"/>'
        "<number:text>%</number:text></number:percentage-style>"
    )
    styles = (
        ods_style("R", 'style:text-position="super 58%"')
        + ods_style("S", 'style:text-line-through-style="solid"')
        + ods_style("P", family="table-cell", attributes='style:data-style-name="n2"')
    )

    def write(cell: str | int) -> str:
        return ods_text(cell) if isinstance(cell, str) else ods_number(cell, str(cell))

    return ods("".join(ods_row(*row) for row in laid_out(write, special)), styles=formats + styles)


def xml_workbook(special: str) -> bytes:
    styles = "".join(
        f'<Style ss:ID="{name}"><NumberFormat ss:Format="{code}"/></Style>'
        for name, code in (("p", "0%"), ("g", "&quot;ป.&quot;0"), ("n", ";;;"))
    )

    def write(cell: str | int) -> str:
        return xml_cell(str(cell), "String" if isinstance(cell, str) else "Number")

    return spreadsheet_xml("".join(xml_row(*row) for row in laid_out(write, special)), styles=styles)


def old_workbook(version: int) -> Callable[[bytes], bytes]:
    def make(special: bytes) -> bytes:
        cells = []
        for row, values in enumerate(([TITLE], HEADING, *ROWS)):
            for column, value in enumerate(values):
                if (row - 2, column) == PLACE:
                    cells.append(special)
                elif isinstance(value, str):
                    cells.append(xls_text(row, column, value, version))
                else:
                    cells.append(xls_number(row, column, float(value)))
        formats = xls_format(version, 164, "0%") + xls_format(version, 165, '"ป."0')
        formats += xls_format(version, 166, ";;;")
        fonts = xls_font(version) * 4 + xls_font(version, raised=1) + xls_font(version, is_struck=True)
        styles = b"".join(xls_style(version, number_format=number) for number in (0, 164, 165, 166))
        return xls_bytes(version, cells, head=fonts + formats + styles)

    return make


def _old_cells(version: int) -> Mapping[str, bytes]:
    row, column = 2 + PLACE[0], PLACE[1]
    return {
        "raised": xls_rich_text(row, column, "51", [(1, 5)], version),
        "struck": xls_rich_text(row, column, "95", [(0, 6), (1, 0)], version),
        "all struck": xls_rich_text(row, column, "5", [(0, 6)], version),
        "share": xls_number(row, column, 5.0, 1),
        "grade": xls_number(row, column, 5.0, 2),
        "hidden": xls_number(row, column, 5.0, 3),
        "uncalculated": xls_formula(row, column, 0.0, sum_of_row(row, 4, 5, version)),
    }


FORMATS: Mapping[str, tuple[str, Callable[..., bytes], Mapping[str, str | bytes]]] = {
    "html": (
        "ตาราง.html",
        web_page,
        {
            "raised": "<td>5<sup>1</sup></td>",
            "struck": "<td><del>9</del>5</td>",
            "all struck": "<td><s>5</s></td>",
            "share": "<td class=p>5</td>",
            "grade": "<td x:num='5'>ป.5</td>",
            "hidden": "<td class=n x:num='5'></td>",
            "uncalculated": "<td x:num='0' x:fmla='=E5+F5'>0</td>",
        },
    ),
    "mht": (
        "ตาราง.mht",
        web_archive,
        {
            "raised": "<td>5<sub>1</sub></td>",
            "struck": "<td><strike>9</strike>5</td>",
            "grade": "<td class=g>5</td>",
        },
    ),
    "ods": (
        "ตาราง.ods",
        open_document,
        {
            "raised": ods_text('5<text:span text:style-name="R">1</text:span>'),
            "struck": ods_text('<text:span text:style-name="S">9</text:span>5'),
            "all struck": ods_text('<text:span text:style-name="S">5</text:span>'),
            "share": ods_number(5, "500%", "percentage"),
            "grade": ods_number(5, "ป.5"),
            "hidden": ods_number(5, ""),
            "uncalculated": ods_number(0, "0", attributes='table:formula="of:=[.E5]+[.F5]"'),
        },
    ),
    "xml": (
        "ตาราง.xml",
        xml_workbook,
        {
            "raised": xml_cell("5<Sup>1</Sup>"),
            "struck": xml_cell("<S>9</S>5"),
            "all struck": xml_cell("<S>5</S>"),
            "share": xml_cell("5", "Number", 'ss:StyleID="p"'),
            "grade": xml_cell("5", "Number", 'ss:StyleID="g"'),
            "hidden": xml_cell("5", "Number", 'ss:StyleID="n"'),
            "uncalculated": xml_cell("0", "Number", 'ss:Formula="=RC[1]+RC[2]"'),
        },
    ),
    "xls5": ("ตาราง.xls", old_workbook(BIFF5), _old_cells(BIFF5)),
    "xls8": ("ตาราง.xls", old_workbook(BIFF8), _old_cells(BIFF8)),
}
OUTCOMES: Mapping[str, tuple[int, set[str]]] = {
    "raised": (95, {"FI106"}),
    "struck": (95, {"FI107"}),
    "all struck": (90, {"FI109", "VA103"}),
    "share": (77, {"VA015"}),
    "grade": (77, {"VA022"}),
    "hidden": (77, {"VA022"}),
    "uncalculated": (77, {"VA014"}),
}
"""Pupils that are loaded, and what is said, for each way in which the cell is written."""


def pupils(checked: CheckedDelivery) -> int:
    facts = [pupils_by_sex(submission)["pupil_count"] for submission in checked.submissions]
    return int(sum(counts.sum() for counts in facts))


def said(checked: CheckedDelivery) -> Sequence[tuple[str, str | None]]:
    return [
        (issue.code, issue.place.cell) for issue in checked.all_issues if issue.code not in {"RE005", "FI101"}
    ]


@pytest.mark.parametrize(
    ("file_format", "way"), [(name, way) for name, (_, _, cells) in FORMATS.items() for way in cells]
)
def test_a_figure_counts_as_it_is_seen_or_is_asked_about(file_format: str, way: str) -> None:
    name, make, cells = FORMATS[file_format]
    checked = check_bytes(make(cells[way]), path=name)
    figure, codes = OUTCOMES[way]
    assert pupils(checked) == figure
    assert set(said(checked)) == {(code, "D5") for code in codes}


@pytest.mark.parametrize("file_format", FORMATS)
def test_the_table_itself_is_taken_without_a_word(file_format: str) -> None:
    name, make, _ = FORMATS[file_format]
    plain: Mapping[str, str | bytes] = {
        "html": "<td x:num>5</td>",
        "mht": "<td>5</td>",
        "ods": ods_number(5, "5"),
        "xml": xml_cell("5", "Number"),
        "xls5": xls_number(4, 3, 5.0),
        "xls8": xls_number(4, 3, 5.0),
    }
    checked = check_bytes(make(plain[file_format]), path=name)
    assert (pupils(checked), said(checked)) == (95, [])


@pytest.mark.skipif(not CASES.is_dir(), reason="the case files lie beside the project")
def test_case_count_struck_out_html() -> None:
    name = "count-struck-out-html.xls"
    checked = check_bytes((CASES / name).read_bytes(), path=name)
    assert pupils(checked) == 95
    assert ("FI107", "D3") in said(checked)


def test_a_figure_with_a_raised_digit_of_its_own_is_no_longer_figure() -> None:
    content = web_page("<td>5¹</td>")
    assert said(check_bytes(content, path="ตาราง.html")) == [("VA001", "D5")]
