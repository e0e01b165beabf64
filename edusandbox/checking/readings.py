"""What was read of a form's tables, whatever becomes of their rows: figures by code beside the file's totals.

Made only where somebody asks for it: it decides nothing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from edusandbox.checking.attribution import period_start
from edusandbox.checking.form_sheet import AGENCY, DELIVERY, FAULTY, PART, PERIOD, SHEET, FormSheet
from edusandbox.checking.read_figures import ReadFigures, is_total
from edusandbox.checking.read_totals import in_totals_rows
from edusandbox.sources.registry import Province
from edusandbox.what_was_read import NOBODY, AgencySchools, Reading, ReadTable
from schemas.fields import Entity
from schemas.form import Form
from schemas.parts import WHOLE_FORM


def readings(
    form: Form,
    attributed: pd.DataFrame,
    frame: pd.DataFrame,
    sheets: Sequence[FormSheet],
    province: Province,
) -> Iterator[tuple[int, Reading]]:
    """Adds up what each delivery says of each period and part.

    Args:
        form: The form.
        attributed: Sheet frame of the group, with the tables that repeat others.
        frame: The same without them, with the mark of those rows that are set aside.
        sheets: The form's tables.
        province: The registry, for the agencies' names.

    Yields:
        The position of the delivery in the group, and what it says.
    """
    counted = frame.groupby([DELIVERY, PERIOD, PART])
    for key, everything in attributed.groupby([DELIVERY, PERIOD, PART]):
        position, period, part = cast("tuple[int, str, str]", key)
        rows = counted.get_group((position, period, part))
        numbers = set(rows[SHEET])
        tables = [
            _table(form, sheets[cast("int", number)], own, is_counted=number in numbers)
            for number, own in everything.groupby(SHEET)
        ]
        names = province.agency_names(period_start(province, period))
        reading = _reading(form, period, tables, rows, _whole(attributed, rows, sheets), names)
        yield position, replace(reading, part=part)


def schools_of(frame: pd.DataFrame, form: Form) -> "pd.Series[str]":
    """What tells the schools of a Sheet frame apart: their code or, without one, their name or row.

    Of a form about agencies these.
    """
    if form.entity is Entity.AGENCY:
        return frame[AGENCY].rename("school")
    rows = frame["source_row"].astype("str")
    return frame["school_code"].fillna(frame["school_name"]).fillna(rows).rename("school")


def schools_by_agency(
    agencies: "pd.Series[str]", schools: "pd.Series[str]", names: Mapping[str, str]
) -> tuple[AgencySchools, ...]:
    """Counts the schools of each agency; rows that are nobody's are left out."""
    pairs = pd.DataFrame({"agency": agencies, "school": schools}).drop_duplicates()
    counts = pairs[pairs["agency"] != NOBODY].groupby("agency").size()
    return tuple(AgencySchools(str(code), names.get(str(code), ""), int(n)) for code, n in counts.items())


def _table(form: Form, sheet: FormSheet, rows: pd.DataFrame, *, is_counted: bool) -> ReadTable:
    table = sheet.parsed.sheet.table
    header = table.match.header
    return ReadTable(
        sheet_name=table.grid.sheet_name,
        sheet_number=table.grid.sheet_number,
        heading_first_row=header.first_row if header.depth else None,
        heading_last_row=header.last_row if header.depth else None,
        layout=table.match.layout.code,
        layout_name_en=table.match.layout.name_en,
        period_source=sheet.parsed.period_source,
        row_count=rows.loc[~is_total(form, rows), "source_row"].nunique(),
        is_counted=is_counted,
    )


def _whole(attributed: pd.DataFrame, rows: pd.DataFrame, sheets: Sequence[FormSheet]) -> dict[int, FormSheet]:
    """The tables of some rows that are one submission's alone, so that their totals rows are about it."""
    held = attributed.groupby(SHEET)[[PERIOD, PART]].nunique().max(axis=1)
    return {number: sheets[number] for number in rows[SHEET].unique() if held[number] == 1}


def _reading(  # noqa: PLR0913, PLR0917 - one call site; a value object would only rename the arguments
    form: Form,
    period: str,
    tables: Sequence[ReadTable],
    rows: pd.DataFrame,
    whole: Mapping[int, FormSheet],
    names: Mapping[str, str],
) -> Reading:
    is_faulty, is_part = rows[FAULTY].to_numpy(), ~is_total(form, rows)
    schools = schools_of(rows, form)
    numbers = pd.factorize(schools)[0]
    figures = ReadFigures(form, rows, numbers, ~is_faulty)
    totals = []
    tables_of_rows = rows.groupby(SHEET).indices
    for number, positions in tables_of_rows.items():
        own = figures
        if len(tables_of_rows) > 1:
            own = ReadFigures(form, rows.iloc[positions], numbers[positions], ~is_faulty[positions])
        sheet = whole.get(cast("int", number))
        totals.append((own, in_totals_rows(form, sheet.parsed, own) if sheet else {}))
    figures.add_totals_rows(totals)
    return Reading(
        form=form.code,
        part=WHOLE_FORM,
        period=period,
        tables=tuple(tables),
        row_count=_place_count(rows, is_faulty | is_part),
        row_count_to_be_loaded=_place_count(rows, ~is_faulty & is_part),
        school_count=schools.nunique(),
        agencies=schools_by_agency(rows[AGENCY], schools, names),
        code_field=form.code_field,
        figures=figures.by_code(),
        together=figures.together(),
    )


def _place_count(rows: pd.DataFrame, which: NDArray[np.bool]) -> int:
    """How many sheet rows some rows of a Sheet frame come from."""
    return len(rows.loc[which, [SHEET, "source_row"]].drop_duplicates())
