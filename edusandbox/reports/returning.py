"""Writes marked workbooks back to where their senders look: the folder `out` below the agency's own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from edusandbox.form_parts import form_and_part
from edusandbox.sources.inbox import write_beside
from edusandbox.sources.landing import LandingStore
from edusandbox.sources.limits import DEFAULT_LIMITS, Limits
from edusandbox.submissions import CheckedDelivery
from schemas.catalogue import FORMS
from schemas.personal_data import listed_words, personal_headings
from transforms.grid import Grid

_UNREADABLE = "FI0"


@dataclass(frozen=True, slots=True)
class MarkOrder:
    """One marked workbook to write.

    Attributes:
        checked: The delivery and its issues.
        agency_name_th: The sender's name.
        folder_url: The sender's folder.
        limits: The bounds of reading.
    """

    checked: CheckedDelivery
    agency_name_th: str
    folder_url: str
    limits: Limits = DEFAULT_LIMITS


def return_marked(orders: Sequence[MarkOrder], landing_url: str, checked_at: datetime) -> tuple[str, ...]:
    """Writes the marked workbook of each delivery.

    Args:
        orders: What to write.
        landing_url: Landing store that holds the deliveries' bytes.
        checked_at: When they were checked, UTC; stands in the workbook.

    Returns:
        Where each workbook lies, in order.
    """
    return tuple(_return_one(order, landing_url, checked_at) for order in orders)


def _return_one(order: MarkOrder, landing_url: str, checked_at: datetime) -> str:
    # Only where the work is done, not where it is given away.
    from edusandbox.reports.marked_workbook import marked_file_name, marked_workbook  # noqa: PLC0415

    delivery = order.checked.delivery
    content = marked_workbook(
        _grids(order, landing_url),
        order.checked,
        agency_name_th=order.agency_name_th,
        checked_at=checked_at,
        form_names_th={
            form_and_part(form.code, part): form.name_of_part_th(part)
            for form in FORMS.values()
            for part in form.part_codes
        },
    )
    return write_beside(order.folder_url, marked_file_name(delivery.path), content)


def _grids(order: MarkOrder, landing_url: str) -> tuple[Grid, ...]:
    """The sender's sheets without personal data; none of a file that could not be read."""
    from edusandbox.sources.readers import read_delivery  # noqa: PLC0415 - as above
    from transforms.privacy.personal_data import withhold_personal_data  # noqa: PLC0415

    delivery = order.checked.delivery
    if any(issue.code.startswith(_UNREADABLE) for issue in order.checked.issues):
        return ()  # looking into it again could end this process as well
    result = read_delivery(LandingStore(landing_url).get(delivery.sha256), delivery.file_name, order.limits)
    counted = order.checked.counted
    grids, _ = withhold_personal_data(result.grids, personal_headings(), listed_words(), counted)
    return grids
