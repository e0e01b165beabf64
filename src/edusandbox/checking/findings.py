"""What the checks of a whole group find, put with the table that it is about."""

from collections.abc import Sequence
from typing import cast

import pandas as pd

from edusandbox.checking.attribution import period_start
from edusandbox.checking.context import CheckContext
from edusandbox.checking.form_sheet import AGENCY, DELIVERY, PERIOD, SHEET, FormSheet
from edusandbox.checking.references import SchoolReferences, reference_findings
from edusandbox.issues import Finding
from edusandbox.schemas.form import Form
from edusandbox.schemas.sheet_check import FIELD, POSITION, RULE_CODE, broken_rules
from edusandbox.transforms.sheet_frame import family_field


def add_broken_rules(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> None:
    """Runs the form's Sheet model; each broken rule is found once at its cell."""
    columns = [name for name in form.sheet_model.to_schema().columns if name in frame.columns]
    broken = broken_rules(form.sheet_model, frame[columns])
    rows = frame.loc[broken[POSITION]]
    seen = set()
    for rule, field, number, position in zip(
        broken[RULE_CODE], broken[FIELD], rows[SHEET], broken[POSITION], strict=True
    ):
        parsed = sheets[number].parsed
        family = family_field(parsed.sheet.table)
        code = str(frame[family].iloc[position]) if family else None
        row = int(frame["source_row"].iloc[position])
        column = parsed.sheet.column(field, code)
        key = (rule, number, row, column.number if column else None)
        if key not in seen:
            seen.add(key)
            parsed.findings.append(Finding(rule, parsed.sheet.table.place(row, column)))


def add_duplicates(form: Form, frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> None:
    """RO001 on every row of a school (and grade) that stands more than once in a submission.

    RO005 likewise for a further code that two schools share.
    """
    _add_repeated("RO001", form.row_key, "school_code", frame, sheets)
    for field in form.unique_fields:
        if field in frame.columns:
            _add_repeated("RO005", (field,), field, frame, sheets)


def _add_repeated(
    rule: str, fields: Sequence[str], field: str, frame: pd.DataFrame, sheets: Sequence[FormSheet]
) -> None:
    key = [DELIVERY, AGENCY, PERIOD, *fields]
    is_named = frame[list(fields)].notna().all(axis=1)
    repeated = frame[frame.duplicated(key, keep=False) & is_named]
    rows_by_key = repeated.groupby(key, sort=False)["source_row"].agg(
        lambda rows: ", ".join(map(str, sorted(set(rows))))
    )
    places = repeated.join(rows_by_key.rename("rows"), on=key).drop_duplicates([SHEET, "source_row"])
    for number, row, rows in zip(places[SHEET], places["source_row"], places["rows"], strict=True):
        parsed = sheets[number].parsed
        place = parsed.sheet.table.place(int(row), parsed.sheet.column(field, None))
        parsed.findings.append(Finding(rule, place, {"rows": rows}))


def add_reference_findings(
    frame: pd.DataFrame, sheets: Sequence[FormSheet], context: CheckContext, references: SchoolReferences
) -> None:
    """Compares schools with the registers, each submission as of its own period."""
    rows = frame.drop_duplicates([SHEET, "source_row"])
    for key, group in rows.groupby([SHEET, AGENCY, PERIOD]):
        number, agency, period = cast("tuple[int, str, str]", key)
        parsed = sheets[number].parsed
        column = parsed.sheet.column("school_code", None)
        day = period_start(context.province, period)
        parsed.findings += reference_findings(
            [parsed.sheet.table.place(int(row), column) for row in group["source_row"]],
            agency,
            references.as_of(day),
            context.province.agency_names(day),
        )
