"""Writes a mart as a file that other programs read: Parquet, CSV for Excel, xlsx with Thai headings."""

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import chain
from pathlib import Path
from typing import Any, BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from edusandbox.errors import UserError
from edusandbox.reports.cell_formats import CellFormats
from edusandbox.reports.excel import MAX_ROWS, display_width, sheet_names, write_text
from edusandbox.warehouse.dictionary.entries import DictionaryColumn, DictionaryTable

Parts = Iterable[Sequence[Sequence[Any]]]
"""Rows of a mart, in parts, with the values that a database gives."""

_ARROW_TYPES: Mapping[str, pa.DataType] = {
    "integer": pa.int64(),
    "decimal": pa.float64(),
    "money": pa.decimal128(18, 2),
    "text": pa.string(),
    "date": pa.date32(),
    "moment": pa.timestamp("us", tz="UTC"),
    "boolean": pa.bool_(),
}
# Excel takes a text that begins so for a formula, which a file from somebody else must never run.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_MAX_WIDTH = 40


class ExportFormat(StrEnum):
    """What kind of file, by its suffix."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"


class TooManyRowsError(UserError):
    """A kind of file cannot hold what was asked for, as one sentence."""


def write_export(
    file: Path, written_as: ExportFormat, mart: DictionaryTable, parts: Parts, heading: Sequence[str]
) -> int:
    """Writes rows of a mart; a file that stands there is replaced once the new one is whole.

    Args:
        file: Where.
        written_as: The kind of file.
        mart: What the dictionary says of the mart.
        parts: Its rows.
        heading: Lines for people that say what the file is; only an xlsx shows them.

    Returns:
        How many rows were written.

    Raises:
        OSError: The file cannot be written.
        TooManyRowsError: An xlsx cannot hold so many.
    """
    rows = (_typed(part, mart.columns) for part in parts)
    temporary = file.with_name(f".{file.name}.part")
    writers: Mapping[ExportFormat, Callable[[], int]] = {
        ExportFormat.PARQUET: lambda: _write_parquet(temporary, mart, rows),
        ExportFormat.CSV: lambda: _write_csv(temporary, mart, rows),
        ExportFormat.XLSX: lambda: _write_xlsx(temporary, mart, rows, heading),
    }
    try:
        count = writers[written_as]()
        temporary.replace(file)
    finally:
        temporary.unlink(missing_ok=True)
    return count


def _typed(part: Sequence[Sequence[Any]], columns: Sequence[DictionaryColumn]) -> list[list[Any]]:
    """Values as the dictionary says, whichever database gave them: SQLite has no dates and no amounts."""
    reads = [_READS.get(each.data_type, _as_given) for each in columns]
    return [
        [None if value is None else read(value) for value, read in zip(row, reads, strict=True)]
        for row in part
    ]


def _as_given(value: Any) -> Any:  # noqa: ANN401 - what a database gives
    return value


def _day(value: Any) -> date:  # noqa: ANN401 - as above
    day: date = date.fromisoformat(value) if isinstance(value, str) else value
    return day


def _moment(value: Any) -> datetime:  # noqa: ANN401 - as above
    moment: datetime = datetime.fromisoformat(value) if isinstance(value, str) else value
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _amount(value: Any) -> Decimal:  # noqa: ANN401 - as above
    return Decimal(f"{value:.2f}")


_READS: Mapping[str, Callable[[Any], Any]] = {
    "date": _day,
    "moment": _moment,
    "boolean": bool,
    "decimal": float,
    "money": _amount,
}


def _write_parquet(file: Path, mart: DictionaryTable, parts: Iterator[list[list[Any]]]) -> int:
    """Names and types of the contract; what the dictionary says of a column is its metadata."""
    fields = [
        pa.field(
            each.column_name,
            _ARROW_TYPES[each.data_type],
            metadata={
                name: text
                for name in ("title_th", "meaning_th", "meaning_en", "unit_th", "unit_en")
                if (text := getattr(each, name)) is not None
            },
        )
        for each in mart.columns
    ]
    schema = pa.schema(fields, metadata={"mart": mart.table_name, "meaning_th": mart.meaning_th})
    count = 0
    with pq.ParquetWriter(file, schema) as writer:
        for part in parts:
            columns = zip(*part, strict=True) if part else ([] for _ in fields)
            arrays = [pa.array(list(each), field.type) for each, field in zip(columns, fields, strict=True)]
            writer.write_table(pa.table(arrays, schema=schema))
            count += len(part)
    return count


def _write_csv(file: Path, mart: DictionaryTable, parts: Iterator[list[list[Any]]]) -> int:
    """UTF-8 with the mark by which Excel knows it, so that Thai opens right."""
    count = 0
    with file.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([each.column_name for each in mart.columns])
        for part in parts:
            writer.writerows([[_csv_text(value) for value in row] for row in part])
            count += len(part)
    return count


def _csv_text(value: Any) -> Any:  # noqa: ANN401 - any value of a mart
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, datetime):
        return value.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, str) and value.startswith(_FORMULA_STARTS):
        return f"'{value}"
    return value


def _write_xlsx(
    file: Path, mart: DictionaryTable, parts: Iterator[list[list[Any]]], heading: Sequence[str]
) -> int:
    # A path of its own the library would try to open only at the end.
    with file.open("wb") as stream:
        return _fill_workbook(stream, mart, parts, heading)


def _fill_workbook(
    stream: BinaryIO, mart: DictionaryTable, parts: Iterator[list[list[Any]]], heading: Sequence[str]
) -> int:
    """Thai headings with the column's name below them, figures as numbers, codes as text."""
    workbook = xlsxwriter.Workbook(stream, {"constant_memory": True, "remove_timezone": True})
    formats = CellFormats(workbook)
    shown = {
        datetime: workbook.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
        date: workbook.add_format({"num_format": "yyyy-mm-dd"}),
        Decimal: workbook.add_format({"num_format": "#,##0.00"}),
    }
    sheet = workbook.add_worksheet(sheet_names([mart.table_name])[0])
    first = next(parts, [])
    for number, width in enumerate(_widths(mart, first)):
        sheet.set_column(number, number, width)
    for number, line in enumerate(heading):
        write_text(sheet, number, 0, line, formats.line_bold if number == 0 else formats.line)
    top = len(heading) + 1
    for number, each in enumerate(mart.columns):
        write_text(sheet, top, number, _title(each), formats.table_head)
    for number, each in enumerate(mart.columns):
        write_text(sheet, top + 1, number, each.column_name, formats.line)
    sheet.freeze_panes(top + 2, 0)
    row = top + 2
    for part in chain([first], parts):
        if row + len(part) > MAX_ROWS:
            raise TooManyRowsError(f"An xlsx holds at most {MAX_ROWS:,} rows; write parquet or csv")
        for values in part:
            for number, value in enumerate(values):
                _write_cell(sheet, row, number, value, formats.line, shown)
            row += 1
    workbook.close()
    return row - top - 2


def _widths(mart: DictionaryTable, rows: Sequence[Sequence[Any]]) -> list[int]:
    """Wide enough for headings and first rows; those that follow were not seen when a column is made."""
    texts = [[_title(each), each.column_name] for each in mart.columns]
    for values in rows:
        for column, value in zip(texts, values, strict=True):
            column.append("" if value is None else str(value))
    return [min(max(map(display_width, column)) + 2, _MAX_WIDTH) for column in texts]


def _write_cell(  # noqa: PLR0913, PLR0917 - a cell, and the looks that it may have
    sheet: Worksheet,
    row: int,
    number: int,
    value: Any,  # noqa: ANN401 - any value of a mart
    plain: Format,
    shown: Mapping[type, Format],
) -> None:
    if isinstance(value, str):
        write_text(sheet, row, number, value, plain)
    elif isinstance(value, date):
        sheet.write_datetime(row, number, value, shown[type(value)])
    elif value is not None:
        sheet.write(row, number, value, shown.get(type(value)))


def _title(column: DictionaryColumn) -> str:
    return column.title_th if column.unit_th is None else f"{column.title_th} ({column.unit_th})"
