"""Who may read our views on PostgreSQL; `deployments/postgresql/roles.sql` makes the roles."""

from sqlalchemy import Connection, text

READER_ROLE = "edusandbox_reader"
"""The role that may read the marts and the views of facts, and nothing else."""

_VIEWS = text(
    "SELECT quote_ident(schemaname) || '.' || quote_ident(viewname) FROM pg_views "
    r"WHERE schemaname = current_schema() AND (viewname LIKE 'mart\_%' OR viewname LIKE 'fact\_%') "
    "ORDER BY viewname"
)
_FUNCTIONS = text(
    "SELECT pg_proc.oid\\:\\:regprocedure\\:\\:text FROM pg_proc "
    "JOIN pg_namespace ON pg_namespace.oid = pg_proc.pronamespace "
    r"WHERE nspname = current_schema() AND proname LIKE 'mart\_%\_as\_at' ORDER BY proname"
)
_READER_EXISTS = text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :name)")


def grant_marts(connection: Connection) -> None:
    """Lets the reader role, if there is one, read the views of facts and every mart, now and in the past.

    Args:
        connection: Inside the transaction that made the views anew, and so without their grants.
    """
    if connection.dialect.name != "postgresql":
        return
    functions = connection.scalars(_FUNCTIONS).all()
    for function in functions:
        # They run with their owner's rights, and PostgreSQL lets everybody call a new function.
        connection.execute(text(f"REVOKE ALL ON FUNCTION {function} FROM PUBLIC"))
    if connection.scalar(_READER_EXISTS, {"name": READER_ROLE}):
        for view in connection.scalars(_VIEWS).all():
            connection.execute(text(f"GRANT SELECT ON {view} TO {READER_ROLE}"))
        for function in functions:
            connection.execute(text(f"GRANT EXECUTE ON FUNCTION {function} TO {READER_ROLE}"))
