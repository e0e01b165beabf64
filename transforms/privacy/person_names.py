"""Names of people in a text: what stands behind a title, and how sure the title makes it.

A title alone proves little: schools, places and offices begin with the same letters (นางรอง, พระสิงห์,
คุณภาพ, นายอำเภอ). The less a title proves, the more the word behind it has to look like a given name.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

from pythainlp.corpus.common import thai_family_names, thai_female_names, thai_male_names

from transforms.privacy.nicknames import LATIN_NICKNAMES, NICKNAMES
from transforms.privacy.romanised_names import NOT_OF_PERSONS, ROMANISED_NAMES

_ROLES = (
    "ชื่อ",
    "โดย",
    "กับ",
    "และ",
    "คือ",
    "ให้",
    "ของ",
    "แทน",
    "พบ",
    "ครู",
    "ผอ",
    "รอง",
    "ติดต่อ",
    "บิดา",
    "มารดา",
    "ผู้ปกครอง",
    "ผู้รายงาน",
    "ผู้ประสานงาน",
    "ผู้อำนวยการ",
    "ผู้รับผิดชอบ",
    "ผู้บริหาร",
    "อัตราจ้าง",
)
"""What offices write before a title without a space."""
_LETTER = re.compile("[ก-๎A-Za-z]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_DOTTED = re.compile(r"[ก-๎A-Za-z]\.")
_RANKS = (
    r"พล\.\s?(?:[ตรอ]\.\s?)?[ตทอจ]\.|[พร]\.\s?ต\.\s?[ตทอ]\.|ด\.\s?ต\.|[จพ]\.\s?[สจอ]\.\s?[ตทอ]\."
    r"|[สจพนร]\.\s?[ตทอ]\.(?:\s?[ตทอ]\.)?|ว่าที่\s?(?:ร้อย(?:ตรี|โท|เอก)|ร\.?\s?[ตทอ]\.)"
    r"|(?:(?:พล|พัน|ร้อย|สิบ|จ่าสิบ)(?:ตำรวจ)?|พลอากาศ|พลเรือ|นาวา|เรือ|นาวาอากาศ|เรืออากาศ|พันจ่า|จ่า)(?:ตรี|โท|เอก)|ดาบตำรวจ"
)
_BARE_RANKS = r"(?:(?:พล|พ|ร|ส)ต[ตทอ]|[จพ][สจ][ตทอ]|ดต)\.?|(?:พล|[พรสจ])[ตทอ]\.|พลทหาร(?:หญิง)?"
"""Ranks without their dots prove as little as a word of the trade."""
_SCHOLARS = r"(?:ผศ|รศ|ศ)\.(?:\s?(?:ดร|นพ|พญ)\.)?|ดร\.|[นท]พ\.|พญ\.|ม\.\s?(?:ร\.\s?ว|ล)\.|หม่อม(?:ราชวงศ์|หลวง)"
_OFFICES = (
    r"ก(?:เทศมนตรี|องค์การ|สมาคม|\s?อบ[ตจ]|รัฐมนตรี|เมือง|สภา|พิเศษ|ฯ|[^ก-๎]|$)|อำเภอ|ทะเบียน|ช่าง|จ้าง|หน้า|ตรวจ|สถานี"
    r"|ท่า|ทหาร|ตำรวจ|ประกัน|ไปรษณีย์|ด่าน|แบบ|แพทย์|ธนาคาร|คลัง|ห้าง"
    r"|(?:ทุน|พล|พัน|ร้อย|โรง|เงิน|งาน|ใหญ่)(?![ก-๎])"
)
"""นายกเทศมนตรี and the like are offices and no names."""
_NO_NAMES = (
    r"จำนวน|รวม|ก่อน|อายุ|ชั้น|ทั้ง|ร้อยละ|และ|หรือ|ที่|ใน|คน(?![ก-๎])|ภาคเรียน|ปีการศึกษา|โรงเรียน|รร|สพ[ปม]|โทร|ตำแหน่ง"
    r"|วันที่|ลงชื่อ|รหัส|เทอม|ประจำ|ผู้|ด\.?\s?[ชญ]\.|นาย|นาง"
)
"""What follows เด็กชาย and เด็กหญิง in headings, and what follows names in notes."""
_FURTHER_ROLES = r"(?:\s?(?:ผู้สอน|ผู้ช่วย|พี่เลี้ยง|อัตราจ้าง|ประจำชั้น|ประจำการ|(?:ชำนาญการ|เชี่ยวชาญ)(?:\s?พิเศษ)?))?"
"""What may stand between ครู and a name."""
_SIGNERS = (
    r"(?:ผู้อำนวยการ|ผอ\.?|ครูใหญ่|อาจารย์ใหญ่)\s?(?:โรงเรียน|รร\.?|สถานศึกษา)|ครูใหญ่|อาจารย์ใหญ่|ลงชื่อ|ลงนาม|ผู้(?:รายงาน|ประสานงาน|รับผิดชอบ"
    r"|จัดทำ|กรอก(?:ข้อมูล)?|ส่ง(?:ข้อมูล)?|บันทึก(?:ข้อมูล)?|รับรอง(?:ข้อมูล)?|ตรวจสอบ|ติดต่อ)"
)
"""What may stand before the name of who signs or can be asked, and before much else."""
_LETTERS = r"[ก-ฮเ-ไ][ก-๎]+"
_WORD = rf"(?!{_NO_NAMES})(?:{_LETTERS}|[A-Za-z]{{2,}}[A-Za-z.-]*)"
_NAME = rf"(?P<first>{_WORD})(?:\s+(?P<last>{_WORD}))?"
_SCHOOL_ENDING = re.compile(
    r"(?:วิทยา|พิทยา|วิทยาคม|พิทยาคม|วิทยาลัย|อนุสรณ์|ประชานุกูล|สงเคราะห์|อุปถัมภ์|ท่าชัย|ราษฎร์\S*)$"
)
_PLACES = frozenset({"รอง", "แล", "ลือ", "บวช", "แดด", "เลิ้ง", "ตะเคียน", "เหลียว", "อั้ว", "พญา", "แก้ว"})
"""นางรอง and the like are places."""
_OF_THE_TRADE: Mapping[str, re.Pattern[str]] = {
    "คุณ": re.compile("ภาพ|ธรรม|วุฒิ|ลักษณ|สมบัติ|ค่า|แม่|พ่อ|ครู|หมอ|หญิง|ประโยชน์|พระ|ยาย|ตา|ปู่|ย่า|ลุง|ป้า|น้า|อา(?![ก-๎])"),
    "ครู": re.compile(
        "ประจำ|ผู้|อัตรา|พี่|ชำนาญ|เชี่ยวชาญ|สอน|วิชา|ภาษา|ไม่|ขาด|เกิน|พอ(?![ก-๎])|พล(?:ศึกษา|ะ)|ดนตรี|คณิต|วิทย|สังคม|ศิลป|แนะแนว|ประถม"
        "|อนุบาล|มัธยม|ปฐม|ย้าย|เกษียณ|ลา|ช่วย|บรรจุ|ใหญ่|ใหม่|เก่า|ประชา|บา|บ้าน|พัฒนา|สมทบ|สมัคร|อาสา|ต่าง|ธุรการ|จ้าง"
        "|ราช|แกน|ฝึก|รัก|ดี|ชาย(?![ก-๎])|หญิง|พันธุ์ใหม่|น้อย(?:กว่า|ลง|มาก|เกิน|ไป)|มาก"
    ),
    "ผอ": re.compile("เขต|สพ|กลุ่ม|โรง|รร|ฝ่าย|กอง|สำนัก|ศูนย์|วิทยาลัย|สถาน|ระดับ|เชี่ยว|คน|ท่าน"),
    "พระ": re.compile(
        "สิงห์|แก้ว|นคร|ธาตุ|พุทธ|ราช|บรม|ปริยัติ|ประแดง|โขนง|ราม|บาท|เจ้า|แม่|หฤทัย|กุมาร|ดาบส|ยา|สงฆ์|ภิกษุ|เทพ|อาราม|คุณ|เวท|ลอ|งาม|เมรุ"
        "|ประโทน|ปฐม|ร่วง|นอน|ใหญ่|พิฆเนศ|วิหาร|วร|เอก|ที่นั่ง|ตำหนัก|องค์|เยซู|คริสต์|ไถ่|กษัตริย์|กรุณา|เจดีย์|มงกุฎ|ชนก"
        "|พิชัย|มณเฑียร|ธรรม|ศรี|เสาร์|แสง|แท่น|ทอง|อาทิตย์|จันทร์|พาย|คัมภีร์|สูตร"
        "|ประธาน|ประวัติ|เกียรติ|ภูมิ|พิมพ์|นารายณ์|อินทร์|เยาว์|จริย|ประชา"
    ),
}
_PALI = re.compile(r"\u0e3a|(?:โร|โน|โธ|โม|โณ|โก|โต|โช|โล|สีโล|วโร|ธโร|ปญฺโญ)$")
"""The second name of a monk."""
_SHORTEST_PART = 4
"""Of a given name that only begins a word."""
_LONGEST_ABBREVIATION = 3


def _is_at_a_beginning(match: re.Match[str]) -> bool:
    """Whether a title is a word, and not the end of another one (นาคุณ, โรงเรียนพระดาบส)."""
    start = match.start()
    return start == 0 or not _LETTER.match(match.string[start - 1]) or match.string.endswith(_ROLES, 0, start)


def _is_sure(match: re.Match[str]) -> bool:
    """Whether a name follows: anything but a further abbreviation does."""
    first = match["first"]
    if not _is_at_a_beginning(match):
        return False
    is_short = len(first) <= _LONGEST_ABBREVIATION and re.fullmatch("[ก-ฮ]+", first) is not None
    return not (is_short and match.string[match.end("first") :].startswith("."))


def _is_abbreviated(match: re.Match[str]) -> bool:
    """Whether a rank or degree is no part of a longer abbreviation (ก.ค.ศ.)."""
    return not _DOTTED.match(match.string, max(match.start() - 2, 0), match.start()) and _is_sure(match)


def _is_mister(match: re.Match[str]) -> bool:
    return _is_sure(match) and not _is_of_school(match)


def _is_two_names(match: re.Match[str]) -> bool:
    is_place = match[0].startswith("นาง") and match["first"] in _PLACES
    if not _is_at_a_beginning(match) or is_place or _is_of_school(match):
        return False
    return match["last"] is not None or is_given_name(match["first"])


def _is_monk(match: re.Match[str]) -> bool:
    if not _is_at_a_beginning(match) or _is_of_school(match):
        return False
    return _OF_THE_TRADE["พระ"].match(match["first"]) is None


def _is_priest(match: re.Match[str]) -> bool:
    if not _is_monk(match):
        return False
    last = match["last"]
    return match["first"] in _given_names() or (last is not None and _PALI.search(last) is not None)


def _is_named(match: re.Match[str]) -> bool:
    """Whether what follows a word of the trade is known as a given name, or as a family's."""
    first, last = match["first"], match["last"]
    if not _is_at_a_beginning(match) or _is_of_school(match):
        return False
    if any(_OF_THE_TRADE[title].match(first) for title in ("ครู", "คุณ", "ผอ")):
        return False
    return is_given_name(first) or last in _family_names() or _is_nickname(match)


def _is_nickname(match: re.Match[str]) -> bool:
    """Whether a nickname stands behind a title: one in Thai glued to it or with nothing behind."""
    first = match["first"]
    if first in LATIN_NICKNAMES:
        return True
    return first in NICKNAMES and (not match["between"] or match["last"] is None)


def _is_called_so(match: re.Match[str]) -> bool:
    """Whether a name stands behind a word for relatives, by which children and colleagues are called too."""
    if not _is_at_a_beginning(match) or _is_of_school(match):
        return False
    return match["first"] in _given_names() or _is_nickname(match)


def _is_signer(match: re.Match[str]) -> bool:
    """Whether a whole given name follows, set apart by a colon, or with a second word behind it."""
    first, last = match["first"], match["last"]
    if not _is_at_a_beginning(match) or _is_of_school(match) or first not in _given_names():
        return False
    if ":" in match["between"]:
        return True
    return last is not None and (match["between"] != "" or last in _family_names())


def _is_initial(match: re.Match[str]) -> bool:
    return _is_at_a_beginning(match) and match["first"] in _given_names() and not _is_of_school(match)


def _is_latin(match: re.Match[str]) -> bool:
    """Whether Latin words behind a title are a person."""
    words = re.findall("[a-z]+", match["words"].casefold())
    return not _LATIN_LETTER.match(
        match.string, match.start() - 1, match.start()
    ) and NOT_OF_PERSONS.isdisjoint(words)


def _is_romanised(match: re.Match[str]) -> bool:
    """Whether Latin words without a title hold a given name with a family's behind it."""
    words = re.findall("[a-z]+", match[0].casefold())
    return not ROMANISED_NAMES.isdisjoint(words[:-1]) and NOT_OF_PERSONS.isdisjoint(words)


def _is_of_school(match: re.Match[str]) -> bool:
    """Whether a word ends like a school's name; a given name before another (นายวิทยา ใจดี) is none."""
    first, last = match["first"], match["last"]
    words = (first,) if last is None else (last,) if first in _given_names() else (first, last)
    return any(_SCHOOL_ENDING.search(word) for word in words)


def _titled(titles: str, between: str = r"\s*") -> re.Pattern[str]:
    return re.compile(rf"(?:{titles})(?P<between>{between}){_NAME}")


TITLED_PATTERNS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...] = (
    (_titled(r"นางสาว|น\.?\s?ส\.|ด\.?\s?[ชญ]\."), _is_sure),
    (_titled(rf"(?:{_RANKS})(?:\s?หญิง)?|{_SCHOLARS}"), _is_abbreviated),
    (_titled(rf"นาย(?!{_OFFICES})"), _is_mister),
    (_titled("นาง(?!สาว)|เด็กชาย|เด็กหญิง"), _is_two_names),
    (_titled("พระ(?:มหา|ครู(?:ปลัด|สมุห์|ใบฎีกา|สังฆรักษ์|วินัยธร)?|อธิการ|ปลัด|ใบฎีกา|สมุห์|อาจารย์)"), _is_monk),
    (
        _titled(
            rf"คุณครู|คุณหญิง|คุณ|ครู{_FURTHER_ROLES}|ผอ\.?|ผู้อำนวยการ|อาจารย์|สามเณร|แม่ชี|นายแพทย์|แพทย์หญิง|อส\.|หมอ",
            r"[\s:]*",
        ),
        _is_named,
    ),
    (_titled(rf"(?:{_BARE_RANKS})(?:\s?หญิง)?"), _is_named),
    (_titled("(?:รุ่น)?(?:น้อง|พี่)(?!เลี้ยง|ใหม่|ใหญ่|สาว|ชาย|เล็ก|คน|น้อง|อนุบาล|นักเรียน|ประถม|มัธยม)"), _is_called_so),
    (_titled(_SIGNERS, r"[\s:.…]*"), _is_signer),
    (_titled("พระ"), _is_priest),
    (
        re.compile("พระ(?:เทพ|ราช|ธรรม|พรหม)[ก-๎]{0,12}(?:เวที|เมธี|กวี|มุนี|โมลี|สุธี|เมธาจารย์)(?![ก-๎])"),
        _is_at_a_beginning,
    ),
    (re.compile(rf"อ\.\s?(?P<first>{_LETTERS})\s+(?P<last>{_LETTERS})"), _is_initial),
    (
        re.compile(
            r"(?:M(?i:rs|iss|r|s)|m(?i:rs|iss|r|s)|D[Rr]|d[Rr])\b\.?\s*(?P<words>[A-Z][A-Za-z]+(?:\s+[A-Z][A-Za-z.]*){0,2}|(?<=\.)\s?[a-z]+\s+[a-z]+)"
        ),
        _is_latin,
    ),
)
NAME_PATTERNS = (
    *TITLED_PATTERNS,
    (re.compile(r"[A-Z][A-Za-z]{2,}(?:\s+[A-Z][A-Za-z.]*){1,2}"), _is_romanised),
)
"""What may be a person's name, and what decides whether it is; groups `first` and `last` are the words."""


@cache
def _given_names() -> frozenset[str]:
    return frozenset(thai_male_names() | thai_female_names())


@cache
def _family_names() -> frozenset[str]:
    return frozenset(thai_family_names())


def is_whole_given_name(word: str) -> bool:
    """Whether a word is a given name or a nickname, and nothing else besides."""
    return word in _given_names() or word in NICKNAMES


def is_given_name(word: str) -> bool:
    """Whether a word is a given name, or begins with one that is not too short to prove anything."""
    names = _given_names()
    return word in names or any(word[:end] in names for end in range(len(word) - 1, _SHORTEST_PART - 1, -1))
