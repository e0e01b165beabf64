"""All that a database says of its tables, in words that can be compared whatever the order of columns."""

import re
from collections.abc import Iterator

from sqlalchemy import Connection, text

from edusandbox.warehouse.schema_versions import VERSION_TABLE

_ADDED_REFERENCE = re.compile(r"^(\w+) (.+) CONSTRAINT (\w+) REFERENCES (.+)$")
_CATALOGUE = """
    SELECT relname || '.' || attname || ' ' || format_type(atttypid, atttypmod) || ' ' || attnotnull
        || ' ' || COALESCE(pg_get_expr(adbin, adrelid), '')
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND attnum > 0
        AND NOT attisdropped AND relname <> '{version}'
    UNION ALL
    SELECT conrelid::regclass::text || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint
    WHERE connamespace = current_schema()::regnamespace AND conrelid::regclass::text <> '{version}'
    UNION ALL
    SELECT indexdef FROM pg_indexes WHERE schemaname = current_schema() AND tablename <> '{version}'
"""


def describe_schema(connection: Connection) -> list[str]:
    """Columns, keys, references, conditions, indexes and ways of storing of every table but Alembic's."""
    if connection.dialect.name == "postgresql":
        return sorted(
            connection.scalars(text(_CATALOGUE.format(version=VERSION_TABLE).replace("::", r"\:\:")))
        )
    statement = (
        "SELECT name, sql FROM sqlite_master "
        "WHERE type IN ('table', 'index') AND sql IS NOT NULL AND name <> :version"
    )
    rows = connection.execute(text(statement), {"version": VERSION_TABLE}).all()
    return sorted(f"{name}: {clause}" for name, sql in rows for clause in _clauses(str(sql)))


def _clauses(sql: str) -> Iterator[str]:
    plain = re.sub(r"\s+", " ", sql).strip().replace('"', "")
    start, end = plain.index("("), plain.rindex(")")
    if plain.startswith("CREATE TABLE"):
        yield plain[end + 1 :].strip()
        for clause in _split(plain[start + 1 : end]):
            added = _ADDED_REFERENCE.match(clause)
            if added and not clause.startswith("CONSTRAINT"):
                column, kind, name, target = added.groups()
                yield f"{column} {kind}"
                yield f"CONSTRAINT {name} FOREIGN KEY({column}) REFERENCES {target}"
            else:
                yield clause
    else:
        yield plain


def _split(clauses: str) -> Iterator[str]:
    """Splits at commas that stand in no parentheses."""
    depth, start = 0, 0
    for position, character in enumerate(clauses):
        depth += {"(": 1, ")": -1}.get(character, 0)
        if character == "," and depth == 0:
            yield clauses[start:position].strip()
            start = position + 1
    yield clauses[start:].strip()
