"""`edusandbox diff`: what differs between two versions of a return, or two moments of the warehouse."""

from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from edusandbox.cli.conventions import AsJson, print_json, users_mistakes
from edusandbox.cli.reading import moment_of, reading
from edusandbox.form_parts import PART_MARK

if TYPE_CHECKING:
    from edusandbox.warehouse.history.comparison import Comparison

app = typer.Typer(help="Show what differs between two versions of a return, or two moments.")
Rows = Annotated[int, typer.Option("--rows", min=0, help="How many figures to list; JSON has all.")]


@app.command()
def versions(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    agency: Annotated[str, typer.Argument(help="Agency code.")],
    form: Annotated[str, typer.Argument(help="Form code, as the status board has it, or form/part.")],
    period: Annotated[str, typer.Argument(help="Period code, such as 2563-1.")],
    before: Annotated[int | None, typer.Option(help="Older version; the one before if not given.")] = None,
    after: Annotated[int | None, typer.Option(help="Newer version; the newest if not given.")] = None,
    rows: Rows = 30,
    as_json: AsJson = False,
) -> None:
    """Compare two versions of what an agency sent."""
    from edusandbox.warehouse.history.comparison import compare_versions  # noqa: PLC0415 - as in main.py

    form_code, _, part = form.partition(PART_MARK)
    with users_mistakes(), reading() as connection:
        found = compare_versions(
            connection, agency, form_code, period, part_code=part, before=before, after=after
        )
    _show(found, rows, as_json=as_json)


@app.command()
def moments(
    before: Annotated[str, typer.Argument(help="A day such as 2563-07-10 (its end), or 2563-07-10T14:05.")],
    after: Annotated[str | None, typer.Argument(help="A later moment; now if not given.")] = None,
    rows: Rows = 30,
    as_json: AsJson = False,
) -> None:
    """Compare the warehouse at two moments."""
    from edusandbox.timestamps import parse_as_of  # noqa: PLC0415 - as in main.py
    from edusandbox.warehouse.history.comparison import compare_moments  # noqa: PLC0415

    with users_mistakes():
        earlier, later = parse_as_of(before), moment_of(after)
        with reading() as connection:
            found = compare_moments(connection, earlier, later)
    _show(found, rows, as_json=as_json)


def _show(found: "Comparison", row_count: int, *, as_json: bool) -> None:
    from edusandbox.reports.comparing import comparison_as_json, render_comparison  # noqa: PLC0415 - as above

    if as_json:
        print_json(comparison_as_json(found))
    else:
        render_comparison(found, Console(), row_count=row_count)
