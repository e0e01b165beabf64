"""Tables of the forms and code lists that further packages bring: made as they are declared, never altered.

Our own tables come from migrations alone. A further package brings no migrations, so a table of its that is
not as its declaration says is nothing that the program can mend.
"""

from sqlalchemy import Connection, inspect

from edusandbox.warehouse.checks.table_check import table_findings
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.tables.collection import FURTHER_TABLES, METADATA


def missing_further_tables(connection: Connection) -> list[str]:
    """Names of the tables of further packages that are not there."""
    return sorted(FURTHER_TABLES - set(inspect(connection).get_table_names()))


def make_further_tables(connection: Connection) -> None:
    """Makes the tables of further packages that are missing.

    Args:
        connection: Inside a writing transaction; our own tables are of the newest version.

    Raises:
        WarehouseError: A table that is there is not as its package declares it.
    """
    missing = missing_further_tables(connection)
    if len(missing) < len(FURTHER_TABLES):
        for finding in table_findings(connection, METADATA):
            if finding.subject in FURTHER_TABLES.difference(missing):
                raise WarehouseError(
                    f"{finding.subject} belongs to a package of your own, which brings no migrations, and is "
                    f"not as the package declares it ({finding.message}); alter the table yourself until "
                    "edusandbox db check finds no difference in it, or undo the change of the package, and "
                    "run again"
                )
    METADATA.create_all(connection, [METADATA.tables[name] for name in missing], checkfirst=False)
