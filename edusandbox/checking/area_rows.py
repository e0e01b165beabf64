"""Rows of an area among its schools: of counts they are totals, which are proved and never loaded."""

from dataclasses import replace

from edusandbox.checking.table_totals import kept_apart
from schemas.field_types import FieldTypes
from schemas.form import Form
from schemas.issues import Finding
from transforms.cells.code_text import read_school_code
from transforms.grid import CellValue, cell_text
from transforms.rows.sheet_frame import SheetFrame, build_sheet_frame
from transforms.rows.tables import Table
from transforms.totals.total_rows import totals_row_findings

_AREA_CODE_LENGTH = 4
"""Codes of areas have four digits, or eight of which the last four are zeros; of schools none has four."""
_SCHOOL_CODE_LENGTH = 8
_MOST_AREAS = 3
"""More codes of four digits are a column of broken codes and no areas."""


def with_area_rows_told(form: Form, table: Table, types: FieldTypes) -> Table:
    """The table with data rows under an area's code of four digits told apart, if their sums prove them.

    The areas of the province are known as such; of another area, or of a school whose code lost digits, only
    the sums tell which it is.
    """
    code = table.column("school_code")
    if code is None or not form.counts:
        return table
    cells = table.cells(code, table.data_rows)
    short = {cell for cell in set(cells) if len(cell_text(cell)) < _SCHOOL_CODE_LENGTH and _is_of_area(cell)}
    likely = [row for row, cell in zip(table.data_rows, cells, strict=True) if cell in short] if short else []
    if not likely or len(likely) > _MOST_AREAS or len(table.data_rows) <= 2 * len(likely):
        return table
    return table.with_area_rows([row for row in likely if _is_proved(form, table, row, types)])


def _is_of_area(cell: CellValue) -> bool:
    code = read_school_code(cell).text
    return len(code) == _AREA_CODE_LENGTH and code.isdecimal()


def area_findings(form: Form, data: SheetFrame, types: FieldTypes) -> list[Finding]:
    """SU102 for each row of an area or the country, SU003 for each count of an area that its schools belie.

    Args:
        form: The form.
        data: The table's data rows.
        types: How the form's fields are read.
    """
    table = data.table
    told = [Finding("SU102", table.place(row, None)) for row in table.benchmark_rows]
    return told + (_wrong_sums(form, data, table.area_rows, types) if form.counts else [])


def _is_proved(form: Form, table: Table, row: int, types: FieldTypes) -> bool:
    schools = table.with_area_rows([row])
    data = build_sheet_frame(schools, schools.data_rows, types)
    figures = build_sheet_frame(schools, (row,), types).frame[list(form.counts)]
    return bool(figures.notna().to_numpy().any()) and not _wrong_sums(form, data, (row,), types)


def _wrong_sums(form: Form, data: SheetFrame, rows: tuple[int, ...], types: FieldTypes) -> list[Finding]:
    if not rows:
        return []
    areas = build_sheet_frame(replace(data.table, total_rows=rows), rows, types)
    apart = kept_apart(form, data)
    found = totals_row_findings(data, areas, form.counts, form.made_of, kept_apart=apart)
    return [finding for finding in found if finding.code == "SU003"]
