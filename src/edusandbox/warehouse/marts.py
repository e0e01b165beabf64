"""The `mart_` views, one file of SQL each in `views/`, and making a warehouse ready."""

import json
from hashlib import sha256
from importlib.resources import files

from sqlalchemy import Connection, Engine, inspect, select, text
from sqlalchemy.exc import InternalError

from edusandbox.warehouse.code_lists import CODE_LISTS, sync_code_lists
from edusandbox.warehouse.engine import redacted_url, writing
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.operation_tables import ops_definition
from edusandbox.warehouse.tables import METADATA

VIEW_NAMES = (
    "mart_agency",
    "mart_school",
    "mart_school_return",
    "mart_enrolment_by_school",
    "mart_enrolment_by_agency",
    "mart_enrolment_by_province",
    "mart_submission_status",
)
"""The views, each after those that it reads."""


def view_definition(name: str) -> str:
    """The SELECT of a view, the same for both databases."""
    return (files("edusandbox.warehouse") / "views" / f"{name}.sql").read_text(encoding="utf-8")


def create_warehouse(engine: Engine) -> None:
    """Makes tables, code lists and views; where they are there already it costs one query.

    Args:
        engine: As `open_warehouse` gives it.

    Raises:
        WarehouseError: The database holds tables of these names that a different release made, or a view
            that has changed is read by somebody's own view.
    """
    digest = _definitions_digest()
    with engine.connect() as connection:
        if _given_digest(connection) == digest:
            return
    with writing(engine) as connection:
        if _given_digest(connection) == digest:
            # Another run made it ready while this one waited for its turn.
            return
        _refuse_other_columns(connection)
        _drop_views(connection)
        METADATA.create_all(connection)
        for name in VIEW_NAMES:
            connection.execute(text(f"CREATE VIEW {name} AS {_escaped(view_definition(name))}"))
        sync_code_lists(connection)
        connection.execute(ops_definition.delete())
        connection.execute(ops_definition.insert().values(name="warehouse", sha256=digest))


def has_warehouse(engine: Engine) -> bool:
    """Whether the database holds a warehouse, of whatever release."""
    return inspect(engine).has_table(ops_definition.name)


def require_warehouse(engine: Engine) -> None:
    """Makes sure that there is something to read.

    Raises:
        WarehouseError: The database holds no warehouse yet.
    """
    if not has_warehouse(engine):
        address = engine.url.render_as_string(hide_password=False)
        raise WarehouseError(
            f"There is no warehouse at {redacted_url(address)} yet; run edusandbox consolidate first"
        )


def _definitions_digest() -> str:
    columns = [(table.name, [repr(column) for column in table.columns]) for table in METADATA.sorted_tables]
    views = [(name, view_definition(name)) for name in VIEW_NAMES]
    said = json.dumps([columns, views, CODE_LISTS], ensure_ascii=False, sort_keys=True)
    return sha256(said.encode()).hexdigest()


def _given_digest(connection: Connection) -> str | None:
    if not inspect(connection).has_table(ops_definition.name):
        return None
    return connection.scalar(select(ops_definition.c.sha256).where(ops_definition.c.name == "warehouse"))


def _refuse_other_columns(connection: Connection) -> None:
    """Tables are only ever added here: altering one that holds data is a migration's work."""
    inspector = inspect(connection)
    present = set(inspector.get_table_names())
    for table in METADATA.sorted_tables:
        if table.name not in present:
            continue
        found = {column["name"] for column in inspector.get_columns(table.name)}
        if found != set(table.columns.keys()):
            different = ", ".join(sorted(found ^ set(table.columns.keys())))
            raise WarehouseError(
                f"The warehouse was made by another release of the program: {table.name} differs in "
                f"{different}; use that release, or load into a new warehouse"
            )


def _drop_views(connection: Connection) -> None:
    for name in reversed(VIEW_NAMES):
        try:
            connection.execute(text(f"DROP VIEW IF EXISTS {name}"))
        except InternalError as error:
            # On PostgreSQL: somebody's own view reads it, which is nothing to drop behind their back.
            raise WarehouseError(
                f"{name} must be made anew, but views of your own read it; drop them and run again"
            ) from error


def _escaped(statement: str) -> str:
    return statement.replace(":", r"\:")
