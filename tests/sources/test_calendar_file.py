"""A province's calendar: the periods, and the days on which each form is sent."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from edusandbox.settings import default_province_folder
from edusandbox.sources.calendar_file import read_calendar
from edusandbox.sources.province_files import ProvinceFolderError
from edusandbox.sources.province_folder import load_province
from schemas.catalogue import FORMS
from schemas.periods import PeriodKind
from tests.calendars import MadeUpForm

HEADING = "period,start_date,end_date,form,part,opening_date,due_date,closing_date,to_confirm,note"
DAYS = "2020-07-01,2020-11-13"
SENT = "2020-07-01,2020-07-10,2020-11-30"
KNOWN = {"school_register": MadeUpForm(), "enrolment": MadeUpForm()}
PARTS = ("time_taken", "next_step", "drop_out")
FORM_OF_KIND = {kind: "enrolment" if kind is PeriodKind.SEMESTER else f"by_{kind}" for kind in PeriodKind}
OF_EACH_KIND = {**FORMS, **{form: MadeUpForm((kind,)) for kind, form in FORM_OF_KIND.items()}}
CHIANG_MAI = default_province_folder() / "calendar.csv"


@pytest.fixture
def calendar(tmp_path: Path) -> Path:
    return tmp_path / "calendar.csv"


def write(path: Path, *lines: str, heading: str = HEADING) -> Path:
    path.write_text("\n".join([heading, *lines, ""]), encoding="utf-8")
    return path


def mistake(path: Path) -> str:
    with pytest.raises(ProvinceFolderError) as error:
        read_calendar(path, KNOWN)
    assert "\n" not in str(error.value)
    return str(error.value)


def test_a_row_without_a_form_is_for_every_form_of_that_kind_without_a_row_of_its_own(calendar: Path) -> None:
    rows = [f"2563-1,{DAYS},,,{SENT},,", f"2563-1,{DAYS},enrolment,,2020-07-02,2020-07-20,2020-12-31,,"]
    rows += ["FY2563,2019-10-01,2020-09-30,,,2019-10-11,2020-10-10,2020-10-10,,"]
    entries = read_calendar(
        write(calendar, *rows), {**KNOWN, "budget": MadeUpForm((PeriodKind.FISCAL_YEAR,))}
    )
    sent = {code: {days.form: days.due_date for days in entry.sending} for code, entry in entries.items()}
    assert sent == {
        "FY2563": {"budget": date(2020, 10, 10)},
        "2563-1": {"school_register": date(2020, 7, 10), "enrolment": date(2020, 7, 20)},
    }
    assert (entries["2563-1"].opening_date, entries["2563-1"].due_date) == (
        date(2020, 7, 1),
        date(2020, 7, 20),
    )


def test_a_row_may_name_a_form_of_another_kind(calendar: Path) -> None:
    (entry,) = read_calendar(write(calendar, f"2563,{DAYS},enrolment,,{SENT},,"), KNOWN).values()
    assert [days.form for days in entry.sending] == ["enrolment"]


def test_a_period_that_no_form_is_sent_for_is_known_and_asks_for_nothing(calendar: Path) -> None:
    (entry,) = read_calendar(write(calendar, f"2563,{DAYS},,,{SENT},,"), KNOWN).values()
    assert (entry.sending, entry.due_date, entry.opening_date) == ((), None, None)


def test_each_part_of_a_form_has_its_own_days_or_those_of_the_form(calendar: Path) -> None:
    rows = [
        f"2563-1,{DAYS},,,{SENT},,",
        f"2563-1,{DAYS},completion,,2020-07-02,2020-07-20,2020-12-31,,",
        f"2563-1,{DAYS},completion,drop_out,2020-07-03,2020-08-01,2020-12-31,,",
    ]
    forms = {**KNOWN, "completion": MadeUpForm(part_codes=PARTS)}
    (entry,) = read_calendar(write(calendar, *rows), forms).values()
    due = {(days.form, days.part): days.due_date for days in entry.sending}
    assert due == {
        ("school_register", ""): date(2020, 7, 10),
        ("enrolment", ""): date(2020, 7, 10),
        ("completion", "time_taken"): date(2020, 7, 20),
        ("completion", "next_step"): date(2020, 7, 20),
        ("completion", "drop_out"): date(2020, 8, 1),
    }


def test_a_row_for_every_form_is_for_the_parts_without_a_row_too(calendar: Path) -> None:
    rows = [
        f"2563-1,{DAYS},,,{SENT},,",
        f"2563-1,{DAYS},completion,drop_out,2020-07-03,2020-08-01,2020-12-31,,",
    ]
    forms = {"completion": MadeUpForm(part_codes=PARTS)}
    (entry,) = read_calendar(write(calendar, *rows), forms).values()
    assert {days.part: days.due_date for days in entry.sending} == {
        "time_taken": date(2020, 7, 10),
        "next_step": date(2020, 7, 10),
        "drop_out": date(2020, 8, 1),
    }


@pytest.mark.parametrize(
    ("form", "part", "sentence"),
    [
        (
            "completion",
            "removed",
            "part: the form 'completion' has no part 'removed'; there are drop_out, next_step, time_taken",
        ),
        ("", "drop_out", "part: every form together has no part 'drop_out'; leave it empty"),
    ],
)
def test_a_part_that_there_is_not_is_a_mistake(calendar: Path, form: str, part: str, sentence: str) -> None:
    write(calendar, f"2563-1,{DAYS},{form},{part},{SENT},,")
    with pytest.raises(ProvinceFolderError) as error:
        read_calendar(calendar, {**KNOWN, "completion": MadeUpForm(part_codes=PARTS)})
    assert str(error.value) == f"calendar.csv, line 2: {sentence}"


def test_is_open_is_refused_with_what_replaced_it(calendar: Path) -> None:
    write(
        calendar,
        f"2563-1,{DAYS},2020-07-10,yes,",
        heading="period,start_date,end_date,due_date,is_open,forms",
    )
    said = mistake(calendar)
    assert said.startswith(
        "calendar.csv: the column is_open is gone; the open period now follows from the day"
    )
    assert HEADING in said


def test_a_list_of_forms_is_refused_with_what_replaced_it(calendar: Path) -> None:
    write(calendar, f"2563-1,{DAYS},2020-07-10,", heading="period,start_date,end_date,due_date,forms")
    assert mistake(calendar).startswith("calendar.csv: the column forms is gone; form, one a row")


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (f"1/2563,{DAYS},,,{SENT},,", "calendar.csv, line 2: period: "),
        ("2563-1,2020-11-13,2020-07-01,,," + SENT + ",,", "line 2: end_date lies before start_date"),
        (f"2563-1,{DAYS},,,2020-07-11,2020-07-10,2020-11-30,,", "due_date lies before opening_date"),
        (f"2563-1,{DAYS},,,2020-07-01,2020-12-10,2020-11-30,,", "closing_date lies before due_date"),
        (f"2563-1,{DAYS},,,,2020-07-10,2020-11-30,,", "line 2: opening_date: "),
        (
            f"2563-1,{DAYS},staff,,{SENT},,",
            "form: there is no form 'staff'; there are enrolment, school_register",
        ),
        (
            f"2563-1,{DAYS},enrolment,round_1,{SENT},,",
            "part: the form 'enrolment' has no part 'round_1'; leave it empty",
        ),
        (f"2563-1,{DAYS},,,{SENT},due,", "to_confirm: 'due' is no column of days; there are start_date"),
    ],
)
def test_a_mistake_is_one_sentence_with_its_line(calendar: Path, line: str, sentence: str) -> None:
    assert sentence in mistake(write(calendar, line))


def test_rows_for_the_same_returns_or_with_other_days_of_the_period_are_refused(calendar: Path) -> None:
    row = f"2563-1,{DAYS},,,{SENT},,"
    again = mistake(write(calendar, row, row))
    assert (
        again == "calendar.csv, line 3: period 2563-1 for every form stands in calendar.csv, line 2 already"
    )
    twice = mistake(
        write(calendar, row.replace(",,,", ",enrolment,,", 1), row.replace(",,,", ",enrolment,,", 1))
    )
    assert "period 2563-1 for form enrolment stands in calendar.csv, line 2 already" in twice
    moved = f"2563-1,2020-07-02,2020-11-13,enrolment,,{SENT},,"
    assert "line 3: start_date of 2563-1 is another than in calendar.csv, line 2" in mistake(
        write(calendar, row, moved)
    )


def test_a_calendar_without_periods_is_refused(calendar: Path) -> None:
    assert "no period is listed" in mistake(write(calendar))


def test_chiang_mai_has_one_open_period_of_each_kind_on_every_day_to_the_coming_year() -> None:
    province = load_province(default_province_folder(), OF_EACH_KIND)
    day, last = date(2019, 11, 1), date(2028, 5, 15)
    while day <= last:
        for kind, form in FORM_OF_KIND.items():
            assert len(province.open_periods(form, ("",), (kind,), day)) == 1, (day, kind)
        day += timedelta(days=1)


def test_chiang_mai_is_in_the_second_semester_of_2569_on_the_last_day_of_november_2569() -> None:
    province = load_province(default_province_folder(), OF_EACH_KIND)
    today = date(2026, 11, 30)
    found = [str(*province.open_periods(form, ("",), (kind,), today)) for kind, form in FORM_OF_KIND.items()]
    assert found == ["2569-2", "2569", "FY2570"]
    assert province.newest_period(today).code == "2569-2"


def test_chiang_mai_runs_from_2562_2_to_the_coming_year_with_every_day_that_is_not_confirmed_marked() -> None:
    lines = CHIANG_MAI.read_text(encoding="utf-8").splitlines()[1:]
    rows = [dict(zip(HEADING.split(","), line.split(","), strict=True)) for line in lines]
    semesters = [row["period"] for row in rows if "-" in row["period"]]
    assert (semesters[0], semesters[-1]) == ("2562-2", "2570-2")
    assert semesters == sorted(semesters)
    confirmed = {
        (row["period"], name, row[name])
        for row in rows
        for name in ("start_date", "end_date", "opening_date", "due_date", "closing_date")
        if name not in row["to_confirm"].split() and not row["period"].startswith("FY")
    }
    assert confirmed == {
        ("2563-1", "start_date", "2020-07-01"),
        ("2563", "start_date", "2020-07-01"),
        ("2564-1", "start_date", "2021-06-14"),
        ("2564-1", "end_date", "2021-10-15"),
        ("2564", "start_date", "2021-06-14"),
        ("2564-2", "start_date", "2021-11-01"),
        ("2565-1", "opening_date", "2022-05-12"),
    }


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (f"2563-1,2563-07-01,2563-11-13,,,{SENT},,", "2563-07-01"),
        (f"2563-1,{DAYS},,,2563-07-01,2563-07-10,2563-11-30,,", "2563-07-01"),
        (f"2563-1,{DAYS},,,2030-07-01,2030-07-10,2030-11-30,,", "2030-07-01"),
    ],
)
def test_days_far_from_their_period_are_refused_with_the_year_to_write(
    calendar: Path, line: str, day: str
) -> None:
    said = mistake(write(calendar, line))
    assert day in said
    assert "2020-07-01" in said


@pytest.mark.parametrize(
    ("days", "column"),
    [
        (",2020-07-10,2020-11-30", "opening_date"),
        ("2020-07-01,,2020-11-30", "due_date"),
        ("2020-07-01,2020-07-10, ", "closing_date"),
    ],
)
def test_a_day_that_is_missing_is_told_in_our_words(calendar: Path, days: str, column: str) -> None:
    write(calendar, f"2563-1,{DAYS},,,{SENT},,", f"2563-2,{DAYS},,,{days},,")
    assert mistake(calendar) == (
        f"calendar.csv, line 3: {column}: the day is missing; "
        "write year, month and day in the Christian era, such as 2020-07-01"
    )


@pytest.mark.parametrize("typed", ["1/7/2563", "2020-13-01", "soon"])
def test_what_is_no_day_is_told_in_our_words(calendar: Path, typed: str) -> None:
    write(calendar, f"2563-1,{DAYS},,,{typed},2020-07-10,2020-11-30,,")
    assert mistake(calendar) == (
        f"calendar.csv, line 2: opening_date: {typed!r} is no day; "
        "write year, month and day in the Christian era, such as 2020-07-01"
    )
