"""Reads sample files with plain libraries, so that the tests do not lean on the project's own readers."""

import csv
import io
from pathlib import Path

import python_calamine
from lxml import html

Sheets = dict[str, list[list[object]]]

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16"}


def read_sheets(content: bytes, ending: str) -> Sheets:
    """Every sheet's rows by its name; one without a name of its own is called `ตาราง 1`."""
    match ending:
        case ".csv":
            return {"ตาราง 1": read_csv(content)}
        case ".xls" | ".html":
            return {f"ตาราง {number}": rows for number, rows in enumerate(read_page(content), start=1)}
        case _:
            workbook = python_calamine.load_workbook(io.BytesIO(content))
            return {
                name: workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
                for name in workbook.sheet_names
            }


def read_csv(content: bytes) -> list[list[object]]:
    encoding = next((name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), "cp874")
    return [list(row) for row in csv.reader(io.StringIO(content.decode(encoding), newline=""))]


def read_page(content: bytes) -> list[list[list[object]]]:
    """Tables of a page, each cell at the place where a browser would show it."""
    encoding = "cp874" if b"windows-874" in content[:300] else "utf-8"
    page = html.document_fromstring(content.decode(encoding))
    return [_table_rows(table) for table in page.iter("table")]


def _table_rows(table: html.HtmlElement) -> list[list[object]]:
    cells: dict[tuple[int, int], object] = {}
    for row, line in enumerate(table.iter("tr")):
        column = 0
        for cell in line.iter("td"):
            while (row, column) in cells:
                column += 1
            for down in range(int(cell.get("rowspan", "1"))):
                for across in range(int(cell.get("colspan", "1"))):
                    cells[row + down, column + across] = ""
            cells[row, column] = cell.text_content()
    height, width = (max(place[axis] for place in cells) + 1 for axis in (0, 1))
    return [[cells.get((row, column), "") for column in range(width)] for row in range(height)]


def read_file(path: Path) -> Sheets:
    return read_sheets(path.read_bytes(), path.suffix)


def cell_at(sheets: Sheets, sheet: str, cell: str) -> str:
    """The text of a cell such as `C7`; whole numbers without a decimal point."""
    letters = cell.rstrip("0123456789")
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - ord("A") + 1
    value = sheets[sheet][int(cell.removeprefix(letters)) - 1][column - 1]
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
