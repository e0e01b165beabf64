"""Archives are one delivery: the tables of all their members, or a reason."""

import gzip
import io
import zipfile

import pytest
from made_files import ROWS, ods_bytes, ods_cell, workbook_bytes, zip_bytes

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers import ContentFormat, read_delivery

XLSX = workbook_bytes({"ป.1": ROWS, "ป.2": ROWS})
CSV = "รหัส,ชื่อ\n1,ก\n".encode()


def code_of(content: bytes, limits: Limits | None = None) -> tuple[str, dict[str, object]]:
    with pytest.raises(UnreadableDeliveryError) as caught:
        read_delivery(content, "แฟ้ม.zip", limits or Limits())
    return caught.value.finding.code, dict(caught.value.finding.params)


def test_the_sheets_of_all_members_are_numbered_through_and_named_by_their_place() -> None:
    ods = ods_bytes(f"<table:table-row>{ods_cell('ก')}</table:table-row>")
    result = read_delivery(zip_bytes({"2563-1/ข.csv": CSV, "2563-1/ก.xlsx": XLSX, "ค.ods": ods}), "ส่ง.zip")
    assert result.content_format is ContentFormat.ARCHIVE
    assert result.findings == ()
    assert [(grid.sheet_number, grid.sheet_name) for grid in result.grids] == [
        (1, "2563-1/ก.xlsx › ป.1"),
        (2, "2563-1/ก.xlsx › ป.2"),
        (3, "2563-1/ข.csv › ตาราง 1"),
        (4, "ค.ods › แผ่น1"),
    ]


def test_a_gzip_file_is_what_is_in_it() -> None:
    (grid,) = read_delivery(gzip.compress(CSV), "ข้อมูล.csv.gz").grids
    assert grid.rows == [["รหัส", "ชื่อ"], ["1", "ก"]]


def test_what_systems_and_open_workbooks_leave_is_passed_over() -> None:
    clutter = ["~$ก.xlsx", ".~lock.ก.xlsx#", "__MACOSX/._ก.csv", "Thumbs.db", ".DS_Store", "a/desktop.ini"]
    result = read_delivery(zip_bytes({**dict.fromkeys(clutter, b"\x00"), "ก.csv": CSV}), "ส่ง.zip")
    assert [grid.sheet_name for grid in result.grids] == ["ก.csv › ตาราง 1"]


@pytest.mark.parametrize("encoding", ["cp874", "utf-8"])
def test_thai_names_are_read_whatever_program_wrote_them(encoding: str) -> None:
    raw = "นักเรียน.csv".encode(encoding)
    content = zip_bytes({"x" * len(raw): CSV}).replace(b"x" * len(raw), raw)
    assert read_delivery(content, "ส่ง.zip").grids[0].sheet_name == "นักเรียน.csv › ตาราง 1"


@pytest.mark.parametrize("path", ["../../etc/a.csv", "/etc/a.csv", "a/../../b.csv", "C:/a.csv", "..\\a.csv"])
def test_a_path_that_leads_out_is_refused(path: str) -> None:
    assert code_of(zip_bytes({path: CSV, "ข.csv": CSV}))[0] == "FI008"


def test_one_member_that_cannot_be_read_rejects_them_all_and_is_named() -> None:
    assert code_of(zip_bytes({"ก.csv": CSV, "ข.xlsx": XLSX[:1500]})) == (
        "FI011",
        {"path": "ข.xlsx", "code": "FI004"},
    )


@pytest.mark.parametrize("inner", [zip_bytes({"ก.csv": CSV}), gzip.compress(zip_bytes({"ก.csv": CSV}))])
def test_an_archive_within_an_archive_is_not_opened(inner: bytes) -> None:
    code, params = code_of(zip_bytes({"ใน.zip": inner}))
    assert (code, params["code"]) in {("FI011", "FI010"), ("FI011", "FI003")}


def test_too_many_members_are_told() -> None:
    content = zip_bytes({f"{number}.csv": CSV for number in range(4)})
    assert code_of(content, Limits(archive_files=3)) == ("FI009", {"files": 4, "limit": 3})


def test_a_member_with_a_password_is_told() -> None:
    content = bytearray(zip_bytes({"ก.csv": CSV}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    assert code_of(bytes(content))[0] == "FI002"


def test_a_member_that_lost_bytes_is_told() -> None:
    content = bytearray(zip_bytes({"ก.csv": CSV * 50}))
    content[60] ^= 0xFF
    assert code_of(bytes(content))[0] == "FI004"


@pytest.mark.parametrize(
    "content", [gzip.compress(CSV)[:20], gzip.compress(CSV)[:-9], b"\x1f\x8b" + bytes(30)]
)
def test_a_damaged_gzip_file_is_told(content: bytes) -> None:
    assert code_of(content)[0] == "FI004"


@pytest.mark.parametrize("kind", ["zip", "gzip"])
def test_what_unpacks_without_end_is_not_unpacked(kind: str) -> None:
    bomb = bytes(30_000_000)
    content = zip_bytes({"ก.csv": bomb}) if kind == "zip" else gzip.compress(bomb)
    assert code_of(content)[0] == "FI006"


def test_an_archive_whose_size_is_a_lie_is_not_unpacked_further() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("ก.csv", bytes(5_000_000))
    content = stream.getvalue().replace((5_000_000).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert code_of(content)[0] in {"FI004", "FI006"}
