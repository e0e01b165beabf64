"""Columns of counts whose heading is one of personal data elsewhere: ผู้อำนวยการ over the number of directors.

A layout line says so (`not_private`). The guard still comes first: the layout is matched on sheets from
which everything is taken out already, and only then are the columns that it declares looked at again.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace

from schemas.issues import Finding
from schemas.layouts.vocabulary import Vocabulary
from transforms.grid import CellValue, Grid
from transforms.headings.locate import locate_tables
from transforms.privacy.personal_data import CountedColumns

_EMPTIED = "PR002"


def counted_columns(  # noqa: PLR0913, PLR0917 - one call site; a value object would only rename the arguments
    read: Sequence[Grid],
    cleaned: Sequence[Grid],
    personal: Sequence[Finding],
    vocabulary: Vocabulary,
    file_name: str,
    agency_codes: Collection[str],
) -> CountedColumns:
    """Finds the emptied columns of which a matched layout says that they hold counts.

    Args:
        read: The sheets as read.
        cleaned: The same without personal data.
        personal: What was said when it was taken out.
        vocabulary: What headings may say.
        file_name: The file's name, as in `locate_tables`.
        agency_codes: Codes of agencies, likewise.
    """
    emptied = {
        (finding.place.sheet, finding.place.column) for finding in personal if finding.code == _EMPTIED
    }
    if not emptied or not any(layout.lifted_headings for layout in vocabulary.layouts):
        return {}
    found: dict[tuple[int, int], int] = {}
    for before, after in zip(read, cleaned, strict=True):
        columns = {column for sheet, column in emptied if column and sheet == after.sheet_name}
        if not columns:
            continue
        grid = _with_headings(before, after, columns, vocabulary)
        for match in locate_tables(grid, vocabulary, file_name, agency_codes).tables:
            found |= {
                (grid.sheet_number, at): match.header.last_row
                for at, heading in match.known.items()
                if at in columns and heading in match.layout.lifted_headings
            }
    return found


def _with_headings(before: Grid, after: Grid, columns: Collection[int], vocabulary: Vocabulary) -> Grid:
    """A cleaned sheet with the words of its emptied columns that are headings: ชาย under ผู้อำนวยการ."""
    rows = [
        [
            typed if at in columns and _is_heading(typed, vocabulary) else cell
            for at, (typed, cell) in enumerate(zip(row, kept, strict=True), start=1)
        ]
        for row, kept in zip(before.rows, after.rows, strict=True)
    ]
    return replace(after, rows=rows)


def _is_heading(cell: CellValue, vocabulary: Vocabulary) -> bool:
    return isinstance(cell, str) and vocabulary.knows(cell)
