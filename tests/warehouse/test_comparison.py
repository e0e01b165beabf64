"""What differs between two versions, or two moments."""

from datetime import UTC, datetime

import pytest

from edusandbox.reports.frames import records
from edusandbox.submissions import Status
from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.history.comparison import Comparison, compare_moments, compare_versions
from tests.warehouse.builders import HIDDEN, Entry, Figures, Warehouse, make_enrolment, make_register

BEFORE: Figures = {
    ("50010001", "P1"): (10, 11, 1),
    ("50010001", "P2"): (7, None, 1),
    ("50010002", "P1"): (4, 3, 2),
}
AFTER: Figures = {
    ("50010001", "P1"): (12, 11, 1),
    ("50010001", "P2"): (7, HIDDEN, 1),
    ("50010003", "P1"): (1, 0, 1),
}
FIGURES = [
    ("50010001", "P1", "male_count", 10, 12),
    ("50010001", "P2", "female_count", "x", "c"),
    ("50010002", "P1", "classroom_count", 2, None),
    ("50010002", "P1", "female_count", 3, None),
    ("50010002", "P1", "male_count", 4, None),
    ("50010003", "P1", "classroom_count", None, 1),
    ("50010003", "P1", "female_count", None, 0),
    ("50010003", "P1", "male_count", None, 1),
]


def figures(found: Comparison) -> list[tuple[object, ...]]:
    columns = ["school_code", "grade_code", "figure", "before", "after"]
    rows = found.figures[columns].astype("object")
    return list(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def schools(found: Comparison) -> set[tuple[str, str]]:
    return {(str(row.change), str(row.school_code)) for row in found.schools.itertuples()}


def totals(found: Comparison) -> set[tuple[str, int, int, int]]:
    return {(row.figure, row.before, row.after, row.change) for row in found.totals.itertuples()}


def test_two_versions_are_compared_cell_by_cell(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(BEFORE))
    warehouse.load(make_enrolment({("50010001", "P1"): (0, 0, 0)}, status=Status.HELD))
    warehouse.load(make_enrolment(AFTER))
    with warehouse.engine.connect() as connection:
        found = compare_versions(connection, "area1", "enrolment", "2563-1")
        backwards = compare_versions(connection, "area1", "enrolment", "2563-1", before=3, after=1)
    assert figures(found) == FIGURES
    assert schools(found) == {("gone", "50010002"), ("new", "50010003")}
    assert totals(found) == {
        ("male_count", 14, 13, -1),
        ("female_count", 3, 0, -3),
        ("classroom_count", 2, 1, -1),
    }
    assert figures(backwards) == [(*row[:3], row[4], row[3]) for row in FIGURES]


def test_two_moments_are_compared_by_what_the_marts_said(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(BEFORE))
    warehouse.load(make_enrolment({("50020001", "P1"): (5, 5, 1)}, agency="area2"))
    then = datetime.now(UTC)
    warehouse.load(make_enrolment(AFTER))
    later = datetime.now(UTC)
    warehouse.load(make_enrolment({("50020001", "P1"): (6, 5, 1)}, agency="area2"))
    with warehouse.engine.connect() as connection:
        assert figures(compare_moments(connection, then, later)) == FIGURES
        assert schools(compare_moments(connection, then, later)) == {
            ("gone", "50010002"),
            ("new", "50010003"),
        }
        assert figures(compare_moments(connection, later)) == [("50020001", "P1", "male_count", 5, 6)]
        assert compare_moments(connection, later, later).is_equal


def test_a_name_that_changed_is_a_figure_too(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001", "บ้านเก่า")))
    warehouse.load(make_register(Entry("50010001", "บ้านใหม่")))
    with warehouse.engine.connect() as connection:
        found = compare_versions(connection, "area1", "school_register", "2563-1")
    assert figures(found) == [("50010001", None, "school_name_th", "บ้านเก่า", "บ้านใหม่")]
    assert found.totals.empty


def test_equal_versions_do_not_differ(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(BEFORE))
    with warehouse.engine.connect() as connection:
        assert compare_versions(connection, "area1", "enrolment", "2563-1", before=1, after=1).is_equal


def test_versions_that_there_are_not_are_named(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(BEFORE))
    with warehouse.engine.connect() as connection, pytest.raises(WarehouseError, match=r"its versions: 1$"):
        compare_versions(connection, "area1", "enrolment", "2563-1")


def test_a_sum_of_no_values_is_missing_and_not_0(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({("50010001", "P1"): (10, 11, 1), ("50010001", "P2"): (7, 8, 2)}))
    warehouse.load(make_enrolment({("50010001", "P1"): (0, 11, None), ("50010001", "P2"): (7, 8, None)}))
    with warehouse.engine.connect() as connection:
        found = compare_versions(connection, "area1", "enrolment", "2563-1")
        backwards = compare_versions(connection, "area1", "enrolment", "2563-1", before=2, after=1)
    sums = {str(row["figure"]): row for row in records(found.totals)}
    assert {name: (row["before"], row["after"], row["change"]) for name, row in sums.items()} == {
        "male_count": (10, 0, -10),
        "classroom_count": (3, None, -3),
    }
    (rooms,) = [row for row in records(backwards.totals) if row["figure"] == "classroom_count"]
    assert (rooms["before"], rooms["after"], rooms["change"]) == (None, 3, 3)
