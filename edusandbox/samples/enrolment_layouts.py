"""The three layouts of an enrolment return, rendered from the meant figures."""

from collections.abc import Iterable, Sequence

from edusandbox.samples.grades import ALL_GRADES, GRADE_GROUPS, GRADES, GROUP_OF_GRADE, Grade
from edusandbox.samples.returns import AgencyReturn, thai_date
from edusandbox.samples.schools import MadeUpSchool
from edusandbox.samples.tables import COUNT_FIELDS, Cell, RowSubject, SampleColumn, SampleTable
from transforms.grid import MergedRange

_SEX_HEADINGS = ("ชาย", "หญิง")
_BLOCK_HEADINGS = ("ชาย", "หญิง", "รวม", "ห้อง")
_OFFICE_HEADER_ROW = 4
_OFFICE_IDENTITY_WIDTH = 3
_TIDY_HEADINGS = (
    ("ปีการศึกษา", "academic_year"),
    ("ภาคเรียน", "semester"),
    ("รหัสโรงเรียน", "school_code"),
    ("ชื่อโรงเรียน", "school_name"),
    ("ระดับชั้น", "grade_code"),
    ("นักเรียนชาย", "male_count"),
    ("นักเรียนหญิง", "female_count"),
    ("รวม", "pupil_total"),
    ("ห้องเรียน", "classroom_count"),
)


def dmc_area(sent: AgencyReturn) -> SampleTable:
    """Renders the DMC area export: 96 columns, 0 in untaught grades, nameless totals in the last line.

    Raises:
        ValueError: The agency has neither an eight-digit nor a four-digit code, which the export names.
    """
    codes = sent.agency.scheme_codes
    area = codes.get("area8") or (f"{codes['area4']}0000" if "area4" in codes else None)
    if area is None:
        raise ValueError(f"{sent.agency.name_th} has no area code, which a DMC area export needs")
    columns = (*_dmc_identity(), *_dmc_figures())
    rows: list[list[Cell]] = [[column.headings[0] for column in columns]]
    for school in sent.schools:
        code, name = sent.habits.code(school.school_code), _name(sent, school)
        identity: list[Cell] = [area, sent.agency.name_th, code, name]
        rows.append(identity + _wide_cells(school, columns[4:], 0))
    rows.append([None] * 4 + _column_sums(rows[1:], 4))
    subjects = {number: RowSubject(school.school_code) for number, school in enumerate(sent.schools, start=2)}
    return SampleTable(
        "enrolment", "dmc_area", "dmc", columns, rows, header_row=1, subjects=subjects, totals_row=len(rows)
    )


def tidy(sent: AgencyReturn) -> SampleTable:
    """Renders the tidy template: one row for each school and taught grade, no totals row."""
    columns = tuple(SampleColumn((heading,), field) for heading, field in _TIDY_HEADINGS)
    spellings = {grade.code: grade.spellings_th for grade in GRADES}
    rows: list[list[Cell]] = [[column.headings[0] for column in columns]]
    subjects = {}
    for school in sent.schools:
        for figures in school.figures:
            options = spellings[figures.grade_code]
            rows.append(
                [
                    sent.habits.year(sent.period.year_be, len(rows)),
                    sent.period.semester,
                    sent.habits.code(school.school_code),
                    _name(sent, school),
                    options[sent.habits.grade_spelling % len(options)],
                    figures.male_count,
                    figures.female_count,
                    figures.male_count + figures.female_count,
                    figures.classroom_count,
                ]
            )
            subjects[len(rows)] = RowSubject(school.school_code, figures.grade_code)
    return SampleTable("enrolment", "tidy", "นักเรียน", columns, rows, header_row=1, subjects=subjects)


def office(sent: AgencyReturn) -> SampleTable:
    """Renders the office's table: titles, a merged header of two rows, totals, a note; untaught is blank."""
    columns = (*_office_identity(), *_office_figures(sent))
    width = len(columns)
    rows = _office_head(sent, columns)
    first_row = len(rows) + 1
    for line, school in enumerate(sent.schools, start=1):
        identity: list[Cell] = [line, sent.habits.code(school.school_code), _name(sent, school)]
        rows.append(identity + _wide_cells(school, columns[_OFFICE_IDENTITY_WIDTH:], None))
    totals = _column_sums(rows[first_row - 1 :], _OFFICE_IDENTITY_WIDTH)
    rows.append([None, None, "รวม", *totals])
    note = f"หมายเหตุ ข้อมูล ณ วันที่ {thai_date(sent.counted_date)}"
    rows.append([sent.habits.heading(note)] + [None] * (width - 1))
    return SampleTable(
        "enrolment",
        "office",
        "สรุป",
        columns,
        rows,
        header_row=_OFFICE_HEADER_ROW,
        subjects={
            row: RowSubject(school.school_code) for row, school in enumerate(sent.schools, start=first_row)
        },
        totals_row=len(rows) - 1,
        merged=_office_merged(width, len(rows)),
    )


def _name(sent: AgencyReturn, school: MadeUpSchool) -> str:
    return sent.habits.name(school.name_th)


def _wide_cells(school: MadeUpSchool, columns: Sequence[SampleColumn], untaught: int | None) -> list[Cell]:
    sums: dict[tuple[str, str], int] = {}
    for figures in school.figures:
        counts = (
            figures.male_count,
            figures.female_count,
            figures.male_count + figures.female_count,
            figures.classroom_count,
        )
        for code in (figures.grade_code, GROUP_OF_GRADE[figures.grade_code], ALL_GRADES):
            for name, count in zip(COUNT_FIELDS, counts, strict=True):
                sums[name, code] = sums.get((name, code), 0) + count
    return [sums.get((column.field, column.code or ""), untaught) for column in columns]


def _column_sums(rows: Sequence[Sequence[Cell]], skip: int) -> list[Cell]:
    columns = list(zip(*rows, strict=True))[skip:]
    return [sum(cell for cell in column if isinstance(cell, int)) for column in columns]


def _dmc_identity() -> Iterable[SampleColumn]:
    yield SampleColumn(("รหัสเขต",), "agency_code")
    yield SampleColumn(("ชื่อเขต",), "agency_name")
    yield SampleColumn(("รหัสโรงเรียน",), "school_code")
    yield SampleColumn(("ชื่อโรงเรียน",), "school_name")


def _dmc_figures() -> Iterable[SampleColumn]:
    for group in GRADE_GROUPS:
        for grade in group.grades:
            name = grade.short_name_th
            headings = (*(f"{name} {sex}" for sex in _SEX_HEADINGS), f"รวม{name}", f"{name} ห้อง")
            yield from _block(headings, grade.code)
        yield from _dmc_total(group.heading_th, group.code)
    yield from _dmc_total("ทั้งหมด", ALL_GRADES)


def _dmc_total(name: str, code: str) -> Iterable[SampleColumn]:
    headings = (*(f"รวม{name} {sex}" for sex in _SEX_HEADINGS), f"รวม{name}", f"รวมห้อง{name}")
    return _block(headings, code)


def _block(headings: Sequence[str], code: str) -> Iterable[SampleColumn]:
    for heading, field in zip(headings, COUNT_FIELDS, strict=True):
        yield SampleColumn((heading,), field, code)


def _office_identity() -> Iterable[SampleColumn]:
    for heading, field in (("ที่", "-"), ("รหัสโรงเรียน", "school_code"), ("ชื่อโรงเรียน", "school_name")):
        yield SampleColumn((heading, heading), field)


def _taught_grades(sent: AgencyReturn) -> list[Grade]:
    taught = {figures.grade_code for school in sent.schools for figures in school.figures}
    return [grade for grade in GRADES if grade.code in taught]


def _office_figures(sent: AgencyReturn) -> Iterable[SampleColumn]:
    groups = [(grade.code, sent.habits.heading(grade.short_name_th)) for grade in _taught_grades(sent)]
    for code, name in (*groups, (ALL_GRADES, "รวมทั้งหมด")):
        for heading, field in zip(_BLOCK_HEADINGS, COUNT_FIELDS, strict=True):
            yield SampleColumn((name, heading), field, code)


def _office_head(sent: AgencyReturn, columns: Sequence[SampleColumn]) -> list[list[Cell]]:
    """Titles and heading; of a merged block only the first cell has the text, as in a workbook."""
    blank: list[Cell] = [None] * (len(columns) - 1)
    upper: list[Cell] = [
        column.headings[0] if number < 3 or (number - 3) % len(COUNT_FIELDS) == 0 else None
        for number, column in enumerate(columns)
    ]
    lower: list[Cell] = [None, None, None, *(column.headings[1] for column in columns[3:])]
    title = sent.habits.heading(f"จำนวนนักเรียน {sent.period.name_th}")
    return [[title, *blank], [sent.agency.name_th, *blank], [None, *blank], upper, lower]


def _office_merged(width: int, row_count: int) -> list[MergedRange]:
    first, last = _OFFICE_HEADER_ROW, _OFFICE_HEADER_ROW + 1
    titles = [MergedRange(row, 1, row, width) for row in (1, 2, row_count)]
    down = [MergedRange(first, column, last, column) for column in range(1, _OFFICE_IDENTITY_WIDTH + 1)]
    blocks = range(_OFFICE_IDENTITY_WIDTH + 1, width + 1, len(COUNT_FIELDS))
    return [*titles, *down, *(MergedRange(first, each, first, each + 3) for each in blocks)]
