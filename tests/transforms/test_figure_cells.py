"""Scores, amounts and shares as offices type them."""

import math

import pytest

from schemas.fields import (
    BAHT,
    PERSONS,
    POINTS,
    SHARE_OF_ONE,
    Bilingual,
    Count,
    Figure,
    Measure,
    Money,
    Share,
)
from transforms.cells.counts import CellKind
from transforms.cells.figure_cells import parse_columns, parse_figures
from transforms.grid import CellValue, ShownText

LABEL = Bilingual("ค่า", "Figure")
SCORE, COST = Measure("mean_score", POINTS, LABEL), Money("cost_baht", BAHT, LABEL)
PASSED, TAKERS = Share("passed_share", SHARE_OF_ONE, LABEL), Count("taker_count", PERSONS, LABEL)
NONE = math.nan


def read(cell: CellValue, declared: Figure) -> tuple[float, CellKind]:
    parsed = parse_figures([cell], declared)
    return float(parsed.values[0]), CellKind(parsed.kinds[0])


@pytest.mark.parametrize(
    ("cell", "declared", "value", "kind"),
    [
        (55.5, SCORE, 55.5, CellKind.NUMBER),
        ("55.50", SCORE, 55.5, CellKind.NUMBER),
        ("๖๒.๗๕", SCORE, 62.75, CellKind.REPAIRED),
        ("1,055.25", SCORE, 1055.25, CellKind.REPAIRED),
        ("-", SCORE, NONE, CellKind.NONE),
        ("ไม่มี", SCORE, NONE, CellKind.NONE),
        (None, SCORE, NONE, CellKind.BLANK),
        ("12 คน", SCORE, NONE, CellKind.UNREADABLE),
        ("55.5 คะแนน", SCORE, 55.5, CellKind.WITH_UNIT),
        ("๕๕ points", SCORE, 55.0, CellKind.WITH_UNIT),
        (ShownText("56", "55.555"), SCORE, 55.555, CellKind.NUMBER),
        (ShownText("55.56", "55.555"), SCORE, 55.555, CellKind.NUMBER),
        (ShownText("57", "55.555"), SCORE, NONE, CellKind.SHOWN_OTHERWISE),
        ("55.5%", SCORE, NONE, CellKind.SHARE),
        ("*", SCORE, NONE, CellKind.HIDDEN),
        ("50,000 บาท", COST, 50_000.0, CellKind.WITH_UNIT),
        ("50,000.-", COST, 50_000.0, CellKind.WITH_UNIT),
        ("฿1,250.50", COST, 1250.5, CellKind.WITH_UNIT),
        ("๕๐๐ บาทถ้วน", COST, 500.0, CellKind.WITH_UNIT),
        ("(1,000.25)", COST, -1000.25, CellKind.REPAIRED),
        ("-300", COST, -300.0, CellKind.NUMBER),
        ("-", COST, 0.0, CellKind.DASH),
        ("-1,000.-", COST, -1000.0, CellKind.WITH_UNIT),
        ("(300) บาท", COST, -300.0, CellKind.WITH_UNIT),
        ("1,250.-บาท", COST, 1250.0, CellKind.WITH_UNIT),
        (ShownText("1,251", "1250.5"), COST, 1250.5, CellKind.REPAIRED),
        ("(-)", COST, NONE, CellKind.UNREADABLE),
        ("ห้าร้อย", COST, NONE, CellKind.UNREADABLE),
        ("12 คน", COST, NONE, CellKind.UNREADABLE),
        (ShownText("1,250 บาท", "1250"), COST, 1250.0, CellKind.WITH_UNIT),
        (ShownText("1", "1250"), COST, NONE, CellKind.SHOWN_OTHERWISE),
        ("45%", PASSED, 0.45, CellKind.NUMBER),
        ("ร้อยละ 45.5", PASSED, 0.455, CellKind.NUMBER),
        ("๔๕ เปอร์เซ็นต์", PASSED, 0.45, CellKind.NUMBER),
        (ShownText("45%", "0.45"), PASSED, 0.45, CellKind.NUMBER),
        (ShownText("100%", "1"), PASSED, 1.0, CellKind.NUMBER),
        (45, PASSED, 0.45, CellKind.NUMBER),
        (0.5, PASSED, NONE, CellKind.UNSURE_SHARE),
        (1, PASSED, NONE, CellKind.UNSURE_SHARE),
        (0, PASSED, 0.0, CellKind.NUMBER),
        ("-", PASSED, NONE, CellKind.NONE),
        (ShownText("33%", "0.333333333333333"), PASSED, 1 / 3, CellKind.NUMBER),
        (ShownText("33.3%", "0.333333333333333"), PASSED, 1 / 3, CellKind.NUMBER),
        (ShownText("35%", "0.333333333333333"), PASSED, NONE, CellKind.SHOWN_OTHERWISE),
        ("1O%", PASSED, NONE, CellKind.UNREADABLE),
        ("1O", PASSED, NONE, CellKind.UNREADABLE),
        ("12 คน", TAKERS, 12.0, CellKind.WITH_UNIT),
        ("45%", TAKERS, NONE, CellKind.SHARE),
    ],
)
def test_a_figure_is_read_as_it_is_declared(
    cell: CellValue, declared: Figure, value: float, kind: CellKind
) -> None:
    assert read(cell, declared) == (pytest.approx(value, nan_ok=True), kind)


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        ((45, 50.5, 100), (0.45, 0.505, 1.0)),
        ((45, "50%", 0), (0.45, 0.5, 0.0)),
        ((0.5, 45, 100), (NONE, NONE, NONE)),
        ((0.45, 0.5, 1.05), (NONE, NONE, NONE)),
        (("45%", 0.3, 20), (0.45, NONE, NONE)),
    ],
)
def test_bare_shares_are_in_per_cent_only_where_none_can_be_a_part_of_one(
    cells: tuple[CellValue, ...], values: tuple[float, ...]
) -> None:
    assert parse_figures(cells, PASSED).values.tolist() == pytest.approx(list(values), nan_ok=True)


def test_columns_of_several_kinds_keep_their_places() -> None:
    values, kinds = parse_columns(
        [(TAKERS, [1, "2"]), (PASSED, ["50%", 1]), (TAKERS, [3, None]), (SCORE, [4.5, "-"])]
    )
    assert values[:, 0].tolist() == [1.0, 0.5, 3.0, 4.5]
    assert kinds[:, 1].tolist() == [
        CellKind.NUMBER,
        CellKind.UNSURE_SHARE,
        CellKind.BLANK,
        CellKind.NONE,
    ]
