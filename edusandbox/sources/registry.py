"""What a province's folder says: its agencies, where they leave files, what they owe and when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import date

from edusandbox.form_parts import form_and_part
from schemas.layouts.lines import LayoutAdditions
from schemas.periods import Period, PeriodKind

AGENCY_CODE_SCHEMES = ("area4", "area8", "area6")


@dataclass(frozen=True, slots=True)
class Agency:
    """One agency as it was between two dates; an agency that was split or renamed has several.

    Attributes:
        code: Stable code by which the province knows the agency.
        name_th: Name for people, Thai.
        name_en: Name for people, English.
        kind: `สพป.`, `สพม.`, `สช.`, `อปท.`, `สอศ.`, `สกร.`, `ศธจ.` and the like.
        scheme_codes: Its codes by scheme (`area4` 5001, `area8` 50010000, `area6` 101734).
        valid_from_date: First day that this row holds.
        valid_to_date: Last day that this row holds; None while it lasts.
        folder: Where it leaves files, below the province's inbox.
        forms: Forms that it owes in each period that collects them; `form/part` for one part alone.
        sends_for_province: Whether its files may speak for any agency of the province.
    """

    code: str
    name_th: str
    name_en: str
    kind: str
    scheme_codes: Mapping[str, str]
    valid_from_date: date
    valid_to_date: date | None
    folder: str
    forms: tuple[str, ...]
    sends_for_province: bool

    def is_valid_on(self, day: date) -> bool:
        """Whether this row holds on a day."""
        return self.valid_from_date <= day and (self.valid_to_date is None or day <= self.valid_to_date)

    def owes(self, form: str, part: str) -> bool:
        """Whether it owes a part of a form, where the calendar asks for it."""
        return form in self.forms or form_and_part(form, part) in self.forms


@dataclass(frozen=True, slots=True)
class SendingDays:
    """The days of a period on which one part of a form is sent; each is over at 24:00 in Bangkok.

    Attributes:
        form: Code of the form.
        part: Code of the part; '' of a form that has none.
        opening_date: First day on which a file that states no period belongs to this one.
        due_date: Last day to send in time.
        closing_date: Last day on which a file that states no period belongs to this one.
    """

    form: str
    part: str
    opening_date: date
    due_date: date
    closing_date: date

    def is_open_on(self, day: date) -> bool:
        """Whether a day lies between the first and the last."""
        return self.opening_date <= day <= self.closing_date


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One period of the province's calendar.

    Attributes:
        period: The period.
        start_date: Its first day.
        end_date: Its last day.
        sending: When each part of the forms that are collected in it is sent; what is not named is not
            collected.
    """

    period: Period
    start_date: date
    end_date: date
    sending: tuple[SendingDays, ...] = ()

    @property
    def due_date(self) -> date | None:
        """The last due day of any form; None where no form is collected."""
        return max((days.due_date for days in self.sending), default=None)

    @property
    def opening_date(self) -> date | None:
        """The first day on which any form is sent; None where no form is collected."""
        return min((days.opening_date for days in self.sending), default=None)

    def days_of(self, form: str, part: str) -> SendingDays | None:
        """When a part of a form is sent; None where it is not collected."""
        return next((days for days in self.sending if (days.form, days.part) == (form, part)), None)


@dataclass(frozen=True, slots=True)
class Province:
    """A province's registry.

    Attributes:
        code: TIS 1099 code, e.g. `50`.
        name_th: Name, Thai.
        name_en: Name, English.
        agencies: All dated rows of all agencies, in file order.
        calendar: Its periods by code, in order of their start.
        layouts: Layouts and spellings of its own.
        keeps_personal_data: Whether the landing store may keep files in which personal data was found.
    """

    code: str
    name_th: str
    name_en: str
    agencies: tuple[Agency, ...]
    calendar: Mapping[str, CalendarEntry]
    layouts: LayoutAdditions = field(default_factory=LayoutAdditions)
    keeps_personal_data: bool = False

    @property
    def all_scheme_codes(self) -> frozenset[str]:
        """Every code of every agency in any scheme: in a column of schools it is no school."""
        return frozenset(code for each in self.agencies for code in each.scheme_codes.values())

    def agency(self, code: str, day: date) -> Agency | None:
        """The agency of this stable code as it was on a day, or None."""
        return next((each for each in self.agencies if each.code == code and each.is_valid_on(day)), None)

    def is_sender_for_all(self, code: str, day: date) -> bool:
        """Whether an agency sends for the whole province on a day."""
        agency = self.agency(code, day)
        return agency is not None and agency.sends_for_province

    def agency_by_scheme_code(self, code: str, day: date) -> Agency | None:
        """The agency that a code of any scheme named on a day, or None."""
        return next(
            (each for each in self.agencies if code in each.scheme_codes.values() and each.is_valid_on(day)),
            None,
        )

    def agency_names(self, day: date) -> dict[str, str]:
        """Thai names of the agencies as of a day, by code; one that was gone by then under its last name."""
        names = {each.code: each.name_th for each in self.agencies}
        return names | {each.code: each.name_th for each in self.agencies if each.is_valid_on(day)}

    def open_periods(
        self, form: str, parts: Collection[str], kinds: Collection[PeriodKind], day: date
    ) -> tuple[Period, ...]:
        """The periods of some kinds for which parts of a form are sent on a day, in order of their start.

        Where not all of the parts are sent for the same periods there is no one answer for them together: not
        even one that is open for some of them alone is given.
        """
        open_for = [
            [
                entry.period
                for entry in self.calendar.values()
                if entry.period.kind in kinds and (days := entry.days_of(form, part)) and days.is_open_on(day)
            ]
            for part in parts
        ]
        if all(periods == open_for[0] for periods in open_for):
            return tuple(open_for[0])
        found = dict.fromkeys(period for periods in open_for for period in periods)
        return tuple(found) if len(found) > 1 else ()

    def newest_period(self, day: date) -> Period:
        """The period that was opened last by a day, semesters before years; before any was, the first one."""
        kinds = list(PeriodKind)
        entries = list(self.calendar.values())
        dated = [
            (-kinds.index(entry.period.kind), entry.opening_date, entry.period)
            for entry in entries
            if entry.opening_date is not None
        ]
        opened = [each for each in dated if each[1] <= day]
        if opened:
            return max(opened)[-1]
        return dated[0][-1] if dated else entries[0].period

    def owed(self) -> tuple[tuple[Agency, CalendarEntry, SendingDays], ...]:
        """Every (agency, calendar entry, days of a part) for which the calendar ever expects a submission."""
        return tuple(
            (agency, entry, days)
            for entry in self.calendar.values()
            for agency in self.agencies
            if agency.is_valid_on(entry.start_date)
            for days in entry.sending
            if agency.owes(days.form, days.part)
        )
