"""Sums follow from what a form declares of them, and a declaration that cannot be added up is refused."""

from typing import Any

import pandas as pd
import pandera.pandas as pa
import pytest
from pandera.typing import Series

from schemas.catalogue import FORMS
from schemas.codes import code_rows, grade_codes
from schemas.fact_model import FactModel, dimension, meaning
from schemas.fact_rows import MARKS
from schemas.fields import Bilingual
from schemas.forms.enrolment import EnrolmentFact
from schemas.sums import Counted, Sums, SumTable
from tests.warehouse.builders import HIDDEN, make_enrolment

SEXES = tuple(row["sex_code"] for row in code_rows("sex"))


class LoanFact(FactModel):
    """Two codes beside the school, a count with marks and one without."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school"))
    grade_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("grade"))
    sex_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("sex"))
    loan_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True, metadata=meaning("ของที่ยืม", mark_column="loan_mark_code")
    )
    loan_mark_code: Series[pd.CategoricalDtype] = pa.Field(nullable=True)
    book_count: Series[pd.Int32Dtype] = pa.Field(nullable=True)


BOTH = ("grade_code", "sex_code")
THINGS = Bilingual("ของ", "things")
LOANS = Counted(THINGS, ("loan_count",), "missing_count", hidden="hidden_count")
BOOKS = Counted(THINGS, ("book_count",), "book_missing_count")


def loans(*rows: tuple[str, str, str, int | None, str | None, int | None]) -> pd.DataFrame:
    schools, grades, sexes, counts, marks, books = zip(*rows, strict=True)
    return pd.DataFrame(
        {
            "school_code": pd.Categorical(schools),
            "grade_code": pd.Categorical(grades, categories=grade_codes()),
            "sex_code": pd.Categorical(sexes, categories=SEXES),
            "loan_count": pd.array(counts, dtype="Int32"),
            "loan_mark_code": pd.Categorical(marks, categories=MARKS),
            "book_count": pd.array(books, dtype="Int32"),
        }
    )


def test_sums_over_two_codes_have_a_row_for_each_pair_that_there_is() -> None:
    table = SumTable(Sums("fact_loan", BOTH, (LOANS, BOOKS)), LoanFact)
    assert table.name == "fact_loan_by_grade_sex"
    facts = loans(
        ("1", "P2", "male", 3, None, None),
        ("2", "P2", "male", None, "c", 5),
        ("1", "P1", "female", None, "x", 0),
        ("2", "P1", "female", None, "z", 1),
    )
    found = table.schema.validate(table.added_up(facts))
    assert found.astype("object").where(found.notna(), None).to_numpy().tolist() == [
        ["P1", "female", 2, None, 1, 0, 1, 0],
        ["P2", "male", 2, 3, 1, 1, 5, 1],
    ]


def test_what_enrolment_declares_is_valid_under_its_own_contract() -> None:
    submission = make_enrolment(
        {
            ("50010001", "P1"): (3, None, 1),
            ("50010002", "P1"): (HIDDEN, 4, None),
            ("50010002", "K1"): (0, 0, 1),
        }
    )
    (table,) = FORMS["enrolment"].sum_tables
    found = table.schema.validate(submission.sums[table.name])
    assert found.columns.tolist() == [*table.schema.columns]
    assert found["grade_code"].tolist() == ["K1", "P1"]
    assert found["pupil_count"].tolist() == [0, 7]
    assert found[["missing_count", "hidden_count"]].to_numpy().tolist() == [[0, 0], [2, 1]]


def test_no_facts_have_no_sums() -> None:
    table = SumTable(Sums("fact_loan", BOTH, (LOANS,)), LoanFact)
    nothing = loans(("1", "P1", "male", 1, None, 1)).iloc[:0]
    assert table.schema.validate(table.added_up(nothing)).empty


@pytest.mark.parametrize(
    ("over", "counted", "said"),
    [
        (("grade_code",), (LOANS,), "must be over all of its key"),
        (BOTH, (Counted(THINGS, ("pen_count",), "missing_count"),), "of counts that it has"),
        (
            BOTH,
            (LOANS, Counted(THINGS, ("book_count",), "missing_count")),
            "two sums of fact_loan have one name",
        ),
        (BOTH, (Counted(THINGS, ("loan_count", "book_count"), "missing_count"),), "several parts need a sum"),
        (
            BOTH,
            (Counted(THINGS, ("book_count",), "missing_count", hidden="hidden_count"),),
            "hidden cells marks",
        ),
    ],
)
def test_a_declaration_that_cannot_be_added_up_is_refused(
    over: tuple[str, ...], counted: tuple[Counted, ...], said: str
) -> None:
    with pytest.raises(ValueError, match=said):
        SumTable(Sums("fact_loan", over, counted), LoanFact)


def test_the_facts_of_enrolment_have_marks_for_each_count() -> None:
    declared: Any = FORMS["enrolment"].sums[0]
    table = SumTable(declared, EnrolmentFact)
    assert table.marks == {
        name: f"{name.removesuffix('_count')}_mark_code"
        for name in ("male_count", "female_count", "classroom_count")
    }
