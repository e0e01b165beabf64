"""Who works at a school, by role: its roles are words that head lists of persons elsewhere."""

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from schemas.fact_model import FactModel, dimension, mark_field, meaning, value_field
from schemas.fields import PERSONS, Bilingual, Code, Count, Name, SchoolCode
from schemas.form import Form
from schemas.periods import PeriodKind
from schemas.sheet_schema import RowCheck
from schemas.sums import Counted, Sums

CREW = Bilingual("บุคลากร", "crew")


class CrewFact(FactModel):
    """Persons of one role at one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("school") | meaning("โรงเรียนที่ตัวเลขนี้กล่าวถึง"), title="โรงเรียน", description="School"
    )
    role_code: Series[pd.CategoricalDtype] = pa.Field(
        metadata=dimension("role") | meaning("ตำแหน่งของบุคลากร"),
        title="ตำแหน่ง",
        description="Role of the crew",
    )
    crew_count: Series[pd.Int32Dtype] = value_field(
        "บุคลากร",
        Bilingual("จำนวนบุคลากรในตำแหน่งนี้", "Number of persons of the role"),
        unit=PERSONS,
        mark_column="crew_mark_code",
        low=0,
    )
    crew_mark_code: Series[pd.CategoricalDtype] = mark_field("บุคลากร", CREW)


def _one_director(sheet: pd.DataFrame) -> "pd.Series[bool]":
    return ~((sheet["role_code"] == "HEAD") & (sheet["crew_count"] > 1))


FIELDS = (
    SchoolCode("school_code"),
    Name("school_name"),
    Code("role_code", "role"),
    Count("crew_count", PERSONS, Bilingual("บุคลากร", "Crew"), high=5_000),
)
FORM = Form(
    code="crew",
    name_th="จำนวนบุคลากร",
    name_en="Crew",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=FIELDS,
    fact_models={"fact_crew": CrewFact},
    row_key=("school_code", "role_code"),
    row_checks=(RowCheck("RO901", "crew_count", _one_director),),
    figure="crew_count",
    sums=(
        Sums(
            "fact_crew",
            ("role_code",),
            (Counted(Bilingual("บุคลากร", "crew"), ("crew_count",), "crew_missing_count"),),
        ),
    ),
)
