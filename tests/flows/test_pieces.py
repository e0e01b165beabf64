"""The flow's pieces without a Prefect run."""

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest
from distributed import Client, LocalCluster
from hypothesis import given
from hypothesis import strategies as st
from prefect.logging import disable_run_logger
from prefect.task_runners import ProcessPoolTaskRunner, ThreadPoolTaskRunner

from edusandbox.flows.environment import prepare_prefect
from edusandbox.flows.grouping import balanced_groups, in_chunks
from edusandbox.flows.runners import task_runner
from edusandbox.flows.tasks import attempt_each, check_group, fetch_agencies
from edusandbox.run_request import RunRequest, RunRequestError, request_run
from edusandbox.settings import Runner, Settings
from edusandbox.sources.landing import LandingStore
from edusandbox.submissions import Delivery
from edusandbox.workers import WorkerDiedError, run_in_worker, worker_pool


def delivery(name: str, sha256: str = "0" * 64, size_bytes: int = 1) -> Delivery:
    return Delivery(sha256, name, name, "5001", size_bytes, datetime(2020, 7, 1, tzinfo=UTC))


@pytest.fixture
def request_in(tmp_path: Path) -> Callable[..., RunRequest]:
    def make(**choices: Sequence[str]) -> RunRequest:
        settings = Settings(inbox_url=str(tmp_path / "inbox"), landing_url=str(tmp_path / "landing"))
        return request_run(settings, **choices)  # type: ignore[arg-type] # the choices vary

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
    with disable_run_logger():
        attempt = attempt_each([1, 0, 2], lambda number: f"item {number}", lambda number: 2 // number)
    assert attempt.results == [2, 1]
    assert attempt.failed == [("item 0", "ZeroDivisionError: integer division or modulo by zero")]


def test_fetching_is_tried_again() -> None:
    assert fetch_agencies.retries == 3


def test_a_folder_that_cannot_be_read_does_not_stop_the_others(
    tmp_path: Path, request_in: Callable[..., RunRequest]
) -> None:
    (tmp_path / "inbox" / "5002").mkdir(parents=True)
    (tmp_path / "inbox" / "5002" / "a.csv").write_text("x", encoding="utf-8")
    (tmp_path / "inbox" / "5001").write_text("a file where a folder belongs", encoding="utf-8")
    request = request_in(agencies=["5001", "5002"])
    with disable_run_logger():
        attempt = fetch_agencies.fn(request.agencies, request)
    assert [each.path for fetched in attempt.results for each in fetched.deliveries] == ["a.csv"]
    assert [name for name, _ in attempt.failed] == ["สพป.เชียงใหม่ เขต 1"]


def test_when_no_folder_can_be_read_the_task_fails_so_that_prefect_tries_again(
    tmp_path: Path, request_in: Callable[..., RunRequest]
) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / "5001").write_text("a file where a folder belongs", encoding="utf-8")
    request = request_in(agencies=["5001"])
    with disable_run_logger(), pytest.raises(OSError, match="a folder"):
        fetch_agencies.fn(request.agencies, request)


def test_bytes_lost_from_the_landing_store_fail_one_delivery_and_not_its_group(
    request_in: Callable[..., RunRequest],
) -> None:
    request = request_in()
    landing = LandingStore(request.settings.landing_url)
    kept = delivery("kept.csv", landing.put(b"a,b,c\n1,2,3\n"))
    lost = delivery("lost.csv", "f" * 64)
    with disable_run_logger():
        attempt = check_group.fn([kept, lost], request.settings.landing_url, request.context)
    assert [each.delivery for each in attempt.results] == [kept]
    assert [name for name, _ in attempt.failed] == ["5001/lost.csv"]


@pytest.mark.parametrize(
    ("runner", "kind"), [(Runner.THREADS, ThreadPoolTaskRunner), (Runner.PROCESSES, ProcessPoolTaskRunner)]
)
def test_the_task_runner_is_chosen_by_a_setting(runner: Runner, kind: type) -> None:
    assert isinstance(task_runner(Settings(runner=runner)), kind)


def test_dask_is_chosen_by_a_setting() -> None:
    runner = task_runner(Settings(runner=Runner.DASK, dask_address="tcp://127.0.0.1:8786"))
    assert type(runner).__name__ == "DaskTaskRunner"


def test_work_runs_in_another_process_with_a_pool_and_without() -> None:
    with worker_pool(Settings(worker_count=1)):
        inside = {run_in_worker(os.getpid) for _ in range(3)}
    apart = {run_in_worker(os.getpid) for _ in range(2)}
    assert (len(inside), len(apart)) == (1, 2)
    assert os.getpid() not in inside | apart


def test_work_runs_apart_from_a_dask_worker() -> None:
    task_runner(Settings(runner=Runner.DASK, worker_count=1))
    with (
        LocalCluster(n_workers=1, threads_per_worker=1, dashboard_address=None) as cluster,
        Client(cluster) as client,
    ):
        assert client.submit(run_in_worker, abs, -3).result() == 3


def test_work_that_kills_its_process_fails_alone() -> None:
    with worker_pool(Settings(worker_count=2)):
        with pytest.raises(WorkerDiedError):
            run_in_worker(os._exit, 1)
        with ThreadPoolExecutor(4) as threads:
            answers = [threads.submit(run_in_worker, abs, -number) for number in range(6)]
            with pytest.raises(WorkerDiedError):
                run_in_worker(os.abort)
        assert [answer.result() for answer in answers] == list(range(6))


@pytest.mark.parametrize(
    ("choices", "sentence"),
    [
        ({"period": "2570-1"}, "There is no period '2570-1'; there are 2562-2"),
        ({"agencies": ["9"]}, "There is no agency '9'; there are 5001"),
        ({"forms": ["staff"]}, "There is no form 'staff'; there are school_register, enrolment"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(
    request_in: Callable[..., RunRequest], choices: dict[str, Sequence[str]], sentence: str
) -> None:
    with pytest.raises(RunRequestError, match=sentence):
        request_in(**choices)


def test_prefects_state_stays_in_the_folder_given_and_nothing_is_reported(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in os.environ if name.startswith("PREFECT_")]:
        monkeypatch.delenv(name)
    with monkeypatch.context() as context:
        # Changes made to os.environ by the call are undone with the others.
        context.setattr(os, "environ", dict(os.environ))
        prepare_prefect(tmp_path / "prefect")
        settings = dict(os.environ)
    assert settings["PREFECT_HOME"] == str(tmp_path / "prefect")
    assert (tmp_path / "prefect").is_dir()
    assert settings["PREFECT_SERVER_ANALYTICS_ENABLED"] == "false"
