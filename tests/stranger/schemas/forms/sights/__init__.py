"""Pupils by eyesight and grade: rows of categories, the first of them the total, and columns of grades."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows, grade_codes
from edusandbox.schemas.fact_model import FactModel, dimension, mark_field, meaning
from edusandbox.schemas.fields import PERSONS, Bilingual, Code, Count, SchoolCode
from edusandbox.schemas.form import Form
from edusandbox.transforms.facts import FactRows, gather_facts

SIGHTS = tuple(row["sight_code"] for row in code_rows("sight"))
ROW_KEY = ("school_code", "sight_code", "grade_code")
PUPILS = Bilingual("นักเรียน", "pupils")


class SightFact(FactModel):
    """Pupils of one school, eyesight and grade."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    sight_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("sight") | meaning("ระดับสายตา"))
    grade_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("grade") | meaning("ชั้น"))
    pupil_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("จำนวนนักเรียน"))
    pupil_mark_code: Series[pd.CategoricalDtype] = mark_field("นักเรียน", PUPILS)


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes `fact_sight` from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["sight_code"].isin(SIGHTS) & sheet["grade_code"].isin(grade_codes())]
    rows = rows.assign(
        school_code=rows["school_code"].astype("category"),
        sight_code=pd.Categorical(rows["sight_code"], categories=SIGHTS),
        grade_code=pd.Categorical(rows["grade_code"], categories=grade_codes()),
    )
    return {"fact_sight": gather_facts(rows, ROW_KEY, ["pupil_count"])}


FORM = Form(
    code="sights",
    name_th="สายตานักเรียน",
    name_en="Eyesight",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Code("sight_code", "sight"),
        Code("grade_code", "grade"),
        Count("pupil_count", PERSONS, Bilingual("นักเรียน", "Pupils"), high=5_000),
    ),
    fact_models={"fact_sight": SightFact},
    to_facts=to_facts,
    row_key=ROW_KEY,
    figure="pupil_count",
)
