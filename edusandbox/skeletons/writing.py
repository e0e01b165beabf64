"""Fills the templates of a form in and writes them into a checkout, all of them or none."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from string import Template

import edusandbox
from edusandbox.errors import UserError
from edusandbox.skeletons.names import NewForm
from edusandbox.warehouse.marts.mart_contract import contract_digest
from schemas.packages import NAMED_BY

DICTIONARY_PAGES = ("docs/dictionary.md", "docs/dictionary.html")
_SUFFIX = ".txt"
"""Of templates, so that nothing takes them for what they are templates of."""


def find_checkout() -> Path:
    """The folder of the checkout that this package is part of.

    Raises:
        UserError: The package is installed elsewhere, without its tests and pages.
    """
    package = Path(edusandbox.__file__).parent
    checkout = package.parent
    if not (checkout / "pyproject.toml").is_file():
        raise UserError(
            f"A form is written into a checkout, and {package} is in none; run it from a checkout"
        )
    return checkout


def filled_templates(form: NewForm) -> Mapping[str, str]:
    """The text of each file of a form, by its path below the checkout."""
    values = form.values
    of_paths = {"CODE": form.code, "LIST": form.code_list, "VERSION": values["version"]}
    texts: dict[str, str] = {}
    # The contracts come before the page that has their digests.
    for path, text in sorted(_templates(files("edusandbox.skeletons") / "templates", ""), reverse=True):
        filled = path.removesuffix(_SUFFIX)
        for word, value in of_paths.items():
            filled = filled.replace(word, value)
        texts[filled] = Template(text).substitute(values | {"contracts": _contracts(texts)})
    return dict(sorted(texts.items()))


def write_form(form: NewForm, checkout: Path) -> list[str]:
    """Writes the files of a form, and the dictionary's pages anew.

    Returns:
        The paths of the new files below the checkout.

    Raises:
        UserError: Something of the form is there already, or a file cannot be written: then none is.
    """
    texts = filled_templates(form)
    own_folder = f"/{form.code}/"
    folders = {path[: path.index(own_folder) + len(own_folder)] for path in texts if own_folder in path}
    for path in sorted({*texts, *folders}):
        if (checkout / path).exists():
            raise UserError(
                f"{path} is there already and nothing was written; choose another code or remove it"
            )
    for path, text in texts.items():
        try:
            (checkout / path).parent.mkdir(parents=True, exist_ok=True)
            (checkout / path).write_text(text, encoding="utf-8", newline="\n")
        except OSError as error:
            _take_back(checkout, texts, folders)
            raise UserError(f"{path} cannot be written: {error.strerror or error}") from error
    _write_dictionary(checkout)
    return [*texts]


def _take_back(checkout: Path, paths: Iterable[str], folders: Iterable[str]) -> None:
    """Half a form would keep the program from starting."""
    for path in paths:
        with suppress(OSError):
            (checkout / path).unlink()
    for folder in folders:
        shutil.rmtree(checkout / folder, ignore_errors=True)


def _write_dictionary(checkout: Path) -> None:
    """In a process of its own: forms are known once, when a process starts."""
    environment = {name: value for name, value in os.environ.items() if name != NAMED_BY}
    environment["PYTHONPATH"] = os.pathsep.join(
        [str(checkout), *filter(None, [os.environ.get("PYTHONPATH")])]
    )
    for page in DICTIONARY_PAGES:
        command = [sys.executable, "-c", "from edusandbox.cli.main import main; main()", "dictionary", page]
        subprocess.run(command, cwd=checkout, env=environment, check=True)  # noqa: S603 - our own command


def _templates(folder: Traversable, below: str) -> Iterator[tuple[str, str]]:
    for entry in folder.iterdir():
        if entry.is_dir():
            yield from _templates(entry, f"{below}{entry.name}/")
        elif entry.name.endswith(_SUFFIX):
            yield f"{below}{entry.name}", entry.read_text(encoding="utf-8")


def _contracts(texts: Mapping[str, str]) -> str:
    """A line for each contract among the files: its mart, version and digest."""
    lines = []
    for path, text in sorted(texts.items()):
        *_, folder, mart, file = ["", "", *path.split("/")]
        if folder == "contract":
            lines.append(f"- `{mart}` {file.removesuffix('.csv')} (sha256 `{contract_digest(text)}…`)")
    return "\n".join(lines)
