"""Pupils and classrooms by school, grade and sex."""

from collections.abc import Mapping

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.schemas.codes import grade_codes
from edusandbox.schemas.fact_model import (
    MARK_SAYS_WHY,
    NULL_IS_NOT_ZERO,
    PERSONS,
    ROOMS,
    MarkedCountModel,
    dimension,
    meaning,
)
from edusandbox.schemas.form import Form
from edusandbox.schemas.sheet_model import SchoolSheet
from edusandbox.transforms.counts import CellKind

COUNTS = ("male_count", "female_count", "pupil_total", "classroom_count")
IMPLAUSIBLE_COUNT = 20_000
MARKS = pd.Index(["x", "c"])
SEXES = pd.Index(["male", "female"])


class EnrolmentFact(MarkedCountModel):
    """Pupils of one school, grade and sex."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียนที่ตัวเลขนี้กล่าวถึง"),
        title="โรงเรียน",
        description="School that the figure is about",
    )
    grade_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("grade") | meaning("ชั้นเรียนที่ตัวเลขนี้กล่าวถึง"),
        title="ชั้น",
        description="Grade that the figure is about",
    )
    sex_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("sex") | meaning("เพศของนักเรียน"), title="เพศ", description="Sex of the pupils"
    )
    pupil_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True,
        ge=0,
        title="จำนวนนักเรียน",
        description="Number of pupils",
        metadata=meaning(
            "จำนวนนักเรียน",
            unit=PERSONS,
            mark_column="mark_code",
            missing=MARK_SAYS_WHY,
            warning=NULL_IS_NOT_ZERO,
        ),
    )


class ClassroomFact(MarkedCountModel):
    """Classrooms of one school and grade."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียนที่ตัวเลขนี้กล่าวถึง"),
        title="โรงเรียน",
        description="School that the figure is about",
    )
    grade_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("grade") | meaning("ชั้นเรียนที่ตัวเลขนี้กล่าวถึง"),
        title="ชั้น",
        description="Grade that the figure is about",
    )
    classroom_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True,
        ge=0,
        title="จำนวนห้องเรียน",
        description="Number of classrooms",
        metadata=meaning(
            "จำนวนห้องเรียน",
            unit=ROOMS,
            mark_column="mark_code",
            missing=MARK_SAYS_WHY,
            warning=NULL_IS_NOT_ZERO,
        ),
    )


class EnrolmentSheet(SchoolSheet):
    """The sender's contract: one row a school and grade, counts as declared."""

    grade_code: Series[str] = pa.Field(nullable=True)
    male_count: Series[float] = pa.Field(nullable=True)
    female_count: Series[float] = pa.Field(nullable=True)
    pupil_total: Series[float] = pa.Field(nullable=True)
    classroom_count: Series[float] = pa.Field(nullable=True)

    @pa.check(*COUNTS, error="VA002")
    @classmethod
    def counts_are_not_negative(cls, counts: "pd.Series[float]") -> "pd.Series[bool]":
        """A count is zero or more."""
        return counts >= 0

    @pa.check(*COUNTS, error="VA003")
    @classmethod
    def counts_are_whole(cls, counts: "pd.Series[float]") -> "pd.Series[bool]":
        """A count is a whole number."""
        return counts % 1 == 0

    @pa.check(*COUNTS, error="VA007")
    @classmethod
    def counts_are_plausible(cls, counts: "pd.Series[float]") -> "pd.Series[bool]":
        """No grade of one school, nor a subtotal of it, reaches this."""
        return counts < IMPLAUSIBLE_COUNT

    @pa.dataframe_check(error="SU001 pupil_total")
    @classmethod
    def total_is_boys_plus_girls(cls, sheet: pd.DataFrame) -> "pd.Series[bool]":
        """Where all three are readable."""
        expected = sheet["male_count"] + sheet["female_count"]
        return (sheet["pupil_total"] == expected) | sheet["pupil_total"].isna() | expected.isna()

    @pa.dataframe_check(error="RO002 classroom_count")
    @classmethod
    def classrooms_have_pupils(cls, sheet: pd.DataFrame) -> "pd.Series[bool]":
        """DMC flags a room with no pupils (DOMAIN 2.4)."""
        return ~((sheet["classroom_count"] > 0) & (_pupils(sheet) == 0) & _is_grade(sheet))

    @pa.dataframe_check(error="RO003 classroom_count")
    @classmethod
    def pupils_have_a_classroom(cls, sheet: pd.DataFrame) -> "pd.Series[bool]":
        """Small schools teach grades together but still report a room for each."""
        return ~((sheet["classroom_count"] == 0) & (_pupils(sheet) > 0) & _is_grade(sheet))

    @pa.dataframe_check(error="RO004 classroom_count")
    @classmethod
    def classrooms_do_not_outnumber_pupils(cls, sheet: pd.DataFrame) -> "pd.Series[bool]":
        """A slipped column shows here."""
        pupils = _pupils(sheet)
        return ~((sheet["classroom_count"] > pupils) & (pupils > 0) & _is_grade(sheet))


def _pupils(sheet: pd.DataFrame) -> "pd.Series[float]":
    return sheet["male_count"] + sheet["female_count"]


def _is_grade(sheet: pd.DataFrame) -> "pd.Series[bool]":
    return sheet["grade_code"].isin(grade_codes())


def to_facts(sheet: pd.DataFrame) -> Mapping[str, pd.DataFrame]:
    """Makes `fact_enrolment` and `fact_classroom` from a Sheet frame without faulty rows.

    Totals over grades are evidence, not facts. A cell left blank in a grade that is taught is a fact without
    a count, marked `x`. A table without a column for a count (a sheet of boys) says nothing of it.
    """
    grades = sheet[_is_grade(sheet)]
    # One list of schools for all: two that differ would be no categories any more once put together.
    grades = grades.assign(school_code=grades["school_code"].astype("category"))
    boys = _count_facts(grades[grades["male_count_column"] > 0], "male_count", "pupil_count", sex_code="male")
    girls = _count_facts(
        grades[grades["female_count_column"] > 0], "female_count", "pupil_count", sex_code="female"
    )
    rooms = _count_facts(grades[grades["classroom_count_column"] > 0], "classroom_count", "classroom_count")
    return {"fact_enrolment": pd.concat([boys, girls]), "fact_classroom": rooms}


def _count_facts(sheet: pd.DataFrame, field: str, name: str, sex_code: str | None = None) -> pd.DataFrame:
    kinds = sheet[f"{field}_kind"].to_numpy()
    is_missing = (kinds == CellKind.BLANK) | (kinds == CellKind.UNKNOWN)
    marks = np.select([is_missing, kinds == CellKind.HIDDEN], [0, 1], default=-1)
    facts = {
        "source_sheet_number": sheet["source_sheet_number"],
        "source_row": sheet["source_row"],
        "source_column": sheet[f"{field}_column"],
        "mark_code": pd.Categorical.from_codes(marks, categories=MARKS),
        "school_code": sheet["school_code"].astype("category"),
        "grade_code": pd.Categorical(sheet["grade_code"], categories=grade_codes()),
        name: sheet[field].astype("Int32"),
    }
    if sex_code is not None:
        codes = np.full(len(sheet), SEXES.get_loc(sex_code), dtype=np.int8)
        facts["sex_code"] = pd.Categorical.from_codes(codes, categories=SEXES)
    return pd.DataFrame(facts, index=sheet.index)


FORM = Form(
    code="enrolment",
    name_th="จำนวนนักเรียน",
    name_en="Enrolment",
    sheet_model=EnrolmentSheet,
    fact_models={"fact_enrolment": EnrolmentFact, "fact_classroom": ClassroomFact},
    to_facts=to_facts,
    row_key=("school_code", "grade_code"),
    counts=COUNTS,
)
