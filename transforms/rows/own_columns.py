"""Columns that say of each row what the sheet is taken to state of all of them."""

from collections.abc import Iterator

from schemas.layouts.vocabulary import Vocabulary
from schemas.text import normalise_header
from transforms.grid import Grid, cell_text
from transforms.headings.recognise import Match
from transforms.rows.sheet_values import sheet_values

_SCHOOL_CODE = "school_code"


def rows_say_otherwise(grid: Grid, match: Match, vocabulary: Vocabulary) -> bool:
    """Whether rows of a table name other codes than its sheet, in a column that its layout does not read.

    A layout with a sheet for each school has no column of codes. Where there is one, whatever its heading,
    and it names other schools, the code in the title is not that of all rows.

    Args:
        grid: The sheet.
        match: Its heading, with what the sheet states.
        vocabulary: What headings may say.
    """
    for field, value in match.stated.items():
        for column in match.unknown:
            texts = set(_texts_below(grid, match.header.last_row, column))
            codes = {_code(text, field, vocabulary) for text in texts}
            if None not in codes and codes - {value.text}:
                return True
    return False


def _code(text: str, field: str, vocabulary: Vocabulary) -> str | None:
    """The code that a cell holds and nothing else, or None."""
    if field == _SCHOOL_CODE:
        value = sheet_values([text], {}).get(field) if text.isdecimal() else None
        return None if value is None else value.text
    names = vocabulary.code_lists.get(field)
    return None if names is None else names.codes.get(normalise_header(text))


def _texts_below(grid: Grid, heading_row: int, column: int) -> Iterator[str]:
    """The filled cells of a column down to the first blank row, where another table may begin."""
    for row in grid.rows[heading_row:]:
        if all(cell is None for cell in row):
            return
        if row[column - 1] is not None:
            yield cell_text(row[column - 1])
