"""Runs the program, its peers and the floor on the same work, and writes down what each took.

`python -m bench.compare --work W2 W3 --scale 1 --runs 5` makes the work and the peers' environments, then
runs each contestant on an emptied database, one after the other, round after round, and writes
`bench/results/`. Whoever gets another result than the truth is reported as wrong and not timed; so is who
fails or is not finished in time. `python -m bench.report` makes the page of it.
"""

import argparse
import hashlib
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench.databases import Database, databases
from bench.environments import DEFAULT_FOLDER, environment_of
from bench.floor_rows import write_floor_rows
from bench.measure import Measurement, measure
from bench.work import SEED, write_work
from bench.work_sizes import WORKS

ROOT = Path(__file__).parents[1]
STATE = Path(".edusandbox/bench")
RESULTS = Path("bench/results")
CORE = "core"
FLOOR = "floor"
PEERS: Mapping[str, str] = {
    FLOOR: "floor: calamine + COPY",
    CORE: "edusandbox core",
    "straight": "bare straight pipeline",
    "polars_dataframely": "polars + dataframely + ADBC",
    "duckdb_peer": "DuckDB",
    "pandas_calamine": "pandas (calamine) + pandera + to_sql",
    "pandas_openpyxl": "pandas (openpyxl) + pandera + to_sql",
    "dlt_arrow": "dlt (Arrow) with merge",
    "great_expectations_peer": "Great Expectations + to_sql",
    "frictionless_peer": "frictionless",
}
"""Contestants by the name of their script, and what people call them."""
DATABASES = ("sqlite", "postgresql")
_WORK_DEPENDS_ON = ("samples/*.py", "schemas/fact_model.py", "schemas/forms/*.py", "warehouse/fact_tables.py")


@dataclass(frozen=True, slots=True)
class Contest:
    """What is measured, and how.

    Attributes:
        runs: Runs of each contestant.
        timeout: Seconds after which a run is ended.
        patience: Seconds after which a contestant that has run at least once is not run again.
        folder: Databases and what contestants print.
        environments: Where the environments lie.
    """

    runs: int
    timeout: float
    patience: float
    folder: Path
    environments: Path


def main() -> None:
    """Measures and writes the results."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--work", nargs="+", choices=WORKS, default=list(WORKS))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--peers", nargs="+", choices=tuple(PEERS), default=list(PEERS))
    parser.add_argument("--databases", nargs="+", choices=DATABASES, default=list(DATABASES))
    parser.add_argument("--timeout", type=float, default=1800.0, help="seconds for one run")
    parser.add_argument("--patience", type=float, default=900.0, help="seconds for all runs of a contestant")
    parser.add_argument("--environments", type=Path, default=DEFAULT_FOLDER)
    parser.add_argument("--results", type=Path, default=RESULTS / "latest.json")
    chosen = parser.parse_args()
    os.chdir(ROOT)
    for name in chosen.peers:
        if name != CORE:
            _say(f"environment of {name}")
            environment_of(name, chosen.environments)
    results: dict[str, Any] = {"machine": _machine(), "works": {}, "results": []}
    with tempfile.TemporaryDirectory(prefix="edusandbox-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        contest = Contest(chosen.runs, chosen.timeout, chosen.patience, folder, chosen.environments)
        with databases(chosen.databases, folder) as found:
            results["databases"] = {name: each.version() for name, each in found.items()}
            for work in chosen.work:
                work_folder, about = _prepared(work, chosen.scale, contest, needs_floor=FLOOR in chosen.peers)
                results["works"][work] = about
                for database in found.items():
                    results["results"] += _contest(work, work_folder, about, database, chosen.peers, contest)
                    _write(chosen.results, results)


def _prepared(work: str, scale: float, contest: Contest, *, needs_floor: bool) -> tuple[Path, dict[str, Any]]:
    """The work on disk, made where it is not there yet, and what it is."""
    folder = STATE / "work" / f"{work}-{scale:g}"
    # The floor's rows and tables are made of the program's, so that they go with its fact tables too.
    sources = (
        "bench/work*.py",
        "bench/floor_rows.py",
        *(f"src/edusandbox/{each}" for each in _WORK_DEPENDS_ON),
    )
    made_by = _digest(file for pattern in sources for file in Path().glob(pattern))
    mark = folder / "made_by.sha256"
    if not mark.exists() or mark.read_text(encoding="ascii") != made_by:
        _say(f"writing {work} at scale {scale:g}")
        shutil.rmtree(folder, ignore_errors=True)
        write_work(work, folder, scale=scale, seed=SEED)
        mark.write_text(made_by, encoding="ascii")
    if needs_floor and not (folder / "floor" / "sexes.json").exists():
        _say(f"getting the floor's rows of {work} ready")
        warehouse = contest.folder / "floor.sqlite"
        run = _measured(CORE, folder, f"sqlite:///{warehouse}", contest)
        if run.error:
            raise RuntimeError(f"the program failed on {work}: {run.error}")
        write_floor_rows(folder / "floor", warehouse)
        for suffix in ("", "-wal", "-shm", "-runs"):
            Path(f"{warehouse}{suffix}").unlink(missing_ok=True)
    truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
    recipe = json.loads((folder / "recipe.json").read_text(encoding="utf-8"))
    files = [folder / each["path"] for each in recipe["files"]]
    size = {"files": len(files), "bytes": sum(each.stat().st_size for each in files)}
    return folder, {"scale": scale, "truth": truth["total"]} | size


def _digest(files: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def _contest(  # noqa: PLR0913, PLR0917 - what is measured
    work: str,
    folder: Path,
    about: Mapping[str, Any],
    database: tuple[str, Database],
    peers: Sequence[str],
    contest: Contest,
) -> list[dict[str, Any]]:
    """Runs every contestant in turn, round after round; gives a result each."""
    database_name, place = database
    runs: dict[str, list[Measurement]] = {peer: [] for peer in peers}
    faults: dict[str, str] = {}
    sizes: dict[str, int] = {}
    for round_number in range(1, contest.runs + 1):
        for peer in peers:
            spent = sum(each.wall_seconds for each in runs[peer])
            if peer in faults or (runs[peer] and spent > contest.patience):
                continue
            run = _measured(peer, folder, place.emptied(), contest)
            fault = run.error or _differences(peer, run.answer, about["truth"])
            sizes[peer] = place.size_bytes()
            if fault:
                faults[peer] = fault
            else:
                runs[peer].append(run)
            _say(f"{work} {database_name} {peer} {round_number}/{contest.runs}: " + (fault or _told(run)))
    return [
        {"work": work, "database": database_name, "peer": peer, "name": PEERS[peer]}
        | {"fault": faults.get(peer, ""), "database_bytes": sizes.get(peer, 0)}
        | _summary(runs[peer])
        for peer in peers
    ]


def _told(run: Measurement) -> str:
    memory = run.peak_pss_bytes / 2**20
    return f"{run.seconds:.2f} s, {memory:,.0f} MiB; others' cpu {run.other_cpu_seconds:.2f} s"


def _measured(peer: str, work: Path, url: str, contest: Contest) -> Measurement:
    if peer == CORE:
        program = [sys.executable, "-m", "bench.core"]
    else:
        program = [str(contest.environments / peer / "bin" / "python"), f"bench/peers/{peer}.py"]
    command = [*program, "--work", str(work), "--database", url]
    return measure(command, folder=ROOT, timeout=contest.timeout, output=contest.folder / f"{peer}.out")


def _differences(peer: str, answer: Mapping[str, Any], truth: Mapping[str, Any]) -> str:
    """What a contestant has got otherwise than it is; empty if nothing."""
    wanted: dict[str, Any] = {
        "facts": truth["facts"],
        "pupils": {"male": truth["male"], "female": truth["female"]},
        "classrooms": truth["classrooms"],
    }
    if peer != FLOOR:  # it sets nothing aside and knows no schools
        wanted |= {"set_aside": truth["set_aside"], "schools": truth["schools"]}
    wrong = [
        f"{name}: {answer.get(name)} instead of {value}"
        for name, value in wanted.items()
        if answer.get(name) != value
    ]
    if answer.get("failed"):
        wrong.append(f"failed: {answer['failed'][0]}")
    return "; ".join(wrong)


def _summary(runs: Sequence[Measurement]) -> dict[str, Any]:
    if not runs:
        return {"runs": 0}
    stages = [each.answer.get("stages", {}) for each in runs]
    return {
        "runs": len(runs),
        "seconds": _spread([each.seconds for each in runs]),
        "wall_seconds": _spread([each.wall_seconds for each in runs]),
        "cpu_seconds": _spread([each.cpu_seconds for each in runs]),
        "other_cpu_seconds": _spread([each.other_cpu_seconds for each in runs]),
        "peak_pss_bytes": _spread([each.peak_pss_bytes for each in runs]),
        "stages": {name: statistics.median(each.get(name, 0.0) for each in stages) for name in stages[0]},
        "versions": runs[0].answer.get("versions", {}),
        "notes": runs[0].answer.get("notes", []),
    }


def _spread(values: Sequence[float]) -> dict[str, float]:
    return {
        "median": round(statistics.median(values), 3),
        "min": round(min(values), 3),
        "max": round(max(values), 3),
    }


def _machine() -> dict[str, Any]:
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "processor": models[0] if models else platform.machine(),
        "processors": os.cpu_count(),
        "memory_bytes": memory,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
        "commit": _commit(),
    }


def _commit() -> str:
    asked = subprocess.run(
        ["git", "describe", "--always", "--dirty"],  # noqa: S607 - whichever git there is
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    return asked.stdout.strip()


def _write(path: Path, results: Mapping[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201 - a command's progress


if __name__ == "__main__":
    main()
