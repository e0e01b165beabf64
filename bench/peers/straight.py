"""The bare straight pipeline: calamine, pandas, pandera and COPY, in two processes.

What somebody writes who knows the data, wants nothing kept but facts with their provenance and the rows
set aside, and cares for speed: the program's own target is 1.25 times this. Files of one agency go to one
process; what a process has melted is loaded while the processes work on the next files. One transaction;
on SQLite `executemany`, on PostgreSQL COPY of CSV that Arrow has written.
"""

import io
import multiprocessing
import sqlite3
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from contextlib import contextmanager
from typing import Any, Protocol

import pandas as pd
import psycopg
import pyarrow as pa
import pyarrow.csv
from pandas_frames import facts_of, frame_of_rows, long_frame, register_frame
from pandera_rules import schema_of, validate
from recipe import TABLES, Recipe, Source, answer, arguments, by_table, create_statements, sqlite_path
from workbook_rows import rows_of

PROCESSES = 2
GROUPS_A_PROCESS = 4
PACKAGES = ("pandas", "pandera", "python-calamine", "pyarrow", "psycopg")


class Loader(Protocol):
    """Takes rows of a table."""

    def load(self, name: str, rows: pa.Table) -> None:
        """Appends rows to a table."""


class PostgresLoader:
    """COPY."""

    def __init__(self, connection: "psycopg.Connection[Any]") -> None:
        """Keeps the connection."""
        self._connection = connection

    def load(self, name: str, rows: pa.Table) -> None:
        """Appends rows to a table."""
        buffer = io.BytesIO()
        options = pyarrow.csv.WriteOptions(include_header=False, quoting_style="needed")
        pyarrow.csv.write_csv(rows, buffer, options)
        with self._connection.cursor() as cursor:
            columns = ", ".join(rows.column_names)
            with cursor.copy(f"COPY {name} ({columns}) FROM STDIN (FORMAT csv)") as copy:
                copy.write(buffer.getbuffer())


class SqliteLoader:
    """`executemany`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Keeps the connection."""
        self._connection = connection

    def load(self, name: str, rows: pa.Table) -> None:
        """Appends rows to a table."""
        columns = ", ".join(rows.column_names)
        marks = ", ".join("?" * rows.num_columns)
        values = zip(*(column.to_pylist() for column in rows.columns), strict=True)
        self._connection.executemany(f"INSERT INTO {name} ({columns}) VALUES ({marks})", values)


@contextmanager
def loading(url: str) -> Iterator[Loader]:
    """One transaction with the tables made."""
    if url.startswith("sqlite"):
        connection = sqlite3.connect(sqlite_path(url), isolation_level=None)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("BEGIN")
        for statement in create_statements():
            connection.execute(statement)
        yield SqliteLoader(connection)
        connection.execute("COMMIT")
        connection.close()
        return
    with psycopg.connect(url) as server:
        for statement in create_statements():
            server.execute(statement)
        yield PostgresLoader(server)


def process_group(
    recipe: Recipe, sources: Sequence[Source], schools: frozenset[str] | None
) -> dict[str, pa.Table]:
    """Reads, validates and melts some files; gives rows by table."""
    schema = schema_of(recipe, schools)
    made: dict[str, list[pd.DataFrame]] = {"fact_enrolment": [], "fact_classroom": [], "set_aside": []}
    for group in by_table(sources):
        frames = [frame_of_rows(each, rows_of(recipe, each)) for each in group]
        kept, aside = validate(long_frame(recipe, group, frames), schema)
        pupils, rooms = facts_of(kept)
        made["fact_enrolment"].append(pupils)
        made["fact_classroom"].append(rooms)
        made["set_aside"].append(aside)
    return {
        name: pa.Table.from_pandas(pd.concat(parts)[list(TABLES[name])], preserve_index=False)
        for name, parts in made.items()
    }


def groups_of(recipe: Recipe) -> list[list[Source]]:
    """Files in groups of like size, all of an agency together, the largest agencies first."""
    by_agency: dict[str | None, list[Source]] = {}
    for source in recipe.returns:
        by_agency.setdefault(source.agency, []).append(source)
    count = min(len(by_agency), PROCESSES * GROUPS_A_PROCESS)
    groups: list[list[Source]] = [[] for _ in range(count)]
    sizes = [0] * count
    for sources in by_agency.values():
        smallest = sizes.index(min(sizes))
        groups[smallest] += sources
        sizes[smallest] += sum((recipe.folder / each.path).stat().st_size for each in sources)
    return groups


def main() -> None:
    """Does the work."""
    recipe, url, started = arguments(__doc__)
    registers = recipe.registers
    schools = register_frame(registers, [frame_of_rows(each, rows_of(recipe, each)) for each in registers])
    known = frozenset(schools["agency_code"] + "/" + schools["school_code"]) if registers else None
    with (
        ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("fork")) as pool,
        loading(url) as loader,
    ):
        futures = [pool.submit(process_group, recipe, group, known) for group in groups_of(recipe)]
        loader.load("school", pa.Table.from_pandas(schools, preserve_index=False))
        files = list(zip(*recipe.file_rows(), strict=True))
        loader.load(
            "source_file", pa.table([list(each) for each in files], names=list(TABLES["source_file"]))
        )
        for future in as_completed(futures):
            for name, rows in future.result().items():
                loader.load(name, rows)
    answer(url, started, PACKAGES)


if __name__ == "__main__":
    main()
