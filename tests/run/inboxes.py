"""A small made-up inbox that grows in three steps and holds whatever a killed run could get wrong."""

import os
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import xlsxwriter

from tests.made_up_persons import made_up_id

ENROLMENT = "ปีการศึกษา,ภาคเรียน,รหัสโรงเรียน,ชื่อโรงเรียน,ระดับชั้น,นักเรียนชาย,นักเรียนหญิง,รวม,ห้องเรียน"
REGISTER = "รหัสโรงเรียน,รหัสกระทรวง,ชื่อโรงเรียน,ประเภท,ตำบล,อำเภอ"


def enrolment(agency: str, school_count: int, boys: int = 3) -> list[str]:
    """An enrolment return; a school more than the registers know is set aside."""
    return [ENROLMENT] + [
        f"2563,1,{agency}{number:04},บ้านที่ {number},ป.1,{boys},{number},{boys + number},1"
        for number in range(1, school_count + 1)
    ]


def register(agency: str, school_count: int, name: str = "บ้านที่") -> list[str]:
    """A school register."""
    return [REGISTER] + [
        f"{agency}{number:04},10{agency}{number:04},{name} {number},ประถม,ก,ข"
        for number in range(1, school_count + 1)
    ]


def register_with_personal_data(agency: str, school_count: int) -> list[str]:
    """A school register with a column of telephone numbers and one of ids."""
    heading, *rows = register(agency, school_count)
    return [f"{heading},เบอร์โทร,หมายเหตุ", *(f"{row},081-234-5678,{made_up_id(7)}" for row in rows)]


class Inbox:
    """The folder below which each agency has its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._seconds = 1_600_000_000

    def send(self, path: str, lines: Sequence[str]) -> None:
        """Puts a file there; each is newer than the one before."""
        self._put(path, lambda target: target.write_text("\n".join([*lines, ""]), encoding="utf-8"))

    def send_workbook(self, path: str, **sheets: Sequence[str]) -> None:
        """Puts a workbook there whose bytes are always the same."""

        def write(target: Path) -> None:
            workbook = xlsxwriter.Workbook(target)
            workbook.set_properties({"created": datetime(2020, 7, 1, tzinfo=UTC)})
            for name, lines in sheets.items():
                sheet = workbook.add_worksheet(name)
                for number, line in enumerate(lines):
                    sheet.write_row(number, 0, line.split(","))
            workbook.close()

        self._put(path, write)

    def _put(self, path: str, write: Callable[[Path], object]) -> None:
        target = self._folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        write(target)
        self._seconds += 60
        os.utime(target, (self._seconds, self._seconds))


def first_files(inbox: Inbox) -> None:
    inbox.send("5001/2563-1/register.csv", register("5001", 6))
    inbox.send("5001/enrolment.csv", enrolment("5001", 6))
    inbox.send("5002/2563-1/register.csv", register("5002", 4))
    inbox.send("5002/enrolment.csv", enrolment("5002", 5))


def further_files(inbox: Inbox) -> None:
    # A resubmission, and a file that says what is there already.
    inbox.send("5001/enrolment.csv", enrolment("5001", 6, boys=8))
    inbox.send("5002/again.csv", [*enrolment("5002", 5), ""])
    # A register and what is checked against it in one file: it is loaded in two goes.
    inbox.send_workbook("5003/2563-1/both.xlsx", register=register("5003", 3), enrolment=enrolment("5003", 4))
    # Three versions in one run: taken once more, the first would be half of the third, and the second,
    # which says what the first does, would undo it.
    inbox.send("5004/1.csv", enrolment("5004", 2))
    inbox.send("5004/2.csv", [*enrolment("5004", 2), ""])
    inbox.send("5004/3.csv", enrolment("5004", 7))
    # Two parts of one return, which are held.
    inbox.send("5005/north.csv", enrolment("5005", 2))
    inbox.send(
        "5005/south.csv", [ENROLMENT, *(line.replace("5005", "5055") for line in enrolment("5005", 2)[1:])]
    )
    # One that is no return at all, and one with personal data.
    inbox.send("5006/letter.csv", ["เรียน ผู้อำนวยการ", "ขอส่งข้อมูล"])
    inbox.send("5006/2563-1/register.csv", register_with_personal_data("5006", 3))


def last_files(inbox: Inbox) -> None:
    # The first version comes back in the place of the second.
    inbox.send("5001/enrolment.csv", enrolment("5001", 6))
    inbox.send("5002/2563-1/register.csv", register("5002", 4, name="บ้านใหม่ที่"))
    inbox.send("5004/3.csv", enrolment("5004", 2, boys=9))


STEPS = (first_files, further_files, last_files)
"""What comes between one run and the next."""
