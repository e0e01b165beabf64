"""The landing store keeps bytes under their digest, once, and tells when it lost them."""

import hashlib
import os
import pickle
import uuid
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fsspec.implementations.local import LocalFileSystem
from hypothesis import given
from hypothesis import strategies as st

from edusandbox.sources.errors import DamagedBytesError, MissingBytesError
from edusandbox.sources.landing import LandingStore

CONTENT = "รหัส,ชื่อ\n".encode()
SHA256 = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(params=["path", "file://", "memory://"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> LandingStore:
    urls = {
        "path": f"{tmp_path}/ที่เก็บ/landing",
        "file://": f"file://{tmp_path}/landing/",
        "memory://": f"memory://{uuid.uuid4().hex}",
    }
    return LandingStore(urls[request.param])


def test_bytes_come_back_by_their_digest(store: LandingStore) -> None:
    assert store.put(CONTENT) == SHA256
    assert store.get(SHA256) == CONTENT


@given(content=st.binary(max_size=300))
def test_any_bytes_come_back(content: bytes) -> None:
    store = LandingStore("memory://any")
    assert store.get(store.put(content)) == content


def test_a_digest_exists_once_it_is_put(store: LandingStore) -> None:
    assert not store.exists(SHA256)
    store.put(CONTENT)
    assert store.exists(SHA256)


def test_a_key_has_two_digits_of_folder_and_nothing_else_is_left(tmp_path: Path) -> None:
    LandingStore(str(tmp_path)).put(CONTENT)
    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()]
    assert files == [f"{SHA256[:2]}/{SHA256}"]


def test_the_same_bytes_are_written_once(tmp_path: Path) -> None:
    store = LandingStore(str(tmp_path))
    store.put(CONTENT)
    path = tmp_path / SHA256[:2] / SHA256
    before = path.stat()
    store.put(CONTENT)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_half_a_file_is_written_again(tmp_path: Path) -> None:
    path = tmp_path / SHA256[:2] / SHA256
    path.parent.mkdir()
    path.write_bytes(CONTENT[:3])
    store = LandingStore(str(tmp_path))
    store.put(CONTENT)
    assert store.get(SHA256) == CONTENT


def test_a_write_that_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(descriptor: int) -> None:
        raise OSError(28, f"no space left for {descriptor}")

    monkeypatch.setattr("os.fsync", refuse)
    with pytest.raises(OSError, match="no space left"):
        LandingStore(str(tmp_path)).put(CONTENT)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def test_what_a_killed_writer_left_goes_and_what_is_being_written_stays(tmp_path: Path) -> None:
    store = LandingStore(str(tmp_path))
    store.put(CONTENT)
    left, living = tmp_path / SHA256[:2] / ".left.part", tmp_path / SHA256[:2] / ".living.part"
    for path in (left, living):
        path.write_bytes(CONTENT[:3])
    os.utime(left, (1_600_000_000, 1_600_000_000))
    store.remove_unfinished(datetime(2021, 1, 1, tzinfo=UTC))
    assert sorted(path.name for path in left.parent.iterdir()) == [".living.part", SHA256]


def test_a_store_that_is_not_there_yet_has_nothing_unfinished(store: LandingStore) -> None:
    store.remove_unfinished(datetime(2021, 1, 1, tzinfo=UTC))


@pytest.fixture
def belated(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every question whether a file exists is answered before another run removes that file."""
    monkeypatch.setattr(LocalFileSystem, "exists", lambda *_, **__: True)


@pytest.mark.usefixtures("belated")
def test_bytes_that_another_run_removes_meanwhile_are_removed(tmp_path: Path) -> None:
    LandingStore(str(tmp_path)).remove(SHA256)


@pytest.mark.usefixtures("belated")
def test_bytes_that_another_run_removes_meanwhile_are_written_again(tmp_path: Path) -> None:
    store = LandingStore(str(tmp_path))
    assert store.put(CONTENT) == SHA256
    assert store.get(SHA256) == CONTENT


def test_missing_bytes_are_told(store: LandingStore) -> None:
    with pytest.raises(MissingBytesError, match=SHA256):
        store.get(SHA256)


def test_damaged_bytes_are_told(tmp_path: Path) -> None:
    store = LandingStore(str(tmp_path))
    store.put(CONTENT)
    (tmp_path / SHA256[:2] / SHA256).write_bytes(b"x" * len(CONTENT))
    with pytest.raises(DamagedBytesError, match="fetch it from the agency again"):
        store.get(SHA256)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", SHA256[:-1], SHA256.upper()])
def test_only_a_digest_is_looked_up(digest: str) -> None:
    with pytest.raises(ValueError, match="is not a SHA-256 digest"):
        LandingStore("memory://any").get(digest)


def test_a_store_travels_to_another_process(store: LandingStore) -> None:
    store.put(CONTENT)
    travelled = pickle.loads(pickle.dumps(store))  # noqa: S301 - our own bytes
    assert travelled.get(SHA256) == CONTENT


def test_its_errors_travel_between_processes() -> None:
    error = pickle.loads(pickle.dumps(MissingBytesError(SHA256)))  # noqa: S301 - our own bytes
    assert error.sha256 == SHA256
