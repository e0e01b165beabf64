"""`edusandbox trace`: from a figure back to the cells and files that it came from."""

from typing import Annotated

import typer
from rich.console import Console

from edusandbox.cli.conventions import AsJson, print_json, users_mistakes
from edusandbox.cli.reading import AsAt, Where, moment_of, reading, rows_of
from edusandbox.settings import Settings


def trace(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    mart: Annotated[str, typer.Argument(help="A mart, such as mart_enrolment_by_agency.")],
    figure: Annotated[str, typer.Argument(help="A column of it, such as pupil_count.")],
    where: Where = None,
    as_at: AsAt = None,
    cells: Annotated[int, typer.Option(min=0, help="How many cells to list; JSON has all.")] = 20,
    as_json: AsJson = False,
) -> None:
    """Walk a figure of a mart back to file, sheet and cell, and to the bytes in the landing store."""
    from edusandbox.reports.tracing import render_trace, trace_as_json  # noqa: PLC0415 - as in main.py
    from edusandbox.sources.landing import LandingStore  # noqa: PLC0415
    from edusandbox.warehouse.history.as_at import as_typed  # noqa: PLC0415
    from edusandbox.warehouse.history.trace import trace_figure  # noqa: PLC0415

    with users_mistakes():
        chosen, at = as_typed(mart, rows_of(where)), moment_of(as_at)
        with reading() as connection:
            found = trace_figure(connection, mart, figure, chosen, at)
        landing = LandingStore(Settings().landing_url)
        places = {each: landing.place(each) for each in found.files["sha256"]}
    if as_json:
        print_json(trace_as_json(found, places))
    else:
        render_trace(found, places, Console(), cell_count=cells)
