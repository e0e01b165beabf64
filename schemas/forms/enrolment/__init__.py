"""Pupils and classrooms by school, grade and sex."""

from typing import Any

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.codes import grade_codes
from schemas.fact_model import (
    MARK_SAYS_WHY,
    NULL_IS_NOT_ZERO,
    FactModel,
    dimension,
    mark_field,
    meaning,
)
from schemas.fields import (
    PERSONS,
    ROOMS,
    Bilingual,
    Code,
    Count,
    Identifier,
    Name,
    Noun,
    SchoolCode,
)
from schemas.form import Form
from schemas.periods import PeriodKind
from schemas.reported import ReportedSums
from schemas.sheet_schema import RowCheck
from schemas.sums import Counted, Sums

IMPLAUSIBLE_COUNT = 20_000
"""No grade of one school, nor a subtotal of it, reaches this."""
MALE = Count("male_count", PERSONS, Bilingual("ชาย", "Male"), high=IMPLAUSIBLE_COUNT)
FEMALE = Count("female_count", PERSONS, Bilingual("หญิง", "Female"), high=IMPLAUSIBLE_COUNT)
CLASSROOMS = Count("classroom_count", ROOMS, Bilingual("ห้องเรียน", "Classrooms"), high=IMPLAUSIBLE_COUNT)
_BOYS = Bilingual("นักเรียนชาย", "male pupils")
_GIRLS = Bilingual("นักเรียนหญิง", "female pupils")
_CLASSROOMS = Bilingual("ห้องเรียน", "classrooms")


def _count_field(title: str, thing: Bilingual, unit: Bilingual, mark_column: str) -> Any:  # noqa: ANN401 - as pandera's own
    return pa.Field(
        nullable=True,
        ge=0,
        title=title,
        description=f"Number of {thing.en}",
        metadata=meaning(
            f"จำนวน{thing.th}",
            unit=unit,
            mark_column=mark_column,
            missing=Bilingual(
                MARK_SAYS_WHY.th.replace("mark_code", mark_column),
                MARK_SAYS_WHY.en.replace("mark_code", mark_column),
            ),
            warning=NULL_IS_NOT_ZERO,
        ),
    )


class EnrolmentFact(FactModel):
    """Pupils by sex, and classrooms, of one school and grade."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียนที่ตัวเลขนี้กล่าวถึง"),
        title="โรงเรียน",
        description="School that the figures are about",
    )
    grade_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("grade") | meaning("ชั้นเรียนที่ตัวเลขนี้กล่าวถึง"),
        title="ชั้น",
        description="Grade that the figures are about",
    )
    male_count: Series[pd.Int32Dtype] = _count_field("นักเรียนชาย", _BOYS, PERSONS, "male_mark_code")
    male_mark_code: Series[pd.CategoricalDtype] = mark_field("ชาย", _BOYS)
    female_count: Series[pd.Int32Dtype] = _count_field("นักเรียนหญิง", _GIRLS, PERSONS, "female_mark_code")
    female_mark_code: Series[pd.CategoricalDtype] = mark_field("หญิง", _GIRLS)
    classroom_count: Series[pd.Int32Dtype] = _count_field(
        "จำนวนห้องเรียน", _CLASSROOMS, ROOMS, "classroom_mark_code"
    )
    classroom_mark_code: Series[pd.CategoricalDtype] = mark_field("ห้อง", _CLASSROOMS)


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
        MALE,
        FEMALE,
        Count(
            "pupil_total",
            PERSONS,
            Bilingual("รวม", "Pupils"),
            high=IMPLAUSIBLE_COUNT,
            made_of=("male_count", "female_count"),
            noun=Noun("นักเรียน", "pupil", "pupils"),
        ),
        CLASSROOMS,
        Identifier("agency_code"),
        Name("agency_name"),
        Identifier("academic_year"),
        Identifier("semester"),
        Name("round_name"),
    ),
    fact_models={"fact_enrolment": EnrolmentFact},
    row_key=("school_code", "grade_code"),
    row_checks=(
        RowCheck("RO002", "classroom_count", _classrooms_have_pupils),
        RowCheck("RO003", "classroom_count", _pupils_have_a_classroom),
        RowCheck("RO004", "classroom_count", _classrooms_do_not_outnumber_pupils),
    ),
    figure="pupil_total",
    reported=ReportedSums(
        "mart_enrolment_by_agency",
        {
            "male_count": "male_count",
            "female_count": "female_count",
            "pupil_total": "pupil_count",
            "classroom_count": "classroom_count",
        },
    ),
    sums=(
        Sums(
            "fact_enrolment",
            over=("grade_code",),
            counted=(
                Counted(
                    Bilingual("นักเรียน", "pupils"),
                    ("male_count", "female_count"),
                    missing="missing_count",
                    hidden="hidden_count",
                    together="pupil_count",
                ),
                Counted(
                    _CLASSROOMS,
                    ("classroom_count",),
                    missing="classroom_missing_count",
                    hidden="classroom_hidden_count",
                ),
            ),
        ),
    ),
)
