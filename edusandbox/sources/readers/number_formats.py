"""What a cell shows: the number stored in it, as its number format writes it.

A format may show a share, a grade, a code with its zeros, only the year of a day, or nothing at all. Such a
cell becomes a `ShownText`; where the format shows just the number, the number stays one. So it does in
scientific notation, which shortens a number and says no other, and where only a zero is left blank or written
as a dash.
"""

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal, DecimalException
from enum import Enum, auto
from functools import lru_cache
from math import isfinite

from edusandbox.sources.readers.format_sections import Part, Section, split_sections
from edusandbox.sources.readers.formatted_numbers import is_just, number_text, write_number
from edusandbox.sources.readers.formatted_parts import write_date_part
from transforms.grid import DAY_ZERO, DAY_ZERO_OF_1904, CellValue, ShownText

BUILT_IN_FORMATS: Mapping[int, str] = {
    0: "General",
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    5: '"฿"#,##0;-"฿"#,##0',
    6: '"฿"#,##0;[Red]-"฿"#,##0',
    7: '"฿"#,##0.00;-"฿"#,##0.00',
    8: '"฿"#,##0.00;[Red]-"฿"#,##0.00',
    9: "0%",
    10: "0.00%",
    11: "0.00E+00",
    12: "# ?/?",
    13: "# ??/??",
    14: "d/m/yyyy",
    15: "d-mmm-yy",
    16: "d-mmm",
    17: "mmm-yy",
    18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM",
    20: "h:mm",
    21: "h:mm:ss",
    22: "d/m/yyyy h:mm",
    37: "#,##0;(#,##0)",
    38: "#,##0;[Red](#,##0)",
    39: "#,##0.00;(#,##0.00)",
    40: "#,##0.00;[Red](#,##0.00)",
    41: '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-',
    42: '_-"฿"* #,##0_-;-"฿"* #,##0_-;_-"฿"* "-"_-;_-@_-',
    43: '_-* #,##0.00_-;-* #,##0.00_-;_-* "-"??_-;_-@_-',
    44: '_-"฿"* #,##0.00_-;-"฿"* #,##0.00_-;_-"฿"* "-"??_-;_-@_-',
    45: "mm:ss",
    46: "[h]:mm:ss",
    47: "mm:ss.0",
    48: "##0.0E+0",
    49: "@",
    59: "t0",
    60: "t0.00",
    61: "t#,##0",
    62: "t#,##0.00",
    67: "t0%",
    68: "t0.00%",
    69: "t# ?/?",
    70: "t# ??/??",
    71: "[$-D07041E]d/m/yyyy",
    72: "[$-D07041E]d-mmm-yy",
    73: "[$-D07041E]d-mmm",
    74: "[$-D07041E]mmm-yy",
    75: "[$-D07041E]h:mm",
    76: "[$-D07041E]h:mm:ss",
    77: "[$-D07041E]d/m/yyyy h:mm",
    78: "[$-D07041E]mm:ss",
    79: "[$-D07041E][h]:mm:ss",
    80: "[$-D07041E]mm:ss.0",
    81: "d/m/bb",
}
"""Formats that files name by a number alone, as Excel for Thailand shows them."""
_SAMPLES = (0, 1, -1, 12_345_678)
"""Whole numbers that are shown as they are only by a format that does so with all of them."""
_LONGEST_CODE = 255
"""Excel takes no longer one; a hostile file may hold one without end."""
_SAMPLE_TEXT = "ก"
_LETTERS_OF_DAYS = re.compile("[ymdhs]", re.IGNORECASE)
_LAST_DAY_NUMBER = 2_958_465
_FIRST_OF_MARCH_1900 = 60
_SECONDS_OF_DAY = 86_400
_LARGEST = 1e15
_SECTION_OF_TEXT = 3


class FormatKind(Enum):
    """What a number format can do to a number."""

    PLAIN = auto()
    """Nothing: every number is shown as it is (General, text)."""
    ROUNDING = auto()
    """Whole numbers are shown as they are; others may be shown as whole ones (`0`, `#,##0`)."""
    DATE = auto()
    """It shows days or times."""
    ODD = auto()
    """It may show any number as something else (`0%`, `;;;`, `"ป."0`)."""


def format_kind(code: str) -> FormatKind:
    """Tells what a number format can do, so that most cells need no look.

    Args:
        code: Format code as the file writes it; of a built-in one see `BUILT_IN_FORMATS`.
    """
    return _format(code).kind


def shown(value: float, code: str, *, is_1904: bool = False) -> CellValue:
    """Reads a stored number as its format shows it.

    Args:
        value: The number stored in the cell.
        code: Its format code.
        is_1904: Whether the workbook counts its days from 1904.

    Returns:
        The number itself where the format shows just that; a date, time or duration where it shows one;
        `ShownText` where it shows something else.
    """
    rules = _format(code)
    if rules.kind is FormatKind.PLAIN or not isfinite(value):
        return value
    if rules.kind is FormatKind.ROUNDING and value == int(value):
        return value
    section = rules.section(value)
    if section is None:
        return ShownText("########", number_text(value))
    if section.is_date:
        return _shown_day(value, section, is_1904=is_1904)
    return _shown_number(value, rules, section)


def shown_text(text: str, code: str) -> str:
    """Reads a text as its format shows it: `"โรงเรียน"@` puts a word before it, `;;;` hides it.

    Args:
        text: The text stored in the cell.
        code: Its format code.

    Returns:
        The text itself, or `ShownText` where something else is shown.
    """
    section = _format(code).section_of_text
    if section is None or section.has(Part.GENERAL):
        return text
    written = "".join(
        text if token.part is Part.TEXT else token.text
        for token in section.tokens
        if token.part in {Part.TEXT, Part.LITERAL}
    ).strip()
    return text if written == text.strip() else ShownText(written, text)


def changes_texts(code: str) -> bool:
    """Whether a format may show a text as something else."""
    return shown_text(_SAMPLE_TEXT, code) != _SAMPLE_TEXT


def shows_plain_days(code: str) -> bool:
    """Whether a format shows any number as a day or time, not as a part of it, in letters that all know."""
    section, *others = _format(code).sections
    return (
        not others
        and section.is_date
        and _LETTERS_OF_DAYS.search(code) is not None
        and any(token.part is Part.DATE and token.text[0] in "ymdhs" for token in section.tokens)
        and write_date_part(datetime.combine(DAY_ZERO, time()), section) is None
    )


@dataclass(frozen=True, slots=True)
class _Format:
    """A format code taken apart; `sections` are those for numbers."""

    sections: tuple[Section, ...]
    section_of_text: Section | None
    kind: FormatKind = FormatKind.ODD

    def section(self, value: float) -> Section | None:
        """The section that a number is written with; None where none is, and Excel fills the cell with #."""
        sections = self.sections
        if not any(section.condition for section in sections[:2]):
            position = 0 if value > 0 else 1 if value < 0 else 2
            return sections[position] if position < len(sections) else sections[0]
        conditional = [section for section in sections if section.condition]
        fitting = [section for section in conditional if section.is_met(value)]
        others = [section for section in sections if section.condition is None]
        if fitting:
            return fitting[0]
        return others[0] if value >= 0 or len(others) == 1 else others[1] if others else None

    @property
    def shows_numbers(self) -> bool:
        """Whether it shows the digits of any number at all."""
        return any(section.has(Part.DIGIT, Part.GENERAL) for section in self.sections)

    def shows_magnitude(self, section: Section) -> bool:
        """Whether a section is the one of negative numbers, which writes no minus of its own accord."""
        return len(self.sections) > 1 and section is self.sections[1] and not self.sections[0].condition


@lru_cache(maxsize=1024)
def _format(code: str) -> _Format:
    sections = split_sections(code[:_LONGEST_CODE] if code.strip() else "General")
    *numbers, last = sections
    if len(sections) > _SECTION_OF_TEXT or (last.has(Part.TEXT) and len(sections) > 1):
        rules = _Format(tuple(numbers[:_SECTION_OF_TEXT]), sections[:4][-1])
    elif last.has(Part.TEXT):
        rules = _Format(split_sections("General"), last)
    else:
        rules = _Format(sections, None)
    return _Format(rules.sections, rules.section_of_text, _kind(rules))


def _kind(rules: _Format) -> FormatKind:
    if any(section.is_date for section in rules.sections):
        return FormatKind.DATE
    if all(
        section.tokens and all(token.part is Part.GENERAL for token in section.tokens)
        for section in rules.sections
    ):
        return FormatKind.PLAIN
    if any(section.condition for section in rules.sections):
        return FormatKind.ODD
    for value in _SAMPLES:
        section = rules.section(value)
        if section is None or _shown_number(value, rules, section) is not value:
            return FormatKind.ODD
    return FormatKind.ROUNDING


def _shown_number(value: float, rules: _Format, section: Section) -> CellValue:
    if section.has(Part.EXPONENT) or abs(value) >= _LARGEST:
        return value
    magnitude = abs(value) if rules.shows_magnitude(section) else value
    with suppress(DecimalException):
        written = write_number(Decimal(number_text(magnitude)), section)
        is_negative_red = section.has_colour and magnitude != value
        if is_just(written, value) or (is_negative_red and is_just(written, magnitude)):
            return value
        if value == 0 and written in {"", "-", "–"} and rules.shows_numbers:
            return value
        return ShownText(written, number_text(value))
    return value


def _shown_day(value: float, section: Section, *, is_1904: bool) -> CellValue:
    """A day or time; one part of it, as the year alone, is a text of its own."""
    if section.is_elapsed:
        return timedelta(seconds=round(value * _SECONDS_OF_DAY))
    if not 0 <= value <= _LAST_DAY_NUMBER:
        return ShownText("########", number_text(value))
    # Excel counts a 29th of February of 1900, which there was not.
    days = value + 1 if 1 <= value < _FIRST_OF_MARCH_1900 and not is_1904 else value
    moment = datetime.combine(DAY_ZERO_OF_1904 if is_1904 else DAY_ZERO, time()) + timedelta(
        seconds=round(days * _SECONDS_OF_DAY, 3)
    )
    part = write_date_part(moment, section)
    if part is not None:
        return ShownText(part, number_text(value))
    if value < 1 and not is_1904:
        return moment.time()
    return moment.date() if moment.time() == time() else moment
