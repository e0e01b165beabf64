"""Free texts, yes or no, times of the day and several codes in one cell."""

from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transforms.cells.field_cells import read_codes, read_flag, read_text, read_time
from transforms.grid import CellValue

VENUES = {"หอประชุม": "HALL", "สนาม": "YARD", "และออนไลน์": "ODD", "ออนไลน์": "NET"}


@pytest.mark.parametrize(
    ("cell", "read"),
    [
        ("ข้อ ๑  เพิ่มเวลา\nข้อ 2", "ข้อ ๑  เพิ่มเวลา\nข้อ 2"),
        ("ไม่มี", "ไม่มี"),
        ("-", "-"),
        (" \n ", None),
        (None, None),
        (2.0, "2"),
    ],
)
def test_a_free_text_is_kept_as_it_was_typed(cell: CellValue, read: str | None) -> None:
    assert read_text(cell) == read


@pytest.mark.parametrize(
    ("cell", "answer", "is_read"),
    [
        *((word, True, True) for word in ("มี", "ใช่", "Yes", "✓", "/", 1, "๑", True)),
        *((word, False, True) for word in ("ไม่มี", "ไม่ใช่", "no", 0, False)),
        *((word, None, True) for word in (None, "", "-", "—")),
        *((word, None, False) for word in ("x", "อาจจะ", 2, "มีบ้าง")),
    ],
)
def test_yes_and_no_are_told_apart_from_nothing_and_from_anything_else(
    cell: CellValue, answer: object, is_read: object
) -> None:
    assert read_flag(cell) == (answer, is_read)


@pytest.mark.parametrize(
    ("cell", "read", "is_read"),
    [
        ("08:30", "08:30", True),
        ("8.30 น.", "08:30", True),
        ("เวลา ๑๓.๑๕ น.", "13:15", True),
        ("23:59:30", "23:59:30", True),
        (time(7, 5), "07:05", True),
        (timedelta(hours=9), "09:00", True),
        ("-", None, True),
        (None, None, True),
        ("25:00", None, False),
        ("08:75", None, False),
        ("เช้า", None, False),
        (8.3, None, False),
        (0.5, None, False),
        (date(2020, 6, 1), None, False),
        (datetime(2020, 6, 1, 8), None, False),  # noqa: DTZ001 - as a spreadsheet stores it
        (timedelta(hours=25), None, False),
    ],
)
def test_a_time_of_the_day_is_read_in_every_way_of_writing(
    cell: CellValue, read: str | None, is_read: object
) -> None:
    assert read_time(cell) == (read, is_read)


@given(st.times())
def test_every_time_comes_back_to_the_second(moment: time) -> None:
    plain = moment.replace(microsecond=0, fold=0)
    read, is_read = read_time(plain.isoformat())
    assert is_read
    assert read is not None
    assert time.fromisoformat(read) == plain


@pytest.mark.parametrize(
    ("cell", "read", "are_known"),
    [
        ("หอประชุม", "HALL", True),
        ("หอประชุม, สนาม", "HALL|YARD", True),
        ("สนาม\nหอประชุม", "YARD|HALL", True),
        ("หอประชุม/สนาม/หอประชุม", "HALL|YARD", True),
        ("หอประชุม และออนไลน์", "HALL|NET", True),
        ("- หอประชุม\n- สนาม", "HALL|YARD", True),
        ("1. สนาม\n2. หอประชุม", "YARD|HALL", True),
        ("หอประชุม, ดวงจันทร์", "HALL", False),
        ("ดวงจันทร์", None, False),
        ("-", None, True),
        (None, None, True),
    ],
)
def test_several_codes_are_read_one_by_one(cell: CellValue, read: str | None, are_known: object) -> None:
    assert read_codes(cell, VENUES) == (read, are_known)
