"""Warns when the program has become slow beside the floor.

`python -m bench.gate` runs the core, without marked workbooks, and the floor in turn on W1 and SQLite, both
in the project's own environment, and compares the ratio of their medians with the one in `bench/gate.json`:
seconds differ from machine to machine, the ratio much less. It warns above 1.5 times the kept ratio and
still ends well; a run that fails or gets something wrong ends it with exit code 1. `--keep` writes the
ratio down instead, on a machine that does nothing else.
"""

import argparse
import os
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

from bench.contestants import CORE, FLOOR, Place, fault_of, run_contestant
from bench.databases import SqliteDatabase
from bench.measure import Measurement
from bench.prepared import PreparedWork, prepare_work
from bench.results import ROOT, machine, read_results, write_results

KEPT = Path("bench/gate.json")
WORST = 1.5
_WORK = "W1"
_TIMEOUT = 120.0
# The floor is over in a fraction of a second: looked at before and after, for less noise at little cost.
_ROUND = (FLOOR, CORE, FLOOR)


class BrokenRunError(Exception):
    """A run failed or got something wrong: there is no ratio."""


def main() -> None:
    """Measures, and compares or keeps."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--keep", action="store_true", help=f"write the ratio to {KEPT}")
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--rounds", type=int, default=5)
    chosen = parser.parse_args()
    os.chdir(ROOT)
    try:
        found = measured(chosen.scale, chosen.rounds)
    except (BrokenRunError, RuntimeError) as error:
        sys.exit(f"gate: {error}")
    _tell(
        f"the core takes {found['ratio']:.1f} times the floor on {_WORK} and SQLite "
        f"({found['core_seconds']:.2f} s to {found['floor_seconds']:.2f} s; medians, {chosen.rounds} rounds)"
    )
    if chosen.keep:
        write_results(KEPT, found)
        _tell(f"kept in {KEPT}")
    else:
        _tell(verdict(found, read_results(KEPT)))


def measured(scale: float, rounds: int) -> dict[str, Any]:
    """Runs core and floor in turn; gives their ratio and what it comes from.

    Raises:
        BrokenRunError: A run failed or got something wrong.
    """
    seconds: dict[str, list[float]] = {CORE: [], FLOOR: []}
    with tempfile.TemporaryDirectory(prefix="edusandbox-gate-") as name:
        place = Place(Path(name), _TIMEOUT)
        work = prepare_work(_WORK, scale, place, needs_floor=True)
        database = SqliteDatabase(place.folder)
        for _ in range(rounds):
            for contestant in _ROUND:
                run = _run(contestant, work, database, place)
                seconds[contestant].append(run.seconds)
    core, floor = statistics.median(seconds[CORE]), statistics.median(seconds[FLOOR])
    here = machine()
    return {
        "work": _WORK,
        "scale": scale,
        "rounds": rounds,
        "ratio": round(core / floor, 2),
        "core_seconds": round(core, 3),
        "floor_seconds": round(floor, 3),
    } | {name: here[name] for name in ("date", "commit", "processor")}


def _run(contestant: str, work: PreparedWork, database: SqliteDatabase, place: Place) -> Measurement:
    run = run_contestant(contestant, work.folder, database.emptied(), place)
    fault = fault_of(contestant, run, work.truth)
    if fault:
        raise BrokenRunError(f"{contestant} on {_WORK}: {fault}")
    return run


def verdict(found: dict[str, Any], kept: dict[str, Any]) -> str:
    """What the ratio says beside the kept one, in a line."""
    if kept.get("scale") != found["scale"]:
        return (
            f"nothing to compare with: {KEPT} keeps no ratio at scale {found['scale']:g}; "
            "`python -m bench.gate --keep` writes one"
        )
    change = found["ratio"] / kept["ratio"]
    told = f"{change:.2f} times the ratio of {kept['commit']} ({kept['ratio']:.1f}, {KEPT})"
    if change > WORST:
        return f"WARNING: slower beside the floor than before: {told}, more than {WORST:g} times"
    return f"well: {told}, at most {WORST:g} times"


def _tell(text: str) -> None:
    print(f"gate: {text}", flush=True)  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
