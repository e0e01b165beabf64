"""The grades as offices head and group them; the samples' own list, so that it can prove the code lists."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grade:
    """One grade.

    Attributes:
        code: Grade code, e.g. `P1`.
        short_name_th: As a heading has it, e.g. `ป.1`.
        spellings_th: All the ways in which a column ระดับชั้น may have it.
    """

    code: str
    short_name_th: str
    spellings_th: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GradeGroup:
    """Grades that are totalled together.

    Attributes:
        code: Code of the total, e.g. `PRI`.
        heading_th: As the DMC export has it, e.g. `ประถม`.
        grades: Its grades.
    """

    code: str
    heading_th: str
    grades: tuple[Grade, ...]


def _grades(letter: str, short: str, numbers: int, *spellings: str, first: int = 1) -> tuple[Grade, ...]:
    return tuple(
        Grade(
            f"{letter}{number}",
            f"{short}{number}",
            (f"{short}{number}", *(f"{each}{number}" for each in spellings)),
        )
        for number in range(first, first + numbers)
    )


_KINDERGARTEN = _grades("K", "อ.", 3, "อนุบาล ", "อบ.")
_PRIMARY = _grades("P", "ป.", 6, "ประถมศึกษาปีที่ ")
_LOWER_SECONDARY = _grades("M", "ม.", 3, "มัธยมศึกษาปีที่ ")
_UPPER_SECONDARY = _grades("M", "ม.", 3, "มัธยมศึกษาปีที่ ", first=4)
_VOCATIONAL = _grades("V", "ปวช.", 3, "ปวช. ")

GRADE_GROUPS: tuple[GradeGroup, ...] = (
    GradeGroup("PRE", "ก่อนประถม", _KINDERGARTEN),
    GradeGroup("PRI", "ประถม", _PRIMARY),
    GradeGroup("LSE", "ม.ต้น", _LOWER_SECONDARY),
    GradeGroup("USE", "ม.ปลายและเทียบเท่า", _UPPER_SECONDARY + _VOCATIONAL),
)
"""Every group in the DMC export's order."""

ALL_GRADES = "ALL"
"""Code of the total over every grade."""

GRADES: tuple[Grade, ...] = tuple(grade for group in GRADE_GROUPS for grade in group.grades)
"""Every grade in order."""

GROUP_OF_GRADE: Mapping[str, str] = {
    grade.code: group.code for group in GRADE_GROUPS for grade in group.grades
}
"""The group's code by grade code."""
