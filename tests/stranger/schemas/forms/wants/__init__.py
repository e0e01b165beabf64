"""Pupils in want, by what they lack: its first entry is no total, since a pupil may lack several things."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, mark_field, meaning
from edusandbox.schemas.fields import PERSONS, Bilingual, Code, Count, SchoolCode
from edusandbox.schemas.form import Form
from edusandbox.transforms.facts import FactRows, gather_facts

WANTS = tuple(row["want_code"] for row in code_rows("want"))
ROW_KEY = ("school_code", "want_code")
PUPILS = Bilingual("นักเรียน", "pupils")


class WantFact(FactModel):
    """Pupils of one school who lack one thing."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    want_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("want") | meaning("ความขาดแคลน"))
    pupil_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("จำนวนนักเรียน"))
    pupil_mark_code: Series[pd.CategoricalDtype] = mark_field("นักเรียน", PUPILS)


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes `fact_want` from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["want_code"].isin(WANTS)]
    rows = rows.assign(
        school_code=rows["school_code"].astype("category"),
        want_code=pd.Categorical(rows["want_code"], categories=WANTS),
    )
    return {"fact_want": gather_facts(rows, ROW_KEY, ["pupil_count"])}


FORM = Form(
    code="wants",
    name_th="นักเรียนขาดแคลน",
    name_en="Pupils in want",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Code("want_code", "want"),
        Count("pupil_count", PERSONS, Bilingual("นักเรียน", "Pupils"), high=5_000),
    ),
    fact_models={"fact_want": WantFact},
    to_facts=to_facts,
    row_key=ROW_KEY,
    figure="pupil_count",
)
