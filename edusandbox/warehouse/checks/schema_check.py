"""Whether a warehouse is whole and this release's."""

from sqlalchemy import Engine

from edusandbox.warehouse.checks.findings import Check, Finding
from edusandbox.warehouse.checks.row_check import file_findings, row_findings
from edusandbox.warehouse.checks.table_check import table_findings, view_findings
from edusandbox.warehouse.schema_versions import (
    NEWEST_VERSION,
    VERSION_TABLE,
    Standing,
    schema_version,
    standing,
)
from edusandbox.warehouse.tables.collection import METADATA


def check_warehouse(engine: Engine) -> list[Finding]:
    """Looks for whatever is not as it should be; changes nothing.

    A warehouse of another release is that one finding: what else differs is no fault of its.

    Args:
        engine: A database that holds a warehouse.
    """
    with engine.connect() as connection:
        version = schema_version(connection)
        whole = file_findings(connection)
        if standing(version) is not Standing.NEWEST:
            return [*whole, _version_finding(version)]
        tables = table_findings(connection, METADATA)
        if tables:
            # Questions about rows could fail over tables that are not ours.
            return [*whole, *tables, *view_findings(connection)]
        return [*whole, *view_findings(connection), *row_findings(connection)]


def _version_finding(version: str | None) -> Finding:
    helps = (
        "install the newer release" if standing(version) is Standing.NEWER else "run edusandbox db upgrade"
    )
    message = f"The tables are of version {version}, this release's are of version {NEWEST_VERSION}; {helps}"
    return Finding(Check.VERSION, VERSION_TABLE, message)
