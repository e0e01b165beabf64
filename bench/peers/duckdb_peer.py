"""DuckDB: reads with its excel extension, checks and melts in SQL, writes through its database extensions.

The extensions come from PyPI as packages that hold their binaries. Files of one shape go into one table,
two files at a time; a wide row is unnested into one row a grade; rules are conditions of SQL. ODS
is read with calamine, web pages with lxml, CSV with the csv module, all of them only in W1. The tables
are written in one transaction of the attached database (COPY on PostgreSQL).
"""

import importlib
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import duckdb
from recipe import (
    BUDDHIST_ERA_OFFSET,
    COUNTS,
    RULE_OF_COUNT_LIMIT,
    SCHOOL_CODE,
    TABLES,
    Recipe,
    Source,
    answer,
    arguments,
    by_table,
    sqlite_path,
)
from workbook_rows import rows_of

PACKAGES = (
    "duckdb",
    "duckdb-extension-excel",
    "duckdb-extension-sqlite-scanner",
    "duckdb-extension-postgres-scanner",
)
EXTENSIONS = ("excel", "sqlite_scanner", "postgres_scanner")
_KEY = "agency_code, period, school_code, grade_code"
_RULES = {
    "R02": "agency_code NOT IN (SELECT unnest($agencies))",
    "R03": "period NOT IN (SELECT unnest($periods))",
    "R04": "school_code IS NULL",
    "R05": f"NOT regexp_full_match(school_code, '{SCHOOL_CODE}')",
    "R06": "grade_code IS NULL OR grade_code NOT IN (SELECT unnest($grades))",
    "R07": "is_text",
    "R08": " OR ".join(f"{each} < 0" for each in COUNTS),
    "R09": " OR ".join(f"{each} % 1 <> 0" for each in COUNTS),
    "R10": " OR ".join(f"{each} >= {RULE_OF_COUNT_LIMIT}" for each in COUNTS),
    "R11": "male_count + female_count <> pupil_total",
    "R12": f"count(*) OVER (PARTITION BY {_KEY}) > 1",
    "R13": "NOT is_text AND coalesce(male_count, 0) + coalesce(female_count, 0) > 0"
    " AND NOT coalesce(classroom_count, 0) > 0",
    "R14": "EXISTS (FROM school)"
    " AND (agency_code, school_code) NOT IN (SELECT (agency_code, school_code) FROM school)",
}


def connect() -> duckdb.DuckDBPyConnection:
    """Opens a database in memory and loads the extensions from their packages."""
    connection = duckdb.connect()
    for name in EXTENSIONS:
        package = Path(str(importlib.import_module(f"duckdb_extension_{name}").__file__)).parent
        connection.execute(f"LOAD '{next(package.rglob('*.duckdb_extension'))}'")
    connection.execute(
        "CREATE MACRO read_count(typed) AS coalesce(try_cast(typed AS DOUBLE), CASE WHEN typed = '-' THEN 0"
        " ELSE try_cast(translate(typed, '๐๑๒๓๔๕๖๗๘๙, ', '0123456789') AS DOUBLE) END)"
    )
    return connection


def letters(number: int) -> str:
    """A column's letters."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def read(connection: duckdb.DuckDBPyConnection, recipe: Recipe, source: Source) -> None:
    """Appends a file's data rows, all text, to the table of its shape."""
    columns = [each.column for each in source.columns]
    head = [source.file_id, source.agency, source.period]
    target = (
        f"INSERT INTO cells_{source.table} SELECT $1, row_number() OVER () + {source.first_row - 1}, $2, $3"
    )
    if source.format == "xlsx":
        area = f"A{source.first_row}:{letters(max(columns))}{source.last_row}"
        wanted = ", ".join(f'"{letters(each)}"' for each in columns)
        connection.execute(
            f"{target}, {wanted} FROM read_xlsx($4, sheet = $5, header = false, range = '{area}',"
            " all_varchar = true, stop_at_empty = false)",
            [*head, str(recipe.folder / source.path), source.sheet],
        )
        return
    # Through lists, not through a frame of pandas: there are some hundred rows.
    rows = [[_text(row[each - 1]) for each in columns] for row in rows_of(recipe, source)]
    wanted = ", ".join(f"row[{at}]" for at in range(1, len(columns) + 1))
    connection.execute(f"{target}, {wanted} FROM (SELECT unnest($4::VARCHAR[][]) AS row)", [*head, rows])


def _text(cell: object) -> str | None:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return None if cell == "" else str(cell)


def read_all(connection: duckdb.DuckDBPyConnection, recipe: Recipe) -> None:
    """Reads every file into one table a shape."""
    for group in by_table(recipe.sources):
        columns = ", ".join(f"c{each.column} VARCHAR" for each in group[0].columns)
        connection.execute(
            f"CREATE TABLE cells_{group[0].table}"
            f" (file_id INTEGER, source_row INTEGER, agency VARCHAR, period VARCHAR, {columns})"
        )
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(lambda source: read(connection.cursor(), recipe, source), recipe.sources))


def long_select(shape: Source) -> str:
    """One row a school and grade of a table of cells."""
    code = f"nullif(c{shape.column_of('school_code')}, '')"
    if shape.period is None:
        year = f"c{shape.column_of('academic_year')}::DOUBLE::INTEGER"
        semester = f"c{shape.column_of('semester')}::DOUBLE::INTEGER"
        buddhist = f"CASE WHEN {year} < 2500 THEN {year} + {BUDDHIST_ERA_OFFSET} ELSE {year} END"
        period = f"concat({buddhist}, '-', {semester})"
    else:
        period = "period"
    identity = f"file_id, source_row, agency AS agency_code, {code} AS school_code, {period} AS period"
    if shape.is_wide:
        structs = ", ".join(_grade_struct(shape, grade, f"'{grade}'") for grade in shape.grades)
    else:
        structs = _grade_struct(shape, None, f"getvariable('spellings')[c{shape.column_of('grade_code')}]")
    cells = f"FROM cells_{shape.table}"
    counts = ", ".join(f"read_count({each}_typed) AS {each}" for each in COUNTS)
    texts = " OR ".join(f"{each} IS NULL AND {each}_typed IS NOT NULL" for each in COUNTS)
    filled = f"coalesce({', '.join(f'{each}_typed' for each in COUNTS)}) IS NOT NULL"
    return (
        f"SELECT * EXCLUDE ({', '.join(f'{each}_typed' for each in COUNTS)}), {texts} AS is_text FROM"
        f" (SELECT *, {counts} FROM (SELECT {identity}, unnest([{structs}], recursive := true) {cells})"
        + (f" WHERE {filled})" if shape.is_wide else ")")
    )


def _grade_struct(shape: Source, grade: str | None, code: str) -> str:
    columns = {field: shape.column_of(field, grade) for field in COUNTS}
    typed = [f"{field}_typed := nullif(c{column}, '')" for field, column in columns.items()]
    places = [f"{field}_column := {column}" for field, column in columns.items()]
    return f"struct_pack(grade_code := {code}, {', '.join([*typed, *places])})"


def register(connection: duckdb.DuckDBPyConnection, registers: Sequence[Source]) -> None:
    """Gathers the schools of all registers."""
    connection.execute("CREATE TABLE school (agency_code VARCHAR, school_code VARCHAR, school_name VARCHAR)")
    for shape, *_ in by_table(registers):
        agency, code, name = map(shape.column_of, TABLES["school"])
        whose = f"c{agency}" if agency else "agency"
        connection.execute(f"INSERT INTO school SELECT {whose}, c{code}, c{name} FROM cells_{shape.table}")


def judge(connection: duckdb.DuckDBPyConnection, recipe: Recipe) -> None:
    """Makes the tables `long` and `set_aside`."""
    spellings = [list(recipe.spellings), list(recipe.spellings.values())]
    connection.execute("SET VARIABLE spellings = map($1::VARCHAR[], $2::VARCHAR[])", spellings)
    parts = " UNION ALL BY NAME ".join(long_select(group[0]) for group in by_table(recipe.returns))
    connection.execute(f"CREATE TABLE long AS {parts}")
    broken = ", ".join(f"CASE WHEN {condition} THEN '{rule}' END" for rule, condition in _RULES.items())
    connection.execute(
        "CREATE TABLE set_aside AS SELECT DISTINCT file_id, source_row, unnest(rules) AS rule FROM"
        f" (SELECT file_id, source_row, list_filter([{broken}], lambda rule: rule IS NOT NULL) AS rules"
        " FROM long)"
        " WHERE len(rules) > 0",
        {"agencies": list(recipe.agencies), "periods": list(recipe.periods), "grades": list(recipe.grades)},
    )


def write(connection: duckdb.DuckDBPyConnection, recipe: Recipe, url: str) -> None:
    """Writes the tables to the database."""
    kind = "sqlite" if url.startswith("sqlite") else "postgres"
    connection.execute(f"ATTACH '{sqlite_path(url)}' AS target (TYPE {kind})")
    kept = "FROM long ANTI JOIN set_aside USING (file_id, source_row)"
    facts = (
        "agency_code, school_code, grade_code, {sex}period, {field}::INTEGER AS {name}, file_id, source_row,"
    )
    facts += " {field}_column AS source_column"
    pupils = [
        f"SELECT {facts.format(sex=f'''{sex!r} AS sex_code, ''', field=field, name='pupil_count')} {kept}"
        for field, sex in (("male_count", "male"), ("female_count", "female"))
    ]
    rooms = f"SELECT {facts.format(sex='', field='classroom_count', name='classroom_count')} {kept}"
    files = list(zip(*recipe.file_rows(), strict=True))
    names = ", ".join(f"unnest(${at}) AS {name}" for at, name in enumerate(TABLES["source_file"], start=1))
    connection.execute("BEGIN")
    connection.execute(f"CREATE TABLE target.source_file AS SELECT {names}", [list(each) for each in files])
    connection.execute("CREATE TABLE target.school AS FROM school")
    connection.execute("CREATE TABLE target.set_aside AS FROM set_aside")
    connection.execute(f"CREATE TABLE target.fact_enrolment AS {' UNION ALL '.join(pupils)}")
    connection.execute(f"CREATE TABLE target.fact_classroom AS {rooms}")
    connection.execute("COMMIT")
    connection.execute("DETACH target")


def main() -> None:
    """Does the work."""
    recipe, url, started = arguments(__doc__)
    connection = connect()
    read_all(connection, recipe)
    register(connection, recipe.registers)
    judge(connection, recipe)
    write(connection, recipe, url)
    answer(url, started, PACKAGES)


if __name__ == "__main__":
    main()
