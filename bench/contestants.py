"""Who is measured: what people call them, how they are started, and whether they got it right."""

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.environments import OWN
from bench.measure import Measurement, measure
from bench.results import ROOT

CORE = "core"
CORE_MARKED = "core_marked"
FLOOR = "floor"
STRAIGHT = "straight"
NAMES: Mapping[str, str] = {
    FLOOR: "floor: calamine + COPY",
    CORE: "edusandbox core",
    CORE_MARKED: "edusandbox core, marked workbooks too",
    STRAIGHT: "bare straight pipeline",
    "polars_dataframely": "polars + dataframely + ADBC",
    "duckdb_peer": "DuckDB",
    "pandas_calamine": "pandas (calamine) + pandera + to_sql",
    "pandas_openpyxl": "pandas (openpyxl) + pandera + to_sql",
    "dlt_arrow": "dlt (Arrow) with merge",
    "great_expectations_peer": "Great Expectations + to_sql",
    "frictionless_peer": "frictionless",
}
"""Contestants by the name of their script, and what people call them."""
OURS: Mapping[str, tuple[str, ...]] = {
    # The peers write no marked workbooks: what is held against them writes none either.
    CORE: ("-m", "bench.started", "bench.core", "--without-marking"),
    CORE_MARKED: ("-m", "bench.started", "bench.core"),
}
"""What runs in the program's own environment."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where runs happen.

    Attributes:
        folder: For databases and what contestants print.
        timeout: Seconds after which a run is ended.
        environments: Where the peers' environments lie; None has them run in the project's own.
    """

    folder: Path
    timeout: float
    environments: Path | None = None


def interpreter(name: str, place: Place) -> str:
    """The Python that runs a contestant."""
    if place.environments is None:
        return sys.executable
    return str(place.environments / (OWN if name in OURS else name) / "bin" / "python")


def run_contestant(name: str, work: Path, url: str, place: Place) -> Measurement:
    """Runs a contestant once on a work.

    Args:
        name: One of `NAMES`.
        work: The work's folder.
        url: An empty database.
        place: Where.
    """
    program = OURS.get(name, (f"bench/peers/{name}.py",))
    command = [interpreter(name, place), *program, "--work", str(work), "--database", url]
    return measure(command, folder=ROOT, timeout=place.timeout, output=place.folder / f"{name}.out")


def fault_of(name: str, run: Measurement, truth: Mapping[str, Any]) -> str:
    """Why a run does not count: it failed, or got something otherwise than it is; empty if nothing."""
    if run.error:
        return run.error
    answer = run.answer
    wanted: dict[str, Any] = facts_wanted(truth)
    if name != FLOOR:  # it sets nothing aside and knows no schools
        wanted |= {"set_aside": truth["set_aside"], "schools": truth["schools"]}
    wrong = differences(answer, wanted)
    if name == CORE and answer.get("marked"):
        wrong.append(f"marked workbooks: {answer['marked']} although none were asked for")
    if name == CORE_MARKED and truth["set_aside"] and not answer.get("marked"):
        wrong.append("no marked workbooks although there are faults")
    return "; ".join(wrong)


def facts_wanted(truth: Mapping[str, Any]) -> dict[str, Any]:
    """What everybody must have loaded, as an answer says it."""
    return {
        "facts": truth["facts"],
        "pupils": {"male": truth["male"], "female": truth["female"]},
        "classrooms": truth["classrooms"],
    }


def differences(answer: Mapping[str, Any], wanted: Mapping[str, Any]) -> list[str]:
    """What an answer says otherwise than it should, and what failed on the way."""
    wrong = [
        f"{name}: {answer.get(name)} instead of {value}"
        for name, value in wanted.items()
        if answer.get(name) != value
    ]
    if answer.get("failed"):
        wrong.append(f"failed: {answer['failed'][0]}")
    return wrong
