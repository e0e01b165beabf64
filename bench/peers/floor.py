"""The floor: calamine reads the same bytes, and the same rows go into the same tables; nothing else.

The rows lie ready in `floor/` below the work (`python -m bench.floor_rows` takes them from a warehouse
that the program has filled), so that nothing is typed, checked, melted or looked up here. Reading is
shared by two processes. Rows are loaded with COPY of ready CSV on PostgreSQL and with `executemany` of
ready tuples on SQLite, into the program's own fact tables with their keys and checks; taking them from
the disk is not counted.
"""

import json
import marshal
import multiprocessing
import platform
import sqlite3
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from python_calamine import CalamineWorkbook
from recipe import Recipe, Source, arguments, asker, sqlite_path

PROCESSES = 2
CHUNKS = 16
TABLES = ("fact_enrolment",)
_BLOCK = 1 << 20


def read_all(folder: Path, sources: Sequence[Source]) -> int:
    """Reads files to the last cell; gives the number of rows. What calamine cannot read is read as bytes."""
    rows = 0
    for source in sources:
        if source.format in {"xlsx", "ods"}:
            workbook = CalamineWorkbook.from_path(str(folder / source.path))
            rows += len(workbook.get_sheet_by_name(source.sheet).to_python(skip_empty_area=False))
        else:
            rows += len((folder / source.path).read_bytes().splitlines())
    return rows


def load_postgresql(url: str, folder: Path) -> float:
    """COPY of ready CSV; gives the seconds."""
    contents = {name: (folder / f"{name}.csv").read_bytes() for name in TABLES}
    start = time.monotonic()
    with psycopg.connect(url) as connection:
        for statement in (folder / "postgresql.sql").read_text(encoding="utf-8").split(";\n"):
            if statement.strip():
                connection.execute(statement.encode())
        for name, content in contents.items():
            view = memoryview(content)
            with connection.cursor() as cursor, cursor.copy(f"COPY {name} FROM STDIN (FORMAT csv)") as copy:
                for at in range(0, len(view), _BLOCK):
                    copy.write(view[at : at + _BLOCK])
    return time.monotonic() - start


def load_sqlite(path: str, folder: Path) -> float:
    """`executemany` of ready tuples; gives the seconds."""
    tables: dict[str, list[tuple[Any, ...]]] = {
        name: marshal.loads((folder / f"{name}.marshal").read_bytes())  # noqa: S302 - written by us
        for name in TABLES
    }
    start = time.monotonic()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.executescript((folder / "sqlite.sql").read_text(encoding="utf-8"))
    connection.execute("BEGIN")
    for name, rows in tables.items():
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT INTO {name} VALUES ({marks})", rows)
    connection.execute("COMMIT")
    connection.close()
    return time.monotonic() - start


def read_in_processes(recipe: Recipe) -> None:
    """Reads every file, the work shared by the processes."""
    sources = sorted(recipe.sources, key=lambda each: -(recipe.folder / each.path).stat().st_size)
    with ProcessPoolExecutor(PROCESSES, multiprocessing.get_context("fork")) as pool:
        parts = [pool.submit(read_all, recipe.folder, sources[number::CHUNKS]) for number in range(CHUNKS)]
        for part in parts:
            part.result()


def main() -> None:
    """Does the work."""
    recipe, url, started = arguments(__doc__)
    folder = recipe.folder / "floor"
    read_in_processes(recipe)
    reading = time.monotonic() - started
    load = load_sqlite(sqlite_path(url), folder) if url.startswith("sqlite") else load_postgresql(url, folder)
    ask = asker(url)
    values = ("male", "female", "classroom")
    sums = ", ".join(f"sum({name}_count)" for name in values)
    # A fact of the peers is a cell; a row of these tables has up to three.
    cells = ", ".join(f"sum(CASE WHEN {name}_mark_code = 'z' THEN 0 ELSE 1 END)" for name in values)
    (row,) = ask(f"SELECT {sums}, {cells} FROM fact_enrolment")
    boys, girls, rooms, *counts = map(int, row)
    told = {
        "facts": sum(counts),
        "pupils": {"male": boys, "female": girls},
        "classrooms": rooms,
        "seconds": round(reading + load, 3),
        "stages": {"read": round(reading, 3), "load": round(load, 3)},
        "versions": {name: version(name) for name in ("python-calamine", "psycopg")}
        | {"python": platform.python_version()},
        "notes": ["sets nothing aside"],
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
