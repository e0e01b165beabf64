"""The totals of one table, compared with the rows and columns that they sum up."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from edusandbox.issues import Finding
from edusandbox.schemas.codes import totals_over
from edusandbox.schemas.form import Form
from edusandbox.transforms.field_types import FieldTypes
from edusandbox.transforms.sheet_frame import (
    SheetFrame,
    build_sheet_frame,
    family_field,
    family_lists,
)
from edusandbox.transforms.tables import Table
from edusandbox.transforms.total_rows import totals_row_findings
from edusandbox.transforms.totals import subtotal_findings, unsplit_findings
from edusandbox.transforms.unchecked_totals import tell_unchecked, unchecked_rows


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
    return tell_unchecked(data.findings, data, code_field, totals, form.made_of)


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
    if code_field:
        findings += subtotal_findings(data, code_field, form.counts, over, form.made_of)
        findings += unsplit_findings(data, code_field, over, form.made_of)
    if table.total_rows:
        totals = build_sheet_frame(table, table.total_rows, types)
        if code_field and not family_field(table):
            # Rows of subtotals sum up others of these rows.
            is_part = ~data.frame[code_field].isin(over)
            data = replace(data, frame=data.frame[is_part].reset_index(drop=True))
        findings += totals_row_findings(data, totals, form.counts, form.made_of, proved)
        findings += unchecked_rows(totals, form.counts)
    return findings
