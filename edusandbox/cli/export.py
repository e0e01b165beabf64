"""`edusandbox export`: a mart as a file."""

from pathlib import Path
from typing import Annotated

import typer

from edusandbox.cli.conventions import users_mistakes
from edusandbox.cli.reading import AsAt, Where, moment_of, reading, rows_of


def export(
    mart: Annotated[str, typer.Argument(help="A mart, such as mart_enrolment_by_school.")],
    file: Annotated[Path, typer.Argument(help="Where to write it: .parquet, .csv or .xlsx.")],
    where: Where = None,
    as_at: AsAt = None,
) -> None:
    """Write a mart as Parquet, CSV (opens right in Excel) or xlsx with Thai headings."""
    from edusandbox.errors import UserError  # noqa: PLC0415 - pandas takes half a second
    from edusandbox.reports.dates import thai_date_time  # noqa: PLC0415
    from edusandbox.reports.export import ExportFormat, write_export  # noqa: PLC0415
    from edusandbox.warehouse.dictionary.publishing import read_dictionary  # noqa: PLC0415
    from edusandbox.warehouse.history.as_at import as_typed, stream_mart  # noqa: PLC0415

    with users_mistakes():
        known = {each.value: each for each in ExportFormat}
        written_as = known.get(file.suffix.removeprefix(".").lower())
        if written_as is None:
            raise UserError(f"{file} does not say what to write; end its name in .parquet, .csv or .xlsx")
        chosen, at = as_typed(mart, rows_of(where)), moment_of(as_at)
        table = next(each for each in read_dictionary() if each.table_name == mart)
        heading = [table.meaning_th, ", ".join(where or []) or "ทุกแถว"]
        heading += [f"ข้อมูล ณ {thai_date_time(at)}"] if at else []
        try:
            with reading() as connection, stream_mart(connection, mart, at=at, where=chosen) as parts:
                count = write_export(file, written_as, table, parts, heading)
        except OSError as error:
            raise UserError(f"{file} cannot be written: {error.strerror or error}") from error
    typer.echo(f"{file}: {count:,} rows")
