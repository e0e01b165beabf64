"""Under which licences what is locked may be used: `make licences` lists them."""

import re
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

_LOCKED = Path(__file__).parents[1] / "requirements" / "runtime.txt"
_PIN = re.compile(r"^(?P<name>[\w.-]+)==", re.MULTILINE)
_BETWEEN = re.compile(r"\s+(?:AND|OR)\s+|;\s*")
# What a package's metadata says in words, as SPDX calls it.
_SPDX = {
    "MIT License": "MIT",
    "BSD License": "BSD-3-Clause",
    "BSD": "BSD-3-Clause",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.1-or-later",
}
_CHOSEN = {"text-unidecode": "Artistic-1.0-Perl"}
"""Of packages that leave the choice, the licence under which we use them."""


def locked_packages() -> list[str]:
    """Names of the packages that a deployment installs, on whatever system."""
    return _PIN.findall(_LOCKED.read_text(encoding="utf-8"))


def licences_of(name: str) -> frozenset[str] | None:
    """The licences of an installed package, as SPDX calls them; None where it is not installed here."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return None
    stated = _CHOSEN.get(name) or _stated(found)
    parts = (part.strip() for part in _BETWEEN.split(stated))
    return frozenset(_SPDX.get(part, part.strip("()")) for part in parts)


def _stated(found: Distribution) -> str:
    expression = found.metadata.get("License-Expression")
    if expression:
        return str(expression)
    named = [
        line.rpartition(" :: ")[2]
        for line in found.metadata.get_all("Classifier") or []
        if line.startswith("License ::") and line.count("::") > 1
    ]
    return "; ".join(named) or str(found.metadata.get("License") or "none stated").splitlines()[0]


if __name__ == "__main__":
    for package in locked_packages():
        licences = licences_of(package)
        print(f"{package:35} {', '.join(sorted(licences)) if licences else 'not installed on this system'}")  # noqa: T201 - the answer
