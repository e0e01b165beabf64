"""Reads workbooks of every Excel format and of OpenDocument with calamine."""

import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from itertools import chain
from typing import Self, cast

from lxml import etree
from python_calamine import (
    CalamineError,
    CalamineWorkbook,
    PasswordError,
    SheetMetadata,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from edusandbox.sources.errors import UnreadableDeliveryError
from edusandbox.sources.limits import Limits
from edusandbox.sources.readers.edges import filled_columns, filled_rows, trim_merged
from edusandbox.sources.readers.office_xml import xlsx_details
from edusandbox.sources.readers.open_document import open_document_details
from edusandbox.sources.readers.results import ContentFormat
from edusandbox.sources.readers.sheet_details import SheetDetails
from edusandbox.sources.readers.stale_formulas import distrust_zeros
from edusandbox.sources.readers.xls_workbooks import xls_details
from edusandbox.sources.readers.xlsb_workbooks import xlsb_details
from schemas.issues import Finding, Place, column_letters, listed
from transforms.grid import CellValue, Grid, MergedRange

# A fault in calamine itself reaches Python as this class, which no module offers for import and which is
# no Exception.
_CALAMINE_PANIC = "PanicException"
_NO_DETAILS = SheetDetails()


def read_workbook(content: bytes, content_format: ContentFormat, limits: Limits) -> tuple[Grid, ...]:
    """Reads a workbook's sheets.

    Numbers stay numbers, dates dates; an empty text is None; a cell that shows an error holds the text of
    it, such as `#DIV/0!`.

    Args:
        content: The whole workbook.
        content_format: `XLSX`, `XLSB`, `XLS` or `ODS`.
        limits: The bounds of reading.

    Returns:
        A grid for each worksheet that has any cell, hidden ones too.

    Raises:
        UnreadableDeliveryError: `FI002` if it needs a password, `FI004` if it is damaged, `FI006` if a sheet
            is too large.
    """
    with _damage_told():
        details = _details(content, content_format, limits)
        with CalamineWorkbook.from_filelike(BytesIO(content)) as workbook:
            sheets = [
                _Sheet.of(workbook, number, metadata)
                for number, metadata in enumerate(workbook.sheets_metadata, start=1)
                if metadata.typ == SheetTypeEnum.WorkSheet
            ]
        distrust_zeros(details, {sheet.name: sheet.rows for sheet in sheets})
        grids = [_to_grid(sheet, details.get(sheet.name, _NO_DETAILS)) for sheet in sheets]
    return tuple(grid for grid in grids if grid.rows)


def hidden_findings(grids: tuple[Grid, ...]) -> tuple[Finding, ...]:
    """Says what of the sheets read the sender had hidden.

    Args:
        grids: Sheets as read.

    Returns:
        `FI102` for each hidden sheet, `FI103` for each sheet with hidden rows, `FI104` with hidden columns.
    """
    findings = []
    for grid in grids:
        place = Place(sheet=grid.sheet_name)
        if grid.is_hidden:
            findings.append(Finding("FI102", place))
        for code, hidden in (("FI103", grid.hidden_rows), ("FI104", grid.hidden_columns)):
            if hidden:
                names = [str(each) if code == "FI103" else column_letters(each) for each in sorted(hidden)]
                findings.append(Finding(code, place, {"hidden": listed(names)}, len(names)))
    return tuple(findings)


def _details(content: bytes, content_format: ContentFormat, limits: Limits) -> Mapping[str, SheetDetails]:
    match content_format:
        case ContentFormat.XLSX:
            return xlsx_details(content, limits)
        case ContentFormat.ODS:
            return open_document_details(content, limits)
        case ContentFormat.XLS:
            return xls_details(content)
        case _:
            return xlsb_details(content, limits)


@dataclass(frozen=True, slots=True)
class _Sheet:
    """A worksheet as calamine gives it."""

    name: str
    number: int
    is_hidden: bool
    rows: list[list[CellValue]]
    merged: tuple[MergedRange, ...]

    @classmethod
    def of(cls, workbook: CalamineWorkbook, number: int, metadata: SheetMetadata) -> Self:
        sheet = workbook.get_sheet_by_index(number - 1)
        rows = cast("list[list[CellValue]]", sheet.to_python(skip_empty_area=False))
        merged = (
            MergedRange(first_row + 1, first_column + 1, last_row + 1, last_column + 1)
            for (first_row, first_column), (last_row, last_column) in sheet.merged_cell_ranges or ()
        )
        is_hidden = metadata.visible != SheetVisibleEnum.Visible
        return cls(sheet.name, number, is_hidden, [_emptied(row) for row in rows], tuple(merged))


def _to_grid(sheet: _Sheet, details: SheetDetails) -> Grid:
    rows = sheet.rows
    for (row, column), text in details.errors.items():
        if row <= len(rows) and column <= len(rows[0]):
            rows[row - 1][column - 1] = text
    for (row, column), cell in chain(details.formulas.items(), details.shown.items()):
        _put(rows, row, column, cell)
    trimmed, clipped = trim_merged(rows, sheet.merged or details.merged)
    return Grid(
        sheet.name,
        sheet.number,
        trimmed,
        clipped,
        is_hidden=sheet.is_hidden,
        hidden_rows=filled_rows(trimmed, details.hidden_rows),
        hidden_columns=filled_columns(trimmed, details.hidden_columns),
        remarks=tuple(sorted(details.remarks, key=_position)),
        day_zero=details.day_zero,
        text_above=details.text_above,
        text_below=details.text_below,
    )


def _position(finding: Finding) -> tuple[int, int]:
    return finding.place.row or 0, finding.place.column or 0


def _emptied(row: list[CellValue]) -> list[CellValue]:
    return [None if value == "" else value for value in row] if "" in row else row


def _put(rows: list[list[CellValue]], row: int, column: int, cell: CellValue) -> None:
    """Writes a cell that may lie beyond those that calamine laid out."""
    rows.extend([] for _ in range(row - len(rows)))
    rows[row - 1].extend([None] * (column - len(rows[row - 1])))
    rows[row - 1][column - 1] = cell


@contextmanager
def _damage_told() -> Iterator[None]:
    """Turns whatever the libraries say of a damaged workbook into `FI004`."""
    try:
        yield
    except UnreadableDeliveryError:
        raise
    except PasswordError as error:
        raise UnreadableDeliveryError(Finding("FI002")) from error
    except (CalamineError, etree.LxmlError, zipfile.BadZipFile, zlib.error, lzma.LZMAError) as error:
        raise _damaged(error) from error
    except (KeyError, IndexError, ValueError, EOFError, OSError, NotImplementedError, struct.error) as error:
        # A part is missing, or says something that its format does not allow.
        raise _damaged(error) from error
    except BaseException as error:
        if type(error).__name__ != _CALAMINE_PANIC:
            raise
        raise _damaged(error) from error


def _damaged(error: BaseException) -> UnreadableDeliveryError:
    # Not what the error says: that may quote a cell, and a cell may hold a person's name.
    return UnreadableDeliveryError(Finding("FI004", params={"reason": type(error).__name__}))
