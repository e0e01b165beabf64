"""A run in one line, in one state name and in one Markdown page, for the operator in the Prefect UI."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from edusandbox.outcomes import AgencyTotal, Effect, LeftOut, RunReport, SubmissionOutcome
from edusandbox.reports.wording import (
    STATUS_NAMES_EN,
    counted,
    coverage_sentence,
    is_unchanged,
    left_out_sentence,
    outcome_status,
    total_cells,
    total_headings,
    unchanged_sentence,
)
from edusandbox.submissions import Status
from schemas.catalogue import FORMS
from schemas.fields import figure_text

_COUNTED_NAMES = dict(STATUS_NAMES_EN) | {
    Status.PARTLY_ACCEPTED: "with rows set aside",
    Status.NIL: "with nothing to report",
}
_MARKDOWN_SPECIAL = re.compile(r"([\\`*_\[\]<>|])")


def run_message(report: RunReport) -> str:
    """One line: `9 accepted, 2 with rows set aside, 1 rejected`."""
    if is_unchanged(report):
        return unchanged_sentence(report).rstrip(".")
    return ", ".join(_parts(report))


def _parts(report: RunReport) -> Iterable[str]:
    changed = [each for each in report.outcomes if each.effect is not Effect.EQUAL_CONTENT]
    counts = Counter(each.status for each in changed)
    for status, name in _COUNTED_NAMES.items():
        if counts[status]:
            yield f"{counts[status]:,} {name}"
    equal = len(report.outcomes) - len(changed)
    if equal:
        yield f"{equal:,} with the same content as before"
    if report.failed:
        yield f"{len(report.failed):,} failed"
    if report.unchanged_file_count:
        yield f"{counted(report.unchanged_file_count, 'file', 'files')} known already"


def run_state_name(report: RunReport) -> str:
    """The worst that happened, as a state's name.

    Returns:
        `Some failed`, `Some rejected`, `Some held`, `Some set aside`, `Nothing changed` or `All accepted`.
    """
    statuses = {each.status for each in report.outcomes}
    if report.failed:
        return "Some failed"
    if is_unchanged(report):
        return "Nothing changed"
    for status, name in (
        (Status.REJECTED, "Some rejected"),
        (Status.HELD, "Some held"),
        (Status.PARTLY_ACCEPTED, "Some set aside"),
    ):
        if status in statuses:
            return name
    return "All accepted"


def run_markdown(report: RunReport) -> str:
    """A Markdown page for a Prefect artifact: the message, then tables of outcomes, failures and totals.

    Below the totals stands what they lack though a return reports it.
    """
    parts = [
        f"# {_escaped(report.province_name_th)} {_escaped(report.period)}",
        f"**{_escaped(run_message(report))}**",
    ]
    if report.outcomes:
        parts.append(_outcome_table(report.outcomes))
    if report.failed:
        parts.append("## Failed\n\n" + _table(("What", "Why"), report.failed))
    if report.totals:
        parts.append("## Totals in the warehouse")
    for (form, part), totals in report.totals_by_report.items():
        if len(report.totals_by_report) > 1:
            parts.append(f"### {_escaped(FORMS[form].name_of_part_en(part))}")
        parts += [_total_table(form, totals), _escaped(coverage_sentence(totals))]
    if report.left_out:
        parts.append("## Not in these totals, or counted elsewhere\n\n" + _left_out_list(report.left_out))
    parts.append(f"Warehouse: {_escaped(report.warehouse)}")
    return "\n\n".join(parts) + "\n"


def _outcome_table(outcomes: Sequence[SubmissionOutcome]) -> str:
    headings = (
        *("Agency", "File", "Form", "Period", "Status", "Rows loaded", "Rows set aside"),
        *("Errors", "Queries", "Notices", "Marked file"),
    )
    rows = [
        (
            *(
                each.agency_name_th,
                each.file_name,
                each.form_and_part or "–",
                each.period or "–",
                outcome_status(each),
            ),
            *(each.rows_loaded, each.rows_set_aside, each.error_count, each.query_count, each.notice_count),
            each.marked_file or "–",
        )
        for each in outcomes
    ]
    return _table(headings, rows)


def _total_table(form: str, totals: Sequence[AgencyTotal]) -> str:
    headings = ("Agency", "Period", *total_headings(form, totals))
    rows = [(each.agency_name_th, each.period, *total_cells([each])) for each in totals]
    return _table(headings, rows)


def _left_out_list(left_out: Sequence[LeftOut]) -> str:
    return "\n".join(f"- {_escaped(left_out_sentence(each))}" for each in left_out)


def _table(headings: Sequence[str], rows: Iterable[Sequence[str | float]]) -> str:
    lines = [_table_line(headings), _table_line(["---"] * len(headings))]
    lines += [
        _table_line([_escaped(cell) if isinstance(cell, str) else figure_text(cell) for cell in row])
        for row in rows
    ]
    return "\n".join(lines)


def _table_line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _escaped(text: str) -> str:
    """Text that Markdown shows as it is, on one line."""
    return _MARKDOWN_SPECIAL.sub(r"\\\1", " ".join(text.split()))
