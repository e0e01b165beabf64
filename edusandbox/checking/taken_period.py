"""Which period is taken for a table whose rows name none, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from edusandbox.checking.context import CheckContext
from edusandbox.checking.stated_periods import StatedPeriods
from edusandbox.period_source import PeriodSource
from schemas.form import Form
from schemas.issues import Finding
from schemas.periods import Period, PeriodKind, buddhist_date
from transforms.periods.period_text import semester_of


@dataclass(frozen=True, slots=True)
class TakenPeriod:
    """The period of a table, as what stands around it tells it.

    Attributes:
        period: The period; of an open question the academic year that the file speaks of, under which it
            waits without being filed.
        source: What says so.
        finding: What is said of it where it was not plainly stated, without its place.
        is_open_question: Whether a person must say which period it is.
        is_by_calendar: Whether the calendar says it and the file does not, or not whole.
    """

    period: Period
    source: PeriodSource
    finding: Finding | None = None
    is_open_question: bool = False
    is_by_calendar: bool = False


def take_period(
    stated: StatedPeriods, context: CheckContext, form: Form, open_periods: Sequence[Period]
) -> TakenPeriod:
    """Takes the period that is stated, else that of the day of the figures, else the open one.

    The open period is taken only where it is the only one and nothing speaks against it: a file that names
    another year, several semesters, another round, or a fiscal year or its quarter, is asked about and not
    filed under the open one.
    """
    if stated.periods:
        period = stated.periods[0]
        return TakenPeriod(period, stated.source or PeriodSource.TITLE, _of_whole_year(stated, period))
    if PeriodKind.FISCAL_YEAR in form.period_kinds and len(stated.fiscal_years) == 1:
        return TakenPeriod(Period(min(stated.fiscal_years), PeriodKind.FISCAL_YEAR), PeriodSource.TITLE)
    if stated.as_at is not None:
        return _taken_of_day(stated, stated.as_at, context, form)
    if len(open_periods) != 1:
        return _unanswered(stated, open_periods, context.today)
    (open_period,) = open_periods
    return _open_question(stated, open_period) or _taken_from_calendar(stated, open_period)


def _of_whole_year(stated: StatedPeriods, period: Period) -> Finding | None:
    """Says of a return that is sent for years that it names a semester."""
    semesters = dict.fromkeys(each.name_th for each in stated.semesters_of_year)
    params = {"found": ", ".join(semesters), "period": period.code}
    return Finding("RE019", params=params) if semesters else None


def _taken_of_day(stated: StatedPeriods, day: date, context: CheckContext, form: Form) -> TakenPeriod:
    """The period of the day of the figures, unless another semester is named beside it."""
    period = _period_of_day(day, context, form)
    if period is None:
        return _question("RE014", semester_of(day).year_be, [buddhist_date(day)])
    if (stated.semesters | stated.rounds) - {period.semester}:
        return _question("RE014", period.year_be, [period.code, *_named(stated)])
    params = {"period": period.code, "day": buddhist_date(day)}
    return TakenPeriod(period, PeriodSource.DAY, Finding("RE011", params=params))


def _unanswered(stated: StatedPeriods, open_periods: Sequence[Period], today: date) -> TakenPeriod:
    """What a person is asked where the calendar has no answer: no period is open, or several are."""
    years = stated.academic_years | set(stated.years_in_names)
    if stated.unclear or years or _named(stated):
        said = [each.code for each in stated.unclear] or [*map(str, sorted(years)), *_named(stated)]
        named = [each.year_be for each in stated.unclear] or sorted(years)
        return _question("RE014", named[-1] if named else semester_of(today).year_be, said)
    params = {"day": buddhist_date(today)}
    if not open_periods:
        return _held(semester_of(today).year_be, Finding("RE017", params=params))
    params["found"] = ", ".join(f"{each.name_th} ({each.code})" for each in open_periods)
    return _held(open_periods[-1].year_be, Finding("RE018", params=params))


def _open_question(stated: StatedPeriods, open_period: Period) -> TakenPeriod | None:
    """What a person is asked, where anything speaks against the open period."""
    if stated.unclear:
        return _question("RE014", stated.unclear[-1].year_be, [each.code for each in stated.unclear])
    years = stated.academic_years | set(stated.years_in_names)
    others = years - {open_period.year_be}
    is_other_semester = bool((stated.semesters | stated.rounds) - {open_period.semester})
    is_other_semester |= bool(stated.fiscal_years or stated.quarters)
    if not others and not is_other_semester and not (years and stated.is_of_years_end):
        if stated.month is None or is_about(open_period, stated.month):
            return None
        return _question("RE014", semester_of(stated.month).year_be, [buddhist_date(stated.month)])
    nearest = next(
        (year for year in stated.years_in_names if year in others), min(others, default=open_period.year_be)
    )
    code = "RE014" if stated.academic_years or is_other_semester else "RE013"
    return _question(code, nearest, [*map(str, sorted(years)), *_named(stated)])


def _taken_from_calendar(stated: StatedPeriods, open_period: Period) -> TakenPeriod:
    """The open period, of which is said how far the file names it itself."""
    is_of_its_year = bool(stated.academic_years or stated.years_in_names)
    if is_of_its_year and stated.semesters:
        return TakenPeriod(open_period, PeriodSource.OPEN_PERIOD)
    params = {"period": open_period.code}
    if is_of_its_year:
        params["year"] = str(open_period.year_be)
    code = "RE015" if is_of_its_year else "RE009"
    finding = Finding(code, params=params)
    return TakenPeriod(open_period, PeriodSource.OPEN_PERIOD, finding, is_by_calendar=True)


def _named(stated: StatedPeriods) -> list[str]:
    """What is stated beside years, and is no period by itself, as people name it."""
    return [
        *(f"ภาคเรียนที่ {semester}" for semester in sorted(stated.semesters)),
        *(f"รอบที่ {number}" for number in sorted(stated.rounds)),
        *stated.quarters,
        *(f"ปีงบประมาณ {year}" for year in sorted(stated.fiscal_years)),
    ]


def _question(code: str, year: int, said: list[str]) -> TakenPeriod:
    return _held(year, Finding(code, params={"found": ", ".join(said)}))


def _held(year: int, finding: Finding) -> TakenPeriod:
    period = Period(year, PeriodKind.ACADEMIC_YEAR)
    return TakenPeriod(period, PeriodSource.OPEN_QUESTION, finding, is_open_question=True)


def _period_of_day(day: date, context: CheckContext, form: Form) -> Period | None:
    """The period of figures as at a day: the calendar's of the form's kinds, otherwise the day's semester.

    Of a form that is sent for years alone, a day that lies in none of the calendar's tells no period.
    """
    entries = context.province.calendar.values()
    for kind in form.period_kinds:
        for entry in entries:
            if entry.period.kind is kind and entry.start_date <= day <= entry.end_date:
                return entry.period
    return semester_of(day) if PeriodKind.SEMESTER in form.period_kinds else None


def is_about(period: Period, day: date) -> bool:
    """Whether figures of a period may be of a day: in it, or in the semester after, when they are closed."""
    of_day = semester_of(day)
    steps = (of_day.year_be - period.year_be) * 2 + of_day.semester
    match period:
        case Period(kind=PeriodKind.SEMESTER, semester=1 | 2):
            return steps - period.semester in {0, 1}
        case Period(kind=PeriodKind.ACADEMIC_YEAR):
            return steps in {1, 2, 3}
        case _:
            return True


def may_be_called(period: Period, year: int) -> bool:
    """Whether a name with a year (Buddhist) may be that of figures of a period.

    Every semester but the first reaches into the calendar year after that of its academic year.
    """
    is_first = period.kind is PeriodKind.SEMESTER and period.semester == 1
    return year == period.year_be or (year == period.year_be + 1 and not is_first)
