"""Pupils and classrooms by school, grade and sex."""

import numpy as np
import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import grade_codes
from edusandbox.schemas.fact_model import (
    MARK_SAYS_WHY,
    NULL_IS_NOT_ZERO,
    MarkedCountModel,
    SumModel,
    dimension,
    meaning,
)
from edusandbox.schemas.fields import (
    PERSONS,
    ROOMS,
    Bilingual,
    Code,
    Count,
    Identifier,
    Name,
    SchoolCode,
)
from edusandbox.schemas.form import Form, Frames
from edusandbox.schemas.sheet_schema import RowCheck
from edusandbox.schemas.sums import SumsByCode, has_code, is_code, schools_of
from edusandbox.transforms.counts import CellKind

IMPLAUSIBLE_COUNT = 20_000
"""No grade of one school, nor a subtotal of it, reaches this."""
MARKS = pd.Index(["x", "c"])
SEXES = pd.Index(["male", "female"])
_OF_FACTS = (
    *("source_sheet_number", "source_row", "school_code", "grade_code"),
    *("male_count", "male_count_column", "male_count_kind"),
    *("female_count", "female_count_column", "female_count_kind"),
    *("classroom_count", "classroom_count_column", "classroom_count_kind"),
)
"""What facts are made of: texts of the other columns are not copied with them."""


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


class EnrolmentByGrade(SumModel):
    """Pupils and classrooms of all schools of a submission by grade; the dictionary's own lines say more."""

    grade_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("grade"))
    school_count: Series[np.int32] = pa.Field(ge=1)
    male_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0)
    female_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0)
    pupil_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0)
    missing_count: Series[np.int32] = pa.Field(ge=0)
    hidden_count: Series[np.int32] = pa.Field(ge=0)
    classroom_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0)
    classroom_missing_count: Series[np.int32] = pa.Field(ge=0)
    classroom_hidden_count: Series[np.int32] = pa.Field(ge=0)


def _classrooms_have_pupils(sheet: pd.DataFrame) -> "pd.Series[bool]":
    """DMC flags a room with no pupils (DOMAIN 2.4)."""
    return ~((sheet["classroom_count"] > 0) & (_pupils(sheet) == 0) & _is_grade(sheet))


def _pupils_have_a_classroom(sheet: pd.DataFrame) -> "pd.Series[bool]":
    """Small schools teach grades together but still report a room for each."""
    return ~((sheet["classroom_count"] == 0) & (_pupils(sheet) > 0) & _is_grade(sheet))


def _classrooms_do_not_outnumber_pupils(sheet: pd.DataFrame) -> "pd.Series[bool]":
    """A slipped column shows here."""
    pupils = _pupils(sheet)
    return ~((sheet["classroom_count"] > pupils) & (pupils > 0) & _is_grade(sheet))


def _pupils(sheet: pd.DataFrame) -> "pd.Series[float]":
    return sheet["male_count"] + sheet["female_count"]


def _is_grade(sheet: pd.DataFrame) -> "pd.Series[bool]":
    return sheet["grade_code"].isin(grade_codes())


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Frames:
    """Makes `fact_enrolment` and `fact_classroom` from the rows of a Sheet frame that are without fault.

    Totals over grades are evidence, not facts. A cell left blank in a grade that is taught is a fact without
    a count, marked `x`. A table without a column for a count (a sheet of boys) says nothing of it.
    """
    grades = sheet[list(_OF_FACTS)][is_sound & _is_grade(sheet)]
    grades = grades.assign(
        # One list of schools for all: two that differ would be no categories any more once put together.
        school_code=grades["school_code"].astype("category"),
        grade_code=pd.Categorical(grades["grade_code"], categories=grade_codes()),
    )
    boys = _count_facts(grades, "male_count", "pupil_count", sex_code="male")
    girls = _count_facts(grades, "female_count", "pupil_count", sex_code="female")
    rooms = _count_facts(grades, "classroom_count", "classroom_count")
    return {"fact_enrolment": pd.concat([boys, girls]), "fact_classroom": rooms}


def _count_facts(grades: pd.DataFrame, field: str, name: str, sex_code: str | None = None) -> pd.DataFrame:
    sheet = grades[grades[f"{field}_column"] > 0]
    kinds = sheet[f"{field}_kind"].to_numpy()
    is_missing = (kinds == CellKind.BLANK) | (kinds == CellKind.UNKNOWN)
    marks = np.select([is_missing, kinds == CellKind.HIDDEN], [0, 1], default=-1)
    facts = {
        "source_sheet_number": sheet["source_sheet_number"],
        "source_row": sheet["source_row"],
        "source_column": sheet[f"{field}_column"],
        "mark_code": pd.Categorical.from_codes(marks, categories=MARKS),
        "school_code": sheet["school_code"],
        "grade_code": sheet["grade_code"],
        name: sheet[field].astype("Int32"),
    }
    if sex_code is not None:
        codes = np.full(len(sheet), SEXES.get_loc(sex_code), dtype=np.int8)
        facts["sex_code"] = pd.Categorical.from_codes(codes, categories=SEXES)
    return pd.DataFrame(facts, index=sheet.index)


def to_sums(facts: Frames) -> Frames:
    """Makes `fact_enrolment_by_grade` from the facts of one submission: one row a grade that has any."""
    grades, schools = pd.Index(grade_codes()), schools_of(list(facts.values()))
    pupils, rooms = facts["fact_enrolment"], facts["fact_classroom"]
    of_pupils, of_rooms = (SumsByCode(table, "grade_code", grades) for table in (pupils, rooms))
    has_school = of_pupils.has_school(schools) | of_rooms.has_school(schools)
    sums = {
        "grade_code": pd.Categorical(grades, categories=grades),
        "school_count": has_school.sum(axis=1, dtype="int32"),
        "male_count": of_pupils.sum("pupil_count", is_code(pupils["sex_code"], "male")),
        "female_count": of_pupils.sum("pupil_count", is_code(pupils["sex_code"], "female")),
        "pupil_count": of_pupils.sum("pupil_count"),
        "missing_count": of_pupils.count(has_code(pupils["mark_code"])),
        "hidden_count": of_pupils.count(is_code(pupils["mark_code"], "c")),
        "classroom_count": of_rooms.sum("classroom_count"),
        "classroom_missing_count": of_rooms.count(has_code(rooms["mark_code"])),
        "classroom_hidden_count": of_rooms.count(is_code(rooms["mark_code"], "c")),
    }
    is_taught = has_school.any(axis=1)
    taught = {name: column[is_taught] for name, column in sums.items()}
    return {"fact_enrolment_by_grade": pd.DataFrame(taught)}


FORM = Form(
    code="enrolment",
    name_th="จำนวนนักเรียน",
    name_en="Enrolment",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Name("school_name"),
        Code("grade_code", "grade"),
        Code("sex_code", "sex"),
        Count("male_count", PERSONS, Bilingual("ชาย", "Male"), high=IMPLAUSIBLE_COUNT),
        Count("female_count", PERSONS, Bilingual("หญิง", "Female"), high=IMPLAUSIBLE_COUNT),
        Count(
            "pupil_total",
            PERSONS,
            Bilingual("รวม", "Pupils"),
            high=IMPLAUSIBLE_COUNT,
            made_of=("male_count", "female_count"),
        ),
        Count("classroom_count", ROOMS, Bilingual("ห้องเรียน", "Classrooms"), high=IMPLAUSIBLE_COUNT),
        Identifier("agency_code"),
        Name("agency_name"),
        Identifier("academic_year"),
        Identifier("semester"),
        Name("round_name"),
    ),
    fact_models={"fact_enrolment": EnrolmentFact, "fact_classroom": ClassroomFact},
    to_facts=to_facts,
    row_key=("school_code", "grade_code"),
    row_checks=(
        RowCheck("RO002", "classroom_count", _classrooms_have_pupils),
        RowCheck("RO003", "classroom_count", _pupils_have_a_classroom),
        RowCheck("RO004", "classroom_count", _classrooms_do_not_outnumber_pupils),
    ),
    figure="pupil_count",
    sum_models={"fact_enrolment_by_grade": EnrolmentByGrade},
    to_sums=to_sums,
)
