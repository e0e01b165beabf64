"""What a trial on another machine of 2 processors took for like work, as issue 5 gives it: known figures."""

from collections.abc import Mapping

_MEASURED = tuple((work, database) for work in ("W1", "W2", "W3") for database in ("postgresql", "sqlite"))
_SECONDS: Mapping[str, tuple[float | None, ...]] = {
    "pandas_openpyxl": (5.7, 4.5, 69, None, 81, None),
    "pandas_calamine": (4.4, 3.4, 23, 19, 57, 39),
    "dlt_arrow": (3.3, 3.3, 22, 19, 26, 25),
    "frictionless_peer": (4.9, 2.6, 80, None, 82, None),
    "great_expectations_peer": (10.7, 9.4, 60, None, 86, None),
    "polars_dataframely": (1.7, 1.2, 6.8, 5.5, 10.6, 5.8),
    "duckdb_peer": (1.4, 1.0, 6.7, 8.2, 13.5, 8.3),
    "straight": (1.6, 1.6, 5.3, 4.4, 6.7, 3.9),
}
"""By contestant, in the order of `_MEASURED`; the trial's W2 had 20 columns of Thai text."""


def known_seconds(contestant: str, work: str, database: str) -> float | None:
    """The trial's seconds; None where it has none."""
    seconds = _SECONDS.get(contestant, (None,) * len(_MEASURED))
    return dict(zip(_MEASURED, seconds, strict=True)).get((work, database))


def best_known(work: str, database: str) -> float:
    """The least seconds of any contestant of the trial."""
    found = (known_seconds(each, work, database) for each in _SECONDS)
    return min(seconds for seconds in found if seconds is not None)
