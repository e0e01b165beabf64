"""Two that load at once: nothing is there twice, nothing is lost."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest

from edusandbox.outcomes import Effect, SubmissionOutcome
from edusandbox.submissions import CheckedSubmission, Delivery
from tests.warehouse.builders import Figures, Warehouse, make_delivery, make_enrolment

FIGURES: Figures = {(f"5001{number:04}", "P1"): (number, 1, 1) for number in range(1, 40)}


def load_at_once(warehouse: Warehouse, *pairs: tuple[CheckedSubmission, Delivery]) -> list[SubmissionOutcome]:
    together = Barrier(len(pairs))

    def load(pair: tuple[CheckedSubmission, Delivery]) -> SubmissionOutcome:
        submission, delivery = pair
        together.wait()
        return warehouse.load(submission, delivery=delivery)

    with ThreadPoolExecutor(len(pairs)) as pool:
        return list(pool.map(load, pairs))


@pytest.mark.parametrize("attempt", range(3))
def test_the_same_delivery_is_loaded_once(warehouse: Warehouse, attempt: int) -> None:
    pair = (make_enrolment(FIGURES), make_delivery(content=attempt))
    outcomes = load_at_once(warehouse, *[pair] * 4)
    assert Counter(each.effect for each in outcomes) == {Effect.NEW_VERSION: 1, Effect.EQUAL_CONTENT: 3}
    assert (warehouse.count("ops_delivery"), warehouse.count("ops_submission")) == (1, 1)
    assert warehouse.count("fact_enrolment") == len(FIGURES)


def test_versions_of_one_return_come_one_after_the_other(warehouse: Warehouse) -> None:
    pairs = [
        (make_enrolment({("50010001", "P1"): (boys, 1, 1)}), make_delivery(content=boys)) for boys in range(4)
    ]
    outcomes = load_at_once(warehouse, *pairs)
    assert sorted(each.version or 0 for each in outcomes) == [1, 2, 3, 4]
    assert warehouse.query("SELECT version FROM ops_submission WHERE is_current") == [(4,)]


def test_a_new_school_of_two_senders_is_added_once(warehouse: Warehouse) -> None:
    pairs = [
        (make_enrolment(FIGURES, agency=agency), make_delivery(agency))
        for agency in ("area1", "area2", "area3")
    ]
    load_at_once(warehouse, *pairs)
    assert (warehouse.count("dim_school"), warehouse.count("ops_submission")) == (len(FIGURES), 3)
