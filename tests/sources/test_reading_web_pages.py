"""Tables of web pages become grids; spans become merged blocks; links stay."""

import pytest

from edusandbox.sources.readers import ContentFormat, read_delivery
from transforms.grid import Grid, MergedRange

HEAD = "<tr><th>รหัส</th><th>โรงเรียน</th></tr>"
ROW = "<tr><td>99010001</td><td><a href='school.php?id=1099000001&amp;y=2563'>บ้านตัวอย่าง</a></td></tr>"


def only_grid(page: str, encoding: str = "utf-8") -> Grid:
    (grid,) = read_delivery(page.encode(encoding), "หน้า.html").grids
    return grid


def test_a_table_keeps_texts_and_links() -> None:
    grid = only_grid(f"<html><body><table>{HEAD}{ROW}</table></body></html>")
    assert grid.rows == [["รหัส", "โรงเรียน"], ["99010001", "บ้านตัวอย่าง"]]
    assert grid.links == {(2, 2): "school.php?id=1099000001&y=2563"}
    assert (grid.sheet_name, grid.sheet_number) == ("ตาราง 1", 1)


def test_only_tables_without_a_table_inside_are_read() -> None:
    menu = "<table><tr><td>เมนู</td></tr><tr><td>หน้าหลัก</td></tr></table>"
    banner = "<table><tr><td></td></tr><tr><td>ยินดี</td><td>หน้าหลัก</td></tr></table>"
    page = f"<table><tr><td>{banner}{menu}</td></tr><tr><td><table>{HEAD}{ROW}</table></td></tr></table>"
    assert only_grid(page).rows[0] == ["รหัส", "โรงเรียน"]


def test_a_single_row_is_read_where_the_page_has_nothing_else() -> None:
    assert only_grid(f"<table>{HEAD}</table>").rows == [["รหัส", "โรงเรียน"]]


def test_several_tables_are_numbered_in_order() -> None:
    page = f"<body><table>{HEAD}{ROW}</table><table></table><table>{HEAD}{ROW}{ROW}</table></body>"
    grids = read_delivery(page.encode(), "หน้า.html").grids
    assert [(grid.sheet_name, grid.row_count) for grid in grids] == [("ตาราง 1", 2), ("ตาราง 2", 3)]


def test_spans_become_merged_blocks() -> None:
    grid = only_grid(
        "<table><tr><td rowspan=2>ชั้น<td colspan=2>ป.1<td rowspan=3>รวม</tr>"
        "<tr><td>ชาย<td>หญิง</tr><tr><td>ห้อง<td>1<td>2</tr></table>"
    )
    assert grid.rows == [["ชั้น", "ป.1", None, "รวม"], [None, "ชาย", "หญิง", None], ["ห้อง", "1", "2", None]]
    assert grid.merged == (MergedRange(1, 1, 2, 1), MergedRange(1, 2, 1, 3), MergedRange(1, 4, 3, 4))


@pytest.mark.parametrize(
    ("span", "last_row"),
    [("rowspan=99", 3), ("rowspan=0", 3), ("rowspan='2px'", 2), ("rowspan='x'", 1), ("", 1)],
)
def test_spans_end_with_the_table(span: str, last_row: int) -> None:
    grid = only_grid(f"<table><tr><td {span}>ก<td>1<tr><td>2<td>3<tr><td>4<td>5</table>")
    assert max((block.last_row for block in grid.merged), default=1) == last_row


def test_white_space_is_folded_and_line_breaks_part_words() -> None:
    page = (
        "<table><tr><td> โรงเรียน\n\t บ้าน&nbsp;ตัวอย่าง <br>สาขา<p>หนึ่ง</p></td>"
        f"<td><script>x()</script></td><td>1</td></tr>{ROW}</table>"
    )
    assert only_grid(page).rows[0] == ["โรงเรียน บ้าน ตัวอย่าง สาขา หนึ่ง", None, "1"]


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("utf-8", "utf-8"),
        ("windows-874", "cp874"),
        ("tis-620", "cp874"),
        ("iso-8859-1", "cp874"),  # many a page declares a wrong one
        ("windows-874", "utf-8"),
        ("utf-16", "utf-16"),
        ("no-such-encoding", "cp874"),
    ],
)
def test_the_bytes_count_more_than_the_declared_encoding(declared: str, encoding: str) -> None:
    page = f"<html><head><meta charset='{declared}'></head><body><table>{HEAD}{ROW}</table></body></html>"
    assert only_grid(page, encoding).rows[1] == ["99010001", "บ้านตัวอย่าง"]


def test_a_declared_encoding_is_believed_where_the_bytes_do_not_tell() -> None:
    declaration = "<meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"
    page = f"<html>{declaration}<table><tr><td>Café<td>1</table>"
    assert only_grid(page, "cp1252").rows == [["Café", "1"]]


def test_a_page_that_declares_itself_xml_is_read() -> None:
    declaration = '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html>'
    assert only_grid(f"{declaration}<html><body><table>{HEAD}{ROW}</table></body></html>").row_count == 2


def test_a_page_named_as_a_workbook_is_read_and_told() -> None:
    result = read_delivery(f"<table>{HEAD}{ROW}</table>".encode("cp874"), "รายชื่อ.xls")
    assert result.content_format is ContentFormat.HTML
    assert [finding.code for finding in result.findings] == ["FI101"]
