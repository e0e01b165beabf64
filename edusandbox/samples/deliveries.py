"""Files as agencies send them, each with what must become of it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from edusandbox.samples.csv_file import csv_bytes
from edusandbox.samples.enrolment_layouts import dmc_area, office, tidy
from edusandbox.samples.faults import PlantedIssue, plant
from edusandbox.samples.html_file import html_bytes
from edusandbox.samples.ods_file import ods_bytes
from edusandbox.samples.profiles import FileFormat, Profile
from edusandbox.samples.random_source import random_source
from edusandbox.samples.register_layouts import obec_list, template
from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.tables import Cell, SampleColumn, SampleTable
from edusandbox.samples.xlsx_file import xlsx_bytes
from edusandbox.sources.registry import Agency
from edusandbox.submissions import Status
from schemas.issues import column_letters

_NAMELESS_SHEET = "ตาราง 1"
"""How the readers name the one table of a csv file or web page."""
_QUERIES = {"VA103", "SU003"}
_LIST_BANNER = "รายชื่อโรงเรียนในจังหวัด (ข้อมูลสมมุติ)"

_RENDER: Mapping[str, Callable[[AgencyReturn], SampleTable]] = {
    "dmc_area": dmc_area,
    "office": office,
    "tidy": tidy,
}
_WRITE: Mapping[FileFormat, Callable[[SampleTable], bytes]] = {
    FileFormat.XLSX: xlsx_bytes,
    FileFormat.ODS: ods_bytes,
    FileFormat.PAGE_NAMED_XLS: lambda table: html_bytes(table, "windows-874"),
    FileFormat.CSV_WINDOWS_874: lambda table: csv_bytes(table, "cp874"),
    FileFormat.CSV_UTF_8: lambda table: csv_bytes(table, "utf-8-sig"),
    FileFormat.CSV_UTF_16: lambda table: csv_bytes(table, "utf-16"),
}


@dataclass(frozen=True, slots=True)
class ExpectedIssue:
    """An issue that a file must raise; absent texts are empty.

    Attributes:
        code: Rule code.
        sheet: The sheet's name as the reader gives it.
        cell: The cell, e.g. `C7`; the row alone (`1`) where the whole heading is meant.
        value: The cell as typed.
    """

    code: str
    sheet: str = ""
    cell: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class ExpectedPart:
    """What must become of what a file says for one agency.

    Attributes:
        agency_code: The agency that it is about.
        form: Form code; empty where the file is rejected as a whole.
        period: Period code; empty likewise.
        status: The verdict.
        rows_loaded: Rows of the sheet whose figures are loaded.
        rows_set_aside: Rows of the sheet with an error.
    """

    agency_code: str
    form: str
    period: str
    status: Status
    rows_loaded: int = 0
    rows_set_aside: int = 0


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file in an agency's folder.

    Attributes:
        sender_code: The agency in whose folder it lies.
        path: Its path in that folder.
        content: Its bytes.
        parts: What it says, by agency; empty for a file that must be passed over.
        issues: What must be found in it.
    """

    sender_code: str
    path: str
    content: bytes
    parts: tuple[ExpectedPart, ...]
    issues: tuple[ExpectedIssue, ...] = ()


def enrolment_file(sent: AgencyReturn, profile: Profile, seed: int) -> tuple[SampleFile, SampleTable]:
    """Renders an agency's enrolment, plants its faults and writes the file.

    Args:
        sent: What the agency has to say.
        profile: How it sends.
        seed: Decides where the faults stand.

    Returns:
        The file, and its table, which knows the rows that are set aside.

    Raises:
        ValueError: The agency has too few schools for the faults.
    """
    table = _RENDER[profile.layout](sent)
    random = random_source(seed, "faults", sent.agency.code)
    planted = [issue for fault in profile.faults for issue in plant(table, fault, random)]
    is_named = profile.file_format in {FileFormat.XLSX, FileFormat.ODS}
    sheet = table.sheet_name if is_named else _NAMELESS_SHEET
    issues = [_expected(issue, sheet) for issue in planted]
    if profile.file_format is FileFormat.PAGE_NAMED_XLS:
        issues.insert(0, ExpectedIssue("FI101"))
    stem = profile.file_stem.format(period=sent.period.code)
    file = SampleFile(
        sent.agency.code,
        f"{stem}.{profile.file_format.ending}",
        _WRITE[profile.file_format](table),
        (_part(sent, table, planted),),
        tuple(issues),
    )
    return file, table


def register_template_file(sent: AgencyReturn) -> SampleFile:
    """Writes an agency's school register on the template."""
    table = template(sent)
    path = f"{sent.period.code}/ทะเบียนโรงเรียน.xlsx"
    return SampleFile(sent.agency.code, path, xlsx_bytes(table), (_part(sent, table, ()),))


def register_list_file(sender: Agency, sent: Sequence[AgencyReturn]) -> SampleFile:
    """Writes the provincial office's list of the schools of several agencies, at least one."""
    content = html_bytes(obec_list(sent), "utf-8", banner=_LIST_BANNER)
    period = sent[0].period.code
    parts = tuple(
        ExpectedPart(each.agency.code, "school_register", period, Status.ACCEPTED, len(each.schools))
        for each in sent
    )
    return SampleFile(sender.code, f"{period}/รายชื่อโรงเรียน.html", content, parts)


def budget_file(agency: Agency) -> SampleFile:
    """Writes a workbook that has nothing of a form: a project's budget."""
    rows: list[list[Cell]] = [
        ["งบประมาณโครงการพื้นที่นวัตกรรม", None, None, None],
        ["วันเดือนปี", "รายการ", "งบประมาณ (บาท)", "แหล่งงบประมาณ"],
        ["1 มิ.ย.", "ประชุมคณะทำงาน", 4500, "เงินอุดหนุน"],
        ["8 มิ.ย.", "จัดทำสื่อการเรียน", 12000, "เงินอุดหนุน"],
    ]
    return _rejected(agency, "งบโครงการ.xlsx", _stray_workbook("งบโครงการ", rows), ExpectedIssue("LA006"))


def visits_file(agency: Agency) -> SampleFile:
    """Writes a workbook that has a few headings of a form and is none: a plan of visits to schools."""
    rows: list[list[Cell]] = [
        ["ที่", "ชื่อโรงเรียน", "อำเภอ", "วันนิเทศ", "เรื่องที่นิเทศ"],
        [1, "บ้านตัวอย่างหนึ่ง", "ตัวอย่าง", "3 ส.ค.", "การอ่าน"],
        [2, "บ้านตัวอย่างสอง", "ตัวอย่าง", "10 ส.ค.", "การเขียน"],
    ]
    issue = ExpectedIssue("LA001", sheet="แผนนิเทศ", cell="1")
    return _rejected(agency, "แผนนิเทศ.xlsx", _stray_workbook("แผนนิเทศ", rows), issue)


def empty_file(agency: Agency) -> SampleFile:
    """A file of no bytes, as a broken copy leaves it."""
    return _rejected(agency, "นักเรียน (สำเนา).xlsx", b"", ExpectedIssue("FI001"))


def lock_file(agency: Agency) -> SampleFile:
    """The file that Excel keeps beside an open workbook; it must be passed over."""
    owner = b"officer"
    return SampleFile(agency.code, "~$แบบกรอก.xlsx", bytes([len(owner)]) + owner.ljust(164, b" "), ())


def _stray_workbook(sheet_name: str, rows: list[list[Cell]]) -> bytes:
    columns = tuple(SampleColumn((), "-") for _ in rows[0])
    return xlsx_bytes(SampleTable("", "", sheet_name, columns, rows, header_row=1, subjects={}))


def _rejected(agency: Agency, path: str, content: bytes, issue: ExpectedIssue) -> SampleFile:
    part = ExpectedPart(agency.code, "", "", Status.REJECTED)
    return SampleFile(agency.code, path, content, (part,), (issue,))


def _expected(issue: PlantedIssue, sheet: str) -> ExpectedIssue:
    cell = f"{column_letters(issue.column)}{issue.row}"
    return ExpectedIssue(issue.code, sheet, cell, issue.value)


def _part(sent: AgencyReturn, table: SampleTable, planted: Sequence[PlantedIssue]) -> ExpectedPart:
    aside = len(table.set_aside)
    loaded = len(table.subjects) - aside
    if not loaded:
        return ExpectedPart(sent.agency.code, "", "", Status.REJECTED)
    status = Status.ACCEPTED
    if aside:
        status = Status.PARTLY_ACCEPTED
    elif any(issue.code in _QUERIES for issue in planted):
        status = Status.ACCEPTED_WITH_QUERIES
    return ExpectedPart(sent.agency.code, table.form, sent.period.code, status, loaded, aside)
