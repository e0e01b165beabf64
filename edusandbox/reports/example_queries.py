"""Queries to begin with, for whoever opens the warehouse after a run."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from schemas.catalogue import FORMS
from schemas.package_data import read_text_if_there
from schemas.packages import form_packages

_FILE = "example_queries.sql"
_PACKAGE = "edusandbox.reports"
"""Where the queries about all forms lie; those about one form lie in its folder."""
_TITLE = "-- "


@dataclass(frozen=True, slots=True)
class ExampleQuery:
    """A query that runs as it stands on SQLite and PostgreSQL.

    Attributes:
        title: What it answers, in English.
        sql: One statement, ended by a semicolon, no line longer than 78 characters.
    """

    title: str
    sql: str


def example_queries(period: str) -> tuple[ExampleQuery, ...]:
    """Queries against the marts: each form's own, then those about all forms.

    Args:
        period: Code of the period that they ask about.
    """
    literal = "'" + period.replace("'", "''") + "'"
    return tuple(ExampleQuery(each.title, each.sql.replace(":period", literal)) for each in _templates())


@cache
def _templates() -> tuple[ExampleQuery, ...]:
    packages = [*(form_packages()[form] for form in FORMS), _PACKAGE]
    return tuple(query for package in packages for query in _queries_of(package))


def _queries_of(package: str) -> Iterator[ExampleQuery]:
    """The queries of a file: an empty line ends each, its first line is its title."""
    for query in filter(None, map(str.strip, read_text_if_there(_FILE, package).split("\n\n"))):
        title, _, sql = query.partition("\n")
        yield ExampleQuery(title.removeprefix(_TITLE), sql)
