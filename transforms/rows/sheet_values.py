"""What a sheet says of all its rows at once: in its name, in the title over the table, in the file's name.

An office may keep a sheet for each school, each grade or each sex; the table then has no column for it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from pythainlp.util import thai_digit_to_arabic_digit

from schemas.code_names import CodeNames
from schemas.text import REMEMBERED_TEXTS, clean_text, normalise_header

_SCHOOL_CODE = re.compile(r"(?<![\d./-])(?:\d{10}|\d{8}|\d{6})(?![\d/-]|\.\d)")
_DATE_LIKE = re.compile(r"(?:19|20|25)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?")
_SCHOOL_NAME = re.compile(r"โรงเรียน(?!ที่|ใน|ทั้ง|ขนาด|สังกัด|แต่ละ)\s*:?\s*(?P<name>[^\d\s:,()]+)")
_NAME_FIELD, _CODE_FIELD = "school_name", "school_code"


@dataclass(frozen=True, slots=True)
class SheetValue:
    """A value that a sheet states for all its rows.

    Attributes:
        text: The value: a code of a list, a school's code or name.
        contradictions: Other values that another place states for the same field.
    """

    text: str
    contradictions: tuple[str, ...] = ()


def sheet_values(
    texts: Sequence[str], code_lists: Mapping[str, CodeNames], agency_codes: Collection[str] = ()
) -> dict[str, SheetValue]:
    """Finds what a sheet states of all its rows.

    Args:
        texts: Where it may stand, the nearest to the table first: title, sheet name, file name.
        code_lists: For each field (`topic_code`) how its codes are written.
        agency_codes: Codes of agencies, which are not codes of schools.

    Returns:
        Values by field. A text that names two codes of a list states neither.
    """
    found: dict[str, list[str]] = {}
    for text in texts:
        plain = thai_digit_to_arabic_digit(clean_text(text))
        for field, names in code_lists.items():
            codes = _codes_in(plain, names)
            if len(codes) == 1:
                found.setdefault(field, []).extend(codes)
        schools = [
            code
            for code in _SCHOOL_CODE.findall(plain)
            if code not in agency_codes and not _DATE_LIKE.fullmatch(code)
        ]
        if len(set(schools)) == 1:
            found.setdefault(_CODE_FIELD, []).append(schools[0])
        name = _SCHOOL_NAME.search(plain)
        if name is not None:
            found.setdefault(_NAME_FIELD, []).append(name["name"])
    return {
        field: SheetValue(values[0], tuple(dict.fromkeys(value for value in values if value != values[0])))
        for field, values in found.items()
    }


@lru_cache(maxsize=REMEMBERED_TEXTS)
def _codes_in(text: str, names: CodeNames) -> frozenset[str]:
    """The codes that a text names; the longest spelling at a place counts (ประถมศึกษาปีที่ 1)."""
    return frozenset(names.codes[normalise_header(match[0])] for match in names.expression.finditer(text))
