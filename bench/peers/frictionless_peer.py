"""frictionless: its readers, its schemas and row errors, its indexer.

Each file is a table resource with a schema: counts are integers with bounds, so that frictionless' own
row errors say what breaks R07 to R10; rules about several cells or rows are held against its rows in
Python, as its custom checks would. Facts go to CSV and into the database with `index`: fast mode (COPY)
on PostgreSQL; on SQLite fast mode needs the program `sqlite3`, without which frictionless inserts row by
row. Web pages are read with lxml: its own reader takes a page's first table. One process; frictionless
works row by row.
"""

import csv
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from frictionless import Dialect, Resource, Row, Schema, fields, formats
from recipe import (
    COUNTS,
    RULE_OF_COUNT_LIMIT,
    SCHOOL_CODE,
    TABLES,
    THAI_DIGITS,
    Recipe,
    Source,
    answer,
    arguments,
    html_rows,
    period_code,
)

PACKAGES = ("frictionless", "openpyxl", "sqlalchemy", "psycopg")
INTEGERS = {"pupil_count", "classroom_count", "file_id", "source_row", "source_column"}
RULE_OF_ERROR = {"minimum": "R08", "maximum": "R10"}
Key = tuple[str, str, str, str]


def schema_of(source: Source) -> Schema:
    """A field a column of the sheet, those between included; counts have bounds."""
    named = {each.column: each for each in source.columns}
    made: list[Any] = []
    for number in range(1, max(named) + 1):
        column = named.get(number)
        if column is not None and column.field in COUNTS:
            limits = {"minimum": 0, "maximum": RULE_OF_COUNT_LIMIT - 1}
            made.append(fields.IntegerField(name=f"c{number}", constraints=limits))
        else:
            made.append(fields.AnyField(name=f"c{number}"))
    return Schema(fields=made)


def rows_of(recipe: Recipe, source: Source) -> Iterator[Row]:
    """The data rows of a file as frictionless reads them."""
    titles = list(range(1, source.first_row))
    if source.format == "html":
        width = max(each.column for each in source.columns)
        data = [row[:width] for row in html_rows(recipe, source)]
        resource = Resource(data=data, dialect=Dialect(header=False), schema=schema_of(source))
    else:
        dialect = Dialect(header=False, comment_rows=titles)
        if source.format == "xlsx":
            dialect.add_control(formats.ExcelControl(sheet=source.sheet))
        elif source.format == "ods":
            dialect.add_control(formats.OdsControl(sheet=source.sheet))
        resource = Resource(
            path=source.path,
            basepath=str(recipe.folder),
            format=source.format,
            encoding=source.encoding,
            dialect=dialect,
            schema=schema_of(source),
        )
    count = source.last_row - source.first_row + 1
    with resource:
        for number, row in enumerate(resource.row_stream):
            if number == count:
                return
            yield row


@dataclass(slots=True)
class Checked:
    """What was read: lines by key, and the rules that sheet rows break."""

    lines: list[tuple[Key, int, int, dict[str, int | None], dict[str, int]]] = field(default_factory=list)
    broken: dict[tuple[int, int], set[str]] = field(default_factory=dict)
    seen: dict[Key, list[tuple[int, int]]] = field(default_factory=dict)

    def refuse(self, place: tuple[int, int], *rules: str) -> None:
        """Notes that a sheet row breaks rules."""
        if rules:
            self.broken.setdefault(place, set()).update(rules)


class Checker:
    """Holds rows against the rules."""

    def __init__(self, recipe: Recipe, schools: frozenset[tuple[str, str]] | None) -> None:
        """Takes the work and its registered schools."""
        self._recipe = recipe
        self._schools = schools
        self._agencies = frozenset(recipe.agencies)
        self._periods = frozenset(recipe.periods)
        self._grades = frozenset(recipe.grades)
        self._code = re.compile(SCHOOL_CODE)
        self.checked = Checked()

    def add(self, source: Source) -> None:
        """Reads and checks a file."""
        blocks = self._blocks(source)
        for number, row in enumerate(rows_of(self._recipe, source), start=source.first_row):
            self._add_row(source, (source.file_id, number), row, blocks)

    def _blocks(self, source: Source) -> list[tuple[str | None, dict[str, int]]]:
        """Columns of the four counts, by grade; None for the grade that the row names."""
        grades: Iterable[str | None] = source.grades or (None,)
        return [(grade, {name: source.column_of(name, grade) or 0 for name in COUNTS}) for grade in grades]

    def _add_row(
        self,
        source: Source,
        place: tuple[int, int],
        row: Row,
        blocks: list[tuple[str | None, dict[str, int]]],
    ) -> None:
        cells = row.to_dict()
        errors = self._errors_of(row, cells)
        agency, period = str(source.agency), self._period(source, cells)
        code = cells[f"c{source.column_of('school_code')}"]
        code = "" if code is None else str(code)
        self.checked.refuse(place, *errors.values(), *self._key_errors(agency, period, code))
        for grade, columns in blocks:
            counts = {name: cells[f"c{column}"] for name, column in columns.items()}
            failed = {f"c{column}" for column in columns.values()} & errors.keys()
            if grade and not failed and all(count is None for count in counts.values()):
                continue
            named = grade or self._recipe.spellings.get(str(cells[f"c{source.column_of('grade_code')}"]), "")
            key = (agency, code, named, period)
            self.checked.seen.setdefault(key, []).append(place)
            self.checked.refuse(place, *self._count_errors(named, counts, has_failed=bool(failed)))
            self.checked.lines.append((key, *place, counts, columns))

    def _period(self, source: Source, cells: dict[str, Any]) -> str:
        if source.period is not None:
            return source.period
        year, semester = (cells[f"c{source.column_of(name)}"] for name in ("academic_year", "semester"))
        return period_code(year, semester)

    def _key_errors(self, agency: str, period: str, code: str) -> Iterator[str]:
        if agency not in self._agencies:
            yield "R02"
        if period not in self._periods:
            yield "R03"
        if not code:
            yield "R04"
        elif not self._code.fullmatch(code):
            yield "R05"
        if self._schools is not None and (agency, code) not in self._schools:
            yield "R14"

    def _count_errors(self, grade: str, counts: dict[str, int | None], *, has_failed: bool) -> Iterator[str]:
        male, female, total = (counts[name] for name in COUNTS[:3])
        if grade not in self._grades:
            yield "R06"
        if None not in {male, female, total} and male + female != total:  # type: ignore[operator]
            yield "R11"
        if not has_failed and (male or 0) + (female or 0) > 0 and not (counts["classroom_count"] or 0) > 0:
            yield "R13"

    def _errors_of(self, row: Row, cells: dict[str, Any]) -> dict[str, str]:
        """Rules that frictionless found broken, by field; what can be read all the same goes into `cells`."""
        found = {}
        for error in row.errors:
            name = getattr(error, "field_name", None)
            if name is None or error.type not in {"type-error", "constraint-error"}:
                continue
            if error.type == "constraint-error":
                found[name] = next((rule for key, rule in RULE_OF_ERROR.items() if key in error.note), "R07")
                continue
            text = str(error.cell).translate(THAI_DIGITS).replace(",", "").replace(" ", "")
            if text == "-" or text.isdecimal():
                cells[name] = 0 if text == "-" else int(text)
            else:
                found[name] = "R09" if re.fullmatch(r"-?\d+\.\d+", text) else "R07"
        return found

    def finish(self) -> Checked:
        """Adds what only all rows together can tell."""
        for places in self.checked.seen.values():
            if len(places) > 1:
                for place in places:
                    self.checked.refuse(place, "R12")
        return self.checked


def fact_rows(checked: Checked, fields_and_sexes: Iterable[tuple[str, str | None]]) -> Iterator[list[Any]]:
    """Rows of a fact table, of sheet rows that break no rule."""
    wanted = list(fields_and_sexes)
    for (agency, code, grade, period), file_id, row, counts, columns in checked.lines:
        if (file_id, row) not in checked.broken:
            for name, sex in wanted:
                head = [agency, code, grade] + ([sex] if sex else [])
                yield [*head, period, counts[name], file_id, row, columns[name]]


def index(folder: Path, name: str, rows: Iterable[Iterable[Any]], url: str) -> None:
    """Writes rows to CSV and has frictionless put them into the database."""
    path = folder / f"{name}.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(TABLES[name])
        writer.writerows(rows)
    made = [
        fields.IntegerField(name=each) if each in INTEGERS else fields.StringField(name=each)
        for each in TABLES[name]
    ]
    resource = Resource(path=path.name, basepath=str(folder), encoding="utf-8", schema=Schema(fields=made))
    is_fast = url.startswith("postgresql") or shutil.which("sqlite3") is not None
    driver_url = url.replace("postgresql://", "postgresql+psycopg://") if not is_fast else url
    resource.index(driver_url, name=name, fast=is_fast)


def registered(recipe: Recipe) -> list[tuple[str, str, str]]:
    """The schools that registers name."""
    schools = []
    for source in recipe.registers:
        agency = source.column_of("agency_code")
        for row in rows_of(recipe, source):
            cells = row.to_dict()
            code, name = (cells[f"c{source.column_of(each)}"] for each in ("school_code", "school_name"))
            schools.append((str(cells[f"c{agency}"] if agency else source.agency), str(code), str(name)))
    return schools


def main() -> None:
    """Does the work."""
    recipe, url, started = arguments(__doc__)
    schools = registered(recipe)
    checker = Checker(recipe, frozenset(each[:2] for each in schools) if recipe.registers else None)
    for source in recipe.returns:
        checker.add(source)
    checked = checker.finish()
    aside = [(*place, rule) for place, rules in checked.broken.items() for rule in sorted(rules)]
    sexes = (("male_count", "male"), ("female_count", "female"))
    with tempfile.TemporaryDirectory(prefix="frictionless-") as name:
        folder = Path(name)
        index(folder, "source_file", recipe.file_rows(), url)
        index(folder, "school", schools, url)
        index(folder, "set_aside", aside, url)
        index(folder, "fact_enrolment", fact_rows(checked, sexes), url)
        index(folder, "fact_classroom", fact_rows(checked, [("classroom_count", None)]), url)
    answer(url, started, PACKAGES)


if __name__ == "__main__":
    main()
