"""Tables without headings are told by width, codes, categories and sums, and never by the width alone."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.fields import PERSONS, Bilingual, Code, Count, Field, Measure, Name, SchoolCode
from schemas.layouts.layout import Layout, expand_lines
from schemas.layouts.lines import LayoutLine, Presence
from schemas.layouts.shapes import shape_line, shapes_of
from transforms.grid import CellValue, Grid
from transforms.headings.shapes import shaped_table

SPELLINGS = {"grade": {"ป.1": "P1", "ป.2": "P2"}, "grade_total": {"ประถม": "PRI"}}
HEADINGS = {
    "รหัสโรงเรียน": "school_code",
    "ประเภท": "category_name",
    "หัวข้อ": "topic_code",
    "คะแนน": "mean_score",
    "{grade} ชาย": "male_count",
    "{grade} หญิง": "female_count",
    "รวม{grade}": "pupil_total",
    "รวม{grade_total} ชาย": "male_count",
    "รวม{grade_total} หญิง": "female_count",
    "รวม{grade_total}": "pupil_total",
}
COUNTS = "male_count female_count pupil_total"
SUMS = "pupil_total=male_count+female_count"
PUPILS = Bilingual("นักเรียน", "Pupils")
FIELDS: dict[str, Field] = {
    "school_code": SchoolCode("school_code"),
    "category_name": Name("category_name"),
    "topic_code": Code("topic_code", "topic"),
    "mean_score": Measure("mean_score", PERSONS, PUPILS),
    **{name: Count(name, PERSONS, PUPILS) for name in COUNTS.split()},
}
Row = Sequence[CellValue]


def line(
    fields: str, *, codes: str = "", values: str = "", one_of: str = "", sums: str = ""
) -> dict[str, str]:
    return {
        "form": "f",
        "layout": "l",
        "shape": "s",
        "codes": codes,
        "fields": fields,
        "values": values,
        "one_of": one_of,
        "sums": sums,
    }


def layout(code: str, *lines: dict[str, str]) -> Layout:
    meanings = expand_lines(
        (LayoutLine(header, field, "", Presence.OPTIONAL) for header, field in HEADINGS.items()),
        SPELLINGS,
        FIELDS,
    )
    shapes = shapes_of(
        map(shape_line, lines),
        meanings,
        lambda _lists, _codes: {"PRI": ("P1", "P2")},
        lambda _list: frozenset({"อ่าน", "เขียน"}),
    )
    return Layout(code, "f", code, code, meanings, shapes=shapes)


CODE = line("school_code", values=r"\d{8}")
BLOCKS = line(COUNTS, codes="P1 P2 PRI", sums=SUMS)
PLAIN = layout("plain", CODE, BLOCKS)
ILL = layout("ill", CODE, line("category_name", one_of="ทั้งหมด|ตา|หู"), BLOCKS)
POOR = layout("poor", CODE, line("category_name", one_of="ทั้งหมด|ยากจน"), BLOCKS)


def figures(boys: int, girls: int) -> list[CellValue]:
    first, second = [boys, girls, boys + girls], [girls, boys, boys + girls]
    return [*first, *second, *(one + other for one, other in zip(first, second, strict=True))]


def found(rows: Sequence[Row], *layouts: Layout) -> str | None:
    width = max(map(len, rows))
    grid = Grid("ก", 1, [[*row, *[None] * (width - len(row))] for row in rows])
    match = shaped_table(grid, layouts or (PLAIN, ILL, POOR))
    return None if match is None else match.layout.code


def of_categories(*names: str) -> list[Row]:
    return [[f"5001000{school}", name, *figures(3, 4)] for school in (1, 2) for name in names]


def test_a_table_is_told_by_its_codes_and_sums() -> None:
    assert found([["50010001", *figures(3, 4)], ["50010002", *figures(5, 1)]]) == "plain"


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (("ทั้งหมด", "ตา", "หู"), "ill"),
        (("ทั้ง  หมด", "หู", "ตา"), "ill"),
        (("ทั้งหมด", "ยากจน"), "poor"),
        (("ทั้งหมด",), None),
        (("ทั้งหมด", "ตา", "หู", "ยากจน"), None),
    ],
)
def test_reports_of_one_width_are_told_by_their_categories(names: Sequence[str], code: str | None) -> None:
    assert found(of_categories(*names)) == code


def test_a_table_that_two_shapes_fit_is_not_taken() -> None:
    twin = layout("twin", CODE, BLOCKS)
    assert found([["50010001", *figures(3, 4)]], PLAIN, twin) is None


def test_the_match_names_each_column_as_the_layout_heads_it() -> None:
    match = shaped_table(Grid("ก", 1, [["ปี 2563", *[None] * 9], ["50010001", *figures(3, 4)]]), [PLAIN])
    assert match is not None
    assert (match.header.first_row, match.header.depth) == (2, 0)
    assert match.header.texts[:4] == ("รหัสโรงเรียน", "ป.1 ชาย", "ป.1 หญิง", "รวมป.1")


@pytest.mark.parametrize(
    "rows",
    [
        [],
        [["50010001", *[0] * 9]],
        [["50010001", *[None] * 8, 0]],
        [["รหัส", *["ชาย", "หญิง", "รวม"] * 3], ["50010001", *figures(3, 4)]],
        [["ก", "ข", "ค", "ง"], ["50010001", *figures(3, 4)]],
        [["50010001", *figures(3, 4)], ["รหัส", *["ชาย", "หญิง", "รวม"] * 3]],
        [["5001", *figures(3, 4)]],
        [["50010001", *figures(3, 4)[:8]]],
        [["50010001", *figures(3, 4), 1]],
    ],
)
def test_what_has_another_shape_is_not_taken(rows: Sequence[Row]) -> None:
    assert (found(rows) if rows else shaped_table(Grid("ก", 1, []), [PLAIN])) is None


def share_that_adds_up(sums: Sequence[tuple[int, int]]) -> float:
    """Of sums other than 0 (as stated, as added up) the share that are right; 0 where there are none."""
    speaking = [stated == added for stated, added in sums if stated or added]
    return sum(speaking) / len(speaking) if speaking else 0


@given(st.lists(st.lists(st.integers(0, 1), min_size=9, max_size=9), min_size=1, max_size=4))
def test_a_table_is_taken_only_if_nearly_all_of_its_sums_are_right(rows: list[list[int]]) -> None:
    of_blocks = [(row[at + 2], row[at] + row[at + 1]) for row in rows for at in (0, 3, 6)]
    of_levels = [(row[at + 6], row[at] + row[at + 3]) for row in rows for at in range(3)]
    is_right = min(map(share_that_adds_up, (of_blocks, of_levels))) >= 0.75
    assert (found([["50010001", *row] for row in rows]) == "plain") == is_right


def test_a_shape_may_speak_only_of_columns_that_the_layout_can_head() -> None:
    with pytest.raises(ValueError, match="no heading for"):
        layout("wrong", line("classroom_count", codes="P1"))


TOPICS = layout("topics", CODE, line("topic_code mean_score"))
"""Nothing adds up here: the codes of schools and topics tell the table."""


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["50010001", "อ่าน", 55.5], ["50010001", "เขียน", "-"]], "topics"),
        ([["50010001", "อ่าน", 55.5], ["50010001", "ว่ายน้ำ", 60], ["50010002", "อ่าน", 61]], "topics"),
        ([["50010001", "ว่ายน้ำ", 55.5], ["50010001", "อ่าน", 60]], None),
        ([["50010001", "อ่าน", "ดี"], ["50010001", "เขียน", 60]], None),
        ([["50010001", 55.5, "อ่าน"]], None),
    ],
)
def test_a_table_without_sums_is_told_by_its_codes(rows: Sequence[Row], code: str | None) -> None:
    assert found(rows, TOPICS) == code


def test_a_shape_that_nothing_tells_from_any_other_is_refused() -> None:
    with pytest.raises(ValueError, match="neither sums nor codes"):
        layout("loose", CODE, line("category_name mean_score"))
