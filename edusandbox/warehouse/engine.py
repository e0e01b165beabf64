"""Opening a warehouse, and writing to it one at a time."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote_plus

from sqlalchemy import URL, Connection, Engine, create_engine, event, func, make_url, select
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry

from edusandbox.warehouse.errors import NoWarehouseError, WarehouseError

_WRITES = "edusandbox_writes"
_MOMENT = "edusandbox_moment"
_HIDDEN = "***"
# Any number does, as long as every release of the program takes the same one.
_ADVISORY_LOCK_KEY = 2562_05_01
_LONGEST_WAIT_SECONDS = 60.0
_SECONDS_BETWEEN_TRIES = 0.02
_SQLITE_PRAGMAS = (
    f"PRAGMA busy_timeout = {_LONGEST_WAIT_SECONDS * 1000:.0f}",
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = NORMAL",
)
_DRIVERS = {
    "sqlite": "sqlite",
    "sqlite+pysqlite": "sqlite",
    "postgresql": "postgresql+psycopg",
    "postgres": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
}


def open_warehouse(url: str) -> Engine:
    """Opens a warehouse and proves that it answers.

    Args:
        url: `sqlite:///folder/file.db` or `postgresql://user:password@host/database`. The folder of a
            SQLite file is made if it is not there.

    Returns:
        An engine. On SQLite foreign keys are enforced, readers do not wait for the writer, and
        transactions are real ones, also for table definitions.

    Raises:
        WarehouseError: The address is not one, names another kind of database, or nobody answers there.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        _make_folder(address)
    engine = create_engine(address)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_on_sqlite)
    try:
        with engine.connect():
            pass
    except (DBAPIError, UnicodeError) as error:
        engine.dispose()
        reason = _first_line(error.orig if isinstance(error, DBAPIError) else error)
        raise WarehouseError(f"The warehouse at {redacted_url(url)} cannot be opened: {reason}") from error
    return engine


def open_existing_warehouse(url: str) -> Engine:
    """Opens a warehouse that is there, for whoever only looks: neither file nor folder is made.

    Args:
        url: As `open_warehouse` takes it.

    Raises:
        NoWarehouseError: There is no such file.
        WarehouseError: As `open_warehouse` raises it.
    """
    if is_yet_to_be(url):
        raise NoWarehouseError(redacted_url(url))
    return open_warehouse(url)


def is_yet_to_be(url: str) -> bool:
    """Whether a warehouse's address names a SQLite file that is not there.

    Raises:
        WarehouseError: The address is not one, or names another kind of database.
    """
    address = _address(url)
    if address.get_backend_name() != "sqlite" or address.database in {None, "", ":memory:"}:
        return False
    try:
        Path(str(address.database)).stat()
    except OSError as error:
        # What else may keep one from looking at it, opening it says.
        return isinstance(error, FileNotFoundError)
    return False


def redacted_url(url: str) -> str:
    """The address without its passwords, fit for a log; text that is no address gives `(not an address)`."""
    try:
        address = _parsed(url)
    except WarehouseError:
        return "(not an address)"
    secrets = {key: _HIDDEN for key in address.query if "password" in key.lower()}
    shown = address.update_query_dict(secrets).render_as_string(hide_password=True)
    return shown.replace(quote_plus(_HIDDEN), _HIDDEN)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction that no other writer shares: it waits for its turn, then sees all that was committed.

    Args:
        engine: As `open_warehouse` gives it.

    Yields:
        A connection; it commits at the end, and rolls everything back if anything raises.
    """
    with engine.connect().execution_options(**{_WRITES: True}) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_ADVISORY_LOCK_KEY)))
        connection.execution_options(**{_MOMENT: datetime.now(UTC)})
        yield connection


def moment_of(connection: Connection) -> datetime:
    """The moment of a transaction of `writing`: all that it changes happens at once, or not at all."""
    moment: datetime = connection.get_execution_options()[_MOMENT]
    return moment


def _parsed(url: str) -> URL:
    try:
        address = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise WarehouseError(
            "The warehouse's address is not one; write sqlite:///folder/file.db "
            "or postgresql://user:password@host/database"
        ) from error
    if "@" in (address.host or ""):
        # Then the rest of the password would be taken for the host, and be shown wherever the host is.
        raise WarehouseError("The warehouse's address has two @; write an @ of the password as %40")
    return address


def _address(url: str) -> URL:
    address = _parsed(url)
    driver = _DRIVERS.get(address.drivername)
    if driver is None:
        raise WarehouseError(
            f"A warehouse lives in SQLite or PostgreSQL, not in {address.drivername}; write "
            "sqlite:///folder/file.db or postgresql://user:password@host/database"
        )
    return address.set(drivername=driver)


def _make_folder(address: URL) -> None:
    if not address.database or address.database == ":memory:":
        raise WarehouseError("A warehouse needs a file; write sqlite:///folder/file.db")
    folder = Path(address.database).parent
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WarehouseError(
            f"The warehouse's folder {folder} cannot be made: {error.strerror or error}"
        ) from error


def _set_up_sqlite(connection: DBAPIConnection, _record: ConnectionPoolEntry) -> None:
    # Left to itself the sqlite3 module begins late and not at all before CREATE TABLE: then two writers
    # can both read before either writes, and half of a definition can stay behind.
    assert isinstance(connection, sqlite3.Connection)  # noqa: S101 - tells mypy what the dialect promises
    connection.isolation_level = None
    for pragma in _SQLITE_PRAGMAS:
        connection.execute(pragma).close()
    _let_readers_in(connection)


def _let_readers_in(connection: sqlite3.Connection) -> None:
    """Sets the write-ahead log; SQLite does not wait by itself while another one sets or writes it."""
    last_try = time.monotonic() + _LONGEST_WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL").close()
        except sqlite3.OperationalError as error:
            is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY
            if not is_busy or time.monotonic() > last_try:
                raise
            time.sleep(_SECONDS_BETWEEN_TRIES)
        else:
            return


def _begin_on_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(_WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _first_line(error: BaseException | None) -> str:
    lines = str(error).strip().splitlines()
    return lines[0].rstrip(".") if lines else type(error).__name__
