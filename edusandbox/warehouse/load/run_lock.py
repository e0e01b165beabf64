"""Tells runs that live from runs that were killed, by a lock that goes with the process that holds it."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import Connection, Engine, func, select

from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load.runs import RunState
from edusandbox.warehouse.tables.operation_tables import ops_run

try:
    import fcntl
except ImportError:  # Windows has no such locks: there a killed run stays noted as running.
    fcntl = None  # type: ignore[assignment]

# Any number does, as long as every release of the program takes the same one.
_LOCK_KEY = 2562_05_02


@contextmanager
def among_living_runs(engine: Engine) -> Iterator[None]:
    """Has other runs know that this one lives while the block runs; `start_run` belongs inside it.

    Every run that lives shares a lock. Where nobody holds it when a run begins, whatever run is noted as
    running was killed: it is noted as failed, without an end, which nobody knows.

    Args:
        engine: A warehouse that `create_warehouse` has seen.
    """
    with _lock_of(engine) as lock:
        if lock.is_free():
            _note_killed_runs(engine)
        lock.share()
        yield


class _Lock(Protocol):
    def is_free(self) -> bool:
        """Takes the lock for this run alone, if no run lives."""

    def share(self) -> None:
        """Holds it together with the other runs until the process ends or the block does."""


@contextmanager
def _lock_of(engine: Engine) -> Iterator[_Lock]:
    if engine.dialect.name == "postgresql":
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            try:
                yield _DatabaseLock(connection)
            finally:
                # The session ends, and the lock with it, also where the network has ended it already.
                connection.invalidate()
    elif os.name == "posix":
        path = Path(f"{engine.url.database}-runs")
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            yield _FileLock(descriptor)
        finally:
            os.close(descriptor)
    else:
        yield _NoLock()


def _note_killed_runs(engine: Engine) -> None:
    is_running = ops_run.c.state == RunState.RUNNING.value
    with engine.connect() as connection:
        if connection.execute(select(ops_run.c.run_id).where(is_running).limit(1)).first() is None:
            return
    with writing(engine) as connection:
        connection.execute(ops_run.update().where(is_running).values(state=RunState.FAILED.value))


class _DatabaseLock:
    """An advisory lock of PostgreSQL, one a schema, which a lost connection gives back."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._key = (_LOCK_KEY, func.hashtext(func.current_schema()))
        self._is_alone = False

    def is_free(self) -> bool:
        self._is_alone = bool(self._connection.scalar(select(func.pg_try_advisory_lock(*self._key))))
        return self._is_alone

    def share(self) -> None:
        self._connection.execute(select(func.pg_advisory_lock_shared(*self._key)))
        if self._is_alone:
            self._connection.execute(select(func.pg_advisory_unlock(*self._key)))


class _FileLock:
    """A lock on a file beside SQLite's, which the system takes back from a process that ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def is_free(self) -> bool:
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def share(self) -> None:
        fcntl.flock(self._descriptor, fcntl.LOCK_SH)


class _NoLock:
    def is_free(self) -> bool:
        return False

    def share(self) -> None:
        pass
