"""What Alembic runs: the scripts, on the connection and in the transaction that it is given."""

from alembic import context

from edusandbox.warehouse.schema_versions import VERSION_TABLE
from edusandbox.warehouse.tables.metadata import METADATA

context.configure(
    connection=context.config.attributes["connection"], target_metadata=METADATA, version_table=VERSION_TABLE
)
context.run_migrations()
