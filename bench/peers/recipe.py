"""What every peer is told of the work, and how it answers; needs nothing but Python.

`bench/peers/RULES.md` has the rules. A peer is a script of its own that runs in an environment of its
own; the modules beside the peers are shared, so that reading a recipe
is written once.
"""

import argparse
import csv
import json
import os
import platform
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any, NamedTuple

BUDDHIST_ERA_OFFSET = 543
THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
COUNTS = ("male_count", "female_count", "pupil_total", "classroom_count")
RULE_OF_COUNT_LIMIT = 10_000
SCHOOL_CODE = r"\d{6}|\d{8}|\d{10}"
ENROLMENT_COLUMNS = (
    "agency_code", "school_code", "grade_code", "sex_code", "period", "pupil_count", "file_id", "source_row",
    "source_column",
)  # fmt: skip
CLASSROOM_COLUMNS = (
    "agency_code", "school_code", "grade_code", "period", "classroom_count", "file_id", "source_row",
    "source_column",
)  # fmt: skip
COLUMN_TYPES = {
    "pupil_count": "integer",
    "classroom_count": "integer",
    "file_id": "integer",
    "source_row": "integer",
    "source_column": "integer",
}
"""Everything else is text."""
TABLES: dict[str, tuple[str, ...]] = {
    "source_file": ("file_id", "path", "sheet", "agency_code"),
    "school": ("agency_code", "school_code", "school_name"),
    "set_aside": ("file_id", "source_row", "rule"),
    "fact_enrolment": ENROLMENT_COLUMNS,
    "fact_classroom": CLASSROOM_COLUMNS,
}


class RecipeColumn(NamedTuple):
    """A column to read: sheet column (1-based), field and, in a wide table, the grade."""

    column: int
    field: str
    grade: str | None


@dataclass(frozen=True, slots=True)
class Source:
    """A file to read.

    Attributes:
        file_id: Its number in `source_file`.
        path: Where it lies below the work's folder.
        agency: Whose it is; None for a register of several agencies.
        period: Period of all of its rows; None where they have columns for it.
        rows: First and last sheet row of the data.
        columns: What to read; files of one shape share the tuple.
    """

    file_id: int
    path: str
    format: str
    encoding: str | None
    form: str
    sheet: str
    table: int
    agency: str | None
    period: str | None
    first_row: int
    last_row: int
    columns: tuple[RecipeColumn, ...]

    @property
    def is_wide(self) -> bool:
        """Whether a row is a school with all of its grades."""
        return any(each.grade for each in self.columns)

    def column_of(self, field: str, grade: str | None = None) -> int | None:
        """The sheet column of a field, or None where the table has none."""
        found = (each.column for each in self.columns if (each.field, each.grade) == (field, grade))
        return next(found, None)

    @property
    def grades(self) -> tuple[str, ...]:
        """Grades of a wide table, in their order."""
        return tuple(dict.fromkeys(each.grade for each in self.columns if each.grade))


@dataclass(frozen=True, slots=True)
class Recipe:
    """The work as `recipe.json` tells it."""

    folder: Path
    periods: tuple[str, ...]
    agencies: tuple[str, ...]
    grades: tuple[str, ...]
    spellings: dict[str, str]
    sources: tuple[Source, ...]

    @property
    def returns(self) -> tuple[Source, ...]:
        """The files with enrolment."""
        return tuple(each for each in self.sources if each.form == "enrolment")

    @property
    def registers(self) -> tuple[Source, ...]:
        """The files with schools."""
        return tuple(each for each in self.sources if each.form == "school_register")

    def file_rows(self) -> list[tuple[int, str, str, str | None]]:
        """The rows of `source_file`."""
        return [(each.file_id, each.path, each.sheet, each.agency) for each in self.sources]


def read_recipe(folder: Path) -> Recipe:
    """Reads the recipe of a work."""
    told = json.loads((folder / "recipe.json").read_text(encoding="utf-8"))
    tables = [
        tuple(RecipeColumn(each["column"], each["field"], each.get("grade")) for each in columns)
        for columns in told["tables"]
    ]
    names = (
        "path",
        "format",
        "encoding",
        "form",
        "sheet",
        "table",
        "agency",
        "period",
        "first_row",
        "last_row",
    )
    return Recipe(
        folder,
        tuple(told["periods"]),
        tuple(told["agencies"]),
        tuple(told["grades"]),
        told["grade_spellings"],
        tuple(
            Source(file_id=number, columns=tables[file["table"]], **{name: file[name] for name in names})
            for number, file in enumerate(told["files"], start=1)
        ),
    )


def by_table(sources: Iterable[Source]) -> list[list[Source]]:
    """Groups files of one shape, so that they become one frame."""
    groups: dict[int, list[Source]] = {}
    for source in sources:
        groups.setdefault(source.table, []).append(source)
    return list(groups.values())


def csv_rows(recipe: Recipe, source: Source) -> list[list[str]]:
    """The data rows of a CSV file."""
    with (recipe.folder / source.path).open(encoding=source.encoding, newline="") as file:
        return list(csv.reader(file))[source.first_row - 1 : source.last_row]


def html_rows(recipe: Recipe, source: Source) -> list[list[str]]:
    """The data rows of the last table of a web page; they have no spans."""
    from lxml import html  # noqa: PLC0415 - only W1 has web pages

    content = (recipe.folder / source.path).read_bytes().decode(source.encoding or "utf-8")
    rows = html.fromstring(content).xpath("//table")[-1].xpath(".//tr")
    return [
        [cell.text_content() for cell in row.xpath("./td|./th")]
        for row in rows[source.first_row - 1 : source.last_row]
    ]


def period_code(year: object, semester: object) -> str:
    """Year of either era and semester as a period's code."""
    number = int(float(str(year)))
    return f"{number if number >= 2500 else number + BUDDHIST_ERA_OFFSET}-{int(float(str(semester)))}"


def arguments(description: str | None) -> tuple[Recipe, str, float]:
    """Reads `--work FOLDER --database URL`; gives the recipe, the address and when the process began."""
    started = float(os.environ.get("BENCH_STARTED") or time.monotonic())
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--database", required=True, help="postgresql:// or sqlite:///")
    chosen = parser.parse_args()
    return read_recipe(chosen.work), chosen.database, started


def sqlite_path(url: str) -> str:
    """The file of an address `sqlite:///...`."""
    return url.removeprefix("sqlite:///")


def create_statements(tables: Sequence[str] = tuple(TABLES)) -> list[str]:
    """CREATE TABLE for peers that write with a bare driver."""
    return [
        f"CREATE TABLE {name} ("
        + ", ".join(f"{column} {COLUMN_TYPES.get(column, 'text')}" for column in TABLES[name])
        + ")"
        for name in tables
    ]


def answer(
    url: str,
    started: float,
    packages: Sequence[str],
    *,
    has_schools: bool = True,
    notes: Sequence[str] = (),
) -> None:
    """Prints the line of JSON; reads the tables for it after the clock has been stopped.

    Args:
        url: The database.
        started: When the process was started.
        packages: Distributions whose versions are told.
        has_schools: Whether there is a table of schools.
        notes: What this library could not do.
    """
    taken = time.monotonic() - started
    ask = asker(url)
    told: dict[str, Any] = {
        "facts": ask("SELECT count(*) FROM fact_enrolment")[0][0]
        + ask("SELECT count(*) FROM fact_classroom")[0][0],
        "pupils": {
            sex: int(count)
            for sex, count in ask("SELECT sex_code, sum(pupil_count) FROM fact_enrolment GROUP BY sex_code")
        },
        "classrooms": int(ask("SELECT sum(classroom_count) FROM fact_classroom")[0][0] or 0),
        "set_aside": ask("SELECT count(*) FROM (SELECT DISTINCT file_id, source_row FROM set_aside) AS rows")[
            0
        ][0],
        "schools": ask("SELECT count(*) FROM school")[0][0] if has_schools else 0,
        "seconds": round(taken, 3),
        "versions": {name: version(name) for name in packages} | {"python": platform.python_version()},
        "notes": list(notes),
    }
    print(json.dumps(told))


def asker(url: str) -> Callable[[str], list[tuple[Any, ...]]]:
    """A function that asks the database a question."""
    if url.startswith("sqlite"):
        return lambda statement: sqlite3.connect(sqlite_path(url)).execute(statement).fetchall()

    def ask(statement: str) -> list[tuple[Any, ...]]:
        import psycopg  # noqa: PLC0415 - SQLite needs no driver

        with psycopg.connect(url) as connection:
            return connection.execute(statement).fetchall()

    return ask
