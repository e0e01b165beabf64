"""What in a text is about a person: names with a title, ids, telephone numbers, addresses."""

import re
from functools import lru_cache

from pythainlp.util import thai_digit_to_arabic_digit
from stdnum.th import pin

from edusandbox.transforms.text import REMEMBERED_TEXTS, clean_text

MASK = "•••"
NAMES, IDS, PUPIL_NUMBERS, TELEPHONES, ADDRESSES = (
    "names",
    "13-digit ids",
    "pupil numbers",
    "telephone numbers",
    "e-mail addresses",
)

_BETWEEN = r"[\s.()\u2010-\u2015-]{0,2}"
_OFFICES = "ก(?:เทศมนตรี|องค์การ|สมาคม|อบ[ตจ]|รัฐมนตรี)|อำเภอ|ทะเบียน"
"""นายกเทศมนตรี and the like are offices and no names."""
_NO_NAMES = "จำนวน|รวม|ก่อน|อายุ|ชั้น|ทั้ง|ร้อยละ"
"""What follows เด็กชาย and เด็กหญิง in headings."""
_TITLE = (
    rf"(?:นาย(?!{_OFFICES})|นางสาว|นาง|น\.?\s?ส\.|ด\.?\s?[ชญ]\.|เด็กชาย|เด็กหญิง|ว่าที่\s?(?:ร้อย|ร\.)\S*"
    r"|(?:ผศ|รศ|ศ)\.?\s?ดร\.|ดร\.|(?:Mrs?|Ms|Miss|Dr)\b\.?)"
)
_WORD = rf"(?!{_NO_NAMES})[^\s\d()•]"
PATTERNS = (
    (IDS, re.compile(rf"(?<!\d)\d(?:{_BETWEEN}\d){{12}}(?!\d)")),
    (PUPIL_NUMBERS, re.compile(r"(?<![A-Za-z\d])G[\s-]?\d{8,13}(?!\d)", re.IGNORECASE)),
    (
        TELEPHONES,
        re.compile(
            rf"(?<!\d)(?<!\d[.,])(?:\+?66{_BETWEEN}|\(?0[\s-]?)[2-9](?:{_BETWEEN}\d){{7,8}}(?!\d|[.,]\d)"
        ),
    ),
    (ADDRESSES, re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")),
    (
        NAMES,
        re.compile(
            rf"(?<![ก-๎A-Za-z]){_TITLE}\s*(?=[ก-ฮเ-ไA-Za-z]){_WORD}[^\s\d()•]+\s+{_WORD}[^\s\d()•]+",
            re.IGNORECASE,
        ),
    ),
)
SUSPICIOUS = re.compile(
    r"\d(?:\D{0,2}\d){8}|@|G[\s-]?\d|นาย|นาง|น\.?\s?ส\.|ด\.?\s?[ชญ]\.|เด็ก|ว่าที่|ดร\.|Mr|Ms|Miss|Dr",
    re.IGNORECASE,
)
"""Where one of the patterns finds something, this does too: nearly all texts are done with here."""


@lru_cache(maxsize=REMEMBERED_TEXTS)
def personal_kind(text: str) -> str | None:
    """The kind of personal data that a text holds, the gravest first; None where it holds none."""
    plain = _plain(text)
    if SUSPICIOUS.search(plain) is None:
        return None
    return next(
        (
            kind
            for kind, pattern in PATTERNS
            if any(_is_real(kind, match[0]) for match in pattern.finditer(plain))
        ),
        None,
    )


def without_personal_data(text: str) -> str:
    """A text with everything in it that is about a person masked; as it is where there is nothing."""
    if personal_kind(text) is None:
        return text
    masked = _plain(text)
    for kind, pattern in PATTERNS:
        found = {match[0] for match in pattern.finditer(masked) if _is_real(kind, match[0])}
        for each in sorted(found, key=len, reverse=True):
            masked = masked.replace(each, MASK)
    return masked


def is_id(text: str) -> bool:
    """Whether a text is a 13-digit id with a right check digit."""
    return bool(pin.is_valid(re.sub(r"\D", "", text)))


def _is_real(kind: str, found: str) -> bool:
    return kind != IDS or is_id(found)


def _plain(text: str) -> str:
    return thai_digit_to_arabic_digit(clean_text(text))
