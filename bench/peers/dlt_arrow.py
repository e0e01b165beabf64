"""dlt, the Arrow way, with merge.

A dlt resource a table yields Arrow tables; facts are merged by their key (dlt's `delete-insert`, so that
sending again replaces), the other tables are replaced. dlt has no rules for rows, so that these are
checked in plain pandas before they are yielded; workbooks are read with calamine. Files are handed over
as CSV to PostgreSQL (COPY) and as parquet to SQLite (ADBC), dlt's fastest ways. dlt stages, normalises
and loads in steps of its own, several transactions; its own columns and tables are part of what it does.
"""

import os
import tempfile
from collections.abc import Iterator
from typing import Any

import pyarrow as pa
from pandas_frames import facts_of, frame_of_rows, long_frame, register_frame
from plain_rules import validate
from recipe import TABLES, Recipe, answer, arguments, by_table
from workbook_rows import rows_of

os.environ["RUNTIME__DLTHUB_TELEMETRY"] = "false"
os.environ["RUNTIME__LOG_LEVEL"] = "ERROR"
# Arrow tables get the columns that a merge needs.
os.environ["NORMALIZE__PARQUET_NORMALIZER__ADD_DLT_LOAD_ID"] = "true"

import dlt  # reads its settings from the environment

PACKAGES = ("dlt", "pandas", "pyarrow", "python-calamine", "sqlalchemy", "psycopg2-binary")
KEYS = {
    "fact_enrolment": ["agency_code", "period", "school_code", "grade_code", "sex_code"],
    "fact_classroom": ["agency_code", "period", "school_code", "grade_code"],
}


def tables_of(recipe: Recipe) -> Iterator[tuple[str, pa.Table]]:
    """Rows by table, a shape of files at a time."""
    files = list(zip(*recipe.file_rows(), strict=True))
    yield "source_file", pa.table([list(each) for each in files], names=list(TABLES["source_file"]))
    registers = recipe.registers
    known = None
    if registers:
        schools = register_frame(
            registers, [frame_of_rows(each, rows_of(recipe, each)) for each in registers]
        )
        known = frozenset(schools["agency_code"] + "/" + schools["school_code"])
        yield "school", pa.Table.from_pandas(schools, preserve_index=False)
    for group in by_table(recipe.returns):
        frames = [frame_of_rows(each, rows_of(recipe, each)) for each in group]
        kept, aside = validate(long_frame(recipe, group, frames), recipe, known)
        pupils, rooms = facts_of(kept)
        for name, frame in (("set_aside", aside), ("fact_enrolment", pupils), ("fact_classroom", rooms)):
            if len(frame):
                yield name, pa.Table.from_pandas(frame[list(TABLES[name])], preserve_index=False)


def resources(recipe: Recipe) -> list[Any]:
    """A resource a table."""
    by_name: dict[str, list[pa.Table]] = {}
    for name, rows in tables_of(recipe):
        by_name.setdefault(name, []).append(rows)

    def merged(name: str) -> dict[str, Any]:
        if name in KEYS:
            return {"write_disposition": "merge", "primary_key": KEYS[name]}
        return {"write_disposition": "replace"}

    return [dlt.resource(iter(rows), name=name, **merged(name)) for name, rows in by_name.items()]


def main() -> None:
    """Does the work."""
    recipe, url, started = arguments(__doc__)
    is_sqlite = url.startswith("sqlite")
    # dlt asks for a host; libpq prefers the one that is named after the question mark, a socket's folder.
    address = url.replace("@/", "@localhost/")
    destination = dlt.destinations.sqlalchemy(url) if is_sqlite else dlt.destinations.postgres(address)
    with tempfile.TemporaryDirectory(prefix="dlt-") as folder:
        pipeline = dlt.pipeline(
            "bench",
            destination=destination,
            dataset_name="main" if is_sqlite else "public",
            pipelines_dir=folder,
        )
        info = pipeline.run(resources(recipe), loader_file_format="parquet" if is_sqlite else "csv")
        info.raise_on_failed_jobs()
    answer(url, started, PACKAGES, has_schools=bool(recipe.registers))


if __name__ == "__main__":
    main()
