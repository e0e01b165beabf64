"""What an agency has to say, and how its officer types; the start of every rendering."""

from dataclasses import dataclass, field
from datetime import date

from edusandbox.samples.schools import MadeUpSchool
from edusandbox.sources.registry import Agency
from schemas.periods import BUDDHIST_ERA_OFFSET, Period

_THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
_MONTHS = (
    "มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน",
    "กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Habits:
    """How an officer types what is right all the same.

    Attributes:
        thai_digit_headings: Grades in headings and titles have Thai digits (`ป.๑`).
        codes_as_numbers: Codes are typed as numbers, as a spreadsheet makes of them.
        decomposed_sara_am: ำ in names is typed as ํ and า.
        mixes_eras: Every third year of the column ปีการศึกษา is of the common era.
        grade_spelling: Which of a grade's spellings the column ระดับชั้น has.
    """

    thai_digit_headings: bool = False
    codes_as_numbers: bool = False
    decomposed_sara_am: bool = False
    mixes_eras: bool = False
    grade_spelling: int = 0

    def heading(self, text: str) -> str:
        """A heading or title as this officer types it."""
        return thai_digits(text) if self.thai_digit_headings else text

    def code(self, code: str) -> str | int:
        """A code as this officer types it."""
        return int(code) if self.codes_as_numbers else code

    def name(self, name: str) -> str:
        """A name as this officer types it."""
        return name.replace("คำ", "คํา") if self.decomposed_sara_am else name

    def year(self, year_be: int, line: int) -> int:
        """An academic year as this officer types it in the given line."""
        return year_be - BUDDHIST_ERA_OFFSET if self.mixes_eras and line % 3 == 2 else year_be


@dataclass(frozen=True, slots=True)
class AgencyReturn:
    """What an agency has to say for a period, before it is laid out.

    Attributes:
        agency: Who sends.
        period: The semester it is about.
        counted_date: The day that its figures hold for.
        schools: Its schools, in order of code.
        habits: How its officer types.
    """

    agency: Agency
    period: Period
    counted_date: date
    schools: tuple[MadeUpSchool, ...]
    habits: Habits = field(default_factory=Habits)


def thai_digits(text: str) -> str:
    """Writes a text's digits as Thai ones."""
    return text.translate(_THAI_DIGITS)


def thai_date(day: date) -> str:
    """Writes a date as offices do, e.g. `10 มิถุนายน 2563`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year + BUDDHIST_ERA_OFFSET}"
