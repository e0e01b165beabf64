"""Made-up spellings of persons, and what only looks like them, each where it would stand in a sheet."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from schemas.personal_data import personal_headings
from transforms.grid import CellValue, Grid
from transforms.privacy.personal_data import withhold_personal_data

_HEADINGS: Mapping[str, tuple[str, str]] = {
    "note": ("ชื่อโรงเรียน", "หมายเหตุ"),
    "number": ("ชื่อโรงเรียน", "หมายเหตุ"),
    "school": ("หมายเหตุ", "ชื่อโรงเรียน"),
    "people": ("ชื่อโรงเรียน", "ผู้เข้าร่วม"),
    "place": ("ชื่อโรงเรียน", "อำเภอ"),
    "code": ("ชื่อโรงเรียน", "รหัสเดิม"),
    "amount": ("ชื่อโรงเรียน", "งบประมาณ (บาท)"),
}
"""The headings of the two columns beside the figures, by where a spelling stands: in the second one."""
_OTHER_PEOPLE = ("นายวิรัช ตัวอย่าง", "นางมาลัย สมมติ")
_OTHER_ROWS = 4


@dataclass(frozen=True)
class Spelling:
    """A text, whether it is about a person, and where it stands."""

    text: str
    is_person: bool
    kind: str
    where: str

    @property
    def is_found(self) -> bool:
        """Whether anything of it is taken out of the cell in which it stands."""
        cell = self._cell
        first, second = _HEADINGS[self.where]
        others: Sequence[CellValue] = _OTHER_PEOPLE if self.where == "people" else (None,) * _OTHER_ROWS
        rows: list[list[CellValue]] = [
            ["รหัสโรงเรียน", first, "ชาย", second],
            ["50010001", "ก", 3, cell],
            *(["50010002", "ข", 4, other] for other in others),
        ]
        (cleaned,), _ = withhold_personal_data([Grid("ข้อมูล", 1, rows)], personal_headings())
        return cleaned.rows[1][3] != cell

    @property
    def _cell(self) -> CellValue:
        """The cell: a number as a spreadsheet makes one where the column holds numbers."""
        is_number = self.where == "number" or (self.where == "amount" and self.text.isdecimal())
        return float(self.text) if is_number else self.text


def spellings(name: str) -> list[Spelling]:
    """The spellings of a file beside this one."""
    with (Path(__file__).parent / name).open(encoding="utf-8", newline="") as file:
        return [
            Spelling(row["text"], row["is_person"] == "1", row["kind"], row["where"])
            for row in csv.DictReader(file)
        ]


def missed(corpus: Sequence[Spelling]) -> list[Spelling]:
    """Persons of whom every word is left."""
    return [each for each in corpus if each.is_person and not each.is_found]


def false_alarms(corpus: Sequence[Spelling]) -> list[Spelling]:
    """What is taken for a person and is none."""
    return [each for each in corpus if not each.is_person and each.is_found]
