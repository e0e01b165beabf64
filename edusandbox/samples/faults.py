"""Faults that officers make, planted in a rendered table, each with the issue that it must raise."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

from pythainlp.util import num_to_thaiword

from edusandbox.samples.fault_places import Figure, choose, figures, free_rows
from edusandbox.samples.returns import thai_digits
from edusandbox.samples.tables import SEX_FIELDS, Cell, SampleTable
from transforms.grid import cell_text

_UNKNOWN_SCHOOL_NUMBER = "9999"
_UNKNOWN_SCHOOL_NAME = "บ้านตัวอย่างนอกทะเบียน"


@dataclass(frozen=True, slots=True)
class PlantedIssue:
    """An issue that a fault must raise.

    Attributes:
        code: Rule code.
        row: Sheet row, 1-based.
        column: Sheet column, 1-based.
        value: The cell as typed; empty where it is blank.
    """

    code: str
    row: int
    column: int
    value: str


Fault = Callable[[SampleTable, Random], list[PlantedIssue]]


def _thai_digits(table: SampleTable, random: Random) -> list[PlantedIssue]:
    options = [each for each in figures(table, SEX_FIELDS) if each.value > 0 and not each.is_total]
    chosen = choose(table, random, options)
    return _type(table, chosen.row, chosen.column, thai_digits(str(chosen.value)), "VA101")


def _thousands_comma(table: SampleTable, random: Random) -> list[PlantedIssue]:
    options = [each for each in figures(table, ["pupil_total"]) if each.value >= 1000]
    chosen = choose(table, random, options)
    return _type(table, chosen.row, chosen.column, f"{chosen.value:,}", "VA101")


def _dash(table: SampleTable, random: Random) -> list[PlantedIssue]:
    options = [each for each in figures(table, SEX_FIELDS) if each.value == 0 and not each.is_total]
    chosen = choose(table, random, options)
    return _type(table, chosen.row, chosen.column, "-", "VA102")


def _blank(table: SampleTable, random: Random) -> list[PlantedIssue]:
    chosen = choose(table, random, _pupils_of_both_sexes(table))
    table.change_number(chosen.row, chosen.column, None)
    table.blanked.add((chosen.row, chosen.column))
    return [_issue(table, chosen.row, chosen.column, "VA103")]


def _words(table: SampleTable, random: Random) -> list[PlantedIssue]:
    chosen = choose(table, random, _pupils_of_both_sexes(table))
    table.set_aside.add(chosen.row)
    return _type(table, chosen.row, chosen.column, str(num_to_thaiword(chosen.value)), "VA001")


def _negative(table: SampleTable, random: Random) -> list[PlantedIssue]:
    # With two or more of the other sex, the grade's total stays positive: only this cell is wrong.
    options = [each for each in _pupils_of_both_sexes(table) if each.other_sex >= 2]
    chosen = choose(table, random, options)
    table.change_number(chosen.row, chosen.column, -1)
    table.set_aside.add(chosen.row)
    return [_issue(table, chosen.row, chosen.column, "VA002")]


def _fraction(table: SampleTable, random: Random) -> list[PlantedIssue]:
    chosen = choose(table, random, list(figures(table, ["classroom_count"])))
    table.set_aside.add(chosen.row)
    return _type(table, chosen.row, chosen.column, chosen.value + 0.5, "VA003")


def _wrong_grade_total(table: SampleTable, random: Random) -> list[PlantedIssue]:
    chosen = choose(table, random, list(figures(table, ["pupil_total"])))
    table.set_aside.add(chosen.row)
    return _type(table, chosen.row, chosen.column, chosen.value + 1, "SU001")


def _wrong_subtotal(table: SampleTable, random: Random) -> list[PlantedIssue]:
    # Rooms, because a wrong subtotal of pupils would also break ชาย + หญิง = รวม of the same block.
    options = [each for each in figures(table, ["classroom_count"]) if each.is_total]
    chosen = choose(table, random, options)
    table.add_to_cell(chosen.row, chosen.column, 1)
    table.set_aside.add(chosen.row)
    return [_issue(table, chosen.row, chosen.column, "SU002")]


def _wrong_totals_row(table: SampleTable, random: Random) -> list[PlantedIssue]:
    if table.totals_row is None:
        raise ValueError(f"a table of the layout {table.layout} has no totals row")
    rooms = [each.column for each in figures(table, ["classroom_count"]) if not each.is_total]
    column = choose(table, random, sorted(set(rooms)))
    wrong = table.number(table.totals_row, column) + 2
    return _type(table, table.totals_row, column, wrong, "SU003")


def _unknown_school(table: SampleTable, random: Random) -> list[PlantedIssue]:
    row = choose(table, random, free_rows(table))
    table.put(row, table.column_number("school_name"), _UNKNOWN_SCHOOL_NAME)
    table.set_aside.add(row)
    code = f"{table.subjects[row].school_code[:4]}{_UNKNOWN_SCHOOL_NUMBER}"
    return _type(table, row, table.column_number("school_code"), code, "RE001")


def _duplicate(table: SampleTable, random: Random) -> list[PlantedIssue]:
    free = free_rows(table)
    row = choose(table, random, [each for each in free if each - 1 in free])
    # An officer starts a line by copying the one above and forgets to type over its keys.
    for number, column in enumerate(table.columns, start=1):
        if column.field in {"school_code", "school_name", "grade_code"}:
            table.put(row, number, table.cell(row - 1, number))
    table.set_aside |= {row - 1, row}
    code = table.column_number("school_code")
    return [_issue(table, each, code, "RO001") for each in (row - 1, row)]


def _missing_code(table: SampleTable, random: Random) -> list[PlantedIssue]:
    row = choose(table, random, free_rows(table))
    table.set_aside.add(row)
    return _type(table, row, table.column_number("school_code"), None, "VA004")


def _header_typo(table: SampleTable, _: Random) -> list[PlantedIssue]:
    column = table.column_number("school_code")
    typed = str(table.cell(table.header_row, column)).replace("เรียน", "เรีบน")
    table.put(table.header_row, column, typed)
    table.set_aside |= table.subjects.keys()
    return [_issue(table, table.header_row, column, "LA002")]


FAULTS: Mapping[str, Fault] = {
    "thai_digits": _thai_digits,
    "thousands_comma": _thousands_comma,
    "dash": _dash,
    "blank": _blank,
    "words": _words,
    "negative": _negative,
    "fraction": _fraction,
    "wrong_grade_total": _wrong_grade_total,
    "wrong_subtotal": _wrong_subtotal,
    "wrong_totals_row": _wrong_totals_row,
    "unknown_school": _unknown_school,
    "duplicate": _duplicate,
    "missing_code": _missing_code,
    "header_typo": _header_typo,
}
"""Every fault by name."""

_WIDE = frozenset(FAULTS) - {"fraction", "wrong_grade_total"}
FAULTS_OF_LAYOUT: Mapping[str, frozenset[str]] = {
    # A comma would make the export's line need quotes, which it never has.
    "dmc_area": _WIDE - {"thousands_comma"},
    "office": _WIDE,
    "tidy": frozenset(FAULTS) - {"thousands_comma", "wrong_subtotal", "wrong_totals_row"},
}
"""Faults that raise one issue and no other in a layout.

In a wide table half a room, or a grade's total that is off by one, would make other sums wrong as well.
"""


def plant(table: SampleTable, fault: str, random: Random) -> list[PlantedIssue]:
    """Plants a fault in a table.

    Args:
        table: The table, changed in place; each data row takes one fault at most.
        fault: A key of `FAULTS`.
        random: Decides where.

    Returns:
        The issues that it must raise.

    Raises:
        ValueError: The layout cannot carry the fault, or no row is left for it.
    """
    if fault not in FAULTS_OF_LAYOUT[table.layout]:
        raise ValueError(f"a table of the layout {table.layout} cannot carry the fault {fault!r}")
    issues = FAULTS[fault](table, random)
    table.faulty |= {issue.row for issue in issues if issue.row in table.subjects}
    return issues


def _pupils_of_both_sexes(table: SampleTable) -> list[Figure]:
    """Figures by sex of grades that have both, so that a grade without this one still has pupils."""
    return [
        each for each in figures(table, SEX_FIELDS) if each.value and each.other_sex and not each.is_total
    ]


def _type(table: SampleTable, row: int, column: int, typed: Cell, code: str) -> list[PlantedIssue]:
    table.put(row, column, typed)
    return [_issue(table, row, column, code)]


def _issue(table: SampleTable, row: int, column: int, code: str) -> PlantedIssue:
    return PlantedIssue(code, row, column, cell_text(table.cell(row, column)))
