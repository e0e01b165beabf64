"""Reporting periods. Years are Buddhist in every code; a period carries its kind.

`2563-1` is semester 1 of academic year 2563, `2563` the academic year, `FY2563` the fiscal year
(1 October 2562 to 30 September 2563).
"""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Self

BUDDHIST_ERA_OFFSET = 543
_CODE = re.compile(r"^(?:(?P<fiscal>FY)(?P<fiscal_year>25\d\d)|(?P<year>25\d\d)(?:-(?P<semester>[123]))?)$")


class PeriodKind(StrEnum):
    """What stretch of time a period is."""

    SEMESTER = "semester"
    ACADEMIC_YEAR = "academic_year"
    FISCAL_YEAR = "fiscal_year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A reporting period.

    Attributes:
        year_be: Buddhist year, 2500 to 2599.
        kind: What stretch of time it is.
        semester: 1, 2 or 3 (summer); 0 where the period is a whole year.
    """

    year_be: int
    kind: PeriodKind
    semester: int = 0

    @classmethod
    def parse(cls, code: str) -> Self:
        """Reads a period code.

        Args:
            code: `2563-1`, `2563` or `FY2563`.

        Raises:
            ValueError: The text is not a period code.
        """
        match = _CODE.match(code.strip())
        if match is None:
            raise ValueError(f"{code!r} is not a period; write 2563-1, 2563 or FY2563 (Buddhist years)")
        if match["fiscal"]:
            return cls(int(match["fiscal_year"]), PeriodKind.FISCAL_YEAR)
        if match["semester"]:
            return cls(int(match["year"]), PeriodKind.SEMESTER, int(match["semester"]))
        return cls(int(match["year"]), PeriodKind.ACADEMIC_YEAR)

    @property
    def code(self) -> str:
        """The period's code, as `parse` reads it."""
        match self.kind:
            case PeriodKind.SEMESTER:
                return f"{self.year_be}-{self.semester}"
            case PeriodKind.ACADEMIC_YEAR:
                return str(self.year_be)
            case PeriodKind.FISCAL_YEAR:
                return f"FY{self.year_be}"

    @property
    def name_th(self) -> str:
        """The period as an office worker writes it."""
        match self.kind:
            case PeriodKind.SEMESTER:
                return f"ภาคเรียนที่ {self.semester} ปีการศึกษา {self.year_be}"
            case PeriodKind.ACADEMIC_YEAR:
                return f"ปีการศึกษา {self.year_be}"
            case PeriodKind.FISCAL_YEAR:
                return f"ปีงบประมาณ {self.year_be}"

    def __str__(self) -> str:
        """The period's code."""
        return self.code


def buddhist_year(year: int) -> int:
    """Turns a year of either era into the Buddhist one: 2020 and 2563 both give 2563.

    Raises:
        ValueError: The year lies in neither era's plausible range (1950-2099 CE, 2493-2642 BE).
    """
    if 1950 <= year <= 2099:
        return year + BUDDHIST_ERA_OFFSET
    if 2493 <= year <= 2642:
        return year
    raise ValueError(f"{year} is not a plausible year of either era")


def buddhist_date(day: date) -> str:
    """A day as people read it: 10/6/2563."""
    return f"{day.day}/{day.month}/{day.year + BUDDHIST_ERA_OFFSET}"
