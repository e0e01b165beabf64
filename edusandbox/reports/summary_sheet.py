"""The first sheet of the marked workbook: what became of the file, what to do, what was found."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from edusandbox.form_parts import form_and_part
from edusandbox.reports.cell_formats import CellFormats
from edusandbox.reports.dates import thai_date_time
from edusandbox.reports.excel import fit_height, write_text
from edusandbox.reports.grouping import (
    PLACE_WORDS_TH,
    SEVERITY_ORDER,
    IssueGroup,
    count_by_severity,
    describe_cells,
    group_issues,
    one_or_example,
)
from edusandbox.submissions import STATUS_NAMES_TH, CheckedDelivery, CheckedSubmission, Status
from schemas.issues import SEVERITY_NAMES_TH, Issue, Severity

_WIDTHS = (42, 40, 34, 11, 11, 13, 10, 11, 12)
_A4 = 9
_SUBMISSION_HEADINGS = ("แบบรายงาน", "รอบรายงาน", "ผล", "แถวที่อ่าน", "รับเข้า", "กันไว้")
_GROUP_HEADINGS = ("สิ่งที่พบ", "วิธีแก้", "ช่อง", "จำนวน", "รหัส", "ผู้ดำเนินการ")
_OWNER_NAMES_TH: Mapping[str, str] = {"agency": "หน่วยงาน", "province": "จังหวัด", "nobody": "–"}
_BAND_NOTES: Mapping[Severity, str] = {
    Severity.ERROR: "ยังไม่นำเข้าจนกว่าจะแก้ (ช่องสีแดง)",
    Severity.QUERY: "นำเข้าแล้ว โปรดแก้หรือแจ้งเหตุผล (ช่องสีเหลือง)",
    Severity.NOTICE: "ไม่ต้องทำอะไร (ช่องสีฟ้า)",
}


@dataclass(frozen=True, slots=True)
class SummaryFacts:
    """What the summary needs beyond the checked delivery.

    Attributes:
        agency_name_th: Who sent the file.
        checked_at: When it was checked, with its time zone.
        form_names_th: Names of the forms by code, of parts by `form/part`; what has none is called that.
        limits: Sentences about what did not fit into the workbook.
    """

    agency_name_th: str
    checked_at: datetime
    form_names_th: Mapping[str, str]
    limits: Sequence[str]


class _Lines:
    """The next free row of a sheet that is filled from top to bottom."""

    def __init__(self, worksheet: Worksheet) -> None:
        self._worksheet = worksheet
        self._row = 0

    def write(self, *cells: tuple[str | int, Format]) -> None:
        wrapped = [
            (value, width)
            for (value, looks), width in zip(cells, _WIDTHS, strict=False)
            if isinstance(value, str) and looks.text_wrap
        ]
        fit_height(self._worksheet, self._row, wrapped)
        for column, (value, looks) in enumerate(cells):
            if isinstance(value, int):
                self._worksheet.write_number(self._row, column, value, looks)
            else:
                write_text(self._worksheet, self._row, column, value, looks)
        self._row += 1

    def skip(self) -> None:
        self._row += 1


def write_summary_sheet(
    worksheet: Worksheet, checked: CheckedDelivery, facts: SummaryFacts, formats: CellFormats
) -> None:
    """Writes the summary.

    Args:
        worksheet: An empty sheet.
        checked: The delivery and its issues.
        facts: Names, time and limits.
        formats: The workbook's formats.
    """
    worksheet.hide_gridlines(2)
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    for column, width in enumerate(_WIDTHS):
        worksheet.set_column(column, column, width)
    lines = _Lines(worksheet)
    _write_head(lines, checked, facts, formats)
    _write_submissions(lines, checked, facts.form_names_th, formats)
    _write_next_steps(lines, checked, facts.limits, formats)
    _write_groups(lines, checked.all_issues, formats)


def _write_head(lines: _Lines, checked: CheckedDelivery, facts: SummaryFacts, formats: CellFormats) -> None:
    lines.write(("ผลการตรวจแฟ้มข้อมูล", formats.title))
    lines.skip()
    for label, value in (
        ("แฟ้ม", checked.delivery.path),
        ("ผู้ส่ง", facts.agency_name_th),
        ("ตรวจเมื่อ", thai_date_time(facts.checked_at)),
        ("ผลการตรวจ", STATUS_NAMES_TH[checked.status]),
    ):
        lines.write((f"{label}: {value}", formats.line_bold if label == "ผลการตรวจ" else formats.line))
    lines.skip()


def _write_submissions(
    lines: _Lines, checked: CheckedDelivery, form_names_th: Mapping[str, str], formats: CellFormats
) -> None:
    lines.write(("ข้อมูลในแฟ้ม", formats.heading))
    if not checked.submissions:
        lines.write(("ยังนำข้อมูลจากแฟ้มนี้เข้าระบบไม่ได้ โปรดดูสิ่งที่พบด้านล่าง", formats.line))
    else:
        headings = (*_SUBMISSION_HEADINGS, *SEVERITY_NAMES_TH.values())
        lines.write(*((heading, formats.table_head) for heading in headings))
    for submission in checked.submissions:
        _write_submission(lines, submission, _form_name(submission, checked, form_names_th), formats)
    if checked.submissions and checked.issues:
        _write_file_counts(lines, checked.issues, formats)
    lines.skip()


def _form_name(
    submission: CheckedSubmission, checked: CheckedDelivery, form_names_th: Mapping[str, str]
) -> str:
    form = form_and_part(submission.form, submission.part)
    name = form_names_th.get(form, form)
    if submission.agency_code == checked.delivery.agency_code:
        return name
    return f"{name} (ของหน่วยงาน {submission.agency_code})"


def _write_submission(
    lines: _Lines, submission: CheckedSubmission, form_name: str, formats: CellFormats
) -> None:
    texts = (form_name, submission.period.name_th, STATUS_NAMES_TH[submission.status])
    rows = (submission.row_count, submission.row_count_loaded, submission.row_count_set_aside)
    counts = count_by_severity(submission.issues).values()
    lines.write(
        *((text, formats.table_text) for text in texts),
        *((number, formats.number) for number in (*rows, *counts)),
    )


def _write_file_counts(lines: _Lines, issues: Iterable[Issue], formats: CellFormats) -> None:
    texts = (PLACE_WORDS_TH.file, "", "", "", "", "")
    lines.write(
        *((text, formats.table_text) for text in texts),
        *((number, formats.number) for number in count_by_severity(issues).values()),
    )


def _write_next_steps(
    lines: _Lines, checked: CheckedDelivery, limits: Sequence[str], formats: CellFormats
) -> None:
    lines.write(("สิ่งที่ต้องทำต่อ", formats.heading))
    for number, step in enumerate(next_steps(checked), 1):
        lines.write((f"{number}. {step}", formats.line))
    for limit in limits:
        lines.write((f"หมายเหตุ: {limit}", formats.line))
    lines.skip()


def next_steps(checked: CheckedDelivery) -> list[str]:
    """What the sender should do now, in Thai, first things first; never empty."""
    asked = {(issue.severity, issue.owner) for issue in checked.all_issues}
    to_mend = (Severity.ERROR, "agency") in asked
    to_explain = (Severity.QUERY, "agency") in asked
    for_province = {(Severity.ERROR, "province"), (Severity.QUERY, "province")} & asked
    held = any(submission.status is Status.HELD for submission in checked.submissions)
    steps = []
    if to_mend:
        steps.append("ข้อที่ “ต้องแก้” (ช่องสีแดง) โปรดแก้ในแฟ้มต้นฉบับของท่านตามวิธีแก้")
    if to_explain:
        steps.append("ข้อที่ “ต้องชี้แจง” (ช่องสีเหลือง) ถ้าตัวเลขผิดโปรดแก้ ถ้าถูกแล้วโปรดแจ้งเหตุผลต่อผู้ดูแลข้อมูลของจังหวัด")
    if to_mend or to_explain:
        steps.append("หากแก้ไข โปรดส่งใหม่ทั้งแฟ้มที่โฟลเดอร์เดิม แฟ้มใหม่จะแทนแฟ้มเดิม และจะส่งซ้ำกี่ครั้งก็ได้")
    if for_province:
        steps.append("ข้อที่ระบุว่า “จังหวัด” ผู้ดูแลข้อมูลของจังหวัดจะดำเนินการเอง ท่านไม่ต้องแก้")
    if held:
        steps.append("ข้อมูลที่ “รอพิจารณา” ผู้ดูแลข้อมูลของจังหวัดจะตัดสิน ระหว่างนี้ยังไม่ต้องส่งใหม่")
    if not steps and checked.status is Status.REJECTED:
        steps.append("ยังรับแฟ้มนี้ไม่ได้ โปรดติดต่อผู้ดูแลข้อมูลของจังหวัด")
    return steps or ["ไม่ต้องทำอะไรต่อ ขอบคุณที่ส่งข้อมูล"]


def _write_groups(lines: _Lines, issues: Sequence[Issue], formats: CellFormats) -> None:
    groups = group_issues(issues)
    if not groups:
        return
    lines.write(("สิ่งที่พบ รวมตามข้อ (รายละเอียดทุกช่องอยู่ในแผ่น รายการ)", formats.heading))
    lines.write(*((heading, formats.table_head) for heading in _GROUP_HEADINGS))
    for severity in SEVERITY_ORDER:
        members = [group for group in groups if group.severity is severity]
        if members:
            band = formats.bands[severity]
            text = f"{SEVERITY_NAMES_TH[severity]}: {_BAND_NOTES[severity]}"
            lines.write((text, band), *(("", band) for _ in _GROUP_HEADINGS[1:]))
        for group in members:
            _write_group(lines, group, formats)


def _write_group(lines: _Lines, group: IssueGroup, formats: CellFormats) -> None:
    text = formats.table_text
    lines.write(
        (one_or_example([issue.message_th for issue in group.issues], "เช่น {}"), text),
        (one_or_example([issue.remedy_th for issue in group.issues], "เช่น {}"), text),
        ("\n".join(describe_cells(group.issues, PLACE_WORDS_TH)), text),
        (group.count, formats.number),
        (group.code, text),
        (_OWNER_NAMES_TH.get(group.owner, group.owner), text),
    )
