"""The two layouts of a school register."""

from collections.abc import Sequence
from urllib.parse import urlencode

from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.tables import Cell, RowSubject, SampleColumn, SampleTable
from edusandbox.sources.registry import Agency
from transforms.grid import MergedRange

_TEMPLATE_HEADINGS = (
    ("รหัสโรงเรียน", "school_code"),
    ("รหัสกระทรวง", "ministry_code"),
    ("ชื่อโรงเรียน", "school_name"),
    ("ประเภท", "school_type"),
    ("ตำบล", "subdistrict_name"),
    ("อำเภอ", "district_name"),
)
_LIST_HEADINGS = (
    ("ลำดับ", "-"),
    ("รหัส สพท.", "agency_code"),
    ("สพท.", "agency_name"),
    ("รหัสโรงเรียน", "school_code"),
    ("โรงเรียน", "school_name"),
    ("ประเภท", "school_type"),
    ("ผู้บริหาร", "head_name"),
)
_NAME_COLUMN = 5
_NOBODY = "-"


def template(sent: AgencyReturn) -> SampleTable:
    """Renders the register template: a title that names the semester, then one row for each school."""
    columns = tuple(SampleColumn((heading,), field) for heading, field in _TEMPLATE_HEADINGS)
    rows: list[list[Cell]] = [
        [f"ทะเบียนโรงเรียน {sent.period.name_th}", *[None] * (len(columns) - 1)],
        [column.headings[0] for column in columns],
    ]
    rows += [
        [
            sent.habits.code(school.school_code),
            sent.habits.code(school.ministry_code),
            sent.habits.name(school.name_th),
            school.level.value,
            school.subdistrict_name_th,
            school.district_name_th,
        ]
        for school in sent.schools
    ]
    return SampleTable(
        "school_register",
        "template",
        "ทะเบียน",
        columns,
        rows,
        header_row=2,
        subjects={row: RowSubject(school.school_code) for row, school in enumerate(sent.schools, start=3)},
        merged=[MergedRange(1, 1, 1, len(columns))],
    )


def obec_list(parts: Sequence[AgencyReturn]) -> SampleTable:
    """Renders the list of all areas' schools; ministry codes stand only in the links of the names.

    Raises:
        ValueError: An agency has neither a four-digit nor a six-digit code.
    """
    columns = tuple(SampleColumn((heading,), field) for heading, field in _LIST_HEADINGS)
    rows: list[list[Cell]] = [[column.headings[0] for column in columns]]
    links = {}
    subjects = {}
    for sent in parts:
        area = list_code(sent.agency)
        if area is None:
            raise ValueError(f"{sent.agency.name_th} has no area code, which the list of schools needs")
        for school in sent.schools:
            name = sent.habits.name(school.name_th)
            line: list[Cell] = [len(rows), area, sent.agency.name_th, school.school_code, name]
            rows.append([*line, school.level.value, _NOBODY])
            query = urlencode({"School_ID": school.ministry_code, "Area_CODE": area})
            links[len(rows), _NAME_COLUMN] = f"schooldata-view.php?{query}"
            subjects[len(rows)] = RowSubject(school.school_code)
    return SampleTable(
        "school_register",
        "obec_list",
        "รายชื่อโรงเรียน",
        columns,
        rows,
        header_row=1,
        subjects=subjects,
        links=links,
    )


def list_code(agency: Agency) -> str | None:
    """The code by which the list of schools names an agency: four digits, or six of a secondary area.

    Returns:
        None for an agency that the list does not cover.
    """
    return agency.scheme_codes.get("area4") or agency.scheme_codes.get("area6")
