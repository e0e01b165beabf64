"""An agency's folder: what is taken, what is passed over, what is written back."""

import os
import uuid
from datetime import UTC, datetime
from pathlib import Path

import fsspec
import pytest

from edusandbox.sources.inbox import (
    Fetch,
    InboxFile,
    OversizedFile,
    fetch_deliveries,
    list_files,
    write_beside,
)
from edusandbox.sources.landing import LandingStore
from edusandbox.submissions import Delivery
from schemas.issues import Finding

RECEIVED_AT = datetime(2020, 6, 12, 3, 0, tzinfo=UTC)


@pytest.fixture(params=["path", "file://", "memory://"])
def folder_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "memory://":
        return f"memory://{uuid.uuid4().hex}/เขต 1"
    return f"{request.param.replace('path', '')}{tmp_path}/เขต 1"


def leave(folder_url: str, files: dict[str, bytes]) -> None:
    file_system, root = fsspec.core.url_to_fs(folder_url)
    for relative_path, content in files.items():
        path = f"{root}/{relative_path}"
        file_system.makedirs(path.rpartition("/")[0], exist_ok=True)
        file_system.pipe_file(path, content)


def test_files_are_listed_in_order_with_their_folders(folder_url: str) -> None:
    leave(folder_url, {"ข.xlsx": b"12", "ก.csv": b"123", "2563-1/นักเรียน.xls": b"1"})
    assert list_files(folder_url) == (
        InboxFile("2563-1/นักเรียน.xls", 1),
        InboxFile("ก.csv", 3),
        InboxFile("ข.xlsx", 2),
    )


@pytest.mark.parametrize(
    "passed_over",
    [
        "~$นักเรียน.xlsx",
        ".~lock.นักเรียน.xlsx#",
        ".hidden.csv",
        ".git/config",
        "Thumbs.db",
        "thumbs.DB",
        "desktop.ini",
        "out/นักเรียน.xlsx",
        "2563-1/out/a/b.xlsx",
        "2563-1/~$a.xlsx",
    ],
)
def test_what_is_no_delivery_is_passed_over(folder_url: str, passed_over: str) -> None:
    leave(folder_url, {"นักเรียน.xlsx": b"1", passed_over: b"1"})
    assert list_files(folder_url) == (InboxFile("นักเรียน.xlsx", 1),)


@pytest.mark.parametrize("taken", ["out.xlsx", "outside/a.csv", "a~$b.csv", "รอบ.ที่ 1/a.csv"])
def test_names_that_only_look_like_it_are_taken(folder_url: str, taken: str) -> None:
    leave(folder_url, {taken: b"1"})
    assert list_files(folder_url) == (InboxFile(taken, 1),)


def test_an_agency_without_a_folder_has_sent_nothing(folder_url: str) -> None:
    assert list_files(folder_url) == ()
    assert fetch_deliveries("A1", folder_url, LandingStore("memory://none"), RECEIVED_AT) == Fetch()


def test_an_address_of_a_file_is_told(folder_url: str) -> None:
    leave(folder_url, {"a.csv": b"1"})
    with pytest.raises(NotADirectoryError, match="is a file"):
        list_files(f"{folder_url}/a.csv")


def test_a_folder_below_that_cannot_be_read_is_told(folder_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    leave(folder_url, {"closed/a.csv": b"1"})
    file_system, _ = fsspec.core.url_to_fs(folder_url)
    list_folder = type(file_system).ls

    def refuse(self: object, path: str, *arguments: object, **options: object) -> object:
        if path.endswith("closed"):
            raise PermissionError(path)
        return list_folder(self, path, *arguments, **options)

    monkeypatch.setattr(type(file_system), "ls", refuse)
    with pytest.raises(PermissionError, match="closed"):
        list_files(folder_url)


def test_fetching_keeps_the_bytes_and_says_where_they_came_from(folder_url: str, tmp_path: Path) -> None:
    leave(folder_url, {"2563-1/นักเรียน.csv": b"a,b\n"})
    landing = LandingStore(f"{tmp_path}/landing")
    (delivery,) = fetch_deliveries("A1", folder_url, landing, RECEIVED_AT).deliveries
    assert landing.get(delivery.sha256) == b"a,b\n"
    assert delivery == Delivery(
        sha256=delivery.sha256,
        file_name="นักเรียน.csv",
        path="2563-1/นักเรียน.csv",
        agency_code="A1",
        size_bytes=4,
        received_at=RECEIVED_AT,
    )


def test_a_file_over_the_limit_is_told_and_not_read(folder_url: str, tmp_path: Path) -> None:
    leave(folder_url, {"ใหญ่.csv": bytes(1_200_000), "เล็ก.csv": b"1"})
    fetch = fetch_deliveries(
        "A1", folder_url, LandingStore(f"{tmp_path}/landing"), RECEIVED_AT, max_bytes=1_000_000
    )
    assert [delivery.path for delivery in fetch.deliveries] == ["เล็ก.csv"]
    finding = Finding("FI006", params={"size": "1.2 MB", "limit": "1.0 MB"})
    assert fetch.oversized == (OversizedFile(InboxFile("ใหญ่.csv", 1_200_000), "A1", finding),)
    assert len([path for path in (tmp_path / "landing").rglob("*") if path.is_file()]) == 1


def test_a_marked_file_goes_below_out_and_is_no_delivery(folder_url: str) -> None:
    leave(folder_url, {"นักเรียน.csv": b"1"})
    address = write_beside(folder_url, "2563-1/นักเรียน (ตรวจแล้ว).xlsx", b"old")
    assert write_beside(folder_url, "2563-1/นักเรียน (ตรวจแล้ว).xlsx", b"new") == address
    assert address.endswith("เขต 1/out/2563-1/นักเรียน (ตรวจแล้ว).xlsx")
    with fsspec.open(address, "rb") as stream:
        assert stream.read() == b"new"
    assert [file.relative_path for file in list_files(folder_url)] == ["นักเรียน.csv"]


def test_a_marked_file_on_a_local_disk_is_told_as_a_path(tmp_path: Path) -> None:
    address = write_beside(f"file://{tmp_path}", "a.xlsx", b"1")
    assert Path(address) == tmp_path / "out" / "a.xlsx"


@pytest.mark.parametrize(
    "relative_path", ["../a.xlsx", "a/../../b.xlsx", "/a.xlsx", "", "a//b.xlsx", "..\\a.xlsx", "."]
)
def test_a_marked_file_stays_in_its_folder(folder_url: str, relative_path: str) -> None:
    with pytest.raises(ValueError, match="is not a path below the folder out"):
        write_beside(folder_url, relative_path, b"1")


def test_of_two_files_the_one_written_last_is_fetched_last(tmp_path: Path) -> None:
    for name, seconds in (("a.csv", 2_000_000_000), ("b.csv", 1_000_000_000)):
        (tmp_path / name).write_text(name, encoding="utf-8")
        os.utime(tmp_path / name, (seconds, seconds))
    fetch = fetch_deliveries("5001", str(tmp_path), LandingStore(str(tmp_path / ".landing")), RECEIVED_AT)
    assert [each.path for each in fetch.deliveries] == ["b.csv", "a.csv"]
