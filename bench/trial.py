"""What a trial on another machine of 2 processors took for like work, as issue 5 gives it: known figures."""

from collections.abc import Mapping

KNOWN: Mapping[str, Mapping[str, Mapping[str, float]]] = {
    "pandas_openpyxl": {
        "W1": {"postgresql": 5.7, "sqlite": 4.5},
        "W2": {"postgresql": 69},
        "W3": {"postgresql": 81},
    },
    "pandas_calamine": {
        "W1": {"postgresql": 4.4, "sqlite": 3.4},
        "W2": {"postgresql": 23, "sqlite": 19},
        "W3": {"postgresql": 57, "sqlite": 39},
    },
    "dlt_arrow": {
        "W1": {"postgresql": 3.3, "sqlite": 3.3},
        "W2": {"postgresql": 22, "sqlite": 19},
        "W3": {"postgresql": 26, "sqlite": 25},
    },
    "frictionless_peer": {
        "W1": {"postgresql": 4.9, "sqlite": 2.6},
        "W2": {"postgresql": 80},
        "W3": {"postgresql": 82},
    },
    "great_expectations_peer": {
        "W1": {"postgresql": 10.7, "sqlite": 9.4},
        "W2": {"postgresql": 60},
        "W3": {"postgresql": 86},
    },
    "polars_dataframely": {
        "W1": {"postgresql": 1.7, "sqlite": 1.2},
        "W2": {"postgresql": 6.8, "sqlite": 5.5},
        "W3": {"postgresql": 10.6, "sqlite": 5.8},
    },
    "duckdb_peer": {
        "W1": {"postgresql": 1.4, "sqlite": 1.0},
        "W2": {"postgresql": 6.7, "sqlite": 8.2},
        "W3": {"postgresql": 13.5, "sqlite": 8.3},
    },
    "straight": {
        "W1": {"postgresql": 1.6, "sqlite": 1.6},
        "W2": {"postgresql": 5.3, "sqlite": 4.4},
        "W3": {"postgresql": 6.7, "sqlite": 3.9},
    },
}
"""Seconds by contestant, work and database; the trial's W2 had 20 columns of Thai text."""


def known_seconds(contestant: str, work: str, database: str) -> float | None:
    """The trial's seconds; None where it has none."""
    return KNOWN.get(contestant, {}).get(work, {}).get(database)


def best_known(work: str, database: str) -> float:
    """The least seconds of any contestant of the trial."""
    found = (known_seconds(each, work, database) for each in KNOWN)
    return min(seconds for seconds in found if seconds is not None)
