"""pandas.read_excel, pandera and to_sql: what most people write.

One process. Each file is read by `read_excel` with the engine's name (`read_csv`, `read_html` for what is
no workbook), files of one shape become one frame, pandera checks it lazily, `to_sql` writes it. to_sql is
given what makes it fast: on PostgreSQL a `method` that copies, as pandas' own documentation shows, on
SQLite its plain `executemany`.
"""

import pandas as pd
from pandas_frames import facts_of, frame_of_rows, long_frame, register_frame
from pandas_loading import write
from pandera_rules import schema_of, validate
from recipe import TABLES, Recipe, Source, answer, arguments, by_table, html_rows

PACKAGES = ("pandas", "pandera", "sqlalchemy", "psycopg", "python-calamine", "openpyxl")


def read(recipe: Recipe, source: Source, engine: str) -> pd.DataFrame:
    """A file's data rows with the columns of the recipe, numbered as in the sheet."""
    path = recipe.folder / source.path
    columns = [each.column for each in source.columns]
    positions = [each - 1 for each in columns]
    lines = {"skiprows": source.first_row - 1, "nrows": source.last_row - source.first_row + 1}
    if source.format == "html":
        # read_html turns codes into numbers and cannot be told otherwise by position.
        return frame_of_rows(source, html_rows(recipe, source))
    if source.format == "csv":
        cells = pd.read_csv(
            path, header=None, usecols=positions, dtype=object, encoding=source.encoding, **lines
        )
    else:
        # ODS is beyond openpyxl; pandas' own engine for it is odfpy.
        chosen = "odf" if source.format == "ods" and engine == "openpyxl" else engine
        cells = pd.read_excel(
            path,
            sheet_name=source.sheet,
            header=None,
            usecols=positions,
            dtype=object,
            engine=chosen,
            **lines,
        )
    if cells.shape[1] != len(columns):
        raise ValueError(f"R01: {source.path} has {cells.shape[1]} of {len(columns)} columns")
    cells.columns = pd.Index(sorted(columns))
    return cells


def run(engine: str, description: str | None) -> None:
    """Does the work with one of pandas' engines."""
    recipe, url, started = arguments(description)
    registers = recipe.registers
    schools = register_frame(registers, [read(recipe, each, engine) for each in registers])
    known = frozenset(schools["agency_code"] + "/" + schools["school_code"]) if registers else None
    schema = schema_of(recipe, known)
    made: dict[str, list[pd.DataFrame]] = {"fact_enrolment": [], "fact_classroom": [], "set_aside": []}
    for group in by_table(recipe.returns):
        frames = [read(recipe, each, engine) for each in group]
        kept, aside = validate(long_frame(recipe, group, frames), schema)
        pupils, rooms = facts_of(kept)
        made["fact_enrolment"].append(pupils)
        made["fact_classroom"].append(rooms)
        made["set_aside"].append(aside)
    tables = {
        "source_file": pd.DataFrame(recipe.file_rows(), columns=list(TABLES["source_file"])),
        "school": schools,
    }
    tables |= {name: pd.concat(parts, ignore_index=True)[list(TABLES[name])] for name, parts in made.items()}
    write(url, tables)
    answer(url, started, PACKAGES)
