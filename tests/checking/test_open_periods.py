"""The period of a file that states none: the one that is open for its form on the day of the run."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.checking.stated_periods import StatedPeriods
from edusandbox.checking.taken_period import take_period
from edusandbox.sources.registry import CalendarEntry, SendingDays
from edusandbox.submissions import CheckedDelivery, Delivery, Status
from schemas.catalogue import FORMS
from schemas.periods import Period, PeriodKind
from tests.calendars import calendar_entry
from tests.checking.builders import PROVINCE, csv_bytes, only_submission

OFFICE = [["ที่", "รหัสโรงเรียน", "ชื่อโรงเรียน", "ป.1 ชาย", "ป.1 หญิง"], ["1", "50010001", "บ้านสันทราย", "3", "4"]]
REGISTER = [
    ["รหัสโรงเรียน", "ชื่อโรงเรียน", "ประเภท", "ตำบล", "อำเภอ"],
    ["50010001", "บ้านสันทราย", "ป.1-6", "ก", "ข"],
]
FIRST = calendar_entry("2563-1", date(2020, 7, 1), date(2020, 11, 13), due=date(2020, 7, 10))
SECOND = calendar_entry("2563-2", date(2020, 12, 1), date(2021, 4, 9), due=date(2020, 12, 10))
YEAR = calendar_entry("2563", date(2020, 7, 1), date(2021, 6, 13))
PERIOD_RULES = {"RE007", "RE008", "RE009", "RE011", "RE013", "RE014", "RE015", "RE017", "RE018"}


def check_on(
    today: date,
    title: str = "จำนวนนักเรียน",
    path: str = "enrolment.csv",
    *,
    calendar: tuple = (FIRST, SECOND, YEAR),  # type: ignore[type-arg] # of entries
    asked: str | None = None,
) -> CheckedDelivery:
    """Checks an office's table of the first semester's schools on a day."""
    province = replace(PROVINCE, calendar={entry.period.code: entry for entry in calendar})
    context = CheckContext(province, today, asked_period=asked and Period.parse(asked))
    content = csv_bytes([[title], *OFFICE])
    delivery = Delivery("0" * 64, path.rpartition("/")[2], path, "5001", 0, datetime(2020, 7, 2, tzinfo=UTC))
    (checked,) = check_deliveries([(delivery, content)], context)
    return checked


def period_and_rules(checked: CheckedDelivery) -> tuple[str, set[str]]:
    rules = {issue.code for issue in checked.all_issues} & PERIOD_RULES
    return only_submission(checked).period.code, rules


@pytest.mark.parametrize(
    ("today", "period"),
    [
        (date(2020, 7, 1), "2563-1"),
        (date(2020, 11, 13), "2563-1"),
        (date(2020, 12, 1), "2563-2"),
        (date(2021, 4, 9), "2563-2"),
    ],
)
def test_the_open_period_follows_from_the_day_from_the_opening_to_the_closing_day(
    today: date, period: str
) -> None:
    checked = check_on(today)
    assert period_and_rules(checked) == (period, {"RE009"})
    assert checked.status is Status.ACCEPTED


@pytest.mark.parametrize(
    "today", [date(2020, 6, 30), date(2020, 11, 14), date(2020, 11, 30), date(2021, 4, 10)]
)
def test_where_no_period_is_open_a_file_that_states_none_is_held_with_that_question(today: date) -> None:
    checked = check_on(today)
    assert period_and_rules(checked)[1] == {"RE017"}
    assert (only_submission(checked).status, checked.status) == (Status.HELD, Status.HELD)
    assert only_submission(checked).period.kind == "academic_year"
    (issue,) = [each for each in checked.all_issues if each.code == "RE017"]
    day = f"{today.day}/{today.month}/{today.year + 543}"
    assert day in issue.message_th
    assert day in issue.message_en


def test_where_two_periods_are_open_a_file_that_states_none_is_held_with_both_named() -> None:
    late = replace(
        FIRST, sending=tuple(replace(days, closing_date=date(2020, 12, 5)) for days in FIRST.sending)
    )
    both = (late, SECOND)
    checked = check_on(date(2020, 12, 5), calendar=both)
    assert period_and_rules(checked)[1] == {"RE018"}
    assert only_submission(checked).status is Status.HELD
    (issue,) = [each for each in checked.all_issues if each.code == "RE018"]
    both_named = "ภาคเรียนที่ 1 ปีการศึกษา 2563 (2563-1), ภาคเรียนที่ 2 ปีการศึกษา 2563 (2563-2)"
    assert both_named in issue.message_en
    assert both_named in issue.message_th
    assert period_and_rules(check_on(date(2020, 12, 6), calendar=both)) == ("2563-2", {"RE009"})


@pytest.mark.parametrize(
    ("title", "path", "period"),
    [
        ("ภาคเรียนที่ 1/2563", "a.csv", "2563-1"),
        ("จำนวนนักเรียน", "2563-2/a.csv", "2563-2"),
        ("ข้อมูล ณ วันที่ 10 ธันวาคม 2563", "a.csv", "2563-2"),
    ],
)
def test_what_a_file_states_counts_whatever_is_open(title: str, path: str, period: str) -> None:
    for today in (date(2020, 7, 10), date(2020, 11, 20), date(2026, 11, 30)):
        checked = check_on(today, title, path)
        assert period_and_rules(checked)[0] == period
        assert checked.status is Status.ACCEPTED


@pytest.mark.parametrize(
    ("title", "path", "rule"),
    [
        ("จำนวนนักเรียน ปีการศึกษา 2563", "a.csv", "RE014"),
        ("จำนวนนักเรียน", "นักเรียน 2563.csv", "RE014"),
        ("จำนวนนักเรียน ภาคเรียนที่ 2", "a.csv", "RE014"),
        ("ภาคเรียนที่ 1/2563 เทียบกับ 2/2563", "a.csv", "RE014"),
        ("จำนวนนักเรียน ประจำเดือนพฤศจิกายน", "a.csv", "RE017"),
    ],
)
def test_half_a_period_is_asked_about_where_none_is_open(title: str, path: str, rule: str) -> None:
    checked = check_on(date(2020, 11, 20), title, path)
    assert period_and_rules(checked)[1] == {rule}
    assert checked.status is Status.HELD


def test_a_period_that_was_asked_for_is_the_open_one_whatever_the_day_is() -> None:
    assert period_and_rules(check_on(date(2026, 11, 30), asked="2563-1")) == ("2563-1", {"RE009"})


def test_a_period_of_a_kind_for_which_the_form_is_not_sent_is_never_taken() -> None:
    assert period_and_rules(check_on(date(2020, 7, 10), asked="2563"))[1] == {"RE017"}
    assert period_and_rules(check_on(date(2020, 7, 10), calendar=(YEAR,)))[1] == {"RE017"}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        (("time_taken",), ["2563-1"]),
        (("next_step",), ["2563-2"]),
        (("drop_out",), []),
        (("time_taken", "next_step"), ["2563-1", "2563-2"]),
        (("time_taken", "drop_out"), []),
    ],
)
def test_parts_that_are_sent_for_other_periods_have_no_one_open_period(
    parts: tuple[str, ...], expected: list[str]
) -> None:
    days = date(2020, 7, 1), date(2020, 8, 1), date(2021, 3, 31)
    calendar = {
        code: CalendarEntry(Period.parse(code), days[0], days[2], (SendingDays("completion", part, *days),))
        for code, part in {"2563-1": "time_taken", "2563-2": "next_step"}.items()
    }
    province = replace(PROVINCE, calendar=calendar)
    found = province.open_periods("completion", parts, (PeriodKind.SEMESTER,), date(2020, 12, 15))
    assert [period.code for period in found] == expected


def test_each_form_has_days_of_its_own() -> None:
    register_only = calendar_entry(
        "2563-1", date(2020, 7, 1), date(2020, 11, 13), closing=date(2020, 12, 31), forms=["school_register"]
    )
    enrolment_only = calendar_entry("2563-2", date(2020, 12, 1), date(2021, 4, 9), forms=["enrolment"])
    province = replace(PROVINCE, calendar={"2563-1": register_only, "2563-2": enrolment_only})
    semesters = (PeriodKind.SEMESTER,)
    open_on = {
        form: [each.code for each in province.open_periods(form, ("",), semesters, date(2020, 12, 15))]
        for form in ("school_register", "enrolment")
    }
    assert open_on == {"school_register": ["2563-1"], "enrolment": ["2563-2"]}
    assert check_on(date(2020, 12, 15), calendar=(register_only, enrolment_only)).status is Status.ACCEPTED
    assert check_on(date(2020, 11, 20), calendar=(register_only, enrolment_only)).status is Status.HELD


@pytest.mark.parametrize(
    ("day", "period", "rule"),
    [(date(2020, 12, 10), "2563", "RE011"), (date(2021, 6, 14), "2564", "RE014")],
)
def test_a_day_never_files_a_yearly_return_under_a_semester(day: date, period: str, rule: str) -> None:
    yearly = replace(FORMS["enrolment"], period_kinds=(PeriodKind.ACADEMIC_YEAR,))
    calendar = {entry.period.code: entry for entry in (FIRST, SECOND, YEAR)}
    context = CheckContext(replace(PROVINCE, calendar=calendar), day)
    stated = StatedPeriods((), (), frozenset(), as_at=day, years_in_names=())
    taken = take_period(stated, context, yearly, ())
    assert (taken.period.code, taken.finding and taken.finding.code) == (period, rule)
    assert taken.is_open_question is (rule == "RE014")


@pytest.mark.parametrize(
    ("title", "today", "expected"),
    [
        # A month without a year is the last one of its name, never one to come.
        ("จำนวนนักเรียน เดือนมีนาคม", date(2020, 7, 10), ("2562-2", {"RE007", "RE011"})),
        ("จำนวนนักเรียน เดือนธันวาคม", date(2020, 7, 10), ("2562-2", {"RE007", "RE011"})),
        ("จำนวนนักเรียน เดือนมิถุนายน", date(2020, 7, 10), ("2563-1", {"RE011"})),
        # A month with its year speaks against another semester of that year.
        ("จำนวนนักเรียน กรกฎาคม 2563", date(2020, 12, 5), ("2563", {"RE014"})),
        ("จำนวนนักเรียน ก.ค. 63", date(2020, 12, 5), ("2563", {"RE014"})),
        ("จำนวนนักเรียน เดือน 7/2563", date(2020, 12, 5), ("2563", {"RE014"})),
        ("จำนวนนักเรียน กรกฎาคม 2563", date(2020, 7, 10), ("2563-1", {"RE015"})),
    ],
)
def test_a_month_is_never_taken_for_a_semester_in_which_it_does_not_lie(
    title: str, today: date, expected: tuple[str, set[str]]
) -> None:
    assert period_and_rules(check_on(today, title)) == expected


@pytest.mark.parametrize(
    ("title", "path", "found"),
    [
        ("จำนวนนักเรียน รอบที่ 2", "a.csv", "รอบที่ 2"),
        ("จำนวนนักเรียน รอบ ๒", "a.csv", "รอบที่ 2"),
        ("จำนวนนักเรียน", "นักเรียน_รอบที่_2.csv", "รอบที่ 2"),
        ("จำนวนนักเรียน", "รอบที่ 3/a.csv", "รอบที่ 3"),
        ("จำนวนนักเรียน ไตรมาสที่ 3", "a.csv", "ไตรมาสที่ 3"),
        ("จำนวนนักเรียน ไตรมาส 3/2563", "a.csv", "ไตรมาสที่ 3/2563"),
        ("จำนวนนักเรียน", "Quarter 3.csv", "ไตรมาสที่ 3"),
        ("จำนวนนักเรียน ปีงบประมาณ 2563", "a.csv", "ปีงบประมาณ 2563"),
        ("จำนวนนักเรียน ปีงบประมาณ พ.ศ. 2564", "a.csv", "ปีงบประมาณ 2564"),
        ("จำนวนนักเรียน ประจำปีงบประมาณ ๖๓", "a.csv", "ปีงบประมาณ 2563"),
        ("Pupils, fiscal year 2020", "a.csv", "ปีงบประมาณ 2563"),
        ("จำนวนนักเรียน", "FY2563/a.csv", "ปีงบประมาณ 2563"),
        ("ไตรมาสที่ 2 ปีงบประมาณ 2563", "a.csv", "ไตรมาสที่ 2, ปีงบประมาณ 2563"),
        ("รอบที่ 2 ข้อมูล ณ วันที่ 10 มิถุนายน 2563", "a.csv", "รอบที่ 2"),
    ],
)
@pytest.mark.parametrize("today", [date(2020, 7, 10), date(2020, 11, 20)])
def test_what_is_stated_otherwise_than_by_semesters_is_asked_about_and_filed_under_none(
    title: str, path: str, found: str, today: date
) -> None:
    checked = check_on(today, title, path)
    assert period_and_rules(checked)[1] == {"RE014"}
    assert (only_submission(checked).status, only_submission(checked).period.kind) == (
        Status.HELD,
        PeriodKind.ACADEMIC_YEAR,
    )
    (issue,) = [each for each in checked.all_issues if each.code == "RE014"]
    assert found in issue.message_th
    assert found in issue.message_en


@pytest.mark.parametrize(
    ("title", "path", "rules"),
    [
        ("จำนวนนักเรียน รอบที่ 1", "a.csv", {"RE009"}),
        ("จำนวนนักเรียน รอบ 10 มิ.ย.", "a.csv", {"RE009"}),
        ("จำนวนนักเรียน รอบ 1 กรกฎาคม", "a.csv", {"RE009"}),
        ("จำนวนนักเรียน รอบ 6 เดือน", "a.csv", {"RE009"}),
        ("รอบที่ 2 ภาคเรียนที่ 1/2563", "a.csv", set()),
        ("ภาคเรียนที่ 1/2563 ปีงบประมาณ 2564 ไตรมาสที่ 3", "a.csv", set()),
        ("ปีการศึกษา 2563 ปีงบประมาณ 2563", "a.csv", {"RE015"}),
        ("ข้อมูล ณ วันที่ 10 มิถุนายน 2563 ปีงบประมาณ 2563", "a.csv", {"RE011"}),
        ("งบประมาณ 2563 บาท", "a.csv", {"RE009"}),
        ("จำนวนนักเรียน", "2563-1/ปีงบประมาณ 2563.csv", set()),
    ],
)
def test_what_agrees_with_the_open_period_or_stands_beside_a_stated_one_is_no_question(
    title: str, path: str, rules: set[str]
) -> None:
    assert period_and_rules(check_on(date(2020, 7, 10), title, path)) == ("2563-1", rules)


@pytest.mark.parametrize(
    ("path", "today", "expected"),
    [
        ("นักเรียน มิ.ย. 63.csv", date(2020, 12, 5), ("2563", {"RE014"})),
        ("นักเรียน_กรกฎาคม_2563.csv", date(2020, 12, 5), ("2563", {"RE014"})),
        ("มิถุนายน 2563/a.csv", date(2020, 12, 5), ("2563", {"RE014"})),
        ("2563-06/a.csv", date(2020, 12, 5), ("2563", {"RE014"})),
        ("06-2563.csv", date(2020, 12, 5), ("2563", {"RE014"})),
        ("นักเรียน มิถุนายน.csv", date(2020, 12, 5), ("2563", {"RE014"})),
        # March of the year is still to come: the last one was in the second semester of the year before.
        ("นักเรียน มีนาคม.csv", date(2020, 7, 10), ("2562", {"RE014"})),
        ("นักเรียน มิ.ย. 63.csv", date(2020, 7, 10), ("2563-1", {"RE009"})),
        ("นักเรียน มิถุนายน.csv", date(2020, 7, 10), ("2563-1", {"RE009"})),
        ("2563-12/a.csv", date(2020, 12, 5), ("2563-2", {"RE015"})),
        # The day in a name is mostly the one on which it was saved.
        ("นักเรียน 10 มิ.ย. 63.csv", date(2020, 12, 5), ("2563-2", {"RE015"})),
        ("2563-2/นักเรียน มิ.ย. 63.csv", date(2020, 12, 5), ("2563-2", set())),
    ],
)
def test_the_month_in_the_name_of_a_file_or_folder_speaks_against_another_semester(
    path: str, today: date, expected: tuple[str, set[str]]
) -> None:
    assert period_and_rules(check_on(today, path=path)) == expected


def test_a_fiscal_year_is_the_period_of_a_form_that_is_sent_for_fiscal_years() -> None:
    by_year = replace(FORMS["enrolment"], period_kinds=(PeriodKind.FISCAL_YEAR,))
    calendar = {entry.period.code: entry for entry in (FIRST, SECOND, YEAR)}
    context = CheckContext(replace(PROVINCE, calendar=calendar), date(2020, 7, 10))
    stated = StatedPeriods((), (), frozenset(), None, (), fiscal_years=frozenset({2563}))
    taken = take_period(stated, context, by_year, ())
    assert (taken.period.code, taken.finding, taken.is_open_question) == ("FY2563", None, False)
