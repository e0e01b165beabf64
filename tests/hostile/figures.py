"""Changes what a table shows, and holds what is loaded against a plain reading of what is seen.

Each figure that is loaded is the one that stands visibly in its cell, and each figure that is seen is
loaded, or an error or query stands at its row. Words beyond the last heading may be told as a notice
(LA019): they are no figure. Cells beyond the headings are no column of data, so that a figure merged with
empty ones there is its own column's, or is asked about. Part of `make fuzz`.
"""

import random
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.submissions import CheckedDelivery, Delivery
from schemas.issues import Severity
from tests.checking.builders import PROVINCE, TODAY
from tests.facts_by_cell import pupils_by_sex
from tests.hostile.visible import (
    NUMBER_FORMATS,
    STRUCK_OUT,
    SUBSCRIPT,
    SUPERSCRIPT,
    WRITERS,
    Block,
    Run,
    VisibleCell,
    VisibleTable,
    number,
    text,
)
from tests.hostile.visible_binary import BINARY_WRITERS

_WRITERS = WRITERS | BINARY_WRITERS
_WITHOUT_MARKS, _WITHOUT_MERGES = {"csv"}, {"csv", "older.xls"}
_TITLE = "จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"
_SCHOOL = ("ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน")
_FIGURE = re.compile(r"(\d+|\d{1,3}(?:,\d{3})+)(?:\.0)?(?: คน)?")


@dataclass(frozen=True)
class Shape:
    """A layout in which tables are made.

    Attributes:
        heading: The lines of the heading, from the sheet's second row on.
        grades: Those of a school's rows where each has its own, otherwise one without a word.
        blocks: What is merged in the heading.
    """

    heading: tuple[tuple[str, ...], ...]
    grades: tuple[str, ...] = ("",)
    blocks: tuple[Block, ...] = ()

    @property
    def first_row(self) -> int:
        """The first row of data, from 0."""
        return 1 + len(self.heading)

    @property
    def first_figure(self) -> int:
        """The first column of figures, from 0."""
        return len(_SCHOOL) + (self.grades != ("",))

    @property
    def width(self) -> int:
        """The number of columns under the heading."""
        return len(self.heading[-1])


SHAPES = (
    Shape(((*_SCHOOL, "ป.1 ชาย", "ป.1 หญิง", "ป.2 ชาย", "ป.2 หญิง"),)),
    Shape(
        ((*_SCHOOL, "ป.1", "", "ป.2", ""), ("", "", "", "ชาย", "หญิง", "ชาย", "หญิง")),
        blocks=((1, 3, 1, 4), (1, 5, 1, 6)),
    ),
    Shape(((*_SCHOOL, "ระดับชั้น", "นักเรียนชาย", "นักเรียนหญิง"),), grades=("ป.1", "ป.2")),
)
"""A column for each grade and sex, the same in two lines, a row for each grade."""


@dataclass(frozen=True)
class Changed:
    """A table that was changed.

    Attributes:
        ending: The format in which it is written.
        shape: The layout in which it was made.
        table: The table.
        changes: What was done to it.
    """

    ending: str
    shape: Shape
    table: VisibleTable
    changes: tuple[str, ...]

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return _WRITERS[self.ending](self.table)


def changed_tables(seed: int) -> Iterator[Changed]:
    """Endless tables, the same for the same seed."""
    chance = random.Random(seed)  # noqa: S311 - reproducible, no secret
    while True:
        ending, shape = chance.choice(sorted(_WRITERS)), chance.choice(SHAPES)
        table = _table(shape, chance, is_merged=ending not in _WITHOUT_MERGES)
        possible = [_lengthen, _shorten, _insert]
        possible += [] if ending in _WITHOUT_MARKS else [_mark, _format]
        possible += [] if ending in _WITHOUT_MERGES else [_merge]
        chosen = [chance.choice(possible) for _ in range(chance.randint(1, 3))]
        yield Changed(ending, shape, table, tuple(change(table, shape, chance) for change in chosen))


def faults(changed: Changed) -> list[str]:
    """Where what is loaded is not what is seen, without a word; empty where all is well."""
    checked = _check(changed)
    told = {
        row
        for issue in checked.all_issues
        if issue.severity is not Severity.NOTICE
        for row in issue.place.all_rows or range(1, 100)
    }
    loaded = _loaded(checked)
    are_words_told = any(issue.code == "LA019" for issue in checked.all_issues)
    wrong = []
    shape = changed.shape
    for row, cells in enumerate(changed.table.rows[shape.first_row :], start=shape.first_row + 1):
        for column in range(shape.first_figure + 1, max(len(cells), shape.width) + 1):
            if are_words_told and _is_words_beyond(cells, column, shape):
                continue
            seen = _seen(changed.table, row, column, shape)
            if loaded.get((row, column)) != seen and row not in told:
                wrong.append(f"row {row}, column {column}: seen {seen}, loaded {loaded.get((row, column))}")
    return wrong


def _table(shape: Shape, chance: random.Random, *, is_merged: bool) -> VisibleTable:
    rows: list[list[VisibleCell | None]] = [[text(_TITLE)]]
    rows += [[text(word) if word else None for word in line] for line in shape.heading]
    for position in range(1, chance.randint(2, 5) + 1):
        for grade in shape.grades:
            school = [number(position), text(f"5001000{position}"), text(f"บ้านตัวอย่าง {position}")]
            figures = [
                number(chance.choice((0, 1, 2, 3, 7, 12, 25, 120)))
                for _ in range(shape.first_figure, shape.width)
            ]
            rows.append([*school, *([text(grade)] if grade else []), *figures])
    return VisibleTable(rows, list(shape.blocks) if is_merged else [])


def _place(table: VisibleTable, shape: Shape, chance: random.Random) -> tuple[int, int]:
    row = chance.randrange(shape.first_row, len(table.rows))
    return row, chance.randrange(shape.first_figure, max(len(table.rows[row]), shape.first_figure + 1))


def _put(table: VisibleTable, row: int, column: int, cell: VisibleCell) -> None:
    if column < len(table.rows[row]):
        table.rows[row][column] = cell


def _mark(table: VisibleTable, shape: Shape, chance: random.Random) -> str:
    row, column = _place(table, shape, chance)
    mark = chance.choice((SUPERSCRIPT, SUBSCRIPT, STRUCK_OUT))
    figure, marked = Run(str(chance.randint(1, 99))), Run(str(chance.randint(1, 9)), mark)
    runs = (marked, figure) if mark == STRUCK_OUT and chance.random() < 0.5 else (figure, marked)
    _put(table, row, column, VisibleCell(runs))
    return f"{mark} at {row + 1}:{column + 1}"


def _format(table: VisibleTable, shape: Shape, chance: random.Random) -> str:
    row, column = _place(table, shape, chance)
    chosen = chance.choice(sorted(NUMBER_FORMATS))
    _put(table, row, column, number(chance.choice((0, 1, 3, 12, 1234)), chosen))
    return f"format {chosen} at {row + 1}:{column + 1}"


def _merge(table: VisibleTable, shape: Shape, chance: random.Random) -> str:
    row, column = _place(table, shape, chance)
    down = chance.random() < 0.3
    block = (row, column, row + down, column + (not down))
    fits = block[2] < len(table.rows) and all(len(table.rows[at]) > block[3] for at in {row, block[2]})
    overlaps = any(
        block[0] <= bottom and top <= block[2] and block[1] <= right and left <= block[3]
        for top, left, bottom, right in table.merged
    )
    if not fits or overlaps:
        return "nothing merged"
    table.merged.append(block)
    table.rows[block[2]][block[3]] = None
    return f"merged {block}"


def _lengthen(table: VisibleTable, shape: Shape, chance: random.Random) -> str:
    row = chance.randrange(shape.first_row, len(table.rows))
    table.rows[row].append(number(chance.randint(1, 99)))
    return f"row {row + 1} longer"


def _shorten(table: VisibleTable, shape: Shape, chance: random.Random) -> str:
    row = chance.randrange(shape.first_row, len(table.rows))
    if (
        any(row in {block[0], block[2]} for block in table.merged)
        or len(table.rows[row]) <= shape.first_figure + 1
    ):
        return "nothing cut off"
    table.rows[row].pop()
    return f"row {row + 1} shorter"


def _insert(table: VisibleTable, shape: Shape, chance: random.Random) -> str:
    row, column = _place(table, shape, chance)
    if any(row in {block[0], block[2]} for block in table.merged):
        return "nothing inserted"
    table.rows[row].insert(column, number(chance.randint(1, 999)))
    return f"cell inserted at {row + 1}:{column + 1}"


_Change = Callable[[VisibleTable, Shape, random.Random], str]


def _is_words_beyond(cells: Sequence[VisibleCell | None], column: int, shape: Shape) -> bool:
    """Whether a cell (1-based) stands beyond the last heading and shows no figure but words, as ป.12 does."""
    cell = cells[column - 1] if shape.width < column <= len(cells) else None
    return cell is not None and cell.shown[:1].isalpha()


def _seen(table: VisibleTable, row: int, column: int, shape: Shape) -> int | None:
    """The figure that a person reads in a cell (1-based); None where there is none of the cell alone."""
    is_merged = column <= shape.width and any(
        top <= row - 1 <= bottom and left <= column - 1 <= right
        for top, left, bottom, right in table.merged
        if bottom > top or min(right, shape.width - 1) > left
    )
    cells = table.rows[row - 1]
    cell = cells[column - 1] if column <= len(cells) else None
    if cell is None or is_merged:
        # A value that no cell holds alone, and one beyond the headings, is asked about.
        return -1 if is_merged else None
    if cell.shown == "-":
        return 0
    figure = _FIGURE.fullmatch(cell.shown)
    return int(figure[1].replace(",", "")) if figure else None if cell.shown == "" and cell.runs else -1


def _check(changed: Changed) -> CheckedDelivery:
    name = f"ตาราง.{changed.ending}"
    content = changed.content
    delivery = Delivery("0" * 64, name, name, "5001", len(content), datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, content)], CheckContext(PROVINCE, TODAY))
    return checked


def _loaded(checked: CheckedDelivery) -> dict[tuple[int, int], int]:
    return {
        (int(row), int(column)): int(count)
        for submission in checked.submissions
        if submission.status.is_loaded
        for row, column, count in pupils_by_sex(submission)[["source_row", "source_column", "pupil_count"]]
        .dropna()
        .itertuples(index=False)
    }
