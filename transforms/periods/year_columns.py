"""Columns that nobody reads and that hold the years of a table's figures."""

from schemas.periods import buddhist_year
from transforms.grid import cell_text
from transforms.rows.tables import Table

_YEARS_BACK, _YEARS_AHEAD = 10, 1
"""Years further off are of something else: when a school was founded, a teacher born."""
_MOST_YEARS = 3
"""A column with more of them tells something of each school."""


def years_in_columns(table: Table, open_year: int) -> frozenset[int]:
    """The years (Buddhist) in columns that the layout does not read and that hold nothing but years.

    Args:
        table: The table.
        open_year: Buddhist academic year of the open period, or that of the day of the run.
    """
    plausible = range(open_year - _YEARS_BACK, open_year + _YEARS_AHEAD + 1)
    found: set[int] = set()
    for column in table.match.unknown:
        cells = (table.grid.rows[row - 1][column - 1] for row in table.data_rows)
        texts = {cell_text(cell).strip() for cell in cells if cell is not None}
        if not 0 < len(texts) <= _MOST_YEARS:
            continue
        years = {_year(text) for text in texts}
        found |= {year for year in years if year} if years <= {*plausible} else set()
    return frozenset(found)


def _year(text: str) -> int:
    """The Buddhist year that a text is; 0 where it is none."""
    try:
        return buddhist_year(int(text)) if text.isdecimal() else 0
    except ValueError:
        return 0
