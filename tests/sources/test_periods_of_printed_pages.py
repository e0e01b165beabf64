"""A period that only the printed page's header states is read in every format that has one."""

import pytest
from made_binary import BIFF5, BIFF8, xls_bytes, xls_number, xls_printed, xls_text
from made_documents import ods, ods_number, ods_row, ods_text, spreadsheet_xml, xml_cell, xml_row

from tests.checking.builders import check_bytes, issue_cells, only_submission

PERIOD = "ภาคเรียนที่ 2 ปีการศึกษา 2563"
"""The open period is the first semester."""
HEADING = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"]
ROW = [1, "50010001", "บ้านสันทราย", 3, 4]


def xls(version: int) -> bytes:
    cells = [
        xls_text(row, column, value, version)
        if isinstance(value, str)
        else xls_number(row, column, float(value))
        for row, values in enumerate((HEADING, ROW))
        for column, value in enumerate(values)
    ]
    return xls_bytes(version, [xls_printed(f"&L&14รายงาน&C{PERIOD}", "&P", version), *cells])


def open_document() -> bytes:
    rows = [
        ods_row(*(ods_text(each) if isinstance(each, str) else ods_number(each, str(each)) for each in row))
        for row in (HEADING, ROW)
    ]
    page = f'<style:master-page style:name="Default"><style:header><text:p>{PERIOD}</text:p></style:header>'
    return ods("".join(rows), common=f"{page}</style:master-page>")


def xml_workbook() -> bytes:
    rows = [
        xml_row(*(xml_cell(str(each), "String" if isinstance(each, str) else "Number") for each in row))
        for row in (HEADING, ROW)
    ]
    header = f'<PageSetup><Header x:Data="&amp;C&amp;&quot;Tahoma,Bold&quot;{PERIOD}"/></PageSetup>'
    options = f'<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">{header}</WorksheetOptions>'
    return spreadsheet_xml("".join(rows), options=options)


def web_page() -> bytes:
    rows = "".join(f"<tr>{''.join(f'<td>{each}</td>' for each in row)}</tr>" for row in (HEADING, ROW))
    return f'<style>@page {{mso-header-data:"&C{PERIOD}";}}</style><table>{rows}</table>'.encode()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("ตาราง.xls", xls(BIFF5)),
        ("ตาราง.xls", xls(BIFF8)),
        ("ตาราง.ods", open_document()),
        ("ตาราง.xml", xml_workbook()),
        ("ตาราง.html", web_page()),
    ],
    ids=["xls5", "xls8", "ods", "xml", "html"],
)
def test_the_period_of_a_printed_header_counts(name: str, content: bytes) -> None:
    checked = check_bytes(content, path=name)
    assert only_submission(checked).period.code == "2563-2"
    assert "RE009" not in {code for code, _ in issue_cells(checked)}
