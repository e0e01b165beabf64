"""Made-up exports of DMC: blocks of boys, girls, total and rooms for each grade and level, in DMC's order."""

import csv
import io
from collections.abc import Mapping, Sequence

Block = tuple[int, int, int]
"""Boys, girls and rooms of a grade."""
WITHOUT_VOCATIONAL = ("K1 K2 K3", "P1 P2 P3 P4 P5 P6", "M1 M2 M3", "M4 M5 M6")
WITH_VOCATIONAL = (*WITHOUT_VOCATIONAL[:3], "M4 M5 M6 V1 V2 V3")
NAMES = {"K": "อ.", "P": "ป.", "M": "ม.", "V": "ปวช."}
LEVELS = ("ก่อนประถม", "ประถม", "ม.ต้น", "ม.ปลายและเทียบเท่า")
SCHOOLS: Mapping[str, Mapping[str, Block]] = {
    "50010001": {"K2": (3, 4, 1), "P1": (12, 14, 1), "P2": (11, 9, 1)},
    "50010002": {"P1": (7, 8, 1), "P2": (6, 10, 1), "M1": (5, 5, 1)},
    "50010003": {"P1": (5, 4, 1), "P2": (3, 6, 1)},
}
"""Three schools: 52 boys, 60 girls, 112 pupils, 8 rooms."""


def figures(school: Mapping[str, Block], levels: Sequence[str] = WITH_VOCATIONAL) -> list[int]:
    """The figures of a row: 92 with vocational grades, 80 without."""
    cells: list[int] = []
    everything: list[Block] = []
    for level in levels:
        grades = [school.get(grade, (0, 0, 0)) for grade in level.split()]
        cells += [number for grade in grades for number in _cells(grade)] + _cells(_sum(grades))
        everything += grades
    return cells + _cells(_sum(everything))


def _cells(block: Block) -> list[int]:
    boys, girls, rooms = block
    return [boys, girls, boys + girls, rooms]


def _sum(blocks: Sequence[Block]) -> Block:
    boys, girls, rooms = (sum(numbers) for numbers in zip(*blocks, strict=True))
    return boys, girls, rooms


def headings(levels: Sequence[str] = WITH_VOCATIONAL) -> list[str]:
    """The names that some exports bring; the first of them is not what stands under it."""
    names = ["รหัสเขต", "รหัสโรงเรียน"]
    for level, title in zip(levels, LEVELS, strict=True):
        for grade in (f"{NAMES[code[0]]}{code[1]}" for code in level.split()):
            names += [f"{grade} ชาย", f"{grade} หญิง", f"รวม{grade}", f"{grade} ห้อง"]
        names += [f"รวม{title} ชาย", f"รวม{title} หญิง", f"รวม{title}", f"รวมห้อง{title}"]
    return [*names, "รวมทั้งหมด ชาย", "รวมทั้งหมด หญิง", "รวมทั้งหมด", "รวมห้องทั้งหมด"]


def report(
    period: str = "2563-1",
    levels: Sequence[str] = WITH_VOCATIONAL,
    schools: Mapping[str, Mapping[str, Block]] = SCHOOLS,
    area: str = "",
) -> list[list[object]]:
    """The rows of an export, with the row of the area last where it has one."""
    rows: list[list[object]] = [[period, code, *figures(school, levels)] for code, school in schools.items()]
    if area:
        sums = [sum(column) for column in zip(*(row[2:] for row in rows), strict=True)]  # type: ignore[arg-type] # figures
        rows.append([period, area, *sums])
    return rows


def as_text(rows: Sequence[Sequence[object]], encoding: str = "utf-8") -> bytes:
    """The rows as DMC writes them: commas and line feeds."""
    stream = io.StringIO()
    csv.writer(stream, lineterminator="\n").writerows(rows)
    return stream.getvalue().encode(encoding)
