"""Cells that hold neither figures nor codes of schools: free texts, yes or no, times, several codes."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from pythainlp.util import thai_digit_to_arabic_digit

from schemas.text import NOTHING, clean_text, normalise_header
from transforms.grid import CellValue, cell_name, cell_text

# A cross is none of them: it may strike out or choose.
_YES = frozenset({"ใช่", "มี", "เปิด", "ใช้", "ได้", "yes", "y", "true", "1", "/", "✓", "√", "☑", "✔"})
_NO = frozenset({"ไม่ใช่", "ไม่มี", "ไม่", "ปิด", "ไม่ใช้", "ไม่ได้", "no", "n", "false", "0", "☐"})
_BLANK = NOTHING - _NO
_TIME = re.compile(
    r"(?:เวลา\s*)?(?P<hour>\d{1,2})\s*[:.]\s*(?P<minute>\d{2})(?:[:.](?P<second>\d{2}))?\s*(?:น\.?)?"
)
_BETWEEN_CODES = re.compile(r"[,;|\n\r•·]|\s+และ\s*|(?<=[ก-๎])\s*/\s*(?=[ก-๎])")
_BULLET = re.compile(r"^\s*(?:[-–*]|\d{1,2}[.)])\s*")
CODE_SEPARATOR = "|"
"""Between the codes of a cell that holds several, as they are kept."""
_SECONDS_A_DAY = 86_400


def read_text(cell: CellValue) -> str | None:
    """Reads a free text as it was typed, with its lines, spaces and digits; None where there is none."""
    text = cell_text(cell)
    return text if clean_text(text) else None


def read_flag(cell: CellValue) -> tuple[bool | None, bool]:
    """Reads yes or no.

    Returns:
        The answer, None where there is none; whether the cell could be read.
    """
    if isinstance(cell, bool):
        return cell, True
    word = clean_text(thai_digit_to_arabic_digit(cell_text(cell))).casefold()
    if word in _YES:
        return True, True
    if word in _NO:
        return False, True
    return None, word in _BLANK


def read_time(cell: CellValue) -> tuple[str | None, bool]:
    """Reads a time of the day: 08:30, 8.30 น., what a spreadsheet makes of it.

    Returns:
        The time in ISO form without seconds that are 0, None where there is none; whether the cell could be
        read.
    """
    match cell:
        case time():
            return _iso(cell), True
        case timedelta():
            return _of_day(cell.total_seconds() / _SECONDS_A_DAY)
        case datetime() | date() | bool():
            return None, False
        case _:
            return _typed_time(thai_digit_to_arabic_digit(cell_name(cell)))


def _typed_time(typed: str) -> tuple[str | None, bool]:
    found = _TIME.fullmatch(typed)
    if found is None:
        return None, typed in NOTHING
    try:
        return _iso(time(int(found["hour"]), int(found["minute"]), int(found["second"] or 0))), True
    except ValueError:
        return None, False


def read_codes(cell: CellValue, spellings: Mapping[str, str]) -> tuple[str | None, bool]:
    """Reads several codes of a list in one cell.

    Args:
        cell: The cell.
        spellings: Codes by normalised spelling.

    Returns:
        The codes, each once and in the order in which they stand, with `|` between them, None where there is
        none; whether all of them are known.
    """
    text = cell_text(cell)
    if cell_name(cell) in NOTHING:
        return None, True
    whole = spellings.get(normalise_header(text))
    if whole is not None:
        return whole, True
    words = [normalise_header(_BULLET.sub("", part)) for part in _BETWEEN_CODES.split(text)]
    codes = [spellings.get(word) for word in words if word]
    known = dict.fromkeys(code for code in codes if code is not None)
    return CODE_SEPARATOR.join(known) or None, None not in codes


def _of_day(part: float) -> tuple[str | None, bool]:
    """The time after a part of a day, to the second."""
    second_count = round(part * _SECONDS_A_DAY)
    if not 0 <= second_count < _SECONDS_A_DAY:
        return None, False
    minutes, seconds = divmod(second_count, 60)
    return _iso(time(*divmod(minutes, 60), seconds)), True


def _iso(value: time) -> str:
    return value.isoformat("minutes" if not value.second else "seconds")
