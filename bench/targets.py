"""What issue 5 asks for, held against what was measured."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bench.contestants import CORE, CORE_MARKED, NAMES, STRAIGHT
from bench.figures import Figures, on_top, quotient
from bench.results import DATABASES
from bench.trial import best_known

_LARGE_WORKS = ("W2", "W3")
_TIMES_FASTER: Mapping[str, float] = {
    "dlt_arrow": 3,
    "pandas_openpyxl": 8,
    "polars_dataframely": 1,
    "duckdb_peer": 1,
}
"""How many times as long as the core a peer must take at least."""
_FLOW_SECONDS, _FLOW_SECONDS_A_DELIVERY = 2.0, 0.005
_MART_SECONDS = {"country": ("W3", 0.3), "decade": ("W4", 1.0)}
_MB = 1e6


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was measured on one database.

    Attributes:
        measured: In words.
        is_met: Whether the target is met; None where the target is not about this database.
    """

    measured: str
    is_met: bool | None


@dataclass(frozen=True, slots=True)
class Target:
    """What must be reached.

    Attributes:
        what: What is measured.
        limit: What it must be.
        verdicts: By database; without those on which it was not measured.
    """

    what: str
    limit: str
    verdicts: Mapping[str, Verdict]


def targets(results: Mapping[str, Any]) -> list[Target]:
    """Every target with what was measured.

    Args:
        results: What `bench.compare` and `bench.scenarios` have written.
    """
    figures = Figures(results)
    return [
        *_beside_others(figures),
        *_memory_and_marking(figures),
        *_through_prefect(figures),
        *_next_runs(figures),
        *_ten_periods(figures),
        *_marts(figures),
        *_beside_the_trial(figures),
    ]


def _target(
    what: str,
    limit: float,
    value_of: Callable[[str], float | None],
    *,
    unit: str = "",
    at_least: bool = False,
) -> Target:
    """A target with one limit; `value_of` gives what was measured on a database."""
    found = {database: value_of(database) for database in DATABASES}
    verdicts = {
        database: Verdict(f"{value:.2f}{unit}", value >= limit if at_least else value <= limit)
        for database, value in found.items()
        if value is not None
    }
    return Target(what, f"{'at least' if at_least else 'at most'} {limit:g}{unit}", verdicts)


def _beside_others(figures: Figures) -> Iterator[Target]:
    for work in _LARGE_WORKS:

        def to_straight(database: str, work: str = work) -> float | None:
            return figures.ratio(work, database, CORE, STRAIGHT)

        yield _target(f"{work}: core's time to the bare straight pipeline's", 1.25, to_straight)
        for peer, times in _TIMES_FASTER.items():

            def to_core(database: str, work: str = work, peer: str = peer) -> float | None:
                return figures.ratio(work, database, peer, CORE)

            what = f"{work}: time of {NAMES[peer]} to the core's"
            yield _target(what, times, to_core, at_least=True)


def _memory_and_marking(figures: Figures) -> Iterator[Target]:
    for contestant, told in ((CORE, "core"), (CORE_MARKED, "core with marked workbooks")):

        def peak(database: str, contestant: str = contestant) -> float | None:
            return quotient(figures.peak("W3", database, contestant), _MB)

        yield _target(f"W3: peak memory of the {told}", 450, peak, unit=" MB")

    def marking(database: str) -> float | None:
        ratio = figures.ratio("W1", database, CORE_MARKED, CORE)
        return None if ratio is None else 100 * (ratio - 1)

    yield _target("W1: what marked workbooks cost on top of the core", 30, marking, unit=" %")


def _through_prefect(figures: Figures) -> Iterator[Target]:
    for work in ("W1", "W3"):
        pairs = {
            database: part[work] for database in DATABASES if (part := figures.part("prefect", database))
        }
        deliveries = next((each["deliveries"] for each in pairs.values()), 0)
        limit = _FLOW_SECONDS + _FLOW_SECONDS_A_DELIVERY * deliveries

        def beyond(database: str, pairs: Mapping[str, Any] = pairs) -> float | None:
            return on_top(pairs[database]) if database in pairs else None

        what = f"{work}: the flow with a running server, on top of the core (2 s + 5 ms a delivery)"
        yield _target(what, round(limit, 3), beyond, unit=" s")


def _next_runs(figures: Figures) -> Iterator[Target]:
    def second(database: str) -> float | None:
        part = figures.part("country", database)
        return part["second"]["call_seconds"]["median"] if part else None

    def resubmitted(database: str, which: str = "full") -> float | None:
        part = figures.part("decade", database)
        return part["resubmission"][which]["call_seconds"]["median"] if part else None

    def by_alone(database: str) -> float | None:
        return quotient(resubmitted(database), resubmitted(database, "alone"))

    yield _target("W3: second run on unchanged deliveries, in the core", 2, second, unit=" s")
    yield _target("W4: resubmission of one agency into the full warehouse", 1, resubmitted, unit=" s")
    what = "W4: its time to that into a warehouse with that agency's returns alone"
    yield _target(what, 1.2, by_alone)


def _ten_periods(figures: Figures) -> Iterator[Target]:
    parts = {
        database: (country["first"], decade)
        for database in DATABASES
        if (country := figures.part("country", database)) and (decade := figures.part("decade", database))
    }

    def times(database: str) -> float | None:
        if database not in parts:
            return None
        country, decade = parts[database]
        return float(decade["seconds"]["median"] / country["seconds"]["median"])

    yield _target("W4: time of its ten runs to W3's one", 11, times)
    verdicts = {}
    for database, (country, decade) in parts.items():
        peak, most = (part["peak_pss_bytes"]["max"] for part in (decade, country))
        verdicts[database] = Verdict(f"{peak / _MB:,.0f} to {most / _MB:,.0f} MB", peak <= most)
    yield Target("W4: peak memory", "at most the most of W3's runs", verdicts)


def _marts(figures: Figures) -> Iterator[Target]:
    for name, (work, limit) in _MART_SECONDS.items():
        verdicts = {}
        for database in DATABASES:
            part = figures.part(name, database)
            if part:
                mart, seconds = max(
                    ((mart, each["median"]) for mart, each in part["marts"].items()), key=lambda each: each[1]
                )
                is_met = seconds <= limit if database == "postgresql" else None
                verdicts[database] = Verdict(f"{seconds * 1000:,.0f} ms ({mart})", is_met)
        yield Target(f"{work}: the slowest mart", f"at most {limit * 1000:,.0f} ms on PostgreSQL", verdicts)


def _beside_the_trial(figures: Figures) -> Iterator[Target]:
    for work in ("W1", "W2", "W3"):
        verdicts = {}
        for database in DATABASES:
            seconds, known = figures.seconds(work, database, CORE), best_known(work, database)
            if seconds is not None:
                verdicts[database] = Verdict(f"{seconds:.2f} to {known:g} s", seconds <= known)
        yield Target(f"{work}: core beside the trial's fastest", "at most its seconds", verdicts)
