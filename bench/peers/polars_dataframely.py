"""polars, dataframely and ADBC.

polars reads workbooks with its calamine engine (fastexcel), everything as text, two files at a time;
works on all files of one shape as one frame, on all processors; dataframely's `filter` tells valid rows
from others; ADBC ingests Arrow. Web pages are read with lxml, CSV with the csv module (polars reads UTF-8
only). One transaction.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import adbc_driver_postgresql.dbapi
import adbc_driver_sqlite.dbapi
import dataframely as dy
import polars as pl
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
    csv_rows,
    html_rows,
    sqlite_path,
)

PACKAGES = ("polars", "dataframely", "fastexcel", "adbc-driver-sqlite", "adbc-driver-postgresql", "pyarrow")
KEY = ("agency_code", "period", "school_code", "grade_code")
IDENTITY = ("agency_code", "school_code", "grade_code", "period", "file_id", "source_row")


def _limits() -> dict[str, Any]:
    return {
        "nullable": True,
        "min": 0,
        "max_exclusive": RULE_OF_COUNT_LIMIT,
        "check": lambda count: count % 1 == 0,
    }


def schema_of(recipe: Recipe, schools: pl.Series | None) -> type[dy.Schema]:
    """The rules as a schema of the long frame."""

    class Row(dy.Schema):
        """One school and grade."""

        file_id = dy.Int64()
        source_row = dy.Int64()
        agency_code = dy.String(check=lambda code: code.is_in(recipe.agencies))
        period = dy.String(check=lambda code: code.is_in(recipe.periods))
        school_code = dy.String(regex=f"^(?:{SCHOOL_CODE})$")
        grade_code = dy.String(check=lambda code: code.is_in(recipe.grades))
        is_text = dy.Bool(check=lambda text: ~text)
        male_count = dy.Float64(**_limits())
        female_count = dy.Float64(**_limits())
        pupil_total = dy.Float64(**_limits())
        classroom_count = dy.Float64(**_limits())

        @dy.rule()
        def r11_total(cls) -> pl.Expr:
            """The total is the sum, where all three are given."""
            return (pl.col("male_count") + pl.col("female_count") == pl.col("pupil_total")).fill_null(
                value=True
            )

        @dy.rule()
        def r12_unique(cls) -> pl.Expr:
            """Agency, period, school and grade stand once."""
            return pl.struct(KEY).is_unique()

        @dy.rule()
        def r13_room(cls) -> pl.Expr:
            """Where there are pupils there is a classroom."""
            pupils = pl.col("male_count").fill_null(0) + pl.col("female_count").fill_null(0)
            return ~((pupils > 0) & ~(pl.col("classroom_count").fill_null(0) > 0)) | pl.col("is_text")

    if schools is None:
        return Row

    class RegisteredRow(Row):
        """One school and grade, where there are registers."""

        @dy.rule()
        def r14_registered(cls) -> pl.Expr:
            """The school is in its agency's register."""
            return (pl.col("agency_code") + "/" + pl.col("school_code")).is_in(schools.implode())

    return RegisteredRow


def read(recipe: Recipe, source: Source) -> pl.DataFrame:
    """A file's data rows as text, columns named by their number in the sheet."""
    columns = sorted(each.column for each in source.columns)
    names = [str(each) for each in columns]
    if source.format in {"csv", "html"}:
        rows = csv_rows(recipe, source) if source.format == "csv" else html_rows(recipe, source)
        cells = {str(column): [row[column - 1] or None for row in rows] for column in columns}
        return pl.DataFrame(cells, schema=dict.fromkeys(names, pl.String))
    frame = pl.read_excel(
        recipe.folder / source.path,
        sheet_name=source.sheet,
        engine="calamine",
        has_header=False,
        drop_empty_rows=False,
        drop_empty_cols=False,
        read_options={
            "skip_rows": source.first_row - 1,
            "n_rows": source.last_row - source.first_row + 1,
            "use_columns": [each - 1 for each in columns],
            "dtypes": "string",
        },
    )
    if frame.width != len(columns):
        raise ValueError(f"R01: {source.path} has {frame.width} of {len(columns)} columns")
    frame.columns = names
    return frame


def long_frame(recipe: Recipe, sources: Sequence[Source], frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """One row a school and grade of files of one shape."""
    shape = sources[0]
    parts = [
        frame.with_columns(
            pl.lit(source.file_id, pl.Int64).alias("file_id"),
            pl.int_range(source.first_row, source.last_row + 1, dtype=pl.Int64).alias("source_row"),
            pl.lit(source.agency, pl.String).alias("agency_code"),
            pl.lit(source.period, pl.String).alias("period"),
        )
        for source, frame in zip(sources, frames, strict=True)
    ]
    cells = pl.concat(parts)
    if shape.period is None:
        year = pl.col(str(shape.column_of("academic_year"))).cast(pl.Float64).cast(pl.Int64)
        semester = pl.col(str(shape.column_of("semester"))).cast(pl.Float64).cast(pl.Int64)
        buddhist = pl.when(year < 2500).then(year + BUDDHIST_ERA_OFFSET).otherwise(year)
        cells = cells.with_columns(pl.format("{}-{}", buddhist, semester).alias("period"))
    code = pl.col(str(shape.column_of("school_code"))).str.strip_chars_end().str.replace(r"\.0$", "")
    identity = [*map(pl.col, ("file_id", "source_row", "agency_code", "period")), code.alias("school_code")]
    if not shape.is_wide:
        typed = pl.col(str(shape.column_of("grade_code")))
        grade = typed.replace_strict(recipe.spellings, default=None, return_dtype=pl.String)
        return cells.select(*identity, grade.alias("grade_code"), *_counts(shape, None)).drop("is_blank")
    grades = [
        cells.select(*identity, pl.lit(grade).alias("grade_code"), *_counts(shape, grade))
        for grade in shape.grades
    ]
    return pl.concat(grades).filter(~pl.col("is_blank")).drop("is_blank")


def _counts(shape: Source, grade: str | None) -> list[pl.Expr]:
    columns = {field: str(shape.column_of(field, grade)) for field in COUNTS}
    typed = {field: pl.col(column).replace("", None) for field, column in columns.items()}
    read = {field: _read_count(text) for field, text in typed.items()}
    return [
        *(count.alias(field) for field, count in read.items()),
        *(pl.lit(int(column), pl.Int64).alias(f"{field}_column") for field, column in columns.items()),
        pl.any_horizontal(read[each].is_null() & typed[each].is_not_null() for each in COUNTS).alias(
            "is_text"
        ),
        pl.all_horizontal(text.is_null() for text in typed.values()).alias("is_blank"),
    ]


def _read_count(typed: pl.Expr) -> pl.Expr:
    digits = {thai: str(digit) for digit, thai in enumerate("๐๑๒๓๔๕๖๗๘๙")}
    cleaned = typed.str.replace_many([*digits, ",", " "], [*digits.values(), "", ""]).replace("-", "0")
    return typed.cast(pl.Float64, strict=False).fill_null(cleaned.cast(pl.Float64, strict=False))


def set_aside_of(failure: dy.FailureInfo, long: pl.DataFrame) -> pl.DataFrame:
    """One row a sheet row and broken rule."""
    details = failure.details()
    rules = [name for name in details.columns if name not in long.columns]
    return (
        details.unpivot(on=rules, index=["file_id", "source_row"], variable_name="rule", value_name="verdict")
        .filter(pl.col("verdict").cast(pl.String) == "invalid")
        .select("file_id", "source_row", "rule")
        .unique()
    )


def facts_of(kept: pl.DataFrame) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Melts rows without a fault."""

    def melted(field: str, name: str, *more: pl.Expr) -> pl.DataFrame:
        count = pl.col(field).cast(pl.Int32).alias(name)
        return kept.select(*IDENTITY, *more, count, pl.col(f"{field}_column").alias("source_column"))

    pupils = [
        melted(field, "pupil_count", pl.lit(sex).alias("sex_code"))
        for field, sex in (("male_count", "male"), ("female_count", "female"))
    ]
    return pl.concat(pupils), melted("classroom_count", "classroom_count")


def register(sources: Sequence[Source], frames: Sequence[pl.DataFrame]) -> pl.DataFrame:
    """The schools that registers name."""
    parts = []
    for source, cells in zip(sources, frames, strict=True):
        column = source.column_of("agency_code")
        parts.append(
            cells.select(
                (pl.col(str(column)) if column else pl.lit(source.agency, pl.String)).alias("agency_code"),
                pl.col(str(source.column_of("school_code"))).alias("school_code"),
                pl.col(str(source.column_of("school_name"))).alias("school_name"),
            )
        )
    return pl.concat(parts) if parts else pl.DataFrame(schema=dict.fromkeys(TABLES["school"], pl.String))


def main() -> None:
    """Does the work."""
    recipe, url, started = arguments(__doc__)
    with ThreadPoolExecutor(2) as pool:
        frames = dict(
            zip(recipe.sources, pool.map(lambda each: read(recipe, each), recipe.sources), strict=True)
        )
    schools = register(recipe.registers, [frames[each] for each in recipe.registers])
    known = (
        schools.select(pl.col("agency_code") + "/" + pl.col("school_code")).to_series()
        if len(schools)
        else None
    )
    parts = [
        long_frame(recipe, group, [frames[each] for each in group]) for group in by_table(recipe.returns)
    ]
    long = pl.concat(parts)
    _, failure = schema_of(recipe, known).filter(long)
    aside = set_aside_of(failure, long)
    # A sheet row is set aside as a whole, a wide one with all of its grades.
    kept = long.join(aside, on=["file_id", "source_row"], how="anti")
    pupils, rooms = facts_of(kept)
    files = pl.DataFrame(recipe.file_rows(), schema=list(TABLES["source_file"]), orient="row")
    tables = {
        "source_file": files,
        "school": schools,
        "set_aside": aside,
        "fact_enrolment": pupils,
        "fact_classroom": rooms,
    }
    driver = adbc_driver_sqlite.dbapi if url.startswith("sqlite") else adbc_driver_postgresql.dbapi
    with driver.connect(sqlite_path(url)) as connection, connection.cursor() as cursor:
        for name, frame in tables.items():
            rows = frame.select(TABLES[name]).to_arrow(compat_level=pl.CompatLevel.oldest())
            cursor.adbc_ingest(name, rows, mode="create")
        connection.commit()
    answer(url, started, PACKAGES)


if __name__ == "__main__":
    main()
