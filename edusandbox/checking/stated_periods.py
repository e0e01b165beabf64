"""When a table's figures are of, as the title, the notes and the names of sheet and file say it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from edusandbox.period_source import PeriodSource
from schemas.periods import Period, PeriodKind
from transforms.cells.dates import read_date
from transforms.periods.bare_years import bare_years_in_title
from transforms.periods.other_periods import (
    fiscal_years_in_text,
    last_day_of_month_in_name,
    quarters_in_text,
    rounds_in_text,
)
from transforms.periods.period_notes import notes_of_period
from transforms.periods.period_text import (
    academic_years_in_text,
    as_at_date_in_text,
    last_day_of_dated_month_in_text,
    last_day_of_month_in_text,
    periods_in_text,
    semester_of,
    semesters_in_text,
    speaks_of_years_end,
    years_in_name,
    years_in_title,
    years_of_name,
)
from transforms.periods.year_columns import years_in_columns
from transforms.rows.tables import Table
from transforms.rows.titles import lines_of

_SOURCES = (
    PeriodSource.TITLE,
    PeriodSource.OVER_SHEET,
    PeriodSource.SHEET_NAME,
    PeriodSource.FILE_NAME,
    PeriodSource.FOLDER_NAME,
)


@dataclass(frozen=True, slots=True)
class StatedPeriods:
    """The periods that a delivery states outside its rows.

    Attributes:
        periods: Semesters, in the order in which they count: title, what stands over the sheet, sheet's
            name, file's name, names of its folders from the innermost out, notes under and within the table.
        unclear: Semesters of which one text names several, so that it decides nothing.
        academic_years: Academic years (Buddhist) that any of them names.
        as_at: The day of the figures, or the last day of their month; None where nothing tells it.
        years_in_names: Years (Buddhist) in the names of sheet, file and folders, or said beside the title
            or in columns that nobody reads, which may mean anything; in the same order.
        semesters: Semesters that stand without a year, where no period is stated.
        is_of_years_end: Whether the figures are said to be of the end of the year.
        years_of_names: The years (Buddhist) by the sheet's name and by the file's, for those that name any.
        source: Where the first of the periods stands; None where there is none.
        semesters_of_year: Of a return that is sent for years, the semesters that it names all the same.
        month: The last day of a month with its year that the title names without the word เดือน, or of one in
            the name of the file or a folder; None where a day or a period is stated.
        rounds: Rounds that stand without a year, where no period is stated.
        fiscal_years: Fiscal years (Buddhist), where neither a period nor an academic year is stated.
        quarters: Quarters of fiscal years, likewise, as people name them.
    """

    periods: tuple[Period, ...]
    unclear: tuple[Period, ...]
    academic_years: frozenset[int]
    as_at: date | None
    years_in_names: tuple[int, ...]
    semesters: frozenset[int] = frozenset()
    is_of_years_end: bool = False
    years_of_names: tuple[frozenset[int], ...] = ()
    source: PeriodSource | None = None
    semesters_of_year: tuple[Period, ...] = ()
    month: date | None = None
    rounds: frozenset[int] = frozenset()
    fiscal_years: frozenset[int] = frozenset()
    quarters: tuple[str, ...] = ()

    def of_years(self) -> Self:
        """What is stated for a return that is sent once an academic year: the year of whatever it names."""
        semesters = (*self.periods, *self.unclear)
        years = {each.year_be for each in semesters} or self.academic_years
        periods = tuple(Period(year, PeriodKind.ACADEMIC_YEAR) for year in sorted(years))
        is_one = len(periods) == 1
        return replace(
            self,
            periods=periods if is_one else (),
            unclear=() if is_one else periods,
            semesters=frozenset(),
            rounds=frozenset(),
            is_of_years_end=False,
            source=(self.source or PeriodSource.TITLE) if is_one else None,
            semesters_of_year=semesters,
        )

    @classmethod
    def of(cls, table: Table, path: str, *, open_year: int | None, today: date) -> Self:
        """Reads what stands around a table.

        Args:
            table: The table.
            path: The file's name with its folders.
            open_year: Buddhist academic year of a month that stands without a year: that of what is open;
                None where no such year is known.
            today: The day of the run: figures are of no month to come, and years near it may be meant.
        """
        third_is_year = table.match.layout.third_is_year
        title = table.title
        if not periods_in_text(title, third_is_year=third_is_year):
            title = f"{table.match.sheet_title}\n{title}"
        names = (table.grid.sheet_name, *reversed(path.split("/")))
        texts = (title, _without_menus(table.over_sheet), *names)
        years = frozenset(year for text in texts for year in academic_years_in_text(text))
        between_rows = _between_rows(table)
        notes = notes_of_period(f"{between_rows}\n{table.notes}")
        found = _periods(texts, years, third_is_year=third_is_year)
        if not any(found):
            years = years or _only_year(notes)
            texts = (*texts, notes)
            found = _periods(texts, years, third_is_year=third_is_year)
        else:
            found.append(periods_in_text(notes, third_is_year=third_is_year))
        periods = tuple(period for each in found if len(each) == 1 for period in each)
        unclear = tuple(sorted({period for each in found if len(each) > 1 for period in each}))
        year = min(years, default=periods[0].year_be if periods else open_year)
        as_at = next(_days(table, title, between_rows, year), None)
        if as_at is not None and as_at > today and year is not None and not (years or periods):
            # Where no year says otherwise, a month is the last one of its name.
            as_at = next(_days(table, title, between_rows, year - 1), None)
        named = [years_in_title(text) for text in texts[:2]] + [years_in_name(name) for name in names]
        if not years and as_at is None:
            named[:2] = [each | bare_years_in_title(text) for each, text in zip(named, texts, strict=False)]
        named.append(set(years_in_columns(table, open_year or semester_of(today).year_be)))
        semesters = frozenset(semester for text in texts for semester in semesters_in_text(text))
        is_stated = bool(periods or unclear)
        year_texts = () if is_stated or years else texts
        months = (last_day_of_dated_month_in_text(title), *_months_of_names(names[1:], year, today))
        return cls(
            periods=periods,
            unclear=unclear,
            academic_years=years,
            as_at=as_at,
            years_in_names=tuple(dict.fromkeys(_newest_first(named))),
            semesters=frozenset() if is_stated else semesters,
            is_of_years_end=any(map(speaks_of_years_end, texts)),
            years_of_names=tuple(filter(None, (frozenset(years_of_name(name)) for name in names[:2]))),
            month=None if periods or as_at else next(filter(None, months), None),
            rounds=frozenset() if is_stated else frozenset(n for text in texts for n in rounds_in_text(text)),
            fiscal_years=frozenset(year for text in year_texts for year in fiscal_years_in_text(text)),
            quarters=tuple(dict.fromkeys(name for text in year_texts for name in quarters_in_text(text))),
            source=next((_source(at, len(found)) for at, each in enumerate(found) if len(each) == 1), None),
        )


def _months_of_names(names: Sequence[str], year: int | None, today: date) -> Iterator[date | None]:
    return (last_day_of_month_in_name(name, year, today) for name in names)


def _source(position: int, count: int) -> PeriodSource:
    """What the texts are that may state a period, in the order in which they count.

    The notes are the last, folders those before them.
    """
    if position == count - 1:
        return PeriodSource.NOTE
    return _SOURCES[min(position, len(_SOURCES) - 1)]


def _only_year(notes: str) -> frozenset[int]:
    """The academic year that notes name; none where they name several, as the links under a page do."""
    years = academic_years_in_text(notes)
    return frozenset(years if len(years) == 1 else ())


def _between_rows(table: Table) -> str:
    """The texts of rows that stand between those of figures and are none themselves, one line each row."""
    figures = {*table.data_rows, *table.total_rows, *table.benchmark_rows}
    rows = range(min(figures, default=0), max(figures, default=0))
    known = figures | table.heading_rows
    own = (row for row in rows if row not in known)
    lines = (lines_of(table.grid, range(row, row + 1), table.match.title_columns) for row in own)
    return "\n".join(filter(None, lines))


def _without_menus(over_sheet: str) -> str:
    """What stands over a sheet without lines that list several years: the menu of a page states none."""
    lines = over_sheet.split("\n")
    return "\n".join(line for line in lines if len(academic_years_in_text(line)) <= 1)


def _days(table: Table, title: str, between_rows: str, year: int | None) -> Iterator[date]:
    """The days of the figures that are stated, what counts most first."""
    sheet_name = table.grid.sheet_name
    days = (
        as_at_date_in_text(f"{title}\n{table.notes}"),
        as_at_date_in_text(table.over_sheet),
        as_at_date_in_text(between_rows),
        read_date(sheet_name),
        last_day_of_month_in_text(sheet_name, year, is_sheet_name=True),
        last_day_of_month_in_text(title, year),
        last_day_of_month_in_text(table.over_sheet, year),
    )
    return (day for day in days if day is not None)


def _periods(texts: Sequence[str], years: frozenset[int], *, third_is_year: bool) -> list[set[Period]]:
    """Each text's semesters; those without a year are of the only year that is stated anywhere."""
    found = [periods_in_text(text, third_is_year=third_is_year) for text in texts]
    years = years or frozenset(period.year_be for periods in found for period in periods)
    if len(years) != 1:
        return found
    for text, periods in zip(texts, found, strict=True):
        alone = semesters_in_text(text) - {period.semester for period in periods}
        periods |= {Period.parse(f"{min(years)}-{semester}") for semester in alone}
    return found


def _newest_first(named: Sequence[Iterable[int]]) -> Iterator[int]:
    return (year for years in named for year in sorted(years, reverse=True))
