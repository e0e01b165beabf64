"""`deployments/postgresql/roles.sql`: a role that loads, and a role that reads the marts and nothing else."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Connection, Engine, create_engine, make_url, text
from sqlalchemy.exc import ProgrammingError

from edusandbox.warehouse.checks.schema_check import check_warehouse
from edusandbox.warehouse.engine import open_warehouse, writing
from edusandbox.warehouse.history.as_at import read_mart
from edusandbox.warehouse.load.dimensions import sync_province
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from edusandbox.warehouse.tables.collection import METADATA
from tests.warehouse.builders import PROVINCE, Figures, Warehouse, make_enrolment

SCRIPT = Path(__file__).parents[2] / "deployments" / "postgresql" / "roles.sql"
ROLES = ("edusandbox_loader", "edusandbox_reader")
FIGURES: Figures = {("50010001", "P1"): (10, 11, 1)}


def statements() -> str:
    """The script without what only psql understands."""
    lines = SCRIPT.read_text(encoding="utf-8").splitlines()
    return "\n".join(line for line in lines if not line.startswith("\\"))


def run_script(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.execute(statements())


def role_exists(connection: Connection, role: str) -> bool:
    return bool(
        connection.scalar(text("SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = :role)"), {"role": role})
    )


@pytest.fixture
def role_urls(postgres_server_url: str) -> Iterator[dict[str, str]]:
    """Addresses of a database of its own by role; roles belong to the whole server and go with the test."""
    address = make_url(postgres_server_url).set(drivername="postgresql+psycopg")
    database, password = f"test_{uuid4().hex}", uuid4().hex
    server = create_engine(address, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        if any(role_exists(connection, role) for role in ROLES):
            pytest.skip("the server has roles of these names already, which a test should not touch")
        connection.execute(text(f"CREATE DATABASE {database}"))
    owner = create_engine(address.set(database=database), isolation_level="AUTOCOMMIT")
    try:
        with owner.connect() as connection:
            run_script(connection)
            run_script(connection)
            for role in ROLES:
                connection.execute(text(f"ALTER ROLE {role} PASSWORD '{password}'"))
        yield {
            role: address.set(database=database, username=role, password=password).render_as_string(
                hide_password=False
            )
            for role in ROLES
        }
    finally:
        owner.dispose()
        with server.connect() as connection:
            connection.execute(text(f"DROP DATABASE {database} WITH (FORCE)"))
            for role in ROLES:
                connection.execute(text(f"DROP ROLE IF EXISTS {role}"))
        server.dispose()


@pytest.fixture
def loader(role_urls: dict[str, str]) -> Iterator[Engine]:
    """A warehouse that the loader made and loaded."""
    engine = open_warehouse(role_urls["edusandbox_loader"])
    create_warehouse(engine)
    with writing(engine) as connection:
        sync_province(connection, PROVINCE, datetime.now(UTC))
    run = start_run(engine, province_code="50", period="2563-1", config_hash="made-up")
    Warehouse(engine, PROVINCE, run).load(make_enrolment(FIGURES))
    yield engine
    engine.dispose()


@pytest.fixture
def reader(role_urls: dict[str, str], loader: Engine) -> Iterator[Engine]:
    assert loader
    engine = open_warehouse(role_urls["edusandbox_reader"])
    yield engine
    engine.dispose()


def test_the_loaders_warehouse_is_well_and_in_its_schema(loader: Engine) -> None:
    assert check_warehouse(loader) == []
    with loader.connect() as connection:
        assert connection.scalar(text("SELECT current_schema()")) == "edusandbox"


def test_a_reader_reads_the_marts_now_and_then(reader: Engine) -> None:
    now = datetime.now(UTC)
    with reader.connect() as connection:
        assert read_mart(connection, "mart_enrolment_by_province")["pupil_count"].sum() == 21
        past = connection.scalars(
            text("SELECT pupil_count FROM mart_enrolment_by_province_as_at(:at)"), {"at": now}
        )
        assert sum(past) == 21


def test_a_reader_reads_the_views_a_cell(reader: Engine) -> None:
    with reader.connect() as connection:
        pupils = connection.scalars(text("SELECT pupil_count FROM fact_enrolment_by_sex ORDER BY sex_id"))
        assert pupils.all() == [10, 11]
        assert connection.scalar(text("SELECT classroom_count FROM fact_classroom")) == 1


def test_a_reader_reads_marts_that_were_made_anew(loader: Engine, reader: Engine) -> None:
    with writing(loader) as connection:
        connection.execute(text("UPDATE ops_definition SET sha256 = 'of another release'"))
    create_warehouse(loader)
    with reader.connect() as connection:
        assert read_mart(connection, "mart_enrolment_by_province")["pupil_count"].sum() == 21


def test_a_reader_may_read_nothing_else(reader: Engine) -> None:
    for name in METADATA.tables:
        statement = text(f"SELECT * FROM {name} LIMIT 1")  # noqa: S608 - our own names
        with reader.connect() as connection, pytest.raises(ProgrammingError, match="permission denied"):
            connection.execute(statement)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ops_run SET state = 'failed'",
        "DELETE FROM fact_enrolment",
        "INSERT INTO fact_enrolment DEFAULT VALUES",
        "CREATE TABLE my_own (a INTEGER)",
        "DROP VIEW mart_school",
    ],
)
def test_a_reader_may_not_write_even_if_it_says_so(reader: Engine, statement: str) -> None:
    with reader.connect() as connection:
        connection.execute(text("SET TRANSACTION READ WRITE"))
        with pytest.raises(ProgrammingError, match=r"permission denied|must be owner"):
            connection.execute(text(statement))


def test_somebody_else_may_not_call_what_runs_with_the_loaders_rights(loader: Engine) -> None:
    with loader.connect() as connection:
        open_to_all = connection.scalars(
            text(
                "SELECT proname FROM pg_proc WHERE pronamespace = current_schema()\\:\\:regnamespace "
                "AND has_function_privilege('public', oid, 'EXECUTE')"
            )
        )
        assert list(open_to_all) == []


def test_the_script_holds_no_password() -> None:
    commands = [line for line in statements().splitlines() if not line.lstrip().startswith("--")]
    assert "password" not in "\n".join(commands).lower()
