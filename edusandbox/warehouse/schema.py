"""Making a warehouse, bringing one of an earlier release up to date, and telling whether one is there."""

from dataclasses import dataclass

from psycopg.errors import DependentObjectsStillExist
from sqlalchemy import Connection, Engine, inspect
from sqlalchemy.exc import InternalError, NotSupportedError

from edusandbox.warehouse.definitions import (
    definitions_digest,
    drop_views,
    given_digest,
    make_definitions,
    missing_definitions,
)
from edusandbox.warehouse.engine import redacted_url, writing
from edusandbox.warehouse.errors import NoWarehouseError, WarehouseError
from edusandbox.warehouse.schema_versions import NEWEST_VERSION, Standing, migrate, schema_version, standing
from edusandbox.warehouse.tables.further_tables import make_further_tables, missing_further_tables
from edusandbox.warehouse.tables.operation_tables import ops_definition


@dataclass(frozen=True, slots=True)
class Upgrade:
    """What an upgrade did.

    Attributes:
        before: Version of the tables before; None where there was no warehouse.
        after: Version of the tables now.
        made_anew: Whether views, code lists and the dictionary were made anew.
    """

    before: str | None
    after: str
    made_anew: bool

    @property
    def sentence(self) -> str:
        """What was done, for a person."""
        if self.before is None:
            return f"Made a new warehouse with tables of version {self.after}."
        if self.before != self.after:
            return f"Brought the tables from version {self.before} to {self.after}; the data is all there."
        if self.made_anew:
            return f"Made views, code lists and dictionary anew; the tables are of version {self.after}."
        return f"Nothing to do: the tables are of version {self.after}, and the views are this release's."


def create_warehouse(engine: Engine) -> None:
    """Makes a warehouse, or its views and code lists anew; where nothing changed it costs one query.

    Args:
        engine: As `open_warehouse` gives it.

    Raises:
        WarehouseError: The warehouse is of an earlier or a later release, a table of a further package is
            not as it is declared, or somebody's own view reads a view that has changed.
    """
    _bring_up_to_date(engine, upgrades=False)


def upgrade_warehouse(engine: Engine) -> Upgrade:
    """Brings a warehouse of whatever earlier release up to date, or makes a new one: all of it, or nothing.

    Args:
        engine: As `open_warehouse` gives it.

    Returns:
        What was done.

    Raises:
        WarehouseError: The warehouse is of a later release, a table of a further package is not as it is
            declared, or somebody's own view reads a view of ours.
    """
    return _bring_up_to_date(engine, upgrades=True)


def has_warehouse(engine: Engine) -> bool:
    """Whether the database holds a warehouse, of whatever release."""
    return inspect(engine).has_table(ops_definition.name)


def existing_version(engine: Engine) -> str:
    """The version of the warehouse's tables, of whatever release.

    Raises:
        NoWarehouseError: The database holds no warehouse yet.
    """
    with engine.connect() as connection:
        version = schema_version(connection)
    if version is None:
        raise NoWarehouseError(_address(engine))
    return version


def require_warehouse(engine: Engine) -> None:
    """Makes sure that there is something to read, and that this release can read it.

    Raises:
        WarehouseError: The database holds no warehouse yet, or one of an earlier or a later release.
    """
    _refuse_other_releases(engine, standing(existing_version(engine)), upgrades=False)


def _bring_up_to_date(engine: Engine, *, upgrades: bool) -> Upgrade:
    digest = definitions_digest()
    with engine.connect() as connection:
        if _is_up_to_date(connection, digest, looks_closely=upgrades):
            return Upgrade(NEWEST_VERSION, NEWEST_VERSION, made_anew=False)
    with writing(engine) as connection:
        if _is_up_to_date(connection, digest, looks_closely=upgrades):
            # Another process did it while this one waited for its turn.
            return Upgrade(NEWEST_VERSION, NEWEST_VERSION, made_anew=False)
        before = schema_version(connection)
        _refuse_other_releases(engine, standing(before), upgrades=upgrades)
        drop_views(connection)
        _migrate(connection)
        make_further_tables(connection)
        make_definitions(connection, digest)
    return Upgrade(before, NEWEST_VERSION, made_anew=True)


def _migrate(connection: Connection) -> None:
    try:
        migrate(connection)
    except (InternalError, NotSupportedError) as error:
        # On PostgreSQL: somebody's own view reads a table, which is nothing to drop behind their back.
        if not isinstance(error.orig, DependentObjectsStillExist):
            raise
        raise WarehouseError(
            "Tables must be made anew, but views of your own read them; drop them and run again"
        ) from error


def _is_up_to_date(connection: Connection, digest: str, *, looks_closely: bool) -> bool:
    """By the digest alone, which is quick; who asks for an upgrade may do so because something is gone."""
    if given_digest(connection) != digest:
        return False
    return not (looks_closely and (missing_definitions(connection) or missing_further_tables(connection)))


def _refuse_other_releases(engine: Engine, stands: Standing, *, upgrades: bool) -> None:
    if stands is Standing.NEWER:
        raise WarehouseError(
            f"The warehouse at {_address(engine)} is of a newer release of the program; install that release"
        )
    if stands is Standing.OLDER and not upgrades:
        raise WarehouseError(
            f"The warehouse at {_address(engine)} is of an older release of the program; "
            "make a copy of it, then run edusandbox db upgrade"
        )


def _address(engine: Engine) -> str:
    return redacted_url(engine.url.render_as_string(hide_password=False))
