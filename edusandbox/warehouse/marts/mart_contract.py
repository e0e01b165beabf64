"""What readers of the marts may rely on: a file a mart and version, `contract/<mart>/1.0.csv`.

Such a file never changes once it is published; those of a form's marts lie in its folder. A version is
`major.minor`, and each mart has its own. A column that goes, or changes its name, type or place in the key,
asks for a higher major number; one that comes asks for a higher minor number.
"""

import csv
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from io import StringIO
from itertools import pairwise

from edusandbox.warehouse.marts.definition_files import definition_folders

TYPES = ("integer", "decimal", "money", "text", "date", "moment", "boolean")
"""Types as readers know them, whatever a database calls them."""

_FLAGS = {"yes": True, "no": False}


@dataclass(frozen=True, slots=True, order=True)
class Version:
    """Number of a contract."""

    major: int
    minor: int

    def __str__(self) -> str:
        """As the file is named, `1.0`."""
        return f"{self.major}.{self.minor}"


@dataclass(frozen=True, slots=True)
class ContractColumn:
    """A promised column.

    Attributes:
        view: The mart.
        name: The column.
        position: Its place in the mart, from 1.
        data_type: One of `TYPES`.
        is_key: Whether it belongs to the mart's key, which is unique and never empty.
        is_nullable: Whether it may be empty.
    """

    view: str
    name: str
    position: int
    data_type: str
    is_key: bool
    is_nullable: bool


Contract = Sequence[ContractColumn]


@cache
def contract_texts() -> Mapping[str, Mapping[Version, str]]:
    """The contract files as they are, by mart, oldest first.

    Raises:
        ValueError: A file speaks of another mart than its folder's.
    """
    texts: dict[str, dict[Version, str]] = defaultdict(dict)
    for folder in definition_folders():
        for mart, file in folder.contract_files():
            text = file.read_text(encoding="utf-8")
            if {column.view for column in parse_contract(text)} != {mart}:
                raise ValueError(f"the contract {mart}/{file.name} speaks of another mart")
            texts[mart][_version(file.name.removesuffix(".csv"))] = text
    return {mart: dict(sorted(of_mart.items())) for mart, of_mart in texts.items()}


@cache
def newest_versions() -> Mapping[str, Version]:
    """The version that each mart is promised in now."""
    return {mart: list(of_mart)[-1] for mart, of_mart in contract_texts().items()}


@cache
def newest_contract() -> Contract:
    """The columns that are promised now, mart by mart."""
    texts = contract_texts()
    return tuple(
        column
        for mart, version in newest_versions().items()
        for column in parse_contract(texts[mart][version])
    )


def contract_digest(text: str) -> str:
    """The first 16 hex digits of a contract file's SHA-256, as the changelog has them."""
    return sha256(text.encode()).hexdigest()[:16]


def parse_contract(text: str) -> Contract:
    """Reads a contract file.

    Args:
        text: CSV with the headings `view`, `column`, `position`, `type`, `is_key`, `is_nullable`.

    Raises:
        ValueError: A type is none of `TYPES`, or positions do not run from 1.
        KeyError: A heading is missing, or a flag is neither `yes` nor `no`.
    """
    columns = tuple(
        ContractColumn(
            view=row["view"],
            name=row["column"],
            position=int(row["position"]),
            data_type=row["type"],
            is_key=_FLAGS[row["is_key"]],
            is_nullable=_FLAGS[row["is_nullable"]],
        )
        for row in csv.DictReader(StringIO(text))
    )
    for each in columns:
        if each.data_type not in TYPES:
            raise ValueError(f"{each.view}.{each.name}: {each.data_type} is no type of a contract")
    for view in {each.view: None for each in columns}:
        positions = [each.position for each in columns if each.view == view]
        if positions != list(range(1, len(positions) + 1)):
            raise ValueError(f"{view}: positions must run from 1, in order")
    return columns


def required_version(older: Contract, newer: Contract, version: Version) -> Version:
    """The lowest version that a contract may have after another one.

    Args:
        older: The contract before.
        newer: The contract after.
        version: That of the contract before.
    """
    before = {(each.view, each.name): each for each in older}
    after = {(each.view, each.name): each for each in newer}
    # A new column of an old mart's key gives it more rows than before.
    new_keys = {view for view, name in after.keys() - before.keys() if after[view, name].is_key}
    if new_keys & {view for view, _ in before} or any(
        key not in after or _is_broken(column, after[key]) for key, column in before.items()
    ):
        return Version(version.major + 1, 0)
    if list(older) != list(newer):
        return Version(version.major, version.minor + 1)
    return version


def too_low(contracts: Mapping[Version, Contract]) -> list[str]:
    """Versions that promise less than they should: one sentence for each, none if all is well."""
    ordered = sorted(contracts)
    return [
        f"{newer} changes {older} so that it must be {lowest} or higher"
        for older, newer in pairwise(ordered)
        if newer < (lowest := required_version(contracts[older], contracts[newer], older))
    ]


def _is_broken(before: ContractColumn, after: ContractColumn) -> bool:
    """A place in the view may change when columns come in between: readers go by name."""
    promised = (before.data_type, before.is_key)
    return promised != (after.data_type, after.is_key) or (after.is_nullable and not before.is_nullable)


def _version(text: str) -> Version:
    major, minor = text.split(".")
    return Version(int(major), int(minor))
