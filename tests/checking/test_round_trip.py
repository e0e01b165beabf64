"""A fact table written in a random messy layout is read back exactly.

Drawn at random: schools and figures, which grades are taught, the layout, title and note rows, extra
columns, a totals row, spellings, Thai digits, thousands commas, dashes, blank lines, row order, encoding.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pandas as pd
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from edusandbox.submissions import CheckedSubmission, Status
from schemas.codes import code_rows, grade_codes
from tests.checking.builders import TIDY, check_bytes, csv_bytes, only_submission
from tests.facts_by_cell import classrooms, pupils_by_sex

THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
SPELLINGS = {row["grade_code"]: row["spellings"].split("|") for row in code_rows("grade")}
NAMES = ["บ้านสันทราย", "บ้านหลวง", "วัดศรีดอนชัย", "รวมไทยพัฒนา", "ราชประชานุเคราะห์ ๓๐", "บ้านหลวง"]
Cells = list[list[Any]]


@dataclass(frozen=True)
class Truth:
    """What the sender means: (school, grade) -> boys, girls, rooms."""

    figures: dict[tuple[str, str], tuple[int, int, int]]

    @property
    def schools(self) -> list[str]:
        return sorted({school for school, _ in self.figures})

    @property
    def grades(self) -> list[str]:
        taught = {grade for _, grade in self.figures}
        return [grade for grade in grade_codes() if grade in taught]

    def cells(self) -> set[tuple[str, str, str, int]]:
        return {
            (school, grade, sex, count)
            for (school, grade), (boys, girls, _) in self.figures.items()
            for sex, count in (("male", boys), ("female", girls))
        }

    def rooms(self) -> set[tuple[str, str, int]]:
        return {(school, grade, rooms) for (school, grade), (_, _, rooms) in self.figures.items()}


@st.composite
def truths(draw: st.DrawFn) -> Truth:
    schools = [f"5001{number:04d}" for number in range(1, draw(st.integers(1, 5)) + 1)]
    grades = draw(st.lists(st.sampled_from(grade_codes()), min_size=1, max_size=4, unique=True))
    counts = st.tuples(st.integers(0, 2500), st.integers(0, 2500), st.integers(1, 9))
    pairs = [(school, grade) for school in schools for grade in grades]
    taught = draw(st.lists(st.sampled_from(pairs), min_size=1, unique=True))
    return Truth({pair: draw(counts) for pair in taught})


@st.composite
def typed(draw: st.DrawFn, number: int) -> object:
    """A number as an office might type it."""
    styles: list[Callable[[int], object]] = [
        int,
        str,
        lambda count: f"{count:,}",
        lambda count: str(count).translate(THAI_DIGITS),
        lambda count: f" {count} ",
        lambda count: "-" if count == 0 else str(count),
    ]
    return draw(st.sampled_from(styles))(number)


@st.composite
def tidy_tables(draw: st.DrawFn, truth: Truth) -> Cells:
    rows = []
    for (school, grade), (boys, girls, rooms) in truth.figures.items():
        year = draw(st.sampled_from(["2563", "2020", "๒๕๖๓"]))
        counts = [draw(typed(count)) for count in (boys, girls, boys + girls, rooms)]
        spelling = draw(st.sampled_from(SPELLINGS[grade]))
        rows.append([year, "1", school, NAMES[int(school[-1])], spelling, *counts])
    columns = draw(st.permutations(range(len(TIDY))))
    return [[row[column] for column in columns] for row in [TIDY, *draw(st.permutations(rows))]]


@st.composite
def office_tables(draw: st.DrawFn, truth: Truth) -> Cells:
    parts = ["ชาย", "หญิง", "รวม", "ห้อง"]
    grades = draw(st.permutations(truth.grades))
    has_grand_total = draw(st.booleans())
    groups = [draw(st.sampled_from(SPELLINGS[grade])) for grade in grades] + ["รวมทั้งหมด"] * has_grand_total
    top = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", *(text for group in groups for text in (group, None, None, None))]
    header = [top, [None, None, None, *parts * len(groups)]]
    rows = []
    sums = [[0] * 4 for _ in groups]
    for number, school in enumerate(truth.schools, start=1):
        blocks = [_block(truth.figures.get((school, grade))) for grade in grades]
        if has_grand_total:
            taught = [block for block in blocks if block]
            blocks.append([sum(block[part] for block in taught) for part in range(4)])
        for position, block in enumerate(blocks):
            sums[position] = [
                one + other for one, other in zip(sums[position], block or [0] * 4, strict=True)
            ]
        cells = [[draw(typed(count)) for count in block] if block else [None] * 4 for block in blocks]
        rows.append([number, school, NAMES[int(school[-1])], *(cell for block in cells for cell in block)])
    totals = [["", None, "รวม", *(count for block in sums for count in block)]] if draw(st.booleans()) else []
    return [*header, *rows, *totals]


def _block(figures: tuple[int, int, int] | None) -> list[int]:
    if figures is None:
        return []
    boys, girls, rooms = figures
    return [boys, girls, boys + girls, rooms]


@st.composite
def messy(draw: st.DrawFn, cells: Cells) -> Cells:
    """The table with what offices put around and into it."""
    width = max(len(row) for row in cells)
    above = draw(
        st.lists(
            st.sampled_from(
                [["จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"], [], ["หน่วย : คน"], [None, "สพป.ตัวอย่าง เขต 1"]]
            ),
            max_size=3,
        )
    )
    below = draw(st.lists(st.sampled_from([[], ["หมายเหตุ: ข้อมูลเบื้องต้น"]]), max_size=2))
    rows = [row + [None] * (width - len(row)) for row in cells]
    if draw(st.booleans()):
        rows = [[*row, text] for row, text in zip(rows, ["หมายเหตุ", *[None] * len(rows)], strict=False)]
    return [*above, *rows, *below]


def as_xlsx(cells: Cells) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("ข้อมูล")
        for number, row in enumerate(cells):
            for column, cell in enumerate(row):
                if cell not in {None, ""}:
                    sheet.write(number, column, cell)
    return stream.getvalue()


@st.composite
def written(draw: st.DrawFn) -> tuple[Truth, bytes]:
    truth = draw(truths())
    cells = draw(messy(draw(tidy_tables(truth) | office_tables(truth))))
    encoding = draw(st.sampled_from(["utf-8", "utf-8-sig", "cp874", "utf-16", "xlsx"]))
    return truth, as_xlsx(cells) if encoding == "xlsx" else csv_bytes(cells, encoding)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(written())
def test_what_was_meant_is_read_back_whatever_the_layout(case: tuple[Truth, bytes]) -> None:
    truth, content = case
    submission = only_submission(check_bytes(content))
    assert submission.status in {Status.ACCEPTED, Status.ACCEPTED_WITH_QUERIES}, submission.issues
    assert read_cells(submission) == truth.cells()
    assert read_rooms(submission) == truth.rooms()


def read_cells(submission: CheckedSubmission) -> set[tuple[str, str, str, int]]:
    facts = pupils_by_sex(submission)
    assert not facts.duplicated(["school_code", "grade_code", "sex_code"]).any()
    return set(_plain(facts[["school_code", "grade_code", "sex_code", "pupil_count"]]))


def read_rooms(submission: CheckedSubmission) -> set[tuple[str, str, int]]:
    return set(_plain(classrooms(submission)[["school_code", "grade_code", "classroom_count"]]))


def _plain(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return list(frame.astype(object).itertuples(index=False, name=None))
