"""Made-up Thai names of the right shape; a likeness to a real school or place is chance."""

from collections.abc import Iterator
from random import Random

_LAND = (
    "ห้วย", "หนอง", "ดอย", "ป่า", "ทุ่ง", "สัน", "ดง", "ร่อง", "ท่า", "โป่ง", "เหล่า", "ปาง", "ม่อน", "กิ่ว", "นา", "สบ",
    "น้ำ", "วัง", "แม่", "ขุน",
)  # fmt: skip
_GROWTH = (
    "เดื่อ", "ไคร้", "แพะ", "ก้อม", "ขาม", "ตาล", "ยาง", "ซาง", "เปา", "บง", "หมาก", "กล้วย", "จันทน์", "พลวง",
    "แหน", "ผึ้ง", "เอื้อง", "ไผ่", "หวาย", "สัก",
)  # fmt: skip
_LUSTRE = ("คำ", "แก้ว", "ทอง", "งาม", "ใหม่", "หลวง", "น้อย", "ใต้", "เหนือ", "ใส", "ชัย", "เงิน", "ฟ้า", "ดาว")
_MERIT = ("วิทยา", "พิทยา", "ราษฎร์อุทิศ", "ประชานุกูล", "สามัคคี", "วิทยาคม", "พัฒนา")
_TEMPLE = ("ศรี", "พระธาตุ", "ป่า", "ดอน", "ใหม่")
_THAI_DIGITS = "๒๓๔๕"
_PRIMARY_SHAPES = {
    "บ้าน{place}": 10,
    "วัด{temple}{place}": 3,
    "ชุมชนบ้าน{place}": 2,
    "บ้าน{place} ({other}{merit})": 2,
    "อนุบาล{place}": 1,
    "บ้าน{place} สาขาบ้าน{other}": 1,
    "{place}{merit} {digit}": 1,
}
"""Shapes of names and how often each is chosen."""


def place_name(random: Random) -> str:
    """Makes up a village's or sub-district's name, e.g. `ห้วยเดื่อคำ`."""
    return random.choice(_LAND) + random.choice(_GROWTH) + random.choice(_LUSTRE)


def distinct_place_names(random: Random, count: int) -> tuple[str, ...]:
    """Makes up names of places, no two alike.

    Raises:
        ValueError: More are asked for than the words can make.
    """
    if count > len(_LAND) * len(_GROWTH) * len(_LUSTRE):
        raise ValueError(f"there are not {count} different made-up names of places")
    names: dict[str, None] = {}
    while len(names) < count:
        names[place_name(random)] = None
    return tuple(names)


def school_names(random: Random, is_secondary: bool) -> Iterator[str]:  # noqa: FBT001 - names the kind
    """Makes up names of schools without end, none twice.

    Args:
        random: Source of choices.
        is_secondary: Whether they are named as secondary schools are (`...วิทยาคม`).
    """
    make = _secondary_name if is_secondary else _primary_name
    given: set[str] = set()
    while True:
        name = make(random)
        if name not in given:
            given.add(name)
            yield name


def _secondary_name(random: Random) -> str:
    return place_name(random) + random.choice(("วิทยาคม", "พิทยาคม", "วิทยา", "พิทยานุกูล"))


def _primary_name(random: Random) -> str:
    shape = random.choices(list(_PRIMARY_SHAPES), list(_PRIMARY_SHAPES.values()))[0]
    return shape.format(
        place=place_name(random),
        other=place_name(random),
        temple=random.choice(_TEMPLE),
        merit=random.choice(_MERIT),
        digit=random.choice(_THAI_DIGITS),
    )
