"""When a table's figures are of, as the title, the notes and the names of sheet and file say it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from edusandbox.periods import Period
from edusandbox.transforms.dates import read_date
from edusandbox.transforms.period_text import (
    academic_years_in_text,
    as_at_date_in_text,
    last_day_of_month_in_text,
    period_in_text,
    semester_in_text,
    years_in_name,
)
from edusandbox.transforms.tables import Table


@dataclass(frozen=True, slots=True)
class StatedPeriods:
    """The periods that a delivery states outside its rows.

    Attributes:
        periods: Semesters, in the order in which they count: title, what stands over the sheet, sheet's
            name, file's or folder's name.
        academic_years: Academic years (Buddhist) that any of them names.
        as_at: The day of the figures, or the last day of their month; None where nothing tells it.
        years_in_names: Years (Buddhist) in the names of sheet and file, which may mean anything.
    """

    periods: tuple[Period, ...]
    academic_years: frozenset[int]
    as_at: date | None
    years_in_names: frozenset[int]

    @classmethod
    def of(cls, table: Table, path: str, open_year: int) -> Self:
        """Reads what stands around a table.

        Args:
            table: The table.
            path: The file's name with its folders.
            open_year: Buddhist academic year of a month that stands without a year.
        """
        title = table.title if period_in_text(table.title) else f"{table.match.sheet_title}\n{table.title}"
        sheet_name = table.grid.sheet_name
        over_sheet = table.over_sheet
        texts = (title, over_sheet, sheet_name, path)
        years = frozenset(year for text in texts for year in academic_years_in_text(text))
        periods = _periods(texts, years)
        year = min(years, default=periods[0].year_be if periods else open_year)
        as_at = (
            as_at_date_in_text(f"{title}\n{table.notes}")
            or as_at_date_in_text(over_sheet)
            or read_date(sheet_name)
            or last_day_of_month_in_text(sheet_name, year, is_sheet_name=True)
            or last_day_of_month_in_text(title, year)
            or last_day_of_month_in_text(over_sheet, year)
        )
        return cls(periods, years, as_at, frozenset(years_in_name(sheet_name) | years_in_name(path)))


def _periods(texts: Sequence[str], years: frozenset[int]) -> tuple[Period, ...]:
    """Each text's semester; one that stands without a year is of the only academic year that is stated."""
    found = []
    for text in texts:
        period = period_in_text(text)
        semester = semester_in_text(text)
        if period is None and semester is not None and len(years) == 1:
            period = Period.parse(f"{min(years)}-{semester}")
        if period is not None:
            found.append(period)
    return tuple(found)
