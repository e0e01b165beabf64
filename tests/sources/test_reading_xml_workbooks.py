"""SpreadsheetML 2003 and web archives, as web systems hand them out under the name .xls."""

from datetime import datetime

import pytest

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.readers import ContentFormat, read_delivery
from transforms.grid import Grid, MergedRange

OPENING = """<?xml version="1.0"{encoding}?><?mso-application progid="Excel.Sheet"?>{doctype}
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel">"""


def xml_workbook(table: str, *, encoding: str = "", doctype: str = "", after: str = "") -> str:
    opening = OPENING.format(encoding=f' encoding="{encoding}"' if encoding else "", doctype=doctype)
    return f'{opening}<Worksheet ss:Name="ข้อมูล"><Table>{table}</Table>{after}</Worksheet></Workbook>'


def data(kind: str, text: str) -> str:
    return f'<Data ss:Type="{kind}">{text}</Data>'


def cell(text: str, kind: str = "String", attributes: str = "") -> str:
    return f"<Cell {attributes}>{data(kind, text)}</Cell>"


def only_grid(content: str | bytes) -> Grid:
    raw = content.encode() if isinstance(content, str) else content
    result = read_delivery(raw, "รายงาน.xls")
    assert result.content_format is ContentFormat.SPREADSHEET_XML
    return result.grids[0]


def row(*cells: str, index: int | None = None) -> str:
    attribute = "" if index is None else f' ss:Index="{index}"'
    return f"<Row{attribute}>{''.join(cells)}</Row>"


def test_cells_come_typed_at_their_places() -> None:
    third = 'ss:Index="3"'
    typed = [cell("2020-06-10T00:00:00.000", "DateTime"), cell("1", "Boolean"), cell("#DIV/0!", "Error")]
    table = row(cell("รหัส"), cell("จำนวน", attributes=third))
    table += row(cell("50010001"), cell("12", "Number", third), *typed, index=4)
    grid = only_grid(xml_workbook(table))
    day = datetime(2020, 6, 10)  # noqa: DTZ001 - a cell knows no time zone
    assert grid.sheet_name == "ข้อมูล"
    assert grid.rows[0] == ["รหัส", None, "จำนวน", None, None, None]
    assert grid.rows[1] == [None] * 6
    assert grid.rows[3] == ["50010001", None, 12.0, day, True, "#DIV/0!"]


def test_merged_cells_and_spans_shift_what_follows() -> None:
    table = row(cell("ชั้น", attributes='ss:MergeAcross="1" ss:MergeDown="1"'), cell("รวม"))
    table += row(cell("ชาย", attributes='ss:Index="3"'))
    grid = only_grid(xml_workbook(table))
    assert grid.rows == [["ชั้น", None, "รวม"], [None, None, "ชาย"]]
    assert grid.merged == (MergedRange(1, 1, 2, 2),)


def test_a_formula_without_a_value_is_its_own_text() -> None:
    without, with_value = '<Cell ss:Formula="=SUM(R[-1]C)"/>', '<Cell ss:Formula="=1+1">{}</Cell>'
    table = row(cell("ก"), without, with_value.format(data("Number", "2")))
    assert only_grid(xml_workbook(table)).rows == [["ก", "=SUM(R[-1]C)", 2.0]]


def test_hidden_rows_columns_and_sheets_are_read_and_told() -> None:
    table = f'<Column ss:Hidden="1"/><Row ss:Hidden="1">{cell("ก")}</Row><Row>{cell("ข")}</Row>'
    after = "<x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions>"
    result = read_delivery(xml_workbook(table, after=after).encode(), "ก.xml")
    assert result.grids[0].rows == [["ก"], ["ข"]]
    assert [finding.code for finding in result.findings] == ["FI102", "FI103", "FI104"]


def test_the_bytes_encoding_counts_and_not_what_the_declaration_says() -> None:
    assert only_grid(
        xml_workbook(f"<Row>{cell('รหัส')}</Row>", encoding="windows-874").encode("cp874")
    ).rows == [["รหัส"]]


def test_an_external_entity_is_not_followed() -> None:
    doctype = '<!DOCTYPE x [<!ENTITY secret SYSTEM "file:///etc/hostname">]>'
    grid = only_grid(xml_workbook(row(cell("ก"), cell("&secret;")), doctype=doctype))
    assert grid.rows[0][0] == "ก"
    assert grid.rows[0][1:] in ([], [None], ["&secret;"])


def test_a_truncated_xml_workbook_is_told_as_damaged() -> None:
    with pytest.raises(UnreadableDeliveryError, match="FI004"):
        read_delivery(xml_workbook(row(cell("ก"))).encode()[:-40], "ก.xls")


ARCHIVE = """MIME-Version: 1.0
Content-Type: multipart/related; boundary="part"

--part
Content-Location: file:///C:/book.htm
Content-Type: text/html; charset="utf-8"

<html xmlns:x="urn:schemas-microsoft-com:office:excel"><x:ExcelWorksheet>
<x:Name>นักเรียน</x:Name><x:WorksheetSource HRef="book_files/sheet001.htm"/></x:ExcelWorksheet>
<table><tr><td>menu</td><td>x</td></tr><tr><td>1</td><td>2</td></tr></table></html>
--part
Content-Location: file:///C:/book_files/sheet001.htm
Content-Transfer-Encoding: quoted-printable
Content-Type: text/html; charset="windows-874"

<html><table><tr><td>=C3=CB=D1=CA</td><td>=AA=D2=C2</td></tr><tr><td>50010001</td><td>3=
4</td></tr></table></html>
--part--
"""


def test_a_web_archive_gives_its_sheets_under_their_names() -> None:
    result = read_delivery(ARCHIVE.encode(), "รายงาน.xls")
    (grid,) = result.grids
    assert result.content_format is ContentFormat.WEB_ARCHIVE
    assert (grid.sheet_name, grid.rows) == ("นักเรียน", [["รหัส", "ชาย"], ["50010001", "34"]])
