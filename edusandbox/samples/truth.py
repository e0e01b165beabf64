"""The known answers of a sample: what must end in the warehouse, and what must be said of each file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pandas as pd

from edusandbox.samples.deliveries import SampleFile
from edusandbox.samples.figures import GradeFigures
from edusandbox.samples.grades import GRADES
from edusandbox.samples.schools import MadeUpSchool
from edusandbox.samples.tables import SampleTable

_FACT_KEY = ("agency_code", "period", "school_code", "grade_code")
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "enrolment": (*_FACT_KEY, "sex_code", "pupil_count", "mark_code", "is_taught"),
    "classrooms": (*_FACT_KEY, "classroom_count", "is_taught"),
    "schools": ("agency_code", "period", "school_code", "ministry_code", "school_name_th"),
    "deliveries": (
        "sender_code", "agency_code", "path", "form", "period", "expected_status", "rows_loaded",
        "rows_set_aside",
    ),
    "expected_issues": ("sender_code", "path", "code", "sheet", "cell", "value"),
}  # fmt: skip
_COUNTS = {
    "pupil_count": "Int32",
    "classroom_count": "Int32",
    "rows_loaded": "int64",
    "rows_set_aside": "int64",
}
_SEX_OF_FIELD = {"male_count": "male", "female_count": "female"}


@dataclass(frozen=True, slots=True)
class SampleTruth:
    """What is true of a sample; texts are str, an absent one is empty.

    Attributes:
        enrolment: One row per school, grade and sex that must be in the warehouse. `agency_code`, `period`,
            `school_code` (SMIS 8), `grade_code`, `sex_code`, `pupil_count` (Int32, persons; missing where
            the cell was blank), `mark_code` (`x` where it was blank), `is_taught` (False where a DMC export
            says 0 pupils and 0 rooms because the school has no such grade).
        classrooms: One row per school and grade: the same key, `classroom_count` (Int32), `is_taught`.
        schools: One row per school in a register: `agency_code`, `period`, `school_code`, `ministry_code`
            (10 digits), `school_name_th`.
        deliveries: One row per file and agency that it speaks for: `sender_code` (in whose folder it lies),
            `agency_code`, `path` (in that folder), `form` and `period` (empty where the file is rejected
            as a whole), `expected_status`, `rows_loaded`, `rows_set_aside` (rows of the sheet).
        expected_issues: One row per planted issue: `sender_code`, `path`, `code`, `sheet`, `cell` (a row
            alone where a whole heading is meant), `value` (as typed). Notices that
            every file of its kind raises, such as "totals row recognised", are not listed.
    """

    enrolment: pd.DataFrame
    classrooms: pd.DataFrame
    schools: pd.DataFrame
    deliveries: pd.DataFrame
    expected_issues: pd.DataFrame

    def write(self, folder: Path) -> None:
        """Writes each table as `<name>.csv` (UTF-8, LF) in a folder, which is made."""
        folder.mkdir(parents=True, exist_ok=True)
        for name in _COLUMNS:
            table: pd.DataFrame = getattr(self, name)
            table.to_csv(folder / f"{name}.csv", index=False, lineterminator="\n")


@dataclass(slots=True)
class TruthCollector:
    """Gathers the truth file by file."""

    _rows: dict[str, list[tuple[object, ...]]] = field(
        default_factory=lambda: {name: [] for name in _COLUMNS}
    )

    def add(self, file: SampleFile) -> None:
        """Adds what a file must lead to."""
        self._rows["expected_issues"] += [
            (file.sender_code, file.path, each.code, each.sheet, each.cell, each.value)
            for each in file.issues
        ]
        for part in file.parts:
            counts = (part.rows_loaded, part.rows_set_aside)
            self._rows["deliveries"].append(
                (file.sender_code, part.agency_code, file.path, part.form, part.period, part.status, *counts)
            )

    def add_register(self, period: str, schools: Sequence[MadeUpSchool]) -> None:
        """Adds schools that a register names."""
        self._rows["schools"] += [
            (each.agency_code, period, each.school_code, each.ministry_code, each.name_th) for each in schools
        ]

    def add_enrolment(self, period: str, table: SampleTable, schools: Sequence[MadeUpSchool]) -> None:
        """Adds the meant figures of all rows of a table that are not set aside."""
        by_code = {school.school_code: school for school in schools}
        blanked = _blanked_figures(table)
        zeros = GRADES if table.layout == "dmc_area" else ()
        for row, subject in table.subjects.items():
            if row in table.set_aside:
                continue
            school = by_code[subject.school_code]
            key = (school.agency_code, period, school.school_code)
            taught = [each for each in school.figures if subject.grade_code in {None, each.grade_code}]
            for figures in taught:
                self._add_grade(key, figures, blanked.get((row, figures.grade_code), frozenset()))
            codes = {figures.grade_code for figures in taught}
            for grade in zeros:
                if grade.code not in codes:
                    self._add_untaught(key, grade.code)

    def _add_grade(self, key: tuple[str, ...], figures: GradeFigures, blanked: frozenset[str]) -> None:
        place = (*key, figures.grade_code)
        for name, sex in _SEX_OF_FIELD.items():
            count, mark = (None, "x") if name in blanked else (getattr(figures, name), "")
            self._rows["enrolment"].append((*place, sex, count, mark, True))
        self._rows["classrooms"].append((*place, figures.classroom_count, True))

    def _add_untaught(self, key: tuple[str, ...], grade_code: str) -> None:
        self._rows["enrolment"] += [(*key, grade_code, sex, 0, "", False) for sex in _SEX_OF_FIELD.values()]
        self._rows["classrooms"].append((*key, grade_code, 0, False))

    def truth(self) -> SampleTruth:
        """The truth of all files added."""
        return SampleTruth(**{name: _frame(name, rows) for name, rows in self._rows.items()})


def _blanked_figures(table: SampleTable) -> dict[tuple[int, str], frozenset[str]]:
    """Fields that were emptied, by row and grade."""
    found: dict[tuple[int, str], frozenset[str]] = {}
    for row, number in table.blanked:
        column = table.columns[number - 1]
        key = (row, column.code or table.subjects[row].grade_code or "")
        found[key] = found.get(key, frozenset()) | {column.field}
    return found


def _frame(name: str, rows: Sequence[tuple[object, ...]]) -> pd.DataFrame:
    columns = _COLUMNS[name]
    frame = pd.DataFrame(rows, columns=list(columns))
    kinds = {column: _COUNTS.get(column, "str") for column in columns if column != "is_taught"}
    return frame.astype(kinds | ({"is_taught": "bool"} if "is_taught" in columns else {}))
