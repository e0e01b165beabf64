"""The workbook that goes back to the sender: the file as sent, every fault marked at its cell."""

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from pathlib import PurePosixPath

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from edusandbox.reports.cell_formats import CellFormats
from edusandbox.reports.excel import (
    MAX_COLUMNS,
    MAX_ROWS,
    internal_link,
    sheet_names,
)
from edusandbox.reports.grouping import SEVERITY_ORDER, worst_first
from edusandbox.reports.issue_sheet import write_issue_sheet
from edusandbox.reports.marks import Cell, SheetMarks, marked_cells, sheet_marks
from edusandbox.reports.sender_sheet import is_cut, write_sender_sheet
from edusandbox.reports.summary_sheet import SummaryFacts, write_summary_sheet
from edusandbox.submissions import CheckedDelivery
from schemas.issues import Issue, column_letters
from transforms.grid import Grid

SUMMARY_SHEET = "สรุป"
ISSUE_SHEET = "รายการ"
MARK = "_ตรวจแล้ว"

MAX_COMMENTS = 10_000
"""Comments in a workbook; with many more, Excel takes minutes to open it."""

_MAX_FILE_NAME_BYTES = 255


def marked_workbook(
    grids: Sequence[Grid],
    checked: CheckedDelivery,
    *,
    agency_name_th: str,
    checked_at: datetime,
    form_names_th: Mapping[str, str],
) -> bytes:
    """Makes the marked workbook of a delivery.

    Its first sheet, `สรุป`, tells what became of the file, what to do and what was found; the second,
    `รายการ`, lists every issue with a link to its cell; the sender's own sheets follow as typed, cells with
    issues filled (red an error, amber a query, pale blue a notice) and commented. The same arguments give
    the same bytes. What Excel has no room for is cut, and the summary says so.

    Args:
        grids: The delivery's sheets; empty where the file could not be read.
        checked: The delivery and its issues.
        agency_name_th: Who sent it.
        checked_at: When it was checked, with its time zone.
        form_names_th: Names of the forms by code, of parts by `form/part`.

    Returns:
        The bytes of an xlsx file.

    Raises:
        ValueError: `checked_at` has no time zone.
    """
    if checked_at.tzinfo is None:
        raise ValueError(f"{checked_at.isoformat()} has no time zone; pass a UTC time")
    buffer = BytesIO()
    # Each row goes to disk once the next one begins, so that a large sheet needs little memory.
    with Workbook(buffer, {"constant_memory": True}) as workbook:
        workbook.set_properties({"created": checked_at.astimezone(UTC).replace(tzinfo=None)})
        formats = CellFormats(workbook)
        summary_sheet = workbook.add_worksheet(SUMMARY_SHEET)
        issue_sheet = workbook.add_worksheet(ISSUE_SHEET)
        issues = worst_first(checked.all_issues)
        names = sheet_names([grid.sheet_name for grid in grids], (SUMMARY_SHEET, ISSUE_SHEET))
        sheets = [workbook.add_worksheet(name) for name in names]
        uncommented = _write_sender_sheets(sheets, grids, issues, formats)
        unlisted = write_issue_sheet(issue_sheet, issues, _links(grids, names), formats)
        limits = [*_cut_sentences(grids, names), *_limit_sentences(uncommented, unlisted)]
        facts = SummaryFacts(agency_name_th, checked_at, form_names_th, limits)
        write_summary_sheet(summary_sheet, checked, facts, formats)
    return buffer.getvalue()


def _write_sender_sheets(
    sheets: Sequence[Worksheet], grids: Sequence[Grid], issues: Iterable[Issue], formats: CellFormats
) -> int:
    """Writes the sender's sheets and says how many cells had to stay without a comment."""
    issues_by_sheet: dict[str | None, list[Issue]] = {}
    for issue in issues:
        issues_by_sheet.setdefault(issue.place.sheet, []).append(issue)
    # Of two sheets of one name the first has the issues: a name cannot tell them apart.
    marks = [sheet_marks(grid, issues_by_sheet.pop(grid.sheet_name, ())) for grid in grids]
    room, uncommented = _share_comments(marks)
    for sheet, grid, each, commented in zip(sheets, grids, marks, room, strict=True):
        write_sender_sheet(sheet, grid, replace(each, comments=commented), formats)
    return uncommented


def _share_comments(marks: Sequence[SheetMarks]) -> tuple[list[dict[Cell, Sequence[Issue]]], int]:
    """Gives the comments that a workbook bears to the worst cells; says how many cells go without."""
    wanted = sorted(
        (SEVERITY_ORDER.index(each.severities[cell[0]][cell[1]]), number, cell)
        for number, each in enumerate(marks)
        for cell in each.comments
        if cell[0] <= MAX_ROWS and cell[1] <= MAX_COLUMNS
    )
    shared: list[dict[Cell, Sequence[Issue]]] = [{} for _ in marks]
    for _, number, cell in wanted[:MAX_COMMENTS]:
        shared[number][cell] = marks[number].comments[cell]
    return shared, max(0, len(wanted) - MAX_COMMENTS)


def _links(grids: Sequence[Grid], names: Sequence[str]) -> Callable[[Issue], str | None]:
    targets: dict[str, tuple[Grid, str]] = {}
    for grid, name in zip(grids, names, strict=True):
        targets.setdefault(grid.sheet_name, (grid, name))

    def link_to(issue: Issue) -> str | None:
        if issue.place.sheet is None or issue.place.sheet not in targets:
            return None
        grid, name = targets[issue.place.sheet]
        row, column = next(iter(marked_cells(grid, issue.place)), (1, 1))
        if row > MAX_ROWS or column > MAX_COLUMNS:
            return None
        return internal_link(name, f"{column_letters(column)}{row}")

    return link_to


def _cut_sentences(grids: Sequence[Grid], names: Sequence[str]) -> list[str]:
    return [
        f"แผ่น {name} ใหญ่กว่าที่ Excel แสดงได้ จึงแสดงเพียง {MAX_ROWS:,} แถว {MAX_COLUMNS:,} คอลัมน์แรก"
        for grid, name in zip(grids, names, strict=True)
        if is_cut(grid)
    ]


def _limit_sentences(uncommented: int, unlisted: int) -> list[str]:
    sentences = []
    if uncommented:
        sentences.append(
            f"ช่องที่มีข้อสังเกตมีมาก อีก {uncommented:,} ช่องจึงมีเพียงสี ไม่มีข้อความกำกับ โปรดดูที่แผ่น {ISSUE_SHEET}"
        )
    if unlisted:
        sentences.append(f"แผ่น {ISSUE_SHEET} แสดงไม่ครบ ยังมีอีก {unlisted:,} ข้อ")
    return sentences


def marked_file_name(path: str) -> str:
    """Names the marked workbook of a delivery, below the agency's `out/`.

    The folder stays; the name becomes the sender's name, `_ตรวจแล้ว` and `.xlsx`. Only a plain `.csv` is left
    out of the name, any other ending stays in it, so that files that differ only in their endings keep apart:

    - `2563-1/crew.csv` gives `2563-1/crew_ตรวจแล้ว.xlsx`
    - `2563-1/crew.xls` gives `2563-1/crew.xls_ตรวจแล้ว.xlsx`
    - `2563-1/crew.xls.csv` gives `2563-1/crew.xls.csv_ตรวจแล้ว.xlsx`
    - `2563-1/crew` gives `2563-1/crew._ตรวจแล้ว.xlsx`

    A name too long for a file system is cut and keeps apart by a digest of the whole.

    Args:
        path: Where the delivery lay, below the agency's folder, with `/`.
    """
    whole = PurePosixPath(path)
    kept = whole.name
    if "." not in kept:
        kept += "."
    elif whole.suffix == ".csv" and "." not in whole.stem:
        kept = whole.stem
    ending = f"{MARK}.xlsx"
    if len((kept + ending).encode()) > _MAX_FILE_NAME_BYTES:
        ending = f"~{hashlib.sha256(kept.encode()).hexdigest()[:8]}{ending}"
        room = _MAX_FILE_NAME_BYTES - len(ending.encode())
        kept = kept.encode()[:room].decode(errors="ignore")
    return str(whole.with_name(kept + ending))
