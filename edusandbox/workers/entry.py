"""Checks deliveries that lie in a landing store: the work of a worker, here or on another machine."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from functools import partial

from edusandbox.checking.context import CheckContext
from edusandbox.checking.personal_findings import name_findings
from edusandbox.sources.landing import LandingStore
from edusandbox.sources.registry import Province
from edusandbox.submissions import CheckedDelivery, Delivery
from edusandbox.workers.limits import arm
from schemas.issues import Finding
from schemas.rules import describe_all


def check_landed(
    deliveries: Sequence[Delivery], landing_url: str, context: CheckContext
) -> tuple[CheckedDelivery, ...]:
    """Reads deliveries' bytes from the landing store and checks them together.

    Raises:
        MissingBytesError: The landing store does not hold a delivery's bytes.
        DamagedBytesError: The bytes that it holds are not those that came.
    """
    landing = LandingStore(landing_url)
    return check_bounded([(each, partial(landing.get, each.sha256)) for each in deliveries], context)


def check_bytes(delivery: Delivery, content: bytes, context: CheckContext) -> tuple[CheckedDelivery, ...]:
    """Checks one delivery whose bytes are at hand, within the context's limits."""
    return check_bounded([(delivery, lambda: content)], context)


def check_bounded(
    deliveries: Sequence[tuple[Delivery, Callable[[], bytes]]], context: CheckContext
) -> tuple[CheckedDelivery, ...]:
    """Checks deliveries within the context's limits of memory and time, if this process is a worker.

    Args:
        deliveries: The files, and how to get the bytes of each.
        context: Registry, open period, references, limits.

    Returns:
        One result a delivery, in order; a single one that needs more memory than it may is rejected.

    Raises:
        MemoryError: Several deliveries together need more memory than they may.
    """
    from edusandbox.checking.group import check_deliveries  # noqa: PLC0415 - only where the work is done

    seconds = context.limits.seconds

    def armed() -> Iterator[tuple[Delivery, bytes]]:
        for delivery, content in deliveries:
            arm(seconds)
            yield delivery, content()
        arm(seconds * len(deliveries))

    try:
        return check_deliveries(armed(), context)
    except (MemoryError, SystemError):
        # A library in C that gets no memory may end without saying so.
        if len(deliveries) > 1:
            raise
        limit = f"{context.limits.memory_bytes / 1_000_000:,.0f} MB"
        return (rejected(deliveries[0][0], Finding("FI012", params={"limit": limit})),)
    finally:
        arm(0)


def rejected(delivery: Delivery, finding: Finding) -> CheckedDelivery:
    """A delivery that could not be read, with the reason."""
    return CheckedDelivery(delivery, issues=describe_all([finding, *name_findings(delivery)]))


def warm_up() -> None:
    """Checks a made-up line, so that what the first check of a process costs (a second) is behind it."""
    from edusandbox.checking.group import check_deliveries  # noqa: PLC0415 - as above

    heading = "ปีการศึกษา,ภาคเรียน,รหัสโรงเรียน,ชื่อโรงเรียน,ระดับชั้น,นักเรียนชาย,นักเรียนหญิง,รวม,ห้องเรียน"
    content = f"{heading}\n2563,1,50010001,ก,ป.1,1,1,2,1\n".encode()
    delivery = Delivery("", "warm_up.csv", "warm_up.csv", "", len(content), datetime.now(UTC))
    nowhere = Province(code="", name_th="", name_en="", agencies=(), calendar={})
    check_deliveries([(delivery, content)], CheckContext(nowhere, date(2020, 7, 1)))
