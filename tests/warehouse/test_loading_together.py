"""Where deliveries of one batch touch each other, they end as if each had come by itself."""

import pytest

from edusandbox.submissions import CheckedDelivery, Status
from edusandbox.warehouse.errors import NotTogetherError
from tests.warehouse.builders import Entry, Figures, Warehouse, make_delivery, make_enrolment, make_register

SMIS, MINISTRY = "50010001", "1050010001"
COUNTS = (10, 11, 1)
ONE: Figures = {(SMIS, "P1"): COUNTS}
OTHER: Figures = {(SMIS, "P1"): (20, 21, 2)}


def test_of_the_same_bytes_in_two_places_the_first_place_is_kept(warehouse: Warehouse) -> None:
    places = [make_delivery(path=path, file_name=path) for path in ("first.xlsx", "second.xlsx")]
    warehouse.load_together(*(CheckedDelivery(each, (make_enrolment(ONE),)) for each in places))
    assert warehouse.query("SELECT path, file_name FROM ops_delivery") == [("first.xlsx", "first.xlsx")]


def test_a_file_that_comes_back_within_a_batch_is_a_new_version(warehouse: Warehouse) -> None:
    first, second = make_delivery(content="first"), make_delivery(content="second")
    warehouse.load_together(
        CheckedDelivery(first, (make_enrolment(ONE),)),
        CheckedDelivery(second, (make_enrolment(OTHER),)),
        CheckedDelivery(first, (make_enrolment(ONE),)),
    )
    versions = warehouse.query("SELECT version, status FROM ops_submission ORDER BY version")
    assert versions == [(1, "superseded"), (2, "superseded"), (3, "accepted")]


def test_a_merger_is_judged_by_what_stands_and_not_by_what_the_batch_will_close(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({(SMIS, "P1"): COUNTS, (MINISTRY, "P1"): COUNTS}))
    merging = make_register(Entry(SMIS, ministry_code=MINISTRY))
    nothing = make_enrolment({}, status=Status.NIL)
    with pytest.raises(NotTogetherError):
        warehouse.load_together(
            CheckedDelivery(make_delivery(content="merging"), (merging,)),
            CheckedDelivery(make_delivery(content="nil"), (nothing,)),
        )
