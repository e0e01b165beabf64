"""Data rows of a file as lists of cells, read with calamine where it is a workbook."""

from collections.abc import Sequence
from typing import Any

from python_calamine import CalamineWorkbook
from recipe import Recipe, Source, csv_rows, html_rows


def rows_of(recipe: Recipe, source: Source) -> Sequence[Sequence[Any]]:
    """The data rows of a file, every cell of them; a blank cell is an empty text.

    Raises:
        ValueError: The sheet is narrower than the recipe says (R01).
    """
    if source.format == "csv":
        return _checked(csv_rows(recipe, source), source)
    if source.format == "html":
        return _checked(html_rows(recipe, source), source)
    workbook = CalamineWorkbook.from_path(str(recipe.folder / source.path))
    rows = workbook.get_sheet_by_name(source.sheet).to_python(skip_empty_area=False)
    return _checked(rows[source.first_row - 1 : source.last_row], source)


def _checked(rows: Sequence[Sequence[Any]], source: Source) -> Sequence[Sequence[Any]]:
    widest = max(each.column for each in source.columns)
    if rows and len(rows[0]) < widest:
        raise ValueError(f"R01: {source.path} has {len(rows[0])} columns, not {widest}")
    return rows
