"""Checks a group of deliveries together, because pandera costs per call and not per row."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from edusandbox.checking.attribution import attribute
from edusandbox.checking.context import CheckContext
from edusandbox.checking.counterparts import add_missing_counterparts, with_blank_cells
from edusandbox.checking.duplicate_sheets import without_older_figures, without_repeats
from edusandbox.checking.findings import (
    add_broken_rules,
    add_days_to_come,
    add_duplicates,
    add_reference_findings,
)
from edusandbox.checking.form_sheet import DELIVERY, FAULTY, PERIOD, SHEET, SUBMISSION_KEY, FormSheet
from edusandbox.checking.parsing import ParsedDelivery
from edusandbox.checking.province_columns import without_province_columns
from edusandbox.checking.readings import readings
from edusandbox.checking.senders import parse_as_its_own
from edusandbox.checking.splitting import split_submissions
from edusandbox.checking.subjects import REFUSES_TABLE
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery
from schemas.catalogue import FORMS
from schemas.fact_rows import SUBMISSION_NUMBER
from schemas.form import Form
from schemas.issues import Finding
from schemas.rules import describe_all, is_error
from transforms.facts.form_facts import facts_of


def check_deliveries(
    deliveries: Iterable[tuple[Delivery, bytes]], context: CheckContext
) -> tuple[CheckedDelivery, ...]:
    """Reads and checks deliveries; a function of their bytes and the context.

    Args:
        deliveries: The files and their bytes.
        context: Registry, day, references.

    Returns:
        One result a delivery, in order. A file that cannot be read or is of no known form is a result
        with issues, never an exception.
    """
    parsed = [parse_as_its_own(delivery, content, context) for delivery, content in deliveries]
    submissions: dict[int, list[CheckedSubmission]] = {position: [] for position in range(len(parsed))}
    for form in FORMS.values():
        for position, submission in _check_form(form, parsed, context):
            submissions[position].append(submission)
    for position, each in enumerate(parsed):
        if len(submissions[position]) > 1:
            each.findings.append(_told(submissions[position]))
    return tuple(
        CheckedDelivery(
            delivery=each.delivery,
            submissions=tuple(submissions[position]),
            issues=describe_all(each.findings),
            readings=tuple(each.readings),
            judged_as=each.judged_as,
            counted=each.counted,
        )
        for position, each in enumerate(parsed)
    )


def _told(submissions: Sequence[CheckedSubmission]) -> Finding:
    """Says which submissions a file holds."""
    kinds = Counter((FORMS[each.form].name_of_part_th(each.part), each.period.code) for each in submissions)
    names = ", ".join(
        f"{form} {period}" + (f" ({count} หน่วยงาน)" if count > 1 else "")
        for (form, period), count in kinds.items()
    )
    return Finding("LA014", params={"submissions": names, "parts": len(submissions)})


def _check_form(
    form: Form, parsed: Sequence[ParsedDelivery], context: CheckContext
) -> Iterator[tuple[int, CheckedSubmission]]:
    sheets = [
        FormSheet(position, delivery, sheet)
        for position, delivery in enumerate(parsed)
        for sheet in delivery.sheets
        if sheet.form == form.code
    ]
    if not sheets:
        return
    attributed = _attributed_frame(form, sheets, context)
    frame = without_repeats(form, attributed, sheets)
    frame = without_older_figures(form, frame, sheets)
    add_broken_rules(form, frame, sheets)
    add_days_to_come(form, frame, sheets, context.today)
    add_duplicates(form, frame[~frame[SHEET].isin(_refused_tables(sheets))], sheets)
    add_missing_counterparts(form, frame, sheets)
    if context.references is not None and form.asks_registers:
        add_reference_findings(frame, sheets, context, context.references)
    whole = with_blank_cells(form, frame, sheets)
    is_faulty = _faulty_rows(whole, sheets)
    numbers = whole.groupby([*SUBMISSION_KEY], sort=True).ngroup()
    whole = whole.assign(**{FAULTY: is_faulty}).assign(**{SUBMISSION_NUMBER: numbers})
    frame = whole.iloc[: len(frame)]
    if context.tells_reading:
        for position, reading in readings(form, attributed, frame, sheets, context.province):
            parsed[position].readings.append(reading)
    facts = facts_of(form, whole, ~is_faulty)
    for name, model in form.fact_models.items():
        # A failure under a Fact model is a bug of ours, so that it raises.
        model.validate(facts[name].frame)
    yield from split_submissions(form, frame, facts, sheets)


def _attributed_frame(form: Form, sheets: Sequence[FormSheet], context: CheckContext) -> pd.DataFrame:
    frames = [
        _own_rows(form, each, context).assign(**{SHEET: number, DELIVERY: each.delivery_position})
        for number, each in enumerate(sheets)
    ]
    return pd.concat(frames, ignore_index=True)


def _own_rows(form: Form, sheet: FormSheet, context: CheckContext) -> pd.DataFrame:
    """A table's rows with whose and of which period they are; '' in fields of the key that it has not.

    A form may have tables of different grain, such as posts by role and contract and norms by role alone.
    """
    rows = attribute(sheet.parsed, sheet.delivery.delivery, context)
    rows = without_province_columns(form, sheet, rows, context.province)
    return rows.assign(**dict.fromkeys((name for name in form.row_key if name not in rows.columns), ""))


def _refused_tables(sheets: Sequence[FormSheet]) -> list[int]:
    """Positions of the tables that hold something else than the form counts."""
    return [
        number
        for number, sheet in enumerate(sheets)
        if any(finding.code in REFUSES_TABLE for finding in sheet.parsed.findings)
    ]


def _faulty_rows(frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> "pd.Series[bool]":
    """Marks the rows of the Sheet frame in a sheet row with an error, those of a layout or table refused."""
    rows = [
        (number, row)
        for number, sheet in enumerate(sheets)
        for finding in sheet.parsed.findings
        if (row := sheet.parsed.row_of(finding)) is not None and is_error(finding)
    ]
    refused = [
        (number, period) for number, sheet in enumerate(sheets) for period in sheet.parsed.refused_periods
    ]
    pairs = pd.MultiIndex.from_arrays([frame[SHEET], frame["source_row"]])
    periods = pd.MultiIndex.from_arrays([frame[SHEET], frame[PERIOD]])
    return pd.Series(
        pairs.isin(rows) | periods.isin(refused) | frame[SHEET].isin(_refused_tables(sheets)),
        index=frame.index,
    )
