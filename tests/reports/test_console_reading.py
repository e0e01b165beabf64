"""What was read, as a table that a terminal of 80 columns can show."""

import io

import pytest
from rich.cells import cell_len
from rich.console import Console

from edusandbox.period_source import PeriodSource
from edusandbox.reports.console_reading import show_judged_as, show_reading
from edusandbox.what_was_read import (
    BELONGING_RULES,
    NOBODY,
    AgencySchools,
    JudgedAs,
    Number,
    ReadFigure,
    Reading,
    ReadTable,
    WhyJudged,
)

COUNTS = ("male_count", "female_count", "pupil_total", "classroom_count")
AREA_1 = AgencySchools("5001", "สพป.เชียงใหม่ เขต 1", 85)
AREA_2 = AgencySchools("5002", "สพป.เชียงใหม่ เขต 2", 1)
ABROAD = AgencySchools("57030000", "", 139)


def make_table(name: str = "นักเรียน", *, is_counted: bool = True) -> ReadTable:
    return ReadTable(name, 1, 3, 4, "office", "Office table", PeriodSource.TITLE, 12, is_counted)


def make_figures(*read: Number | None, **changes: object) -> dict[str, ReadFigure]:
    shared: dict[str, object] = {"unread_cell_count": 0, "in_totals_row": None}
    return {
        name: ReadFigure(read=figure, to_be_loaded=figure, **{**shared, **changes})  # type: ignore[arg-type]
        for name, figure in zip(COUNTS, read, strict=True)
    }


def make_reading(**changes: object) -> Reading:
    content: dict[str, object] = {
        "form": "enrolment",
        "part": "",
        "period": "2563-1",
        "tables": (make_table(),),
        "row_count": 12,
        "row_count_to_be_loaded": 12,
        "school_count": 12,
        "agencies": (AREA_1,),
        "code_field": "grade_code",
        "figures": {"P1": make_figures(1234, 1, 1235, 2)},
        "together": make_figures(1234, 1, 1235, 2),
    }
    return Reading(**{**content, **changes})  # type: ignore[arg-type]


def shown(reading: Reading, judged: JudgedAs | None = None, width: int = 80) -> str:
    console = Console(width=width, file=io.StringIO())
    show_reading(reading, judged, console)
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def line_of(text: str, name: str) -> list[str]:
    return next(
        line.split() for line in text.splitlines() if line.split()[: len(name.split())] == name.split()
    )


def test_a_reading_begins_with_form_period_place_and_rows() -> None:
    lines = shown(make_reading()).splitlines()
    assert lines[:4] == [
        "",
        "Read: Enrolment, 2563-1 (as the title says)",
        "  sheet นักเรียน: heading in rows 3 to 4, 12 rows, Office table",
        "  12 schools in 12 rows: 0 set aside, 12 to be loaded",
    ]


def test_figures_stand_under_thai_names_of_grades() -> None:
    text = shown(make_reading())
    assert line_of(text, "Grade") == ["Grade", "Male", "Female", "Pupils", "Classrooms"]
    assert line_of(text, "ป.1") == ["ป.1", "1,234", "1", "1,235", "2"]
    assert line_of(text, "Read") == ["Read", "1,234", "1", "1,235", "2"]
    assert "The file states no totals of its own." in text
    assert "in the file" not in text


def test_a_figure_is_marked_by_whether_the_file_says_the_same() -> None:
    figures = make_figures(5, 6, 11, None)
    figures["male_count"] = ReadFigure(5, 5, in_totals_row=5)
    figures["pupil_total"] = ReadFigure(11, 11, in_totals_row=12)
    text = shown(make_reading(figures={"P1": figures}, together=make_figures(5, 6, 11, None)))
    assert line_of(text, "ป.1") == ["ป.1", "5", "=", "6", "11", "≠", "–"]
    assert line_of(text, "in the file") == ["in", "the", "file", "5", "–", "12", "–"]
    assert "= the file's own total is the same; ≠ it is not" in text


def test_cells_without_a_figure_and_rows_set_aside_are_told() -> None:
    together = make_figures(5, 6, 11, 2, unread_cell_count=3) | {"male_count": ReadFigure(5, 1)}
    text = shown(make_reading(row_count_to_be_loaded=10, figures={}, together=together))
    assert line_of(text, "cells without a figure")[-4:] == ["–", "3", "3", "3"]
    assert line_of(text, "set aside")[-4:] == ["4", "0", "0", "0"]
    assert line_of(text, "to be loaded")[-4:] == ["1", "6", "11", "2"]
    assert "2 set aside, 10 to be loaded" in text


def test_a_held_reading_waits_for_a_person() -> None:
    console = Console(width=80, file=io.StringIO())
    show_reading(make_reading(), None, console, is_held=True)
    assert isinstance(console.file, io.StringIO)
    assert "0 set aside, 12 to be loaded, once a person has decided\n" in console.file.getvalue()


def test_sheets_that_are_alike_share_a_line() -> None:
    tables = tuple(make_table(f"{number}") for number in range(20))
    text = shown(make_reading(tables=(*tables, make_table("copy", is_counted=False))), width=120)
    assert "  sheets 0, 1, 2, 3, 4, 5, 6, 7 … +12: heading in rows 3 to 4, 240 rows, Office table\n" in text
    assert "copy: heading in rows 3 to 4, 12 rows, Office table; repeats others or is older" in text


def test_a_form_without_counts_tells_schools_and_agencies() -> None:
    reading = make_reading(
        form="school_register", code_field="", figures={}, together={}, agencies=(AREA_1, AREA_2)
    )
    text = shown(reading)
    assert "Read: School register, 2563-1" in text
    assert "5001 สพป.เชียงใหม่ เขต 1: 85 schools" in text
    assert "5002 สพป.เชียงใหม่ เขต 2: 1 school\n" in text
    assert "Male" not in text


def test_of_a_countrys_agencies_the_first_ones_are_named() -> None:
    agencies = tuple(AgencySchools(f"{number}", "เขต", 1) for number in range(5001, 5246))
    text = shown(make_reading(agencies=agencies))
    assert text.count(": 1 school\n") == 20
    assert "… and 225 agencies more" in text


@pytest.mark.parametrize("width", [80, 120])
def test_a_country_fits_into_a_terminal(width: int) -> None:
    figures = make_figures(3_512_345, 3_412_345, 6_924_690, 345_678, in_totals_row=6_924_691)
    codes = ("K1", "PRE", "P1", "USE")
    reading = make_reading(
        figures=dict.fromkeys(codes, figures),
        together=figures,
        row_count_to_be_loaded=1,
        agencies=(AREA_1, AREA_2),
    )
    assert max(cell_len(line) for line in shown(reading, width=width).splitlines()) <= width


@pytest.mark.parametrize("source", [*PeriodSource])
def test_how_the_period_was_found_has_words(source: PeriodSource) -> None:
    table = ReadTable("a", 1, None, None, "office", "Office table", source, 1)
    text = shown(make_reading(tables=(table,)))
    assert "2563-1 (" in text
    assert "no heading" in text


@pytest.mark.parametrize("reason", [*WhyJudged])
def test_as_whom_a_file_was_judged_has_a_reason_in_words(reason: WhyJudged) -> None:
    is_known = reason in {WhyJudged.ASKED, WhyJudged.FOLDER, WhyJudged.SCHOOLS, WhyJudged.AREA_CODES}
    judged = JudgedAs("5001", "สพป.เชียงใหม่ เขต 1", reason) if is_known else JudgedAs(NOBODY, "", reason)
    console = Console(width=80, file=io.StringIO())
    show_judged_as(judged, console)
    assert isinstance(console.file, io.StringIO)
    text = " ".join(console.file.getvalue().split())
    assert text.startswith("Judged as 5001 สพป.เชียงใหม่ เขต 1, " if is_known else "Judged as nobody, since ")
    assert all((rule in text) is not is_known for rule in BELONGING_RULES)


def test_agencies_of_nobodys_file_are_told_once() -> None:
    judged = JudgedAs(NOBODY, "", WhyJudged.SEVERAL, (AREA_1, ABROAD))
    console = Console(width=80, file=io.StringIO())
    show_judged_as(judged, console)
    show_reading(make_reading(agencies=(AREA_1, AREA_2)), judged, console)
    assert isinstance(console.file, io.StringIO)
    text = console.file.getvalue()
    assert text.count("เขต 1: 85 schools") == 1
    assert "57030000 (none of this province): 139 schools" in text
