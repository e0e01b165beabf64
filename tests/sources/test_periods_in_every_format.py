"""The day of the figures over several cells of a title or a note is read in every format."""

from collections.abc import Callable
from datetime import date
from io import BytesIO

import pytest
import xlsxwriter
from made_binary import BIFF8, xls_bytes, xls_number, xls_text, xlsb_bytes
from made_files import ods_bytes, ods_cell
from test_reading_xml_workbooks import cell, xml_workbook

from edusandbox.submissions import Status
from tests.checking.builders import check_bytes, issue_cells, only_submission
from tests.checking.dmc_exports import report
from tests.facts_by_cell import pupils_by_sex

DAY = date(2020, 12, 10)
"""In the second semester of 2563; the open period is the first."""
TITLE = ["จำนวนนักเรียน", "ข้อมูล ณ วันที่", DAY]
HEADING = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]
ROW = [1, "50010001", "บ้านสันทราย", 3, 4]
NOTE = [None, "ข้อมูล ณ วันที่", DAY]
Rows = list[list[object]]


def xlsx(rows: Rows) -> bytes:
    content = BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, "default_date_format": "d/m/yyyy"}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return content.getvalue()


def plain(value: object) -> object:
    """A date as the number that stands under it, for formats made here without formats of cells."""
    return float((value - date(1899, 12, 30)).days) if isinstance(value, date) else value


def xls(rows: Rows) -> bytes:
    records = [
        xls_text(at, column, value, BIFF8) if isinstance(value, str) else xls_number(at, column, value)
        for at, row in enumerate(rows)
        for column, value in enumerate(map(plain, row))
        if isinstance(value, str | int | float)
    ]
    return xls_bytes(BIFF8, records)


def xlsb(rows: Rows) -> bytes:
    cells = [[float(value) if isinstance(value, int) else value for value in map(plain, row)] for row in rows]
    return xlsb_bytes([(False, row) for row in cells])  # type: ignore[misc, list-item] # texts, numbers, None


def ods(rows: Rows) -> bytes:
    def written(value: object) -> str:
        match value:
            case date():
                return ods_cell("10/12/2563", f'office:date-value="{value}"').replace("string", "date", 1)
            case int():
                return ods_cell(str(value), f'office:value="{value}"').replace("string", "float", 1)
            case _:
                return ods_cell(str(value)) if value is not None else "<table:table-cell/>"

    return ods_bytes(*(f"<table:table-row>{''.join(map(written, row))}</table:table-row>" for row in rows))


def xml_2003(rows: Rows) -> bytes:
    def written(value: object) -> str:
        match value:
            case date():
                return cell(f"{value}T00:00:00.000", "DateTime")
            case int():
                return cell(str(value), "Number")
            case _:
                return cell(str(value)) if value is not None else "<Cell/>"

    return xml_workbook("".join(f"<Row>{''.join(map(written, row))}</Row>" for row in rows)).encode()


def html(rows: Rows) -> bytes:
    lines = ("".join(f"<td>{_text(value)}</td>" for value in row) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>".encode()


def csv(rows: Rows) -> bytes:
    return "\n".join(",".join(map(_text, row)) for row in rows).encode()


def _text(value: object) -> str:
    return "" if value is None else str(value)


WRITERS = [xlsx, xls, xlsb, ods, xml_2003, html, csv]
Writer = Callable[[Rows], bytes]


@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
@pytest.mark.parametrize(
    "rows", [[TITLE, HEADING, ROW], [["จำนวนนักเรียน"], HEADING, ROW, NOTE]], ids=["title", "note"]
)
def test_a_day_in_a_cell_of_its_own_tells_the_semester(write: Writer, rows: Rows) -> None:
    checked = check_bytes(write(rows), path="enrolment")
    submission = only_submission(checked)
    assert (submission.period.code, submission.row_count) == ("2563-2", 1)
    assert {code for code, _ in issue_cells(checked)} - {"FI101"} == {"RE011"}


@pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)
def test_an_export_of_dmc_without_headings_is_read_in_every_format(write: Writer) -> None:
    rows = [[period, int(str(code)), *figures] for period, code, *figures in report(area="50010000")]
    submission = only_submission(check_bytes(write(rows), path="enrolment"))
    pupils = int(pupils_by_sex(submission)["pupil_count"].sum())
    assert (submission.layout, submission.row_count, pupils) == ("dmc_report", 3, 112)
    assert submission.status is Status.ACCEPTED
