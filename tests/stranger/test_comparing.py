"""What differs between two versions of workshops: values of any kind, and sums of those that add up."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO

from rich.console import Console

from edusandbox.reports.comparing import comparison_as_json, render_comparison
from edusandbox.warehouse.history.comparison import Comparison, compare_moments, compare_versions
from tests.stranger.test_reading import ROWS
from tests.stranger.warehouses import changed, load, long_table
from tests.warehouse.builders import Warehouse

AFTER = [
    changed(ROWS[0], D=15, E="60.25", F="50%", G="1,250.60", H="*", I="2/6/2563", K="ไม่มี", M="ดี"),
    changed(ROWS[1], G="500.20", J="", L="สนาม"),
    ROWS[2],
]
FIGURES = [
    ("50010001", "READ", "change_baht", Decimal("-300.00"), "c"),
    ("50010001", "READ", "cost_baht", Decimal("1250.50"), Decimal("1250.60")),
    ("50010001", "READ", "has_mentor", True, False),
    ("50010001", "READ", "held_date", date(2020, 6, 1), date(2020, 6, 2)),
    ("50010001", "READ", "mean_score", 55.5, 60.25),
    ("50010001", "READ", "passed_share", 0.45, 0.5),
    ("50010001", "READ", "remark_text", ROWS[0][-1], "ดี"),
    ("50010001", "READ", "taker_count", 12, 15),
    ("50010001", "WRITE", "cost_baht", Decimal("500.00"), Decimal("500.20")),
    ("50010001", "WRITE", "start_time", "13:15", "x"),
    ("50010001", "WRITE", "venue_codes", "NET", "YARD"),
]
TOTALS = {
    ("taker_count", 12, 15, 3),
    ("cost_baht", Decimal("1750.50"), Decimal("1750.80"), Decimal("0.30")),
    ("change_baht", Decimal("-300.00"), None, Decimal("300.00")),
}


def figures(found: Comparison) -> list[tuple[object, ...]]:
    columns = ["school_code", "topic_code", "figure", "before", "after"]
    rows = found.figures[columns].astype("object")
    return list(rows.where(rows.notna(), None).itertuples(index=False, name=None))


def totals(found: Comparison) -> set[tuple[object, ...]]:
    return {(row.figure, row.before, row.after, row.change) for row in found.totals.itertuples()}


def test_two_versions_are_compared_value_by_value(workshops: Warehouse) -> None:
    load(workshops, long_table())
    load(workshops, long_table(AFTER))
    with workshops.engine.connect() as connection:
        found = compare_versions(connection, "5001", "workshop", "2563")
    assert figures(found) == FIGURES
    assert totals(found) == TOTALS
    assert found.schools.empty


def test_two_moments_are_compared_value_by_value(workshops: Warehouse) -> None:
    load(workshops, long_table())
    then = datetime.now(UTC)
    load(workshops, long_table(AFTER))
    with workshops.engine.connect() as connection:
        found = compare_moments(connection, then)
    assert figures(found) == FIGURES
    assert totals(found) == TOTALS


def test_a_comparison_is_shown_and_told_to_programs(workshops: Warehouse) -> None:
    load(workshops, long_table())
    load(workshops, long_table(AFTER))
    with workshops.engine.connect() as connection:
        found = compare_versions(connection, "5001", "workshop", "2563")
    console = Console(file=StringIO(), width=200)
    render_comparison(found, console, row_count=30)
    assert isinstance(console.file, StringIO)
    shown = console.file.getvalue()
    assert "1,750.50" in shown
    assert "mean_score" not in shown.partition("Figures:")[0]
    told = json.loads(json.dumps(comparison_as_json(found), ensure_ascii=False))
    (cost,) = [row for row in told["totals"] if row["figure"] == "cost_baht"]
    assert (cost["before"], cost["after"], cost["change"]) == (1750.5, 1750.8, 0.3)
    (day,) = [row for row in told["figures"] if row["figure"] == "held_date"]
    assert (day["before"], day["after"]) == ("2020-06-01", "2020-06-02")


def test_equal_versions_do_not_differ(workshops: Warehouse) -> None:
    load(workshops, long_table())
    with workshops.engine.connect() as connection:
        assert compare_versions(connection, "5001", "workshop", "2563", before=1, after=1).is_equal
