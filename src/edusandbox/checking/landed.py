"""Checks deliveries that lie in a landing store: the work of a worker, here or on another machine."""

from collections.abc import Sequence

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.sources.landing import LandingStore
from edusandbox.submissions import CheckedDelivery, Delivery


def check_landed(
    deliveries: Sequence[Delivery], landing_url: str, context: CheckContext
) -> tuple[CheckedDelivery, ...]:
    """Reads deliveries' bytes from the landing store and checks them together.

    Raises:
        MissingBytesError: The landing store does not hold a delivery's bytes.
        DamagedBytesError: The bytes that it holds are not those that came.
    """
    landing = LandingStore(landing_url)
    return check_deliveries(((each, landing.get(each.sha256)) for each in deliveries), context)


def warm_up() -> None:
    """Does nothing: a worker that has called it has imported everything that checking needs."""
