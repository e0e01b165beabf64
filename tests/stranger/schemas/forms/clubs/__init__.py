"""Members of clubs at a school, sent in three reports: two told apart by their clubs, one by its headings."""

from collections.abc import Mapping

import pandas as pd
import pandera.pandas as pa
from pandera.typing import Series

from edusandbox.periods import PeriodKind
from edusandbox.schemas.codes import code_rows
from edusandbox.schemas.fact_model import FactModel, dimension, mark_field, meaning
from edusandbox.schemas.fields import PERSONS, Bilingual, Code, Count, Name, SchoolCode
from edusandbox.schemas.form import Form
from edusandbox.schemas.parts import Part
from edusandbox.transforms.facts import FactRows, gather_facts

CLUBS = tuple(row["club_code"] for row in code_rows("club"))
ROW_KEY = ("school_code", "club_code")
MEMBERS = Bilingual("สมาชิก", "Members")


class MemberFact(FactModel):
    """Members of one club at one school."""

    school_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("school") | meaning("โรงเรียน"))
    club_code: Series[pd.CategoricalDtype] = pa.Field(metadata=dimension("club") | meaning("ชมรม"))
    member_count: Series[pd.Int32Dtype] = pa.Field(nullable=True, ge=0, metadata=meaning("จำนวนสมาชิก"))
    member_mark_code: Series[pd.CategoricalDtype] = mark_field("สมาชิก", MEMBERS)


def to_facts(sheet: pd.DataFrame, is_sound: "pd.Series[bool]") -> Mapping[str, FactRows]:
    """Makes `fact_member` from the rows of a Sheet frame that are without fault."""
    rows = sheet[is_sound & sheet["club_code"].isin(CLUBS)]
    rows = rows.assign(
        school_code=rows["school_code"].astype("category"),
        club_code=pd.Categorical(rows["club_code"], categories=CLUBS),
    )
    return {"fact_member": gather_facts(rows, ROW_KEY, ["member_count"])}


FORM = Form(
    code="clubs",
    name_th="ชมรม",
    name_en="Clubs",
    period_kinds=(PeriodKind.SEMESTER,),
    fields=(
        SchoolCode("school_code"),
        Name("school_name"),
        Code("club_code", "club"),
        Count("member_count", PERSONS, MEMBERS, high=5_000),
    ),
    fact_models={"fact_member": MemberFact},
    to_facts=to_facts,
    row_key=ROW_KEY,
    figure="member_count",
    parts=(
        # Chess is in both reports, so that by itself it tells neither.
        Part("sports", "ชมรมกีฬา", "Sports clubs", frozenset({"RUN", "SWIM", "CHESS"})),
        Part("arts", "ชมรมศิลปะ", "Arts clubs", frozenset({"SING", "DANCE", "CHESS"})),
        Part("camp", "ค่าย", "Camp"),
    ),
    part_fields=("club_code",),
)
