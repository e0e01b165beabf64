"""What the checking of a delivery depends on besides its bytes."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from edusandbox.checking.references import SchoolReferences
from edusandbox.sources.limits import DEFAULT_LIMITS, Limits
from edusandbox.sources.registry import Province
from schemas.periods import Period

if TYPE_CHECKING:
    from schemas.form import Form


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Settings of a check; picklable, the same for every delivery of a run.

    Attributes:
        province: The province's registry.
        today: The day of the run, by which periods are open.
        limits: The bounds of reading one delivery.
        references: The schools that the warehouse knows; None to leave codes of schools unchecked.
        tells_reading: Whether somebody asks what was read, besides what becomes of it.
        asked_period: The only period that is open, whatever the day is; None where the calendar decides.
    """

    province: Province
    today: date
    references: SchoolReferences | None = None
    limits: Limits = DEFAULT_LIMITS
    tells_reading: bool = False
    asked_period: Period | None = None

    def open_periods(self, form: "Form", parts: Collection[str]) -> tuple[Period, ...]:
        """The periods to which a table of some parts of a form may belong; it does where there is one."""
        if self.asked_period is not None:
            return (self.asked_period,) if self.asked_period.kind in form.period_kinds else ()
        return self.province.open_periods(form.code, parts, form.period_kinds, self.today)

    @property
    def day_of_agencies(self) -> date:
        """The day as of which agencies are meant where no table says its period."""
        entry = self.asked_period and self.province.calendar.get(self.asked_period.code)
        return entry.start_date if entry else self.today
