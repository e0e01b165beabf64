"""Statements that are filled in from what a form declares, on forms that no general room knows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import text

from edusandbox.run.comparing import compare_returns, left_out
from edusandbox.warehouse.engine import writing
from edusandbox.warehouse.marts.form_statements import (
    agency_totals_statement,
    schools_elsewhere_statement,
    without_figures_statement,
)
from edusandbox.warehouse.marts.queries import agency_totals, figures_of_period
from schemas.catalogue import FORMS
from schemas.form import Form
from schemas.reported import ReportedSums
from tests.warehouse.builders import HIDDEN, Entry, Figures, Warehouse, make_enrolment, make_register

ENROLMENT = FORMS["enrolment"]
BOYS = replace(ENROLMENT, code="boys", figure="male_count", reported=None)
"""A form of the same facts that counts something else and has no mart."""
NAMES = replace(ENROLMENT, code="names", figure=None, reported=None)
"""A form of the same facts that counts nothing."""
SHARED: Figures = {("50010001", "P1"): (5, 6, 1), ("50010002", "P1"): (None, 30, 1)}


def rows_of(warehouse: Warehouse, statement: str, agencies: Sequence[str] | None = None) -> list[Any]:
    with warehouse.engine.connect() as connection:
        spared = figures_of_period(connection, statement, agencies)
        return [dict(row) for row in connection.execute(spared, {"period": "2563-1"}).mappings()]


def called(warehouse: Warehouse, form: Form) -> None:
    """Has all returns of the enrolment be of another form of the same facts."""
    with writing(warehouse.engine) as connection:
        statement = text("UPDATE ops_submission SET form_code = :code WHERE form_code = 'enrolment'")
        connection.execute(statement, {"code": form.code})


def test_without_a_mart_the_figure_is_added_up_from_the_facts(warehouse: Warehouse) -> None:
    warehouse.load(make_register(Entry("50010001"), Entry("50010002"), Entry("50010003")))
    warehouse.load(make_enrolment({("50010001", "P1"): (900, 900, 9)}))
    warehouse.load(make_enrolment(SHARED))
    away: Figures = {("50010003", "P1"): (7, 8, 1), ("50020001", "K2"): (HIDDEN, 2, 1)}
    warehouse.load(make_enrolment(away, agency="area2"))
    of_mart = rows_of(warehouse, agency_totals_statement(ENROLMENT, ""))
    of_facts = rows_of(warehouse, agency_totals_statement(replace(ENROLMENT, reported=None), ""))
    assert [row["figure_pupil_count"] for row in of_mart] == [56, 2]
    assert [row["figure_pupil_total"] for row in of_facts] == [56, 2]
    for name in ("agency_code", "school_count", "expected_school_count"):
        assert [row[name] for row in of_mart] == [row[name] for row in of_facts]


def test_the_totals_of_one_form_are_not_those_of_another(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment(SHARED))
    called(warehouse, BOYS)
    warehouse.load(make_enrolment({("50010001", "P1"): (100, 100, 1)}, agency="area2"))
    boys = rows_of(warehouse, agency_totals_statement(BOYS, ""))
    assert [(row["agency_code"], row["school_count"], row["figure_male_count"]) for row in boys] == [
        ("area1", 2, 5)
    ]
    enrolment = rows_of(warehouse, agency_totals_statement(ENROLMENT, ""))
    assert [(row["agency_code"], row["figure_pupil_count"]) for row in enrolment] == [("area2", 200)]


def test_a_figure_is_not_mistaken_for_the_number_of_schools(warehouse: Warehouse) -> None:
    warehouse.load(make_enrolment({**SHARED, ("50010001", "P2"): (1, 1, 1)}))
    reported = ReportedSums("mart_enrolment_by_agency", {"male_count": "school_count"})
    (row,) = rows_of(warehouse, agency_totals_statement(replace(ENROLMENT, reported=reported), ""))
    assert (row["school_count"], row["figure_school_count"]) == (2, 3)


@pytest.mark.parametrize(
    ("form", "figures", "school_count"),
    [(ENROLMENT, [11, 30], 2), (BOYS, [5, None], 1), (NAMES, [None, None], 2)],
    ids=lambda value: value.code if isinstance(value, Form) else None,
)
def test_what_counts_elsewhere_is_told_by_the_forms_own_figure(
    warehouse: Warehouse, form: Form, figures: list[int | None], school_count: int
) -> None:
    warehouse.load(make_enrolment(SHARED))
    warehouse.load(make_enrolment(SHARED, agency="area2"))
    called(warehouse, form)
    statement = schools_elsewhere_statement([ENROLMENT, BOYS, NAMES, FORMS["school_register"]])
    for agencies in (None, ["area1", "area2"]):
        rows = rows_of(warehouse, statement, agencies)
        assert [(row["form_code"], row["agency_code"]) for row in rows] == [(form.code, "area1")] * 2
        assert [row["figure"] for row in rows] == figures
        assert {row["school_count"] for row in rows} == {school_count}


@pytest.mark.parametrize(
    ("form", "thai", "english", "figures", "totals"),
    [
        (
            BOYS,
            "ส่วนชาย 5 คนในข้อมูลของ สพป.ตัวอย่าง เขต 1 ไม่รวมในยอด",
            "and 5 persons (male) in the return of",
            {"male_count": 5},
            [("boys", "area1", {"male_count": 0}), ("boys", "area2", {"male_count": 5})],
        ),
        (
            NAMES,
            "ส่วนรายการในข้อมูลของ สพป.ตัวอย่าง เขต 1 ไม่รวมในยอด",
            "and entries in the return of",
            {},
            [],
        ),
    ],
    ids=["counting something else", "counting nothing"],
)
def test_a_run_says_in_the_forms_words_what_its_sums_lack(  # noqa: PLR0917 - what is expected
    warehouse: Warehouse,
    monkeypatch: pytest.MonkeyPatch,
    form: Form,
    thai: str,
    english: str,
    figures: dict[str, float],
    totals: list[tuple[str, str, dict[str, float]]],
) -> None:
    monkeypatch.setitem(FORMS, form.code, form)
    warehouse.load(make_enrolment(SHARED))
    outcome = warehouse.load(make_enrolment(SHARED, agency="area2"))
    called(warehouse, form)
    said = dict(compare_returns([replace(outcome, form=form.code)], warehouse.engine).results)
    issues = {issue.code: issue for issue in said[("area1", form.code, "", "2563-1"), 1]}
    assert issues.keys() == {"CR001", "CR002"}
    assert thai in issues["CR001"].message_th
    assert english in issues["CR001"].message_en
    with warehouse.engine.connect() as connection:
        (left,) = left_out(connection, "2563-1", None)
        found = agency_totals(connection, "2563-1")
    assert (left.form, left.figures, len(left.schools)) == (form.code, figures, 2)
    assert [(each.form, each.agency_code, each.figures) for each in found] == totals


def test_returns_of_each_form_are_looked_through_for_a_figure(warehouse: Warehouse) -> None:
    blank: Figures = {("50010001", "P1"): (None, HIDDEN, None)}
    warehouse.load(make_enrolment(blank))
    called(warehouse, BOYS)
    warehouse.load(make_register(Entry("50010001")))
    warehouse.load(make_enrolment(blank, agency="area2"))
    warehouse.load(make_enrolment({("50010002", "P1"): (None, None, 1)}, agency="area3"))
    statement = text(without_figures_statement([FORMS["school_register"], ENROLMENT, BOYS]))
    with warehouse.engine.connect() as connection:
        found = connection.execute(statement, {"period": "2563-1"}).all()
    assert sorted(row.agency_code for row in found) == ["area1", "area2"]


@pytest.mark.parametrize(
    "form",
    [
        replace(ENROLMENT, code="x' OR '1' = '1"),
        replace(ENROLMENT, reported=ReportedSums("mart; DROP TABLE x", {"male_count": "male_count"})),
        replace(ENROLMENT, reported=ReportedSums("mart_x", {"male_count": "male count"})),
    ],
    ids=["form", "mart", "column"],
)
def test_what_is_no_name_never_comes_into_a_statement(form: Form) -> None:
    with pytest.raises(ValueError, match="is no name of a form, a table or a column"):
        agency_totals_statement(form, "")
