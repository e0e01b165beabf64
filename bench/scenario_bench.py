"""What scenarios are measured with: works, an emptied warehouse, and runs held against what is true."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.contestants import CORE, Place, differences, interpreter
from bench.databases import Database
from bench.marts import ask_marts
from bench.measure import Measurement, measure
from bench.prepared import PreparedWork, prepare_work, say
from bench.results import ROOT, spread
from edusandbox.warehouse.engine import open_warehouse

_MART_ROUNDS = 5


class WrongResultError(Exception):
    """A run failed, or the warehouse does not hold afterwards what it should."""


@dataclass(frozen=True, slots=True)
class Bench:
    """A place to measure scenarios on one database.

    Attributes:
        runs: Runs of each.
        scale: Of the works; 1.0 for the issue's size.
        place: Where runs happen.
        database: Which of the databases.
        works: Works so far, as the results have them.
    """

    runs: int
    scale: float
    place: Place
    database: Database
    works: dict[str, Any] = field(default_factory=dict)

    @property
    def landing(self) -> Path:
        """The landing store of the warehouse at hand."""
        return self.place.folder / "landing"

    def work(self, name: str) -> PreparedWork:
        """A work that is ready."""
        work = prepare_work(name, self.scale, self.place, needs_floor=False)
        self.works[name] = work.about
        return work

    def emptied(self) -> str:
        """Makes an empty warehouse with an empty landing store and gives its address."""
        shutil.rmtree(self.landing, ignore_errors=True)
        return self.database.emptied()

    def run(self, module: str, work: Path, url: str, *options: str) -> Measurement:
        """Runs a module on the warehouse as it is.

        Raises:
            WrongResultError: It failed.
        """
        python = interpreter(CORE, self.place)
        command = [python, "-m", "bench.started", module, "--work", str(work), "--database", url]
        output = self.place.folder / f"{module}.out"
        run = measure([*command, *options], folder=ROOT, timeout=self.place.timeout, output=output)
        require(run.error)
        require_answer(run, {})
        say(f"  {module}: {run.told()}")
        return run

    def load(self, work: Path, url: str, *options: str) -> Measurement:
        """Runs the core without marked workbooks; its landing store stays."""
        landing = ("--landing", str(self.landing))
        return self.run("bench.core", work, url, "--without-marking", *landing, *options)

    def again(self, work: Path, url: str, *options: str) -> Measurement:
        """Runs the core twice more in one process (`bench.again`)."""
        return self.run("bench.again", work, url, "--landing", str(self.landing), *options)


def require(fault: str) -> None:
    """Raises what is wrong, if anything is.

    Raises:
        WrongResultError: There is a fault.
    """
    if fault:
        raise WrongResultError(fault)


def require_answer(run: Measurement, wanted: Mapping[str, Any]) -> None:
    """Holds what a run has answered against what it should have.

    Raises:
        WrongResultError: It says something else, or something failed.
    """
    require("; ".join(differences(run.answer, wanted)))


def told_of_calls(runs: Sequence[Measurement]) -> dict[str, Any]:
    """Of two calls in one process: the whole process up to the first call's end, and the second call."""
    return {
        "runs": len(runs),
        "process_seconds": spread([each.seconds for each in runs]),
        "call_seconds": spread([each.answer["call_seconds"] for each in runs]),
    }


def told_of_marts(url: str) -> dict[str, dict[str, float]]:
    """Rows of each mart on the warehouse as it is, and the seconds that it takes to answer."""
    engine = open_warehouse(url)
    try:
        answers = ask_marts(engine, _MART_ROUNDS)
        return {name: {"rows": each.rows} | spread(each.seconds) for name, each in answers.items()}
    finally:
        engine.dispose()
