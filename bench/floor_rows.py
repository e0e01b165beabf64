"""Gets ready what the floor loads: the facts of a warehouse that the program has filled, and its tables.

`python -m bench.floor_rows WORK_FOLDER WAREHOUSE.sqlite` writes `floor/` below the work: each fact table
as CSV for COPY and as tuples for `executemany`, in key order, and the tables' definitions on both
databases.
"""

import argparse
import csv
import marshal
import sqlite3
from pathlib import Path

from sqlalchemy import Dialect, make_url
from sqlalchemy.schema import CreateIndex, CreateTable

from edusandbox.warehouse.tables.collection import FACT_TABLES

TABLES = ("fact_enrolment",)
_DIALECTS: dict[str, Dialect] = {
    name.partition("+")[0]: make_url(f"{name}://").get_dialect()()
    for name in ("sqlite", "postgresql+psycopg")
}


def write_floor_rows(folder: Path, warehouse: Path) -> None:
    """Takes the facts out of a filled SQLite warehouse.

    Args:
        folder: Gets the files; it is made.
        warehouse: The database's file.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for name, dialect in _DIALECTS.items():
        (folder / f"{name}.sql").write_text(_definitions(dialect), encoding="utf-8")
    with sqlite3.connect(warehouse) as connection:
        for name in TABLES:
            keys = ", ".join(FACT_TABLES[name].primary_key.columns.keys())
            rows = connection.execute(f"SELECT * FROM {name} ORDER BY {keys}").fetchall()  # noqa: S608 - our names
            (folder / f"{name}.marshal").write_bytes(marshal.dumps(rows))
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, lineterminator="\n").writerows(rows)


def _definitions(dialect: Dialect) -> str:
    tables = [FACT_TABLES[name] for name in TABLES]
    made = [str(CreateTable(each).compile(dialect=dialect)) for each in tables]
    made += [str(CreateIndex(index).compile(dialect=dialect)) for each in tables for index in each.indexes]
    return "".join(f"{each.strip()};\n" for each in made)


def main() -> None:
    """Writes the files."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", type=Path)
    parser.add_argument("warehouse", type=Path)
    chosen = parser.parse_args()
    write_floor_rows(chosen.work / "floor", chosen.warehouse)


if __name__ == "__main__":
    main()
