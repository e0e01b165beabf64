"""Where form knowledge lies: this package, and those that an installation or a test names besides it.

Such a package has the shape of this one: `forms/<form>/` with its declaration, layouts and marts, `codes/`
with its code lists. Forms are known once, when a process starts.
"""

import os
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

OWN_PACKAGE = "schemas"
NAMED_BY = "EDUSANDBOX_SCHEMA_PACKAGES"
"""The environment variable that names further packages, separated by commas."""
MARTS = "marts"
"""Folder beside a form's declaration: what the warehouse makes and says of its facts."""
LIST_TEXTS = "codes/texts"
"""Folder of a package: what the warehouse's dictionary says of its code lists."""


@cache
def schema_packages() -> tuple[str, ...]:
    """Names of the packages that hold form knowledge, ours first."""
    named = (name.strip() for name in os.environ.get(NAMED_BY, "").split(","))
    return tuple(dict.fromkeys([OWN_PACKAGE, *filter(None, named)]))


@cache
def form_packages() -> dict[str, str]:
    """Names of the packages that declare a form each, `<package>.forms.<form>`, by their form's code."""
    return {
        folder.name: f"{package}.forms.{folder.name}"
        for package in schema_packages()
        for folder in sorted(_folders(package, "forms"), key=lambda folder: folder.name)
    }


@cache
def code_list_packages() -> dict[str, str]:
    """The package in which each code list lies, by the list's name.

    Raises:
        ValueError: Two packages have a list of one name.
    """
    found: dict[str, str] = {}
    for package in schema_packages():
        for name in sorted(_csv_names(package, "codes")):
            if name in found:
                raise ValueError(f"the code list {name!r} lies in {found[name]} and in {package}")
            found[name] = package
    return found


def _folders(package: str, folder: str) -> Iterator[Traversable]:
    place = files(package).joinpath(folder)
    return (each for each in place.iterdir() if each.is_dir() and not each.name.startswith("__"))


def _csv_names(package: str, folder: str) -> Iterator[str]:
    place = files(package).joinpath(folder)
    if place.is_dir():
        for each in place.iterdir():
            if each.name.endswith(".csv"):
                yield each.name.removesuffix(".csv")
