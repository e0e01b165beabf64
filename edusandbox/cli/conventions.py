"""What all commands share: options, exit codes, JSON, and one sentence for a user's mistake."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from pydantic import ValidationError

EXIT_CODES_HELP = (
    "Exit codes: 0 all is well; 1 the program failed; 2 wrong usage; 3 done, but something was rejected, "
    "held, set aside, failed or found amiss; 4 a setting, an argument, the province's folder or the "
    "warehouse is not right. Settings come from EDUSANDBOX_… variables or a .env file."
)
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
ProvinceFolder = Annotated[
    Path | None, typer.Option("--province", help="Folder with province.toml, agencies.csv and calendar.csv.")
]
PeriodCode = Annotated[
    str | None,
    typer.Option(
        "--period",
        help="Period such as 2563-1 of files that state none; what is open on the day if not given.",
    ),
]
Today = Annotated[
    str | None,
    typer.Option("--today", help="The day to go by, such as 2569-11-30; today in Bangkok if not given."),
]


class ExitCode(IntEnum):
    """What the command's exit code means."""

    WELL = 0
    NEEDS_A_PERSON = 3
    NOT_SET_UP = 4


def print_json(value: Any) -> None:  # noqa: ANN401 - whatever JSON holds
    """Writes JSON for programs to the standard output."""
    json.dump(value, sys.stdout, ensure_ascii=False, indent=2)
    sys.stdout.write("\n")


@contextmanager
def users_mistakes() -> Iterator[None]:
    """Turns what a user can get wrong into one sentence and an exit code; ours keeps its traceback."""
    from edusandbox.errors import UserError  # noqa: PLC0415 - a command starts without the warehouse

    try:
        yield
    except ValidationError as error:
        first = error.errors()[0]
        name = "_".join(str(part) for part in first["loc"]).upper()
        _stop(f"The setting EDUSANDBOX_{name} is not right: {first['msg']} (it says {first['input']!r}).")
    except UserError as error:
        _stop(str(error))


def _stop(sentence: str) -> NoReturn:
    typer.echo(f"edusandbox: {sentence}", err=True)
    raise typer.Exit(ExitCode.NOT_SET_UP)
