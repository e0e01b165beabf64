"""Checks a group of deliveries together, because pandera costs per call and not per row."""

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd

from edusandbox.checking.attribution import attribute
from edusandbox.checking.context import CheckContext
from edusandbox.checking.findings import add_broken_rules, add_duplicates, add_reference_findings
from edusandbox.checking.form_sheet import DELIVERY, FAULTY, SHEET, FormSheet
from edusandbox.checking.parsing import ParsedDelivery, parse_delivery
from edusandbox.checking.splitting import split_submissions
from edusandbox.schemas.catalogue import FORMS
from edusandbox.schemas.form import Form
from edusandbox.schemas.rules import describe_all, is_error
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Delivery


def check_deliveries(
    deliveries: Iterable[tuple[Delivery, bytes]], context: CheckContext
) -> tuple[CheckedDelivery, ...]:
    """Reads and checks deliveries; a function of their bytes and the context.

    Args:
        deliveries: The files and their bytes.
        context: Registry, open period, references.

    Returns:
        One result a delivery, in order. A file that cannot be read or is of no known form is a result
        with issues, never an exception.
    """
    agency_codes = context.province.all_scheme_codes
    parsed = [parse_delivery(delivery, content, agency_codes) for delivery, content in deliveries]
    submissions: dict[int, list[CheckedSubmission]] = {position: [] for position in range(len(parsed))}
    for form in FORMS.values():
        for position, submission in _check_form(form, parsed, context):
            submissions[position].append(submission)
    return tuple(
        CheckedDelivery(each.delivery, tuple(submissions[position]), describe_all(each.findings))
        for position, each in enumerate(parsed)
    )


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
    frame = _attributed_frame(sheets, context)
    add_broken_rules(form, frame, sheets)
    add_duplicates(form, frame, sheets)
    if context.references is not None and not form.provides_schools:
        add_reference_findings(frame, sheets, context, context.references)
    frame = frame.assign(**{FAULTY: _faulty_rows(frame, sheets)})
    facts = form.to_facts(frame[~frame[FAULTY]])
    # A failure under a Fact model is a bug of ours, so that it raises.
    valid = {name: model.validate(facts[name]) for name, model in form.fact_models.items()}
    yield from split_submissions(form, frame, valid, sheets)


def _attributed_frame(sheets: Sequence[FormSheet], context: CheckContext) -> pd.DataFrame:
    frames = [
        attribute(each.parsed, each.delivery.delivery, context).assign(
            **{SHEET: number, DELIVERY: each.delivery_position}
        )
        for number, each in enumerate(sheets)
    ]
    return pd.concat(frames, ignore_index=True)


def _faulty_rows(frame: pd.DataFrame, sheets: Sequence[FormSheet]) -> "pd.Series[bool]":
    """Marks the rows of the Sheet frame that stand in a sheet row with an error."""
    rows = [
        (number, finding.place.row)
        for number, sheet in enumerate(sheets)
        for finding in sheet.parsed.findings
        if finding.place.row is not None and is_error(finding)
    ]
    if not rows:
        return pd.Series(data=False, index=frame.index)
    pairs = pd.MultiIndex.from_arrays([frame[SHEET], frame["source_row"]])
    return pd.Series(pairs.isin(rows), index=frame.index)
