"""What the fields of a form hold: each kind says how a cell is read, what is checked and how it is kept.

A form declares its fields, and everything that the program knows of a column follows from that: nothing is
guessed from a name. This module imports nothing of ours, so that every room may know the kinds.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, NamedTuple


class Bilingual(NamedTuple):
    """The same said twice."""

    th: str
    en: str


class Noun(NamedTuple):
    """What there is a number of, as a sentence calls it."""

    th: str
    one_en: str
    many_en: str


class Entity(StrEnum):
    """What the facts of a form are about."""

    SCHOOL = "school"
    """A school, which each row names."""
    AGENCY = "agency"
    """The agency whose return it is: the one that a row names by its code, otherwise the sender."""

    @property
    def called(self) -> Bilingual:
        """What sentences call one of them."""
        return _ENTITY_NAMES[self]


_ENTITY_NAMES = {Entity.SCHOOL: Bilingual("โรงเรียน", "school"), Entity.AGENCY: Bilingual("หน่วยงาน", "agency")}
PERSONS = Bilingual("คน", "persons")
ROOMS = Bilingual("ห้อง", "rooms")
BAHT = Bilingual("บาท", "baht")
POINTS = Bilingual("คะแนน", "points")
SHARE_OF_ONE = Bilingual("สัดส่วน 0 ถึง 1", "share, 0 to 1")
COUNTS_BELOW = 2**31
"""Facts keep counts as whole numbers of 32 bits."""
LARGEST_AMOUNT = 999_999_999_999.99
"""In baht: facts keep amounts as decimal(14, 2)."""


def figure_text(number: float) -> str:
    """A figure for people: whole with its thousands, an amount with its satang."""
    return f"{number:,.0f}" if float(number).is_integer() else f"{number:,.2f}"


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a form.

    Attributes:
        name: Its name in the Sheet frame and in layouts; with its unit where it has one.
        only_province_fills: Whether only a sender who sends for the whole province may fill it in: what
            others write there is told and not read.
    """

    name: str
    only_province_fills: bool = field(default=False, kw_only=True)


@dataclass(frozen=True, slots=True)
class SchoolCode(Field):
    """A code of a school that may be OBEC's, whose first digit may be a 0 that a spreadsheet takes off."""


@dataclass(frozen=True, slots=True)
class Identifier(Field):
    """A code of no list: of an agency, of a year, of a project.

    Attributes:
        pattern: What it looks like as a whole; empty where anything will do.
        rule: The rule that another one breaks.
        noun: Where it tells a form's rows apart, what it is a code of: โครงการ, project. A row without one is
            an error.
    """

    pattern: str = ""
    rule: str = ""
    noun: Noun | None = None


@dataclass(frozen=True, slots=True)
class Name(Field):
    """A name or a few words in one line, tidied; a dash is none."""


@dataclass(frozen=True, slots=True)
class Text(Field):
    """A text kept as it was typed: its lines, its spaces and its Thai digits."""


@dataclass(frozen=True, slots=True)
class Listed(Field):
    """What stands in a code list.

    Attributes:
        code_list: The list.
    """

    code_list: str


@dataclass(frozen=True, slots=True)
class Code(Listed):
    """A code of a list, in any of its spellings."""


@dataclass(frozen=True, slots=True)
class Codes(Listed):
    """Several codes of a list in one cell, one behind the other or line by line."""


@dataclass(frozen=True, slots=True)
class Date(Field):
    """A day, in either era.

    Attributes:
        is_past: Whether it lies in the past, as a founding does: a day to come is asked about.
    """

    is_past: bool = False


@dataclass(frozen=True, slots=True)
class Time(Field):
    """A time of the day: 08:30, 8.30 น."""


@dataclass(frozen=True, slots=True)
class Flag(Field):
    """Yes or no: มี and ไม่มี, ใช่ and ไม่ใช่, a tick."""


@dataclass(frozen=True, slots=True)
class Private(Field):
    """Personal data: recognised, never read."""


@dataclass(frozen=True, slots=True)
class Figure(Field):
    """A number; `Count`, `Measure`, `Share` and `Money` say of what.

    Attributes:
        unit: What it is a number of.
        label: What it is called where figures are shown.
        low: The least that it may be; None for no bound.
        high: What it must stay below, or for other figures than counts the most that it may be.
        made_of: Where it is the sum of other fields of the same row, these.
        noun: What it is a number of within a sentence; None where its label and unit will do.
    """

    unit: Bilingual
    label: Bilingual
    low: float | None = None
    high: float | None = None
    made_of: tuple[str, ...] = ()
    noun: Noun | None = None
    adds_up: ClassVar[bool] = False
    """Whether figures of several rows may be added, so that totals can be proved from their parts."""

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The least and the most that it may be, whoever says so; None for no bound."""
        return self.low, self.high

    @property
    def bounds_text(self) -> str:
        """Between what it lies, for a sentence: 0–100, ≥ 0; empty without bounds."""
        return _bounds_text(*self.bounds)

    @property
    def called(self) -> Bilingual:
        """Several of them, within a sentence: นักเรียน, pupils."""
        return (
            Bilingual(self.noun.th, self.noun.many_en)
            if self.noun
            else Bilingual(self.label.th, self.label.en.lower())
        )

    def amount(self, number: float) -> Bilingual:
        """So many of it, within a sentence: นักเรียน 1,033 คน and 1,033 pupils."""
        shown = figure_text(number)
        if self.noun is None:
            name, thing = self.label.th, f"{self.unit.en} ({self.label.en.lower()})"
        else:
            name, thing = self.noun.th, self.noun.one_en if number == 1 else self.noun.many_en
        return Bilingual(f"{name} {shown} {self.unit.th}", f"{shown} {thing}")


@dataclass(frozen=True, slots=True)
class Count(Figure):
    """How many there are of something, a whole number; never negative unless `low` says so."""

    adds_up: ClassVar[bool] = True

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """As declared, not negative, and below what a column of 32 bits can hold."""
        return (0 if self.low is None else self.low), (COUNTS_BELOW if self.high is None else self.high)


@dataclass(frozen=True, slots=True)
class Measure(Figure):
    """A figure that no sum is made of: a mean score, a distance."""


@dataclass(frozen=True, slots=True)
class Share(Figure):
    """A part of a whole: 0.45 for 45 per cent; people write and see per cent."""

    @property
    def bounds_text(self) -> str:
        """Between what it lies, in per cent: 0–100%."""
        low, high = (None if bound is None else bound * 100 for bound in self.bounds)
        return f"{_bounds_text(low, high)}%"


@dataclass(frozen=True, slots=True)
class Money(Figure):
    """An amount in baht, kept to the satang."""

    adds_up: ClassVar[bool] = True

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """As declared, and within what a column of twelve digits before the point can hold."""
        low = -LARGEST_AMOUNT if self.low is None else self.low
        return low, LARGEST_AMOUNT if self.high is None else self.high


@dataclass(frozen=True, slots=True)
class Breakdown(Field):
    """A figure taken apart in one cell: `งบ สพฐ.: 50,000 บาท | อปท.: 20,000 บาท`, or an item a line.

    A total field of the row may be `made_of` it. Its items are facts of a finer table.

    Attributes:
        label: What the items are called.
        figure: What is stated of each item; its name is that of the finer table's column.
        code_list: The list of which each item names a code, no code twice; '' where items have names.
    """

    label: Bilingual
    figure: Figure
    code_list: str = ""

    @property
    def item_column(self) -> str:
        """The finer table's column that says which item it is."""
        return f"{self.code_list}_code" if self.code_list else "item_name"


def _bounds_text(low: float | None, high: float | None) -> str:
    if low is not None and high is not None:
        return f"{low:,.14g}–{high:,.14g}"
    if low is not None:
        return f"≥ {low:,.14g}"
    return "" if high is None else f"≤ {high:,.14g}"
