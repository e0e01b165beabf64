"""Looks medians up in the results; what was not measured is None."""

from collections.abc import Mapping
from typing import Any


class Figures:
    """The results of `bench.compare` and `bench.scenarios`."""

    def __init__(self, results: Mapping[str, Any]) -> None:
        """Takes the results as they were written."""
        self._rows = {
            (each["work"], each["database"], each["peer"]): each for each in results.get("results", [])
        }
        self._parts: Mapping[str, Any] = results.get("scenarios", {})

    def seconds(self, work: str, database: str, contestant: str) -> float | None:
        """Median seconds of a contestant."""
        return self._median(work, database, contestant, "seconds")

    def peak(self, work: str, database: str, contestant: str) -> float | None:
        """Median of the peak memory of a contestant, in bytes."""
        return self._median(work, database, contestant, "peak_pss_bytes")

    def ratio(self, work: str, database: str, of: str, to: str) -> float | None:
        """How many times as long one contestant takes as another."""
        return quotient(self.seconds(work, database, of), self.seconds(work, database, to))

    def part(self, name: str, database: str) -> Mapping[str, Any] | None:
        """A part of the scenarios; None where it was not measured or is at fault."""
        found: Mapping[str, Any] | None = self._parts.get(name, {}).get(database)
        return None if found is None or "fault" in found else found

    def _median(self, work: str, database: str, contestant: str, what: str) -> float | None:
        row = self._rows.get((work, database, contestant))
        return float(row[what]["median"]) if row and row["runs"] else None


def quotient(of: float | None, to: float | None) -> float | None:
    """One median by another, where there are both."""
    return None if of is None or to is None else of / to


def told_seconds(values: Mapping[str, float]) -> str:
    """Median seconds, the least and the most in brackets."""
    return f"{values['median']:.2f} ({values['min']:.2f}–{values['max']:.2f})"


def on_top(pair: Mapping[str, Any]) -> float:
    """Seconds that the flow takes beyond the core, of a work of the part `prefect`."""
    return float(pair["flow"]["seconds"]["median"] - pair["core"]["seconds"]["median"])
