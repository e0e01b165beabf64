"""Writes the benchmark's work: what agencies have sent, its truth, and a recipe for those who must not guess.

`python -m bench.work W2 FOLDER --scale 0.05` writes below FOLDER

- `inbox/`, `province/`: as the program reads them;
- `truth.json`: facts, pupils by sex, classrooms and rows set aside, in total and by period;
- `recipe.json`: of each file its agency, form, period, sheet, header and data rows and what each column
  holds. The program finds all of that by itself; that the peers are told is in their favour;
- `resubmission.json` (W3, W4): a workbook of the open period and the cells that change when one number
  of classrooms does: its own and the sums that add it.

W1 is a province (10 agencies, every form there is, 1,000 schools, mixed formats), W2 ten workbooks of
30,000 rows each in the tidy template, five periods a workbook, W3 the country (245 agencies with 119
schools each, one workbook with a two-row header each: 29,400 wide rows with the rows of totals), W4 the
country over ten periods.
The same seed and scale write the same bytes.
"""

import argparse
import json
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Any

from bench.work_sizes import WORKS, Plan, figures_of, plan
from bench.work_tables import (
    FaultPlanter,
    WorkTable,
    WorkTruth,
    recipe_columns,
    recipe_rows,
    tidy_table,
    wide_table,
)
from edusandbox.samples.csv_file import csv_bytes
from edusandbox.samples.faults import plant
from edusandbox.samples.grades import GRADES
from edusandbox.samples.html_file import html_bytes
from edusandbox.samples.ods_file import ods_bytes
from edusandbox.samples.profiles import SENDERS, FileFormat, Profile
from edusandbox.samples.province import made_up_province, write_province_folder
from edusandbox.samples.random_source import random_source
from edusandbox.samples.register_layouts import list_code, obec_list, template
from edusandbox.samples.returns import AgencyReturn
from edusandbox.samples.schools import MadeUpSchool, made_up_schools, sending_agencies
from edusandbox.samples.tables import SampleTable
from edusandbox.samples.xlsx_file import xlsx_bytes
from edusandbox.sources.registry import Agency, Province
from schemas.periods import Period

SEED = 2563
_READABLE_FAULTS = {
    "office": ("thousands_comma", "thai_digits"),
    "tidy": ("dash", "thai_digits"),
    "dmc_area": (),
}
"""What officers type and a reader must understand; only W1 has it."""
_W1_PROFILES: Sequence[Profile] = (
    *(each for each in SENDERS[:7] if each is not None),
    Profile("office", FileFormat.XLSX, "{period}/ตารางนักเรียน"),
    Profile("tidy", FileFormat.CSV_WINDOWS_874, "แบบกรอกนักเรียน {period}"),
    Profile("tidy", FileFormat.CSV_UTF_16, "แบบกรอกนักเรียน {period}"),
)
"""Ten agencies, the last two of them secondary areas, which have no DMC area export."""
_ENCODINGS = {
    FileFormat.PAGE_NAMED_XLS: "cp874",
    FileFormat.CSV_WINDOWS_874: "cp874",
    FileFormat.CSV_UTF_8: "utf-8-sig",
    FileFormat.CSV_UTF_16: "utf-16",
}


def write_work(work: str, folder: Path, *, scale: float = 1.0, seed: int = SEED) -> dict[str, Any]:
    """Writes a work below a folder and returns its truth.

    Args:
        work: `W1` to `W4`.
        folder: Gets `inbox/`, `province/`, `truth.json`, `recipe.json`; must not hold another work.
        scale: 1.0 for the issue's size.
        seed: Decides everything.
    """
    size = plan(work, scale)
    province = _province(size)
    folder.mkdir(parents=True, exist_ok=True)
    write_province_folder(province, folder / "province")
    writer = _Writer(folder, province, size)
    (_write_mixed if work == "W1" else _write_large)(writer, work, size, seed)
    head = {"work": work, "scale": scale, "seed": seed, "fault_share": "1 in 100 rows"}
    truth = head | writer.truth.as_json()
    (folder / "truth.json").write_text(json.dumps(truth, indent=1), encoding="utf-8")
    recipe = head | writer.recipe
    (folder / "recipe.json").write_text(json.dumps(recipe, ensure_ascii=False), encoding="utf-8")
    return truth


def _province(size: Plan) -> Province:
    provinces = [made_up_province(size.agencies, period=each) for each in size.periods]
    calendar = {code: entry for each in provinces for code, entry in each.calendar.items()}
    return replace(provinces[-1], calendar=calendar)


class _Writer:
    """Writes files below `inbox/` and gathers their truth and recipe."""

    def __init__(self, folder: Path, province: Province, size: Plan) -> None:
        self._inbox = folder / "inbox"
        self._shapes: dict[str, int] = {}
        self.province = province
        self.truth = WorkTruth()
        self.recipe: dict[str, Any] = {
            "open_period": size.periods[-1].code,
            "periods": [each.code for each in size.periods],
            "agencies": [each.code for each in province.agencies if not each.sends_for_province],
            "grades": [each.code for each in GRADES],
            "grade_spellings": {text: each.code for each in GRADES for text in each.spellings_th},
            "files": [],
            "tables": [],
        }

    def enrolment(self, sender: Agency, made: WorkTable, profile: Profile, period: Period) -> None:
        """Writes a return and adds what is true of it."""
        stem = profile.file_stem.format(period=period.code)
        stated = {"agency": sender.code, "period": None if made.table.layout == "tidy" else period.code}
        self._write(sender, f"{stem}.{profile.file_format.ending}", made.table, profile.file_format, stated)
        self.truth.add(made)

    def resubmission(self, sender: Agency, made: WorkTable, profile: Profile, period: Period) -> None:
        """Says which cells of a return to raise by the same number for another version of it."""
        table = made.table
        row = next(each for each in table.subjects if each not in table.set_aside)
        (figures, *_) = made.meant[row][1]
        column = table.column_number("classroom_count", figures.grade_code)
        before = deepcopy(table)
        table.change_number(row, column, int(table.number(row, column)) + 1)
        path = f"inbox/{sender.folder}/{profile.file_stem.format(period=period.code)}.xlsx"
        told = {"agency": sender.code, "path": path, "cells": _changed_cells(before, table)}
        (self._inbox.parent / "resubmission.json").write_text(json.dumps(told), encoding="utf-8")

    def register(self, sender: Agency, table: SampleTable, path: str, stated: dict[str, Any]) -> None:
        """Writes a register: a workbook, or the office's page."""
        kind = FileFormat.XLSX if path.endswith("xlsx") else FileFormat.PAGE_NAMED_XLS
        self._write(sender, path, table, kind, stated)
        self.truth.school_count += len(table.subjects)

    def _write(
        self, sender: Agency, path: str, table: SampleTable, kind: FileFormat, stated: dict[str, Any]
    ) -> None:
        target = self._inbox / sender.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        is_page = kind is FileFormat.PAGE_NAMED_XLS
        is_list = path.endswith(".html")
        target.write_bytes(html_bytes(table, "utf-8") if is_list else _content(table, kind))
        header_rows = len(next(each.headings for each in table.columns if each.headings))
        self.recipe["files"].append(
            {
                "path": f"inbox/{sender.folder}/{path}",
                "format": "html" if is_page else kind.ending,
                "encoding": "utf-8" if is_list else _ENCODINGS.get(kind),
                "form": table.form,
                "layout": table.layout,
                "sheet": table.sheet_name if kind in {FileFormat.XLSX, FileFormat.ODS} else "",
                "header_rows": list(range(table.header_row, table.header_row + header_rows)),
                "table": self._table_number(table),
            }
            | stated
            | recipe_rows(table.subjects)
        )

    def _table_number(self, table: SampleTable) -> int:
        """Where in `tables` the columns stand: hundreds of files have the same ones."""
        columns = recipe_columns(table)
        number = self._shapes.setdefault(json.dumps(columns), len(self._shapes))
        if number == len(self.recipe["tables"]):
            self.recipe["tables"].append(columns)
        return number


def _changed_cells(before: SampleTable, after: SampleTable) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row, cells in enumerate(after.rows, start=1)
        for column, value in enumerate(cells, start=1)
        if value != before.cell(row, column)
    ]


def _content(table: SampleTable, kind: FileFormat) -> bytes:
    match kind:
        case FileFormat.XLSX:
            return xlsx_bytes(table)
        case FileFormat.ODS:
            return ods_bytes(table)
        case FileFormat.PAGE_NAMED_XLS:
            return html_bytes(table, "windows-874")
    return csv_bytes(table, _ENCODINGS[kind])


def _returns(province: Province, schools: Sequence[MadeUpSchool], period: Period) -> Iterator[AgencyReturn]:
    entry = province.calendar[period.code]
    agencies = {each.code: each for each in sending_agencies(province, entry.start_date)}
    for code, group in groupby(schools, lambda school: school.agency_code):
        yield AgencyReturn(agencies[code], period, entry.due_date or entry.end_date, tuple(group))


def _write_mixed(writer: _Writer, work: str, size: Plan, seed: int) -> None:
    """W1: every layout, format and form, with what officers type otherwise than a computer would."""
    (period,) = size.periods
    province = writer.province
    day = province.calendar[period.code].start_date
    least = size.schools // (2 * size.agencies)
    schools = made_up_schools(province, day=day, school_count=size.schools, seed=seed, least_of_agency=least)
    office = next(each for each in province.agencies if each.sends_for_province)
    planter = FaultPlanter(random_source(seed, work, "faults"))
    listed = []
    for sent, profile in zip(_returns(province, schools, period), _W1_PROFILES, strict=True):
        if profile.has_own_register or list_code(sent.agency) is None:
            path = f"{period.code}/ทะเบียนโรงเรียน.xlsx"
            writer.register(
                sent.agency, template(sent), path, {"agency": sent.agency.code, "period": period.code}
            )
        else:
            listed.append(sent)
        said = replace(sent, habits=profile.habits)
        made = tidy_table([said]) if profile.layout == "tidy" else wide_table(said, profile.layout)
        for fault in _READABLE_FAULTS[profile.layout]:
            plant(made.table, fault, random_source(seed, work, fault, sent.agency.code))
        planter.plant(made)
        writer.enrolment(sent.agency, made, profile, period)
    path = f"{period.code}/รายชื่อโรงเรียน.html"
    writer.register(office, obec_list(listed), path, {"agency": None, "period": period.code})


def _write_large(writer: _Writer, work: str, size: Plan, seed: int) -> None:
    """W2 to W4: every agency has the same number of schools and sends workbooks of one layout."""
    province = writer.province
    count = size.agencies * size.schools
    day = province.calendar[size.periods[-1].code].start_date
    schools = made_up_schools(province, day=day, school_count=count, seed=seed, least_of_agency=size.schools)
    planter = FaultPlanter(random_source(seed, work, "faults"))
    by_period = [
        list(_returns(province, figures_of(schools, work, each, seed), each)) for each in size.periods
    ]
    if work == "W2":
        profile = Profile("tidy", FileFormat.XLSX, "แบบกรอกนักเรียน")
        for of_agency in zip(*by_period, strict=True):
            made = tidy_table(of_agency)
            planter.plant(made)
            writer.enrolment(of_agency[0].agency, made, profile, size.periods[-1])
        return
    profile = Profile("office", FileFormat.XLSX, "{period}/จำนวนนักเรียน")
    for period, returns in zip(size.periods, by_period, strict=True):
        for sent in returns:
            made = wide_table(sent, "office")
            planter.plant(made)
            writer.enrolment(sent.agency, made, profile, period)
    writer.resubmission(sent.agency, made, profile, period)


def main() -> None:
    """Writes one work."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("work", choices=WORKS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1.0)
    parser.add_argument("--seed", type=int, default=SEED)
    chosen = parser.parse_args()
    truth = write_work(chosen.work, chosen.folder, scale=chosen.scale, seed=chosen.seed)
    print(json.dumps(truth["total"]))  # noqa: T201 - a command's answer


if __name__ == "__main__":
    main()
