"""`edusandbox db`: brings a warehouse of an earlier release up to date, and looks whether one is whole."""

from dataclasses import asdict

import typer

from edusandbox.cli.conventions import AsJson, ExitCode, print_json, users_mistakes
from edusandbox.settings import Settings

app = typer.Typer(help="Look after the warehouse's database.", no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """Bring a warehouse of an earlier release up to date, or make a new one; make a copy of it before."""
    from edusandbox.warehouse.engine import open_warehouse  # noqa: PLC0415 - SQLAlchemy takes its time
    from edusandbox.warehouse.schema import upgrade_warehouse  # noqa: PLC0415

    with users_mistakes():
        engine = open_warehouse(Settings().warehouse_url)
        try:
            done = upgrade_warehouse(engine)
        finally:
            engine.dispose()
    typer.echo(done.sentence)


@app.command()
def check(as_json: AsJson = False) -> None:
    """Look whether the warehouse is whole and this release's; changes nothing."""
    from edusandbox.warehouse.checks.schema_check import check_warehouse  # noqa: PLC0415
    from edusandbox.warehouse.engine import open_existing_warehouse  # noqa: PLC0415 - as above
    from edusandbox.warehouse.schema import existing_version  # noqa: PLC0415

    with users_mistakes():
        engine = open_existing_warehouse(Settings().warehouse_url)
        try:
            version = existing_version(engine)
            findings = check_warehouse(engine)
        finally:
            engine.dispose()
    if as_json:
        print_json({"version": version, "findings": [asdict(each) for each in findings]})
    else:
        for each in findings:
            typer.echo(f"{each.check}: {each.message}")
        if not findings:
            typer.echo(f"All is well: tables of version {version}, views, references and versions.")
    raise typer.Exit(ExitCode.NEEDS_A_PERSON if findings else ExitCode.WELL)
