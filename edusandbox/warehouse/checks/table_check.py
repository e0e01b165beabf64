"""Whether the tables and views of a database are those that this release defines."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import (
    CheckConstraint,
    Connection,
    Inspector,
    MetaData,
    Table,
    inspect,
    text,
)
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import SchemaItem

from edusandbox.warehouse.checks.findings import Check, Finding
from edusandbox.warehouse.definitions import definitions_digest, given_digest, missing_definitions
from edusandbox.warehouse.marts.mart_views import FACT_VIEW_NAMES, VIEW_NAMES
from edusandbox.warehouse.schema_versions import VERSION_TABLE
from edusandbox.warehouse.tables.collection import UNREFERENCED_TABLES

# The dictionary's words are compared where the dictionary is; definitions have none.
_COMMENTS = {"add_table_comment", "remove_table_comment", "modify_comment"}


def table_findings(connection: Connection, metadata: MetaData) -> list[Finding]:
    """Where tables differ from their definitions.

    Compares tables, columns, types, what may be empty, indexes, unique keys, references, primary keys,
    conditions, and on SQLite which tables have no rowid. On PostgreSQL, which words conditions its own way,
    their names alone.

    Args:
        connection: To a warehouse.
        metadata: The definitions.
    """
    inspector = inspect(connection)
    present = set(inspector.get_table_names())
    findings = [_finding(each) for each in _differences(connection, metadata)]
    for table in metadata.sorted_tables:
        if table.name in present:
            findings += [
                Finding(Check.TABLES, table.name, f"{table.name} {said}")
                for said in (*_key_differences(inspector, table), *_condition_differences(inspector, table))
            ]
    if connection.dialect.name == "sqlite":
        findings += _storage_findings(connection, metadata)
    return findings


def view_findings(connection: Connection) -> list[Finding]:
    """Where the marts are missing, cannot be read or are another release's."""
    missing = missing_definitions(connection)
    findings = [
        Finding(Check.VIEWS, name, f"{name} is not there; run edusandbox db upgrade") for name in missing
    ]
    for name in (*FACT_VIEW_NAMES, *VIEW_NAMES):
        if name not in missing:
            findings += _unreadable(connection, name)
    if given_digest(connection) != definitions_digest():
        message = "Views and code lists are those of another release; run edusandbox db upgrade"
        findings.append(Finding(Check.VIEWS, "ops_definition", message))
    return findings


def _differences(connection: Connection, metadata: MetaData) -> Iterator[tuple[Any, ...]]:
    options = {"version_table": VERSION_TABLE, "compare_type": True, "include_object": _is_ours}
    context = MigrationContext.configure(connection, opts=options)
    for each in compare_metadata(context, metadata):
        # Changes of one column come as a list of their own.
        for difference in each if isinstance(each, list) else [each]:
            if difference[0] not in _COMMENTS and not _is_of_other_database(connection, difference):
                yield difference


def _is_ours(_item: SchemaItem, _name: str | None, kind: str, is_found: bool, wanted: object) -> bool:  # noqa: FBT001 - Alembic's
    """An analyst's own table is no difference of ours."""
    return not (kind == "table" and is_found and wanted is None)


def _is_of_other_database(connection: Connection, difference: tuple[Any, ...]) -> bool:
    """Alembic does not ask on which database a definition wants its references to be."""
    is_reference = connection.dialect.name == "postgresql" and difference[0] == "add_fk"
    return is_reference and difference[1].table.name in UNREFERENCED_TABLES


def _finding(difference: tuple[Any, ...]) -> Finding:
    """A difference in a sentence: `(modify_type, schema, table, column, ...)` or `(add_index, index)`."""
    verb, *rest = difference
    if verb.startswith("modify_"):
        _, table, column, _, found, wanted = rest
        what = verb.removeprefix("modify_")
        return Finding(
            Check.TABLES, table, f"{table}.{column} has {what} {found!r}, but should have {wanted!r}"
        )
    item = rest[-1]
    table = item.name if isinstance(item, Table) else item.table.name if hasattr(item, "table") else None
    subject = str(rest[1] if table is None else table)
    lacks = "lacks" if verb.startswith("add_") else "should not have"
    name = "" if isinstance(item, Table) else f" {item.name or ', '.join(map(str, item.columns.keys()))}"
    kind = verb.split("_", 1)[1].replace("fk", "reference")
    if isinstance(item, Table):
        return Finding(Check.TABLES, subject, f"The warehouse {lacks} the table {subject}")
    return Finding(Check.TABLES, subject, f"{subject} {lacks} the {kind}{name}")


def _key_differences(inspector: Inspector, table: Table) -> Iterator[str]:
    found = inspector.get_pk_constraint(table.name)["constrained_columns"]
    wanted = [each.name for each in table.primary_key.columns]
    if found != wanted:
        yield f"has the primary key {', '.join(found)}, but should have {', '.join(wanted)}"


def _condition_differences(inspector: Inspector, table: Table) -> Iterator[str]:
    found = {
        str(each["name"]): _plain(each["sqltext"]) for each in inspector.get_check_constraints(table.name)
    }
    dialect = inspector.dialect
    wanted = {
        str(dialect.identifier_preparer.format_constraint(each)): _plain(
            str(each.sqltext.compile(dialect=dialect, compile_kwargs={"literal_binds": True}))
        )
        for each in table.constraints
        if isinstance(each, CheckConstraint)
    }
    for name in sorted(wanted.keys() - found.keys()):
        yield f"lacks the condition {name}"
    for name in sorted(found.keys() - wanted.keys()):
        yield f"should not have the condition {name}"
    if dialect.name == "sqlite":
        for name in sorted(found.keys() & wanted.keys()):
            if found[name] != wanted[name]:
                yield f"has the condition {found[name]}, but should have {wanted[name]}"


def _plain(condition: str) -> str:
    """A condition without its table's name and spare spaces."""
    return re.sub(r"\s+", " ", re.sub(r"\b\w+\.", "", condition)).strip()


def _storage_findings(connection: Connection, metadata: MetaData) -> Iterator[Finding]:
    rows = connection.execute(text("SELECT name, wr FROM pragma_table_list WHERE schema = 'main'"))
    without = {str(name): bool(is_without) for name, is_without in rows}
    for table in metadata.sorted_tables:
        wanted = not table.dialect_options["sqlite"]["with_rowid"]
        if table.name in without and without[table.name] is not wanted:
            said = "has a rowid, but should have none" if wanted else "has no rowid, but should have one"
            yield Finding(Check.TABLES, table.name, f"{table.name} {said}")


def _unreadable(connection: Connection, name: str) -> Sequence[Finding]:
    try:
        with connection.begin_nested():
            connection.execute(text(f"SELECT * FROM {name} LIMIT 0"))  # noqa: S608 - our own names
    except DBAPIError as error:
        return [Finding(Check.VIEWS, name, f"{name} cannot be read: {str(error.orig).splitlines()[0]}")]
    return []
