"""The command line: `edusandbox --help`.

Exit codes: 0 all is well; 1 the program failed (ours to mend, with a traceback); 2 the command was
called wrongly; 3 it did what was asked, and something was rejected, held, set aside or failed, so that
a person has to act; 4 a setting, an argument, the province's folder or the warehouse is not right.
"""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from edusandbox import __version__
from edusandbox.cli import database
from edusandbox.cli.conventions import (
    EXIT_CODES_HELP,
    AsJson,
    ExitCode,
    PeriodCode,
    ProvinceFolder,
    Today,
    print_json,
    users_mistakes,
)
from edusandbox.cli.dictionary import dictionary
from edusandbox.cli.diff import app as diff_app
from edusandbox.cli.export import export
from edusandbox.cli.new_form import new_form
from edusandbox.cli.reading import reading
from edusandbox.cli.trace import trace
from edusandbox.gc_control import gc_disabled
from edusandbox.settings import Runner, Settings

if TYPE_CHECKING:
    from edusandbox.outcomes import RunReport

app = typer.Typer(
    name="edusandbox",
    help="Takes the workbooks that education agencies send, checks them, and keeps one provincial warehouse.",
    epilog=EXIT_CODES_HELP,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(database.app, name="db")
app.command()(dictionary)
app.command()(trace)
app.command()(export)
app.command()(new_form)
app.add_typer(diff_app, name="diff")


@app.command()
def consolidate(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    province: ProvinceFolder = None,
    period: PeriodCode = None,
    today: Today = None,
    form: Annotated[
        list[str] | None, typer.Option("--form", help="Only files with this form; may be repeated.")
    ] = None,
    agency: Annotated[
        list[str] | None, typer.Option("--agency", help="Only this agency's code; may be repeated.")
    ] = None,
    force: Annotated[
        bool,
        typer.Option("--force", help="Take known files again; accept versions unlike the current one."),
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Bring what agencies have sent into the warehouse (runs the Prefect flow)."""
    with users_mistakes():
        settings = Settings()
        if settings.runner is Runner.THREADS:
            from edusandbox.workers.server import start_worker_server  # noqa: PLC0415 - Windows has none

            start_worker_server()
        with gc_disabled():
            from flows.launch import run_consolidation  # noqa: PLC0415 - pandas takes half a second

        report = run_consolidation(
            settings,
            Console(stderr=True),
            province_folder=province,
            period=period,
            today=today,
            agencies=agency or [],
            forms=form or [],
            force=force,
        )
    _show_run(report, as_json=as_json)
    raise typer.Exit(ExitCode.NEEDS_A_PERSON if report.needs_a_person else ExitCode.WELL)


@app.command()
def check(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    files: Annotated[list[Path], typer.Argument(help="Files to look at.", exists=False)],
    province: ProvinceFolder = None,
    period: PeriodCode = None,
    today: Today = None,
    agency: Annotated[
        str | None,
        typer.Option(
            "--agency",
            help="Code of the agency that would send them; as folder or schools tell if not given.",
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Show what was read of files and what would happen to them; writes nothing."""
    from edusandbox.reports.as_json import check_as_json  # noqa: PLC0415
    from edusandbox.reports.console import render_check  # noqa: PLC0415
    from edusandbox.run.preview import preview  # noqa: PLC0415 - pandas takes half a second
    from edusandbox.submissions import Status  # noqa: PLC0415

    with users_mistakes():
        checked = preview(
            files, Settings(), province_folder=province, period=period, today=today, agency=agency
        )
    if as_json:
        print_json(check_as_json(checked))
    else:
        render_check(checked, Console())
    is_well = all(each.status in {Status.ACCEPTED, Status.ACCEPTED_WITH_QUERIES} for each in checked)
    raise typer.Exit(ExitCode.WELL if is_well else ExitCode.NEEDS_A_PERSON)


@app.command()
def status(
    period: Annotated[
        str | None, typer.Option("--period", help="Period such as 2563-1; every one if not given.")
    ] = None,
    today: Today = None,
    as_json: AsJson = False,
) -> None:
    """Show who has sent what, and who has not."""
    from edusandbox.reports.as_json import status_as_json  # noqa: PLC0415
    from edusandbox.reports.console import render_status  # noqa: PLC0415
    from edusandbox.reports.due_days import with_overdue  # noqa: PLC0415
    from edusandbox.timestamps import parse_day, today_in_bangkok  # noqa: PLC0415 - as above
    from edusandbox.warehouse.marts.queries import submission_status  # noqa: PLC0415

    with users_mistakes():
        day = today_in_bangkok() if today is None else parse_day(today, "--today")
        with reading() as connection:
            rows = with_overdue(submission_status(connection, period, today=day), day)
    if as_json:
        print_json(status_as_json(rows))
    else:
        render_status(rows, Console())


@app.command()
def sample(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    folder: Annotated[Path, typer.Argument(help="Where to write inbox/, province/ and truth/.")],
    province: ProvinceFolder = None,
    period: Annotated[
        str | None,
        typer.Option("--period", help="Semester such as 2563-1; the newest open one if not given."),
    ] = None,
    today: Today = None,
    schools: Annotated[int, typer.Option(min=1, max=29_000, help="Number of schools.")] = 70,
    agencies: Annotated[
        int | None,
        typer.Option(min=1, max=245, help="Made-up agencies; the province's own if not given."),
    ] = None,
    seed: Annotated[int, typer.Option(help="The same seed writes the same bytes.")] = 2563,
    clean: Annotated[bool, typer.Option("--clean", help="Without faults.")] = False,
) -> None:
    """Write a made-up province: messy deliveries with known answers."""
    from edusandbox.samples.command import write_sample_province  # noqa: PLC0415 - as above

    with users_mistakes():
        summary = write_sample_province(
            folder,
            Settings(),
            province_folder=province,
            period=period,
            today=today,
            school_count=schools,
            agency_count=agencies,
            seed=seed,
            faults=not clean,
        )
    typer.echo(summary)


@app.command()
def version() -> None:
    """Print the version."""
    typer.echo(__version__)


def main() -> None:
    """Entry point of the command `edusandbox`."""
    app()


def _show_run(report: "RunReport", *, as_json: bool) -> None:
    from edusandbox.reports.as_json import run_as_json  # noqa: PLC0415 - as above
    from edusandbox.reports.console import render_run  # noqa: PLC0415

    if as_json:
        print_json(run_as_json(report))
    else:
        render_run(report, Console())
