"""A run may be killed at any moment: the next one leaves what one that was never killed would have left."""

import random
from collections.abc import Callable

import pytest
from sqlalchemy import Engine, text

from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.load.run_lock import among_living_runs
from edusandbox.warehouse.load.runs import start_run
from edusandbox.warehouse.schema import create_warehouse
from tests.run.expendable import Installation, Runs
from tests.run.inboxes import STEPS, Inbox
from tests.run.sameness import Whole

KILLS = 50
KILLED = -9


def undisturbed(runs: Runs, installation: Installation) -> list[tuple[Whole, float]]:
    """What is there after each step of the inbox, and the seconds that the run took."""
    inbox = Inbox(installation.folder / "inbox")
    wholes = []
    for send in STEPS:
        send(inbox)
        ended = runs.run(installation)
        assert ended.exit_code == 0
        wholes.append((Whole.of(installation), ended.seconds))
    return wholes


def test_whenever_runs_are_killed_the_next_one_leaves_what_an_undisturbed_one_leaves(
    runs: Runs, install: Callable[[str], Installation]
) -> None:
    expected = undisturbed(runs, install("undisturbed"))
    source = random.Random(20200701)  # noqa: S311 - repeatable on purpose
    # How many of the kills come too late depends on how busy the machine is: only those that hit are counted.
    tried = hits = 0
    while hits < KILLS:
        installation = install(f"after {tried}")
        inbox = Inbox(installation.folder / "inbox")
        for send, (whole, seconds) in zip(STEPS, expected, strict=True):
            send(inbox)
            for number in range(1, 1 + source.randint(1, 5)):
                # A run that takes up what one before it began has less to do.
                ended = runs.run(installation, kill_after=source.uniform(0, seconds / number))
                assert ended.exit_code in (0, KILLED)
                tried += 1
                hits += ended.exit_code == KILLED
            assert runs.run(installation).exit_code == 0
            Whole.of(installation).must_equal(whole)
        # A server may need a moment to notice that the one whom it served is gone.
        while "running" in states_in(installation):
            assert runs.run(installation).exit_code == 0


def states(engine: Engine) -> list[str]:
    with engine.connect() as connection:
        return list(connection.scalars(text("SELECT state FROM ops_run ORDER BY run_id")))


def states_in(installation: Installation) -> list[str]:
    engine = open_warehouse(installation.warehouse_url)
    try:
        return states(engine)
    finally:
        engine.dispose()


def begin(engine: Engine) -> int:
    return start_run(engine, province_code="50", period="2563-1", config_hash="made-up").run_id


@pytest.fixture
def ready_engine(empty_engine: Engine) -> Engine:
    create_warehouse(empty_engine)
    return empty_engine


def test_a_run_that_was_killed_is_noted_as_failed_by_the_next_one(ready_engine: Engine) -> None:
    # A run that nobody holds the lock for: its process is gone.
    begin(ready_engine)
    with among_living_runs(ready_engine):
        assert states(ready_engine) == ["failed"]


def test_a_run_that_lives_is_not_noted_as_failed(ready_engine: Engine, warehouse_url: str) -> None:
    other = open_warehouse(warehouse_url)
    with among_living_runs(ready_engine):
        begin(ready_engine)
        with among_living_runs(other):
            begin(other)
            assert states(ready_engine) == ["running", "running"]
        with among_living_runs(other):
            assert states(ready_engine) == ["running", "running"]
    other.dispose()
