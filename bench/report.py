"""Makes the page about performance from the results of `bench.compare`: tables, and a plot as SVG.

`python -m bench.report RESULTS.json PAGE.md` writes the page and, beside it, `PAGE-plot.svg`.
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bench.plot import plot

FLOOR = "floor"
STRAIGHT = "straight"
CORE = "core"
_DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
_WORKS = {
    "W1": "a province: 10 agencies, every form there is, mixed formats",
    "W2": "ten workbooks in the tidy template, five periods each",
    "W3": "the country: 245 agencies, one workbook with a two-row header each",
    "W4": "the country over ten periods, in one warehouse",
}
_INTRODUCTION = """# Performance

Made by `make bench` on {date}; do not edit. The program is measured against what its users would
otherwise write or pick, and against the floor, in one run on one machine.

- **Machine**: {processor}, {processors} processors, {memory:.0f} GiB; {system}; Python {python}; {databases}.
- **Program**: `{commit}`.

Seconds are medians, least and most in parentheses, from the start of the process until everything is
loaded: starting the interpreter and importing count for everybody. Memory is the peak PSS of the process
tree; PostgreSQL's server processes are not in it. Others' cpu is what the rest of the machine worked
meanwhile, in seconds: the server's part, and a sign of who disturbed the run. Every contestant starts on an
empty database, and what it has loaded is compared with what is true: facts, pupils by sex, classrooms, rows
set aside. Whoever gets something else is reported as wrong and not timed.

The peers are told what the program finds out by itself: for each file its agency, form, period, sheet, rows
and what every column holds. They write fewer things: tables without keys, no versions, no history, no
sentence for the sender, no marked workbook (`bench/peers/RULES.md`). The floor reads the same bytes with
calamine in two processes and then puts the same rows into the program's own fact tables, with their keys and
checks, by COPY or `executemany`, and does nothing else; on SQLite who ingests Arrow into tables without keys
can come below it. The bare straight pipeline is calamine, pandas, pandera and COPY in two processes. The
program runs as it is, without Prefect, with marked workbooks and all.
"""


def page(results: Mapping[str, Any], plot_name: str) -> str:
    """The page as Markdown.

    Args:
        results: What `bench.compare` has written.
        plot_name: File name of the plot.
    """
    machine = results["machine"]
    told = {
        **machine,
        "memory": machine["memory_bytes"] / 2**30,
        "databases": ", ".join(results["databases"].values()),
    }
    parts = [_INTRODUCTION.format_map(told), f"![Seconds by contestant]({plot_name})\n"]
    for work, about in results["works"].items():
        parts.append(_work_head(work, about))
        for database in results["databases"]:
            rows = [
                each for each in results["results"] if (each["work"], each["database"]) == (work, database)
            ]
            if rows:
                parts.append(f"### {work} on {_DATABASES[database]}\n\n{_table(rows)}")
                parts += _stages(rows)
    parts += ["## Versions\n", _versions(results["results"])]
    faults = _faults(results["results"])
    if faults:
        parts += ["## Wrong or not finished\n", faults]
    return "\n".join(parts)


def _work_head(work: str, about: Mapping[str, Any]) -> str:
    truth = about["truth"]
    scale = "" if about["scale"] == 1 else f" (at scale {about['scale']:g})"
    return (
        f"## {work}: {_WORKS[work]}{scale}\n\n"
        f"{about['files']:,} files, {about['bytes'] / 1e6:,.1f} MB; {truth['facts']:,} facts, "
        f"{truth['set_aside']:,} rows set aside.\n"
    )


def _table(rows: Sequence[Mapping[str, Any]]) -> str:
    medians = {each["peer"]: each["seconds"]["median"] for each in rows if each["runs"]}
    lines = [
        "| contestant | seconds | of the floor | of the straight one | cpu | others' cpu | MiB | runs |",
        "|---|---:|---:|---:|---:|---:|---:|---:|",
    ]
    for each in sorted(rows, key=lambda row: medians.get(row["peer"], float("inf"))):
        name = f"**{each['name']}**" if each["peer"] == CORE else each["name"]
        if not each["runs"]:
            lines.append(f"| {name} | see below | | | | | | 0 |")
            continue
        median = medians[each["peer"]]
        cells = [
            name,
            _spread(each["seconds"]),
            _ratio(median, medians.get(FLOOR)),
            _ratio(median, medians.get(STRAIGHT)),
            f"{each['cpu_seconds']['median']:.1f}",
            f"{each['other_cpu_seconds']['median']:.1f}",
            f"{each['peak_pss_bytes']['median'] / 2**20:,.0f}",
            str(each["runs"]),
        ]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def _spread(values: Mapping[str, float]) -> str:
    return f"{values['median']:.2f} ({values['min']:.2f}–{values['max']:.2f})"


def _ratio(value: float, base: float | None) -> str:
    return f"{value / base:.2f}" if base else ""


def _stages(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """Where the program's time went."""
    for each in rows:
        if each["peer"] == CORE and each["runs"]:
            told = ", ".join(f"`{name}` {seconds:.2f} s" for name, seconds in each["stages"].items())
            return [f"The program's stages (medians): {told}.\n"]
    return []


def _versions(rows: Iterable[Mapping[str, Any]]) -> str:
    found: dict[str, str] = {}
    for each in rows:
        if each["runs"]:
            told = ", ".join(f"{name} {version}" for name, version in each["versions"].items())
            found.setdefault(each["name"], told)
    return "".join(f"- {name}: {told}\n" for name, told in found.items())


def _faults(rows: Iterable[Mapping[str, Any]]) -> str:
    return "".join(
        f"- {each['name']}, {each['work']} on {_DATABASES[each['database']]}: {_one_line(each['fault'])}\n"
        for each in rows
        if each["fault"]
    )


def _one_line(fault: str) -> str:
    lines = [line.strip() for line in fault.splitlines() if line.strip()]
    return lines[0] if len(lines) == 1 else f"{lines[0][:40]} … {lines[-1]}"


def main() -> None:
    """Writes the page and its plot."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("results", type=Path)
    parser.add_argument("page", type=Path)
    chosen = parser.parse_args()
    results = json.loads(chosen.results.read_text(encoding="utf-8"))
    picture = chosen.page.with_name(f"{chosen.page.stem}-plot.svg")
    chosen.page.parent.mkdir(parents=True, exist_ok=True)
    picture.write_text(plot(results), encoding="utf-8")
    chosen.page.write_text(page(results, picture.name), encoding="utf-8")


if __name__ == "__main__":
    main()
