"""What a user can get wrong with the warehouse's address is told in one sentence, without the password."""

import re
import socket
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, text

from edusandbox.warehouse.engine import open_warehouse, redacted_url, writing
from edusandbox.warehouse.errors import WarehouseError


@pytest.fixture
def closed_port() -> Iterator[int]:
    """A port of this machine that nobody listens at: it is taken, but not open."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken.getsockname()[1]


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("", "The warehouse's address is not one; write sqlite:///"),
        ("province.db", "The warehouse's address is not one; write sqlite:///"),
        ("postgresql://user:secret@host:port/db", "The warehouse's address is not one; write sqlite:///"),
        (
            "postgresql://user:sec@ret@host/db",
            "The warehouse's address has two @; write an @ of the password",
        ),
        ("mysql://user:secret@host/db", "A warehouse lives in SQLite or PostgreSQL, not in mysql; write"),
        (
            "postgresql+asyncpg://host/db",
            "A warehouse lives in SQLite or PostgreSQL, not in postgresql+asyncpg",
        ),
        ("sqlite://", "A warehouse needs a file; write sqlite:///folder/file.db"),
        ("sqlite:///:memory:", "A warehouse needs a file; write sqlite:///folder/file.db"),
    ],
)
def test_an_address_that_is_none_is_refused(url: str, sentence: str) -> None:
    with pytest.raises(WarehouseError, match=f"^{re.escape(sentence)}") as refused:
        open_warehouse(url)
    assert "\n" not in str(refused.value)
    assert "sec" not in str(refused.value)


def test_a_server_that_does_not_answer_is_named_without_the_password(closed_port: int) -> None:
    with pytest.raises(WarehouseError) as refused:
        open_warehouse(f"postgresql://user:secret@127.0.0.1:{closed_port}/db")
    said = str(refused.value)
    opening = (
        f"The warehouse at postgresql://user:***@127.0.0.1:{closed_port}/db cannot be opened: connection"
    )
    assert said.startswith(opening)
    assert "secret" not in said
    assert "\n" not in said


def test_a_database_that_the_server_has_not_is_named(postgres_server_url: str) -> None:
    with pytest.raises(WarehouseError, match=r"^The warehouse at .* cannot be opened: .*does not exist$"):
        open_warehouse(postgres_server_url.replace("/postgres?", "/no_such_database?"))


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file where a folder should be")
    with pytest.raises(WarehouseError, match=r"^The warehouse's folder \S+taken/folder cannot be made: \w+"):
        open_warehouse(f"sqlite:///{tmp_path}/taken/folder/province.db")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "province.db").write_text(
        "a letter, not a database, and long enough to be taken for one" * 20
    )
    with pytest.raises(WarehouseError, match=r"cannot be opened: file is not a database$"):
        open_warehouse(f"sqlite:///{tmp_path}/province.db")


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match=r"cannot be opened: unable to open database file$"):
        open_warehouse(f"sqlite:///{tmp_path}")


def test_the_folder_of_a_new_file_is_made(tmp_path: Path) -> None:
    open_warehouse(f"sqlite:///{tmp_path}/a/b/province.db").dispose()
    assert (tmp_path / "a" / "b" / "province.db").is_file()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("sqlite:///folder/province.db", "sqlite:///folder/province.db"),
        ("postgresql://host/db", "postgresql://host/db"),
        ("postgresql://user:secret@host:5432/db", "postgresql://user:***@host:5432/db"),
        ("postgresql://user:s%40cret@host/db", "postgresql://user:***@host/db"),
        ("postgresql://host/db?user=me&password=secret", "postgresql://host/db?password=***&user=me"),
        ("postgresql://host/db?sslpassword=secret", "postgresql://host/db?sslpassword=***"),
        ("postgresql://user:se@cret@host/db", "(not an address)"),
        ("postgresql://user:secret@host:port/db", "(not an address)"),
        ("secret", "(not an address)"),
    ],
)
def test_passwords_are_hidden(url: str, shown: str) -> None:
    assert redacted_url(url) == shown


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_usual_name_of_postgresql_is_understood(postgres_url: str, scheme: str) -> None:
    engine = open_warehouse(f"{scheme}://{postgres_url.split('://', maxsplit=1)[1]}")
    try:
        assert engine.dialect.driver == "psycopg"
    finally:
        engine.dispose()


def test_table_definitions_are_rolled_back_too(empty_engine: Engine) -> None:
    def fail_half_way() -> None:
        with writing(empty_engine) as connection:
            connection.execute(text("CREATE TABLE half_made (a INTEGER)"))
            raise OSError("power cut")

    with pytest.raises(OSError, match="power"):
        fail_half_way()
    with writing(empty_engine) as connection:
        connection.execute(text("CREATE TABLE half_made (a INTEGER)"))


def test_sqlite_holds_foreign_keys_and_lets_readers_in_while_it_writes(sqlite_url: str) -> None:
    engine = open_warehouse(sqlite_url)
    try:
        with writing(engine) as writer:
            writer.execute(text("CREATE TABLE a (b INTEGER)"))
            with engine.connect() as reader:
                assert reader.scalar(text("PRAGMA foreign_keys")) == 1
                assert reader.scalar(text("SELECT COUNT(*) FROM sqlite_master")) == 0
    finally:
        engine.dispose()
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_opening_waits_while_another_process_makes_the_same_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "province.db"
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("CREATE TABLE made_by_another (x)")
    other.execute("BEGIN IMMEDIATE")
    waits: list[float] = []

    def the_other_goes_on(seconds: float) -> None:
        waits.append(seconds)
        other.execute("COMMIT")

    monkeypatch.setattr("edusandbox.warehouse.engine.time.sleep", the_other_goes_on)
    engine = open_warehouse(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert connection.scalar(text("PRAGMA journal_mode")) == "wal"
    assert len(waits) == 1
    engine.dispose()
    other.close()
