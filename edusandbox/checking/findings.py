"""What the checks of a whole group find, put with the table that it is about."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial
from typing import cast

import numpy as np
import pandas as pd

from edusandbox.checking.attribution import period_start
from edusandbox.checking.context import CheckContext
from edusandbox.checking.form_sheet import AGENCY, DELIVERY, PERIOD, SHEET, SUBMISSION_KEY, FormSheet
from edusandbox.checking.parsing import ParsedSheet
from edusandbox.checking.references import SchoolReferences, reference_findings
from edusandbox.what_was_read import NOBODY
from schemas.fields import Date, Figure
from schemas.form import Form
from schemas.form_words import parts_words
from schemas.issues import Finding, Place, listed
from schemas.rules import is_error
from schemas.sheet_check import FIELD, POSITION, RULE_CODE, broken_rules
from transforms.rows.sheet_frame import family_field


def add_broken_rules(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> None:
    """Holds a form's rows against its contract; each broken rule is found once at its cell."""
    schema = form.sheet_schema
    broken = broken_rules(schema, frame[[name for name in schema.columns if name in frame.columns]])
    numbers = frame.loc[broken[POSITION], SHEET]
    seen: set[tuple[str, int, int, int | None]] = set()
    unread = _unread_cells(sheets)
    for rule, field, number, position in zip(
        broken[RULE_CODE], broken[FIELD], numbers, broken[POSITION], strict=True
    ):
        parsed = sheets[number].parsed
        family = family_field(parsed.sheet.table)
        code = str(frame[family].iloc[position]) if family else None
        row = int(frame["source_row"].iloc[position])
        column = parsed.sheet.column(field, code)
        key = (rule, number, row, column.number if column else None)
        if key not in seen and key[1:] not in unread:
            seen.add(key)
            parsed.findings.append(Finding(rule, parsed.sheet.table.place(row, column), _params(form, field)))


def add_days_to_come(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet], today: date) -> None:
    """VA032 on each day after the day of the run in a field whose days lie in the past."""
    for field in form.fields:
        if not (isinstance(field, Date) and field.is_past and field.name in frame.columns):
            continue
        # Days are kept as ISO texts, which sort as they follow each other.
        is_to_come = (frame[field.name] > today.isoformat()).fillna(value=False)
        for position in np.flatnonzero(is_to_come.to_numpy(dtype=bool)).tolist():
            parsed = sheets[frame[SHEET].iloc[position]].parsed
            place = parsed.sheet.table.place(
                int(frame["source_row"].iloc[position]), parsed.sheet.column(field.name, None)
            )
            parsed.findings.append(Finding("VA032", place))


def _params(form: Form, field: str) -> Mapping[str, str]:
    """What sentences say of a figure besides its place: its bounds (0–100, ≥ 0) and what it is made of."""
    declared = form.by_name[field]
    if not isinstance(declared, Figure):
        return {}
    return {"bounds": declared.bounds_text, **parts_words([form.labels[part] for part in declared.made_of])}


def _unread_cells(sheets: Sequence[FormSheet]) -> set[tuple[int, int, int]]:
    """The table, row and column of each cell with an error.

    A cell that could not be read is an issue of its own and breaks no rule besides (DESIGN 5.4).
    """
    return {
        (number, row, finding.place.column)
        for number, sheet in enumerate(sheets)
        for finding in sheet.parsed.findings
        if (row := sheet.parsed.row_of(finding)) is not None
        and finding.place.column is not None
        and is_error(finding)
    }


def add_duplicates(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> None:
    """RO001 on every row of a school (and grade) that stands more than once in a submission.

    Rows that speak of different counts (boys in one sheet, girls in another) complete each other, if what
    else they say is the same. RO005 likewise for a further code that two schools share.
    """
    columns = [name for field in form.counts if (name := f"{field}_column") in frame.columns]
    # Most tables have all counts in each row: what rows speak of is looked at once.
    speaking = {
        is_there.tobytes(): is_there for name in columns if (is_there := frame[name].to_numpy() > 0).any()
    }
    keyed = _keyed(frame, form.row_key)
    parts = [keyed[is_there] for is_there in speaking.values()] if columns else [keyed]
    key = [*SUBMISSION_KEY, *form.row_key]
    for field in form.repeatable_fields if columns else ():
        if field in frame.columns:
            is_new = frame[field].notna() & ~frame.duplicated([*key, field])
            parts.append(keyed[is_new])
    repeated = [each for part in parts for each in _repeated(part, form.row_key, sheets)]
    _add_repeated("RO001", "school_code", repeated, sheets)
    for field in form.unique_fields:
        if field in frame.columns:
            _add_repeated("RO005", field, _repeated(_keyed(frame, (field,)), (field,), sheets), sheets)


def _keyed(frame: pd.DataFrame, fields: Sequence[str]) -> pd.DataFrame:
    """Of a Sheet frame what rows are told apart by, and where they stand."""
    return frame[[SHEET, "source_row", *SUBMISSION_KEY, *fields]]


def _repeated(
    frame: pd.DataFrame, fields: Sequence[str], sheets: Sequence[FormSheet]
) -> Iterator[tuple[int, int, str]]:
    """Of rows that are alike in these fields: the table's number, the row, and how a sentence names all."""
    key = [*SUBMISSION_KEY, *fields]
    is_named = frame[list(fields)].notna().all(axis=1)
    repeated = frame[frame.duplicated(key, keep=False) & is_named]
    named = repeated.assign(row_name=_row_names(repeated, sheets))
    rows_by_key = named.groupby(key, sort=False)["row_name"].agg(
        lambda names: listed(list(dict.fromkeys(names)))
    )
    places = repeated.join(rows_by_key.rename("rows"), on=key).drop_duplicates([SHEET, "source_row"])
    return zip(places[SHEET], places["source_row"], places["rows"], strict=True)


def _add_repeated(
    rule: str, field: str, repeated: Iterable[tuple[int, int, str]], sheets: Sequence[FormSheet]
) -> None:
    places = list(dict.fromkeys(repeated))
    unread = _unread_cells(sheets) if places else set()
    for number, row, rows in places:
        parsed = sheets[number].parsed
        column = parsed.sheet.column(field, None)
        if column is None or (number, row, column.number) not in unread:
            place = parsed.sheet.table.place(int(row), column)
            parsed.findings.append(Finding(rule, place, {"rows": rows}))


def _row_names(frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> list[str]:
    """What people call the rows: their number, with the sheet's name where there is more than one."""
    grids = [sheets[number].parsed.sheet.table.grid for number in frame[SHEET]]
    one_sheet = (
        len({(number, grid.sheet_number) for number, grid in zip(frame[DELIVERY], grids, strict=True)}) <= 1
    )
    return [
        str(row) if one_sheet else f"{grid.sheet_name}:{row}"
        for row, grid in zip(frame["source_row"], grids, strict=True)
    ]


def add_reference_findings(
    frame: pd.DataFrame, sheets: Sequence[FormSheet], context: CheckContext, references: SchoolReferences
) -> None:
    """Compares schools with the registers, each submission as of its own period.

    That its agency has no register is said once a submission, however many tables it fills. Of a file of
    nobody's only the names are compared.
    """
    rows = frame.drop_duplicates([SHEET, "source_row"])
    without_register: set[tuple[int, str, str]] = set()
    for key, group in rows.groupby([SHEET, AGENCY, PERIOD]):
        number, agency, period = cast("tuple[int, str, str]", key)
        parsed = sheets[number].parsed
        day = period_start(context.province, period)
        known = references.as_of(day)
        delivery = sheets[number].delivery.delivery
        owner = None if delivery.agency_code == NOBODY else agency
        submission = (sheets[number].delivery_position, agency, period)
        if owner is not None and owner not in known.agencies and submission not in without_register:
            without_register.add(submission)
            parsed.findings.append(Finding("RE005"))
        places_of = partial(_school_places, parsed, group["source_row"])
        names = context.province.agency_names(day)
        parsed.findings += reference_findings(group, places_of, owner, known, names)


def _school_places(
    parsed: ParsedSheet, source_rows: "pd.Series[int]", positions: list[int]
) -> Iterator[Place]:
    column = parsed.sheet.column("school_code", None)
    return (parsed.sheet.table.place(int(row), column) for row in source_rows.iloc[positions])
