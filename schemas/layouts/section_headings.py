"""Headings of class sections: columns of a grade's rooms (ป.1/1, ป.1/2), which add up to their grade."""

import re
from collections.abc import Collection, Mapping

from schemas.layouts.layout import Layout
from schemas.layouts.lines import Presence
from schemas.text import stem_and_number

# After normalising nothing but digits, letters and signs is left. A year (ป.1/2563) is no room.
_SECTION = re.compile(r"(?P<grade>.*?\d)(?:/|/?ห้อง(?:เรียน)?(?:ที่)?)(?P<room>\d{1,2})(?!\d)(?P<rest>.*)")
_RANGE = re.compile(r"[-–]\D*(\d+)")
_SUM = "รวม"


def section_heading(heading: str, layout: Layout) -> str | None:
    """The heading of the grade whose section a heading names.

    Args:
        heading: A normalised heading, such as `ป1/2ชาย`.
        layout: The layout.

    Returns:
        The layout's normalised heading, such as `ป1ชาย`; None where the heading names no section.
    """
    found = _SECTION.fullmatch(heading)
    if found is None:
        return None
    grade, rest = found["grade"], found["rest"]
    if _code(layout, grade + rest):
        return grade + rest
    # The grade may stand over its sections as well: ป.1 over ป.1/1 and ป.1/2.
    for at in range(1, len(grade)):
        code = _code(layout, grade[at:] + rest)
        if code and code == _code(layout, grade[:at] + rest):
            return grade[at:] + rest
    return None


def heading_of_sum(heading: str, layout: Layout, codes: Collection[str | None]) -> str | None:
    """The heading of a grade's own column which calls itself the sum of the grade's sections.

    Args:
        heading: A normalised heading, such as `รวมป1ชาย`.
        layout: The layout.
        codes: Codes of the grades that have sections.
    """
    plain = heading.replace(_SUM, "", 1)
    return plain if plain != heading and _code(layout, plain) in codes else None


def names_pupils(heading: str, codes: Collection[str], endings: Collection[str]) -> bool:
    """Whether a heading begins with a grade and ends with a sex, with no words between them.

    With words (`ป.1 พิการ ชาย`) or a bracket it speaks of something else than the grade's pupils.

    Args:
        heading: A normalised heading.
        codes: How grades are written, normalised.
        endings: How sexes are written, and what else the layout asks for of each grade; normalised.
    """
    rests = [(code, heading.removeprefix(code)) for code in codes if heading.startswith(code)]
    between = [
        (code, rest.removesuffix(end)) for code, rest in rests for end in endings if rest.endswith(end)
    ]
    return any(_says_nothing(text) and not _is_range(code, text) for code, text in between)


def asked_of_each(layout: Layout, codes: Mapping[str, str]) -> set[str]:
    """What a layout's headings say behind the grade in columns that it asks for of each grade.

    Args:
        layout: The layout.
        codes: Codes of grades by normalised spelling.
    """
    asked = {
        heading: meanings[0].code
        for heading, meanings in layout.meanings.items()
        if meanings[0].code and meanings[0].presence is Presence.EACH
    }
    return {
        heading.removeprefix(spelling)
        for heading, code in asked.items()
        for spelling, own in codes.items()
        if own == code and heading.startswith(spelling)
    }


def _code(layout: Layout, heading: str) -> str | None:
    meanings = layout.meanings.get(heading)
    return meanings[0].code if meanings else None


def _is_range(grade: str, text: str) -> bool:
    """Whether grades from one to another are meant: ป.1-6, อ.1-อ.3; ป.2-1 can only be a room."""
    last = _RANGE.fullmatch(text)
    _, first = stem_and_number(grade)
    return last is not None and first != "" and int(last[1]) > int(first)


def _says_nothing(text: str) -> bool:
    """Whether no bracket and at most one letter stands there: /1, -2, ก."""
    letters = sum(map(str.isalpha, text))
    return not any(sign in text for sign in "([") and letters <= 1
