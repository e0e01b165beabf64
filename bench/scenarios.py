"""Measures the program alone where it does more than load a work into an empty warehouse once.

`python -m bench.scenarios --runs 5` adds to the results of `bench.compare`, for each database:

- `country`: W3 into an empty warehouse, the next run on the same files, and the marts on W3;
- `decade`: W4 as ten periods one after the other, the marts on W4, and one agency's resubmission into this
  warehouse and into one that holds nothing but the agency's own returns;
- `prefect`: W1 and W3 through the flow with a running server, beside the core on the same work.

A part in which a run fails or gets something wrong is reported as that and not timed. Marked workbooks
are written only beside the flow, which writes them too.
"""

import argparse
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Any

from bench.contestants import CORE, CORE_MARKED, Place, facts_wanted, fault_of, run_contestant
from bench.databases import databases
from bench.environments import DEFAULT_FOLDER, OWN, environment_of
from bench.measure import Measurement
from bench.prefect_server import prefect_server
from bench.prepared import PreparedWork, say
from bench.resubmission import hand_in, resubmitting_agency
from bench.results import DATABASES, RESULTS, ROOT, machine, read_results, spread, summary, write_results
from bench.scenario_bench import (
    Bench,
    WrongResultError,
    require,
    require_answer,
    told_of_calls,
    told_of_marts,
)


def country(bench: Bench) -> dict[str, Any]:
    """W3 once, and once more unchanged."""
    work = bench.work("W3")
    files = work.about["files"]
    first, second = [], []
    url = ""
    for _ in range(bench.runs):
        url = bench.emptied()
        first.append(bench.load(work.folder, url))
        require(fault_of(CORE, first[-1], work.truth))
        second.append(bench.again(work.folder, url))
        nothing_new = {"changed": [0, 0], "unchanged": [files, files]}
        require_answer(second[-1], nothing_new | facts_wanted(work.truth))
    return {
        "deliveries": files,
        "first": summary(first),
        "second": told_of_calls(second),
        "marts": told_of_marts(url),
    }


def decade(bench: Bench) -> dict[str, Any]:
    """W4 period by period, then resubmissions."""
    work = bench.work("W4")
    copy = bench.place.folder / "work"
    whole: list[list[Measurement]] = []
    url = ""
    for _ in range(bench.runs):
        url = bench.emptied()
        shutil.rmtree(copy, ignore_errors=True)
        whole.append(list(_periods(bench, work, copy, url)))
        require(fault_of(CORE, whole[-1][-1], work.truth))
    told = {
        "deliveries": work.about["files"],
        "runs": bench.runs,
        "seconds": spread([sum(each.seconds for each in runs) for runs in whole]),
        "peak_pss_bytes": spread([each.peak_pss_bytes for runs in whole for each in runs]),
        "by_period": [spread([each.seconds for each in runs]) for runs in zip(*whole, strict=True)],
        "marts": told_of_marts(url),
    }
    return told | {"resubmission": _resubmissions(bench, work, copy, whole[-1][-1], url)}


def _periods(bench: Bench, work: PreparedWork, copy: Path, url: str) -> Iterator[Measurement]:
    """A run for each period; the files of those before it stay where they lie, as in an agency's folder."""
    recipe = json.loads((work.folder / "recipe.json").read_text(encoding="utf-8"))
    shutil.copytree(work.folder / "province", copy / "province")
    shutil.copy2(work.folder / "recipe.json", copy)
    for period in recipe["periods"]:
        for file in recipe["files"]:
            if file["period"] == period:
                (copy / file["path"]).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(work.folder / file["path"], copy / file["path"])
        yield bench.load(copy, url)


@dataclass(frozen=True, slots=True)
class _Resubmitting:
    """An agency that hands in anew again and again; never what was there before, which would be skipped."""

    bench: Bench
    work: Path
    copy: Path
    raises: Iterator[int] = field(default_factory=lambda: count(1))

    def run(self, url: str, loaded: Measurement, *options: str) -> Measurement:
        """Hands in and runs, twice in one process; one figure must be another and nothing else."""
        hand_in(self.work, self.copy, next(self.raises))
        raised_by = next(self.raises)
        told = ("--original", str(self.work), "--raise-by", str(raised_by))
        run = self.bench.again(self.copy, url, *told, *options)
        wanted = {"changed": [1, 1], "classrooms": loaded.answer["classrooms"] + raised_by}
        require_answer(run, wanted | {name: loaded.answer[name] for name in ("facts", "pupils")})
        return run


def _resubmissions(
    bench: Bench, work: PreparedWork, copy: Path, loaded: Measurement, url: str
) -> dict[str, Any]:
    resubmitting = _Resubmitting(bench, work.folder, copy)
    only = ("--agency", resubmitting_agency(work.folder))
    full = [resubmitting.run(url, loaded, *only) for _ in range(bench.runs)]
    all_folders = [resubmitting.run(url, loaded) for _ in range(bench.runs)]
    hand_in(work.folder, copy, 0)
    url = bench.emptied()
    loaded = bench.load(copy, url, *only)
    alone = [resubmitting.run(url, loaded, *only) for _ in range(bench.runs)]
    told = {"full": full, "all_folders": all_folders, "alone": alone}
    return {name: told_of_calls(runs) for name, runs in told.items()}


def prefect(bench: Bench) -> dict[str, Any]:
    """The flow beside the core, both with marked workbooks."""
    told = {}
    home = bench.place.folder / "prefect"
    with prefect_server(home / "server") as api:
        options = ("--api", api, "--home", str(home / "client"))
        for name in ("W1", "W3"):
            work = bench.work(name)
            core, flow = [], []
            for _ in range(bench.runs):
                core.append(run_contestant(CORE_MARKED, work.folder, bench.emptied(), bench.place))
                require(fault_of(CORE_MARKED, core[-1], work.truth))
                say(f"  bench.core: {core[-1].told()}")
                flow.append(bench.run("bench.flow", work.folder, bench.emptied(), *options))
                require(fault_of(CORE_MARKED, flow[-1], work.truth))
            files = work.about["files"]
            told[name] = {"deliveries": files, "core": summary(core), "flow": summary(flow)}
    return told


PARTS: Mapping[str, Callable[[Bench], dict[str, Any]]] = {
    "country": country,
    "decade": decade,
    "prefect": prefect,
}


def main() -> None:
    """Measures the scenarios and adds them to the results."""
    chosen = _chosen()
    os.chdir(ROOT)
    environment_of(OWN)
    results = read_results(chosen.results)
    here = machine()
    results.setdefault("machine", here)
    told = results.setdefault("scenarios", {})
    with tempfile.TemporaryDirectory(prefix="edusandbox-bench-") as folder_name:
        folder = Path(folder_name)
        folder.chmod(0o755)
        with databases(chosen.databases, folder) as found:
            results["databases"] = results.get("databases", {}) | {
                name: each.version() for name, each in found.items()
            }
            place = Place(folder, chosen.timeout, DEFAULT_FOLDER)
            for name, database in found.items():
                for part in chosen.parts:
                    say(f"{part} on {name}")
                    bench = Bench(chosen.runs, chosen.scale, place, database)
                    measured = _measured(part, bench)
                    about = {"date": here["date"], "commit": here["commit"], "works": bench.works}
                    told.setdefault(part, {})[name] = about | measured
                    write_results(chosen.results, results)


def _measured(part: str, bench: Bench) -> dict[str, Any]:
    try:
        return PARTS[part](bench)
    except (WrongResultError, RuntimeError) as error:
        say(f"  {error}")
        return {"fault": str(error)}


def _chosen() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--parts", nargs="+", choices=tuple(PARTS), default=list(PARTS))
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--databases", nargs="+", choices=tuple(DATABASES), default=list(DATABASES))
    parser.add_argument("--timeout", type=float, default=1800.0, help="seconds for one run")
    parser.add_argument("--results", type=Path, default=RESULTS)
    return parser.parse_args()


if __name__ == "__main__":
    main()
