"""What is made anew over the same tables: views, code lists, the dictionary, grants. A digest says when."""

import json
from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.exc import InternalError
from sqlalchemy.schema import CreateTable

from edusandbox.warehouse.dictionary.publishing import read_dictionary, sync_dictionary
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.grants import grant_marts
from edusandbox.warehouse.marts.mart_views import (
    AS_AT_SUFFIX,
    FACT_VIEW_NAMES,
    VIEW_NAMES,
    as_at_function,
    view_definition,
)
from edusandbox.warehouse.schema_versions import NEWEST_VERSION
from edusandbox.warehouse.tables.code_lists import CODE_LISTS, sync_code_lists
from edusandbox.warehouse.tables.collection import FURTHER_TABLES, METADATA
from edusandbox.warehouse.tables.operation_tables import ops_definition

_FUNCTION_NAMES = (
    "SELECT proname FROM pg_proc JOIN pg_namespace ON pg_namespace.oid = pronamespace "
    "WHERE nspname = current_schema()"
)


_WAREHOUSE = "warehouse"
"""The name under which the digest of all is kept; that of each view stands under the view's own name."""


def definitions_digest() -> str:
    """Digest of all that this release defines."""
    columns = [(table.name, [repr(column) for column in table.columns]) for table in METADATA.sorted_tables]
    views = [
        (name, view_definition(name, "sqlite"), as_at_function(name, "edusandbox")) for name in VIEW_NAMES
    ]
    of_facts = [(name, view_definition(name, "sqlite")) for name in FACT_VIEW_NAMES]
    # Of our own tables the version says all; no version changes with a package's declarations.
    further = [str(CreateTable(METADATA.tables[name])) for name in sorted(FURTHER_TABLES)]
    defined = [NEWEST_VERSION, columns, further, views, of_facts, CODE_LISTS, repr(read_dictionary())]
    said = json.dumps(defined, ensure_ascii=False, sort_keys=True)
    return sha256(said.encode()).hexdigest()


def given_digest(connection: Connection) -> str | None:
    """Digest of what a warehouse was given; None where there is no warehouse."""
    if not inspect(connection).has_table(ops_definition.name):
        return None
    return connection.scalar(select(ops_definition.c.sha256).where(ops_definition.c.name == _WAREHOUSE))


def missing_definitions(connection: Connection) -> list[str]:
    """Names of our views, and on PostgreSQL of the functions that tell their past, that are not there."""
    present = set(inspect(connection).get_view_names())
    missing = [name for name in (*FACT_VIEW_NAMES, *VIEW_NAMES) if name not in present]
    if connection.dialect.name == "postgresql":
        functions = set(connection.scalars(text(_FUNCTION_NAMES)))
        missing += [name for each in VIEW_NAMES if (name := f"{each}{AS_AT_SUFFIX}") not in functions]
    return missing


def make_definitions(connection: Connection, digest: str) -> None:
    """Makes views, code lists, dictionary and grants over tables of the newest version.

    Args:
        connection: Inside a writing transaction; no view of ours is there.
        digest: What `definitions_digest` gives.
    """
    _make_views(connection)
    sync_code_lists(connection)
    sync_dictionary(connection)
    grant_marts(connection)
    connection.execute(ops_definition.delete())
    names = (*FACT_VIEW_NAMES, *VIEW_NAMES)
    made = {_WAREHOUSE: digest} | {
        name: sha256(view_definition(name, connection.dialect.name).encode()).hexdigest() for name in names
    }
    connection.execute(
        ops_definition.insert(), [{"name": name, "sha256": value} for name, value in made.items()]
    )


def drop_views(connection: Connection) -> None:
    """Drops our views and what belongs to them, also those of a package that this process does not know.

    Raises:
        WarehouseError: Somebody's own view reads one of them.
    """
    others = _views_of_other_packages(connection)
    if connection.dialect.name == "postgresql":
        for name in (*others, *VIEW_NAMES):
            connection.execute(text(f"DROP FUNCTION IF EXISTS {name}{AS_AT_SUFFIX}(timestamptz)"))
    if others:
        _drop(connection, others)
    for name in reversed((*_fact_views_there(connection), *VIEW_NAMES)):
        _drop(connection, [name])


def _drop(connection: Connection, names: Sequence[str]) -> None:
    # PostgreSQL takes several at once, whichever of them reads another; SQLite takes one, in any order.
    together = [", ".join(names)] if connection.dialect.name == "postgresql" else names
    try:
        for listed in together:
            connection.execute(text(f"DROP VIEW IF EXISTS {listed}"))
    except InternalError as error:
        # On PostgreSQL: somebody's own view reads it, which is nothing to drop behind their back.
        raise WarehouseError(
            f"{names[0]} must be made anew, but views of your own read it; drop them and run again"
        ) from error


def _views_of_other_packages(connection: Connection) -> list[str]:
    """Views that a process with further packages made."""
    if not inspect(connection).has_table(ops_definition.name):
        return []
    made = set(connection.scalars(select(ops_definition.c.name)))
    present = set(inspect(connection).get_view_names())
    return sorted((made & present) - {*FACT_VIEW_NAMES, *VIEW_NAMES})


def _fact_views_there(connection: Connection) -> list[str]:
    """Our views of facts; in a warehouse of an earlier release one of the names is a table's."""
    present = set(inspect(connection).get_view_names())
    return [name for name in FACT_VIEW_NAMES if name in present]


def _make_views(connection: Connection) -> None:
    dialect = connection.dialect.name
    for name in (*FACT_VIEW_NAMES, *VIEW_NAMES):
        connection.execute(text(f"CREATE VIEW {name} AS {_escaped(view_definition(name, dialect))}"))
    if dialect == "postgresql":
        schema = connection.scalar(text("SELECT quote_ident(current_schema())"))
        for name in VIEW_NAMES:
            connection.execute(text(_escaped(as_at_function(name, str(schema)))))


def _escaped(statement: str) -> str:
    return statement.replace(":", r"\:")
