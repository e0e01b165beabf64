"""What in a text is about a person: names with a title, ids, telephone numbers, addresses, births."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache, partial

from stdnum.th import pin

from schemas.text import REMEMBERED_TEXTS, clean_text
from transforms.privacy.person_names import NAME_PATTERNS, TITLED_PATTERNS

MASK = "•••"
NAMES, IDS, PUPIL_NUMBERS, PASSPORTS, BIRTH_DATES, TELEPHONES, ADDRESSES = (
    "names",
    "13-digit ids",
    "pupil numbers",
    "passport numbers",
    "dates of birth",
    "telephone numbers",
    "e-mail addresses",
)
GRAVE_KINDS = frozenset({IDS, PUPIL_NUMBERS, PASSPORTS, BIRTH_DATES})
"""What is never only whom to ask about a return."""

_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙０１２３４５６７８９", "0123456789" * 2)
_BETWEEN = r"[\s.()\u2010-\u2015-]{0,2}"
_WIDER = r"[\s.()\u2010-\u2015-]{0,3}"
_AROUND = r"[\s._:|,/•*\u2010-\u2015-]{1,3}"
_CODE_AND_PERIOD = re.compile(r"\d{8}\D+25[4-9]\d\D+[1-3]$")
"""A school's code, a year and a semester have thirteen digits as well."""
_DATE = re.compile(r"\(?\d{1,2}[\s.-]\d{1,2}[\s.-](?:25|20|19)\d\d")
_MONTH = (
    r"(?:\d{1,2}|(?:ม\.?ค|ก\.?พ|มี\.?ค|เม\.?ย|พ\.?ค|มิ\.?ย|ก\.?ค|ส\.?ค|ก\.?ย|ต\.?ค|พ\.?ย|ธ\.?ค)\.?"
    r"|[ก-๎]{4,}|[A-Za-z]{3,9})"
)
_DAY = rf"(?:\d{{1,2}}[\s/.-]*{_MONTH}[\s/.-]*(?:พ\.?ศ\.?\s?)?\d{{2,4}}|\d{{4}}-\d{{1,2}}-\d{{1,2}})"


def _is_always(_match: re.Match[str]) -> bool:
    return True


def _is_id(match: re.Match[str]) -> bool:
    return is_id(match[0]) and _CODE_AND_PERIOD.match(match[0]) is None


def _is_telephone(match: re.Match[str]) -> bool:
    return _DATE.match(match[0]) is None


def _is_no_amount(match: re.Match[str]) -> bool:
    return not match[0].endswith("000")


_Judge = Callable[[re.Match[str]], bool]
_Judged = tuple[str, re.Pattern[str], _Judge]
_JUDGED: tuple[_Judged, ...] = (
    (IDS, re.compile(rf"(?<!\d)\d(?:{_BETWEEN}\d){{12}}(?!\d)"), _is_id),
    (IDS, re.compile(rf"(?<!\d)\d{_AROUND}\d{{4}}{_AROUND}\d{{5}}{_AROUND}\d\d{_AROUND}\d(?!\d)"), _is_id),
    (IDS, re.compile(r"(?<![\d/])\d(?:[/_|:]?\d){12}(?![\d/])"), _is_id),
    (PUPIL_NUMBERS, re.compile(r"(?<![A-Za-z\d])G[\s-]?\d{8,13}(?!\d)", re.IGNORECASE), _is_always),
    (
        PASSPORTS,
        re.compile(
            r"(?:passport|พาสปอร์ต|หนังสือเดินทาง)\s*(?:no\.?|number|เลขที่|หมายเลข|เลข)?\s*[:.]?\s*[A-Z]{0,2}\s?\d{6,9}(?!\d)",
            re.IGNORECASE,
        ),
        _is_always,
    ),
    (PASSPORTS, re.compile(r"\A(?:(?:โรงเรียน|รร\.?)\s*)?[A-Z]{2}\d{7}\Z"), _is_always),
    (
        BIRTH_DATES,
        re.compile(
            r"(?:(?:วัน\s?|ว/)(?:เดือน\s?|ด/)?(?:ปี\s?|ป\s?)?เกิด|เกิด(?:เมื่อ)?|\bdob|date of birth|\bborn(?: on)?)"
            rf"\s*:?\s*(?:วันที่)?\s*{_DAY}",
            re.IGNORECASE,
        ),
        _is_always,
    ),
    (
        TELEPHONES,
        re.compile(
            rf"(?<!\d)(?<!\d[.,])(?:(?:\+|00)?66{_BETWEEN}(?:\(?0\)?{_BETWEEN})?|\(?0[\s-]?)[2-9](?:{_WIDER}\d){{7,8}}(?!\d|[.,:]\d)"
        ),
        _is_telephone,
    ),
    (
        TELEPHONES,
        re.compile(
            r"(?<![\d/.,])0(?:[689]\d([/_,])\d{3}\1\d{4}|\d/\d{4}/\d{4}|2/\d{3}/\d{4}|[2-7]\d/\d{6,7}|[2-7]\d/\d{3}/\d{3,4})(?![\d/]|[.,]\d)"
        ),
        _is_always,
    ),
    (
        TELEPHONES,
        re.compile(r"(?<![\d.,/-])[689]\d(?:\d{7}|([\s./-])\d{3}[\s./-]?\d{4}|[\s-]\d{7})(?![\d/-]|[.,]\d)"),
        _is_no_amount,
    ),
    (ADDRESSES, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+"), _is_always),
    (
        ADDRESSES,
        re.compile(
            r"[A-Za-z\d._+-]+(?:\s?[@\uff20]\s?[A-Za-z\d-]+\s?\.\s?[A-Za-z]{2,}|\s?[(\[{]\s?at\s?[)\]}]\s?[A-Za-z\d.-]{2,}"
            r"|\sat\s[A-Za-z\d-]+\sdot\s\w{2,})(?:\s?[(\[{]\s?dot\s?[)\]}]\s?\w+)*",
            re.IGNORECASE,
        ),
        _is_always,
    ),
    (
        ADDRESSES,
        re.compile(
            r"(?<![A-Za-zก-๎])(?:@?line(?:\s?id)?\s?[:=]|line\s?id\s|id\s?line\s?:?|(?:ไอดี\s?)?ไลน์(?:\s?(?:ไอดี|id))?\s?[:=]?)"
            r"\s?(?=@|[\d._-]{0,12}[a-z]|\d{8})@?[a-z\d._-]{3,}",
            re.IGNORECASE,
        ),
        _is_always,
    ),
    *((NAMES, pattern, judge) for pattern, judge in NAME_PATTERNS),
)
_ALL_BUT_NAMES = tuple(each for each in _JUDGED if each[0] != NAMES)
PATTERNS = tuple((kind, pattern) for kind, pattern, _ in _JUDGED)
"""What may be about a person, the gravest first."""
SUSPICIOUS = re.compile(
    r"\d(?:\D{0,3}\d){8}|\d{4}-|\.[\s:]*[ก-ฮเ-ไA-Za-z]|นา[ยง]|ค(?:รู|ุณ)|พ(?:ระ|ี่)|น้อง|เ(?:ด็ก|กิด|ดินทาง|อก)|ผ(?:อ|ู้)|ลงชื่อ|ลงนาม|ดต|[พรลส]ต[ตทอ]|[จพ][สจ][ตทอ]|พลทหาร|อาจารย์|สามเณร"
    r"|แ(?:ม่ชี|พทย์)|ห(?:มอ|ม่อม)|ต(?:รี|ำรวจ)|โท|ไลน์|พาสปอร์ต|[@\uff20]|[Gg][\s-]?\d|[A-Z](?:[A-Z]\d{7}|[A-Za-z]+\s+[A-Z])"
    r"|(?i:dob|birth|born|[(\[{]\s?at|\sat\s|line|passport|m(?:r|s|iss)|dr)"
)
"""Where one of the patterns finds something, this does too: nearly all texts are done with here."""


_FOR_SPACES = re.compile(r"[_+]+|%20|(?<=[ก-๎])-+(?=[ก-ฮเ-ไ])|(?<=[ก-๎]{3})\.(?=[ก-ฮเ-ไ])")
"""What people put between the words of a name."""
_NUMBERS = frozenset({IDS, PUPIL_NUMBERS, PASSPORTS, TELEPHONES})
_NUMBER = re.compile(r"\d(?:\D{0,3}\d){5}")
"""Without so many digits there is none of these."""


@lru_cache(maxsize=REMEMBERED_TEXTS)
def personal_kind(text: str) -> str | None:
    """The kind of personal data that a text holds, the gravest first; None where it holds none."""
    plain = _plain(text)
    if SUSPICIOUS.search(plain) is None:
        return None
    return next((kind for kind, _ in _found(plain)), None)


def kind_outside_cells(text: str) -> str | None:
    """The kind of personal data in a comment, a property or the like.

    A name in Latin letters without a title is what a program calls its user, and none.
    """
    kind = personal_kind(text)
    if kind == NAMES and text.isascii() and not any(_is_titled(text)):
        return None
    return kind


def masked_name(name: str) -> tuple[str, str | None]:
    """What a file, folder or sheet is called, without personal data, and the kind of what was in it."""
    # Names come last: `นายก_ข` would else lose its first word and keep the other one.
    masked = _masked(_plain(name), _ALL_BUT_NAMES)
    spaced = _FOR_SPACES.sub(" ", masked)
    kind, further = personal_kind(name), personal_kind(spaced)
    if kind is None and further is None:
        return name, None
    return _masked(_plain(spaced), _JUDGED), kind or further


def without_personal_data(text: str) -> str:
    """A text with everything in it that is about a person masked; as it is where there is nothing."""
    if personal_kind(text) is None:
        return text
    return _masked(_plain(text), _JUDGED)


def _masked(plain: str, judged: Iterable[_Judged]) -> str:
    masked = plain
    # One kind after the other: a number may end where a name begins.
    for _, pattern, judge in judged:
        masked = pattern.sub(partial(_mask, judge), masked)
    return masked


def _mask(judge: _Judge, match: re.Match[str]) -> str:
    return MASK if judge(match) else match[0]


def is_id(text: str) -> bool:
    """Whether a text is a 13-digit id with a right check digit."""
    return bool(pin.is_valid(re.sub(r"\D", "", text)))


def _found(plain: str) -> Iterator[tuple[str, re.Match[str]]]:
    has_numbers = _NUMBER.search(plain) is not None
    for kind, pattern, judge in _JUDGED:
        if has_numbers or kind not in _NUMBERS:
            yield from ((kind, match) for match in pattern.finditer(plain) if judge(match))


def _is_titled(text: str) -> Iterator[bool]:
    return (judge(match) for pattern, judge in TITLED_PATTERNS for match in pattern.finditer(_plain(text)))


def _plain(text: str) -> str:
    return clean_text(text).translate(_DIGITS)
