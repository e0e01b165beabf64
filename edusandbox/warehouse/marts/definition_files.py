"""Where SQL, lineage, contracts and dictionary texts lie: in this room, and with each form and code list."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from io import StringIO

from schemas.packages import LIST_TEXTS, MARTS, form_packages, schema_packages


@dataclass(frozen=True, slots=True)
class DefinitionFolder:
    """What one owner brings; any of the folders may be absent.

    Attributes:
        views: SQL of views (`mart_NAME.sql`), `lineage.csv`, `groupings.csv`, `cell_views.csv`.
        contract: A folder a mart with one file a version.
        texts: `tables.csv` and `columns.csv` of the dictionary.
    """

    views: Traversable
    contract: Traversable
    texts: Traversable

    def sql_files(self) -> Iterator[Traversable]:
        """The views that are written by hand."""
        return _ending(self.views, ".sql")

    def contract_files(self) -> Iterator[tuple[str, Traversable]]:
        """The files of each mart's contract, with the mart's name."""
        if self.contract.is_dir():
            for mart in sorted(self.contract.iterdir(), key=lambda entry: entry.name):
                yield from ((mart.name, file) for file in _ending(mart, ".csv"))


@cache
def definition_folders() -> tuple[DefinitionFolder, ...]:
    """What is defined for all forms first, then what the code lists and each form bring."""
    room = files("edusandbox.warehouse")
    folders = [DefinitionFolder(room / "views", room / "contract", room / "dictionary_texts")]
    lists = [files(package).joinpath(LIST_TEXTS) for package in schema_packages()]
    forms = [files(package).joinpath(MARTS) for package in form_packages().values()]
    folders += [
        DefinitionFolder(folder, folder.joinpath("contract"), folder)
        for folder in (*lists, *forms)
        if folder.is_dir()
    ]
    return tuple(folders)


@cache
def lines_of_views(name: str) -> tuple[dict[str, str], ...]:
    """The lines of a file beside the views, of every owner that has it.

    Args:
        name: `lineage`, `groupings` or `cell_views`.
    """
    return tuple(line for folder in definition_folders() for line in _lines(folder.views, name))


@cache
def lines_of_texts(name: str) -> tuple[dict[str, str], ...]:
    """The lines of the dictionary's `tables` or `columns`, of every owner that has them."""
    return tuple(line for folder in definition_folders() for line in _lines(folder.texts, name))


def _lines(folder: Traversable, name: str) -> Iterator[dict[str, str]]:
    file = folder.joinpath(f"{name}.csv")
    if file.is_file():
        yield from csv.DictReader(StringIO(file.read_text(encoding="utf-8"), newline=""))


def _ending(folder: Traversable, suffix: str) -> Iterator[Traversable]:
    if folder.is_dir():
        yield from sorted(
            (file for file in folder.iterdir() if file.name.endswith(suffix)), key=lambda file: file.name
        )
