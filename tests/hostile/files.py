"""Hostile and broken files, made here; each with what must become of it."""

import gzip
import io
import random
import struct
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import xlsxwriter

from tests.checking.builders import TIDY, csv_bytes

READ = "read"
"""The file is read right: its one row is loaded."""
ROW = ["2563", "1", "50010001", "บ้านสันทราย", "ป.1", 3, 4, 7, 1]
TABLE = csv_bytes([TIDY, ROW])


@dataclass(frozen=True)
class Hostile:
    """A file and what is expected of it.

    Attributes:
        name: What is wrong with it.
        make: Makes its bytes.
        codes: One of these rule codes must be among its issues; `read` where it must be read right.
    """

    name: str
    make: Callable[[], bytes]
    codes: tuple[str, ...]


def workbook(*rows: list[object], **options: object) -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True, **options}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for number, row in enumerate(rows or (TIDY, ROW)):
            sheet.write_row(number, 0, row)
    return content.getvalue()


XLSX = workbook()


def with_parts(
    content: bytes, change: Callable[[str, bytes], bytes | None], more: Mapping[str, bytes] | None = None
) -> bytes:
    """A ZIP file with its parts changed; None leaves a part out."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            part = change(name, source.read(name))
            if part is not None:
                target.writestr(name, part)
        for name, part in (more or {}).items():
            target.writestr(name, part)
    return stream.getvalue()


def sheet_replaced(old: bytes, new: bytes) -> bytes:
    return with_parts(XLSX, lambda name, part: part.replace(old, new) if "sheet1.xml" in name else part)


def without(part_name: str) -> bytes:
    return with_parts(XLSX, lambda name, part: None if part_name in name else part)


def zipped(**parts: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name.replace("__", "/"), part)
    return stream.getvalue()


def ole(body: bytes = b"", *streams: str, cyclic: bool = False) -> bytes:
    """The outline of an OLE file; a cyclic one has a chain of sectors that never ends."""
    entries = [
        name.encode("utf-16-le").ljust(64, b"\x00")
        + struct.pack(
            "<HBBIIIQQIQQIQ",
            2 * len(name) + 2,
            2,
            1,
            *[0xFFFFFFFF] * 3,
            0,
            0,
            0,
            0,
            0,
            2,
            max(len(body), 5000),
        )[:62]
        for name in streams
    ]
    directory = b"".join(entry.ljust(128, b"\x00") for entry in entries).ljust(512, b"\x00")
    chain = [0xFFFFFFFD, 0xFFFFFFFE, 3 if cyclic else 0xFFFFFFFE, 2 if cyclic else 0xFFFFFFFF]
    table = struct.pack("<128I", *chain, *[0xFFFFFFFF] * 124)
    header = struct.pack(
        "<8s16sHHHHH6sIIIIIIIII",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", bytes(16), 0x3E, 3, 0xFFFE, 9, 6, bytes(6),
        0, 1, 1, 0, 0x1000, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0,
    ) + struct.pack("<109I", 0, *[0xFFFFFFFF] * 108)  # fmt: skip
    return header + table + directory + body.ljust(1024, b"\x00")


BILLION_LAUGHS = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(
        b'<!ENTITY %c "%s">' % (letter, b"&%c;" % (letter - 1) * 10) for letter in range(ord("b"), ord("j"))
    )
    + b"]>"
)
EXTERNAL = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def entity_in_sheet(doctype: bytes, entity: bytes) -> bytes:
    def change(name: str, part: bytes) -> bytes:
        if "sheet1.xml" not in name:
            return part
        body = part.partition(b"?>")[2].replace(b"<sheetData>", b"<sheetData>" + b"<!-- -->")
        row = b'<row r="9"><c r="A9" t="inlineStr"><is><t>' + entity + b"</t></is></c></row></sheetData>"
        return doctype + body.replace(b"</sheetData>", row)

    return with_parts(XLSX, change)


def endless_rows() -> bytes:
    """A million rows of nothing, as a format over whole columns leaves them."""
    rows = b"".join(b'<row r="%d" s="1"/>' % number for number in range(3, 1_048_577))
    return sheet_replaced(b"</sheetData>", rows + b"</sheetData>")


def far_cell() -> bytes:
    cell = b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
    return sheet_replaced(b"</sheetData>", cell)


ODS_OPENING = """<?xml version="1.0" encoding="UTF-8"?><office:document-content
 xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.2">
<office:body><office:spreadsheet>
<table:table table:name="ข้อมูล">"""


ODS_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>"""


def ods(rows: str = "", doctype: str = "") -> bytes:
    def cells(values: list[object]) -> str:
        return "".join(
            f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'
            for value in values
        )

    table = "".join(f"<table:table-row>{cells(list(row))}</table:table-row>" for row in (TIDY, ROW))
    closing = "</table:table></office:spreadsheet></office:body></office:document-content>"
    content = ODS_OPENING.replace("?>", f"?>{doctype}", 1) + table + rows + closing
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
        archive.writestr("META-INF/manifest.xml", ODS_MANIFEST)
    return stream.getvalue()


def repeated_rows(value: str) -> str:
    filled = 'office:value-type="string"' if value else ""
    cell = f"<table:table-cell {filled}>{value}</table:table-cell>"
    return f'<table:table-row table:number-rows-repeated="1048570">{cell}</table:table-row>'


def html(body: str) -> bytes:
    cells = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in (TIDY, ROW))
    return f"<html><table>{cells}</table>{body}</html>".encode()


def chart_only() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("กราฟ")
        for place in (sheet, book.add_chartsheet("แผ่นกราฟ")):
            chart = book.add_chart({"type": "column"})
            chart.add_series({"values": ["กราฟ", 0, 0, 2, 0]})
            if place is sheet:
                sheet.insert_chart("B2", chart)
            else:
                place.set_chart(chart)
    return content.getvalue()


def many_merges() -> bytes:
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        sheet = book.add_worksheet("ข้อมูล")
        for number, row in enumerate((TIDY, ROW)):
            sheet.write_row(number, 0, row)
        for number in range(10_000):
            sheet.merge_range(number + 10, 0, number + 10, 5, "")
    return content.getvalue()


def huge_merge() -> bytes:
    merge = b'</sheetData><mergeCells count="1"><mergeCell ref="A4:XFD1048576"/></mergeCells>'
    return sheet_replaced(b"</sheetData>", merge)


def many_styles() -> bytes:
    styles = b"<cellXfs>" + b'<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>' * 100_000
    return with_parts(
        XLSX,
        lambda name, part: (
            part.replace(b"<cellXfs", styles + b"<x", 1).replace(b"<x ", b"<xf ")
            if "styles" in name
            else part
        ),
    )


def lying_size() -> bytes:
    content = bytearray(XLSX)
    place = content.index(b"PK\x01\x02") + 24
    content[place : place + 4] = (10).to_bytes(4, "little")
    return bytes(content)


def wrong_checksum() -> bytes:
    content = bytearray(XLSX)
    place = content.index(b"xl/worksheets/sheet1.xml") + 60
    content[place] ^= 0xFF
    return bytes(content)


def record(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


BIFF = record(0x0809, struct.pack("<HHHHII", 0x0600, 5, 0, 0, 0, 0))
BOUNDSHEET_OUTSIDE = (
    BIFF + record(0x0085, struct.pack("<IBBBB", 0x7FFFFFFF, 0, 0, 1, 0) + b"A") + record(0x000A, b"")
)
FILEPASS = BIFF + record(0x002F, bytes(54))
RANDOM = random.Random(20_201_110)  # noqa: S311 - reproducible, no secret
NOISE = RANDOM.randbytes(40_000)
PASSWORD_ZIP = bytearray(zipped(a_csv=TABLE))
for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
    PASSWORD_ZIP[PASSWORD_ZIP.index(signature) + offset] |= 1
XML_BOOK = (
    b'<?xml version="1.0"?>%s<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
    b"<Worksheet><Table><Row><Cell><Data>%s</Data></Cell></Row></Table></Worksheet></Workbook>"
)
LONG = "ก" * 200_000


def row_twice() -> bytes:
    return with_parts(
        XLSX,
        lambda name, part: (
            part.replace(b"</sheetData>", b'<row r="2"><c r="F2"><v>8</v></c></row></sheetData>')
            if "sheet1.xml" in name
            else part
        ),
    )


def damaged_lzma() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_LZMA) as archive:
        archive.writestr("a.csv", TABLE)
    content = bytearray(stream.getvalue())
    at = content.index(b"a.csv") + len(b"a.csv") + 4
    content[at : at + 5] = b"\xff" * 5
    return bytes(content)


def nested_web_archive() -> bytes:
    opening = "Content-Type: multipart/related; boundary=b{0}\r\n\r\n--b{0}\r\n"
    return "".join(["MIME-Version: 1.0\r\n", *(opening.format(depth) for depth in range(3000))]).encode()


def endless_shared_text() -> bytes:
    texts = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>%b</t></si></sst>'
    return with_parts(
        XLSX, lambda name, part: texts % (b"A" * 150_000_000) if "sharedStrings" in name else part
    )


def long_cell() -> bytes:
    text = b'<c r="A5" t="inlineStr"><is><t>' + LONG.encode() + b"</t></is></c>"
    return sheet_replaced(b"</sheetData>", b'<row r="5">' + text + b"</row></sheetData>")


def endless_sheet() -> bytes:
    return sheet_replaced(b"</sheetData>", b" " * 300_000_000 + b"</sheetData>")


def laughing_ods() -> bytes:
    doctype = BILLION_LAUGHS.decode().partition("?>")[2]
    return ods(repeated_rows("&i;"), doctype)


def laughing_xml(doctype: bytes, entity: bytes) -> bytes:
    return XML_BOOK % (doctype.partition(b"?>")[2], entity)


def broken_archive() -> bytes:
    return b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n" + NOISE


def all_wrong() -> bytes:
    return csv_bytes([TIDY, *[[*ROW[:2], "x", *ROW[3:5], "y", "z", "w", "v"]] * 100_000])


def noisy_xlsb() -> bytes:
    types = b"ms-excel.sheet.binary.macroEnabled.main"
    return zipped(**{"[Content_Types].xml": types, "xl__workbook.bin": NOISE})


def hostile_files() -> list[Hostile]:
    """All of them."""
    return [
        Hostile("empty", lambda: b"", ("FI001",)),
        Hostile("one byte", lambda: b"x", ("LA006",)),
        Hostile("byte order mark alone", lambda: b"\xef\xbb\xbf", ("FI007",)),
        Hostile("NUL bytes alone", lambda: bytes(5000), ("FI003",)),
        Hostile("random bytes", lambda: NOISE, ("FI003", "FI005")),
        Hostile("white space alone", lambda: b" \n\t\r\n" * 500, ("FI007", "LA006")),
        *(
            Hostile(
                f"xlsx cut to {share} per cent",
                lambda share=share: XLSX[: len(XLSX) * share // 100],
                ("FI004",),
            )
            for share in (5, 30, 60, 95, 99)
        ),
        Hostile("ods cut in half", lambda: ods()[: len(ods()) // 2], ("FI004",)),
        Hostile("zip cut in half", lambda: zipped(a_csv=TABLE)[:80], ("FI004",)),
        Hostile("gzip cut in half", lambda: gzip.compress(TABLE)[:60], ("FI004",)),
        Hostile("gzip of noise", lambda: b"\x1f\x8b" + NOISE, ("FI004",)),
        Hostile("password on xlsx", lambda: ole(b"", "EncryptionInfo", "EncryptedPackage"), ("FI002",)),
        Hostile("password on xls", lambda: ole(FILEPASS, "Workbook"), ("FI002",)),
        Hostile("password on zip", lambda: bytes(PASSWORD_ZIP), ("FI002",)),
        *(
            Hostile(f"{kind} named xlsx", lambda start=start: start + NOISE, ("FI003",))
            for kind, start in (
                ("PDF", b"%PDF-1.7\n"),
                ("JPEG", b"\xff\xd8\xff\xe0"),
                ("PNG", b"\x89PNG\r\n\x1a\n"),
                ("GIF", b"GIF89a"),
                ("rtf", b"{\\rtf1"),
                ("RAR", b"Rar!\x1a\x07\x01"),
                ("7z", b"7z\xbc\xaf\x27\x1c"),
                ("SQLite", b"SQLite format 3\x00"),
                ("Parquet", b"PAR1"),
                ("program", b"MZ\x90\x00"),
            )
        ),
        Hostile("Word document", lambda: ole(b"", "WordDocument"), ("FI003",)),
        Hostile(
            "PowerPoint",
            lambda: zipped(**{"[Content_Types].xml": b"<Types/>", "ppt__a.xml": b""}),
            ("FI003",),
        ),
        Hostile("zip bomb", lambda: zipped(a_csv=bytes(400_000_000)), ("FI006",)),
        Hostile("gzip bomb", lambda: gzip.compress(bytes(400_000_000)), ("FI006",)),
        Hostile("zip within zip", lambda: zipped(a_zip=zipped(b_zip=zipped(c_csv=TABLE))), ("FI011",)),
        Hostile("zip that climbs out", lambda: zipped(**{"..__..__etc__passwd.csv": TABLE}), ("FI008",)),
        Hostile(
            "zip of 1,500 files",
            lambda: zipped(**{f"f{number}.csv": b"a" for number in range(1500)}),
            ("FI009",),
        ),
        Hostile("zip with one damaged file", lambda: zipped(a_csv=TABLE, b_xlsx=XLSX[:900]), ("FI011",)),
        Hostile("sheet that expands a thousandfold", endless_sheet, ("FI006",)),
        Hostile("rows of nothing to the end of the sheet", endless_rows, (READ,)),
        Hostile("one cell at the far corner", far_cell, ("FI006",)),
        Hostile(
            "billion laughs in a sheet", lambda: entity_in_sheet(BILLION_LAUGHS, b"&i;"), ("FI004", READ)
        ),
        Hostile("external entity in a sheet", lambda: entity_in_sheet(EXTERNAL, b"&a;"), ("FI004", READ)),
        Hostile("billion laughs in ods", laughing_ods, ("FI004", "FI006", READ)),
        Hostile(
            "billion laughs in an XML workbook",
            lambda: laughing_xml(BILLION_LAUGHS, b"&i;"),
            ("FI004", "FI007", "LA006"),
        ),
        Hostile(
            "external entity in an XML workbook",
            lambda: laughing_xml(EXTERNAL, b"&a;"),
            ("FI004", "FI007", "LA006"),
        ),
        Hostile("ods with a million rows of nothing", lambda: ods(repeated_rows("")), (READ,)),
        Hostile("ods with a million equal rows", lambda: ods(repeated_rows("x")), (READ, "FI006")),
        Hostile("XML workbook cut short", lambda: (XML_BOOK % (b"", b"x"))[:-30], ("FI004",)),
        Hostile("web archive without its parts", broken_archive, ("FI007",)),
        Hostile(
            "text of 200,000 characters in a cell",
            lambda: csv_bytes([TIDY, [*ROW[:3], LONG, *ROW[4:]]]),
            ("FI015",),
        ),
        Hostile("long cell in xlsx", long_cell, ("FI015",)),
        Hostile(
            "NUL bytes in a csv",
            lambda: TABLE.replace("บ้าน".encode(), "บ\x00าน".encode()),
            ("FI003", "FI105", READ),
        ),
        Hostile(
            "control characters in names",
            lambda: TABLE.replace("บ้าน".encode(), "\u202eบ\x07าน".encode()),
            ("FI105",),
        ),
        Hostile("halves of characters", lambda: b"a,\xed\xa0\x80\n1,2\n", ("FI005", "LA006")),
        Hostile("charts only", chart_only, ("FI007",)),
        Hostile("no sheet part", lambda: without("sheet1.xml"), ("FI004",)),
        Hostile("no workbook part", lambda: without("workbook.xml"), ("FI004", "FI003")),
        Hostile("no shared strings", lambda: without("sharedStrings"), ("FI004", "LA006", "FI007")),
        Hostile(
            "shared string out of range",
            lambda: sheet_replaced(b"<v>0</v>", b"<v>99999</v>"),
            ("FI004", "LA007", "LA002", "LA001"),
        ),
        Hostile(
            "row number of nonsense",
            lambda: sheet_replaced(b'<row r="2"', b'<row r="-2" hidden="1"'),
            ("FI004", "LA004", READ),
        ),
        Hostile(
            "row number without end",
            lambda: sheet_replaced(b'r="A2"', b'r="A99999999999"'),
            ("FI004", "FI006", "FI014", "LA004"),
        ),
        Hostile("wrong checksum", wrong_checksum, ("FI004",)),
        Hostile("size that is a lie", lying_size, ("FI004", READ)),
        Hostile("merged over the whole sheet", huge_merge, (READ,)),
        Hostile("10,000 merged blocks", many_merges, (READ,)),
        Hostile("100,000 styles", many_styles, (READ, "FI004")),
        Hostile("web page nested 5,000 deep", lambda: html("<table><tr><td>" * 5000), (READ, "FI004")),
        Hostile("a row that stands twice", row_twice, ("FI004",)),
        Hostile("damaged LZMA in a ZIP", damaged_lzma, ("FI004", "FI011")),
        Hostile("web archive nested 3,000 deep", nested_web_archive, ("FI004",)),
        Hostile(
            "column far beyond XFD",
            lambda: sheet_replaced(b'r="A2"', b'r="ZZZZZZZ2"'),
            ("FI004", "FI006", "FI014", "LA004", READ),
        ),
        Hostile("150 MB in one shared text", endless_shared_text, ("FI006",)),
        Hostile(
            "two thousand million spaces in an ods cell",
            lambda: ods(
                '<table:table-row><table:table-cell office:value-type="string">'
                '<text:p>x<text:s text:c="2000000000"/></text:p></table:table-cell></table:table-row>'
            ),
            ("FI004", "FI012", "FI014", "FI015"),
        ),
        Hostile(
            "colspan of a thousand million",
            lambda: html("<table><tr><td colspan=1000000000>x</table>"),
            (READ,),
        ),
        Hostile(
            "rowspan of a thousand million",
            lambda: html("<table><tr><td rowspan=1000000000>x<td>y<tr><td>z</table>"),
            (READ,),
        ),
        Hostile("one line of 50 MB", lambda: b"a" * 50_000_000, ("FI015", "FI012", "LA006")),
        Hostile("a million commas", lambda: b"," * 1_000_000 + b"x", ("LA006", "FI006")),
        Hostile("a million empty lines", lambda: TABLE + b"\n" * 1_000_000, (READ,)),
        Hostile("two million cells", lambda: TABLE + b"1,2,3,4,5,6,7,8,9\n" * 250_000, ("FI006",)),
        Hostile("100,000 rows that are all wrong", all_wrong, ("FI012", "VA001")),
        Hostile("quotation mark never closed", lambda: TABLE + b'"1,2,3\n4,5,6\n', ("FI016",)),
        Hostile(
            "formula that starts a program",
            lambda: csv_bytes([TIDY, [*ROW[:3], "=cmd|'/c calc'!A1", *ROW[4:]]]),
            (READ,),
        ),
        Hostile(
            "xls with sectors in a circle",
            lambda: ole(BIFF * 60, "Workbook", cyclic=True),
            ("FI004", "FI013", "FI014", "FI012"),
        ),
        Hostile(
            "xls whose sheet lies outside",
            lambda: ole(BOUNDSHEET_OUTSIDE, "Workbook"),
            ("FI004", "FI007", "FI014"),
        ),
        Hostile("xls of noise", lambda: ole(NOISE[:5000], "Workbook"), ("FI004", "FI007", "FI014")),
        Hostile("xlsb of noise", noisy_xlsb, ("FI004", "FI014", "FI012")),
    ]
