"""The totals of one table, compared with the rows and columns that they sum up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from edusandbox.checking.read_figures import fields_apart
from schemas.codes import totals_over
from schemas.field_types import FieldTypes
from schemas.form import Form
from schemas.issues import Finding
from transforms.rows.sheet_frame import (
    SheetFrame,
    build_sheet_frame,
    family_field,
    family_lists,
)
from transforms.rows.tables import Table
from transforms.totals.subtotals import subtotal_findings, unsplit_findings
from transforms.totals.total_rows import totals_row_findings
from transforms.totals.unchecked_totals import tell_unchecked, unchecked_rows


def is_proved_total(form: Form, table: Table, types: FieldTypes) -> bool:
    """Whether figures of the unlabelled row are sums of their columns: most, or all if it has a name."""
    row = (table.unlabelled_row,) if table.unlabelled_row is not None else ()
    only_row = replace(table, total_rows=row)
    totals = build_sheet_frame(only_row, row, types)
    data = build_sheet_frame(table, table.data_rows, types)
    wrong = [
        each for each in totals_row_findings(data, totals, form.counts, form.made_of) if each.code == "SU003"
    ]
    figures = int(totals.frame[list(form.counts)].notna().to_numpy().sum())
    if table.unlabelled_row is not None and table.place(table.unlabelled_row, None).school_name:
        return figures > 0 and not wrong and len(table.data_rows) > 1
    # Formulas without a value, and neither code nor name of a school: nobody writes a school's figures so.
    return len(wrong) * 2 < figures or (not figures and bool(unchecked_rows(totals, form.counts)))


def without_unchecked(form: Form, data: SheetFrame) -> list[Finding]:
    """A table's findings with those about cells that cannot be read told as totals nobody can check."""
    code_field = code_field_of(form, data)
    totals = totals_of(form, data.table, data.frame.get(code_field, ()))
    is_total = _is_total(form, data, _codes_in_cells(form, data))
    rows = set(data.frame["source_row"][is_total])
    return tell_unchecked(data.findings, data.table, rows, totals, form.made_of)


def totals_of(form: Form, table: Table, codes: Iterable[str]) -> Mapping[str, Sequence[str]]:
    """For each total over codes of a table the codes that it stands for.

    Args:
        form: The form.
        table: The table.
        codes: Those of its Sheet frame.
    """
    lists = family_lists(table)
    return totals_over(lists, codes) if lists else form.codes_by_total


def code_field_of(form: Form, data: SheetFrame) -> str:
    """The column of a Sheet frame that holds codes (grades) and totals over them; '' if there is none."""
    return family_field(data.table) or (form.code_field if form.code_field in data.frame.columns else "")


def totals_findings(form: Form, data: SheetFrame, types: FieldTypes, proved: Sequence[int]) -> list[Finding]:
    """What is found where the totals among a table's rows and columns are compared with their parts.

    Args:
        form: The form.
        data: The table's rows of data.
        types: What its fields hold.
        proved: Sheet rows of totals that are proved already.
    """
    table = data.table
    findings: list[Finding] = []
    code_field = code_field_of(form, data)
    over = totals_of(form, table, data.frame.get(code_field, ()))
    in_cells = _codes_in_cells(form, data)
    for field in dict.fromkeys([*filter(None, [code_field]), *in_cells]):
        others = [other for other in (code_field, *in_cells) if other != field]
        totals_of_field = over if field == code_field else form.totals_by_field[field]
        findings += subtotal_findings(data, field, form.counts, totals_of_field, form.made_of, others)
    if code_field:
        findings += unsplit_findings(data, code_field, over, form.made_of)
    if table.total_rows:
        totals = build_sheet_frame(table, table.total_rows, types)
        # Rows of subtotals sum up others of these rows.
        is_part = ~_is_total(form, data, in_cells)
        parts = replace(data, frame=data.frame[is_part].reset_index(drop=True)) if in_cells else data
        apart = kept_apart(form, data)
        findings += totals_row_findings(parts, totals, form.counts, form.made_of, proved, apart)
        findings += unchecked_rows(totals, form.counts)
    return findings


def kept_apart(form: Form, data: SheetFrame) -> frozenset[str]:
    """The fields of codes in cells whose rows are never added up, as `fields_apart` has them."""
    return fields_apart(form, data.frame, _codes_in_cells(form, data))


def _codes_in_cells(form: Form, data: SheetFrame) -> list[str]:
    """The fields of codes that tell rows apart and stand in cells, or in the title, not in headings."""
    in_headings = {f"{name}_code" for name in family_lists(data.table)}
    return [
        field for field in form.totals_by_field if field in data.frame.columns and field not in in_headings
    ]


def _is_total(form: Form, data: SheetFrame, fields: Sequence[str]) -> NDArray[np.bool]:
    """Which rows name a total in one of these fields."""
    is_total = np.zeros(len(data.frame), dtype=bool)
    for field in fields:
        is_total |= data.frame[field].isin(form.totals_by_field[field]).to_numpy()
    return is_total
