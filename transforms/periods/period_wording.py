"""One wording for what titles say of their period in many: Semester 2, ภาคปลาย and เทอมสอง are ภาคเรียนที่ 2."""

import re
from functools import lru_cache

from pythainlp.util import thai_digit_to_arabic_digit
from pythainlp.util.date import thai_full_months

from schemas.text import REMEMBERED_TEXTS, clean_text

_NUMBERS = {
    "1": 1,
    "i": 1,
    "หนึ่ง": 1,
    "ต้น": 1,
    "one": 1,
    "1st": 1,
    "first": 1,
    "2": 2,
    "ii": 2,
    "สอง": 2,
    "ปลาย": 2,
    "two": 2,
    "2nd": 2,
    "second": 2,
    "3": 3,
    "iii": 3,
    "สาม": 3,
    "ฤดูร้อน": 3,
    "three": 3,
    "3rd": 3,
    "third": 3,
    "summer": 3,
}
"""How the semesters are numbered and named; the summer term is the third."""
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_ENGLISH_MONTHS)})[a-z]*\.?"

_THAI_NUMBER = r"(?P<number>[123](?!\d)|i{1,3}(?![a-z])|หนึ่ง|สอง|สาม|ต้น|ปลาย|ฤดูร้อน)"
_SEMESTER = re.compile(rf"(?:ภาคเรียน|ภาคการศึกษา|เทอม)\s*(?:ที่)?\s*:?\s*{_THAI_NUMBER}", re.IGNORECASE)
# A region's office is a ภาค too (สำนักงานศึกษาธิการภาค 2): by itself it needs its name or a year.
_PART = re.compile(
    r"(?<![ก-๎])(?:ภาค(?P<name>ต้น|ปลาย|ฤดูร้อน)"
    r"|(?:ภาค(?:ที่)?|ภ\.)\s*(?P<number>[123])(?=\s*/\s*(?:25|20|[56]\d(?!\d))))"
)
_ENGLISH_SEMESTER = re.compile(
    r"(?<![a-z-])(?:semester|term)\s*(?:no\.?)?\s*:?\s*(?P<number>[123](?!\d)|i{1,3}(?![a-z])|one|two|three)"
    r"|(?<![a-z\d])(?P<name>1st|2nd|3rd|first|second|third|summer)\s+(?:semester|term)(?![a-z])",
    re.IGNORECASE,
)
_REPLACEMENTS = (
    (re.compile(r"(?<![a-z])(?:academic|school)\s+year\s*:?\s*", re.IGNORECASE), "ปีการศึกษา "),
    (re.compile(r"(?P<word>ปีการศึกษา|ประจำปี|(?<![ก-๎])ปี)\s*:\s*"), r"\g<word> "),
    (
        re.compile(
            r"(?:พ\s?\.?\s?ศ\.?|ค\s?\.?\s?ศ\.?|พุทธศักราช|คริสต์?ศักราช|(?<![a-z])(?:B\.?E|A\.?D)\.?)\s*:?\s*"
            r"(?=(?:25|20)\d\d(?!\d)|[56]\d(?!\d))",
            re.IGNORECASE,
        ),
        "พ.ศ. ",
    ),
    (re.compile(r"(?<![a-z])as\s+(?:of|at|on)\s+", re.IGNORECASE), "ณ วันที่ "),
)
_ENGLISH_DAYS = (
    re.compile(
        rf"(?<!\d)(?P<day>\d\d?)(?:st|nd|rd|th)?[\s-]+{_MONTH},?[\s-]+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![a-z]){_MONTH}\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE
    ),
)


@lru_cache(maxsize=REMEMBERED_TEXTS)
def plain_wording(text: str) -> str:
    """Brings a text to one line with Arabic digits, in which periods are worded in one way.

    Semesters become ภาคเรียนที่ 1 to 3, academic years ปีการศึกษา, both eras' words พ.ศ. (a year from 2400 on
    is Buddhist whatever stands before it), and days in English are days in Thai.
    """
    plain = thai_digit_to_arabic_digit(clean_text(text))
    for pattern in (_SEMESTER, _PART, _ENGLISH_SEMESTER):
        plain = pattern.sub(_semester, plain)
    for pattern, replacement in _REPLACEMENTS:
        plain = pattern.sub(replacement, plain)
    for pattern in _ENGLISH_DAYS:
        plain = pattern.sub(_day, plain)
    return plain


def _semester(match: re.Match[str]) -> str:
    named = match.groupdict()
    return f"ภาคเรียนที่ {_NUMBERS[(named['number'] or named['name']).casefold()]}"


def _day(match: re.Match[str]) -> str:
    month = thai_full_months[_ENGLISH_MONTHS.index(match["month"].casefold())]
    return f"{match['day']} {month} {match['year']}"
