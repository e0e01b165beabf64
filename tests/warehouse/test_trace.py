"""A figure is walked back to the very cells of the file that it came from."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from edusandbox.warehouse.errors import WarehouseError
from edusandbox.warehouse.history.trace import Trace, trace_figure
from edusandbox.warehouse.marts.lineage import find_grouping, find_source
from edusandbox.warehouse.marts.mart_contract import newest_contract
from tests.warehouse.builders import (
    HIDDEN,
    Entry,
    Figures,
    Warehouse,
    make_delivery,
    make_enrolment,
    make_issue,
    make_register,
)
from tests.warehouse.promises import marts_of_other_forms

FIGURES: Figures = {
    ("50010001", "P1"): (10, 11, 1),
    ("50010001", "P2"): (7, None, 1),
    ("50010002", "P1"): (HIDDEN, 3, 2),
}
Ask = Callable[..., Trace]


@pytest.fixture
def ask(warehouse: Warehouse) -> Ask:
    warehouse.load(
        make_register(Entry("50010001"), Entry("50010002")),
        delivery=make_delivery(content="register", path="r.xlsx"),
    )
    warehouse.load(
        make_enrolment(FIGURES, issues=[make_issue()]),
        delivery=make_delivery(content="pupils", path="p.xlsx"),
    )
    warehouse.load(
        make_enrolment({("50020001", "P1"): (5, 6, 1)}, agency="area2"),
        delivery=make_delivery("area2", content="others", path="o.xlsx"),
    )

    def trace(mart: str, figure: str, **where: object) -> Trace:
        with warehouse.engine.connect() as connection:
            return trace_figure(connection, mart, figure, where)

    return trace


def test_a_schools_figure_is_one_cell(ask: Ask) -> None:
    found = ask("mart_enrolment_by_school", "male_count", smis_code="50010001", grade_code="P2")
    (cell,) = found.cells.to_dict("records")
    assert (found.value, cell["value"], cell["sheet_name"], cell["cell"]) == (7, 7, "นักเรียน", "K4")
    assert (cell["school_code"], cell["school_name"]) == ("50010001", "โรงเรียน 50010001")
    (file,) = found.files.to_dict("records")
    assert (file["path"], file["version"], file["cell_count"]) == ("p.xlsx", 1, 1)
    assert file["sha256"] == make_delivery(content="pupils").sha256


def test_an_agencys_figure_is_all_of_its_cells_blank_and_hidden_ones_too(ask: Ask) -> None:
    found = ask("mart_enrolment_by_agency", "pupil_count", agency_code="area1", period_code="2563-1")
    assert (found.value, len(found.cells), found.row_count) == (31, 6, 2)
    assert found.cells.loc[found.cells["value"].isna(), "mark_code"].tolist() == ["x", "c"]
    assert set(found.files["path"]) == {"p.xlsx"}


@pytest.mark.parametrize("mart", ["mart_enrolment_by_province", "mart_enrolment_by_agency_as_now"])
def test_a_sum_over_agencies_is_the_cells_of_several_files(ask: Ask, mart: str) -> None:
    found = ask(mart, "classroom_count", grade_code="P1")
    assert (found.value, len(found.cells), set(found.files["path"])) == (4, 3, {"p.xlsx", "o.xlsx"})


@pytest.mark.parametrize(
    ("figure", "cells"), [("missing_count", ["K6", "J6"]), ("hidden_count", ["J6"]), ("school_count", 3)]
)
def test_counts_of_cells_are_walked_back_too(ask: Ask, figure: str, cells: list[str] | int) -> None:
    found = ask("mart_enrolment_by_agency", figure, agency_code="area1")
    assert found.value is not None
    if isinstance(cells, int):
        assert len(found.cells) == cells
    else:
        assert len(found.cells) == len(cells) == found.value


def test_a_name_is_walked_back_to_its_row_in_the_register(ask: Ask) -> None:
    found = ask("mart_school", "school_name_th", smis_code="50010002")
    (cell,) = found.cells.to_dict("records")
    assert (found.value, cell["cell"], found.files["path"].tolist()) == ("บ้านตัวอย่าง", "5", ["r.xlsx"])


def test_counts_of_a_file_are_walked_back_to_the_file(ask: Ask) -> None:
    found = ask("mart_submission_status", "error_count", agency_code="area1", form_code="enrolment")
    assert (found.value, found.cells.empty, found.files["path"].tolist()) == (1, True, ["p.xlsx"])


def test_a_figure_of_the_past_is_walked_back_to_the_file_of_then(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(FIGURES), delivery=make_delivery(content="old", path="old.xlsx"))
    then = datetime.now(UTC)
    warehouse.load(
        make_enrolment({("50010001", "P1"): (1, 1, 1)}),
        delivery=make_delivery(content="new", path="new.xlsx"),
    )
    with warehouse.engine.connect() as connection:
        found = trace_figure(connection, "mart_enrolment_by_province", "pupil_count", {}, then)
    assert (found.value, found.files["path"].tolist(), found.files["status"].tolist()) == (
        31,
        ["old.xlsx"],
        ["superseded"],
    )


def test_every_figure_that_is_a_number_can_be_walked_back(ask: Ask) -> None:
    """Or is a key, a version, or how many agencies there are."""
    untraced = set()
    for column in newest_contract():
        if column.data_type != "integer" or not column.name.endswith("_count"):
            continue
        if column.view in marts_of_other_forms():
            continue
        try:
            find_source(column.view, column.name)
        except WarehouseError:
            untraced.add((column.view, column.name))
            continue
        assert ask(column.view, column.name).files.shape[0] > 0
    assert untraced == {("mart_enrolment_by_province", "agency_count")}


def test_groupings_name_columns_that_there_are() -> None:
    columns = {(each.view, each.name) for each in newest_contract()}
    for mart in {each.view for each in newest_contract()}:
        grouping = find_grouping(mart)
        for key, finer in (grouping.keys if grouping else {}).items():
            assert {(mart, key), (grouping.finer_mart, finer)} <= columns  # type: ignore[union-attr] # has keys


@pytest.mark.parametrize(
    ("mart", "figure", "where", "said"),
    [
        (
            "mart_enrolment_by_school",
            "colour",
            {},
            "colour of mart_enrolment_by_school cannot be walked back",
        ),
        ("mart_agency", "kind", {}, "kind of mart_agency cannot be walked back to cells; trace a figure of"),
        ("mart_school", "school_name_th", {"smis_code": "1"}, "mart_school has no row with smis_code 1"),
    ],
)
def test_what_cannot_be_walked_back_is_said(
    ask: Ask, mart: str, figure: str, where: dict[str, object], said: str
) -> None:
    with pytest.raises(WarehouseError, match=said):
        ask(mart, figure, **where)
