"""`edusandbox dictionary`: what every table and column of the warehouse means."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from edusandbox.cli.conventions import users_mistakes


class DictionaryFormat(StrEnum):
    """How the dictionary is written."""

    MARKDOWN = "md"
    HTML = "html"
    JSON = "json"


def dictionary(
    file: Annotated[
        Path | None, typer.Argument(help="Where to write it; to the standard output if not given.")
    ] = None,
    written_as: Annotated[
        DictionaryFormat | None,
        typer.Option("--format", help="As the file's name says if not given, else Markdown."),
    ] = None,
) -> None:
    """Say what every table and column of the warehouse means, in Thai and English."""
    from edusandbox.errors import UserError  # noqa: PLC0415 - a command starts without the warehouse

    with users_mistakes():
        content = _content(written_as or _format_of(file))
        if file is None:
            sys.stdout.write(content)
            return
        try:
            file.write_text(content, encoding="utf-8", newline="\n")
        except OSError as error:
            raise UserError(f"{file} cannot be written: {error.strerror or error}") from error


def _format_of(file: Path | None) -> DictionaryFormat:
    suffix = "" if file is None else file.suffix.removeprefix(".").lower()
    known = {each.value: each for each in DictionaryFormat}
    return known.get(suffix, DictionaryFormat.MARKDOWN)


def _content(written_as: DictionaryFormat) -> str:
    from edusandbox.reports.dictionary_page import as_html, as_markdown  # noqa: PLC0415 - as above
    from edusandbox.warehouse.dictionary.publishing import plain_dictionary, read_dictionary  # noqa: PLC0415

    match written_as:
        case DictionaryFormat.JSON:
            return json.dumps(plain_dictionary(), ensure_ascii=False, indent=2) + "\n"
        case DictionaryFormat.HTML:
            return as_html(read_dictionary())
        case DictionaryFormat.MARKDOWN:
            return as_markdown(read_dictionary())
