"""Tables as offices might lay them out, drawn at random together with the figures that they say."""

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import xlsxwriter
from hypothesis import strategies as st

from tests.checking.builders import TIDY, csv_bytes

Cell = str | int | None
Rows = list[list[Cell]]
Figures = dict[tuple[str, str], tuple[int, int]]
"""Boys and girls by school code and grade code."""

GRADES = {"K2": "อ.2", "P1": "ป.1", "P4": "ป.4", "P6": "ป.6", "M3": "ม.3"}
NAMES = ["บ้านสันทราย", "วัดศรีดอนชัย ๒", "รวมไทยพัฒนา", "บ้านหลวง (สาขา)", "ชุมชนบ้านแม่ฮ่าง"]
TITLE = "จำนวนนักเรียน ภาคเรียนที่ 1 ปีการศึกษา 2563"
_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


@dataclass(frozen=True)
class Style:
    """How one office lays its tables out.

    Attributes:
        arrangement: Which of `ARRANGEMENTS`.
        title_row_count: Rows before the heading: title, unit, blank.
        has_unit_row: A line of units under the heading.
        has_column_numbers: A line that numbers the columns under the heading.
        has_notes: Notes after the table.
        is_signed: A signature after the table.
        has_total_row: A last row of totals.
        total_name: What that row is called.
        has_subtotals: A column of totals over the grades.
        has_parked_lists: Lists right of the table.
        is_side_by_side: The schools stand in two tables side by side.
        repeats_heading: The heading stands again after each school.
        repeats_everything: A further sheet repeats all the others.
        has_summary: A further sheet sums the others up by grade.
        hides_a_row: A row of each sheet is hidden.
        decorate: What is done to headings.
        write_number: What is done to figures.
        is_csv: The file is a csv, if it has one sheet only and its name says nothing.
    """

    arrangement: str
    title_row_count: int
    has_unit_row: bool
    has_column_numbers: bool
    has_notes: bool
    is_signed: bool
    has_total_row: bool
    total_name: str
    has_subtotals: bool
    has_parked_lists: bool
    is_side_by_side: bool
    repeats_heading: bool
    repeats_everything: bool
    has_summary: bool
    hides_a_row: bool
    decorate: Callable[[str], str]
    write_number: Callable[[int], Cell]
    is_csv: bool


def _line_broken(text: str) -> str:
    return text.replace("โรงเรียน", "\nโรงเรียน", 1) + " "


def _bilingual(text: str) -> str:
    english = {"รหัสโรงเรียน": "School code", "ชื่อโรงเรียน": "School name", "ชาย": "Male", "หญิง": "Female"}
    return f"{text} ({english[text]})" if text in english else text


DECORATIONS: Sequence[Callable[[str], str]] = (
    str,
    _line_broken,
    _bilingual,
    lambda text: text.replace(" ", "  ").replace(".", ". ") if text else text,
    lambda text: text.translate(_THAI_DIGITS),
    lambda text: f"{text}1)" if text in {"ชื่อโรงเรียน", "ชาย"} else text,
    lambda text: f"{text} (คน)" if text in {"ชาย", "หญิง"} else text,
    lambda text: f"\u200b{text}\u00a0*" if text in {"หญิง", "รหัสโรงเรียน"} else text,
)
NUMBERS: Sequence[Callable[[int], Cell]] = (
    int,
    str,
    lambda number: f"{number:,}",
    lambda number: str(number).translate(_THAI_DIGITS),
    lambda number: number or "-",
    lambda number: f" {number}\u00a0",
)


def figures() -> st.SearchStrategy[Figures]:
    """Figures of one to five schools, each of which teaches the same grades."""

    @st.composite
    def draw(pick: st.DrawFn) -> Figures:
        schools = pick(st.integers(1, 5))
        grades = pick(st.lists(st.sampled_from(list(GRADES)), min_size=1, max_size=4, unique=True))
        count = st.integers(0, 1500)
        return {
            (f"5001000{school + 1}", grade): (pick(count), pick(count))
            for school in range(schools)
            for grade in sorted(grades, key=list(GRADES).index)
        }

    return draw()


def styles() -> st.SearchStrategy[Style]:
    """Any combination of the features."""
    return st.builds(
        Style,
        arrangement=st.sampled_from(sorted(ARRANGEMENTS)),
        title_row_count=st.integers(1, 4),
        has_unit_row=st.booleans(),
        has_column_numbers=st.booleans(),
        has_notes=st.booleans(),
        is_signed=st.booleans(),
        has_total_row=st.booleans(),
        total_name=st.sampled_from(["รวม", "รวมทั้งสิ้น", "ทั้งหมด"]),
        has_subtotals=st.booleans(),
        has_parked_lists=st.booleans(),
        is_side_by_side=st.booleans(),
        repeats_heading=st.booleans(),
        repeats_everything=st.booleans(),
        has_summary=st.booleans(),
        hides_a_row=st.booleans(),
        decorate=st.sampled_from(DECORATIONS),
        write_number=st.sampled_from(NUMBERS),
        is_csv=st.booleans(),
    )


def file_of(said: Figures, style: Style) -> bytes:
    """Writes a file that says these figures in this style."""
    return written(sheets_of(said, style), style)


def sheets_of(said: Figures, style: Style) -> dict[str, Rows]:
    """The sheets of a file that says these figures in this style."""
    sheets = ARRANGEMENTS[style.arrangement](said, style)
    if style.repeats_everything and len(sheets) > 1 and style.arrangement == "office":
        sheets = {"รวมทุกแผ่น": _office(said, style), **sheets}
    if style.has_summary and style.arrangement.startswith("office"):
        sheets = {**sheets, "สรุป": _summary(said, style)}
    return sheets


def written(sheets: dict[str, Rows], style: Style) -> bytes:
    """Writes sheets in the style's format."""
    if style.is_csv and len(sheets) == 1 and style.arrangement in {"office", "tidy"}:
        return csv_bytes(
            [["" if cell is None else cell for cell in row] for row in next(iter(sheets.values()))]
        )
    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
            if style.hides_a_row:
                sheet.set_row(len(rows) - 1, options={"hidden": True})
    return content.getvalue()


def _schools(said: Figures) -> list[str]:
    return list(dict.fromkeys(school for school, _ in said))


def _grades(said: Figures) -> list[str]:
    return list(dict.fromkeys(grade for _, grade in said))


def _name(school: str) -> str:
    return NAMES[int(school[-1]) - 1]


def _framed(heading: Rows, data: Sequence[list[Cell]], total: list[Cell] | None, style: Style) -> Rows:
    """Puts title, heading, rows, totals and notes together."""
    decorated: Rows = [[style.decorate(str(cell)) if cell else None for cell in line] for line in heading]
    width = max(len(line) for line in decorated)
    if style.has_unit_row:
        decorated.append([None] * (width - 1) + ["(คน)"])
    if style.has_column_numbers:
        decorated.append([f"({number})" for number in range(1, width + 1)])
    body: Rows = [line for number, row in enumerate(data) for line in _pages(number, row, decorated, style)]
    if total is not None and style.has_total_row:
        body.append(total)
    rows = [*([*line, *[None] * (width - len(line))] for line in decorated), *body]
    if style.is_side_by_side and not style.repeats_heading and len(data) > 1:
        rows = _beside(decorated, list(data), width)
    if style.has_parked_lists:
        rows = [
            [*row, *[None] * (width * 2 + 3 - len(row)), None, f"รายการ {number}"]
            for number, row in enumerate(rows)
        ]
    titles: Rows = [[TITLE], ["หน่วย : คน"], [], ["สังกัดตัวอย่าง"]][: style.title_row_count]
    notes: Rows = [[], ["หมายเหตุ : ข้อมูลจากโรงเรียน"]] if style.has_notes else []
    signature: Rows = [[None, "ลงชื่อ", None, "ผู้รายงาน"], [None, None, None, "(นายตัวอย่าง สมมติ)"]]
    return [*titles, *rows, *notes, *(signature if style.is_signed else [])]


def _pages(number: int, row: list[Cell], heading: Rows, style: Style) -> Rows:
    return [*heading, row] if style.repeats_heading and number else [row]


def _beside(heading: Rows, data: Rows, width: int) -> Rows:
    half = (len(data) + 1) // 2
    left, right = data[:half], data[half:]
    right += [[None] * width for _ in range(half - len(right))]
    doubled = [
        [*line, *[None] * (width - len(line)), None, *line, *[None] * (width - len(line))] for line in heading
    ]
    return [*doubled, *([*one, None, *other] for one, other in zip(left, right, strict=True))]


def _triple(boys: int, girls: int, style: Style) -> list[Cell]:
    return [style.write_number(number) for number in (boys, girls, boys + girls)]


def _summed(pairs: Sequence[tuple[int, int]]) -> tuple[int, int]:
    return sum(boys for boys, _ in pairs), sum(girls for _, girls in pairs)


def _office(said: Figures, style: Style) -> Rows:
    grades = _grades(said)
    groups = [GRADES[grade] for grade in grades] + (["รวมทั้งหมด"] if style.has_subtotals else [])
    upper: list[Cell] = ["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน"]
    lower: list[Cell] = [None, None, None]
    for group in groups:
        upper += [group, None, None]
        lower += ["ชาย", "หญิง", "รวม"]
    data = []
    for number, school in enumerate(_schools(said), start=1):
        pairs = [said[school, grade] for grade in grades]
        pairs += [_summed(pairs)] if style.has_subtotals else []
        data.append(
            [number, school, _name(school), *(cell for pair in pairs for cell in _triple(*pair, style))]
        )
    columns = [[said[school, grade] for school in _schools(said)] for grade in grades]
    sums = [_summed(column) for column in columns]
    sums += [_summed(sums)] if style.has_subtotals else []
    total: list[Cell] = [
        None,
        style.total_name,
        None,
        *(cell for pair in sums for cell in _triple(*pair, style)),
    ]
    return _framed([upper, lower], data, total, style)


def _summary(said: Figures, style: Style) -> Rows:
    """Boys and girls by grade over all schools."""
    sums = {
        grade: _summed([pair for (_, at), pair in said.items() if at == grade]) for grade in _grades(said)
    }
    data: Rows = [[GRADES[grade], *_triple(*pair, style)] for grade, pair in sums.items()]
    return [["สรุปจำนวนนักเรียน"], ["ชั้น", "ชาย", "หญิง", "รวม"], *data]


def _office_by_school(said: Figures, style: Style) -> dict[str, Rows]:
    """A sheet for every two schools."""
    schools = _schools(said)
    parts = [schools[number : number + 2] for number in range(0, len(schools), 2)]
    return {
        f"กลุ่มที่ {number}": _office({key: pair for key, pair in said.items() if key[0] in part}, style)
        for number, part in enumerate(parts, start=1)
    }


def _tidy(said: Figures, style: Style) -> dict[str, Rows]:
    heading: Rows = [list(TIDY)]
    data = [
        [2563, 1, school, _name(school), GRADES[grade], *_triple(*pair, style), int(any(pair))]
        for (school, grade), pair in said.items()
    ]
    sums = _summed(list(said.values()))
    total: list[Cell] = [None, None, None, "รวม", None, *_triple(*sums, style), None]
    return {"ข้อมูล": _framed(heading, data, total, style)}


def _grade_sheets(said: Figures, style: Style) -> dict[str, Rows]:
    heading: Rows = [["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ชาย", "หญิง", "รวม"]]
    sheets = {}
    for grade in _grades(said):
        own = {school: said[school, grade] for school in _schools(said)}
        data = [
            [number, school, _name(school), *_triple(*pair, style)]
            for number, (school, pair) in enumerate(own.items(), start=1)
        ]
        total: list[Cell] = [None, style.total_name, None, *_triple(*_summed(list(own.values())), style)]
        sheets[GRADES[grade]] = _framed(heading, data, total, style)
    return sheets


def _school_sheets(said: Figures, style: Style) -> dict[str, Rows]:
    heading: Rows = [["ระดับชั้น", "ชาย", "หญิง", "รวม"]]
    sheets = {}
    for school in _schools(said):
        own = {grade: said[school, grade] for grade in _grades(said)}
        data = [[GRADES[grade], *_triple(*pair, style)] for grade, pair in own.items()]
        total: list[Cell] = ["รวมทั้งหมด", *_triple(*_summed(list(own.values())), style)]
        sheets[school] = _framed(heading, data, total, style)
    return sheets


def _sex_sheets(said: Figures, style: Style) -> dict[str, Rows]:
    grades = _grades(said)
    heading: Rows = [["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", *(GRADES[grade] for grade in grades)]]
    sheets = {}
    for position, sex in enumerate(("ชาย", "หญิง")):
        data = [
            [
                number,
                school,
                _name(school),
                *(style.write_number(said[school, grade][position]) for grade in grades),
            ]
            for number, school in enumerate(_schools(said), start=1)
        ]
        sums = [sum(said[school, grade][position] for school in _schools(said)) for grade in grades]
        total: list[Cell] = [None, style.total_name, None, *(style.write_number(number) for number in sums)]
        sheets[sex] = _framed(heading, data, total, style)
    return sheets


ARRANGEMENTS: dict[str, Callable[[Figures, Style], dict[str, Rows]]] = {
    "office": _office_by_school,
    "tidy": _tidy,
    "grade sheets": _grade_sheets,
    "school sheets": _school_sheets,
    "sex sheets": _sex_sheets,
}
