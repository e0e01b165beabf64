"""What the command line shows after a run, a check and a look at the board; English, Thai names as they are.

A verdict is always a word; its colour only repeats it. Paths and queries are never wrapped, so that they can
be copied; the rest is readable at 80 columns and in a pipe.
"""

from collections.abc import Iterable, Mapping, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from edusandbox.form_parts import form_and_part
from edusandbox.outcomes import AgencyTotal, RunReport, SubmissionOutcome
from edusandbox.reports.console_parts import AGENCY, DATES, figure_table, say, say_below, shown
from edusandbox.reports.console_reading import show_judged_as, show_reading
from edusandbox.reports.dates import short_date
from edusandbox.reports.due_days import OVERDUE
from edusandbox.reports.example_queries import example_queries
from edusandbox.reports.grouping import (
    PLACE_WORDS_EN,
    IssueGroup,
    count_by_severity,
    describe_cells,
    group_issues,
    one_or_example,
)
from edusandbox.reports.summary import run_message
from edusandbox.reports.wording import (
    NOT_RECEIVED,
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
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, Status
from edusandbox.what_was_read import Reading
from schemas.catalogue import FORMS
from schemas.issues import Severity

STATUS_STYLES: Mapping[str, str] = {
    Status.ACCEPTED: "green",
    Status.ACCEPTED_WITH_QUERIES: "yellow",
    Status.PARTLY_ACCEPTED: "yellow",
    Status.HELD: "magenta",
    Status.REJECTED: "red",
    Status.NIL: "green",
    Status.SUPERSEDED: "dim",
    NOT_RECEIVED: "red",
}
"""Colours by status; 16-colour names, so that they follow the reader's theme."""

_STATUS_WORDS: Mapping[str, str] = {
    **{status.value: name for status, name in STATUS_NAMES_EN.items()},
    NOT_RECEIVED: "not received",
}
_OVERDUE_WORDS = "overdue"
_SEVERITY_STYLES = {Severity.ERROR: "bold red", Severity.QUERY: "bold yellow", Severity.NOTICE: "bold"}


def render_run(report: RunReport, console: Console) -> None:
    """Shows what a run did.

    Args:
        report: The run.
        console: Where.
    """
    first = unchanged_sentence(report) if is_unchanged(report) else f"{run_message(report)}."
    say(console, Text(first, style="bold"))
    if report.outcomes:
        console.print(_outcome_table(report.outcomes))
    for name, reason in report.failed:
        say(console, Text.assemble(("failed ", "red"), f"{name}: {reason}"))
    for (form, part), totals in report.totals_by_report.items():
        if len(report.totals_by_report) > 1:
            say(console, Text(FORMS[form].name_of_part_en(part), style="bold"))
        console.print(_total_table(form, totals))
        if len({total.period for total in totals}) > 1:
            say(console, Text("No grand total: the periods differ."))
        console.print(Text(coverage_sentence(totals)))
    for left in report.left_out:
        console.print(Text(left_out_sentence(left), style="yellow"))
    _show_paths(report, console)
    _show_queries(report, console)


def render_check(checked: Sequence[CheckedDelivery], console: Console) -> None:
    """Shows what a check found: of each file the verdict, what was read, then its issues grouped by rule.

    Args:
        checked: The files.
        console: Where.
    """
    for number, each in enumerate(checked):
        if number:
            console.print()
        verdict = _status_text(each.status)
        say(console, Text.assemble((f"{each.delivery.path}: ", "bold"), verdict))
        if each.judged_as is not None and each.submissions:
            show_judged_as(each.judged_as, console)
        for reading in each.readings:
            show_reading(reading, each.judged_as, console, is_held=_is_held(reading, each))
        if each.readings:
            console.print()
        for submission in each.submissions:
            say(console, _submission_line(submission))
        if not each.submissions:
            say(console, Text("  No form was recognised in it."))
        for group in group_issues(each.all_issues):
            _show_group(group, console)


def _is_held(reading: Reading, checked: CheckedDelivery) -> bool:
    """Whether anything of a form and period waits for a person."""
    key = (reading.form, reading.part, reading.period)
    held = [each for each in checked.submissions if each.status is Status.HELD]
    return any((each.form, each.part, each.period.code) == key for each in held)


def render_status(rows: Sequence[Mapping[str, object]], console: Console) -> None:
    """Shows the board of who owes what, a table for each period.

    Args:
        rows: One a submission owed, with `agency_code`, `agency_name_th`, `form_code`, `part_code`,
            `period_code`, `status` (a submission's status or `not_received`), `due_date`, `received_at`,
            `file_name`, `row_count_loaded`, `row_count_set_aside`, perhaps `is_overdue`; what does not apply
            is None.
        console: Where.
    """
    if not rows:
        say(console, Text("Nothing is expected: in no run so far did the calendar ask an agency for a form."))
        return
    for period in dict.fromkeys(row["period_code"] for row in rows):
        members = [row for row in rows if row["period_code"] == period]
        missing = sum(row["status"] == NOT_RECEIVED for row in members)
        overdue = sum(bool(row.get(OVERDUE)) for row in members)
        line = f"{period}: {len(members) - missing:,} of {len(members):,} received"
        line += f", {overdue:,} overdue" if overdue else ""
        say(console, Text(line, style="bold"))
        console.print(_status_table(members))


def _status_table(rows: Iterable[Mapping[str, object]]) -> Table:
    table = figure_table(AGENCY, "Form", "Status", *DATES, numbers=("Rows\nloaded", "Set\naside"))
    for row in rows:
        table.add_row(
            *(shown(row["agency_name_th"]), form_and_part(str(row["form_code"]), str(row["part_code"]))),
            _status_text(str(row["status"]), _OVERDUE_WORDS if row.get(OVERDUE) else None),
            *(shown(short_date(row["due_date"]) or None), shown(short_date(row["received_at"]) or None)),
            *(shown(row["row_count_loaded"]), shown(row["row_count_set_aside"])),
        )
    return table


def _outcome_table(outcomes: Iterable[SubmissionOutcome]) -> Table:
    table = figure_table(
        *(AGENCY, "Form", "Period", "Status"),
        numbers=("Rows\nloaded", "Set\naside", "Errors/\nqueries/\nnotices"),
    )
    for each in outcomes:
        table.add_row(
            # A file that holds no form is known by its name alone.
            *(shown(each.agency_name_th), shown(each.form_and_part or each.file_name), shown(each.period)),
            _status_text(each.status, outcome_status(each)),
            *(shown(each.rows_loaded), shown(each.rows_set_aside)),
            Text(f"{each.error_count:,}/{each.query_count:,}/{each.notice_count:,}"),
        )
    return table


def _total_table(form: str, totals: Sequence[AgencyTotal]) -> Table:
    """A form's totals by agency; a grand total only within one period, as two must not be added up."""
    table = figure_table(AGENCY, "Period", numbers=total_headings(form, totals))
    for each in totals:
        table.add_row(shown(each.agency_name_th), *_figures(each.period, [each]))
    if len({each.period for each in totals}) == 1:
        table.add_section()
        table.add_row("Together", *_figures(totals[0].period, totals), style="bold")
    return table


def _figures(period: str, totals: Sequence[AgencyTotal]) -> Iterable[Text]:
    return map(Text, (period, *total_cells(totals)))


def _show_paths(report: RunReport, console: Console) -> None:
    say(console, Text(f"Warehouse: {report.warehouse}"))
    marked = dict.fromkeys(each.marked_file for each in report.outcomes if each.marked_file)
    if marked:
        say(console, Text("Marked workbooks to return:"))
        for path in marked:
            say(console, Text(f"  {path}"))


def _show_queries(report: RunReport, console: Console) -> None:
    say(console, Text("\nQueries to try:"))
    for query in example_queries(report.period):
        say(console, Text(f"\n-- {query.title}", style="dim"))
        say(console, Text(query.sql))


def _submission_line(submission: CheckedSubmission) -> Text:
    counts = count_by_severity(submission.issues)
    form = form_and_part(submission.form, submission.part)
    return Text.assemble(
        f"  {form} (layout {submission.layout}), {submission.period.code}, ",
        f"agency {submission.agency_code}: " if submission.agency_code else "agency not known: ",
        _status_text(submission.status),
        f"\n  {counted(submission.row_count, 'row', 'rows')}: {submission.row_count_loaded:,} usable, ",
        f"{submission.row_count_set_aside:,} set aside; ",
        f"{counted(counts[Severity.ERROR], 'error', 'errors')}, ",
        f"{counted(counts[Severity.QUERY], 'query', 'queries')}, ",
        f"{counted(counts[Severity.NOTICE], 'notice', 'notices')}",
    )


def _show_group(group: IssueGroup, console: Console) -> None:
    heading = Text(f"\n{group.severity.value} {group.code}", style=_SEVERITY_STYLES[group.severity])
    heading.append(f", {counted(group.count, 'cell', 'cells')}" if group.count > 1 else "")
    say(console, heading)
    lines = describe_cells(group.issues, PLACE_WORDS_EN)
    for texts, example in (
        ([issue.message_th for issue in group.issues], "เช่น {}"),
        ([issue.message_en for issue in group.issues], "for example: {}"),
        ([issue.remedy_th for issue in group.issues], "เช่น {}"),
        ([issue.remedy_en for issue in group.issues], "for example: {}"),
    ):
        if texts[0]:
            lines.append(one_or_example(texts, example))
    say_below(console, lines)


def _status_text(status: str, words: str | None = None) -> Text:
    named = words or _STATUS_WORDS.get(status, status)
    return Text(named, style=STATUS_STYLES.get(status, ""))
