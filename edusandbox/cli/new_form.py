"""`edusandbox new-form`: the skeleton of a form, for those who work on the program."""

from typing import Annotated

import typer

from edusandbox.cli.conventions import AsJson, print_json, users_mistakes
from schemas.periods import PeriodKind


def new_form(  # noqa: PLR0913, PLR0917 - a command's options are its parameters
    code: Annotated[str, typer.Argument(help="The form's code, such as meal_programme.")],
    name_th: Annotated[
        str | None, typer.Option("--name-th", help="Its name, Thai; to be replaced if not given.")
    ] = None,
    name_en: Annotated[
        str | None, typer.Option("--name-en", help="Its name, English; made of the code if not given.")
    ] = None,
    period_kind: Annotated[
        PeriodKind, typer.Option("--period-kind", help="What it is sent for.")
    ] = PeriodKind.SEMESTER,
    code_list: Annotated[
        str | None, typer.Option("--code-list", help="The list that it counts by; CODE_kind if not given.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write a whole, made-up form into this checkout: declaration, migration, tests and page."""
    with users_mistakes():
        from edusandbox.skeletons.names import new_form as name_form  # noqa: PLC0415 - pandas takes half a second
        from edusandbox.skeletons.writing import (  # noqa: PLC0415
            DICTIONARY_PAGES,
            find_checkout,
            write_form,
        )

        checkout = find_checkout()
        form = name_form(
            checkout, code, name_th=name_th, name_en=name_en, period_kind=period_kind, code_list=code_list
        )
        written = write_form(form, checkout)
    if as_json:
        print_json({"form": form.code, "written": written, "rewritten": DICTIONARY_PAGES})
        return
    for path in written:
        typer.echo(path)
    typer.echo(f"Wrote {' and '.join(DICTIONARY_PAGES)} anew.")
    typer.echo(
        f"What to decide now stands in docs/forms/{form.code}.md; its tests: pytest tests/forms/{form.code}"
    )
