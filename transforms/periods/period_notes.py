"""Which notes under a table speak of the period of its figures."""

import re

from transforms.periods.period_wording import plain_wording

_LONGEST_NOTE = 300
"""What says more is a text of its own, as web pages have them under their tables."""
_OF_FIGURES = re.compile(
    # What follows must be said of the figures, not of pupils who moved, of a comparison or of a plan.
    r"(?:(?:หมายเหตุ|\*+|\()[\s:)]*|(?:(?!ย้าย|เทียบ|เพิ่ม|ลด|ก่อน|เดิม|จะ|คาด|ประมาณ|แผน).)*?"
    r"(?:ข้อมูล|ที่มา|แหล่ง|รายงาน|สถิติ)(?:(?!ย้าย|เทียบ|เพิ่ม|ลด|ก่อน|เดิม|จะ|คาด|ประมาณ|แผน).)*?)?"
    r"(?:ภาคเรียนที่|ปีการศึกษา)"
)


def notes_of_period(notes: str) -> str:
    """The lines of notes that say of the figures which period they are of, one a line.

    They name it after words like ข้อมูล or ที่มา, or name nothing else.
    """
    lines = (line for line in notes.split("\n") if len(line) <= _LONGEST_NOTE)
    return "\n".join(line for line in lines if _OF_FIGURES.match(plain_wording(line)))
