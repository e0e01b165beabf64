"""Decides at the warehouse's door what is loaded and what waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from edusandbox.checking.blanks import ask_about_blanks, ask_about_lost_tables
from edusandbox.checking.partial_returns import hold_parts, row_keys_of, tell_of_later_ones
from edusandbox.checking.register_checks import held, hold_shrunk
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, SubmissionKey
from edusandbox.warehouse.load.earlier_verdicts import Reading, earlier_readings
from edusandbox.warehouse.load.filed_periods import FiledPeriods, filed_periods
from edusandbox.warehouse.load.references import (
    current_figures,
    current_row_counts,
    current_sums_of_further_tables,
)
from schemas.catalogue import FORMS
from schemas.fields import Entity
from schemas.issues import Finding

_Readings = Mapping[SubmissionKey, Reading]


def judge(
    connection: Connection, checked: Sequence[CheckedDelivery], *, is_forced: bool, is_period_asked: bool
) -> list[CheckedDelivery]:
    """Holds what would replace a version unlike it, and lets stand what an earlier run decided.

    What a version before had figures of and a new one leaves blank is asked about.

    Args:
        connection: Inside the transaction that loads the deliveries: no other run comes between.
        checked: Deliveries, all of an agency, form, part and period among them.
        is_forced: Whether a person accepts versions unlike the current one. Of files of one run that share
            nothing none may wipe out another all the same.
        is_period_asked: Whether a person says of what period files are that state none.

    Returns:
        The deliveries, in their order, with their final verdicts.
    """
    if is_forced:
        if not is_period_asked:
            checked = _hold_of_other_periods(connection, checked)
        return tell_of_later_ones(hold_parts(checked, {}))
    earlier = earlier_readings(connection, checked)
    readings: list[_Readings] = [earlier.get(each.delivery, {}) for each in checked]
    fresh = [_not_read_before(each, known) for each, known in zip(checked, readings, strict=True)]
    if not is_period_asked:
        fresh = _hold_of_other_periods(connection, fresh)
    coming = {each.key for delivery in fresh for each in delivery.submissions}
    counts = current_row_counts(connection) if coming else {}
    current = current_figures(connection, coming & counts.keys())
    counts |= {
        key: sum(len(each.counts) for each in standing)
        for key, standing in current.items()
        if FORMS[key[1]].entity is Entity.AGENCY
    }
    keys = {key: row_keys_of(FORMS[key[1]], schools) for key, schools in current.items()}
    unlike = [hold_shrunk(each, counts) for each in hold_parts(fresh, keys)]
    further = current_sums_of_further_tables(connection, current.keys())
    judged = ask_about_lost_tables(ask_about_blanks(unlike, current), further)
    together = [
        _together(each, known, new.submissions)
        for each, known, new in zip(checked, readings, judged, strict=True)
    ]
    return tell_of_later_ones(together)


def _hold_of_other_periods(
    connection: Connection, checked: Sequence[CheckedDelivery]
) -> list[CheckedDelivery]:
    """Holds returns that state no period where the same file, or the one before it, is filed under another.

    A correction that comes after the closing day would else count in the next period, and the wrong figures
    stay. A register says what holds from now on, whenever it comes.
    """
    if not any(map(_is_by_calendar, (each for delivery in checked for each in delivery.submissions))):
        return list(checked)
    filed = filed_periods(connection, {each.delivery.agency_code for each in checked})
    return [
        replace(each, submissions=tuple(_held_of_other_period(each, own, filed) for own in each.submissions))
        for each in checked
    ]


def _held_of_other_period(
    checked: CheckedDelivery, submission: CheckedSubmission, filed: FiledPeriods
) -> CheckedSubmission:
    sender = checked.delivery.agency_code
    names = (checked.delivery.sha256, checked.delivery.path)
    places = ((sender, submission.form, submission.part, name) for name in names)
    other = next((filed[place] for place in places if place in filed), submission.period.code)
    if other == submission.period.code or not _is_by_calendar(submission):
        return submission
    return held(submission, Finding("RE020", params={"other": other, "period": submission.period.code}))


def _is_by_calendar(submission: CheckedSubmission) -> bool:
    """Whether the calendar alone says of which period a return is that waits for the next one."""
    is_register = FORMS[submission.form].provides_schools
    return submission.status.is_loaded and submission.is_period_by_calendar and not is_register


def _not_read_before(checked: CheckedDelivery, known: _Readings) -> CheckedDelivery:
    left = tuple(each for each in checked.submissions if each.key not in known)
    return replace(checked, submissions=left)


def _together(
    checked: CheckedDelivery, known: _Readings, judged: Sequence[CheckedSubmission]
) -> CheckedDelivery:
    by_key = {each.key: each for each in judged}
    submissions = (
        _as_read_before(each, known[key]) if (key := each.key) in known else by_key[key]
        for each in checked.submissions
    )
    return replace(checked, submissions=tuple(submissions))


def _as_read_before(submission: CheckedSubmission, reading: Reading) -> CheckedSubmission:
    return replace(
        submission, status=reading.verdict, issues=reading.issues, content_hash=reading.content_hash
    )
