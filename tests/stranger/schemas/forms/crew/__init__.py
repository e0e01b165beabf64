"""Who works at a school, by role: its roles are words that head lists of persons elsewhere."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, meaning
from edusandbox.schemas.fields import PERSONS, Bilingual, Code, Count, Name, SchoolCode
from edusandbox.schemas.form import Form
from edusandbox.schemas.sheet_schema import RowCheck
from edusandbox.transforms.facts import FactRows

ROLES = tuple(row["role_code"] for row in code_rows("role"))


class CrewFact(FactModel):
    """Persons of one role at one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    role_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("role") | meaning("ตำแหน่ง"))
    crew_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("จำนวนคน"))


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes `fact_crew` from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["role_code"].isin(ROLES)]
    facts = rows[["source_sheet_number", "source_row"]].assign(
        school_code=rows["school_code"].astype("category"),
        role_code=pd.Categorical(rows["role_code"], categories=ROLES),
        crew_count=rows["crew_count"].astype("Int32"),
    )
    return {"fact_crew": FactRows(facts)}


def _one_director(sheet: pd.DataFrame) -> "pd.Series[bool]":
    return ~((sheet["role_code"] == "HEAD") & (sheet["crew_count"] > 1))


FORM = Form(
    code="crew",
    name_th="จำนวนบุคลากร",
    name_en="Crew",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Name("school_name"),
        Code("role_code", "role"),
        Count("crew_count", PERSONS, Bilingual("บุคลากร", "Crew"), high=5_000),
    ),
    fact_models={"fact_crew": CrewFact},
    to_facts=to_facts,
    row_key=("school_code", "role_code"),
    row_checks=(RowCheck("RO901", "crew_count", _one_director),),
    figure="crew_count",
)
