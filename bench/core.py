"""The program itself on a benchmark's work: one whole run without Prefect, into an empty warehouse.

`python -m bench.core --work FOLDER --database URL` runs `edusandbox.consolidation.run.consolidate` with
two worker processes, as an installation does: files are fetched into a landing store, checked, loaded
with versions, schools, history and provenance, and whoever sent a fault gets a marked workbook. It prints
the JSON line that the peers print, with the seconds of each stage besides.
"""

import argparse
import json
import os
import platform
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib.metadata import version
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine, Table, func, select

from edusandbox.consolidation.run import consolidate
from edusandbox.consolidation.step_runners import LostStep, ThreadedSteps
from edusandbox.run_request import request_run
from edusandbox.settings import Settings
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.tables import METADATA
from edusandbox.workers import worker_pool

R = TypeVar("R")
_PACKAGES = ("pandas", "pandera", "python-calamine", "sqlalchemy", "psycopg", "pyarrow")


class TimedSteps(ThreadedSteps):
    """Runs steps as the program does without Prefect, and keeps how long each stage took."""

    def __init__(self, thread_count: int) -> None:
        """Takes the most threads that may run at a time."""
        super().__init__(thread_count)
        self.seconds: dict[str, float] = {}

    def run_each(self, step: Callable[..., R], calls: Sequence[tuple[Any, ...]]) -> Iterator[R | LostStep]:
        """Runs a step once for each tuple of arguments, several at a time."""
        with self._timing(step.__name__):
            yield from super().run_each(step, calls)

    def run_here(self, step: Callable[..., R], *arguments: Any) -> R:  # noqa: ANN401 - any step's
        """Runs a step."""
        with self._timing(step.__name__):
            return super().run_here(step, *arguments)

    @contextmanager
    def _timing(self, name: str) -> Iterator[None]:
        start = time.monotonic()
        yield
        self.seconds[name] = self.seconds.get(name, 0.0) + time.monotonic() - start


def main() -> None:
    """Runs the program and prints what became of it."""
    # The harness says when it started us, so that starting the interpreter counts for everybody.
    started = float(os.environ.get("BENCH_STARTED") or time.monotonic())
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--database", required=True, help="as the peers get it: postgresql:// or sqlite:///")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="landing-", dir=chosen.work) as landing:
        settings = Settings(
            warehouse_url=chosen.database,
            inbox_url=str(chosen.work / "inbox"),
            landing_url=landing,
            province_folder=chosen.work / "province",
        )
        steps = TimedSteps(settings.worker_count)
        with worker_pool(settings):
            request = request_run(settings)
            engine = open_warehouse(chosen.database)
            report = consolidate(request, engine, steps)
        seconds = time.monotonic() - started
    answer = answer_of(engine)
    answer["seconds"] = round(seconds, 3)
    answer["stages"] = {name: round(spent, 3) for name, spent in steps.seconds.items()}
    answer["failed"] = [reason for _, reason in report.failed]
    answer["versions"] = {name: version(name) for name in _PACKAGES} | {"python": platform.python_version()}
    print(json.dumps(answer))  # noqa: T201 - what the harness reads
    engine.dispose()
    _take_back_answers(chosen.work)


def _take_back_answers(work: Path) -> None:
    """Removes what senders were sent, so that the next run finds the inbox as this one did."""
    recipe = json.loads((work / "recipe.json").read_text(encoding="utf-8"))
    sent = {work / each["path"] for each in recipe["files"]}
    for path in (work / "inbox").rglob("*"):
        if path.is_file() and path not in sent:
            path.unlink()


def answer_of(engine: Engine) -> dict[str, Any]:
    """What the warehouse holds, in the peers' words; `schools` are those that a register names."""
    tables = METADATA.tables
    enrolment, classroom = tables["fact_enrolment"], tables["fact_classroom"]
    sex = tables["dim_sex"]
    with engine.connect() as connection:
        pupils = connection.execute(
            select(sex.c.sex_code, func.sum(enrolment.c.pupil_count))
            .join(sex, sex.c.sex_id == enrolment.c.sex_id)
            .group_by(sex.c.sex_code)
        )
        by_sex = {code: int(count) for code, count in pupils}
        rooms = connection.execute(select(func.sum(classroom.c.classroom_count))).scalar_one()

        def count(table: Table) -> int:
            return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

        return {
            "facts": count(enrolment) + count(classroom),
            "pupils": by_sex,
            "classrooms": int(rooms or 0),
            "set_aside": count(tables["ops_set_aside_row"]),
            "schools": count(tables["fact_school"]),
        }


if __name__ == "__main__":
    main()
