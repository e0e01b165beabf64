"""Pupils by eyesight and grade: rows of categories, the first of them the total, and columns of grades."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import FactModel, dimension, mark_field, meaning
from schemas.fields import PERSONS, Bilingual, Code, Count, SchoolCode
from schemas.form import Form
from schemas.periods import PeriodKind

ROW_KEY = ("school_code", "sight_code", "grade_code")
PUPILS = Bilingual("นักเรียน", "pupils")


class SightFact(FactModel):
    """Pupils of one school, eyesight and grade."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียน"), title="โรงเรียน", description="School"
    )
    sight_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("sight") | meaning("ระดับสายตา"), title="ระดับสายตา", description="Eyesight"
    )
    grade_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("grade") | meaning("ชั้น"), title="ชั้น", description="Grade"
    )
    pupil_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True,
        ge=0,
        metadata=meaning("จำนวนนักเรียน", mark_column="pupil_mark_code"),
        title="จำนวนนักเรียน",
        description="Number of pupils",
    )
    pupil_mark_code: Series[pd.CategoricalDtype] = mark_field("นักเรียน", PUPILS)


FIELDS = (
    SchoolCode("school_code"),
    Code("sight_code", "sight"),
    Code("grade_code", "grade"),
    Count("pupil_count", PERSONS, Bilingual("นักเรียน", "Pupils"), high=5_000),
)
FORM = Form(
    code="sights",
    name_th="สายตานักเรียน",
    name_en="Eyesight",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_sight": SightFact},
    row_key=ROW_KEY,
    figure="pupil_count",
)
