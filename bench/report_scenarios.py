"""The page's tables of the program alone: next runs, resubmissions, ten periods, marts, Prefect."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from bench.figures import Figures, on_top, told_seconds
from bench.results import DATABASES

_Part = Mapping[str, Any]
_DECADE = """### Ten periods in one warehouse (W4), and an agency that hands in anew

Ten runs one after the other, each a process of its own; the files of earlier periods stay in the agencies'
folders and are looked at again in every run. Then one agency hands in the workbook of the open period with
one figure changed. "The command" is a process from its start, "the call" the run alone in a process that is
ready. The run is asked for that agency alone, except in the line that says otherwise.
"""
_PREFECT = """### Through the Prefect flow, with a running server

Both write marked workbooks. The flow's time is that of the whole process, importing Prefect and sending the
last of the log included.
"""
_MARTS = """### Marts

Milliseconds to count all rows of a mart, medians; W3 and W4 as loaded above, on PostgreSQL after ANALYZE.
These works have no registers of schools.
"""
_COUNTRY = """### A second run on unchanged deliveries (W3)

"The command" is a process from its start to the end of the run, "the call" the run alone in a process that
has everything imported and its workers ready.
"""


def scenario_sections(results: Mapping[str, Any]) -> Iterator[str]:
    """The sections of what was measured.

    Args:
        results: What `bench.scenarios` has written.
    """
    figures = Figures(results)
    found = {
        name: {database: part for database in DATABASES if (part := figures.part(name, database))}
        for name in ("country", "decade", "prefect")
    }
    if any(found.values()):
        yield "## The program alone\n"
    sections: Sequence[tuple[str, str, Callable[[Mapping[str, _Part]], str]]] = (
        ("country", _COUNTRY, _second_runs),
        ("decade", _DECADE, _ten_periods),
        ("prefect", _PREFECT, _flows),
    )
    for name, introduction, table in sections:
        if found[name]:
            yield f"{introduction}\n{table(found[name])}"
    if found["country"] or found["decade"]:
        yield f"{_MARTS}\n{_marts({'W3': found['country'], 'W4': found['decade']})}"


def _second_runs(parts: Mapping[str, _Part]) -> str:
    rows = []
    for database, part in parts.items():
        second = part["second"]
        rows += [
            (DATABASES[database], "first run, the command", told_seconds(part["first"]["seconds"])),
            (DATABASES[database], "second run, the command", told_seconds(second["process_seconds"])),
            (DATABASES[database], "second run, the call", told_seconds(second["call_seconds"])),
        ]
    return _table(("database", f"{_deliveries(parts)} deliveries", "seconds"), rows)


def _ten_periods(parts: Mapping[str, _Part]) -> str:
    rows = []
    told = {
        "full": "resubmission, full warehouse",
        "all_folders": "resubmission, full warehouse, every agency's folder looked into",
        "alone": "resubmission, that agency's returns alone",
    }
    for database, part in parts.items():
        title, periods = DATABASES[database], part["by_period"]
        memory = {which: value / 1e6 for which, value in part["peak_pss_bytes"].items()}
        rows += [
            (title, f"all {len(periods)} periods", f"{told_seconds(part['seconds'])} s"),
            (title, "first period", f"{told_seconds(periods[0])} s"),
            (title, "last period", f"{told_seconds(periods[-1])} s"),
            (title, "peak memory of a period's run", f"{_spread(memory)} MB"),
        ]
        for name, what in told.items():
            calls = part["resubmission"][name]
            rows += [
                (title, f"{what}: the command", f"{told_seconds(calls['process_seconds'])} s"),
                (title, f"{what}: the call", f"{told_seconds(calls['call_seconds'])} s"),
            ]
    return _table(("database", f"{_deliveries(parts)} deliveries", "measured"), rows)


def _flows(parts: Mapping[str, _Part]) -> str:
    rows = []
    for database, part in parts.items():
        for work in ("W1", "W3"):
            pair = part[work]
            beyond = on_top(pair)
            rows.append(
                (
                    DATABASES[database],
                    f"{work}, {pair['deliveries']} deliveries",
                    told_seconds(pair["core"]["seconds"]),
                    told_seconds(pair["flow"]["seconds"]),
                    f"{beyond:.2f}",
                    f"{1000 * beyond / pair['deliveries']:.1f}",
                )
            )
    head = ("database", "work", "core, s", "flow, s", "on top, s", "on top, ms a delivery")
    return "\n".join([_table(head, rows), *_slopes(parts)])


def _slopes(parts: Mapping[str, _Part]) -> Iterator[str]:
    """What is on top once a run, and what each delivery adds: a line through both works."""
    for database, part in parts.items():
        small, large = part["W1"], part["W3"]
        more = large["deliveries"] - small["deliveries"]
        if more > 0:
            each = (on_top(large) - on_top(small)) / more
            once = on_top(small) - each * small["deliveries"]
            told = f"{once:.2f} s a run and {1000 * each:.1f} ms a delivery"
            yield f"{DATABASES[database]}, a line through both works: {told}.\n"


def _marts(by_work: Mapping[str, Mapping[str, _Part]]) -> str:
    columns = {
        f"{work}, {DATABASES[database]}": part["marts"]
        for work, parts in by_work.items()
        for database, part in parts.items()
    }
    names = dict.fromkeys(name for marts in columns.values() for name in marts)
    rows = [(name, *(_answer(marts[name]) for marts in columns.values())) for name in names]
    return _table(("mart", *columns), rows)


def _answer(mart: Mapping[str, float]) -> str:
    return f"{mart['median'] * 1000:,.1f} ({mart['rows']:,} rows)"


def _deliveries(parts: Mapping[str, _Part]) -> str:
    return f"{max(each['deliveries'] for each in parts.values()):,}"


def _spread(values: Mapping[str, float]) -> str:
    return f"{values['median']:,.0f} ({values['min']:,.0f}–{values['max']:,.0f})"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
