"""Persons that stand where a school's name should: a school may bear a person's name, but not a bare one."""

import re

from schemas.text import clean_text
from transforms.privacy.person_names import TITLED_PATTERNS, is_given_name, is_whole_given_name

_BEFORE = re.compile(r"[\s\d().:-]*(?:โรงเรียน|ร\.?ร(?=\.)|รร(?=\s))?[\s.:(]*")
_OF_A_SCHOOL = re.compile(
    r"โรงเรียน|รร\.|วิทย|พิทย|วิชา(?!ญ)|ศึกษา|ศาสตร์|บ้าน|วัด|อนุบาล|นุสรณ์|อุปถัมภ์|อุทิศ|สงเคราะห์|นุเคราะห์|นุกูล|บำรุง|รังส[รฤ]|สรรค์"
    r"|สามัคคี|ราษฎร|ประชา|ชุมชน|นิคม|สถาน|สถาบัน|มิตรภาพ|สาธิต|เทศบาล|พัฒนา|ท่าชัย|รำลึก|สภา|ศูนย์|มูลนิธิ|วิหาร|อาราม|ดรุณ|กุมาร"
    r"|ตระเวนชายแดน|ตชด|สาขา|ที่ระลึก|สมาคม|คริสต|มัธยม|ประถม|อาชีว|วิเทศ|นานาชาติ|ปริยัติ|นาย(?:ร้อย|สิบ|เรือ)"
)
"""What is in the names of schools that bear a person's, and of others."""
_ITS_SCHOOL = re.compile(r"\s\(?(?:โรงเรียน|รร\.)|$")
"""Where the school of a person begins that stands before it."""
_UNMISTAKABLE = re.compile(
    r"นางสาว|น\.?\s?ส\.|ด\.?\s?[ชญ]\.|เด็ก(?:ชาย|หญิง)|ว่าที่|(?!ม\.)(?:[ก-ฮ]ล?\.\s?){2,3}|(?i:m(?:rs|iss|r|s))\b"
)
"""Titles of children, unmarried women and officers, by which hardly a school is called."""


_OF_COLLEAGUES = re.compile("ครู|คุณ|ผอ|ผู้อำนวยการ|อาจารย์|นาย|นาง|น้อง|พี่|หมอ")
"""Titles that make a single name a person's; schools are called after monks and kings (พระ)."""


def is_person_and_no_school(text: str) -> bool:
    """Whether a school's name begins with a person and holds no word of a school.

    Other titles than the unmistakable ones need a known given name, and a further one or nothing behind it.
    """
    whole = clean_text(text)
    before = _BEFORE.match(whole)
    named = whole[before.end() :] if before else whole
    matches = ((pattern.match(named), judge) for pattern, judge in TITLED_PATTERNS)
    return any(match is not None and judge(match) and _is_bare_person(match) for match, judge in matches)


def _is_bare_person(match: re.Match[str]) -> bool:
    words = match.groupdict()
    first, last = words.get("first"), words.get("last")
    is_full = first is not None and last is not None and is_given_name(first)
    school = _ITS_SCHOOL.search(match.string, match.end())
    end = school.start() if school else len(match.string)
    # Many a given name is a word of schools as well: วิทยา, ประชา, นิคม.
    if _OF_A_SCHOOL.search(match.string, match.end("first") if is_full else 0, end):
        return False
    return is_full or _UNMISTAKABLE.match(match.string) is not None or _is_bare_name(match, first)


def _is_bare_name(match: re.Match[str], first: str | None) -> bool:
    """Whether a title of the trade with a given name is all that the cell holds: ครูสมศรี."""
    is_all = match.end() == len(match.string)
    return (
        is_all and first is not None and bool(_OF_COLLEAGUES.match(match[0])) and is_whole_given_name(first)
    )
