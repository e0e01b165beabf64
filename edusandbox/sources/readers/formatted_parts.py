"""Writes a day of which a number format shows one part alone: its year, its month, its day."""

from datetime import datetime

from pythainlp.util.date import thai_abbr_months, thai_abbr_weekdays, thai_full_months, thai_full_weekdays

from edusandbox.sources.readers.format_sections import Part, Section
from schemas.periods import BUDDHIST_ERA_OFFSET

_FULL, _SHORT = 4, 2
_THAI = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")


def write_date_part(moment: datetime, section: Section) -> str | None:
    """Writes a day as a section shows it that shows one part of it alone.

    Args:
        moment: The day.
        section: A section of a date.

    Returns:
        What the cell shows (`2563`, `มิ.ย.`, `ป.1`); None where more than one part makes it a day or a time.
    """
    letters = [token.text for token in section.tokens if token.part is Part.DATE]
    dates = [text for text in letters if text[0] in "ymdb" and text not in {"b1", "b2"}]
    if len(dates) != 1 or any(text[0] in "hs" or "/" in text for text in letters):
        return None
    is_hijri = "b2" in letters
    written = "".join(
        _part(token.text, moment, is_hijri=is_hijri, is_buddhist=section.has_buddhist_years)
        if token.part is Part.DATE
        else token.text
        for token in section.tokens
    )
    return (written.translate(_THAI) if section.has_thai_digits else written).strip()


def _part(letters: str, moment: datetime, *, is_hijri: bool, is_buddhist: bool) -> str:
    match letters[0]:
        case "y" | "b" if letters not in {"b1", "b2"}:
            year = moment.year + (BUDDHIST_ERA_OFFSET if is_buddhist else 0)
            if is_hijri:
                year = (moment.year - 622) * 33 // 32
            return f"{year:04}" if len(letters) > _SHORT else f"{year % 100:02}"
        case "m":
            return _named(letters, moment.month, thai_abbr_months, thai_full_months)
        case "d":
            # pythainlp's week begins on Monday, as Python's does.
            is_day = len(letters) <= _SHORT
            number = moment.day if is_day else moment.weekday() + 1
            return _named(letters, number, thai_abbr_weekdays, thai_full_weekdays)
        case _:
            return ""


def _named(letters: str, number: int, short: list[str], full: list[str]) -> str:
    if len(letters) <= _SHORT:
        return f"{number:0{len(letters)}}"
    return full[number - 1] if len(letters) == _FULL else short[number - 1]
