"""What a delivery is, is told from its bytes; what cannot be read is told by its code."""

import pickle

import pytest
from made_files import ROWS, ods_bytes, ods_cell, ole_bytes, workbook_bytes, zip_bytes

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers import ContentFormat, read_delivery
from schemas.issues import Finding

XLSX = workbook_bytes({"ข้อมูล": ROWS})
ODS = ods_bytes(f"<table:table-row>{ods_cell('ก')}</table:table-row>")
CSV = "รหัส,ชื่อ\n1,ก\n".encode()
HTML = "<table><tr><td>รหัส</td><td>ชื่อ</td></tr><tr><td>1</td><td>ก</td></tr></table>".encode()
BIFF8_WITH_PASSWORD = b"\x09\x08\x10\x00\x00\x06\x05\x00" + bytes(12) + b"\x2f\x00\x36\x00" + bytes(54)


@pytest.mark.parametrize(
    ("content", "content_format"),
    [
        (XLSX, ContentFormat.XLSX),
        (ODS, ContentFormat.ODS),
        (CSV, ContentFormat.CSV),
        (HTML, ContentFormat.HTML),
        (b"\xef\xbb\xbf" + HTML, ContentFormat.HTML),
        (b"<br>Notice: something is undefined<br>" + HTML, ContentFormat.HTML),
        (b"Notice: something is undefined\n" + HTML, ContentFormat.HTML),
        (b"Maths,BMI\n1,2\n", ContentFormat.CSV),
        (b"BMI,MZ\n1,2\n", ContentFormat.CSV),
        (b"<5,6-10,>10\n1,2,3\n", ContentFormat.CSV),
    ],
)
def test_the_format_is_told_from_the_content(content: bytes, content_format: ContentFormat) -> None:
    assert read_delivery(content, "no_ending").content_format is content_format


@pytest.mark.parametrize(
    ("content", "file_name", "ending", "kind"),
    [
        (HTML, "รายชื่อ.xls", ".xls", "web page (html)"),
        (XLSX, "ข้อมูล.XLS", ".xls", "Excel workbook (xlsx)"),
        (CSV, "ข้อมูล.xlsx", ".xlsx", "text table (csv)"),
        (ODS, "ข้อมูล.csv", ".csv", "OpenDocument spreadsheet (ods)"),
    ],
)
def test_an_ending_that_does_not_fit_is_a_notice(
    content: bytes, file_name: str, ending: str, kind: str
) -> None:
    assert read_delivery(content, file_name).findings == (
        Finding("FI101", params={"ending": ending, "kind": kind}),
    )


@pytest.mark.parametrize(
    ("content", "file_name"),
    [(XLSX, "a.xlsx"), (XLSX, "a.XLSM"), (CSV, "a.txt"), (HTML, "a.htm"), (ODS, "a.ods"), (CSV, "แฟ้ม")],
)
def test_an_ending_that_fits_or_is_missing_is_no_notice(content: bytes, file_name: str) -> None:
    assert read_delivery(content, file_name).findings == ()


@pytest.mark.parametrize(
    ("content", "code", "params"),
    [
        pytest.param(b"", "FI001", {}, id="empty"),
        pytest.param(ole_bytes("EncryptionInfo", "EncryptedPackage"), "FI002", {}, id="encrypted xlsx"),
        pytest.param(ole_bytes("Workbook", body=BIFF8_WITH_PASSWORD), "FI002", {}, id="encrypted xls"),
        pytest.param(ods_bytes(encrypted=True), "FI002", {}, id="encrypted ods"),
        pytest.param(b"%PDF-1.7\n%\xe2\xe3", "FI003", {"kind": "PDF"}, id="pdf"),
        pytest.param(b"\xff\xd8\xff\xe0\x00\x10JFIF", "FI003", {"kind": "JPEG image"}, id="jpeg"),
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "FI003", {"kind": "PNG image"}, id="png"),
        pytest.param(b"BM\x36\x00\x00\x00", "FI003", {"kind": "BMP image"}, id="bmp"),
        pytest.param(ole_bytes("WordDocument"), "FI003", {"kind": "Word document"}, id="doc"),
        pytest.param(ole_bytes("Something"), "FI003", {"kind": "unknown binary"}, id="unknown ole"),
        pytest.param(
            zip_bytes(
                {
                    "[Content_Types].xml": '<Types><Default Extension="xlsx" ContentType="application/vnd.'
                    'openxmlformats-officedocument.spreadsheetml.sheet"/></Types>',
                    "word/document.xml": "",
                }
            ),
            "FI003",
            {"kind": "Word document"},
            id="docx that embeds a workbook",
        ),
        pytest.param(zip_bytes({}), "FI007", {}, id="zip without a file"),
        pytest.param(ods_bytes(media_type="text"), "FI003", {"kind": "OpenDocument text"}, id="odt"),
        pytest.param(bytes(range(256)) * 4, "FI003", {"kind": "unknown binary"}, id="binary"),
        pytest.param(b'<?xml version="1.0"?><a/>', "FI003", {"kind": "XML file"}, id="xml"),
        pytest.param(
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            "FI007",
            {},
            id="xml workbook without a sheet",
        ),
        pytest.param(
            b"MIME-Version: 1.0\nContent-Type: multipart/related",
            "FI007",
            {},
            id="web archive, no page",
        ),
        pytest.param(XLSX[:2000], "FI004", {"reason": "incomplete ZIP file"}, id="truncated xlsx"),
        pytest.param(
            ole_bytes("Workbook")[:1100], "FI004", {"reason": "incomplete OLE file"}, id="truncated xls"
        ),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(60),
            "FI004",
            {"reason": "incomplete OLE file"},
            id="OLE signature alone",
        ),
        pytest.param(b"\xef\xbb\xbfa\xc3", "FI004", {"reason": "not valid utf-8"}, id="truncated utf-8"),
        pytest.param("รหัส,ชื่อ".encode() + b"\xc3\xfe\xdb,\xff", "FI005", {}, id="two encodings in one file"),
        pytest.param("Café,12\nnaïve,3\n".encode("latin-1"), "FI005", {}, id="a few Latin letters"),
        pytest.param(b"\n\n,,\n", "FI007", {}, id="csv without a cell"),
        pytest.param("\ufeff".encode(), "FI007", {}, id="byte order mark alone"),
        pytest.param(b"<html><body><p>nothing</p></body></html>", "FI007", {}, id="page without a table"),
        pytest.param(b"<html>", "FI007", {}, id="page without a body"),
        pytest.param(workbook_bytes({"ว่าง": []}), "FI007", {}, id="xlsx without a cell"),
        pytest.param(ods_bytes(), "FI007", {}, id="ods without a cell"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_code(content: bytes, code: str, params: dict[str, str]) -> None:
    with pytest.raises(UnreadableDeliveryError) as caught:
        read_delivery(content, "แฟ้ม.xlsx")
    assert (caught.value.finding.code, caught.value.finding.params) == (code, params)


@pytest.mark.parametrize("length", range(100, len(XLSX), 487))
def test_a_truncated_workbook_is_told_as_damaged(length: int) -> None:
    with pytest.raises(UnreadableDeliveryError, match="FI004"):
        read_delivery(XLSX[:length], "แฟ้ม.xlsx")


def test_a_workbook_with_a_broken_sheet_is_told_as_damaged() -> None:
    start = XLSX.index(b"xl/worksheets/sheet1.xml") + 40
    with pytest.raises(UnreadableDeliveryError, match="FI004"):
        read_delivery(XLSX[:start] + bytes(20) + XLSX[start + 20 :], "แฟ้ม.xlsx")


def test_a_workbook_stream_that_makes_the_library_panic_is_told_as_damaged() -> None:
    with pytest.raises(UnreadableDeliveryError, match="FI004"):
        read_delivery(ole_bytes("Workbook"), "แฟ้ม.xls")


def test_a_file_over_the_limit_is_told_with_both_sizes() -> None:
    with pytest.raises(UnreadableDeliveryError) as caught:
        read_delivery(bytes(2_500_000), "แฟ้ม.xlsx", Limits(delivery_bytes=1_000_000))
    assert caught.value.finding == Finding("FI006", params={"size": "2.5 MB", "limit": "1.0 MB"})


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked() -> None:
    with pytest.raises(UnreadableDeliveryError, match="FI006"):
        read_delivery(XLSX, "แฟ้ม.xlsx", Limits(unpacked_bytes=5_000))


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(workbook_bytes({"ไกล": [["ก"], *[[]] * 99, [*[None] * 9, "ข"]]}), id="xlsx"),
        pytest.param(
            ods_bytes(
                '<table:table-row table:number-rows-repeated="99"><table:table-cell/></table:table-row>',
                '<table:table-row><table:table-cell table:number-columns-repeated="9"/>'
                f"{ods_cell('ข')}</table:table-row>",
            ),
            id="ods",
        ),
        pytest.param(b"a" + b"\n" * 99 + b"," * 9 + b"b", id="csv"),
        pytest.param(b"<table><tr><td colspan=500>a<td>b" + b"<tr><td>c" * 9 + b"</table>", id="html"),
    ],
)
def test_a_sheet_that_reaches_too_far_is_not_laid_out(content: bytes) -> None:
    with pytest.raises(UnreadableDeliveryError, match="FI006"):
        read_delivery(content, "แฟ้ม", Limits(cells=900))


def test_the_error_travels_between_processes() -> None:
    error = UnreadableDeliveryError(Finding("FI003", params={"kind": "PDF"}))
    travelled = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (travelled.finding, str(travelled)) == (error.finding, "FI003 (kind=PDF)")
