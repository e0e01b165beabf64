"""The program itself on a benchmark's work: one whole run without Prefect, into the warehouse as it is.

`python -m bench.core --work FOLDER --database URL` runs `edusandbox.run.consolidation.consolidate` with
two worker processes, as an installation does: files are fetched into a landing store, checked, loaded
with versions, schools, history and provenance, and whoever sent a fault gets a marked workbook, unless
`--without-marking` says otherwise. It prints the JSON line that the peers print, with the seconds of each
stage besides.
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
from typing import Any, TypeVar, cast

from sqlalchemy import Engine, Table, case, func, select

from edusandbox.reports.returning import MarkOrder
from edusandbox.run.attempts import Attempt
from edusandbox.run.consolidation import consolidate
from edusandbox.run.request import request_run
from edusandbox.run.step_runners import LostStep, ThreadedSteps
from edusandbox.run.steps import mark_group
from edusandbox.settings import Settings
from edusandbox.submissions import Delivery
from edusandbox.warehouse.engine import open_warehouse
from edusandbox.warehouse.tables.collection import METADATA
from edusandbox.workers.pool import worker_pool

R = TypeVar("R")
_PACKAGES = ("pandas", "pandera", "python-calamine", "sqlalchemy", "psycopg", "pyarrow")


class TimedSteps(ThreadedSteps):
    """Runs steps as the program does without Prefect, and keeps how long each stage took.

    Attributes:
        seconds: Seconds of each step so far.
    """

    def __init__(self, thread_count: int, *, marks: bool = True) -> None:
        """Takes the most threads that may run at a time, and whether marked workbooks are written."""
        super().__init__(thread_count)
        self._marks = marks
        self.seconds: dict[str, float] = {}

    def run_each(self, step: Callable[..., R], calls: Sequence[tuple[Any, ...]]) -> Iterator[R | LostStep]:
        """Runs a step once for each tuple of arguments, several at a time."""
        with self._timing(step.__name__):
            # The program has no switch for it. Only the writing is left out: who is to be told is found
            # out, and that they were told is noted, or the next run would take their files again.
            if step is mark_group and not self._marks:
                yield from (cast("R", _unmarked(orders)) for orders, *_ in calls)
            else:
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


def _unmarked(orders: Sequence[MarkOrder]) -> Attempt[tuple[Delivery, str]]:
    return Attempt([(order.checked.delivery, "") for order in orders])


def arguments(description: str | None) -> argparse.ArgumentParser:
    """What every run of the program is told."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--database", required=True, help="as the peers get it: postgresql:// or sqlite:///")
    parser.add_argument("--landing", type=Path, help="a landing store that stays; otherwise one of its own")
    parser.add_argument("--agency", help="the only agency whose folder is looked into")
    return parser


def started() -> float:
    """When the process was started: the harness says it, so that starting counts for everybody."""
    return float(os.environ.get("BENCH_STARTED") or time.monotonic())


@contextmanager
def settings_of(chosen: argparse.Namespace) -> Iterator[Settings]:
    """The settings of an installation with the work's inbox and province."""
    with tempfile.TemporaryDirectory(prefix="landing-", dir=chosen.work) as landing:
        yield Settings(
            warehouse_url=chosen.database,
            inbox_url=str(chosen.work / "inbox"),
            landing_url=str(chosen.landing or landing),
            province_folder=chosen.work / "province",
        )


def period_of(work: Path) -> str:
    """The period of files that state none: the last one of the work's calendar."""
    last_line = (work / "province" / "calendar.csv").read_text(encoding="utf-8").splitlines()[-1]
    return last_line.split(",", 1)[0]


def main() -> None:
    """Runs the program and prints what became of it."""
    start = started()
    parser = arguments(__doc__)
    parser.add_argument("--without-marking", action="store_true", help="write no marked workbooks")
    chosen = parser.parse_args()
    with settings_of(chosen) as settings:
        steps = TimedSteps(settings.worker_count, marks=not chosen.without_marking)
        with worker_pool(settings):
            agencies = [chosen.agency] if chosen.agency else ()
            request = request_run(settings, period=period_of(chosen.work), agencies=agencies)
            engine = open_warehouse(chosen.database)
            report = consolidate(request, engine, steps)
        seconds = time.monotonic() - start
    answer = answer_of(engine)
    answer["seconds"] = round(seconds, 3)
    answer["stages"] = {name: round(spent, 3) for name, spent in steps.seconds.items()}
    answer["failed"] = [reason for _, reason in report.failed]
    answer["marked"] = take_back_answers(chosen.work)
    print(json.dumps(answer))  # noqa: T201 - what the harness reads
    engine.dispose()


def take_back_answers(work: Path) -> int:
    """Removes what senders were sent, so that the next run finds the inbox as this one did; counts it."""
    recipe = json.loads((work / "recipe.json").read_text(encoding="utf-8"))
    sent = {work / each["path"] for each in recipe["files"]}
    answers = [path for path in (work / "inbox").rglob("*") if path.is_file() and path not in sent]
    for path in answers:
        path.unlink()
    return len(answers)


def answer_of(engine: Engine) -> dict[str, Any]:
    """What stands in the warehouse, in the peers' words; `schools` are those that a register names.

    Versions that others have replaced are not counted.
    """
    tables = METADATA.tables
    enrolment, submission = tables["fact_enrolment"], tables["ops_submission"]
    current = select(submission.c.submission_id).where(submission.c.is_current)
    values = ("male", "female", "classroom")
    sums = [func.coalesce(func.sum(enrolment.c[f"{name}_count"]), 0) for name in values]
    # A peer's fact is a cell; a row of ours has up to three.
    marks = [func.coalesce(enrolment.c[f"{name}_mark_code"], "") for name in values]
    cells = [func.coalesce(func.sum(case((mark != "z", 1), else_=0)), 0) for mark in marks]
    with engine.connect() as connection:
        figures = connection.execute(
            select(*sums, *cells).where(enrolment.c.submission_id.in_(current))
        ).one()
        boys, girls, rooms, *counts = map(int, figures)

        def count(table: Table) -> int:
            counted = select(func.count()).select_from(table).where(table.c.submission_id.in_(current))
            return int(connection.execute(counted).scalar_one())

        return {
            "facts": sum(counts),
            "pupils": {"male": boys, "female": girls},
            "classrooms": rooms,
            "set_aside": count(tables["ops_set_aside_row"]),
            "schools": count(tables["fact_school"]),
            "versions": {name: version(name) for name in _PACKAGES} | {"python": platform.python_version()},
        }


if __name__ == "__main__":
    main()
