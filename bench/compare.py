"""Runs the program, its peers and the floor on the same work, and writes down what each took.

`python -m bench.compare --work W2 W3 --scale 1 --runs 5` makes the work and the peers' environments, then
runs each contestant on an emptied database, one after the other, round after round, and writes
`.edusandbox/bench/results.json`. Whoever gets another result than the truth is reported as wrong and not
timed; so is who fails or is not finished in time. `python -m bench.report` makes the page of it.
"""

import argparse
import os
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.contestants import FLOOR, NAMES, OURS, Place, fault_of, run_contestant
from bench.databases import Database, databases
from bench.environments import DEFAULT_FOLDER, OWN, environment_of
from bench.measure import Measurement
from bench.prepared import PreparedWork, prepare_work, say
from bench.results import DATABASES, RESULTS, ROOT, machine, summary, write_results
from bench.work_sizes import WORKS


@dataclass(frozen=True, slots=True)
class Contest:
    """How is measured.

    Attributes:
        peers: Contestants, in the order of each round.
        runs: Runs of each contestant.
        patience: Seconds after which a contestant that has run at least once is not run again.
        place: Where runs happen.
    """

    peers: Sequence[str]
    runs: int
    patience: float
    place: Place


def main() -> None:
    """Measures and writes the results."""
    chosen = _chosen()
    os.chdir(ROOT)
    for name in dict.fromkeys([OWN, *(each for each in chosen.peers if each not in OURS)]):
        say(f"environment of {name}")
        environment_of(name, chosen.environments)
    results: dict[str, Any] = {"machine": machine(), "works": {}, "results": []}
    with tempfile.TemporaryDirectory(prefix="edusandbox-bench-") as folder_name:
        folder = Path(folder_name)
        folder.chmod(0o755)
        place = Place(folder, chosen.timeout, chosen.environments)
        contest = Contest(chosen.peers, chosen.runs, chosen.patience, place)
        with databases(chosen.databases, folder) as found:
            results["databases"] = {name: each.version() for name, each in found.items()}
            for name in chosen.work:
                work = prepare_work(name, chosen.scale, place, needs_floor=FLOOR in chosen.peers)
                results["works"][name] = work.about
                for database_name, database in found.items():
                    results["results"] += _contest(work, database_name, database, contest)
                    write_results(chosen.results, results)


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", nargs="+", choices=WORKS, default=list(WORKS))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", nargs="+", choices=tuple(NAMES), default=list(NAMES))
    parser.add_argument("--databases", nargs="+", choices=tuple(DATABASES), default=list(DATABASES))
    parser.add_argument("--timeout", type=float, default=1800.0, help="seconds for one run")
    parser.add_argument("--patience", type=float, default=900.0, help="seconds for all runs of a contestant")
    parser.add_argument("--environments", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--results", type=Path, default=RESULTS)
    return parser.parse_args()


def _contest(
    work: PreparedWork, database_name: str, database: Database, contest: Contest
) -> list[dict[str, Any]]:
    """Runs every contestant in turn, round after round; gives a result each."""
    runs: dict[str, list[Measurement]] = {peer: [] for peer in contest.peers}
    faults: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for round_number in range(1, contest.runs + 1):
        for peer in contest.peers:
            spent = sum(each.wall_seconds for each in runs[peer])
            if peer in faults or (runs[peer] and spent > contest.patience):
                continue
            run = run_contestant(peer, work.folder, database.emptied(), contest.place)
            fault = fault_of(peer, run, work.truth)
            sizes[peer] = database.size_bytes()
            if fault:
                faults[peer] = fault
            else:
                runs[peer].append(run)
            say(f"{work.name} {database_name} {peer} {round_number}/{contest.runs}: {fault or run.told()}")
    return [
        {"work": work.name, "database": database_name, "peer": peer, "name": NAMES[peer]}
        | {"fault": faults.get(peer, ""), "database_bytes": sizes.get(peer, 0)}
        | summary(runs[peer])
        for peer in contest.peers
    ]


if __name__ == "__main__":
    main()
