"""What tables said before they were changed: one row a stretch of time in which a row was so."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Column, ColumnElement, Connection, Table, and_, bindparam, exists, null, select, true

from edusandbox.warehouse.tables.dimension_tables import dim_agency, dim_period, dim_school
from edusandbox.warehouse.tables.metadata import UtcDateTime
from edusandbox.warehouse.tables.operation_tables import ops_obligation


def history_table(table: Table) -> Table:
    """Makes the table of a table's former rows: its columns, `recorded_at` and `replaced_at`.

    A row held from `recorded_at` until just before `replaced_at`, which is empty while it holds.
    """
    keys = table.primary_key.columns.keys()
    return Table(
        f"{table.name}_history",
        table.metadata,
        *(
            Column(each.name, each.type, primary_key=each.name in keys, autoincrement=False)
            for each in table.columns
        ),
        Column("recorded_at", UtcDateTime, primary_key=True),
        Column("replaced_at", UtcDateTime),
    )


HISTORY_TABLES: Mapping[str, Table] = {
    each.name: history_table(each) for each in (dim_agency, dim_period, dim_school, ops_obligation)
}
"""History by name of the table whose rows change."""


def keep_history(
    connection: Connection, table: Table, at: datetime, which: ColumnElement[bool] | None = None
) -> None:
    """Writes down what a table says now, where that is not what its history said last.

    Args:
        connection: Inside the transaction that changed the table.
        table: One of those that `HISTORY_TABLES` names.
        at: The moment of the change.
        which: Rows of the table that may have changed; all, and those that are gone, if not given.
    """
    history = HISTORY_TABLES[table.name]
    keys = table.primary_key.columns.keys()
    same_key = and_(*(table.c[each] == history.c[each] for each in keys))
    is_open = history.c.replaced_at.is_(None)
    moment = bindparam("at", at, UtcDateTime)
    unchanged = exists().where(
        and_(same_key, *(table.c[each.name].is_not_distinct_from(history.c[each.name]) for each in table.c))
    )
    touched = true() if which is None else exists().where(same_key, which)
    # What was written down at this very moment held for no time at all.
    connection.execute(history.delete().where(history.c.recorded_at == moment, is_open, touched, ~unchanged))
    connection.execute(history.update().where(is_open, touched, ~unchanged).values(replaced_at=moment))
    known = exists().where(same_key, is_open)
    rows = select(*table.c, moment, null()).where(~known, true() if which is None else which)
    connection.execute(history.insert().from_select([*table.c.keys(), "recorded_at", "replaced_at"], rows))
