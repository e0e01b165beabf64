"""English words for verdicts and totals, so that the console, Prefect and Markdown say the same."""

from collections.abc import Mapping, Sequence

from edusandbox.form_parts import form_and_part
from edusandbox.outcomes import AgencyTotal, Effect, LeftOut, RunReport, SubmissionOutcome
from edusandbox.submissions import Status
from schemas.catalogue import FORMS
from schemas.fields import figure_text
from schemas.issues import listed

STATUS_NAMES_EN: Mapping[Status, str] = {
    Status.ACCEPTED: "accepted",
    Status.ACCEPTED_WITH_QUERIES: "accepted with queries",
    Status.PARTLY_ACCEPTED: "partly accepted",
    Status.HELD: "held",
    Status.REJECTED: "rejected",
    Status.NIL: "nothing to report",
    Status.SUPERSEDED: "superseded",
}

NOT_RECEIVED = "not_received"
"""What the status board says of a submission that is owed and has not come."""


def outcome_status(outcome: SubmissionOutcome) -> str:
    """The verdict in words; says so where the warehouse had the same content already."""
    name = STATUS_NAMES_EN[outcome.status]
    return f"{name}, same content" if outcome.effect is Effect.EQUAL_CONTENT else name


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun: `1 file`, `1,234 files`."""
    return f"{number:,} {one if number == 1 else many}"


def is_unchanged(report: RunReport) -> bool:
    """Whether the run found nothing new: no outcome that changed or failed anything."""
    return not report.failed and all(each.effect is Effect.EQUAL_CONTENT for each in report.outcomes)


def unchanged_sentence(report: RunReport) -> str:
    """Says plainly why a run changed nothing; of use only where `is_unchanged`."""
    known, equal = report.unchanged_file_count, len(report.outcomes)
    if not known and not equal:
        return "Nothing changed: no files were found."
    if not equal:
        if known == 1:
            return "Nothing changed: the only file was known already."
        return f"Nothing changed: all {known:,} files were known already."
    same = counted(equal, "submission says", "submissions say") + " the same as before"
    if not known:
        return f"Nothing changed: {same}."
    return f"Nothing changed: {counted(known, 'file was', 'files were')} known already, {same}."


def _school_coverage(totals: Sequence[AgencyTotal]) -> str:
    """How many schools totals are made of: `65 of 70`, or `65` where an agency has no register."""
    reported = sum(each.school_count or 0 for each in totals)
    expected = [each.expected_school_count for each in totals if each.expected_school_count is not None]
    return f"{reported:,}" if len(expected) < len(totals) else f"{reported:,} of {sum(expected):,}"


def _are_of_schools(totals: Sequence[AgencyTotal]) -> bool:
    """Whether totals are made of schools' figures, and not of the agencies' own."""
    return any(each.school_count is not None for each in totals)


def _sum_text(figures: Sequence[float | None]) -> str:
    """Figures added up, for people; a dash where there are none, which is not zero."""
    known = [each for each in figures if each is not None]
    return figure_text(sum(known)) if known else "–"


def total_headings(form: str, totals: Sequence[AgencyTotal]) -> tuple[str, ...]:
    """What stands over a table of a form's totals: schools where they are made of any, then the sums."""
    declared = FORMS[form]
    schools = ("Schools",) if _are_of_schools(totals) else ()
    return (*schools, *(declared.labels[field].en for field in declared.reported_fields.values()))


def total_cells(totals: Sequence[AgencyTotal]) -> tuple[str, ...]:
    """What stands in a row of such a table: totals of one form, added up."""
    schools = (_school_coverage(totals),) if _are_of_schools(totals) else ()
    return (*schools, *map(_sum_text, zip(*(each.figures.values() for each in totals), strict=True)))


def coverage_sentence(totals: Sequence[AgencyTotal]) -> str:
    """Says how many schools totals are made of, and whose number of schools nobody knows."""
    if not _are_of_schools(totals):
        return f"These totals are made of the figures of {counted(len(totals), 'agency', 'agencies')}."
    sentence = f"These totals are made of {_school_coverage(totals)} schools."
    unknown = [each.agency_name_th for each in totals if each.expected_school_count is None]
    if not unknown:
        return sentence
    return f"{sentence} No register says how many there should be of {listed(unknown)}."


def left_out_sentence(left: LeftOut) -> str:
    """Says what a sum lacks though a return reports it, and why."""
    schools = f"{counted(len(left.schools), 'school', 'schools')} ({listed(left.schools)})"
    amounts = [amount.en for number in left.figures.values() if (amount := FORMS[left.form].amount(number))]
    what = " of ".join([*amounts, schools])
    reported = f"{what} that {left.agency_name_th} reports ({form_and_part(left.form, left.part)})"
    if left.is_in_no_sum:
        return f"In no sum: {reported}; {left.heard_agency_name_th} reports these schools too and is heard."
    return f"By the register in the sum of {left.counted_agency_name_th}: {reported}."
