"""Pupils in want, by what they lack: its first entry is no total, since a pupil may lack several things."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import FactModel, dimension, mark_field, meaning
from schemas.fields import PERSONS, Bilingual, Code, Count, SchoolCode
from schemas.form import Form
from schemas.periods import PeriodKind

ROW_KEY = ("school_code", "want_code")
PUPILS = Bilingual("นักเรียน", "pupils")


class WantFact(FactModel):
    """Pupils of one school who lack one thing."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียน"), title="โรงเรียน", description="School"
    )
    want_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("want") | meaning("ความขาดแคลน"),
        title="ความขาดแคลน",
        description="What the pupils lack",
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
    Code("want_code", "want"),
    Count("pupil_count", PERSONS, Bilingual("นักเรียน", "Pupils"), high=5_000),
)
FORM = Form(
    code="wants",
    name_th="นักเรียนขาดแคลน",
    name_en="Pupils in want",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_want": WantFact},
    row_key=ROW_KEY,
    figure="pupil_count",
)
