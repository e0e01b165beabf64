"""The tables of one form in a group of deliveries, and the columns that keep their rows apart."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from edusandbox.checking.parsing import ParsedDelivery, ParsedSheet

AGENCY = "submission_agency"
PERIOD = "submission_period"
PART = "submission_part"
DELIVERY = "delivery_position"
SHEET = "sheet_position"
FAULTY = "is_faulty"
SUBMISSION_KEY = (DELIVERY, AGENCY, PERIOD, PART)
"""The columns that say which submission a row belongs to."""


@dataclass(frozen=True, slots=True)
class FormSheet:
    """A table of the form.

    Attributes:
        delivery_position: Position of its delivery in the group.
        delivery: Its delivery.
        parsed: The table.
    """

    delivery_position: int
    delivery: "ParsedDelivery"
    parsed: "ParsedSheet"
