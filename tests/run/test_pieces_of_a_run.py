"""The pieces of a run, each by itself."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edusandbox.run import steps
from edusandbox.run.attempts import attempt_each
from edusandbox.run.grouping import balanced_groups, in_chunks
from edusandbox.run.request import RunRequest, request_run
from edusandbox.run.step_runners import InlineSteps, LostStep, StepRunner, ThreadedSteps
from edusandbox.run.steps import check_group, fetch_agencies
from edusandbox.settings import Settings
from edusandbox.sources.landing import LandingStore
from edusandbox.submissions import Delivery
from edusandbox.warehouse.load import batches
from edusandbox.workers.pool import work_in_this_process
from tests.run.expendable import Installation
from tests.run.inboxes import Inbox, first_files
from tests.run.runs_here import run


def delivery(name: str, sha256: str = "0" * 64, size_bytes: int = 1) -> Delivery:
    return Delivery(sha256, name, name, "5001", size_bytes, datetime(2020, 7, 1, tzinfo=UTC))


@pytest.fixture
def request_in(tmp_path: Path) -> Callable[..., RunRequest]:
    def make(**choices: Sequence[str]) -> RunRequest:
        settings = Settings(inbox_url=str(tmp_path / "inbox"), landing_url=str(tmp_path / "landing"))
        asked = {"today": "2563-07-10", **choices}
        return request_run(settings, **asked)  # type: ignore[arg-type] # the choices vary

    return make


@given(st.lists(st.integers(0, 10**6), max_size=60), st.integers(1, 8))
def test_groups_hold_every_delivery_once(sizes: list[int], worker_count: int) -> None:
    deliveries = [delivery(str(number), size_bytes=size) for number, size in enumerate(sizes)]
    groups = balanced_groups(deliveries, worker_count)
    assert sorted(each.path for group in groups for each in group) == sorted(each.path for each in deliveries)
    assert all(groups)


@given(st.lists(st.integers()), st.integers(1, 20))
def test_chunks_keep_the_order_and_none_is_empty(items: list[int], count: int) -> None:
    chunks = in_chunks(items, count)
    assert [item for chunk in chunks for item in chunk] == items
    assert all(chunks)
    assert len(chunks) <= count


def test_one_member_that_fails_is_named_and_the_others_go_on() -> None:
    attempt = attempt_each([1, 0, 2], lambda number: f"item {number}", lambda number: 2 // number)
    assert attempt.results == [2, 1]
    assert attempt.failed == [("item 0", "ZeroDivisionError: integer division or modulo by zero")]


def test_an_agency_that_is_asked_for_twice_is_looked_at_once(request_in: Callable[..., RunRequest]) -> None:
    assert [each.code for each in request_in(agencies=["5001", "5002", "5001"]).agencies] == ["5001", "5002"]


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, request_in: Callable[..., RunRequest]
) -> None:
    (tmp_path / "inbox" / "5002").mkdir(parents=True)
    (tmp_path / "inbox" / "5002" / "a.csv").write_text("x", encoding="utf-8")
    (tmp_path / "inbox" / "5001").write_text("a file where a folder belongs", encoding="utf-8")
    request = request_in(agencies=["5001", "5002"])
    attempt = fetch_agencies(request.agencies, request)
    assert [each.path for fetched in attempt.results for each in fetched.deliveries] == ["a.csv"]
    assert [name for name, _ in attempt.failed] == ["สพป.เชียงใหม่ เขต 1"]


def test_when_no_folder_can_be_read_the_step_fails_so_that_it_can_be_tried_again(
    tmp_path: Path, request_in: Callable[..., RunRequest]
) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "5001").write_text("a file where a folder belongs", encoding="utf-8")
    request = request_in(agencies=["5001"])
    with pytest.raises(OSError, match="a folder"):
        fetch_agencies(request.agencies, request)


def test_bytes_lost_from_the_landing_store_fail_one_delivery_and_not_its_group(
    request_in: Callable[..., RunRequest],
) -> None:
    request = request_in()
    landing = LandingStore(request.settings.landing_url)
    kept = delivery("kept.csv", landing.put(b"a,b,c\n1,2,3\n"))
    lost = delivery("lost.csv", "f" * 64)
    attempt = check_group([kept, lost], request.settings.landing_url, request.context)
    assert [each.delivery for each in attempt.results] == [kept]
    assert [name for name, _ in attempt.failed] == ["5001/lost.csv"]


def test_a_group_of_more_than_are_checked_at_a_time_comes_back_whole_and_in_order(
    request_in: Callable[..., RunRequest],
) -> None:
    request = request_in()
    landing = LandingStore(request.settings.landing_url)
    group = [
        delivery(f"{number}.csv", landing.put(f"a,b,c\n{number},2,3\n".encode())) for number in range(30)
    ]
    lost = delivery("lost.csv", "f" * 64)
    with work_in_this_process():
        attempt = check_group([*group[:20], lost, *group[20:]], request.settings.landing_url, request.context)
    assert [each.delivery for each in attempt.results] == group
    assert [name for name, _ in attempt.failed] == ["5001/lost.csv"]


@pytest.mark.parametrize(("rows_a_transaction", "rests"), [(1, True), (300_000, False)])
def test_workers_rest_while_several_transactions_are_loaded(
    install: Callable[[str], Installation],
    monkeypatch: pytest.MonkeyPatch,
    rows_a_transaction: int,
    *,
    rests: bool,
) -> None:
    rested: list[bool] = []
    monkeypatch.setattr(steps, "rest_workers", lambda: rested.append(True))
    monkeypatch.setattr(batches, "_ROWS_A_BATCH", rows_a_transaction)
    installation = install("any")
    first_files(Inbox(installation.folder / "inbox"))
    run(installation)
    assert bool(rested) is rests


@pytest.mark.parametrize("runner", [InlineSteps(), ThreadedSteps(3)])
def test_steps_give_their_results_in_order_and_a_lost_one_says_why(runner: StepRunner) -> None:
    results = list(runner.run_each(divmod, [(7, 2), (1, 0), (9, 4)]))
    assert results[0] == (3, 1)
    assert isinstance(results[1], LostStep)
    assert results[1].reason.startswith("ZeroDivisionError")
    assert results[2] == (2, 1)
