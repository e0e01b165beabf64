"""What a check of the warehouse found."""

from dataclasses import dataclass
from enum import StrEnum


class Check(StrEnum):
    """What was checked."""

    VERSION = "version"
    """Whether tables are of this release's version."""
    TABLES = "tables"
    """Whether tables are as this release defines them."""
    VIEWS = "views"
    """Whether the marts are there, this release's, and can be read."""
    REFERENCES = "references"
    """Whether what a row refers to is there."""
    VERSIONS = "versions"
    """Whether a return has one current version at most."""
    PLACES = "places"
    """Whether submissions are of their run's province, and whether the cell of each value can be named."""
    SUMS = "sums"
    """Whether the sums that are kept are those of the facts."""
    FILE = "file"
    """Whether SQLite finds its own file whole."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it should be.

    Attributes:
        check: What was checked.
        subject: Table, view or file that it is about.
        message: What is wrong, in a sentence.
    """

    check: Check
    subject: str
    message: str
