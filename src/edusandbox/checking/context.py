"""What the checking of a delivery depends on besides its bytes."""

from dataclasses import dataclass

from edusandbox.checking.references import SchoolReferences
from edusandbox.periods import Period
from edusandbox.sources.limits import DEFAULT_LIMITS, Limits
from edusandbox.sources.registry import Province


@dataclass(frozen=True, slots=True)
class CheckContext:
    """Settings of a check; picklable, the same for every delivery of a run.

    Attributes:
        province: The province's registry.
        open_period: Period of deliveries that state none.
        limits: The bounds of reading one delivery.
        references: The schools that the warehouse knows; None to leave codes of schools unchecked.
        tells_reading: Whether somebody asks what was read, besides what becomes of it.
    """

    province: Province
    open_period: Period
    references: SchoolReferences | None = None
    limits: Limits = DEFAULT_LIMITS
    tells_reading: bool = False
