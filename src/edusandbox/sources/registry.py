"""What a province's folder says: its agencies, where they leave files, what they owe and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from edusandbox.periods import Period
from edusandbox.transforms.layout_lines import LayoutAdditions

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
        forms: Forms that it owes in each period that collects them.
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


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One period of the province's calendar.

    Attributes:
        period: The period.
        start_date: Its first day.
        end_date: Its last day.
        due_date: Last day to send.
        is_open: Whether it is the period that deliveries without a period of their own belong to.
        forms: Forms collected in it; empty means every form.
    """

    period: Period
    start_date: date
    end_date: date
    due_date: date
    is_open: bool
    forms: tuple[str, ...] = ()


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

    def owed(self) -> tuple[tuple[Agency, str, CalendarEntry], ...]:
        """Every (agency, form, calendar entry) that the province expects a submission for."""
        return tuple(
            (agency, form, entry)
            for entry in self.calendar.values()
            for agency in self.agencies
            if agency.is_valid_on(entry.start_date)
            for form in agency.forms
            if not entry.forms or form in entry.forms
        )
