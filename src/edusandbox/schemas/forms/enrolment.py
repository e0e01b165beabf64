"""Pupils and classrooms by school, grade and sex."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.schemas.fact_model import MarkedCountModel, dimension


class EnrolmentFact(MarkedCountModel):
    """Pupils of one school, grade and sex."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school"), title="โรงเรียน", description="School"
    )
    grade_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("grade"), title="ชั้น", description="Grade"
    )
    sex_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("sex"), title="เพศ", description="Sex"
    )
    pupil_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True, ge=0, title="จำนวนนักเรียน", description="Pupils (persons)"
    )


class ClassroomFact(MarkedCountModel):
    """Classrooms of one school and grade."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school"), title="โรงเรียน", description="School"
    )
    grade_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("grade"), title="ชั้น", description="Grade"
    )
    classroom_count: Series[pd.Int32Dtype] = pa.Field(
        nullable=True, ge=0, title="จำนวนห้องเรียน", description="Classrooms (rooms)"
    )
