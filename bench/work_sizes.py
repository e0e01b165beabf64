"""How large each work of the benchmark is, and what its schools have."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from edusandbox.samples.figures import GradeFigures, SchoolLevel, SchoolSize, grade_figures
from edusandbox.samples.random_source import random_source
from edusandbox.samples.schools import MadeUpSchool
from schemas.periods import Period

WORKS = ("W1", "W2", "W3", "W4")
_SHARE_OF_LONG_SCHOOLS = 0.47
"""Schools that teach up to ม.6; the others end at ม.3. It makes 1.16 million facts of the country."""


@dataclass(frozen=True, slots=True)
class Plan:
    """How large a work is.

    Attributes:
        agencies: Number of agencies that send.
        schools: Schools of each; of W1 of all together.
        periods: Semesters, the open one last.
    """

    agencies: int
    schools: int
    periods: tuple[Period, ...]


def plan(work: str, scale: float) -> Plan:
    """Says how large a work is at a scale; 1.0 is the issue's size."""
    match work:
        case "W1":
            return Plan(10, max(100, round(1000 * scale)), _semesters(1))
        case "W2":
            return Plan(10, max(2, round(500 * scale)), _semesters(5))
        case "W3":
            return Plan(max(4, round(245 * scale)), 119, _semesters(1))
        case "W4":
            return Plan(max(4, round(245 * scale)), 119, _semesters(10))
    raise ValueError(f"there is no work {work!r}; there are {', '.join(WORKS)}")


def _semesters(count: int) -> tuple[Period, ...]:
    """So many semesters one after the other, the last of them 2563-1."""
    codes = [f"{2563 - (back + 1) // 2}-{1 + back % 2}" for back in reversed(range(count))]
    return tuple(Period.parse(code) for code in codes)


def figures_of(schools: Sequence[MadeUpSchool], work: str, period: Period, seed: int) -> list[MadeUpSchool]:
    """Gives schools new figures for a period, in the twelve or fifteen grades that they teach."""
    random = random_source(seed, work, "figures", period.code)
    lengths = random_source(seed, work, "grades")
    return [replace(each, figures=_figures(random, _grade_count(work, lengths))) for each in schools]


def _grade_count(work: str, random: Random) -> int:
    return 15 if work != "W2" and random.random() < _SHARE_OF_LONG_SCHOOLS else 12


def _figures(random: Random, grade_count: int) -> tuple[GradeFigures, ...]:
    size = random.choice((SchoolSize.SMALL, SchoolSize.SMALL, SchoolSize.MEDIUM))
    lower = grade_figures(random, SchoolLevel.KINDERGARTEN, size)
    return (lower + grade_figures(random, SchoolLevel.SECONDARY, size))[:grade_count]
