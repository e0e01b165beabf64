"""The flow's pieces without a Prefect run."""

import os
import select
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from importlib.util import find_spec
from pathlib import Path

import pytest
from distributed import Client, LocalCluster
from prefect.flows import load_flow_from_entrypoint
from prefect.task_runners import ProcessPoolTaskRunner, ThreadPoolTaskRunner

from edusandbox.run import steps
from edusandbox.run.request import RunRequest, RunRequestError, request_run
from edusandbox.settings import Runner, Settings
from edusandbox.workers.pool import WorkerDiedError, rest_workers, run_in_worker, worker_pool
from flows.environment import prepare_prefect
from flows.runners import task_runner
from flows.tasks import TASKS


@pytest.fixture
def request_in(tmp_path: Path) -> Callable[..., RunRequest]:
    def make(**choices: Sequence[str]) -> RunRequest:
        settings = Settings(inbox_url=str(tmp_path / "inbox"), landing_url=str(tmp_path / "landing"))
        asked = {"today": "2563-07-10", **choices}
        return request_run(settings, **asked)  # type: ignore[arg-type] # the choices vary

    return make


@pytest.mark.parametrize("entrypoint", ["flows/consolidate.py:consolidate", "flows.consolidate.consolidate"])
def test_a_deployment_finds_the_flow_by_its_path_and_by_its_module(entrypoint: str) -> None:
    assert load_flow_from_entrypoint(entrypoint).name == "consolidate"


def test_fetching_is_tried_again() -> None:
    assert TASKS[steps.fetch_agencies].retries == 3


@pytest.mark.parametrize(
    ("runner", "kind"), [(Runner.THREADS, ThreadPoolTaskRunner), (Runner.PROCESSES, ProcessPoolTaskRunner)]
)
def test_the_task_runner_is_chosen_by_a_setting(runner: Runner, kind: type) -> None:
    assert isinstance(task_runner(Settings(runner=runner)), kind)


def test_dask_is_chosen_by_a_setting() -> None:
    runner = task_runner(Settings(runner=Runner.DASK, dask_address="tcp://127.0.0.1:8786"))
    assert type(runner).__name__ == "DaskTaskRunner"


def has_checked_before() -> bool:
    return "edusandbox.workers.preload" in sys.modules


def test_a_worker_parts_from_a_process_that_has_checked_before() -> None:
    # The process that workers part from passes over a module that is not there, in silence.
    with worker_pool(Settings(worker_count=1)):
        assert run_in_worker(has_checked_before)


def name_of_the_main_module() -> str | None:
    spec = sys.modules["__main__"].__spec__
    return spec and spec.name


def test_a_worker_does_not_import_the_main_module_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["__main__"], "__spec__", find_spec("colorsys"))
    assert run_in_worker(name_of_the_main_module) != "colorsys"


def test_work_runs_in_another_process_with_a_pool_and_without() -> None:
    with worker_pool(Settings(worker_count=1)):
        inside = {run_in_worker(os.getpid) for _ in range(3)}
    apart = {run_in_worker(os.getpid) for _ in range(2)}
    assert (len(inside), len(apart)) == (1, 2)
    assert os.getpid() not in inside | apart


@pytest.mark.skipif(not hasattr(os, "pidfd_open"), reason="only Linux lets one wait for another's process")
def test_workers_that_rest_are_gone_and_further_work_has_new_ones() -> None:
    with worker_pool(Settings(worker_count=1)):
        resting = run_in_worker(os.getpid)
        process = os.pidfd_open(resting)
        rest_workers()
        ended, _, _ = select.select([process], [], [], 60)
        os.close(process)
        assert ended
        assert run_in_worker(os.getpid) != resting


def reader_and_text_of(path: Path) -> tuple[int, str]:
    return os.getpid(), path.read_text()


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the work waits for a pipe with a name")
def test_work_that_is_under_way_is_done_before_its_worker_rests(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with worker_pool(Settings(worker_count=1)), ThreadPoolExecutor(1) as threads:
        worker = run_in_worker(os.getpid)
        work = threads.submit(run_in_worker, reader_and_text_of, pipe)
        with pipe.open("w") as writer:
            rest_workers()
            writer.write("done")
        assert work.result() == (worker, "done")


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
        ({"period": "2580-1"}, "There is no period '2580-1'; there are 2562, "),
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
