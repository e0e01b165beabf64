"""Checks deliveries that lie in a landing store: the work of a worker, here or on another machine."""

from collections.abc import Sequence
from datetime import UTC, datetime

from edusandbox.checking.context import CheckContext
from edusandbox.checking.group import check_deliveries
from edusandbox.periods import Period
from edusandbox.sources.landing import LandingStore
from edusandbox.sources.registry import Province
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
    """Checks a made-up line, so that what the first check of a process costs (a second) is behind it."""
    heading = "ปีการศึกษา,ภาคเรียน,รหัสโรงเรียน,ชื่อโรงเรียน,ระดับชั้น,นักเรียนชาย,นักเรียนหญิง,รวม,ห้องเรียน"
    content = f"{heading}\n2563,1,50010001,ก,ป.1,1,1,2,1\n".encode()
    delivery = Delivery("", "warm_up.csv", "warm_up.csv", "", len(content), datetime.now(UTC))
    nowhere = Province(code="", name_th="", name_en="", agencies=(), calendar={})
    check_deliveries([(delivery, content)], CheckContext(nowhere, Period.parse("2563-1")))
