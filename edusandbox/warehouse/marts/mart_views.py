"""The `mart_` views, those of `views/` and those of forms: as they are now, and as they were at a moment.

A view comes after those that it reads, which follows from its SQL. Now and then have one definition. For the
past the same SELECTs read common table expressions that stand under the tables' own names and hold what the
tables said at the moment: nothing is copied.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from graphlib import TopologicalSorter

from sqlalchemy import Table

from edusandbox.submissions import Status
from edusandbox.warehouse.marts.cell_views import cell_view_texts
from edusandbox.warehouse.marts.definition_files import definition_folders
from edusandbox.warehouse.marts.sum_views import sum_view_texts
from edusandbox.warehouse.tables.collection import METADATA
from edusandbox.warehouse.tables.history_tables import HISTORY_TABLES
from edusandbox.warehouse.tables.operation_tables import ops_delivery, ops_run, ops_submission

_COMMENT = re.compile(r"--.*")
_NAME = re.compile(r"\b(?:mart|fact)_\w+")


@cache
def _texts() -> Mapping[str, str]:
    """The SQL of all our views by name, each after those that it reads."""
    found: dict[str, str] = {}
    for file in (file for folder in definition_folders() for file in folder.sql_files()):
        _add(found, file.name.removesuffix(".sql"), file.read_text(encoding="utf-8"))
    for name, statement in (*sum_view_texts().items(), *cell_view_texts().items()):
        _add(found, name, statement)
    reads = {
        name: [other for other in _names_in(statement) if other in found] for name, statement in found.items()
    }
    return {name: found[name] for name in TopologicalSorter(reads).static_order()}


def _add(found: dict[str, str], name: str, statement: str) -> None:
    if name in found:
        raise ValueError(f"two views are called {name}")
    found[name] = statement


def _names_in(statement: str) -> list[str]:
    """Names of marts and facts in a statement, once each."""
    return list(dict.fromkeys(_NAME.findall(_COMMENT.sub("", statement))))


VIEW_NAMES = tuple(name for name in _texts() if name.startswith("mart_"))
"""The marts, each after those that it reads."""

FACT_VIEW_NAMES = tuple(name for name in _texts() if not name.startswith("mart_"))
"""Views that say what facts hold in another shape: a row a cell. Facts never change, so they have no past."""

AS_AT_SUFFIX = "_as_at"
"""PostgreSQL has a function of each view's name and this, which takes the moment."""

# The day in Thailand, whatever the zone of the database or its client.
_DAY_OF = {
    "sqlite": "date({moment}, '+7 hours')",
    "postgresql": "CAST({moment} AT TIME ZONE 'Asia/Bangkok' AS date)",
}
# What says, below an expression of a table's name, that the table is meant.
_PREFIX = {"sqlite": "main.", "postgresql": ""}
_NOW = {"sqlite": "'now'", "postgresql": "CURRENT_TIMESTAMP"}
_LOADED = ", ".join(f"'{each.value}'" for each in Status if each.is_loaded)


@cache
def view_definition(name: str, dialect: str) -> str:
    """The SELECT of a view as things are now.

    Args:
        name: One of `VIEW_NAMES` or `FACT_VIEW_NAMES`.
        dialect: `sqlite` or `postgresql`.
    """
    return _definition(name, _DAY_OF[dialect].format(moment=_NOW[dialect]))


def as_at_query(name: str, dialect: str, moment: str) -> str:
    """The SELECT of what a view said at a moment.

    Args:
        name: One of `VIEW_NAMES`.
        dialect: `sqlite` or `postgresql`.
        moment: SQL that gives the moment, such as a parameter; on SQLite a text of UTC.

    Returns:
        A SELECT of the view's columns.
    """
    tables = [
        f"{table} AS NOT MATERIALIZED ({query})" for table, query in _tables_at(moment, _PREFIX[dialect])
    ]
    day = _DAY_OF[dialect].format(moment=moment)
    marts = [f"{each} AS NOT MATERIALIZED (\n{_definition(each, day)})" for each in _read_by(name)]
    return "WITH " + ",\n".join([*tables, *marts]) + f"\nSELECT * FROM {name}"


def narrowed(statement: str, dialect: str, table: str, rows: str) -> str:
    """A statement on marts as if a table held only some of its rows.

    A condition on a mart that ranks rows or adds them up may come too late to spare the database any work.

    Args:
        statement: A SELECT that reads marts.
        dialect: `sqlite` or `postgresql`.
        table: The table's name.
        rows: A SELECT of the rows that count, in which `{table}` stands for the table itself.
    """
    kept = f"{table} AS NOT MATERIALIZED ({rows.format(table=_PREFIX[dialect] + table)})"
    # A mart that is read twice is made once.
    marts = [f"{each} AS (\n{view_definition(each, dialect)})" for each in _read_by(statement)]
    return "WITH " + ",\n".join([kept, *marts]) + f"\n{statement}"


def as_at_function(name: str, schema: str) -> str:
    """The statement that makes PostgreSQL's function of a view's past.

    It runs with its owner's rights, as a view does, so that a reader of the marts may call it.

    Args:
        name: One of `VIEW_NAMES`.
        schema: The schema that holds the warehouse, quoted.
    """
    return (
        f"CREATE FUNCTION {name}{AS_AT_SUFFIX}(moment timestamptz) RETURNS SETOF {name} "
        f"LANGUAGE sql STABLE SECURITY DEFINER SET search_path = {schema}, pg_temp "
        f"AS $as_at$\n{as_at_query(name, 'postgresql', 'moment')}\n$as_at$"
    )


def _definition(name: str, day: str) -> str:
    return _texts()[name].replace("CURRENT_DATE", day)


def _read_by(statement: str) -> list[str]:
    """The views that a statement reads, and those that these read, in their order."""
    needed = set(_names_in(statement))
    for each in reversed(VIEW_NAMES):
        if each in needed:
            needed |= set(_names_in(_definition(each, "")))
    return [each for each in VIEW_NAMES if each in needed]


def _tables_at(moment: str, prefix: str) -> Iterator[tuple[str, str]]:
    """Tables whose rows change, as they were; a prefix says that the table is meant, not the expression."""
    for name, history in HISTORY_TABLES.items():
        then = f"recorded_at <= {moment} AND (replaced_at IS NULL OR replaced_at > {moment})"
        columns = ", ".join(METADATA.tables[name].c.keys())
        yield name, f"SELECT {columns} FROM {prefix}{history.name} WHERE {then}"  # noqa: S608 - our own names
    is_open = f"(closed_at IS NULL OR closed_at > {moment})"
    yield (
        ops_submission.name,
        _select(
            ops_submission,
            prefix,
            # What is asked about a version that stands may have changed since then, as its counts have.
            status=f"CASE WHEN closed_at IS NULL THEN status WHEN {is_open} THEN verdict "
            f"ELSE '{Status.SUPERSEDED.value}' END",
            is_current=f"{is_open} AND verdict IN ({_LOADED})",
            closed_at=f"CASE WHEN closed_at <= {moment} THEN closed_at END",
        )
        + f" WHERE loaded_at <= {moment}",
    )
    yield ops_run.name, _select(ops_run, prefix) + f" WHERE started_at <= {moment}"
    removed = f"CASE WHEN bytes_removed_at <= {moment} THEN bytes_removed_at END"
    yield ops_delivery.name, _select(ops_delivery, prefix, bytes_removed_at=removed)


def _select(table: Table, prefix: str, **expressions: str) -> str:
    names = [each.name for each in table.columns]
    columns = [f"{expressions[name]} AS {name}" if name in expressions else name for name in names]
    return f"SELECT {', '.join(columns)} FROM {prefix}{table.name}"  # noqa: S608 - our own names
