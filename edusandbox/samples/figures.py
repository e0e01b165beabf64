"""The meant figures: pupils by grade and sex, and classrooms, of one made-up school."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from edusandbox.samples.grades import GRADE_GROUPS

_PUPILS_A_ROOM = 40
_TINY_GRADE_BOYS = 3


class SchoolLevel(StrEnum):
    """What a school teaches, as registers word it."""

    PRIMARY = "ประถมศึกษา"
    EXPANDED = "ขยายโอกาส"
    KINDERGARTEN = "อนุบาล"
    SECONDARY = "มัธยมศึกษา"
    VOCATIONAL = "อาชีวศึกษา"


class SchoolSize(StrEnum):
    """How many pupils a grade has, roughly."""

    TINY = "tiny"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class GradeFigures:
    """One taught grade.

    Attributes:
        grade_code: Grade code.
        male_count: Boys.
        female_count: Girls.
        classroom_count: Rooms.
    """

    grade_code: str
    male_count: int
    female_count: int
    classroom_count: int


_ALL_CODES = {group.code: tuple(grade.code for grade in group.grades) for group in GRADE_GROUPS}
_TAUGHT: Mapping[SchoolLevel, tuple[str, ...]] = {
    SchoolLevel.PRIMARY: (*_ALL_CODES["PRE"][1:], *_ALL_CODES["PRI"]),
    SchoolLevel.EXPANDED: (*_ALL_CODES["PRE"][1:], *_ALL_CODES["PRI"], *_ALL_CODES["LSE"]),
    SchoolLevel.KINDERGARTEN: (*_ALL_CODES["PRE"], *_ALL_CODES["PRI"]),
    SchoolLevel.SECONDARY: (*_ALL_CODES["LSE"], *_ALL_CODES["USE"][:3]),
    SchoolLevel.VOCATIONAL: _ALL_CODES["USE"][3:],
}
_GRADE_SIZES: Mapping[SchoolSize, tuple[int, int]] = {
    SchoolSize.TINY: (4, 7),
    SchoolSize.SMALL: (6, 19),
    SchoolSize.MEDIUM: (18, 65),
    SchoolSize.LARGE: (350, 420),
}
"""Least and most pupils of a grade. A large school has more than a thousand whatever it teaches, so that
offices have a reason to type commas."""


def grade_figures(random: Random, level: SchoolLevel, size: SchoolSize) -> tuple[GradeFigures, ...]:
    """Makes up a school's figures; every taught grade has pupils, and rooms for them.

    Args:
        random: Source of choices.
        level: What the school teaches.
        size: How big it is. The top grade of a tiny school has boys only: a true zero.
    """
    least, most = _GRADE_SIZES[size]
    figures = []
    for code in _TAUGHT[level]:
        pupils = random.randint(least, most)
        male = round(pupils * random.uniform(0.4, 0.6))
        figures.append(GradeFigures(code, male, pupils - male, -(-pupils // _PUPILS_A_ROOM)))
    if size is SchoolSize.TINY:
        figures[-1] = GradeFigures(figures[-1].grade_code, _TINY_GRADE_BOYS, 0, 1)
    return tuple(figures)
