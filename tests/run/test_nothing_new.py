"""Files that say nothing new change nothing but the log of runs, deliveries and arrivals."""

import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import Engine, select

from edusandbox.outcomes import Effect
from edusandbox.sources.landing import LandingStore, digest_of
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.tables.collection import METADATA
from tests.run.expendable import Installation
from tests.run.inboxes import Inbox, enrolment, first_files, further_files
from tests.run.runs_here import run

Rows = dict[str, list[tuple[Any, ...]]]


def rows_of(engine: Engine) -> Rows:
    """Every table with every column."""
    with engine.connect() as connection:
        return {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in METADATA.sorted_tables
        }


def changed(before: Rows, after: Rows) -> set[str]:
    return {name for name in before if before[name] != after[name]}


@pytest.fixture
def settled(install: Callable[[str], Installation]) -> tuple[Installation, Inbox]:
    """An installation that has taken everything."""
    installation = install("settled")
    inbox = Inbox(installation.folder / "inbox")
    first_files(inbox)
    run(installation)
    further_files(inbox)
    run(installation)
    return installation, inbox


@pytest.fixture
def engine(settled: tuple[Installation, Inbox]) -> Iterator[Engine]:
    engine = open_warehouse(settled[0].warehouse_url)
    yield engine
    engine.dispose()


def test_the_same_bytes_again_change_only_the_log_of_runs(
    settled: tuple[Installation, Inbox], engine: Engine
) -> None:
    before = rows_of(engine)
    report = run(settled[0])
    assert (report.outcomes, report.failed) == ((), ())
    assert changed(before, rows_of(engine)) == {"ops_run"}


def test_the_same_bytes_at_another_place_are_one_more_arrival(
    settled: tuple[Installation, Inbox], engine: Engine
) -> None:
    installation, _ = settled
    folder = installation.folder / "inbox" / "5002"
    (folder / "moved.csv").write_bytes((folder / "enrolment.csv").read_bytes())
    before = rows_of(engine)
    assert run(installation).outcomes == ()
    after = rows_of(engine)
    assert changed(before, after) == {"ops_run", "ops_arrival"}
    assert len(after["ops_arrival"]) == len(before["ops_arrival"]) + 1
    assert run(installation).outcomes == ()
    assert changed(after, rows_of(engine)) == {"ops_run"}


def test_equal_content_in_other_bytes_is_one_more_delivery(
    settled: tuple[Installation, Inbox], engine: Engine
) -> None:
    installation, inbox = settled
    inbox.send("5004/equal.csv", [*enrolment("5004", 7), "", ""])
    before = rows_of(engine)
    (outcome,) = run(installation).outcomes
    after = rows_of(engine)
    assert outcome.effect is Effect.EQUAL_CONTENT
    assert changed(before, after) == {"ops_run", "ops_arrival", "ops_delivery"}
    assert len(after["ops_delivery"]) == len(before["ops_delivery"]) + 1


def test_removed_bytes_that_a_killed_run_put_back_are_removed_again(
    settled: tuple[Installation, Inbox],
) -> None:
    installation, _ = settled
    landing = LandingStore(installation.settings.landing_url)
    content = (installation.folder / "inbox" / "5006" / "2563-1" / "register.csv").read_bytes()
    assert not landing.exists(digest_of(content))
    landing.put(content)
    run(installation)
    assert not landing.exists(digest_of(content))


def test_bytes_removed_for_one_sender_are_read_for_another(settled: tuple[Installation, Inbox]) -> None:
    installation, _ = settled
    of_one = installation.folder / "inbox" / "5006" / "2563-1" / "register.csv"
    of_another = installation.folder / "inbox" / "5003" / "2563-1" / "of-another.csv"
    of_another.write_bytes(of_one.read_bytes())
    report = run(installation)
    assert report.failed == ()
    assert {each.file_name for each in report.outcomes} == {"of-another.csv"}
    assert not LandingStore(installation.settings.landing_url).exists(digest_of(of_one.read_bytes()))


def test_a_sender_who_could_not_be_told_is_told_by_the_next_run(
    install: Callable[[str], Installation], caplog: pytest.LogCaptureFixture
) -> None:
    installation = install("blocked")
    inbox = Inbox(installation.folder / "inbox")
    inbox.send("5005/one.csv", [*enrolment("5005", 2)[:1], "2563,1,50050001,บ้าน,ป.1,1,1,5,1"])
    out = installation.folder / "inbox" / "5005" / "out"
    in_the_way = out / "one_ตรวจแล้ว.xlsx" / "a folder where the workbook belongs"
    in_the_way.mkdir(parents=True)
    with caplog.at_level(logging.CRITICAL):
        assert [name for name, _ in run(installation).failed] == ["5005/one.csv"]
    in_the_way.rmdir()
    in_the_way.parent.rmdir()
    told = run(installation)
    assert told.failed == ()
    assert [each.name for each in out.iterdir()] == ["one_ตรวจแล้ว.xlsx"]
    assert run(installation).outcomes == ()


def test_a_forced_run_of_all_versions_at_once_leaves_the_newest_current(
    settled: tuple[Installation, Inbox], engine: Engine
) -> None:
    before = rows_of(engine)
    report = run(settled[0], force=True, agencies=["5004"])
    assert {each.effect for each in report.outcomes} == {Effect.EQUAL_CONTENT}
    assert [each.agency_code for each in report.totals] == ["5004"]
    assert changed(before, rows_of(engine)) <= {"ops_run", "ops_delivery"}
