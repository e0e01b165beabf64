"""Decides at the warehouse's door what is loaded and what waits for a person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from edusandbox.checking.blanks import ask_about_blanks
from edusandbox.checking.parts import hold_parts, row_keys_of, tell_of_later_ones
from edusandbox.checking.settling import hold_shrunk
from edusandbox.submissions import CheckedDelivery, CheckedSubmission, SubmissionKey
from edusandbox.warehouse.readings import Reading, earlier_readings
from edusandbox.warehouse.references import current_row_counts, current_schools

_Readings = Mapping[SubmissionKey, Reading]


def judge(
    connection: Connection, checked: Sequence[CheckedDelivery], *, is_forced: bool
) -> list[CheckedDelivery]:
    """Holds what would replace a version unlike it, and lets stand what an earlier run decided.

    What a version before had figures of and a new one leaves blank is asked about.

    Args:
        connection: Inside the transaction that loads the deliveries: no other run comes between.
        checked: Deliveries, all of an agency, form and period among them.
        is_forced: Whether a person accepts versions unlike the current one. Of files of one run that share
            nothing none may wipe out another all the same.

    Returns:
        The deliveries, in their order, with their final verdicts.
    """
    if is_forced:
        return tell_of_later_ones(hold_parts(checked, {}))
    earlier = earlier_readings(connection, checked)
    readings: list[_Readings] = [earlier.get(each.delivery, {}) for each in checked]
    fresh = [_not_read_before(each, known) for each, known in zip(checked, readings, strict=True)]
    coming = {each.key for delivery in fresh for each in delivery.submissions}
    counts = current_row_counts(connection) if coming else {}
    current = current_schools(connection, coming & counts.keys())
    keys = {key: row_keys_of(schools) for key, schools in current.items()}
    held = [hold_shrunk(each, counts) for each in hold_parts(fresh, keys)]
    judged = ask_about_blanks(held, current)
    together = [
        _together(each, known, new.submissions)
        for each, known, new in zip(checked, readings, judged, strict=True)
    ]
    return tell_of_later_ones(together)


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
