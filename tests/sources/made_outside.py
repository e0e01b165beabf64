"""Files of every format with a text in one place outside the cells; the cells are plain."""

import gzip
import io
import struct
import zipfile
from collections.abc import Callable, Mapping

import xlsxwriter
from made_binary import BIFF5, BIFF8, record, xls_bytes, xls_number, xls_text, xlsb_bytes
from made_files import ROWS, ods_bytes, ods_cell, zip_bytes

Made = Callable[[str], bytes]
_CSV = "รหัสโรงเรียน,ชื่อโรงเรียน\n99010001,บ้านตัวอย่าง\n".encode()
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def xlsx_with(change: Callable[[xlsxwriter.Workbook, xlsxwriter.workbook.Worksheet], object]) -> bytes:
    """An xlsx workbook with a plain table, after something was done to it."""
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("ข้อมูล")
        for row, cells in enumerate(ROWS):
            sheet.write_row(row, 0, cells)
        change(workbook, sheet)
    return content.getvalue()


def with_parts(content: bytes, parts: Mapping[str, str | bytes], comment: str = "") -> bytes:
    """A ZIP file with further parts, and with a comment."""
    made = io.BytesIO(content)
    with zipfile.ZipFile(made, "a") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
        archive.comment = comment.encode()
    return made.getvalue()


def with_replaced(content: bytes, part: str, old: str, new: str) -> bytes:
    """A ZIP file in one part of which something was replaced."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert old.encode() in parts[part]
    parts[part] = parts[part].replace(old.encode(), new.encode(), 1)
    return zip_bytes(parts)


def _plain_xlsx() -> bytes:
    return xlsx_with(lambda _book, _sheet: None)


def _validation(text: str) -> Mapping[str, object]:
    return {"validate": "list", "source": ["ก", text]}


def _chart(book: xlsxwriter.Workbook, sheet: xlsxwriter.workbook.Worksheet, text: str) -> None:
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=ข้อมูล!$C$2:$C$3"})
    chart.set_title({"name": text})
    sheet.insert_chart("H2", chart)


_XLSX: Mapping[tuple[str, str], Made] = {
    ("comments", "text"): lambda t: xlsx_with(lambda _, s: s.write_comment("D2", f"ดู {t}")),
    ("comments", "author"): lambda t: xlsx_with(lambda _, s: s.write_comment("D2", "ดู", {"author": t})),
    ("comments", "in two fonts"): lambda t: with_replaced(
        xlsx_with(lambda _, s: s.write_comment("D2", "หนึ่งสอง")),
        "xl/comments1.xml",
        "<t>หนึ่งสอง</t></r>",
        f"<t>{t[:6]}</t></r><r><rPr><b/><sz val='8'/></rPr><t>{t[6:]}</t></r>",
    ),
    ("comments", "thread"): lambda t: with_parts(
        _plain_xlsx(),
        {"xl/threadedComments/threadedComment1.xml": f"<ThreadedComments><threadedComment><text>{t}</text>"},
    ),
    ("comments", "person"): lambda t: with_parts(
        _plain_xlsx(),
        {"xl/persons/person.xml": f'<personList><person displayName="{t}" id="1"/></personList>'},
    ),
    ("headers and footers", "header"): lambda t: xlsx_with(
        lambda _, s: s.set_header(f'&L&"TH Sarabun,Bold"&14 {t}&R&P')
    ),
    ("headers and footers", "footer"): lambda t: xlsx_with(lambda _, s: s.set_footer(f"&C{t}")),
    ("properties of the file", "author"): lambda t: xlsx_with(lambda b, _: b.set_properties({"author": t})),
    ("properties of the file", "manager"): lambda t: xlsx_with(lambda b, _: b.set_properties({"manager": t})),
    ("properties of the file", "custom"): lambda t: xlsx_with(lambda b, _: b.set_custom_property("ผู้ส่ง", t)),
    ("text boxes and drawings", "box"): lambda t: xlsx_with(lambda _, s: s.insert_textbox("H2", t)),
    ("text boxes and drawings", "description"): lambda t: xlsx_with(
        lambda _, s: s.insert_textbox("H2", "ก", {"description": t})
    ),
    ("text boxes and drawings", "vml"): lambda t: with_parts(
        _plain_xlsx(), {"xl/drawings/vmlDrawing9.vml": f"<xml><v:textbox><div>{t}</div></v:textbox></xml>"}
    ),
    ("charts", "title"): lambda t: xlsx_with(lambda b, s: _chart(b, s, t)),
    ("rules for entering data", "list"): lambda t: xlsx_with(
        lambda _, s: s.data_validation("F2", _validation(t))
    ),
    ("rules for entering data", "prompt"): lambda t: xlsx_with(
        lambda _, s: s.data_validation("F2", {**_validation("ข"), "input_title": "ก", "input_message": t})
    ),
    ("defined names", "text"): lambda t: xlsx_with(lambda b, _: b.define_name("ผู้ส่ง", f'="{t}"')),
    ("defined names", "empty sheet"): lambda t: xlsx_with(lambda b, _: b.add_worksheet(t)),
    ("links", "tip"): lambda t: xlsx_with(
        lambda _, s: s.write_url("F2", "https://example.org", string="ก", tip=t)
    ),
    ("links", "target"): lambda t: xlsx_with(
        lambda _, s: s.write_url("F2", f"https://example.org/{t}", string="ก")
    ),
    ("formulas", "text"): lambda t: xlsx_with(lambda _, s: s.write_formula("F2", f'=LEN("{t}")', None, 13)),
    ("formulas", "in two parts"): lambda t: xlsx_with(
        lambda _, s: s.write_formula("F2", f'=LEN("{t[:5]}"&"{t[5:]}")', None, 13)
    ),
    ("other parts of the file", "pivot"): lambda t: with_parts(
        _plain_xlsx(), {"xl/pivotCache/pivotCacheRecords1.xml": f'<r xmlns="x"><s v="{t}"/></r>'}
    ),
    ("names of files in the archive", "part"): lambda t: with_parts(
        _plain_xlsx(), {f"xl/media/{t}.png": b"x"}
    ),
    ("comments of the archive", "whole"): lambda t: with_parts(_plain_xlsx(), {}, comment=t),
}


def _xlsb(parts: Mapping[str, str | bytes]) -> bytes:
    return with_parts(
        xlsb_bytes([(False, list(ROWS[0])), (False, ["99010001", "บ้านตัวอย่าง", 3.0, 4.0])]), parts
    )


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def _xlsb_with_header(text: str) -> bytes:
    content = xlsb_bytes([(False, list(ROWS[0])), (False, ["99010001", "บ้านตัวอย่าง", 3.0, 4.0])])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    header = struct.pack("<H", 0) + _wide(f"&C{text}")
    parts["xl/worksheets/sheet1.bin"] += b"\xdf\x03" + bytes([len(header)]) + header
    return zip_bytes(parts)


_XLSB: Mapping[tuple[str, str], Made] = {
    ("properties of the file", "author"): lambda t: _xlsb(
        {"docProps/core.xml": f"<p><dc:creator>{t}</dc:creator></p>"}
    ),
    ("comments", "binary"): lambda t: _xlsb({"xl/comments1.bin": b"\x01\x02" + _wide(t)}),
    ("text boxes and drawings", "box"): lambda t: _xlsb(
        {"xl/drawings/drawing1.xml": f"<a:p><a:t>{t}</a:t></a:p>"}
    ),
    ("headers and footers", "header"): _xlsb_with_header,
}


def _xls(records: bytes, version: int = BIFF8) -> bytes:
    cells = [xls_text(0, 0, "ก", version), xls_number(1, 0, 3.0)]
    return xls_bytes(version, [*cells, records])


def _wide_body(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


_XLS: Mapping[tuple[str, str], Made] = {
    ("headers and footers", "BIFF 8"): lambda t: _xls(record(0x14, _wide_body(f"&C{t}"))),
    ("headers and footers", "BIFF 5"): lambda t: _xls(
        record(0x15, bytes([len(f"&C{t}".encode("cp874"))]) + f"&C{t}".encode("cp874")), BIFF5
    ),
    ("comments", "author"): lambda t: _xls(record(0x1C, struct.pack("<HHHH", 1, 0, 0, 1) + _wide_body(t))),
    ("comments", "text"): lambda t: _xls(
        record(0x1B6, bytes(18)) + record(0x3C, b"\x01" + t.encode("utf-16-le")) + record(0x3C, bytes(16))
    ),
    ("rules for entering data", "prompt"): lambda t: _xls(record(0x1BE, bytes(4) + _wide_body(t))),
    ("links", "target"): lambda t: _xls(record(0x1B8, bytes(20) + t.encode("utf-16-le") + bytes(2))),
    ("formulas", "text"): lambda t: _xls(
        record(
            0x06,
            struct.pack("<HHHdHIH", 2, 0, 0, 13.0, 0, 0, 3 + 2 * len(t))
            + bytes([0x17, len(t), 1])
            + t.encode("utf-16-le"),
        )
    ),
    ("properties of the file", "last user"): lambda t: _xls(record(0x5C, _wide_body(t))),
}

_ODS_ROW = f"<table:table-row>{ods_cell('รหัส')}{ods_cell('ชื่อ')}</table:table-row>"


def _ods(row: str = "", parts: Mapping[str, str] | None = None) -> bytes:
    return with_parts(ods_bytes(_ODS_ROW, row), parts or {})


def _ods_cell(inside: str) -> bytes:
    cell = f'<table:table-cell office:value-type="string">{inside}<text:p>ข</text:p></table:table-cell>'
    return _ods(f"<table:table-row>{cell}</table:table-row>")


_ODS: Mapping[tuple[str, str], Made] = {
    ("properties of the file", "creator"): lambda t: _ods(
        parts={"meta.xml": f"<m><dc:creator>{t}</dc:creator></m>"}
    ),
    ("headers and footers", "footer"): lambda t: _ods(
        parts={
            "styles.xml": "<s xmlns:style='style' xmlns:text='text'><style:footer>"
            f"<text:p><text:span>{t}</text:span></text:p></style:footer></s>"
        }
    ),
    ("comments", "text"): lambda t: _ods_cell(f"<office:annotation><text:p>{t}</text:p></office:annotation>"),
    ("comments", "author"): lambda t: _ods_cell(
        f"<office:annotation><dc:creator xmlns:dc='d'>{t}</dc:creator></office:annotation>"
    ),
    ("text boxes and drawings", "box"): lambda t: _ods_cell(
        f"<draw:frame xmlns:draw='d'><draw:text-box><text:p>{t}</text:p></draw:text-box></draw:frame>"
    ),
    ("formulas", "text"): lambda t: _ods(
        '<table:table-row><table:table-cell table:formula="of:=LEN(&quot;' + t + '&quot;)"'
        ' office:value-type="float" office:value="13"></table:table-cell></table:table-row>'
    ),
}

_XML = """<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">{properties}<Worksheet ss:Name="ข้อมูล"><Table>
<Row><Cell{attributes}><Data ss:Type="String">รหัส</Data>{inside}</Cell>
<Cell><Data ss:Type="Number">3</Data></Cell></Row>
</Table>{options}</Worksheet></Workbook>"""


def _xml(properties: str = "", attributes: str = "", inside: str = "", options: str = "") -> bytes:
    return _XML.format(properties=properties, attributes=attributes, inside=inside, options=options).encode()


_SPREADSHEET_XML: Mapping[tuple[str, str], Made] = {
    ("properties of the file", "author"): lambda t: _xml(
        f"<o:DocumentProperties><o:Author>{t}</o:Author></o:DocumentProperties>"
    ),
    ("comments", "text"): lambda t: _xml(inside=f"<Comment><ss:Data>{t}</ss:Data></Comment>"),
    ("comments", "author"): lambda t: _xml(inside=f'<Comment ss:Author="{t}"><ss:Data>ก</ss:Data></Comment>'),
    ("headers and footers", "header"): lambda t: _xml(
        options=f'<x:WorksheetOptions><x:Header x:Data="&amp;C{t}"/></x:WorksheetOptions>'
    ),
    ("links", "tip"): lambda t: _xml(attributes=f' ss:HRef="https://example.org" x:HRefScreenTip="{t}"'),
    ("formulas", "text"): lambda t: _xml(attributes=f' ss:Formula="=LEN(&quot;{t}&quot;)"'),
}


def _page(head: str = "", before: str = "", attributes: str = "") -> bytes:
    table = f"<table{attributes}><tr><td>รหัส</td><td>ชื่อ</td></tr><tr><td>1</td><td>ก</td></tr></table>"
    return f'<html><head><meta charset="utf-8">{head}</head><body>{before}{table}</body></html>'.encode()


_HTML: Mapping[tuple[str, str], Made] = {
    ("the page around the table", "comment"): lambda t: _page(before=f"<!-- {t} -->"),
    ("the page around the table", "author"): lambda t: _page(f'<meta name="author" content="{t}">'),
    ("the page around the table", "title"): lambda t: _page(f"<title>{t}</title>"),
    ("the page around the table", "hidden"): lambda t: _page(before=f'<div style="display:none">{t}</div>'),
    ("the page around the table", "tip"): lambda t: _page(attributes=f' title="{t}"'),
    ("links", "address"): lambda t: _page(before=f'<a href="https://example.org/{t}">ก</a>'),
}


def _web_archive(text: str) -> bytes:
    heading = f"From: {text}\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n"
    part = b"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + _page() + b"\r\n--b--\r\n"
    return heading.encode() + part


def _gzip(name: str = "", comment: str = "") -> bytes:
    """A gzip file whose head has a name and a comment."""
    packed = gzip.compress(_CSV, mtime=0)
    flags = (8 if name else 0) | (16 if comment else 0)
    texts = b"".join(each.encode() + b"\x00" for each in (name, comment) if each)
    return packed[:3] + bytes([flags]) + packed[4:10] + texts + packed[10:]


def _zip_with_member_comment(text: str) -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        member = zipfile.ZipInfo("ข้อมูล.csv")
        member.comment = text.encode()
        archive.writestr(member, _CSV)
    return content.getvalue()


_ARCHIVES: Mapping[tuple[str, str], Made] = {
    ("properties of the file", "web archive's sender"): _web_archive,
    ("names of files in the archive", "gzip"): lambda t: _gzip(name=f"{t}.csv"),
    ("comments of the archive", "gzip"): lambda t: _gzip(comment=t),
    ("names of files in the archive", "member"): lambda t: zip_bytes({f"{t}.csv": _CSV}),
    ("names of files in the archive", "folder"): lambda t: zip_bytes({f"{t}/a.csv": _CSV}),
    ("comments of the archive", "outer"): lambda t: with_parts(zip_bytes({"a.csv": _CSV}), {}, comment=t),
    ("comments of the archive", "of a member"): _zip_with_member_comment,
    ("comments", "workbook in an archive"): lambda t: zip_bytes(
        {"a.xlsx": xlsx_with(lambda _, s: s.write_comment("D2", t))}
    ),
    ("properties of the file", "workbook in gzip"): lambda t: gzip.compress(
        xlsx_with(lambda b, _: b.set_properties({"author": t}))
    ),
}

PLACES: Mapping[tuple[str, str, str], Made] = {
    (form, *place): made
    for form, places in (
        ("xlsx", _XLSX),
        ("xlsb", _XLSB),
        ("xls", _XLS),
        ("ods", _ODS),
        ("xml", _SPREADSHEET_XML),
        ("html", _HTML),
        ("archive", _ARCHIVES),
    )
    for place, made in places.items()
}
"""How a file is made that holds a text in a place, by format, place as sentences call it, and what there."""
