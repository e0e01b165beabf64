"""A load that fails half way leaves nothing behind, and is taken again by the next run."""

from collections.abc import Callable, Collection
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pandas as pd
import pytest
from sqlalchemy.exc import IntegrityError

from edusandbox.outcomes import Effect
from edusandbox.submissions import CheckedDelivery, CheckedSubmission
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.load import loading, submission_rows
from edusandbox.warehouse.load.deliveries import read_delivery_log, record_answers
from tests.warehouse.builders import (
    PROVIDES_SCHOOLS,
    Figures,
    Warehouse,
    make_delivery,
    make_enrolment,
    make_issue,
)

FIGURES: Figures = {("50010001", "P1"): (10, 11, 1)}
OTHER_FIGURES: Figures = {("50010001", "P1"): (20, 21, 2), ("50010002", "P1"): (5, 6, 1)}
DELIVERY = make_delivery(content="breaks")


def everything(warehouse: Warehouse) -> dict[str, list[tuple[Any, ...]]]:
    tables = [
        *("dim_school", "ops_delivery", "ops_submission", "ops_submission_sheet", "ops_submission_school"),
        *("ops_arrival", "dim_school_history", "dim_period_history"),
        *("ops_issue", "ops_set_aside_row", "fact_enrolment", "fact_school", "ops_submission_column"),
    ]
    return {table: warehouse.query(f"SELECT * FROM {table} ORDER BY 1, 2") for table in tables}  # noqa: S608 - our names


def delivered(warehouse: Warehouse) -> frozenset[tuple[str, str]]:
    """Deliveries that are done with once their senders have been answered."""
    with writing(warehouse.engine) as connection:
        record_answers(connection, [DELIVERY], datetime.now(UTC))
        return read_delivery_log(connection).done


def breaking_at(monkeypatch: pytest.MonkeyPatch, step: str, failing: Collection[int] = (1,)) -> None:
    """Makes one step of a load raise at certain times that it is taken, after its work is done."""
    calls = 0
    module, _, name = step.partition(".")
    place = {"loading": loading, "submission_rows": submission_rows}[module]
    take: Callable[..., object] = getattr(place, name)

    def broken(*args: object, **options: object) -> object:
        nonlocal calls
        calls += 1
        result = take(*args, **options)
        if calls in failing:
            raise OSError("no space left on device")
        return result

    monkeypatch.setattr(place, name, broken)


def load_as_far_as_it_goes(warehouse: Warehouse, checked: CheckedDelivery) -> None:
    """A delivery that breaks among others: the transaction goes on, and what came before stays."""
    with writing(warehouse.engine) as connection, pytest.raises(OSError, match="no space left"):
        loading.load_delivery(
            connection,
            checked,
            loading.LoadContext(warehouse.province, warehouse.run, PROVIDES_SCHOOLS),
        )


def with_a_fact_twice(submission: CheckedSubmission) -> CheckedSubmission:
    pupils = submission.facts["fact_enrolment"]
    doubled = pd.concat([pupils, pupils.tail(1)], ignore_index=True)
    return replace(submission, facts={**submission.facts, "fact_enrolment": doubled})


def with_a_negative_count(submission: CheckedSubmission) -> CheckedSubmission:
    pupils = submission.facts["fact_enrolment"]
    return replace(
        submission,
        facts={**submission.facts, "fact_enrolment": pupils.assign(male_count=-pupils["male_count"])},
    )


@pytest.mark.parametrize(
    "step",
    [
        "loading.record_deliveries",
        "submission_rows.record_issues",
        "submission_rows.resolve_schools",
        "submission_rows.insert_facts",
        "loading.complete_deliveries",
        "loading.record_arrivals",
    ],
)
def test_a_failure_at_any_step_leaves_nothing(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    warehouse.load(make_enrolment(FIGURES))
    before = everything(warehouse)
    breaking_at(monkeypatch, step)
    with pytest.raises(OSError, match="no space left"):
        warehouse.load(make_enrolment(OTHER_FIGURES, issues=[make_issue()]), delivery=DELIVERY)
    assert everything(warehouse) == before
    assert (DELIVERY.agency_code, DELIVERY.sha256) not in delivered(warehouse)


@pytest.mark.parametrize("spoil", [with_a_fact_twice, with_a_negative_count])
def test_facts_that_the_database_refuses_leave_nothing(
    warehouse: Warehouse, spoil: Callable[[CheckedSubmission], CheckedSubmission]
) -> None:
    warehouse.load(make_enrolment(FIGURES))
    before = everything(warehouse)
    with pytest.raises(IntegrityError):
        warehouse.load(spoil(make_enrolment(OTHER_FIGURES)), delivery=DELIVERY)
    assert everything(warehouse) == before


def test_the_next_run_takes_a_failed_delivery_again(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        breaking_at(broken, "submission_rows.insert_facts")
        with pytest.raises(OSError, match="no space left"):
            warehouse.load(make_enrolment(FIGURES), delivery=DELIVERY)
    outcome = warehouse.load(make_enrolment(FIGURES), delivery=DELIVERY)
    assert (outcome.effect, outcome.version) == (Effect.NEW_VERSION, 1)
    assert (DELIVERY.agency_code, DELIVERY.sha256) in delivered(warehouse)


def test_what_was_loaded_before_the_failure_is_not_loaded_twice(
    warehouse: Warehouse, monkeypatch: pytest.MonkeyPatch
) -> None:
    both = (make_enrolment(FIGURES, period="2562-2"), make_enrolment(FIGURES, period="2563-1"))
    with monkeypatch.context() as broken:
        breaking_at(broken, "submission_rows.insert_facts", failing=(1, 3))
        load_as_far_as_it_goes(warehouse, CheckedDelivery(DELIVERY, both, ()))
    assert (warehouse.count("ops_submission"), delivered(warehouse)) == (1, frozenset())
    outcomes = warehouse.load_all(*both, delivery=DELIVERY)
    assert [each.effect for each in outcomes] == [Effect.EQUAL_CONTENT, Effect.NEW_VERSION]
    assert warehouse.count("ops_submission") == 2
