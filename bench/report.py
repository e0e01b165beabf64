"""Makes the page about performance from what was measured: verdicts, tables, and a plot as SVG.

`python -m bench.report PAGE.md` reads the results of `bench.compare` and `bench.scenarios` and writes the
page; beside it `PAGE-plot.svg` and the results themselves as `PAGE.json`, from which the page can be made
again: `python -m bench.report PAGE.md --results PAGE.json`. What a person has to say to it is read from
`bench/remarks.md`, where there is one.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.contestants import CORE, FLOOR, OURS, STRAIGHT
from bench.figures import told_seconds
from bench.plot import plot
from bench.report_scenarios import scenario_sections
from bench.results import DATABASES, RESULTS, read_results, write_results
from bench.targets import Verdict, targets
from bench.trial import known_seconds

_REMARKS = Path(__file__).with_name("remarks.md")
_FEWEST_RUNS = 5
_WORKS = {
    "W1": "a province: 10 agencies, every form there is, mixed formats",
    "W2": "ten workbooks in the tidy template, five periods each",
    "W3": "the country: 245 agencies, one workbook with a two-row header each",
    "W4": "the country over ten periods, in one warehouse",
}
_INTRODUCTION = """# Performance

Made by `make bench` on {date}; do not edit. Every figure comes from [{data}]({data}), which the
same run has written. The program is measured against what its users would otherwise write or pick, and
against the floor, in one run on one machine.

- **Machine**: {processor}, {processors} processors, {memory:.0f} GiB; {system}; Python {python}; {databases}.
- **Program**: `{commit}`.
"""
_HOW = """## How it is measured

Seconds are medians, least and most in parentheses, from the start of the process until everything is
loaded: starting the interpreter and importing count for everybody. Memory is the peak PSS of the process
tree; PostgreSQL's server processes are not in it. Others' cpu is what the rest of the machine worked
meanwhile, in seconds: the server's part, and a sign of who disturbed the run. Every contestant starts on an
empty database, and what it has loaded is compared with what is true: facts, pupils by sex, classrooms, rows
set aside. Whoever gets something else is reported as wrong and not timed.

The peers are told what the program finds out by itself: for each file its agency, form, period, sheet, rows
and what every column holds. They write fewer things: tables without keys, no versions, no history, no
sentence for the sender, no marked workbook (`bench/peers/RULES.md`). So the core runs without Prefect and
without marked workbooks; with them it has a line of its own. The floor reads the same bytes with calamine in
two processes, puts the same rows into the program's own fact tables, with their keys and checks, by COPY or
`executemany`, and does nothing else; on SQLite who ingests Arrow into tables without keys can come below it.
The bare straight pipeline is calamine, pandas, pandera and COPY in two processes. "The trial" is what the
same tools took for like work on another machine before this project measured.
"""
_REPEAT = """## How to repeat it

`make bench` on Linux, on a machine that does nothing else; `make bench RUNS=9` for more runs. It installs
the peers, each into an environment of its own below `.edusandbox/`, writes the work there, and measures.
`make bench SCALE=0.02 RUNS=1 PAGE=/tmp/performance.md` tries it out. A part of it: `python -m bench.compare
--work W3 --peers core straight --databases sqlite`, `python -m bench.scenarios --parts country`; then
`python -m bench.report docs/performance.md`.
"""


def page(results: Mapping[str, Any], stem: str, remarks: str = "") -> str:
    """The page as Markdown.

    Args:
        results: What `bench.compare` and `bench.scenarios` have written.
        stem: File name of the page without its ending; plot and data are named after it.
        remarks: What a person says to it, as Markdown.
    """
    machine = results["machine"]
    told = {
        **machine,
        "data": f"{stem}.json",
        "memory": machine["memory_bytes"] / 2**30,
        "databases": ", ".join(results["databases"].values()),
    }
    parts = [_INTRODUCTION.format_map(told), *_cautions(results), _verdicts(results)]
    if remarks:
        parts.append(f"## Remarks\n\n{remarks.strip()}\n")
    parts.append(_HOW)
    rows = results.get("results", [])
    if rows:
        parts += ["## Beside others\n", f"![Seconds by contestant]({stem}-plot.svg)\n"]
        parts += _comparisons(results)
    parts += scenario_sections(results)
    parts += ["## Versions\n", _versions(results)]
    faults = list(_faults(results))
    if faults:
        parts += ["## Wrong or not finished\n", "".join(faults)]
    return "\n".join([*parts, _REPEAT])


def _cautions(results: Mapping[str, Any]) -> Iterator[str]:
    """What takes away from the figures: few runs, small works, parts that another program was measured in."""
    rows, parts = results.get("results", []), list(_scenarios(results))
    fewest = min((each["runs"] for each in (*rows, *_counted(parts)) if each["runs"]), default=0)
    if fewest < _FEWEST_RUNS:
        yield f"> Some medians are of fewer than {_FEWEST_RUNS} runs (the fewest: {fewest}).\n"
    works = [*results.get("works", {}).values()]
    works += [each for _, part in parts for each in part["works"].values()]
    scales = {each["scale"] for each in works} - {1}
    if scales:
        told = ", ".join(f"{each:g}" for each in sorted(scales))
        yield f"> Works were not of full size (scale {told}): the targets are about full size.\n"
    commits = {part["commit"] for _, part in parts} - {results["machine"]["commit"]}
    if commits:
        yield f"> Scenarios were measured with another commit than the rest: {', '.join(sorted(commits))}.\n"


def _scenarios(results: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Every part of the scenarios that was tried, with its name and database."""
    for name, by_database in results.get("scenarios", {}).items():
        for database, part in by_database.items():
            yield f"{name} on {DATABASES[database]}", part


def _counted(parts: Iterable[tuple[str, Mapping[str, Any]]]) -> Iterator[Mapping[str, Any]]:
    """What of the scenarios has a number of runs."""
    for _, part in parts:
        yield from (each for each in (part, *part.values()) if isinstance(each, Mapping) and "runs" in each)


def _verdicts(results: Mapping[str, Any]) -> str:
    found = targets(results)
    judged = [each.is_met for target in found for each in target.verdicts.values() if each.is_met is not None]
    databases = [name for name in DATABASES if name in results["databases"]]
    lines = [
        "## Targets\n",
        f"{sum(judged)} of {len(judged)} are met, each database counted; a dash is what was not measured.\n",
        f"| what | must be | {' | '.join(DATABASES[each] for each in databases)} |",
        f"|---|---|{'---|' * len(databases)}",
    ]
    for target in found:
        cells = [_verdict(target.verdicts.get(each)) for each in databases]
        lines.append(f"| {target.what} | {target.limit} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _verdict(verdict: Verdict | None) -> str:
    if verdict is None:
        return "–"
    if verdict.is_met is None:
        return verdict.measured
    return f"{verdict.measured}: " + ("met" if verdict.is_met else "**missed**")


def _comparisons(results: Mapping[str, Any]) -> Iterator[str]:
    for work, about in results["works"].items():
        yield _work_head(work, about)
        for database in results["databases"]:
            rows = [
                each for each in results["results"] if (each["work"], each["database"]) == (work, database)
            ]
            if rows:
                yield f"#### {work} on {DATABASES[database]}\n\n{_table(rows)}"
                yield from _stages(rows)


def _work_head(work: str, about: Mapping[str, Any]) -> str:
    truth = about["truth"]
    scale = "" if about["scale"] == 1 else f" (at scale {about['scale']:g})"
    return (
        f"### {work}: {_WORKS[work]}{scale}\n\n"
        f"{about['files']:,} files, {about['bytes'] / 1e6:,.1f} MB; {truth['facts']:,} facts, "
        f"{truth['set_aside']:,} rows set aside.\n"
    )


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    medians = {each["peer"]: each["seconds"]["median"] for each in rows if each["runs"]}
    lines = [
        "| contestant | seconds | to floor | to straight | the trial | cpu | others' cpu | MB | runs |",
        "|---|---:|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for each in sorted(rows, key=lambda row: medians.get(row["peer"], float("inf"))):
        name = f"**{each['name']}**" if each["peer"] == CORE else each["name"]
        if not each["runs"]:
            lines.append(f"| {name} | see below | | | | | | | 0 |")
            continue
        median = medians[each["peer"]]
        known = known_seconds(each["peer"], each["work"], each["database"])
        cells = [
            name,
            told_seconds(each["seconds"]),
            _ratio(median, medians.get(FLOOR)),
            _ratio(median, medians.get(STRAIGHT)),
            "" if known is None else f"{known:g}",
            f"{each['cpu_seconds']['median']:.1f}",
            f"{each['other_cpu_seconds']['median']:.1f}",
            f"{each['peak_pss_bytes']['median'] / 1e6:,.0f}",
            str(each["runs"]),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _ratio(value: float, base: float | None) -> str:
    return f"{value / base:.2f}" if base else ""


def _stages(rows: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """Where the program's time went."""
    for each in rows:
        if each["peer"] == CORE and each["runs"]:
            stages = each["stages"].items()
            told = ", ".join(f"`{name}` {seconds:.2f} s" for name, seconds in stages if seconds)
            yield f"The core's stages (medians): {told}.\n"


def _versions(results: Mapping[str, Any]) -> str:
    found: dict[str, Mapping[str, str]] = {}
    for each in results.get("results", []):
        if each["runs"]:
            found.setdefault(each["name"], each["versions"])
    for _, part in _scenarios(results):
        for pair in part.values():
            if isinstance(pair, Mapping) and "flow" in pair:
                found.setdefault("edusandbox through its flow", pair["flow"]["versions"])
    lines = (
        f"- {name}: {', '.join(f'{package} {version}' for package, version in versions.items())}\n"
        for name, versions in found.items()
    )
    return "".join(lines)


def _faults(results: Mapping[str, Any]) -> Iterator[str]:
    for each in results.get("results", []):
        if each["fault"]:
            where = f"{each['name']}, {each['work']} on {DATABASES[each['database']]}"
            yield f"- {where}: {_one_line(each['fault'])}\n"
    for name, part in _scenarios(results):
        if "fault" in part:
            yield f"- scenarios, {name}: {_one_line(part['fault'])}\n"


def _is_at_fault(results: Mapping[str, Any]) -> bool:
    """Whether the program itself, not a peer, failed somewhere or got something wrong."""
    ours = (each for each in results.get("results", []) if each["peer"] in OURS)
    return any(each["fault"] for each in ours) or any("fault" in part for _, part in _scenarios(results))


def _one_line(fault: str) -> str:
    lines = [line.strip() for line in fault.splitlines() if line.strip()]
    return lines[0] if len(lines) == 1 else f"{lines[0][:40]} … {lines[-1]}"


def main() -> None:
    """Writes the page, its plot and its data."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("page", type=Path)
    parser.add_argument("--results", type=Path, default=RESULTS)
    chosen = parser.parse_args()
    data = chosen.page.with_suffix(".json")
    write_results(data, read_results(chosen.results))
    results = read_results(data)
    remarks = _REMARKS.read_text(encoding="utf-8") if _REMARKS.exists() else ""
    stem = chosen.page.stem
    chosen.page.write_text(page(results, stem, remarks), encoding="utf-8")
    if results.get("results"):
        chosen.page.with_name(f"{stem}-plot.svg").write_text(plot(results), encoding="utf-8")
    if _is_at_fault(results):
        sys.exit(f"the program failed or got something wrong; {chosen.page} says where")


if __name__ == "__main__":
    main()
