"""What was read of a file, on the console: where it stood, and its figures beside the file's own totals."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rich.console import Console
from rich.table import Table
from rich.text import Text

from edusandbox.period_source import PeriodSource
from edusandbox.reports.console_parts import figure_table, say, say_below, shown
from edusandbox.reports.wording import counted
from edusandbox.what_was_read import (
    BELONGING_RULES,
    AgencySchools,
    JudgedAs,
    Number,
    ReadFigure,
    Reading,
    ReadTable,
    WhyJudged,
)
from schemas.catalogue import FORMS
from schemas.codes import codes_by_total, codes_with_totals
from schemas.fields import Entity
from schemas.issues import listed

Figures = Mapping[str, ReadFigure]

_WHY_JUDGED: Mapping[WhyJudged, str] = {
    WhyJudged.ASKED: "as {agency}, as --agency says",
    WhyJudged.FOLDER: "as {agency}, in whose folder it lies",
    WhyJudged.SCHOOLS: "as {agency}, whose schools they are by the register",
    WhyJudged.AREA_CODES: "as {agency}, whose code stands in it",
    WhyJudged.SEVERAL: "as nobody, since its schools are those of several agencies",
    WhyJudged.FOREIGN: "as nobody, since the agency {codes} that it names is none of this province",
    WhyJudged.UNKNOWN: "as nobody, since nothing in it tells which agency of the province it is of",
}
_LEFT_OUT = (
    f"The rules of belonging ({', '.join(BELONGING_RULES)}) were left out; --agency CODE judges by them."
)
_PERIOD_SOURCES: Mapping[PeriodSource, str] = {
    PeriodSource.TITLE: "as the title says",
    PeriodSource.COLUMNS: "as its rows say",
    PeriodSource.OVER_SHEET: "as what stands over the sheet says",
    PeriodSource.SHEET_NAME: "as the sheet's name says",
    PeriodSource.FILE_NAME: "as the file's name says",
    PeriodSource.FOLDER_NAME: "as the folder's name says",
    PeriodSource.NOTE: "as a note under the table says",
    PeriodSource.DAY: "by the day of the figures",
    PeriodSource.OPEN_QUESTION: "a person must say which period of it",
    PeriodSource.OPEN_PERIOD: "the calendar's open period, as the file states none",
}
_ENTITIES: Mapping[Entity, tuple[str, str]] = {
    Entity.SCHOOL: ("school", "schools"),
    Entity.AGENCY: ("agency", "agencies"),
}
_MOST_AGENCIES = 20
_AGREES, _DIFFERS = "=", "≠"
_MARK_STYLES = {_AGREES: "green", _DIFFERS: "bold red"}
_MEANING = f"{_AGREES} the file's own total is the same; {_DIFFERS} it is not"


def show_judged_as(judged: JudgedAs, console: Console) -> None:
    """Shows as whose file one was judged, and why."""
    agency = f"{judged.agency_code} {judged.name_th}".strip()
    codes = ", ".join(each.agency_code for each in judged.agencies)
    reason = f"Judged {_WHY_JUDGED[judged.reason].format(agency=agency, codes=codes)}."
    say_below(console, [reason if judged.agency_code else f"{reason} {_LEFT_OUT}"])
    if judged.reason is WhyJudged.SEVERAL:
        _show_agencies(judged.agencies, console)


def show_reading(
    reading: Reading, judged: JudgedAs | None, console: Console, *, is_held: bool = False
) -> None:
    """Shows what was read: of which form, period, sheets and schools, and the figures.

    Args:
        reading: What was read.
        judged: As whose file; agencies that were told with it are not told again.
        console: Where.
        is_held: Whether a person has to decide before anything is loaded.
    """
    sources = [_PERIOD_SOURCES[each] for each in reading.period_sources]
    form = FORMS[reading.form].name_of_part_en(reading.part)
    heading = f"\nRead: {form}, {reading.period} ({'; '.join(sources)})"
    say(console, Text(heading, style="bold"))
    waits = ", once a person has decided" if is_held and reading.row_count_to_be_loaded else ""
    say_below(console, [*_places(reading.tables), f"{_schools(reading)}{waits}"])
    if len(reading.agencies) > 1 and not (judged and judged.agencies):
        _show_agencies(reading.agencies, console)
    if reading.together:
        console.print(_figures(reading))
        is_stated = any(each.agrees is not None for each in _all_figures(reading))
        say_below(console, [_MEANING if is_stated else "The file states no totals of its own."])


def _places(tables: Sequence[ReadTable]) -> Iterator[str]:
    """Where the tables stand, sheets that are alike in one line."""

    def place(table: ReadTable) -> tuple[int, int, str, bool]:
        first, last = table.heading_first_row or 0, table.heading_last_row or 0
        return first, last, table.layout_name_en, table.is_counted

    for (first, last, layout, is_counted), members in groupby(tables, key=place):
        alike = list(members)
        names = list(dict.fromkeys(each.sheet_name for each in alike))
        rows = f"heading in row {first}" if first == last else f"heading in rows {first} to {last}"
        yield (
            f"{'sheet' if len(names) == 1 else 'sheets'} {listed(names)}: {rows if first else 'no heading'}, "
            f"{counted(sum(each.row_count for each in alike), 'row', 'rows')}, {layout}"
            f"{'' if is_counted else '; repeats others or is older, and is not counted'}"
        )


def _schools(reading: Reading) -> str:
    schools = counted(reading.school_count, *_ENTITIES[FORMS[reading.form].entity])
    rows = counted(reading.row_count, "row", "rows")
    loaded, set_aside = reading.row_count_to_be_loaded, reading.row_count_set_aside
    return f"{schools} in {rows}: {set_aside:,} set aside, {loaded:,} to be loaded"


def _show_agencies(agencies: Sequence[AgencySchools], console: Console) -> None:
    for each in agencies[:_MOST_AGENCIES]:
        name = each.name_th or "(none of this province)"
        schools = counted(each.school_count, "school", "schools")
        say_below(console, [f"  {each.agency_code} {name}: {schools}"])
    if len(agencies) > _MOST_AGENCIES:
        say_below(console, [f"  … and {len(agencies) - _MOST_AGENCIES:,} agencies more"])


def _figures(reading: Reading) -> Table:
    """The figures by code, and of all together beside the file's own totals."""
    names = FORMS[reading.form].labels
    headings = [names[field].en if field in names else field for field in reading.together]
    # The mark beside a figure has a place of its own, so that figures stand under each other.
    table = figure_table(_code_heading(reading), numbers=[f"{heading}  " for heading in headings])
    code_names = codes_with_totals(_code_list(reading)) if reading.code_field else {}
    no_code = f"no known {_code_list(reading)}"
    totals = codes_by_total(_code_list(reading)) if reading.code_field else {}
    for code, figures in reading.figures.items():
        style = "bold" if code in totals else ""
        table.add_row(code_names.get(code, no_code), *map(_marked, figures.values()), style=style)
        _add_notes(table, figures)
    table.add_section()
    together = reading.together
    table.add_row("Read", *map(_marked, together.values()), style="bold")
    _add_notes(table, together, always=True)
    if reading.row_count_set_aside:
        table.add_row("  set aside", *(_plain(each.set_aside) for each in together.values()))
        table.add_row("  to be loaded", *(_plain(each.to_be_loaded) for each in together.values()))
    return table


def _add_notes(table: Table, figures: Figures, *, always: bool = False) -> None:
    """Adds what the file says where that is something else, and how many cells hold no figure."""
    stated = [each.agrees for each in figures.values() if each.agrees is not None]
    if (always and stated) or False in stated:
        table.add_row("  in the file", *(_plain(each.in_file) for each in figures.values()))
    if any(each.unread_cell_count for each in figures.values()):
        cells = (each.unread_cell_count or None for each in figures.values())
        table.add_row("  cells without a figure", *map(_plain, cells))


def _marked(figure: ReadFigure) -> Text:
    mark = {True: _AGREES, False: _DIFFERS, None: " "}[figure.agrees]
    return Text.assemble(shown(figure.read), " ", (mark, _MARK_STYLES.get(mark, "")))


def _plain(number: Number | None) -> Text:
    return Text.assemble(shown(number), "  ")


def _all_figures(reading: Reading) -> Iterator[ReadFigure]:
    for figures in (*reading.figures.values(), reading.together):
        yield from figures.values()


def _code_list(reading: Reading) -> str:
    return reading.code_field.removesuffix("_code")


def _code_heading(reading: Reading) -> str:
    return _code_list(reading).replace("_", " ").capitalize() if reading.code_field else ""
