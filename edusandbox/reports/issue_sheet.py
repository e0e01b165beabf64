"""The list of the marked workbook: every issue a row, worst first, linked to its cell."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from edusandbox.reports.cell_formats import CellFormats
from edusandbox.reports.excel import MAX_LINKS, MAX_ROWS, fit_height, write_text
from edusandbox.reports.grouping import PLACE_WORDS_TH
from schemas.issues import SEVERITY_NAMES_TH, Issue


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    width: int
    text: Callable[[Issue], str | None]


def _cell(issue: Issue) -> str:
    if issue.place.cell is not None:
        return issue.place.cell
    return PLACE_WORDS_TH.file if issue.place.sheet is None else "ทั้งแผ่น"


_LINK_COLUMN = 4
_A4 = 9
_COLUMNS = (
    _Column("ลำดับ", 7, lambda _: None),
    _Column("ระดับ", 11, lambda issue: SEVERITY_NAMES_TH[issue.severity]),
    _Column("รหัส", 8, lambda issue: issue.code),
    _Column("แผ่นงาน", 18, lambda issue: issue.place.sheet),
    _Column("ช่อง", 9, _cell),
    _Column("หัวคอลัมน์", 18, lambda issue: issue.place.header),
    _Column("ค่าที่กรอก", 16, lambda issue: issue.place.value),
    _Column("รหัสโรงเรียน", 13, lambda issue: issue.place.school_code),
    _Column("ชื่อโรงเรียน", 24, lambda issue: issue.place.school_name),
    _Column("สิ่งที่พบ", 46, lambda issue: issue.message_th),
    _Column("วิธีแก้", 46, lambda issue: issue.remedy_th),
    _Column("Message (English)", 46, lambda issue: issue.message_en),
)


def write_issue_sheet(
    worksheet: Worksheet,
    issues: Sequence[Issue],
    link_to: Callable[[Issue], str | None],
    formats: CellFormats,
) -> int:
    """Writes the list.

    Args:
        worksheet: An empty sheet.
        issues: All issues, in the order to list them.
        link_to: Gives the address of an issue's cell as `Worksheet.write_url` takes it, or None.
        formats: The workbook's formats.

    Returns:
        How many issues the list has no room for.
    """
    worksheet.freeze_panes(1, 0)
    worksheet.set_landscape()
    worksheet.set_paper(_A4)
    worksheet.fit_to_pages(1, 0)
    worksheet.repeat_rows(0)
    for number, column in enumerate(_COLUMNS):
        worksheet.set_column(number, number, column.width)
        write_text(worksheet, 0, number, column.heading, formats.table_head)
    listed = issues[: MAX_ROWS - 1]
    for row, issue in enumerate(listed, 1):
        _write_issue(worksheet, row, issue, formats)
        # Beyond that number Excel takes no link on a sheet; the cell is still named.
        link = link_to(issue) if row <= MAX_LINKS else None
        if link is not None:
            worksheet.write_url(row, _LINK_COLUMN, link, formats.link, _cell(issue))
    worksheet.autofilter(0, 0, len(listed), len(_COLUMNS) - 1)
    return len(issues) - len(listed)


def _write_issue(worksheet: Worksheet, row: int, issue: Issue, formats: CellFormats) -> None:
    texts = [column.text(issue) or "" for column in _COLUMNS]
    fit_height(worksheet, row, zip(texts, (column.width for column in _COLUMNS), strict=True))
    worksheet.write_number(row, 0, row, formats.number)
    for number, text in enumerate(texts[1:], 1):
        looks = formats.severity_cells[issue.severity] if number == 1 else formats.table_text
        write_text(worksheet, row, number, text, looks)
