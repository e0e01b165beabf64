"""Years and days in titles and names that no word calls academic: 2562, พ.ศ. 2562, 10 พ.ย. 62."""

import re
from collections.abc import Iterator
from datetime import date

from schemas.periods import BUDDHIST_ERA_OFFSET, buddhist_year
from transforms.cells.dates import MONTH_NAMES, months_in_text, read_date
from transforms.periods.period_wording import plain_wording

_NUMBERED_DAY = re.compile(
    r"(?<![\d./-])(?:25\d\d|20\d\d)-\d{1,2}-\d{1,2}(?![\d-])|(?<![\d./-])\d{1,2}[/.-]\d{1,2}[/.-](?:25|20)\d\d(?!\d)"
)
_WORDED_DAY = re.compile(
    rf"(?<![\d./-])\d{{1,2}}\s*(?:เดือน\s*)?(?:{MONTH_NAMES})\.?\s*(?:ปี\s*)?(?:พ\.ศ\.\s*)?(?:\d{{4}}|\d{{2}})(?!\d)"
)
_MONTH = re.compile(
    rf"(?:เดือน\s*|(?<![ก-๎\w.]))(?:{MONTH_NAMES})\.?\s*(?:ปี\s*)?(?:พ\.ศ\.\s*)?(?:25|20)\d\d(?!\d)"
)
# What was printed, decreed, founded or planned in a year says nothing of the year of the figures.
_OTHER_YEARS = re.compile(
    r"(?:พ\.?\s?ร\.?\s?[บกฎ]|พระราช|กฎหมาย|กฎกระทรวง|ระเบียบ|ประกาศ|คำสั่ง|มติ|หลักสูตร|แผนพัฒนา|แผนปฏิบัติ|ยุทธศาสตร์"
    r"|ฉบับ|ก่อตั้ง|จัดตั้ง|สถาปนา|ตั้งแต่|เกิด|แก้ไข|ปรับปรุง|พิมพ์|จัดทำ|งบประมาณ|โทร|เลขที่|รหัส|รุ่น|ลิขสิทธิ์|©"
    r"|copyright|print|version|(?:จำนวน|รวม|ทั้งสิ้น|ทั้งหมด)(?=\s*[:=]?\s*(?:25|20)\d\d))"
    r"[^\n]{0,80}?(?:(?<!\d)(?:25|20)\d\d(?:-\d\d?-\d\d?)?|(?<=[\s./-])[56]\d)(?!\d)",
    re.IGNORECASE,
)
# Decimals, telephone numbers, numbers of letters and counts look alike. A title speaks of no year long gone.
_BARE_YEAR = re.compile(
    r"(?<![\da-zA-Z])(?<!\d[.,:])(?:(?<!\d[/-])|(?<=25\d\d[/-])|(?<=20\d\d[/-]))"
    r"(?P<year>25[5-8]\d|20(?:0[7-9]|[1-4]\d))"
    r"(?!\d|[.,:]\d|\s?[/-]\d(?!\d{3}(?!\d))|\s*(?:คน|ห้อง|โรง|แห่ง|บาท|ราย|หน้า|ชุด))"
)
_FIRST_MONTH_OF_YEAR = 4
"""Lists of a new year are made from April on: a day by itself is not taken for one of the year before."""


def days_in_text(text: str) -> set[date]:
    """The days that a text names."""
    found = (match[0] for pattern in (_NUMBERED_DAY, _WORDED_DAY) for match in pattern.finditer(text))
    return {day for each in found if (day := read_date(each)) is not None}


def without_days(text: str) -> str:
    """A text without the days that `days_in_text` finds in it."""
    return _WORDED_DAY.sub(" ", _NUMBERED_DAY.sub(" ", text))


def without_other_years(text: str) -> str:
    """A text in one wording, without days of printing and years of laws, plans, foundings or counts."""
    lines = (_OTHER_YEARS.sub(" ", plain_wording(line)) for line in text.split("\n"))
    return "\n".join(lines)


def bare_years_in_title(title: str) -> set[int]:
    """The years (Buddhist) that stand in a title without any word, or as พ.ศ. 2562 or มิ.ย. 2562."""
    plain = without_days(without_other_years(title))
    years = {buddhist_year(int(match["year"])) for match in _BARE_YEAR.finditer(_MONTH.sub(" ", plain))}
    return years | set(_years_of_months(plain))


def academic_year_of(day: date) -> int:
    """The academic year (Buddhist) of a day that stands in a title by itself."""
    return day.year + BUDDHIST_ERA_OFFSET - (day.month < _FIRST_MONTH_OF_YEAR)


def _years_of_months(plain: str) -> Iterator[int]:
    for match in _MONTH.finditer(plain):
        for month, year in months_in_text(match[0], needs_word=False):
            if year is not None:
                yield academic_year_of(date(year, month, 1))
