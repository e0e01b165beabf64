"""Which version a warehouse's tables are of, and bringing them to the newest: Alembic's side."""

from collections.abc import Sequence
from enum import StrEnum
from functools import cache
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from edusandbox.warehouse.tables.operation_tables import ops_definition

VERSION_TABLE = "ops_schema_version"
"""The table in which Alembic keeps the version."""

FIRST_VERSION = "0001"
"""What the first release made, without a table of versions."""

_MIGRATIONS = Path(__file__).parent / "migrations"

NEWEST_VERSION = max(path.name.partition("_")[0] for path in _MIGRATIONS.glob("versions/0*.py"))
"""What this release's tables are: the last migration's number, which its file's name begins with."""


class Standing(StrEnum):
    """How a database stands to this release."""

    EMPTY = "empty"
    """It holds no warehouse."""
    OLDER = "older"
    """An earlier release made it."""
    NEWEST = "newest"
    """It has this release's tables."""
    NEWER = "newer"
    """A later release made it."""


@cache
def known_versions() -> Sequence[str]:
    """The versions that this release knows, the oldest first."""
    scripts = ScriptDirectory.from_config(_config()).walk_revisions()
    return tuple(each.revision for each in reversed(list(scripts)))


def schema_version(connection: Connection) -> str | None:
    """The version that a warehouse's tables are of; None where there is no warehouse."""
    inspector = inspect(connection)
    if inspector.has_table(VERSION_TABLE):
        given = connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))  # noqa: S608 - our name
        if given is not None:
            return str(given)
    return FIRST_VERSION if inspector.has_table(ops_definition.name) else None


def standing(version: str | None) -> Standing:
    """How a database with tables of this version stands to this release."""
    if version is None:
        return Standing.EMPTY
    if version == NEWEST_VERSION:
        return Standing.NEWEST
    return Standing.OLDER if version in known_versions() else Standing.NEWER


def migrate(connection: Connection, version: str = NEWEST_VERSION) -> None:
    """Brings tables to a version, from none or from whichever earlier one this release knows.

    Args:
        connection: Inside a writing transaction, which all of it happens in. No view of ours is there.
        version: The version wanted.
    """
    config = _config(connection)
    if not inspect(connection).has_table(VERSION_TABLE) and schema_version(connection) is not None:
        command.stamp(config, FIRST_VERSION)
    command.upgrade(config, version)


def _config(connection: Connection | None = None) -> Config:
    config = Config(attributes={"connection": connection})
    # Alembic's settings are those of configparser, where a lone % is a mistake.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
