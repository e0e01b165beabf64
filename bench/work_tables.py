"""Tables of the benchmark's work: rendered by the program's own samples, with faults planted and truth kept.

The samples' own faults are chosen to be told apart one by one, a handful a file. Here one row in a
hundred is wrong, in tables of any size, so that they are planted more plainly: what was meant is kept
beside the table.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from edusandbox.samples.enrolment_layouts import dmc_area, office, tidy
from edusandbox.samples.figures import GradeFigures
from edusandbox.samples.grades import ALL_GRADES, GRADE_GROUPS, GRADES
from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.tables import RowSubject, SampleTable

ROWS_A_FAULT = 100
"""One row in so many is faulty."""
_TEXT_COUNT = "สิบสอง"
_UNKNOWN_GRADE = "เกรด 9"
_TOTAL_CODES = frozenset({ALL_GRADES, *(group.code for group in GRADE_GROUPS)})
_KEYS = frozenset({"school_code", "school_name", "grade_code"})
_READ_FIELDS = frozenset(
    {
        "academic_year", "semester", "agency_code", "school_code", "school_name", "grade_code", "male_count",
        "female_count", "pupil_total", "classroom_count",
    }
)  # fmt: skip


@dataclass(slots=True)
class WorkTable:
    """A rendered table and what each of its rows means.

    Attributes:
        table: The table as the samples render it.
        meant: Period and figures of each data row.
    """

    table: SampleTable
    meant: dict[int, tuple[str, tuple[GradeFigures, ...]]]


def wide_table(sent: AgencyReturn, layout: str) -> WorkTable:
    """Renders a table of one row a school: `office` (two header rows) or `dmc_area` (96 columns)."""
    table = office(sent) if layout == "office" else dmc_area(sent)
    meant = {
        row: (sent.period.code, school.figures)
        for row, school in zip(table.subjects, sent.schools, strict=True)
    }
    return WorkTable(table, meant)


def tidy_table(returns: Sequence[AgencyReturn]) -> WorkTable:
    """Renders a tidy template with the returns of several periods of one agency, one below the other."""
    table: SampleTable | None = None
    meant: dict[int, tuple[str, tuple[GradeFigures, ...]]] = {}
    for sent in returns:
        part = tidy(sent)
        shift = len(table.rows) - 1 if table else 0
        figures = (each for school in sent.schools for each in school.figures)
        meant |= {
            row + shift: (sent.period.code, (each,)) for row, each in zip(part.subjects, figures, strict=True)
        }
        if table is None:
            table = part
        else:
            table.rows += part.rows[1:]
            table.subjects |= {row + shift: subject for row, subject in part.subjects.items()}
    if table is None:
        raise ValueError("a tidy table needs at least one return")
    return WorkTable(table, meant)


class FaultPlanter:
    """Plants a fault in one row of a hundred; over many small tables the share stays exact."""

    def __init__(self, random: Random) -> None:
        """Takes the source of choices."""
        self._random = random
        self._rows = 0
        self._planted = 0
        self._turn = 0

    def plant(self, made: WorkTable) -> None:
        """Plants faults in rows that have none yet; the table's `set_aside` then names them."""
        table = made.table
        self._rows += len(table.subjects)
        options = [row for row in table.subjects if row not in table.faulty]
        self._random.shuffle(options)
        while options and self._planted < self._rows // ROWS_A_FAULT:
            row = options.pop()
            if row not in table.faulty:
                kinds = _WIDE_FAULTS if table.layout != "tidy" else _TIDY_FAULTS
                rows = kinds[self._turn % len(kinds)](made, row, self._random)
                self._turn += 1
                self._planted += len(rows)
                table.faulty |= rows
                table.set_aside |= rows


def _negative(made: WorkTable, row: int, random: Random) -> set[int]:
    made.table.put(row, _column(made, row, ("male_count", "female_count"), random), -1)
    return {row}


def _text(made: WorkTable, row: int, random: Random) -> set[int]:
    fields = ("male_count", "female_count", "classroom_count")
    made.table.put(row, _column(made, row, fields, random), _TEXT_COUNT)
    return {row}


def _wrong_total(made: WorkTable, row: int, random: Random) -> set[int]:
    column = _column(made, row, ("pupil_total",), random)
    made.table.put(row, column, int(made.table.number(row, column)) + 1)
    return {row}


def _unknown_grade(made: WorkTable, row: int, _: Random) -> set[int]:
    made.table.put(row, made.table.column_number("grade_code"), _UNKNOWN_GRADE)
    return {row}


def _duplicate(made: WorkTable, row: int, random: Random) -> set[int]:
    """The line above was copied and its keys were not typed over; both rows are then in doubt."""
    table, above = made.table, row - 1
    if above not in made.meant or above in table.faulty or made.meant[above][0] != made.meant[row][0]:
        return _wrong_total(made, row, random)
    for number, column in enumerate(table.columns, start=1):
        if column.field in _KEYS:
            table.put(row, number, table.cell(above, number))
    return {above, row}


_WIDE_FAULTS: Sequence[Callable[[WorkTable, int, Random], set[int]]] = (
    _negative, _text, _wrong_total, _duplicate,
)  # fmt: skip
_TIDY_FAULTS = (*_WIDE_FAULTS, _unknown_grade)


def _column(made: WorkTable, row: int, fields: Sequence[str], random: Random) -> int:
    """A column of one of these fields, in a grade that the row's school teaches."""
    taught = {each.grade_code for each in made.meant[row][1]} | {None}
    options = [
        number
        for number, column in enumerate(made.table.columns, start=1)
        if column.field in fields and column.code in taught
    ]
    return random.choice(options)


@dataclass(slots=True)
class WorkTruth:
    """What must be in a warehouse after the work is done, in total and by period."""

    by_period: dict[str, Counter[str]] = field(default_factory=dict)
    school_count: int = 0

    def add(self, made: WorkTable) -> None:
        """Adds the rows of a table that are kept, and the number of those that are not."""
        untaught = len(GRADES) if made.table.layout == "dmc_area" else 0
        for row, (period, figures) in made.meant.items():
            sums = self.by_period.setdefault(period, Counter())
            if row in made.table.set_aside:
                sums["set_aside"] += 1
                continue
            grades = max(untaught, len(figures))
            sums["facts"] += 3 * grades
            sums["enrolment_facts"] += 2 * grades
            sums["classroom_facts"] += grades
            sums["male"] += sum(each.male_count for each in figures)
            sums["female"] += sum(each.female_count for each in figures)
            sums["classrooms"] += sum(each.classroom_count for each in figures)

    def as_json(self) -> dict[str, Any]:
        """The truth as `truth.json` has it."""
        total: Counter[str] = Counter()
        for sums in self.by_period.values():
            total.update(sums)
        return {
            "total": dict(total) | {"schools": self.school_count},
            "by_period": {period: dict(sums) for period, sums in sorted(self.by_period.items())},
        }


def recipe_columns(table: SampleTable) -> list[dict[str, Any]]:
    """The columns that a peer has to read: number, field and, in a wide table, the grade.

    Totals over grades are left out: the program holds them against the grades, the peers need not.
    """
    return [
        {"column": number, "field": column.field} | ({"grade": column.code} if column.code else {})
        for number, column in enumerate(table.columns, start=1)
        if column.field in _READ_FIELDS and column.code not in _TOTAL_CODES
    ]


def recipe_rows(subjects: Mapping[int, RowSubject] | Iterable[int]) -> dict[str, int]:
    """First and last row of the data, so that a peer need not tell totals and notes from schools."""
    rows = list(subjects)
    return {"first_row": min(rows), "last_row": max(rows)}
